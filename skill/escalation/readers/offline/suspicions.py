"""Which hits of a signal count: near misses are dropped; a suspicion stands where the policy says it is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from escalation.policy.terms import SIGNALS
from escalation.readers.offline import signals
from escalation.readers.offline.facts import Hit, Standing
from escalation.readers.offline.words import word_set

_NEAR: Final = "no_"
_OUT: Final = "rules_out_"
FACTS: Final[dict[str, str]] = (
    signals.FACTS
    | {f"{_NEAR}{kind}": phrases for kind, phrases in signals.NEAR_MISSES.items()}
    | {f"{_OUT}{kind}": phrases for kind, phrases in signals.RULED_OUT.items()}
)
# For these the definitions say that a suspicion is enough.
_SUSPICION: Final = frozenset({"privacy", "security", "safety"})
_SUSPECTED: Final = word_set("""
    may might could maybe perhaps possibly afraid worried worries fear fears potentially risk
""")
# These are signals also where they are announced for the future.
_ANNOUNCED: Final = frozenset({"churn_notice", "regulatory", "safety", "executive_escalation", "legal"})
_LAW: Final = word_set("""
    llp lawyers solicitors barristers chambers notary notaries attorneys court courts paralegal paralegals
""")
_FAR: Final = 14


def weighed(found: Iterable[Hit], account: str | None) -> list[Hit]:
    """``found`` with the signals that count as stated, and without those that do not; the rest as it is."""
    kept = list(found)
    spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    out: set[str] = set()
    for hit in kept:
        if hit.fact.startswith(_NEAR):
            spans[hit.fact, id(hit.sentence)].append((hit.start, hit.end))
        elif hit.fact.startswith(_OUT) and hit.standing is not Standing.ASKED:
            out.add(hit.fact.removeprefix(_OUT))
    name = frozenset((account or "").lower().split())
    law = bool(_LAW & name) or any({"law", "firm"} <= set(hit.sentence.words) for hit in kept)
    result = []
    for hit in kept:
        kind = "legal" if hit.fact == "legal_weak" else hit.fact
        if kind not in SIGNALS:
            result.append(hit)
            continue
        if hit.fact == "legal_weak" and law:
            continue
        missed = any(start < hit.end and hit.start < end for start, end in spans[f"{_NEAR}{kind}", id(hit.sentence)])
        named = kind == "regulatory" and name.intersection(hit.sentence.words[hit.start : hit.end])
        if missed or kind in out or named:
            continue
        standing = _standing(hit, kind)
        result.append(hit._replace(fact=kind, standing=standing))
    return result


def _standing(hit: Hit, kind: str) -> Standing:
    if hit.standing is Standing.LOOMING and kind in _ANNOUNCED:
        return Standing.STATED
    if hit.standing in (Standing.FEARED, Standing.LOOMING) and kind in _SUSPICION:
        before = hit.sentence.words[max(0, hit.start - _FAR) : hit.end]
        if "if" not in before and _SUSPECTED.intersection(before):
            return Standing.STATED
    return hit.standing
