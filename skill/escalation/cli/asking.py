"""Asks the CSM for what is still unknown, showing the definitions. An empty answer leaves it unknown."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import click

from escalation.cli.running import say
from escalation.decision.assessing import assess
from escalation.decision.record import CaseRecord, Record
from escalation.errors import WrongUsage
from escalation.evidence.notes import Notes
from escalation.extraction.answering import money
from escalation.extraction.answers import Answers, ScoreGiven
from escalation.extraction.model import Extraction
from escalation.policy.model import Policy
from escalation.policy.terms import DIMENSIONS, WEIGHTS, Dimension

T = TypeVar("T")
ASKED = "answered by the CSM when asked"


def require_terminal(*, wanted: bool) -> None:
    """Raise WrongUsage when questions are wanted and there is nobody to answer them."""
    if wanted and not (sys.stdin and sys.stdin.isatty()):
        raise WrongUsage("--ask needs a terminal to ask on; give the notes as a file, not through a pipe")


def ask(extraction: Extraction, notes: Notes, policy: Policy, today: dt.date, given: Answers) -> Sequence[Answers]:
    """The CSM's answers for each case of ``extraction``, in its order, starting from those ``given`` by options."""
    assess(extraction, policy, today, notes=notes, answers=given)  # refuses facts that meet several cases
    answers = []
    for number, case in enumerate(extraction.cases, 1):
        alone = extraction.model_copy(update={"cases": (case,)})
        first = assess(alone, policy, today, notes=notes, answers=given)
        say(f"\nCase {number} of {len(extraction.cases)}: {first.cases[0].account or 'account not named'}")
        say(f"{first.cases[0].situation}\nPress Enter to leave a question open.\n")
        answers.append(_ask_case(first, policy, given))
    return answers


def _ask_case(first: Record, policy: Policy, given: Answers) -> Answers:
    case = first.cases[0]
    answers = replace(given, **_revenue(case, policy))
    asked: dict[Dimension, ScoreGiven] = {}
    for dimension in DIMENSIONS:
        score = case.scores[dimension]
        if dimension != "account_value" and score.low < score.high and dimension not in given.scores:
            answer = _score(dimension, score.low, score.high, policy)
            asked |= {dimension: ScoreGiven(answer, ASKED)} if answer else {}
    return replace(answers, **_context(case), scores={**given.scores, **asked})


def _revenue(case: CaseRecord, policy: Policy) -> dict[str, Any]:
    score = case.scores["account_value"]
    if score.low == score.high:
        return {}
    found: dict[str, Any] = {}
    if case.context.arr_eur is None:
        say(policy.dimensions["account_value"].question)
        found["arr"] = _prompt('ARR, such as "EUR 38k"', money)
    say("How much weight does the account carry beyond its revenue?")
    for weight in WEIGHTS:
        say(f"  {weight}: {policy.strategic_weight[weight]}")
    found["weight"] = _prompt(f"Weight ({', '.join(WEIGHTS)})", _one_of(WEIGHTS))
    return {name: answer for name, answer in found.items() if answer is not None}


def _score(dimension: Dimension, low: int, high: int, policy: Policy) -> int | None:
    text = policy.dimensions[dimension]
    say(f"\n{text.title}: {text.question}")
    for score in range(low, high + 1):
        say(f"  {score}: {text.level(score)}")
    return _prompt(f"{text.title} ({low}-{high})", _number(low, high))


def _context(case: CaseRecord) -> dict[str, Any]:
    unknown = {check.mistake: check.question for check in case.checks if check.risk == "unknown"}
    found: dict[str, Any] = {}
    if "too_late" in unknown:
        found["days_open"] = _prompt(f"\n{unknown['too_late']} Days ago", _number(0, 36_500))
    if "silent_customer" in unknown:
        found["customer_informed"] = _prompt(f"{unknown['silent_customer']} (yes, no)", _one_of(("yes", "no")))
    if "not_that_bad" in unknown:
        found["gut_feel"] = _prompt(
            f"{unknown['not_that_bad']} (solve, help, unsure)", _one_of(("solve", "help", "unsure"))
        )
    return {name: answer for name, answer in found.items() if answer is not None}


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if text.lower() not in allowed:
            raise WrongUsage(f"write one of {', '.join(allowed)}")
        return text.lower()

    return convert


def _number(low: int, high: int) -> Callable[[str], int]:
    def convert(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise WrongUsage(f"write a number from {low} to {high}")
        return int(text)

    return convert


def _prompt(text: str, convert: Callable[[str], T]) -> T | None:
    """Ask until the answer can be used; None for an empty one."""
    while True:
        answer = click.prompt(text, default="", show_default=False, err=True).strip()
        if not answer:
            return None
        try:
            return convert(answer)
        except WrongUsage as error:
            say(str(error))
