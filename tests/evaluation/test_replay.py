"""Recorded readings are decided anew, and only those that were made of what a reader would see now."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import NotRecorded
from evals.reading.recordings import Recordings, write
from evals.reading.replay import ReplayReading
from evals.reading.seen import Prompt
from evaluation.building import POLICY, sample
from evaluation.test_recordings import MANIFEST, recording

pytestmark = pytest.mark.tree


def replay(folder: Path, prompt: Prompt | None = None) -> ReplayReading:
    write(folder, MANIFEST, [recording(first_try=False, input_tokens=900, output_tokens=80, seconds=4.5)])
    return ReplayReading(Recordings(folder), prompt or Prompt.of(POLICY))


def test_a_recording_is_given_back_with_what_it_took_and_who_made_it(tmp_path: Path) -> None:
    reader = replay(tmp_path)
    reader.require([(sample(), 1)])

    reply = reader.read(sample(), 1)

    assert reply.answer == recording().text
    assert reply.first_try is False
    assert (reply.effort.input_tokens, reply.effort.output_tokens, reply.effort.seconds) == (900, 80, 4.5)
    assert (reader.model, reader.provenance) == ("agent", "an agent of the tests")
    assert reader.key(sample()) == recording().seen.key


def test_a_stale_recording_is_refused_before_and_while_reading(tmp_path: Path) -> None:
    reader = replay(tmp_path, Prompt("other", "other"))

    for attempt in (lambda: reader.require([(sample(), 1)]), lambda: reader.read(sample(), 1)):
        with pytest.raises(NotRecorded, match="other instructions, schema than now"):
            attempt()
