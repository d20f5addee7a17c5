"""The connection, where a server is not needed to see it; with one it is tested through the command."""

from __future__ import annotations

import builtins
import threading
from typing import Any

import pytest

from escalation.errors import ReaderFailed
from escalation.readers.claude.access import Access
from escalation.readers.claude.settings import Model, Settings
from escalation.readers.claude.transport import Transport
from loopback import failing, serving

SETTINGS = Settings(Model("m", None), max_wait=0)
KEY = "local-key-4711"
REQUEST: dict[str, Any] = {"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": "a"}]}


def test_closing_does_not_wait_for_an_sdk_that_still_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(Transport, "_new_client", lambda _: released.wait(30))
    transport = Transport(SETTINGS, Access("ANTHROPIC_API_KEY"))
    transport.close()
    assert not released.is_set()
    assert transport.without_secrets("still loading") == "still loading"
    released.set()


@pytest.mark.parametrize("error", [ImportError("no such file"), AttributeError("a clash of versions"), OSError("disk")])
def test_an_sdk_that_cannot_be_loaded_is_said_to(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def broken(name: str, *rest: Any, **more: Any) -> Any:
        if name == "anthropic":
            raise error
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", broken)
    transport = Transport(SETTINGS, Access("ANTHROPIC_API_KEY", KEY))
    with pytest.raises(ReaderFailed, match=f"anthropic cannot be loaded \\({error}\\). Install it again"):
        transport.send(REQUEST, print)
    transport.close()


def test_an_empty_base_url_is_taken_away_before_the_sdk_can_take_it_for_an_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", " ")
    transport = Transport(SETTINGS, Access("ANTHROPIC_API_KEY", KEY))
    assert transport.host == "api.anthropic.com"
    transport.close()


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://[::1]:8080", "[::1]:8080"),
        ("https://csm:word@llm.example.com/x", "llm.example.com"),
        ("http://a:1", "a:1"),
    ],
)
def test_the_host_is_without_password_and_path(url: str, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", url)
    transport = Transport(SETTINGS, Access("ANTHROPIC_BASE_URL", KEY))
    assert transport.host == host
    transport.close()


def test_a_key_that_a_server_repeats_is_taken_out_of_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(failing(401, "authentication_error", f"wrong key {KEY}")) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        transport = Transport(SETTINGS, Access("ANTHROPIC_BASE_URL", KEY))
        with pytest.raises(ReaderFailed) as caught:
            transport.send(REQUEST, print)
        assert transport.without_secrets(str(caught.value)) == str(caught.value).replace(KEY, "***")
        assert KEY in str(caught.value)
        transport.close()
