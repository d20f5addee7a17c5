"""The rules that let Claude Code use the skill without a question, for a user who wants to add them.

Bash rules must hold the absolute path: with a wildcard for it they would let other programs through, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from escalation.clients.places import SKILL

FOLDERS: Final = ("//tmp/escalation-*/**", "//private/tmp/escalation-*/**")
"""Where SKILL.md has the notes written; on macOS /tmp is a link to the second."""


def rules(skill: Path) -> tuple[str, ...]:
    """Entries for `permissions.allow` in Claude Code's settings, for the skill installed at ``skill``."""
    launcher = skill / "skill" / "escalate.py"
    called = (f"{runner} {quote}{launcher}{quote} *" for runner in ("uv run", "python3") for quote in ('"', ""))
    return (
        f"Skill({SKILL})",
        *(f"Bash({call})" for call in called),
        *(f"Edit({folder})" for folder in FOLDERS),
        f"Read(/{skill}/**)",
    )
