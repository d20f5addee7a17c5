from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import building
from building import TODAY
from escalation.decision.record import Record, parse
from escalation.errors import InvalidRecord
from escalation.extraction.answers import Answers
from escalation.policy.loading import load
from escalation.policy.terms import DIMENSIONS, MISTAKES
from escalation.rendering.json import render
from rendering.records import GOLDEN, UNSAFE, record

# Design 5.2, word for word; fields may be added.
TOP = ["schema", "today", "policy", "notes_sha256", "evidence_checked", "engine", "cases", "findings"]
POLICY = ["id", "version", "sha256"]
ENGINE = ["name", "model", "endpoint", "prompt_sha256", "schema_sha256", "request_id", "usage"]
CASE = [
    "account", "situation", "issue_type", "vector", "scores", "total", "score_decision", "floors", "decision",
    "settled", "possible", "question", "would_change", "signals", "route", "ask", "by", "customer_update_by",
    "customer_communication", "checks", "context", "corrections", "overrides", "findings",
]  # fmt: skip
PARTS = {
    "total": ["low", "high"],
    "route": ["primary", "inform"],
    "context": ["health", "renewal", "gut_feel", "tried", "arr_eur"],
}
ITEMS = {
    "floors": ["id", "at_least", "reason"],
    "signals": ["kind", "evidence"],
    "checks": ["mistake", "risk", "advice", "evidence"],
    "corrections": ["field", "from", "to", "why"],
    "overrides": ["field", "from", "to", "because"],
}
SCORE = ["low", "high", "rationale", "set_by", "evidence"]
EVIDENCE = ["quote", "start", "end"]


def data_of(name: str) -> Any:
    return json.loads(render(GOLDEN[name]()))


def in_order(wanted: list[str], found: Any) -> bool:
    """Whether ``found`` has all wanted keys in their order; others may stand between."""
    return [key for key in found if key in wanted] == wanted


@pytest.mark.parametrize("name", GOLDEN)
def test_the_record_has_every_field_of_the_design_in_its_order(name: str) -> None:
    data = data_of(name)
    assert in_order(TOP, data)
    assert in_order(POLICY, data["policy"])
    assert in_order(ENGINE, data["engine"])
    for case in data["cases"]:
        assert in_order(CASE, case)
        assert all(in_order(wanted, case[part]) for part, wanted in PARTS.items())
        assert all(in_order(wanted, item) for part, wanted in ITEMS.items() for item in case[part])
        assert tuple(case["scores"]) == DIMENSIONS
        assert all(in_order(SCORE, score) for score in case["scores"].values())
        assert all(in_order(EVIDENCE, item) for score in case["scores"].values() for item in score["evidence"])
        assert [check["mistake"] for check in case["checks"]] == list(MISTAKES)


def test_the_parts_that_are_listed_stand_in_some_golden_record() -> None:
    cases = [case for name in GOLDEN for case in data_of(name)["cases"]]
    assert all(any(case[part] for case in cases) for part in ITEMS)


def test_a_record_says_what_it_was_made_from() -> None:
    data = json.loads(render(record()))
    assert data["schema"] == "escalation-assessment/1"
    assert data["today"] == TODAY.isoformat()
    assert data["notes_sha256"] == building.notes().sha256
    assert data["policy"]["sha256"] == load("default").sha256
    assert data["evidence_checked"] is True


def test_without_notes_offsets_and_hash_are_null() -> None:
    data = json.loads(render(record(text=None)))
    assert (data["evidence_checked"], data["notes_sha256"]) == (False, None)
    offsets = [
        (item["start"], item["end"]) for score in data["cases"][0]["scores"].values() for item in score["evidence"]
    ]
    assert set(offsets) == {(None, None)}


def test_offsets_give_the_quotes_back() -> None:
    text = "\U0001f600 é\r\n" + building.NOTE
    data = json.loads(render(record(text=text)))
    quotes = [item for score in data["cases"][0]["scores"].values() for item in score["evidence"]]
    assert len(quotes) >= 4
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in quotes)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_record_holds_in_its_published_schema(name: str) -> None:
    schema = Record.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data_of(name))


@pytest.mark.parametrize("name", GOLDEN)
def test_the_same_record_gives_the_same_bytes_and_ends_in_one_line_feed(name: str) -> None:
    text = render(GOLDEN[name]())
    assert text == render(GOLDEN[name]())
    assert text.endswith("\n}\n")
    assert text.splitlines()[1].startswith('  "schema"')


