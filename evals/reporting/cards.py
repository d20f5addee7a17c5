"""What the page shows of each base case: label and readings side by side, the worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple, get_args

from escalation.policy.model import Policy
from escalation.policy.table import Range
from escalation.policy.terms import CODES, DECISIONS, DIMENSION_OF, Code, Decision
from evals.corpus.case import BaseCase, Label
from evals.corpus.sample import Sample
from evals.measuring.decisions import allowed
from evals.measuring.reads import Read, Reads, decision_of, label_level, level_of
from evals.measuring.slices import tags
from evals.reporting.highlights import Piece, highlight
from evals.running.results import ReadCase, ReadScore, Result

Kind = Literal["under", "over", "missing", "exact"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""In the order of the page."""


class Row(NamedTuple):
    """A dimension: the labelled range, the other scores that can be defended, and what was read (None: not seen)."""

    code: Code
    title: str
    label: Range
    accepted: tuple[int, ...]
    score: ReadScore | None


class Problem(NamedTuple):
    """A labelled problem in one reading; ``off`` is by how many bands it is too high, below 0 too low."""

    label: Label
    wanted: Decision
    total: Range
    allowed: tuple[Decision, ...]
    read: ReadCase | None
    decision: Decision
    off: int
    rows: tuple[Row, ...]


class Reading(NamedTuple):
    """One reading of a base case. ``gap`` is how many bands the worst problem is off, ``extras`` no label knows."""

    read: Read
    kinds: tuple[Kind, ...]
    gap: int
    problems: tuple[Problem, ...]
    extras: tuple[ReadCase, ...]


class Card(NamedTuple):
    """A base case. ``kinds`` holds for any of its readings, the worst kind first; ``shown`` is the worst reading.

    ``missing`` are the epochs without a reading, and why where that is known.
    """

    base: BaseCase
    wanted: tuple[Decision, ...]
    kinds: tuple[Kind, ...]
    shown: Reading | None
    readings: tuple[Reading, ...]
    missing: tuple[tuple[int, str], ...]
    pieces: tuple[Piece, ...]
    tags: tuple[str, ...]

    @property
    def gap(self) -> int:
        """How many bands the worst reading is off."""
        return self.shown.gap if self.shown else 0


def cards(samples: Iterable[Sample], results: Iterable[Result], reads: Reads, epochs: int) -> tuple[Card, ...]:
    """Every base case that was to be read: too low by most bands first, then too high, not seen, and exact."""
    by_case: dict[str, list[Reading]] = defaultdict(list)
    for read in reads.base:
        by_case[read.cluster].append(_reading(read, reads.policy))
    failed = {(made.sample, made.epoch): made.problem or "" for made in results if made.status == "failed"}
    found = []
    for sample in samples:
        if sample.variant is None:
            readings = by_case[sample.id]
            gone = set(range(1, epochs + 1)) - {reading.read.epoch for reading in readings}
            missing = tuple((epoch, failed.get((sample.id, epoch), "")) for epoch in sorted(gone))
            found.append(_card(sample.base, readings, missing, reads.policy))
    return tuple(sorted(found, key=lambda card: (KINDS.index(card.kinds[0]), -card.gap, card.base.id)))


def _card(base: BaseCase, readings: Sequence[Reading], missing: tuple[tuple[int, str], ...], policy: Policy) -> Card:
    kinds = {kind for reading in readings for kind in reading.kinds} | ({"missing"} if missing else set())
    shown = min(readings, key=lambda one: (KINDS.index(one.kinds[0]), -one.gap, one.read.epoch), default=None)
    return Card(
        base=base,
        wanted=tuple(label.decision(policy) for label in base.cases),
        kinds=tuple(kind for kind in KINDS if kind in kinds and (kind != "exact" or kinds == {"exact"})),
        shown=shown,
        readings=tuple(readings),
        missing=missing,
        pieces=highlight(base, shown.read if shown else None),
        tags=tuple(dict.fromkeys(tag for label in base.cases for tag in tags(base, label, policy))),
    )


def _reading(read: Read, policy: Policy) -> Reading:
    problems = tuple(_problem(found.label, found.read, policy) for found in read.pairs if found.label)
    extras = tuple(found.read for found in read.pairs if found.read and not found.label)
    offs = [problem.off for problem in problems]
    if not problems:
        # Whatever is read where nothing is open is too much, also what a CSM is told to keep.
        offs += [level_of(case) + 1 for case in extras]
    low, high = min([0, *offs]), max([0, *offs])
    unseen = read.result.status == "invalid" or any(problem.read is None for problem in problems)
    holds: dict[Kind, bool] = {"under": low < 0, "over": high > 0, "missing": unseen}
    kinds = tuple(kind for kind in KINDS if holds.get(kind)) or ("exact",)
    return Reading(read, kinds, -low or high, problems, extras)


def _problem(label: Label, read: ReadCase | None, policy: Policy) -> Problem:
    level = label_level(label, policy)
    return Problem(
        label=label,
        wanted=DECISIONS[level],
        total=label.ruling(policy).total,
        allowed=tuple(DECISIONS[other] for other in sorted(allowed(label, policy) - {level})),
        read=read,
        decision=decision_of(read),
        off=level_of(read) - level,
        rows=tuple(_row(code, span, label, read, policy) for code, span in zip(CODES, label.box(policy), strict=True)),
    )


def _row(code: Code, span: Range, label: Label, read: ReadCase | None, policy: Policy) -> Row:
    return Row(
        code=code,
        title=policy.dimensions[DIMENSION_OF[code]].title,
        label=span,
        accepted=tuple(sorted(label.accepted(code) - set(span if span[0] == span[1] else ()))),
        score=read.scores[code] if read else None,
    )
