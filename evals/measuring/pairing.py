"""Which problem of a reading is which labelled one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

from escalation.evidence.quotes import Finder
from evals.corpus.case import Label
from evals.running.results import ReadCase, Spans

_NAMED = 10
"""What a matching account name weighs against shared words: more than all of these."""


class Pair(NamedTuple):
    """A labelled problem and its reading; None where one of the two has none."""

    label: Label | None
    read: ReadCase | None


def pair(labels: Sequence[Label], read: Sequence[ReadCase], notes: str) -> tuple[Pair, ...]:
    """Each label with its reading, in the order of the labels, then the readings that no label knows.

    Problems belong together by their account's name and by the words they rest on, never by their scores.
    """
    if len(labels) == len(read) == 1:
        return (Pair(labels[0], read[0]),)
    finder = Finder(notes)
    likeness = [[_likeness(label, case, finder) for case in read] for label in labels]
    places: list[int | None] = [*range(len(read)), *[None] * max(0, len(labels) - len(read))]

    def together(order: Sequence[int | None]) -> float:
        return sum(likeness[row][place] for row, place in enumerate(order) if place is not None)

    best = max(permutations(places, len(labels)), key=together)
    found = [Pair(label, None if place is None else read[place]) for label, place in zip(labels, best, strict=True)]
    return *found, *(Pair(None, case) for place, case in enumerate(read) if place not in best)


def _likeness(label: Label, case: ReadCase, finder: Finder) -> float:
    named = _same_name(label.account, case.account)
    spans = [span for quote in label.quotes() if (span := finder.first(quote))]
    return _NAMED * named + sum(_touched(span, case) for span in spans) / max(1, len(spans))


def _same_name(one: str | None, other: str | None) -> bool:
    first, second = (one or "").casefold(), (other or "").casefold()
    return bool(first and second) and (first in second or second in first)


def _touched(span: tuple[int, int], case: ReadCase) -> bool:
    cited: Spans = tuple(quote for score in case.scores.values() for quote in score.quotes)
    return any(span[0] < end and start < span[1] for start, end in cited)
