"""Builds valid extractions for tests: every part has a default, and every quote of a default stands in ``NOTE``.

Policies too: ``policy`` gives the default one with some values changed, by key path.

``reading``, ``arr``, ``signal``, ... give one part each as JSON data, ``case`` a whole case, ``extraction_data`` a
document and ``extraction`` the same as a model. Unless told otherwise a case is in good order: all is known, all
quotes hold, nothing contradicts itself, no mistake is made; its decision is "support" (3 + 3 + 2 + 2).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from escalation.evidence.notes import Notes, from_text
from escalation.extraction.model import Extraction
from escalation.policy.loading import from_data, read
from escalation.policy.model import Policy

TODAY: Final = dt.date(2026, 11, 23)
"""A Monday."""

ACCOUNT: Final = "Nordwind GmbH"

CI: Final = "customer_impact"
AV: Final = "account_value"
TS: Final = "time_sensitivity"
CC: Final = "csm_capability"

QUOTES: Final = {
    "CI": "the export of invoices breaks off every week",
    "AV": "the contract counts among our regular ones",
    "TS": "they would like to have it within the week",
    "CC": "a colleague only has to confirm the setting",
    "arr": "ARR EUR 38k",
    "strategic": "they plan to roll us out to the whole group",
    "deadline": "the fix has to be live by the day they close their books",
    "days_open": "open since Friday",
    "tried": "we restarted the export twice",
    "engineering": "engineering has looked at the logs",
    "support": "support has a ticket on it",
    "product": "product management was told in passing",
    "customer_informed": "they know that we are on it",
    "not_informed": "we have not told them anything yet",
    "ask": "we ask engineering to repair the export",
    "health": "health is green",
    "renewal": "renewal in summer",
    "gut_feel": "I will need help with this",
    "already_escalated": "their case lies with our escalation desk already",
    "churn_notice": "they announced that they will leave us",
    "executive_escalation": "their chief executive called ours about it",
    "legal": "their lawyers sent a formal notice of breach",
    "privacy": "invoices of others were visible to their staff",
    "regulatory": "the regulator asked them for a report",
    "safety": "a driver could get hurt because of it",
    "security": "somebody unknown logged in with their account",
    "sla_breach": "the response time we promised in the contract was missed",
}
"""What the default parts quote: each is a line of ``NOTE`` of its own."""

NOTE: Final = f"Customer: {ACCOUNT}\n" + "".join(f"- {quote}\n" for quote in QUOTES.values())

_READINGS: Final[dict[str, tuple[str, Any]]] = {"CI": (CI, 3), "AV": (AV, 3), "TS": (TS, 2), "CC": (CC, 2)}


def notes(text: str = NOTE) -> Notes:
    """Notes as the core takes them."""
    return from_text(text)


def quoted(quote: str, **values: Any) -> dict[str, Any]:
    """A fact with the words behind it."""
    return {**values, "quote": quote}


def item(text: str, quote: str) -> dict[str, Any]:
    """One of ``tried`` and ``teams_involved``, or ``health`` and ``renewal``."""
    return quoted(quote, text=text)


def reading(
    code: str = "CI",
    low: int = 3,
    high: int | None = None,
    *,
    evidence: list[str] | None = None,
    rationale: str = "as the notes say",
    question: str | None = None,
) -> dict[str, Any]:
    """What the notes say for one dimension; without ``high`` the score is known. The quote is that of ``code``."""
    return {
        "evidence": [QUOTES[code]] if evidence is None else evidence,
        "rationale": rationale,
        "low": low,
        "high": low if high is None else high,
        "question": question,
    }


def unread(question: str | None = None) -> dict[str, Any]:
    """A dimension of which the notes say nothing."""
    return reading(low=1, high=5, evidence=[], rationale="the notes do not say", question=question)


def arr(amount: float = 38_000, currency: str = "EUR", **overrides: Any) -> dict[str, Any]:
    """Revenue of a year, unless told otherwise."""
    part = {"amount": amount, "units": 1, "currency": currency, "period": "year", "years": None, "quote": QUOTES["arr"]}
    return _changed(part, overrides)


def strategic(weight: str = "some", quote: str = QUOTES["strategic"]) -> dict[str, Any]:
    """Weight beyond revenue."""
    return quoted(quote, weight=weight)


def deadline(day: dt.date, of: str = "solution", quote: str = QUOTES["deadline"]) -> dict[str, Any]:
    """A dated deadline, for the solution unless told otherwise."""
    return quoted(quote, date=day.isoformat(), of=of)


def signal(kind: str, quote: str | None = None) -> dict[str, Any]:
    """A signal with its own line of ``NOTE``."""
    return quoted(QUOTES[kind] if quote is None else quote, kind=kind)


def days_open(days: int = 3, quote: str = QUOTES["days_open"]) -> dict[str, Any]:
    """Since how many calendar days the problem is open."""
    return quoted(quote, days=days)


def customer_informed(value: str = "yes") -> dict[str, Any]:
    """Whether the customer has been told, with the words that fit."""
    return quoted(QUOTES["customer_informed" if value == "yes" else "not_informed"], value=value)


def ask(text: str = "Repair the export", quote: str | None = QUOTES["ask"]) -> dict[str, Any]:
    """An ask; with ``quote=None`` the reader proposes it."""
    return {"text": text, "quote": quote}


def gut_feel(value: str = "help", quote: str = QUOTES["gut_feel"]) -> dict[str, Any]:
    """The CSM's own view."""
    return quoted(quote, value=value)


