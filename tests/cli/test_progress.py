"""What is shown while something is waited for."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.calling import SECONDS
from escalation.cli.progress import progress

RICH = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "TERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Screen(io.StringIO):
    """A terminal, as far as rich asks."""

    def isatty(self) -> bool:
        return True


def on_screen(monkeypatch: pytest.MonkeyPatch, *texts: str, **variables: str) -> str:
    """Everything written to a terminal while ``texts`` are shown one after the other."""
    for variable in RICH:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in {"TERM": "xterm-256color", "COLUMNS": "200", **variables}.items():
        monkeypatch.setenv(variable, value)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    for text in texts:  # each in a block of its own: what is shown last stands there when the block ends
        with progress() as show:
            show(text)
    return screen.getvalue()


def left_behind(written: str) -> str:
    """What still stands on a terminal after ``written``; a small one, that knows what rich sends it."""
    lines, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[?0-9;]*[A-Za-z]|[\r\n]|[^\x1b\r\n]+", written):
        if part == "\r":
            column = 0
        elif part == "\n":
            row, column = row + 1, 0
            lines += [""] * (row + 1 - len(lines))
        elif part.endswith("A"):
            row = max(row - int(part[2:-1]), 0)
        elif part.endswith("K"):
            assert part == "\x1b[2K", part
            lines[row] = ""
        elif part[0] != "\x1b":
            lines[row] = lines[row][:column].ljust(column) + part + lines[row][column + len(part) :]
            column += len(part)
        else:
            assert part[-1] in "mhl", part
    return "\n".join(lines).strip()


# --- No terminal --------------------------------------------------------------------------------------------------


def test_where_stderr_is_no_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as show:
        show("Waiting for some-model")
        show("Asking once more")
    assert capsys.readouterr() == ("", "")


def test_where_stderr_is_no_terminal_rich_is_not_loaded(environment: dict[str, str], tmp_path: Path) -> None:
    code = """
import sys
from escalation.cli.progress import progress
with progress() as show:
    show("Waiting")
print("rich" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"False\n", b"")


# --- A terminal ---------------------------------------------------------------------------------------------------


def test_the_small_terminal_of_this_test_sees_what_is_left() -> None:
    assert left_behind("one\ntwo\r\x1b[2K\x1b[1A") == "one"
    assert left_behind("\x1b[?25l\x1b[32mone\x1b[0m\rtw\x1b[?25h") == "twe"
    assert left_behind("one\n\r\x1b[1A\x1b[2K") == ""


def test_on_a_terminal_the_text_and_the_time_stand_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    written = COLOUR.sub("", on_screen(monkeypatch, "Waiting for some-model"))
    assert re.search(r"Waiting for some-model *0:00:0\d", written)


def test_on_a_terminal_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    written = on_screen(monkeypatch, "Waiting for some-model", "two\nlines", "x" * 500)
    assert left_behind(written) == ""
    assert written.rindex("\x1b[?25h") > written.rindex("\x1b[?25l")


def test_where_nothing_was_shown_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    with progress():
        pass
    assert left_behind(screen.getvalue()) == ""


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_goes_wrong_meanwhile_goes_on_and_leaves_nothing_behind(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")

    def fail() -> None:
        with progress() as show:
            show("Waiting")
            raise error

    with pytest.raises(error):
        fail()
    written = screen.getvalue()
    assert left_behind(written) == ""
    assert written.rindex("\x1b[?25h") > written.rindex("\x1b[?25l")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the model [red]llama[/red]", None),
        ("[bold", None),
        ("[/]", None),
        ("[link=http://example.com]here", None),
        ("a list [1, 2]", None),
        ("a path C:\\", None),
        ("\\[red]", None),
        ("{task.description} {0} %s", None),
        (":bug: at 10:warning:00", None),
        ("clear \x1b[2J bell \x07", "clear \\x1b[2J bell \\x07"),
        ("reorder \u202e", "reorder \\u202e"),
        ("Zoë 日本", None),
    ],
)
def test_the_text_is_shown_as_it_is(text: str, shown: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    written = COLOUR.sub("", on_screen(monkeypatch, text))
    assert f" {shown or text} " in written
    assert "\x1b[2J" not in written
    assert "\x07" not in written
    assert left_behind(written) == ""


def test_without_colour_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    written = on_screen(monkeypatch, "Waiting", NO_COLOR="1")
    assert "Waiting" in written
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", written)


def test_a_terminal_that_can_do_nothing_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_screen(monkeypatch, "Waiting", TERM="dumb").strip() == ""


def test_stdout_is_not_touched(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    monkeypatch.setenv("TERM", "xterm-256color")
    before = sys.stdout
    with progress() as show:
        show("Waiting")
    assert sys.stdout is before
    assert capsys.readouterr().out == ""


# --- Without rich -------------------------------------------------------------------------------------------------


def test_without_rich_each_text_is_a_plain_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    for module in ("rich.console", "rich.markup", "rich.progress"):
        monkeypatch.setitem(sys.modules, module, None)
    with progress() as show:
        show("Waiting for [red]some-model")
        show("clear \x1b[2J")
    assert screen.getvalue() == "Waiting for [red]some-model...\nclear \\x1b[2J...\n"


# --- A real terminal ----------------------------------------------------------------------------------------------


def test_on_a_real_terminal_it_is_the_same(environment: dict[str, str], tmp_path: Path) -> None:
    import pty  # there is none on Windows

    code = """
from escalation.cli.progress import progress
with progress() as show:
    show("Waiting for [red]some-model")
"""
    ours, theirs = pty.openpty()
    variables = {"TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=variables, cwd=tmp_path
    ) as child:
        os.close(theirs)
        written = _all_of(ours)
        assert child.stdout
        assert child.stdout.read() == b""
        assert child.wait(SECONDS) == 0
    assert re.search(r"Waiting for \[red\]some-model *0:00:0\d", COLOUR.sub("", written))
    assert left_behind(written) == ""


def _all_of(terminal: int) -> str:
    """What is written to ``terminal`` until nobody holds its other end."""
    found = b""
    try:
        while part := os.read(terminal, 65_536):
            found += part
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return found.decode()
