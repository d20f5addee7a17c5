"""What Claude Code asks its user, counted over its own protocol for such questions; README announces it.

Each question is answered with yes, for that once. "Without" are measurements of what was decided against.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from clients.real import machine, scripts
from clients.real.claude import User, converse
from clients.real.model import Block, Turn, say, use
from clients.real.programs import Programs
from escalation.clients.places import SKILL

pytestmark = [pytest.mark.tree, pytest.mark.clients]
Correction = Callable[[Path, str], list[Turn]]
ASK = "should I escalate this?"


@pytest.fixture(name="agent")
def _agent(user: User) -> User:
    """Somebody with the skill, and nothing allowed."""
    user.install("--client", "claude-code")
    return user


def allow(user: User, rules: Sequence[str]) -> None:
    """Put rules into the user's settings."""
    settings = {"permissions": {"allow": list(rules)}}
    (user.home / ".claude" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def doctors(user: User) -> list[str]:
    """The rules that `escalate doctor` prints for those settings."""
    printed = machine.good(machine.escalate("doctor", home=user.home, cwd=user.project))
    return [json.loads(line) for line in re.findall(r'^ +(".*"),?$', printed, re.MULTILINE)]


def withhold(user: User) -> None:
    """Take allowed-tools out of the installed SKILL.md."""
    file = user.home / ".claude" / "skills" / SKILL / "SKILL.md"
    text, times = re.subn(r"^allowed-tools: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert times == 1
    file.write_text(text, encoding="utf-8")


def asked(user: User, script: Sequence[Turn], *prompts: str) -> list[str]:
    """The tools that each turn asked about, in order; all calls went through in the end."""
    found = converse(user, script, *prompts, answers=True)
    assert [(call.tool, call.text) for call in found.calls if call.failed] == []
    return [" ".join(turn) for turn in found.asked]


@pytest.mark.parametrize("runner", scripts.RUNNERS)
def test_one_for_the_use_of_the_skill_and_one_for_the_deletion(
    runner: str, agent: User, programs: Programs, folder: Path
) -> None:
    script = [scripts.load(), *scripts.assessment(folder, runner), *scripts.deletion(folder)]

    assert asked(programs.given_to(agent, runner), script, ASK, "thanks, done") == ["Skill", "Bash"]
    assert not folder.exists()


@pytest.mark.parametrize(
    ("correct", "questions", "shown"),
    [(scripts.mended, "Edit Edit Bash", "enewal in June"), (scripts.flagged, "Bash", "EUR 38k")],
)
def test_one_for_each_step_of_a_correction_in_a_later_message(
    correct: Correction, questions: str, shown: str, agent: User, programs: Programs, folder: Path
) -> None:
    script = [scripts.load(), *scripts.assessment(folder, "uv run"), *correct(folder, "uv run")]
    found = converse(programs.given_to(agent, "uv run"), script, ASK, "a correction", answers=True)

    assert [" ".join(turn) for turn in found.asked] == ["Skill", questions]
    assert not any(call.failed for call in found.calls)
    assert shown in found.calls[-1].text
    assert shown not in next(call.text for call in found.calls if call.text.startswith("## Escalation"))


def test_none_for_a_correction_behind_the_skill_s_name(agent: User, programs: Programs, folder: Path) -> None:
    script = [scripts.load(), *scripts.assessment(folder, "uv run"), *scripts.mended(folder, "uv run")]

    found = asked(programs.given_to(agent, "uv run"), script, ASK, f"/{SKILL} the renewal is in June")

    assert found == ["Skill", ""]


def test_one_for_a_correction_when_the_model_takes_the_skill_again(
    agent: User, programs: Programs, folder: Path
) -> None:
    again = [scripts.load(), *scripts.mended(folder, "uv run")]
    script = [scripts.load(), *scripts.assessment(folder, "uv run"), *again]

    assert asked(programs.given_to(agent, "uv run"), script, ASK, "the renewal is in June") == ["Skill", "Skill"]


@pytest.mark.parametrize("runner", scripts.RUNNERS)
def test_none_when_the_user_types_its_name(runner: str, agent: User, programs: Programs, folder: Path) -> None:
    script = scripts.assessment(folder, runner)

    assert asked(programs.given_to(agent, runner), script, f"/{SKILL} {ASK}") == [""]


@pytest.mark.parametrize("runner", scripts.RUNNERS)
def test_none_but_that_for_the_deletion_with_the_rules_that_doctor_prints(
    runner: str, agent: User, programs: Programs, folder: Path
) -> None:
    rules = doctors(agent)
    assert f"Skill({SKILL})" in rules
    allow(agent, rules)
    script = [
        scripts.load(),
        *scripts.assessment(folder, runner),
        *scripts.mended(folder, runner),
        *scripts.flagged(folder, runner),
        *scripts.deletion(folder),
    ]

    found = asked(programs.given_to(agent, runner), script, ASK, "a correction", "another", "thanks, done")

    assert found == ["", "", "", "Bash"]


def test_the_question_for_its_use_is_the_only_one_that_a_rule_for_the_skill_saves(
    agent: User, programs: Programs, folder: Path
) -> None:
    allow(agent, [f"Skill({SKILL})"])
    script = [scripts.load(), *scripts.assessment(folder, "uv run"), *scripts.flagged(folder, "uv run")]

    assert asked(programs.given_to(agent, "uv run"), script, ASK, "a correction") == ["", "Bash"]


def test_where_nobody_can_be_asked_the_skill_is_not_used(agent: User) -> None:
    found = converse(agent, [scripts.load(), [say("Refused.")]], ASK)

    assert found.denied == 1
    assert f"Skill({SKILL})" in found.calls[0].text


@pytest.mark.parametrize("runner", scripts.RUNNERS)
def test_without_allowed_tools_four(runner: str, agent: User, programs: Programs, folder: Path) -> None:
    withhold(agent)
    script = [scripts.load(), *scripts.assessment(folder, runner), *scripts.flagged(folder, runner)]

    found = asked(programs.given_to(agent, runner), script, ASK, "a correction")

    assert found == ["Write Bash Write Bash", "Bash"]


def test_without_allowed_tools_four_even_when_the_user_types_its_name(
    agent: User, programs: Programs, folder: Path
) -> None:
    withhold(agent)

    found = asked(programs.given_to(agent, "uv run"), scripts.assessment(folder, "uv run"), f"/{SKILL} {ASK}")

    assert found == ["Write Bash Write Bash"]


BEYOND: dict[str, Block] = {
    "another program": use("Bash", command='uv run "{OUTSIDE}/evil.py" "{BASE}/skill/escalate.py" --help'),
    "a program beside": use("Bash", command='uv run "{BASE}/../evil.py" --help'),
    "a second command": use("Bash", command='uv run "{BASE}/skill/escalate.py" --help && touch "{OUTSIDE}/evil"'),
    "a nested command": use("Bash", command='uv run "{BASE}/skill/escalate.py" "$(touch "{OUTSIDE}/evil")"'),
    "a file elsewhere": use("Write", file_path="{OUTSIDE}/evil", content="x"),
    "a way out of the folder": use("Write", file_path="{FOLDER}/../evil", content="x"),
    "the skill itself": use("Write", file_path="{BASE}/SKILL.md", content="x"),
    "the user's settings": use("Read", file_path="{BASE}/../../settings.json"),
}


@pytest.mark.parametrize("what", BEYOND)
@pytest.mark.parametrize("by", ["the skill", "the user"])
def test_what_is_allowed_goes_no_further(
    by: str, what: str, agent: User, programs: Programs, folder: Path, tmp_path: Path
) -> None:
    allow(agent, doctors(agent) if by == "the user" else [f"Skill({SKILL})"])
    block = BEYOND[what]
    names = {"{OUTSIDE}": str(tmp_path), "{FOLDER}": str(folder)}
    for name, path in names.items():
        block |= {"input": {key: text.replace(name, path) for key, text in block["input"].items()}}

    found = converse(programs.given_to(agent, "uv run"), [scripts.load(), [block], [say("Done.")]], ASK)

    assert found.denied == 1
    assert found.calls[1].failed
    assert not (tmp_path / "evil").exists()
