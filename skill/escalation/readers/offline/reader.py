"""The offline reader as one of the readers."""

from __future__ import annotations

import datetime as dt

from escalation import prompting
from escalation.decision.record import Engine
from escalation.evidence.notes import Notes
from escalation.readers.offline import read
from escalation.readers.reading import Reading, Say


class OfflineReader:
    """Reads English by rules, at once and without a network."""

    def read(self, notes: Notes, today: dt.date, show: Say) -> Reading:  # noqa: ARG002 - nothing takes time
        """What the rules find in ``notes``. Raises NothingToAssess."""
        return Reading(read(notes.text, today), Engine(name="offline", schema_sha256=prompting.schema_sha256()))
