"""What a run may cost, and what it will cost most likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.running.cost import ANSWER_TOKENS, Budget, estimate, total
from evals.running.results import Effort
from evals.suite import Price
from evaluation.building import POLICY, sample

pytestmark = pytest.mark.tree


def test_the_estimate_grows_with_notes_and_samples() -> None:
    price = Price(input=2, output=10)
    one, long = estimate([sample()], POLICY, price), estimate([sample(notes="word " * 5_000)], POLICY, price)

    assert one < long
    assert estimate([sample()] * 3, POLICY, price) == pytest.approx(3 * one)
    assert one > ANSWER_TOKENS * 10 / 1_000_000


def test_a_price_is_for_a_million_tokens() -> None:
    assert Price(input=2, output=10).of(500_000, 100_000) == 2.0


def test_without_a_bound_everything_is_allowed() -> None:
    budget = Budget()
    budget.add(Effort(usd=1_000_000))

    assert budget.allows(50)


@given(st.lists(st.floats(0, 5), max_size=30), st.floats(0.1, 20))
def test_nothing_begins_that_could_go_beyond_the_bound_if_no_reading_is_dearer_than_before(
    costs: list[float], most: float
) -> None:
    budget = Budget(most=most)
    for cost in costs:
        if budget.allows(0) and cost <= budget.dearest:
            budget.add(Effort(usd=cost))
            assert budget.spent <= most + 1e-9
        else:
            budget.dearest = max(budget.dearest, cost)


def test_readings_whose_cost_is_not_known_have_no_total() -> None:
    assert total([Effort(), Effort(seconds=1)]) is None
    assert total([Effort(usd=0.5), Effort(), Effort(usd=0.25)]) == 0.75
