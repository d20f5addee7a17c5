"""Decisions over ranges: the decision, all possible ones, the one question, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final, NamedTuple

from escalation.policy.model import Floor
from escalation.policy.table import Box, DecisionTable, Range
from escalation.policy.terms import CODES, DECISIONS, LEVEL_OF, SCORES, Code, Decision, SignalKind

_COMMON_MULTIPLE: Final = 60
"""Of 2 to 5, the numbers of answers a range can have: averages compare exactly as integers."""
ASKED_FIRST: Final[tuple[Code, ...]] = ("CI", "TS", "CC", "AV")


class Ruling(NamedTuple):
    """What a policy makes of a box and signals. ``total`` is (low, high); ``possible`` stands mildest first."""

    total: Range
    score_decision: Decision
    floors: tuple[Floor, ...]
    decision: Decision
    possible: tuple[Decision, ...]

    @property
    def settled(self) -> bool:
        """Whether every vector in the ranges leads to the same decision."""
        return len(self.possible) == 1


class Change(NamedTuple):
    """The fewest ``points``, up (positive) or down, to another decision, and the dimensions that alone bring them.

    ``codes`` is empty where no single dimension has room for so many points.
    """

    points: int
    decision: Decision
    codes: tuple[Code, ...]


def rule(table: DecisionTable, box: Box, signals: Sequence[SignalKind]) -> Ruling:
    """The decision on ``box``: the band of the middle of the total, raised by the floors its low ends satisfy."""
    (ci, ci_high), (av, av_high), (ts, ts_high), (cc, cc_high) = box
    low, high = ci + av + ts + cc, ci_high + av_high + ts_high + cc_high
    band = table.band_level[middle(low, high)]
    floors = table.fired((ci, av, ts, cc), signals)
    raised = max((LEVEL_OF[floor.at_least] for floor in floors), default=0)
    return Ruling((low, high), DECISIONS[band], floors, DECISIONS[max(band, raised)], possible(table, box, signals))


def middle(low: int, high: int) -> int:
    """The total that gives the decision: the middle of the range, a half rounded up."""
    return (low + high + 1) // 2


def possible(table: DecisionTable, box: Box, signals: Iterable[SignalKind]) -> tuple[Decision, ...]:
    """The final decisions over all vectors in ``box``, mildest first."""
    least = table.signal_level(signals)
    levels = {max(least, level) for level in table.levels_in(box)}
    return tuple(DECISIONS[level] for level in sorted(levels))


def question(table: DecisionTable, box: Box, signals: Sequence[SignalKind]) -> Code | None:
    """The open dimension whose answer leaves the fewest possible decisions on average over its range.

    Ties: the smaller worst case, then CI, TS, CC, AV. None when the decision is settled.
    """
    if len(possible(table, box, signals)) == 1:
        return None

    def left(code: Code) -> tuple[int, int, int]:
        place = CODES.index(code)
        low, high = box[place]
        counts = [len(possible(table, _with(box, place, (score, score)), signals)) for score in range(low, high + 1)]
        return sum(counts) * _COMMON_MULTIPLE // len(counts), max(counts), ASKED_FIRST.index(code)

    return min((code for code, (low, high) in zip(CODES, box, strict=True) if low < high), key=left)


def changes(table: DecisionTable, box: Box, signals: Sequence[SignalKind]) -> tuple[Change, ...]:
    """The nearest other decision above and the nearest below, floors applied, where there is one.

    A point moves the whole range of a dimension, as far as both of its ends stay within 1 to 5.
    """
    now = rule(table, box, signals).decision
    found = (_nearest(table, box, signals, now, direction) for direction in (1, -1))
    return tuple(change for change in found if change)


def _nearest(
    table: DecisionTable, box: Box, signals: Sequence[SignalKind], now: Decision, direction: int
) -> Change | None:
    rooms = [SCORES[-1] - high if direction > 0 else low - SCORES[0] for low, high in box]
    steps = sorted(product(*(range(room + 1) for room in rooms)), key=sum)
    best: list[tuple[tuple[int, ...], Decision]] = []
    for step in steps:
        if best and sum(step) > sum(best[0][0]):
            break
        moved = _moved(box, [direction * points for points in step])
        decision = rule(table, moved, signals).decision
        if decision != now:
            best.append((step, decision))
    if not best:
        return None
    decision = min((decision for _, decision in best), key=lambda other: abs(LEVEL_OF[other] - LEVEL_OF[now]))
    points = sum(best[0][0])
    codes = tuple(CODES[step.index(points)] for step, reached in best if points in step and reached == decision)
    return Change(direction * points, decision, tuple(code for code in CODES if code in codes))


def _moved(box: Box, points: Sequence[int]) -> Box:
    ci, av, ts, cc = ((low + point, high + point) for (low, high), point in zip(box, points, strict=True))
    return ci, av, ts, cc


def _with(box: Box, place: int, span: Range) -> Box:
    ci, av, ts, cc = (span if place == other else given for other, given in enumerate(box))
    return ci, av, ts, cc
