from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

import oracle
from escalation.decision.business_days import after, before_weekend, between, due, is_business_day, shown

MONDAY = dt.date(2026, 11, 23)
WEEK = [MONDAY + dt.timedelta(days=place) for place in range(7)]
DAY = dt.timedelta(days=1)


def test_monday_to_friday_are_business_days_and_holidays_are_not_known() -> None:
    assert [is_business_day(day) for day in WEEK] == [True] * 5 + [False] * 2
    assert is_business_day(dt.date(2026, 12, 25))


def test_so_many_business_days_after_each_day_are_those_of_the_oracle() -> None:
    for start in WEEK:
        for count in range(61):
            assert after(start, count) == oracle.add_business_days(start, count), (start, count)


def test_no_business_days_after_a_saturday_is_that_saturday() -> None:
    saturday = WEEK[5]
    assert after(saturday, 0) == saturday
    assert after(saturday, 1) == MONDAY + 7 * DAY


def test_between_each_two_days_lie_as_many_business_days_as_the_oracle_counts() -> None:
    for start in WEEK:
        for distance in range(-20, 61):
            end = start + distance * DAY
            assert between(start, end) == oracle.business_days_between(start, end), (start, end)


def test_between_counts_the_end_and_not_the_start() -> None:
    friday, monday = WEEK[4], MONDAY + 7 * DAY
    assert between(friday, monday) == 1
    assert between(monday, monday) == 0
    assert between(monday, friday) == 0


def test_a_weekend_moves_to_the_friday_before_and_other_days_stay() -> None:
    assert [before_weekend(day) for day in WEEK] == [*WEEK[:5], WEEK[4], WEEK[4]]


@given(st.dates(), st.integers(0, 5000))
def test_the_day_after_so_many_business_days_is_that_many_away(day: dt.date, count: int) -> None:
    found = after(day, count)
    if found < dt.date.max - 3 * DAY:
        assert between(day, found) == count
        assert is_business_day(found) or count == 0
    assert found >= day


@given(st.dates(), st.dates(), st.dates())
def test_business_days_between_add_up(first: dt.date, second: dt.date, third: dt.date) -> None:
    start, middle, end = sorted([first, second, third])
    assert between(start, middle) + between(middle, end) == between(start, end)


@given(st.dates())
def test_the_business_day_before_a_weekend_is_the_last_one_not_later(day: dt.date) -> None:
    found = before_weekend(day)
    assert is_business_day(found)
    assert between(found, day) == 0
    assert found <= day


def test_the_calendar_ends_and_so_does_the_result() -> None:
    assert after(dt.date.max, 10) == dt.date.max
    assert after(dt.date(9999, 12, 24), 365) == dt.date.max
    assert (
        between(dt.date.min, dt.date.max)
        == oracle.business_days_between(MONDAY, MONDAY) + 5 * ((dt.date.max - dt.date.min).days // 7) + 4
    )
    assert before_weekend(dt.date.min) == dt.date.min


def test_a_day_is_shown_with_its_weekday_in_english() -> None:
    assert shown(MONDAY) == "Monday 2026-11-23"
    assert [shown(day).split()[0] for day in WEEK] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]


def test_a_day_within_a_sentence_is_today_or_by_that_day() -> None:
    assert due(WEEK[6], WEEK[6]) == "today (Sunday 2026-11-29)"
    assert due(WEEK[1], WEEK[0]) == "by Tuesday 2026-11-24"
