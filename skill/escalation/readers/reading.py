"""What a reader gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final, NamedTuple, Protocol

from escalation.decision.record import Engine
from escalation.evidence.notes import Notes
from escalation.extraction.model import Extraction

WITHOUT_A_MODEL: Final = "`--engine offline` reads the notes without a model."

Say = Callable[[str], None]
"""Is told, in a line or a sentence, what a reader does."""


class Reading(NamedTuple):
    """What was read, and who read it."""

    extraction: Extraction
    engine: Engine


class Reader(Protocol):
    """Whoever turns notes into an extraction."""

    def read(self, notes: Notes, today: dt.date, show: Say) -> Reading:
        """The reading of ``notes``; ``show`` is told what takes time. Raises NothingToAssess and ReaderFailed."""
