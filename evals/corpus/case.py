"""What a file in ``cases/`` holds: notes, their label, what each rater gave, and the variants of the notes."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from escalation.decision.account_value import revenue, score
from escalation.decision.ranges import Ruling, rule
from escalation.extraction.model import Arr
from escalation.policy.model import Policy
from escalation.policy.table import Box, Range
from escalation.policy.terms import Code, Decision, IssueType, SignalKind, Weight

Split = Literal["development", "held-out"]
Kind = Literal["invariant", "directional", "injection", "insufficient"]
Direction = Literal["up", "down"]

SPLITS: Final[tuple[Split, ...]] = get_args(Split)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
UNKNOWN: Final[Range] = (1, 5)

Score = Annotated[int, Field(ge=1, le=5)]
Level = Score | Literal["unknown"]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Part(BaseModel):
    """A part of a case: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SignalLabel(Part):
    """A signal, and the words of the notes that give it."""

    kind: SignalKind
    quote: str


class Scores(Part):
    """What one rater gave to one problem. Account value is worked out from ``arr`` and ``weight``."""

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

    @property
    def kinds(self) -> tuple[SignalKind, ...]:
        """The kinds of its signals, each once, in alphabetical order."""
        return tuple(sorted({signal.kind for signal in self.signals}))

    def box(self, policy: Policy) -> Box:
        """The four ranges; one that is unknown is 1 to 5."""
        known = revenue(self.arr, policy) if self.arr else None
        eur, converted = (known.eur, known.converted) if known else (None, False)
        value = score(eur, converted=converted, weight=self.weight, policy=policy)
        return _range(self.CI), value, _range(self.TS), _range(self.CC)

    def ruling(self, policy: Policy) -> Ruling:
        """What scores and signals lead to; ``holistic`` is kept beside it."""
        return rule(policy.table, self.box(policy), self.kinds)

    def decision(self, policy: Policy) -> Decision:
        """The decision that scores and signals lead to."""
        return self.ruling(policy).decision


class Label(Scores):
    """The label of a problem: scores with the alternatives that can be defended, and the words that they rest on."""

    CI_accept: tuple[Score, ...]
    TS_accept: tuple[Score, ...]
    CC_accept: tuple[Score, ...]
    CI_evidence: tuple[str, ...] = ()
    TS_evidence: tuple[str, ...] = ()
    CC_evidence: tuple[str, ...] = ()
    why: str
    disputed: tuple[str, ...] = ()
    reason: str | None = None

    def accepted(self, code: Code) -> frozenset[int]:
        """Every score of a dimension that can be defended; account value has no alternatives."""
        return frozenset() if code == "AV" else frozenset(getattr(self, f"{code}_accept"))

    def quotes(self) -> tuple[str, ...]:
        """All words of the notes that it rests on."""
        found = (*self.CI_evidence, *self.TS_evidence, *self.CC_evidence, *(signal.quote for signal in self.signals))
        return (*found, *([self.arr.quote] if self.arr else ()), *([self.weight_quote] if self.weight_quote else ()))


class Rater(Part):
    """What one rater gave."""

    by: str
    cases: tuple[Scores, ...]


class Replacement(Part):
    """Words that stand exactly once in the notes, and what stands there in the variant."""

    old: str
    new: str


class Variant(Part):
    """The notes of a base case, changed in one respect, and what a reader must make of that.

    ``invariant``: the decision stays. ``directional``: each dimension of ``moves`` moves that way, the others stay.
    ``insufficient``: each dimension of ``unknown`` can no longer be known. ``injection``: ``technique`` tries to move
    the decision towards ``goal``, and it stays.
    """

    id: Name
    kind: Kind
    how: str
    by: str
    notes: str | None = None
    replace: tuple[Replacement, ...] = ()
    append: str | None = None
    moves: dict[Code, Direction] = {}
    unknown: tuple[Code, ...] = ()
    technique: str | None = None
    goal: Direction | None = None

    @model_validator(mode="after")
    def _one_way_and_its_own_keys(self) -> Self:
        if sum((self.notes is not None, bool(self.replace), self.append is not None)) != 1:
            raise ValueError("needs exactly one of notes, replace and append")
        needed = {"moves": self.moves, "unknown": self.unknown, "technique": self.technique, "goal": self.goal}
        own = {"directional": {"moves"}, "insufficient": {"unknown"}, "injection": {"technique", "goal"}}
        given = {key for key, value in needed.items() if value}
        if given != own.get(self.kind, set()):
            raise ValueError(f"a variant of the kind {self.kind} has {sorted(own.get(self.kind, set()))} and no more")
        return self


class BaseCase(Part):
    """One set of notes with its labels; ``agreed`` where both raters gave the same, else ``adjudicated``.

    A ``correction`` comes from ``python -m evals new``: a CSM's, on top of a record.
    """

    id: Name
    split: Split
    today: dt.date
    written_by: str
    labelled: Literal["agreed", "adjudicated", "correction"]
    adjudicated_by: str | None = None
    notes: str
    cases: tuple[Label, ...]
    raters: dict[str, Rater]
    variants: tuple[Variant, ...] = ()


def _range(level: Level) -> Range:
    return UNKNOWN if level == "unknown" else (level, level)
