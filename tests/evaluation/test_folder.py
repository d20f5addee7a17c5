"""The folder of a run."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.running import folder
from evaluation.building import made
from evaluation.test_summary import manifest

pytestmark = pytest.mark.tree


def test_a_run_is_found_again_as_it_was_written(tmp_path: Path) -> None:
    made_of = folder.create(manifest(), tmp_path)
    folder.write(made_of, manifest(), [made()])

    assert folder.load(made_of) == (manifest(), (made(),))


def test_two_runs_of_one_second_have_a_folder_each_that_only_their_owner_reads(tmp_path: Path) -> None:
    first, second = folder.create(manifest(), tmp_path), folder.create(manifest(), tmp_path)

    assert [path.name for path in (first, second)] == [
        "20261122T000000Z-replay-held-out", "20261122T000000Z-replay-held-out-2",
    ]  # fmt: skip
    assert stat.S_IMODE(first.stat().st_mode) == 0o700


def test_a_folder_without_manifest_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="is no run"):
        folder.load(tmp_path)


def test_a_manifest_that_does_not_hold_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"reader": 3}', encoding="utf-8")

    with pytest.raises(EvalError, match=r"manifest\.json"):
        folder.load(tmp_path)
