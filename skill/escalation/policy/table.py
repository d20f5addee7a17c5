"""The decision of each of the 625 score vectors: bands first, then the floors over scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from escalation.policy.terms import CODES, LEVEL_OF, SCORES, TOTALS, SignalKind

if TYPE_CHECKING:
    from escalation.policy.model import Band, Floor

Vector = tuple[int, int, int, int]
"""Scores in the order CI, AV, TS, CC."""

Range = tuple[int, int]
"""From low to high, both included; equal when known."""
Box = tuple[Range, Range, Range, Range]
"""Ranges in the order CI, AV, TS, CC."""

VECTORS: tuple[Vector, ...] = tuple(product(SCORES, SCORES, SCORES, SCORES))
"""All 625 vectors, in the order of ``index_of``."""


def index_of(ci: int, av: int, ts: int, cc: int) -> int:
    """The place of a vector in ``VECTORS``."""
    return ((ci - 1) * 5 + av - 1) * 25 + (ts - 1) * 5 + cc - 1


class DecisionTable:
    """Levels (0 to 3, the order of ``DECISIONS``) by total, by vector and by signal."""

    def __init__(self, bands: Sequence[Band], floors: Sequence[Floor]) -> None:
        """Work the table out; ``bands`` must cover every total."""
        self.floors = tuple(floors)
        self.band_level = [0] * TOTALS.stop
        for band in bands:
            for total in range(band.low, band.high + 1):
                self.band_level[total] = LEVEL_OF[band.decision]
        leasts = {floor.id: tuple(floor.scores.get(code, 1) for code in CODES) for floor in floors}
        self._conditions: list[tuple[Floor, str | None, tuple[int, ...]]] = [
            (floor, floor.signal, leasts[floor.id]) for floor in floors
        ]
        self._least = [(least, LEVEL_OF[floor.at_least]) for floor, signal, least in self._conditions if not signal]
        self._by_signal: dict[str, int] = {}
        for floor in floors:
            if floor.signal:
                level = LEVEL_OF[floor.at_least]
                self._by_signal[floor.signal] = max(level, self._by_signal.get(floor.signal, 0))
        self.levels = bytes(self._level(vector) for vector in VECTORS)
        self._in_box: dict[Box, frozenset[int]] = {}  # at most 50,625 boxes

    def _level(self, vector: Vector) -> int:
        level = self.band_level[sum(vector)]
        ci, av, ts, cc = vector
        for (least_ci, least_av, least_ts, least_cc), at_least in self._least:
            if at_least > level and ci >= least_ci and av >= least_av and ts >= least_ts and cc >= least_cc:
                level = at_least
        return level

    def levels_in(self, box: Box) -> frozenset[int]:
        """The levels of all vectors in ``box``, signals left aside."""
        found = self._in_box.get(box)
        if found is None:
            levels = self.levels
            (ci, ci_high), (av, av_high), (ts, ts_high), (cc, cc_high) = box
            found = self._in_box[box] = frozenset(
                level
                for first in range(ci, ci_high + 1)
                for second in range(av, av_high + 1)
                for third in range(ts, ts_high + 1)
                for level in levels[index_of(first, second, third, cc) : index_of(first, second, third, cc_high) + 1]
            )
        return found

    def signal_level(self, signals: Iterable[SignalKind]) -> int:
        """The level below which ``signals`` let no decision fall."""
        return max((self._by_signal.get(signal, 0) for signal in signals), default=0)

    def fired(self, vector: Vector, signals: Iterable[SignalKind]) -> tuple[Floor, ...]:
        """The floors that fire on a vector and a set of signals, in policy order."""
        given = frozenset(signals)
        return tuple(
            floor
            for floor, signal, least in self._conditions
            if (signal in given if signal else all(score >= low for score, low in zip(vector, least, strict=True)))
        )
