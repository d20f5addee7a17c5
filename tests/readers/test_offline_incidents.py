"""Incidents told plainly, stories that are past, and what is no way round: each with its near-misses."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.errors import NothingToAssess
from escalation.extraction.model import Case
from escalation.readers import offline

TODAY = dt.date(2026, 11, 22)
HEAD = "Account: Brackwell Ltd, ARR EUR 30k. "


def one(text: str) -> Case:
    return offline.read(HEAD + text, TODAY).cases[0]


@pytest.mark.parametrize(
    "text",
    [
        "The admin searches for tenants and gets people who are not theirs.",
        "Their searches show another client's records.",
    ],
)
def test_records_of_others_are_a_privacy_signal_and_hold_impact_and_time(text: str) -> None:
    case = one(text)
    impact, time = case.dimensions.customer_impact, case.dimensions.time_sensitivity
    assert "privacy" in {signal.kind for signal in case.signals}
    assert impact.low >= 2
    assert impact.high == 5
    assert time.low >= 2
    assert time.high == 5


def test_an_inspection_tomorrow_is_regulatory() -> None:
    case = one("The inspectorate is on site tomorrow 09:00 and the audit trail is empty.")
    assert "regulatory" in {signal.kind for signal in case.signals}
    assert case.dimensions.time_sensitivity.high == 5


def test_harm_that_cannot_be_kept_up_with_may_press() -> None:
    assert (
        one("Members are charged twice, they refund by hand and can't keep up.").dimensions.time_sensitivity.high >= 4
    )


def test_a_day_for_a_name_only_is_no_deadline_of_the_solution() -> None:
    case = one("The import fails. I need someone from the data team by Tuesday.")
    assert not [deadline for deadline in case.deadlines if deadline.of == "solution"]


def test_a_past_story_before_what_is_left_sets_nothing() -> None:
    case = one(
        "Three weeks ago nobody at the branches could log in. It was replaced. What's left is tiny. "
        "She'd like the opening hours on the start page changed."
    )
    assert case.dimensions.customer_impact.low == 1
    assert case.dimensions.time_sensitivity.low == 1


def test_what_was_asked_and_done_is_closed() -> None:
    with pytest.raises(NothingToAssess):
        one("They want one more seat for the new nurse. Added it myself. Told them.")
