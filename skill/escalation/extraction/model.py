"""The extraction: what every reader returns (``escalation-extraction/1``).

A reader only finds things. It gives no total, no decision, no route and no text for the customer.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from escalation.policy.terms import GutFeel, IssueType, Period, SignalKind, Weight

SCHEMA = "escalation-extraction/1"
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _lower(value: Any) -> Any:
    # Structured-output APIs promise an enumerated string, but not its case.
    return value.lower() if isinstance(value, str) else value


def _iso_date(value: Any) -> dt.date:
    try:
        if isinstance(value, str) and _ISO_DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("must be a date like 2026-11-22")


def whole(text: str) -> str:
    """``text``, or ValueError when it cannot be written as UTF-8."""
    # Half a surrogate pair is legal in JSON, and comes from cutting an emoji in two; it cannot be written as UTF-8.
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("must be text that UTF-8 can hold, without half a surrogate pair")
    return text


Quote = Annotated[str, Field(strict=True), AfterValidator(whole)]
Text = Annotated[str, Field(strict=True), AfterValidator(whole)]
Score = Annotated[int, Field(ge=1, le=5, strict=True)]
IsoDate = Annotated[dt.date, BeforeValidator(_iso_date)]
Lower = BeforeValidator(_lower)


class Part(BaseModel):
    """A part of an extraction: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False)


class Reading(Part):
    """What the notes say for one dimension. ``low`` to ``high`` is the range left open; equal when known."""

    evidence: tuple[Quote, ...]
    rationale: Text
    low: Score
    high: Score
    question: Text | None

    @field_validator("high")
    @classmethod
    def _not_below_low(cls, high: int, info: ValidationInfo) -> int:
        low = info.data.get("low")
        if low is not None and high < low:
            raise ValueError(f"must not be below low ({low})")
        return high


class Readings(Part):
    """One reading for each of the four dimensions."""

    customer_impact: Reading
    account_value: Reading
    time_sensitivity: Reading
    csm_capability: Reading


class Arr(Part):
    """Recurring revenue as the notes state it: ``units`` times ``amount`` per ``period``.

    ``total`` is the value of a whole contract over ``years``.
    """

    amount: Annotated[float, Field(ge=0, le=1e15, strict=True)]
    units: Annotated[float, Field(gt=0, le=1e9, strict=True)]
    currency: Annotated[str, Field(pattern=r"^([A-Z]{3}|unknown)$")]
    period: Annotated[Period, Lower]
    years: Annotated[float, Field(gt=0, le=100, strict=True)] | None
    quote: Quote

    @field_validator("currency", mode="before")
    @classmethod
    def _code_or_unknown(cls, value: Any) -> Any:
        if isinstance(value, str):
            return "unknown" if value.lower() == "unknown" else value.upper()
        return value


class Strategic(Part):
    """Weight of the account beyond its revenue."""

    weight: Annotated[Weight, Lower]
    quote: Quote


class Deadline(Part):
    """A date by which something must be done; only one ``of`` the solution bounds time sensitivity."""

    date: IsoDate
    of: Annotated[Literal["solution", "other"], Lower]
    quote: Quote


class Signal(Part):
    """A fact that may raise the decision or widen the route."""

    kind: Annotated[SignalKind, Lower]
    quote: Quote


class DaysOpen(Part):
    """Calendar days since the problem began."""

    days: Annotated[int, Field(ge=0, le=36_500, strict=True)]
    quote: Quote


class Item(Part):
    """Something named in the notes, with the words that name it."""

    text: Text
    quote: Quote


class CustomerInformed(Part):
    """Whether the customer has been told that somebody is on it."""

    value: Annotated[Literal["yes", "no"], Lower]
    quote: Quote


class Ask(Part):
    """What is asked of the others; without a quote it is the reader's proposal."""

    text: Text
    quote: Quote | None


class GutFeelStated(Part):
    """The CSM's own view; it never changes a score."""

    value: Annotated[GutFeel, Lower]
    quote: Quote


class Case(Part):
    """One problem of one account."""

    account: Text | None
    situation: Text
    issue_type: Annotated[IssueType, Lower] | None
    teams_concerned: tuple[Text, ...]
    dimensions: Readings
    arr: Arr | None
    strategic: Strategic | None
    deadlines: tuple[Deadline, ...]
    signals: tuple[Signal, ...]
    days_open: DaysOpen | None
    tried: tuple[Item, ...]
    teams_involved: tuple[Item, ...]
    customer_informed: CustomerInformed | None
    ask: Ask | None
    health: Item | None
    renewal: Item | None
    gut_feel: GutFeelStated | None


class Extraction(Part):
    """Everything a reader found: cases in the order of the notes, and words that address the reader."""

    schema_: Literal["escalation-extraction/1"] = Field(alias="schema")
    cases: tuple[Case, ...]
    addressed_to_reader: tuple[Quote, ...]
