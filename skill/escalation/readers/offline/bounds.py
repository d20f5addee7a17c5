"""A range of scores with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from escalation.evidence.quotes import LEAST_CHARACTERS
from escalation.extraction.model import Reading
from escalation.readers.offline.facts import Hit
from escalation.readers.offline.text import Text

_MOST_QUOTES: Final = 4


class Bounds(NamedTuple):
    """The range left open for a dimension, what it rests on, and the hits that state it."""

    low: int
    high: int
    why: str
    hits: Sequence[Hit] = ()


OPEN: Final = Bounds(1, 5, "")


def reading(bounds: Bounds, text: Text, question: str, nothing_stated: str) -> Reading:
    """``bounds`` as a reading; without evidence it is open from 1 to 5, as the core would count it."""
    evidence = quotes(text, bounds.hits)
    if not evidence:
        return Reading(evidence=(), rationale=bounds.why or nothing_stated, low=1, high=5, question=question)
    ask = question if bounds.low < bounds.high else None
    return Reading(evidence=evidence, rationale=bounds.why, low=bounds.low, high=bounds.high, question=ask)


def quotes(text: Text, hits: Iterable[Hit]) -> tuple[str, ...]:
    """The notes' words behind ``hits``, each once, at most four."""
    found: dict[str, None] = {}
    for hit in hits:
        quote = text.quote(hit.sentence, hit.start, hit.end - 1)
        if len(quote.strip()) >= LEAST_CHARACTERS or any(character.isdecimal() for character in quote):
            found.setdefault(quote)
    return tuple(found)[:_MOST_QUOTES]
