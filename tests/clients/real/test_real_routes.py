"""The ways to install that README names, each on the files as they would be committed, in a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from clients.folders import ROOT
from clients.real import listing, machine, sources
from clients.real.claude import User, converse
from clients.real.model import say
from clients.real.programs import Programs, uv
from clients.real.sources import Sources, contents
from escalation.clients.found import MANIFEST
from escalation.clients.places import SKILL

pytestmark = [pytest.mark.tree, pytest.mark.clients]
AGENTS = ("claude-code", "cursor", "windsurf", "codex")
MARKETPLACE = "csm-escalation"

# Where `npx skills` puts the files, and from where it links to them, for the four agents and for each alone.
PLACES: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {
    (AGENTS, "project"): (".agents/skills", ".claude/skills", ".windsurf/skills"),
    (AGENTS, "user"): (".agents/skills", ".claude/skills", ".codeium/windsurf/skills"),
    (("claude-code",), "project"): (".claude/skills",),
    (("claude-code",), "user"): (".claude/skills",),
    (("cursor",), "project"): (".agents/skills",),
    (("cursor",), "user"): (".agents/skills",),
    (("windsurf",), "project"): (".windsurf/skills",),
    (("windsurf",), "user"): (".codeium/windsurf/skills",),
    (("codex",), "project"): (".agents/skills",),
    (("codex",), "user"): (".agents/skills",),
}


def skills(user: User, *arguments: str | Path, scope: str) -> Path:
    """Run `npx skills`, whose exit code says nothing; the folder that it works in."""
    user.run("skills", *arguments, "-y", *(["-g"] if scope == "user" else []))
    return user.home if scope == "user" else user.project


def links(root: Path) -> dict[str, str]:
    """The links under a folder and where they lead."""
    return {str(path.relative_to(root)): str(path.readlink()) for path in root.rglob("*") if path.is_symlink()}


def found_skills(root: Path) -> set[str]:
    """The folders with a file SKILL.md under a folder, links not followed."""
    return {
        os.path.relpath(folder, root)
        for folder, _, files in os.walk(root)
        if "SKILL.md" in files and Path(folder).name == SKILL
    }


# --- npx skills -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("agents", "scope"), PLACES)
def test_npx_skills_puts_all_files_and_its_links_where_the_clients_look(
    agents: tuple[str, ...], scope: str, user: User, made: Sources
) -> None:
    real, *linked = PLACES[agents, scope]
    chosen = [word for agent in agents for word in ("-a", agent)]

    root = skills(user, "add", made.tree, *chosen, scope=scope)

    assert found_skills(root) == {f"{real}/{SKILL}"}
    assert contents(root / real / SKILL) == contents(made.tree)
    assert links(root) == {f"{place}/{SKILL}": os.path.relpath(f"{real}/{SKILL}", place) for place in linked}
    for place in linked:
        assert (root / place / SKILL / "SKILL.md").is_file()


@pytest.mark.parametrize("scope", ["project", "user"])
@pytest.mark.parametrize("client", listing.CLIENTS)
def test_the_clients_list_what_npx_skills_added_once(client: str, scope: str, user: User, made: Sources) -> None:
    skills(user, "add", made.tree, *(word for agent in AGENTS for word in ("-a", agent)), scope=scope)

    found = listing.CLIENTS[client](user)

    assert [entry.description for entry in found] == [listing.description()]


def test_npx_skills_takes_all_of_it_away_again(user: User, made: Sources) -> None:
    root = skills(user, "add", made.tree, *(word for agent in AGENTS for word in ("-a", agent)), scope="user")
    assert found_skills(root)

    skills(user, "remove", SKILL, scope="user")

    assert (found_skills(root), links(root)) == (set(), {})


def test_npx_skills_deletes_a_folder_of_that_name_without_asking_as_readme_warns(user: User, made: Sources) -> None:
    mine = user.home / ".claude" / "skills" / SKILL / "MINE.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine\n", encoding="utf-8")

    skills(user, "add", made.tree, "-a", "claude-code", scope="user")

    assert not mine.exists()
    assert (mine.parent / "SKILL.md").is_file()


# --- git clone --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("client", "folder"),
    [("claude-code", ".claude"), ("codex", ".agents"), ("opencode", ".agents"), ("gemini", ".agents")],
)
def test_a_git_clone_in_the_skills_folder_is_listed(client: str, folder: str, user: User, made: Sources) -> None:
    skill = user.home / folder / "skills" / SKILL

    sources.git(user.home, "clone", "-q", str(made.repository), str(skill))

    (found,) = listing.CLIENTS[client](user)
    assert found.description == listing.description()
    assert contents(skill) == contents(made.tree)


# --- Plugin of Claude Code --------------------------------------------------------------------------------------------


def test_claude_code_s_strict_validation_accepts_the_repository(user: User, made: Sources) -> None:
    printed = user.run("claude", "plugin", "validate", "--strict", made.tree)

    assert "Validation passed" in printed
    assert "warning" not in printed.casefold()


def test_claude_code_s_strict_validation_accepts_it_as_a_skill_of_a_plugin(
    user: User, made: Sources, tmp_path: Path
) -> None:
    holder = tmp_path / "holder" / "skills"
    shutil.copytree(made.tree, holder / SKILL)

    printed = user.run("claude", "plugin", "validate", "--strict", holder)

    assert "Validation passed" in printed
    assert "warning" not in printed.casefold()


def test_the_marketplace_is_added_and_the_plugin_installed_and_listed(user: User, made: Sources) -> None:
    user.run("claude", "plugin", "marketplace", "add", made.repository)
    user.run("claude", "plugin", "install", f"{SKILL}@{MARKETPLACE}")

    check_plugin(user)


def test_the_plugin_is_installed_in_one_step_as_readme_says(user: User, made: Sources) -> None:
    user.run("claude", "plugin", "install", SKILL, "--marketplace", made.repository)

    check_plugin(user)


def check_plugin(user: User) -> None:
    """It is listed with its version, and the model is told of it, once."""
    (plugin,) = json.loads(user.run("claude", "plugin", "list", "--json"))
    marketplace = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text(encoding="utf-8"))
    assert plugin["id"] == f"{SKILL}@{MARKETPLACE}"
    assert plugin["version"] == marketplace["plugins"][0]["version"]
    assert plugin["enabled"] is True

    found = converse(user, [[say("Hello.")]], "hello")

    assert [name for name in found.init["skills"] if SKILL in name] == [f"{SKILL}:{SKILL}"]
    assert found.model.listing().count(listing.description()) == 1


# --- The slim archive -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("client", listing.CLIENTS)
def test_the_slim_archive_unzipped_into_both_folders_is_listed_once(client: str, user: User, made: Sources) -> None:
    for folder in (".claude", ".agents"):
        sources.unzipped(made.archive, user.home / folder / "skills")

    found = listing.CLIENTS[client](user)

    assert [entry.description for entry in found] == [listing.description()]


# --- The wheel --------------------------------------------------------------------------------------------------------


def check_command(user: User, escalate: Path, made: Sources, tmp_path: Path) -> None:
    """What the command installs is what stands in the slim archive, and Claude Code lists it."""
    env = machine.environment(user.home)

    machine.good(machine.run(escalate, "install", cwd=user.project, env=env))

    slim = contents(sources.unzipped(made.archive, tmp_path / "slim"))
    for folder in (".claude", ".agents"):
        installed = contents(user.home / folder / "skills" / SKILL)
        assert installed.pop(MANIFEST)
        assert installed == slim
    assert [entry.description for entry in listing.claude(user)] == [listing.description()]


def test_the_wheel_installed_with_pip_brings_a_command_that_installs_the_skill(
    user: User, made: Sources, tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    machine.good(machine.run(sys.executable, "-m", "venv", venv, cwd=tmp_path, env=machine.own()))
    pip = (venv / "bin" / "python", "-m", "pip", "install", "--quiet", made.wheel)
    machine.good(machine.run(*pip, cwd=tmp_path, env=machine.own(), seconds=300))

    check_command(user, venv / "bin" / "escalate", made, tmp_path)


def test_the_wheel_installed_as_a_tool_of_uv_brings_it_too(
    user: User, made: Sources, programs: Programs, tmp_path: Path
) -> None:
    folders = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    env = machine.connected(tmp_path, **programs.kept, **folders)
    machine.good(machine.run(uv(), "tool", "install", made.wheel, cwd=tmp_path, env=env, seconds=300))

    check_command(user, tmp_path / "bin" / "escalate", made, tmp_path)
