"""The labelled cases hold: they parse, their quotes stand in their notes, and the split is the one that was frozen."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from escalation.policy.loading import load as policy

if TYPE_CHECKING:
    from evals.corpus import Note

pytestmark = pytest.mark.tree

FROZEN = {
    "development": "a9153c0906cd3e15e872f9933ed3398b810156f205c58bed65b73ae1439bd479",
    "held-out": "c97394bff00f6afaf1ff36fafa646900b0053d0bf27f80c51cc6240ff70bd89e",
}


@cache
def notes() -> tuple[Note, ...]:
    from evals.corpus import load

    return tuple(load())


def test_there_are_at_least_sixty_notes_in_each_half() -> None:
    counts = Counter(note.split for note in notes())
    assert min(counts["development"], counts["held-out"]) >= 60


@pytest.mark.parametrize("split", FROZEN)
def test_the_split_is_the_one_that_was_frozen(split: str) -> None:
    from evals.corpus import split_sha256

    assert split_sha256(list(notes()), split) == FROZEN[split]


def test_every_word_that_a_label_rests_on_stands_in_its_notes() -> None:
    from evals.corpus import missing_quotes

    assert {note.id: found for note in notes() if (found := list(missing_quotes(note)))} == {}


def test_a_score_is_among_those_that_can_be_defended() -> None:
    for note in notes():
        for label in note.cases:
            for code in ("CI", "TS", "CC"):
                score = getattr(label, code)
                assert score == "unknown" or score in getattr(label, f"{code}_accept"), f"{note.id}: {code}"


def test_every_set_of_notes_has_two_raters_and_a_dispute_an_adjudication() -> None:
    for note in notes():
        assert set(note.raters) == {"A", "B"}
        first, second = ([(case.CI, case.TS, case.CC) for case in note.raters[name].cases] for name in ("A", "B"))
        assert first == second or note.labelled == "adjudicated", note.id


def test_no_notes_of_one_half_are_nearly_those_of_the_other() -> None:
    held = [note for note in notes() if note.split == "held-out"]
    for one, other in product(held, (note for note in notes() if note.split == "development")):
        matcher = SequenceMatcher(None, one.notes, other.notes, autojunk=False)
        if matcher.real_quick_ratio() > 0.6 and matcher.quick_ratio() > 0.75:
            assert matcher.ratio() < 0.6, f"{one.id} and {other.id}"


def test_all_four_decisions_are_there_in_both_halves() -> None:
    rules = policy("default")
    for split in FROZEN:
        decisions = Counter(label.decision(rules) for note in notes() if note.split == split for label in note.cases)
        assert set(decisions) == {"handle", "support", "urgency", "immediate"}
