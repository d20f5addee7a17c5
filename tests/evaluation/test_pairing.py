"""Which problem of a reading belongs to which labelled one."""

from __future__ import annotations

import pytest

from evals.measuring.pairing import pair
from evals.running.results import ReadCase, ReadScore
from evaluation.building import NOTES, label, read_case

pytestmark = pytest.mark.tree

TWO = NOTES + "\nHarrow Mills: the logo on their invoices is grey. GBP 2k a year.\n"
FIRST = label()
SECOND = label(
    account="Harrow Mills", CI=1, TS=1, CC=1, CI_accept=(1,), TS_accept=(1,), CC_accept=(1,),
    CI_evidence=("the logo on their invoices is grey",), TS_evidence=(), CC_evidence=(), arr=None,
)  # fmt: skip


def citing(quote: str, account: str | None) -> ReadCase:
    start = TWO.index(quote)
    scores = {
        code: ReadScore(low=3, high=3, rationale="", quotes=((start, start + len(quote)),))
        for code in ("CI", "AV", "TS", "CC")
    }
    return read_case(account=account, scores=scores)


def test_one_problem_on_each_side_belongs_together_whatever_its_name() -> None:
    read = read_case(account="Somebody else")

    assert pair([FIRST], [read], NOTES) == ((FIRST, read),)


def test_several_problems_belong_together_by_their_account() -> None:
    mills, torvald = read_case(account="harrow mills ltd"), read_case(account="Torvald")

    assert pair([FIRST, SECOND], [mills, torvald], TWO) == ((FIRST, torvald), (SECOND, mills))


def test_without_names_they_belong_together_by_the_words_they_rest_on() -> None:
    grey, ovens = citing("invoices is grey", None), citing("bake from the app", None)

    assert pair([FIRST, SECOND], [grey, ovens], TWO) == ((FIRST, ovens), (SECOND, grey))


def test_what_was_not_read_and_what_no_label_knows_stand_alone() -> None:
    torvald = read_case()
    stranger = read_case(account="Harrow Mills")

    assert pair([FIRST, SECOND], [torvald], TWO) == ((FIRST, torvald), (SECOND, None))
    assert pair([FIRST], [torvald, stranger], TWO) == ((FIRST, torvald), (None, stranger))
    assert pair([], [torvald], TWO) == ((None, torvald),)
    assert pair([FIRST], [], TWO) == ((FIRST, None),)
