"""CSM capability from facts: who holds what the solution takes. The first rule that applies decides."""
# ruff: noqa: PLR2004 - scores from 1 to 5 are the subject here.

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from escalation.extraction.money import Amount, amounts
from escalation.readers.offline.bounds import OPEN, Bounds
from escalation.readers.offline.facts import DENIALS, Facts, Hit, Standing, said_by_us, said_of_us
from escalation.readers.offline.judging import INCIDENTS
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.vocabulary import CLASSES
from escalation.readers.offline.words import word_set

_STEPS: Final = ("legal", "churn_notice")
_GRAVE: Final = (*INCIDENTS, "safety", *_STEPS, "regulatory", "sla_breach", "executive_escalation")
_HINTED: Final = frozenset({Standing.STATED, Standing.LOOMING, Standing.FEARED, Standing.ASKED})
_WANTED: Final = frozenset({Standing.STATED, Standing.LOOMING, Standing.FEARED, Standing.ASKED})
_MONEY_BACK: Final = word_set("credit refund charged overcharged billed owed back wrong goodwill discount compensation")
_LEAST_ASKED: Final = 50
_REACH: Final = 6
_OURSELVES: Final = word_set("""
    i we i'm i'll i've i'd we'll we've we're me my our will can could may and then just already also now so have be to
    csm it's it there simply or am on in by from under via through at for + -
""")
_WRITER: Final = word_set("i we")
_PHONE: Final = word_set("voicemail rang")
_INBOXES: Final = word_set("mailbox inbox queue ticket form desk support engineering security billing ops hotline")
_THEIRS: Final = word_set("their his her customer's client's")
_TEAM: Final = frozenset(CLASSES["team"].split()) | word_set("it cfo ceo cto director board lawyer lawyers bank")


class _Seen(NamedTuple):
    """What the notes state about the solution, by who holds it."""

    steps: list[Hit]
    surely: list[Hit]
    executives: list[Hit]
    above: list[Hit]
    incidents: list[Hit]
    mine: list[Hit]
    waits: list[Hit]
    usual: list[Hit]
    request: list[Hit]
    answer: list[Hit]
    tried: list[Hit]
    alone: list[Hit]
    simple: list[Hit]
    wishes: list[Hit]
    hints: list[Hit]
    impact: Bounds

    @property
    def light(self) -> bool:
        return self.impact.high <= 2

    @property
    def grave(self) -> bool:
        return self.impact.low >= 4

    @property
    def maybe_grave(self) -> bool:
        return self.impact.high >= 4 and bool(self.impact.hits)

    @property
    def others(self) -> list[Hit]:
        """Whatever says that somebody else than the CSM has a part in the solution."""
        beyond = self.steps + self.surely + self.executives + self.above + self.incidents + self.mine
        return beyond + self.request + self.answer + self.waits + self.wishes


def capability(facts: Facts, impact_found: Bounds, sentences: Sequence[Sentence], text: Text) -> Bounds:
    """CSM capability: from the top down, the first level that the notes support."""
    seen = _Seen(
        steps=facts.stated(*_STEPS),
        surely=_of_our_people(facts.standing(Standing.STATED, "surely_above") + _loom(facts, "surely_above")),
        executives=facts.stated("executive_escalation"),
        above=_of_our_people(facts.stated("decision_above") + facts.standing(Standing.FEARED, "surely_above")),
        incidents=facts.stated(*INCIDENTS, "safety"),
        mine=_of_our_people(said_by_us(facts, "not_mine")),
        waits=_inside(_of_our_people(facts.standing(Standing.STATED, "waits_in_vain") + _loom(facts, "waits_in_vain"))),
        usual=said_by_us(facts, "usual_time", _WANTED),
        request=_of_our_people(said_by_us(facts, "needs_request", _WANTED)),
        answer=said_by_us(facts, "needs_answer", _WANTED),
        tried=facts.stated("tried_in_vain") + said_by_us(facts, "cause_unknown"),
        alone=_for_customers(_no_opinions(facts, said_by_us(facts, "solves_alone"))),
        simple=_no_opinions(facts, said_by_us(facts, "simple_way")),
        wishes=facts.stated("feature_wish"),
        hints=[hit for hit in facts.any_way(*_GRAVE) if hit.standing in _HINTED],
        impact=impact_found,
    )
    authority = said_by_us(facts, "has_authority")
    if authority and not seen.steps:
        return _within_authority(authority, sentences, text)
    return next(filter(None, (rule(seen) for rule in _RULES)), None) or _from_impact(impact_found, seen.hints)


