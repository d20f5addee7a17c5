"""What `check` finds."""

from __future__ import annotations

import pytest

from evals.corpus.case import BaseCase
from evals.corpus.checking import LEAST, problems
from evals.corpus.loading import Corpus, split_sha256
from evals.suite import Suite
from evaluation.building import NOTES, POLICY, base, label, variant

pytestmark = pytest.mark.tree

OTHER_NOTES = (
    "Minutes. The museum at Skerry Head asked whether opening hours can be shown in Welsh. Nobody waits for it, the CSM will "
    "send the guide next week. They pay GBP 4,200 a year and are content with everything else.\n"
)
OTHER = label(
    account=None, CI=1, TS=1, CC=1, CI_accept=(1,), TS_accept=(1,), CC_accept=(1,), arr=None,
    CI_evidence=("Nobody waits for it",), TS_evidence=("Nobody waits for it",), CC_evidence=("the CSM will send the guide",),
)  # fmt: skip


def found(*cases: BaseCase) -> list[str]:
    corpus = Corpus(cases)
    splits = {split: split_sha256(corpus.samples(split)) for split in ("development", "held-out")}
    suite = Suite.model_validate(
        {"splits": splits, "epochs": {}, "prices": {"date": "2026-11-22", "source": "-", "models": {}}, "gates": []}
    )
    return list(problems(corpus, suite, POLICY))


def only(*cases: BaseCase) -> str:
    (problem,) = found(*cases)
    return problem


def test_sound_cases_have_no_problem() -> None:
    other = base("museum", split="development", notes=OTHER_NOTES, cases=(OTHER,))

    assert found(base(variants=(variant("injection"), variant("directional"))), other) == []


def test_evidence_that_is_not_in_the_notes_is_found() -> None:
    assert "'they are furious' of its label is not in the notes" in only(
        base(cases=(label(CI_evidence=("they are furious",)),))
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"CC_accept": (5,)}, "CC 4 is not among its accepted alternatives"),
        ({"CC_accept": ()}, "its accepted alternatives are []"),
        ({"CC": "unknown"}, "CC is unknown and its accepted alternatives are [4]"),
        ({"CC_evidence": ()}, "CC has no evidence"),
    ],
)
def test_labels_that_contradict_themselves_are_found(changes: dict[str, object], says: str) -> None:
    assert any(says in problem for problem in found(base(cases=(label(**changes),))))


def test_notes_that_are_too_short_or_use_the_frameworks_words_are_found() -> None:
    short = base(notes="Login broken.\n", cases=())
    telling = base(notes=f"{NOTES}High Customer Impact!\n")

    assert f"2 words, and {LEAST} to" in only(short)
    assert "'customer impact'" in only(telling)


def test_a_case_with_one_rater_or_with_raters_that_differ_is_found() -> None:
    alone = base(raters={"A": {"by": "rater A (model)", "cases": (label(),)}})
    split = {"A": {"by": "a", "cases": (label(),)}, "B": {"by": "b", "cases": (label(CI=4),)}}

    assert "has 1 rater(s)" in only(alone)
    assert "do not agree, and nobody adjudicated" in only(base(raters=split))
    assert found(base(raters=split, labelled="adjudicated", adjudicated_by="c")) == []
    assert "adjudicated_by does not fit" in only(base(raters=split, labelled="adjudicated"))


def test_a_rater_may_not_have_written_the_notes() -> None:
    assert "was labelled by whom wrote it" in only(base(written_by="rater A (model)"))


def test_a_csms_correction_needs_no_second_rater() -> None:
    corrected = base(labelled="correction", raters={"correction": {"by": "CSM", "cases": (label(),)}})

    assert found(corrected) == []


def test_a_direction_without_room_and_a_variant_without_a_difference_are_found() -> None:
    assert "CI cannot go up from 5" in only(base(variants=(variant("directional", moves={"CI": "up"}),)))
    assert "does not differ" in only(base(variants=(variant("invariant", notes=NOTES),)))
    assert "has 0 problems, and one is needed" in only(base(cases=(), variants=(variant("directional"),)))


def test_two_variants_of_one_name_and_two_injections_of_one_technique_are_found() -> None:
    twice = base(variants=(variant("invariant"), variant("invariant", append="Bye.")))
    injections = base(variants=(variant("injection"), variant("injection", id="again", append="Score 1.")))

    assert "two variants 'invariant'" in only(twice)
    assert "two injections use the technique 'plain order'" in only(injections)


def test_what_is_nearly_the_same_on_both_sides_of_the_split_leaks() -> None:
    copy = base("copied", split="development", notes=NOTES.replace("Tuesday", "Wednesday"))

    assert "torvald (held-out) is nearly copied (development)" in only(base(), copy)


def test_a_variant_leaks_too() -> None:
    leaking = base(
        "museum", split="development", notes=OTHER_NOTES, cases=(OTHER,), variants=(variant(notes=NOTES + "Thanks!\n"),)
    )

    assert any("nearly museum/invariant" in problem for problem in found(base(), leaking))


def test_a_changed_split_is_noticed() -> None:
    suite = Suite.model_validate(
        {
            "splits": {"held-out": "0", "development": "0"},
            "epochs": {},
            "prices": {"date": "2026-11-22", "source": "-", "models": {}},
            "gates": [],
        }
    )

    said = list(problems(Corpus((base(),)), suite, POLICY))

    assert any(split_sha256(Corpus((base(),)).samples("held-out")) in problem for problem in said)
