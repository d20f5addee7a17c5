"""The notes of a case, cut where a quote begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from escalation.evidence.notes import from_text
from escalation.evidence.quotes import Finder
from escalation.policy.terms import CODES
from evals.corpus.case import BaseCase, Label
from evals.measuring.reads import Read

SIGNAL: Final = "S"
"""The letter of quotes that give a signal, beside the codes of the dimensions."""
LAYERS: Final = (*CODES, SIGNAL)


class Mark(NamedTuple):
    """A quote in the notes: what it is evidence for, and whether a label or a reading rests on it."""

    start: int
    end: int
    layer: str
    by: Literal["label", "read"]


class Piece(NamedTuple):
    """Words on which the same quotes lie; ``layers`` is what they are evidence for, ``begins`` what begins here."""

    text: str
    layers: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    label: bool = False
    read: bool = False


def highlight(base: BaseCase, read: Read | None) -> tuple[Piece, ...]:
    """The notes with the quotes of every label and of one reading."""
    text = from_text(base.notes).text
    return pieces(text, [*_labelled(base.cases, Finder(text)), *_read(read)])


def pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """``text`` in pieces that are ``text`` when they are put together again. A quote beyond its ends is left out."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    cuts = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        here = [mark for mark in inside if mark.start <= start and end <= mark.end]
        layers = tuple(layer for layer in LAYERS if any(mark.layer == layer for mark in here))
        before = found[-1].layers if found else ()
        by = {mark.by for mark in here}
        begins = tuple(layer for layer in layers if layer not in before)
        found.append(Piece(text[start:end], layers, begins, label="label" in by, read="read" in by))
    return tuple(found)


def _labelled(labels: Iterable[Label], finder: Finder) -> Iterator[Mark]:
    for label in labels:
        for layer, quote in _quotes(label):
            if span := finder.first(quote):
                yield Mark(span.start, span.end, layer, "label")


def _quotes(label: Label) -> Iterator[tuple[str, str]]:
    for code in ("CI", "TS", "CC"):
        yield from ((code, quote) for quote in getattr(label, f"{code}_evidence"))
    yield from (("AV", quote) for quote in (label.arr and label.arr.quote, label.weight_quote) if quote)
    yield from ((SIGNAL, signal.quote) for signal in label.signals)


def _read(read: Read | None) -> Iterator[Mark]:
    for case in read.result.cases if read else ():
        for code, score in case.scores.items():
            yield from (Mark(start, end, code, "read") for start, end in score.quotes)
        for spans in case.signals.values():
            yield from (Mark(start, end, SIGNAL, "read") for start, end in spans)
