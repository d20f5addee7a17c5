from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import building
from cli.calling import Within
from escalation.errors import InvalidExtraction
from escalation.extraction.parsing import load_json, parse
from extraction.generating import documents


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(InvalidExtraction) as caught:
        parse(text)
    return caught.value.problems


def written(**overrides: Any) -> str:
    return json.dumps(building.extraction_data(building.case(**overrides)))


def test_a_good_document_becomes_an_extraction() -> None:
    assert parse(json.dumps(building.extraction_data())) == building.extraction()


@given(documents())
def test_a_document_is_the_same_after_writing_and_parsing(data: dict[str, Any]) -> None:
    found = parse(json.dumps(data))
    assert parse(found.model_dump_json(by_alias=True)) == found


@pytest.mark.parametrize("opening", ["```\n", "```json\n", "\n\n```JSON  \n", "  ```json\n"])
@pytest.mark.parametrize("closing", ["\n```", "\n```\n", "\n  ```  \n\n"])
def test_one_code_fence_around_the_document_is_taken_off(opening: str, closing: str) -> None:
    assert parse(f"{opening}{written()}{closing}") == building.extraction()


@pytest.mark.parametrize("before", ["\ufeff", "\n", " \t\r\n"])
def test_white_space_and_a_byte_order_mark_before_the_document_are_ignored(before: str) -> None:
    assert parse(before + written()) == building.extraction()


def test_every_problem_is_listed_at_once_with_path_value_and_what_is_allowed() -> None:
    case = building.case(
        CI=building.reading(low=7, high=3),
        TS=building.reading("TS", 4, 2),
        issue_type="weather",
        arr=building.arr(amount=-1, currency="gold", period="week"),
        signals=[building.signal("thunder", "it thunders a lot"), {"kind": "legal"}],
        deadlines=[building.quoted("by then", date="soon", of="lunch")],
    )
    del case["situation"]
    case["mood"] = "bad"
    found = refused(json.dumps(building.extraction_data(case) | {"verdict": 5}))
    expected = {
        "cases.0.situation": ["is missing"],
        "cases.0.mood": ["is not a field here"],
        "verdict": ["is not a field here"],
        "cases.0.dimensions.customer_impact.low": ["less than or equal to 5", "got 7"],
        "cases.0.dimensions.time_sensitivity.high": ["must not be below low (4)", "got 2"],
        "cases.0.issue_type": ["'product_defect'", "'cross_functional'", "got 'weather'"],
        "cases.0.arr.amount": ["greater than or equal to 0", "got -1"],
        "cases.0.arr.currency": ["[A-Z]{3}", "unknown", "got 'GOLD'"],
        "cases.0.arr.period": ["'month', 'quarter', 'year' or 'total'", "got 'week'"],
        "cases.0.signals.0.kind": ["'already_escalated'", "'sla_breach'", "got 'thunder'"],
        "cases.0.signals.1.quote": ["is missing"],
        "cases.0.deadlines.0.date": ["'soon'"],
        "cases.0.deadlines.0.of": ["'solution' or 'other'", "got 'lunch'"],
    }
    by_path = {problem.split(": ", 1)[0]: problem for problem in found}
    assert set(by_path) == set(expected)
    assert len(found) == len(expected)
    for path, words in expected.items():
        assert all(word in by_path[path] for word in words), by_path[path]


def test_a_refused_date_says_what_a_date_looks_like() -> None:
    deadline = building.quoted("by then", date="soon", of="other")
    (problem,) = refused(written(deadlines=[deadline]))
    assert "2026-11-22" in problem or "YYYY-MM-DD" in problem


def test_problems_of_all_cases_are_listed() -> None:
    data = building.extraction_data(building.case(), building.case(situation=1), building.case(situation=2))
    assert [problem.split(":")[0] for problem in refused(json.dumps(data))] == [
        "cases.1.situation",
        "cases.2.situation",
    ]


def test_the_error_names_its_source_and_counts_its_problems() -> None:
    with pytest.raises(InvalidExtraction, match=r"the extraction x\.json does not hold \(3 problems\):") as caught:
        parse("{}", "x.json")
    assert caught.value.exit_code == 5
    assert {problem.split(":")[0] for problem in caught.value.problems} == {"schema", "cases", "addressed_to_reader"}


@pytest.mark.parametrize("value", ["[]", "null", "3", '"text"', "true"])
def test_a_document_that_is_no_object_is_refused(value: str) -> None:
    (problem,) = refused(value)
    assert problem.startswith("(document): ")


@pytest.mark.parametrize("text", ["", "   ", "{", '{"schema": ', "hello", "{'schema': 1}", "```json\n```", "{}{}"])
def test_what_is_no_json_is_refused_with_its_place(text: str) -> None:
    (problem,) = refused(text)
    assert problem.startswith("(document): is not JSON: ")
    assert "line 1" in problem


def test_a_key_given_twice_is_refused_and_not_silently_overwritten() -> None:
    (problem,) = refused('{"schema": "escalation-extraction/1", "cases": [], "cases": [], "addressed_to_reader": []}')
    assert problem == "(document): gives the key 'cases' twice in one object"


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_json_does_not_know_are_refused(constant: str) -> None:
    (problem,) = refused(written().replace("38000", constant))
    assert problem == f"(document): {constant} is not a JSON number"


@pytest.mark.parametrize("number", ["1e999", "-1e999"])
def test_a_number_beyond_all_limits_is_refused_and_not_taken_for_infinite(number: str) -> None:
    (problem,) = refused(written().replace("38000", number))
    assert problem.startswith("cases.0.arr.amount: ")


def test_a_number_with_thousands_of_digits_is_refused() -> None:
    (problem,) = refused(written().replace('"days": 3', '"days": 1' + "0" * 5_000))
    assert problem.startswith("(document): ")


@pytest.mark.parametrize("depth", [500, 900, 990, 5_000, 200_000])
def test_a_document_nested_without_end_is_refused(depth: int) -> None:
    assert refused('{"schema": ' + "[" * depth + "]" * depth + "}")


def test_a_long_value_is_shortened_in_its_problem() -> None:
    (problem,) = refused(written(situation=["x" * 10_000]))
    assert len(problem) < 300
    assert "..." in problem


@given(st.text())
def test_any_text_that_is_no_extraction_is_refused_with_problems(text: str) -> None:
    with pytest.raises(InvalidExtraction) as caught:
        parse(text)
    assert all(": " in problem for problem in caught.value.problems)


@pytest.mark.parametrize("part", ["\x1b[31m", "\u202e", "\x07", "\u2028", "\n"])
def test_no_control_character_of_a_document_reaches_the_message(part: str) -> None:
    data = building.extraction_data(building.case(issue_type=f"a{part}b")) | {f"key{part}": 1}
    problems = refused(json.dumps(data))
    assert len(problems) == 2
    assert not any(part in problem for problem in problems)


def test_half_a_surrogate_pair_is_refused() -> None:
    (problem,) = refused(written(situation="cut \ud83d"))
    assert problem.startswith("cases.0.situation: ")


def test_a_fence_that_never_closes_takes_no_more_than_a_moment(within: Within) -> None:
    with within(2.0):
        (problem,) = refused("```json\n" + " " * 60_000 + "x")
    assert problem.startswith("(document): is not JSON")


@pytest.mark.parametrize(("text", "value"), [("1", 1), ('{"a": [1.5, null]}', {"a": [1.5, None]}), ("\ufeff[]", [])])
def test_json_is_read_as_the_standard_defines_it(text: str, value: Any) -> None:
    assert load_json(text) == value
