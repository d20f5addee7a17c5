"""Whole assessments, word for word.

After a wanted change write the files anew and look at each with your own eyes:

    UPDATE_GOLDEN=1 python -m pytest tests/rendering/test_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from escalation.decision.record import parse
from escalation.rendering import json as as_json
from escalation.rendering import markdown as as_markdown
from rendering.records import GOLDEN

FOLDER = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def golden(name: str, text: str) -> bytes:
    """The bytes of a golden file; written first where that was asked for."""
    path = FOLDER / name
    if UPDATE:
        path.write_bytes(text.encode())
    return path.read_bytes()


@pytest.mark.parametrize("name", GOLDEN)
def test_the_record_is_word_for_word_as_it_was_approved(name: str) -> None:
    text = as_json.render(GOLDEN[name]())
    assert text.encode() == golden(f"{name}.json", text)


@pytest.mark.parametrize("name", GOLDEN)
def test_the_assessment_is_word_for_word_as_it_was_approved(name: str) -> None:
    text = as_markdown.render(GOLDEN[name]())
    assert text.encode() == golden(f"{name}.md", text)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_stored_record_gives_the_same_bytes_again_in_both_forms(name: str) -> None:
    stored = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    record = parse(stored)
    assert as_json.render(record) == stored
    assert as_markdown.render(record).encode() == (FOLDER / f"{name}.md").read_bytes()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.{form}" for name in GOLDEN for form in ("json", "md")}


def test_every_decision_has_a_golden_file() -> None:
    found = {parse(path.read_text(encoding="utf-8")).cases[0].decision for path in FOLDER.glob("*.json")}
    assert found == {"handle", "support", "urgency", "immediate"}
