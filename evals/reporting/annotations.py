"""What GitHub Actions shows of a run beside the checks: annotations and the summary of the job."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from evals.measuring.summary import Summary
from evals.reporting.words import measured, title


def annotate(summary: Summary, markdown: str, environment: Mapping[str, str]) -> None:
    """Print annotations to stderr and append to the summary of the job; nothing outside of GitHub Actions."""
    if environment.get("GITHUB_ACTIONS") != "true":
        return
    for annotation in workflow_commands(summary):
        print(annotation, file=sys.stderr)
    if path := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(markdown)


def workflow_commands(summary: Summary) -> Iterator[str]:
    """An error for each failed gate, a warning for a run that is not complete."""
    for judged in summary.gates:
        if not judged.passed:
            yield _command("error", f"Gate failed: {title(judged.figure)}", measured(judged))
    if not summary.complete:
        yield _command("warning", "Evaluation", "The run is not complete: readings that were asked for are missing.")


def _command(level: str, heading: str, message: str) -> str:
    named = _escape(heading).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} title={named}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
