"""Fits the estimates: a ridge regression and small trees for each dimension, and the ranges for an estimate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Ridge

from escalation.policy.table import Range
from escalation.policy.terms import Code
from escalation.readers.offline.features import BEGINS
from evals.training.rows import JUDGED, Row
from evals.training.signs import LESS, MORE

Numbers = np.ndarray[Any, np.dtype[np.float64]]
_LEAST_ROWS: Final = 3
_RIDGE: Final = 300.0
_WORD_RIDGE: Final = 0.3
_LEAST_NOTES: Final = 5
_MOST_OF: Final = 0.6
_TREES: Final = 40
_LEAF: Final = 5
_SHARE: Final = 0.3
_SUM: Final = 0.5
_WIDTH: Final = 0.35
_DOUBT: Final = 1.5
_SPREAD: Final = 0.9
# The share of labels that a range must hold, by dimension; chosen by leaving hands out.
MASS: Final[dict[Code, float]] = {"CI": 0.86, "TS": 0.84, "CC": 0.86}
_STEPS: Final = 10
_SCORES: Final = np.arange(1, 6)


class Model(NamedTuple):
    """What `learned.json` holds of a dimension, and the sums that it reads."""

    sums: dict[str, tuple[float, dict[str, float]]]
    base: float
    linear: dict[str, float]
    trees: list[Any]
    middle: float
    words: dict[str, float]

    def estimate(self, features: dict[str, float]) -> float:
        """As the reader works it out."""
        from escalation.readers.offline.learned import estimate

        return estimate(self.sums, self.dimension(), features)

    def dimension(self) -> dict[str, Any]:
        """Without ranges."""
        return {"base": self.base, "linear": self.linear, "trees": self.trees} | {
            "middle": self.middle,
            "words": self.words,
        }


def fit(rows: Sequence[Row], code: Code) -> Model:
    """The model of ``code`` from the rows whose score is known."""
    known = [row for row in rows if row.known(code) is not None]
    scores = np.array([row.known(code) for row in known], float)
    names, middle, spread = _scale(rows)
    scaled = (_matrix(known, names) - middle) / spread
    signs = {one: _signs(one, names) for one in JUDGED}
    sums = np.stack([scaled @ signs[one] for one in JUDGED], axis=1)
    ridge = Ridge(_RIDGE).fit(np.hstack([scaled, sums]), scores)
    own, ofsums = ridge.coef_[: len(names)], ridge.coef_[len(names) :]
    slopes = (own + sum(ofsums[at] * signs[one] for at, one in enumerate(JUDGED))) / spread
    forest = RandomForestRegressor(_TREES, min_samples_leaf=_LEAF, max_features=_SHARE, random_state=0)
    forest.fit(np.hstack([_matrix(known, names), sums]), scores)
    inputs = [*names, *(f"sum_{one}" for one in JUDGED)]
    return Model(
        {f"sum_{one}": _folded(names, signs[one], middle, spread) for one in JUDGED},
        round(float(ridge.intercept_ - slopes @ middle), 4),
        _named(names, slopes),
        [_tree(tree.tree_, inputs, 0) for tree in forest.estimators_],
        *_words(known, scores),
    )


def _words(known: Sequence[Row], scores: Numbers) -> tuple[float, dict[str, float]]:
    """A ridge over the beginnings of words that are neither rare nor everywhere."""
    counts = Counter(name for row in known for name in row.features if name.startswith(BEGINS))
    names = sorted(name for name, count in counts.items() if _LEAST_NOTES <= count <= _MOST_OF * len(known))
    values = _matrix(known, names)
    ridge = Ridge(_WORD_RIDGE).fit(values, scores)
    return round(float(ridge.intercept_), 4), _named(names, np.round(ridge.coef_, 2))


def _scale(rows: Sequence[Row]) -> tuple[list[str], Numbers, Numbers]:
    """The features that enough rows have, and their middle and spread over all rows."""
    counts = Counter(name for row in rows for name in row.features if not name.startswith(BEGINS))
    names = sorted(name for name, count in counts.items() if count >= _LEAST_ROWS)
    values = _matrix(rows, names)
    return names, values.mean(0), values.std(0) + 1e-9


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Numbers:
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


def _signs(code: Code, names: Sequence[str]) -> Numbers:
    return np.array([_SUM * ((name in MORE[code]) - (name in LESS[code])) for name in names])


def _folded(names: list[str], signs: Numbers, middle: Numbers, spread: Numbers) -> tuple[float, dict[str, float]]:
    """A sum over scaled features as one over features as they are."""
    return round(-float((signs / spread) @ middle), 4), _named(names, signs / spread)


def _named(names: Sequence[str], values: Numbers) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True) if abs(value) > 5e-5}  # noqa: PLR2004


def _tree(tree: Any, inputs: Sequence[str], at: int) -> Any:
    if tree.children_left[at] < 0:
        return round(float(tree.value[at].ravel()[0]), 2)
    below, above = (_tree(tree, inputs, int(side[at])) for side in (tree.children_left, tree.children_right))
    return [inputs[tree.feature[at]], round(float(tree.threshold[at]), 3), below, above]


def ranges(estimates: Sequence[float], scores: Sequence[int], mass: float) -> list[Range]:
    """For estimates from 1 to 5 in tenths: the narrowest range with ``mass`` of the labels that had such estimates."""
    made, known = np.array(estimates), np.array(scores)
    return [_range(1 + step / _STEPS, made, known, mass) for step in range(4 * _STEPS + 1)]


def _range(estimate: float, made: Numbers, known: Numbers, mass: float) -> Range:
    near = np.exp(-(((estimate - made) / _WIDTH) ** 2) / 2)
    doubt = np.exp(-(((_SCORES - estimate) / _SPREAD) ** 2) / 2)
    shares = np.array([near[known == score].sum() for score in _SCORES]) + _DOUBT * doubt / doubt.sum()
    shares /= shares.sum()
    for width in range(5):
        best = max((shares[low : low + width + 1].sum(), low) for low in range(5 - width))
        if best[0] >= mass - 1e-9:
            return int(best[1]) + 1, int(best[1]) + width + 1
    return 1, 5
