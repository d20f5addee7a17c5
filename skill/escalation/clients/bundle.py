"""The skill's own files: what runs, and nothing else. The same from a checkout, a copied folder and a wheel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import escalation
from escalation.errors import EscalationError

_SOURCE: Final = frozenset((".py", ".toml", ".json", ".j2", ".typed"))
_PROMPT: Final = frozenset((".j2", ".json"))
_BESIDE: Final = ("SKILL.md", "LICENSE", "skill/escalate.py")
_IN_WHEEL: Final = frozenset(("bundle", "prompts"))


class Origin(NamedTuple):
    """Where the files are taken from: what stands beside the package, the package itself, and the prompts."""

    beside: Path
    package: Path
    prompts: Path


def installed() -> Origin:
    """The files of this program, however it came here. Raises EscalationError when some are lacking."""
    package = Path(escalation.__file__).parent
    for origin in (Origin(package / "bundle", package, package / "prompts"), checkout(package.parents[1])):
        if all((origin.beside / name).is_file() for name in _BESIDE) and origin.prompts.is_dir():
            return origin
    raise EscalationError("this installation lacks the skill's files (SKILL.md and its kin); install it again")


def checkout(root: Path) -> Origin:
    """The files of a checkout, or of a copy of the skill's folder."""
    return Origin(root, root / "skill" / "escalation", root / "prompts")


def files(origin: Origin) -> dict[str, bytes]:
    """The content of every file by its path in the skill's folder, "/" between, in the order of the paths."""
    return {path: source.read_bytes() for path, source in sorted(_sources(origin))}


def _sources(origin: Origin) -> Iterator[tuple[str, Path]]:
    for name in _BESIDE:
        yield name, origin.beside / name
    for source in (origin.beside / "references").glob("*.md"):
        yield f"references/{source.name}", source
    for source in origin.prompts.iterdir():
        if source.suffix in _PROMPT:
            yield f"prompts/{source.name}", source
    for source in origin.package.rglob("*"):
        inside = source.relative_to(origin.package)
        if source.suffix in _SOURCE and inside.parts[0] not in _IN_WHEEL:
            yield f"skill/escalation/{inside.as_posix()}", source
