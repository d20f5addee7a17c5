"""Every report of a run, in its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.measuring.summary import Summary
from evals.reporting.writing import write_all
from evaluation.building import POLICY
from evaluation.test_page import run

pytestmark = pytest.mark.tree


@pytest.fixture(autouse=True)
def _outside_of_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_all_four_reports_are_written_and_the_markdown_returned(tmp_path: Path) -> None:
    made_of = run()
    text = write_all(tmp_path, *made_of, POLICY)

    assert {path.name for path in tmp_path.iterdir()} == {"report.html", "report.md", "summary.json", "junit.xml"}
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == text
    assert Summary.model_validate_json((tmp_path / "summary.json").read_text(encoding="utf-8")) == made_of.summary
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["verdict"] == "not judged"


def test_writing_again_replaces_reports_with_the_same_bytes(tmp_path: Path) -> None:
    write_all(tmp_path, *run(epochs=2), POLICY)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    write_all(tmp_path, *run(epochs=2), POLICY)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_in_github_actions_the_job_has_its_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = tmp_path / "job.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(job))
    text = write_all(tmp_path, *run(), POLICY)

    assert job.read_text(encoding="utf-8") == text
