"""Fills the prompts: what a reader must know stands in the policy, and is not written a second time."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from escalation.errors import EscalationError

if TYPE_CHECKING:
    from escalation.evidence.notes import Notes
    from escalation.policy.model import Policy

SCHEMA_FILE = "extraction.schema.json"


def instructions(policy: Policy) -> str:
    """The part that is the same for all notes: rules, definitions, facts to look for."""
    return _filled("extract.md.j2", policy=policy)


def request(notes: Notes, today: dt.date) -> str:
    """The part that differs: the day, the masked notes as a JSON string, and what to answer."""
    encoded = json.dumps({"notes": notes.text}, ensure_ascii=False)
    return _filled("notes.md.j2", today=today.isoformat(), notes=encoded)


def for_agent(policy: Policy, today: dt.date, notes: Notes | None) -> str:
    """Everything an agent needs to do the reading itself; without notes, for the notes it has already."""
    closing = request(notes, today) if notes else _filled("own-notes.md.j2", today=today.isoformat())
    return f"{with_schema(policy)}\n\n# Now\n\n{closing}"


def with_schema(policy: Policy) -> str:
    """The instructions and the schema, for a reader that is not given the schema in another way."""
    schema = json.dumps(schema_data(), ensure_ascii=False, separators=(",", ":"))
    return f"{instructions(policy)}\n# Schema of the answer\n\n{schema}"


def again(reason: Literal["invalid", "quotes"], listed: Sequence[str]) -> str:
    """What to mend in an answer that does not hold, or that quotes what the notes do not say."""
    # As JSON, because the answer that is listed here may repeat words of the notes.
    return _filled(f"again-{reason}.md.j2", listed=json.dumps(list(listed), ensure_ascii=False))


def schema_text() -> str:
    """The JSON Schema of an extraction, as it was written."""
    return (_folder() / SCHEMA_FILE).read_text(encoding="utf-8")


def schema_data() -> dict[str, Any]:
    """The JSON Schema of an extraction."""
    data: dict[str, Any] = json.loads(schema_text())
    return data


def schema_sha256() -> str:
    """Of the schema's file."""
    return sha256(schema_text())


def sha256(text: str) -> str:
    """Of a text that was sent."""
    return hashlib.sha256(text.encode()).hexdigest()


def _filled(template: str, **values: Any) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # not needed for the schema alone

    environment = Environment(
        loader=FileSystemLoader(_folder()),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text; the notes go in as one JSON string
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)


@cache
def _folder() -> Path:
    """In an installed package inside it, in a checkout beside its source root."""
    package = Path(__file__).parent
    for folder in (package / "prompts", package.parents[1] / "prompts"):
        if (folder / SCHEMA_FILE).is_file():
            return folder
    raise EscalationError("this installation lacks its folder prompts/; install it again")
