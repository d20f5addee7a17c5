"""The built-in offline reader."""

from __future__ import annotations

import time

import escalation
from escalation.errors import NothingToAssess
from escalation.evidence.notes import from_text
from escalation.readers import offline
from evals.corpus.sample import Sample
from evals.reading.reader import Reply
from evals.reading.seen import sha256
from evals.running.results import Effort


class OfflineReading:
    """Reads by rules, the same in every epoch."""

    name = "offline"
    model = None
    provenance = f"the rules of the offline reader, version {escalation.__version__}; no model"

    def key(self, sample: Sample) -> str:
        """The rules see the day and the notes."""
        return sha256(f"{sample.today}\0{sample.notes}")

    def read(self, sample: Sample, epoch: int) -> Reply:  # noqa: ARG002 - the same in every epoch
        """What the rules find; a refusal of the notes is an answer."""
        started = time.perf_counter()
        try:
            extraction = offline.read(from_text(sample.notes).text, sample.today)
        except NothingToAssess as outcome:
            return Reply(None, problem=str(outcome).split("\n")[0])
        return Reply(extraction, effort=Effort(seconds=round(time.perf_counter() - started, 4)))