def _loom(facts: Facts, name: str) -> list[Hit]:
    return facts.standing(Standing.LOOMING, name)


def _of_our_people(found: Sequence[Hit]) -> list[Hit]:
    """Without what speaks of the customer's own people: "their finance must approve" binds them, not us."""
    return [hit for hit in found if not _names_theirs(hit)]


def _names_theirs(hit: Hit) -> bool:
    words = hit.sentence.words
    return any(
        words[at] in _THEIRS and not _TEAM.isdisjoint(words[at + 1 : min(at + 3, hit.end)])
        for at in range(max(0, hit.start - 2), hit.end)
    )


def _no_opinions(facts: Facts, found: Sequence[Hit]) -> list[Hit]:
    """Without gut feel: "I can handle it" says nothing of what it takes."""
    felt = [(hit.sentence.start, hit.start, hit.end) for hit in facts.any_way("feels_solve", "feels_help")]
    return [
        hit
        for hit in found
        if not any(line == hit.sentence.start and start < hit.end and hit.start < end for line, start, end in felt)
    ]


def _inside(found: Sequence[Hit]) -> list[Hit]:
    """Without what the CSM has not done, and without the customer who did not pick up the phone."""
    return [
        hit
        for hit in found
        if not (said_of_us(hit) or _own_silence(hit))
        and (_TEAM & set(hit.sentence.words) or not _PHONE.intersection(hit.sentence.words))
    ]


def _own_silence(hit: Hit) -> bool:
    """Whether it is the writer who has not acted yet: "I haven't answered"."""
    words = hit.sentence.words
    return hit.start > 0 and words[hit.start - 1] in _WRITER and words[hit.start] in DENIALS


def _for_customers(found: Sequence[Hit]) -> list[Hit]:
    """Without what the CSM sends to colleagues: "I sent it to the security mailbox" solves nothing."""
    return [
        hit
        for hit in found
        if not _INBOXES.intersection(hit.sentence.words[hit.start : hit.end + _REACH]) and not _done_by_another(hit)
    ]


def _done_by_another(hit: Hit) -> bool:
    """Whether somebody else is the subject: "a contractor mailed the list" is nothing that the CSM did."""
    words, clauses = hit.sentence.words, hit.sentence.clauses
    before = hit.start - 1
    if words[hit.start] in _OURSELVES or before < 0 or clauses[before] != clauses[hit.start]:
        return False
    return words[before] not in _OURSELVES


def _nothing_but_ours(seen: _Seen) -> Bounds | None:
    if not seen.alone or seen.others or seen.maybe_grave or seen.tried or seen.hints:
        return None
    high = 1 if seen.light and seen.impact.hits else 2 if seen.impact.low <= 2 else 3
    return Bounds(1, high, "The CSM can solve it with what they have.", seen.alone[:2])


def _legal_step(seen: _Seen) -> Bounds | None:
    if not seen.steps:
        return None
    sentences = {hit.sentence.start for hit in seen.steps}
    agreed = len(sentences) > 1 or seen.surely or seen.executives or seen.incidents or seen.grave
    acted = seen.alone[:1] + seen.request[:1] + seen.usual[:1]
    if acted and not seen.maybe_grave and not agreed:
        churn = any(hit.fact == "churn_notice" for hit in seen.steps)
        return Bounds(3 if churn else 1, 5, "A step is named, but the usual way is taken too.", seen.steps[:2] + acted)
    return Bounds(5 if agreed else 4, 5, "It takes a decision above the CSM.", seen.steps[:2])


