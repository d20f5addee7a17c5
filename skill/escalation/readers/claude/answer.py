"""One answer of the model: what the body of a successful response holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from escalation.decision.record import Usage
from escalation.errors import ReaderFailed, printable
from escalation.extraction.parsing import load_json

CUT_OFF: Final = "max_tokens"
REFUSED: Final = "refusal"
CONTEXT_FULL: Final = "model_context_window_exceeded"
_SHOWN: Final = 300
_BASE_URL: Final = "Is ANTHROPIC_BASE_URL the address of a server that speaks the Messages API?"


class UnusableAnswer(ReaderFailed):
    """A model answered, and no use could be made of it: refused, cut off, too long, or invalid to the last."""


class Response(NamedTuple):
    """The body of a successful response, the host it came from, and the id of the request."""

    body: str
    host: str
    request_id: str | None


@dataclass(frozen=True)
class Answer:
    """``text`` is the JSON object if the answer holds one, else all its text; empty where it has none.

    ``stop`` is the API's stop_reason. What the server left out is None.
    """

    text: str
    stop: str | None
    category: str | None
    model: str | None
    request_id: str | None
    usage: Usage | None


def interpret(response: Response) -> Answer:
    """The answer in ``response``. Raises ReaderFailed when it is no message."""
    message = _message(response.body, response.host)
    blocks = [block for block in message["content"] if isinstance(block, dict)]
    details = message.get("stop_details")
    return Answer(
        text=_text(blocks),
        stop=_string(message.get("stop_reason")),
        category=_string(details.get("category")) if isinstance(details, dict) else None,
        model=_string(message.get("model")),
        request_id=_string(response.request_id),
        usage=_usage(message.get("usage")),
    )


def _message(body: str, host: str) -> dict[str, Any]:
    if not body.strip():
        raise ReaderFailed(f"{host} answered with nothing at all. {_BASE_URL}")
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        if body.lstrip()[:1] == "<":
            raise ReaderFailed(
                f"{host} answered with a web page. A proxy or a login page stands in between: "
                "open your network's login page, or set ANTHROPIC_BASE_URL or the proxy's address right."
            ) from None
        raise ReaderFailed(f"{host} answered with text that is not JSON: {shown(body)} {_BASE_URL}") from None
    if isinstance(message, dict) and isinstance(message.get("content"), list) and message.get("type") == "message":
        return message
    error = message.get("error") if isinstance(message, dict) else None
    said = error.get("message") if isinstance(error, dict) else error
    told = f" It says: {shown(said)}" if isinstance(said, str) and said else ""
    raise ReaderFailed(f"{host} answered with JSON that is no message of the Messages API.{told} {_BASE_URL}")


def shown(text: str) -> str:
    """A server's words as one short line, ended like a sentence."""
    line = printable(" ".join(text.split())) or "no reason is given"
    line = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}..."
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _text(blocks: list[dict[str, Any]]) -> str:
    """Thinking may come first, a preamble or a fence may surround the object, and a tool's input is the object."""
    for tried in _candidates(blocks):
        try:
            if isinstance(load_json(tried), dict):
                return tried
        except ValueError:
            continue
    return "".join(_texts(blocks)).strip()


def _candidates(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if block.get("type") == "tool_use" and block.get("input"):
            given = block.get("input")
            yield given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
    texts = _texts(blocks)
    for text in ("".join(texts), *reversed(texts)):
        yield text.strip()
        behind = text.rpartition("</think>")[2]  # local models think aloud
        yield behind[behind.find("{") : behind.rfind("}") + 1]


def _texts(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["text"] for block in blocks if block.get("type") == "text" and isinstance(block.get("text"), str)]


def _string(value: Any) -> str | None:
    return printable(" ".join(value.split())) or None if isinstance(value, str) else None


def _usage(value: Any) -> Usage | None:
    if not isinstance(value, dict):
        return None
    counts = {name: _count(value.get(name)) for name in Usage.model_fields}
    return Usage(**counts) if any(counts.values()) else None


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
