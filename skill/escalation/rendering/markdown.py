"""The assessment as Markdown. Only the record is read, so that a stored one gives the same bytes again.

Written in Python rather than as a template: loading a template engine would take longer than the whole decision.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from escalation.decision.business_days import shown as day
from escalation.decision.ranges import middle
from escalation.decision.record import CaseRecord, Check, Evidence, Record, ScoreSet
from escalation.decision.vector import shown
from escalation.policy.terms import DECISIONS, Decision, Dimension
from escalation.rendering.escaping import escape, escape_block

TITLES: Final[dict[Dimension, str]] = {
    "customer_impact": "Customer impact",
    "account_value": "Account value",
    "time_sensitivity": "Time sensitivity",
    "csm_capability": "CSM capability",
}
_READERS: Final = {"claude": "Claude", "offline": "the offline reader", "given": "an agent or another program"}
_SET_BY: Final = {
    "arr": " (set by the ARR)",
    "strategic": " (set by the strategic weight)",
    "deadline": " (set by the deadline)",
    "user": " (set by the CSM)",
}
_GUT: Final = {"solve": "you can solve it", "help": "you need help", "unsure": "unsure"}
UNKNOWN: Final = (1, 5)


def render(record: Record) -> str:
    """The Markdown of all cases, gravest first, ending in one line feed."""
    cases = "\n\n---\n\n".join(_case(case, record) for case in record.cases)
    return f"{cases}\n" + _section("About the notes", (f"- {escape_block(finding)}" for finding in record.findings))


def decision_lines(record: Record) -> Mapping[str, Decision]:
    """The lines of the Markdown that name a decision, and its slug."""
    return {escape_block(record.policy.labels[decision]): decision for decision in DECISIONS}


def _case(case: CaseRecord, record: Record) -> str:
    labels = {decision: escape(record.policy.labels[decision]) for decision in DECISIONS}
    sections = (
        f"## Escalation Assessment: {escape(case.account or '') or 'account not named'}\n",
        _section("Situation", [escape_block(case.situation) or "Not described."]),
        _section("Scoring", _scoring(case, labels)),
        _section("Decision", _decision(case, record, labels)),
        _section("If Escalating", _if_escalating(case, record.today)),
        _section("Why", _why(case)),
        _section("What would change it", (f"- {escape_block(change)}" for change in case.would_change)),
        _section("Before you send", _before_sending(case)),
        _section("Open question", [escape_block(case.question)] if case.question else []),
        _section("Sources of the numbers", _sources(case, record)),
    )
    return "".join(sections).rstrip()


def _section(title: str, lines: Iterable[str]) -> str:
    """A section with its heading, or nothing where it has no lines."""
    body = "\n".join(lines)
    return f"\n### {title}\n{body}\n" if body else ""


def _scoring(case: CaseRecord, labels: dict[Decision, str]) -> Iterator[str]:
    yield "| Dimension | Score | Rationale |"
    yield "| --- | --- | --- |"
    for name, title in TITLES.items():
        score = case.scores[name]
        rationale = escape(score.rationale) or "No rationale."
        yield f"| {title} | {_range(score)} | {rationale}{_SET_BY.get(score.set_by, '')} |"
    low, high = case.total.low, case.total.high
    at_middle = f" at its middle, {middle(low, high)}," if low < high else ""
    yield f"| **Total** | {shown((low, high))} | The sum alone{at_middle} gives: {labels[case.score_decision]} |"


def _range(score: ScoreSet) -> str:
    span = (score.low, score.high)
    return "unknown (1-5)" if span == UNKNOWN else shown(span)


def _decision(case: CaseRecord, record: Record, labels: dict[Decision, str]) -> Iterator[str]:
    yield escape_block(record.policy.labels[case.decision])
    if not case.settled:
        possible = ", ".join(labels[decision] for decision in case.possible)
        yield f"Provisional: could be {possible}. Settles it: {escape(case.question or '')}"
    if case.floors or case.overrides:
        yield ""
    for floor in case.floors:
        yield f"- Floor {escape(floor.id)}: at least {labels[floor.at_least]}, because {escape(floor.reason)}"
    for override in case.overrides:
        yield (
            f"- Override by the CSM: {_title(override.field)} {escape(override.to)} instead of "
            f"{escape(override.from_)}, because {escape(override.because)}"
        )


def _title(field: str) -> str:
    return TITLES.get(field) or escape_block(field)  # type: ignore[call-overload]


def _if_escalating(case: CaseRecord, today: dt.date) -> Iterator[str]:
    inform = "; ".join(map(escape, case.route.inform))
    if case.route.primary is None:
        yield "- Route to: nobody, you keep it" + (f" (inform {inform})" if inform else "")
        yield "- Specific ask: none needed now"
        yield f"- By when: look again on {day(case.by)}"
    else:
        yield f"- Route to: {escape(case.route.primary)}" + (f" (inform {inform})" if inform else "")
        yield f"- Specific ask: {escape(case.ask or '')}"
        yield f"- By when: {day(case.by)}, today" if case.by == today else f"- By when: {day(case.by)}; route it today"
    yield f"- Customer communication: {escape(case.customer_communication)}"


def _why(case: CaseRecord) -> Iterator[str]:
    quoted = {title: case.scores[name].evidence for name, title in TITLES.items()}
    for title, evidence in quoted.items():
        if evidence:
            yield f"- {title}: {_quotes(evidence)}"
    if not any(quoted.values()):
        yield "- The notes hold no words that bear on a score."
    for signal in case.signals:
        yield f"- Signal, {escape(signal.title)}: {_quotes(signal.evidence)}"
    for title, texts in (("Tried", case.context.tried), ("Already involved", case.context.teams_involved)):
        if texts:
            yield f"- {title}: {_list(texts)}"
    known = "; ".join(_known(case))
    if known:
        yield f"- Dates: {known}"
    beside = "; ".join(map(escape, _beside(case)))
    if beside:
        yield f"- Beside the score: {beside}"


def _list(texts: Iterable[str]) -> str:
    return "; ".join(escape(text.rstrip(" .;")) for text in texts)


def _known(case: CaseRecord) -> Iterator[str]:
    if case.context.deadline:
        yield f"to be solved by {day(case.context.deadline)}"
    if case.context.days_open is not None:
        yield f"open for {case.context.days_open} {'day' if case.context.days_open == 1 else 'days'}"


def _beside(case: CaseRecord) -> Iterator[str]:
    """What changes no score; the gut feel stands against the decision."""
    context = case.context
    if context.gut_feel:
        decision = "keep it" if case.decision == "handle" else "escalate"
        yield f"your gut feel: {_GUT[context.gut_feel]}; the decision: {decision}"
    if context.health:
        yield f"health: {context.health}"
    if context.renewal:
        yield f"renewal: {context.renewal}"


def _before_sending(case: CaseRecord) -> Iterator[str]:
    yield from (f"- {escape_block(signal.caution)}" for signal in case.signals if signal.caution)
    yield from (_warning(check) for check in case.checks if check.risk == "yes")
    yield from (f"- Not stated: {escape(check.question)}" for check in case.checks if check.risk == "unknown")
    yield from (f"- Check: {escape(finding)}" for finding in case.findings)
    if case.route.primary is not None:
        yield "- Nothing has been sent to anybody: route it first, then write to the customer."


def _warning(check: Check) -> str:
    quotes = f" ({_quotes(check.evidence)})" if check.evidence else ""
    return f"- {escape_block(check.title)}: {escape(check.advice)}{quotes}"


def _sources(case: CaseRecord, record: Record) -> Iterator[str]:
    if case.context.arr_source:
        yield f"- ARR: {escape(case.context.arr_source)}"
    for correction in case.corrections:
        if correction.from_ != shown(UNKNOWN):
            yield (
                f"- {_title(correction.field)}: {escape(correction.to)} instead of {escape(correction.from_)}; "
                f"{escape(correction.why)}"
            )
    yield f"- Vector: `{case.vector}`"
    policy, engine = record.policy, record.engine
    model = f" ({escape(engine.model)})" if engine.model else ""
    unchecked = "" if record.evidence_checked else "; its quotes were not checked against notes"
    yield (
        f"- Policy {escape(policy.id)} {escape(policy.version)}; decided on {day(record.today)}; "
        f"read by {_READERS[engine.name]}{model}{unchecked}"
    )


def _quotes(evidence: Sequence[Evidence]) -> str:
    return ", ".join(f"“{escape(item.quote)}”" for item in evidence)
