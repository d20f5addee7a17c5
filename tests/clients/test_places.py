"""Where each client looks for skills."""

from __future__ import annotations

from pathlib import Path

import pytest

from escalation.clients.places import ALL, CLIENTS, SKILL, TITLES, Client, Place, Roots, Scope, place, places

ROOTS = Roots(Path("/home/ada"), Path("/work/site"), {})

PUT: dict[tuple[Client, Scope], str] = {
    ("claude-code", "user"): "/home/ada/.claude/skills",
    ("cursor", "user"): "/home/ada/.cursor/skills",
    ("windsurf", "user"): "/home/ada/.agents/skills",
    ("codex", "user"): "/home/ada/.agents/skills",
    ("gemini", "user"): "/home/ada/.agents/skills",
    ("opencode", "user"): "/home/ada/.agents/skills",
    ("claude-code", "project"): "/work/site/.claude/skills",
    ("cursor", "project"): "/work/site/.agents/skills",
    ("windsurf", "project"): "/work/site/.agents/skills",
    ("codex", "project"): "/work/site/.agents/skills",
    ("gemini", "project"): "/work/site/.agents/skills",
    ("opencode", "project"): "/work/site/.agents/skills",
}

# Which of its folders each client documents.
READ: dict[Client, set[str]] = {
    "claude-code": {"/home/ada/.claude/skills", "/work/site/.claude/skills"},
    "cursor": {
        "/home/ada/.cursor/skills", "/home/ada/.claude/skills", "/home/ada/.codex/skills",
        "/work/site/.agents/skills", "/work/site/.cursor/skills", "/work/site/.claude/skills",
        "/work/site/.codex/skills",
    },
    "windsurf": {
        "/home/ada/.codeium/windsurf/skills", "/home/ada/.agents/skills",
        "/work/site/.windsurf/skills", "/work/site/.agents/skills",
    },
    "codex": {"/home/ada/.agents/skills", "/home/ada/.codex/skills", "/work/site/.agents/skills"},
    "gemini": {
        "/home/ada/.gemini/skills", "/home/ada/.agents/skills",
        "/work/site/.gemini/skills", "/work/site/.agents/skills",
    },
    "opencode": {
        "/home/ada/.config/opencode/skills", "/home/ada/.claude/skills", "/home/ada/.agents/skills",
        "/work/site/.opencode/skills", "/work/site/.claude/skills", "/work/site/.agents/skills",
    },
}  # fmt: skip


@pytest.mark.parametrize(("client", "scope"), PUT)
def test_a_client_s_skill_is_put_into_a_folder_that_the_client_reads(client: Client, scope: Scope) -> None:
    found = place(client, scope, ROOTS)

    assert found.folder == Path(PUT[client, scope])
    assert found.skill == found.folder / SKILL
    assert found.scope == scope
    assert client in found.clients


@pytest.mark.parametrize("client", CLIENTS)
def test_every_folder_that_a_client_reads_is_looked_into_and_said_to_be_read_by_it(client: Client) -> None:
    assert {str(found.folder) for found in places(ROOTS) if client in found.clients} == READ[client]


@pytest.mark.parametrize("scope", ["user", "project"])
def test_the_folders_for_all_serve_every_client(scope: Scope) -> None:
    served = {client for one in ALL for client in place(one, scope, ROOTS).clients}

    assert served == set(CLIENTS)


def test_every_folder_is_there_once_the_user_s_before_the_project_s() -> None:
    found = list(places(ROOTS))

    assert len({one.folder for one in found}) == len(found)
    assert [one.scope for one in found] == sorted((one.scope for one in found), reverse=True)
    assert {one.scope for one in found} == {"user", "project"}


def test_in_the_home_folder_every_folder_is_there_once() -> None:
    found = [one.folder for one in places(ROOTS._replace(project=ROOTS.home))]

    assert len(set(found)) == len(found)


@pytest.mark.parametrize("client", CLIENTS)
def test_in_the_home_folder_there_is_a_place_for_the_project_too(client: Client) -> None:
    found = place(client, "project", ROOTS._replace(project=ROOTS.home))

    assert found.folder == ROOTS.home / Path(PUT[client, "project"]).relative_to("/work/site")


def test_a_folder_is_told_with_its_readers_as_people_call_them() -> None:
    found = Place(Path("/home/ada/.agents/skills"), "user", ("codex", "gemini"))

    assert found.readers == "Codex, Gemini CLI"
    assert set(TITLES) == set(CLIENTS)


# --- Claude Code's own folder, moved --------------------------------------------------------------------------------


def test_claude_code_s_folder_moves_with_its_variable_for_all_who_read_it() -> None:
    moved = place("claude-code", "user", ROOTS._replace(environment={"CLAUDE_CONFIG_DIR": "/srv/claude"}))

    assert moved.folder == Path("/srv/claude/skills")
    assert "claude-code" in moved.clients


def test_only_the_user_s_folder_of_claude_code_moves() -> None:
    moved = {one.folder for one in places(ROOTS._replace(environment={"CLAUDE_CONFIG_DIR": "/srv/claude"}))}
    usual = {one.folder for one in places(ROOTS)}

    assert usual - moved == {Path("/home/ada/.claude/skills")}
    assert moved - usual == {Path("/srv/claude/skills")}


def test_an_empty_variable_moves_nothing() -> None:
    assert list(places(ROOTS._replace(environment={"CLAUDE_CONFIG_DIR": ""}))) == list(places(ROOTS))


@pytest.mark.parametrize("moved", ["/work/site/.claude", "/home/ada/.agents"])
def test_a_folder_that_serves_twice_once_it_moved_is_there_once(moved: str) -> None:
    where = ROOTS._replace(environment={"CLAUDE_CONFIG_DIR": moved})
    found = [one.folder for one in places(where)]

    assert len(set(found)) == len(found)
    assert place("claude-code", "user", where).folder == Path(moved) / "skills"
    assert place("claude-code", "project", where).folder == Path("/work/site/.claude/skills")
