"""Days named in words, such as "Thursday the 26th", "tmrw 9am" or "end of the month", as dates.

A day is resolved from an anchor, the day on which its message was written: without a year it is the first such day on
or after the anchor; a day that the words put in the past ("since the 10th") is the last one on or before it.
"""
# ruff: noqa: PLR2004 - numbers of days, months and years are the subject here.

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from escalation.extraction.money import NUMBER_WORDS
from escalation.readers.offline.words import word_set

_WEEKDAYS: Final = {
    form: number
    for number, forms in enumerate(
        (
            "mon monday mondays",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for form in forms.split()
}
_OWNING: Final = {f"{form}'s": number for form, number in _WEEKDAYS.items() if form.endswith("day")}
_MONTHS: Final = {
    form: number
    for number, forms in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for form in forms.split()
}  # fmt: skip
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_TODAY: Final = frozenset({"today", "tonight", "eod", "cob"})
_TOMORROW: Final = frozenset({"tomorrow", "tmrw", "tmr", "tomorow", "tomorrow's"})
_UNIT_DAYS: Final = {
    "hour": 0,
    "hours": 0,
    "hrs": 0,
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "wk": 7,
    "wks": 7,
    "fortnight": 14,
}
_TIMES: Final = word_set("midnight noon lunch lunchtime midday")
_PERIODS: Final = frozenset({"week", "wk", "month", "quarter", "year"})
_ENDS: Final = word_set("""
    end close eom eow eoq eoy
""")


_BEGINNINGS: Final = (
    frozenset(_WEEKDAYS) | frozenset(_OWNING) | frozenset(_MONTHS) | frozenset(_ORDINALS) | _TODAY | _TOMORROW | _ENDS
    | _PERIODS
    | word_set("""
        the this next in within yesterday w midnight noon lunch lunchtime midday mid christmas xmas
    """)
)  # fmt: skip


class Day(NamedTuple):
    """A day named by the words from ``start`` up to ``end``; not ``exact`` where it ends a span such as "next week"."""

    date: dt.date
    start: int
    end: int
    exact: bool


class _Read(NamedTuple):
    date: dt.date
    length: int
    exact: bool = True


def days(words: Sequence[str], anchor: dt.date, *, past: bool = False) -> Iterator[Day]:
    """Every day named in ``words``, from left to right; ``past`` looks back from the anchor, not forward."""
    place = 0
    while place < len(words):
        word = words[place]
        read = _read(words, place, anchor, past=past) if word in _BEGINNINGS or word[0].isdecimal() else None
        if read is None:
            place += 1
            continue
        yield Day(read.date, place, place + read.length, read.exact)
        place += read.length


def _read(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    for reader in (
        _numeric,
        _weekday,
        _day_and_month,
        _month_and_day,
        _day_of_month,
        _near,
        _after_some_time,
        _end_of,
        _next,
        _week_commencing,
        _overmorrow,
        _before_a_days,
        _by_the_clock,
        _feast,
    ):
        try:
            read = reader(words, at, anchor, past=past)
        except (ValueError, OverflowError):
            continue
        if read is not None:
            return read
    return None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _numeric(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    word = _word(words, at)
    if len(word) == 10 and word[4] == "-" and word[:4].isdecimal():
        return _Read(dt.date.fromisoformat(word), 1)
    parts = word.replace(".", "/").split("/")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    if len(parts) == 2 and ("." in word or not _says_date(words, at)):
        return None
    day, month = int(parts[0]), int(parts[1])
    if month > 12 >= day:
        day, month = month, day
    if len(parts) == 3:
        year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
        return _Read(dt.date(year, month, day), 1) if 1990 <= year <= 2100 else None
    return _Read(_nearest(month, day, anchor, past=past), 1)


def _says_date(words: Sequence[str], at: int) -> bool:
    before = _word(words, at - 1)
    return (
        before in _WEEKDAYS
        or before in {"by", "on", "before", "dated", "until", "till", "since", "from", "due"}
        or at == 0
    )


def _weekday(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:  # noqa: PLR0911 - one way out for each case
    weekday = _WEEKDAYS.get(words[at])
    if weekday is None or (
        words[at] in {"sat", "sun", "mon", "wed"} and _word(words, at - 1) in {"they", "we", "i", "have", "had", "the"}
    ):
        return None
    for skip in (1, 2):
        if skip == 2 and _word(words, at + 1) not in {"the", "morning", "night", "evening", "afternoon"}:
            break
        following = _day_and_month(words, at + skip, anchor, past=past) or _month_and_day(
            words, at + skip, anchor, past=past
        )
        following = (
            following
            or _numeric(words, at + skip, anchor, past=past)
            or _ordinal_day(words, at + skip, anchor, past=past)
        )
        following = following or _bare_day(words, at + skip, weekday, anchor, past=past)
        if following:
            return _Read(following.date, following.length + skip)
    if words[at].endswith("s") and words[at] not in {"tues", "weds", "thurs"}:
        return None
    before = _word(words, at - 1)
    if past or before == "last":
        return _Read(
            anchor
            - dt.timedelta(
                (anchor.weekday() - weekday - 1) % 7 + 1 if before == "last" else (anchor.weekday() - weekday) % 7
            ),
            1,
        )
    ahead = (weekday - anchor.weekday()) % 7
    if before == "next" and ahead + anchor.weekday() < 7:
        ahead += 7
    if _word(words, at + 1) == "week":
        return _Read(anchor + dt.timedelta(ahead + 7 if ahead + anchor.weekday() < 7 else ahead), 2)
    if _word(words, at + 1) == "after" and _word(words, at + 2) == "next":
        return _Read(anchor + dt.timedelta(ahead + 7), 3)
    return _Read(anchor + dt.timedelta(ahead), 1)


def _bare_day(words: Sequence[str], at: int, weekday: int, anchor: dt.date, *, past: bool) -> _Read | None:
    word = _word(words, at)
    if (
        not word.isdecimal()
        or not 1 <= int(word) <= 31
        or _word(words, at + 1) in {"am", "pm", "o'clock", "people", "users", "days"}
    ):
        return None
    date = _day_in_month(int(word), anchor, past=past)
    return _Read(date, 1) if date.weekday() == weekday else None


def _ordinal_day(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    word = _word(words, at)
    if (
        not (word[:1].isdecimal() and word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal())
        or int(word[:-2]) > 31
    ):
        return None
    return _Read(_day_in_month(int(word[:-2]), anchor, past=past), 1)


def _day_and_month(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    day = _day_number(_word(words, at))
    skip = 2 if _word(words, at + 1) == "of" else 1
    month = _MONTHS.get(_word(words, at + skip))
    if day is None or month is None:
        return None
    return _with_year(words, at, at + skip + 1, day, month, anchor, past=past)


def _month_and_day(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    month, day = _MONTHS.get(_word(words, at)), _day_number(_word(words, at + 1))
    if month is None or day is None or _word(words, at + 1) in _ORDINALS or _word(words, at + 2) == "%":
        return None
    return _with_year(words, at, at + 2, day, month, anchor, past=past)


def _with_year(
    words: Sequence[str], at: int, after: int, day: int, month: int, anchor: dt.date, *, past: bool
) -> _Read:
    year = _word(words, after)
    if len(year) == 4 and year.isdecimal() and 1990 <= int(year) <= 2100:
        return _Read(dt.date(int(year), month, day), after + 1 - at)
    return _Read(_nearest(month, day, anchor, past=past), after - at)


def _day_number(word: str) -> int | None:
    digits = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
    number = int(digits) if digits.isdecimal() and len(digits) <= 2 else _ORDINALS.get(word)
    return number if number and 1 <= number <= 31 else None


def _day_of_month(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    if words[at] != "the" or _word(words, at + 2) in {
        "time",
        "of",
        "one",
        "month",
        "attempt",
        "week",
        "day",
        "floor",
        "try",
    }:
        return None
    read = _ordinal_day(words, at + 1, anchor, past=past)
    return read and _Read(read.date, 2)


def _near(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:  # noqa: ARG001 - all are called alike
    word = words[at]
    if word in {"eod", "cob"} and (
        _word(words, at + 1) in _WEEKDAYS or _word(words, at + 1) in {*_TOMORROW, "today", "on", "next"}
    ):
        return None
    if word in _TODAY or (word == "this" and _word(words, at + 1) in {"morning", "afternoon", "evening"}):
        return _Read(anchor, 1 if word in _TODAY else 2)
    if word in _TOMORROW:
        week = _word(words, at + 1) == "week"
        return _Read(anchor + dt.timedelta(8), 2) if week else _Read(anchor + dt.timedelta(1), 1)
    if word == "yesterday":
        return _Read(anchor - dt.timedelta(1), 1)
    return None


def _after_some_time(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:  # noqa: ARG001 - all are called alike
    if words[at] not in {"in", "within"}:
        return None
    skip = 1
    while _word(words, at + skip) in {"about", "the", "next", "only", "just", "under", "less", "than", "roughly"}:
        skip += 1
    count = _count(_word(words, at + skip))
    unit = at + skip + 1
    business = _word(words, unit) in {"working", "business", "full", "short", "calendar"}
    unit += business
    if _word(words, unit) == "of":
        unit += 1
    name = _word(words, unit).removesuffix("'")
    if count is None or _word(words, unit + 1) in {"ago", "or"}:
        return None
    if name in _UNIT_DAYS:
        working = business and _word(words, unit - 1) in {"working", "business"}
        date = _working_days_after(anchor, count) if working else anchor + dt.timedelta(count * _UNIT_DAYS[name])
        if name.startswith("h") and count >= 24:
            date = anchor + dt.timedelta(round(count / 24))
        return _Read(date, unit + 1 - at)
    if name in {"month", "months"}:
        return _Read(_months_later(anchor, count), unit + 1 - at)
    return None


def _end_of(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:  # noqa: PLR0911 - one way out for each case
    word = words[at]
    if word in {"eow", "eom", "eoq", "eoy"}:
        return _Read(_end(anchor, {"w": "week", "m": "month", "q": "quarter", "y": "year"}[word[-1]]), 1)
    if word in {"month", "quarter", "year"} and _word(words, at + 1) in {"end", "close"}:
        return _Read(_end(anchor, word), 2)
    if word == "the" and _word(words, at + 1) == "weekend":
        return _Read(anchor + dt.timedelta((5 - anchor.weekday()) % 7), 2)
    if word not in {"end", "close"} or _word(words, at + 1) != "of":
        return None
    skip = 2
    while _word(words, at + skip) in {"the", "this", "business", "current"}:
        skip += 1
    name = _word(words, at + skip)
    if name == "next" and _word(words, at + skip + 1) in _PERIODS:
        name, skip = _word(words, at + skip + 1), skip + 1
        return _Read(_end(_end(anchor, _period(name)) + dt.timedelta(1), _period(name)), skip + 1)
    if name in _MONTHS:
        first = _nearest(_MONTHS[name], 1, anchor.replace(day=1), past=past)
        return _Read(first.replace(day=_last_day(first.year, first.month)), skip + 1)
    if name in {"day", "today", "business"}:
        return _Read(anchor, skip + 1)
    return _Read(_end(anchor, _period(name)), skip + 1) if name in _PERIODS else None


def _next(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    if words[at] not in {"next", "this"} or past:
        return None
    name = _word(words, at + 1)
    if name not in _PERIODS:
        return None
    first = anchor if words[at] == "this" else _end(anchor, _period(name)) + dt.timedelta(1)
    if words[at] == "next" and name in {"week", "wk"}:
        first = anchor + dt.timedelta(7 - anchor.weekday())
    return _Read(_end(first, _period(name)), 2, exact=False)


def _week_commencing(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    if words[at] == "w" and _word(words, at + 1) == "c":
        read = _day_and_month(words, at + 2, anchor, past=past) or _ordinal_day(words, at + 2, anchor, past=past)
        return read and _Read(read.date, read.length + 2)
    return None


def _overmorrow(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:  # noqa: ARG001 - all are called alike
    named = list(words[at : at + 4]) == ["the", "day", "after", "tomorrow"]
    return _Read(anchor + dt.timedelta(2), 4) if named else None


def _before_a_days(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    """The day of something still to come: "before Monday's round"; "Monday's update" may be over."""
    weekday = _OWNING.get(words[at])
    if weekday is None or past or _word(words, at - 1) not in {"by", "before"}:
        return None
    return _Read(anchor + dt.timedelta((weekday - anchor.weekday()) % 7), 1)


def _by_the_clock(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    """A time with no day is today's: "before lunch", "by midnight"."""
    if past or words[at] not in _TIMES or _word(words, at - 1) not in {"by", "before", "at"}:
        return None
    beside = {*words[max(0, at - 4) : at], *words[at + 1 : at + 4]}
    return None if beside & (_TOMORROW | frozenset(_WEEKDAYS) | frozenset(_MONTHS)) else _Read(anchor, 1)


def _feast(words: Sequence[str], at: int, anchor: dt.date, *, past: bool) -> _Read | None:
    if words[at] not in {"christmas", "xmas"} or _word(words, at - 1) not in {"by", "before", "until", "till"}:
        return None
    return _Read(_nearest(12, 24, anchor, past=past), 1, exact=False)


def _last_day(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(1)).day


def _period(name: str) -> str:
    return "week" if name == "wk" else name


def _end(day: dt.date, period: str) -> dt.date:
    """The last day, for a week its Friday, of the ``period`` that ``day`` lies in."""
    if period == "week":
        return day + dt.timedelta((4 - day.weekday()) % 7)
    if period == "year":
        return day.replace(month=12, day=31)
    month = day.month if period == "month" else (day.month + 2) // 3 * 3
    return day.replace(month=month, day=_last_day(day.year, month))


def _nearest(month: int, day: int, anchor: dt.date, *, past: bool) -> dt.date:
    years = range(anchor.year, anchor.year - 9, -1) if past else range(anchor.year, anchor.year + 9)
    for year in years:
        if day <= _last_day(year, month):
            date = dt.date(year, month, day)
            if date <= anchor if past else date >= anchor:
                return date
    raise ValueError("no such day")


def _day_in_month(day: int, anchor: dt.date, *, past: bool) -> dt.date:
    for months in range(3):
        first = _months_later(anchor.replace(day=1), -months if past else months)
        if day <= _last_day(first.year, first.month):
            date = first.replace(day=day)
            if date <= anchor if past else date >= anchor:
                return date
    raise ValueError("no such day")


def _months_later(day: dt.date, months: int) -> dt.date:
    # Costs a few milliseconds to load, and most notes name no month without a day.
    from dateutil.relativedelta import relativedelta

    later: dt.date = day + relativedelta(months=months)
    return later


def _working_days_after(day: dt.date, count: int) -> dt.date:
    for _ in range(min(count, 400)):
        day += dt.timedelta({4: 3, 5: 2}.get(day.weekday(), 1))
    return day


def _count(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 3:
        return int(word)
    if word in {"a", "an"}:
        return 1
    return {"couple": 2, "few": 3}.get(word, NUMBER_WORDS.get(word))
