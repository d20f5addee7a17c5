"""``evals.json`` is in the format that agent tooling reads, and what it expects is what the program says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from escalation.clients.places import SKILL
from escalation.decision.assessing import assess
from escalation.errors import NothingToAssess
from escalation.evidence.notes import from_text
from escalation.extraction.parsing import parse
from escalation.policy.loading import load

pytestmark = pytest.mark.tree

ROOT = Path(__file__).parents[2]
DATA: dict[str, Any] = json.loads((ROOT / "evals" / "evals.json").read_text(encoding="utf-8"))
EVALS: list[dict[str, Any]] = DATA["evals"]


def test_it_has_the_fields_that_agent_tooling_reads() -> None:
    assert DATA["skill_name"] == SKILL
    assert [one["id"] for one in EVALS] == list(range(1, len(EVALS) + 1))
    for one in EVALS:
        assert set(one) == {"id", "eval_name", "prompt", "expected_output", "files", "expectations"}
        assert one["prompt"]
        assert len(one["expectations"]) >= 2
        for name in one["files"]:
            assert (ROOT / name).is_file(), name
            assert Path(name).name in one["prompt"]


@pytest.mark.parametrize("one", EVALS, ids=lambda one: one["eval_name"])
def test_the_expected_decision_is_that_of_the_reading_in_the_examples(one: dict[str, Any]) -> None:
    policy = load("default")
    notes = ROOT / one["files"][0]
    extraction = parse(notes.with_suffix(".extraction.json").read_text(encoding="utf-8"))
    try:
        record = assess(extraction, policy, dt.date(2026, 11, 22), notes=from_text(notes.read_text(encoding="utf-8")))
    except NothingToAssess:
        assert one["expected_output"].startswith("Nothing to escalate")
        return

    for case in record.cases:
        assert policy.label(case.decision) in one["expected_output"]
        for found in case.signals:
            assert found.kind.split("_")[0] in one["expected_output"]
