"""Finds numbers, amounts and dates in a reader's prose that neither stand in the notes nor follow from them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from escalation.extraction.money import UNKNOWN, amounts, values

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sept sep septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre diciembre",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES: Final = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?P<name>{_MONTH})\b\.?(?:,?\s+(?:de\s+)?(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    # Day and month, in either order: which one is meant stands nowhere.
    re.compile(r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>\d{4}|\d{2}))?(?![\d/-])"),
)
_CENTURY: Final = 2000


class _Date(NamedTuple):
    """A date in a text; the year is None where none stands."""

    year: int | None
    month: int
    day: int
    start: int
    end: int


@dataclass(frozen=True)
class Figures:
    """What a text names: numbers, amounts with their currency, days of the year with their years (None: none named)."""

    numbers: frozenset[Decimal] = frozenset()
    money: frozenset[tuple[Decimal, str]] = frozenset()
    days: frozenset[tuple[int | None, int, int]] = frozenset()

    def __or__(self, other: Figures) -> Figures:
        """Both together."""
        return Figures(self.numbers | other.numbers, self.money | other.money, self.days | other.days)


def of_text(text: str) -> Figures:
    """Everything that ``text`` names, in every way it can be meant."""
    found = list(_dates(text))
    money = {(value, a.currency) for a in amounts(text) if a.currency for value in values(text[a.start : a.end])}
    days = {(date.year, *pair) for date in found for pair in ((date.month, date.day), (date.day, date.month))}
    return Figures(frozenset(values(text)), frozenset(money), frozenset(days))


def of_numbers(numbers: Iterable[Decimal]) -> Figures:
    """Bare numbers."""
    return Figures(numbers=frozenset(numbers))


def of_money(value: Decimal, currency: str) -> Figures:
    """An amount, also as a bare number."""
    return Figures(frozenset({value}), frozenset({(value, currency)}))


def of_dates(dates: Iterable[dt.date]) -> Figures:
    """Dates, and the numbers by which they may be named."""
    days = list(dates)
    numbers = {Decimal(part) for day in days for part in (day.year, day.month, day.day)}
    return Figures(frozenset(numbers), days=frozenset((day.year, day.month, day.day) for day in days))


def unsupported(text: str, allowed: Figures) -> list[str]:
    """The dates, amounts and numbers of ``text`` that are not among ``allowed``, as they were written."""
    dates = list(_dates(text))
    strange = [text[date.start : date.end].strip() for date in dates if not _known(date, allowed)]
    for amount in amounts(text):
        if any(date.start < amount.end and amount.start < date.end for date in dates):
            continue
        bare = amount.currency in (None, UNKNOWN)
        known = amount.value in allowed.numbers and (bare or _currency_known(amount.value, amount.currency, allowed))
        if not known:
            strange.append(text[amount.start : amount.end].strip())
    return strange


def _currency_known(value: Decimal, currency: str | None, allowed: Figures) -> bool:
    """A value may carry a currency that its own notes give it, or that they leave out."""
    stated = {code for number, code in allowed.money if number == value}
    return not stated or currency in stated or UNKNOWN in stated


def _known(date: _Date, allowed: Figures) -> bool:
    years = {year for year, month, day in allowed.days if (month, day) == (date.month, date.day)}
    return bool(years) and (date.year is None or None in years or date.year in years)


def _dates(text: str) -> Iterator[_Date]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"].lower()]
            year = int(parts["year"]) if parts["year"] else None
            if year is not None and year < 100:  # noqa: PLR2004 - written with two digits
                year += _CENTURY
            day = int(parts["day"])
            if 1 <= month <= 31 and 1 <= day <= 31 and min(month, day) <= 12:  # noqa: PLR2004 - days and months
                yield _Date(year, month, day, *match.span())
