"""Conversations with Claude Code, whose model is played and whose questions are answered or not."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from clients.real import machine
from clients.real.model import Call, Model, Turn, served

KEY = "key-dummy"


class User(NamedTuple):
    """Who talks to a client: a home folder and a project of their own, the clients, and what else is on PATH."""

    home: Path
    project: Path
    clients: Path
    path: tuple[Path, ...] = ()
    more: Mapping[str, str] = {}

    def environment(self, **more: str) -> dict[str, str]:
        """What their processes know."""
        return machine.environment(self.home, *self.path, self.clients, **self.more, **more)

    def run(self, program: str, *arguments: str | Path, cwd: Path | None = None, **more: str) -> str:
        """What one of the clients prints; it must not fail."""
        command = (self.clients / program, *arguments)
        return machine.good(machine.run(*command, cwd=cwd or self.project, env=self.environment(**more)))

    def install(self, *options: str) -> str:
        """What `escalate install` prints, run in the project."""
        return machine.good(machine.escalate("install", *options, home=self.home, cwd=self.project))


class Conversation(NamedTuple):
    """What came of it: the client's first word on itself, what it asked in each turn, and what the model saw."""

    init: Mapping[str, Any]
    asked: tuple[tuple[str, ...], ...]
    denied: int
    model: Model

    @property
    def calls(self) -> list[Call]:
        """The model's calls, and what came back."""
        return self.model.calls()


def converse(
    user: User, script: Sequence[Turn], *prompts: str, answers: bool = False, options: Sequence[str] = ()
) -> Conversation:
    """Say one prompt after the other. With ``answers`` the user is asked for permissions and says yes, each time anew.

    Without, the client has nobody to ask and refuses what it would ask for.
    """
    model = Model(script)
    command = ["claude", "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose"]
    asking = ["--permission-prompt-tool", "stdio"] if answers else []
    errors = user.home / "stderr.txt"
    with (
        served(model) as address,
        errors.open("w", encoding="utf-8") as stderr,
        subprocess.Popen(
            [str(user.clients / command[0]), *command[1:], *asking, *options],
            cwd=user.project,
            env=user.environment(ANTHROPIC_API_KEY=KEY, ANTHROPIC_BASE_URL=address),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            start_new_session=True,
        ) as process,
    ):
        late = threading.Timer(machine.SECONDS, machine.end, [process])
        late.start()
        try:
            said = _Talk(process).through(prompts)
            code = process.wait(machine.SECONDS)
        finally:
            late.cancel()
            late.join()
            machine.end(process)
    trouble = errors.read_text(encoding="utf-8")[-2_000:]
    assert (code, len(said.asked)) == (0, len(prompts)), f"Claude Code ended with {code}: {trouble}"
    return Conversation(said.init, tuple(map(tuple, said.asked)), said.denied, model)


class _Talk:
    """One process's lines: what it says is kept, what it asks is answered."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.init: Mapping[str, Any] = {}
        self.asked: list[list[str]] = []
        self.denied = 0

    def through(self, prompts: Sequence[str]) -> _Talk:
        """Say all prompts, each when the one before is done with."""
        events = self._events()
        for prompt in prompts:
            self._send({"type": "user", "message": {"role": "user", "content": prompt}, "session_id": ""})
            if not self._turn(events):
                break
        assert self.process.stdin
        self.process.stdin.close()
        for _ in events:
            pass
        return self

    def _turn(self, events: Iterator[dict[str, Any]]) -> bool:
        asked: list[str] = []
        for event in events:
            if event.get("subtype") == "init":
                self.init = self.init or event
            elif event.get("type") == "control_request":
                request = event["request"]
                asked.append(request.get("tool_name", request["subtype"]))
                yes = {"behavior": "allow", "updatedInput": request.get("input", {})}
                response = {"subtype": "success", "request_id": event["request_id"], "response": yes}
                self._send({"type": "control_response", "response": response})
            elif event.get("type") == "result":
                self.asked.append(asked)
                self.denied += len(event.get("permission_denials", []))
                return True
        return False

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def _events(self) -> Iterator[dict[str, Any]]:
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith("{"):
                event: dict[str, Any] = json.loads(line)
                yield event
