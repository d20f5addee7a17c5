from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import building
from escalation.evidence.separation import LEFT_OUT, Separation
from escalation.extraction.model import Case


def separated(own: str | None, *others: str | None, **overrides: Any) -> tuple[Case, list[str]]:
    """The case of ``own`` beside those of ``others``, without what names them; and what was reported."""
    findings: list[str] = []
    case = building.extraction(building.case(account=own, **overrides)).cases[0]
    return Separation([own, *others]).only(0, case, findings), findings


def test_a_sentence_that_names_another_account_is_left_out_and_reported() -> None:
    case, findings = separated("Acme", "Globex", situation="Export fails. Globex has lost its data! They wait.")
    assert case.situation == "Export fails. They wait."
    assert findings == ["situation: a sentence that named another account was left out."]


def test_a_text_of_nothing_else_says_that_it_was_left_out() -> None:
    case, _ = separated("Acme", "Globex", situation="Globex has lost its data.")
    assert case.situation == LEFT_OUT
    assert "Globex" not in LEFT_OUT


@pytest.mark.parametrize(
    "field",
    ["situation", "ask", "tried", "teams_involved", "health", "renewal", "rationale", "question", "teams_concerned"],
)
def test_no_field_of_text_keeps_the_name_of_another_account(field: str) -> None:
    words = "Globex lost its data. Ours is fine."
    fields: dict[str, dict[str, Any]] = {
        "situation": {"situation": words},
        "ask": {"ask": building.ask(words)},
        "tried": {"tried": [building.item(words, building.QUOTES["tried"])]},
        "teams_involved": {"teams_involved": [building.item(words, building.QUOTES["support"])]},
        "health": {"health": building.item(words, building.QUOTES["health"])},
        "renewal": {"renewal": building.item(words, building.QUOTES["renewal"])},
        "rationale": {"CC": building.reading("CC", rationale=words)},
        "question": {"TS": building.reading("TS", 1, 5, question=words)},
        "teams_concerned": {"teams_concerned": ["Support", "Globex team"]},
    }
    overrides = fields[field]
    case, _ = separated("Acme", "Globex", **overrides)
    assert "Globex" not in case.model_dump_json()
    assert "Globex" in building.extraction(building.case(account="Acme", **overrides)).model_dump_json()


def test_a_team_that_names_another_account_is_left_out() -> None:
    case, _ = separated("Acme", "Globex", teams_concerned=["Support", "Globex team"])
    assert case.teams_concerned == ("Support",)


@pytest.mark.parametrize(
    "written", ["Globex", "GLOBEX", "globex", "Globex's", "(Globex)", "„Globex“", "Globex-Team", "@Globex"]
)
def test_a_name_is_recognised_in_any_case_and_beside_any_mark(written: str) -> None:
    assert Separation(["Acme", "Globex"]).names_another(0, f"as {written} said")


@pytest.mark.parametrize("text", ["Globexian ways", "inGlobex", "Glob ex", "", "nothing"])
def test_a_name_is_recognised_as_a_whole_word_only(text: str) -> None:
    assert not Separation(["Acme", "Globex"]).names_another(0, text)


@pytest.mark.parametrize("gap", ["  ", "\n", "\r\n", "\u00a0", "\t"])
def test_a_name_of_two_words_is_recognised_with_any_white_space_between_them(gap: str) -> None:
    assert Separation(["Acme", "Globex Works"]).names_another(0, f"as Globex{gap}Works said")


def test_a_name_is_recognised_in_any_unicode_form() -> None:
    assert Separation(["Acme", "Zo\u00eb"]).names_another(0, "as Zoe\u0308 said")
    assert Separation(["Acme", "Zoe\u0308"]).names_another(0, "as Zo\u00eb said")


@pytest.mark.parametrize("name", ["Globex GmbH", "Globex Ltd", "Globex Inc.", "Globex B.V.", "Globex AG"])
def test_a_name_is_recognised_without_its_legal_form(name: str) -> None:
    assert Separation(["Acme", name]).names_another(0, "as Globex said")


def test_an_own_name_that_holds_the_other_is_no_leak() -> None:
    separation = Separation(["Acme Labs", "Acme"])
    assert not separation.names_another(0, "Acme Labs waits")
    assert separation.names_another(0, "Acme Labs waits, and Acme too")


def test_another_name_that_holds_the_own_is_recognised() -> None:
    separation = Separation(["Acme", "Acme Labs"])
    assert separation.names_another(0, "Acme Labs waits")
    assert not separation.names_another(0, "Acme waits")


@pytest.mark.parametrize("name", ["Booking.com", "Yahoo!", "Acme Inc.", "A.B. Volvo"])
def test_a_name_with_a_full_stop_in_it_is_left_out_with_its_whole_sentence(name: str) -> None:
    case, _ = separated("Globex", name, situation=f"Same at {name} in Ghent, where payroll stopped. Ours is fine.")
    assert case.situation == "Ours is fine."


def test_cases_of_one_account_share_freely() -> None:
    case, findings = separated("Acme", "ACME ", situation="Acme waits. Acme has two problems.")
    assert case.situation == "Acme waits. Acme has two problems."
    assert findings == []


@pytest.mark.parametrize("accounts", [("Acme",), ("Acme", None), ("Acme", "", "  ")])
def test_without_another_named_account_nothing_is_touched(accounts: tuple[str | None, ...]) -> None:
    case, findings = separated(*accounts, situation="Acme and Globex wait.")
    assert case == building.extraction(building.case(account="Acme", situation="Acme and Globex wait.")).cases[0]
    assert findings == []


def test_names_are_no_patterns() -> None:
    separation = Separation(["Acme", "G.*x (Holding) [EU]"])
    assert separation.names_another(0, "as G.*x (Holding) [EU] said")
    assert not separation.names_another(0, "as Glux said")


NAMES = st.text("abcdefgh XYZ.-&'", min_size=3, max_size=12).filter(lambda name: re.search(r"\w{2}", name))


@given(own=NAMES, other=NAMES, words=st.lists(st.sampled_from(["we wait", "nothing works", "it fails"]), max_size=4))
def test_whatever_is_kept_does_not_name_the_other(own: str, other: str, words: list[str]) -> None:
    situation = ". ".join([*words, f"so does {other}", *words]) + "."
    separation = Separation([own, other])
    case, _ = separated(own, other, situation=situation)
    assert not separation.names_another(0, case.situation)
