"""Whether the same notes are read the same way again."""

from __future__ import annotations

import pytest

from evals.corpus.sample import samples_of
from evals.measuring import stability
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evals.running.results import Result
from evaluation.building import POLICY, base, made, read_case

pytestmark = pytest.mark.tree

LOW = {"CI": (1, 1), "AV": (5, 5), "TS": (1, 1), "CC": (1, 1)}


def figures(*results: Result) -> dict[str, Figure]:
    samples = [sample for name in ("torvald", "other") for sample in samples_of(base(name))]
    return {figure.name: figure for figure in stability.figures(gather(samples, results, POLICY))}


def test_one_epoch_says_nothing_of_stability() -> None:
    assert figures(made(), made("other")) == {}


def test_a_problem_is_stable_where_all_epochs_decide_the_same() -> None:
    found = figures(made(), made(epoch=2), made("other"), made("other", 2, read_case(ranges=LOW)))

    assert (found["stability.decision"].hits, found["stability.decision"].n) == (1, 2)
    assert (found["stability.vector"].hits, found["stability.vector"].n) == (1, 2)


def test_the_same_decision_by_other_scores_is_told_apart() -> None:
    other = read_case(ranges={"TS": (5, 5)})

    found = figures(made(), made("torvald", 2, other))

    assert found["stability.decision"].hits == 1
    assert found["stability.vector"].hits == 0


def test_alpha_is_one_where_epochs_agree_and_problems_differ() -> None:
    low = [made("other", epoch, read_case(ranges=LOW)) for epoch in (1, 2, 3)]
    high = [made("torvald", epoch) for epoch in (1, 2, 3)]

    assert figures(*low, *high)["stability.CI.alpha"].value == pytest.approx(1)


def test_a_problem_that_one_epoch_does_not_see_is_not_stable() -> None:
    found = figures(made(), made(epoch=2, status="nothing", cases=()))

    assert found["stability.decision"].hits == 0


def test_epochs_that_an_incomplete_run_lacks_are_left_out() -> None:
    found = figures(*(made("torvald", epoch) for epoch in (1, 2, 3)), made("other"), made("other", 2))

    assert found["stability.decision"].hits == 2
    assert found["stability.CI.alpha"].n == 5
