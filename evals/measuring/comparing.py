"""Two runs on the same samples: whether the second is better or worse, and whether that can be told."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from scipy.stats import binomtest

from escalation.policy.terms import CODES, DECISIONS, Code
from evals.corpus.case import Label, Part
from evals.measuring.agreement import Floats
from evals.measuring.dimensions import label_score
from evals.measuring.intervals import Interval, bootstrap
from evals.measuring.reads import Read, Reads, label_level, level_of
from evals.running.results import ReadCase

MARGIN: Final = 0.03
"""A loss below this is not called a regression."""
_ALPHA: Final = 0.05
_FEWEST: Final = 6
"""2 / 2 ** 6 is the first below 5 %."""
_Z: Final = 1.959963984540054 + 0.8416212335729143  # 5 % two-sided, 80 % power


class Delta(Part):
    """A rate in both runs over the same problems, and the difference with its paired interval."""

    title: str
    base: float
    head: float
    delta: float
    low: float | None
    high: float | None
    n: int


class Flip(Part):
    """A problem that the two runs decide differently. ``better``: closer to the label than before."""

    sample: str
    epoch: int
    account: str | None
    label: str
    base: str
    head: str
    better: bool
    base_rationales: dict[Code, str]
    head_rationales: dict[Code, str]


class Comparison(Part):
    """``p`` is of the exact McNemar test on the decisions of ``n`` problems.

    ``detectable`` is the smallest difference that so many would show. Epochs of a problem are no independent witnesses:
    most of them decide whether it is right.
    ``left_out`` counts readings of base cases with nothing beside them in the other run, or without a label.
    """

    verdict: Literal["regression", "better", "no regression", "inconclusive"]
    why: str
    n: int
    left_out: int
    only_base_right: int
    only_head_right: int
    p: float
    detectable: float
    deltas: tuple[Delta, ...]
    flips: tuple[Flip, ...]
    new_two_bands: int


class _Both(NamedTuple):
    cluster: str
    place: int
    read: Read
    given: Label
    label: int
    base: ReadCase | None
    head: ReadCase | None


Holds = Callable[[_Both, ReadCase | None], bool]


def compare(base: Reads, head: Reads) -> Comparison:
    """Paired by sample, epoch and problem; what only one of the runs read is left out."""
    both = list(_both(base, head))
    right = _right(both)
    lost, won = sum(a and not b for a, b in right), sum(b and not a for a, b in right)
    p = float(binomtest(lost, lost + won).pvalue) if lost + won else 1.0
    detectable = _detectable(lost + won, len(right))
    deltas = tuple(_deltas(both, base))
    two_bands = sum(abs(level_of(one.head) - one.label) > 1 >= abs(level_of(one.base) - one.label) for one in both)
    verdict, why = (
        _verdict(len(right), p, lost, won, two_bands, detectable)
        if both
        else ("inconclusive", "nothing was read by both")
    )
    return Comparison(
        verdict=verdict,
        why=why,
        n=len(right),
        left_out=len(base.base) + len(head.base) - 2 * len({(one.read.sample.id, one.read.epoch) for one in both}),
        only_base_right=lost,
        only_head_right=won,
        p=p,
        detectable=detectable,
        deltas=deltas if both else (),
        flips=tuple(_flips(both)),
        new_two_bands=two_bands,
    )


def _right(both: Sequence[_Both]) -> list[tuple[bool, bool]]:
    """Whether most epochs of each problem are right, before and after."""
    by_problem: dict[tuple[str, int], list[tuple[bool, bool]]] = defaultdict(list)
    for one in both:
        by_problem[one.cluster, one.place].append((level_of(one.base) == one.label, level_of(one.head) == one.label))
    return [
        (2 * sum(a for a, _ in found) > len(found), 2 * sum(b for _, b in found) > len(found))
        for found in by_problem.values()
    ]


def _detectable(discordant: int, n: int) -> float:
    """The usual approximation; no less than the fewest one-sided changes that the exact test takes notice of."""
    if not n:
        return 1.0
    return min(1.0, max(_Z * math.sqrt(max(discordant, 1)) / n, _FEWEST / n))


def _verdict(
    n: int, p: float, lost: int, won: int, two_bands: int, detectable: float
) -> tuple[Literal["regression", "better", "no regression", "inconclusive"], str]:
    if two_bands:
        return "regression", f"{two_bands} decision(s) are wrong by two bands that were not before"
    if p < _ALPHA:
        word = "worse" if lost > won else "better"
        return ("regression" if lost > won else "better"), f"decisions are {word} (exact McNemar, p = {p:.3f})"
    if binomtest(lost, n, alternative="less").proportion_ci(1 - _ALPHA).high <= MARGIN:
        return "no regression", f"a loss of more than {MARGIN:.0%} can be ruled out"
    return "inconclusive", f"smallest detectable difference {detectable:.1%}: too few problems to tell"


def _both(base: Reads, head: Reads) -> Iterator[_Both]:
    before = {(read.sample.id, read.epoch): read for read in base.base}
    for read in head.base:
        earlier = before.get((read.sample.id, read.epoch))
        if earlier is None:
            continue
        for place, (old, new) in enumerate(zip(earlier.labelled, read.labelled, strict=True)):
            if new.label:
                yield _Both(
                    read.cluster, place, read, new.label, label_level(new.label, head.policy), old.read, new.read
                )


def _deltas(both: Sequence[_Both], reads: Reads) -> Iterator[Delta]:
    yield _delta("Decision exact", both, lambda one, case: level_of(case) == one.label)
    yield _delta("Under-escalation", both, lambda one, case: level_of(case) < one.label)
    yield _delta("Over-escalation", both, lambda one, case: level_of(case) > one.label)
    for code in CODES:
        yield _delta(f"{code} exact", both, _right_on(code, reads))


def _right_on(code: Code, reads: Reads) -> Holds:
    """Whether a reading has the labelled score; a range is right where the label is one, too."""

    def holds(one: _Both, case: ReadCase | None) -> bool:
        return case is not None and case.scores[code].known == label_score(one.given, code, reads)

    return holds


def _delta(title: str, both: Sequence[_Both], holds: Holds) -> Delta:
    sums: dict[str, Floats] = {}
    for one in both:
        sums.setdefault(one.cluster, np.zeros(3))
        sums[one.cluster] += (holds(one, one.base), holds(one, one.head), 1)
    arrays = list(sums.values()) or [np.zeros(3)]
    before, after, count = np.sum(arrays, axis=0)
    interval: Interval | None = bootstrap(arrays, lambda s: (s[..., 1] - s[..., 0]) / s[..., 2]) if count else None
    base, head = (float(before / count), float(after / count)) if count else (0.0, 0.0)
    ends = {"low": interval.low, "high": interval.high} if interval else {"low": None, "high": None}
    return Delta(title=title, base=base, head=head, delta=head - base, n=int(count), **ends)


def _flips(both: Sequence[_Both]) -> Iterator[Flip]:
    for one in both:
        before, after = level_of(one.base), level_of(one.head)
        if before != after:
            yield Flip(
                sample=one.read.sample.id,
                epoch=one.read.epoch,
                account=one.given.account,
                label=DECISIONS[one.label],
                base=DECISIONS[before],
                head=DECISIONS[after],
                better=abs(after - one.label) < abs(before - one.label),
                base_rationales=_rationales(one.base),
                head_rationales=_rationales(one.head),
            )


def _rationales(case: ReadCase | None) -> dict[Code, str]:
    return {code: score.rationale for code, score in case.scores.items()} if case else {}
