"""Two runs, paired."""

from __future__ import annotations

import pytest

from evals.corpus.sample import samples_of
from evals.measuring.comparing import compare
from evals.measuring.reads import Reads, gather
from evals.reporting.comparison import in_markdown
from evals.running.results import ReadCase
from evaluation.building import POLICY, base, made, read_case

pytestmark = pytest.mark.tree

RIGHT = read_case()
URGENCY = read_case(ranges={"CI": (3, 3)})
HANDLE = read_case(ranges={"CI": (1, 1), "AV": (1, 1), "TS": (1, 1), "CC": (1, 1)})


def reads(*cases: ReadCase) -> Reads:
    names = [f"case-{number}" for number in range(len(cases))]
    samples = [sample for name in names for sample in samples_of(base(name))]
    return gather(samples, [made(name, 1, case) for name, case in zip(names, cases, strict=True)], POLICY)


def test_the_same_readings_are_no_regression() -> None:
    found = compare(reads(*[RIGHT] * 200), reads(*[RIGHT] * 200))

    assert (found.verdict, found.p, found.flips) == ("no regression", 1.0, ())


def test_many_decisions_lost_are_a_regression_and_gained_ones_are_better() -> None:
    good, bad = reads(*[RIGHT] * 40), reads(*[URGENCY] * 10, *[RIGHT] * 30)

    worse, better = compare(good, bad), compare(bad, good)

    assert (worse.verdict, worse.only_base_right, worse.only_head_right) == ("regression", 10, 0)
    assert worse.p == pytest.approx(2 / 2**10)  # exact: both tails of ten coins
    assert better.verdict == "better"


def test_one_new_error_by_two_bands_is_a_regression_whatever_the_numbers() -> None:
    found = compare(reads(*[RIGHT] * 100), reads(HANDLE, *[RIGHT] * 99))

    assert found.verdict == "regression"
    assert found.new_two_bands == 1


def test_too_few_problems_are_inconclusive_and_it_says_what_could_have_been_seen() -> None:
    found = compare(reads(*[RIGHT] * 10), reads(URGENCY, *[RIGHT] * 9))

    assert found.verdict == "inconclusive"
    assert "smallest detectable difference" in found.why
    assert found.detectable > 0.2


def test_every_flip_is_listed_with_both_rationales() -> None:
    changed = URGENCY.model_copy(
        update={"scores": URGENCY.scores | {"CI": URGENCY.scores["CI"].model_copy(update={"rationale": "a nuisance"})}}
    )

    found = compare(reads(RIGHT, RIGHT), reads(RIGHT, changed))

    (flip,) = found.flips
    assert (flip.sample, flip.base, flip.head, flip.label, flip.better) == (
        "case-1", "immediate", "urgency", "immediate", False,
    )  # fmt: skip
    assert "why CI → a nuisance" in in_markdown(found)


def test_differences_come_with_a_paired_interval() -> None:
    found = compare(reads(*[RIGHT] * 30, *[URGENCY] * 10), reads(*[URGENCY] * 5, *[RIGHT] * 35))

    exact = found.deltas[0]
    assert (exact.base, exact.head) == (0.75, 0.875)
    assert exact.delta == pytest.approx(0.125)
    assert exact.low is not None
    assert exact.high is not None
    assert exact.low < 0.125 < exact.high


def test_what_only_one_run_read_is_left_out() -> None:
    assert compare(reads(RIGHT), reads(RIGHT, RIGHT)).n == 1
    assert compare(reads(RIGHT), reads(RIGHT, RIGHT)).left_out == 1
    assert compare(reads(), reads(RIGHT)).verdict == "inconclusive"


def test_epochs_of_one_problem_are_not_counted_as_so_many_problems() -> None:
    samples = [sample for number in range(40) for sample in samples_of(base(f"case-{number}"))]

    def thrice(*cases: ReadCase) -> Reads:
        results = [made(f"case-{at}", epoch, case) for at, case in enumerate(cases) for epoch in (1, 2, 3)]
        return gather(samples, results, POLICY)

    found = compare(thrice(*[RIGHT] * 40), thrice(URGENCY, URGENCY, *[RIGHT] * 38))

    assert (found.n, found.only_base_right, found.p, found.verdict) == (40, 2, 0.5, "inconclusive")


def test_two_equal_problems_rule_nothing_out() -> None:
    found = compare(reads(RIGHT, RIGHT), reads(RIGHT, RIGHT))

    assert (found.verdict, found.detectable) == ("inconclusive", 1.0)
