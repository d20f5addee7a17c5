"""Every way in which a model, a proxy or a network misbehaves, through the real command: one clear outcome each.

A server on this machine plays the Messages API. No test waits for real back-off: servers ask for 0 seconds, or
``--max-wait`` allows none.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest
import trustme

import building
import loopback
from cli import documents
from cli.calling import COMMAND, Command, Result, on_terminal
from cli.test_commands import done, refused
from escalation import prompting
from escalation.readers.claude.settings import DEFAULT_MODEL
from loopback import HEAD, Answer, Loopback, failing, message, reply, serving, text

KEY = "test-key"
DAY = "2026-11-22"
ARGUMENTS = ("assess", "notes.md", "--engine", "claude", "--today", DAY)
NO_WAIT = ("--max-wait", "0")
LONGEST = 20.0
"""Seconds that no call takes, the two for loading the SDK included, though the usual limits are minutes."""

DATA = building.extraction_data()
VALID = json.dumps(DATA)
GOOD = message(text(VALID))

NOT_SAID = "we phoned them a hundred times over"
QUOTE_MISSING = json.dumps(building.extraction_data(building.case(tried=[building.item("Phoned", NOT_SAID)])))
QUOTES_MISSING = message(text(QUOTE_MISSING))

INVALID_TEXT = json.dumps({**DATA, "cases": [building.case(issue_type="bad_weather")]})
INVALID = message(text(INVALID_TEXT))
PROBLEM = "cases.0.issue_type: "

CUT_OFF = message(text(VALID[:200]), stop="max_tokens")
REFUSAL = message(stop="refusal", stop_details={"type": "refusal", "category": "cyber", "explanation": None})

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGINT for others nor terminals")


class Ask(Protocol):
    """The fixture ``ask``."""

    def __call__(self, url: str | None, *arguments: str, key: str | None = KEY, **variables: str) -> Result:
        """Have the notes assessed by the server at ``url``, with ``key`` and ``variables`` in the environment."""


def variables_of(url: str | None, key: str | None = KEY) -> dict[str, str]:
    given = {"ANTHROPIC_BASE_URL": url, "ANTHROPIC_API_KEY": key}
    return {name: value for name, value in given.items() if value is not None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents.notes(tmp_path)
    return tmp_path


@pytest.fixture
def ask(folder: Path, command: Command) -> Ask:
    def run(url: str | None, *arguments: str, key: str | None = KEY, **variables: str) -> Result:
        began = time.monotonic()
        result = command(*ARGUMENTS, *arguments, env=variables_of(url, key) | variables)
        assert time.monotonic() - began < LONGEST
        return result

    return run


@pytest.fixture
def to_file(folder: Path, ask: Ask) -> Ask:
    """``ask`` with an output file: after a failure nothing has been written, neither that file nor another."""

    def run(url: str | None, *arguments: str, key: str | None = KEY, **variables: str) -> Result:
        result = ask(url, *arguments, "-o", "out.md", key=key, **variables)
        assert result.code != 0, result.stdout
        assert [path.name for path in folder.iterdir()] == ["notes.md"]
        return result

    return run


@pytest.fixture
def nameless(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, str]:
    """Variables for a child on a machine where no name can be looked up and nothing supports a socks proxy."""
    folder = tmp_path_factory.mktemp("nameless")
    (folder / "sitecustomize.py").write_text(
        """import os, socket, sys
