"""What is sent: the same frozen part for all notes, the notes behind it, and the way in which JSON is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from escalation import prompting
from escalation.policy.model import Policy
from escalation.readers.claude.settings import Settings, Structured

TOOL: Final = "write_extraction"
_DESCRIPTION: Final = "Hand in what the notes state, as one extraction."

Message = dict[str, Any]


def system(policy: Policy, structured: Structured) -> str:
    """The frozen part. Only where the API is given the schema, and heeds it, is it left out of the text."""
    return prompting.instructions(policy) if structured == "schema" else prompting.with_schema(policy)


def user(text: str) -> Message:
    """A turn of ours."""
    return {"role": "user", "content": text}


def assistant(text: str) -> Message:
    """A turn of the model's; half a surrogate pair in it cannot be sent back."""
    return {"role": "assistant", "content": text.encode("utf-8", "replace").decode()}


def build(frozen: str, turns: Sequence[Message], settings: Settings, max_tokens: int) -> dict[str, Any]:
    """The arguments of ``messages.create``. No sampling parameter is sent: the API does not accept any."""
    return {
        "model": settings.model.name,
        "max_tokens": max_tokens,
        "system": [{"type": "text", "text": frozen, "cache_control": {"type": "ephemeral"}}],
        "messages": list(turns),
        **_structure(settings),
    }


def _structure(settings: Settings) -> dict[str, Any]:
    config: dict[str, Any] = {"effort": settings.effort} if settings.effort else {}
    if settings.structured == "schema":
        config["format"] = {"type": "json_schema", "schema": prompting.schema_data()}
    found: dict[str, Any] = {"output_config": config} if config else {}
    if settings.structured == "tool":
        tool = {"name": TOOL, "description": _DESCRIPTION, "input_schema": prompting.schema_data()}
        found |= {"tools": [tool], "tool_choice": {"type": "any"}}
    return found
