"""What the rules and the core make of a labelled note, and what its labels say."""

from __future__ import annotations

import datetime as dt
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
from escalation.policy.terms import CODES, Code, Decision
from escalation.readers import offline

FOLDER: Final = Path(__file__).parent
TODAY: Final = dt.date(2026, 11, 22)
UNKNOWN: Final = "unknown"
POLICY: Final = load("default")


class Label(NamedTuple):
    """The labelled scores of a case (unknown is 1-5) and the decision they and the signals lead to."""

    account: str | None
    box: tuple[Range, Range, Range, Range]
    decision: Decision


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
