"""Writes a decided case down: texts from the policy, words of the notes, every correction and override."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escalation.decision import account_value, ranges, record
from escalation.decision import vector as vectors
from escalation.decision.account_value import Revenue
from escalation.decision.facts import Facts, signal_evidence
from escalation.decision.mistakes import Check
from escalation.decision.ranges import Change, Ruling
from escalation.decision.routing import Routing
from escalation.decision.scores import Score, Scores
from escalation.decision.vector import shown
from escalation.evidence.grounding import Evidence, GroundedCase
from escalation.policy.model import Policy
from escalation.policy.terms import DIMENSION_OF, DIMENSIONS, Code


@dataclass(frozen=True)
class Decided:
    """Everything worked out about one case."""

    grounded: GroundedCase
    known: Facts
    revenue: Revenue
    scored: Scores
    ruling: Ruling
    route: Routing
    by: dt.date
    update_by: dt.date
    ask: str | None
    customer_communication: str
    checks: tuple[Check, ...]
    findings: tuple[str, ...]


def case(decided: Decided, policy: Policy) -> record.CaseRecord:
    """The record of one case."""
    read, ruling = decided.grounded.case, decided.ruling
    low, high = ruling.total
    return record.CaseRecord(
        account=decided.known.account,
        situation=read.situation,
        issue_type=read.issue_type,
        vector=str(vectors.of(decided.scored.box, decided.known.signals)),
        scores=record.Scores(**{name: _score(decided.scored.by_dimension[name]) for name in DIMENSIONS}),
        total=record.TotalRange(low=low, high=high),
        score_decision=ruling.score_decision,
        floors=tuple(
            record.FloorFired(id=floor.id, at_least=floor.at_least, reason=floor.reason) for floor in ruling.floors
        ),
        decision=ruling.decision,
        settled=ruling.settled,
        possible=ruling.possible,
        question=_question(decided, policy),
        would_change=tuple(_would_change(decided, policy)),
        signals=_signals(decided, policy),
        route=_route(decided.route),
        ask=decided.ask,
        by=decided.by,
        customer_update_by=decided.update_by,
        customer_communication=decided.customer_communication,
        checks=tuple(_check(check, policy) for check in decided.checks),
        context=_context(decided),
        corrections=_corrections(decided),
        overrides=_overrides(decided),
        findings=decided.findings,
    )


def _score(score: Score) -> record.ScoreSet:
    low, high = score.span
    evidence = _evidence(score.evidence)
    return record.ScoreSet(low=low, high=high, rationale=score.rationale, set_by=score.set_by, evidence=evidence)


def _evidence(found: Sequence[Evidence]) -> tuple[record.Evidence, ...]:
    return tuple(record.Evidence(quote=item.quote, start=item.start, end=item.end) for item in found)


def _question(decided: Decided, policy: Policy) -> str | None:
    code = ranges.question(policy.table, decided.scored.box, decided.known.signals)
    if code is None:
        return None
    dimension = DIMENSION_OF[code]
    asked: str | None = getattr(decided.grounded.case.dimensions, dimension).question
    return (asked or "").strip() or policy.dimensions[dimension].question


def _would_change(decided: Decided, policy: Policy) -> Iterator[str]:
    for change in ranges.changes(policy.table, decided.scored.box, decided.known.signals):
        count, way = abs(change.points), "more" if change.points > 0 else "less"
        total = ranges.middle(*decided.ruling.total)
        points = f"{count} {'point' if count == 1 else 'points'} {way} ({total + change.points} instead of {total})"
        makes = f"{points}: {policy.label(change.decision)}"
        if not change.codes:
            yield f"{makes}. No single dimension can bring that."
        for code in [code for code in change.codes if not _fixed(decided, code, change)] or change.codes:
            yield f"{makes}, if {_moved(decided.scored, code, change, policy)}"


def _fixed(decided: Decided, code: Code, change: Change) -> bool:
    """A stated ARR will not turn out to be another; only a weight not known yet can still add to it."""
    by_arr = decided.scored.by_dimension[DIMENSION_OF[code]].set_by == "arr"
    return by_arr and (change.points < 0 or decided.known.weight is not None)


def _moved(scored: Scores, code: Code, change: Change, policy: Policy) -> str:
    dimension = DIMENSION_OF[code]
    text = policy.dimensions[dimension]
    now = scored.by_dimension[dimension].span
    low, high = (end + change.points for end in now)
    if low == high:
        return f"{text.title} is {low}: {text.level(low)}"
    return f"{text.title} is {low}-{high} and not {shown(now)}."


def _signals(decided: Decided, policy: Policy) -> tuple[record.SignalFound, ...]:
    return tuple(
        record.SignalFound(
            kind=kind,
            title=policy.signals[kind].title,
            caution=policy.signals[kind].caution,
            evidence=_evidence(signal_evidence(decided.grounded, kind)),
        )
        for kind in decided.known.signals
    )


def _route(route: Routing) -> record.Route:
    return record.Route(
        primary=route.owner.name if route.owner else None,
        inform=tuple(recipient.name for recipient in route.inform),
    )


def _check(check: Check, policy: Policy) -> record.Check:
    text = policy.mistakes.text(check.mistake)
    return record.Check(
        mistake=check.mistake,
        title=text.title,
        risk=check.risk,
        advice=check.advice,
        question=text.question,
        evidence=_evidence(check.evidence),
    )


def _context(decided: Decided) -> record.Context:
    known, revenue = decided.known, decided.revenue
    return record.Context(
        health=known.health,
        renewal=known.renewal,
        gut_feel=known.gut_feel,
        tried=tuple(item.text for item in decided.grounded.case.tried),
        teams_involved=tuple(item.text for item in decided.grounded.case.teams_involved),
        arr_eur=None if revenue.eur is None else float(account_value.rounded(revenue.eur)),
        arr_source=revenue.sum,
        deadline=known.deadline,
        days_open=known.days_open,
        customer_informed=known.customer_informed,
    )


def _corrections(decided: Decided) -> tuple[record.Correction, ...]:
    changes = (*decided.grounded.corrections, *decided.known.corrections, *decided.scored.corrections)
    return tuple(record.Correction(field=c.field, from_=c.before, to=c.after, why=c.why) for c in changes)


def _overrides(decided: Decided) -> tuple[record.Override, ...]:
    changes = decided.scored.overrides
    return tuple(record.Override(field=c.field, from_=c.before, to=c.after, because=c.why) for c in changes)
