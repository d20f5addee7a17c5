"""Understands what a CSM types: an amount of money, scores that replace the reader's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from escalation.errors import WrongUsage
from escalation.extraction.answers import ScoreGiven
from escalation.extraction.model import Arr
from escalation.extraction.money import UNKNOWN, revenue
from escalation.policy.terms import CODES, DIMENSION_OF, Dimension

_NEGATIVE = re.compile(r"(?<!\d)[-−]\s?[\d€$£]")
_SET = re.compile(r"(CI|AV|TS|CC)=([1-5])")


def money(text: str) -> Arr:
    """The recurring revenue in ``text``; raises WrongUsage when it names no amount or no currency."""
    found = revenue(text)
    if found is None or _NEGATIVE.search(text):
        raise WrongUsage(f'{text!r} is no amount of money; one looks like "EUR 38k" or "120 seats at EUR 30 a month"')
    if found.currency == UNKNOWN:
        raise WrongUsage(f'{text!r} names no currency; write for example "EUR {text.strip()}"')
    if found.period == "total" and not found.years:
        raise WrongUsage(f"{text!r} is the total of a contract; say over how many years")
    return found


def scores(given: Sequence[str], because: Sequence[str]) -> dict[Dimension, ScoreGiven]:
    """The scores of ``--set CODE=N``, each with its reason; raises WrongUsage."""
    if len(given) != len(because):
        raise WrongUsage(f"each --set needs its own --because ({len(given)} and {len(because)} were given)")
    found: dict[Dimension, ScoreGiven] = {}
    for text, reason in zip(given, because, strict=True):
        match = _SET.fullmatch(text.strip().upper())
        if not match:
            raise WrongUsage(f"--set {text!r}: write one of {', '.join(CODES)} and a score from 1 to 5, such as CC=4")
        dimension = DIMENSION_OF[match[1]]  # type: ignore[index]
        if dimension in found:
            raise WrongUsage(f"--set {match[1]} is given twice")
        if not reason.strip():
            raise WrongUsage(f"--set {text}: the reason after --because is empty")
        found[dimension] = ScoreGiven(int(match[2]), reason.strip())
    return found
