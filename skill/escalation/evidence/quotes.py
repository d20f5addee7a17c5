"""Finds quotes in the notes: exactly, else alike but for case, white space, Unicode form, quote marks and dashes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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


# A number goes on behind a separator; behind a blank or an apostrophe only with a group of three digits.
_APART: Final = "['’ \u00a0\u2009\u202f]"
_DIGITS_FIRST: Final = re.compile(r"\d")
_NUMBER_BEFORE: Final = re.compile(r"\d[.,]?\Z")  # "$" would look past a line's end
_NUMBER_GOES_ON: Final = re.compile(r"[.,]?\d|[^\W\d_]")


def _starts_inside(before: str, quote: str) -> bool:
    return bool(re.match(r"\d{3}(?!\d)", quote) and re.search(rf"(?<!\d)\d{{1,3}}{_APART}\Z", before))


def _ends_inside(quote: str, after: str) -> bool:
    return bool(re.search(r"(?<!\d)\d{1,3}\Z", quote) and re.match(rf"{_APART}\d{{3}}(?!\d)", after))


class Span(NamedTuple):
    """Code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, those that touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def long_enough(quote: str) -> bool:
    """A quote has at least 8 characters, or is an amount or a date."""
    stripped = quote.strip()
    return len(stripped) >= LEAST_CHARACTERS or bool(len(stripped) > 1 and _SHORT.fullmatch(stripped))


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
        """The first occurrence that shares nothing with the spans ``outside`` of which it must lie.

        These must be in order and apart from each other, as ``merged`` gives them.
        """
        starts = [span.start for span in outside]

        def clear(span: Span) -> bool:
            place = bisect_left(starts, span.end)
            return place == 0 or not span.overlaps(outside[place - 1])

        return next(filter(clear, self.all(quote)), None)

    def _exact(self, wanted: str) -> Iterator[Span]:
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            yield Span(start, start + len(wanted))
            start = self.text.find(wanted, start + 1)

    def _alike(self, wanted: str) -> Iterator[Span]:
        form = folded(wanted)[0].strip()
        text, places = self._folded_text
        start = text.find(form) if form else -1
        while start >= 0:
            yield Span(places[start], self._end_of_character(places[start + len(form) - 1]))
            start = text.find(form, start + 1)

    def _end_of_character(self, place: int) -> int:
        """Accents that follow a letter as characters of their own belong to it."""
        end = place + 1
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return end

    def _whole_numbers(self, span: Span) -> bool:
        """A quote may not cut a number: "EUR 38" stands neither in "EUR 380" nor in "EUR 38k" nor in "EUR 38 000"."""
        before, after = self.text[max(span.start - 5, 0) : span.start], self.text[span.end : span.end + 5]
        quote = self.text[slice(*span)]
        if _DIGITS_FIRST.match(quote) and (_NUMBER_BEFORE.search(before) or _starts_inside(before, quote)):
            return False
        return not (quote[-1].isdigit() and (_NUMBER_GOES_ON.match(after) or _ends_inside(quote, after)))

    @cached_property
    def _folded_text(self) -> tuple[str, list[int]]:
        return folded(self.text)


def folded(text: str) -> tuple[str, list[int]]:
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
