"""Folders that tests install into: what stands in them, older versions of ours, the tree and the wheel built from it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from escalation.clients import bundle
from escalation.clients.found import MANIFEST
from escalation.clients.installing import perform, steps
from escalation.clients.places import SKILL, Client, Roots, Scope

ROOT: Final = Path(__file__).parents[2]
AWKWARD: Final = "Übergabe für 顧客"
"""Part of a path, with spaces and letters beyond ASCII."""

OLD: Final = "0.0.9"
FOLDER: Final = "a folder"

Contents = Mapping[str, str | bytes]


def roots(tmp_path: Path, **environment: str) -> Roots:
    """The folders of a user and of a project, both there and empty."""
    found = Roots(tmp_path / AWKWARD / "home", tmp_path / AWKWARD / "project", environment)
    found.home.mkdir(parents=True)
    found.project.mkdir()
    return found


def claude(where: Roots) -> Path:
    """Where the skill lies for Claude Code."""
    return where.home / ".claude" / "skills" / SKILL


def agents(where: Roots) -> Path:
    """Where the skill lies for Codex and others."""
    return where.home / ".agents" / "skills" / SKILL


def install(where: Roots, client: Client = "claude-code", scope: Scope = "user") -> Path:
    """The folder of the skill, installed."""
    (step,) = steps(client, scope, where, uninstall=False)
    perform(step)
    return step.place.skill


def contents(folder: Path) -> Contents:
    """What stands in a folder, by path: the bytes of files, where links lead, that there is a folder."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in sorted(folder.rglob("*"))}


def files(folder: Path) -> Contents:
    """The same without folders, which may come and go."""
    return {path: content for path, content in contents(folder).items() if content != FOLDER}


class State(NamedTuple):
    """All that a change would change."""

    content: str | bytes
    mode: int
    modified: int
    inode: int


def state(folder: Path) -> dict[str, State]:
    """What stands in a folder, and when it was last changed, the folder itself included."""
    return {
        path.relative_to(folder).as_posix(): State(
            _content(path), (there := path.lstat()).st_mode, there.st_mtime_ns, there.st_ino
        )
        for path in (folder, *sorted(folder.rglob("*")))
    }


def expected() -> dict[str, bytes]:
    """What an installed folder holds, but for the manifest."""
    return bundle.files(bundle.installed())


def age(skill: Path, version: str = OLD) -> Path:
    """Make an installed folder one that an older version of ours installed: other text, a file more, a file less."""
    text = (skill / "SKILL.md").read_text(encoding="utf-8").partition("\n---")
    (line,) = (line for line in text[0].splitlines() if line.strip().startswith("version:"))
    head = text[0].replace(line, f'  version: "{version}"')
    (skill / "SKILL.md").write_text(f"{head}{text[1]}{text[2]}", encoding="utf-8")
    (skill / "prompts" / "of-old.md.j2").write_text("no longer there\n", encoding="utf-8")
    (skill / "references" / "by-hand.md").unlink()
    sign(skill, version)
    return skill


def sign(skill: Path, version: str) -> None:
    """Write the manifest of a folder as it is, as an older version of ours would have done."""
    hashes = {
        path.relative_to(skill).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(skill.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    manifest = {"installed_by": "escalate install", "version": version, "files": hashes}
    (skill / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


# --- Without the privileges of root ---------------------------------------------------------------------------------

# Root may write whatever the permissions say, unless the kernel is told to take that from it.
_DROP: Final = """
import ctypes, os, sys
if sys.platform == "linux":
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def unprivileged(*command: str | Path) -> list[str]:
    """A command, run by somebody for whom permissions hold."""
    return [sys.executable, "-I", "-S", "-c", _DROP, *map(str, command)]


def lock(folder: Path) -> None:
    """Take from a folder and all within the permission to write; skip the test where that has no effect."""
    for path in (*folder.rglob("*"), folder):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    tried = subprocess.run(unprivileged("/bin/mkdir", folder / "tried"), capture_output=True, check=False)
    if tried.returncode == 0:
        unlock(folder)
        (folder / "tried").rmdir()
        pytest.skip("permissions do not hold here")


def unlock(folder: Path) -> None:
    """Give it back."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200)


# --- The tree ---------------------------------------------------------------------------------------------------------

_OURS: Final = {"__pycache__", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "dist"}
"""What tools of ours leave in a tree."""


def tracked(root: Path = ROOT) -> list[str]:
    """The files that are in git, or will be with the next commit; in a copy without git all of them."""
    if not (root / ".git").exists():
        found = (path.relative_to(root) for path in root.rglob("*") if path.is_symlink() or path.is_file())
        return sorted(path.as_posix() for path in found if not _OURS & set(path.parts))
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode()
    return [name for name in sorted(set(listed.split("\0"))) if name and os.path.lexists(root / name)]


def copy_of_tree(target: Path) -> Path:
    """Those files alone, elsewhere."""
    for name in tracked():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
    return target


def wheel(folder: Path) -> Path:
    """The wheel, unpacked; the tree that it was built from is gone again."""
    tree = copy_of_tree(folder / "tree")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    shutil.rmtree(tree)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as zipped:
        zipped.extractall(folder / "site")
    return folder / "site"


def launch(
    skill: Path, *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the launcher of a folder, as an agent would, with nothing in the environment but PATH."""
    return subprocess.run(
        unprivileged(sys.executable, skill / "skill" / "escalate.py", *arguments),
        cwd=cwd,
        env={"PATH": os.environ.get("PATH", ""), **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _content(path: Path) -> str | bytes:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    if path.is_dir():
        return FOLDER
    return path.read_bytes() if path.is_file() else "neither file nor folder"
