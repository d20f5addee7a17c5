"""Finds numbers in a reader's prose that neither stand in the notes nor follow from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from escalation.extraction.money import amounts


def unsupported(text: str, allowed: frozenset[Decimal] | set[Decimal]) -> list[str]:
    """The numbers of ``text`` that are not among ``allowed``, as they were written."""
    return [text[amount.start : amount.end].strip() for amount in amounts(text) if amount.value not in allowed]


def of_dates(dates: Iterable[dt.date]) -> set[Decimal]:
    """The numbers by which ``dates`` may be named."""
    return {Decimal(part) for date in dates for part in (date.year, date.month, date.day)}
