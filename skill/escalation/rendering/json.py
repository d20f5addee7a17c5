"""The record as JSON."""

from __future__ import annotations

import re
from typing import Final

from escalation.decision.record import Record

# Legal in JSON, but a terminal may obey them and an editor may hide or reorder text by them.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render(record: Record) -> str:
    """The record with two spaces of indentation, ending in one line feed; the same record gives the same bytes."""
    text = record.model_dump_json(by_alias=True, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
