"""Progress: a bar where somebody watches, a few lines where nobody does."""

from __future__ import annotations

import sys

import pytest

from evals.running.progress import progress
from evaluation.building import made

pytestmark = pytest.mark.tree

FAILED = made("grey", 2, status="failed", cases=(), problem="no answer")


def test_in_ci_a_long_run_prints_a_few_lines_and_the_last_one(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(478) as show:
        for done in range(1, 479):
            show(made(), done, 478)

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) <= 12
    assert lines[-1] == "478 of 478 readings"


def test_a_failure_is_always_told(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(1_000) as show:
        show(FAILED, 3, 1_000)

    assert capsys.readouterr().err == "grey, epoch 2: failed: no answer\n"


def test_on_a_terminal_there_is_a_bar_and_failures_stand_beside_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(2) as show:
        show(FAILED, 1, 2)
        show(made(), 2, 2)

    told = capsys.readouterr().err
    assert "Reading" in told
    assert "2/2" in told
    assert "grey, epoch 2: no answer" in told


def test_a_run_with_nothing_left_to_read_has_a_bar_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(0):
        pass

    assert "Reading" in capsys.readouterr().err
