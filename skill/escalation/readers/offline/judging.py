"""From facts to ranges for customer impact; time sensitivity and capability have modules of their own."""
# ruff: noqa: PLR2004 - scores from 1 to 5 are the subject here.

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from escalation.readers.offline.bounds import OPEN, Bounds
from escalation.readers.offline.facts import NOW, Facts, Hit, Standing, said_of_us
from escalation.readers.offline.words import word_set

INCIDENTS: Final = ("privacy", "security")
_DISPUTES: Final = ("legal", "churn_notice", "executive_escalation", "regulatory", "sla_breach")
_OUR_TEAMS: Final = word_set("""
    support desk helpdesk engineer engineers engineering ticket tickets on-call hotline developers devs reproduce
    reproduced
""")
_SINCE: Final = frozenset({"since", "after"})
_SUBJECT: Final = 5

_NEAR: Final = 250

# What the notes state -> the level it speaks for while nothing raises or lowers it. The worst that is stated counts.
_LEVEL: Final = {
    "stands_still": 5,
    "core_blocked": 4,
    "exposed": 4,
    "blocked": 3,
    "hours_lost": 3,
    "disrupted": 3,
    "troubled": 2,
    "slight": 2,
    "trifle": 1,
}
_RAISES: Final = ("no_way_round", "growing", "damage", "safety", "grave", "regulatory", "executive_escalation", "legal")
# What others make of it; where the notes say that business goes on, it says nothing of the impact.
_ABOUT_IT: Final = ("regulatory", "executive_escalation", "legal")
_PRESSES: Final = ("acute", "urgent")
_RAISED_BY_TWO: Final = frozenset({"core_blocked", "exposed"})
_LIGHT: Final = frozenset({"slight", "troubled", "trifle"})
_CALMS: Final = ("easy_way_round", "goes_on", "one_person", "no_rush")
_LOWERS: Final = ("easy_way_round", "goes_on", "slight", "bearable", "one_person", "no_rush")
_SAYS: Final = {
    "stands_still": "revenue or operations are hit",
    "core_blocked": "a process that the business stands on is held up",
    "exposed": "data may be lost or in the wrong hands",
    "blocked": "a process is held up",
    "hours_lost": "a team loses hours",
    "disrupted": "normal work is disrupted",
    "troubled": "something does not work as it should",
    "slight": "a few people lose a little",
    "trifle": "it is a question, a wish or a matter of looks",
    "no_way_round": "there is no way round",
    "hard_way_round": "the way round costs effort",
    "easy_way_round": "an easy way round is in use",
    "growing": "the harm grows",
    "damage": "damage is done",
    "grave": "the notes speak of great harm",
    "safety": "people's safety is named",
    "regulatory": "an authority is involved",
    "executive_escalation": "their leadership is involved",
    "legal": "lawyers are involved",
    "acute": "it is happening now",
    "urgent": "they press",
    "goes_on": "business goes on",
    "bearable": "they can bear it",
    "one_person": "it is one person's matter",
    "no_rush": "nobody presses",
}


def impact(facts: Facts) -> Bounds:
    """Customer impact: the level of the worst that is stated, one more or less for what raises or lowers it."""
    harm, hits = _harm(facts)
    if harm is None:
        return _without_harm(facts)
    if harm == "trifle":
        return _trifle(facts, hits)
    if harm == "stands_still" and facts.stated("runs_now"):
        return Bounds(2, 4, "It stood still, and runs at the moment.", [*hits[:2], *facts.stated("runs_now")[:1]])
    return _levelled(facts, harm, hits)


def _harm(facts: Facts) -> tuple[str | None, list[Hit]]:
    """The worst that the notes state, and the words that state it."""
    if still := _theirs(facts.stated("stands_still")):
        return "stands_still", still
    blocked = _theirs(facts.stated("blocked", "unable"))
    looming = facts.standing(Standing.LOOMING, "stands_still") + facts.standing(Standing.FEARED, "stands_still")
    held = ("core_blocked", [*blocked[:1], *looming]) if blocked and looming else _held_up(facts, blocked)
    incidents = facts.stated(*INCIDENTS, "exposed")
    if incidents and held[0] != "core_blocked":
        return "exposed", incidents
    if blocked:
        return held
    return _lesser(facts)


