"""Where each client looks for skills. Two folders serve all six: `.claude/skills` and `.agents/skills`.

From the clients' documentation and source, November 2026: Claude Code 2.1, Codex 0.169, Gemini CLI 0.61, opencode 1.18;
for Cursor and Windsurf from their documentation alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

SKILL: Final = "escalation-decision-framework"

Client = Literal["claude-code", "cursor", "windsurf", "codex", "gemini", "opencode"]
Scope = Literal["user", "project"]

CLIENTS: Final[tuple[Client, ...]] = ("claude-code", "cursor", "windsurf", "codex", "gemini", "opencode")
TITLES: Final[Mapping[Client, str]] = {
    "claude-code": "Claude Code",
    "cursor": "Cursor",
    "windsurf": "Windsurf",
    "codex": "Codex",
    "gemini": "Gemini CLI",
    "opencode": "opencode",
}
ALL: Final[tuple[Client, ...]] = ("claude-code", "codex")
"""The clients whose folders the others read, too."""

_AGENTS: Final = Path(".agents/skills")
_CLAUDE: Final = Path(".claude/skills")
_FIRST: Final[Mapping[Scope, Mapping[Client, Path]]] = {
    "user": {"claude-code": _CLAUDE, "cursor": Path(".cursor/skills")},
    "project": {"claude-code": _CLAUDE},
}
"""Where a client's skill is put; `.agents/skills` for those that are not named."""

_ALSO: Final[Mapping[Scope, Mapping[Client, tuple[Path, ...]]]] = {
    "user": {
        "cursor": (_CLAUDE, Path(".codex/skills")),
        "windsurf": (Path(".codeium/windsurf/skills"),),
        "codex": (Path(".codex/skills"),),
        "gemini": (Path(".gemini/skills"),),
        "opencode": (Path(".config/opencode/skills"), _CLAUDE),
    },
    "project": {
        "cursor": (Path(".cursor/skills"), _CLAUDE, Path(".codex/skills")),
        "windsurf": (Path(".windsurf/skills"),),
        "gemini": (Path(".gemini/skills"),),
        "opencode": (Path(".opencode/skills"), _CLAUDE),
    },
}
"""Where a client reads skills besides."""


class Roots(NamedTuple):
    """The user's home folder, the project's folder, and the environment that may move them."""

    home: Path
    project: Path
    environment: Mapping[str, str]


class Place(NamedTuple):
    """A folder of skills, and the clients that read it."""

    folder: Path
    scope: Scope
    clients: tuple[Client, ...]

    @property
    def skill(self) -> Path:
        """Where our skill lies in it."""
        return self.folder / SKILL

    @property
    def readers(self) -> str:
        """The clients as people call them."""
        return ", ".join(TITLES[client] for client in self.clients)


def place(client: Client, scope: Scope, roots: Roots) -> Place:
    """Where the skill is put for ``client``."""
    folder = _resolved(_FIRST[scope].get(client, _AGENTS), scope, roots)
    real = os.path.realpath(folder)
    return next(known for known in places(roots) if os.path.realpath(known.folder) == real)


def places(roots: Roots) -> Iterator[Place]:
    """Every folder that some client reads, each once, the user's before the project's."""
    seen: set[str] = set()
    for scope in ("user", "project"):
        read: dict[Path, list[Client]] = {}
        for client in CLIENTS:
            first = _FIRST[scope].get(client, _AGENTS)
            for folder in (first, *_ALSO[scope].get(client, ())):
                read.setdefault(_resolved(folder, scope, roots), []).append(client)
        for folder, clients in read.items():
            real = os.path.realpath(folder)
            if real not in seen:  # the home folder may be the project, and a folder a link to another
                seen.add(real)
                yield Place(folder, scope, tuple(clients))


def _resolved(folder: Path, scope: Scope, roots: Roots) -> Path:
    moved = roots.environment.get("CLAUDE_CONFIG_DIR")
    if folder == _CLAUDE and scope == "user" and moved:
        return Path(moved) / "skills"
    return (roots.home if scope == "user" else roots.project) / folder
