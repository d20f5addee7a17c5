"""The summary for CI: verdict, provenance, gates, matrix, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from escalation.policy.terms import DECISIONS
from evals.measuring.figures import Figure
from evals.measuring.gates import Judged
from evals.measuring.summary import Summary
from evals.reporting.words import NONE, count, interval, number, title, value


def in_markdown(summary: Summary) -> str:
    """The whole summary."""
    parts = [
        f"# Evaluation: {summary.verdict}",
        f"{summary.why[0].upper()}{summary.why[1:]}." if summary.why else "",
        provenance(summary),
        gates(summary.gates) if summary.gates else "",
        "## Decisions (labels in rows, readings in columns)",
        matrix(summary.matrix),
        "## Figures",
        "Rates have Wilson's 95% interval at the number of base cases, all others a bootstrap over base cases.",
        table(summary.figures),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def provenance(summary: Summary) -> str:
    """Who read what, and who labelled it."""
    manifest = summary.manifest
    unfinished = "" if summary.complete else " **This run is not complete.**"
    return (
        f"{manifest.samples} texts of the {manifest.split} split, {manifest.epochs} epoch(s) of each base case. "
        f"Read by {manifest.provenance}. Labels: {manifest.labels}.{unfinished}"
    )


def gates(judged: Sequence[Judged]) -> str:
    """Each gate with its bound, what was measured, and how many may fail."""
    rows = ["| Gate | Bound | Measured | 95% | n | Misses | |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for gate in judged:
        misses = NONE if gate.allowed is None else f"{gate.misses}, {gate.allowed} allowed"
        bound = f"{gate.bound}{f' (aim {gate.gate.aim})' if gate.gate.aim else ''}"
        rows.append(
            f"| {title(gate.figure)} | {bound} | {value(gate.figure)} | {interval(gate.figure)} | {gate.figure.n} "
            f"| {misses} | {'pass' if gate.passed else '**FAIL**'} |"
        )
    return "## Gates\n\n" + "\n".join(rows)


def matrix(counted: Sequence[Sequence[int]]) -> str:
    """The 4 x 4 matrix of decisions."""
    head = f"| | {' | '.join(DECISIONS)} |\n| --- |{' --- |' * len(DECISIONS)}\n"
    return head + "\n".join(
        f"| **{name}** | {' | '.join(map(str, row))} |" for name, row in zip(DECISIONS, counted, strict=True)
    )


def table(figures: Iterable[Figure]) -> str:
    """Figures with n and interval, a row each; what could not be measured is left out."""
    rows = [
        f"| {title(figure)} | {value(figure)} | {interval(figure)} | {count(figure)} |"
        for figure in figures
        if figure.value is not None
    ]
    return "| Figure | Value | 95% | n |\n| --- | --- | --- | --- |\n" + "\n".join(rows)


def delta(amount: float | None) -> str:
    """A difference of rates, with its sign."""
    return number(None, "share") if amount is None else f"{amount:+.1%}"
