"""Which quotes of an extraction do not stand in the notes, whatever they are there for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from escalation.evidence.notes import Notes
from escalation.evidence.quotes import Finder
from escalation.extraction.model import Extraction


def quotes(extraction: Extraction) -> Iterator[str]:
    """Every quote of ``extraction``, in its order; one that is given twice comes twice."""
    yield from _quotes(extraction.model_dump(mode="json", by_alias=True))


def missing(extraction: Extraction, notes: Notes) -> tuple[str, ...]:
    """The quotes that are not in ``notes``, each once, in the order of the extraction."""
    finder = Finder(notes.text)
    return tuple(quote for quote in dict.fromkeys(quotes(extraction)) if finder.first(quote) is None)


def _quotes(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "quote" and item is not None:
                yield item
            elif key in ("evidence", "addressed_to_reader"):
                yield from item
            else:
                yield from _quotes(item)
    elif isinstance(value, list):
        for item in value:
            yield from _quotes(item)
