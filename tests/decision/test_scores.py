from __future__ import annotations

import datetime as dt
from itertools import product
from typing import Any

import pytest

import building
import oracle
from building import QUOTES, TODAY
from escalation.decision import account_value
from escalation.decision.facts import gather
from escalation.decision.scores import Scores, settle
from escalation.decision.vector import shown
from escalation.evidence.grounding import Correction, ground
from escalation.extraction.answering import money
from escalation.extraction.answers import NO_ANSWERS, Answers, ScoreGiven
from escalation.policy.loading import load
from escalation.policy.table import Range
from escalation.policy.terms import DIMENSIONS, WEIGHTS, Dimension

DEFAULT = load("default")
DAY = dt.timedelta(days=1)
SPANS: list[Range] = [(low, high) for low in range(1, 6) for high in range(low, 6)]
AV: Dimension = "account_value"
TS: Dimension = "time_sensitivity"


def scores(answers: Answers = NO_ANSWERS, *, today: dt.date = TODAY, **overrides: Any) -> Scores:
    grounded = ground(building.extraction(building.case(**overrides)), building.notes()).cases[0]
    known = gather(grounded, answers)
    revenue = account_value.revenue(known.arr, DEFAULT) if known.arr else account_value.NO_REVENUE
    return settle(grounded, known, revenue, answers.scores, DEFAULT, today)


def spans(found: Scores) -> list[Range]:
    return [found.by_dimension[name].span for name in DIMENSIONS]


def test_what_the_reader_read_stands_where_no_fact_speaks_against_it() -> None:
    found = scores(CI=(2, 4), TS=1, CC=5)
    assert spans(found) == [(2, 4), (3, 3), (1, 1), (5, 5)]
    assert found.box == ((2, 4), (3, 3), (1, 1), (5, 5))
    assert [found.by_dimension[name].set_by for name in DIMENSIONS] == ["reader", "arr", "reader", "reader"]
    assert (found.corrections, found.overrides) == ((), ())


def test_a_dimension_without_a_quote_is_unknown_whatever_number_came_with_it() -> None:
    found = scores(
        CI=building.reading("CI", 5, evidence=[]), CC=building.reading("CC", 4, evidence=["not in the notes"])
    )
    assert spans(found) == [(1, 5), (3, 3), (2, 2), (1, 5)]
    assert found.by_dimension["customer_impact"].set_by == "unknown"
    assert found.by_dimension["csm_capability"].set_by == "unknown"


# --- account value ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("read", SPANS)
def test_the_arr_sets_account_value_whatever_the_reader_scored(read: Range) -> None:
    found = scores(AV=read, arr=building.arr(52_000, quote=QUOTES["arr"]))
    score = found.by_dimension[AV]
    assert (score.span, score.set_by) == ((5, 5), "arr")
    corrected = Correction(AV, shown(read), "5", "EUR 52,000 a year")
    assert found.corrections == (() if read == (5, 5) else (corrected,))


def test_without_arr_and_weight_account_value_is_unknown_whatever_the_reader_scored() -> None:
    found = scores(AV=2, arr=None)
    score = found.by_dimension[AV]
    assert (score.span, score.set_by) == ((1, 5), "unknown")
    assert found.corrections == (Correction(AV, "2", "1-5", "neither the ARR nor the strategic weight is known"),)


def test_weight_alone_sets_account_value_from_itself_up_to_five() -> None:
    for weight in WEIGHTS:
        score = scores(AV=1, arr=None, strategic=building.strategic(weight)).by_dimension[AV]
        assert score.span == oracle.account_value(None, converted=False, weight=weight)
        assert score.set_by == "strategic"


def test_the_higher_of_arr_and_weight_sets_account_value() -> None:
    by_arr = scores(arr=building.arr(52_000), strategic=building.strategic("slight")).by_dimension[AV]
    by_weight = scores(arr=building.arr(5_000), strategic=building.strategic("strong")).by_dimension[AV]
    assert (by_arr.span, by_arr.set_by) == ((5, 5), "arr")
    assert (by_weight.span, by_weight.set_by) == ((4, 4), "strategic")


@pytest.mark.parametrize(("amount", "weight"), [(38_000, "some"), (5_000, "none"), (52_000, "high")])
def test_where_arr_and_weight_give_the_same_the_arr_is_named(amount: int, weight: str) -> None:
    score = scores(arr=building.arr(amount), strategic=building.strategic(weight)).by_dimension[AV]
    assert score.set_by == "arr"


def test_a_weight_that_narrows_the_range_of_the_arr_is_named() -> None:
    # EUR 10,000 after conversion is 1-3; with some weight it is 3 for certain.
    found = scores(arr=building.arr(10_389, "USD"), strategic=building.strategic("some")).by_dimension[AV]
    assert (found.span, found.set_by) == ((3, 3), "strategic")


def test_account_value_cites_the_arr_and_the_weight_it_was_set_by() -> None:
    found = scores(strategic=building.strategic("strong")).by_dimension[AV]
    assert [item.quote for item in found.evidence] == [QUOTES["arr"], QUOTES["strategic"], QUOTES["AV"]]


