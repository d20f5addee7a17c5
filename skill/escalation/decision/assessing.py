"""Puts the parts of a decision together: a grounded extraction, a policy, the CSM's answers and a day to a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from escalation.decision import (
    account_value,
    business_days,
    clocks,
    facts,
    findings,
    messages,
    mistakes,
    ranges,
    record,
    recording,
    routing,
    scores,
)
from escalation.decision.recording import Decided
from escalation.errors import NothingToAssess, WrongUsage
from escalation.evidence import masking
from escalation.evidence.grounding import GroundedCase, Grounding, ground
from escalation.evidence.notes import Notes
from escalation.extraction.answers import NO_ANSWERS, Answers
from escalation.extraction.model import Extraction
from escalation.policy.model import Policy
from escalation.policy.terms import DECISIONS, LEVEL_OF

GIVEN = record.Engine(name="given")


def assess(
    extraction: Extraction,
    policy: Policy,
    today: dt.date,
    *,
    notes: Notes | None = None,
    answers: Answers | Sequence[Answers] = NO_ANSWERS,
    engine: record.Engine = GIVEN,
) -> record.Record:
    """The record of an extraction on the day ``today``.

    ``answers`` are the CSM's: one for the only case, or one for each case in the order of the extraction. Raises
    NothingToAssess when there is no case, WrongUsage when one answer meets several cases.
    """
    grounding = ground(extraction, notes)
    if not grounding.cases:
        raise NothingToAssess("Nothing to escalate: the notes hold no customer problem that is still open.")
    known_secrets = notes.secrets if notes else ()
    by_case = [masking.mask_answers(given, known_secrets) for given in _answers_by_case(grounding, answers)]
    cases = [
        recording.case(_decide(grounded, given, policy, today, grounding), policy)
        for grounded, given in zip(grounding.cases, by_case, strict=True)
    ]
    return record.Record(
        schema=record.SCHEMA,
        today=today,
        policy=record.PolicyUsed(
            id=policy.id,
            version=policy.version,
            sha256=policy.sha256,
            title=policy.title,
            labels=record.Labels(**{decision: policy.label(decision) for decision in DECISIONS}),
        ),
        notes_sha256=grounding.notes_sha256,
        evidence_checked=grounding.checked,
        engine=engine,
        cases=tuple(sorted(cases, key=_gravest_first)),
        findings=grounding.findings,
    )


def _answers_by_case(grounding: Grounding, answers: Answers | Sequence[Answers]) -> Sequence[Answers]:
    if not isinstance(answers, Answers):
        return answers
    if answers != NO_ANSWERS and len(grounding.cases) > 1:
        names = "; ".join(
            f"{grounded.case.account or 'account not named'}: {grounded.case.situation[:60]}"
            for grounded in grounding.cases
        )
        raise WrongUsage(
            f"facts and --set need notes with one case, and these hold {len(grounding.cases)} ({names}). "
            "Give each its own notes."
        )
    return [answers] * len(grounding.cases)


def _gravest_first(case: record.CaseRecord) -> tuple[int, int, int, dt.date]:
    return -LEVEL_OF[case.decision], -case.total.high, -case.total.low, case.by


def _decide(grounded: GroundedCase, answers: Answers, policy: Policy, today: dt.date, grounding: Grounding) -> Decided:
    known = facts.gather(grounded, answers)
    revenue = account_value.revenue(known.arr, policy) if known.arr else account_value.NO_REVENUE
    scored = scores.settle(grounded, known, revenue, answers.scores, policy, today)
    ruling = ranges.rule(policy.table, scored.box, known.signals)
    route = routing.route(
        policy, ruling.decision, grounded.case.issue_type, grounded.case.teams_concerned, known.signals
    )
    time_low = scored.by_dimension["time_sensitivity"].span[0]
    by = clocks.answer_by(policy, ruling.decision, time_low, known.signals, known.deadline, today)
    update_by = clocks.customer_update_by(policy, ruling.decision, by, today)
    wanted = grounded.case.ask.text if grounded.case.ask else None
    found = (
        *grounded.findings,
        *revenue.findings,
        *findings.of_deadline(known, today),
        *findings.of_contradictions(scored),
        *findings.of_figures(grounded, known, revenue, grounding.figures, today),
        *route.findings,
    )
    situation = mistakes.Situation(grounded, known, ruling, revenue.eur is not None, policy, today)
    return Decided(
        grounded=grounded,
        known=known,
        revenue=revenue,
        scored=scored,
        ruling=ruling,
        route=route,
        by=by,
        update_by=update_by,
        ask=messages.ask(policy, route.owner, wanted, business_days.due(by, today), update=known.already_escalated),
        customer_communication=messages.customer_communication(
            policy, ruling.decision, route.owner, business_days.due(update_by, today)
        ),
        checks=mistakes.check(situation),
        findings=tuple(dict.fromkeys(found)),
    )