def _surely_above(seen: _Seen) -> Bounds | None:
    if not seen.surely:
        return None
    twice = len({hit.sentence.start for hit in seen.surely}) > 1
    agreed = seen.maybe_grave and bool(twice or seen.incidents or seen.executives)
    asked = seen.light and (seen.usual or seen.request)
    low = 5 if agreed else 3 if seen.light and (asked or not (seen.waits or seen.executives)) else 4
    cited = [*seen.surely[:2], *seen.executives[:1], *seen.waits[:1]]
    return Bounds(low, 5, "It takes a decision or work that only others may do.", cited)


def _executives(seen: _Seen) -> Bounds | None:
    if not seen.executives:
        return None
    mild = seen.impact.hits and (seen.light or (not seen.maybe_grave and (seen.usual or seen.request)))
    return Bounds(3 if mild else 4, 5, "It takes a decision above the CSM.", seen.executives[:2])


def _incident(seen: _Seen) -> Bounds | None:
    if not seen.incidents:
        return None
    mild = seen.impact.high <= 3 and (seen.usual or seen.request) and all(h.fact == "safety" for h in seen.incidents)
    low = 3 if mild else 4
    return Bounds(low, 5, "An incident of this kind is not the CSM's to solve.", seen.incidents[:2])


def _asked_above(seen: _Seen) -> Bounds | None:
    if not seen.above:
        return None
    low = 4 if seen.waits and not seen.light else 3
    return Bounds(low, 5, "It takes a decision above the CSM.", seen.above[:2] + seen.waits[:1])


def _outside_reach(seen: _Seen) -> Bounds | None:
    if not seen.mine:
        return None
    asked = seen.usual[:1] + seen.request[:1] + seen.answer[:1]
    cited = seen.mine[:1] + asked + seen.waits[:2]
    if asked and not seen.maybe_grave:
        low, high = (3, 5) if seen.waits and not seen.light else (3, 4)
        return Bounds(low, high, "Others hold what is missing, and have been asked.", cited)
    low = 3 if seen.light or asked else 4
    why = "It lies outside the CSM's reach" + (", and the others do not move." if seen.waits else ".")
    return Bounds(low, 5, why, seen.mine[:1] + seen.waits[:2])


def _stalled(seen: _Seen) -> Bounds | None:
    if not seen.waits:
        return None
    stalled = bool(seen.tried) or len({hit.sentence.start for hit in seen.waits}) > 1
    ours = bool(seen.alone) and not seen.request
    low, high = (
        (1 if ours else 3, 4) if seen.light else (4, 5) if seen.grave or (seen.maybe_grave and stalled) else (3, 5)
    )
    return Bounds(low, high, "The usual way has stalled.", seen.waits[:3])


def _requested(seen: _Seen) -> Bounds | None:
    if not seen.request and not seen.usual:
        return None
    cited = seen.request[:2] + seen.usual[:1] + seen.tried[:1]
    if seen.answer and not seen.maybe_grave and not seen.tried:
        return Bounds(2, 3, "A colleague's answer is missing.", seen.answer[:1] + seen.request[:2])
    high = 5 if seen.maybe_grave else 4
    low = 3
    if seen.light and (seen.alone or seen.simple) and not seen.tried:
        low, high = (1, 3) if seen.alone else (2, 4)
    return Bounds(low, high, "A request to one team brings what is missing.", cited)


def _no_way_found(seen: _Seen) -> Bounds | None:
    if not seen.tried:
        return None
    low, high = (4, 5) if seen.grave else (3, 5) if not seen.light else (1, 4) if seen.alone or seen.simple else (3, 4)
    return Bounds(low, high, "What was tried did not help, or the cause is not known.", seen.tried[:3])


