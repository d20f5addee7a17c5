"""The clients list the skill where `escalate install` puts it, once, with its whole description."""

from __future__ import annotations

import pytest

from clients.real import listing
from clients.real.claude import User
from escalation.clients.places import SKILL

pytestmark = [pytest.mark.tree, pytest.mark.clients]
SCOPES = ("user", "project")


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("client", listing.CLIENTS)
def test_a_client_lists_what_was_installed_for_it(client: str, scope: str, user: User) -> None:
    user.install("--client", client, "--scope", scope)

    (found,) = listing.CLIENTS[client](user)

    assert found.description == listing.description()
    if found.file:
        assert found.file.name == "SKILL.md"
        assert found.file.parent.name == SKILL
        assert found.file.is_relative_to(user.home if scope == "user" else user.project)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("client", listing.CLIENTS)
def test_no_client_lists_it_twice_when_it_was_installed_for_all(client: str, scope: str, user: User) -> None:
    user.install("--scope", scope)

    found = listing.CLIENTS[client](user)

    assert [entry.description for entry in found] == [listing.description()]


@pytest.mark.parametrize(("client", "times"), [("claude-code", 1), ("codex", 2), ("opencode", 1), ("gemini", 1)])
def test_in_both_scopes_at_once_codex_alone_lists_it_twice(client: str, times: int, user: User) -> None:
    user.install("--scope", "user")
    user.install("--scope", "project")

    found = listing.CLIENTS[client](user)

    assert [entry.description for entry in found] == [listing.description()] * times


def test_gemini_lists_none_of_a_project_that_it_does_not_trust(user: User) -> None:
    user.install("--client", "gemini", "--scope", "project")

    assert listing.gemini(user, trusted=False) == []


@pytest.mark.parametrize("client", listing.CLIENTS)
def test_a_client_lists_nothing_after_it_was_uninstalled(client: str, user: User) -> None:
    user.install("--client", client)
    user.install("--client", client, "--uninstall")

    assert listing.CLIENTS[client](user) == []
