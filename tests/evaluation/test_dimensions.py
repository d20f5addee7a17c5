"""Figures of dimensions and ranges."""

from __future__ import annotations

from typing import Any

import pytest

from evals.corpus.sample import samples_of
from evals.measuring import dimensions
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evaluation.building import POLICY, base, label, made, read_case

pytestmark = pytest.mark.tree


def figures(*results: Any, **changes: Any) -> dict[str, Figure]:
    reads = gather(samples_of(base(**changes)), results, POLICY)
    return {figure.name: figure for figure in (*dimensions.figures(reads), *dimensions.ranges(reads))}


def test_a_dimension_counts_where_label_and_reading_are_known() -> None:
    results = [
        made(),
        made("torvald", 2, read_case(ranges={"CI": (4, 4)})),
        made("torvald", 3, read_case(ranges={"CI": (2, 5)})),
    ]

    found = figures(*results)

    assert (found["dimension.CI.exact"].hits, found["dimension.CI.exact"].n) == (1, 2)
    assert found["dimension.CI.adjacent"].hits == 2
    assert found["dimension.CI.bias"].value == -0.5
    assert figures(made(), cases=(label(CI="unknown", CI_accept=()),))["dimension.CI.exact"].n == 0


def test_accepted_alternatives_are_shown_apart() -> None:
    found = figures(made("torvald", 1, read_case(ranges={"CC": (5, 5)})), cases=(label(CC_accept=(4, 5)),))

    assert found["dimension.CC.exact"].hits == 0
    assert found["dimension.CC.accepted"].hits == 1


def test_a_label_is_inside_a_range_that_holds_it_and_widths_are_averaged() -> None:
    found = figures(
        made("torvald", 1, read_case(ranges={"CI": (3, 5)})), made("torvald", 2, read_case(ranges={"CI": (1, 4)}))
    )

    assert (found["ranges.CI.inside"].hits, found["ranges.CI.inside"].n) == (1, 2)
    assert found["ranges.CI.width"].value == 2.5


def test_the_share_settled_counts_all_labelled_problems_also_those_not_seen() -> None:
    found = figures(
        made(), made("torvald", 2, read_case(ranges={"CI": (1, 5)})), made(epoch=3, status="nothing", cases=())
    )

    assert (found["ranges.settled"].hits, found["ranges.settled"].n) == (1, 3)
    assert (found["ranges.exact_settled"].hits, found["ranges.exact_settled"].n) == (1, 1)
    assert found["ranges.two_bands_settled"].hits == 0
