"""The closed vocabularies of the framework: dimensions, decisions, issue types, signals, mistakes."""

from __future__ import annotations

from typing import Final, Literal, get_args

Dimension = Literal["customer_impact", "account_value", "time_sensitivity", "csm_capability"]
Code = Literal["CI", "AV", "TS", "CC"]
Decision = Literal["handle", "support", "urgency", "immediate"]
IssueType = Literal[
    "product_defect",
    "feature_gap",
    "service_failure",
    "commercial_dispute",
    "relationship_at_risk",
    "executive_intervention",
    "cross_functional",
]
SignalKind = Literal[
    "already_escalated",
    "churn_notice",
    "executive_escalation",
    "legal",
    "privacy",
    "regulatory",
    "safety",
    "security",
    "sla_breach",
]
Mistake = Literal["too_late", "too_broad", "no_context", "silent_customer", "not_that_bad", "complaint_no_ask"]
Weight = Literal["none", "slight", "some", "strong", "high"]
GutFeel = Literal["solve", "help", "unsure"]
Period = Literal["month", "quarter", "year", "total"]

DIMENSIONS: Final[tuple[Dimension, ...]] = get_args(Dimension)
CODES: Final[tuple[Code, ...]] = get_args(Code)
CODE_OF: Final[dict[Dimension, Code]] = dict(zip(DIMENSIONS, CODES, strict=True))
DIMENSION_OF: Final[dict[Code, Dimension]] = dict(zip(CODES, DIMENSIONS, strict=True))
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
"""Mildest first; the place of a decision in this order is its level, 0 to 3."""
LEVEL_OF: Final[dict[Decision, int]] = {decision: level for level, decision in enumerate(DECISIONS)}
ISSUE_TYPES: Final[tuple[IssueType, ...]] = get_args(IssueType)
SIGNALS: Final[tuple[SignalKind, ...]] = get_args(SignalKind)
"""In alphabetical order, as in a vector."""
MISTAKES: Final[tuple[Mistake, ...]] = get_args(Mistake)
WEIGHTS: Final[tuple[Weight, ...]] = get_args(Weight)
WEIGHT_SCORE: Final[dict[Weight, int]] = {weight: score for score, weight in enumerate(WEIGHTS, 1)}
SCORES: Final = range(1, 6)
TOTALS: Final = range(4, 21)
