"""Business days: Monday to Friday; holidays are not known."""

from __future__ import annotations

import datetime as dt
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = dt.timedelta(days=1)
_SATURDAY: Final = 5


def is_business_day(day: dt.date) -> bool:
    """Whether ``day`` is no Saturday and no Sunday."""
    return day.weekday() < _SATURDAY


def after(day: dt.date, count: int) -> dt.date:
    """The business day that lies ``count`` business days after ``day``; 0 is ``day`` itself, whatever day it is.

    The calendar ends on 9999-12-31; so does the result.
    """
    try:
        weeks, rest = divmod(count, 5)
        found = day if is_business_day(day) or not count else before_weekend(day)
        found += dt.timedelta(weeks=weeks)
        while rest:
            found += _DAY
            rest -= is_business_day(found)
    except OverflowError:
        return dt.date.max
    return found


def before_weekend(day: dt.date) -> dt.date:
    """``day``, or the Friday before it when it is a Saturday or Sunday."""
    return day - _DAY * max(day.weekday() - _SATURDAY + 1, 0)


def between(start: dt.date, end: dt.date) -> int:
    """How many business days follow ``start`` up to and including ``end``; 0 when ``end`` is not later."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    return weeks * 5 + sum(is_business_day(end - _DAY * back) for back in range(rest))


def shown(day: dt.date) -> str:
    """A day as people read it, the same in every language setting: "Monday 2026-11-23"."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def due(day: dt.date, today: dt.date) -> str:
    """A day within a sentence: "today (Sunday 2026-11-22)", "by Monday 2026-11-23"."""
    return f"today ({shown(day)})" if day == today else f"by {shown(day)}"
