"""What each client says that it has loaded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from clients.folders import ROOT
from clients.real.claude import User, converse
from clients.real.model import say, strings
from escalation.clients.places import SKILL

_ROOT: Final = re.compile(r"^- `(r\d+)` = `(.*)`$", re.MULTILINE)
_LISTED: Final = re.compile(rf"^- {SKILL}: (.*) \(file: (r\d+)/(.*)\)$", re.MULTILINE)
_GEMINI: Final = re.compile(rf"^{SKILL} \[(\w+)\]\n  Description: (.*)\n  Location: +(.*)$", re.MULTILINE)
_CLAUDE: Final = re.compile(rf"^- {SKILL}: (.*)$", re.MULTILINE)


class Listed(NamedTuple):
    """One entry of our skill: its description, and its file where the client tells it."""

    description: str
    file: Path | None


def claude(user: User) -> list[Listed]:
    """The first event of Claude Code has the names, its request to the model the descriptions."""
    found = converse(user, [[say("Hello.")]], "hello")
    described = [Listed(text, None) for text in _CLAUDE.findall(found.model.listing())]
    assert len(described) == found.init["skills"].count(SKILL)
    return described


def codex(user: User) -> list[Listed]:
    """What Codex would send to the model."""
    text = "\n".join(strings(json.loads(user.run("codex", "debug", "prompt-input", "hello"))))
    roots = dict(_ROOT.findall(text))
    return [Listed(words, Path(roots[root], file)) for words, root, file in _LISTED.findall(text)]


def opencode(user: User) -> list[Listed]:
    """The list of opencode itself."""
    skills = json.loads(user.run("opencode", "debug", "skill"))
    return [Listed(found["description"], Path(found["location"])) for found in skills if found["name"] == SKILL]


def gemini(user: User, *, trusted: bool = True) -> list[Listed]:
    """Gemini CLI's own list; it shows a project's skills where it trusts the project."""
    text = user.run("gemini", "skills", "list", GEMINI_CLI_TRUST_WORKSPACE=str(trusted).lower())
    found = _GEMINI.findall(text)
    assert {state for state, _, _ in found} <= {"Enabled"}
    return [Listed(words, Path(file)) for _, words, file in found]


CLIENTS: Final[Mapping[str, Callable[[User], list[Listed]]]] = {
    "claude-code": claude,
    "codex": codex,
    "opencode": opencode,
    "gemini": gemini,
}


def description() -> str:
    """The whole description, as SKILL.md has it."""
    (found,) = re.findall(r'^description: "(.*)"$', (ROOT / "SKILL.md").read_text(encoding="utf-8"), re.MULTILINE)
    return str(found)
