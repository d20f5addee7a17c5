"""Writes every report of a run into its folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from escalation.policy.model import Policy
from evals.corpus.sample import Sample
from evals.measuring.summary import Summary
from evals.reporting.annotations import annotate
from evals.reporting.junit import in_junit
from evals.reporting.markdown import in_markdown
from evals.reporting.page import render
from evals.running.results import Result


def write_all(
    folder: Path, summary: Summary, samples: Sequence[Sample], results: Sequence[Result], policy: Policy
) -> str:
    """The reports of a run; the Markdown one is returned, too, and in GitHub Actions stands beside the checks."""
    text = in_markdown(summary)
    reports = {
        "report.html": render(summary, samples, results, policy),
        "report.md": text,
        "summary.json": summary.model_dump_json(indent=1) + "\n",
        "junit.xml": in_junit(summary),
    }
    for name, report in reports.items():
        (folder / name).write_text(report, encoding="utf-8", newline="\n")
    annotate(summary, text, os.environ)
    return text
