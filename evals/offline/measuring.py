"""Compares what the offline reader makes of a note with what its labels say."""

from __future__ import annotations

import datetime as dt
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from escalation.decision.account_value import revenue, score
from escalation.decision.assessing import assess
from escalation.decision.ranges import rule
from escalation.decision.record import CaseRecord
from escalation.errors import NothingToAssess
from escalation.evidence.notes import from_text
from escalation.extraction.model import Arr
from escalation.policy.loading import load
from escalation.policy.table import Range
from escalation.policy.terms import CODES, DIMENSION_OF, LEVEL_OF, Code, Decision
from escalation.readers import offline

FOLDER: Final = Path(__file__).parent
HALVES: Final = ("development", "held-out")
TODAY: Final = dt.date(2026, 11, 22)
UNKNOWN: Final = "unknown"
POLICY: Final = load("default")


class Label(NamedTuple):
    """The labelled scores of a case (unknown is 1-5) and the decision they and the signals lead to."""

    account: str | None
    box: tuple[Range, Range, Range, Range]
    decision: Decision


class Pair(NamedTuple):
    """A labelled case, and what the reader made of it: None where it saw no such case."""

    note: str
    label: Label
    read: CaseRecord | None


@dataclass
class Figures:
    """Everything measured on one half."""

    notes: int
    pairs: list[Pair]
    seen_without_label: int

    def lines(self) -> Iterator[str]:
        """The figures as text."""
        read = [(pair.label, pair.read) for pair in self.pairs if pair.read]
        yield f"{self.notes} notes, {len(self.pairs)} labelled cases, {len(read)} of them read"
        yield f"cases read that no label knows: {self.seen_without_label}"
        for place, code in enumerate(CODES):
            yield _dimension(code, [(label.box[place], case) for label, case in read])
        yield from _decisions(self.pairs)


def measure(half: str) -> Figures:
    """The figures of one half."""
    labels = json.loads((FOLDER / f"{half}.labels.json").read_text(encoding="utf-8"))
    pairs: list[Pair] = []
    extra = 0
    for name, cases in labels.items():
        read = read_note((FOLDER / half / f"{name}.md").read_text(encoding="utf-8"))
        for label in map(label_of, cases):
            match = taken(label, read)
            pairs.append(Pair(name, label, match))
        extra += len(read)
    return Figures(len(labels), pairs, extra)


def read_note(text: str) -> list[CaseRecord]:
    """The cases that the offline reader and the core make of a note; none where it refuses."""
    notes = from_text(text)
    try:
        extraction = offline.read(notes.text, TODAY)
    except NothingToAssess:
        return []
    return list(assess(extraction, POLICY, TODAY, notes=notes).cases)


def taken(label: Label, read: list[CaseRecord]) -> CaseRecord | None:
    """The case of the label's account, else the first that is left; taken out of ``read``."""
    name = (label.account or "").casefold()
    named = [c for c in read if c.account and name and (c.account.casefold() in name or name in c.account.casefold())]
    chosen = next(iter(named or read), None)
    if chosen is not None:
        read.remove(chosen)
    return chosen


def label_of(case: dict[str, Any]) -> Label:
    """The box and the decision of a labelled case."""
    known = revenue(Arr(**case["arr"], quote=""), POLICY) if case["arr"] else None
    eur, converted = (known.eur, known.converted) if known else (None, False)
    spans: dict[Code, Range] = {
        code: (1, 5) if case.get(code) == UNKNOWN else (case[code], case[code]) for code in CODES if code != "AV"
    }
    spans["AV"] = score(eur, converted=converted, weight=case["weight"], policy=POLICY)
    box = (spans["CI"], spans["AV"], spans["TS"], spans["CC"])
    return Label(case["account"], box, rule(POLICY.table, box, tuple(sorted(case["signals"]))).decision)


def _dimension(code: Code, both: Sequence[tuple[Range, CaseRecord]]) -> str:
    scores = [(label, case.scores[DIMENSION_OF[code]]) for label, case in both]
    known = [(label[0], score) for label, score in scores if label[0] == label[1]]
    inside = sum(score.low <= label <= score.high for label, score in known)
    width = statistics.mean(score.high - score.low for _, score in scores)
    return f"{code}: label inside {_rate(inside, len(known))}, mean width {width:.2f}"


def _decisions(pairs: Sequence[Pair]) -> Iterator[str]:
    read = [(pair.label.decision, pair.read) for pair in pairs if pair.read]
    settled = [(label, case) for label, case in read if case.settled]
    steps = [LEVEL_OF[case.decision] - LEVEL_OF[label] for label, case in settled]
    yield f"settled: {_rate(len(settled), len(pairs))}"
    yield f"exact when settled: {_rate(steps.count(0), len(settled))}, by two bands or more: {_far(steps)}"
    # A case that was not seen is as if the CSM had been told to keep it.
    all_steps = [(LEVEL_OF[pair.read.decision] if pair.read else 0) - LEVEL_OF[pair.label.decision] for pair in pairs]
    yield f"exact overall: {_rate(all_steps.count(0), len(pairs))}, by two bands or more: {_far(all_steps)}"
    yield f"under-escalation: {_rate(sum(step < 0 for step in all_steps), len(pairs))}"
    yield f"over-escalation: {_rate(sum(step > 0 for step in all_steps), len(pairs))}"


def _far(steps: Sequence[int]) -> int:
    return sum(abs(step) > 1 for step in steps)


def _rate(count: int, of: int) -> str:
    return f"{count}/{of} = {count / of:.3f}" if of else "none"
