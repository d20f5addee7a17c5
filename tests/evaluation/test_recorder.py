"""Readings are recorded in one of three ways, and only what is missing where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals import recorder
from evals.corpus.loading import Corpus
from evals.errors import EvalError
from evals.reading.recordings import Recordings
from evals.recorder import record
from evaluation.building import answer, base, variant

pytestmark = pytest.mark.tree

USUAL: dict[str, Any] = {
    "reader": None, "prepare": None, "collect": None, "python": "python3", "provenance": None, "missing": False,
    "split": "held-out", "epochs": 2, "model": None, "effort": None, "max_cost": None, "concurrency": 1,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _one_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "load_corpus", lambda: Corpus([base(variants=(variant(),))]))


def prepared(tmp_path: Path, name: str = "door", **more: Any) -> list[tuple[str, str, int]]:
    record(**{**USUAL, "prepare": tmp_path / name, "recording": str(tmp_path / "own"), **more})
    plan = json.loads((tmp_path / name / "plan.json").read_text(encoding="utf-8"))
    return [(batch, item["sample"], item["epoch"]) for batch, items in plan.items() for item in items]


def read_all(tmp_path: Path, batches: list[tuple[str, str, int]]) -> None:
    for batch, _, _ in batches:
        (tmp_path / "door" / batch / "readings" / "01.json").write_text(json.dumps(answer()), encoding="utf-8")


@pytest.mark.parametrize(
    "ways", [{}, {"reader": "claude", "prepare": Path("a")}, {"prepare": Path("a"), "collect": Path("b")}]
)
def test_it_is_one_way_at_a_time(ways: dict[str, Any]) -> None:
    with pytest.raises(EvalError, match="exactly one of --reader, --prepare and --collect"):
        record(**{**USUAL, "recording": "own", **ways})


def test_every_reading_that_is_wanted_is_laid_out_in_a_context_of_its_own_cluster(tmp_path: Path) -> None:
    laid = prepared(tmp_path)

    assert sorted((sample, epoch) for _, sample, epoch in laid) == [
        ("torvald", 1),
        ("torvald", 2),
        ("torvald/invariant", 1),
    ]
    assert len({batch for batch, _, _ in laid}) == 3


def test_what_agents_wrote_is_kept_with_its_provenance_and_only_the_rest_is_laid_out_again(tmp_path: Path) -> None:
    read_all(tmp_path, prepared(tmp_path)[:2])

    told = record(
        **{**USUAL, "collect": tmp_path / "door", "recording": str(tmp_path / "own"), "provenance": "agents of a test"}
    )
    again = prepared(tmp_path, "again", missing=True)

    assert told.startswith("2 readings taken into")
    assert Recordings(tmp_path / "own").manifest.provenance == "agents of a test"
    assert Recordings(tmp_path / "own").manifest.model == "agent"
    assert len(again) == 1


def test_new_recordings_say_who_read(tmp_path: Path) -> None:
    read_all(tmp_path, prepared(tmp_path))

    with pytest.raises(EvalError, match="--provenance"):
        record(**{**USUAL, "collect": tmp_path / "door", "recording": str(tmp_path / "own")})


def test_later_ones_keep_what_was_said_before(tmp_path: Path) -> None:
    read_all(tmp_path, prepared(tmp_path))
    usual = {**USUAL, "collect": tmp_path / "door", "recording": str(tmp_path / "own")}
    record(**{**usual, "provenance": "agents of a test"})

    record(**usual)

    assert Recordings(tmp_path / "own").manifest.provenance == "agents of a test"
