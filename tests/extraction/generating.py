"""Extractions made up by hypothesis from the static JSON Schema, with whatever text a test wants in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from escalation import prompting

SCHEMA: dict[str, Any] = prompting.schema_data()

# What the schema cannot say, because structured-output APIs refuse it: the model's own limits.
_LIMITED: dict[str, st.SearchStrategy[Any]] = {
    "amount": st.one_of(st.integers(0, 10**15), st.floats(0, 1e15)),
    "units": st.one_of(st.integers(1, 10**9), st.floats(0.001, 1e9)),
    "years": st.one_of(st.integers(1, 100), st.floats(0.1, 100)),
    "currency": st.sampled_from(["EUR", "USD", "JPY", "XXX", "unknown"]),
    "days": st.integers(0, 36_500),
}
WORDS = st.text(st.characters(codec="utf-8"), max_size=40)


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """``part``, or what its reference points to."""
    if "$ref" not in part:
        return part
    found: dict[str, Any] = SCHEMA["$defs"][part["$ref"].removeprefix("#/$defs/")]
    return found


def data_for(part: dict[str, Any], words: st.SearchStrategy[str] = WORDS, name: str = "") -> st.SearchStrategy[Any]:
    """JSON data that ``part`` of the schema allows, and the model too."""
    part = resolved(part)
    if "anyOf" in part:
        return st.one_of([data_for(option, words, name) for option in reversed(part["anyOf"])])
    if "enum" in part:
        return st.sampled_from(part["enum"])
    if part["type"] == "array":
        return st.lists(data_for(part["items"], words), max_size=2)
    if part["type"] == "object":
        made = st.fixed_dictionaries({key: data_for(value, words, key) for key, value in part["properties"].items()})
        return made.map(_in_order) if "low" in part["properties"] else made
    return _single(part, words, name)


def _single(part: dict[str, Any], words: st.SearchStrategy[str], name: str) -> st.SearchStrategy[Any]:
    if part["type"] == "null":
        return st.none()
    if part.get("format") == "date":
        return st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)).map(dt.date.isoformat)
    return _LIMITED.get(name, words)


def _in_order(reading: dict[str, Any]) -> dict[str, Any]:
    low, high = sorted((reading["low"], reading["high"]))
    return {**reading, "low": low, "high": high}


def cases(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[dict[str, Any]]:
    """Cases as JSON data, with ``words`` in every field of text."""
    return data_for(SCHEMA["$defs"]["case"], words)


def documents(
    words: st.SearchStrategy[str] = WORDS, least: int = 0, most: int = 2
) -> st.SearchStrategy[dict[str, Any]]:
    """Whole extractions as JSON data."""
    return st.fixed_dictionaries(
        {
            "schema": st.just("escalation-extraction/1"),
            "cases": st.lists(cases(words), min_size=least, max_size=most),
            "addressed_to_reader": st.lists(words, max_size=2),
        }
    )


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value within ``value``, itself first."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*path, number))


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at ``path``."""
    for key in path:
        value = value[key]
    return value
