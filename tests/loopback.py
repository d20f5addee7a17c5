"""A server on this machine that plays the Messages API: scripted answers, and every way in which one can go wrong."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

MODEL = "claude-sonnet-5-5"


class Request(NamedTuple):
    """What a client sent."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


Answer = Callable[["_Handler"], None]
"""Answers one request, as well or as badly as the test needs it."""


class Loopback(ThreadingHTTPServer):
    """Gives the answers in their order, the last one again and again; ``requests`` are all that came, in their order.

    ``tunnels`` are the hosts that it was asked to connect to, as a proxy: it refuses each. ``lasted`` are the seconds
    after which clients broke off an answer that drips. ``released`` ends the answers that wait; it is set when the
    server ends.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: Iterable[Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = list(answers)
        self.requests: list[Request] = []
        self.tunnels: list[str] = []
        self.lasted: list[float] = []
        self.arrived = threading.Event()
        self.released = threading.Event()
        self.scheme = "http"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away, or that trusts nobody, is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Loopback
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.requests.append(Request(self.path, dict(self.headers.items()), json.loads(sent)))
        answer = self.server.answers[min(len(self.server.requests), len(self.server.answers)) - 1]
        self.server.arrived.set()
        answer(self)

    def do_CONNECT(self) -> None:
        self.server.tunnels.append(self.path)
        self.send_response(407, "Proxy Authentication Required")
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the name is the base class's
        pass


@contextmanager
def serving(*answers: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    """A running server; with ``tls`` it speaks only that."""
    server = Loopback(answers)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


# --- Answers ------------------------------------------------------------------------------------------------------


def reply(body: bytes | str, status: int = 200, **headers: str) -> Answer:
    """A whole response; ``headers`` are given with _ for -."""
    content = body.encode() if isinstance(body, str) else body
    named = {"content-type": "application/json", "request-id": "req_synthetic"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(handler: _Handler) -> None:
        handler.send_response(status)
        for name, value in named.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def message(*content: dict[str, Any], stop: str | None = "end_turn", **more: Any) -> Answer:
    """A successful answer with these content blocks; ``more`` replaces or adds fields of the message."""
    data = {
        "id": "msg_synthetic",
        "type": "message",
        "role": "assistant",
        "model": MODEL,
        "content": list(content),
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": {"input_tokens": 100, "output_tokens": 10},
    }
    return reply(json.dumps(data | more))


def text(value: str) -> dict[str, Any]:
    """A text block."""
    return {"type": "text", "text": value}


def failing(status: int, kind: str, told: str, code: str | None = None, **headers: str) -> Answer:
    """An error as the API words it."""
    error: dict[str, Any] = {"type": kind, "message": told}
    if code:
        error["details"] = {"error_code": code}
    return reply(json.dumps({"type": "error", "error": error}), status, **headers)


def after(seconds: float, answer: Answer) -> Answer:
    """The same answer, later."""

    def late(handler: _Handler) -> None:
        handler.server.released.wait(seconds)
        answer(handler)

    return late


# --- Answers that never become whole ------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n"
_LONGEST = 30.0
_LONGEST_DRIP = 5.0
_DROP_SECONDS = 0.02


def raw(content: bytes) -> Answer:
    """These bytes, and the end of the connection."""

    def answer(handler: _Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(content)

    return answer


def stalling(start: bytes = b"") -> Answer:
    """``start``, and then nothing until the server ends."""

    def answer(handler: _Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(start)
        handler.server.released.wait(_LONGEST)

    return answer


def dripping(start: bytes, drop: bytes) -> Answer:
    """``start``, and then one ``drop`` after the other until the client goes away; the server's ``lasted`` is told."""

    def answer(handler: _Handler) -> None:
        handler.close_connection = True
        began = time.monotonic()
        try:
            handler.wfile.write(start)
            while time.monotonic() < began + _LONGEST_DRIP and not handler.server.released.wait(_DROP_SECONDS):
                handler.wfile.write(drop)
        finally:
            handler.server.lasted.append(time.monotonic() - began)

    return answer


def flooding(content: bytes) -> Answer:
    """``content`` again and again, as fast as it is taken, until the client goes away."""

    def answer(handler: _Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
        while not handler.server.released.is_set():
            handler.wfile.write(content)

    return answer


def resetting(content: bytes) -> Answer:
    """``content``, and then not the end of the connection but its reset."""

    def answer(handler: _Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(content)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(handler.connection.detach())

    return answer