def test_an_arr_of_the_csm_sets_account_value_and_is_shown_as_theirs() -> None:
    found = scores(Answers(arr=money("EUR 52k")))
    score = found.by_dimension[AV]
    assert (score.span, score.set_by) == ((5, 5), "user")
    assert QUOTES["arr"] not in [item.quote for item in score.evidence]
    assert found.corrections == (Correction(AV, "3", "5", "EUR 52,000 a year, given by the CSM"),)


def test_a_weight_of_the_csm_sets_account_value_and_is_shown_as_theirs() -> None:
    found = scores(Answers(weight="high"), arr=None)
    assert (found.by_dimension[AV].span, found.by_dimension[AV].set_by) == ((5, 5), "user")


# --- time sensitivity -----------------------------------------------------------------------------------------------


def test_a_deadline_bounds_time_sensitivity_from_below_and_never_lowers_it() -> None:
    for read, distance in product(SPANS, range(-2, 12)):
        deadline = TODAY + distance * DAY
        bound = oracle.time_sensitivity_bound(deadline, TODAY) or 1
        found = scores(TS=read, deadlines=[building.deadline(deadline)])
        low, high = max(read[0], bound), max(read[1], bound)
        score = found.by_dimension[TS]
        assert score.span == (low, high), (read, deadline)
        raised = low > read[0]
        assert score.set_by == ("deadline" if raised else "unknown" if read == (1, 5) else "reader")
        assert (QUOTES["deadline"] in [item.quote for item in score.evidence]) == raised
        assert len(found.corrections) == raised


def test_an_unknown_time_sensitivity_reaches_from_the_bound_of_the_deadline_up_to_five() -> None:
    found = scores(TS=None, deadlines=[building.deadline(TODAY + 4 * DAY)])
    assert found.by_dimension[TS].span == (3, 5)
    assert found.by_dimension[TS].set_by == "deadline"


def test_only_a_deadline_for_the_solution_bounds_time_sensitivity() -> None:
    assert scores(TS=1, deadlines=[building.deadline(TODAY, "other")]).by_dimension[TS].span == (1, 1)


def test_a_deadline_that_raises_time_sensitivity_is_a_correction_that_names_it() -> None:
    found = scores(TS=2, deadlines=[building.deadline(TODAY + 2 * DAY)])
    assert found.corrections == (Correction(TS, "2", "4", "the deadline of 2026-11-25 for the solution"),)


@pytest.mark.parametrize("arr", [None, building.arr()], ids=["ARR unknown", "ARR known"])
def test_a_deadline_of_the_csm_raises_time_sensitivity_and_the_correction_names_it(arr: dict[str, Any] | None) -> None:
    found = scores(Answers(deadline=TODAY + 2 * DAY), TS=2, arr=arr)
    score = found.by_dimension[TS]
    assert (score.span, score.set_by) == ((4, 4), "user")
    (correction,) = [change for change in found.corrections if change.field == TS]
    assert correction == Correction(TS, "2", "4", "the deadline of 2026-11-25 for the solution, given by the CSM")


def test_a_weight_of_the_csm_is_named_as_the_reason_also_where_there_is_a_deadline() -> None:
    found = scores(Answers(weight="high"), arr=None, deadlines=[building.deadline(TODAY + 30 * DAY)])
    (correction,) = found.corrections
    assert (correction.field, correction.before, correction.after) == (AV, "3", "5")
    assert "strategic weight high" in correction.why
    assert "given by the CSM" in correction.why
    assert "deadline" not in correction.why


# --- overrides --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "score"), list(product(DIMENSIONS, range(1, 6))))
def test_an_override_replaces_any_score_and_is_recorded(name: Dimension, score: int) -> None:
    before = scores()
    found = scores(Answers(scores={name: ScoreGiven(score, "I know them")}))
    now = found.by_dimension[name]
    assert (now.span, now.set_by) == ((score, score), "user")
    low, _ = before.by_dimension[name].span
    assert found.overrides == (Correction(name, str(low), str(score), "I know them"),)
    assert found.corrections == before.corrections
    for other in DIMENSIONS:
        assert other == name or found.by_dimension[other] == before.by_dimension[other]


def test_an_override_beats_arr_and_deadline_and_is_recorded_against_what_they_gave() -> None:
    given: dict[Dimension, ScoreGiven] = {AV: ScoreGiven(1, "leaving anyway"), TS: ScoreGiven(2, "agreed by phone")}
    found = scores(Answers(scores=given), TS=None, deadlines=[building.deadline(TODAY + 4 * DAY)])
    assert spans(found)[1:3] == [(1, 1), (2, 2)]
    assert found.overrides == (
        Correction(AV, "3", "1", "leaving anyway"),
        Correction(TS, "3-5", "2", "agreed by phone"),
    )
    assert [change.field for change in found.corrections] == [TS]


def test_an_override_keeps_the_words_of_the_notes_beside_it() -> None:
    found = scores(Answers(scores={"csm_capability": ScoreGiven(4, "no access")})).by_dimension["csm_capability"]
    assert [item.quote for item in found.evidence] == [QUOTES["CC"]]
