"""Everything measured on a run, with gates and verdict: what every report shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from escalation.policy.model import Policy
from evals.corpus.case import Part
from evals.corpus.sample import Sample
from evals.measuring import decisions, dimensions, signals, slices, stability, variants
from evals.measuring.figures import Figure
from evals.measuring.gates import Judged, judge
from evals.measuring.reads import Reads, gather
from evals.running.manifest import Manifest
from evals.running.results import Result
from evals.suite import Suite

Verdict = Literal["passed", "failed", "not judged"]


class Summary(Part):
    """``matrix`` counts decisions, labels in rows, mildest first. Gates are judged on whole held-out runs alone."""

    manifest: Manifest
    complete: bool
    verdict: Verdict
    why: str
    gates: tuple[Judged, ...]
    figures: tuple[Figure, ...]
    matrix: tuple[tuple[int, ...], ...]

    def figure(self, name: str) -> Figure:
        """The figure of this name; KeyError where there is none."""
        return next((figure for figure in self.figures if figure.name == name), None) or _unknown(name)


def summarize(
    manifest: Manifest, samples: Sequence[Sample], results: Sequence[Result], wanted: int, policy: Policy, suite: Suite
) -> Summary:
    """The summary of the results of a run that wanted so many readings of ``samples``."""
    reads = gather(samples, results, policy)
    figures = tuple(measure(reads))
    complete = len(reads.base) + len(reads.variants) == wanted
    judged: tuple[Judged, ...] = ()
    why = _not_judged(manifest, complete=complete)
    if not why:
        by_name = {figure.name: figure for figure in figures}
        judged = judge((gate for gate in suite.gates if gate.group == manifest.group), by_name)
        failed = sum(not gate.passed for gate in judged)
        why = f"{failed} of {len(judged)} gates failed" if failed else f"all {len(judged)} gates passed"
    return Summary(
        manifest=manifest,
        complete=complete,
        verdict="not judged" if not judged else "passed" if all(gate.passed for gate in judged) else "failed",
        why=why,
        gates=judged,
        figures=figures,
        matrix=_matrix(reads),
    )


def measure(reads: Reads) -> Iterator[Figure]:
    """Every figure, in the order in which it is reported."""
    yield from decisions.figures(reads)
    yield from dimensions.figures(reads)
    yield from dimensions.ranges(reads)
    yield from stability.figures(reads)
    yield from variants.figures(reads)
    yield from signals.figures(reads)
    yield from signals.reading(reads)
    yield from signals.effort(reads)
    yield from slices.figures(reads)


def _not_judged(manifest: Manifest, *, complete: bool) -> str:
    if not complete:
        return "gates are never judged on an incomplete run"
    if manifest.group is None:
        return "no gates were asked for"
    if manifest.split != "held-out":
        return "gates are judged on the held-out split alone"
    return "" if manifest.whole else "gates are judged on the whole split alone"


def _matrix(reads: Reads) -> tuple[tuple[int, ...], ...]:
    total = np.sum(decisions.by_cluster(reads), axis=0)
    return tuple(tuple(int(count) for count in row) for row in total)


def _unknown(name: str) -> Figure:
    raise KeyError(name)