def _lesser(facts: Facts) -> tuple[str | None, list[Hit]]:
    """The worst that is stated where nothing is held up."""
    for name in ("hours_lost", "disrupted", "troubled", "slight"):
        stated = _theirs([hit for hit in facts.any_way(name) if hit.standing in NOW])
        if stated:
            return name, stated
    wishes = [hit for hit in facts.any_way("trifle", "cosmetic") if hit.standing is not Standing.DENIED]
    wished = bool(facts.any_way("trifle"))
    return ("trifle", wishes) if wishes and (wished or not _faults(facts)) else (None, [])


def _faults(facts: Facts) -> list[Hit]:
    """Where somebody works on a fault; "without a date since the update" denies the date, not the update."""
    denied = facts.standing(Standing.DENIED, "handled")
    return facts.stated("handled") + [hit for hit in denied if hit.sentence.words[hit.start] in _SINCE]


def _theirs(hits: Sequence[Hit]) -> list[Hit]:
    """Without what the CSM or our own teams cannot do or have not done."""
    return [hit for hit in hits if not said_of_us(hit) and not _of_our_teams(hit)]


def _of_our_teams(hit: Hit) -> bool:
    """Whether one of our teams, or a ticket, is what the words before in the same clause speak of."""
    sentence = hit.sentence
    clause = sentence.clauses[hit.start]
    return any(
        sentence.words[at] in _OUR_TEAMS
        for at in range(max(0, hit.start - _SUBJECT), hit.end)
        if sentence.clauses[at] == clause
    )


def _held_up(facts: Facts, blocked: list[Hit]) -> tuple[str, list[Hit]]:
    """A process is held up: one the business stands on where such words stand near, or a launch."""
    core = facts.any_way("core_business", "launch")
    at_core = [hit for hit in blocked if any(abs(hit.sentence.start - other.sentence.start) < _NEAR for other in core)]
    return ("core_blocked", at_core) if at_core else ("blocked", blocked)


# Where no harm is recognised: what is stated instead -> how far it can reach. The first that is stated counts.
_INSTEAD: Final[tuple[tuple[tuple[str, ...], int, int, str], ...]] = (
    (("safety",), 3, 5, "People's safety is named, the rest of the effect is not."),
    (("goes_on",), 1, 2, "The notes say that business goes on."),
    (("damage", "grave", "growing"), 3, 5, "Great harm is named, but not what stands still."),
    (_DISPUTES, 1, 4, "A dispute or a demand is stated, but nothing that stands still."),
    (("money_dispute", "trust"), 1, 3, "The dispute does not stop their work."),
    (("no_rush", "bearable", "one_person"), 1, 3, "Nobody presses, and no harm is named."),
)


def _without_harm(facts: Facts) -> Bounds:
    for names, low, high, why in _INSTEAD:
        if stated := facts.stated(*names):
            sure = names == ("goes_on",) and not facts.stated(*_RAISES, *_DISPUTES)
            return Bounds(low, 1 if sure else high, why, stated[:3])
    if faults := _faults(facts):
        high = 5 if facts.stated(*_PRESSES, "sensitive", "core_business") else 4
        return Bounds(2, high, "Somebody works on a fault, and its effect is not named.", faults[:2])
    looming = facts.standing(Standing.LOOMING, "stands_still", "blocked")
    return Bounds(3, 5, "What is announced would hit operations.", looming[:2]) if looming else OPEN


