"""Figures as people read them."""

from __future__ import annotations

from typing import Final

from evals.measuring.figures import Figure
from evals.measuring.gates import Judged

NONE: Final = "–"
_NOTHING: Final = 1e-9
"""What rounding leaves of nothing at the end of an interval."""
_RATERS: Final = ("raters agreed", "raters disagreed")


def tag(name: str) -> str:
    """What kind of case it is, saying that the raters are models."""
    return f"model {name}" if name in _RATERS else name


def title(figure: Figure) -> str:
    """The title, saying of a slice by raters that they are models."""
    head, colon, name = figure.title.partition(": ")
    return f"{head}{colon}{tag(name)}"


def value(figure: Figure) -> str:
    """The value with its unit."""
    return number(figure.value, figure.unit)


def interval(figure: Figure) -> str:
    """The 95% interval."""
    if figure.low is None or figure.high is None:
        return NONE
    return f"{number(figure.low, figure.unit)} to {number(figure.high, figure.unit)}"


def count(figure: Figure) -> str:
    """What it was counted on: hits of n for a rate, n else."""
    return f"{figure.hits} of {figure.n}" if figure.hits is not None else f"{figure.n}"


def measured(judged: Judged) -> str:
    """What was measured against a bound, with its interval and n, as a sentence."""
    figure = judged.figure
    if figure.value is None:
        return f"Nothing to measure (n = 0); the bound is {judged.bound}."
    misses = "" if judged.allowed is None else f" (misses {judged.misses}, allowed {judged.allowed})"
    return f"{value(figure)} (95% {interval(figure)}, n = {figure.n}); the bound is {judged.bound}{misses}."


def number(amount: float | None, unit: str) -> str:
    """A number in its unit: shares in per cent with one digit, the rest with two or as whole numbers.

    Only all are 100.0%, and only none are 0.0%.
    """
    if amount is None:
        return NONE
    if unit == "share":
        text = f"{amount:.1%}"
        if amount < 1 - _NOTHING and text == "100.0%":
            return ">99.9%"
        return "<0.1%" if amount > _NOTHING and text == "0.0%" else text
    if unit == "tokens":
        return f"{amount:,.0f}"
    if unit == "usd":
        return f"{amount:.4f}"
    text = f"{amount:.2f}"
    return "0.00" if text == "-0.00" else text
