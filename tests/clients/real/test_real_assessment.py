"""A whole assessment in Claude Code, whose model is played: what it loads, and what comes back."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from clients import folders
from clients.real import machine, scripts
from clients.real.claude import User, converse
from clients.real.model import BASE, say, use
from clients.real.programs import Programs
from escalation.clients.found import MANIFEST
from escalation.clients.places import SKILL

pytestmark = [pytest.mark.tree, pytest.mark.clients]
ALLOWED = ("--allowedTools", f"Skill({SKILL})")


def body(skill: Path) -> str:
    """What stands below the front matter of SKILL.md, as Claude Code gives it to the model."""
    text = scripts.skill_md().split("\n---\n", maxsplit=1)[1].strip("\n")
    return f"Base directory for this skill: {skill}\n\n{text}\n".replace("${CLAUDE_SKILL_DIR}", str(skill))


def own_output(skill: Path, folder: Path, programs: Programs, cwd: Path) -> str:
    """What the launcher prints without any client between."""
    launcher = (programs.python / "python3", skill / "skill" / "escalate.py")
    given = (folder / "extraction.json", "--notes", folder / "notes.md", "--today", scripts.TODAY)
    return machine.good(machine.run(*launcher, "decide", *given, cwd=cwd, env=machine.environment(cwd)))


@pytest.mark.parametrize("scope", ["user", "project"])
@pytest.mark.parametrize("runner", scripts.RUNNERS)
def test_the_assessment_comes_back_as_the_program_gives_it(
    runner: str, scope: str, user: User, programs: Programs, folder: Path
) -> None:
    user.install("--client", "claude-code", "--scope", scope)
    skill = (user.home if scope == "user" else user.project) / ".claude" / "skills" / SKILL
    before = folders.state(skill)

    found = converse(
        programs.given_to(user, runner),
        [scripts.load(), *scripts.assessment(folder, runner)],
        "should I escalate this?",
        options=ALLOWED,
    )

    assert [(call.tool, call.failed) for call in found.calls] == [
        ("Skill", False), ("Write", False), ("Bash", False), ("Write", False), ("Bash", False),
    ]  # fmt: skip
    assert found.denied == 0
    assert (folder / "notes.md").read_bytes() == scripts.NOTES.read_bytes()
    assert (folder / "extraction.json").read_bytes() == scripts.EXTRACTION.read_bytes()
    assert found.calls[-1].text == own_output(skill, folder, programs, user.project).rstrip("\n")
    assert found.calls[-1].text.startswith("## Escalation Assessment: Pomfrey & Wick Homeware\n")
    assert folders.state(skill) == before


def test_what_is_loaded_is_skill_md_with_nothing_mangled(user: User) -> None:
    user.install("--client", "claude-code")
    skill = user.home / ".claude" / "skills" / SKILL

    found = converse(user, [scripts.load(), [say("Read.")]], "should I escalate this?", options=ALLOWED)

    assert [text for text in found.model.texts() if text.startswith("Base directory")] == [body(skill)]
    assert "${" not in body(skill)
    assert (skill / MANIFEST).is_file()


@pytest.mark.parametrize("words", ["EUR 38k one two", "$1.2M $0 $ARGUMENTS `date`"])
def test_what_the_user_types_behind_its_name_comes_after_it(words: str, user: User) -> None:
    user.install("--client", "claude-code")
    skill = user.home / ".claude" / "skills" / SKILL

    found = converse(user, [[say("Read.")]], f"/{SKILL} {words}")

    (loaded,) = (text for text in found.model.texts() if text.startswith("Base directory"))
    assert loaded.rstrip("\n") == f"{body(skill)}\n\nARGUMENTS: {words}".rstrip("\n")


def test_without_uv_the_next_line_of_skill_md_runs(user: User, programs: Programs) -> None:
    user.install("--client", "claude-code")
    with_python = programs.given_to(user, "python3")
    if shutil.which("uv", path=with_python.environment()["PATH"]):
        pytest.skip("uv lies among this system's own programs")
    calls = [[use("Bash", command=f"{scripts.launcher(runner)} --version")] for runner in scripts.RUNNERS]

    found = converse(with_python, [scripts.load(), *calls, [say("Ran.")]], "should I escalate this?", options=ALLOWED)

    without, runs = found.calls[1:]
    assert (without.failed, runs.failed) == (True, False)
    assert "uv: command not found" in without.text
    assert found.denied == 0


def test_without_libraries_the_agent_reads_how_to_get_them_and_the_tables(user: User) -> None:
    user.install("--client", "claude-code")
    bare = user.project / "bare"
    bare.mkdir()
    (bare / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "$@"\n', encoding="utf-8")
    (bare / "python3").chmod(0o755)
    tables = use("Read", file_path=f"{BASE}/references/by-hand.md")
    script = [scripts.load(), [use("Bash", command=f"{scripts.launcher('python3')} --help")], [tables], [say("Read.")]]

    found = converse(user._replace(path=(bare,)), script, "should I escalate this?", options=ALLOWED)

    _, refused, by_hand = found.calls
    assert refused.failed
    assert "escalate lacks libraries; install them with: " in refused.text
    assert not by_hand.failed
    assert "Customer impact" in by_hand.text
    assert found.denied == 0


def test_an_extraction_with_faults_comes_back_with_every_problem(user: User, programs: Programs, folder: Path) -> None:
    user.install("--client", "claude-code")
    script = scripts.assessment(folder, "python3")
    text = scripts.EXTRACTION.read_text(encoding="utf-8").replace('"product_defect"', '"a mess"')
    script[2] = [use("Write", file_path=str(folder / "extraction.json"), content=text)]

    found = converse(
        programs.given_to(user, "python3"), [scripts.load(), *script], "should I escalate this?", options=ALLOWED
    )

    assert found.calls[-1].failed
    assert "Exit code 5" in found.calls[-1].text
    assert "issue_type" in found.calls[-1].text
