"""Ranges learned from labelled notes: a linear estimate, small trees, and where labels lay for such an estimate.

The numbers stand in `learned.json`; `python -m evals.training` makes them. The words that weigh most are named and
quoted.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from escalation.policy.terms import Code
from escalation.readers.offline.bounds import Bounds
from escalation.readers.offline.cues import CALLED
from escalation.readers.offline.deadlines import Due
from escalation.readers.offline.facts import Facts, Hit
from escalation.readers.offline.features import counted, features
from escalation.readers.offline.text import Sentence

Learned = dict[Code, Bounds]
FILE: Final = Path(__file__).with_name("learned.json")
_LEAST_KINDS: Final = 3
LEAST_WORDS: Final = 40
_MOST_NAMED: Final = 2
_AROUND: Final = 3
_STEP: Final = 10
WORDS: Final = 0.3


@cache
def _weights() -> dict[str, Any]:
    weights: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return weights


def ranges(
    found: Learned, facts: Facts, cues: Sequence[Hit], sentences: Sequence[Sentence], dues: Sequence[Due],
    today: dt.date,
) -> Learned:  # fmt: skip
    """``found`` by the rules, with the range that labelled notes with such words had.

    Notes shorter than those that it was learned from, and dimensions of which nothing is said, stay as they are.
    """
    if sum(len(sentence.words) for sentence in sentences) < LEAST_WORDS:
        return found
    by_fact = counted([*facts.all, *cues])
    seen = features(by_fact, found, sentences, dues, today)
    return {code: _judged(code, rule, by_fact, seen) for code, rule in found.items()}


def _judged(code: Code, rule: Bounds, by_fact: Mapping[str, list[Hit]], seen: Mapping[str, float]) -> Bounds:
    linear = _weights()["dimensions"][code]["linear"]
    kinds = sorted(
        (name for name in by_fact if name in CALLED and linear.get(name)),
        key=lambda name: (-abs(linear[name] * seen[name]), name),
    )
    if not rule.hits and len(kinds) < _LEAST_KINDS:
        return rule
    low, high = span(code, seen)
    more = [name for name in kinds if linear[name] > 0][:_MOST_NAMED]
    less = [name for name in kinds if linear[name] < 0][:_MOST_NAMED]
    named = [*more[:1], *less[:1], *more[1:], *less[1:]]
    says = [rule.why] if rule.hits else []
    says += [f"For more speak words on {' and '.join(CALLED[name] for name in more)}."] if more else []
    says += [f"For less speak words on {' and '.join(CALLED[name] for name in less)}."] if less else []
    says.append("The range is learned from labelled notes.")
    return Bounds(low, high, " ".join(says), [*rule.hits[:2], *(_around(by_fact[name][0]) for name in named)])


def _around(hit: Hit) -> Hit:
    """The hit with some words of its sentence to either side, so that the quote can be understood."""
    return hit._replace(start=max(0, hit.start - _AROUND), end=min(len(hit.sentence.words), hit.end + _AROUND))


def span(code: Code, seen: Mapping[str, float]) -> tuple[int, int]:
    """The range for an estimate from the features ``seen``."""
    weights = _weights()
    known = weights["dimensions"][code]
    within = min(5.0, max(1.0, estimate(weights["sums"], known, seen)))
    low, high = known["ranges"][round(_STEP * within) - _STEP]
    return low, high


def estimate(sums: Mapping[str, Any], known: Mapping[str, Any], seen: Mapping[str, float]) -> float:
    """The score as a number between its neighbours: from a line, from trees and from the words as they are.

    The sums of kinds that speak for more and for less are features too.
    """
    inputs = {**seen, **{name: base + _weighed(parts, seen) for name, (base, parts) in sums.items()}}
    line = known["base"] + _weighed(known["linear"], seen)
    trees = [_leaf(tree, inputs) for tree in known["trees"]]
    words = known["middle"] + _weighed(known["words"], seen)
    return float((1 - WORDS) * (line + sum(trees) / len(trees)) / 2 + WORDS * words)


def _weighed(weights: Mapping[str, float], seen: Mapping[str, float]) -> float:
    return sum([weights[name] * value for name, value in seen.items() if name in weights])


def _leaf(tree: Any, inputs: Mapping[str, float]) -> float:
    """A tree is a value, or the name of a feature, a limit, and the trees for up to it and for more."""
    while isinstance(tree, list):
        name, limit, below, above = tree
        tree = below if inputs.get(name, 0.0) <= limit else above
    return float(tree)
