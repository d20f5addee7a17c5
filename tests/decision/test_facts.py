from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import building
from building import NOTE, QUOTES, TODAY
from escalation.decision.facts import Facts, gather, signal_evidence
from escalation.evidence.grounding import Correction, GroundedCase, ground
from escalation.extraction.answering import money
from escalation.extraction.answers import NO_ANSWERS, Answers

DAY = dt.timedelta(days=1)


def grounded(**overrides: Any) -> GroundedCase:
    return ground(building.extraction(building.case(**overrides)), building.notes()).cases[0]


def facts(answers: Answers = NO_ANSWERS, **overrides: Any) -> Facts:
    return gather(grounded(**overrides), answers)


def test_the_facts_of_the_notes_are_taken_over() -> None:
    known = facts(strategic=building.strategic("strong"), deadlines=[building.deadline(TODAY)], signals=["legal"])
    assert known.account == building.ACCOUNT
    assert known.arr is not None
    assert known.arr.amount == 38_000
    assert (known.weight, known.deadline, known.days_open) == ("strong", TODAY, 3)
    assert (known.customer_informed, known.gut_feel) == ("yes", "help")
    assert (known.health, known.renewal) == ("green", "in summer")
    assert known.signals == ("legal",)
    assert (known.by_user, known.corrections) == (frozenset(), ())


def test_what_the_notes_do_not_say_is_not_known() -> None:
    known = gather(ground(building.extraction(building.bare_case(account=None)), building.notes()).cases[0], NO_ANSWERS)
    assert known == Facts(
        account=None,
        arr=None,
        weight=None,
        deadline=None,
        days_open=None,
        customer_informed=None,
        gut_feel=None,
        health=None,
        renewal=None,
        signals=(),
        by_user=frozenset(),
        corrections=(),
    )


def test_the_earliest_deadline_for_the_solution_counts() -> None:
    deadlines = [
        building.deadline(TODAY + 5 * DAY),
        building.deadline(TODAY + 2 * DAY),
        building.deadline(TODAY + 9 * DAY),
        building.deadline(TODAY - 9 * DAY, "other"),
    ]
    assert facts(deadlines=deadlines).deadline == TODAY + 2 * DAY


def test_a_deadline_for_something_else_is_none_for_the_solution() -> None:
    assert facts(deadlines=[building.deadline(TODAY, "other")]).deadline is None


def test_each_signal_counts_once_in_alphabetical_order() -> None:
    assert facts(signals=["security", "legal", "security"]).signals == ("legal", "security")


def test_somebody_has_it_already_when_the_notes_say_so() -> None:
    assert facts(signals=["already_escalated"]).already_escalated
    assert not facts(signals=["legal"]).already_escalated


GIVEN: dict[str, tuple[Any, str, str]] = {
    "account": ("Südwind AG", building.ACCOUNT, "Südwind AG"),
    "arr": (money("EUR 52k"), QUOTES["arr"], "EUR 52k"),
    "weight": ("high", "some", "high"),
    "deadline": (TODAY + 3 * DAY, str(TODAY), str(TODAY + 3 * DAY)),
    "renewal": ("2027-01-31", "in summer", "2027-01-31"),
    "health": ("red", "green", "red"),
    "gut_feel": ("solve", "help", "solve"),
    "days_open": (12, "3", "12"),
    "customer_informed": ("no", "yes", "no"),
}


@pytest.mark.parametrize("name", GIVEN)
def test_a_fact_of_the_csm_beats_the_notes_and_the_change_is_recorded(name: str) -> None:
    value, before, after = GIVEN[name]
    known = facts(Answers(**{name: value}), strategic=building.strategic("some"), deadlines=[building.deadline(TODAY)])
    assert getattr(known, name) == value
    assert known.by_user == {name}
    assert known.corrections == (Correction(name, before, after, "given by the CSM"),)


@pytest.mark.parametrize("name", GIVEN)
def test_a_fact_that_the_notes_lack_corrects_nothing(name: str) -> None:
    known = gather(
        ground(building.extraction(building.bare_case(account=None)), building.notes()).cases[0],
        Answers(**{name: GIVEN[name][0]}),
    )
    assert getattr(known, name) == GIVEN[name][0]
    assert known.by_user == {name}
    assert known.corrections == ()


def test_a_fact_that_the_notes_say_too_corrects_nothing() -> None:
    known = facts(Answers(health="green", days_open=3, account=building.ACCOUNT))
    assert known.by_user == {"health", "days_open", "account"}
    assert known.corrections == ()


def test_no_days_open_is_a_fact_too() -> None:
    known = facts(Answers(days_open=0))
    assert known.days_open == 0
    assert known.by_user == {"days_open"}


def test_the_words_behind_a_signal_stand_once_each_with_their_place() -> None:
    signals = [
        building.signal("legal"),
        building.signal("legal", QUOTES["churn_notice"]),
        building.signal("legal"),
        building.signal("security"),
    ]
    found = signal_evidence(grounded(signals=signals), "legal")
    assert [item.quote for item in found] == [QUOTES["legal"], QUOTES["churn_notice"]]
    assert [NOTE[item.start : item.end] for item in found] == [item.quote for item in found]


def test_a_signal_whose_words_are_not_in_the_notes_is_no_signal() -> None:
    assert facts(signals=[building.signal("legal", "their lawyers sued us today")]).signals == ()
