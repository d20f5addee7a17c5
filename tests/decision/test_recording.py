from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

import building
import oracle
from building import NOTE, QUOTES, TODAY
from escalation.decision.assessing import assess
from escalation.decision.record import CaseRecord, Correction, Override
from escalation.extraction.answering import money
from escalation.extraction.answers import NO_ANSWERS, Answers, ScoreGiven
from escalation.policy.loading import load
from escalation.policy.model import Policy
from escalation.policy.terms import CODES, DECISIONS, DIMENSION_OF, SIGNALS

DEFAULT = load("default")
UNWEIGHED: dict[str, Any] = {"arr": None, "strategic": building.strategic("high")}


def recorded(answers: Answers = NO_ANSWERS, policy: Policy = DEFAULT, **overrides: Any) -> CaseRecord:
    extraction = building.extraction(building.case(**overrides))
    return assess(extraction, policy, TODAY, notes=building.notes(), answers=answers).cases[0]


def test_a_case_is_written_down_as_it_was_decided() -> None:
    case = recorded()
    assert case.account == building.ACCOUNT
    assert case.situation == building.case()["situation"]
    assert case.issue_type == "product_defect"
    assert case.vector == "EDF:1.0/CI:3/AV:3/TS:2/CC:2"
    assert (case.total.low, case.total.high) == (10, 10)
    assert (case.score_decision, case.decision, case.settled, case.possible) == (
        "support",
        "support",
        True,
        ("support",),
    )
    assert (case.question, case.floors, case.signals) == (None, (), ())
    assert case.route.primary == DEFAULT.parties["engineering"].name
    assert (case.corrections, case.overrides, case.findings) == ((), (), ())


def test_each_quote_of_the_record_is_the_slice_of_the_notes_at_its_place() -> None:
    case = recorded(
        signals=list(SIGNALS),
        strategic=building.strategic(),
        deadlines=[building.deadline(TODAY)],
        days_open=building.days_open(30),
        customer_informed=building.customer_informed("no"),
        teams_involved=building.teams_involved(3),
        gut_feel=building.gut_feel("solve"),
    )
    evidence = [item for score in case.scores.values() for item in score.evidence]
    evidence += [item for signal in case.signals for item in signal.evidence]
    evidence += [item for check in case.checks for item in check.evidence]
    assert len(evidence) >= 4 + len(SIGNALS) + 6
    assert all(NOTE[item.start : item.end] == item.quote for item in evidence)


def test_without_notes_the_words_stand_without_a_place() -> None:
    case = assess(building.extraction(building.case(signals=["legal"])), DEFAULT, TODAY).cases[0]
    evidence = [*case.scores["customer_impact"].evidence, *case.signals[0].evidence]
    assert [(item.quote, item.start, item.end) for item in evidence] == [
        (QUOTES["CI"], None, None),
        (QUOTES["legal"], None, None),
    ]


# --- the one question ------------------------------------------------------------------------------------


def test_the_question_is_asked_in_the_words_of_the_reader() -> None:
    case = recorded(CI=building.reading(low=1, high=5, question="What do they do instead? "), TS=1, CC=1)
    assert not case.settled
    assert case.question == "What do they do instead?"


@pytest.mark.parametrize("question", [None, "", "  "])
def test_where_the_reader_has_no_question_it_is_the_policy_that_asks(question: str | None) -> None:
    case = recorded(CI=building.reading(low=1, high=5, question=question), TS=1, CC=1)
    assert case.question == DEFAULT.dimensions["customer_impact"].question


def test_the_question_is_for_the_dimension_of_the_oracle() -> None:
    spans = [(1, 1), (2, 4), (3, 5), (1, 5)]
    for ci, ts, cc in product(spans, repeat=3):
        readings: dict[str, Any] = {
            code: building.reading(code, *span, question=f"about {code}")
            for code, span in zip(("CI", "TS", "CC"), (ci, ts, cc), strict=True)
        }
        case = recorded(**readings)
        asked = oracle.question_dimension({"CI": ci, "AV": (3, 3), "TS": ts, "CC": cc}, frozenset())
        assert case.question == (None if asked is None else f"about {asked}")
        assert case.settled == (asked is None)


