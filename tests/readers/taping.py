"""Cassettes: what was sent to the Messages API and what came back, small enough to be read.

A request matches by method, path and body. In the file the frozen prompt and the schema stand as their hashes, so that
a change of either still makes the cassette stale. Of the headers only the content type is kept: no key, no id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
import vcr
import vcr.stubs.httpx_stubs
from vcr.cassette import Cassette
from vcr.request import Request

FOLDER: Final = Path(__file__).parent / "cassettes"
SYNTHETIC: Final = "synthetic: the answers were written by hand and played by a loopback server; no model gave them"
RECORDED: Final = "recorded: the answers came from the API"
_ADDRESS: Final = "https://api.anthropic.com/v1/messages"


class Legible:
    """A cassette as indented JSON, bodies as data, with a word on where it comes from."""

    def __init__(self, provenance: str) -> None:
        """New cassettes say that they come from there."""
        self._provenance = provenance

    def serialize(self, tape: dict[str, Any]) -> str:
        """The text of a cassette."""
        for part in tape["interactions"]:
            part["request"]["body"] = json.loads(part["request"]["body"])
            part["response"]["body"] = json.loads(part["response"]["body"]["string"])
        return json.dumps({"provenance": self._provenance, **tape}, indent=1, ensure_ascii=False) + "\n"

    def deserialize(self, text: str) -> dict[str, Any]:
        """The cassette in ``text``."""
        tape: dict[str, Any] = json.loads(text)
        for part in tape["interactions"]:
            part["request"]["body"] = json.dumps(part["request"]["body"])
            part["response"]["body"] = {"string": json.dumps(part["response"]["body"], ensure_ascii=False)}
        return tape


@contextmanager
def taped(name: str, mode: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cassette]:
    """Play the cassette whole, in mode "none"; else record it anew, from whatever the client is connected to."""
    _make_a_miss_loud(monkeypatch)
    recorder = vcr.VCR(
        record_mode="none" if mode == "none" else "all",
        match_on=["method", "path", "body"],
        decode_compressed_response=True,
        record_on_exception=False,
        before_record_request=_stripped,
        before_record_response=_nameless,
    )
    recorder.register_serializer("legible", Legible(RECORDED if mode == "real" else SYNTHETIC))
    path = FOLDER / f"{name}.json"
    if mode != "none":
        path.unlink(missing_ok=True)
    with recorder.use_cassette(str(path), serializer="legible") as cassette:
        yield cassette
    assert mode != "none" or cassette.all_played, f"{name}: not all of the cassette was played"


def _make_a_miss_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK takes vcrpy's exception for a broken connection, which the reader would try again."""
    stubs = vcr.stubs.httpx_stubs
    quiet = stubs.CannotOverwriteExistingCassetteException

    def loud(**facts: Any) -> BaseException:
        return pytest.fail.Exception(
            f"stale cassette; record it anew (tests/README.md): {quiet(**facts)}", pytrace=False
        )

    monkeypatch.setattr(stubs, "CannotOverwriteExistingCassetteException", loud)


def _stripped(request: Request) -> Request:
    body = json.loads(request.body)
    for part in body.get("system", []):
        part["text"] = _hashed(part["text"])
    form = body.get("output_config", {}).get("format", {})
    for holder, key in ((form, "schema"), *((tool, "input_schema") for tool in body.get("tools", []))):
        if key in holder:
            holder[key] = _hashed(holder[key])
    return Request(request.method, _ADDRESS, json.dumps(body), {"content-type": "application/json"})


def _hashed(value: Any) -> str:
    """The hash of a value, and of a hash itself again: vcrpy passes a request through more than once."""
    if isinstance(value, str) and value.startswith("sha256:"):
        return value
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _nameless(response: dict[str, Any]) -> dict[str, Any]:
    return {**response, "headers": {"content-type": ["application/json"]}}
