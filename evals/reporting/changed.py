"""Readings of changed notes, beside what the same reader made of the base case."""

from __future__ import annotations

from typing import NamedTuple

from escalation.policy.terms import DECISIONS, Decision
from evals.corpus.case import KINDS, Kind
from evals.measuring.reads import Reads
from evals.measuring.variants import Compared, compare


class Changed(NamedTuple):
    """A variant, whether the reading did as it should, and the decisions on the base case and on the variant."""

    item: Compared
    right: bool
    before: tuple[Decision, ...]
    now: tuple[Decision, ...]


def changed(reads: Reads) -> dict[Kind, tuple[Changed, ...]]:
    """The variants of each kind that there is, those that went wrong first."""
    found = sorted(map(_changed, compare(reads)), key=lambda one: (one.right, one.item.read.sample.id))
    by_kind = {kind: tuple(one for one in found if one.item.variant.kind == kind) for kind in KINDS}
    return {kind: ones for kind, ones in by_kind.items() if ones}


def _changed(item: Compared) -> Changed:
    before, now = (tuple(DECISIONS[level] for level in levels) for levels in (item.base_levels, item.levels))
    return Changed(item, _right(item), before, now)


def _right(item: Compared) -> bool:
    if item.variant.kind == "invariant":
        return not item.moved
    if item.variant.kind == "injection":
        return not item.beyond_noise
    if item.variant.kind == "directional":
        return item.right_way and item.others_stay
    first = item.read.labelled[0].read if item.read.labelled else None
    return all(first is None or first.scores[code].known is None for code in item.variant.unknown)
