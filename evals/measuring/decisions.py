"""The decision as it was read, against the one that the label leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Final

import numpy as np

from escalation.decision.ranges import rule
from escalation.policy.model import Policy
from escalation.policy.terms import CODES, LEVEL_OF
from evals.corpus.case import Label
from evals.measuring.agreement import Floats, counts, macro_f1
from evals.measuring.figures import Figure, mean, rate, statistic
from evals.measuring.reads import Read, Reads, label_level, level_of

LEVELS: Final = 4
TOO_LOW: Final = 3
TOO_HIGH: Final = 1
MISSED_IMMEDIATE: Final = 10
"""The cost of each band too low, of each too high, and of "immediate" missed by two bands or more: chosen before any
result was seen."""


def figures(reads: Reads) -> Iterator[Figure]:
    """All figures of decisions, each labelled problem of each reading counted once."""
    steps = list(_steps(reads))
    yield rate("decision.exact", "Decision exact", ((c, read == label) for c, label, read in steps))
    yield rate("decision.accepted", "Decision among those a label allows", _accepted(reads))
    yield statistic("decision.macro_f1", "Macro-F1 over the four decisions", by_cluster(reads), macro_f1, "coefficient")
    yield rate("decision.under", "Under-escalation", ((c, read < label) for c, label, read in steps))
    yield rate("decision.over", "Over-escalation", ((c, read > label) for c, label, read in steps))
    yield rate(
        "decision.two_bands", "Wrong by two bands or more", ((c, abs(read - label) > 1) for c, label, read in steps)
    )
    for level, name in ((1, "support"), (2, "urgency")):
        yield rate(
            f"decision.recall_{name}",
            f"Recall of {name} or more",
            ((c, read >= level) for c, label, read in steps if label >= level),
        )
    yield mean("decision.cost", "Mean cost of an error", ((c, cost(label, read)) for c, label, read in steps), "number")
    yield rate("problems.seen", "Labelled problems seen", _seen(reads))
    yield mean("problems.extra", "Problems read that no label knows, a reading", _extra(reads), "number")
    yield rate("problems.none", "Notes without an open problem read as such", _none(reads))


def by_cluster(reads: Reads) -> list[Floats]:
    """A 4 x 4 matrix of counts for each cluster, labels in rows."""
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for cluster, label, read in _steps(reads):
        pairs[cluster].append((label, read))
    return [counts(found, LEVELS) for found in pairs.values()] or [np.zeros((LEVELS, LEVELS))]


def cost(label: int, read: int) -> float:
    """What an error costs, by the constants above."""
    if label == LEVELS - 1 and label - read > 1:
        return MISSED_IMMEDIATE
    return TOO_LOW * (label - read) if read < label else TOO_HIGH * (read - label)


def allowed(label: Label, policy: Policy) -> frozenset[int]:
    """The levels that the accepted alternatives of a label lead to."""
    box = label.box(policy)
    spans = [
        [(score, score) for score in sorted(label.accepted(code))] or [span]
        for code, span in zip(CODES, box, strict=True)
    ]
    return frozenset(
        LEVEL_OF[rule(policy.table, (ci, av, ts, cc), label.kinds).decision] for ci, av, ts, cc in product(*spans)
    )


def _steps(reads: Reads) -> Iterator[tuple[str, int, int]]:
    for read in reads.base:
        for found in read.labelled:
            if found.label:
                yield read.cluster, label_level(found.label, reads.policy), level_of(found.read)


def _accepted(reads: Reads) -> Iterator[tuple[str, bool]]:
    for read in reads.base:
        for found in read.labelled:
            if found.label:
                yield read.cluster, level_of(found.read) in allowed(found.label, reads.policy)


def _seen(reads: Reads) -> Iterator[tuple[str, bool]]:
    return ((read.cluster, found.read is not None) for read in reads.base for found in read.labelled)


def _extra(reads: Reads) -> Iterator[tuple[str, float]]:
    return ((read.cluster, float(sum(found.label is None for found in read.pairs))) for read in reads.base)


def _none(reads: Reads) -> Iterator[tuple[str, bool]]:
    return ((read.cluster, not _problems(read)) for read in reads.base if not read.sample.base.cases)


def _problems(read: Read) -> int:
    return len(read.result.cases)
