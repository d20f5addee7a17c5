"""The shape of a policy. A single value is checked in ``fields``, how values fit together in ``checking``."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from escalation.policy.fields import (
    SCORE_TERM,
    SIGNAL_TERM,
    Condition,
    Days,
    FloorDecision,
    Id,
    Score,
    ScoreKey,
    Text,
    UpdateDays,
    fillable,
)
from escalation.policy.table import DecisionTable
from escalation.policy.terms import Code, Decision, Dimension, IssueType, Mistake, SignalKind, Weight


class Part(BaseModel):
    """A part of a policy: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Band(Part):
    """The decision for totals from ``low`` to ``high``, both included."""

    decision: Decision
    low: Annotated[int, Field(strict=True)]
    high: Annotated[int, Field(strict=True)]
    label: Text
    meaning: Text


class DimensionText(Part):
    """How a dimension is asked for and what each of its five scores means."""

    title: Text
    question: Text
    guidance: Text
    levels: dict[ScoreKey, Text]

    def level(self, score: int) -> str:
        """The definition of ``score`` (1 to 5)."""
        return self.levels[str(score)]  # type: ignore[index]


class Floor(Part):
    """At least ``at_least`` when the condition ``when`` holds."""

    id: Id
    when: Condition
    at_least: FloorDecision
    reason: Text

    @property
    def scores(self) -> dict[Code, int]:
        """The least score per code; empty for a floor on a signal."""
        return {code: int(score) for code, score in SCORE_TERM.findall(self.when)}

    @property
    def signal(self) -> str | None:
        """The signal it fires on, if it is a floor on a signal."""
        match = SIGNAL_TERM.fullmatch(self.when)
        return match[1] if match else None


class SignalText(Part):
    """What counts as a signal, who joins "inform", its clock in business days, what to mind before sending."""

    title: Text
    definition: Text
    inform: tuple[Text, ...]
    clock: Days | None = None
    caution: Text | None = None


class AccountValue(Part):
    """Limits in EUR of ARR: below ``from_eur`` 1, up to ``above_eur`` 3, over it 5."""

    from_eur: Annotated[int, Field(gt=0, strict=True)]
    above_eur: Annotated[int, Field(gt=0, strict=True)]
    margin_percent: Annotated[int, Field(ge=0, le=50)]


class DeadlineBound(Part):
    """A deadline at most ``business_days`` away raises time sensitivity to ``score``."""

    business_days: Days
    score: Score


class Rates(Part):
    """Units of a currency for one euro on a date."""

    date: dt.date
    source: Text
    per_eur: dict[
        Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], Annotated[float, Field(gt=0, allow_inf_nan=False)]
    ]


class Party(Part):
    """Somebody in a route: how we name them and how the customer hears of them."""

    name: Text
    customer_name: Text
    part_of: Text | None = None


class Route(Part):
    """Who owns an issue type, and who is informed."""

    title: Text
    when: Text
    owner: Text
    inform: tuple[Text, ...]


class Shaping(Part):
    """What a decision makes of a route."""

    keep: bool = False
    owner: Text | None = None
    instead: dict[str, Text] = {}
    inform: tuple[Text, ...] = ()


class Routing(Part):
    """What each decision makes of a route, and who owns where no route fits."""

    fallback: Text
    handle: Shaping
    support: Shaping
    urgency: Shaping
    immediate: Shaping

    def shaping(self, decision: Decision) -> Shaping:
        """What ``decision`` makes of a route."""
        shaping: Shaping = getattr(self, decision)
        return shaping


class Clocks(Part):
    """Business days, 0 is today; "by" is the day on which the ask must be answered."""

    decision: dict[Decision, Days]
    time_sensitivity: dict[ScoreKey, Days]
    customer_update: dict[Decision, UpdateDays]


class MistakeLimits(Part):
    """The numbers behind the checks for mistakes."""

    days_open: dict[Decision, Days]
    teams_involved: Annotated[int, Field(ge=2, strict=True)]


class MistakeText(Part):
    """How a mistake is named, asked for and answered."""

    title: Text
    description: Text
    question: Text
    advice: Annotated[Text, fillable()]


class TooLateText(MistakeText):
    """Its advice may name the limit of days."""

    advice: Annotated[Text, fillable("days", needed=False)]


class NoContextText(MistakeText):
    """Its advice may name what is missing."""

    advice: Annotated[Text, fillable("missing", needed=False)]


class Mistakes(Part):
    """The six mistakes and their limits."""

    limits: MistakeLimits
    too_late: TooLateText
    too_broad: MistakeText
    no_context: NoContextText
    silent_customer: MistakeText
    not_that_bad: MistakeText
    complaint_no_ask: MistakeText

    def text(self, mistake: Mistake) -> MistakeText:
        """The texts of one mistake."""
        text: MistakeText = getattr(self, mistake)
        return text


class AskTemplates(Part):
    """Texts of the ask: new or an update, with an ask in the notes or without."""

    ask: Annotated[Text, fillable("owner", "ask", "by")]
    no_ask: Annotated[Text, fillable("owner", "by")]
    update: Annotated[Text, fillable("owner", "ask", "by")]
    update_no_ask: Annotated[Text, fillable("owner", "by")]


class CustomerTemplates(Part):
    """What the customer is told, by decision."""

    handle: Annotated[Text, fillable("update_by")]
    support: Annotated[Text, fillable("owner", "update_by")]
    urgency: Annotated[Text, fillable("owner", "update_by")]
    immediate: Annotated[Text, fillable("owner", "update_by")]

    def template(self, decision: Decision) -> str:
        """The text for ``decision``."""
        template: str = getattr(self, decision)
        return template


class Policy(Part):
    """A whole policy. ``sha256`` is of the bytes it was loaded from, those of its bases first."""

    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    title: Text
    bands: tuple[Band, ...]
    dimensions: dict[Dimension, DimensionText]
    strategic_weight: dict[Weight, Text]
    floors: tuple[Floor, ...]
    signals: dict[SignalKind, SignalText]
    account_value: AccountValue
    deadline_bounds: tuple[DeadlineBound, ...]
    rates: Rates
    parties: dict[str, Party]
    routes: dict[IssueType, Route]
    routing: Routing
    clocks: Clocks
    mistakes: Mistakes
    ask_templates: AskTemplates
    customer_templates: CustomerTemplates
    sha256: str = ""

    @cached_property
    def table(self) -> DecisionTable:
        """The decision of every score vector under this policy."""
        return DecisionTable(self.bands, self.floors)

    def label(self, decision: Decision) -> str:
        """The decision as shown to people."""
        return next(band.label for band in self.bands if band.decision == decision)
