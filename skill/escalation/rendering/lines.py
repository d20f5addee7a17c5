"""Lines of text for programs and terminals: scored vectors and compared policies."""

from __future__ import annotations

import json
from collections.abc import Iterator

from escalation.decision.ranges import Ruling
from escalation.decision.vector import Vector, of
from escalation.policy.comparing import Comparison
from escalation.policy.model import Policy
from escalation.policy.terms import SIGNALS

_SHOWN_VECTORS = 12


def score_as_json(vector: Vector, ruling: Ruling) -> str:
    """One JSON object on one line."""
    low, high = ruling.total
    return json.dumps(
        {
            "vector": str(vector),
            "total": {"low": low, "high": high},
            "score_decision": ruling.score_decision,
            "floors": [floor.id for floor in ruling.floors],
            "decision": ruling.decision,
            "settled": ruling.settled,
            "possible": ruling.possible,
        }
    )


def score_as_text(vector: Vector, ruling: Ruling, policy: Policy) -> str:
    """Vector, total and decision for people, on one line."""
    low, high = ruling.total
    total = str(low) if low == high else f"{low}-{high}"
    parts = [str(vector), f"total {total}", policy.label(ruling.decision)]
    if not ruling.settled:
        parts.append(f"provisional, could be {', '.join(policy.label(decision) for decision in ruling.possible)}")
    if ruling.decision != ruling.score_decision:
        parts.append(f"raised from {policy.label(ruling.score_decision)}")
    if ruling.floors:
        parts.append(f"floors {', '.join(floor.id for floor in ruling.floors)}")
    return "; ".join(parts)


def comparison(before: Policy, after: Policy, found: Comparison) -> Iterator[str]:
    """What changes from one policy to another, decisions first."""
    yield f"{before.id} {before.version} -> {after.id} {after.version}"
    every = 625 * 2 ** len(SIGNALS)
    yield f"{found.changed_in_all:,} of {every:,} decisions change (625 vectors x {2 ** len(SIGNALS)} sets of signals)"
    for group in found.groups:
        title = f"signal {group.signal}" if group.signal else "no signal"
        yield f"{title}: {group.before} -> {group.after}: {len(group.vectors)} of 625 vectors"
        signals = [group.signal] if group.signal else []
        for ci, av, ts, cc in group.vectors[:_SHOWN_VECTORS]:
            yield f"  {of(((ci, ci), (av, av), (ts, ts), (cc, cc)), signals)}"
        if len(group.vectors) > _SHOWN_VECTORS:
            yield f"  and {len(group.vectors) - _SHOWN_VECTORS} more"
    yield f"{len(found.values)} other values differ" + (":" if found.values else "")
    yield from (f"  {value}" for value in found.values)
