"""The record of an assessment (``escalation-assessment/1``): all that was decided, on what words, by which rules.

It holds all that rendering needs, so that a stored record can be shown again without a policy or a computation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, PlainSerializer, ValidationError

from escalation.decision.vector import parse as parse_vector
from escalation.errors import InvalidRecord, WrongUsage
from escalation.extraction.model import whole
from escalation.extraction.parsing import load_json, sentences
from escalation.policy.terms import Decision, GutFeel, IssueType, Mistake, SignalKind

SCHEMA: Final = "escalation-assessment/1"


def _some(cases: tuple[CaseRecord, ...]) -> tuple[CaseRecord, ...]:
    # A bound on the length would also count the cases that were refused, as a problem of its own.
    if not cases:
        raise ValueError("must hold at least one case")
    return cases


def _canonical(vector: str) -> str:
    try:
        return str(parse_vector(vector))
    except WrongUsage as error:
        raise ValueError(str(error)) from error


Words = Annotated[str, AfterValidator(whole)]
Score = Annotated[int, Field(ge=1, le=5)]
Total = Annotated[int, Field(ge=4, le=20)]


class Part(BaseModel):
    """A part of a record: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class Table(Part):
    """A part with the same kind of value under each of its keys, read like a mapping."""

    def keys(self) -> Iterator[str]:
        """The keys, in their order."""
        return iter(type(self).model_fields)

    def __getitem__(self, key: str) -> Any:
        if key not in type(self).model_fields:
            raise KeyError(key)
        return getattr(self, key)

    def values(self) -> Iterator[Any]:
        """The values, in the order of the keys."""
        return (getattr(self, key) for key in self.keys())

    def items(self) -> Iterator[tuple[str, Any]]:
        """Keys with their values."""
        return zip(self.keys(), self.values(), strict=True)


class Labels(Table):
    """Each decision as people see it."""

    handle: Words
    support: Words
    urgency: Words
    immediate: Words


class Evidence(Part):
    """Words of the notes at ``start`` to ``end`` (code points, half open); without notes the offsets are null."""

    quote: Words
    start: int | None
    end: int | None


class ScoreSet(Part):
    """A score or range, and who set it."""

    low: Score
    high: Score
    rationale: Words
    set_by: Literal["reader", "arr", "strategic", "deadline", "user", "unknown"]
    evidence: tuple[Evidence, ...]


class Scores(Table):
    """The four dimensions."""

    customer_impact: ScoreSet
    account_value: ScoreSet
    time_sensitivity: ScoreSet
    csm_capability: ScoreSet


class TotalRange(Part):
    """The range of the sum."""

    low: Total
    high: Total


class FloorFired(Part):
    """A floor of the policy that fired."""

    id: Words
    at_least: Decision
    reason: Words


class SignalFound(Part):
    """A signal in the notes."""

    kind: SignalKind
    title: Words
    caution: Words | None
    evidence: tuple[Evidence, ...]


class Route(Part):
    """The owner (null: the CSM keeps it) and who is informed."""

    primary: Words | None
    inform: tuple[Words, ...]


class Check(Part):
    """One of the six mistakes; ``question`` is what to ask oneself while it is unknown."""

    mistake: Mistake
    title: Words
    risk: Literal["yes", "no", "unknown"]
    advice: Words
    question: Words
    evidence: tuple[Evidence, ...]


class Context(Part):
    """What stands beside the decision and changes no score. ``arr_source`` shows how ``arr_eur`` was worked out."""

    health: Words | None
    renewal: Words | None
    gut_feel: GutFeel | None
    tried: tuple[Words, ...]
    teams_involved: tuple[Words, ...]
    arr_eur: Annotated[
        float | None,
        Field(allow_inf_nan=False),
        PlainSerializer(lambda value: value if value is None or value % 1 else int(value)),
    ]
    arr_source: Words | None
    deadline: dt.date | None
    days_open: int | None
    customer_informed: Literal["yes", "no"] | None


class Correction(Part):
    """A value that code or the CSM's facts changed."""

    field: Words
    from_: Words = Field(serialization_alias="from", validation_alias=AliasChoices("from_", "from"))
    to: Words
    why: Words


class Override(Part):
    """A score that the CSM replaced."""

    field: Words
    from_: Words = Field(serialization_alias="from", validation_alias=AliasChoices("from_", "from"))
    to: Words
    because: Words


class CaseRecord(Part):
    """One problem of one account, decided."""

    account: Words | None
    situation: Words
    issue_type: IssueType | None
    vector: Annotated[Words, AfterValidator(_canonical)]
    scores: Scores
    total: TotalRange
    score_decision: Decision
    floors: tuple[FloorFired, ...]
    decision: Decision
    settled: bool
    possible: tuple[Decision, ...]
    question: Words | None
    would_change: tuple[Words, ...]
    signals: tuple[SignalFound, ...]
    route: Route
    ask: Words | None
    by: dt.date
    customer_update_by: dt.date
    customer_communication: Words
    checks: tuple[Check, ...]
    context: Context
    corrections: tuple[Correction, ...]
    overrides: tuple[Override, ...]
    findings: tuple[Words, ...]


class PolicyUsed(Part):
    """The policy of a record; ``labels`` are its decisions as people see them."""

    id: Words
    version: Words
    sha256: Words
    title: Words
    labels: Labels


class Usage(Part):
    """Tokens used by the model, all attempts together."""

    input_tokens: int
    output_tokens: int
    cache_creation_input_tokens: int = 0
    cache_read_input_tokens: int = 0


class Engine(Part):
    """What read the notes. ``request_id`` is of the answer that was used, ``request_ids`` are of all there were."""

    name: Literal["claude", "offline", "given"]
    model: Words | None = None
    endpoint: Words | None = None
    prompt_sha256: Words | None = None
    schema_sha256: Words | None = None
    request_id: Words | None = None
    request_ids: tuple[Words, ...] = ()
    usage: Usage | None = None


class Record(Part):
    """A whole assessment; cases stand gravest first."""

    schema_: Literal["escalation-assessment/1"] = Field(alias="schema")
    today: dt.date
    policy: PolicyUsed
    notes_sha256: Words | None
    evidence_checked: bool
    engine: Engine
    cases: Annotated[tuple[CaseRecord, ...], AfterValidator(_some)]
    findings: tuple[Words, ...]


def parse(text: str, source: str = "") -> Record:
    """The record in ``text``; raises InvalidRecord, naming every problem."""
    try:
        return Record.model_validate(load_json(text))
    except ValidationError as error:
        raise InvalidRecord(sentences(error), source) from error
    except ValueError as error:
        raise InvalidRecord([f"(document): {error}"], source) from error
