from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

import building
from building import QUOTES, TODAY
from escalation.decision import account_value
from escalation.decision.account_value import NO_REVENUE
from escalation.decision.facts import Facts, gather
from escalation.decision.findings import of_contradictions, of_deadline, of_figures
from escalation.decision.scores import settle
from escalation.evidence.grounding import Grounding, ground
from escalation.extraction.answering import money
from escalation.extraction.answers import NO_ANSWERS, Answers
from escalation.policy.loading import load

DEFAULT = load("default")
DAY = dt.timedelta(days=1)
FRIDAY, SATURDAY, SUNDAY = (TODAY + days * DAY for days in (4, 5, 6))


def grounding(text: str = building.NOTE, **overrides: Any) -> Grounding:
    return ground(building.extraction(building.case(**overrides)), building.notes(text))


def facts(deadline: dt.date | None) -> Facts:
    return gather(grounding(deadlines=[building.deadline(deadline)] if deadline else []).cases[0], NO_ANSWERS)


# --- deadlines -------------------------------------------------------------------------------------------


def test_a_deadline_that_has_passed_is_a_finding() -> None:
    assert list(of_deadline(facts(TODAY - DAY), TODAY)) == ["The deadline of Sunday 2026-11-22 has passed."]


def test_past_is_judged_on_the_unmoved_date() -> None:
    # Moved to Friday it would lie before the Saturday that is today; unmoved it does not.
    assert list(of_deadline(facts(SATURDAY), SATURDAY)) == []
    (finding,) = of_deadline(facts(SATURDAY), SUNDAY)
    assert "passed" in finding


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY])
def test_a_deadline_on_a_weekend_is_a_finding_that_names_the_day_that_counts(day: dt.date) -> None:
    (finding,) = of_deadline(facts(day), TODAY)
    assert day.isoformat() in finding
    assert "Friday 2026-11-27 counts" in finding


@pytest.mark.parametrize("deadline", [None, TODAY, TODAY + DAY, FRIDAY])
def test_no_deadline_or_one_on_a_business_day_to_come_is_none(deadline: dt.date | None) -> None:
    assert list(of_deadline(facts(deadline), TODAY)) == []


# --- contradictions --------------------------------------------------------------------------------------


def contradictions(answers: Answers = NO_ANSWERS, **overrides: Any) -> list[str]:
    grounded = grounding(**overrides).cases[0]
    known = gather(grounded, answers)
    revenue = account_value.revenue(known.arr, DEFAULT) if known.arr else NO_REVENUE
    return list(of_contradictions(settle(grounded, known, revenue, answers.scores, DEFAULT, TODAY)))


TWO = [QUOTES["CI"], QUOTES["not_informed"]]


@pytest.mark.parametrize(("low", "high"), [(1, 4), (2, 5), (1, 5)])
def test_words_that_lie_far_apart_are_both_named(low: int, high: int) -> None:
    (finding,) = contradictions(CI=building.reading(low=low, high=high, evidence=TWO))
    assert finding == f"customer_impact (CI) stays {low}-{high}: the notes say “{TWO[0]}” and “{TWO[1]}”."


@pytest.mark.parametrize(("low", "high"), [(3, 3), (2, 3)])
def test_words_that_lie_close_together_do_not_contradict(low: int, high: int) -> None:
    assert contradictions(CI=building.reading(low=low, high=high, evidence=TWO)) == []


def test_one_quote_contradicts_nothing() -> None:
    assert contradictions(CI=building.reading(low=1, high=5)) == []


def test_a_range_that_facts_left_open_is_no_contradiction_in_the_notes() -> None:
    assert contradictions(arr=None, strategic=building.strategic("slight")) == []


# --- figures ---------------------------------------------------------------------------------------------


def figures(text: str = building.NOTE, answers: Answers = NO_ANSWERS, **overrides: Any) -> Iterator[str]:
    found = grounding(text, **overrides)
    grounded = found.cases[0]
    known = gather(grounded, answers)
    revenue = account_value.revenue(known.arr, DEFAULT) if known.arr else NO_REVENUE
    return of_figures(grounded, known, revenue, found.figures, TODAY)


def said(situation: str, text: str = building.NOTE, answers: Answers = NO_ANSWERS, **overrides: Any) -> list[str]:
    return list(figures(text, answers, situation=situation, **overrides))


@pytest.mark.parametrize(
    ("situation", "figure"),
    [
        ("They lost 4,200 invoices.", "4,200"),
        ("EUR 99k are at stake.", "EUR 99k"),
        ("It happens in 17 % of the runs.", "17"),
    ],
)
def test_a_figure_that_the_notes_lack_is_a_finding(situation: str, figure: str) -> None:
    (finding,) = said(situation)
    assert finding == f"situation: the figure {figure} is not in the notes and does not follow from them."


