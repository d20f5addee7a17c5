"""The summary for CI."""

from __future__ import annotations

import pytest

from evals.reporting.markdown import in_markdown
from evaluation.building import made
from evaluation.test_page import run

pytestmark = pytest.mark.tree

HIGH = {"figure": "decision.exact", "at_least": 0.9}


def test_it_starts_with_verdict_provenance_gates_and_matrix() -> None:
    text = in_markdown(run(gates=(HIGH,), provenance="a replayed model").summary)

    assert text.startswith(
        """\
# Evaluation: failed

1 of 1 gates failed.

6 texts of the held-out split, 1 epoch(s) of each base case. Read by a replayed model. Labels: two model raters of one family.

## Gates

| Gate | Bound | Measured | 95% | n | Misses | |
| --- | --- | --- | --- | --- | --- | --- |
| Decision exact | ≥ 0.9 | 33.3% | 6.1% to 79.2% | 3 | 2, 0 allowed | **FAIL** |

## Decisions (labels in rows, readings in columns)

| | handle | support | urgency | immediate |
| --- | --- | --- | --- | --- |
"""
    )


def test_figures_have_interval_and_n() -> None:
    assert "| Under-escalation | 33.3% | 6.1% to 79.2% | 1 of 3 |" in in_markdown(run().summary)


def test_raters_are_called_model_raters() -> None:
    text = in_markdown(run().summary)

    assert "Decision exact: model raters agreed" in text
    assert ": raters" not in text


def test_a_run_that_is_not_complete_says_so() -> None:
    assert "**This run is not complete.**" in in_markdown(run(made("exact")).summary)
