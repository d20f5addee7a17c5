"""Keeps of an extraction only what the notes bear out.

A quote that is not in the notes is dropped and reported. A dimension without any quote left is unknown (1-5), whatever
number came with it; a signal or a fact without its quote is gone. Credentials are masked in every text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeVar

from escalation.evidence.figures import Figures, of_text
from escalation.evidence.masking import mask_literals
from escalation.evidence.notes import Notes
from escalation.evidence.quotes import LEAST_CHARACTERS, Finder, Span, folded, long_enough, merged
from escalation.evidence.separation import Separation
from escalation.extraction.model import Ask, Case, Extraction, Reading, Readings
from escalation.policy.terms import DIMENSIONS, SCORES

T = TypeVar("T")
ADDRESSED: Final = "Words in the notes address the reader; they were not followed and are no evidence"
ONLY_ORDERS: Final = "stands only in words that address the reader"
_CLOSED: Final = frozenset(("schema", "issue_type", "kind", "of", "date", "currency", "period", "weight", "value"))


class Evidence(NamedTuple):
    """Words of the notes and where they stand; without notes only the words as the reader gave them."""

    quote: str
    start: int | None
    end: int | None


class Correction(NamedTuple):
    """A value that code changed, and why."""

    field: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class GroundedCase:
    """A case that holds only what its notes bear out; ``evidence`` looks a quote of it up."""

    case: Case
    evidence: dict[str, Evidence]
    corrections: tuple[Correction, ...]
    findings: tuple[str, ...]

    def of(self, quote: str | None) -> tuple[Evidence, ...]:
        """The evidence behind one quote of the case, empty for none."""
        return (self.evidence[quote],) if quote is not None else ()


@dataclass(frozen=True)
class Grounding:
    """A grounded extraction. ``figures`` are all that the notes name; None when there were no notes to check."""

    cases: tuple[GroundedCase, ...]
    findings: tuple[str, ...]
    notes_sha256: str | None = None
    figures: Figures | None = None

    @property
    def checked(self) -> bool:
        """Whether the quotes were looked up in notes."""
        return self.notes_sha256 is not None


def ground(extraction: Extraction, notes: Notes | None) -> Grounding:
    """What ``notes`` bear out of ``extraction``; without notes every quote is kept, unchecked."""
    masked = Extraction.model_validate(_masked(extraction.model_dump(mode="json", by_alias=True), notes))
    separation = Separation([case.account for case in masked.cases])
    if notes is None:
        accept = _accept(masked.addressed_to_reader)
        cases = [_Grounder(accept, separation, place).ground(case) for place, case in enumerate(masked.cases)]
        reported = (f"{ADDRESSED}: “{quote}”" for quote in masked.addressed_to_reader)
        return Grounding(tuple(cases), ("The quotes were not checked: the notes were not given.", *reported))
    finder = Finder(notes.text)
    orders, findings = _reader_orders(masked.addressed_to_reader, finder)
    look_up = _look_up(finder, orders)
    cases = [_Grounder(look_up, separation, place).ground(case) for place, case in enumerate(masked.cases)]
    return Grounding(tuple(cases), findings, notes.sha256, of_text(notes.text))


def _masked(value: Any, notes: Notes | None) -> Any:
    """Every free text of a document masked; what comes from a closed vocabulary cannot be a credential."""
    if isinstance(value, str):
        return mask_literals(value, notes.secrets if notes else ())
    if isinstance(value, dict):
        return {key: item if key in _CLOSED else _masked(item, notes) for key, item in value.items()}
    return [_masked(item, notes) for item in value] if isinstance(value, list) else value


def _reader_orders(quotes: Sequence[str], finder: Finder) -> tuple[list[Span], tuple[str, ...]]:
    """Where words address the reader, and what to report of them."""
    spans: list[Span] = []
    findings = []
    for quote in quotes:
        found = list(finder.all(quote)) if long_enough(quote) else []
        spans += found
        if found:
            words = finder.text[slice(*found[0])]
            findings.append(f"{ADDRESSED}: “{words}”")
        else:
            findings.append(f"Words said to address the reader are not in the notes: “{quote}”")
    return merged(spans), tuple(findings)


LookUp = Callable[[str], Evidence | str]
"""The evidence for a quote, or why there is none."""


def _accept(orders: Sequence[str]) -> LookUp:
    forms = [folded(order)[0].strip() for order in orders]

    def accept(quote: str) -> Evidence | str:
        if any(folded(quote)[0].strip() in form for form in forms):
            return ONLY_ORDERS
        return Evidence(quote, None, None)

    return accept


def _look_up(finder: Finder, orders: Sequence[Span]) -> LookUp:
    def look_up(quote: str) -> Evidence | str:
        if not long_enough(quote):
            return f"has fewer than {LEAST_CHARACTERS} characters and is no amount or date"
        span = finder.first(quote, orders)
        if span:
            return Evidence(finder.text[slice(*span)], *span)
        return ONLY_ORDERS if finder.first(quote) else "is not in the notes"

    return look_up


@dataclass
class _Grounder:
    """Grounds one case; ``place`` is its number among the cases."""

    look_up: LookUp
    separation: Separation
    place: int
    evidence: dict[str, Evidence] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def ground(self, case: Case) -> GroundedCase:
        own = self.separation.only(self.place, case, self.findings)
        grounded = own.model_copy(
            update={
                "dimensions": self._readings(own.dimensions),
                "arr": self._fact("arr", own.arr),
                "strategic": self._fact("strategic", own.strategic),
                "deadlines": self._facts("deadlines", own.deadlines),
                "signals": self._facts("signals", own.signals),
                "days_open": self._fact("days_open", own.days_open),
                "tried": self._facts("tried", own.tried),
                "teams_involved": self._facts("teams_involved", own.teams_involved),
                "customer_informed": self._fact("customer_informed", own.customer_informed),
                "ask": self._ask(own.ask),
                "health": self._fact("health", own.health),
                "renewal": self._fact("renewal", own.renewal),
                "gut_feel": self._fact("gut_feel", own.gut_feel),
            }
        )
        return GroundedCase(grounded, self.evidence, tuple(self.corrections), tuple(self.findings))

    def _found(self, path: str, quote: str) -> bool:
        if quote in self.evidence:
            return True
        found = self.look_up(quote)
        words = found.quote if isinstance(found, Evidence) else quote
        if self.separation.names_another(self.place, words):
            self.findings.append(f"{path}: a quote that names another account was dropped.")
            return False
        if isinstance(found, str):
            self.findings.append(f"{path}: the quote “{quote}” {found}; it was dropped.")
            return False
        self.evidence[quote] = found
        return True

    def _fact(self, path: str, fact: T | None) -> T | None:
        return fact if fact is not None and self._found(path, fact.quote) else None  # type: ignore[attr-defined]

    def _facts(self, path: str, facts: Iterable[T]) -> tuple[T, ...]:
        return tuple(fact for fact in facts if self._fact(path, fact) is not None)

    def _ask(self, ask: Ask | None) -> Ask | None:
        if ask is None or ask.quote is None or self._found("ask", ask.quote):
            return ask
        return ask.model_copy(update={"quote": None})

    def _readings(self, readings: Readings) -> Readings:
        return Readings(**{name: self._reading(name, getattr(readings, name)) for name in DIMENSIONS})

    def _reading(self, name: str, reading: Reading) -> Reading:
        kept = tuple(dict.fromkeys(quote for quote in reading.evidence if self._found(name, quote)))
        low, high = (reading.low, reading.high) if kept else (SCORES[0], SCORES[-1])
        if (low, high) != (reading.low, reading.high):
            before = str(reading.low) if reading.low == reading.high else f"{reading.low}-{reading.high}"
            self.corrections.append(Correction(name, before, "1-5", "no quote of the notes stands behind it"))
        return reading.model_copy(update={"evidence": kept, "low": low, "high": high})
