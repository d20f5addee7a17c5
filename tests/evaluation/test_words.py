"""Figures read as people write them."""

from __future__ import annotations

import pytest

from evals.measuring.figures import Figure, rate
from evals.measuring.gates import judge
from evals.reporting import words
from evals.suite import Gate

pytestmark = pytest.mark.tree


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (None, "share", "–"),
        (0.9861, "share", "98.6%"),
        (1.0, "share", "100.0%"),
        (0.0, "share", "0.0%"),
        (0.9998, "share", ">99.9%"),
        (0.0002, "share", "<0.1%"),
        (-0.001, "levels", "0.00"),
        (12345.6, "tokens", "12,346"),
        (0.01234, "usd", "0.0123"),
        (1.5, "seconds", "1.50"),
    ],
)
def test_a_number_has_as_many_digits_as_its_unit_bears(amount: float | None, unit: str, expected: str) -> None:
    assert words.number(amount, unit) == expected


def test_a_rate_has_its_count_and_its_interval() -> None:
    figure = rate("decision.exact", "Decision exact", [("a", True), ("b", False)])

    assert (words.value(figure), words.count(figure), words.interval(figure)) == ("50.0%", "1 of 2", "9.5% to 90.5%")


def test_a_mean_has_no_hits_and_may_have_no_interval() -> None:
    figure = Figure(name="effort.usd", title="USD", value=0.5, n=3, clusters=3, unit="usd")

    assert (words.count(figure), words.interval(figure)) == ("3", "–")


def test_raters_are_called_model_raters() -> None:
    figure = rate("slice.raters agreed", "Decision exact: raters agreed", [("a", True)])

    assert words.title(figure) == "Decision exact: model raters agreed"
    assert words.tag("one problem") == "one problem"


def test_a_gate_says_value_interval_n_bound_and_misses() -> None:
    figure = rate("decision.exact", "Decision exact", [("a", True), ("b", False)])
    (judged,) = judge([Gate(group="model", figure="decision.exact", at_least=0.9)], {"decision.exact": figure})

    assert words.measured(judged) == ("50.0% (95% 9.5% to 90.5%, n = 2); the bound is ≥ 0.9 (misses 1, allowed 0).")


def test_a_gate_without_anything_to_measure_says_so() -> None:
    (judged,) = judge(
        [Gate(group="model", figure="decision.exact", at_least=0.9)], {"decision.exact": rate("decision.exact", "", [])}
    )

    assert words.measured(judged) == "Nothing to measure (n = 0); the bound is ≥ 0.9."