def _trifle(facts: Facts, hits: list[Hit]) -> Bounds:
    """Nothing but a question, a wish or a matter of looks; one score only where nothing speaks of harm."""
    goes_on, heavy = facts.stated("goes_on"), facts.stated(*_RAISES, *_DISPUTES)
    if heavy and goes_on:
        return Bounds(1, 2, "The notes say that business goes on.", [*goes_on[:2], *hits[:1]])
    if heavy:
        return Bounds(
            1,
            4,
            f"A question or a wish is stated, and {_SAYS.get(heavy[0].fact, 'a dispute')}.",
            [*hits[:1], *heavy[:2]],
        )
    if private := facts.stated("sensitive"):
        return Bounds(1, 4, "A question or a wish is stated, and it may touch private data.", [*hits[:1], *private[:1]])
    asked = facts.stated("solves_alone") and any(hit.standing is Standing.ASKED for hit in hits)
    sure = asked or facts.stated("goes_on", "no_rush", "bearable") or facts.any_way("cosmetic")
    if faults := _faults(facts) + facts.stated("hard_way_round"):
        return Bounds(1, 3, "A question or a wish is stated, and somebody works on a fault.", [*hits[:2], *faults[:1]])
    return Bounds(1, 1 if sure else 2, f"{_capital(_SAYS['trifle'])}.", [*hits[:2], *facts.stated("goes_on")[:1]])


_WAY_ROUND = 2
"""What an easy way round would make of most harms."""


def _levelled(facts: Facts, harm: str, hits: list[Hit]) -> Bounds:
    """The level of ``harm``, moved by what raises or lowers it, and one to either side of it."""
    presses = _PRESSES if harm not in _LIGHT else ()
    idle = _ABOUT_IT if facts.stated("goes_on") else ()
    raising = [name for name in (*_RAISES, *presses) if name not in idle and facts.stated(name)]
    lowering = [name for name in _LOWERS if name != harm and facts.stated(name)]
    low, high = _around(facts, harm, _level(harm, raising, lowering))
    if harm == "exposed" and not raising:
        low -= 1
    if facts.stated("runs_now") and not raising:
        low = 1
    if facts.stated(*INCIDENTS, "exposed"):
        high = 5 if not facts.stated(*_CALMS) else high
        low = max(2, low) if not facts.stated(*_CALMS) else low
    telling = [*raising[:1], *lowering[:1]]
    if facts.stated("hard_way_round"):
        telling.append("hard_way_round")
    says = [_SAYS[name] for name in telling] or ["no way round is named"]
    if {"no_way_round", "easy_way_round"} <= {*raising, *lowering}:
        says, telling = ["the notes name a way round and deny one"], ["easy_way_round", "no_way_round"]
        low, high = min(low, _WAY_ROUND), 5
    cited = [*hits[:2], *(facts.stated(name)[0] for name in telling[:2])]
    return Bounds(max(1, low), min(5, high), f"{_capital(_SAYS[harm])}; {', '.join(says)}.", cited)


def _level(harm: str, raising: Sequence[str], lowering: Sequence[str]) -> int:
    """One more or one less than the level of ``harm``; two less where two things calm, or it is one person's matter."""
    calming = sum(name in _CALMS for name in lowering)
    balance = len(raising) - len(lowering)
    if balance == 1 and harm in _RAISED_BY_TWO:
        balance = 0
    if harm in _LIGHT and not calming:
        balance = max(0, balance)
    least = -2 if calming > 1 or "one_person" in lowering else -1
    level = max(1, _LEVEL[harm] + max(least, min(1, balance)))
    if lowering or "no_way_round" not in raising:
        level = min(5, level)
    if "safety" in raising:
        level = max(4 if calming < 2 else 3, level)
    return level


def _around(facts: Facts, harm: str, level: int) -> tuple[int, int]:
    """One to either side; of what sounds light, higher where hours are named, or great numbers."""
    low, high = level - 1, level + 1
    if harm in _LIGHT and facts.any_way("hours_lost"):
        high = max(high, 3)
    if harm in _LIGHT and _large(facts) and not facts.stated(*_CALMS):
        high = max(high, 4)
    return low, high


def _large(facts: Facts) -> list[Hit]:
    """Where the notes name many: a number of two digits or more beside a rhythm or a kind of people or things."""
    return [
        hit
        for hit in facts.stated("scale")
        if any(word[0].isdecimal() and sum(map(str.isdecimal, word)) > 1 for word in _words(hit))
    ]


def _words(hit: Hit) -> Sequence[str]:
    return hit.sentence.words[hit.start : hit.end]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
