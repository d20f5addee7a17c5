from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.decision.record import Usage
from escalation.errors import ReaderFailed
from escalation.readers.claude.answer import Answer, Response, interpret, shown

HOST = "llm.example.com"
OBJECT = '{"cases": []}'
TEXT = {"type": "text", "text": OBJECT}


def message(*content: Any, **changes: Any) -> dict[str, Any]:
    data = {
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-5-5",
        "content": list(content),
        "stop_reason": "end_turn",
        "usage": {"input_tokens": 3, "output_tokens": 4},
    }
    return data | changes


def answer_to(body: Any, request_id: str | None = "req_1") -> Answer:
    return interpret(Response(body if isinstance(body, str) else json.dumps(body), HOST, request_id))


def text_of(*content: Any) -> str:
    return answer_to(message(*content)).text


def text(value: Any) -> dict[str, Any]:
    return {"type": "text", "text": value}


def tool(value: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": "t", "name": "write_extraction", "input": value}


THINKING = {"type": "thinking", "thinking": 'Perhaps {"cases": ["none"]}?', "signature": "x"}


# --- A message ----------------------------------------------------------------------------------------------------


def test_everything_of_a_message_is_kept() -> None:
    found = answer_to(message(TEXT, stop_reason="refusal", stop_details={"type": "refusal", "category": "cyber"}))
    assert found == Answer(
        text=OBJECT,
        stop="refusal",
        category="cyber",
        model="claude-sonnet-5-5",
        request_id="req_1",
        usage=Usage(input_tokens=3, output_tokens=4),
    )


def test_what_a_server_leaves_out_is_none() -> None:
    found = answer_to({"type": "message", "content": []}, None)
    assert found == Answer("", None, None, None, None, None)


@pytest.mark.parametrize("details", [None, "cyber", [], {}, {"category": None}, {"category": 4}, {"category": ""}])
def test_a_refusal_without_a_category_has_none(details: Any) -> None:
    found = answer_to(message(stop_reason="refusal", stop_details=details))
    assert (found.stop, found.category) == ("refusal", None)


@pytest.mark.parametrize("value", [None, 5, True, ["x"], {"x": 1}, "", " \n"])
def test_names_that_are_no_text_are_none(value: Any) -> None:
    found = answer_to(message(TEXT, model=value, stop_reason=value))
    assert (found.model, found.stop) == (None, None)


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\ud800b", "a\u202eb", "a\x00b", "a\x9bb", "a\rb", "a\tb"])
def test_no_control_character_and_no_half_of_a_pair_stands_in_a_name(name: str) -> None:
    details = {"category": name}
    found = answer_to(message(TEXT, model=name, stop_reason=name, stop_details=details), name)
    for value in (found.model, found.stop, found.category, found.request_id):
        assert value is not None
        assert value.startswith("a")
        assert value.endswith("b")
        assert value.isprintable()
        assert value.encode()


def test_a_name_is_one_line() -> None:
    found = answer_to(message(TEXT, model="a\nb"), "req\n1")
    assert found.model is not None
    assert found.request_id is not None
    assert "\n" not in found.model + found.request_id


# --- The text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        [text(OBJECT)],
        [text(f"\n {OBJECT}\t\n")],
        [THINKING, text(OBJECT)],
        [{"type": "redacted_thinking", "data": OBJECT[:5]}, text(OBJECT)],
        [text(f"```json\n{OBJECT}\n```")],
        [text(f"```\n{OBJECT}\n```\n")],
        [text(f"Here is what the notes state:\n\n{OBJECT}\n\nTell me if you need more.")],
        [text("Here it is:"), text(OBJECT)],
        [text(OBJECT), text("I hope that this helps.")],
        [text('I thought about {"a": }'), text(OBJECT)],
        [text("I looked for } and {"), text(OBJECT), text("and that is it")],
        [text('{"cases"'), text(": []}")],
        [text("One says {curly} braces"), text(OBJECT)],
        [text(None), text(5), text([OBJECT]), text({"a": 1}), text(OBJECT)],
        ["text", None, 5, [OBJECT], {}, {"text": '{"no": "type"}'}, {"type": ["text"]}, text(OBJECT)],
        [{"type": "text"}, text(OBJECT)],
        [{"type": "server_tool_use", "input": {"no": 1}}, text(OBJECT)],
        [text(f"\ufeff{OBJECT}")],
        [tool({"cases": []})],
        [tool(OBJECT)],
        [text('Calling the tool with {"x": 1}'), tool({"cases": []})],
        [tool(None), text(OBJECT)],
        [tool("no object"), text(OBJECT)],
        [tool([{"a": 1}]), text(OBJECT)],
        [{"type": "tool_use"}, text(OBJECT)],
        [tool("[1]"), tool({"cases": []})],
        [text("[1, 2]"), text(OBJECT)],
        [text('{"draft": 1}'), text(OBJECT)],
        [tool({"cases": []}), text('{"draft": 1}')],
    ],
)
def test_the_object_is_found_wherever_it_stands(content: list[Any]) -> None:
    assert json.loads(text_of(*content).lstrip("\ufeff")) == {"cases": []}


