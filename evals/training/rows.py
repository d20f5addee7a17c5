"""The labelled notes as rows of features, read as a stranger's notes would be.

The rules were tuned on these notes, so that their phrases fit them too well. A phrase that fires in these notes is left
out where a hand is read, unless it fires in at least four notes by the other five; so read, the rules do about as badly
as they did on notes by hands they did not know (customer impact inside 0.81, decision exact 0.46).
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final
from unittest import mock

from escalation.decision.record import CaseRecord
from escalation.errors import NothingToAssess
from escalation.evidence.notes import from_text
from escalation.policy.table import Range
from escalation.policy.terms import Code
from escalation.readers import offline
from escalation.readers.offline import learned, reading, signals
from escalation.readers.offline.deadlines import Due, Kind
from escalation.readers.offline.facts import Facts, Hit
from escalation.readers.offline.features import counted, features
from escalation.readers.offline.folding import Folded
from escalation.readers.offline.phrases import PhraseBook
from escalation.readers.offline.text import Sentence, read_text
from escalation.readers.offline.urgency import level_due
from escalation.readers.offline.vocabulary import CLASSES
from evals.training.labelled import FOLDER, TODAY, Label, label_of, read_note, taken

JUDGED: Final[tuple[Code, ...]] = ("CI", "TS", "CC")
PLACE: Final[dict[Code, int]] = {"CI": 0, "TS": 2, "CC": 3}
HANDS: Final = "abcdef"
_LEAST_ELSEWHERE: Final = 4
_ROOT: Final = FOLDER.parents[1]
_Phrase = tuple[str, str]
_Seen = tuple[dict[str, float], dict[Code, Range], int, int]


@dataclass
class Note:
    """Notes and the labels of their cases; the first letter of the name is the hand."""

    name: str
    text: str
    labels: list[dict[str, Any]]


@dataclass
class Row:
    """A labelled case as it was read: features, the rules' ranges, and the record made of it."""

    name: str
    label: Label
    record: CaseRecord
    features: dict[str, float]
    ruled: dict[Code, Range]
    due: int
    words: int

    @property
    def hand(self) -> str:
        """Who wrote the note."""
        return self.name[0]

    def known(self, code: Code) -> int | None:
        """The labelled score, where one is known."""
        low, high = self.label.box[PLACE[code]]
        return low if low == high else None


def notes() -> list[Note]:
    """The development notes of six hands, and the short ones of the tests (t: all scores, i: impact, u: capability)."""
    labels = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    found = [
        Note(name, (FOLDER / "notes" / f"{name}.md").read_text(encoding="utf-8"), _adjudicated(name, cases))
        for name, cases in labels.items()
    ]
    short = [(f"t-{at}", one.text, one.impact, one.time, one.capability) for at, one in enumerate(_test("notes").NOTES)]
    short += [(f"i-{at}", text, score, None, None) for at, (score, text) in enumerate(_test("rules").IMPACT)]
    short += [(f"u-{at}", one[0], None, None, one[1]) for at, one in enumerate(_test("capability").NOTES)]
    return found + [
        Note(name, text, [_short(impact, time, capability)]) for name, text, impact, time, capability in short
    ]


def _short(*scores: int | None) -> dict[str, Any]:
    known: dict[str, Any] = {code: score or "unknown" for code, score in zip(JUDGED, scores, strict=True)}
    return {"account": None, "arr": None, "weight": None, "signals": [], **known}


def _adjudicated(name: str, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The labels with the scores and signals that two raters and an adjudicator gave later, where they did."""
    path = _ROOT / "evals" / "cases" / f"{name}.toml"
    later = tomllib.loads(path.read_text(encoding="utf-8")).get("cases", []) if path.exists() else []
    if len(later) != len(cases):
        return cases
    return [
        case
        | {code: new[code] for code in JUDGED if code in new}
        | {"signals": [signal["kind"] for signal in new["signals"]]}
        for case, new in zip(cases, later, strict=True)
    ]


def _test(name: str) -> ModuleType:
    path = _ROOT / "tests" / "readers" / f"test_offline_{name}.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(all_notes: Sequence[Note], *, strange: bool = True) -> list[Row]:
    """Every labelled case that is read; with ``strange`` as if the hand were not known (see above)."""
    fired = _fired(all_notes) if strange else {}
    found: list[Row] = []
    for hand in sorted({note.name[0] for note in all_notes}):
        theirs = [note for note in all_notes if note.name[0] == hand]
        with _reading_with(_without(_left_out(hand, fired))) as seen:
            found += [row for note in theirs for row in _read(note, seen)]
    return found


def _fired(all_notes: Sequence[Note]) -> dict[_Phrase, set[str]]:
    """Each phrase of the rules that fires, with the names of the notes in which it does."""
    by_phrase: defaultdict[_Phrase, set[str]] = defaultdict(set)
    for note in all_notes:
        for sentence in read_text(Folded(note.text), TODAY).sentences:
            for phrase in reading.book().fired(sentence.words):
                by_phrase[phrase].add(note.name)
    return by_phrase


def _left_out(hand: str, fired: dict[_Phrase, set[str]]) -> set[_Phrase]:
    return {
        phrase
        for phrase, names in fired.items()
        if sum(name[0] in HANDS.replace(hand, "") for name in names) < _LEAST_ELSEWHERE
    }


def _without(left_out: set[_Phrase]) -> PhraseBook:
    kept = {
        fact: "\n".join(line for line in lines.split("\n") if (fact, line.strip()) not in left_out)
        for fact, lines in reading.facts().items()
    }
    return PhraseBook(kept, CLASSES | signals.CLASSES)


@contextmanager
def _reading_with(book: PhraseBook) -> Iterator[list[_Seen]]:
    """Reads with ``book``, and takes down what the learned ranges see; the reader is put back at the end."""
    seen: list[_Seen] = []

    def noted(
        found: learned.Learned, facts: Facts, cues: Sequence[Hit], sentences: Sequence[Sentence], dues: Sequence[Due],
        today: dt.date,
    ) -> learned.Learned:  # fmt: skip
        numbers = features(counted([*facts.all, *cues]), found, sentences, dues, today)
        ruled = {code: (one.low, one.high) if one.hits else (1, 5) for code, one in found.items()}
        levels = [level_due(due, today) for due in dues if due.kind is Kind.SOLUTION]
        seen.append((numbers, ruled, max(levels, default=1), sum(len(sentence.words) for sentence in sentences)))
        return found

    with mock.patch.object(reading, "book", return_value=book), mock.patch.object(learned, "ranges", noted):
        yield seen


def _read(note: Note, seen: list[_Seen]) -> Iterator[Row]:
    seen.clear()
    try:
        accounts = [case.account for case in offline.read(from_text(note.text).text, TODAY).cases]
    except NothingToAssess:
        return
    by_account = dict(zip(accounts, list(seen), strict=True))
    records = read_note(note.text)
    for label in map(label_of, note.labels):
        record = taken(label, records)
        if record is not None:
            yield Row(note.name, label, record, *by_account[record.account])
