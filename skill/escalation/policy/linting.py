"""Checks a policy more thoroughly than loading does."""

from __future__ import annotations

from escalation.errors import InvalidPolicy
from escalation.policy.checking import never_lowered_by_signals
from escalation.policy.loading import load


def lint(name_or_file: str) -> str:
    """One line that says the policy holds; raises InvalidPolicy, naming every problem, when it does not."""
    policy = load(name_or_file)
    problems = never_lowered_by_signals(policy)
    if problems:
        raise InvalidPolicy(problems, name_or_file)
    return f"{policy.id} {policy.version} holds: 625 vectors x 512 sets of signals, {len(policy.floors)} floors checked"
