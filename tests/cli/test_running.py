"""How a run ends: pipes that close, devices that are full, keys that interrupt, locales that know no UTF-8."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import building
from cli.calling import COMMAND, CTRL_D, Command, Result, call, on_terminal, shell
from cli.documents import TODAY, VECTOR, both, extraction, notes, stored
from cli.test_commands import PLAIN_NOTES, done, refused
from escalation.cli import main, running

OUTPUTS = [
    "decide extraction.json",
    "decide extraction.json --format json",
    f"score {VECTOR}",
    "schema extraction",
    "schema assessment",
    "policy show",
    "prompt",
    "--help",
    "policy diff default plain",
]
OUTER = {"anthropic", "httpx", "httpx2"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    extraction(tmp_path)
    notes(tmp_path)
    return tmp_path


# --- Pipes and devices --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", OUTPUTS)
def test_a_reader_that_closes_the_pipe_is_no_failure(line: str, folder: Path, environment: dict[str, str]) -> None:
    result = shell(f"escalate {line} | true; echo ${{PIPESTATUS[0]}}", cwd=folder, env=environment)
    assert result.stdout == "0\n"
    assert result.err == b""


def test_a_reader_that_takes_only_the_first_lines_is_no_failure(folder: Path, environment: dict[str, str]) -> None:
    line = f"yes {VECTOR} | head -50000 | escalate score - | head -2; echo ${{PIPESTATUS[2]}}"
    result = shell(line, cwd=folder, env=environment)
    assert result.stdout.splitlines()[2:] == ["0"]
    assert result.err == b""


@pytest.mark.parametrize("line", OUTPUTS)
def test_a_full_device_is_our_failure_and_said_in_one_line(
    line: str, folder: Path, environment: dict[str, str]
) -> None:
    result = shell(f"escalate {line} > /dev/full", cwd=folder, env=environment)
    assert result.code == 1
    assert result.stderr == "Error: the output could not be written: No space left on device\n"


def test_a_closed_stdout_is_our_failure(folder: Path, environment: dict[str, str]) -> None:
    result = shell("escalate decide extraction.json >&-", cwd=folder, env=environment)
    refused(result, 1, "could not be written")


@pytest.mark.parametrize(
    "line", ["assess", "assess -", "decide -", "render -", "score -", "prompt -", "decide extraction.json --notes -"]
)
def test_a_closed_stdin_is_wrong_usage(line: str, folder: Path, environment: dict[str, str]) -> None:
    refused(shell(f"escalate {line} <&-", cwd=folder, env=environment), 2)


def test_a_full_stderr_does_not_change_the_exit_code(folder: Path, environment: dict[str, str]) -> None:
    assert shell("escalate decide nowhere.json 2>/dev/full", cwd=folder, env=environment).code == 2
    assert shell("escalate score bad 2>&-", cwd=folder, env=environment).code == 2


def test_what_we_did_not_foresee_is_said_in_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret words of the notes")

    monkeypatch.setattr("escalation.policy.loading.load", fail)
    assert running.run(["score", VECTOR]) == 1
    captured = capsys.readouterr()
    assert "fault of ours (ZeroDivisionError)" in captured.err
    assert "secret words" not in captured.err
    assert captured.out == ""


def test_a_disk_that_fails_on_writing_is_our_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("escalation.policy.loading.load", fail)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert running.run(["score", VECTOR]) == 1
    assert "could not be written: Input/output error" in capsys.readouterr().err


# --- Interrupted --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [("assess",), ("decide", "-"), ("prompt", "-")])
def test_an_interrupt_while_it_waits_on_a_terminal_exits_with_130(
    line: tuple[str, ...], folder: Path, environment: dict[str, str]
) -> None:
    dialogue = on_terminal(line, {"Ctrl-D": signal.SIGINT}, cwd=folder, env=environment)
    assert dialogue.code == 130
    assert "Interrupted; nothing was written." in dialogue.screen
    assert "Traceback" not in dialogue.screen


def test_an_interrupt_while_it_loads_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "run", interrupt)
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 130


def test_an_interrupt_while_it_waits_for_a_pipe_exits_with_130(folder: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*COMMAND, "score", "-"],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        child.stdin.write(f"{VECTOR}\n".encode())
        child.stdin.flush()
        assert child.stdout.readline().startswith(VECTOR.encode())
        time.sleep(0.2)
        child.send_signal(signal.SIGINT)
        child.wait(30)
        assert child.returncode == 130
        assert child.stderr.read().strip() == b"Interrupted; nothing was written."


# --- A terminal ---------------------------------------------------------------------------------------------------

COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-7]|38;|9[0-7])[0-9;]*m")


def test_on_a_terminal_the_assessment_is_shown_in_colour(folder: Path, environment: dict[str, str]) -> None:
    screen = on_terminal(("decide", "extraction.json"), cwd=folder, env=environment).screen
    assert COLOUR.search(screen)
    assert "Escalate for support" in screen
    assert "| --- |" not in screen


def test_no_color_is_honoured_on_a_terminal(folder: Path, environment: dict[str, str]) -> None:
    screen = on_terminal(("decide", "extraction.json"), cwd=folder, env=environment | {"NO_COLOR": "1"}).screen
    assert "Escalate for support" in screen
    assert COLOUR.search(screen) is None


def test_into_a_pipe_goes_plain_markdown_also_from_a_terminal(
    folder: Path, environment: dict[str, str], command: Command
) -> None:
    arguments = ("decide", "extraction.json", *TODAY)
    dialogue = on_terminal(arguments, cwd=folder, env=environment | {"FORCE_COLOR": "1"}, stdout_too=False)
    assert dialogue.piped == command(*arguments).out
    assert b"\x1b" not in dialogue.piped
    assert dialogue.screen == ""


def test_json_on_a_terminal_is_plain_json(folder: Path, environment: dict[str, str]) -> None:
    screen = on_terminal(("decide", "extraction.json", "--format", "json"), cwd=folder, env=environment).screen
    assert json.loads(screen)["schema"] == "escalation-assessment/1"


def test_notes_can_be_pasted_on_a_terminal(folder: Path, environment: dict[str, str], command: Command) -> None:
    arguments = ("decide", "extraction.json", "--notes", "-", *TODAY)
    typed = building.NOTE.replace("\n", "\r").encode() + CTRL_D
    dialogue = on_terminal(arguments, {"Ctrl-D": typed}, cwd=folder, env=environment, stdout_too=False)
    assert dialogue.piped == command(*arguments, stdin=building.NOTE.encode()).out
    assert "Paste the notes, then press Ctrl-D (on Windows Ctrl-Z and Enter)." in dialogue.screen


CONTROLS = "\x1b]0;mine\x07\x1b[2J\u202e"


def test_no_control_character_of_a_document_reaches_a_terminal(folder: Path, environment: dict[str, str]) -> None:
    cases = (building.case(account=f"Eins{CONTROLS}", situation=CONTROLS), building.case(account="Zwei"))
    lines = [
        ("decide", extraction(folder, *cases, name="two.json"), "--arr", "EUR 5k"),
        ("decide", extraction(folder, name="key.json", **{f"key{CONTROLS}": 1})),
        ("decide", extraction(folder, building.case(issue_type=CONTROLS), name="value.json")),
        ("decide", extraction(folder, building.case(account=CONTROLS, situation=CONTROLS), name="good.json")),
        ("score", f"EDF{CONTROLS}"),
    ]
    for line in lines:
        screen = on_terminal(line, cwd=folder, env=environment | {"NO_COLOR": "1", "TERM": "dumb"}).screen
        assert screen
        assert not any(mark in screen for mark in ("\x1b]", "\x07", "\x1b[2J", "\u202e")), line


# --- Locales ------------------------------------------------------------------------------------------------------

C_LOCALE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    "variables", [C_LOCALE, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "latin-1"}], ids=["C", "POSIX", "latin-1"]
)
def test_output_is_utf8_whatever_the_locale(variables: dict[str, str], folder: Path, command: Command) -> None:
    name = extraction(folder, building.case(account="Zoë 日本 😀"), name="größe.json")
    plain = command("decide", name, *TODAY)
    assert "Zoë 日本 😀" in done(plain)
    assert command("decide", name, *TODAY, env=variables).out == plain.out
    refused(command("decide", "gröszer.json", env=variables), 2, "gröszer.json: No such file")


def test_arguments_are_utf8_whatever_the_locale(folder: Path, command: Command) -> None:
    options = ("--account", "Größe", "--health", "日本", "--set", "CC=4", "--because", "für Zoë")
    for form in ("markdown", "json"):
        plain = command("decide", "extraction.json", *TODAY, *options, "--format", form)
        assert "Größe" in done(plain)
        assert command("decide", "extraction.json", *TODAY, *options, "--format", form, env=C_LOCALE).out == plain.out


def test_an_argument_that_is_no_utf8_is_wrong_usage(folder: Path, environment: dict[str, str]) -> None:
    line = "escalate decide extraction.json --account $'caf\\xe9' --format json"
    refused(shell(line, cwd=folder, env=environment), 2)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ESCALATE_MODEL", b"caf\xe9"),
        ("ANTHROPIC_MODEL", b"caf\xe9"),
        ("ANTHROPIC_CUSTOM_HEADERS", b"x-team: caf\xe9"),
        ("ANTHROPIC_BASE_URL", b"http://127.0.0.1:9/caf\xe9"),
    ],
)
def test_a_variable_that_is_no_utf8_is_no_fault_of_ours(
    variable: str, value: bytes, folder: Path, command: Command
) -> None:
    notes(folder, PLAIN_NOTES, name="plain.md")
    access = {"ANTHROPIC_BASE_URL": "http://127.0.0.1:9", variable: os.fsdecode(value)}
    result = command("assess", "plain.md", "--engine", "claude", env=access)
    assert result.code in (2, 4)
    refused(result, result.code)


# --- What is loaded -----------------------------------------------------------------------------------------------


def loaded(arguments: list[str], cwd: Path, environment: dict[str, str], code: int = 0) -> set[str]:
    """The libraries that a command loads, which ends with ``code``."""
    script = f"""
