from __future__ import annotations

import itertools
import json
from typing import Any, get_args

import pytest

import building
from escalation import prompting
from escalation.policy.loading import load
from escalation.readers.claude import request
from escalation.readers.claude.settings import Effort, Model, Settings, Structured

WAYS: tuple[Structured, ...] = get_args(Structured)
EFFORTS: tuple[Effort | None, ...] = (None, *get_args(Effort))
TURNS = [request.user("the notes"), request.assistant("{}"), request.user("again")]


def built(structured: Structured = "schema", effort: Effort | None = None) -> dict[str, Any]:
    settings = Settings(Model("some-model", "--model"), structured=structured, effort=effort)
    return request.build("frozen", TURNS, settings, 123)


@pytest.mark.parametrize(("structured", "effort"), list(itertools.product(WAYS, EFFORTS)))
def test_whatever_the_way_the_model_the_limit_the_frozen_part_and_the_turns_are_sent(
    structured: Structured, effort: Effort | None
) -> None:
    found = built(structured, effort)
    assert found["model"] == "some-model"
    assert found["max_tokens"] == 123
    assert found["messages"] == TURNS
    assert found["system"] == [{"type": "text", "text": "frozen", "cache_control": {"type": "ephemeral"}}]
    assert found.get("output_config", {}).get("effort") == effort


@pytest.mark.parametrize(("structured", "effort"), list(itertools.product(WAYS, EFFORTS)))
def test_nothing_else_is_sent_above_all_no_sampling_parameter(structured: Structured, effort: Effort | None) -> None:
    expected = {"model", "max_tokens", "messages", "system"}
    if structured == "schema" or effort:
        expected.add("output_config")
    if structured == "tool":
        expected |= {"tools", "tool_choice"}
    assert built(structured, effort).keys() == expected


def test_the_schema_is_sent_as_the_format_of_the_answer() -> None:
    assert built("schema")["output_config"] == {
        "format": {"type": "json_schema", "schema": json.loads(prompting.schema_text())}
    }
    assert set(built("schema", "low")["output_config"]) == {"effort", "format"}


def test_the_schema_is_sent_as_that_of_the_only_tool_and_a_tool_must_be_used() -> None:
    found = built("tool")
    (tool,) = found["tools"]
    assert tool["name"] == request.TOOL
    assert tool["description"]
    assert tool["input_schema"] == json.loads(prompting.schema_text())
    assert found["tool_choice"] == {"type": "any"}
    assert built("tool", "max")["output_config"] == {"effort": "max"}


def test_a_server_that_knows_neither_is_sent_neither() -> None:
    assert "output_config" not in built("prompt")
    assert built("prompt", "high")["output_config"] == {"effort": "high"}


@pytest.mark.parametrize("policy", ["default", "plain"])
def test_the_schema_stands_in_the_text_where_no_server_is_known_to_heed_it(policy: str) -> None:
    rules = load(policy)
    assert request.system(rules, "schema") == prompting.instructions(rules)
    for structured in ("tool", "prompt"):
        assert request.system(rules, structured) == prompting.with_schema(rules)


def test_the_frozen_part_is_the_one_that_an_agent_gets() -> None:
    rules = load("default")
    assert prompting.for_agent(rules, building.TODAY, building.notes()).startswith(request.system(rules, "tool"))


def test_turns_that_come_later_do_not_change_a_request_that_was_built() -> None:
    turns = [request.user("the notes")]
    found = request.build("frozen", turns, Settings(Model("m", None)), 1)
    turns.append(request.assistant("{}"))
    assert found["messages"] == [{"role": "user", "content": "the notes"}]


def test_two_requests_share_no_schema_that_one_could_change_for_the_other() -> None:
    built("schema")["output_config"]["format"]["schema"].clear()
    assert built("schema")["output_config"]["format"]["schema"] == prompting.schema_data()


@pytest.mark.parametrize("structured", WAYS)
def test_a_request_is_json(structured: Structured) -> None:
    found = built(structured, "medium")
    assert json.loads(json.dumps(found, allow_nan=False)) == found
