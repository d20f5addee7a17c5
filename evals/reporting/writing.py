"""Writes every report of a run into its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from escalation.policy.model import Policy
from evals.corpus.sample import Sample
from evals.measuring.summary import Summary
from evals.reporting.markdown import in_markdown
from evals.running.results import Result


def write_all(
    folder: Path, summary: Summary, samples: Sequence[Sample], results: Sequence[Result], policy: Policy
) -> str:
    """The reports of a run; the Markdown one is returned, too."""
    text = in_markdown(summary)
    (folder / "report.md").write_text(text, encoding="utf-8")
    (folder / "summary.json").write_text(summary.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return text
