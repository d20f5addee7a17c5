"""A figure: a value with its n and its 95 % interval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from evals.corpus.case import Part
from evals.measuring.agreement import Floats, Statistic
from evals.measuring.intervals import bootstrap, wilson

Unit = Literal["share", "levels", "coefficient", "number", "usd", "tokens", "seconds"]
Observation = tuple[str, bool]
"""A cluster, and whether what is counted holds."""


class Figure(Part):
    """One figure. ``value`` is None where there was nothing to measure.

    For a rate ``hits`` of ``n`` hold, and the interval is Wilson's at the number of ``clusters``: readings of one
    cluster are not independent. Else it comes from a bootstrap over clusters.
    """

    name: str
    title: str
    value: float | None
    n: int
    clusters: int
    hits: int | None = None
    low: float | None = None
    high: float | None = None
    method: Literal["wilson", "bootstrap"] | None = None
    unit: Unit = "share"

    @property
    def misses(self) -> int | None:
        """How many do not hold; None where it is no rate."""
        return None if self.hits is None else self.n - self.hits


def rate(name: str, title: str, observations: Iterable[Observation]) -> Figure:
    """The share of observations that hold."""
    found = list(observations)
    hits = sum(holds for _, holds in found)
    clusters = len({cluster for cluster, _ in found})
    if not found:
        return Figure(name=name, title=title, value=None, n=0, clusters=0, hits=0)
    value = hits / len(found)
    low, high = wilson(value, clusters) or (None, None)
    return Figure(
        name=name,
        title=title,
        value=value,
        n=len(found),
        clusters=clusters,
        hits=hits,
        low=low,
        high=high,
        method="wilson",
    )


def statistic(
    name: str,
    title: str,
    by_cluster: Sequence[Floats],
    measure: Statistic,
    unit: Unit,
) -> Figure:
    """A statistic of the sum of matrices of counts, one for each cluster."""
    n = int(sum(matrix.sum() for matrix in by_cluster))
    value = float(measure(np.sum(by_cluster, axis=0))) if n else float("nan")
    low, high = (bootstrap(by_cluster, measure) if n else None) or (None, None)
    return Figure(
        name=name,
        title=title,
        value=None if np.isnan(value) else value,
        n=n,
        clusters=len(by_cluster),
        unit=unit,
        low=low,
        high=high,
        method="bootstrap",
    )


def mean(
    name: str,
    title: str,
    values: Iterable[tuple[str, float]],
    unit: Unit,
) -> Figure:
    """The mean of values that belong to clusters."""
    sums: dict[str, Floats] = defaultdict(lambda: np.zeros(2))
    n = 0
    for cluster, value in values:
        sums[cluster] += (value, 1)
        n += 1
    if not n:
        return Figure(name=name, title=title, value=None, n=0, clusters=0, unit=unit)
    arrays = list(sums.values())
    total, count = np.sum(arrays, axis=0)
    low, high = bootstrap(arrays, lambda sums: sums[..., 0] / sums[..., 1]) or (None, None)
    return Figure(
        name=name,
        title=title,
        value=float(total / count),
        n=n,
        clusters=len(arrays),
        unit=unit,
        low=low,
        high=high,
        method="bootstrap",
    )
