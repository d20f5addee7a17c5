"""Recordings are found again as long as the reader would see the same, and told to be stale when not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.errors import EvalError, NotRecorded
from evals.reading.recordings import Recording, RecordingManifest, Recordings, write
from evals.reading.seen import Prompt, seen
from evaluation.building import POLICY, answer, sample

pytestmark = pytest.mark.tree

PROMPT = Prompt.of(POLICY)
MANIFEST = RecordingManifest(model="agent", door="agent", provenance="an agent of the tests", made="2026-11-22")


def recording(name: str = "torvald", epoch: int = 1, **changes: object) -> Recording:
    given = {
        "sample": name,
        "epoch": epoch,
        "seen": seen(sample(), PROMPT, "agent"),
        "context": "one",
        "answer": answer(),
    }
    return Recording.model_validate(given | changes)


def test_what_was_written_is_found_again(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording(), recording(epoch=2)])

    found = Recordings(tmp_path)

    assert found.manifest == MANIFEST
    assert found.find(sample(), 2, PROMPT) == recording(epoch=2)
    assert json.loads(found.find(sample(), 1, PROMPT).text) == answer()


def test_an_answer_that_is_no_json_is_kept_as_text(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording(answer="I had rather not.")])

    assert Recordings(tmp_path).find(sample(), 1, PROMPT).text == "I had rather not."


def test_a_changed_prompt_makes_a_recording_stale_and_says_what_makes_it_anew(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording()])
    changed = PROMPT._replace(instructions="other")

    with pytest.raises(NotRecorded) as caught:
        Recordings(tmp_path).require([(sample(), 1), (sample(), 2)], changed)

    told = str(caught.value)
    assert caught.value.exit_code == 4
    assert "2 recording(s) missing or stale" in told
    assert "torvald, epoch 1: other instructions than now" in told
    assert "torvald, epoch 2: was never read" in told
    assert "record --reader claude" in told
    assert "record --prepare" in told


def test_many_problems_are_counted_and_ten_of_them_named(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [])

    with pytest.raises(NotRecorded, match="13 recording") as caught:
        Recordings(tmp_path).require([(sample(), epoch) for epoch in range(1, 14)], PROMPT)

    assert str(caught.value).count("was never read") == 10
    assert "and 3 more" in str(caught.value)


def test_writing_replaces_the_same_reading_and_keeps_all_others(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording(context="old"), recording(epoch=2, context="old"), recording("grey/noise")])
    write(tmp_path, MANIFEST, [recording(context="new")])

    found = Recordings(tmp_path)

    assert [found.get("torvald", epoch).context for epoch in (1, 2)] == ["new", "old"]
    assert sorted(path.name for path in tmp_path.glob("*.jsonl")) == ["grey.jsonl", "torvald.jsonl"]


def test_readings_stand_in_one_order_a_line_each_whatever_order_they_came_in(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording(epoch=2), recording("torvald/noise"), recording()])

    lines = [json.loads(text) for text in (tmp_path / "torvald.jsonl").read_text(encoding="utf-8").splitlines()]

    assert [(line["sample"], line["epoch"]) for line in lines] == [("torvald", 1), ("torvald", 2), ("torvald/noise", 1)]


def test_a_folder_without_manifest_holds_no_recordings(tmp_path: Path) -> None:
    with pytest.raises(NotRecorded, match="no recordings"):
        Recordings(tmp_path)


@pytest.mark.parametrize("text", ["{", '{"sample": "torvald", "epoch": "first"}'])
def test_a_line_that_does_not_hold_is_named_by_its_file(text: str, tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [])
    (tmp_path / "torvald.jsonl").write_text(text + "\n", encoding="utf-8")

    with pytest.raises(EvalError, match=r"torvald\.jsonl"):
        Recordings(tmp_path).get("torvald", 1)


def test_readings_of_another_model_do_not_replace_those_that_are_there(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, [recording()])

    with pytest.raises(EvalError, match="--recording NAME"):
        write(tmp_path, MANIFEST.model_copy(update={"model": "another", "door": "api"}), [recording(epoch=2)])

    assert Recordings(tmp_path).manifest == MANIFEST
