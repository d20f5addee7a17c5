"""What changes between two policies: decisions over all vectors and signals, and every other value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from escalation.policy.model import Policy
from escalation.policy.table import VECTORS, Vector
from escalation.policy.terms import DECISIONS, SIGNALS, Decision, SignalKind


class Group(NamedTuple):
    """Vectors whose decision changes alike, with ``signal`` or with none."""

    signal: SignalKind | None
    before: Decision
    after: Decision
    vectors: tuple[Vector, ...]


class Comparison(NamedTuple):
    """Changed decisions grouped; ``changed_in_all`` counts 625 vectors x 512 sets of signals; other values by key."""

    groups: tuple[Group, ...]
    changed_in_all: int
    values: tuple[str, ...]


def compare(before: Policy, after: Policy) -> Comparison:
    """Everything that differs from ``before`` to ``after``."""
    groups = tuple(group for signal in (None, *SIGNALS) for group in _groups(before, after, signal))
    sets = [chosen for size in range(len(SIGNALS) + 1) for chosen in combinations(SIGNALS, size)]
    counts: dict[tuple[int, int], int] = {}
    for chosen in sets:
        levels = (before.table.signal_level(chosen), after.table.signal_level(chosen))
        if levels not in counts:
            counts[levels] = sum(old != new for old, new in _pairs(before, after, *levels))
    changed = sum(counts[before.table.signal_level(chosen), after.table.signal_level(chosen)] for chosen in sets)
    return Comparison(groups, changed, tuple(_values(before.model_dump(mode="json"), after.model_dump(mode="json"))))


def _pairs(before: Policy, after: Policy, least_before: int, least_after: int) -> Iterator[tuple[int, int]]:
    for old, new in zip(before.table.levels, after.table.levels, strict=True):
        yield max(old, least_before), max(new, least_after)


def _groups(before: Policy, after: Policy, signal: SignalKind | None) -> Iterator[Group]:
    signals = [signal] if signal else []
    pairs = _pairs(before, after, before.table.signal_level(signals), after.table.signal_level(signals))
    found: dict[tuple[int, int], list[Vector]] = defaultdict(list)
    for vector, (old, new) in zip(VECTORS, pairs, strict=True):
        if old != new:
            found[old, new].append(vector)
    for (old, new), vectors in sorted(found.items()):
        yield Group(signal, DECISIONS[old], DECISIONS[new], tuple(vectors))


_NAMES = ("id", "version", "title", "sha256")


def _values(before: Any, after: Any, path: str = "") -> Iterator[str]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            if path or key not in _NAMES:
                yield from _values(before.get(key), after.get(key), f"{path}.{key}" if path else key)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from _values(old, new, f"{path}.{number}")
    elif before != after:
        yield f"{path}: {_shown(before)} -> {_shown(after)}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return ", ".join(str(item.get("id") or item) for item in value)
    return repr(value) if value != [] else "none"
