"""What lies at a place where our skill belongs. Only what `escalate install` put there is ours to change."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from escalation.clients.places import SKILL

MANIFEST: Final = ".escalate-install.json"
_VERSION: Final = re.compile(r"^ +version: *[\"']?([^\"'\s]+)", re.MULTILINE)
_NAME: Final = re.compile(r"^name: *[\"']?([^\"'\s]+)", re.MULTILINE)

Kind = Literal[
    "nothing", "ours", "changed", "copy", "clone", "link", "dangling", "file", "foreign", "blocked", "unreadable"
]


@dataclass(frozen=True)
class Found:
    """``kind``: "ours" as it was installed, "changed" since, a "copy" or "clone" of ours made in another way, ...

    ``version`` is the skill's own word; ``changed`` are the files that differ from what was installed.
    """

    path: Path
    kind: Kind
    version: str | None = None
    changed: tuple[str, ...] = ()
    leads_to: str | None = None


def look(path: Path) -> Found:
    """What lies at ``path``; never raises for what it finds there."""
    try:
        return _look(path)
    except (OSError, ValueError):
        return Found(path, "unreadable")


def _look(path: Path) -> Found:
    blocked = next((folder for folder in reversed(path.parents) if _in_the_way(folder)), None)
    if blocked:
        what = "a link that leads nowhere" if blocked.is_symlink() else "a file"
        return Found(path, "blocked", leads_to=f"{blocked} is {what}")
    if path.is_symlink():
        kind: Kind = "link" if path.exists() else "dangling"
        return Found(path, kind, version_of(path), leads_to=str(path.readlink()))
    if not path.is_dir():
        return Found(path, "file" if path.exists() else "nothing")
    return _folder(path)


def _folder(path: Path) -> Found:
    version = version_of(path)
    if (path / MANIFEST).is_file():
        changed = tuple(_changes(path))
        return Found(path, "changed" if changed else "ours", version, changed)
    if not _is_skill_of_ours(path):
        return Found(path, "foreign", version)
    return Found(path, "clone" if (path / ".git").exists() else "copy", version)


def manifest_of(files: Mapping[str, bytes], version: str) -> bytes:
    """What is written beside the files, so that they are known again as ours."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return (
        json.dumps({"installed_by": "escalate install", "version": version, "files": hashes}, indent=1) + "\n"
    ).encode()


def _in_the_way(folder: Path) -> bool:
    """A file, or a link that leads nowhere, where a folder has to be."""
    return os.path.lexists(folder) and not folder.is_dir()


def _changes(path: Path) -> Iterator[str]:
    """The files that are not as they were installed; all that is there when what was installed cannot be told."""
    try:
        data: Any = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        manifest: dict[str, str] = dict(data["files"])
    except (ValueError, TypeError, KeyError, RecursionError):
        yield MANIFEST
        return
    there = {
        file.relative_to(path).as_posix(): file
        for file in path.rglob("*")
        if (file.is_file() or file.is_symlink()) and not (file.parent.name == "__pycache__" and file.suffix == ".pyc")
    }
    del there[MANIFEST]
    for name in sorted(there.keys() | manifest.keys()):
        file = there.get(name)
        if file is None or file.is_symlink() or hashlib.sha256(file.read_bytes()).hexdigest() != manifest.get(name):
            yield name


def _is_skill_of_ours(path: Path) -> bool:
    name = _NAME.search(_head(path))
    return bool(name and name[1] == SKILL) and (path / "skill" / "escalation" / "__init__.py").is_file()


def version_of(path: Path) -> str | None:
    """The version that the SKILL.md in a folder names."""
    version = _VERSION.search(_head(path))
    return version[1] if version else None


def _head(path: Path) -> str:
    """The front matter of its SKILL.md, empty without one."""
    file = path / "SKILL.md"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return text.partition("\n---")[0]
