"""What every test gets: no way to the network, one hypothesis profile, and the real command to call."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import escalation
from cli.calling import Result, Within, call

settings.register_profile("local", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

LOOPBACK = ("127.", "::1", "localhost")
ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")

_attempts: list[str] = []


def _leads_away(event: str, arguments: tuple[object, ...]) -> str | None:
    """Where an audited call would go, if that is further than this machine."""
    if event in ASKING:
        host = arguments[0]
    elif event in SENDING and isinstance(arguments[1], tuple):  # a path is a unix socket, None an open connection
        host = arguments[1][0]
    else:
        return None
    name = host.decode(errors="replace") if isinstance(host, bytes) else host
    return None if name is None or name == "" or str(name).startswith(LOOPBACK) else str(name)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    host = _leads_away(event, arguments)
    if host is not None:
        _attempts.append(host)
        pytest.fail(f"a test may not leave this machine: {event} to {host!r}", pytrace=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    """How cassettes are made (tests/README.md)."""
    parser.addoption(
        "--record-mode", choices=["none", "synthetic", "real"], default="none", help="record cassettes anew"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep every test from the network, but for a recording that somebody asked for."""
    if config.getoption("--record-mode") != "real":
        # Audit hooks see every way to a socket, also those that some C code takes; they cannot be taken off again.
        sys.addaudithook(_refuse)


def _checked(real: Callable[..., Any]) -> Callable[..., Any]:
    """Check first: the real call asks for the address of a name before it is audited."""

    def connect(connection: socket.socket, address: Any) -> Any:
        _refuse("socket.connect", (connection, address))
        return real(connection, address)

    return connect


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test also when the code under test swallowed the refusal."""
    if request.config.getoption("--record-mode") == "real":
        yield
        return
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _checked(getattr(socket.socket, name)))
    _attempts.clear()
    yield
    assert not _attempts, f"something tried to reach {_attempts}"


@pytest.fixture(scope="session")
def offline_child(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH that keeps child processes from the network, too, without importing anything."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(
        f"""import os, sys
def _refuse(event, arguments):
    if event in {ASKING!r}:
        host = arguments[0]
    elif event in {SENDING!r} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if host and not str(host).startswith({LOOPBACK!r}):
        os.write(2, f"a test may not leave this machine: {{event}} to {{host!r}}\\n".encode())
        os._exit(97)
sys.addaudithook(_refuse)
""",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def environment(offline_child: Path, tmp_path: Path) -> dict[str, str]:
    """The variables of a child process: the package under test, nothing of the developer's own, above all no key."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join([str(offline_child), str(Path(escalation.__file__).parents[1])]),
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def command(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Result]:
    """Call the real command in a process of its own: ``command("decide", "-", stdin=b"...", cwd=..., env={...})``."""

    def run(*arguments: str, stdin: bytes = b"", cwd: Path = tmp_path, env: dict[str, str] | None = None) -> Result:
        return call(*arguments, stdin=stdin, cwd=cwd, env=environment | (env or {}))

    return run


@pytest.fixture
def within() -> Within:
    """Break off what hangs: code under this fixture's context manager fails after so many seconds."""

    @contextmanager
    def limit(seconds: float) -> Iterator[None]:
        def late(*_: object) -> None:
            pytest.fail(f"took longer than {seconds} seconds", pytrace=False)

        before = signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    return limit
