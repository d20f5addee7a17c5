"""Recorded readings, decided anew by the present core."""

from __future__ import annotations

from collections.abc import Iterable

from evals.corpus.sample import Sample
from evals.reading.reader import Reply
from evals.reading.recordings import Recordings
from evals.reading.seen import Prompt, seen
from evals.running.results import Effort


class ReplayReading:
    """Gives the readings of one folder of recordings."""

    name = "replay"

    def __init__(self, recordings: Recordings, prompt: Prompt) -> None:
        """Readings that were made by ``prompt``; others are stale."""
        self._recordings = recordings
        self._prompt = prompt
        self.model = recordings.manifest.model
        self.provenance = recordings.manifest.provenance

    def require(self, wanted: Iterable[tuple[Sample, int]]) -> None:
        """Raise NotRecorded, naming everything that is missing or stale."""
        self._recordings.require(wanted, self._prompt)

    def key(self, sample: Sample) -> str:
        """What the recorded model saw."""
        return seen(sample, self._prompt, self.model).key

    def read(self, sample: Sample, epoch: int) -> Reply:
        """The first answer that was recorded. Raises NotRecorded."""
        recording = self._recordings.find(sample, epoch, self._prompt)
        return Reply(
            recording.text,
            first_try=recording.first_try,
            effort=Effort(
                input_tokens=recording.input_tokens, output_tokens=recording.output_tokens, seconds=recording.seconds
            ),
        )
