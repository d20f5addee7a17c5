"""The clients themselves: npm packages, pinned, in a folder that is kept between runs."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Final

from clients.real import machine

PINS: Final = {
    "@anthropic-ai/claude-code": "2.1.330",
    "@google/gemini-cli": "0.61.0",
    "@openai/codex": "0.169.0",
    "node": "22.23.3",  # `skills` needs 22.20 or later; whatever node starts npm itself
    "opencode-ai": "1.18.33",
    "skills": "1.7.4",
}
PROGRAMS: Final = ("claude", "codex", "gemini", "node", "opencode", "skills")
_SECONDS: Final = 900.0


def cache() -> Path:
    """Where they are kept, about 1.4 GB."""
    chosen = os.environ.get("ESCALATE_CLIENT_CACHE")
    if chosen:
        return Path(chosen).absolute()
    caches = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return Path(os.environ.get("XDG_CACHE_HOME") or caches) / "escalation-client-tests"


def installed(folder: Path) -> Path:
    """The folder of the programs, after an installation where one is missing or has another version."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _found(folder) != PINS or not _whole(folder):
            _install(folder)
    assert _found(folder) == PINS
    assert _whole(folder), f"npm did not put all of {PROGRAMS} into {folder}"
    return folder / "node_modules" / ".bin"


def _install(folder: Path) -> None:
    npm = shutil.which("npm")
    assert npm, "npm is not there; the clients come from it"
    (folder / "done").unlink(missing_ok=True)
    package = {"private": True, "dependencies": PINS}
    (folder / "package.json").write_text(json.dumps(package, indent=1), encoding="utf-8")
    options = ("--no-package-lock", "--no-audit", "--no-fund", "--no-update-notifier")
    machine.good(machine.run(npm, "install", *options, cwd=folder, env=machine.own(), seconds=_SECONDS))
    (folder / "done").touch()


def _found(folder: Path) -> dict[str, str]:
    packages = {name: folder / "node_modules" / name / "package.json" for name in PINS}
    return {
        name: json.loads(file.read_text(encoding="utf-8"))["version"]
        for name, file in packages.items()
        if file.is_file()
    }


def _whole(folder: Path) -> bool:
    programs = folder / "node_modules" / ".bin"
    return (folder / "done").exists() and all((programs / name).exists() for name in PROGRAMS)
