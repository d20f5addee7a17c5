from __future__ import annotations

import json
from typing import Any

import pytest

import building
from building import TODAY
from escalation.decision.assessing import assess
from escalation.decision.record import Record, parse
from escalation.errors import InvalidRecord
from escalation.extraction.answers import Answers, ScoreGiven
from escalation.policy.loading import load
from escalation.policy.terms import DIMENSIONS, MISTAKES
from escalation.rendering.json import render

DEFAULT = load("default")

# The fields of design 5.2; others may be added.
RECORD = ["schema", "today", "policy", "notes_sha256", "evidence_checked", "engine", "cases", "findings"]
ENGINE = ["name", "model", "endpoint", "prompt_sha256", "schema_sha256", "request_id", "usage"]
CASE = [
    "account",
    "situation",
    "issue_type",
    "vector",
    "scores",
    "total",
    "score_decision",
    "floors",
    "decision",
    "settled",
    "possible",
    "question",
    "would_change",
    "signals",
    "route",
    "ask",
    "by",
    "customer_update_by",
    "customer_communication",
    "checks",
    "context",
    "corrections",
    "overrides",
    "findings",
]
EVIDENCE = {"quote", "start", "end"}


def full_record() -> Record:
    """A record with something in every field."""
    case = building.case(
        TS=None,
        signals=["legal", "security"],
        deadlines=[building.deadline(TODAY)],
        strategic=building.strategic("high"),
        days_open=building.days_open(30),
        customer_informed=building.customer_informed("no"),
    )
    given = Answers(scores={"csm_capability": ScoreGiven(5, "no access to billing")})
    return assess(building.extraction(case), DEFAULT, TODAY, notes=building.notes(), answers=given)


def data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(full_record()))
    return found


def test_the_record_has_every_field_that_the_design_names() -> None:
    record = data()
    case = record["cases"][0]
    assert set(RECORD) <= set(record)
    assert record["schema"] == "escalation-assessment/1"
    assert {"id", "version", "sha256"} <= set(record["policy"])
    assert set(ENGINE) <= set(record["engine"])
    assert set(CASE) <= set(case)
    assert list(case["scores"]) == list(DIMENSIONS)
    for score in case["scores"].values():
        assert {"low", "high", "rationale", "set_by", "evidence"} <= set(score)
    assert {"low", "high"} <= set(case["total"])
    assert {"id", "at_least", "reason"} <= set(case["floors"][0])
    assert {"kind", "evidence"} <= set(case["signals"][0])
    assert {"primary", "inform"} <= set(case["route"])
    assert [check["mistake"] for check in case["checks"]] == list(MISTAKES)
    assert {"mistake", "risk", "advice", "evidence"} <= set(case["checks"][0])
    assert {"health", "renewal", "gut_feel", "tried", "arr_eur"} <= set(case["context"])
    assert {"field", "from", "to", "why"} <= set(case["corrections"][0])
    assert {"field", "from", "to", "because"} <= set(case["overrides"][0])
    for holder in (case["scores"]["customer_impact"], case["signals"][0], case["checks"][0]):
        assert set(holder["evidence"][0]) == EVIDENCE


def test_dates_are_iso_dates() -> None:
    record = data()
    assert record["today"] == "2026-11-23"
    assert record["cases"][0]["by"] == record["cases"][0]["customer_update_by"] == "2026-11-23"


def test_a_record_is_read_back_as_it_was_and_written_as_the_same_bytes() -> None:
    record = full_record()
    text = render(record)
    assert parse(text) == record
    assert render(parse(text)) == text


@pytest.mark.parametrize(("eur", "shown"), [(38_000, "38000"), (38_000.5, "38000.5"), (1_234_567.89, "1234567.89")])
def test_whole_euros_are_written_without_a_fraction(eur: float, shown: str) -> None:
    case = building.case(arr=building.arr(eur))
    text = render(assess(building.extraction(case), DEFAULT, TODAY))
    assert f'"arr_eur": {shown},' in text
    assert render(parse(text)) == text


def changed(path: str, value: Any) -> str:
    """The full record as text with one value changed; ``...`` takes a key away."""
    record: Any = data()
    part = record
    *keys, last = (int(key) if key.isdigit() else key for key in path.split("."))
    for key in keys:
        part = part[key]
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "escalation-assessment/2"),
        ("today", "yesterday"),
        ("policy", ...),
        ("cases", []),
        ("cases.0.decision", "panic"),
        ("cases.0.scores.customer_impact.low", 0),
        ("cases.0.scores.customer_impact.high", 6),
        ("cases.0.total.high", 21),
        ("cases.0.total.low", 3),
        ("cases.0.scores.mood", {}),
        ("cases.0.signals.0.kind", "weather"),
        ("cases.0.checks.0.risk", "maybe"),
        ("cases.0.vector", None),
        ("engine.name", "oracle"),
        ("cases.0.corrections.0.from", ...),
        ("cases.0.mood", "good"),
    ],
)
def test_a_record_that_does_not_hold_is_refused_with_the_path_of_the_problem(path: str, value: Any) -> None:
    with pytest.raises(InvalidRecord) as refused:
        parse(changed(path, value), "record.json")
    assert refused.value.exit_code == 5
    assert "record.json" in str(refused.value)
    assert any(problem.startswith(path) for problem in refused.value.problems)


def test_every_problem_of_a_record_is_named() -> None:
    record = data()
    record["today"] = "yesterday"
    record["cases"][0]["decision"] = "panic"
    del record["policy"]["id"]
    with pytest.raises(InvalidRecord) as refused:
        parse(json.dumps(record))
    paths = {problem.split(":")[0] for problem in refused.value.problems}
    assert paths == {"today", "cases.0.decision", "policy.id"}


@pytest.mark.parametrize(
    "text", ["", "nothing", "[]", "null", '{"schema": 1, "schema": 2}', "[" * 100_000, '{"a": NaN}']
)
def test_what_is_no_json_object_is_no_record(text: str) -> None:
    with pytest.raises(InvalidRecord, match="does not hold"):
        parse(text)
