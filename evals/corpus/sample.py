"""What a reader is given: the notes of a base case or of one of its variants."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from evals.corpus.case import BaseCase, Split, Variant


class Sample(NamedTuple):
    """One text to read. A sample and its ``base`` are of one cluster; ``variant`` is None for the base case itself."""

    base: BaseCase
    variant: Variant | None
    notes: str

    @property
    def id(self) -> str:
        """``case`` or ``case/variant``."""
        return f"{self.base.id}/{self.variant.id}" if self.variant else self.base.id

    @property
    def split(self) -> Split:
        """That of the base case."""
        return self.base.split

    @property
    def today(self) -> dt.date:
        """The day on which the notes are read."""
        return self.base.today


def samples_of(base: BaseCase) -> tuple[Sample, ...]:
    """The base case, then its variants in the order of the file. Raises ValueError for one that cannot be made."""
    return Sample(base, None, base.notes), *(Sample(base, variant, text_of(base, variant)) for variant in base.variants)


def text_of(base: BaseCase, variant: Variant) -> str:
    """The notes of a variant. Raises ValueError where words to replace do not stand exactly once in the base notes."""
    if variant.notes is not None:
        return variant.notes
    if variant.append is not None:
        return f"{base.notes.rstrip()}\n\n{variant.append.strip()}\n"
    text = base.notes
    for part in variant.replace:
        if text.count(part.old) != 1:
            raise ValueError(f"{base.id}/{variant.id}: {part.old!r} stands {text.count(part.old)} times in the notes")
        text = text.replace(part.old, part.new)
    return text
