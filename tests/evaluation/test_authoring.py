"""A case made of a record and a correction."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from building import NOTE, case, extraction
from escalation.decision.assessing import assess
from escalation.decision.record import Record
from escalation.errors import WrongUsage
from escalation.evidence.notes import from_text
from escalation.policy.loading import load as policy
from evals.corpus.authoring import case_from, write
from evals.corpus.case import BaseCase
from evals.corpus.loading import load
from evals.errors import CorpusBroken, EvalError

pytestmark = pytest.mark.tree

TODAY = dt.date(2026, 11, 22)


def record(**changes: object) -> Record:
    return assess(extraction(case(**changes)), policy("default"), TODAY, notes=from_text(NOTE))


def test_the_record_is_the_label_but_for_what_is_corrected(tmp_path: Path) -> None:
    made = record()

    write(case_from("late-import", NOTE, made, ["CC=2"], ["I may change it"], "Dana", "development"), tmp_path)

    (found,) = load(tmp_path)
    (label,) = found.cases
    assert (found.id, found.labelled, found.split, found.notes) == ("late-import", "correction", "development", NOTE)
    assert (label.CC, label.CC_accept, label.why) == (2, (2,), "CC: I may change it")
    assert made.cases[0].scores.customer_impact.low == label.CI
    assert found.raters["correction"].by == "Dana"


def test_notes_are_kept_to_the_letter_whatever_they_hold(tmp_path: Path) -> None:
    odd = "Fürth ''' \"\"\" \\n tab\tzero\u200bwidth é\n" + NOTE

    write(case_from("odd", odd, record(), ["CC=2"], ["I may"], "CSM", "development"), tmp_path)

    assert load(tmp_path)[0].notes == odd


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    data = case_from("same", NOTE, record(), ["CC=2"], ["I may"], "CSM", "development")
    write(data, tmp_path)

    with pytest.raises(EvalError, match="exists already"):
        write(data, tmp_path)


def test_a_correction_needs_its_reason_and_a_name_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        case_from("x", NOTE, record(), ["CC=2"], [], "CSM", "development")
    with pytest.raises(CorpusBroken):
        write(case_from("Not a name", NOTE, record(), ["CC=2"], ["I may"], "CSM", "development"), tmp_path)


def test_a_record_of_several_problems_or_of_unchecked_quotes_makes_no_case() -> None:
    unchecked = assess(extraction(), policy("default"), TODAY)

    with pytest.raises(EvalError, match="one problem"):
        case_from("x", NOTE, unchecked, [], [], "CSM", "development")


def test_revenue_of_the_record_is_kept_so_that_the_decision_is_worked_out_from_it() -> None:
    data = case_from("arr", NOTE, record(AV=3), ["CC=5"], ["nobody may"], "CSM", "development")

    (label,) = BaseCase.model_validate(data).cases
    assert label.arr is not None
    assert (label.arr.amount, label.arr.currency) == (38_000, "EUR")
    assert label.box(policy("default"))[1] == (3, 3)
    assert label.holistic == label.decision(policy("default"))


@pytest.mark.parametrize(
    ("notes", "corrections", "because", "told"),
    [
        (NOTE, [], [], "says with --set"),
        (NOTE, ["AV=5"], ["they pay more"], "account value follows from the ARR"),
        ("Other notes, about somebody else.", ["CC=2"], ["I may"], "made of other notes"),
    ],
)
def test_what_makes_no_case_is_refused(notes: str, corrections: list[str], because: list[str], told: str) -> None:
    with pytest.raises(EvalError, match=told):
        case_from("x", notes, record(), corrections, because, "CSM", "development")
