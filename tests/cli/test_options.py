from __future__ import annotations

import datetime as dt
from typing import Any

import click
import pytest

from escalation.cli.options import Day, answers
from escalation.errors import WrongUsage
from escalation.extraction.answers import NO_ANSWERS, ScoreGiven

NOTHING: dict[str, Any] = {
    "account": None, "arr": None, "deadline": None, "renewal": None, "health": None, "gut_feel": None, "overrides": (),
    "because": (),
}  # fmt: skip


def test_options_that_were_not_given_answer_nothing() -> None:
    assert answers(NOTHING) == NO_ANSWERS


def test_every_option_becomes_the_answer_it_is() -> None:
    found = answers(
        {
            "account": "Nordwind",
            "arr": "EUR 38k",
            "deadline": dt.date(2026, 12, 1),
            "renewal": dt.date(2027, 3, 31),
            "health": "amber",
            "gut_feel": "help",
            "overrides": ("CC=4", "ci=2"),
            "because": ("one", "two"),
        }
    )
    assert (found.account, found.health, found.gut_feel) == ("Nordwind", "amber", "help")
    assert (found.deadline, found.renewal) == (dt.date(2026, 12, 1), "2027-03-31")
    assert found.arr is not None
    assert (found.arr.amount, found.arr.currency) == (38_000, "EUR")
    assert found.scores == {"csm_capability": ScoreGiven(4, "one"), "customer_impact": ScoreGiven(2, "two")}


@pytest.mark.parametrize(
    ("option", "value"), [("arr", ""), ("arr", "much"), ("overrides", ("CC=4",)), ("because", ("why",))]
)
def test_an_option_that_cannot_be_understood_is_wrong_usage(option: str, value: Any) -> None:
    with pytest.raises(WrongUsage):
        answers(NOTHING | {option: value})


def test_a_day_is_an_iso_date() -> None:
    assert Day().convert("2026-11-22", None, None) == dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["", "22.11.2026", "2026-13-01", "2026-02-29", "today", "2026-11-22T10:00", "2026-1-2"]
)
def test_what_is_no_iso_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(click.BadParameter, match="2026-11-22"):
        Day().convert(text, None, None)
