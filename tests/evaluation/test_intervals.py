"""Intervals have the width that they promise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from evals.measuring.agreement import exact
from evals.measuring.intervals import bootstrap, wilson

pytestmark = pytest.mark.tree


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilsons_interval_is_that_of_scipy(counted: tuple[int, int]) -> None:
    hits, n = counted
    theirs = binomtest(hits, n).proportion_ci(method="wilson")

    ours = wilson(hits / n, n)

    assert ours
    assert ours.low == pytest.approx(theirs.low, abs=1e-9)
    assert ours.high == pytest.approx(theirs.high, abs=1e-9)


def test_nothing_observed_has_no_interval() -> None:
    assert wilson(0.0, 0) is None
    assert bootstrap([np.eye(2)], exact) is None


def test_a_bootstrap_over_clusters_is_wider_than_one_that_takes_their_members_for_independent() -> None:
    rng = np.random.default_rng(1)
    right = rng.random(40) < 0.8
    clusters = [np.array([[5.0, 0.0], [0.0, 0.0]]) if r else np.array([[0.0, 5.0], [0.0, 0.0]]) for r in right]
    members = [cluster / 5 for cluster in clusters for _ in range(5)]

    clustered, independent = bootstrap(clusters, exact), bootstrap(members, exact)

    assert clustered
    assert independent
    assert clustered.high - clustered.low > 1.8 * (independent.high - independent.low)


def test_the_same_clusters_give_the_same_interval() -> None:
    clusters = [np.eye(3), np.ones((3, 3)), np.eye(3) * 2]

    assert bootstrap(clusters, exact) == bootstrap(clusters, exact)


def test_a_bootstrap_comes_close_to_wilsons_interval_where_clusters_have_one_member() -> None:
    hits, n = 80, 100
    clusters = [np.array([[1.0, 0.0], [0.0, 0.0]])] * hits + [np.array([[0.0, 1.0], [0.0, 0.0]])] * (n - hits)

    found, theirs = bootstrap(clusters, exact), wilson(hits / n, n)

    assert found
    assert theirs
    assert found.low == pytest.approx(theirs.low, abs=0.02)
    assert found.high == pytest.approx(theirs.high, abs=0.02)
