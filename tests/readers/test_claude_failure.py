"""Every way in which a request can fail: what is said, and whether it is tried again."""

from __future__ import annotations

import email.utils
import socket
import ssl
from collections.abc import Callable, Mapping
from typing import Any

import anthropic
import httpx2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.errors import ReaderFailed
from escalation.readers.claude.access import Access
from escalation.readers.claude.failure import (
    Circumstances,
    Failure,
    Refusal,
    of_configuration,
    of_connection,
    of_credentials,
    of_nothing,
    of_response,
)
from escalation.readers.claude.settings import Model, Settings
from escalation.readers.claude.transport import Transport

HOST = "llm.example.com:8443"
SOURCE = "ANTHROPIC_API_KEY"
KEY = "key-swordfish"
NOW = 1_795_000_000.0
SETTINGS = Settings(Model("claude-sonnet-5-5", None), timeout=7.5)
REQUEST = httpx2.Request("POST", f"https://{HOST}/v1/messages")
AROUND = Circumstances(HOST, SETTINGS, SOURCE, {})


def refusal(
    status: int,
    code: str | None = None,
    message: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Failure:
    body = {"error": {"message": message}} if message else None
    return of_response(Refusal(status, code, body, headers or {}), AROUND, NOW)


# --- A response with an error status ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "what", "advice", "again"),
    [
        (301, "redirects to another address, and notes are not sent on", "ANTHROPIC_BASE_URL", False),
        (307, "redirects to another address", "ANTHROPIC_BASE_URL", False),
        (308, "redirects to another address", "ANTHROPIC_BASE_URL", False),
        (400, "does not accept the request", "`--structured tool` or `prompt`", False),
        (401, "does not accept the key", "It came from ANTHROPIC_API_KEY", False),
        (402, "lack of payment", "billing", False),
        (403, "does not allow this", "from ANTHROPIC_API_KEY: may it use claude-sonnet-5-5?", False),
        (404, "no Messages API at this address", "without /v1", False),
        (408, "could not take the request now", "Try again", True),
        (409, "could not take the request now", "Try again", True),
        (413, "too large", "Cut them down", False),
        (418, "refuses", "whoever runs that server", False),
        (407, "wants a name and a password", "HTTPS_PROXY", False),
        (422, "does not accept the request", "`--structured tool` or `prompt`", False),
        (429, "rate limit", "Try again later", True),
        (431, "refuses", "whoever runs that server", False),
        (500, "a fault of its own", "in some minutes", True),
        (501, "a fault of its own", "in some minutes", True),
        (502, "a fault of its own", "in some minutes", True),
        (503, "overloaded", "in some minutes", True),
        (504, "a fault of its own", "in some minutes", True),
        (529, "overloaded", "in some minutes", True),
        (599, "a fault of its own", "in some minutes", True),
    ],
)
def test_every_status_has_its_own_sentence_and_advice(
    status: int,
    what: str,
    advice: str,
    again: bool,  # noqa: FBT001
) -> None:
    found = refusal(status)
    assert HOST in found.reason
    assert what in found.reason
    assert f"({status})." in found.reason
    assert advice in found.advice
    assert found.again is again
    assert found.wait is None
    assert str(found) == f"{found.reason} {found.advice}"
    assert "{" not in str(found)


@pytest.mark.parametrize(
    ("set_by", "told"),
    [
        (None, "no model best-model (404). model: best-model."),
        ("--model", "no model best-model (from --model) (404). model: best-model."),
    ],
)
def test_an_unknown_model_is_named_with_what_set_it(set_by: str | None, told: str) -> None:
    settings = Settings(Model("best-model", set_by))
    found = of_response(
        Refusal(404, None, {"error": {"message": "model: best-model"}}, {}),
        AROUND._replace(settings=settings),
        NOW,
    )
    assert told in found.reason
    assert "`--model`" in found.advice
    assert not found.again


@pytest.mark.parametrize("code", ["spend_limit_reached", "enforced_spend_limit", "contract_spend_limit_reached"])
def test_a_spend_limit_is_no_rate_limit_and_not_tried_again(code: str) -> None:
    found = refusal(429, code)
    assert "spend limit" in found.reason
    assert "Raise it" in found.advice
    assert not found.again