@pytest.mark.parametrize(
    "given",
    [
        "[1, 2]",
        "5",
        "null",
        '"text"',
        "NaN",
        '{"a": NaN}',
        '{"a": 1, "a": 2}',
        '{"a": 1',
        "I cannot do that.",
        'I saw {this}: {"cases": []}',
        '{"a": 1} or {"a": 2}',
    ],
)
def test_what_holds_no_object_is_all_of_its_text(given: str) -> None:
    assert text_of(THINKING, text(f" {given}"), text("\n")) == given


@pytest.mark.parametrize(
    "content", [[], [THINKING], [text("")], [text(" \n")], [text(5)], [text(None)], ["text"], [[TEXT]], [{"type": 5}]]
)
def test_without_text_there_is_none(content: list[Any]) -> None:
    assert text_of(*content) == ""


def test_an_object_of_a_tool_keeps_every_character() -> None:
    value = {"quote": 'Zoë said "nö" – 日本 😀\n\\', "n": 1.5, "none": None}
    assert json.loads(text_of(tool(value))) == value


@pytest.mark.parametrize("make", [text, tool])
def test_text_nested_without_end_is_some_answer(make: Any) -> None:
    found = text_of(make('{"a":' * 50_000 + "1" + "}" * 50_000))
    assert found.startswith('{"a":') or found == ""


# --- Usage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ("many", None),
        ([], None),
        ({}, None),
        ({"input_tokens": 0, "output_tokens": 0}, None),
        ({"input_tokens": 5}, (5, 0, 0, 0)),
        (
            {"output_tokens": 7, "service_tier": "standard", "output_tokens_details": {"thinking_tokens": 3}},
            (0, 7, 0, 0),
        ),
        (
            {"input_tokens": 1, "output_tokens": 2, "cache_creation_input_tokens": 3, "cache_read_input_tokens": 4},
            (1, 2, 3, 4),
        ),
        ({"input_tokens": -5, "output_tokens": 1}, (0, 1, 0, 0)),
        ({"input_tokens": True, "output_tokens": 1}, (0, 1, 0, 0)),
        ({"input_tokens": 2.0, "output_tokens": 1}, (0, 1, 0, 0)),
        ({"input_tokens": "2", "output_tokens": None, "cache_read_input_tokens": 1}, (0, 0, 0, 1)),
        ({"input_tokens": 10**400, "output_tokens": 1}, (10**400, 1, 0, 0)),
        ({"input_tokens": float("nan"), "output_tokens": float("inf"), "cache_read_input_tokens": 1}, (0, 0, 0, 1)),
    ],
)
def test_usage_is_what_the_server_counted_and_nothing_else(given: Any, expected: tuple[int, ...] | None) -> None:
    found = answer_to(message(TEXT, usage=given)).usage
    assert (tuple(found.model_dump().values()) if found else None) == expected


# --- No message ---------------------------------------------------------------------------------------------------


def failure(body: str) -> str:
    with pytest.raises(ReaderFailed) as caught:
        answer_to(body)
    told = str(caught.value)
    assert told.startswith(f"{HOST} answered with ")
    assert told.endswith(("?", "right."))
    return told


@pytest.mark.parametrize("body", ["", " ", "\n\r\n\t"])
def test_an_empty_body_is_nothing_at_all(body: str) -> None:
    assert "nothing at all" in failure(body)


@pytest.mark.parametrize("body", ["<!DOCTYPE html><title>Log in</title>", "\n <html>", "<?xml version='1.0'?>", "<"])
def test_a_web_page_is_called_one_and_not_repeated(body: str) -> None:
    told = failure(body)
    assert "a web page" in told
    assert "Log in" not in told


