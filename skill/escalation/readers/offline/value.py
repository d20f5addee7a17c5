"""The account's revenue, told from the many other amounts that notes hold."""
# ruff: noqa: PLR2004 - digits and lengths of amounts are the subject here.

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from escalation.evidence.quotes import LEAST_CHARACTERS
from escalation.extraction.model import Arr
from escalation.extraction.money import UNKNOWN, Amount, amounts, amounts_in_words, revenue
from escalation.readers.offline.patterns import Pattern
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.words import word_set

_LABELS: Final = word_set("""
    arr mrr acv tcv value contract subscription revenue contract value annual value account value spend license
    fee
""") | {
    "contract value",
    "annual value",
    "account value",
    "annual revenue",
    "arr / value",
    "annual contract",
    "arr (eur)",
    "arr eur",
}
_NAMES: Final = frozenset(["arr", "mrr", "acv", "tcv", "qrr"])
_RHYTHM: Final = word_set("""
    year yr month mo mth annum annual annually yearly monthly quarter quarterly pa yrs p
""")
_BELONGING: Final = word_set("""
    subscription contract contracts pay pays paying paid worth spend spends account customer they're licence
    licences license they are with deal size us signed
""")
_NOT_REVENUE: Final = word_set("""
    invoice invoices invoiced credit credits refund refunds penalty penalties overcharged overcharge charged back
    costs cost costing fee fees addon add-on extra extras discount discounts budget module upsell trial sandbox
    fine fines losing lost lose loses damage damages stock order orders each calls overage
    increase expansion upgrade deposit salary salaries raise might quote quoted offer
    offered bonus compensation claim claims owed owe owing outstanding unpaid difference surcharge transaction
    transactions basket revenue turnover sales shipment booking on-top mailing payout reimbursement would could if
    hotfix fined
""")
_COUNTED: Final = word_set("""
    people users user seats staff employees calls units rows records orders tickets customers patients pupils
    students lines entries sites stores files products items parts articles documents emails mails brokers drivers
    vehicles trucks vans parcels pallets trays agents hours minutes days weeks months years percent % invoices
    contacts transactions licences licenses branches schools houses homes members points active appointments views
    visits requests api sku skus am pm o'clock dealers guests rooms beds attendees lines ms
""")
_RATES: Final = frozenset(
    (each, unit) for each in ("a", "an", "per", "each", "every") for unit in ("hour", "day", "shift", "night")
)
_MULTIPLES: Final = word_set("hundred thousand grand million")
# The currency behind the rhythm: "3.7k a year EUR".
_TRAILING: Final = Pattern(
    r"[ ,/]*(?:(?:an?|per) )?(?:year|yr|month|mo|annum|annually|yearly|monthly|p\.?a\.?|arr|mrr)[ ,(]+"
    r"(eur|usd|gbp|chf|sek|nok|dkk|pln|aud|cad|inr)\b",
    re.IGNORECASE,
)
_ENOUGH: Final = 4
_MOST: Final = 10**12


class Candidate(NamedTuple):
    """An amount that may be the revenue, how much speaks for it, and the sentence that states it."""

    points: int
    arr: Arr
    named: bool
    sentence: Sentence


class Revenue(NamedTuple):
    """The revenue as stated; None and two ``claims`` where the notes contradict themselves."""

    arr: Arr | None
    claims: tuple[Arr, ...] = ()


def revenue_in(text: Text, sentences: Sequence[Sentence]) -> Revenue:
    """The revenue that ``sentences`` state, or the two that contradict each other."""
    found: list[Candidate] = []
    asked = False
    for place, sentence in enumerate(sentences):
        if _may_hold_money(sentence):
            found += _candidates(text, sentence, early=place < 3, asked=asked)
        asked = (sentence.question and bool(_NAMES & set(sentence.words))) or (asked and len(sentence.words) < 3)
    likely = [candidate for candidate in found if candidate.points >= _ENOUGH]
    if not likely:
        return Revenue(None)
    best = max(likely, key=lambda candidate: candidate.points)
    rivals = [other for other in likely if other.named and best.named and _differ(best.arr, other.arr)]
    if rivals:
        return Revenue(None, (best.arr, rivals[0].arr))
    return Revenue(best.arr)


def _may_hold_money(sentence: Sentence) -> bool:
    return any(word[0].isdecimal() or word in _MULTIPLES for word in sentence.words)


def _candidates(text: Text, sentence: Sentence, *, early: bool, asked: bool) -> Iterator[Candidate]:
    line = text.folded.text[sentence.start : sentence.end]
    for amount in _amounts(line):
        first, last = _word_range(sentence, amount)
        points = _points(sentence, amount, first, last, early=early, asked=asked)
        if points < _ENOUGH:
            continue
        start, end = _phrase(sentence, line, first, last)
        arr = _arr(text, amount, start, end, sentence)
        if arr is not None:
            clause = _clause_words(sentence, first, last)
            yield Candidate(points, arr, sentence.label in _LABELS or bool(_NAMES & clause), sentence)


def _amounts(line: str) -> Iterator[Amount]:
    found = list(amounts(line))
    lower = line.lower()
    taken = [(amount.start, amount.end) for amount in found]
    found += [
        spoken
        for spoken in amounts_in_words(lower)
        if not any(start < spoken.end and spoken.start < end for start, end in taken)
    ]
    return (amount for amount in found if amount.value <= _MOST)


