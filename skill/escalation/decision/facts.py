"""The facts of a case: those of the notes, and those of the CSM, which beat them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from escalation.evidence.grounding import Correction, Evidence, GroundedCase
from escalation.extraction.answers import Answers
from escalation.extraction.model import Arr
from escalation.policy.terms import GutFeel, SignalKind, Weight


@dataclass(frozen=True)
class Facts:
    """What is known of a case besides the reader's scores. ``by_user`` names the facts that the CSM gave."""

    account: str | None
    arr: Arr | None
    weight: Weight | None
    deadline: dt.date | None
    days_open: int | None
    customer_informed: Literal["yes", "no"] | None
    gut_feel: GutFeel | None
    health: str | None
    renewal: str | None
    signals: tuple[SignalKind, ...]
    by_user: frozenset[str]
    corrections: tuple[Correction, ...]

    @property
    def already_escalated(self) -> bool:
        """Whether somebody has it already, so that the ask is an update."""
        return "already_escalated" in self.signals


def gather(grounded: GroundedCase, answers: Answers) -> Facts:
    """The facts of a grounded case with the CSM's answers put over them; what they replace is corrected in writing."""
    case = grounded.case
    of_notes = {
        "account": case.account,
        "arr": case.arr,
        "weight": case.strategic.weight if case.strategic else None,
        "deadline": min((d.date for d in case.deadlines if d.of == "solution"), default=None),
        "days_open": case.days_open.days if case.days_open else None,
        "customer_informed": case.customer_informed.value if case.customer_informed else None,
        "gut_feel": case.gut_feel.value if case.gut_feel else None,
        "health": case.health.text if case.health else None,
        "renewal": case.renewal.text if case.renewal else None,
    }
    given = {name: answer for name in of_notes if (answer := getattr(answers, name)) is not None}
    corrections = [
        Correction(name, _shown(of_notes[name]), _shown(answer), "given by the CSM")
        for name, answer in given.items()
        if of_notes[name] is not None and _shown(of_notes[name]) != _shown(answer)
    ]
    signals = tuple(sorted({signal.kind for signal in case.signals}))
    return Facts(**(of_notes | given), signals=signals, by_user=frozenset(given), corrections=tuple(corrections))


def _shown(value: object) -> str:
    return value.quote if isinstance(value, Arr) else str(value)


def signal_evidence(grounded: GroundedCase, kind: SignalKind) -> tuple[Evidence, ...]:
    """The words behind a signal, each once, in the order of the reading."""
    quotes = dict.fromkeys(signal.quote for signal in grounded.case.signals if signal.kind == kind)
    return tuple(evidence for quote in quotes for evidence in grounded.of(quote))
