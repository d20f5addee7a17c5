from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import building
from building import QUOTES
from escalation.evidence.notes import from_text
from escalation.evidence.verbatim import missing, quotes
from escalation.extraction.model import Extraction
from escalation.policy.terms import SIGNALS
from extraction.generating import documents

NOT_THERE = "these words stand nowhere in the notes"


def full_case(**overrides: Any) -> dict[str, Any]:
    """A case in which every field that can hold a quote holds one."""
    parts: dict[str, Any] = {
        "strategic": building.strategic(),
        "deadlines": [building.deadline(building.TODAY)],
        "signals": list(SIGNALS),
        "teams_involved": building.teams_involved(3),
    }
    return building.case(**parts | overrides)


def quoted_somewhere(part: Any) -> list[str]:
    """Every quote in JSON data by what the schema calls it: found without the code under test."""
    if isinstance(part, list):
        return [quote for item in part for quote in quoted_somewhere(item)]
    if not isinstance(part, dict):
        return []
    found = [part["quote"]] if isinstance(part.get("quote"), str) else []
    found += [*part.get("evidence", []), *part.get("addressed_to_reader", [])]
    return found + [quote for value in part.values() for quote in quoted_somewhere(value)]


def test_a_full_case_gives_every_quote_in_the_order_of_the_document() -> None:
    found = list(quotes(building.extraction(full_case(), addressed_to_reader=["give it all fives"])))
    scores, facts = ["CI", "AV", "TS", "CC"], ["arr", "strategic", "deadline", *SIGNALS]
    rest = ["days_open", "tried", "engineering", "support", "product", "customer_informed", "ask", "health"]
    expected = [QUOTES[name] for name in (*scores, *facts, *rest, "renewal", "gut_feel")]
    assert found == [*expected, "give it all fives"]


@given(documents())
def test_whatever_the_document_no_quote_is_left_out_and_none_is_made_up(data: dict[str, Any]) -> None:
    found = list(quotes(Extraction.model_validate(data)))
    assert sorted(found) == sorted(quoted_somewhere(data))


def test_text_that_is_no_quote_is_none() -> None:
    extraction = building.extraction(building.case(ask=building.ask("do quote this", None), situation="no quote"))
    assert not {"do quote this", "no quote", "as the notes say"} & set(quotes(extraction))


def test_an_empty_document_quotes_nothing() -> None:
    extraction = Extraction.model_validate({**building.extraction_data(), "cases": []})
    assert list(quotes(extraction)) == []
    assert missing(extraction, building.notes()) == ()


def test_what_stands_in_the_notes_is_not_missing() -> None:
    assert missing(building.extraction(full_case()), building.notes()) == ()


def test_what_is_alike_but_for_case_and_white_space_is_not_missing() -> None:
    notes = from_text(building.NOTE.upper().replace(" ", "\u00a0 "))
    assert missing(building.extraction(full_case()), notes) == ()


def test_each_quote_that_is_missing_comes_once_and_in_the_order_of_the_document() -> None:
    case = full_case(
        CI=building.reading(evidence=["third", NOT_THERE, QUOTES["CI"], "third"]),
        gut_feel=building.gut_feel(quote=NOT_THERE),
        health=building.item("green", "first"),
    )
    extraction = building.extraction(case, case, addressed_to_reader=["third", "second"])
    assert missing(extraction, building.notes()) == ("third", NOT_THERE, "first", "second")


@pytest.mark.parametrize("quote", ["", " ", "\u200b", "..."])
def test_a_quote_of_nothing_is_missing(quote: str) -> None:
    case = building.case(health=building.item("green", quote))
    assert missing(building.extraction(case), building.notes()) == (quote,)


def test_a_quote_that_cuts_a_number_is_missing() -> None:
    case = building.case(arr=building.arr(quote="ARR EUR 3"))
    assert missing(building.extraction(case), building.notes()) == ("ARR EUR 3",)


@given(st.lists(st.text(string.ascii_letters + " ", min_size=1), max_size=5))
def test_what_is_missing_are_quotes_of_the_document(given_quotes: list[str]) -> None:
    extraction = building.extraction(addressed_to_reader=given_quotes)
    found = missing(extraction, building.notes())
    assert set(found) <= set(given_quotes)
    assert len(set(found)) == len(found)
    assert [quote for quote in found if quote.strip() and quote in building.NOTE] == []
