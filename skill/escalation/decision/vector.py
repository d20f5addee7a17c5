"""One line that holds everything a decision is computed from: ``EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from escalation.errors import WrongUsage
from escalation.policy.table import Box, Range
from escalation.policy.terms import CODES, SIGNALS, SignalKind

GRAMMAR = "EDF:1.0"
_RANGE = r"([1-5])(?:-([1-5]))?"
_VECTOR = re.compile(
    re.escape(GRAMMAR) + "".join(f"/{code}:{_RANGE}" for code in CODES) + r"(?:/S:([a-z_]+(?:,[a-z_]+)*))?"
)
_KNOWN = frozenset(SIGNALS)


class Vector(NamedTuple):
    """Ranges in the order CI, AV, TS, CC, and the signals in alphabetical order."""

    box: Box
    signals: tuple[SignalKind, ...]

    def __str__(self) -> str:
        """The canonical form, the only one that ``parse`` takes."""
        scores = "/".join(f"{code}:{shown(span)}" for code, span in zip(CODES, self.box, strict=True))
        return f"{GRAMMAR}/{scores}" + (f"/S:{','.join(self.signals)}" if self.signals else "")


def shown(span: Range) -> str:
    """A score or a range as people read it: "4", "1-5"."""
    low, high = span
    return str(low) if low == high else f"{low}-{high}"


def of(box: Box, signals: Iterable[SignalKind]) -> Vector:
    """The vector of ranges and signals in any order."""
    return Vector(box, tuple(sorted(set(signals))))


def parse(text: str) -> Vector:
    """The vector in ``text``; raises WrongUsage, saying what is wrong, for anything but the canonical form."""
    match = _VECTOR.fullmatch(text)
    if not match or not text.isascii():
        example = f"{GRAMMAR}/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security"
        raise WrongUsage(f"{text!r:.120} is not a vector; one looks like {example}")
    ends = match.groups()
    box: list[Range] = []
    for place, code in enumerate(CODES):
        low, high = int(ends[2 * place]), ends[2 * place + 1]
        if high is not None and int(high) <= low:
            raise WrongUsage(f"{text!r:.120}: {code}:{low}-{high} is not a range from low to high")
        box.append((low, int(high) if high else low))
    signals = tuple(ends[8].split(",")) if ends[8] else ()
    if not _KNOWN.issuperset(signals):
        unknown = next(signal for signal in signals if signal not in _KNOWN)
        raise WrongUsage(f"{text!r:.120}: '{unknown}' is not a signal ({', '.join(SIGNALS)})")
    if any(later <= earlier for earlier, later in pairwise(signals)):
        raise WrongUsage(f"{text!r:.120}: signals stand once each, in alphabetical order")
    return Vector((box[0], box[1], box[2], box[3]), signals)
