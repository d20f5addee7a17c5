"""A run from its options to its reports, on the real cases with readers that need no key."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from evals import session as sessions
from evals.corpus.loading import load
from evals.errors import EvalError, NotRecorded
from evals.reading.recordings import RecordingManifest, write
from evals.running import folder as run_folder
from evals.running import progress as running_progress
from evals.session import Session, chosen

pytestmark = pytest.mark.tree

USUAL: dict[str, Any] = {
    "reader": "offline", "recording": "agent", "command": None, "timeout": 60.0, "split": "held-out", "epochs": None,
    "sample": 2, "variants": False, "model": None, "effort": None, "max_cost": None, "concurrency": 2, "gates": None,
    "resume": None, "out": None,
}  # fmt: skip


def start(out: Path, **options: Any) -> Session:
    return Session.start(**{**USUAL, "out": out, **options})


def test_a_run_writes_every_report_into_its_folder(tmp_path: Path) -> None:
    session = start(tmp_path)
    session.read()

    shown = session.report()

    assert session.exit_code == 0
    assert {path.name for path in session.folder.iterdir()} >= {
        "manifest.json", "results.jsonl", "report.html", "report.md", "summary.json", "junit.xml",
    }  # fmt: skip
    assert (session.folder / "report.md").read_text(encoding="utf-8") == shown
    assert json.loads((session.folder / "summary.json").read_text(encoding="utf-8"))["complete"]


def test_gates_are_not_judged_on_a_part_of_the_split(tmp_path: Path) -> None:
    session = start(tmp_path)
    session.read()

    assert (session.summary().verdict, session.summary().gates) == ("not judged", ())


def test_the_offline_reader_is_asked_once_as_it_always_says_the_same(tmp_path: Path) -> None:
    assert start(tmp_path, epochs=3).manifest.epochs == 1


def test_the_same_clusters_are_drawn_each_time_with_all_their_variants() -> None:
    corpus = load()

    drawn = chosen(corpus, "held-out", 5, variants=True)

    assert drawn == chosen(corpus, "held-out", 5, variants=True)
    assert len({one.base.id for one in drawn}) == 5
    assert len(drawn) == sum(1 + len(one.base.variants) for one in drawn if one.variant is None)
    assert chosen(corpus, "held-out", None, variants=True) == corpus.samples("held-out")


def test_an_interrupted_run_is_gone_on_with_where_it_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = start(tmp_path, sample=3)
    real = running_progress.progress

    def interrupting(total: int) -> Any:
        def show(*_: object) -> None:
            raise KeyboardInterrupt

        class Once:
            def __enter__(self) -> Any:
                return show

            def __exit__(self, *_: object) -> None:
                pass

        return Once()

    monkeypatch.setattr(sessions, "progress", interrupting)
    with pytest.raises(KeyboardInterrupt):
        first.read()
    monkeypatch.setattr(sessions, "progress", real)
    assert (first.folder / "report.md").exists()
    assert not first.summary().complete
    kept = len(run_folder.load(first.folder)[1])

    again = start(tmp_path, sample=3, resume=first.folder)
    assert len(again.left) == 3 - kept
    again.read()

    assert again.summary().complete
    assert again.folder == first.folder


def test_a_run_of_other_samples_cannot_be_gone_on_with(tmp_path: Path) -> None:
    first = start(tmp_path)

    with pytest.raises(EvalError, match="cannot be gone on with: other samples_sha256 than now"):
        start(tmp_path, sample=3, resume=first.folder)


@pytest.mark.parametrize("options", [{"reader": "command"}, {"command": "cat"}])
def test_a_command_is_given_with_the_reader_of_that_name_and_no_other(options: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="--reader command and --command go together"):
        start(tmp_path, **options)


def test_a_run_that_lacks_readings_is_incomplete_whatever_else_holds(tmp_path: Path) -> None:
    session = start(tmp_path, reader="command", command=f"{sys.executable} -c 'import sys; sys.exit(9)'", epochs=1)
    session.read()

    session.report()

    assert session.exit_code == 3
    assert "incomplete" in session.summary().why


def test_a_run_of_another_program_cannot_be_gone_on_with(tmp_path: Path) -> None:
    first = start(tmp_path, reader="command", command="cat")

    with pytest.raises(EvalError, match="other provenance"):
        start(tmp_path, reader="command", command="tac", resume=first.folder)


def test_a_program_is_measured_like_any_reader(tmp_path: Path) -> None:
    session = start(tmp_path, reader="command", command=f"{sys.executable} -c 'print(4)'")
    session.read()

    assert session.summary().figure("reading.first_try").hits == 0
    assert "the command" in session.announced()


def test_a_bound_on_the_cost_needs_a_price(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="--max-cost needs a price for offline"):
        start(tmp_path, max_cost=1.0)

    assert list(tmp_path.iterdir()) == []


def test_with_a_key_the_cost_is_told_before_anything_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "local-key-4711")
    session = start(tmp_path, reader="claude", model="claude-haiku-5-5", max_cost=1.0)

    assert "Estimated cost: USD 0." in session.announced()


def test_missing_recordings_are_named_before_a_run_begins(tmp_path: Path) -> None:
    write(tmp_path / "own", RecordingManifest(model="m", door="agent", provenance="p", made="2026-11-22"), [])

    with pytest.raises(NotRecorded, match="was never read"):
        start(tmp_path, reader="replay", recording=str(tmp_path / "own"))

    assert [path.name for path in tmp_path.iterdir()] == ["own"]


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = start(tmp_path_factory.mktemp("runs"), reader="replay", sample=None, variants=True)
    session.read()
    return session


def test_the_recorded_readings_are_those_of_the_present_words_and_pass_every_gate(replayed: Session) -> None:
    summary = replayed.summary()

    assert summary.complete
    assert [gate.figure.name for gate in summary.gates if not gate.passed] == []
    assert summary.verdict == "passed"
    assert len(summary.gates) >= 20


def test_the_offline_reader_passes_every_gate_of_its_own(tmp_path: Path) -> None:
    session = start(tmp_path, sample=None, variants=True)
    session.read()

    assert [gate.figure.name for gate in session.summary().gates if not gate.passed] == []
    assert session.summary().verdict == "passed"
