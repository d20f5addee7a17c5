"""What the deterministic core makes of an answer."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from escalation.decision.assessing import assess
from escalation.evidence.notes import from_text
from escalation.extraction.model import Extraction
from evals.reading.reader import Reply, result
from evals.running.results import Effort, Result
from evaluation.building import NOTES, POLICY, answer, sample

pytestmark = pytest.mark.tree


class Nobody:
    """A reader that is only asked for its key."""

    name, model, provenance = "nobody", None, "nobody"

    def key(self, _: object) -> str:
        return "key"

    def read(self, *_: object) -> Reply:
        raise AssertionError


def made(given: Any, **more: Any) -> Result:
    return result(Nobody(), sample(), 1, Reply(given, **more), POLICY)


def test_an_extraction_as_text_is_decided_and_its_quotes_are_counted() -> None:
    found = made(json.dumps(answer()), effort=Effort(seconds=2.0))

    (case,) = found.cases
    assert (found.status, found.first_try, found.seen, found.effort.seconds) == ("read", True, "key", 2.0)
    assert (case.decision, case.vector) == ("immediate", "EDF:1.0/CI:5/AV:5/TS:4/CC:4")
    assert found.quotes[0] == found.quotes[1] > 0
    assert NOTES[slice(*case.scores["CI"].quotes[0])] == "nobody can bake from the app"


def test_a_quote_that_is_not_in_the_notes_is_counted_as_given_and_absent() -> None:
    data = answer()
    data["cases"][0]["dimensions"]["customer_impact"]["evidence"].append("the whole town is starving")

    given, verbatim = made(json.dumps(data)).quotes

    assert given == verbatim + 1


def test_an_extraction_and_a_record_of_it_give_the_same_cases() -> None:
    extraction = Extraction.model_validate(answer())
    record = assess(extraction, POLICY, dt.date(2026, 11, 22), notes=from_text(NOTES))

    assert made(extraction).cases == made(record).cases


@pytest.mark.parametrize("text", ["no json at all", "{}", '{"schema": "escalation-extraction/1", "cases": 4}'])
def test_an_answer_that_does_not_hold_is_invalid_and_says_why(text: str) -> None:
    found = made(text)

    assert (found.status, found.first_try, found.cases) == ("invalid", False, ())
    assert found.problem


def test_an_extraction_without_cases_found_nothing() -> None:
    data = answer()
    data["cases"] = []

    found = made(json.dumps(data))

    assert (found.status, found.first_try) == ("nothing", True)


def test_a_refusal_of_the_notes_is_an_answer() -> None:
    found = made(None, problem="No problem of a customer stands in these notes.")

    assert (found.status, found.problem) == ("nothing", "No problem of a customer stands in these notes.")


def test_a_reader_that_had_to_be_asked_again_did_not_hold_at_the_first_try() -> None:
    assert made(json.dumps(answer()), first_try=False).first_try is False
