"""What the CSM adds to the notes: facts, and scores that replace the reader's. Answers need no quote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from escalation.extraction.model import Arr
from escalation.policy.terms import Dimension, GutFeel, Weight


@dataclass(frozen=True)
class ScoreGiven:
    """A score from 1 to 5 that the CSM sets, and why."""

    score: int
    because: str


@dataclass(frozen=True)
class Answers:
    """Facts that beat the notes; None where the CSM said nothing."""

    account: str | None = None
    arr: Arr | None = None
    weight: Weight | None = None
    deadline: dt.date | None = None
    renewal: str | None = None
    health: str | None = None
    gut_feel: GutFeel | None = None
    days_open: int | None = None
    customer_informed: Literal["yes", "no"] | None = None
    scores: Mapping[Dimension, ScoreGiven] = field(default_factory=dict)


NO_ANSWERS = Answers()
