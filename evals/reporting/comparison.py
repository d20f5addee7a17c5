"""A comparison of two runs as Markdown."""

from __future__ import annotations

from evals.measuring.comparing import Comparison, Flip
from evals.reporting.markdown import delta

_SHOWN = 40


def in_markdown(comparison: Comparison) -> str:
    """Verdict, differences with their intervals, and every flip with both rationales."""
    rows = [
        f"| {d.title} | {d.base:.1%} | {d.head:.1%} | {delta(d.delta)} | {delta(d.low)} to {delta(d.high)} | {d.n} |"
        for d in comparison.deltas
    ]
    parts = [
        f"# Comparison: {comparison.verdict}",
        f"{comparison.why[0].upper()}{comparison.why[1:]}.",
        _mcnemar(comparison),
        f"{comparison.left_out} reading(s) left out: not in both runs, or without a labelled problem.",
        "| | Base | Head | Difference | 95% (paired) | n |\n| --- | --- | --- | --- | --- | --- |\n" + "\n".join(rows),
    ]
    if comparison.flips:
        parts += ["## Decisions that differ", *map(_flip, comparison.flips[:_SHOWN])]
    if len(comparison.flips) > _SHOWN:
        parts.append(f"And {len(comparison.flips) - _SHOWN} more (--format json has all).")
    return "\n\n".join(parts) + "\n"


def _mcnemar(comparison: Comparison) -> str:
    return (
        f"Right in the base alone: {comparison.only_base_right}; in the head alone: {comparison.only_head_right}; "
        f"exact McNemar p = {comparison.p:.3f}, on {comparison.n} decisions."
    )


def _flip(flip: Flip) -> str:
    word = "better" if flip.better else "worse or as far"
    lines = [f"**{flip.sample}**, epoch {flip.epoch}: {flip.base} → {flip.head} (label {flip.label}; {word})"]
    for code in flip.base_rationales.keys() | flip.head_rationales.keys():
        before, after = flip.base_rationales.get(code, "not seen"), flip.head_rationales.get(code, "not seen")
        if before != after:
            lines.append(f"- {code}: {before} → {after}")
    return "\n".join([lines[0], *sorted(lines[1:])])
