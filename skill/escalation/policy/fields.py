"""Kinds of values in a policy: what one value may be, whatever stands beside it."""

from __future__ import annotations

import re
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from escalation.policy.terms import DECISIONS, SCORES, SIGNALS, Decision

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Score = Annotated[int, Field(ge=1, le=5, strict=True)]
Days = Annotated[int, Field(ge=0, le=365, strict=True)]
ScoreKey = Literal["1", "2", "3", "4", "5"]

SCORE_TERM = re.compile(r"(CI|AV|TS|CC) >= ([0-9]{1,3})")
SIGNAL_TERM = re.compile(r"signal ([a-z_]+)")
_MOST_DAYS = 365


def _is_condition(text: str) -> str:
    """A conjunction of scores that a vector can have, or a signal there is; so that the floor can fire."""
    signal = SIGNAL_TERM.fullmatch(text)
    terms = [match for match in map(SCORE_TERM.fullmatch, text.split(" and ")) if match]
    if not signal and len(terms) != len(text.split(" and ")):
        raise ValueError("must be like 'CI >= 5 and TS >= 5' or 'signal legal'")
    if signal and signal[1] not in SIGNALS:
        raise ValueError(f"must name one of the signals {', '.join(SIGNALS)}")
    codes = [term[1] for term in terms]
    if len(set(codes)) != len(codes):
        raise ValueError("names a dimension twice")
    if any(int(term[2]) not in SCORES for term in terms):
        raise ValueError("must name scores from 1 to 5")
    return text


def _raises(decision: Decision) -> Decision:
    if decision == DECISIONS[0]:
        raise ValueError("raises nothing")
    return decision


def _update_days(value: object) -> object:
    if value == "by" or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_DAYS):
        return value
    raise ValueError(f"must be a number of business days from 0 to {_MOST_DAYS}, or 'by'")


def fillable(*names: str, needed: bool = True) -> AfterValidator:
    """A template that holds all of these placeholders (some, where not ``needed``), and no other."""

    def check(template: str) -> str:
        try:
            fields = [(name, spec, turn) for _, name, spec, turn in Formatter().parse(template) if name is not None]
        except ValueError as error:
            raise ValueError(f"cannot be filled in: {error}") from error
        shown = ", ".join(f"{{{name}}}" for name in names) or "none"
        for name, spec, turn in fields:
            if name not in names or spec or turn:
                raise ValueError(f"{{{name}}} cannot be filled in here (possible: {shown})")
        missing = set(names) - {name for name, _, _ in fields}
        if missing and needed:
            raise ValueError(f"{{{min(missing)}}} is missing")
        return template

    return AfterValidator(check)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Condition = Annotated[str, AfterValidator(_is_condition)]
FloorDecision = Annotated[Decision, AfterValidator(_raises)]
UpdateDays = Annotated[int | Literal["by"], BeforeValidator(_update_days)]
