"""Every way in which a request can fail, as one sentence that says what to do, and whether to try again."""

from __future__ import annotations

import email.utils
import math
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from escalation.readers.claude.access import BASE_URL
from escalation.readers.claude.answer import shown
from escalation.readers.claude.settings import Settings

_REDIRECTS: Final = range(300, 400)
_SPEND_LIMIT: Final = "spend_limit"
_PROXIES: Final = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
_CERTIFICATES: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@dataclass(frozen=True)
class Failure:
    """``reason`` and ``advice`` are a sentence each; ``again`` when another attempt may succeed.

    ``wait`` are the seconds that the server wants to be left alone; None where it does not say.
    """

    reason: str
    advice: str
    again: bool = False
    wait: float | None = None

    def __str__(self) -> str:
        """What the user reads."""
        return f"{self.reason} {self.advice}"


class Circumstances(NamedTuple):
    """Whom we asked and how; ``source`` gave the access."""

    host: str
    settings: Settings
    source: str
    environment: Mapping[str, str]

    def fill(self, text: str, **more: str) -> str:
        """``text`` with what it names in braces."""
        model, set_by = self.settings.model
        return text.format(
            host=self.host,
            model=model,
            chosen=f" (from {set_by})" if set_by else "",
            source=self.source,
            timeout=f"{self.settings.timeout:g}",
            check=f" Is {BASE_URL} right?" if self.environment.get(BASE_URL) else "",
            proxy=self.proxy or "",
            **more,
        )

    @property
    def proxy(self) -> str | None:
        """The variable that names the proxy between us, None where there is none."""
        # It takes a while to load, and is seldom needed; its types are not published.
        from urllib.request import proxy_bypass_environment  # type: ignore[attr-defined]

        set_ = {name.lower(): value for name, value in self.environment.items() if name.lower().endswith("_proxy")}
        if proxy_bypass_environment(self.host, {"no": set_.get("no_proxy", "")}):
            return None
        scheme = "HTTP_PROXY" if self.environment.get(BASE_URL, "").startswith("http://") else "HTTPS_PROXY"
        return next((name for name in (scheme, "ALL_PROXY") if set_.get(name.lower())), None)


class Refusal(NamedTuple):
    """A response with an error status: its code as the API gives it, and the whole body."""

    status: int
    code: str | None
    body: object
    headers: Mapping[str, str]


class _Told(NamedTuple):
    """What happened, what to do about it, and whether another attempt may succeed."""

    what: str
    advice: str
    again: bool = False


_REDIRECT: Final = _Told(
    "{host} redirects to another address, and notes are not sent on", "Set ANTHROPIC_BASE_URL to the right one."
)
_UNKNOWN_MODEL: Final = _Told("{host} has no model {model}{chosen}", "Name another with `--model`.")
_SPENT: Final = _Told("The spend limit at {host} is reached", "Raise it, or wait until it is renewed.")
_FAULT: Final = _Told("{host} has a fault of its own", "Try again in some minutes.", again=True)
_OVERLOADED: Final = _Told("{host} is overloaded", "Try again in some minutes.", again=True)
_BUSY: Final = _Told("{host} could not take the request now", "Try again.", again=True)
_OTHER: Final = _Told("{host} refuses", "If it stays so, ask whoever runs that server.")
_NOT_ACCEPTED: Final = _Told(
    "{host} does not accept the request",
    "If a parameter is at fault, try `--structured tool` or `prompt`, leave `--effort` out, or lower `--max-tokens`.",
)
_BY_STATUS: Final = {
    400: _NOT_ACCEPTED,
    401: _Told("{host} does not accept the key", "It came from {source}: check it, or set another."),
    402: _Told("{host} refuses for lack of payment", "Mend the billing of this account."),
    403: _Told("{host} does not allow this", "Access came from {source}: may it use {model}?"),
    404: _Told("{host} has no Messages API at this address", "Check ANTHROPIC_BASE_URL; it goes without /v1."),
    407: _Told("The proxy before {host} wants a name and a password", "Set them in HTTPS_PROXY or HTTP_PROXY."),
    408: _BUSY,
    409: _BUSY,
    413: _Told("The notes are too large for {host}", "Cut them down to what concerns the problem."),
    422: _NOT_ACCEPTED,
    429: _Told(
        "{host} has a rate limit, and it is reached",
        "Try again later.",
        again=True,
    ),
    503: _OVERLOADED,
    529: _OVERLOADED,
}


