from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any, Literal

import pytest

import building
import oracle
from building import QUOTES, TODAY
from escalation.decision.facts import Facts, gather
from escalation.decision.mistakes import Check, Situation, check, missing_context
from escalation.decision.ranges import Ruling
from escalation.evidence.grounding import GroundedCase, ground
from escalation.extraction.answers import NO_ANSWERS, Answers
from escalation.policy.loading import load
from escalation.policy.terms import DECISIONS, LEVEL_OF, MISTAKES, Decision, GutFeel

DEFAULT = load("default")
DAY = dt.timedelta(days=1)
WEEK = [TODAY + place * DAY for place in range(7)]
ASKS: dict[str, dict[str, Any] | None] = {"none": None, "proposed": building.ask(quote=None), "stated": building.ask()}
INFORMED: list[Literal["yes", "no"] | None] = [None, "yes", "no"]
GUT_FEELS: list[GutFeel | None] = [None, "solve", "help", "unsure"]
# Floors only raise.
RULINGS: list[tuple[Decision, Decision]] = [
    (score_decision, decision)
    for score_decision, decision in product(DECISIONS, DECISIONS)
    if LEVEL_OF[score_decision] <= LEVEL_OF[decision]
]


@cache
def grounded(*, teams: int = 1, tried: bool = True, impact: bool = True, ask: str = "stated") -> GroundedCase:
    case = building.case(
        CI=3 if impact else None,
        tried=building.case()["tried"] if tried else [],
        teams_involved=building.teams_involved(teams)
        + [building.item(f"Team {number}", QUOTES["product"]) for number in range(3, teams)],
        ask=ASKS[ask],
    )
    return ground(building.extraction(case), building.notes()).cases[0]


def ruling(score_decision: Decision, decision: Decision) -> Ruling:
    return Ruling((4, 20), score_decision, (), decision, (decision,))


def situation(
    case: GroundedCase,
    known: Facts,
    *,
    rulings: tuple[Decision, Decision] = ("support", "support"),
    arr_known: bool = True,
    today: dt.date = TODAY,
) -> Situation:
    return Situation(case, known, ruling(*rulings), arr_known, DEFAULT, today)


def risks(found: tuple[Check, ...]) -> list[tuple[str, str]]:
    return [(each.mistake, each.risk) for each in found]


def settings() -> Iterator[tuple[int, bool, bool, str]]:
    yield from product(range(5), (True, False), (True, False), ASKS)


@pytest.mark.parametrize("days", [None, 1, 30])
@pytest.mark.parametrize("informed", INFORMED)
def test_all_six_checks_give_what_the_oracle_says_over_every_input(
    informed: Literal["yes", "no"] | None, days: int | None
) -> None:
    for teams, tried, impact, ask in settings():
        case = grounded(teams=teams, tried=tried, impact=impact, ask=ask)
        usual = gather(case, NO_ANSWERS)
        for (score_decision, decision), arr_known, gut_feel in product(RULINGS, (True, False), GUT_FEELS):
            known = replace(usual, days_open=days, customer_informed=informed, gut_feel=gut_feel)
            found = check(situation(case, known, rulings=(score_decision, decision), arr_known=arr_known))
            assert risks(found) == oracle.checks(
                decision=decision,
                score_decision=score_decision,
                days_open=days,
                today=TODAY,
                teams_involved_count=teams,
                arr_known=arr_known,
                tried_count=int(tried),
                impact_has_evidence=impact,
                customer_informed=informed,
                gut_feel=gut_feel,
                ask_stated=ask == "stated",
            )


@pytest.mark.parametrize("decision", DECISIONS)
def test_too_late_counts_business_days_back_from_every_weekday(decision: Decision) -> None:
    case = grounded()
    for today, days in product(WEEK, range(40)):
        known = replace(gather(case, NO_ANSWERS), days_open=days)
        found = check(situation(case, known, rulings=(decision, decision), today=today))[0]
        open_days = oracle.business_days_between(today - days * DAY, today)
        assert (found.risk == "yes") == (open_days > oracle.MISTAKE_LIMITS[decision]), (today, days)
        assert found.risk != "unknown"


@pytest.mark.parametrize(
    ("decision", "late", "in_time"), [("handle", 15, 14), ("support", 8, 7), ("urgency", 5, 4), ("immediate", 4, 3)]
)
def test_too_late_begins_the_business_day_after_the_limit(decision: Decision, late: int, in_time: int) -> None:
    case = grounded()
    # Seen from a Monday, so that the days before hold a weekend.
    for days, risk in ((late, "yes"), (in_time, "no")):
        known = replace(gather(case, NO_ANSWERS), days_open=days)
        assert check(situation(case, known, rulings=(decision, decision)))[0].risk == risk