def teams_involved(count: int) -> list[dict[str, Any]]:
    """The first ``count`` (up to 3) of three teams that are involved already."""
    teams = [("Engineering", "engineering"), ("Support", "support"), ("Product", "product")]
    return [item(text, QUOTES[key]) for text, key in teams[:count]]


def case(**overrides: Any) -> dict[str, Any]:
    """A case as JSON data.

    ``CI``, ``AV``, ``TS``, ``CC`` each set one score: a number, a pair (low, high), None for "the notes do not say", or
    a whole ``reading``. ``signals`` may be names. Any other keyword replaces that field of the case.
    """
    dimensions = {name: _as_reading(code, overrides.pop(code, usual)) for code, (name, usual) in _READINGS.items()}
    part: dict[str, Any] = {
        "account": ACCOUNT,
        "situation": "The export of invoices breaks off, and the team does it by hand.",
        "issue_type": "product_defect",
        "teams_concerned": [],
        "dimensions": dimensions,
        "arr": arr(),
        "strategic": None,
        "deadlines": [],
        "signals": [],
        "days_open": days_open(),
        "tried": [item("Restarted the export", QUOTES["tried"])],
        "teams_involved": teams_involved(1),
        "customer_informed": customer_informed(),
        "ask": ask(),
        "health": item("green", QUOTES["health"]),
        "renewal": item("in summer", QUOTES["renewal"]),
        "gut_feel": gut_feel(),
    }
    changed = _changed(part, overrides)
    changed["signals"] = [signal(given) if isinstance(given, str) else given for given in changed["signals"]]
    return changed


def bare_case(**overrides: Any) -> dict[str, Any]:
    """A case of which nothing but account and situation is known, and what ``overrides`` say."""
    nothing = dict.fromkeys(
        ["issue_type", "arr", "strategic", "days_open", "customer_informed", "ask", "health", "renewal", "gut_feel"]
    )
    empty: dict[str, Any] = {"tried": [], "teams_involved": []}
    return case(**{**dict.fromkeys(_READINGS), **nothing, **empty, **overrides})


def extraction_data(*cases: dict[str, Any], addressed_to_reader: list[str] | None = None) -> dict[str, Any]:
    """A document with these cases, or with the default one; for none at all change its ``cases``."""
    return {
        "schema": "escalation-extraction/1",
        "cases": list(cases) or [case()],
        "addressed_to_reader": addressed_to_reader or [],
    }


def extraction(*cases: dict[str, Any], addressed_to_reader: list[str] | None = None) -> Extraction:
    """The same as a model."""
    return Extraction.model_validate(extraction_data(*cases, addressed_to_reader=addressed_to_reader))


def policy_data(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The default policy as data. ``changes`` are by key path ("floors.0.when"); ``...`` takes a key away."""
    data = tomllib.loads(read("default").decode())
    for path, value in (changes or {}).items():
        part: Any = data
        *keys, last = path.split(".")
        for key in keys:
            part = part[_key(part, key)]
        if value is ...:
            del part[_key(part, last)]
        else:
            part[_key(part, last)] = value
    return data


def policy(changes: Mapping[str, Any] | None = None) -> Policy:
    """The default policy with ``changes``, checked; raises InvalidPolicy when it does not hold."""
    return from_data(policy_data(changes))


def _key(part: Any, key: str) -> Any:
    return int(key) if isinstance(part, list) else key


def _as_reading(code: str, given: Any) -> dict[str, Any]:
    if given is None:
        return unread()
    if isinstance(given, dict):
        return given
    low, high = given if isinstance(given, tuple) else (given, given)
    return reading(code, low, high)


def _changed(part: dict[str, Any], overrides: dict[str, Any]) -> dict[str, Any]:
    unknown = overrides.keys() - part.keys()
    if unknown:
        raise TypeError(f"no such field: {', '.join(sorted(unknown))}")
    return {**part, **overrides}
