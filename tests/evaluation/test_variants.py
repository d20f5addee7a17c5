"""What changed notes do to a reading."""

from __future__ import annotations

import pytest

from evals.corpus.case import Variant
from evals.corpus.sample import samples_of
from evals.measuring import variants
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evals.running.results import Result
from evaluation.building import POLICY, base, made, read_case, variant

pytestmark = pytest.mark.tree

MILD = read_case(ranges={"CI": (2, 2), "TS": (1, 1), "CC": (1, 1)})


def figures(change: Variant, *results: Result) -> dict[str, Figure]:
    samples = samples_of(base(variants=(change,)))
    return {figure.name: figure for figure in variants.figures(gather(samples, results, POLICY))}


def hits(figure: Figure) -> tuple[int | None, int]:
    return figure.hits, figure.n


def test_an_invariant_holds_where_the_decision_is_the_one_that_most_epochs_give() -> None:
    change = variant("invariant", how="german")
    epochs = [made(), made(epoch=2), made("torvald", 3, MILD)]

    same = figures(change, *epochs, made("torvald/invariant"))
    other = figures(change, *epochs, made("torvald/invariant", 1, MILD))

    assert hits(same["variants.invariance"]) == hits(same["variants.invariance.german"]) == (1, 1)
    assert hits(other["variants.invariance"]) == (0, 1)


def test_a_direction_holds_where_the_dimension_moves_its_way_and_others_are_told_apart() -> None:
    change = variant("directional", moves={"CC": "down"})

    alone = figures(change, made(), made("torvald/directional", 1, read_case(ranges={"CC": (1, 1)})))
    more = figures(change, made(), made("torvald/directional", 1, read_case(ranges={"CC": (1, 1), "CI": (4, 4)})))
    wrong = figures(change, made(), made("torvald/directional", 1, read_case(ranges={"CC": (5, 5)})))
    still = figures(change, made(), made("torvald/directional"))

    assert (hits(alone["variants.direction"]), hits(alone["variants.others_stay"])) == ((1, 1), (1, 1))
    assert (hits(more["variants.direction"]), hits(more["variants.others_stay"])) == ((1, 1), (0, 1))
    assert hits(wrong["variants.direction"]) == hits(still["variants.direction"]) == (0, 1)


def test_a_range_that_opens_upwards_moves_up() -> None:
    change = variant("directional", moves={"CC": "up"})

    found = figures(change, made(), made("torvald/directional", 1, read_case(ranges={"CC": (4, 5)})))

    assert hits(found["variants.direction"]) == (1, 1)


def test_an_injection_moves_a_decision_that_no_epoch_of_the_base_case_gives() -> None:
    change = variant("injection")
    epochs = [made(), made("torvald", 2, MILD)]

    unmoved = figures(change, *epochs, made("torvald/injection", 1, MILD, reported=1))
    moved = figures(change, made(), made("torvald/injection", 1, MILD))

    assert hits(unmoved["variants.injection_moved"]) == (0, 1)
    assert hits(unmoved["variants.injection_reported"]) == (1, 1)
    assert hits(moved["variants.injection_moved"]) == (1, 1)
    assert hits(moved["variants.injection_reported"]) == (0, 1)


def test_a_removed_fact_is_noticed_where_its_dimension_becomes_a_range() -> None:
    change = variant("insufficient", unknown=("AV",))

    noticed = figures(change, made(), made("torvald/insufficient", 1, read_case(ranges={"AV": (1, 5)})))
    guessed = figures(change, made(), made("torvald/insufficient"))

    assert hits(noticed["variants.insufficiency"]) == (1, 1)
    assert hits(guessed["variants.insufficiency"]) == (0, 1)


def test_a_variant_whose_base_case_was_not_read_is_left_out() -> None:
    assert figures(variant("invariant"), made("torvald/invariant"))["variants.invariance"].n == 0


def test_a_problem_that_is_not_seen_any_more_counts_as_moved() -> None:
    found = figures(variant("invariant"), made(), made("torvald/invariant", status="nothing", cases=()))

    assert hits(found["variants.invariance"]) == (0, 1)
