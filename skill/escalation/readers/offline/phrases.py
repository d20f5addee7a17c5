"""A small language for phrases, so that a rule reads like the words it stands for.

A phrase is a list of slots with spaces between them:

    word            that word                       word|other      one of them
    stem*           a word that begins so           #               a number, in digits or words
    ..              up to three words, or none      word?           that word or nothing
    @class          a word of a named class         ...             up to seven words, or none

All phrases of a rule book are looked up by their first word, one word of the notes after the other: reading takes time
in proportion to the length of the notes, whatever stands in them, and nothing needs compiling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from escalation.extraction.money import NUMBER_WORDS
from escalation.readers.offline.words import word_set

_GAPS: Final = {"..": 3, "...": 7}
_LEAST_STEM: Final = 3
_LONGEST_STEM: Final = 14
_MOST_KNOWN: Final = 20_000  # words and pairs whose phrases are remembered: a bound for long runs
_MORE_NUMBERS: Final = word_set("""
    couple dozen dozens hundreds thousands half several hundred thousand
""")


class Slot(NamedTuple):
    """One place of a phrase: words and beginnings of words that fit it, or a gap."""

    words: frozenset[str]
    stems: tuple[str, ...]
    number: bool
    gap: int
    optional: bool

    def fits(self, word: str) -> bool:
        """Whether ``word`` can stand here."""
        return (
            word in self.words
            or (bool(self.stems) and word.startswith(self.stems))
            or (self.number and is_number(word))
        )


class Phrase:
    """A phrase and the fact that it states; its slots are worked out when it is first tried."""

    __slots__ = ("fact", "line", "slots")

    def __init__(self, fact: str, line: str) -> None:
        """Keep ``line`` as it is written."""
        self.fact = fact
        self.line = line
        self.slots: tuple[Slot, ...] | None = None


class Found(NamedTuple):
    """A phrase found in a list of words: the fact it states, from which word up to which."""

    fact: str
    start: int
    end: int


def is_number(word: str) -> bool:
    """Whether ``word`` is a number, in digits or words."""
    return word[0].isdecimal() or word in NUMBER_WORDS or word in _MORE_NUMBERS


class PhraseBook:
    """Phrases by the facts they state, ready to be found."""

    def __init__(self, facts: Mapping[str, str], classes: Mapping[str, str]) -> None:
        """Take in ``facts``: name of the fact to its phrases, one a line; ``classes``: name to its words."""
        self._classes = {name: _alternatives(words.split()) for name, words in classes.items()}
        self._slots: dict[str, Slot] = {}
        self._by_first: dict[str, list[Phrase]] = {}
        self._keys: dict[str, list[str]] = {}
        self._known: dict[str, tuple[Phrase, ...]] = {}
        self._pairs: dict[tuple[str, str], list[tuple[str, tuple[Slot, ...]]]] = {}
        for name, (words, _) in self._classes.items():
            for word in words:
                self._keys.setdefault(word, []).append(f"@{name}")
        for fact, phrases in facts.items():
            for line in phrases.split("\n"):
                written = line.strip()
                if written:
                    self._add(Phrase(fact, written))

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Every phrase in ``words``, in the order of its first word."""
        for place, word in enumerate(words):
            following = words[place + 1] if place + 1 < len(words) else ""
            for fact, slots in self._beginning_with_both(word, following):
                # Its first word is known to fit: the phrase was looked up by it.
                end = _match(slots, 1, words, place + 1)
                if end > place:
                    yield Found(fact, place, end)

    def fired(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The fact and the line of every phrase in ``words``."""
        for place, word in enumerate(words):
            for phrase in self._beginning_with(word):
                if _match(phrase.slots or self._parsed(phrase), 1, words, place + 1) > place:
                    yield phrase.fact, phrase.line

    def check(self) -> None:
        """Read every phrase to its end. Raises ValueError or KeyError where one is not written in this language."""
        for phrases in self._by_first.values():
            for phrase in phrases:
                slots = self._parsed(phrase)
                if slots[0].gap or slots[0].optional or slots[-1].gap:
                    raise ValueError(f"a phrase must begin and end with a word: {phrase.line!r}")

    def _beginning_with(self, word: str) -> tuple[Phrase, ...]:
        found = self._known.get(word)
        if found is None:
            found = tuple(self._looked_up(word))
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = found
        return found

    def _beginning_with_both(self, word: str, following: str) -> list[tuple[str, tuple[Slot, ...]]]:
        """Fact and slots of the phrases that can begin with these two words: most that fit the first fail here."""
        found = self._pairs.get((word, following))
        if found is None:
            found = []
            for phrase in self._beginning_with(word):
                slots = phrase.slots or self._parsed(phrase)
                if len(slots) > 1:
                    second = slots[1]
                    if (
                        following not in second.words
                        and not (second.gap or second.optional)
                        and not ((second.stems or second.number) and following and second.fits(following))
                    ):
                        continue
                found.append((phrase.fact, slots))
            if len(self._pairs) < _MOST_KNOWN:
                self._pairs[word, following] = found
        return found

    def _looked_up(self, word: str) -> Iterator[Phrase]:
        first = self._by_first
        yield from first.get(word, ())
        for key in self._keys.get(word, ()):
            yield from first.get(key, ())
        if is_number(word):
            yield from first.get("#", ())
        for length in range(_LEAST_STEM, min(len(word), _LONGEST_STEM) + 1):
            yield from first.get(f"{word[:length]}*", ())

    def _add(self, phrase: Phrase) -> None:
        for key in phrase.line.split(" ", 1)[0].split("|"):
            self._by_first.setdefault(key, []).append(phrase)

    def _parsed(self, phrase: Phrase) -> tuple[Slot, ...]:
        if phrase.slots is None:
            phrase.slots = tuple(map(self._slot, phrase.line.split()))
        return phrase.slots

    def _slot(self, text: str) -> Slot:
        known = self._slots.get(text)
        if known is None:
            known = self._slots[text] = self._read_slot(text)
        return known

    def _read_slot(self, text: str) -> Slot:
        if text in _GAPS:
            return Slot(frozenset(), (), number=False, gap=_GAPS[text], optional=False)
        words: set[str] = set()
        stems: list[str] = []
        parts = text.removesuffix("?").split("|")
        if "@" in text or "*" in text:
            for part in parts:
                known, begun = self._classes[part[1:]] if part.startswith("@") else _alternatives([part])
                words |= known
                stems += begun
        else:
            words.update(parts)
        return Slot(frozenset(words - {"#"}), tuple(stems), number="#" in parts, gap=0, optional=text.endswith("?"))


def _alternatives(words: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    words = tuple(words)
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    if any(len(stem) < _LEAST_STEM for stem in stems):
        raise ValueError(f"a beginning of a word needs three letters: {words}")
    return frozenset(word for word in words if not word.endswith("*")), stems


def _match(slots: Sequence[Slot], slot_at: int, words: Sequence[str], at: int) -> int:
    """The word after the phrase's last one, or -1 where it does not fit."""
    while slot_at < len(slots):
        slot = slots[slot_at]
        if slot.gap:
            return _after_gap(slots, slot_at + 1, words, at, slot.gap)
        if slot.optional:
            with_it = _match(slots, slot_at + 1, words, at + 1) if at < len(words) and slot.fits(words[at]) else -1
            return with_it if with_it >= 0 else _match(slots, slot_at + 1, words, at)
        if at >= len(words) or not slot.fits(words[at]):
            return -1
        slot_at += 1
        at += 1
    return at


def _after_gap(slots: Sequence[Slot], slot_at: int, words: Sequence[str], at: int, most: int) -> int:
    following = slots[slot_at]
    known = following.words
    plain = not (following.gap or following.optional or following.stems or following.number)
    for start in range(at, min(at + most, len(words)) + 1):
        if plain and not (start < len(words) and words[start] in known):
            continue
        end = _match(slots, slot_at, words, start)
        if end >= 0:
            return end
    return -1
