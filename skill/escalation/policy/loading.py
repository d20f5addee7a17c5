"""Reads a policy from its name or its file; what cannot be used is refused with everything that is wrong with it."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from escalation.errors import InvalidPolicy, WrongUsage
from escalation.policy import checking
from escalation.policy.model import Policy

SHIPPED = ("default", "plain")
_FOLDER = Path(__file__).parent / "policies"
_MOST_BYTES = 1_000_000


@lru_cache(maxsize=8)
def load(name_or_file: str) -> Policy:
    """The checked policy called ``default`` or ``plain``, or that of a TOML file.

    Raises WrongUsage when the file cannot be read and InvalidPolicy, naming every problem, when it does not hold.
    """
    contents = [read(name_or_file)]
    layers = [_parsed(contents[0], name_or_file)]
    while (base := layers[0].pop("extends", None)) is not None:
        # Only a shipped policy can be extended: another file may move or change unseen.
        if base not in SHIPPED or base == name_or_file or len(layers) > len(SHIPPED):
            raise InvalidPolicy([f"extends: must be one of {', '.join(SHIPPED)}, got {base!r}"], name_or_file)
        contents.insert(0, read(base))
        layers.insert(0, _parsed(contents[0], base))
    data: dict[str, Any] = {}
    for layer in layers:
        data = _merged(data, layer)
    return from_data(data, hashlib.sha256(b"".join(contents)).hexdigest(), name_or_file)


def read(name_or_file: str) -> bytes:
    """The bytes of a policy as they were written."""
    path = _FOLDER / f"{name_or_file}.toml" if name_or_file in SHIPPED else Path(name_or_file)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        shipped = " and ".join(SHIPPED)
        raise WrongUsage(f"policy {name_or_file}: {reason} (shipped are {shipped}; else give a file)") from error
    if len(content) > _MOST_BYTES:
        raise InvalidPolicy([f"(file): larger than {_MOST_BYTES:,} bytes"], name_or_file)
    return content


def from_data(data: dict[str, Any], sha256: str = "", source: str = "") -> Policy:
    """The checked policy in ``data``; raises InvalidPolicy, naming every problem."""
    found = []
    if "sha256" in data:
        found.append("sha256: is worked out, not written down")
    try:
        policy = Policy.model_validate(data | {"sha256": sha256})
    except ValidationError as error:
        found += [_sentence(problem) for problem in error.errors()]
        found += checking.problems(_sound_parts(data))
    else:
        found += checking.problems({name: getattr(policy, name) for name in Policy.model_fields})
    if found:
        raise InvalidPolicy(found, source)
    return policy


def _parsed(content: bytes, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidPolicy([f"(file): is not UTF-8 text ({error.reason} at byte {error.start})"], source) from error
    except (ValueError, RecursionError) as error:
        raise InvalidPolicy([f"(file): is not TOML: {error}"], source) from error


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Tables key by key; everything else from ``own``."""
    result = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        result[key] = _merged(base[key], value) if both else value
    return result


def _sound_parts(data: dict[str, Any]) -> dict[str, Any]:
    """The parts that have the right shape, so that one flaw of shape does not hide flaws of fit elsewhere.

    A table or list of entries is kept too, with None for each entry of a wrong shape.
    """
    parts = {}
    for name, field in Policy.model_fields.items():
        if name not in data:
            continue
        try:
            parts[name] = TypeAdapter(cast("Any", field.annotation)).validate_python(data[name])
        except ValidationError:
            kind, entry = get_origin(field.annotation), get_args(field.annotation)
            if kind is dict and isinstance(data[name], dict):
                parts[name] = {key: _sound(entry[1], value) for key, value in data[name].items()}
            elif kind is tuple and isinstance(data[name], list):
                parts[name] = tuple(_sound(entry[0], value) for value in data[name])
    return parts


def _sound(kind: Any, value: Any) -> Any:
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return None


def _sentence(problem: Any) -> str:
    path = ".".join(str(key) for key in problem["loc"]) or "(file)"
    given = "" if problem["type"] in ("missing", "extra_forbidden") else f", got {problem['input']!r:.80}"
    says = {"missing": "is missing", "extra_forbidden": "is not a key of a policy"}
    return f"{path}: {says.get(problem['type'], problem['msg'].removeprefix('Value error, '))}{given}"
