"""Account value from facts: the ARR in euros, by exact arithmetic, and the strategic weight."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, NamedTuple

from escalation.extraction.model import Arr
from escalation.extraction.money import UNKNOWN, has_bare_dollar
from escalation.policy.model import Policy
from escalation.policy.table import Range
from escalation.policy.terms import SCORES, WEIGHT_SCORE, Weight

_PER_YEAR: Final = {"month": 12, "quarter": 4, "year": 1, "total": 1}
_LOW, _MIDDLE, _HIGH = 1, 3, 5
_WIDE: Final = Context(prec=60)  # the largest amount of an extraction, in cents, takes 45 digits


class Revenue(NamedTuple):
    """ARR in euros; None when it cannot be worked out, which ``findings`` explain. ``sum`` shows the arithmetic."""

    eur: Decimal | None
    converted: bool
    sum: str | None
    findings: tuple[str, ...]


NO_REVENUE: Final = Revenue(None, converted=False, sum=None, findings=())


def revenue(arr: Arr, policy: Policy) -> Revenue:
    """What ``arr`` comes to in euros a year, at the policy's rates."""
    currency, findings = _currency(arr)
    if arr.period == "total" and not arr.years:
        return _unknown(arr, "it is the total of a contract without its years", findings)
    if currency == UNKNOWN:
        return _unknown(arr, "it has no currency", findings)
    rate = policy.rates.per_eur.get(currency)
    if rate is None:
        return _unknown(arr, f"the policy has no rate for {currency}", findings)
    yearly = _decimal(arr.amount) * _decimal(arr.units) * _PER_YEAR[arr.period]
    if arr.period == "total":
        yearly /= _decimal(arr.years or 1)
    eur = yearly / _decimal(rate)
    return Revenue(eur, currency != "EUR", _sum(arr, currency, rate, eur, policy), findings)


def _currency(arr: Arr) -> tuple[str, tuple[str, ...]]:
    bare = has_bare_dollar(arr.quote) and arr.currency in (UNKNOWN, "USD")
    return ("USD", (f"The $ in “{arr.quote}” is read as US dollars.",)) if bare else (arr.currency, ())


def _unknown(arr: Arr, why: str, findings: tuple[str, ...]) -> Revenue:
    stated = f"“{arr.quote}”" if arr.quote else "the amount given"
    finding = f"The ARR counts as unknown: {stated} cannot be used, {why}."
    return Revenue(None, converted=False, sum=None, findings=(*findings, finding))


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))


def _sum(arr: Arr, currency: str, rate: float, eur: Decimal, policy: Policy) -> str:
    parts = [f"{currency} {plain(_decimal(arr.amount))}"]
    if arr.units != 1:
        parts.append(f"x {plain(_decimal(arr.units))}")
    if _PER_YEAR[arr.period] != 1:
        parts.append(f"x {_PER_YEAR[arr.period]} ({arr.period}s a year)")
    if arr.period == "total":
        parts.append(f"/ {plain(_decimal(arr.years or 1))} years")
    if currency != "EUR":
        parts.append(f"/ {rate} {currency} per EUR ({policy.rates.source}, {policy.rates.date})")
    result = f"EUR {plain(rounded(eur))} a year"
    return result if len(parts) == 1 else f"{' '.join(parts)} = {result}"


def rounded(eur: Decimal) -> Decimal:
    """To cents, a half up."""
    return eur.quantize(Decimal("0.01"), ROUND_HALF_UP, _WIDE)


def plain(number: Decimal) -> str:
    """A number as people write it: thousands apart, no needless zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def score(eur: Decimal | None, *, converted: bool, weight: Weight | None, policy: Policy) -> Range:
    """The score of account value. The higher of ARR and weight counts; what is not known may be anything up to 5."""
    by_weight = WEIGHT_SCORE[weight] if weight else SCORES[0]
    low, high = (SCORES[0], SCORES[-1]) if eur is None else _by_revenue(eur, policy, converted=converted)
    return max(low, by_weight), max(high, by_weight)


def _by_revenue(eur: Decimal, policy: Policy, *, converted: bool) -> Range:
    limits = policy.account_value
    if converted:
        # Rates move: an amount this near to a limit may lie on either side of it.
        for limit, both in ((limits.from_eur, (_LOW, _MIDDLE)), (limits.above_eur, (_MIDDLE, _HIGH))):
            if abs(eur - limit) * 100 <= limit * limits.margin_percent:
                return both
    exact = _LOW if eur < limits.from_eur else _HIGH if eur > limits.above_eur else _MIDDLE
    return exact, exact
