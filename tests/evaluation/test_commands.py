"""What the smaller commands do."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from escalation.decision.assessing import assess
from escalation.evidence.notes import from_text
from escalation.extraction.model import Extraction
from evals import commands
from evals.corpus import authoring
from evals.corpus.case import BaseCase
from evals.corpus.loading import Corpus
from evals.corpus.loading import load as load_corpus
from evals.errors import CorpusBroken, EvalError
from evals.running import folder as run_folder
from evaluation.building import NOTES, POLICY, answer, base, made, read_case
from evaluation.test_summary import manifest

pytestmark = pytest.mark.tree


def run_of(folder: Path, *results: object) -> Path:
    described = manifest(whole=False)  # gates ask for figures that a few results cannot have
    run = run_folder.create(described, folder)
    run_folder.write(run, described, results)  # type: ignore[arg-type]
    return run


def few(monkeypatch: pytest.MonkeyPatch, *cases: BaseCase) -> None:
    monkeypatch.setattr(commands, "load_corpus", lambda: Corpus(cases))


def test_the_cases_of_the_repository_hold_and_are_counted() -> None:
    told = commands.checked()

    assert "development: " in told
    assert "held-out: " in told
    assert told.endswith("the split is the one that was frozen.")


def test_there_are_as_many_cases_and_variants_as_promised() -> None:
    corpus = load_corpus()
    variants = [variant for case in corpus for variant in case.variants]

    for split in ("development", "held-out"):
        assert sum(case.split == split for case in corpus) >= 60
    assert len(variants) >= 240
    assert len({variant.technique for variant in variants if variant.kind == "injection"}) >= 60


def test_cases_that_do_not_hold_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    few(monkeypatch, base(notes="Too short."))

    with pytest.raises(CorpusBroken, match="torvald: its notes have 2 words"):
        commands.checked()


def record_of(folder: Path) -> tuple[Path, Path]:
    record = assess(Extraction.model_validate(answer()), POLICY, dt.date(2026, 11, 22), notes=from_text(NOTES))
    paths = folder / "record.json", folder / "notes.md"
    paths[0].write_text(record.model_dump_json(by_alias=True), encoding="utf-8")
    paths[1].write_text(NOTES, encoding="utf-8")
    return paths


def test_a_correction_becomes_a_case_of_the_development_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authoring.write, "__defaults__", (tmp_path,))
    record, notes = record_of(tmp_path)

    told = commands.made(record, notes, "torvald-down", ["CI=4"], ["Two ovens can be started by hand."], "A. CSM")

    (case,) = load_corpus(tmp_path)
    assert "torvald-down.toml" in told
    assert (case.split, case.labelled, case.cases[0].CI, case.cases[0].TS) == ("development", "correction", 4, 4)
    assert "Two ovens can be started by hand." in case.cases[0].why


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    _, notes = record_of(tmp_path)

    with pytest.raises(EvalError, match=r"absent\.json"):
        commands.made(tmp_path / "absent.json", notes, "torvald-down", [], [], "A. CSM")


def test_a_worse_run_on_the_same_samples_is_a_regression(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = tuple(base(f"case-{number}") for number in range(12))
    few(monkeypatch, *cases)
    good = [made(case.id) for case in cases]
    bad = [made(case.id, 1, read_case(ranges={"CI": (1, 1), "TS": (1, 1)})) for case in cases]
    before, after = run_of(tmp_path, *good), run_of(tmp_path, *bad)

    text, code = commands.compared(before, after, "markdown")
    back = commands.compared(after, before, "json")

    assert code == 1
    assert text.startswith("# Comparison: regression")
    assert back[1] == 0
    assert json.loads(back[0])["verdict"] == "better"
    assert commands.compared(before, before, "markdown")[1] == 0


def test_the_agreement_of_raters_is_told_with_who_they_are() -> None:
    told = commands.agreed("held-out")

    assert "models of one family" in told.split("\n")[0]
    assert "CI" in told
    assert "kappa" in told.lower()


def test_the_reports_of_a_run_can_be_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few(monkeypatch, base())
    run = run_of(tmp_path, made())

    told = commands.reported(run)

    assert (run / "report.md").read_text(encoding="utf-8") == told
    assert (run / "report.html").exists()
