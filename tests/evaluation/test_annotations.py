"""What GitHub Actions shows beside the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.reporting.annotations import annotate, workflow_commands
from evaluation.building import made
from evaluation.test_page import run

pytestmark = pytest.mark.tree

HIGH = {"figure": "decision.exact", "at_least": 0.9}


def test_a_failed_gate_is_an_error() -> None:
    (found,) = workflow_commands(run(gates=(HIGH,)).summary)

    assert found == (
        "::error title=Gate failed%3A Decision exact::"
        "33.3%25 (95%25 6.1%25 to 79.2%25, n = 3); the bound is ≥ 0.9 (misses 2, allowed 0)."
    )


def test_a_run_that_is_not_complete_is_a_warning() -> None:
    (found,) = workflow_commands(run(made("exact")).summary)

    assert found.startswith("::warning title=Evaluation::The run is not complete")


def test_no_title_can_end_a_command_or_add_a_property() -> None:
    summary = run(gates=(HIGH,)).summary
    (judged,) = summary.gates
    figure = judged.figure.model_copy(update={"title": "a%b,c:d\r\n::error::e"})
    changed = summary.model_copy(update={"gates": (judged.model_copy(update={"figure": figure}),)})
    (found,) = workflow_commands(changed)

    assert found.startswith("::error title=Gate failed%3A a%25b%2Cc%3Ad%0D%0A%3A%3Aerror%3A%3Ae::33.3%25")
    assert "\n" not in found


def test_nothing_is_said_outside_of_github_actions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotate(run(gates=(HIGH,)).summary, "# x\n", {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary")})

    assert capsys.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_the_markdown_is_appended_to_the_summary_of_the_job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "summary"
    path.write_text("before\n", encoding="utf-8")
    annotate(run(gates=(HIGH,)).summary, "# x\n", {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(path)})

    assert path.read_text(encoding="utf-8") == "before\n# x\n"
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("::error ")


def test_a_job_without_a_summary_has_annotations_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    annotate(run(gates=(HIGH,)).summary, "# x\n", {"GITHUB_ACTIONS": "true"})

    assert capsys.readouterr().err.count("::error ") == 1
