"""Tells what of the skill is where, in which version, what it needs to run, and what to mend."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from escalation import __version__
from escalation.clients.found import Found, look
from escalation.clients.permissions import rules
from escalation.clients.places import CLIENTS, TITLES, Place, Roots, places
from escalation.readers.claude.access import find

_KINDS = {
    "ours": "installed by `escalate install`",
    "changed": "installed by `escalate install`, changed since",
    "copy": "a copy made in another way",
    "clone": "a git clone",
    "link": "a link",
    "dangling": "a link that leads nowhere",
    "file": "a file",
    "foreign": "somebody else's folder of that name",
    "blocked": "cannot be there: a folder above it is a file, or a link that leads nowhere",
    "unreadable": "cannot be read",
}
_WORKS = frozenset(("ours", "changed", "copy", "clone", "link"))


class Examined(NamedTuple):
    """What was found, as lines, what to mend, as sentences, and what may be allowed, as rules of Claude Code."""

    lines: tuple[str, ...]
    advice: tuple[str, ...]
    rules: tuple[str, ...]


def examine(roots: Roots) -> Examined:
    """The state of this machine, of the user's folders and of the project's."""
    found = [(place, look(place.skill)) for place in places(roots)]
    there = [(place, lies) for place, lies in found if lies.kind != "nothing"]
    claude = [place.skill for place, found in there if "claude-code" in place.clients and found.kind in _WORKS]
    allowed = tuple(rule for skill in claude for rule in rules(skill))
    return Examined((*_program(roots), *_skills(there)), tuple(_advice(there)), tuple(dict.fromkeys(allowed)))


def _program(roots: Roots) -> Iterator[str]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield f"escalate {__version__}, in {Path(__file__).parents[1]}"
    yield f"Python {version}, {sys.executable}"
    uv = shutil.which("uv", path=roots.environment.get("PATH"))
    yield f"uv: {uv or 'not found; the skill then needs a python3 that has its libraries'}"
    access = find(roots.environment)
    sdk = "" if find_spec("anthropic") else " (but the package anthropic is not installed)"
    yield f"Model: access from {access.source}{sdk}" if access else "Model: no key, the offline reader reads"


def _skills(there: Sequence[tuple[Place, Found]]) -> Iterator[str]:
    for place, found in there:
        version = f" {found.version}" if found.version else ""
        yield f"{place.skill}:{version} {_KINDS[found.kind]} ({place.scope}: {place.readers})"
    if not there:
        yield "The skill is in none of the folders where clients look"


def _advice(there: Sequence[tuple[Place, Found]]) -> Iterator[str]:
    if not any(found.kind in _WORKS for _, found in there):
        yield "Install it with `escalate install`."
    for place, found in there:
        if found.kind not in _WORKS:
            yield f"{place.skill}: {_KINDS[found.kind]}; move it away or delete it, then `escalate install`."
        elif found.version is None:
            yield f"{place.skill} names no version; this program is {__version__}."
        elif found.version != __version__:
            how = "run `escalate install`" if found.kind == "ours" else "update it the way it was put there"
            yield f"{place.skill} is version {found.version}, this program {__version__}: {how}."
    scopes = {place.scope for place, found in there if "codex" in place.clients and found.kind in _WORKS}
    if len(scopes) > 1:
        yield "Codex lists the skill twice, once for you and once for the project: keep one of them."
    for client in CLIENTS:
        seen = (found for place, found in there if client in place.clients and found.kind in _WORKS)
        versions = {found.version or "of no version" for found in seen}
        if len(versions) > 1:
            listed = ", ".join(sorted(versions))
            yield f"{TITLES[client]} sees several versions ({listed}): keep one."
