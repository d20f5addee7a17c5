"""95 % intervals: Wilson's for rates, a bootstrap over clusters for everything else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from evals.measuring.agreement import Floats, Statistic

RESAMPLES: Final = 2000
_SEED: Final = 20261125
_Z: Final = 1.959963984540054  # the 97.5 % point of the normal distribution
_LEAST_CLUSTERS: Final = 2


class Interval(NamedTuple):
    """From ``low`` to ``high``."""

    low: float
    high: float


def wilson(rate: float, n: float) -> Interval | None:
    """For a rate over ``n`` independent observations; None where there are none.

    Epochs and problems of one cluster are not independent: pass the number of clusters with the rate over all readings.
    """
    if n <= 0:
        return None
    shrink = 1 + _Z**2 / n
    middle = (rate + _Z**2 / (2 * n)) / shrink
    half = _Z * math.sqrt(rate * (1 - rate) / n + _Z**2 / (4 * n**2)) / shrink
    # Rounding may leave an end a hair outside of what a rate can be.
    return Interval(max(0.0, min(rate, middle - half)), min(1.0, max(rate, middle + half)))


def bootstrap(clusters: Sequence[Floats], statistic: Statistic) -> Interval | None:
    """Of ``statistic`` over the sum of one array a cluster; clusters are drawn with replacement."""
    if len(clusters) < _LEAST_CLUSTERS:
        return None
    stacked = np.stack(clusters)
    sums = np.tensordot(_weights(len(clusters)), stacked, axes=1)
    values = statistic(sums)
    values = values[~np.isnan(values)]
    if not values.size:
        return None
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(float(low), float(high))


@cache
def _weights(clusters: int) -> Floats:
    """How often each cluster is drawn, a row for each resample."""
    generator = np.random.default_rng(_SEED)
    return generator.multinomial(clusters, np.full(clusters, 1 / clusters), size=RESAMPLES).astype(np.float64)
