"""The built-in reader: English notes to an extraction, without a network and without a model.

It states what the notes state. What they leave open stays a range, and the range says what it rests on.
"""

from __future__ import annotations

import datetime as dt

from escalation.extraction.model import Extraction
from escalation.readers.offline.reading import extraction


def read(notes: str, today: dt.date) -> Extraction:
    """What ``notes`` state, with the words that state it; days without a year are counted from ``today``.

    Raises NothingToAssess where they hold no customer problem, or are not in English.
    """
    return extraction(notes, today)
