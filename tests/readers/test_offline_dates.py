"""Days named in words."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.extraction.model import Case
from escalation.readers.offline import read
from escalation.readers.offline.dates import days
from escalation.readers.offline.text import words_of

SUNDAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("by 2026-11-27", "2026-11-27"),
        ("by 27 November", "2026-11-27"),
        ("by 27 Nov 2026", "2026-11-27"),
        ("by November 27th, 2026", "2026-11-27"),
        ("by the 27th of November", "2026-11-27"),
        ("by the 27th", "2026-11-27"),
        ("by 27/11", "2026-11-27"),
        ("by 27.11.2026", "2026-11-27"),
        ("by 11/27/2026", "2026-11-27"),
        ("Friday the 27th", "2026-11-27"),
        ("Fri 27/11", "2026-11-27"),
        ("on Friday", "2026-11-27"),
        ("on fri nite", "2026-11-27"),
        ("tmrw 9am", "2026-11-23"),
        ("today", "2026-11-22"),
        ("by COB Tuesday", "2026-11-24"),
        ("EOD", "2026-11-22"),
        ("in 5 days", "2026-11-27"),
        ("in two weeks", "2026-12-06"),
        ("within five working days", "2026-11-27"),
        ("in a month", "2026-12-22"),
        ("end of the month", "2026-11-30"),
        ("by month end", "2026-11-30"),
        ("end of next week", "2026-12-04"),
        ("EOW", "2026-11-27"),
        ("by the end of January", "2027-01-31"),
        ("5 January", "2027-01-05"),
        ("w/c 30 Nov", "2026-11-30"),
        ("Monday after next", "2026-11-30"),
        ("by the first of December", "2026-12-01"),
        ("the day after tomorrow", "2026-11-24"),
        ("tomorrow week", "2026-11-30"),
        ("before lunch", "2026-11-22"),
        ("by noon on Tuesday", "2026-11-24"),
        ("by midnight tomorrow", "2026-11-23"),
        ("before Christmas", "2026-12-24"),
        ("before Monday's round", "2026-11-23"),
    ],
)
def test_day_is_the_first_one_from_the_message_on(text: str, date: str) -> None:
    assert [day.date.isoformat() for day in days(words_of(text.lower()), SUNDAY)] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("since the 10th", "2026-11-10"),
        ("since Thursday", "2026-11-19"),
        ("on 5 Nov", "2026-11-05"),
        ("yesterday", "2026-11-21"),
        ("since 30 November", "2025-11-30"),
    ],
)
def test_day_in_the_past_is_the_last_one_up_to_the_message(text: str, date: str) -> None:
    assert [day.date.isoformat() for day in days(words_of(text.lower()), SUNDAY, past=True)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "31 February",
        "version 7.2",
        "they sat down",
        "it may take 12 hours",
        "99/99/2026",
        "the 40th",
        "the 3rd time",
        "on Mondays",
        "in 99999999 days",
    ],
)
def test_no_day_is_read_where_none_is_named(text: str) -> None:
    assert not list(days(words_of(text.lower()), SUNDAY))


def test_next_friday_is_of_the_next_week_when_this_week_has_one_to_come() -> None:
    assert next(days(["next", "friday"], dt.date(2026, 11, 18))).date == dt.date(2026, 11, 27)


def test_vague_span_is_not_exact() -> None:
    assert not next(days(["next", "week"], SUNDAY)).exact


def _case(text: str) -> Case:
    """The case of a small flaw, with ``text`` added."""
    notes = f"Acme Logistics, a customer, EUR 20k. Labels come out with a small flaw, which annoys the team. {text}"
    return read(notes, SUNDAY).cases[0]


def _solved_by(text: str) -> list[str]:
    return [deadline.date.isoformat() for deadline in _case(text).deadlines if deadline.of == "solution"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The day after tomorrow the shop goes live.", "2026-11-24"),
        ("He wants a working export before Thursday.", "2026-11-26"),
        ("She asked for a corrected file by the 1st of December.", "2026-12-01"),
        ("The new clinic opens Monday.", "2026-11-23"),
        ("The submission to the ministry is due on 2 December.", "2026-12-02"),
        ("The bank's cutoff is today at 17:00.", "2026-11-22"),
        ("Must be up again before midnight.", "2026-11-22"),
        ("Their exams begin on 30 November.", "2026-11-30"),
        ("The campaign goes out on Friday morning.", "2026-11-27"),
    ],
)
def test_demand_or_event_ties_a_day_to_the_solution(text: str, date: str) -> None:
    assert _solved_by(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Engineering plans the fix for Tuesday.",
        "The release is due on Thursday.",
        "I am away until Wednesday.",
        "She is back on Monday.",
        "Call them Monday before nine.",
        "We meet on Wednesday at ten.",
        "The contract starts on 1 December.",
        "Their subscription expires on 31 December and renews by itself.",
        "Support closes at five on Friday.",
        "Priya takes over from Tuesday.",
        "The invoice is due on 5 December.",
        "I want to close the ticket on Tuesday.",
        "I need to prepare the QBR by Thursday.",
        "They will decide about the second licence by 4 December.",
        "Support asked us for logs by Tuesday.",
        "I'd expect an answer from the team on Monday.",
        "They pay by 30 November.",
        "Kind regards, sent Sunday 22 November.",
        "Training starts on 3 December.",
        "Need to book the workshop for Thursday.",
        "Our pilot runs until 11 December.",
        "I have asked Legal for a reply by Tuesday.",
        "Jana on my side starts on Tuesday.",
        "They paid on the 20th.",
        "The price offer expires on 30 November.",
    ],
)
def test_day_of_something_else_is_not_of_the_solution(text: str) -> None:
    assert not _solved_by(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The month-end close needs the corrected ledger by 30 November.", 2),
        ("Wages are paid on the 25th, so the file has to be right before then.", 3),
        ("They go live on 1 December and nothing may be missing by then.", 2),
        ("The doors open on Friday at ten and the badges don't print.", 3),
        ("The auditors arrive on 3 December, she would like the trail complete.", 2),
        ("Every morning another thirty orders are lost.", 4),
        ("No hurry at all, whenever it suits you.", 1),
        ("Since three this morning no ambulance can be dispatched.", 5),
        ("It has to work by tomorrow noon.", 4),
        ("The tax filing is due on Thursday.", 3),
        ("The regulator must be told within 72 hours.", 4),
        ("They want it solved by the end of next week.", 2),
        ("Payroll runs on the 25th and two hundred people would get nothing.", 3),
        ("It is a wish for the spring, not urgent.", 1),
        ("The backlog grows by fifty claims a day.", 4),
        ("The patch is planned for Thursday.", 2),
        ("Support said it would be done by Friday.", 2),
        ("She needs the answer today, the bidder's deadline is at midnight.", 5),
        ("The trade fair opens on 26 November and the demo account must be ready.", 3),
        ("Deadline: 24 Nov", 4),
        ("We have until Wednesday to fix it or they cut us off.", 3),
        ("They lose about an hour each week to this.", 2),
        ("On Mondays the report is late by an hour.", 2),
    ],
)
def test_score_that_a_person_would_give_lies_in_a_range_that_helps(text: str, label: int) -> None:
    """The range holds the label, and at most three of the five scores beside it."""
    case = read(f"Acme Logistics, a customer. Labels come out blank. {text}", SUNDAY).cases[0]

    found = case.dimensions.time_sensitivity
    assert found.low <= label <= found.high <= found.low + 3