def test_a_figure_in_a_rationale_is_a_finding_too() -> None:
    (finding,) = figures(TS=building.reading("TS", 2, rationale="due within 17 days"))
    assert finding.startswith("time_sensitivity: the figure 17 ")


def test_a_figure_said_twice_is_one_finding() -> None:
    assert len(said("They lost 4,200 invoices, all 4,200 of them.")) == 1


@pytest.mark.parametrize("situation", ["ARR is EUR 38k.", "ARR is 38,000 euros.", "ARR is EUR 38,000."])
def test_a_figure_of_the_notes_may_be_written_in_other_ways(situation: str) -> None:
    assert said(situation) == []


@pytest.mark.parametrize(
    ("situation", "overrides"),
    [
        ("That is EUR 45,600 a year.", {"arr": building.arr(3_800, period="month", quote="EUR 3,800 a month")}),
        ("That is EUR 15,200 a year.", {"arr": building.arr(3_800, period="quarter", quote="EUR 3,800 a month")}),
        ("About EUR 44k a year.", {"arr": building.arr(3_800, "USD", period="month", quote="EUR 3,800 a month")}),
        ("Open for 12 days.", {"days_open": building.days_open(12)}),
        ("Open for 8 business days.", {"days_open": building.days_open(12)}),
        ("Open since the 11th.", {"days_open": building.days_open(12)}),
        ("Due on 2026-12-03.", {"deadlines": [building.deadline(dt.date(2026, 12, 3))]}),
        ("Due in 10 days.", {"deadlines": [building.deadline(dt.date(2026, 12, 3))]}),
        ("Due in 8 business days.", {"deadlines": [building.deadline(dt.date(2026, 12, 3))]}),
    ],
)
def test_what_follows_by_code_from_the_notes_is_no_finding(situation: str, overrides: dict[str, Any]) -> None:
    found = said(situation, f"{building.NOTE}- EUR 3,800 a month\n", **overrides)
    assert [finding for finding in found if finding.startswith("situation")] == []


def test_a_fact_of_the_csm_may_be_said_too() -> None:
    assert said("ARR is EUR 52k.", answers=Answers(arr=money("EUR 52k"))) == []
    assert said("Due on 2026-12-17.", answers=Answers(deadline=dt.date(2026, 12, 17))) == []
    assert len(said("ARR is EUR 52k.")) == 1


def test_a_date_that_the_notes_lack_is_a_finding() -> None:
    assert len(said("They go live on 2026-12-17.")) > 0


@pytest.mark.parametrize("situation", ["They go live on 2026-11-12.", "They go live on 12 November 2026."])
def test_a_date_that_the_notes_lack_is_a_finding_also_where_its_numbers_stand_in_them_apart(situation: str) -> None:
    assert len(said(situation, f"{building.NOTE}- 12 invoices since November 2026\n")) > 0


def test_an_amount_in_another_currency_than_that_of_the_notes_is_a_finding() -> None:
    assert len(said("ARR is USD 38k.")) == 1


def test_without_notes_no_figure_can_be_checked() -> None:
    extraction = building.extraction(building.case(situation="They lost 4,200 invoices."))
    found = ground(extraction, None)
    grounded = found.cases[0]
    assert list(of_figures(grounded, gather(grounded, NO_ANSWERS), NO_REVENUE, found.figures, TODAY)) == []


# --- the ARR as it was read ------------------------------------------------------------------------------


def misread(arr: dict[str, Any], answers: Answers = NO_ANSWERS) -> list[str]:
    return said("Nothing.", f"{building.NOTE}- {arr['quote']}\n", answers, arr=arr)


def test_an_amount_that_does_not_stand_in_its_quote_is_a_finding() -> None:
    (finding,) = misread(building.arr(380_000))
    assert finding == "arr: the amount 380,000 does not stand in “ARR EUR 38k”; check it."


def test_a_currency_that_does_not_stand_in_its_quote_is_a_finding() -> None:
    (finding,) = misread(building.arr(38_000, "CHF"))
    assert finding == "arr: CHF was read from “ARR EUR 38k”, which says EUR; check it."


@pytest.mark.parametrize(
    "arr",
    [
        building.arr(),
        building.arr(38),
        building.arr(52_000, "USD", quote="ARR is $52,000"),
        building.arr(52_000, "CAD", quote="ARR is $52,000"),
        building.arr(52_000, "unknown", quote="ARR is 52,000"),
    ],
)
def test_an_arr_that_its_quote_bears_out_is_no_finding(arr: dict[str, Any]) -> None:
    assert misread(arr) == []


def test_an_arr_of_the_notes_that_the_csm_replaced_is_not_checked() -> None:
    assert misread(building.arr(380_000), Answers(arr=money("EUR 52k"))) == []


def test_a_figure_is_compared_by_its_value() -> None:
    assert said("An error rate of 0.50 %.", f"{building.NOTE}- error rate 0.5 %\n") == []
    assert len(said("An error rate of 5 %.", f"{building.NOTE}- error rate 0.5 %\n")) == 1
