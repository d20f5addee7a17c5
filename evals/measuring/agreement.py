"""Agreement of two readings on an ordinal scale, from matrices of counts (label in rows, reading in columns).

Every function takes an array of shape (..., K, K) and gives one of shape (...), so that all resamples of a bootstrap
are worked out at once. Nothing to compare gives nan. Values are tested against scikit-learn and krippendorff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Statistic = Callable[[Floats], Floats]


def counts(pairs: list[tuple[int, int]], size: int) -> Floats:
    """The matrix of pairs (label, reading), both from 0 to ``size`` - 1."""
    matrix = np.zeros((size, size))
    for label, reading in pairs:
        matrix[label, reading] += 1
    return matrix


def exact(matrix: Floats) -> Floats:
    """The share on the diagonal."""
    return _mean(matrix, _distance(matrix) == 0)


def adjacent(matrix: Floats) -> Floats:
    """The share at most one level apart."""
    return _mean(matrix, abs(_distance(matrix)) <= 1)


def mean_absolute_error(matrix: Floats) -> Floats:
    """The mean distance in levels."""
    return _mean(matrix, abs(_distance(matrix)))


def bias(matrix: Floats) -> Floats:
    """The mean of reading minus label: above 0 where it reads too high."""
    return _mean(matrix, _distance(matrix))


def quadratic_kappa(matrix: Floats) -> Floats:
    """Cohen's kappa with squared distances as weights."""
    weights = _distance(matrix) ** 2
    total = matrix.sum((-2, -1))
    rows, columns = matrix.sum(-1), matrix.sum(-2)
    expected = rows[..., :, None] * columns[..., None, :]
    return 1 - _divided((weights * matrix).sum((-2, -1)) * total, (weights * expected).sum((-2, -1)))


def ordinal_alpha(matrix: Floats) -> Floats:
    """Krippendorff's alpha for two raters, ordinal metric."""
    coincidences = matrix + np.swapaxes(matrix, -1, -2)
    values = coincidences.sum(-1)
    total = values.sum(-1)
    up_to = values.cumsum(-1)
    size = matrix.shape[-1]
    low, high = np.minimum.outer(np.arange(size), np.arange(size)), np.maximum.outer(np.arange(size), np.arange(size))
    between = up_to[..., high] - up_to[..., low] + values[..., low]
    distance = (between - (values[..., :, None] + values[..., None, :]) / 2) ** 2
    observed = (coincidences * distance).sum((-2, -1))
    expected = (values[..., :, None] * values[..., None, :] * distance).sum((-2, -1))
    return 1 - _divided((total - 1) * observed, expected)


def macro_f1(matrix: Floats) -> Floats:
    """The mean F1 over the classes that a label or a reading gives."""
    right = np.diagonal(matrix, axis1=-2, axis2=-1)
    given = matrix.sum(-1) + matrix.sum(-2)
    scores = np.where(given > 0, _divided(2 * right, given), 0)
    return _divided(scores.sum(-1), (given > 0).sum(-1))


def _distance(matrix: Floats) -> Floats:
    levels = np.arange(matrix.shape[-1], dtype=np.float64)
    distance: Floats = levels[None, :] - levels[:, None]
    return distance


def _mean(matrix: Floats, weights: Floats | NDArray[np.bool_]) -> Floats:
    return _divided((matrix * weights).sum((-2, -1)), matrix.sum((-2, -1)))


def _divided(part: Floats, whole: Floats | NDArray[np.int_]) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        quotient: Floats = np.where(whole == 0, np.nan, part / whole)
    return quotient


EVERY: Final[dict[str, Statistic]] = {
    "mae": mean_absolute_error,
    "bias": bias,
    "kappa": quadratic_kappa,
    "alpha": ordinal_alpha,
}
"""What is given for a dimension beside the rates."""