# --- what would change it --------------------------------------------------------------------------------


def test_what_would_change_it_names_points_totals_decision_and_the_definition() -> None:
    case = recorded(**UNWEIGHED, CI=3, TS=2, CC=2)
    impact, capability = DEFAULT.dimensions["customer_impact"], DEFAULT.dimensions["csm_capability"]
    urgency = f"2 points more (14 instead of 12): {DEFAULT.label('urgency')}, if"
    handle = f"4 points less (8 instead of 12): {DEFAULT.label('handle')}, if"
    assert case.would_change[0] == f"{urgency} {impact.title} is 5: {impact.level(5)}"
    assert f"{urgency} {capability.title} is 4: {capability.level(4)}" in case.would_change
    assert case.would_change[-1].startswith(handle)


def test_where_no_single_dimension_can_bring_it_that_is_said() -> None:
    case = recorded()
    assert case.would_change[0] == (
        f"4 points more (14 instead of 10): {DEFAULT.label('urgency')}. No single dimension can bring that."
    )


def test_one_point_is_not_called_points() -> None:
    case = recorded(**UNWEIGHED, CI=3, TS=3, CC=2)
    assert case.would_change[0].startswith("1 point more (14 instead of 13)")


def test_a_range_that_would_have_to_move_is_shown_with_where_it_is_now() -> None:
    case = recorded(**UNWEIGHED, CI=(2, 4), TS=3, CC=2)
    title = DEFAULT.dimensions["customer_impact"].title
    assert any(text.endswith(f"if {title} is 3-5 and not 2-4.") for text in case.would_change)


def test_each_sentence_is_borne_out_by_the_oracle_and_none_is_missing() -> None:
    for ci, ts, cc in product(range(1, 6), repeat=3):
        case = recorded(**UNWEIGHED, CI=ci, TS=ts, CC=cc)
        expected = oracle.would_change({"CI": ci, "AV": 5, "TS": ts, "CC": cc}, frozenset())
        sentences = set()
        for way, step in (("up", 1), ("down", -1)):
            change = expected[way]
            if change is None:
                continue
            points, decision, codes = change
            total = ci + 5 + ts + cc
            count = f"{points} point{'' if points == 1 else 's'} {'more' if step > 0 else 'less'}"
            head = f"{count} ({total + step * points} instead of {total}): {DEFAULT.label(decision)}"  # type: ignore[arg-type]
            now = {"CI": ci, "AV": 5, "TS": ts, "CC": cc}
            for code in codes:
                text = DEFAULT.dimensions[DIMENSION_OF[code]]  # type: ignore[index]
                score = now[code] + step * points
                sentences.add(f"{head}, if {text.title} is {score}: {text.level(score)}")
            if not codes:
                sentences.add(f"{head}. No single dimension can bring that.")
        assert set(case.would_change) == sentences


# --- signals, route, checks, context ---------------------------------------------------------------------


def test_a_signal_is_written_down_with_its_title_and_what_to_mind() -> None:
    case = recorded(signals=["security", "legal"])
    assert [(signal.kind, signal.title, signal.caution) for signal in case.signals] == [
        (kind, DEFAULT.signals[kind].title, DEFAULT.signals[kind].caution) for kind in ("legal", "security")
    ]
    assert [[item.quote for item in signal.evidence] for signal in case.signals] == [
        [QUOTES["legal"]],
        [QUOTES["security"]],
    ]


def test_floors_that_fired_are_written_down_with_their_reasons() -> None:
    case = recorded(signals=["privacy"], CC=5)
    reasons = {floor.id: floor for floor in DEFAULT.floors}
    assert [(floor.id, floor.at_least, floor.reason) for floor in case.floors] == [
        (name, reasons[name].at_least, reasons[name].reason) for name in ("capability-5", "privacy")
    ]


def test_each_check_has_title_advice_and_question_of_the_policy() -> None:
    case = recorded()
    for check in case.checks:
        text = DEFAULT.mistakes.text(check.mistake)
        assert (check.title, check.question) == (text.title, text.question)
        assert re.fullmatch(re.sub(r"\\{\w+\\}", ".+", re.escape(text.advice)), check.advice)


