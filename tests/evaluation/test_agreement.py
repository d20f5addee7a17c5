"""Statistics of agreement have the values that established libraries give."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from evals.measuring import agreement

pytestmark = pytest.mark.tree

LABELS = [1, 2, 3, 4, 5, 3, 3, 2, 4, 5]
READINGS = [1, 2, 3, 4, 4, 3, 2, 2, 5, 3]
PAIRS = [(a - 1, b - 1) for a, b in zip(LABELS, READINGS, strict=True)]


def test_rates_and_distances_are_those_one_counts_by_hand() -> None:
    matrix = agreement.counts(PAIRS, 5)

    assert agreement.exact(matrix) == pytest.approx(0.6)
    assert agreement.adjacent(matrix) == pytest.approx(0.9)
    assert agreement.mean_absolute_error(matrix) == pytest.approx(0.5)
    assert agreement.bias(matrix) == pytest.approx(-0.3)


pairs = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=40)


@given(pairs)
def test_kappa_is_that_of_scikit_learn(given_pairs: list[tuple[int, int]]) -> None:
    labels, readings = zip(*given_pairs, strict=True)
    assume(len(set(labels) | set(readings)) > 1)

    ours = agreement.quadratic_kappa(agreement.counts(given_pairs, 5))

    assert ours == pytest.approx(cohen_kappa_score(labels, readings, labels=range(5), weights="quadratic"))


@given(pairs)
def test_macro_f1_is_that_of_scikit_learn(given_pairs: list[tuple[int, int]]) -> None:
    labels, readings = zip(*given_pairs, strict=True)

    ours = agreement.macro_f1(agreement.counts(given_pairs, 5))

    assert ours == pytest.approx(f1_score(labels, readings, average="macro", zero_division=0))


@given(pairs)
def test_alpha_is_that_of_krippendorff(given_pairs: list[tuple[int, int]]) -> None:
    table = np.array(given_pairs, dtype=float).T
    assume(len(np.unique(table)) > 1)

    ours = agreement.ordinal_alpha(agreement.counts(given_pairs, 5))

    assert ours == pytest.approx(krippendorff.alpha(table, level_of_measurement="ordinal"))


def test_many_matrices_are_worked_out_at_once() -> None:
    one, other = agreement.counts(PAIRS, 5), agreement.counts(PAIRS[:6], 5)
    stacked = np.stack([one, other])

    for statistic in (agreement.exact, agreement.macro_f1, *agreement.EVERY.values()):
        assert statistic(stacked) == pytest.approx([float(statistic(one)), float(statistic(other))])


def test_nothing_to_compare_gives_nan() -> None:
    for statistic in (agreement.exact, agreement.adjacent, *agreement.EVERY.values()):
        assert np.isnan(statistic(np.zeros((5, 5))))
