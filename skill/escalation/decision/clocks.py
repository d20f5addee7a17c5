"""When the ask must be answered and when the customer hears again. Routing itself is always today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from escalation.decision import business_days
from escalation.policy.model import Policy
from escalation.policy.terms import Decision, SignalKind


def moved_deadline(deadline: dt.date, today: dt.date) -> dt.date:
    """A deadline on a weekend moves to the business day before, but never before ``today`` (unless it is past)."""
    moved = business_days.before_weekend(deadline)
    return moved if moved == deadline else max(moved, today)


def time_bound(policy: Policy, deadline: dt.date, today: dt.date) -> int | None:
    """The least score of time sensitivity that a deadline for the solution allows; None when it is far away."""
    away = business_days.between(today, moved_deadline(deadline, today))
    return next((bound.score for bound in policy.deadline_bounds if away <= bound.business_days), None)


def answer_by(
    policy: Policy,
    decision: Decision,
    time_low: int,
    signals: Iterable[SignalKind],
    deadline: dt.date | None,
    today: dt.date,
) -> dt.date:
    """The earliest of the clocks of the decision, of the low end of time sensitivity, of the signals, the deadline."""
    clocks = [policy.clocks.decision[decision], policy.clocks.time_sensitivity[str(time_low)]]  # type: ignore[index]
    clocks += [clock for signal in signals if (clock := policy.signals[signal].clock) is not None]
    due = business_days.after(today, min(clocks))
    return due if deadline is None else max(today, min(due, moved_deadline(deadline, today)))


def customer_update_by(policy: Policy, decision: Decision, by: dt.date, today: dt.date) -> dt.date:
    """When the customer hears again; never after ``by``."""
    clock = policy.clocks.customer_update[decision]
    return by if clock == "by" else min(by, business_days.after(today, clock))
