"""Installs, upgrades and removes the skill: whole or not at all, and never what somebody else put there."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from escalation import __version__
from escalation.clients import bundle
from escalation.clients.found import MANIFEST, Found, look, manifest_of
from escalation.clients.places import ALL, Client, Place, Roots, Scope, place

Verb = Literal["install", "upgrade", "remove", "keep", "refuse"]
_SHOWN: Final = 5


@dataclass(frozen=True)
class Step:
    """What is to be done at one place, and why, in a sentence."""

    place: Place
    verb: Verb
    why: str


def steps(client: Client | Literal["all"], scope: Scope, roots: Roots, *, uninstall: bool) -> Iterator[Step]:
    """What there is to do for ``client``, place by place; nothing is done yet."""
    chosen: Sequence[Client] = ALL if client == "all" else (client,)
    for where in dict.fromkeys(place(one, scope, roots) for one in chosen):
        found = look(where.skill)
        verb, why = _removal(found) if uninstall else _installation(found)
        yield Step(where, verb, why)


def perform(step: Step) -> None:
    """Do it. Raises OSError; what was there before is then still there."""
    if step.verb in ("install", "upgrade", "remove") and look(step.place.skill).kind not in ("nothing", "ours"):
        raise FileExistsError(errno.EEXIST, "something else was put there meanwhile")
    if step.verb in ("install", "upgrade"):
        _put(step.place.skill)
    elif step.verb == "remove":
        _take_away(step.place.skill)


def _installation(found: Found) -> tuple[Verb, str]:
    if found.kind == "nothing":
        return "install", f"version {__version__}"
    if found.kind == "ours":
        if found.version == __version__ and _same(found.path):
            return "keep", f"version {__version__} is there already"
        return "upgrade", f"version {found.version} to {__version__}"
    return "refuse", refusal(found)


def _removal(found: Found) -> tuple[Verb, str]:
    if found.kind in ("nothing", "blocked"):
        return "keep", "nothing is there"
    if found.kind == "ours":
        return "remove", f"version {found.version}"
    return "refuse", refusal(found)


def refusal(found: Found) -> str:
    """Why nothing is done where something lies that is not simply ours, and what the user can do."""
    if found.kind == "changed":
        listed = ", ".join(found.changed[:_SHOWN])
        more = f" and {len(found.changed) - _SHOWN} more" if len(found.changed) > _SHOWN else ""
        return f"files were changed or added since it was installed ({listed}{more}); move the folder away first"
    version = f" (version {found.version})" if found.version else ""
    return {
        "copy": f"this skill{version} was put there in another way; update it that way, or move it away first",
        "clone": f"this skill{version} is a git clone; update it with `git pull`, or move it away first",
        "link": f"a link to {found.leads_to}{version}; update what it leads to, or delete the link first",
        "dangling": f"a link to {found.leads_to}, which is not there; delete the link first",
        "file": "a file of that name is in the way; move it away first",
        "blocked": f"{found.leads_to}; move it away first",
        "foreign": "somebody else's folder has that name; move it away first",
    }.get(found.kind, "it cannot be read; check who may read it")


def _same(path: Path) -> bool:
    return (path / MANIFEST).read_bytes() == manifest_of(bundle.files(bundle.installed()), __version__)


def _put(skill: Path) -> None:
    files = bundle.files(bundle.installed())
    skill.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".escalate-new-", dir=skill.parent))
    try:
        for name, content in {**files, MANIFEST: manifest_of(files, __version__)}.items():
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        fresh.chmod(0o755)  # a temporary folder is its owner's alone
        _replace(skill, fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _replace(skill: Path, fresh: Path) -> None:
    """Put ``fresh`` in the place of ``skill``; if that fails the old one comes back."""
    with _aside(skill) as old:
        if skill.exists():
            skill.rename(old)
        fresh.rename(skill)


def _take_away(skill: Path) -> None:
    """Rename first: a folder that cannot be deleted whole is then at least no longer listed."""
    with _aside(skill) as old:
        skill.rename(old)


@contextmanager
def _aside(skill: Path) -> Iterator[Path]:
    """Where the old skill can be put, in a folder beside it. It comes back if the block fails, else it is deleted."""
    holder = Path(tempfile.mkdtemp(prefix=".escalate-old-", dir=skill.parent))
    old = holder / skill.name
    try:
        yield old
    except BaseException:
        if old.exists() and not skill.exists():
            old.rename(skill)
        if skill.exists() or not old.exists():  # else it would be the only copy
            shutil.rmtree(holder, ignore_errors=True)
        raise
    shutil.rmtree(holder, ignore_errors=True)