def of_response(refusal: Refusal, around: Circumstances, now: float) -> Failure:
    """The failure behind an error status; ``now`` is in seconds since 1970."""
    words = _words(refusal.body)
    told = _told(refusal, words)
    request_id = refusal.headers.get("request-id")
    number = f"{refusal.status}, request {request_id}" if request_id else f"{refusal.status}"
    said = f" {shown(words)}" if words else ""
    asked = refusal.headers.get("x-should-retry")
    again = asked == "true" if asked in ("true", "false") and told is not _SPENT else told.again
    reason = f"{around.fill(told.what)} ({number}).{said}"
    return Failure(reason, around.fill(told.advice), again, _wait(refusal.headers, now))


def _told(refusal: Refusal, words: str | None) -> _Told:
    status = refusal.status
    if status in _REDIRECTS:
        return _REDIRECT
    if status == HTTPStatus.NOT_FOUND and "model" in (words or "").lower():
        return _UNKNOWN_MODEL
    if status == HTTPStatus.TOO_MANY_REQUESTS and _SPEND_LIMIT in (refusal.code or ""):
        return _SPENT
    return _BY_STATUS.get(status, _FAULT if status >= HTTPStatus.INTERNAL_SERVER_ERROR else _OTHER)


def _words(body: Any) -> str | None:
    """What an error says for people: {"error": {"message": ...}} at the API, other shapes at local servers."""
    if isinstance(body, list):
        body = body[0] if body else None
    if isinstance(body, dict):
        keys = ("error", "message", "detail", "msg")
        return next((words for key in keys if (words := _words(body.get(key)))), None)
    return body if isinstance(body, str) and body.strip() and not body.lstrip().startswith("<") else None