def test_no_control_character_and_no_mark_that_turns_text_round_stands_there_raw() -> None:
    unsafe = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and UNSAFE.match(chr(code))]
    words = "a" + "b".join(unsafe) + "c\n"
    text = render(record(building.case(situation=words, account=words), text=None))
    assert UNSAFE.search(text) is None
    case = json.loads(text)["cases"][0]
    assert (case["situation"], case["account"]) == (words, words)
    assert parse(text).cases[0].situation == words


@pytest.mark.parametrize("text", ["Zoë", "日本語", "😀", "“so”"])
def test_text_of_any_script_stands_there_readable(text: str) -> None:
    assert f'"account": "{text}"' in render(record(building.case(account=text)))


def test_neither_case_of_two_accounts_holds_the_name_or_a_sentence_of_the_other() -> None:
    acme, globex = data_of("two-accounts")["cases"]
    assert (acme["account"], globex["account"]) == ("Acme", "Globex")
    for case, strange in ((acme, ["globex", "logo", "900", "blurred"]), (globex, ["acme", "payroll", "12k", "12,000"])):
        text = json.dumps(case).lower()
        assert [word for word in strange if word in text] == []


@pytest.mark.parametrize(("amount", "shown"), [(38_000, "38000"), (38_000.5, "38000.5"), (1e15, "1000000000000000")])
def test_an_arr_is_written_as_a_plain_number(amount: float, shown: str) -> None:
    assert f'"arr_eur": {shown},' in render(record(building.case(arr=building.arr(amount))))


@pytest.mark.parametrize("amount", [0, 0.004, 0.1, 0.005, 1 / 3, 38_000, 1e15])
@pytest.mark.parametrize("units", [1, 1e9, 0.001])
def test_an_arr_of_any_size_is_rounded_to_cents_and_read_again_as_the_same_bytes(amount: float, units: float) -> None:
    text = render(record(building.case(arr=building.arr(amount, units=units))))
    assert json.loads(text)["cases"][0]["context"]["arr_eur"] == pytest.approx(amount * units, abs=0.0051)
    assert render(parse(text)) == text


@pytest.mark.parametrize("name", GOLDEN)
def test_every_field_of_a_record_is_needed_to_read_it_again(name: str) -> None:
    data = data_of(name)
    for key in TOP:
        if key in ("schema", "engine"):
            continue
        with pytest.raises(InvalidRecord, match=f"{key}: is missing"):
            parse(json.dumps({name: value for name, value in data.items() if name != key}))


def changed(path: str, value: Any) -> str:
    """A good record in which the value at ``path`` is another; without it when that is ``...``."""
    data = data_of("floors-and-override")
    part = data
    *steps, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    for key in steps:
        part = part[key]
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "escalation-assessment/2"),
        ("schema", ...),
        ("today", "yesterday"),
        ("cases", []),
        ("cases.0.decision", "panic"),
        ("cases.0.total.low", 3),
        ("cases.0.scores.customer_impact.low", 0),
        ("cases.0.scores.customer_impact", ...),
        ("cases.0.vector", "EDF:1.0/CI:9"),
        ("cases.0.vector", "`x`"),
        ("cases.0.context.arr_eur", float("inf")),
        ("cases.0.checks.0.mistake", "none"),
        ("cases.0.mood", "bad"),
        ("policy.labels.urgency", ...),
        ("policy.labels.handle", ...),
        ("engine.name", "parrot"),
        ("evidence_checked", "perhaps"),
        ("cases.0.account", "cut \ud83d"),
    ],
)
def test_a_record_that_does_not_hold_is_refused_with_the_path(path: str, value: Any) -> None:
    text = changed(path, value).replace("Infinity", "1e999")
    with pytest.raises(InvalidRecord) as caught:
        parse(text)
    assert any(
        path.rsplit(".", maxsplit=1)[-1] in problem or path.split(".")[-2] in problem
        for problem in caught.value.problems
    )
    assert caught.value.exit_code == 5


def test_every_problem_of_a_record_is_listed_at_once() -> None:
    data = data_of("support") | {"today": "x", "mood": 1}
    data["cases"][0]["decision"] = "panic"
    del data["cases"][0]["situation"]
    with pytest.raises(InvalidRecord) as caught:
        parse(json.dumps(data))
    assert {problem.split(":")[0] for problem in caught.value.problems} == {
        "today",
        "mood",
        "cases.0.decision",
        "cases.0.situation",
    }


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "{}", '{"cases": NaN}'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        parse(text)


def test_a_record_of_the_last_day_of_the_calendar_is_read_again() -> None:
    made = record(
        building.case(deadlines=[building.deadline(dt.date.max)]), today=dt.date(9999, 12, 30), answers=Answers()
    )
    assert parse(render(made)) == made
