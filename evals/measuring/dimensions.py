"""Each dimension where label and reading are both known, and its ranges where they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import numpy as np

from escalation.policy.terms import CODES, Code
from evals.corpus.case import Label
from evals.measuring.agreement import EVERY, Floats, counts
from evals.measuring.figures import Figure, Unit, mean, rate, statistic
from evals.measuring.reads import Reads, label_level, level_of
from evals.running.results import ReadScore

SCORES: Final = 5
TITLES: Final[dict[str, tuple[str, Unit]]] = {
    "mae": ("mean absolute error", "levels"),
    "bias": ("bias (above 0: read too high)", "levels"),
    "kappa": ("quadratic weighted kappa", "coefficient"),
    "alpha": ("ordinal alpha", "coefficient"),
}


def figures(reads: Reads) -> Iterator[Figure]:
    """For each dimension: exact, accepted, adjacent, error, bias, kappa, alpha."""
    for code in CODES:
        known = list(_known(reads, code))
        name = f"dimension.{code}"
        yield rate(f"{name}.exact", f"{code} exact", ((c, read == label) for c, label, read, _ in known))
        yield rate(f"{name}.accepted", f"{code} among those a label allows", ((c, ok) for c, _, _, ok in known))
        yield rate(
            f"{name}.adjacent",
            f"{code} at most one level apart",
            ((c, abs(read - label) <= 1) for c, label, read, _ in known),
        )
        matrices = by_cluster(reads, code)
        for key, measure in EVERY.items():
            title, unit = TITLES[key]
            yield statistic(f"{name}.{key}", f"{code} {title}", matrices, measure, unit)


def ranges(reads: Reads) -> Iterator[Figure]:
    """Whether ranges hold what is true, how wide they are, and how often they settle the decision."""
    for code in CODES:
        spans = list(_spans(reads, code))
        yield rate(
            f"ranges.{code}.inside",
            f"{code} label inside the range",
            ((c, score.low <= label <= score.high) for c, label, score in spans if label),
        )
        yield mean(
            f"ranges.{code}.width", f"{code} mean width", ((c, float(s.high - s.low)) for c, _, s in spans), "levels"
        )
    settled = [
        (read.cluster, found.read.settled, label_level(found.label, reads.policy), level_of(found.read))
        for read in reads.base
        for found in read.labelled
        if found.label and found.read
    ]
    unseen = [(read.cluster, False) for read in reads.base for found in read.labelled if not found.read]
    yield rate("ranges.settled", "Decisions settled", [*((c, done) for c, done, _, _ in settled), *unseen])
    yield rate("ranges.exact_settled", "Exact when settled", ((c, a == b) for c, done, a, b in settled if done))
    yield rate(
        "ranges.two_bands_settled",
        "Wrong by two bands when settled",
        ((c, abs(a - b) > 1) for c, done, a, b in settled if done),
    )


def by_cluster(reads: Reads, code: Code) -> list[Floats]:
    """A 5 x 5 matrix of counts for each cluster, labels in rows."""
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for cluster, label, read, _ in _known(reads, code):
        pairs[cluster].append((label - 1, read - 1))
    return [counts(found, SCORES) for found in pairs.values()] or [np.zeros((SCORES, SCORES))]


def _known(reads: Reads, code: Code) -> Iterator[tuple[str, int, int, bool]]:
    """Cluster, label, reading, and whether the reading is among what the label allows."""
    for read in reads.base:
        for found in read.labelled:
            if not (found.label and found.read):
                continue
            label, score = label_score(found.label, code, reads), found.read.scores[code].known
            if label and score:
                yield read.cluster, label, score, score == label or score in found.label.accepted(code)


def _spans(reads: Reads, code: Code) -> Iterator[tuple[str, int | None, ReadScore]]:
    for read in reads.base:
        for found in read.labelled:
            if found.label and found.read:
                yield read.cluster, label_score(found.label, code, reads), found.read.scores[code]


def label_score(label: Label, code: Code, reads: Reads) -> int | None:
    """The labelled score, None where it is not known."""
    low, high = label.box(reads.policy)[CODES.index(code)]
    return low if low == high else None