def test_the_context_stands_beside_the_decision() -> None:
    deadline = TODAY.replace(month=12)
    context = recorded(teams_involved=building.teams_involved(2), deadlines=[building.deadline(deadline)]).context
    assert (context.health, context.renewal, context.gut_feel) == ("green", "in summer", "help")
    assert context.tried == ("Restarted the export",)
    assert context.teams_involved == ("Engineering", "Support")
    assert (context.arr_eur, context.arr_source) == (38_000, "EUR 38,000 a year")
    assert (context.deadline, context.days_open, context.customer_informed) == (deadline, 3, "yes")


def test_health_renewal_and_gut_feel_never_change_a_score() -> None:
    usual = recorded()
    for health, renewal, gut_feel in product(("red", "green", None), ("tomorrow", None), ("solve", "help", None)):
        case = recorded(
            health=health and building.item(health, QUOTES["health"]),
            renewal=renewal and building.item(renewal, QUOTES["renewal"]),
            gut_feel=gut_feel and building.gut_feel(gut_feel),
        )
        assert (case.vector, case.decision, case.by) == (usual.vector, usual.decision, usual.by)


def test_an_arr_in_another_currency_is_written_down_in_euros_to_the_cent() -> None:
    case = recorded(arr=building.arr(40_000, "USD"))
    assert case.context.arr_eur == 38_502.26
    assert case.context.arr_source is not None
    assert str(DEFAULT.rates.date) in case.context.arr_source


def test_an_arr_that_cannot_be_worked_out_is_no_number() -> None:
    case = recorded(arr=building.arr(40_000, "unknown"))
    assert (case.context.arr_eur, case.context.arr_source) == (None, None)
    assert case.scores["account_value"].set_by == "unknown"


# --- corrections and overrides ---------------------------------------------------------------------------


def test_every_correction_is_recorded_of_quotes_facts_and_scores() -> None:
    case = recorded(
        Answers(arr=money("EUR 52k"), health="red"),
        CI=building.reading(low=5, evidence=["they cannot work at all"]),
        deadlines=[building.deadline(TODAY)],
    )
    changes = {(change.field, change.from_, change.to) for change in case.corrections}
    assert changes == {
        ("customer_impact", "5", "1-5"),
        ("arr", QUOTES["arr"], "EUR 52k"),
        ("health", "green", "red"),
        ("account_value", "3", "5"),
        ("time_sensitivity", "2", "5"),
    }
    assert all(change.why for change in case.corrections)


def test_an_override_is_recorded_with_its_reason() -> None:
    case = recorded(Answers(scores={"csm_capability": ScoreGiven(4, "no access to billing")}))
    assert case.overrides == (Override(field="csm_capability", from_="2", to="4", because="no access to billing"),)
    assert case.scores["csm_capability"].set_by == "user"
    assert case.vector == "EDF:1.0/CI:3/AV:3/TS:2/CC:4"


def test_corrections_and_overrides_speak_of_from_in_json() -> None:
    correction = Correction(field="a", from_="1", to="2", why="w").model_dump(by_alias=True)
    override = Override(field="a", from_="1", to="2", because="w").model_dump(by_alias=True)
    assert correction == {"field": "a", "from": "1", "to": "2", "why": "w"}
    assert override == {"field": "a", "from": "1", "to": "2", "because": "w"}


def test_labels_of_a_company_stand_in_what_would_change_it() -> None:
    ours = building.policy({"bands.2.label": "Call the bridge"})
    assert any("Call the bridge" in text for text in recorded(policy=ours).would_change)


def test_codes_and_decisions_are_all_that_a_vector_needs() -> None:
    case = recorded(signals=["security", "legal"], TS=(1, 5))
    box, signals = oracle.parse_vector(case.vector)
    assert signals == {"legal", "security"}
    assert [box[code] for code in CODES] == [(score.low, score.high) for score in case.scores.values()]
    assert case.decision == oracle.decision(box, signals)
    assert list(case.possible) == oracle.possible(box, signals)
    assert case.decision in DECISIONS
