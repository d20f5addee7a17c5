"""The four scores of a case: the reader's, corrected by facts, replaced where the CSM overrides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from escalation.decision import account_value, clocks
from escalation.decision.account_value import Revenue
from escalation.decision.facts import Facts
from escalation.decision.vector import shown
from escalation.evidence.grounding import Correction, Evidence, GroundedCase
from escalation.extraction.answers import ScoreGiven
from escalation.policy.model import Policy
from escalation.policy.table import Box, Range
from escalation.policy.terms import DIMENSIONS, SCORES, Dimension

SetBy = Literal["reader", "arr", "strategic", "deadline", "user", "unknown"]
UNKNOWN: Range = (SCORES[0], SCORES[-1])


@dataclass(frozen=True)
class Score:
    """A score or range, who set it, on what words, and why."""

    span: Range
    set_by: SetBy
    rationale: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Scores:
    """The scores of a case by dimension, and what was corrected and overridden on the way."""

    by_dimension: Mapping[Dimension, Score]
    corrections: tuple[Correction, ...]
    overrides: tuple[Correction, ...]

    @property
    def box(self) -> Box:
        """The ranges in the order CI, AV, TS, CC."""
        ci, av, ts, cc = (self.by_dimension[dimension].span for dimension in DIMENSIONS)
        return ci, av, ts, cc


def settle(
    grounded: GroundedCase,
    facts: Facts,
    revenue: Revenue,
    overrides: Mapping[Dimension, ScoreGiven],
    policy: Policy,
    today: dt.date,
) -> Scores:
    """The scores of a case; facts beat the reader's impression, an override of the CSM beats both."""
    read = {dimension: _as_read(grounded, dimension) for dimension in DIMENSIONS}
    changed = read | {
        "account_value": _by_value(grounded, facts, revenue, read["account_value"], policy),
        "time_sensitivity": _by_deadline(grounded, facts, read["time_sensitivity"], policy, today),
    }
    corrections = [
        Correction(name, shown(read[name].span), shown(changed[name].span), _why(name, changed[name], facts, revenue))
        for name in DIMENSIONS
        if read[name].span != changed[name].span
    ]
    replaced = [
        Correction(name, shown(changed[name].span), str(given.score), given.because)
        for name, given in overrides.items()
    ]
    for name, given in overrides.items():
        changed[name] = replace(changed[name], span=(given.score, given.score), set_by="user")
    return Scores(changed, tuple(corrections), tuple(replaced))


def _as_read(grounded: GroundedCase, dimension: Dimension) -> Score:
    reading = getattr(grounded.case.dimensions, dimension)
    evidence = _joined(grounded, reading.evidence)
    span = (reading.low, reading.high)
    return Score(span, "reader" if evidence and span != UNKNOWN else "unknown", reading.rationale, evidence)


def _joined(grounded: GroundedCase, quotes: Iterable[str | None]) -> tuple[Evidence, ...]:
    """The evidence behind quotes; words that lie within other words of the list stand once."""
    found = [evidence for quote in quotes for evidence in grounded.of(quote)]
    return tuple(dict.fromkeys(found))


def _by_value(grounded: GroundedCase, facts: Facts, revenue: Revenue, read: Score, policy: Policy) -> Score:
    span = account_value.score(revenue.eur, converted=revenue.converted, weight=facts.weight, policy=policy)
    by_revenue = account_value.score(revenue.eur, converted=revenue.converted, weight=None, policy=policy)
    fact = "arr" if revenue.eur is not None and span == by_revenue else "weight"
    rationale = revenue.findings[-1] if facts.arr and revenue.eur is None else read.rationale
    if revenue.eur is None and facts.weight is None:
        return replace(read, span=span, set_by="unknown", rationale=rationale)
    set_by: SetBy = "user" if fact in facts.by_user else "strategic" if fact == "weight" else "arr"
    case = grounded.case
    facts_quoted = [
        case.arr.quote if case.arr and "arr" not in facts.by_user else None,
        case.strategic.quote if case.strategic and "weight" not in facts.by_user else None,
    ]
    return Score(span, set_by, rationale, _joined(grounded, [*facts_quoted, *case.dimensions.account_value.evidence]))


def _by_deadline(grounded: GroundedCase, facts: Facts, read: Score, policy: Policy, today: dt.date) -> Score:
    bound = clocks.time_bound(policy, facts.deadline, today) if facts.deadline else None
    if bound is None or read.span[0] >= bound:
        return read
    by_user = "deadline" in facts.by_user
    quotes = (
        [] if by_user else [d.quote for d in grounded.case.deadlines if d.of == "solution" and d.date == facts.deadline]
    )
    evidence = _joined(grounded, [*quotes, *grounded.case.dimensions.time_sensitivity.evidence])
    span = (bound, max(bound, read.span[1]))
    return Score(span, "user" if by_user else "deadline", read.rationale, evidence)


def _why(dimension: Dimension, score: Score, facts: Facts, revenue: Revenue) -> str:
    by_csm = ", given by the CSM" if score.set_by == "user" else ""
    if dimension == "time_sensitivity":
        return f"the deadline of {facts.deadline} for the solution{by_csm}"
    if score.set_by == "unknown":
        return "neither the ARR nor the strategic weight is known"
    parts = [revenue.sum] if revenue.sum else ["the ARR is not known"]
    parts += [f"strategic weight {facts.weight}"] if facts.weight else []
    return "; ".join(parts) + by_csm