def test_a_problem_as_old_as_the_calendar_is_too_late() -> None:
    case = grounded()
    known = replace(gather(case, NO_ANSWERS), days_open=36_500)
    assert check(situation(case, known, today=dt.date(1, 2, 1)))[0].risk == "yes"


def test_the_checks_stand_in_the_order_of_the_framework() -> None:
    case = grounded()
    assert [each.mistake for each in check(situation(case, gather(case, NO_ANSWERS)))] == list(MISTAKES)


def test_a_case_in_good_order_makes_no_mistake() -> None:
    case = grounded()
    assert {each.risk for each in check(situation(case, gather(case, NO_ANSWERS)))} == {"no"}


def of_case(case: dict[str, Any], answers: Answers = NO_ANSWERS) -> dict[str, Check]:
    found = ground(building.extraction(case), building.notes()).cases[0]
    return {each.mistake: each for each in check(situation(found, gather(found, answers)))}


def test_each_check_shows_the_words_that_set_it_off() -> None:
    found = of_case(
        building.case(
            days_open=building.days_open(30),
            teams_involved=building.teams_involved(3),
            customer_informed=building.customer_informed("no"),
            gut_feel=building.gut_feel("solve"),
        )
    )
    quotes = {name: [item.quote for item in each.evidence] for name, each in found.items()}
    assert quotes == {
        "too_late": [QUOTES["days_open"]],
        "too_broad": [QUOTES["engineering"], QUOTES["support"], QUOTES["product"]],
        "no_context": [],
        "silent_customer": [QUOTES["not_informed"]],
        "not_that_bad": [QUOTES["gut_feel"]],
        "complaint_no_ask": [],
    }
    assert [found[name].risk for name in quotes if quotes[name]] == ["yes"] * 4


def test_what_the_csm_says_sets_a_check_off_without_a_quote() -> None:
    found = of_case(building.case(), Answers(days_open=30, customer_informed="no", gut_feel="solve"))
    for name in ("too_late", "silent_customer", "not_that_bad"):
        assert (found[name].risk, found[name].evidence) == ("yes", ())


def test_a_team_named_twice_is_one_team() -> None:
    support = building.item("Support", QUOTES["support"])
    again = building.item("support ", QUOTES["engineering"])
    two = building.case(teams_involved=[support, again, *building.teams_involved(1)])
    three = building.case(teams_involved=[support, again, *building.teams_involved(3)])
    assert (of_case(two)["too_broad"].risk, of_case(three)["too_broad"].risk) == ("no", "yes")


def test_a_team_whose_words_are_not_in_the_notes_does_not_count() -> None:
    teams = [*building.teams_involved(2), building.item("Finance", "finance was told as well")]
    assert of_case(building.case(teams_involved=teams))["too_broad"].risk == "no"


def test_an_ask_whose_words_are_not_in_the_notes_is_not_stated() -> None:
    assert of_case(building.case(ask=building.ask(quote="please repair it today")))["complaint_no_ask"].risk == "yes"


def test_what_is_missing_is_named_in_the_advice() -> None:
    case = grounded(tried=False, impact=False)
    told = situation(case, gather(case, NO_ANSWERS), arr_known=False)
    assert missing_context(told) == ["the ARR", "what was tried", "proof of the impact"]
    advice = check(told)[2].advice
    assert "the ARR, what was tried, proof of the impact" in advice
    with_arr = check(situation(case, gather(case, NO_ANSWERS)))[2].advice
    assert "what was tried, proof of the impact" in with_arr
    assert "ARR" not in with_arr


def test_the_advice_against_too_late_names_the_limit_of_the_decision() -> None:
    case = grounded()
    for decision, limit in oracle.MISTAKE_LIMITS.items():
        rulings: tuple[Decision, Decision] = (decision, decision)  # type: ignore[assignment]
        told = situation(case, gather(case, NO_ANSWERS), rulings=rulings)
        assert re.findall(r"\d+", check(told)[0].advice) == [str(limit)]


def test_every_check_has_advice_with_nothing_left_to_fill_in() -> None:
    case = grounded()
    for score_decision, decision in RULINGS:
        for each in check(situation(case, gather(case, NO_ANSWERS), rulings=(score_decision, decision))):
            assert each.advice
            assert not set("{}") & set(each.advice)


def test_the_limits_of_a_company_count_under_its_policy() -> None:
    ours = building.policy({"mistakes.limits.days_open.support": 0, "mistakes.limits.teams_involved": 2})
    case = grounded(teams=2)
    known = replace(gather(case, NO_ANSWERS), days_open=1)
    found = check(Situation(case, known, ruling("support", "support"), arr_known=True, policy=ours, today=WEEK[1]))
    assert [each.risk for each in found[:2]] == ["yes", "yes"]
