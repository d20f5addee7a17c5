"""What the learned weights see of a problem: kinds of words, facts, what the rules make of them, and days."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from escalation.policy.terms import Code
from escalation.readers.offline.bounds import Bounds
from escalation.readers.offline.deadlines import Due, Kind
from escalation.readers.offline.facts import NOW, Hit, Standing
from escalation.readers.offline.text import Sentence
from escalation.readers.offline.urgency import working_days

_MOST: Final = 4
_FAR: Final = 15
_MOST_DIGITS: Final = 6
_BEGINNING: Final = 6
_DAMPING: Final = 5
BEGINS: Final = "begins_"
_HARM: Final = ("cue_stops", "cue_fails", "cue_wrong_data", "cue_slow")
_WITH: Final = {
    "work": ("cue_process", "cue_public", "cue_money", "core_business"),
    "all": ("cue_all", "scale"),
    "little": ("cue_small", "cue_few", "cue_looks"),
    "well": ("cue_well", "cue_way_round"),
    "now": ("cue_today", "cue_days", "cue_deadline"),
    "others": ("cue_engineers", "cue_colleague", "cue_silence"),
}
_TOGETHER: Final = frozenset((*_HARM, *(name for names in _WITH.values() for name in names)))
_GONE: Final = frozenset({Standing.DENIED, Standing.OVER})


def counted(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """The hits that count for each fact or kind of words."""
    by_fact: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.standing not in _GONE if hit.fact.startswith("cue_") else hit.standing in NOW:
            by_fact.setdefault(hit.fact, []).append(hit)
    return by_fact


def features(
    by_fact: Mapping[str, list[Hit]], bounds: Mapping[Code, Bounds], sentences: Sequence[Sentence], dues: Sequence[Due],
    today: dt.date,
) -> dict[str, float]:  # fmt: skip
    """Numbers by name; what is absent is 0."""
    found = {
        name: math.log2(1 + min(_MOST, len({hit.sentence.start for hit in hits}))) if name.startswith("cue_") else 1.0
        for name, hits in by_fact.items()
    }
    for code, one in bounds.items():
        if one.hits:
            found[f"rule_{code}"] = (one.low + one.high) / 2 - 3
            found[f"low_{code}"] = one.low - 1.0
            found[f"high_{code}"] = one.high - 5.0
    for kind in (Kind.SOLUTION, Kind.POSSIBLE, Kind.OTHER):
        left = [working_days(today, due.date) for due in dues if due.kind is kind and due.date >= today]
        if left:
            found[f"due_{kind.value}"] = 1.0
            found[f"soon_{kind.value}"] = math.log2(1 + _FAR) - math.log2(1 + min(_FAR, *left, _FAR))
    found |= _together(by_fact)
    counts = [_count(word) for sentence in sentences for word in sentence.words if word[0].isdecimal()]
    found["numbers"] = math.log10(1 + max(counts, default=0.0))
    found |= _beginnings(sentences)
    words = sum(len(sentence.words) for sentence in sentences)
    found["length"] = math.log2(1 + words) - 7
    found["questions"] = math.log2(1 + min(_MOST, sum(sentence.question for sentence in sentences)))
    return found


def _together(by_fact: Mapping[str, list[Hit]]) -> dict[str, float]:
    """How many sentences name harm together with something else."""
    where = {name: {hit.sentence.start for hit in hits} for name, hits in by_fact.items() if name in _TOGETHER}
    harm = set().union(*(where.get(name, set()) for name in _HARM))
    both = {
        f"harm_{key}": len(harm & set().union(*(where.get(name, set()) for name in names)))
        for key, names in _WITH.items()
    }
    both["harm_alone"] = len(harm - set().union(*(where.get(name, set()) for name in _WITH["little"] + _WITH["well"])))
    return {name: math.log2(1 + min(_MOST, count)) for name, count in both.items() if count}


def _beginnings(sentences: Sequence[Sentence]) -> dict[str, float]:
    """The beginnings of all words, each the less the more there are."""
    begun = dict.fromkeys(word[:_BEGINNING] for sentence in sentences for word in sentence.words if word.isalpha())
    share = 1 / math.sqrt(len(begun) + _DAMPING)
    return {f"{BEGINS}{beginning}": share for beginning in begun}


def _count(word: str) -> float:
    """A whole number that is neither a year nor longer than six digits."""
    digits = word.replace(",", "").replace(".", "")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        return 0.0
    number = int(digits)
    return 0.0 if 1900 < number < 2100 else float(number)  # noqa: PLR2004
