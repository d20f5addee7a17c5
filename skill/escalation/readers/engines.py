"""Chooses who reads the notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

from escalation import prompting
from escalation.decision.record import Engine
from escalation.errors import ReaderFailed
from escalation.evidence.notes import Notes
from escalation.extraction.model import Extraction

EngineName = Literal["auto", "claude", "offline"]


class Reading(NamedTuple):
    """What was read, and who read it."""

    extraction: Extraction
    engine: Engine


def read(notes: Notes, today: dt.date, engine: EngineName, say: Callable[[str], None]) -> Reading:
    """The reading of ``notes``; ``say`` is told who reads and why. Raises NothingToAssess and ReaderFailed."""
    if engine == "claude":
        raise ReaderFailed(
            "Claude cannot be called from this version yet. Leave --engine out for the offline reader, or let your "
            "agent read the notes: `escalate prompt`, then `escalate decide`."
        )
    if engine == "auto":
        say("Read by the offline reader, the only one of this version: English alone; what it cannot tell stays open.")
    from escalation.readers import offline

    return Reading(offline.read(notes.text, today), Engine(name="offline", schema_sha256=prompting.schema_sha256()))


def given() -> Engine:
    """The engine of an extraction that was made elsewhere."""
    return Engine(name="given", schema_sha256=prompting.schema_sha256())