import json, sys
sys.argv = ["escalate", *{arguments!r}]
try:
    from escalation.cli import main
    main()
except SystemExit as end:
    assert (end.code or 0) == {code}, end.code
open("modules.json", "w").write(json.dumps(sorted({{name.split(".")[0] for name in sys.modules}})))
"""
    subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, env=environment, capture_output=True, timeout=60, check=True
    )
    return set(json.loads((cwd / "modules.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["assess", "--help"], ["score", "--help"], ["policy", "--help"]]
)
def test_help_and_version_load_nothing_that_takes_time(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> None:
    assert not loaded(arguments, folder, environment) & {
        "pydantic",
        "pydantic_core",
        "jinja2",
        "rich",
        "dateutil",
        *OUTER,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "extraction.json", "--notes", "notes.md"],
        ["decide", "extraction.json", "--format", "json", "-o", "out.json"],
        ["render", "record.json"],
        ["score", VECTOR],
        ["schema", "extraction"],
        ["schema", "assessment"],
        ["policy", "lint", "plain"],
    ],
    ids=" ".join,
)
def test_no_command_of_the_core_loads_the_sdk_or_a_template_engine(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> None:
    stored(folder)
    assert not loaded(arguments, folder, environment) & {"jinja2", "rich", "dateutil", *OUTER}


OFFLINE = ["assess", "plain.md", "--engine", "offline"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["prompt", "notes.md"],
        ["policy", "show", "--format", "markdown"],
        ["policy", "diff", "default", "plain"],
        OFFLINE,
        [*OFFLINE, "--model", "some-model", "--timeout", "1", "--format", "json"],
        ["assess", "plain.md"],
        ["assess", "plain.md", "--engine", "auto"],
    ],
    ids=" ".join,
)
def test_no_other_command_loads_the_sdk(arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
    notes(folder, PLAIN_NOTES, name="plain.md")
    assert not loaded(arguments, folder, environment) & OUTER


@pytest.mark.parametrize(
    "arguments",
    [
        OFFLINE,
        ["decide", "extraction.json", "--notes", "notes.md"],
        ["prompt", "notes.md"],
        ["assess", "--help"],
        ["score", VECTOR],
    ],
    ids=" ".join,
)
def test_a_key_does_not_load_the_sdk_where_no_model_is_asked(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> None:
    notes(folder, PLAIN_NOTES, name="plain.md")
    access = {"ANTHROPIC_API_KEY": "key", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9", "ESCALATE_MODEL": "m"}
    assert not loaded(arguments, folder, environment | access) & OUTER


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["assess", "plain.md", "--engine", "claude"], 4),
        (["assess", "plain.md", "--engine", "claude", "--timeout", "0"], 2),
        (["assess", "plain.md", "--engine", "claude", "--policy", "nowhere.toml"], 2),
    ],
    ids=["no access", "wrong usage", "no policy"],
)
def test_a_refusal_before_the_notes_are_read_does_not_wait_for_the_sdk(
    arguments: list[str], code: int, folder: Path, environment: dict[str, str]
) -> None:
    notes(folder, PLAIN_NOTES, name="plain.md")
    assert not loaded(arguments, folder, environment, code) & OUTER


@pytest.mark.parametrize("engine", ["claude", "auto"])
def test_what_asks_a_model_loads_the_sdk(engine: str, folder: Path, environment: dict[str, str]) -> None:
    notes(folder, PLAIN_NOTES, name="plain.md")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]  # nobody listens there once it is closed
    access = {"ANTHROPIC_BASE_URL": f"http://127.0.0.1:{port}"}
    found = loaded(["assess", "plain.md", "--engine", engine], folder, environment | access, 4)
    assert found >= {"anthropic", "httpx2"}


def test_the_installed_command_is_the_same(folder: Path, environment: dict[str, str], command: Command) -> None:
    installed = Path(sys.executable).parent / "escalate"
    if not installed.exists():
        pytest.skip("not installed as a command here")
    found = subprocess.run(
        [installed, "decide", *both(folder)], cwd=folder, env=environment, capture_output=True, timeout=60, check=False
    )
    assert Result(found.returncode, found.stdout, found.stderr) == command("decide", *both(folder))


def test_nothing_is_written_beside_the_output(folder: Path, environment: dict[str, str]) -> None:
    before = sorted(folder.iterdir())
    assert call("decide", *both(folder), cwd=folder, env=environment).code == 0
    assert call("assess", "notes.md", cwd=folder, env=environment).code in (0, 3)
    assert sorted(folder.iterdir()) == before
