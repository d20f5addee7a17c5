"""The labelled cases: a file each in ``cases/``, with the notes, the label, and what each rater gave."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from escalation.decision.account_value import revenue, score
from escalation.decision.ranges import rule
from escalation.evidence.notes import from_text
from escalation.evidence.quotes import Finder
from escalation.extraction.model import Arr
from escalation.policy.model import Policy
from escalation.policy.table import Range
from escalation.policy.terms import Decision, IssueType, SignalKind, Weight

FOLDER: Final = Path(__file__).parent / "cases"
UNKNOWN: Final[Range] = (1, 5)

Score = Annotated[int, Field(ge=1, le=5)]
Level = Score | Literal["unknown"]


class Part(BaseModel):
    """A part of a case: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SignalLabel(Part):
    """A signal, and the words of the notes that give it."""

    kind: SignalKind
    quote: str


class Scores(Part):
    """What one rater gave to one case. Account value is worked out from ``arr`` and ``weight``."""

    account: str | None = None
    CI: Level
    TS: Level
    CC: Level
    arr: Arr | None = None
    weight: Weight | None = None
    weight_quote: str | None = None
    signals: tuple[SignalLabel, ...]
    issue_type: IssueType | None = None
    deadline: dt.date | None = None
    holistic: Decision

    @field_validator("arr", mode="before")
    @classmethod
    def _years_may_be_left_out(cls, arr: Any) -> Any:
        # TOML has no null.
        return {"years": None, **arr} if isinstance(arr, dict) else arr

    def decision(self, policy: Policy) -> Decision:
        """The decision that scores and signals lead to; ``holistic`` is kept beside it."""
        known = revenue(self.arr, policy) if self.arr else None
        eur, converted = (known.eur, known.converted) if known else (None, False)
        value = score(eur, converted=converted, weight=self.weight, policy=policy)
        box = (_range(self.CI), value, _range(self.TS), _range(self.CC))
        return rule(policy.table, box, tuple(sorted({signal.kind for signal in self.signals}))).decision


class Label(Scores):
    """The label of a case: scores with the alternatives that can be defended, and the words that they rest on."""

    CI_accept: tuple[Score, ...]
    TS_accept: tuple[Score, ...]
    CC_accept: tuple[Score, ...]
    CI_evidence: tuple[str, ...] = ()
    TS_evidence: tuple[str, ...] = ()
    CC_evidence: tuple[str, ...] = ()
    why: str
    disputed: tuple[str, ...] = ()
    reason: str | None = None


class Rater(Part):
    """What one rater gave."""

    cases: tuple[Scores, ...]


class Note(Part):
    """One set of notes with its labels; ``agreed`` where both raters gave the same, else ``adjudicated``."""

    id: str
    split: Literal["development", "held-out"]
    today: dt.date
    labelled: Literal["agreed", "adjudicated"]
    notes: str
    cases: tuple[Label, ...]
    raters: dict[Literal["A", "B"], Rater]


def load() -> Iterator[Note]:
    """Every set of notes, in the order of the file names. Raises ValueError for one that does not hold."""
    for path in sorted(FOLDER.glob("*.toml")):
        note = Note.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        if note.id != path.stem:
            raise ValueError(f"{path.name}: its id is {note.id}")
        yield note


def missing_quotes(note: Note) -> Iterator[str]:
    """The words that a label rests on and that are not in its notes."""
    finder = Finder(from_text(note.notes).text)
    for label in note.cases:
        quotes = [*label.CI_evidence, *label.TS_evidence, *label.CC_evidence]
        quotes += [signal.quote for signal in label.signals]
        quotes += [label.arr.quote] if label.arr else []
        quotes += [label.weight_quote] if label.weight_quote else []
        yield from (quote for quote in quotes if finder.first(quote) is None)


def split_sha256(notes: list[Note], split: str) -> str:
    """What freezes a split: the names and the texts of its notes."""
    texts = "".join(f"{note.id}\0{note.notes}\0" for note in notes if note.split == split)
    return hashlib.sha256(texts.encode()).hexdigest()


def _range(level: Level) -> Range:
    return UNKNOWN if level == "unknown" else (level, level)
