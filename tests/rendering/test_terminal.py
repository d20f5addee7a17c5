from __future__ import annotations

import io
import re
import sys

import pytest

from escalation.rendering import terminal
from escalation.rendering.markdown import decision_lines, render
from rendering.records import GOLDEN

COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-7]|38;|9[0-7])[0-9;]*m")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Screen(io.StringIO):
    """A terminal, as far as rich asks."""

    def isatty(self) -> bool:
        return True


def on_screen(name: str, monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "TERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in {"TERM": "xterm-256color", "COLUMNS": "90", **variables}.items():
        monkeypatch.setenv(variable, value)
    screen = Screen()
    made = GOLDEN[name]()
    terminal.show(render(made), decision_lines(made), screen)
    return screen.getvalue()


@pytest.mark.parametrize("name", GOLDEN)
def test_everything_of_the_assessment_stands_on_the_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(ESCAPE.sub("", on_screen(name, monkeypatch)).split())
    for word in (
        "Escalation Assessment",
        "Situation",
        "Scoring",
        "Decision",
        "If Escalating",
        "Total",
        "Vector: EDF:1.0/",
    ):
        assert word in text
    assert all(made.customer_communication.split()[-1] in text for made in GOLDEN[name]().cases)


@pytest.mark.parametrize("name", ["handle", "support", "urgency", "immediate"])
def test_the_decision_stands_out_in_colour(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = GOLDEN[name]()
    label = made.policy.labels[made.cases[0].decision]
    line = next(line for line in on_screen(name, monkeypatch).splitlines() if ESCAPE.sub("", line).strip() == label)
    assert COLOUR.search(line)


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_is_used_where_none_is_wanted(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert COLOUR.search(on_screen("immediate", monkeypatch, **variables)) is None


@pytest.mark.parametrize("columns", ["20", "40", "80", "400"])
def test_no_line_is_wider_than_the_screen_or_than_can_be_read(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ESCAPE.sub("", on_screen("immediate", monkeypatch, COLUMNS=columns)).splitlines()
    assert max(map(len, lines)) <= min(int(columns), 100)


def test_nothing_that_strangers_wrote_controls_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    text = on_screen("strangers-words", monkeypatch)
    assert re.search(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]", text) is None
    assert "\x1b" not in ESCAPE.sub("", text)
    assert "]8;" not in text  # no hyperlink


def test_without_rich_the_assessment_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("rich.console", "rich.markdown", "rich.text", "rich.theme"):
        monkeypatch.setitem(sys.modules, module, None)
    assert on_screen("support", monkeypatch) == render(GOLDEN["support"]())