def _word_range(sentence: Sentence, amount: Amount) -> tuple[int, int]:
    start, end = sentence.start + amount.start, sentence.start + amount.end
    inside = [at for at in range(len(sentence.words)) if sentence.starts[at] < end and start < sentence.ends[at]]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _clause_words(sentence: Sentence, first: int, last: int) -> set[str]:
    clauses = {sentence.clauses[first], sentence.clauses[last]}
    return {word for word, clause in zip(sentence.words, sentence.clauses, strict=True) if clause in clauses}


def _points(sentence: Sentence, amount: Amount, first: int, last: int, *, early: bool, asked: bool) -> int:
    words = sentence.words
    clause = _clause_words(sentence, first, last)
    after = words[last + 1 : last + 5]
    rhythm = bool(_RHYTHM.intersection(after[:4]))
    seats = bool({"seats", "licences", "licenses", "users", "sites", "seat"} & clause) and bool(
        {"at", "x", "per", "for"} & clause
    )
    named = bool(_NAMES & clause) or sentence.label in _LABELS
    if (
        not amount.currency
        and after[:1]
        and (after[0] in _COUNTED or (len(after) > 1 and after[1] in _COUNTED and not rhythm))
        and not named
    ):
        return 0
    if not amount.currency and not amount.scaled and not ((rhythm or named) and amount.value >= 1000):
        return 0
    if amount.value < 1000 and not (seats or rhythm or named):
        return 0
    points = 6 * named + 4 * rhythm + 3 * seats + 3 * bool(_BELONGING & clause) + 4 * asked
    points += amount.scaled + 2 * bool(amount.currency)
    points += 3 * (len(clause) <= 4) + 2 * (early or sentence.heading)
    near = set(words[max(0, first - 6) : last + 5]) & clause
    against = len(_NOT_REVENUE & near)
    against += any(pair in _RATES for pair in itertools.pairwise(words[last + 1 : last + 4]))
    against += bool({"was", "from", "formerly", "previously"} & set(words[max(0, first - 2) : first]))
    against -= bool({"annual", "yearly"} & near) and "fee" in near
    against += sentence.question and not named
    if "up" in near and "to" in near:
        against += 1
    return points - 5 * against * (1 if named else 2)


def _phrase(sentence: Sentence, line: str, first: int, last: int) -> tuple[int, int]:
    """From the first to the last word of the clause with the amount, and of the next one where it names the years."""
    clause = {sentence.clauses[first], sentence.clauses[last]}
    inside = [at for at, number in enumerate(sentence.clauses) if number in clause]
    left, right = max(inside[0], first - 12), min(inside[-1], last + 10)
    following = sentence.words[right + 1 : right + 3]
    if len(following) == 2 and following[1] in {"years", "yrs", "year"}:
        right += 2
    before = sentence.start if left == 0 else sentence.ends[left - 1]
    start = sentence.starts[left]
    while start > before and line[start - 1 - sentence.start] in "$€£¥₹":
        start -= 1
    end = sentence.ends[right]
    while end < sentence.end and line[end - sentence.start] in "$€£¥₹":
        end += 1
    return start, end


def _arr(text: Text, amount: Amount, start: int, end: int, sentence: Sentence) -> Arr | None:
    phrase = text.folded.text[start:end]
    arr = revenue(phrase)
    if arr is None or Decimal(str(arr.amount)) != amount.value:
        exact = text.folded.text[sentence.start + amount.start : max(end, sentence.start + amount.end)]
        arr = revenue(exact)
        start = sentence.start + amount.start
        if arr is None or Decimal(str(arr.amount)) != amount.value:
            if not amount.scaled:
                return None
            period, years = (arr.period, arr.years) if arr else ("year", None)
            currency = amount.currency or UNKNOWN
            arr = Arr(amount=float(amount.value), units=1, currency=currency, period=period, years=years, quote=exact)
    behind = _TRAILING.re.match(text.folded.text, sentence.start + amount.end, sentence.end)
    if arr.currency == UNKNOWN and behind:
        arr = arr.model_copy(update={"currency": behind[1].upper()})
    label = sentence.label
    if label == "mrr" and arr.period == "year":
        arr = arr.model_copy(update={"period": "month"})
    if label == "tcv":
        arr = arr.model_copy(update={"period": "total"})
    quote = text.folded.quote(start, end)
    if len(quote.strip()) < LEAST_CHARACTERS:
        quote = text.quote(sentence)
    if len(quote.strip()) < LEAST_CHARACTERS:
        quote = text.folded.quote(sentence.start + amount.start, sentence.start + amount.end)
    return arr.model_copy(update={"quote": quote})


def _differ(one: Arr, other: Arr) -> bool:
    factor = {"month": 12, "quarter": 4}
    if one.currency != other.currency and UNKNOWN not in {one.currency, other.currency}:
        return False
    values = [arr.amount * arr.units * factor.get(arr.period, 1) / (arr.years or 1) for arr in (one, other)]
    return abs(values[0] - values[1]) > 0.02 * max(values)