@pytest.mark.parametrize("code", [None, "", "requests_per_minute"])
def test_any_other_429_is_a_rate_limit(code: str | None) -> None:
    assert "rate limit" in refusal(429, code).reason


def test_an_address_that_is_not_there_is_no_unknown_model() -> None:
    found = of_response(Refusal(404, None, {"error": {"message": "Not Found"}}, {}), AROUND, NOW)
    assert "no Messages API at this address (404). Not Found." in found.reason
    assert "without /v1" in found.advice


def test_a_spend_limit_is_only_one_where_the_status_says_so() -> None:
    assert "spend" not in refusal(500, "spend_limit_reached").reason


def test_what_the_server_says_and_the_number_of_the_request_are_shown() -> None:
    found = refusal(400, message="max_tokens:\n too  many", headers={"request-id": "req_7"})
    assert "(400, request req_7). max_tokens: too many." in found.reason


@pytest.mark.parametrize("text", ["{}", "{0}", "{host}", "{told", "}", "%s", "{model.__class__}"])
def test_braces_stay_what_they_are(text: str) -> None:
    around = Circumstances(text, Settings(Model(text, text)), text, {})
    for status in (400, 401, 403, 404, 429, 500):
        found = of_response(Refusal(status, None, text, {"request-id": text}), around, NOW)
        assert text in found.reason
        assert f"request {text})" in found.reason
    for make in (gaierror, refused, broken, tls):
        assert text in of_connection(make(text), around).reason
    assert text in str(of_credentials(ValueError(text), around))
    assert text in str(of_configuration(ValueError(text), {}))


def test_control_characters_of_a_server_are_written_out() -> None:
    assert "\x1b" not in refusal(500, message="\x1b[2J").reason


@pytest.mark.parametrize("status", [300, 400, 401, 404, 413, 429, 500, 529])
@pytest.mark.parametrize(("asked", "again"), [("true", True), ("false", False)])
def test_a_server_that_says_whether_to_try_again_has_its_way(
    status: int,
    asked: str,
    again: bool,  # noqa: FBT001
) -> None:
    assert refusal(status, headers={"x-should-retry": asked}).again is again


def test_a_spend_limit_is_not_tried_again_whatever_the_server_says() -> None:
    assert not refusal(429, code="spend_limit_reached", headers={"x-should-retry": "true"}).again


@pytest.mark.parametrize("asked", ["", "yes", "1", "True?"])
def test_a_server_that_says_something_else_about_it_has_no_say(asked: str) -> None:
    assert refusal(429, headers={"x-should-retry": asked}).again
    assert not refusal(400, headers={"x-should-retry": asked}).again


def test_headers_are_found_whatever_their_case_as_the_transport_gives_them() -> None:
    headers = httpx2.Headers({"Retry-After": "3", "X-Should-Retry": "false", "Request-Id": "req_9"})
    found = of_response(Refusal(500, None, None, headers), AROUND, NOW)
    assert (found.wait, found.again) == (3, False)
    assert "request req_9" in found.reason


@given(st.integers(300, 599), st.text(), st.text(), st.dictionaries(st.text(), st.text()))
def test_whatever_a_server_says_the_sentence_ends_and_names_the_way_without_it(
    status: int, code: str, message: str, headers: dict[str, str]
) -> None:
    found = str(refusal(status, code, message, headers))
    assert found.startswith((HOST, "The notes are too large", "The spend limit", "The proxy before"))
    assert found.endswith((".", "?"))
    assert "\n" not in found


STRANGE: list[Any] = [None, 5, True, [], ["x"], {}, {"a": 1}, "", "text"]


