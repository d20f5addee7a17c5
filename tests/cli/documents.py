"""Files that commands are called with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import building
from escalation.rendering import json as as_json
from rendering.records import record

TODAY: Final = ("--today", building.TODAY.isoformat())
VECTOR: Final = "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2"


def extraction(folder: Path, *cases: dict[str, Any], name: str = "extraction.json", **changes: Any) -> str:
    """The name of a file with an extraction of ``cases``, written into ``folder``."""
    data = building.extraction_data(*cases) | changes
    (folder / name).write_text(json.dumps(data), encoding="utf-8")
    return name


def notes(folder: Path, content: str | bytes = building.NOTE, name: str = "notes.md") -> str:
    """The name of a file with notes, those of ``building`` unless told otherwise."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def stored(folder: Path, name: str = "record.json") -> str:
    """The name of a file with a record."""
    (folder / name).write_text(as_json.render(record()), encoding="utf-8")
    return name


def both(folder: Path) -> tuple[str, ...]:
    """The arguments that name an extraction, its notes and the day."""
    return (extraction(folder), "--notes", notes(folder), *TODAY)
