"""One lower-case form of the notes to read, in which every place leads back to the notes as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from escalation.readers.offline.patterns import Pattern

_INVISIBLE: Final = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff"
)
_ALIKE: Final = (
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒−", "-")
    | dict.fromkeys("\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\x0b\x0c", " ")
    | dict.fromkeys("\r\x85\u2028\u2029", "\n")
    | {"İ": "I"}
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)
_LINE_ENDS: Final = frozenset("\n\r\x85\u2028\u2029")
_TABLE: Final = str.maketrans(_ALIKE)
_HIDDEN: Final = Pattern(f"[{_INVISIBLE}]")
_BREAKING_TAG: Final = Pattern(
    r"<\s*(?:br|/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote))\b[^<>]{0,300}>", re.IGNORECASE
)
_TAG: Final = Pattern(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});", re.IGNORECASE)


class Folded:
    """The notes without invisible characters and tags, quote marks and spaces of one form.

    ``text`` keeps the case, ``lower`` does not; both have the same length, and ``quote`` gives the notes' own words.
    """

    def __init__(self, notes: str) -> None:
        """Fold ``notes``."""
        self.notes = notes
        self._places: list[int] | None = None
        text = notes.translate(_TABLE)
        if "<" in text or "&" in text:
            text = _TAG.re.sub(_spaces, _BREAKING_TAG.re.sub(_line_end, text))
        if _HIDDEN.re.search(text):
            self._places = [place for place, character in enumerate(text) if character not in _INVISIBLE]
            text = _HIDDEN.re.sub("", text)
        self.text = text

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        lower = self.text.lower()
        return (
            lower
            if len(lower) == len(self.text)
            else "".join(c if len(c.lower()) != 1 else c.lower() for c in self.text)
        )

    def quote(self, start: int, end: int) -> str:
        """The words of the notes from ``start`` up to ``end`` of the folded text."""
        if self._places is None or start >= end:
            return self.notes[start:end]
        return self.notes[self._places[start] : self._places[end - 1] + 1]

    def widened(self, start: int, end: int, least: int) -> tuple[int, int]:
        """``start`` to ``end`` with words around, until that is at least ``least`` characters that may be read."""
        while len(self.quote(start, end).strip()) < least and (self._readable(start - 1) or self._readable(end)):
            start -= self._readable(start - 1)
            end += self._readable(end)
        while self._readable(start - 1) and self.text[start].isalnum() and self.text[start - 1].isalnum():
            start -= 1
        while self._readable(end) and self.text[end].isalnum() and self.text[end - 1].isalnum():
            end += 1
        return start, end

    def _readable(self, place: int) -> bool:
        """Whether there is such a place, and it was not blanked."""
        if not 0 <= place < len(self.text):
            return False
        return self.text[place] != "\n" or self.quote(place, place + 1) in _LINE_ENDS

    def blank(self, spans: Iterable[tuple[int, int]]) -> None:
        """Let nobody read these ``spans``; the words before and after no longer hang together."""
        kept, at = [], 0
        for start, end in sorted(spans):
            kept += [self.text[at:start], "\n" * (end - max(at, start))]
            at = max(at, end)
        self.text = "".join(kept) + self.text[at:]
        self.__dict__.pop("lower", None)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _line_end(match: re.Match[str]) -> str:
    return "\n" * len(match[0])
