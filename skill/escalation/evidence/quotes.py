"""Finds quotes in the notes: exactly, else alike but for case, white space, Unicode form, quote marks and dashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

LEAST_CHARACTERS: Final = 8

_SINGLE: Final = dict.fromkeys('‘’‚‛′`´"“”„‟«»″‹›', "'") | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_DROPPED: Final = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|dez|okt|mär|mrz)[a-zé]*\.?"
_DAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tonight|yesterday|EOD|COB|EOW)"
)
_SHORT: Final = re.compile(
    rf"(?=.*\d)[\d\s.,'’:/+%~-]*(?:(?:{_MONTH}|st|nd|rd|th|of|€|£|¥|₹|\W?\$|[A-Z]{{3}}|kr|zł|k|m|bn|mio|p\.?a|mrr|arr|yr|pm|am|h|d|x|[-–/])"
    rf"[\d\s.,'’:/+%~-]*)*|(?:next |this |by |on |before )?{_DAY}",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """Code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


def long_enough(quote: str) -> bool:
    """A quote has at least 8 characters, or is an amount or a date."""
    stripped = quote.strip()
    return len(stripped) >= LEAST_CHARACTERS or bool(stripped and _SHORT.fullmatch(stripped))


class Finder:
    """Finds quotes in one text."""

    def __init__(self, text: str) -> None:
        """Prepare to search ``text``."""
        self.text = text

    def all(self, quote: str) -> Iterator[Span]:
        """Every occurrence of ``quote``, exact ones if there are any, in the order of the text."""
        wanted = quote.strip()
        found = [span for span in self._exact(wanted) if self._whole_numbers(span)]
        yield from found or (span for span in self._alike(wanted) if self._whole_numbers(span))

    def first(self, quote: str, outside: Sequence[Span] = ()) -> Span | None:
        """The first occurrence that shares nothing with the spans ``outside`` of which it must lie."""
        return next((span for span in self.all(quote) if not any(map(span.overlaps, outside))), None)

    def _exact(self, wanted: str) -> Iterator[Span]:
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            yield Span(start, start + len(wanted))
            start = self.text.find(wanted, start + 1)

    def _alike(self, wanted: str) -> Iterator[Span]:
        folded, _ = _folded(wanted)
        folded = folded.strip()
        text, places = self._folded_text
        start = text.find(folded) if folded else -1
        while start >= 0:
            yield Span(places[start], self._end_of_character(places[start + len(folded) - 1]))
            start = text.find(folded, start + 1)

    def _end_of_character(self, place: int) -> int:
        """Accents that follow a letter as characters of their own belong to it."""
        end = place + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    def _whole_numbers(self, span: Span) -> bool:
        """A quote may not cut a number: "EUR 38" does not stand in "EUR 380" nor in "EUR 38k"."""
        text = self.text
        before, after = text[max(span.start - 2, 0) : span.start], text[span.end : span.end + 2]
        if text[span.start].isdigit() and re.search(r"\d[.,]?$", before):
            return False
        return not (text[span.end - 1].isdigit() and re.match(r"[.,]?\d|[^\W\d_]", after))

    @cached_property
    def _folded_text(self) -> tuple[str, list[int]]:
        return _folded(self.text)


def _folded(text: str) -> tuple[str, list[int]]:
    """``text`` brought to one form, and for each of its characters the place it comes from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in _DROPPED:
            continue
        if character.isspace():
            form = "" if characters and characters[-1] == " " else " "
        else:
            form = _SINGLE.get(character) or unicodedata.normalize("NFKD", character).casefold()
            form = "".join(_SINGLE.get(part, part) for part in form)
        characters.extend(form)
        places.extend([place] * len(form))
    return "".join(characters), places
