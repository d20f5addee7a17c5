from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from escalation.cli import options
from escalation.cli.options import Day, Seconds, answers
from escalation.errors import WrongUsage
from escalation.extraction.answers import NO_ANSWERS, ScoreGiven
from escalation.readers.claude.settings import Model, Settings

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


# --- A span of time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0.001", 0.001), ("1", 1), ("2.5", 2.5), (" 30 ", 30), ("1e3", 1_000), ("86400", 86_400), (120, 120)],
)
def test_a_span_is_a_number_of_seconds(text: Any, expected: float) -> None:
    assert Seconds(0.001).convert(text, None, None) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "1 s", "1m", "-1", "0", "0.0009", "86400.1", "1e9", "inf", "-inf", "nan", "1,5", "0x10"]
)
def test_what_is_no_span_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(
        click.BadParameter, match=re.escape(f"{text!r} is not a number of seconds from 0.001 to 86,400")
    ):
        Seconds(0.001).convert(text, None, None)


def test_no_time_at_all_is_a_span_where_it_may_be() -> None:
    assert Seconds(0).convert("0", None, None) == 0
    assert Seconds(0).convert("-0", None, None) == 0
    with pytest.raises(click.BadParameter, match="from 0 to 86,400"):
        Seconds(0).convert("-0.1", None, None)


@given(st.one_of(st.text(), st.floats().map(str), st.integers().map(str)), st.sampled_from([0, 0.001]))
def test_whatever_is_given_is_a_span_or_refused(text: str, least: float) -> None:
    try:
        found = Seconds(least).convert(text, None, None)
    except click.BadParameter:
        found = least
    assert least <= found <= 86_400


# --- The model ----------------------------------------------------------------------------------------------------


def asked(arguments: Sequence[str], variables: dict[str, str] | None = None) -> tuple[Settings | None, str]:
    """The settings that options and environment give, and what is said."""
    found: list[Settings] = []

    @click.command()
    @options.model
    def command(**given: Any) -> None:
        found.append(options.settings(given))

    environment = {"ESCALATE_MODEL": None, "ANTHROPIC_MODEL": None, **(variables or {})}
    result = CliRunner().invoke(command, arguments, env=environment)
    assert result.exit_code == (2 if "Error: " in result.output else 0), result.output
    return (found[0] if found else None), " ".join(result.output.split())


def test_without_options_the_settings_are_the_defaults() -> None:
    assert asked([]) == (Settings(Model("claude-sonnet-5-5", None)), "")


def test_every_option_of_the_model_becomes_the_setting_it_is() -> None:
    line = "--model some-model --effort xhigh --max-tokens 9000 --structured tool --timeout 2.5 --max-wait 0"
    expected = Settings(Model("some-model", "--model"), "xhigh", 9_000, "tool", timeout=2.5, max_wait=0)
    assert asked(line.split()) == (expected, "")


@pytest.mark.parametrize(
    ("arguments", "variables", "expected"),
    [
        ([], {"ANTHROPIC_MODEL": "theirs"}, Model("theirs", "ANTHROPIC_MODEL")),
        ([], {"ANTHROPIC_MODEL": "theirs", "ESCALATE_MODEL": "ours"}, Model("ours", "ESCALATE_MODEL")),
        ([], {"ANTHROPIC_MODEL": "theirs", "ESCALATE_MODEL": ""}, Model("theirs", "ANTHROPIC_MODEL")),
        (["--model", "best"], {"ANTHROPIC_MODEL": "theirs", "ESCALATE_MODEL": "ours"}, Model("best", "--model")),
        (["--model", ""], {"ESCALATE_MODEL": "ours"}, Model("ours", "ESCALATE_MODEL")),
    ],
)
def test_the_model_is_that_of_the_option_and_else_of_the_environment(
    arguments: list[str], variables: dict[str, str], expected: Model
) -> None:
    assert asked(arguments, variables) == (Settings(expected), "")


@pytest.mark.parametrize(
    "line",
    [
        "--effort most", "--effort HIGH", "--max-tokens 0", "--max-tokens -5", "--max-tokens 1000001", "--max-tokens 1.5",
        "--structured json", "--timeout 0", "--timeout nan", "--timeout inf", "--timeout 1e9", "--max-wait -1",
        "--max-wait soon",
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_refused_by_its_name(line: str) -> None:
    name, value = line.split()
    found, said = asked([name, value])
    assert found is None
    assert f"Invalid value for '{name}'" in said
    assert value in said


def test_the_help_names_every_option_of_the_model_and_its_default() -> None:
    _, said = asked(["--help"])
    for name in ("--model", "--effort", "--max-tokens", "--structured", "--timeout", "--max-wait"):
        assert f" {name} " in said
    for default in ("claude-sonnet-5-5", "default: 16000", "default: schema", "default: 120", "default: 30"):
        assert default in said
