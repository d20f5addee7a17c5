"""Readings with a key are kept one by one, against a server on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.errors import EvalError, Incomplete
from evals.live import record_live
from evals.reading.recordings import Recordings
from evals.running.run import jobs
from evaluation.building import answer, sample
from loopback import Answer, message, serving, text

pytestmark = pytest.mark.tree

OPTIONS: dict[str, Any] = {
    "model": "claude-haiku-5-5", "effort": None, "max_cost": None, "concurrency": 1, "provenance": None,
}  # fmt: skip


def recorded(folder: Path, monkeypatch: pytest.MonkeyPatch, *answers: Answer, **options: Any) -> str:
    with serving(*answers) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "local-key-4711")
        return record_live(jobs([sample(), sample("grey")], 1), folder, OPTIONS | options)


def test_each_reading_is_kept_with_what_it_took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = recorded(tmp_path, monkeypatch, message(text(json.dumps(answer()))))

    found = Recordings(tmp_path)
    assert told.startswith("2 readings by claude-haiku-5-5, estimated at USD ")
    assert (found.manifest.door, found.manifest.model) == ("api", "claude-haiku-5-5")
    for name in ("torvald", "grey"):
        recording = found.get(name, 1)
        assert recording.answer == answer()
        assert (recording.input_tokens, recording.output_tokens, recording.first_try) == (100, 10, True)


def test_what_was_read_before_the_money_was_spent_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dear = message(text(json.dumps(answer())), usage={"input_tokens": 1_000_000, "output_tokens": 10})

    with pytest.raises(Incomplete, match="1 of 2 readings were made"):
        recorded(tmp_path, monkeypatch, dear, max_cost=0.15)

    assert Recordings(tmp_path).get("torvald", 1).input_tokens == 1_000_000


def test_a_bound_on_the_cost_needs_a_price(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EvalError, match="--max-cost needs a price for claude-unheard-of"):
        recorded(tmp_path, monkeypatch, model="claude-unheard-of", max_cost=1.0)
