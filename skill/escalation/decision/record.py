"""The record of an assessment (``escalation-assessment/1``): all that was decided, on what words, by which rules.

It holds all that rendering needs, so that a stored record can be shown again without a policy or a computation.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, PlainSerializer, ValidationError

from escalation.errors import InvalidRecord
from escalation.extraction.parsing import load_json, sentences
from escalation.policy.terms import Decision, Dimension, GutFeel, IssueType, Mistake, SignalKind

SCHEMA = "escalation-assessment/1"


def _some(cases: tuple[CaseRecord, ...]) -> tuple[CaseRecord, ...]:
    # A bound on the length would also count the cases that were refused, as a problem of its own.
    if not cases:
        raise ValueError("must hold at least one case")
    return cases


Score = Annotated[int, Field(ge=1, le=5)]
Total = Annotated[int, Field(ge=4, le=20)]


class Part(BaseModel):
    """A part of a record: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class Evidence(Part):
    """Words of the notes at ``start`` to ``end`` (code points, half open); without notes the offsets are null."""

    quote: str
    start: int | None
    end: int | None


class ScoreSet(Part):
    """A score or range, and who set it."""

    low: Score
    high: Score
    rationale: str
    set_by: Literal["reader", "arr", "strategic", "deadline", "user", "unknown"]
    evidence: tuple[Evidence, ...]


class TotalRange(Part):
    """The range of the sum."""

    low: Total
    high: Total


class FloorFired(Part):
    """A floor of the policy that fired."""

    id: str
    at_least: Decision
    reason: str


class SignalFound(Part):
    """A signal in the notes."""

    kind: SignalKind
    title: str
    caution: str | None
    evidence: tuple[Evidence, ...]


class Route(Part):
    """The owner (null: the CSM keeps it) and who is informed."""

    primary: str | None
    inform: tuple[str, ...]


class Check(Part):
    """One of the six mistakes; ``question`` is what to ask oneself while it is unknown."""

    mistake: Mistake
    title: str
    risk: Literal["yes", "no", "unknown"]
    advice: str
    question: str
    evidence: tuple[Evidence, ...]


class Context(Part):
    """What stands beside the decision and changes no score. ``arr_source`` shows how ``arr_eur`` was worked out."""

    health: str | None
    renewal: str | None
    gut_feel: GutFeel | None
    tried: tuple[str, ...]
    teams_involved: tuple[str, ...]
    arr_eur: Annotated[
        float | None, PlainSerializer(lambda value: int(value) if value and value == int(value) else value)
    ]
    arr_source: str | None
    deadline: dt.date | None
    days_open: int | None
    customer_informed: Literal["yes", "no"] | None


class Correction(Part):
    """A value that code or the CSM's facts changed."""

    field: str
    from_: str = Field(serialization_alias="from", validation_alias=AliasChoices("from_", "from"))
    to: str
    why: str


class Override(Part):
    """A score that the CSM replaced."""

    field: str
    from_: str = Field(serialization_alias="from", validation_alias=AliasChoices("from_", "from"))
    to: str
    because: str


class CaseRecord(Part):
    """One problem of one account, decided."""

    account: str | None
    situation: str
    issue_type: IssueType | None
    vector: str
    scores: dict[Dimension, ScoreSet]
    total: TotalRange
    score_decision: Decision
    floors: tuple[FloorFired, ...]
    decision: Decision
    settled: bool
    possible: tuple[Decision, ...]
    question: str | None
    would_change: tuple[str, ...]
    signals: tuple[SignalFound, ...]
    route: Route
    ask: str | None
    by: dt.date
    customer_update_by: dt.date
    customer_communication: str
    checks: tuple[Check, ...]
    context: Context
    corrections: tuple[Correction, ...]
    overrides: tuple[Override, ...]
    findings: tuple[str, ...]


class PolicyUsed(Part):
    """The policy of a record; ``labels`` are its decisions as people see them."""

    id: str
    version: str
    sha256: str
    title: str
    labels: dict[Decision, str]


class Usage(Part):
    """Tokens used by the model, all attempts together."""

    input_tokens: int
    output_tokens: int
    cache_creation_input_tokens: int = 0
    cache_read_input_tokens: int = 0


class Engine(Part):
    """What read the notes."""

    name: Literal["claude", "offline", "given"]
    model: str | None = None
    endpoint: str | None = None
    prompt_sha256: str | None = None
    schema_sha256: str | None = None
    request_id: str | None = None
    usage: Usage | None = None


class Record(Part):
    """A whole assessment; cases stand gravest first."""

    schema_: Literal["escalation-assessment/1"] = Field(alias="schema", default="escalation-assessment/1")
    today: dt.date
    policy: PolicyUsed
    notes_sha256: str | None
    evidence_checked: bool
    engine: Engine
    cases: Annotated[tuple[CaseRecord, ...], AfterValidator(_some)]
    findings: tuple[str, ...]


def parse(text: str, source: str = "") -> Record:
    """The record in ``text``; raises InvalidRecord, naming every problem."""
    try:
        return Record.model_validate(load_json(text))
    except ValidationError as error:
        raise InvalidRecord(sentences(error), source) from error
    except ValueError as error:
        raise InvalidRecord([f"(document): {error}"], source) from error
