"""The comparison with the bare framework: which cases, and the same figures for both."""

from __future__ import annotations

from collections import Counter

import pytest

from evals.corpus.loading import load
from evals.measuring.reads import gather, label_level
from evals.reading.agents import batches
from evals.running.run import jobs
from evals.without.comparing import kit
from evals.without.measuring import EPOCHS, Answer, chosen, figures, with_skill
from evaluation.building import POLICY, made, read_case, sample

pytestmark = pytest.mark.tree

RIGHT = Answer("a", 1, 3, 3, (4, 4), adds_up=True, fits=True, value_known=True, value_open=False)


def of(*answers: Answer) -> dict[str, tuple[int | None, int]]:
    return {figure.name: (figure.hits, figure.n) for figure in figures(answers)}


def test_thirty_held_out_cases_with_one_problem_are_drawn_the_same_way_each_time() -> None:
    drawn = chosen(load(), POLICY)

    assert drawn == chosen(load(), POLICY)
    assert len({one.base.id for one in drawn}) == 30
    assert {(one.split, one.variant, len(one.base.cases)) for one in drawn} == {("held-out", None, 1)}
    spread = Counter(label_level(one.base.cases[0], POLICY) for one in drawn)
    assert sorted(spread.values()) == [7, 7, 8, 8]


def test_ninety_assessments_fill_nine_contexts() -> None:
    assert [len(group) for group in batches(jobs(chosen(load(), POLICY), EPOCHS))] == [10] * 9


def test_errors_are_told_apart_by_direction_and_size() -> None:
    found = of(
        RIGHT,
        RIGHT._replace(cluster="b", level=2),
        RIGHT._replace(cluster="c", level=1),
        RIGHT._replace(cluster="d", label=2),
    )

    assert [found[name] for name in ("exact", "under", "over", "two_bands")] == [(1, 4), (2, 4), (1, 4), (1, 4)]


def test_no_decision_is_neither_right_nor_too_mild() -> None:
    found = of(RIGHT._replace(level=None))

    assert (found["exact"], found["under"], found["over"]) == ((0, 1), (0, 1), (0, 1))


def test_a_case_is_stable_when_all_epochs_decide_the_same() -> None:
    other = RIGHT._replace(cluster="b")

    assert of(RIGHT, RIGHT._replace(epoch=2), other, other._replace(epoch=2, level=1))["stable"] == (1, 2)


def test_only_cases_without_a_known_value_tell_whether_it_is_left_open() -> None:
    guessed = RIGHT._replace(cluster="b", value_known=False)
    left_open = guessed._replace(cluster="c", value_open=True)

    assert of(RIGHT, guessed, left_open)["open"] == (1, 2)


def test_every_quote_counts() -> None:
    assert of(RIGHT, RIGHT._replace(quotes=(3, 1)))["verbatim"] == (5, 7)


def test_readings_with_the_skill_come_to_the_same_figures() -> None:
    one = sample()
    reads = gather([one], [made(), made("torvald", 2, read_case(ranges={"CI": (1, 5)})), made("torvald", 3)], POLICY)

    answers = list(with_skill(reads, [one]))

    assert [answer.level for answer in answers] == [3, answers[1].level, 3]
    assert {answer.adds_up for answer in answers} == {True}
    assert {answer.fits for answer in answers} == {True}


def test_the_framework_in_words_has_dimensions_bands_and_template_and_no_code() -> None:
    (name,) = kit().files
    words = kit().files[name].decode()

    assert name == "framework.md"
    for part in ("Customer impact", "Account value", "Time sensitivity", "CSM capability", "### Decision", "| Total |"):
        assert part.casefold() in words.casefold(), part
    assert "escalate.py" not in words + kit().task