def _wait(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait by ``retry-after-ms`` or ``retry-after``, which is a number or a date (RFC 9110, 10.2.3)."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) / unit
        except (KeyError, ValueError):
            continue
        if seconds >= 0 and math.isfinite(seconds):
            return seconds
    date = email.utils.parsedate_tz(headers.get("retry-after", ""))
    try:
        return max(email.utils.mktime_tz(date) - now, 0) if date else None
    except (OverflowError, ValueError):
        return None


_HEADER: Final = _Told(
    "The key or a custom header holds a character that no header may hold",
    "Look for a line break or a quote mark in ANTHROPIC_API_KEY, ANTHROPIC_AUTH_TOKEN and ANTHROPIC_CUSTOM_HEADERS.",
)
_LATE: Final = _Told(
    "{host} gave no whole answer within {timeout} s",
    "Wait longer with `--timeout 300`, or let the model think less with `--effort low`.",
)
_UNREACHED: Final = frozenset(["ConnectionRefusedError", "gaierror", "ConnectTimeout"])
_NO_PROXY: Final = _Told(
    "Neither {host} nor the proxy before it can be reached", "Is {proxy} right? NO_PROXY names servers that need none."
)
_BROKEN: Final = _Told("The connection to {host} broke off: {told}", "Try again.", again=True)

# What the transport raises, by the names of its classes (they are at hand only once it is loaded) and of their bases;
# the first row that fits counts. {told} is the cause's own words: left out where they would repeat key or password.
_BY_CAUSE: Final[tuple[tuple[frozenset[str], _Told], ...]] = (
    (
        frozenset(["ProxyError"]),
        _Told("The proxy refuses: {told}", "Check HTTPS_PROXY and its password, or set NO_PROXY."),
    ),
    (frozenset(["gaierror"]), _Told("The name {host} cannot be looked up", "Is this machine online?{check}")),
    (
        frozenset(["SSLError"]),
        _Told(
            "No secure connection to {host}: {told}",
            "Where a company inspects traffic, set SSL_CERT_FILE to its certificates; "
            "a local server's address may begin with http://.",
        ),
    ),
    (frozenset(["ConnectionRefusedError"]), _Told("Nobody listens at {host}", "Does the server run?{check}")),
    (
        frozenset(["UnsupportedProtocol", "InvalidURL"]),
        _Told("The address cannot be used", "Set ANTHROPIC_BASE_URL to one like http://127.0.0.1:8080."),
    ),
    (frozenset(["LocalProtocolError", "UnicodeEncodeError"]), _HEADER),
    (
        frozenset(["ConnectTimeout"]),
        _Told("No connection to {host} in time", "Does a firewall stand in between?{check}"),
    ),
    (frozenset(["TimeoutException"]), _LATE),
    (
        frozenset(["DecodingError"]),
        _Told("{host} answered with what cannot be unpacked", "A proxy in between may have packed it."),
    ),
)


def of_connection(error: BaseException, around: Circumstances) -> Failure:
    """The failure behind a request that got no response; ``error`` is what the SDK raised."""
    causes = _causes(error)
    names = {kind.__name__ for cause in causes for kind in type(cause).__mro__}
    words = next((str(cause) for cause in reversed(causes) if str(cause)), "no reason is given")
    row = next((row for kinds, row in _BY_CAUSE if names & kinds), _BROKEN)
    if names & _UNREACHED and around.proxy:
        row = _NO_PROXY
    return _failure(row, around, told=shown(words))


def of_time(around: Circumstances) -> Failure:
    """The failure of an answer that did not come whole in time."""
    return _failure(_LATE, around)


def of_header() -> Failure:
    """The failure of a header that cannot be sent."""
    return Failure(f"{_HEADER.what}.", _HEADER.advice)


def of_credentials(error: Exception, around: Circumstances) -> Failure:
    """The failure of a profile or a federation that gave no token."""
    row = _Told("No token could be had from {source}: {told}", "Log in again, or set ANTHROPIC_API_KEY.")
    return _failure(row, around, told=shown(str(error)))


def of_nothing(source: str) -> Failure:
    """The failure of access that looked like some, and holds neither key nor token."""
    return Failure(f"The SDK finds neither key nor token in {source}.", "Mend it, or set ANTHROPIC_API_KEY.")


def of_configuration(error: Exception, environment: Mapping[str, str]) -> Failure:
    """The failure of a client that could not be made: certificates, proxy, address or profile do not hold."""
    addresses = (environment.get(name, "") for name in (BASE_URL, *_PROXIES))
    secret = any("@" in address for address in addresses)  # the words may repeat a part of the password
    words = "an address in it does not hold." if secret else shown(str(error))
    certificates = next((name for name in _CERTIFICATES if environment.get(name)), None)
    if certificates and isinstance(error, OSError):  # an SSLError is one, too
        return Failure(f"The certificates of {certificates} cannot be used: {words}", "Mend that path, or unset it.")
    if "socks" in words.lower():
        return Failure("A socks proxy is set, and what speaks to it is not installed.", "Run: pip install socksio")
    return Failure(
        f"The connection cannot be set up: {words}", f"Check {BASE_URL}, the proxy variables and the profile."
    )


def _failure(row: _Told, around: Circumstances, **more: str) -> Failure:
    reason = around.fill(row.what, **more)
    return Failure(reason if reason.endswith((".", "!", "?")) else f"{reason}.", around.fill(row.advice), row.again)


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    current: BaseException | None = error.__cause__ or error.__context__
    while current is not None and current not in found:
        found.append(current)
        current = current.__cause__ or current.__context__
    return found
