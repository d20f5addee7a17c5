from __future__ import annotations

import datetime as dt
import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import building
from escalation.decision.business_days import shown
from escalation.decision.messages import ask, customer_communication
from escalation.decision.routing import Recipient, route
from escalation.policy.loading import load
from escalation.policy.terms import DECISIONS, ISSUE_TYPES, Decision, IssueType

DEFAULT = load("default")
BY = "by Tuesday 2026-11-24"
OWNER = Recipient("engineering", None, "Engineering (#eng)", "our engineers")

TEMPLATES = building.policy(
    {
        "ask_templates.ask": "{owner}|{ask}|{by}",
        "ask_templates.no_ask": "none: {owner}|{by}",
        "ask_templates.update": "update: {owner}|{ask}|{by}",
        "ask_templates.update_no_ask": "update, none: {owner}|{by}",
        "customer_templates.handle": "handle: {update_by}",
        "customer_templates.support": "support: {owner} {update_by}",
        "customer_templates.urgency": "urgency: {owner} {update_by}",
        "customer_templates.immediate": "immediate: {owner} {update_by}",
    }
)


@pytest.mark.parametrize(
    ("wanted", "update", "text"),
    [
        ("Repair the export", False, "Engineering (#eng)|Repair the export.|by Tuesday 2026-11-24"),
        (None, False, "none: Engineering (#eng)|by Tuesday 2026-11-24"),
        ("", False, "none: Engineering (#eng)|by Tuesday 2026-11-24"),
        (" \n", False, "none: Engineering (#eng)|by Tuesday 2026-11-24"),
        ("Repair the export", True, "update: Engineering (#eng)|Repair the export.|by Tuesday 2026-11-24"),
        (None, True, "update, none: Engineering (#eng)|by Tuesday 2026-11-24"),
    ],
)
def test_the_ask_is_set_into_the_template_with_owner_and_day(wanted: str | None, text: str, *, update: bool) -> None:
    assert ask(TEMPLATES, OWNER, wanted, BY, update=update) == text


def test_where_nobody_else_owns_it_nothing_is_asked() -> None:
    for wanted, update in product(("Repair it", None), (True, False)):
        assert ask(DEFAULT, None, wanted, BY, update=update) is None


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("Repair it", "Repair it."),
        ("Repair it.", "Repair it."),
        ("Repair it!", "Repair it!"),
        ("Can you repair it?", "Can you repair it?"),
        ("Repair it …", "Repair it …"),
        ("Repair it; ", "Repair it."),
        ("  Repair\n\tthe   export ,", "Repair the export."),
    ],
)
def test_the_ask_stands_there_as_one_sentence(wanted: str, sentence: str) -> None:
    text = ask(TEMPLATES, OWNER, wanted, BY, update=False)
    assert text is not None
    assert text.split("|")[1] == sentence


@pytest.mark.parametrize("wanted", ["Repair {owner}", "{by!r} {0} {}", "50 % of {", "}} %s $by"])
def test_braces_in_an_ask_or_a_name_are_words_and_not_filled_in(wanted: str) -> None:
    owner = Recipient("team_lead", "{by}", "Lead of {by}", "the team")
    assert ask(TEMPLATES, owner, wanted, BY, update=False) == f"Lead of {{by}}|{wanted}.|by Tuesday 2026-11-24"


def test_the_default_ask_names_owner_ask_and_day_and_an_update_says_that_it_is_one() -> None:
    for wanted in ("Repair the export", None):
        new = ask(DEFAULT, OWNER, wanted, BY, update=False)
        update = ask(DEFAULT, OWNER, wanted, BY, update=True)
        for text in (new, update):
            assert text is not None
            assert OWNER.name in text
            assert BY in text
            assert wanted is None or f"{wanted}." in text
        assert new != update
        assert update is not None
        assert "update" in update


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        ("handle", "handle: by Tuesday 2026-11-24"),
        ("support", "support: our engineers by Tuesday 2026-11-24"),
        ("urgency", "urgency: our engineers by Tuesday 2026-11-24"),
        ("immediate", "immediate: our engineers by Tuesday 2026-11-24"),
    ],
)
def test_the_customer_is_told_who_has_it_and_when_they_hear_again(decision: Decision, text: str) -> None:
    owner = None if decision == "handle" else OWNER
    assert customer_communication(TEMPLATES, decision, owner, BY) == text


@given(
    st.sampled_from(DECISIONS),
    st.sampled_from([None, *ISSUE_TYPES]),
    st.lists(st.text(min_size=1), max_size=3),
    st.dates(),
)
def test_the_customer_reads_no_number_but_the_day_and_no_internal_name(
    decision: Decision, issue_type: IssueType | None, teams: list[str], day: dt.date
) -> None:
    owner = route(DEFAULT, decision, issue_type, teams, ()).owner
    text = customer_communication(DEFAULT, decision, owner, shown(day))
    assert re.findall(r"\d+", text) == re.findall(r"\d+", shown(day))
    customer_name = owner.customer_name if owner else ""
    template = DEFAULT.customer_templates.template(decision)
    assert text == template.replace("{owner}", customer_name).replace("{update_by}", shown(day))
    assert owner is None or customer_name in text


def test_no_shipped_message_names_money_a_score_or_a_level() -> None:
    for name, decision in product(("default", "plain"), DECISIONS):
        template = load(name).customer_templates.template(decision).lower()
        for word in ("arr", "eur", "score", "total", "escalat", "cro", "fault", "because", "renewal"):
            assert not re.search(rf"\b{word}", template), (name, decision, word)


def test_customer_facing_names_give_away_no_channel_and_no_title() -> None:
    for party in DEFAULT.parties.values():
        assert not set("#@{}<>()") & set(party.customer_name)
        assert party.customer_name.split()[0] in ("our", "the")
