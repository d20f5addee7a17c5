"""Facts found in the sentences, and how each of them stands there: stated, denied, feared, over, or asked about."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, NamedTuple

from escalation.readers.offline.phrases import Found, PhraseBook
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.words import word_set


class Standing(Enum):
    """How the words of a fact stand in their sentence."""

    STATED = "stated"
    DENIED = "denied"
    FEARED = "feared"
    LOOMING = "looming"
    OVER = "over"
    ASKED = "asked"


NOW: Final = frozenset({Standing.STATED, Standing.LOOMING})
_WE: Final = word_set("i we i've we've i'm")
_THEY: Final = word_set("they he she it customer client their his her that who which users user people team says said")


class Hit(NamedTuple):
    """A fact, the sentence that states it, from which word up to which, and how it stands there."""

    fact: str
    sentence: Sentence
    start: int
    end: int
    standing: Standing


DENIALS: Final = word_set("""
    no not never nobody none without nothing neither nor hardly isn't wasn't aren't weren't don't doesn't didn't
    won't haven't hasn't hadn't cannot can't isnt wasnt arent dont doesnt didnt wont havent hasnt couldn't
    wouldn't nowhere
""")
_NO_DENIAL_AFTER: Final = word_set("""
    only just sure wonder idea doubt matter longer later least even
""")
_FEARS: Final = word_set("""
    if unless would could might may afraid worried worries worry fear fears feared risk suppose hypothetically
    whether imagine should perhaps maybe wouldn't couldn't potentially theoretically he'd they'd she'd we'd i'd
""")
_LOOMING: Final = word_set("""
    will won't otherwise 'll going then tomorrow soon they'll we'll it'll she'll he'll until
""")
_OVER_PAIRS: Final = frozenset(
    f"{first} {second}"
    for first, seconds in {
        "last": """
            week month year winter spring summer autumn fall quarter christmas time january february march april
            may june july august september october november december
        """,
        "used": "to", "back": "in then", "had": "been", "years": "ago", "months": "ago", "year": "ago", "month": "ago",
        "the": "past", "earlier": "this", "at": "first", "was": "fixed resolved solved",
        "were": "fixed resolved solved",
    }.items()
    for second in seconds.split()
)  # fmt: skip
_OPINIONS: Final = word_set("""
    say guess think bet add just
""")
_STEPS: Final = frozenset({"churn_notice", "legal"})
_WAY_ROUND: Final = "easy_way_round"
# "Told them to stop using it" is no way round.
_GIVEN_UP: Final = word_set("stop stopped stopping avoid avoided refrain")
_CONDITIONS: Final = frozenset({"if", "unless", "should"})
_NEAR: Final = 4
_FAR: Final = 14


def hits(text: Text, book: PhraseBook) -> list[Hit]:
    """Every fact of ``book`` in the sentences of ``text``, in their order; of two that overlap, both."""
    return [
        Hit(found.fact, sentence, found.start, found.end, standing(sentence, found))
        for sentence in text.sentences
        for found in _widest(book.find(sentence.words))
    ]


def _widest(found: Iterable[Found]) -> Iterator[Found]:
    """Without those that lie within a longer one of the same fact."""
    kept: list[Found] = []
    for one in found:
        if not any(one.fact == other.fact and other.start <= one.start and one.end <= other.end for other in kept[-8:]):
            kept.append(one)
    return iter(kept)


def standing(sentence: Sentence, found: Found) -> Standing:
    """How the words of ``found`` stand in ``sentence``."""
    words = sentence.words
    clause = sentence.clauses[found.start]
    near = [words[at] for at in range(max(0, found.start - _NEAR), found.start) if sentence.clauses[at] == clause]
    far = words[max(0, found.start - _FAR) : found.start]
    if _denied(near, words, found) or _no_way_round(near, words, found):
        return Standing.DENIED
    if sentence.question and "?" not in sentence.label:
        return Standing.ASKED
    if (_FEARS.intersection(far) and _still_feared(sentence, found)) or _threatened(words, found):
        return Standing.FEARED
    if _over(sentence, found):
        return Standing.OVER
    if _LOOMING.intersection(words[max(0, found.start - 6) : found.start]):
        return Standing.LOOMING
    return Standing.STATED


def _denied(near: list[str], words: list[str], found: Found) -> bool:
    for offset, word in enumerate(near):
        if word in DENIALS:
            after = words[found.start - len(near) + offset + 1]
            if after not in _NO_DENIAL_AFTER:
                return True
    return False


def _no_way_round(near: list[str], words: list[str], found: Found) -> bool:
    """Whether what sounds like a way round is one that somebody cannot go, or the use given up."""
    inside = words[found.start : found.end]
    given_up = _GIVEN_UP.intersection(near) or _GIVEN_UP.intersection(inside)
    return found.fact == _WAY_ROUND and bool(given_up or DENIALS.intersection(inside))


def _still_feared(sentence: Sentence, found: Found) -> bool:
    """A fear reaches over the next comma, not further: "if it rains we get wet, and now the cellar is full"."""
    clause = sentence.clauses[found.start]
    for at in range(found.start - 1, max(-1, found.start - _FAR - 1), -1):
        if sentence.words[at] in _FEARS and sentence.words[at + 1] not in _OPINIONS:
            reach = 1 if sentence.words[at] in {"if", "unless", "should"} else 0
            return clause - sentence.clauses[at] <= reach
    return False


def _threatened(words: list[str], found: Found) -> bool:
    """A step of the customer's that hangs on a condition is a threat: "failing which they terminate"."""
    if found.fact not in _STEPS:
        return False
    after = words[found.end : found.end + 8]
    return bool(_CONDITIONS.intersection(after)) or ("failing", "which") in itertools.pairwise(
        words[max(0, found.start - 8) : found.start]
    )


def _over(sentence: Sentence, found: Found) -> bool:
    words, clause = sentence.words, sentence.clauses
    for at in range(len(words) - 1):
        if f"{words[at]} {words[at + 1]}" in _OVER_PAIRS and clause[at] == clause[found.start]:
            return not (at and words[at - 1] in {"since", "than", "from", "until"})
    return False


class Facts:
    """The facts of one case, by name."""

    def __init__(self, found: Iterable[Hit]) -> None:
        """Sort ``found`` by fact."""
        self.all = list(found)
        self._by_name: dict[str, list[Hit]] = {}
        for hit in self.all:
            self._by_name.setdefault(hit.fact, []).append(hit)

    def stated(self, *names: str) -> list[Hit]:
        """Where one of the facts ``names`` is stated as it is now."""
        return self.standing(Standing.STATED, *names)

    def standing(self, how: Standing, *names: str) -> list[Hit]:
        """Where one of the facts ``names`` stands in that way."""
        return [hit for name in names for hit in self._by_name.get(name, ()) if hit.standing is how]

    def any_way(self, *names: str) -> list[Hit]:
        """Where one of the facts ``names`` stands in whatever way."""
        return [hit for name in names for hit in self._by_name.get(name, ())]


def said_by_us(facts: Facts, name: str, standings: frozenset[Standing] = NOW) -> list[Hit]:
    """Where the fact ``name`` stands in the CSM's or a colleague's own words."""
    return [hit for hit in facts.any_way(name) if hit.standing in standings and hit.sentence.ours]


def said_of_us(hit: Hit) -> bool:
    """Whether the CSM speaks of what they themselves cannot do or have not done."""
    if not hit.sentence.ours:
        return False
    before = hit.sentence.words[max(0, hit.start - 8) : hit.start + 1]
    subject = next((word for word in reversed(before) if word in _WE or word in _THEY), None)
    return subject in _WE
