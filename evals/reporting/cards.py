"""What the page shows of each base case: notes with what was quoted, label and readings side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from escalation.decision.ranges import Change, Ruling, changes
from escalation.evidence.notes import from_text
from escalation.evidence.quotes import Finder
from escalation.policy.model import Policy
from escalation.policy.table import Range
from escalation.policy.terms import CODES, DECISIONS, DIMENSION_OF, Code, Decision
from evals.corpus.case import BaseCase, Label
from evals.measuring.decisions import allowed
from evals.measuring.reads import Read, Reads, decision_of, label_level, level_of
from evals.measuring.slices import tags
from evals.running.results import ReadCase

Outcome = Literal["under", "over", "right"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("under", "over", "right")
SIGNAL: Final = "S"
"""The letter of quotes that give a signal, beside the codes of the dimensions."""
LAYERS: Final = (*CODES, SIGNAL)


class Mark(NamedTuple):
    """A quote in the notes: what it is evidence for, and whether a label or a reading rests on it."""

    start: int
    end: int
    layer: str
    by: Literal["label", "read"]


class Piece(NamedTuple):
    """Words of the notes on which the same quotes lie; ``begins`` are the layers that begin here."""

    text: str
    layers: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    label: bool = False
    read: bool = False


class Step(NamedTuple):
    """A problem in one epoch; ``off`` is by how many bands the decision is too high, below 0 too low."""

    epoch: int
    read: ReadCase | None
    decision: Decision
    off: int


class Row(NamedTuple):
    """A dimension: label, what else it allows, the score of each epoch (None: not seen), and the rationales."""

    code: Code
    title: str
    label: Range
    accepted: tuple[int, ...]
    scores: tuple[Range | None, ...]
    rationales: tuple[tuple[tuple[int, ...], str], ...]


class Problem(NamedTuple):
    """A labelled problem beside its readings."""

    label: Label
    decision: Decision
    ruling: Ruling
    allowed: tuple[Decision, ...]
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    findings: tuple[tuple[tuple[int, ...], str], ...]


class Card(NamedTuple):
    """A base case; ``outcome`` is that of its worst reading, too low being worse than too high."""

    base: BaseCase
    outcome: Outcome
    worst: int
    wrong: int
    epochs: tuple[Read, ...]
    missing: tuple[int, ...]
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    extras: tuple[tuple[int, ReadCase], ...]
    tags: tuple[str, ...]
    read_as: tuple[Decision, ...]


def cards(reads: Reads, epochs: int) -> tuple[Card, ...]:
    """Every base case that was read, the worst first."""
    by_case: dict[str, list[Read]] = defaultdict(list)
    for read in reads.base:
        by_case[read.cluster].append(read)
    found = (_card(group, reads.policy, epochs) for group in by_case.values())
    return tuple(sorted(found, key=lambda card: (OUTCOMES.index(card.outcome), -card.worst, -card.wrong, card.base.id)))


def pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """``text`` cut where a quote begins or ends; put together again the pieces are ``text``."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    cuts = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        here = [mark for mark in inside if mark.start <= start and end <= mark.end]
        layers = tuple(layer for layer in LAYERS if any(mark.layer == layer for mark in here))
        before = found[-1].layers if found else ()
        by = {mark.by for mark in here}
        begins = tuple(layer for layer in layers if layer not in before)
        found.append(Piece(text[start:end], layers, begins, label="label" in by, read="read" in by))
    return tuple(found)


def _card(epochs: Sequence[Read], policy: Policy, wanted: int) -> Card:
    base = epochs[0].sample.base
    problems = tuple(_problem(label, place, epochs, policy) for place, label in enumerate(base.cases))
    extras = tuple(
        (read.epoch, found.read) for read in epochs for found in read.pairs if not found.label and found.read
    )
    # Without a labelled problem there is nothing to tell the CSM: whatever is read in such notes is too much.
    offs = [step.off for problem in problems for step in problem.steps]
    offs += [level_of(case) + 1 for _, case in extras] if not problems else []
    wrong = [off for off in offs if off]
    low, high = min([0, *wrong]), max([0, *wrong])
    read_as = {step.decision for problem in problems for step in problem.steps} | {case.decision for _, case in extras}
    text = from_text(base.notes).text
    return Card(
        base=base,
        outcome="under" if low else "over" if high else "right",
        worst=-low or high,
        wrong=len(wrong),
        epochs=tuple(epochs),
        missing=tuple(sorted(set(range(1, wanted + 1)) - {read.epoch for read in epochs})),
        pieces=pieces(text, _marks(base, epochs, Finder(text))),
        problems=problems,
        extras=extras,
        tags=tuple(dict.fromkeys(tag for label in base.cases for tag in tags(base, label, policy))),
        read_as=tuple(name for name in DECISIONS if name in read_as),
    )


def _problem(label: Label, place: int, epochs: Sequence[Read], policy: Policy) -> Problem:
    level, box = label_level(label, policy), label.box(policy)
    steps = tuple(_step(read.epoch, read.labelled[place].read, level) for read in epochs)
    return Problem(
        label=label,
        decision=DECISIONS[level],
        ruling=label.ruling(policy),
        allowed=tuple(DECISIONS[other] for other in sorted(allowed(label, policy))),
        steps=steps,
        rows=tuple(_row(code, span, label, steps, policy) for code, span in zip(CODES, box, strict=True)),
        changes=changes(policy.table, box, label.kinds),
        findings=_grouped((step.epoch, text) for step in steps if step.read for text in step.read.findings),
    )


def _step(epoch: int, read: ReadCase | None, level: int) -> Step:
    return Step(epoch, read, decision_of(read), level_of(read) - level)


def _row(code: Code, span: Range, label: Label, steps: Sequence[Step], policy: Policy) -> Row:
    scores = [(step.epoch, step.read.scores[code] if step.read else None) for step in steps]
    return Row(
        code=code,
        title=policy.dimensions[DIMENSION_OF[code]].title,
        label=span,
        accepted=tuple(sorted(label.accepted(code) - set(span if span[0] == span[1] else ()))),
        scores=tuple((score.low, score.high) if score else None for _, score in scores),
        rationales=_grouped((epoch, score.rationale) for epoch, score in scores if score),
    )


def _grouped(texts: Iterable[tuple[int, str]]) -> tuple[tuple[tuple[int, ...], str], ...]:
    """Each text once, with the epochs that gave it."""
    found: dict[str, list[int]] = defaultdict(list)
    for epoch, text in texts:
        found[text].append(epoch)
    return tuple((tuple(dict.fromkeys(epochs)), text) for text, epochs in found.items())


def _marks(base: BaseCase, epochs: Iterable[Read], finder: Finder) -> Iterator[Mark]:
    for label in base.cases:
        for layer, quote in _quotes(label):
            if span := finder.first(quote):
                yield Mark(span.start, span.end, layer, "label")
    for case in (found.read for read in epochs for found in read.pairs if found.read):
        for code, score in case.scores.items():
            yield from (Mark(start, end, code, "read") for start, end in score.quotes)
        for spans in case.signals.values():
            yield from (Mark(start, end, SIGNAL, "read") for start, end in spans)


def _quotes(label: Label) -> Iterator[tuple[str, str]]:
    for code in ("CI", "TS", "CC"):
        yield from ((code, quote) for quote in getattr(label, f"{code}_evidence"))
    yield from (("AV", quote) for quote in (label.arr and label.arr.quote, label.weight_quote) if quote)
    yield from ((SIGNAL, signal.quote) for signal in label.signals)
