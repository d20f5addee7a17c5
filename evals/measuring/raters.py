"""How far the raters agree with each other, and each of them with the label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from escalation.policy.model import Policy
from escalation.policy.terms import CODES, LEVEL_OF, Code
from evals.corpus.case import BaseCase, Scores
from evals.corpus.loading import Corpus
from evals.measuring.agreement import Floats, counts, ordinal_alpha, quadratic_kappa
from evals.measuring.figures import Figure, rate, statistic


def figures(corpus: Corpus, policy: Policy) -> Iterator[Figure]:
    """For each pair of raters, then for each rater against the label."""
    names = sorted({name for base in corpus for name in base.raters})
    for one, other in combinations(names, 2):
        sides = _sides(corpus, one, other)
        if sides:  # else the two never saw the same notes
            yield from _compared(f"{one}-{other}", sides, policy)
    for name in names:
        yield from _compared(f"{name}-label", _sides(corpus, name, None), policy)


def _sides(corpus: Corpus, one: str, other: str | None) -> list[tuple[str, Scores, Scores]]:
    """Problem by problem, where both saw the same number of them."""
    found = []
    for base in corpus:
        first, second = _given(base, one), base.cases if other is None else _given(base, other)
        if first is not None and second is not None and len(first) == len(second):
            found += [(base.id, left, right) for left, right in zip(first, second, strict=True)]
    return found


def _given(base: BaseCase, name: str) -> Sequence[Scores] | None:
    return base.raters[name].cases if name in base.raters else None


def _compared(name: str, sides: list[tuple[str, Scores, Scores]], policy: Policy) -> Iterator[Figure]:
    for code in CODES:
        known = [
            (cluster, a, b)
            for cluster, left, right in sides
            if (a := _score(left, code, policy)) and (b := _score(right, code, policy))
        ]
        yield rate(f"{name}.{code}.exact", f"{name}: {code} exact", ((c, a == b) for c, a, b in known))
        yield rate(
            f"{name}.{code}.adjacent", f"{name}: {code} at most one apart", ((c, abs(a - b) <= 1) for c, a, b in known)
        )
        matrices: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for cluster, a, b in known:
            matrices[cluster].append((a - 1, b - 1))
        arrays: list[Floats] = [counts(pairs, 5) for pairs in matrices.values()] or [np.zeros((5, 5))]
        for key, measure in (("quadratic weighted kappa", quadratic_kappa), ("ordinal alpha", ordinal_alpha)):
            yield statistic(f"{name}.{code}.{key}", f"{name}: {code} {key}", arrays, measure, "coefficient")
    yield rate(
        f"{name}.decision",
        f"{name}: decision exact",
        ((c, left.decision(policy) == right.decision(policy)) for c, left, right in sides),
    )
    yield rate(
        f"{name}.holistic",
        f"{name}: own view exact",
        ((c, left.holistic == right.holistic) for c, left, right in sides),
    )
    yield rate(
        f"{name}.holistic_above",
        f"{name}: own view graver than the scores lead to",
        ((c, LEVEL_OF[left.holistic] > LEVEL_OF[left.decision(policy)]) for c, left, _ in sides),
    )


def _score(scores: Scores, code: Code, policy: Policy) -> int | None:
    low, high = scores.box(policy)[CODES.index(code)]
    return low if low == high else None
