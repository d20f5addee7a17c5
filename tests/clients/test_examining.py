"""What is found where, and what to mend."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from clients import folders
from escalation import __version__
from escalation.clients.examining import Examined, examine
from escalation.clients.found import MANIFEST
from escalation.clients.places import SKILL, TITLES, Roots

SECRET = "key-Zm9yIHRlc3RzIG9ubHk"  # noqa: S105 - made up


@pytest.fixture(autouse=True)
def _home(where: Roots, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(where.home))


def text(found: Examined) -> str:
    return "\n".join((*found.lines, *found.advice))


def about(skill: Path, found: Examined) -> str:
    """The one line on a folder."""
    (line,) = (line for line in found.lines if line.startswith(f"{skill}:"))
    return line.removeprefix(f"{skill}: ")


def advice(skill: Path, found: Examined) -> list[str]:
    return [line for line in found.advice if str(skill) in line]


def test_nothing_installed(where: Roots) -> None:
    found = examine(where)

    assert found.lines[-1] == "The skill is in none of the folders where clients look"
    assert found.advice == ("Install it with `escalate install`.",)


def test_both_installed(where: Roots) -> None:
    claude, agents = folders.install(where), folders.install(where, "codex")

    found = examine(where)

    assert about(claude, found) == (
        f"{__version__} installed by `escalate install` (user: Claude Code, Cursor, opencode)"
    )
    assert about(agents, found).startswith(f"{__version__} installed by `escalate install` (user: Windsurf, Codex")
    assert found.advice == ()


def test_the_project_s_folders_are_looked_into_too(where: Roots) -> None:
    skill = folders.install(where, "codex", "project")

    found = examine(where)

    assert "(project: Cursor, Windsurf, Codex, Gemini CLI, opencode)" in about(skill, found)
    assert found.advice == ()


def test_every_folder_that_some_client_reads_is_looked_into(where: Roots) -> None:
    model = folders.install(where)
    names = (".cursor", ".codex", ".codeium/windsurf", ".gemini", ".config/opencode", ".agents")
    for name in names:
        shutil.copytree(model, where.home / name / "skills" / SKILL)

    found = examine(where)

    assert len([line for line in found.lines if SKILL in line]) == len(names) + 1
    assert found.advice == ()


def test_codex_lists_what_is_there_for_the_user_and_for_the_project_twice(where: Roots) -> None:
    folders.install(where, "codex")
    assert examine(where).advice == ()
    folders.install(where, "codex", "project")
    (told,) = examine(where).advice
    assert told == "Codex lists the skill twice, once for you and once for the project: keep one of them."


def test_an_older_version_beside_a_newer_one(where: Roots) -> None:
    claude = folders.age(folders.install(where))
    folders.install(where, "codex")

    found = examine(where)

    assert about(claude, found).startswith(f"{folders.OLD} installed by")
    assert advice(claude, found) == [
        f"{claude} is version {folders.OLD}, this program {__version__}: run `escalate install`."
    ]
    assert f"opencode sees several versions ({folders.OLD}, {__version__}): keep one." in found.advice
    assert [title for title in TITLES.values() if f"{title} sees several" in text(found)] == ["opencode"]


def test_the_same_version_twice_is_nothing_to_mend(where: Roots) -> None:
    folders.install(where)
    folders.install(where, "claude-code", "project")

    assert examine(where).advice == ()


def test_the_user_s_and_the_project_s_versions_are_seen_by_one_client(where: Roots) -> None:
    folders.age(folders.install(where, "claude-code", "project"))
    folders.install(where)

    assert f"Claude Code sees several versions ({folders.OLD}, {__version__}): keep one." in examine(where).advice


def test_a_changed_one(where: Roots) -> None:
    skill = folders.install(where)
    (skill / "mine.md").write_text("mine\n")

    found = examine(where)

    assert "changed since" in about(skill, found)
    assert found.advice == ()


def test_a_link_that_leads_nowhere(where: Roots) -> None:
    skill = folders.claude(where)
    skill.parent.mkdir(parents=True)
    skill.symlink_to("nowhere")

    found = examine(where)

    assert about(skill, found).startswith("a link that leads nowhere (user: ")
    assert advice(skill, found) == [
        f"{skill}: a link that leads nowhere; move it away or delete it, then `escalate install`."
    ]
    assert "Install it with `escalate install`." in found.advice


@pytest.mark.parametrize("kind", ["file", "folder", "skill"])
def test_somebody_else_s(kind: str, where: Roots) -> None:
    skill = folders.claude(where)
    skill.parent.mkdir(parents=True)
    if kind == "file":
        skill.write_text("mine\n")
    else:
        skill.mkdir()
    if kind == "skill":
        (skill / "SKILL.md").write_text(f"---\nname: {SKILL}\n---\n")

    found = examine(where)

    assert ("a file (" if kind == "file" else "somebody else's folder of that name (") in about(skill, found)
    assert "move it away" in advice(skill, found)[0]


@pytest.mark.parametrize("kind", ["copy", "clone", "link"])
def test_what_was_put_there_in_another_way_works_and_is_updated_that_way(kind: str, where: Roots) -> None:
    skill = folders.age(folders.install(where))
    (skill / MANIFEST).unlink()
    if kind == "clone":
        (skill / ".git").mkdir()
    elif kind == "link":
        skill.rename(where.home / "kept")
        skill.symlink_to(where.home / "kept")

    found = examine(where)

    said = {"copy": "a copy made in another way", "clone": "a git clone", "link": "a link"}
    assert about(skill, found).startswith(f"{folders.OLD} {said[kind]}")
    assert advice(skill, found) == [
        f"{skill} is version {folders.OLD}, this program {__version__}: update it the way it was put there."
    ]


def test_one_without_a_version_is_not_said_to_be_of_version_none(where: Roots) -> None:
    skill = folders.install(where)
    (skill / "SKILL.md").write_text(f"---\nname: {SKILL}\n---\n", encoding="utf-8")
    folders.install(where, "codex")

    assert "None" not in text(examine(where))


@pytest.mark.parametrize("content", [b"{", b"[" * 200_000])
def test_a_damaged_manifest_does_not_stop_it(content: bytes, where: Roots) -> None:
    skill = folders.install(where)
    (skill / MANIFEST).write_bytes(content)

    found = examine(where)

    assert "changed since" in about(skill, found)


@pytest.mark.parametrize("obstacle", [".claude", ".claude/skills", ".config"])
def test_a_file_where_a_client_has_its_folder_does_not_stop_it(obstacle: str, where: Roots) -> None:
    (where.home / obstacle).parent.mkdir(exist_ok=True)
    (where.home / obstacle).write_text("mine\n")
    skill = folders.install(where, "codex")

    assert about(skill, examine(where)).startswith(__version__)


# --- The machine ------------------------------------------------------------------------------------------------------


def test_it_tells_program_and_python(where: Roots) -> None:
    lines = examine(where).lines

    assert lines[0].startswith(f"escalate {__version__}, in ")
    assert lines[1] == f"Python {'.'.join(map(str, sys.version_info[:3]))}, {sys.executable}"


def test_uv_is_found_on_the_path(where: Roots, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "uv").write_text("#!/bin/sh\n")
    (tmp_path / "bin" / "uv").chmod(0o755)

    with_uv = examine(where._replace(environment={"PATH": os.pathsep.join(["/nowhere", str(tmp_path / "bin")])}))
    without = examine(where._replace(environment={"PATH": "/nowhere"}))

    assert f"uv: {tmp_path / 'bin' / 'uv'}" in with_uv.lines
    assert "uv: not found; the skill then needs a python3 that has its libraries" in without.lines


def test_without_a_key_the_offline_reader_is_named(where: Roots) -> None:
    assert "Model: no key, the offline reader reads" in examine(where).lines


@pytest.mark.parametrize(
    "variable", ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_CUSTOM_HEADERS", "ANTHROPIC_BASE_URL"]
)
def test_a_key_is_said_to_be_there_and_never_shown(variable: str, where: Roots) -> None:
    value = {
        "ANTHROPIC_CUSTOM_HEADERS": f"Authorization: Bearer {SECRET}",
        "ANTHROPIC_BASE_URL": f"https://user:{SECRET}@example.com",
    }.get(variable, SECRET)

    found = examine(where._replace(environment={variable: value}))

    assert f"Model: access from {variable}" in text(found)
    assert SECRET not in text(found)


def test_examining_changes_nothing(where: Roots) -> None:
    folders.age(folders.install(where))
    before = folders.state(where.home.parent)
    examine(where)

    assert folders.state(where.home.parent) == before
