"""From JSON text to an extraction; what does not hold is named all at once, so that it can be mended in one go."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from escalation.errors import InvalidExtraction, printable
from escalation.extraction.model import Extraction

_SHOWN = 80
_FENCE = "```"


def parse(text: str, source: str = "") -> Extraction:
    """The extraction in ``text``, which may stand in one Markdown code fence.

    Raises InvalidExtraction with path, value and what is allowed for every problem.
    """
    try:
        data = load_json(_unfenced(text))
    except ValueError as error:
        raise InvalidExtraction([f"(document): {error}"], source) from error
    try:
        return Extraction.model_validate(data)
    except ValidationError as error:
        raise InvalidExtraction(sentences(error), source) from error


def _unfenced(text: str) -> str:
    stripped = text.strip()
    first_line, _, rest = stripped.partition("\n")
    if first_line.startswith(_FENCE) and rest.endswith(_FENCE):
        return rest.removesuffix(_FENCE)
    return text


def load_json(text: str) -> Any:
    """JSON as the standard defines it: keys unique, no NaN, not nested without end. Raises ValueError."""
    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"gives the key {key!r} twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON number")


def sentences(error: ValidationError) -> list[str]:
    """One sentence for each problem: the path of the key, what is wrong or allowed, and the value given."""
    return [printable(_sentence(problem)).replace("\n", "\\n") for problem in error.errors(include_url=False)]


def _sentence(problem: Any) -> str:
    path = ".".join(str(key) for key in problem["loc"]) or "(document)"
    kind = problem["type"]
    if kind == "missing":
        return f"{path}: is missing"
    if kind == "extra_forbidden":
        return f"{path}: is not a field here"
    says = problem["msg"].removeprefix("Value error, ")
    return f"{path}: {says}, got {_short(problem['input'])}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
