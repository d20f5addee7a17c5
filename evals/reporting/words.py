"""Figures as people read them."""

from __future__ import annotations

from evals.measuring.figures import Figure

NONE = "–"


def value(figure: Figure) -> str:
    """The value with its unit."""
    return number(figure.value, figure.unit)


def interval(figure: Figure) -> str:
    """The 95 % interval."""
    if figure.low is None or figure.high is None:
        return NONE
    return f"{number(figure.low, figure.unit)} to {number(figure.high, figure.unit)}"


def count(figure: Figure) -> str:
    """What it was counted on: hits of n for a rate, n else."""
    return f"{figure.hits} of {figure.n}" if figure.hits is not None else f"{figure.n}"


def number(amount: float | None, unit: str) -> str:
    """A number in its unit: shares in per cent with one digit, the rest with two or as whole numbers."""
    if amount is None:
        return NONE
    if unit == "share":
        return f"{amount:.1%}"
    if unit == "tokens":
        return f"{amount:,.0f}"
    if unit == "usd":
        return f"{amount:.4f}"
    text = f"{amount:.2f}"
    return "0.00" if text == "-0.00" else text
