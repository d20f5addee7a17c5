"""What the CSM should know or check by hand before relying on an assessment."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from escalation.decision import business_days, clocks
from escalation.decision.account_value import Revenue
from escalation.decision.facts import Facts
from escalation.decision.scores import Scores
from escalation.evidence.figures import Figures, of_dates, of_money, of_numbers, unsupported
from escalation.evidence.grounding import GroundedCase
from escalation.extraction.model import Arr
from escalation.extraction.money import UNKNOWN, amounts, values
from escalation.policy.terms import CODE_OF, DIMENSIONS

_SPELLED: Final = re.compile(r"[a-z](?:ty|teen|red|sand|lion)\b", re.IGNORECASE)
CONTRADICTION: Final = 3
"""Words that leave so many points between them do not say the same."""


def of_deadline(known: Facts, today: dt.date) -> Iterator[str]:
    """A deadline that has passed, or that falls on a weekend."""
    if known.deadline and known.deadline < today:
        yield f"The deadline of {business_days.shown(known.deadline)} has passed."
    elif known.deadline and (counts := clocks.moved_deadline(known.deadline, today)) != known.deadline:
        days = business_days.shown(known.deadline), business_days.shown(counts)
        yield f"The deadline of {days[0]} is no business day; {days[1]} counts."


def of_contradictions(scores: Scores) -> Iterator[str]:
    """Words that leave ``CONTRADICTION`` points or more between them contradict each other; both are named."""
    for name in DIMENSIONS:
        score = scores.by_dimension[name]
        low, high = score.span
        if high - low >= CONTRADICTION and len(score.evidence) > 1 and score.set_by in ("reader", "unknown"):
            words = " and ".join(f"“{item.quote}”" for item in score.evidence[:3])
            yield f"{name} ({CODE_OF[name]}) stays {low}-{high}: the notes say {words}."


def of_figures(
    grounded: GroundedCase, known: Facts, revenue: Revenue, of_notes: Figures | None, today: dt.date
) -> Iterator[str]:
    """Figures in a reader's prose that do not follow from the notes, and an amount misread.

    Nothing about prose when there were no notes (``of_notes`` is None).
    """
    case = grounded.case
    if case.arr and "arr" not in known.by_user:
        yield from _misread(case.arr)
    if of_notes is None:
        return
    allowed = of_notes | _derived(grounded, known, revenue, today)
    texts = {"situation": case.situation} | {name: getattr(case.dimensions, name).rationale for name in DIMENSIONS}
    for path, text in texts.items():
        for figure in dict.fromkeys(unsupported(text, allowed)):
            yield f"{path}: the figure {figure} is not in the notes and does not follow from them."


def _misread(arr: Arr) -> Iterator[str]:
    """The quote must hold the amount and the currency that were read from it."""
    stated = values(arr.quote)
    if stated and not _SPELLED.search(arr.quote) and Decimal(str(arr.amount)) not in stated:
        yield f"arr: the amount {arr.amount:,.10g} does not stand in “{arr.quote}”; check it."
    currencies = {amount.currency for amount in amounts(arr.quote) if amount.currency} - {UNKNOWN}
    if currencies and arr.currency != UNKNOWN and arr.currency not in currencies and not _dollars(arr, currencies):
        yield f"arr: {arr.currency} was read from “{arr.quote}”, which says {', '.join(sorted(currencies))}; check it."


def _dollars(arr: Arr, currencies: set[str]) -> bool:
    # A bare $ reads as USD here, and may well be another dollar that the notes name elsewhere.
    return currencies == {"USD"} and arr.currency.endswith("D") and "$" in arr.quote


def _derived(grounded: GroundedCase, known: Facts, revenue: Revenue, today: dt.date) -> Figures:
    """What follows from the facts by code."""
    days = [deadline.date for deadline in grounded.case.deadlines] + ([known.deadline] if known.deadline else [])
    found = of_dates([*days, today])
    for day in days:
        found |= of_numbers([Decimal(abs((day - today).days)), Decimal(business_days.between(today, day))])
    if known.days_open is not None:
        since = today - dt.timedelta(days=min(known.days_open, today.toordinal() - 1))
        found |= of_numbers([Decimal(known.days_open), Decimal(business_days.between(since, today))]) | of_dates(
            [since]
        )
    if known.arr:
        amount, units = Decimal(str(known.arr.amount)), Decimal(str(known.arr.units))
        for times in (1, units, units * 4, units * 12):
            found |= of_money(amount * times, known.arr.currency)
        found |= of_numbers([units])
    if revenue.eur is not None:
        for digits in (2, 0, -3):
            found |= of_money(round(revenue.eur, digits), "EUR")
    return found
