"""The command: what it prints, and with which code it ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from escalation.errors import InvalidRecord
from evals import commands, recorder
from evals.cli import evals
from evals.errors import CorpusBroken, EvalError, Incomplete, NotRecorded
from evaluation.building import made
from evaluation.test_commands import run_of

pytestmark = pytest.mark.tree

ROOT = Path(__file__).parents[2]


def raising(error: BaseException) -> Callable[..., str]:
    def fail(*_: object, **__: object) -> str:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EvalError("wrong"), 2),
        (CorpusBroken(["one"]), 2),
        (InvalidRecord(["one"]), 2),
        (Incomplete("interrupted"), 3),
        (KeyboardInterrupt(), 3),
        (NotRecorded("stale"), 4),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_exit_code_and_one_line_and_no_traceback(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "checked", raising(error))

    result = CliRunner().invoke(evals, ["check"])

    assert result.exit_code == code
    assert "Traceback" not in result.output
    assert result.output.startswith("Interrupted" if isinstance(error, KeyboardInterrupt) else "Error: ")


def test_it_runs_as_a_module_from_the_root_of_the_repository() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evals", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "held-out" in done.stdout


def test_its_help_names_every_command_and_exit_code() -> None:
    told = CliRunner().invoke(evals, ["--help"]).output

    for name in ("check", "new", "run", "compare", "agreement", "report", "record", "without"):
        assert f"\n  {name} " in told
    for code in range(5):
        assert f"\n    {code}    " in told


def test_a_run_ends_with_the_code_of_its_gates(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        evals, ["run", "--reader", "offline", "--sample", "1", "--no-variants", "--out", str(tmp_path)]
    )

    assert result.exit_code == 0, result.output
    assert "# Evaluation: not judged" in result.output


def test_a_regression_ends_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "compared", lambda *_: ("# Comparison: regression", 1))
    run = run_of(tmp_path, made())

    assert CliRunner().invoke(evals, ["compare", str(run), str(run)]).exit_code == 1


def test_options_that_do_not_fit_are_wrong_usage() -> None:
    for arguments in (
        ["run", "--reader", "command"],
        ["record"],
        ["run", "--epochs", "0"],
        ["compare", "here", "there"],
    ):
        assert CliRunner().invoke(evals, arguments).exit_code == 2, arguments


def test_recording_says_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "record", lambda **options: f"{options['recording']}, {options['split']}")

    assert CliRunner().invoke(evals, ["record", "--reader", "claude"]).output == "agent, all\n"
