"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import datetime as dt
import math
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from escalation.extraction.answers import Answers
    from escalation.readers.claude.settings import Settings

_DAY_SECONDS = 86_400

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A date such as 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The date in ``value``."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date like 2026-11-22", param, ctx)


class Seconds(click.ParamType[float]):
    """A span of time: seconds, from ``least`` up to a day."""

    name = "seconds"

    def __init__(self, least: float) -> None:
        """Seconds, at least so many."""
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds in ``value``."""
        try:
            seconds = float(value)
        except ValueError:
            seconds = math.nan
        if not self._least <= seconds <= _DAY_SECONDS:
            self.fail(f"{value!r} is not a number of seconds from {self._least:g} to {_DAY_SECONDS:,}", param, ctx)
        return seconds


POLICY = click.option(
    "--policy", default="default", show_default=True, metavar="NAME|FILE", help="The policy to decide by."
)
TODAY = click.option("--today", type=Day(), metavar="DATE", help="The day to decide on (default: today).")
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="Form of the output.",
)
OUTPUT = click.option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all.")

_FACTS = (
    click.option("--account", metavar="TEXT", help="The account's name."),
    click.option("--arr", metavar="MONEY", help='The ARR, such as "EUR 38k" or "120 seats at EUR 30 a month".'),
    click.option("--deadline", type=Day(), metavar="DATE", help="The day by which it must be solved."),
    click.option("--renewal", type=Day(), metavar="DATE", help="The renewal date; shown, changes no score."),
    click.option("--health", metavar="TEXT", help="The account's health; shown, changes no score."),
    click.option("--gut-feel", type=click.Choice(["solve", "help", "unsure"]), help="Your own view; changes no score."),
    click.option("--set", "overrides", multiple=True, metavar="CODE=N", help="Replace a score, such as CC=4."),
    click.option("--because", multiple=True, metavar="TEXT", help="Why; one for each --set, in the same order."),
)


_MODEL = (
    click.option(
        "--model", metavar="NAME", help="The model (default: ESCALATE_MODEL, ANTHROPIC_MODEL, claude-sonnet-5-5)."
    ),
    click.option(
        "--effort",
        type=click.Choice(["low", "medium", "high", "xhigh", "max"]),
        help="How hard the model thinks (default: its own).",
    ),
    click.option(
        "--max-tokens",
        type=click.IntRange(1, 1_000_000),
        default=16_000,
        show_default=True,
        help="Most tokens of one answer, thinking included.",
    ),
    click.option(
        "--structured",
        type=click.Choice(["schema", "tool", "prompt"]),
        default="schema",
        show_default=True,
        help="How JSON is asked for; local servers may need tool or prompt.",
    ),
    click.option("--timeout", type=Seconds(0.001), default=120, show_default=True, help="Seconds for one attempt."),
    click.option(
        "--max-wait", type=Seconds(0), default=30, show_default=True, help="Seconds to wait between attempts, in all."
    ),
)


def model(command: Command) -> Command:
    """Give ``command`` the options for the model, which ``settings`` understands."""
    for option in reversed(_MODEL):
        command = option(command)
    return command


def settings(given: dict[str, Any]) -> Settings:
    """How the model is asked, by options and environment."""
    from escalation.readers.claude.settings import Settings
    from escalation.readers.claude.settings import model as model_of

    return Settings(
        model=model_of(given["model"], os.environ),
        effort=given["effort"],
        max_tokens=given["max_tokens"],
        structured=given["structured"],
        timeout=given["timeout"],
        max_wait=given["max_wait"],
    )


def facts(command: Command) -> Command:
    """Give ``command`` the options for facts and overrides, which ``answers`` understands."""
    for option in reversed(_FACTS):
        command = option(command)
    return command


def answers(given: dict[str, Any]) -> Answers:
    """What the CSM said by options. Raises WrongUsage."""
    from escalation.extraction.answering import money, scores
    from escalation.extraction.answers import Answers

    return Answers(
        account=given["account"],
        arr=money(given["arr"]) if given["arr"] is not None else None,
        deadline=given["deadline"],
        renewal=given["renewal"].isoformat() if given["renewal"] else None,
        health=given["health"],
        gut_feel=given["gut_feel"],
        scores=scores(given["overrides"], given["because"]),
    )
