"""When the skill is used: the requests, and what agents chose that saw only names and descriptions."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from escalation.clients.places import SKILL

ROOT = Path(__file__).parents[1]
EVALS = ROOT / "evals"
pytestmark = pytest.mark.tree


def load(name: str) -> Any:
    return json.loads((EVALS / name).read_text(encoding="utf-8"))


def test_the_requests_are_at_least_sixty_half_of_them_near_misses_and_no_two_alike() -> None:
    requests = load("triggers.json")
    assert len(requests) >= 60
    assert len({request["query"] for request in requests}) == len(requests)
    assert all(set(request) == {"query", "should_trigger"} for request in requests)
    assert 2 * sum(request["should_trigger"] for request in requests) == len(requests)


def test_at_least_ten_other_skills_stand_beside_it() -> None:
    names = [rival["name"] for rival in load("triggers.rivals.json")]
    assert len(set(names)) == len(names) >= 10
    assert SKILL not in names
    assert {"escalation-brief-writer", "customer-escalation", "escalate-or-hold", "ticket-triage"} <= set(names)


def test_what_was_chosen_was_chosen_by_the_present_description() -> None:
    description = re.search(r'^description: "(.*)"$', (ROOT / "SKILL.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert description
    assert load("triggers.chosen.json")["description_sha256"] == hashlib.sha256(description[1].encode()).hexdigest()


def test_every_request_was_judged_three_times_with_at_most_three_misses_and_two_false_alarms() -> None:
    wanted = {request["query"]: request["should_trigger"] for request in load("triggers.json")}
    chosen = {judged["query"]: judged["chosen"] for judged in load("triggers.chosen.json")["chosen"]}
    assert chosen.keys() == wanted.keys()
    for judge in range(3):
        misses = [query for query, skills in chosen.items() if wanted[query] and skills[judge] != SKILL]
        alarms = [query for query, skills in chosen.items() if not wanted[query] and skills[judge] == SKILL]
        assert len(misses) <= 3, misses
        assert len(alarms) <= 2, alarms
