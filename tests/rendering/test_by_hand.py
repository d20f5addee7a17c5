from __future__ import annotations

import re

import pytest

from escalation.policy.loading import load
from escalation.policy.terms import DIMENSIONS, MISTAKES
from escalation.rendering.by_hand import render
from rendering.reading import PARSER, shown


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module", params=["default", "plain"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(name: str) -> str:
    """All that a reader of the rendered page sees."""
    tokens = PARSER.parse(render(load(name)))
    return words(" ".join(shown(token.children or []) for token in tokens if token.type == "inline"))


def test_every_definition_that_decides_stands_there(name: str) -> None:
    policy, text = load(name), read(name)
    wanted = [level for key in DIMENSIONS for level in policy.dimensions[key].levels.values()]
    wanted += [*policy.strategic_weight.values(), *(signal.definition for signal in policy.signals.values())]
    wanted += [part for band in policy.bands for part in (band.label, band.meaning)]
    wanted += [route.when for route in policy.routes.values()] + [floor.reason for floor in policy.floors]
    assert [part for part in wanted if words(part) not in text] == []


def test_every_mistake_stands_there(name: str) -> None:
    text = read(name)
    assert all(words(load(name).mistakes.text(mistake).description) in text for mistake in MISTAKES)


def test_the_tables_keep_their_shape(name: str) -> None:
    rows: list[list[str]] = []
    for token in PARSER.parse(render(load(name))):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(token.type)
        elif token.type == "table_close":
            assert len(rows) > 1
            assert len({len(row) for row in rows}) == 1


def test_the_headings_of_the_result_are_those_of_an_assessment(name: str) -> None:
    text = render(load(name))
    places = [
        text.index(heading)
        for heading in (
            "## Escalation Assessment:",
            "### Situation",
            "### Scoring",
            "### Decision",
            "### If Escalating",
        )
    ]
    assert places == sorted(places)


def test_it_says_that_the_numbers_were_not_checked_and_names_the_policy(name: str) -> None:
    policy = load(name)
    assert "not checked by the program" in read(name)
    assert f"{policy.id} {policy.version}" in read(name)


def test_no_placeholder_is_left_and_it_ends_in_one_line_feed(name: str) -> None:
    text = render(load(name))
    assert re.search(r"[{}]", text) is None
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