@pytest.mark.parametrize("value", STRANGE, ids=str)
@pytest.mark.parametrize("field", ["error", "type", "message", "details", "error_code"])
def test_a_body_of_any_shape_is_a_sentence_too(field: str, value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    error: dict[str, Any] = {"type": "invalid_request_error", "message": "It broke", field: value}
    error["details"] = value if field == "details" else {"error_code": value if field == "error_code" else None}
    body = {"type": "error", "error": value if field == "error" else error}

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, json=body, request=request)

    monkeypatch.setattr(
        anthropic, "DefaultHttpxClient", lambda **_: httpx2.Client(transport=httpx2.MockTransport(answer))
    )
    monkeypatch.setenv("ANTHROPIC_BASE_URL", f"https://{HOST}")
    transport = Transport(SETTINGS, Access("ANTHROPIC_BASE_URL", "key"))
    for status in (400, 404):
        with pytest.raises(ReaderFailed, match=f"^{HOST} .*\\({status}\\)"):
            transport.send({"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": "a"}]}, print)
    transport.close()


# --- How long to wait ---------------------------------------------------------------------------------------------


def http_date(seconds: float) -> str:
    return email.utils.formatdate(NOW + seconds, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "6"}, 6),
        ({"retry-after": " 6 "}, 6),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "1e3"}, 1_000),
        ({"retry-after": "3600"}, 3_600),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9),
        ({"retry-after-ms": "-1", "retry-after": "9"}, 9),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": http_date(90)}, 90),
        ({"retry-after": http_date(0)}, 0),
        ({"retry-after": http_date(-90)}, 0),
        ({"retry-after-ms": "nan", "retry-after": http_date(5)}, 5),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "2026-11-23T10:00:00Z"}, None),
        ({"retry-after": "-jan- x y"}, None),
    ],
)
def test_the_wait_is_what_the_server_asks_for(headers: dict[str, str], expected: float | None) -> None:
    assert refusal(429, headers=headers).wait == expected


HEADER_VALUES = st.one_of(
    st.text(),
    st.floats().map(str),
    st.integers().map(str),
    st.dates().map(str),
    st.text("0123456789-+:., JanMonGT", max_size=30),
    st.lists(
        st.sampled_from(["Mon,", "23", "Nov", "2026", "jan", "10:00:00", "9:9", "GMT", "+9999", "-", ",", "1-Jan-99", "."]),
        max_size=7,
    ).map(" ".join),
)  # fmt: skip


@given(HEADER_VALUES, HEADER_VALUES)
@example("Mon, 23 Nov 99999999999999 10:00:00 GMT", "")
@example("Mon, 99 Nov 2026 99:99:99 GMT", "")
@example("Mon, 1 Jan 0 00:00", "")
@example("Mon, 23 Nov 2026 10:00:00 +99999999999999999999", "")
@example("²", "²")
@example("23 Nov 2026 ²:00:00", "")
def test_whatever_the_header_says_the_wait_is_none_or_some_time(after: str, milliseconds: str) -> None:
    found = refusal(429, headers={"retry-after": after, "retry-after-ms": milliseconds}).wait
    assert found is None or found >= 0
    found = refusal(429, headers={"retry-after": after}).wait
    assert found is None or found >= 0


# --- No response --------------------------------------------------------------------------------------------------


def chain(*errors: BaseException, timeout: bool = False) -> BaseException:
    """What the SDK raises, each of ``errors`` being the cause of the one before it."""
    outer = anthropic.APITimeoutError(REQUEST) if timeout else anthropic.APIConnectionError(request=REQUEST)
    current: BaseException = outer
    for error in errors:
        current.__cause__ = error
        current = error
    return outer


def gaierror(told: str = "Name or service not known") -> BaseException:
    return chain(httpx2.ConnectError(told), socket.gaierror(-2, told))


def refused(told: str = "Connection refused") -> BaseException:
    return chain(httpx2.ConnectError(f"[Errno 111] {told}"), ConnectionRefusedError(111, told))


def tls(told: str = "certificate verify failed: self-signed certificate") -> BaseException:
    return chain(httpx2.ConnectError(told), ssl.SSLCertVerificationError(1, told))


def broken(told: str = "peer closed connection without sending complete message body") -> BaseException:
    return chain(httpx2.RemoteProtocolError(told))


