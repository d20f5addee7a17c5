"""Signals, quotes, first answers, effort."""

from __future__ import annotations

import pytest

from evals.corpus.sample import samples_of
from evals.measuring import signals
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evals.running.results import Effort, Result
from evaluation.building import POLICY, base, label, made, read_case, variant

pytestmark = pytest.mark.tree

LEAK = ({"kind": "privacy", "quote": "nobody can bake from the app"},)


def figures(*results: Result) -> dict[str, Figure]:
    samples = samples_of(base(cases=(label(signals=LEAK),), variants=(variant("invariant"),)))
    reads = gather(samples, results, POLICY)
    found = (*signals.figures(reads), *signals.reading(reads), *signals.effort(reads))
    return {figure.name: figure for figure in found}


def test_recall_counts_labelled_signals_and_precision_those_that_were_read() -> None:
    both = read_case(signals={"privacy": ((0, 8),), "legal": ((0, 8),)})

    found = figures(made("torvald", 1, both), made("torvald", 2, read_case()))

    assert (found["signals.recall"].hits, found["signals.recall"].n) == (1, 2)
    assert (found["signals.precision"].hits, found["signals.precision"].n) == (1, 2)


def test_quotes_and_first_answers_count_over_variants_too() -> None:
    found = figures(made(quotes=(5, 4)), made("torvald/invariant", quotes=(3, 3), first_try=False))

    assert (found["reading.verbatim"].hits, found["reading.verbatim"].n) == (7, 8)
    assert (found["reading.first_try"].hits, found["reading.first_try"].n) == (1, 2)


def test_effort_is_given_only_where_it_is_known() -> None:
    assert "effort.usd" not in figures(made())

    found = figures(made(effort=Effort(usd=0.01)), made(epoch=2, effort=Effort(usd=0.03)))

    assert found["effort.usd"].value == pytest.approx(0.02)
