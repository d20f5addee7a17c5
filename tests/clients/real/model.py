"""Plays the model for Claude Code: Anthropic's streaming Messages API on 127.0.0.1, with a script of turns.

The n-th turn answers the request whose messages hold n of the assistant's; a request that offers no tools (for a title,
say) is answered with "ok" and consumes no turn.
"""

from __future__ import annotations

import itertools
import json
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, NamedTuple

BASE = "{BASE}"
"""Stands in a script for the folder that the client names when it loads the skill."""

_BASE = re.compile(r"Base directory for this skill: ([^\n]+)")
_MOST = 200  # requests; a client that asks on and on must come to an end

Block = dict[str, Any]
Turn = Sequence[Block]


def say(text: str) -> Block:
    """A text of the model."""
    return {"type": "text", "text": text}


def use(tool: str, **values: str) -> Block:
    """A call of a tool."""
    return {"type": "tool_use", "name": tool, "input": values}


class Call(NamedTuple):
    """A call of a tool, and what the client sent back for it."""

    tool: str
    values: dict[str, str]
    failed: bool
    text: str


class Model:
    """What is answered to one request after the other, and what was asked."""

    def __init__(self, script: Sequence[Turn]) -> None:
        """Play ``script``."""
        self.script = script
        self.requests: list[dict[str, Any]] = []
        self._lock = threading.Lock()
        self._ids = itertools.count()  # they must differ: the client merges neighbouring messages of one id

    def answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """The message that answers a request."""
        with self._lock:
            self.requests.append(body)
            number = next(self._ids)
        blocks = self._blocks(body)
        calls = any(block["type"] == "tool_use" for block in blocks)
        tokens = dict.fromkeys(("input_tokens", "output_tokens"), 10)
        cached = dict.fromkeys(("cache_creation_input_tokens", "cache_read_input_tokens"), 0)
        return {
            "id": f"msg_{number:06}",
            "type": "message",
            "role": "assistant",
            "model": body.get("model", "made-up"),
            "content": blocks,
            "stop_reason": "tool_use" if calls else "end_turn",
            "stop_sequence": None,
            "usage": {**tokens, **cached},
        }

    def _blocks(self, body: dict[str, Any]) -> list[Block]:
        if not body.get("tools"):
            return [say("ok")]
        at = sum(message["role"] == "assistant" for message in body["messages"])
        if at >= len(self.script) or len(self.requests) > _MOST:
            return [say("The script is over.")]
        base = next(iter(loaded(body)), "")
        return [_filled(block, base) | _id(block, at, place) for place, block in enumerate(self.script[at])]

    def texts(self) -> list[str]:
        """Every text of the longest conversation, in order."""
        return [text for message in self._longest() for text in strings(message.get("content"))]

    def listing(self) -> str:
        """All that the client told in its first request that offers tools."""
        body = next(body for body in self.requests if body.get("tools"))
        return "\n".join([*strings(body.get("system")), *strings(body["messages"]), *strings(body["tools"])])

    def calls(self) -> list[Call]:
        """Every call of the longest conversation that came back."""
        blocks = [b for message in self._longest() if isinstance(message["content"], list) for b in message["content"]]
        results = {block["tool_use_id"]: block for block in blocks if block.get("type") == "tool_result"}
        found = []
        for block in blocks:
            if block.get("type") == "tool_use" and block["id"] in results:
                result = results[block["id"]]
                text = "\n".join(strings(result.get("content", ""), key="text"))
                found.append(Call(block["name"], block["input"], bool(result.get("is_error")), text))
        return found

    def _longest(self) -> list[dict[str, Any]]:
        conversations: list[list[dict[str, Any]]] = [body.get("messages", []) for body in self.requests]
        return max(conversations, key=len, default=[])


def strings(value: Any, *, key: str | None = None) -> Iterator[str]:
    """Every string in a JSON value, in order; with ``key`` only those of that name, and those in no object."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if key in (None, name) or not isinstance(item, str):
                yield from strings(item, key=key)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key=key)


def loaded(body: dict[str, Any]) -> list[str]:
    """The folders of the skills that were loaded in a conversation, the last first."""
    found = [match[1] for text in strings(body.get("messages", [])) for match in _BASE.finditer(text)]
    return found[::-1]


def _filled(block: Block, base: str) -> Block:
    if block["type"] != "tool_use":
        return block
    return block | {"input": {name: text.replace(BASE, base) for name, text in block["input"].items()}}


def _id(block: Block, at: int, place: int) -> Block:
    return {"id": f"toolu_{at:02}_{place:02}"} if block["type"] == "tool_use" else {}


def _events(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A message as it is streamed."""
    end = {name: message[name] for name in ("stop_reason", "stop_sequence")}
    yield {"type": "message_start", "message": {**message, "content": [], **dict.fromkeys(end)}}
    for index, block in enumerate(message["content"]):
        if block["type"] == "text":
            start, delta = {**block, "text": ""}, {"type": "text_delta", "text": block["text"]}
        else:
            start = {**block, "input": {}}
            delta = {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}
        yield {"type": "content_block_start", "index": index, "content_block": start}
        yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    yield {"type": "message_delta", "delta": end, "usage": message["usage"]}
    yield {"type": "message_stop"}


class _Handler(BaseHTTPRequestHandler):
    """Answers with what its model says, and whatever else is asked with an empty object."""

    model: ClassVar[Model]

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_GET(self) -> None:
        """Some other question of the client."""
        self._reply("application/json", b"{}")

    def do_HEAD(self) -> None:
        """The same without its body."""
        self.do_GET()

    def do_POST(self) -> None:
        """A request for a message, or for a count of tokens."""
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        path = self.path.partition("?")[0]
        if not path.endswith("/v1/messages"):
            self._reply("application/json", b'{"input_tokens": 10}')
            return
        message = self.model.answer(body)
        if body.get("stream"):
            lines = (f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in _events(message))
            self._reply("text/event-stream", "".join(lines).encode())
        else:
            self._reply("application/json", json.dumps(message).encode())

    def _reply(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away in the middle is none of a test's business."""


@contextmanager
def served(model: Model) -> Iterator[str]:
    """The address of a server for ``model``, as long as it runs."""
    handler = type("Handler", (_Handler,), {"model": model})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