@pytest.mark.parametrize(
    ("error", "what", "advice", "again"),
    [
        (gaierror(), f"The name {HOST} cannot be looked up", "online", False),
        (tls(), f"No secure connection to {HOST}: ", "SSL_CERT_FILE", False),
        (chain(httpx2.ConnectError("x"), ssl.SSLError(1, "wrong version number")), "No secure connection", "http://", False),
        (refused(), f"Nobody listens at {HOST}", "Does the server run?", False),
        (chain(httpx2.ProxyError("407 Proxy Authentication Required")), "The proxy refuses: 407 Proxy", "HTTPS_PROXY", False),
        (chain(httpx2.UnsupportedProtocol("no 'http://'")), "The address cannot be used.", "ANTHROPIC_BASE_URL", False),
        (chain(httpx2.InvalidURL("Invalid port: 'x'")), "The address cannot be used.", "ANTHROPIC_BASE_URL", False),
        (chain(httpx2.LocalProtocolError("Illegal header value")), "no header may hold", "ANTHROPIC_API_KEY", False),
        (chain(UnicodeEncodeError("ascii", "’", 0, 1, "ordinal")), "no header may hold", "quote mark", False),
        (chain(httpx2.ConnectTimeout("timed out"), TimeoutError(), timeout=True), f"No connection to {HOST} in time", "firewall", False),
        (chain(httpx2.ReadTimeout("timed out"), TimeoutError(), timeout=True), "no whole answer within 7.5 s", "`--timeout 300`", False),
        (chain(httpx2.WriteTimeout("timed out"), timeout=True), "no whole answer within 7.5 s", "`--timeout 300`", False),
        (chain(httpx2.PoolTimeout("timed out"), timeout=True), "no whole answer within 7.5 s", "`--timeout 300`", False),
        (chain(httpx2.DecodingError("Error -3")), "cannot be unpacked", "proxy", False),
        (broken(), f"The connection to {HOST} broke off: peer closed", "Try again.", True),
        (chain(httpx2.ReadError("reset"), ConnectionResetError(104, "Connection reset by peer")), "broke off: [Errno 104]", "Try again.", True),
        (chain(httpx2.WriteError(""), BrokenPipeError(32, "Broken pipe")), "broke off: [Errno 32] Broken pipe.", "Try again.", True),
        (chain(httpx2.ReadError("the body does not end")), "broke off: the body does not end.", "Try again.", True),
        (chain(httpx2.ReadError("")), "broke off: no reason is given.", "Try again.", True),
        (chain(), "broke off: no reason is given.", "Try again.", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_every_cause_has_its_own_sentence_and_advice(
    error: BaseException,
    what: str,
    advice: str,
    again: bool,  # noqa: FBT001
) -> None:
    found = of_connection(error, AROUND)
    assert what in found.reason
    assert advice in found.advice
    assert (found.again, found.wait) == (again, None)
    assert "\n" not in str(found)
    assert "{" not in str(found)


def test_the_client_itself_raises_what_is_told_apart_here() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    client = anthropic.Anthropic(
        api_key=KEY,
        base_url=f"http://127.0.0.1:{port}",
        max_retries=0,
        http_client=httpx2.Client(trust_env=False),
        open_telemetry=False,
    )
    with client, pytest.raises(anthropic.APIConnectionError) as caught:
        client.messages.create(model="m", max_tokens=1, messages=[{"role": "user", "content": "a"}])
    assert "Nobody listens at" in of_connection(caught.value, AROUND).reason


def wrapped(error: BaseException, how: str) -> BaseException:
    """``error`` behind one more exception: as its cause, or as what was being handled when it was raised."""
    outer = anthropic.APIConnectionError(request=REQUEST)
    inner = httpx2.ConnectError("all attempts failed")
    if how == "cause":
        outer.__cause__, inner.__cause__ = inner, error
    else:
        outer.__context__, inner.__context__ = inner, error
    return outer


@pytest.mark.parametrize("how", ["cause", "context"])
@pytest.mark.parametrize(
    ("error", "what"),
    [
        (socket.gaierror(-2, "unknown"), "cannot be looked up"),
        (ssl.SSLEOFError(8, "EOF occurred"), "No secure connection"),
        (ConnectionRefusedError(111, "refused"), "Nobody listens"),
    ],
)
def test_the_cause_is_found_however_deep_it_lies(error: BaseException, what: str, how: str) -> None:
    assert what in of_connection(wrapped(error, how), AROUND).reason


@pytest.mark.parametrize("length", [1, 2, 3])
def test_causes_that_go_round_in_a_circle_come_to_an_end(length: int) -> None:
    errors: list[BaseException] = [httpx2.ReadError(f"number {number}") for number in range(length)]
    for error, following in zip(errors, [*errors[1:], errors[0]], strict=True):
        error.__cause__ = following
    outer = anthropic.APIConnectionError(request=REQUEST)
    outer.__cause__ = errors[0]
    found = of_connection(outer, AROUND)
    assert f"broke off: number {length - 1}." in found.reason
    outer.__cause__ = outer
    assert "broke off" in of_connection(outer, AROUND).reason


@pytest.mark.parametrize(
    "error",
    [
        chain(httpx2.LocalProtocolError(f"Illegal header value b'Bearer {KEY}\\n'")),
        chain(httpx2.LocalProtocolError(f"Illegal header value b'Bearer {KEY}\\n'"), ValueError(f"Bearer {KEY}")),
        chain(UnicodeEncodeError("ascii", f"Bearer {KEY}’", 7 + len(KEY), 8 + len(KEY), f"not in {KEY}")),
    ],
)
def test_the_key_is_not_repeated_where_a_header_is_at_fault(error: BaseException) -> None:
    found = of_connection(error, AROUND)
    assert "swordfish" not in str(found)
    assert "swordfish" not in repr(found)
    assert "no header may hold" in found.reason


@given(st.text(), st.lists(st.sampled_from([OSError, ValueError, httpx2.ReadError, RuntimeError]), max_size=4))
def test_whatever_the_causes_say_there_is_one_sentence(text: str, kinds: list[Callable[[str], BaseException]]) -> None:
    found = of_connection(chain(*(kind(text) for kind in kinds)), AROUND)
    assert found.reason.startswith(f"The connection to {HOST} broke off: ")
    assert found.reason.isprintable()


# --- No client ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (anthropic.CredentialsError("Credentials file not found"), "Credentials file not found. "),
        (ValueError("two\nlines\x1b"), "two lines\\x1b. "),
    ],
)
def test_a_profile_that_gives_no_token_is_named(error: Exception, told: str) -> None:
    found = of_credentials(error, AROUND._replace(source="ANTHROPIC_PROFILE"))
    assert "No token could be had from ANTHROPIC_PROFILE: " in str(found)
    assert told in str(found)
    assert "Log in again" in found.advice
    assert not found.again


def test_access_that_holds_nothing_is_named() -> None:
    found = of_nothing("the default profile in {home}")
    assert "neither key nor token in the default profile in {home}." in str(found)
    assert "ANTHROPIC_API_KEY" in found.advice
    assert not found.again


def test_a_client_that_could_not_be_made_says_why_and_what_to_check() -> None:
    found = of_configuration(ValueError("Unknown scheme for proxy"), {})
    assert "cannot be set up: Unknown scheme for proxy." in found.reason
    assert "proxy variables" in found.advice
    assert not found.again


@pytest.mark.parametrize("variable", ["ANTHROPIC_BASE_URL", "HTTPS_PROXY"])
@pytest.mark.parametrize("between", ["/", "?", "#", "\n", "[", "@:"])
def test_no_part_of_a_password_is_shown_where_an_address_does_not_hold(
    variable: str, between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://127.0.0.1:9")
    monkeypatch.setenv(variable, f"http://csm:sword{between}fish@127.0.0.1:9x")
    transport = Transport(SETTINGS, Access("ANTHROPIC_BASE_URL", "key"))
    with pytest.raises(ReaderFailed, match="cannot be set up") as caught:
        transport.send({"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": "a"}]}, print)
    assert "sword" not in str(caught.value)
    assert "fish" not in str(caught.value)


def test_a_failure_is_its_reason_and_its_advice() -> None:
    assert str(Failure("It broke.", "Mend it.")) == "It broke. Mend it."