sys.modules["socksio"] = None
def _refuse(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host and not host.startswith(("127.", "::1", "localhost")):
        if event == "socket.connect":
            os._exit(97)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
sys.addaudithook(_refuse)
""",
        encoding="utf-8",
    )
    _, _, package = environment["PYTHONPATH"].partition(os.pathsep)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{package}"}


def calm(result: Result, *secrets: str) -> str:
    """What stands on stderr: nothing for a terminal, nothing of the key, nothing of the notes."""
    told = result.stderr
    assert [c for c in told if not c.isprintable() and c != "\n"] == []
    assert [secret for secret in (KEY, *secrets) if secret in told] == []
    assert [words for words in (building.ACCOUNT, *building.QUOTES.values()) if words in told] == []
    return told


def failed(result: Result, *words: str, secrets: tuple[str, ...] = ()) -> str:
    """The error: exit 4, nothing on stdout, the given words, and no more than three lines."""
    refused(result, 4, *words)
    told = calm(result, *secrets)
    assert told.count("Error: ") == 1
    error = told.partition("Error: ")[2]
    assert len(error.splitlines()) <= 3, told
    return error


def assessed(result: Result) -> Any:
    """The only case of the record."""
    data = json.loads(done(result))
    calm(result)
    assert len(data["cases"]) == 1
    assert data["cases"][0]["account"] == building.ACCOUNT
    return data


def turns(server: Loopback, request: int = -1) -> list[Any]:
    found: list[Any] = server.requests[request].body["messages"]
    return found


# --- The server refuses -------------------------------------------------------------------------------------------

PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Welcome to the guest Wi-Fi</p></body></html>"


class Fault(NamedTuple):
    """An answer, what is said about it, and how many requests it costs."""

    answer: Answer
    says: tuple[str, ...]
    requests: int = 1


FAULTS = {
    "401": Fault(
        failing(401, "authentication_error", "invalid bearer token"),
        ("does not accept the key", "(401, request req_synthetic)", "ANTHROPIC_API_KEY"),
    ),
    "402": Fault(failing(402, "billing_error", "No credit left"), ("payment", "402", "billing")),
    "403": Fault(
        failing(403, "permission_error", "Not for you"),
        ("does not allow", "403", "ANTHROPIC_API_KEY", DEFAULT_MODEL),
    ),
    "404 for a model": Fault(
        failing(404, "not_found_error", f"model: {DEFAULT_MODEL}"), (f"has no model {DEFAULT_MODEL}", "`--model`")
    ),
    "404 for the address": Fault(
        reply("404 page not found", 404, content_type="text/plain"),
        ("has no Messages API at this address", "ANTHROPIC_BASE_URL", "without /v1"),
    ),
    "404 in a local server's words": Fault(
        reply(json.dumps({"error": f"model '{DEFAULT_MODEL}' not found, try pulling it first"}), 404),
        (f"model '{DEFAULT_MODEL}' not found, try pulling it first",),
    ),
    "407": Fault(reply("", 407, proxy_authenticate="Basic"), ("proxy", "407", "HTTP_PROXY")),
    "422 in a local server's words": Fault(
        reply(json.dumps({"detail": [{"loc": ["body", "output_config"], "msg": "extra fields not permitted"}]}), 422),
        ("422", "extra fields not permitted", "`--structured tool`"),
    ),
    "413": Fault(failing(413, "request_too_large", "Request exceeds 32 MB"), ("too large", "413", "Cut them down")),
    "429 by rate": Fault(
        failing(429, "rate_limit_error", "Slow down", retry_after="0"), ("rate limit", "429", "Try again later"), 3
    ),
    "429 for an hour": Fault(
        failing(429, "rate_limit_error", "Slow down", retry_after="3600"),
        ("rate limit", "It asks to wait 3,600 s", "of `--max-wait` 30 s are left"),
    ),
    "429 by the contract's spend limit": Fault(
        failing(429, "rate_limit_error", "Spend limit", "contract_spend_limit_reached", retry_after="0"),
        ("spend limit", "reached", "Raise it"),
    ),
    "429 by an enforced spend limit that invites another try": Fault(
        failing(
            429,
            "rate_limit_error",
            "Spend limit",
            "enforced_spend_limit_reached",
            retry_after="0",
            x_should_retry="true",
        ),
        ("spend limit", "reached", "Raise it"),
    ),
    "500": Fault(
        failing(500, "api_error", "Oops", retry_after="0"), ("a fault of its own", "500", "Oops", "Try again in"), 3
    ),
    "502 with a page": Fault(
        reply(PAGE, 502, content_type="text/html", retry_after="0"), ("a fault of its own", "502", "Try again in"), 3
    ),
    "503": Fault(
        failing(503, "api_error", "Down", retry_after="0"), ("overloaded", "503", "Try again in some minutes"), 3
    ),
    "529": Fault(
        failing(529, "overloaded_error", "Overloaded", retry_after="0"),
        ("overloaded", "529", "Try again in some minutes"),
        3,
    ),
    "400": Fault(
        failing(400, "invalid_request_error", "output_config.effort: not for this model"),
        (
            "does not accept the request",
            "output_config.effort: not for this model",
            "`--structured tool`",
            "`--effort`",
        ),
    ),
    "418": Fault(failing(418, "api_error", "I am a teapot"), ("refuses (418", "I am a teapot", "ask whoever runs")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_error_status_is_one_sentence_that_says_what_to_do(name: str, to_file: Ask) -> None:
    fault = FAULTS[name]
    with serving(fault.answer) as server:
        error = failed(to_file(server.url), server.host, *fault.says)
    assert len(server.requests) == fault.requests
    assert "`--engine offline`" in error
    assert "<" not in error


def test_a_server_that_repeats_the_key_does_not_make_us_show_it(ask: Ask) -> None:
    key = "local-key-4711"
    with serving(failing(401, "authentication_error", f"Incorrect API key provided: {key}")) as server:
        failed(ask(server.url, key=key), "does not accept the key", secrets=(key,))


def test_after_a_rate_limit_the_same_request_is_sent_again_and_read(ask: Ask) -> None:
    limit = failing(429, "rate_limit_error", "Slow down", retry_after="0")
    with serving(limit, GOOD) as server:
        assessed(ask(server.url, "--format", "json", *NO_WAIT))
    assert len(server.requests) == 2
    assert server.requests[0].body == server.requests[1].body


def test_where_the_server_does_not_say_how_long_waiting_is_bounded_by_max_wait(ask: Ask) -> None:
    with serving(failing(529, "overloaded_error", "Overloaded")) as server:
        failed(ask(server.url, "--max-wait", "0.01"), "overloaded", "Try again")
    assert len(server.requests) == 2


def test_a_redirect_is_not_followed(to_file: Ask) -> None:
    with serving(GOOD) as elsewhere, serving(reply("", 307, location=f"{elsewhere.url}/v1/messages")) as server:
        failed(to_file(server.url), server.host, "redirects", "ANTHROPIC_BASE_URL")
        assert elsewhere.requests == []
        assert len(server.requests) == 1


# --- The network fails --------------------------------------------------------------------------------------------


@contextlib.contextmanager
def bound(*, listening: bool) -> Iterator[str]:
    """A host that takes no connections, or takes them and never says a word."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listening:
            taken.listen(8)
        yield f"127.0.0.1:{taken.getsockname()[1]}"


def test_a_name_that_cannot_be_looked_up_is_named(to_file: Ask, nameless: dict[str, str]) -> None:
    result = to_file("http://models.example.invalid:8080", **nameless)
    failed(result, "models.example.invalid:8080 cannot be looked up", "online")


def test_an_empty_base_url_counts_as_not_set(to_file: Ask, nameless: dict[str, str]) -> None:
    error = failed(to_file("", **nameless), "The notes will be sent to Anthropic", "api.anthropic.com", "online")
    assert "ANTHROPIC_BASE_URL" not in error


def test_without_key_and_base_url_nothing_is_sent(to_file: Ask) -> None:
    failed(to_file("", key=None), "No access to a model was found", "ANTHROPIC_API_KEY", "`--engine offline`")


def test_a_port_at_which_nobody_listens_is_named(to_file: Ask) -> None:
    with bound(listening=False) as host:
        failed(to_file(f"http://{host}", *NO_WAIT), f"Nobody listens at {host}", "Does the server run?")


def test_a_server_that_takes_the_connection_and_never_shakes_hands_ends_with_the_time_limit(to_file: Ask) -> None:
    with bound(listening=True) as host:
        failed(to_file(f"https://{host}", *NO_WAIT, "--timeout", "0.5"), f"No connection to {host} in time", "firewall")


BROKEN = {
    "ends before its length": loopback.raw(HEAD + b'{"type": "mess'),
    "is reset in its middle": loopback.resetting(HEAD + b'{"type": "mess'),
    "is no HTTP": loopback.raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "does not end": loopback.flooding(b" " * 500_000),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_answer_that_breaks_off_is_said_to(name: str, to_file: Ask) -> None:
    with serving(BROKEN[name]) as server:
        failed(to_file(server.url, *NO_WAIT), f"The connection to {server.host} broke off", "Try again")
    assert len(server.requests) == 1


def test_after_a_connection_that_broke_off_the_request_is_sent_again(ask: Ask) -> None:
    with serving(BROKEN["is reset in its middle"], GOOD) as server:
        assessed(ask(server.url, "--format", "json", "--max-wait", "0.01"))
    assert len(server.requests) == 2


@pytest.mark.parametrize("start", [b"", HEAD + b'{"type": "mess'], ids=["headers never come", "the body stalls"])
def test_a_server_that_falls_silent_ends_with_the_time_limit(start: bytes, to_file: Ask) -> None:
    with serving(loopback.stalling(start)) as server:
        failed(to_file(server.url, "--timeout", "0.5"), server.host, "within 0.5 s", "`--timeout", "`--effort low`")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("start", "drop"),
    [(HEAD, b" "), (b"HTTP/1.1 200 OK\r\nx-slow: ", b"x"), (b"", b"HTTP/1.1 100 Continue\r\n\r\n")],
    ids=["body", "headers", "interim answers"],
)
def test_what_drips_for_ever_ends_with_the_time_limit(start: bytes, drop: bytes, to_file: Ask) -> None:
    with serving(loopback.dripping(start, drop)) as server:
        result = to_file(server.url, *NO_WAIT, "--timeout", "0.5")
        failed(result, server.host, "within 0.5 s", "`--timeout")
        for _ in range(100):
            if server.lasted:
                break
            time.sleep(0.02)
        assert len(server.requests) == 1
        assert server.lasted
        assert server.lasted[0] < 2.0


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def test_a_certificate_that_nobody_trusts_is_refused(tls: ssl.SSLContext, to_file: Ask) -> None:
    with serving(GOOD, tls=tls) as server:
        failed(to_file(server.url, *NO_WAIT), f"No secure connection to {server.host}", "certificate", "SSL_CERT_FILE")
    assert server.requests == []


def test_a_certificate_is_trusted_once_the_file_that_the_advice_names_is_set(
    tls: ssl.SSLContext, authority: trustme.CA, ask: Ask, tmp_path: Path
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with serving(GOOD, tls=tls) as server:
        assessed(ask(server.url, "--format", "json", SSL_CERT_FILE=str(tmp_path / "ca.pem")))


def test_a_file_of_certificates_that_is_not_there_is_named(to_file: Ask) -> None:
    with bound(listening=False) as host:
        failed(to_file(f"https://{host}", *NO_WAIT, SSL_CERT_FILE="nowhere.pem"), "SSL_CERT_FILE")


def test_https_to_a_plain_server_hints_at_http(to_file: Ask) -> None:
    with serving(GOOD) as server:
        failed(to_file(f"https://{server.host}", *NO_WAIT), f"No secure connection to {server.host}", "http://")
    assert server.requests == []


def test_a_key_with_a_line_break_is_neither_sent_nor_shown(to_file: Ask) -> None:
    with serving(GOOD) as server:
        result = to_file(server.url, key="first-half\nsecond-half")
        failed(result, "character that no header may hold", "ANTHROPIC_API_KEY", secrets=("first-half", "second-half"))
    assert server.requests == []


def test_a_key_with_letters_that_no_key_has_is_not_shown(to_file: Ask) -> None:
    with serving(failing(401, "authentication_error", "invalid bearer token")) as server:
        result = to_file(server.url, key="“schlüssel”")
        failed(result, "does not accept the key", "ANTHROPIC_API_KEY", secrets=("schl", "ssel"))


@on_posix
def test_a_key_of_another_encoding_is_neither_sent_nor_shown(to_file: Ask) -> None:
    with serving(GOOD) as server:
        result = to_file(server.url, key=os.fsdecode(b"schl\xfcssel"))
        failed(result, "character that no header may hold", "ANTHROPIC_API_KEY", secrets=("schl", "ssel"))
    assert server.requests == []


@on_posix
def test_a_model_of_another_encoding_is_no_fault_of_ours(to_file: Ask) -> None:
    with serving(GOOD) as server:
        result = to_file(server.url, ESCALATE_MODEL=os.fsdecode(b"caf\xe9"))
    refused(result, 2, "ESCALATE_MODEL")
    assert server.requests == []


@pytest.mark.parametrize("url", ["not a url", "ftp://127.0.0.1:1", "http://[127.0.0.1", "http://127.0.0.1:99999"])
def test_a_base_url_that_cannot_be_used_is_named(url: str, to_file: Ask, nameless: dict[str, str]) -> None:
    failed(to_file(url, **nameless), "ANTHROPIC_BASE_URL")


def test_a_password_in_the_base_url_is_not_shown(to_file: Ask) -> None:
    word = "open-sesame"
    with serving(reply(PAGE)) as server:
        url = f"http://someone:{word}@{server.host}"
        failed(to_file(url), f"sent to {server.host} ", f"{server.host} answered with a web page", secrets=(word,))


def test_a_socks_proxy_without_its_library_says_what_to_install(to_file: Ask, nameless: dict[str, str]) -> None:
    result = to_file("http://127.0.0.1:1", ALL_PROXY="socks5://127.0.0.1:1", **nameless)
    failed(result, "socks", "pip install socksio")


def test_a_proxy_that_refuses_is_told_from_the_server(to_file: Ask) -> None:
    with serving(GOOD) as proxy:
        failed(to_file("https://127.0.0.1:9", *NO_WAIT, HTTPS_PROXY=proxy.url), "proxy refuses", "407", "HTTPS_PROXY")
    assert proxy.tunnels == ["127.0.0.1:9"]
    assert proxy.requests == []


def test_a_proxy_at_which_nobody_listens_is_not_taken_for_the_server(to_file: Ask) -> None:
    with bound(listening=False) as gone:
        result = to_file("https://127.0.0.1:9", *NO_WAIT, HTTPS_PROXY=f"http://{gone}")
        failed(result, "Neither 127.0.0.1:9 nor the proxy before it can be reached", "Is HTTPS_PROXY right?")
        assert "Nobody listens" not in result.stderr


def test_a_packed_answer_is_refused_as_a_little_of_it_may_unpack_to_more_than_fits_in_memory(ask: Ask) -> None:
    with serving(reply(gzip.compress(b" " * 30_000_000, 1), content_encoding="gzip")) as server:
        failed(ask(server.url, *NO_WAIT), server.host, "cannot be unpacked", "proxy")
    assert server.requests[0].headers["accept-encoding"] == "identity"


def test_an_answer_that_cannot_be_unpacked_is_said_to(to_file: Ask) -> None:
    with serving(reply("no gzip at all", content_encoding="gzip")) as server:
        failed(to_file(server.url, *NO_WAIT), server.host, "cannot be unpacked", "proxy")
    assert len(server.requests) == 1


# --- The answer is no message -------------------------------------------------------------------------------------

CHOICES = {"id": "chatcmpl-1", "object": "chat.completion", "choices": []}
NO_MESSAGES = {
    "a web page": (reply(PAGE, content_type="text/html"), ("web page", "login page", "ANTHROPIC_BASE_URL")),
    "empty": (reply(""), ("nothing at all", "ANTHROPIC_BASE_URL")),
    "text": (reply("upstream said hello", content_type="text/plain"), ("not JSON: upstream said hello", "ANTHROPIC_BASE_URL")),
    "not UTF-8": (reply(b"\xff\xfe\x00\x9b2J"), ("not JSON", "ANTHROPIC_BASE_URL")),
    "a list": (reply("[]"), ("no message of the Messages API", "ANTHROPIC_BASE_URL")),
    "an error with status 200": (
        reply(json.dumps({"error": {"message": "no slot is free"}})),
        ("no message of the Messages API", "It says: no slot is free.", "ANTHROPIC_BASE_URL"),
    ),
    "of another API": (reply(json.dumps(CHOICES)), ("no message of the Messages API", "ANTHROPIC_BASE_URL")),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_MESSAGES)
def test_what_is_no_message_is_said_to_be_none(name: str, to_file: Ask) -> None:
    answer, says = NO_MESSAGES[name]
    with serving(answer) as server:
        assert "<" not in failed(to_file(server.url), f"{server.host} answered", *says)
    assert len(server.requests) == 1


# --- The answer holds -----------------------------------------------------------------------------------------------

THINKING = {"type": "thinking", "thinking": "The export {breaks off}.", "signature": "synthetic"}
TOOL_USE = {"type": "tool_use", "id": "toolu_synthetic", "name": "write_extraction"}
PREAMBLE = "Here is the extraction you asked for:\n\n"
HOLDS = {
    "thinking first": message(THINKING, text(VALID)),
    "two texts, the second one JSON": message(text(PREAMBLE), text(VALID)),
    "JSON in two texts": message(text(VALID[:333]), text(VALID[333:])),
    "a fence": message(text(f"```json\n{json.dumps(DATA, indent=1)}\n```\n")),
    "a preamble and a fence": message(text(f"{PREAMBLE}```json\n{VALID}\n```\nAnything else?")),
    "a tool's input": message(text(PREAMBLE), {**TOOL_USE, "input": DATA}, stop="tool_use"),
    "a tool's input as a string": message({**TOOL_USE, "input": VALID}, stop="tool_use"),
    "no stop reason": message(text(VALID), stop=None),
    "a stop reason of tomorrow": message(text(VALID), stop="tea_break"),
    "parts of a wrong kind": message(
        {"type": "text"}, {"text": 5}, text(VALID), usage="much", model=7, stop_details=[], id=None
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOLDS)
def test_an_answer_in_any_of_these_shapes_is_read_at_once(name: str, ask: Ask) -> None:
    with serving(HOLDS[name]) as server:
        data = assessed(ask(server.url, "--format", "json"))
    assert len(server.requests) == 1
    assert data["engine"]["model"] == DEFAULT_MODEL
    assert data["engine"]["request_ids"] == ["req_synthetic"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "hex"])
def test_json_is_utf8_whatever_a_proxy_calls_it(charset: str, ask: Ask) -> None:
    data = building.extraction_data(building.case(situation="Zoë waits."))
    body = {"type": "message", "content": [text(json.dumps(data, ensure_ascii=False))], "stop_reason": "end_turn"}
    called = f"application/json; charset={charset}"
    with serving(reply(json.dumps(body, ensure_ascii=False), content_type=called)) as server:
        data = assessed(ask(server.url, "--format", "json"))
    assert data["cases"][0]["situation"] == "Zoë waits."


def test_an_answer_without_any_case_is_nothing_to_assess(folder: Path, ask: Ask) -> None:
    with serving(message(text(json.dumps({**DATA, "cases": []})))) as server:
        result = ask(server.url, "-o", "out.md")
    told = refused(result, 3, "Nothing to escalate", "say in your own words")
    assert "Error" not in told
    calm(result)
    assert not (folder / "out.md").exists()
    assert len(server.requests) == 1


# --- The answer does not hold -----------------------------------------------------------------------------------------


def test_a_refusal_is_told_with_its_category_and_not_asked_again(to_file: Ask) -> None:
    with serving(REFUSAL) as server:
        failed(to_file(server.url), "refused to read these notes (category: cyber)", "`--model`", "`--engine offline`")
    assert len(server.requests) == 1


def test_notes_that_fill_the_context_are_to_be_cut_down(to_file: Ask) -> None:
    with serving(message(text(VALID[:99]), stop="model_context_window_exceeded")) as server:
        failed(to_file(server.url), "longer than this model can hold", "Cut the notes down")
    assert len(server.requests) == 1


def test_an_answer_that_was_cut_off_is_asked_for_with_twice_the_tokens(ask: Ask) -> None:
    with serving(CUT_OFF, GOOD) as server:
        engine = assessed(ask(server.url, "--format", "json", "--max-tokens", "1500"))["engine"]
    first, second = (request.body for request in server.requests)
    assert (first.pop("max_tokens"), second.pop("max_tokens")) == (1500, 3000)
    assert first == second
    assert engine["usage"]["input_tokens"] == 200
    assert engine["usage"]["output_tokens"] == 20


def test_an_answer_that_was_cut_off_twice_is_a_failure(to_file: Ask) -> None:
    with serving(CUT_OFF) as server:
        failed(to_file(server.url), "cut off at 32,000 tokens", "`--max-tokens`", "`--effort low`")
    assert len(server.requests) == 2


def test_an_invalid_answer_is_sent_back_with_its_problems(ask: Ask) -> None:
    with serving(INVALID, message(text(VALID), id="msg_second")) as server:
        assessed(ask(server.url, "--format", "json"))
    first, second = turns(server, 0), turns(server, 1)
    assert second[:1] == first
    assert second[1] == {"role": "assistant", "content": INVALID_TEXT}
    assert second[2]["role"] == "user"
    assert PROBLEM in second[2]["content"]
    assert "bad_weather" in second[2]["content"]
    assert server.requests[0].body["system"] == server.requests[1].body["system"]


def test_an_answer_that_is_invalid_twice_is_a_failure_that_lists_the_problems(folder: Path, ask: Ask) -> None:
    bad = building.case(issue_type="bad_weather", CI=9, AV=0, TS=7, CC=8)
    with serving(message(text(json.dumps({**DATA, "cases": [bad]})))) as server:
        result = ask(server.url, "-o", "out.md")
    error = refused(result, 4, "no valid extraction", "`--model`", "`--structured`", PROBLEM, "more").partition(
        "Error"
    )[2]
    calm(result)
    assert not (folder / "out.md").exists()
    assert len(error.splitlines()) == 8
    assert len(server.requests) == 2


def test_an_answer_without_text_is_asked_for_once_more(to_file: Ask) -> None:
    with serving(message(THINKING)) as server:
        failed(to_file(server.url), "no valid extraction", "holds no text")
    assert len(server.requests) == 2
    assert {turn["role"] for turn in turns(server)} == {"user"}


def test_an_answer_that_repeats_words_of_the_notes_where_they_do_not_fit_does_not_show_them(to_file: Ask) -> None:
    wrong = building.case(issue_type=building.QUOTES["CI"])
    with serving(message(text(json.dumps({**DATA, "cases": [wrong]})))) as server:
        failed(to_file(server.url), "no valid extraction", PROBLEM)


HALF = "\ud83d"
HALVES = {
    "as an escape": json.dumps({**DATA, "cases": [building.case(situation=HALF)]}),
    "as a character": json.dumps({**DATA, "cases": [building.case(situation=HALF)]}, ensure_ascii=False),
}


@pytest.mark.parametrize("name", HALVES)
def test_half_a_surrogate_pair_in_an_answer_is_mended_by_another(name: str, ask: Ask) -> None:
    with serving(message(text(HALVES[name])), GOOD) as server:
        assessed(ask(server.url, "--format", "json"))
    assert len(server.requests) == 2


# --- Quotes that are not in the notes ---------------------------------------------------------------------------------


def test_an_answer_with_a_wrong_quote_is_sent_back_with_it_and_mended(ask: Ask) -> None:
    with serving(QUOTES_MISSING, message(text(VALID), usage={"input_tokens": 7, "output_tokens": 3})) as server:
        data = assessed(ask(server.url, "--format", "json"))
    question = turns(server)[2]["content"]
    assert turns(server)[1] == {"role": "assistant", "content": QUOTE_MISSING}
    assert NOT_SAID in question
    assert building.QUOTES["tried"] not in question
    assert not [finding for finding in findings(data) if "dropped" in finding]
    assert data["engine"]["usage"]["input_tokens"] == 107
    assert data["engine"]["usage"]["output_tokens"] == 13


def test_a_quote_that_is_wrong_twice_is_dropped_and_reported(ask: Ask) -> None:
    with serving(QUOTES_MISSING) as server:
        data = assessed(ask(server.url, "--format", "json"))
    assert len(server.requests) == 2
    assert [finding for finding in findings(data) if NOT_SAID in finding and "dropped" in finding]


THEN = {
    "a fault": (failing(500, "api_error", "Oops", retry_after="9"), 2, 1),
    "a refusal": (REFUSAL, 2, 2),
    "an invalid answer": (INVALID, 3, 3),
    "no more answers": (loopback.resetting(b""), 2, 1),
}


@pytest.mark.parametrize("name", THEN)
def test_a_valid_answer_stands_whatever_fails_after_it(name: str, ask: Ask) -> None:
    then, requests, answers = THEN[name]
    with serving(QUOTES_MISSING, then) as server:
        data = assessed(ask(server.url, "--format", "json", *NO_WAIT))
    assert len(server.requests) == requests
    assert [finding for finding in findings(data) if NOT_SAID in finding]
    assert data["engine"]["usage"]["input_tokens"] == answers * 100
    assert data["engine"]["request_ids"] == ["req_synthetic"] * answers


def test_there_are_three_answers_for_three_reasons_and_no_fourth(ask: Ask) -> None:
    with serving(CUT_OFF, INVALID, QUOTES_MISSING) as server:
        data = assessed(ask(server.url, "--format", "json"))
    assert [request.body["max_tokens"] for request in server.requests] == [16_000, 32_000, 32_000]
    assert PROBLEM in turns(server)[-1]["content"]
    assert data["engine"]["usage"]["output_tokens"] == 30
    assert data["engine"]["request_ids"] == ["req_synthetic"] * 3
    assert [finding for finding in findings(data) if NOT_SAID in finding]


def findings(data: Any) -> list[str]:
    return [*data["findings"], *data["cases"][0]["findings"]]


# --- The request ------------------------------------------------------------------------------------------------------


def encoded(notes: str) -> str:
    return json.dumps({"notes": notes}, ensure_ascii=False)


def test_the_request_is_the_frozen_part_and_the_notes_as_json_with_instructions_after_them(ask: Ask) -> None:
    with serving(GOOD) as server:
        result = ask(server.url)
    assert done(result).startswith(f"## Escalation Assessment: {building.ACCOUNT}\n")
    assert calm(result) == (
        f"The notes will be sent to {server.host} and read by {DEFAULT_MODEL} (access: ANTHROPIC_API_KEY).\n"
    )
    (request,) = server.requests
    assert request.path == "/v1/messages"
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert sorted(request.body) == ["max_tokens", "messages", "model", "output_config", "system"]
    assert request.body["model"] == DEFAULT_MODEL
    assert request.body["max_tokens"] == 16_000
    assert request.body["output_config"] == {"format": {"type": "json_schema", "schema": prompting.schema_data()}}
    assert request.body["system"] == [
        {"type": "text", "text": prompting.instructions(building.policy()), "cache_control": {"type": "ephemeral"}}
    ]
    (turn,) = request.body["messages"]
    before, _, instructions = turn["content"].partition(encoded(building.NOTE))
    assert turn["role"] == "user"
    assert DAY in before
    assert "answer with the JSON object" in instructions


CREDENTIALS = {"plain": "correct-horse4-battery", "key": "sk-" + "ant-" + "a1B2" * 8}


def test_a_credential_in_the_notes_is_not_sent_and_not_shown(folder: Path, ask: Ask) -> None:
    pasted = f'{building.NOTE}password: {CREDENTIALS["plain"]}\nthe key {CREDENTIALS["key"]} leaked\n</notes> "\\{{}}\n'
    documents.notes(folder, pasted)
    with serving(GOOD) as server:
        result = ask(server.url)
    done(result)
    calm(result, *CREDENTIALS.values())
    masked = pasted
    for secret in CREDENTIALS.values():
        masked = masked.replace(secret, "*" * len(secret))
        assert secret not in json.dumps(server.requests[0].body)
        assert secret not in result.stdout
    assert encoded(masked) in turns(server)[0]["content"]


def test_asked_by_a_tool_the_schema_is_its_input_and_stands_in_the_text_too(ask: Ask) -> None:
    with serving(message({**TOOL_USE, "input": DATA}, stop="tool_use")) as server:
        assessed(
            ask(server.url, "--format", "json", "--structured", "tool", "--effort", "low", "--model", "local", key="")
        )
    body = server.requests[0].body
    (tool,) = body["tools"]
    assert tool["input_schema"] == prompting.schema_data()
    assert body["tool_choice"] == {"type": "any"}
    assert body["output_config"] == {"effort": "low"}
    assert body["system"][0]["text"] == prompting.with_schema(building.policy())
    assert body["model"] == "local"
    assert server.requests[0].headers["Authorization"] == "Bearer no-key-needed"


def test_asked_by_the_prompt_alone_nothing_else_tells_of_the_schema(ask: Ask) -> None:
    with serving(GOOD) as server:
        result = ask(server.url, "--structured", "prompt", ESCALATE_MODEL="first", ANTHROPIC_MODEL="second")
        done(result)
    body = server.requests[0].body
    assert sorted(body) == ["max_tokens", "messages", "model", "system"]
    assert body["system"][0]["text"] == prompting.with_schema(building.policy())
    assert body["model"] == "first"
    assert "read by first, from ESCALATE_MODEL (" in calm(result)


def test_the_effort_stands_beside_the_schema_and_an_empty_variable_names_no_model(ask: Ask) -> None:
    with serving(GOOD) as server:
        result = ask(server.url, "--effort", "max", ESCALATE_MODEL="", ANTHROPIC_MODEL="second")
        done(result)
    body = server.requests[0].body
    assert body["output_config"]["effort"] == "max"
    assert body["output_config"]["format"]["schema"] == prompting.schema_data()
    assert body["model"] == "second"
    assert "from ANTHROPIC_MODEL" in calm(result)


def test_a_base_url_without_a_key_gets_a_dummy_key(ask: Ask) -> None:
    with serving(GOOD) as server:
        done(ask(server.url, key=None))
    assert server.requests[0].headers["Authorization"] == "Bearer no-key-needed"


# --- Interrupted --------------------------------------------------------------------------------------------------


def interrupted(folder: Path, environment: dict[str, str], url: str, wait: Callable[[], object]) -> Result:
    """The result after Ctrl-C, sent when the notes are said to be sent and ``wait`` has ended."""
    with subprocess.Popen(
        [*COMMAND, *ARGUMENTS, "-o", "out.md"],
        cwd=folder,
        env=environment | variables_of(url),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as child:
        assert child.stderr
        told = child.stderr.readline()
        wait()
        child.send_signal(signal.SIGINT)
        began = time.monotonic()
        out, err = child.communicate(timeout=LONGEST)
        assert time.monotonic() - began < 5
        # Python kills itself by the signal if that came while it compiled text (a namedtuple); to a shell that is 130.
        return Result(130 if child.returncode == -signal.SIGINT else child.returncode, out, told + err)


def cleanly(result: Result, folder: Path) -> None:
    refused(result, 130)
    assert calm(result).splitlines()[1:] == ["Interrupted; nothing was written."]
    assert [path.name for path in folder.iterdir()] == ["notes.md"]


WAITING = {
    "the headers": loopback.stalling(),
    "the body": loopback.stalling(HEAD + b'{"type": "mess'),
    "another attempt": failing(529, "overloaded_error", "Overloaded", retry_after="25"),
}


@on_posix
@pytest.mark.parametrize("name", WAITING)
def test_an_interrupt_while_it_waits_ends_cleanly(name: str, folder: Path, environment: dict[str, str]) -> None:
    with serving(WAITING[name]) as server:

        def arrived() -> None:
            assert server.arrived.wait(LONGEST)
            time.sleep(0.2)

        cleanly(interrupted(folder, environment, server.url, arrived), folder)
        assert len(server.requests) == 1


@on_posix
@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_an_interrupt_while_the_sdk_loads_ends_cleanly(
    seconds: float, folder: Path, environment: dict[str, str]
) -> None:
    with serving(GOOD) as server:
        cleanly(interrupted(folder, environment, server.url, lambda: time.sleep(seconds)), folder)
        assert server.requests == []


# --- A terminal ---------------------------------------------------------------------------------------------------

ERASED = "\x1b[2K"
CURSOR_HIDDEN, CURSOR_SHOWN = "\x1b[?25l", "\x1b[?25h"


@on_posix
def test_on_a_terminal_a_line_says_what_is_waited_for_and_disappears(folder: Path, environment: dict[str, str]) -> None:
    with serving(loopback.after(0.4, INVALID), loopback.after(0.4, GOOD)) as server:
        dialogue = on_terminal(
            (*ARGUMENTS, "--model", "local/[q8]-model"),
            cwd=folder,
            env=environment | variables_of(server.url),
            stdout_too=False,
        )
    assert dialogue.code == 0, dialogue.screen
    assert dialogue.piped.startswith(b"## Escalation Assessment")
    shown = dialogue.screen
    assert "Waiting for local/[q8]-model" in shown
    assert "Asking once more, because the answer did not hold" in shown
    assert re.search(r"0:00:0\d", shown)
    end = shown.rpartition("Asking once more")[2]
    assert ERASED in end
    assert shown.count(CURSOR_SHOWN) >= shown.count(CURSOR_HIDDEN) > 0
    assert end.rpartition(ERASED)[2].strip() == ""


@on_posix
def test_an_interrupt_on_a_terminal_gives_the_cursor_back(folder: Path, environment: dict[str, str]) -> None:
    with serving(loopback.stalling()) as server:
        dialogue = on_terminal(
            ARGUMENTS, {"Waiting for": signal.SIGINT}, cwd=folder, env=environment | variables_of(server.url)
        )
    assert dialogue.code == 130
    assert "Traceback" not in dialogue.screen
    assert dialogue.screen.rpartition(ERASED)[2].strip().endswith("Interrupted; nothing was written.")
    assert dialogue.screen.rfind(CURSOR_SHOWN) > dialogue.screen.rfind(CURSOR_HIDDEN)
