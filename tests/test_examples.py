"""The published examples, read by an agent and by the offline reader."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from escalation.decision.assessing import assess
from escalation.decision.record import parse as stored
from escalation.errors import NothingToAssess
from escalation.evidence.notes import Notes, from_bytes
from escalation.extraction.parsing import parse
from escalation.policy.loading import load
from escalation.rendering import json, markdown

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.md"))
TODAY = dt.date(2026, 11, 22)
pytestmark = pytest.mark.tree


def notes_of(example: Path) -> Notes:
    return from_bytes(example.read_bytes())


READ = {path: parse(path.with_suffix(".extraction.json").read_text(encoding="utf-8")) for path in EXAMPLES}
OPEN = [path for path, extraction in READ.items() if extraction.cases]


def test_at_least_eight_have_something_open() -> None:
    assert len(OPEN) >= 8


@pytest.mark.parametrize("example", sorted(set(EXAMPLES) - set(OPEN)), ids=lambda path: path.stem)
def test_where_nothing_is_open_there_is_nothing_to_escalate(example: Path) -> None:
    with pytest.raises(NothingToAssess, match="Nothing to escalate"):
        assess(READ[example], load("default"), TODAY, notes=notes_of(example))


@pytest.mark.parametrize("example", OPEN, ids=lambda path: path.stem)
def test_each_has_an_extraction_whose_quotes_all_stand_in_the_notes(example: Path) -> None:
    record = assess(READ[example], load("default"), TODAY, notes=notes_of(example))

    assert record.evidence_checked
    dropped = [finding for case in record.cases for finding in case.findings if "was dropped" in finding]
    assert dropped == []


@pytest.mark.parametrize("example", OPEN, ids=lambda path: path.stem)
def test_a_stored_record_of_each_renders_to_the_same_bytes(example: Path) -> None:
    record = assess(READ[example], load("default"), TODAY, notes=notes_of(example))

    again = stored(json.render(record))

    assert json.render(again) == json.render(record)
    assert markdown.render(again) == markdown.render(record)
