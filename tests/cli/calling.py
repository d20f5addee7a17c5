"""Calls the real command and gives back all that it left behind."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

COMMAND = (sys.executable, "-m", "escalation")
SECONDS = 60.0


class Result(NamedTuple):
    """Exit code, and what stood on stdout and stderr."""

    code: int
    out: bytes
    err: bytes

    @property
    def stdout(self) -> str:
        """Strict UTF-8, on every system."""
        return self.out.decode("utf-8")

    @property
    def stderr(self) -> str:
        """Strict UTF-8, on every system."""
        return self.err.decode("utf-8")

    @property
    def data(self) -> Any:
        """The JSON on stdout."""
        return json.loads(self.stdout)


class Command(Protocol):
    """The fixture ``command``."""

    def __call__(
        self, *arguments: str, stdin: bytes = b"", cwd: Path = ..., env: dict[str, str] | None = None
    ) -> Result:
        """Call the command with ``arguments``."""


Within = Callable[[float], AbstractContextManager[None]]
"""The fixture ``within``: what stands under ``with within(seconds):`` is broken off and fails when it takes longer."""


def call(*arguments: str, stdin: bytes = b"", cwd: Path, env: Mapping[str, str]) -> Result:
    """The result of the command; a test never waits longer than a minute for it."""
    done = subprocess.run(
        [*COMMAND, *arguments], input=stdin, cwd=cwd, env=env, capture_output=True, timeout=SECONDS, check=False
    )
    return Result(done.returncode, done.stdout, done.stderr)


def shell(line: str, *, cwd: Path, env: Mapping[str, str]) -> Result:
    """The result of a line of bash in which ``escalate`` is the command; for pipes, devices and closed streams."""
    escalate = f'escalate() {{ "{sys.executable}" -m escalation "$@"; }}; '
    done = subprocess.run(
        ["/bin/bash", "-c", escalate + line], cwd=cwd, env=env, capture_output=True, timeout=SECONDS, check=False
    )
    return Result(done.returncode, done.stdout, done.stderr)


class Dialogue(NamedTuple):
    """A session on a pseudo-terminal: exit code, what stood on the screen, what went to stdout where it was a pipe."""

    code: int
    screen: str
    piped: bytes


Answer = bytes | signal.Signals
ENTER = b"\r"
CTRL_D = b"\x04"
QUIET_SECONDS = 0.15
LOST_SECONDS = 5.0


def on_terminal(
    arguments: Sequence[str],
    answers: Mapping[str, Answer] | None = None,
    *,
    cwd: Path,
    env: Mapping[str, str],
    stdout_too: bool = True,
) -> Dialogue:
    """Run the command with stdin and stderr on a pseudo-terminal, and stdout unless that is to be a pipe.

    Each of ``answers`` is typed (a signal: sent) once its key has appeared; any other question is left open with Enter.
    """
    import pty  # there is none on Windows

    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs if stdout_too else subprocess.PIPE,
        stderr=theirs,
        cwd=cwd,
        env={"TERM": "xterm-256color", "COLUMNS": "100", **env},
        start_new_session=True,
    )
    os.close(theirs)
    screen = bytearray()
    try:
        _talk(child, ours, screen, dict(answers or {}))
        piped = child.stdout.read() if child.stdout else b""
        code = child.wait(SECONDS)
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()
        os.close(ours)
    return Dialogue(code, screen.decode("utf-8", errors="replace").replace("\r\n", "\n"), piped)


def _talk(child: subprocess.Popen[bytes], terminal: int, screen: bytearray, open_answers: dict[str, Answer]) -> None:
    """Answer what appears on ``terminal`` until nobody writes on it any more."""
    ends = time.monotonic() + SECONDS
    answered = 0
    sent: tuple[signal.Signals, float] | None = None
    while time.monotonic() < ends:
        if select.select([terminal], [], [], QUIET_SECONDS)[0]:
            try:
                part = os.read(terminal, 65_536)
            except OSError:  # the other end is closed
                part = b""
            if not part:
                break
            screen += part
        elif screen[answered:].rstrip(b" ").endswith(b":"):
            answered = len(screen)
            os.write(terminal, ENTER)
        elif sent and time.monotonic() - sent[1] > LOST_SECONDS:
            # One that comes just before a blocking read is not seen until the read ends; people press again, too.
            sent = (sent[0], time.monotonic())
            child.send_signal(sent[0])
        for prompt in [prompt for prompt in open_answers if prompt.encode() in screen[answered:]]:
            answered = len(screen)
            answer = open_answers.pop(prompt)
            if isinstance(answer, signal.Signals):
                child.send_signal(answer)
                sent = (answer, time.monotonic())
            else:
                os.write(terminal, answer)
    if open_answers:
        raise AssertionError(f"never asked: {list(open_answers)}; on the screen: {screen.decode(errors='replace')}")
