"""Figures of decisions."""

from __future__ import annotations

from typing import Any

import pytest

from escalation.policy.terms import LEVEL_OF
from evals.corpus.sample import samples_of
from evals.measuring import decisions
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evaluation.building import POLICY, base, label, made, read_case

pytestmark = pytest.mark.tree

LOW = {"CI": (1, 1), "AV": (5, 5), "TS": (1, 1), "CC": (1, 1)}
MIDDLE = {"CI": (3, 3), "AV": (5, 5), "TS": (2, 2), "CC": (2, 2)}


def figures(*results: Any, names: tuple[str, ...] = ("torvald", "other"), **changes: Any) -> dict[str, Figure]:
    samples = [sample for name in names for sample in samples_of(base(name, **changes))]
    return {figure.name: figure for figure in decisions.figures(gather(samples, results, POLICY))}


def test_each_labelled_problem_of_each_reading_counts_once() -> None:
    found = figures(made(), made(epoch=2), made("other", 1, read_case(ranges=MIDDLE)))

    exact = found["decision.exact"]
    assert (exact.hits, exact.n, exact.clusters) == (2, 3, 2)


def test_a_problem_read_too_mild_is_under_escalation_and_two_bands_are_told_apart() -> None:
    found = figures(made("torvald", 1, read_case(ranges=MIDDLE)), made("other", 1, read_case(ranges=LOW)))

    assert found["decision.under"].hits == 2
    assert found["decision.over"].hits == 0
    assert found["decision.two_bands"].hits == 2
    assert found["decision.recall_support"].hits == 1


def test_a_problem_that_was_not_seen_is_as_if_one_had_been_told_to_keep_it() -> None:
    found = figures(made(status="nothing", cases=()), names=("torvald",))

    assert found["decision.under"].hits == 1
    assert found["problems.seen"].hits == 0
    assert found["decision.cost"].value == decisions.MISSED_IMMEDIATE


def test_an_answer_that_does_not_hold_counts_as_not_seen_and_a_failed_reading_not_at_all() -> None:
    assert figures(made(status="invalid", cases=()), names=("torvald",))["problems.seen"].hits == 0
    assert figures(made(status="failed", cases=()), names=("torvald",))["problems.seen"].n == 0


def test_accepted_alternatives_are_counted_apart() -> None:
    lenient = (label(CC_accept=(2, 4)),)
    read = read_case(ranges={"CC": (2, 2)})  # 16: urgency

    found = figures(made("torvald", 1, read), names=("torvald",), cases=lenient)

    assert found["decision.exact"].hits == 0
    assert found["decision.accepted"].hits == 1


def test_a_problem_that_no_label_knows_is_extra_and_spoils_notes_without_one() -> None:
    found = figures(made(), names=("torvald",), cases=())

    assert found["problems.extra"].value == 1
    assert found["problems.none"].hits == 0
    assert figures(made(status="nothing", cases=()), names=("torvald",), cases=())["problems.none"].hits == 1


@pytest.mark.parametrize(
    ("told", "read", "expected"),
    [
        ("handle", "handle", 0), ("handle", "immediate", 3), ("support", "handle", 3), ("urgency", "handle", 6),
        ("immediate", "urgency", 3), ("immediate", "support", 10), ("immediate", "handle", 10),
    ],
)  # fmt: skip
def test_too_low_costs_more_than_too_high_and_a_missed_immediate_most(told: Any, read: Any, expected: float) -> None:
    assert decisions.cost(LEVEL_OF[told], LEVEL_OF[read]) == expected


def test_the_matrix_has_labels_in_rows() -> None:
    reads = gather(samples_of(base()), [made("torvald", 1, read_case(ranges=LOW))], POLICY)

    (matrix,) = decisions.by_cluster(reads)
    assert matrix[3][0] == 1
    assert matrix.sum() == 1