def _answer_missing(seen: _Seen) -> Bounds | None:
    if not seen.answer:
        return None
    low, high = (2, 5) if seen.maybe_grave else (1, 2) if seen.alone else (1 if seen.simple else 2, 3)
    return Bounds(low, high, "A colleague's answer is missing.", seen.answer[:2] + seen.alone[:1])


def _feature_wish(seen: _Seen) -> Bounds | None:
    if not seen.wishes:
        return None
    return Bounds(1, 5, "A wish for something that others would have to build.", seen.wishes[:2] + seen.alone[:1])


def _ours_to_solve(seen: _Seen) -> Bounds | None:
    ours = seen.alone + seen.simple
    if not ours or seen.hints:
        return None
    if seen.maybe_grave:
        low, high = (3, 5) if seen.grave else (1, 5)
        return Bounds(low, high, "The CSM does what they can, but more is held up than that.", ours[:2])
    high = 2 if seen.light and seen.impact.hits else 3
    return Bounds(1, high, "The CSM can solve it with what they have.", ours[:2])


_RULES: Final[tuple[Callable[[_Seen], Bounds | None], ...]] = (
    _nothing_but_ours,
    _legal_step,
    _surely_above,
    _executives,
    _incident,
    _asked_above,
    _outside_reach,
    _stalled,
    _requested,
    _no_way_found,
    _answer_missing,
    _feature_wish,
    _ours_to_solve,
)


def _from_impact(impact_found: Bounds, hints: Sequence[Hit]) -> Bounds:
    """What the kind of problem bounds where nothing is said of its solution."""
    if hints:
        low = 1 if impact_found.hits and impact_found.high <= 2 else 3
        return Bounds(low, 5, "Something grave is named; nothing is said of what it takes.", hints[:2])
    if not impact_found.hits:
        return OPEN
    ranges = (
        (impact_found.high <= 1, 1, 3, "A question or a wish"),
        (impact_found.high <= 2, 1, 4, "The problem is slight"),
        (impact_found.low >= 4, 3, 5, "A held-up process is more than a setting"),
        (True, 2, 5, "Something is wrong"),
    )
    low, high, what = next((low, high, what) for holds, low, high, what in ranges if holds)
    return Bounds(low, high, f"{what}; nothing is said of what it takes.", impact_found.hits[:2])


def _within_authority(authority: Sequence[Hit], sentences: Sequence[Sentence], text: Text) -> Bounds:
    """What a stated rule allows beats what somebody believes they may do, where the amount asked for is known."""
    rule = authority[0].sentence
    limit = max((amount.value for amount in _amounts(text, rule)), default=None)
    asked = min(_amounts_asked(sentences, rule, text), default=None)
    shares = _shares(sentences)
    if asked is None and len(shares) > 1:
        limit, asked = min(shares), max(shares)
    if limit is None or asked is None:
        return Bounds(1, 4, "A rule states what the CSM may do alone, and the amount is open.", authority[:1])
    if asked <= limit:
        return Bounds(1, 2, "A rule lets the CSM do it alone.", authority[:1])
    return Bounds(4, 5, "It is more than the rule lets the CSM do alone.", authority[:1])


def _amounts_asked(sentences: Sequence[Sentence], rule: Sentence, text: Text) -> list[Decimal]:
    return [
        amount.value
        for sentence in sentences
        if sentence is not rule and (_MONEY_BACK.intersection(sentence.words) or sentence.words[0] == "eur")
        for amount in _amounts(text, sentence)
    ]


def _amounts(text: Text, sentence: Sentence) -> list[Amount]:
    line = text.folded.text[sentence.start : sentence.end]
    return [amount for amount in amounts(line) if amount.value >= _LEAST_ASKED]


def _shares(sentences: Sequence[Sentence]) -> list[Decimal]:
    """Percentages that the sentences name."""
    return [
        Decimal(word)
        for sentence in sentences
        for word, sign in itertools.pairwise(sentence.words)
        if sign == "%" and word.isdecimal() and len(word) <= 3
    ]
