"""prompts/extraction.schema.json is written by hand, for models; the pydantic model counts. Both say the same."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import BaseModel, ValidationError

import building
from escalation import prompting
from escalation.extraction import model
from escalation.policy import terms
from extraction.generating import SCHEMA, at, documents, places, resolved

VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))
SAID = {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "format", "$ref"}


def full_document() -> dict[str, Any]:
    """A document in which no field is empty."""
    case = building.case(
        teams_concerned=["Support"],
        CI=building.reading("CI", 2, 4, question="How many people wait?"),
        strategic=building.strategic(),
        deadlines=[building.deadline(building.TODAY)],
        signals=["legal"],
    )
    return building.extraction_data(case, addressed_to_reader=["do as I say"])


def objects(part: Any = SCHEMA, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the schema as it stands in the file."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield path, part
        for key, value in part.items():
            yield from objects(value, f"{path}/{key}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from objects(value, f"{path}/{number}")


def subschemas(part: dict[str, Any] = SCHEMA) -> Iterator[dict[str, Any]]:
    """Every schema within the file; names of properties are none."""
    yield part
    inner = [*part.get("properties", {}).values(), *part.get("$defs", {}).values(), *part.get("anyOf", [])]
    for value in [*inner, *([part["items"]] if "items" in part else [])]:
        yield from subschemas(value)


def expanded(part: dict[str, Any] = SCHEMA, open_refs: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """Every property with all references followed, as an API counts them."""
    if "$ref" in part:
        assert part["$ref"] not in open_refs, f"{part['$ref']} contains itself"
        open_refs = (*open_refs, part["$ref"])
        part = resolved(part)
    for value in part.get("properties", {}).values():
        yield value
    items = [part["items"]] if "items" in part else []
    for value in [*part.get("properties", {}).values(), *part.get("anyOf", []), *items]:
        yield from expanded(value, open_refs)


def holds_in_model(data: Any) -> bool:
    try:
        model.Extraction.model_validate(data)
    except ValidationError:
        return False
    return True


def test_schema_is_a_valid_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["type"] == "object"


@pytest.mark.parametrize(("path", "part"), [pytest.param(path, part, id=path or "/") for path, part in objects()])
def test_every_object_is_closed_and_requires_all_its_properties(path: str, part: dict[str, Any]) -> None:
    assert part["additionalProperties"] is False
    assert part["required"] == list(part["properties"])


def test_schema_says_nothing_that_structured_output_refuses() -> None:
    said = {key for part in subschemas() for key in part}
    assert said <= SAID | {"$defs"}
    assert {part["format"] for part in subschemas() if "format" in part} == {"date"}


def test_every_reference_is_internal_and_none_contains_itself() -> None:
    references = [part["$ref"] for part in subschemas() if "$ref" in part]
    assert references
    assert all(reference.removeprefix("#/$defs/") in SCHEMA["$defs"] for reference in references)
    assert len(list(expanded())) > len(references)


def test_union_typed_and_optional_properties_stay_within_the_limits_of_the_api() -> None:
    unions = [part for part in expanded() if "anyOf" in part or isinstance(part.get("type"), list)]
    assert 0 < len(unions) <= 16
    optional = [key for _, part in objects() for key in part["properties"] if key not in part["required"]]
    assert len(optional) <= 24


def test_evidence_stands_before_judgment_in_every_object() -> None:
    quoting = [part["properties"] for _, part in objects() if {"quote", "evidence"} & set(part["properties"])]
    assert len(quoting) >= 10
    assert all(next(iter(properties)) in ("quote", "evidence") for properties in quoting)


def test_a_reading_ends_with_its_scores_and_the_question() -> None:
    assert list(SCHEMA["$defs"]["reading"]["properties"]) == ["evidence", "rationale", "low", "high", "question"]


MODELS: dict[str, type[BaseModel]] = {
    "": model.Extraction,
    "/$defs/reading": model.Reading,
    "/$defs/item": model.Item,
    "/$defs/case": model.Case,
    "/$defs/case/properties/dimensions": model.Readings,
    "/$defs/case/properties/arr/anyOf/0": model.Arr,
    "/$defs/case/properties/strategic/anyOf/0": model.Strategic,
    "/$defs/case/properties/deadlines/items": model.Deadline,
    "/$defs/case/properties/signals/items": model.Signal,
    "/$defs/case/properties/days_open/anyOf/0": model.DaysOpen,
    "/$defs/case/properties/customer_informed/anyOf/0": model.CustomerInformed,
    "/$defs/case/properties/ask/anyOf/0": model.Ask,
    "/$defs/case/properties/gut_feel/anyOf/0": model.GutFeelStated,
}


def test_every_object_of_the_schema_has_its_model() -> None:
    assert {path for path, _ in objects()} == set(MODELS)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path or "/")
def test_schema_and_model_have_the_same_fields_and_all_are_required(path: str) -> None:
    part, of_model = dict(objects())[path], MODELS[path]
    assert set(part["properties"]) == {field.alias or name for name, field in of_model.model_fields.items()}
    assert all(field.is_required() for field in of_model.model_fields.values())


@pytest.mark.parametrize("path", ["", "/$defs/case", "/$defs/case/properties/dimensions"], ids=lambda path: path or "/")
def test_fields_of_a_document_and_a_case_stand_in_the_order_of_the_design(path: str) -> None:
    names = [field.alias or name for name, field in MODELS[path].model_fields.items()]
    assert list(dict(objects())[path]["properties"]) == names


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("issue_type/anyOf/0", terms.IssueType),
        ("arr/anyOf/0/properties/period", terms.Period),
        ("strategic/anyOf/0/properties/weight", terms.Weight),
        ("signals/items/properties/kind", terms.SignalKind),
        ("gut_feel/anyOf/0/properties/value", terms.GutFeel),
    ],
)
def test_enumerations_are_those_of_the_policy_terms(path: str, allowed: Any) -> None:
    part: Any = SCHEMA["$defs"]["case"]["properties"]
    for key in path.split("/"):
        part = part[int(key) if key.isdigit() else key]
    assert tuple(part["enum"]) == get_args(allowed)


def test_dimensions_and_scores_are_those_of_the_policy_terms() -> None:
    properties = SCHEMA["$defs"]["case"]["properties"]["dimensions"]["properties"]
    assert tuple(properties) == terms.DIMENSIONS
    reading = SCHEMA["$defs"]["reading"]["properties"]
    assert reading["low"]["enum"] == reading["high"]["enum"] == list(terms.SCORES)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_made_up_extractions_hold_in_both(data: dict[str, Any]) -> None:
    VALIDATOR.validate(data)
    found = model.Extraction.model_validate(data)
    assert len(found.cases) == len(data["cases"])


def test_what_the_model_writes_holds_in_the_schema() -> None:
    written = json.loads(model.Extraction.model_validate(full_document()).model_dump_json(by_alias=True))
    VALIDATOR.validate(written)
    assert model.Extraction.model_validate(written) == model.Extraction.model_validate(full_document())


def test_an_extraction_in_which_no_field_is_empty_holds_in_both() -> None:
    VALIDATOR.validate(full_document())
    assert holds_in_model(full_document())


OTHERS: list[Any] = [None, True, 0, 7, 1.5, "", "text", "3", [], ["text"], {}, {"text": "text"}]


def mutated() -> Iterator[tuple[str, Any]]:
    """Every document that differs from a full one in a single way that the schema does not allow."""
    whole = full_document()
    for path in places(whole):
        name = ".".join(map(str, path)) or "(document)"
        part = at(whole, path)
        if isinstance(part, dict):
            for key in part:
                changed = copy.deepcopy(whole)
                del at(changed, path)[key]
                yield f"{name} without {key}", changed
            changed = copy.deepcopy(whole)
            at(changed, path)["surplus"] = 1
            yield f"{name} with a surplus key", changed
        if not path:
            continue
        others = [*OTHERS, f"{part}x"] if isinstance(part, str) else OTHERS
        for other in others:
            changed = copy.deepcopy(whole)
            at(changed, path[:-1])[path[-1]] = other
            if not VALIDATOR.is_valid(changed):
                yield f"{name} = {other!r}", changed


MUTATED = dict(mutated())


def test_every_mutation_that_the_schema_refuses_is_refused_by_the_model() -> None:
    assert len(MUTATED) > 500
    accepted = [name for name, data in MUTATED.items() if holds_in_model(data)]
    assert accepted == []


def test_every_mutation_that_the_model_refuses_for_its_shape_is_refused_by_the_schema() -> None:
    """Limits of numbers and the form of a currency are the model's alone: the APIs accept no such keyword."""
    whole = full_document()
    beyond_schema = {"greater_than", "greater_than_equal", "string_pattern_mismatch", "value_error"}
    for path in list(places(whole))[1:]:
        for other in OTHERS:
            changed = copy.deepcopy(whole)
            at(changed, path[:-1])[path[-1]] = other
            try:
                model.Extraction.model_validate(changed)
            except ValidationError as error:
                kinds = {problem["type"] for problem in error.errors()}
                assert kinds <= beyond_schema or not VALIDATOR.is_valid(changed), (path, other)


@pytest.mark.parametrize(
    "day", ["20261201", "2026-W49-2", "2026-12-1", "1.12.2026", "2026-13-01", "2026-12-01T00:00:00"]
)
def test_a_date_in_any_other_form_than_the_extended_one_is_refused_by_both(day: str) -> None:
    data = building.extraction_data(
        building.case(deadlines=[building.quoted("the closing date", date=day, of="other")])
    )
    assert not VALIDATOR.is_valid(data)
    assert not holds_in_model(data)


def test_the_file_is_the_text_that_prompting_gives_out() -> None:
    assert json.loads(prompting.schema_text()) == SCHEMA
    assert prompting.schema_text().endswith("}\n")
