from __future__ import annotations

import datetime as dt
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oracle
from building import policy
from escalation.decision.clocks import answer_by, customer_update_by, moved_deadline, time_bound
from escalation.policy.loading import load
from escalation.policy.terms import DECISIONS, SIGNALS, Decision, SignalKind

DEFAULT = load("default")
MONDAY = dt.date(2026, 11, 23)
WEEK = [MONDAY + dt.timedelta(days=place) for place in range(7)]
THURSDAY, FRIDAY, SATURDAY, SUNDAY = WEEK[3:]
DAY = dt.timedelta(days=1)
DISTANCES = range(-15, 31)
SIGNAL_SETS: list[tuple[SignalKind, ...]] = [chosen for size in range(10) for chosen in combinations(SIGNALS, size)]


def test_for_every_weekday_and_distance_a_deadline_moves_as_the_oracle_says() -> None:
    for today, distance in product(WEEK, DISTANCES):
        deadline = today + distance * DAY
        assert moved_deadline(deadline, today) == oracle.moved_deadline(deadline, today), (today, deadline)


def test_a_deadline_on_a_weekend_moves_to_the_business_day_before() -> None:
    assert moved_deadline(SATURDAY, MONDAY) == FRIDAY
    assert moved_deadline(SUNDAY, MONDAY) == FRIDAY


def test_a_deadline_on_a_weekend_never_moves_before_today() -> None:
    assert moved_deadline(SUNDAY, SATURDAY) == SATURDAY
    assert moved_deadline(SATURDAY, SATURDAY) == SATURDAY
    assert moved_deadline(SUNDAY, SUNDAY) == SUNDAY


def test_for_every_weekday_and_distance_a_deadline_bounds_time_as_the_oracle_says() -> None:
    for today, distance in product(WEEK, DISTANCES):
        deadline = today + distance * DAY
        expected = oracle.time_sensitivity_bound(deadline, today)
        assert time_bound(DEFAULT, deadline, today) == expected, (today, deadline)


def test_a_deadline_due_today_or_past_gives_five_within_two_days_four_within_five_three() -> None:
    bounds = [time_bound(DEFAULT, MONDAY + distance * DAY, MONDAY) for distance in range(-2, 9)]
    #                 Sat, Sun, Mon, Tue, Wed, Thu, Fri, Sat, Sun, Mon, Tue
    assert bounds == [5, 5, 5, 4, 4, 3, 3, 3, 3, 3, None]


def test_a_deadline_on_the_coming_weekend_is_due_on_friday() -> None:
    assert time_bound(DEFAULT, SUNDAY, FRIDAY) == 5
    assert time_bound(DEFAULT, SUNDAY, THURSDAY) == 4


def test_the_bounds_of_a_company_count_under_its_policy() -> None:
    ours = policy({"deadline_bounds": [{"business_days": 1, "score": 4}]})
    assert [time_bound(ours, MONDAY + distance * DAY, MONDAY) for distance in (0, 1, 2)] == [4, 4, None]
    assert time_bound(policy({"deadline_bounds": []}), MONDAY, MONDAY) is None


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_ask_is_due_as_the_oracle_says_for_each_time_signal_deadline_and_weekday(decision: Decision) -> None:
    kinds: list[tuple[SignalKind, ...]] = [(), *((signal,) for signal in SIGNALS), SIGNALS]
    distances = [None, *range(-4, 18)]
    for low, signals, distance, today in product(range(1, 6), kinds, distances, WEEK):
        deadline = None if distance is None else today + distance * DAY
        expected = oracle.by(decision, low, frozenset(signals), deadline, today)
        by = answer_by(DEFAULT, decision, low, signals, deadline, today)
        assert by == expected, (low, signals, deadline, today)
        assert by >= today
        update_by = customer_update_by(DEFAULT, decision, by, today)
        assert update_by == oracle.customer_update_by(decision, by, today)
        assert today <= update_by <= by


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_set_of_signals_hurries_as_the_oracle_says(decision: Decision) -> None:
    for low, signals, today in product((1, 3), SIGNAL_SETS, (MONDAY, FRIDAY, SATURDAY)):
        expected = oracle.by(decision, low, frozenset(signals), None, today)
        assert answer_by(DEFAULT, decision, low, signals, None, today) == expected, (low, signals, today)


def test_signals_hurry_under_plain_as_under_default() -> None:
    plain = load("plain")
    for decision, signals in product(DECISIONS, SIGNAL_SETS):
        default = answer_by(DEFAULT, decision, 1, signals, None, FRIDAY)
        assert answer_by(plain, decision, 1, signals, None, FRIDAY) == default


def test_each_decision_alone_has_its_own_clock() -> None:
    by = {decision: answer_by(DEFAULT, decision, 1, (), None, FRIDAY) for decision in DECISIONS}
    assert by == {
        "handle": FRIDAY + 14 * DAY,
        "support": FRIDAY + 7 * DAY,
        "urgency": FRIDAY + 3 * DAY,
        "immediate": FRIDAY,
    }


def test_today_on_a_saturday_is_that_saturday() -> None:
    assert answer_by(DEFAULT, "immediate", 1, (), None, SATURDAY) == SATURDAY
    assert customer_update_by(DEFAULT, "urgency", SATURDAY + 2 * DAY, SATURDAY) == SATURDAY


def test_the_customer_hears_today_or_tomorrow_or_when_it_is_looked_at_again() -> None:
    far = FRIDAY + 14 * DAY
    days = {decision: customer_update_by(DEFAULT, decision, far, FRIDAY) for decision in DECISIONS}
    assert days == {"handle": far, "support": FRIDAY + 3 * DAY, "urgency": FRIDAY, "immediate": FRIDAY}


@given(
    st.sampled_from(DECISIONS),
    st.integers(1, 5),
    st.sets(st.sampled_from(SIGNALS)),
    st.none() | st.dates(),
    st.dates(),
)
def test_no_day_lies_before_today_and_the_customer_never_waits_longer_than_the_ask(
    decision: Decision, low: int, signals: set[SignalKind], deadline: dt.date | None, today: dt.date
) -> None:
    by = answer_by(DEFAULT, decision, low, signals, deadline, today)
    assert today <= customer_update_by(DEFAULT, decision, by, today) <= by
    assert deadline is None or by <= max(deadline, today)


def test_the_clocks_of_a_company_count_under_its_policy() -> None:
    ours = policy({"clocks.decision.handle": 7, "clocks.customer_update.handle": 2, "signals.sla_breach.clock": 3})
    assert answer_by(ours, "handle", 1, (), None, MONDAY) == MONDAY + 9 * DAY
    assert answer_by(ours, "handle", 1, ("sla_breach",), None, MONDAY) == MONDAY + 3 * DAY
    assert customer_update_by(ours, "handle", MONDAY + 9 * DAY, MONDAY) == MONDAY + 2 * DAY
