"""What users install from: the tree as it would be committed now, its slim archive and its wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

from clients import folders
from clients.real import machine
from escalation.clients.places import SKILL


class Sources(NamedTuple):
    """A repository of the name of the skill, its committed files without it, the slim archive and the wheel."""

    repository: Path
    tree: Path
    archive: Path
    wheel: Path


def made(folder: Path) -> Sources:
    """All of them, from the files that are tracked and the new ones, in a temporary repository."""
    repository = folders.copy_of_tree(folder / "repository" / SKILL)
    for arguments in (("init", "-q"), ("add", "-A", "-f"), ("commit", "-q", "-m", "as it is now")):
        git(repository, *arguments)
    git(repository, "archive", "--format=zip", f"--prefix={SKILL}/", "-o", str(folder / "tree.zip"), "HEAD")
    tree = unzipped(folder / "tree.zip", folder / "tree")
    clone = folder / "clone"
    git(folder, "clone", "-q", str(repository), str(clone))
    env = machine.environment(folder, PYTHONPATH=str(clone / "skill"), PYTHONDONTWRITEBYTECODE="1")
    machine.good(machine.run(sys.executable, "release/archive.py", "HEAD", cwd=clone, env=env))
    machine.good(machine.run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=clone, env=env))
    (archive,) = (clone / "dist").glob("*.zip")
    (wheel,) = (clone / "dist").glob("*.whl")
    return Sources(repository, tree, archive, wheel)


def git(folder: Path, *arguments: str) -> None:
    """Run git with none of the developer's settings."""
    name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main"]
    env = machine.environment(folder, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    subprocess.run(["git", *name, *arguments], cwd=folder, env=env, check=True, capture_output=True)


def unzipped(archive: Path, target: Path) -> Path:
    """The one folder in an archive, in ``target``."""
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(target)
    return target / SKILL


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, but for git's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
