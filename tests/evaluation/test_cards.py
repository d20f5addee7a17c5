"""Cards: the worst first, each with the reading that is furthest off."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measuring.reads import gather
from evals.reporting.cards import Card, cards
from evals.reporting.highlights import Mark, Piece, highlight, pieces
from evals.running.results import Result
from evaluation.building import NOTES, POLICY, base, label, made, read_case, sample

pytestmark = pytest.mark.tree

LOW = {"CI": (1, 1), "TS": (1, 1), "CC": (1, 1)}
MIDDLE = {"TS": (2, 2), "CC": (2, 2)}
MILD: dict[str, Any] = {"CI": 1, "TS": 1, "CC": 1, "CI_accept": (1,), "TS_accept": (1,), "CC_accept": (1,)}


def found(*results: Result, epochs: int = 1, **bases: Any) -> tuple[Card, ...]:
    """The cards of base cases that are named by their keywords."""
    samples = [sample(name, **changes) for name, changes in bases.items()]
    return cards(samples, results, gather(samples, results, POLICY), epochs)


def mild() -> dict[str, Any]:
    return {"cases": (label(holistic="handle", **MILD),)}


def test_too_low_stands_before_too_high_before_unseen_before_exact() -> None:
    seen = found(
        made("exact"),
        made("over"),
        made("lower", 1, read_case(ranges=LOW)),
        made("low", 1, read_case(ranges=MIDDLE)),
        made("unseen", cases=(), status="nothing"),
        exact={},
        over=mild(),
        low={},
        lower={},
        unseen=mild() | {"cases": (label(holistic="handle", arr=None, weight="none", **MILD),)},
    )

    assert [card.base.id for card in seen] == ["lower", "low", "over", "unseen", "exact"]
    assert [card.kinds for card in seen] == [("under",), ("under",), ("over",), ("missing",), ("exact",)]
    assert seen[0].gap > seen[1].gap


def test_a_problem_that_was_not_seen_is_both_too_low_and_missing() -> None:
    (card,) = found(made("torvald", cases=(), status="nothing"), torvald={})

    assert (card.kinds, card.gap) == (("under", "missing"), 3)


def test_the_reading_that_is_furthest_off_is_shown() -> None:
    (card,) = found(
        made("torvald", 1), made("torvald", 2, read_case(ranges=LOW)), made("torvald", 3), epochs=3, torvald={}
    )

    assert card.shown
    assert card.shown.read.epoch == 2
    assert [one.kinds for one in card.readings] == [("exact",), ("under",), ("exact",)]
    assert card.kinds == ("under",)


def test_the_first_of_readings_alike_is_shown() -> None:
    (card,) = found(made("torvald", 1), made("torvald", 2), epochs=2, torvald={})

    assert card.shown
    assert card.shown.read.epoch == 1


def test_an_epoch_without_a_reading_is_missing_with_its_reason() -> None:
    failed = made("torvald", 2, cases=(), status="failed", problem="timeout")
    (card,) = found(made("torvald", 1), failed, epochs=3, torvald={})

    assert card.missing == ((2, "timeout"), (3, ""))
    assert card.kinds == ("missing",)


def test_a_case_that_was_never_read_has_a_card() -> None:
    (card,) = found(torvald={})

    assert (card.shown, card.kinds, card.missing) == (None, ("missing",), ((1, ""),))


def test_a_problem_in_notes_without_one_is_too_much() -> None:
    (card,) = found(made("torvald"), torvald={"cases": ()})

    assert card.kinds == ("over",)
    assert card.shown
    assert len(card.shown.extras) == 1


def test_notes_without_a_problem_read_as_such_are_exact() -> None:
    (card,) = found(made("torvald", cases=(), status="nothing"), torvald={"cases": ()})

    assert card.kinds == ("exact",)


def test_quotes_that_overlap_are_cut_where_one_begins_or_ends() -> None:
    marks = [Mark(2, 6, "CI", "label"), Mark(4, 8, "TS", "read")]

    assert pieces("0123456789", marks) == (
        Piece("01"),
        Piece("23", ("CI",), ("CI",), label=True),
        Piece("45", ("CI", "TS"), ("TS",), label=True, read=True),
        Piece("67", ("TS",), (), read=True),
        Piece("89"),
    )


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33))))
def test_pieces_put_together_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "CI", "read") for start, end in spans]

    assert "".join(piece.text for piece in pieces(text, marks)) == text


def test_evidence_of_the_label_is_marked() -> None:
    marked = {piece.text: piece.layers for piece in highlight(base(), None) if piece.label}

    assert marked["nobody can bake from the app"] == ("CI",)
    assert marked["EUR 64k ARR"] == ("AV",)
    assert "".join(piece.text for piece in highlight(base(), None)) == NOTES
