"""The connection to the model: the one module that loads the SDK, which takes a second or two."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from escalation.errors import ReaderFailed
from escalation.readers.claude import failure
from escalation.readers.claude.access import BASE_URL, Access
from escalation.readers.claude.answer import Response
from escalation.readers.claude.background import Background
from escalation.readers.claude.failure import Circumstances, Failure, Refusal
from escalation.readers.claude.patience import MOST_ATTEMPTS, Patience
from escalation.readers.claude.settings import Settings
from escalation.readers.reading import Say

if TYPE_CHECKING:
    import anthropic
    import httpx2

MOST_BODY_BYTES: Final = 20_000_000
_CONNECT_SECONDS: Final = 10.0
_GRACE_SECONDS: Final = 0.5
"""After so much more an attempt is given up from outside; the transport's own limits tell more of what was late."""
_PLAIN: Final = "identity"
_LEAST_SECRET: Final = 4
"""Characters; what is shorter stands in every sentence."""


class Transport:
    """Sends requests to the model. It begins to load the SDK when it is made, and waits for it when it is needed."""

    def __init__(self, settings: Settings, access: Access) -> None:
        """Begin to load the SDK, beside whatever the caller does next."""
        if not os.environ.get(BASE_URL, "x").strip():
            del os.environ[BASE_URL]  # set but empty: the SDK would take it for an address
        self._settings = settings
        self._access = access
        self._patience = Patience(settings.max_wait, time.sleep, random.random)
        self._loading = Background(self._new_client)

    def send(self, request: dict[str, Any], show: Say) -> Response:
        """The response to ``request``, after as many attempts as it takes and patience allows. Raises ReaderFailed."""
        outcome = self._attempt(request)
        attempts = 1
        while isinstance(outcome, Failure):
            seconds = self._patience.next_wait(attempts, outcome.wait) if outcome.again else None
            if seconds is None:
                raise ReaderFailed(f"{outcome}{self._impatient(outcome)}")
            attempts += 1
            show(f"{outcome.reason} Trying again in {seconds:.0f} s (attempt {attempts} of {MOST_ATTEMPTS})")
            self._patience.wait(seconds)
            show(f"Waiting for {self._settings.model.name} (attempt {attempts} of {MOST_ATTEMPTS})")
            outcome = self._attempt(request)
        return outcome

    @property
    def host(self) -> str:
        """The endpoint's host, with its port where that is not the usual one."""
        return self._loading.result().base_url.netloc.decode("ascii")

    def close(self) -> None:
        """Close the connections; nothing can be sent after it. What is still loading is left alone."""
        with suppress(ReaderFailed):
            if self._loading.done:
                self._loading.result().close()

    def without_secrets(self, text: str) -> str:
        """``text`` without the key, which a server may repeat that does not accept it."""
        if not self._loading.done:
            return text
        try:
            client = self._loading.result()
        except ReaderFailed:
            return text
        headers = {name.lower(): value for name, value in client.default_headers.items()}
        secrets = (client.api_key, client.auth_token, headers.get("authorization"), headers.get("x-api-key"))
        for secret in (str(value).removeprefix("Bearer ") for value in secrets if value):
            text = text.replace(secret, "***") if len(secret) >= _LEAST_SECRET else text
        return text

    def _attempt(self, request: dict[str, Any]) -> Response | Failure:
        """One attempt, within its time limit: the transport's own one is for each read, and headers may drip."""
        client = self._loading.result()
        import anthropic

        around = self._circumstances()
        sending = Background(lambda: client.messages.with_raw_response.create(**request))
        try:
            raw = sending.result(self._settings.timeout + _GRACE_SECONDS)
        except TimeoutError:
            return failure.of_time(around)
        except anthropic.APIStatusError as error:
            refusal = Refusal(error.status_code, error.error_code, error.body, error.response.headers)
            return failure.of_response(refusal, around, time.time())
        except anthropic.APIConnectionError as error:
            return failure.of_connection(error, around)
        except anthropic.CredentialsError as error:
            return failure.of_credentials(error, around)
        except UnicodeError:  # the body is sound: it is a header that cannot be sent
            return failure.of_header()
        return Response(raw.http_response.text, self.host, raw.request_id)

    def _circumstances(self) -> Circumstances:
        return Circumstances(self.host, self._settings, self._access.source, os.environ)

    def _impatient(self, outcome: Failure) -> str:
        if not outcome.again or outcome.wait is None or outcome.wait <= self._patience.left:
            return ""
        left = f"{self._patience.left:.0f} s"
        return f" It asks to wait {outcome.wait:,.0f} s, and of `--max-wait` {left} are left: give more, or come back."

    def _new_client(self) -> anthropic.Anthropic:
        try:
            import anthropic
        except Exception as error:
            raise ReaderFailed(f"The package anthropic cannot be loaded ({error}). Install it again.") from error
        timeout = self._settings.timeout
        try:
            client = anthropic.Anthropic(
                api_key=self._access.key,
                timeout=anthropic.Timeout(timeout, connect=min(_CONNECT_SECONDS, timeout)),
                max_retries=0,  # its retries obey every `retry-after`, be it an hour
                open_telemetry=False,  # spans may hold the notes
                http_client=anthropic.DefaultHttpxClient(
                    follow_redirects=False,  # the notes go to the configured host alone
                    headers={"accept-encoding": _PLAIN},
                    event_hooks={"response": [_limit]},
                ),
            )
        except Exception as error:
            raise ReaderFailed(str(failure.of_configuration(error, os.environ))) from error
        sent = {name.lower() for name, value in client.default_headers.items() if value}
        if not (client.auth_headers or client.credentials or sent & {"authorization", "x-api-key"}):
            raise ReaderFailed(str(failure.of_nothing(self._access.source)))
        return client


def _limit(response: httpx2.Response) -> None:
    """Read the body as what JSON is, UTF-8 whatever a proxy calls it, and only so much of it."""
    import httpx2

    response.encoding = "utf-8"
    if response.headers.get("content-encoding", _PLAIN) != _PLAIN:
        # Nobody asked for it, and a little of it may unpack to more than fits in memory.
        if response.is_success:
            raise httpx2.DecodingError("the body is packed", request=response.request)
        del response.headers["content-encoding"]
        response.stream = httpx2.ByteStream(b"")  # the status tells enough
        return
    inner = response.stream

    class Limited(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in inner:  # type: ignore[union-attr]
                size += len(chunk)
                if size > MOST_BODY_BYTES:
                    raise httpx2.ReadError("the body does not end", request=response.request)
                yield chunk

        def close(self) -> None:
            inner.close()  # type: ignore[union-attr]

    response.stream = Limited()