@pytest.mark.parametrize(
    "body", ["OK", "data: {}\n\n", '{"type": "message", "content"', "\x00", "9" * 5_000, "[" * 99_999]
)
def test_what_is_not_json_is_shown_in_short(body: str) -> None:
    told = failure(body)
    assert "text that is not JSON" in told
    assert len(told) < 600
    assert "\x00" not in told


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("null", None),
        ("[]", None),
        ("5", None),
        ('"text"', None),
        ("{}", None),
        ('{"type": "message"}', None),
        ('{"type": "message", "content": "text"}', None),
        ('{"type": "message", "content": {"type": "text"}}', None),
        ('{"content": [{"type": "text", "text": "{}"}]}', None),
        ('{"choices": [{"message": {"content": "hi"}}]}', None),
        ('{"error": "model not loaded"}', "model not loaded."),
        ('{"type": "error", "error": {"type": "api_error", "message": "It broke!"}}', "It broke!"),
        ('{"error": {"message": {"a": 1}}}', None),
        ('{"error": {"message": ""}}', None),
        ('{"error": 5}', None),
        ('{"error": "a\\u001b[2J\\nb"}', "a\\x1b[2J b."),
    ],
)
def test_json_of_another_shape_is_no_message_and_its_error_is_shown(body: str, says: str | None) -> None:
    told = failure(body)
    assert "JSON that is no message" in told
    assert (f"It says: {says} " in told) if says else ("It says" not in told)


# --- Any body at all ----------------------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
ANY_JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT, st.just(OBJECT)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ANY_TEXT, inner, max_size=3)),
    max_leaves=6,
)
BLOCKS = st.one_of(
    ANY_JSON,
    st.fixed_dictionaries(
        {"type": st.one_of(st.sampled_from(["text", "thinking", "tool_use"]), ANY_JSON)},
        optional={"text": ANY_JSON, "input": ANY_JSON, "thinking": ANY_JSON},
    ),
)
MESSAGES = st.fixed_dictionaries(
    {"type": st.just("message"), "content": st.lists(BLOCKS, max_size=3)},
    optional={
        "model": ANY_JSON,
        "stop_reason": ANY_JSON,
        "stop_details": st.one_of(ANY_JSON, st.fixed_dictionaries({"category": ANY_JSON})),
        "usage": st.one_of(ANY_JSON, st.dictionaries(st.sampled_from(list(Usage.model_fields)), ANY_JSON)),
        "error": ANY_JSON,
    },
)


def holds(body: str, request_id: str | None = None) -> None:
    """An answer that can be recorded, or one sentence."""
    try:
        found, told = interpret(Response(body, HOST, request_id)), None
    except ReaderFailed as error:
        found, told = None, str(error)
    if found is None:
        assert told
        assert told.startswith(f"{HOST} answered")
        assert told.isprintable()
        return
    for name in (found.model, found.request_id, found.category, found.stop):
        assert name is None or (name.strip() == name != "" and name.encode())
    if found.usage:
        assert all(count >= 0 for count in found.usage.model_dump().values())
        assert found.usage.model_dump_json()


@given(ANY_JSON, st.booleans())
def test_any_json_is_an_answer_or_one_sentence(body: Any, ascii_only: bool) -> None:  # noqa: FBT001
    holds(json.dumps(body, ensure_ascii=ascii_only))


@given(MESSAGES, st.one_of(st.none(), ANY_TEXT))
def test_any_message_is_an_answer(body: Any, request_id: str | None) -> None:
    holds(json.dumps(body), request_id)
    assert isinstance(answer_to(body), Answer)


@given(ANY_TEXT)
@example('{"a": 1, "a": 2}')
@example("-")
@example("\ufeff{}")
def test_any_text_is_an_answer_or_one_sentence(body: str) -> None:
    holds(body)


@given(st.binary(max_size=60), st.sampled_from(["utf-8", "latin-1", "utf-16"]))
def test_any_bytes_are_an_answer_or_one_sentence(body: bytes, encoding: str) -> None:
    holds(body.decode(encoding, errors="replace"))


# --- A server's words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("It broke", "It broke."),
        ("It broke.", "It broke."),
        ("Why?", "Why?"),
        (" two\n\tlines \r\n", "two lines."),
        ("\x1b[31mred", "\\x1b[31mred."),
        ("half \ud800", "half \\ud800."),
        ("x" * 300, "x" * 300 + "."),
        ("x" * 301, "x" * 300 + "..."),
    ],
)
def test_words_of_a_server_are_one_short_line_that_ends_like_a_sentence(given: str, expected: str) -> None:
    assert shown(given) == expected


@given(ANY_TEXT)
def test_whatever_a_server_says_is_one_printable_line(text: str) -> None:
    assert shown(text).isprintable()
    assert shown(text).encode()
