from __future__ import annotations

import itertools
from dataclasses import FrozenInstanceError

import pytest

from escalation.readers.claude.settings import DEFAULT_MODEL, MODEL_VARIABLES, Model, Settings, model

PLACES = ("--model", *MODEL_VARIABLES)


@pytest.mark.parametrize("values", list(itertools.product([None, "", "set"], repeat=3)), ids=str)
def test_the_model_comes_from_the_option_then_the_variables_then_our_default(values: tuple[str | None, ...]) -> None:
    option, *variables = (f"{value} {place}" if value else value for value, place in zip(values, PLACES, strict=True))
    environment = {name: text for name, text in zip(MODEL_VARIABLES, variables, strict=True) if text is not None}
    first = next((place for place, value in zip(PLACES, values, strict=True) if value), None)
    assert model(option, environment) == Model(f"set {first}" if first else DEFAULT_MODEL, first)


def test_the_variables_are_ours_and_that_of_other_tools_in_this_order() -> None:
    assert MODEL_VARIABLES == ("ESCALATE_MODEL", "ANTHROPIC_MODEL")
    assert model(None, {"ANTHROPIC_MODEL": "theirs", "ESCALATE_MODEL": "ours"}) == Model("ours", "ESCALATE_MODEL")
    assert DEFAULT_MODEL == "claude-sonnet-5-5"


def test_unless_told_otherwise_the_schema_is_sent_and_thirty_seconds_are_waited_in_all() -> None:
    assert Settings(model(None, {})) == Settings(
        Model("claude-sonnet-5-5", None), effort=None, max_tokens=16_000, structured="schema", timeout=120, max_wait=30
    )


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings(Model("m", None)).timeout = 1  # type: ignore[misc]
