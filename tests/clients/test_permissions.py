"""The rules that let Claude Code use the skill without a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from clients import folders
from escalation.clients.examining import examine
from escalation.clients.permissions import FOLDERS, rules
from escalation.clients.places import SKILL, Roots

PATH = Path("/home/a b/.claude/skills") / SKILL
ROOT = Path(__file__).parents[2]


def test_they_name_the_skill_its_launcher_its_folder_and_the_folder_of_the_notes_alone() -> None:
    launcher = f"{PATH}/skill/escalate.py"
    assert rules(PATH) == (
        f"Skill({SKILL})",
        f'Bash(uv run "{launcher}" *)',
        f"Bash(uv run {launcher} *)",
        f'Bash(python3 "{launcher}" *)',
        f"Bash(python3 {launcher} *)",
        "Edit(//tmp/escalation-*/**)",
        "Edit(//private/tmp/escalation-*/**)",
        f"Read(/{PATH}/**)",
    )


@pytest.mark.tree
def test_they_are_those_that_the_skill_grants_itself_with_its_folder_put_in() -> None:
    (line,) = [
        line for line in (ROOT / "SKILL.md").read_text(encoding="utf-8").splitlines() if "allowed-tools:" in line
    ]
    granted = line.removeprefix("allowed-tools: ").replace("${CLAUDE_SKILL_DIR}", str(PATH))
    assert granted == " ".join(rule for rule in rules(PATH) if not rule.startswith("Skill("))


@pytest.mark.tree
def test_the_skill_has_the_notes_written_where_the_rules_allow_it() -> None:
    text = (ROOT / "SKILL.md").read_text(encoding="utf-8")
    assert "FOLDER is a new one, /tmp/escalation-NAME (" in text
    assert FOLDERS[0] == "//tmp/escalation-*/**"


def test_doctor_gives_them_for_the_copy_that_claude_code_reads_and_for_no_other(where: Roots) -> None:
    assert examine(where).rules == ()
    folders.install(where, "codex")
    assert examine(where).rules == ()
    skill = folders.install(where)
    assert examine(where).rules == rules(skill)
