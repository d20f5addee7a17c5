"""What a file of a case may hold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from evals.corpus.case import BaseCase
from evaluation.building import POLICY, base, label, variant

pytestmark = pytest.mark.tree


def test_the_decision_of_a_label_follows_from_its_scores_and_signals() -> None:
    signal = {"kind": "privacy", "quote": "nobody can bake from the app"}

    assert label().decision(POLICY) == "immediate"
    assert label(CI=1, TS=1, CC=1, CI_accept=(1,), TS_accept=(1,), CC_accept=(1,)).decision(POLICY) == "handle"
    assert label(CI=1, TS=1, CC=1, signals=(signal,)).decision(POLICY) == "urgency"


def test_account_value_is_worked_out_from_the_arr() -> None:
    assert label().box(POLICY)[1] == (5, 5)
    assert label(arr=None).box(POLICY)[1] == (1, 5)
    assert label(arr=None, weight="high", weight_quote="EUR 64k ARR").box(POLICY)[1] == (5, 5)


def test_an_unknown_score_may_be_anything() -> None:
    assert label(CI="unknown", CI_accept=()).box(POLICY)[0] == (1, 5)


@pytest.mark.parametrize("wrong", [{"CI": 6}, {"CI": 0}, {"surprise": 1}, {"holistic": "maybe"}, {"CI_accept": (7,)}])
def test_labels_out_of_range_and_unknown_keys_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        label(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "invariant", "append": "x", "notes": "y"},
        {"kind": "invariant", "moves": {"CI": "up"}},
        {"kind": "injection", "technique": ""},
        {"kind": "directional", "moves": {}},
        {"kind": "directional", "unknown": ("AV",)},
        {"kind": "insufficient", "unknown": ()},
        {"kind": "directional", "moves": {"XX": "up"}},
        {"id": "Not A Name"},
    ],
)
def test_a_variant_has_one_text_and_the_keys_of_its_kind(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        variant(str(wrong.pop("kind", "invariant")), **wrong)


def test_a_variant_that_changes_nothing_about_its_text_has_no_text() -> None:
    with pytest.raises(ValidationError, match="exactly one of notes, replace and append"):
        variant("invariant", append=None)


def test_a_case_cannot_be_changed_afterwards() -> None:
    case: BaseCase = base()

    with pytest.raises(ValidationError):
        case.split = "development"
