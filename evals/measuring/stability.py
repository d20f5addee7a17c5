"""Whether the same notes are read the same way again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import krippendorff
import numpy as np

from escalation.policy.terms import CODES, Code
from evals.measuring.figures import Figure, rate
from evals.measuring.reads import Read, Reads, level_of
from evals.running.results import ReadCase, ReadScore

_LEAST_EPOCHS = 2


def figures(reads: Reads) -> Iterator[Figure]:
    """Over all epochs of each base case; nothing where there is one epoch alone."""
    clusters = _repeated(reads)
    if not clusters:
        return
    problems = [
        (cluster, [read.labelled[place].read for read in epochs])
        for cluster, epochs in clusters.items()
        for place in range(len(epochs[0].labelled))
    ]
    most = max(map(len, clusters.values()))
    yield rate(
        "stability.decision",
        "Same decision in all epochs",
        ((cluster, len({level_of(case) for case in cases}) == 1) for cluster, cases in problems),
    )
    yield rate(
        "stability.vector",
        "Same vector in all epochs",
        ((cluster, len({case.vector if case else None for case in cases}) == 1) for cluster, cases in problems),
    )
    for code in CODES:
        table = [_row(cases, code, most) for _, cases in problems]
        yield _alpha(f"stability.{code}.alpha", f"{code} ordinal alpha over epochs", table)


def _repeated(reads: Reads) -> dict[str, list[Read]]:
    by_cluster: dict[str, list[Read]] = defaultdict(list)
    for read in reads.base:
        by_cluster[read.cluster].append(read)
    return {cluster: found for cluster, found in by_cluster.items() if len(found) >= _LEAST_EPOCHS}


def _row(cases: list[ReadCase | None], code: Code, length: int) -> list[float]:
    """A problem's scores in all epochs, nan where it was not read or an epoch is missing from an incomplete run."""
    scores = [_middle(case.scores[code]) if case else np.nan for case in cases]
    return scores + [np.nan] * (length - len(scores))


def _middle(score: ReadScore) -> float:
    return (score.low + score.high) / 2


def _alpha(name: str, title: str, table: list[list[float]]) -> Figure:
    values = {value for row in table for value in row if not np.isnan(value)}
    n = sum(not np.isnan(value) for row in table for value in row)
    value = None
    if len(values) > 1:
        value = float(krippendorff.alpha(np.array(table).T, level_of_measurement="ordinal"))
    return Figure(name=name, title=title, value=value, n=n, clusters=len(table), unit="coefficient")
