from __future__ import annotations

import json

import pytest

from escalation.decision.ranges import rule
from escalation.decision.vector import parse
from escalation.policy.comparing import compare
from escalation.policy.loading import load
from escalation.rendering.lines import comparison, score_as_json, score_as_text

POLICY = load("default")
KEYS = ["vector", "total", "score_decision", "floors", "decision", "settled", "possible"]


def as_json(text: str) -> str:
    vector = parse(text)
    return score_as_json(vector, rule(POLICY.table, vector.box, vector.signals))


def as_text(text: str) -> str:
    vector = parse(text)
    return score_as_text(vector, rule(POLICY.table, vector.box, vector.signals), POLICY)


def test_a_scored_vector_is_one_json_object_on_one_line_with_the_fields_of_the_design() -> None:
    line = as_json("EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security")
    assert "\n" not in line
    assert list(json.loads(line)) == KEYS
    assert json.loads(line) == {
        "vector": "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security",
        "total": {"low": 12, "high": 16},
        "score_decision": "urgency",
        "floors": ["impact-5", "security", "privacy"],
        "decision": "urgency",
        "settled": True,
        "possible": ["urgency"],
    }


@pytest.mark.parametrize(
    ("vector", "line"),
    [
        ("EDF:1.0/CI:1/AV:1/TS:1/CC:1", "total 4; Handle yourself"),
        (
            "EDF:1.0/CI:1/AV:1/TS:1/CC:5",
            "total 8; Escalate for support; raised from Handle yourself; floors capability-5",
        ),
        (
            "EDF:1.0/CI:3/AV:1-5/TS:3/CC:3",
            "total 10-14; Escalate for support; provisional, could be Escalate for support, Escalate with urgency",
        ),
    ],
)
def test_a_scored_vector_reads_as_one_line(vector: str, line: str) -> None:
    assert as_text(vector) == f"{vector}; {line}"


def test_a_policy_differs_in_nothing_from_itself() -> None:
    lines = list(comparison(POLICY, POLICY, compare(POLICY, POLICY)))
    assert lines == [
        "default 1.0.0 -> default 1.0.0",
        "0 of 320,000 decisions change (625 vectors x 512 sets of signals)",
        "0 other values differ",
    ]


def test_a_comparison_lists_vectors_and_signals_whose_decision_changes() -> None:
    plain = load("plain")
    lines = list(comparison(POLICY, plain, compare(POLICY, plain)))
    assert lines[0] == f"default {POLICY.version} -> plain {plain.version}"
    assert any(line.startswith("no signal: support -> handle: ") for line in lines)
    assert any(line.startswith("signal security: urgency -> ") for line in lines)
    vectors = [line.strip() for line in lines if line.startswith("  EDF:1.0/")]
    assert vectors
    for text in vectors:
        vector = parse(text)
        before, after = (rule(policy.table, vector.box, vector.signals).decision for policy in (POLICY, plain))
        assert before != after
