"""Checks for the six mistakes that CSMs make around an escalation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from escalation.decision import business_days
from escalation.decision.facts import Facts
from escalation.decision.ranges import Ruling
from escalation.evidence.grounding import Evidence, GroundedCase
from escalation.policy.model import Policy
from escalation.policy.terms import MISTAKES, Mistake

Risk = Literal["yes", "no", "unknown"]
HANDLE = "handle"
CONTEXT = ("the ARR", "what was tried", "proof of the impact")


@dataclass(frozen=True)
class Check:
    """Whether a mistake is being made, the advice against it, and the words that show it."""

    mistake: Mistake
    risk: Risk
    advice: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Situation:
    """What the checks look at."""

    grounded: GroundedCase
    facts: Facts
    ruling: Ruling
    arr_known: bool
    policy: Policy
    today: dt.date

    @property
    def escalates(self) -> bool:
        """Whether the decision is to escalate."""
        return self.ruling.decision != HANDLE


def check(situation: Situation) -> tuple[Check, ...]:
    """All six checks, in the framework's order."""
    found = (
        _too_late(situation),
        _too_broad(situation),
        _no_context(situation),
        _silent_customer(situation),
        _not_that_bad(situation),
        _complaint_no_ask(situation),
    )
    return tuple(
        Check(mistake, risk, _advice(situation, mistake), tuple(evidence))
        for mistake, (risk, evidence) in zip(MISTAKES, found, strict=True)
    )


Finding = tuple[Risk, tuple[Evidence, ...]]


def _risk(*, holds: bool) -> Risk:
    return "yes" if holds else "no"


def _limit(situation: Situation) -> int:
    return situation.policy.mistakes.limits.days_open[situation.ruling.decision]


def _too_late(situation: Situation) -> Finding:
    days = situation.facts.days_open
    if days is None:
        return "unknown", ()
    since = situation.today - dt.timedelta(days=min(days, situation.today.toordinal() - 1))
    late = business_days.between(since, situation.today) > _limit(situation)
    stated = situation.grounded.case.days_open if "days_open" not in situation.facts.by_user else None
    return _risk(holds=late), situation.grounded.of(stated.quote) if late and stated else ()


def _too_broad(situation: Situation) -> Finding:
    teams = {item.text.strip().casefold(): item.quote for item in situation.grounded.case.teams_involved}
    broad = len(teams) >= situation.policy.mistakes.limits.teams_involved
    quotes = dict.fromkeys(teams.values()) if broad else ()
    return _risk(holds=broad), tuple(evidence for quote in quotes for evidence in situation.grounded.of(quote))


def missing_context(situation: Situation) -> list[str]:
    """What the receiver of an escalation would have to ask for."""
    case = situation.grounded.case
    present = (situation.arr_known, bool(case.tried), bool(case.dimensions.customer_impact.evidence))
    return [name for name, is_present in zip(CONTEXT, present, strict=True) if not is_present]


def _no_context(situation: Situation) -> Finding:
    return _risk(holds=situation.escalates and bool(missing_context(situation))), ()


def _silent_customer(situation: Situation) -> Finding:
    informed = situation.facts.customer_informed
    if informed is None:
        return "unknown", ()
    stated = situation.grounded.case.customer_informed if "customer_informed" not in situation.facts.by_user else None
    return _risk(holds=informed == "no"), situation.grounded.of(stated.quote) if informed == "no" and stated else ()


def _not_that_bad(situation: Situation) -> Finding:
    raised = situation.ruling.score_decision == HANDLE and situation.escalates
    gut_feel = situation.facts.gut_feel
    too_close = gut_feel == "solve" and situation.escalates
    if gut_feel is None and not raised:
        return "unknown", ()
    stated = situation.grounded.case.gut_feel if "gut_feel" not in situation.facts.by_user else None
    return _risk(holds=raised or too_close), situation.grounded.of(stated.quote) if too_close and stated else ()


def _complaint_no_ask(situation: Situation) -> Finding:
    ask = situation.grounded.case.ask
    return _risk(holds=situation.escalates and (ask is None or ask.quote is None)), ()


def _advice(situation: Situation, mistake: Mistake) -> str:
    missing = missing_context(situation) or list(CONTEXT)
    return situation.policy.mistakes.text(mistake).advice.format(days=_limit(situation), missing=", ".join(missing))
