"""Numbers and amounts of money as people write them, and revenue in a phrase such as "120 seats at EUR 30 a month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from escalation.extraction.model import Arr
from escalation.policy.terms import Period

UNKNOWN: Final = "unknown"
# ISO codes by their first letter, so that the pattern is compiled and matched quickly.
_CODE: Final = (
    "A(?:ED|RS|UD)|B(?:GN|HD|RL)|C(?:AD|HF|LP|NY|OP|ZK)|D(?:KK)|E(?:GP|UR)|G(?:BP|HS)|H(?:KD|RK|UF)"
    "|I(?:DR|LS|NR|SK)|J(?:OD|PY)|K(?:ES|RW|WD)|L(?:KR)|M(?:AD|XN|YR)|N(?:GN|OK|ZD)|O(?:MR)"
    "|P(?:EN|HP|KR|LN)|Q(?:AR)|R(?:ON|SD|UB)|S(?:AR|EK|GD)|T(?:HB|ND|RY|WD|ZS)|U(?:AH|GX|SD|YU)|V(?:ND)"
    "|X(?:AF|OF)|Z(?:AR|MW)"
)
_SYMBOLS: Final = {
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "s$": "SGD",
    "hk$": "HKD", "r$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "zł": "PLN", "$": "USD",
    "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "dollar": "USD", "dollars": "USD",
    "quid": "GBP", "francs": "CHF", "kr": UNKNOWN,
}  # fmt: skip
_TIMES: Final = {
    "k": 1_000, "thousand": 1_000, "tsd": 1_000, "grand": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mm": 1_000_000, "mio": 1_000_000, "mil": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000,
    "crore": 10_000_000, "cr": 10_000_000,
}  # fmt: skip
NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_MULTIPLES: Final = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "million": 1_000_000}
_THOUSAND: Final = 1_000
_CURRENCY_WORDS: Final = {
    "pounds": "GBP", "quid": "GBP", "sterling": "GBP", "euros": "EUR", "euro": "EUR", "dollars": "USD", "francs": "CHF",
    "eur": "EUR", "gbp": "GBP", "usd": "USD", "chf": "CHF",
}  # fmt: skip
_WORDS: Final = re.compile(r"[^\W\d_]+")

_GROUP: Final = 3
_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = (
    rf"\d{{1,3}}(?:(?:[.,'’]|{_SPACE})\d{{2,3}})*(?:{_SPACE}|[.,'’])\d{{3}}(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?"
)
_SYMBOL = "|".join(re.escape(symbol) for symbol in _SYMBOLS if not symbol.isalpha())
_WORD = "|".join(sorted((symbol for symbol in _SYMBOLS if symbol.isalpha()), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?:(?<![A-Za-z])(?P<before>{_CODE}|{_SYMBOL}){_SPACE}?)?"
    rf"(?<![\d.,])(?P<number>{_NUMBER})"
    rf"(?:{_SPACE}?(?P<times>{'|'.join(sorted(_TIMES, key=len, reverse=True))})\b\.?)?"
    rf"(?:{_SPACE}?(?P<after>(?:{_CODE}|{_WORD})(?![A-Za-z])|{_SYMBOL}))?",
    re.IGNORECASE,
)
# A bare dollar sign is nobody's currency for certain.
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$(?!\w*\bUSD)")

_PERIODS: Final[tuple[tuple[Period, re.Pattern[str]], ...]] = (
    (
        "total",
        re.compile(r"\b(?:TCV|total contract|in total|over|for|across|multi-?year|\w+-year|lifetime)\b", re.IGNORECASE),
    ),
    ("month", re.compile(r"\b(?:MRR|month(?:ly)?|mo|mth|p\.?m)\b|/m\b", re.IGNORECASE)),
    ("quarter", re.compile(r"\b(?:quarter(?:ly)?|qtr|QRR)\b|/q\b", re.IGNORECASE)),
    ("year", re.compile(r"\b(?:ARR|ACV|year(?:ly)?|yr|annual(?:ly)?|annum|p\.?a)\b|/y\b", re.IGNORECASE)),
)
_YEARS = re.compile(r"\b(?P<number>\d{1,2}(?:\.5)?|[a-z]+)[ -](?:years?|yrs?)\b", re.IGNORECASE)
_UNIT_WORDS = (
    r"(?:seats?|users?|licen[cs]es?|sites?|stores?|agents?|devices?|locations?|employees|people|heads?|drivers?|beds?)"
)
_UNITS = re.compile(
    rf"(?P<number>\d[\d,.]*)\s+(?:\w+\s+)?{_UNIT_WORDS}\b\s*(?:at|x|×|@|for|,|\()|(?P<times>\d[\d,.]*)\s*(?:x|×)\s*(?=\D{{0,4}}\d)",
    re.IGNORECASE,
)
_MOST: Final = Decimal(10) ** 15
_MOST_UNITS: Final = Decimal(10) ** 9
_EACH = re.compile(rf"(?:\bper\b|\beach\b|/|\ba\b)\s*{_UNIT_WORDS}?\b", re.IGNORECASE)


class Amount(NamedTuple):
    """A number in a text: its value, its currency (an ISO code, "unknown" or None where none stands), its place."""

    value: Decimal
    currency: str | None
    bare_dollar: bool
    start: int
    end: int
    scaled: bool


def amounts(text: str) -> Iterator[Amount]:
    """Every number in ``text``, with its currency where one stands beside it, in the order of the text."""
    for match in _AMOUNT.finditer(text):
        sign = (match["before"] or match["after"] or "").lower()
        code = _SYMBOLS.get(sign, sign.upper()) if sign else None
        times = Decimal(_TIMES[match["times"].lower()]) if match["times"] else Decimal(1)
        value = plain_number(match["number"], scaled=bool(match["times"])) * times
        yield Amount(value, code, sign == "$", match.start(), match.end(), bool(match["times"]))


def plain_number(text: str, *, scaled: bool = False) -> Decimal:
    """The value of digits with separators: "45.000" and "45,000" are forty-five thousand, "1,2" and "1.2" are not.

    Before a word such as "k" or "million" (``scaled``) one separator is a decimal point.
    """
    digits = re.sub(r"[^\d.,]", "", text)
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return Decimal(digits)
    last = max(digits.rfind("."), digits.rfind(","))
    fraction = digits[last + 1 :]
    several_kinds = len(set(marks)) > 1
    thousands = not several_kinds and len(fraction) == _GROUP and not digits.startswith("0")
    groups = thousands and not (scaled and len(marks) == 1)
    if groups or (not several_kinds and len(marks) > 1):
        return Decimal(re.sub(r"[.,]", "", digits))
    return Decimal(re.sub(r"[.,]", "", digits[:last]) + "." + fraction)


def amounts_in_words(text: str) -> Iterator[Amount]:
    """Amounts of a thousand and more in words, such as "hundred and twenty thousand pounds", of lower-case ``text``."""
    if not any(multiple in text for multiple in _MULTIPLES):
        return
    matches = list(_WORDS.finditer(text))
    at = 0
    while at < len(matches):
        value, behind = _spoken(text, matches, at)
        counted = (
            text[max(0, matches[at].start() - 3) : matches[at].start()].rstrip()[-1:].isdecimal()
            and matches[at][0] in _MULTIPLES
        )
        if behind > at and value >= _THOUSAND and not counted:
            after = matches[behind][0] if behind < len(matches) else ""
            start, end = matches[at].start(), matches[behind - 1].end()
            yield Amount(
                Decimal(value), _CURRENCY_WORDS.get(after), bare_dollar=False, start=start, end=end, scaled=True
            )
        at = max(behind, at + 1)


def _spoken(text: str, matches: list[re.Match[str]], at: int) -> tuple[int, int]:
    """The number that the words from ``at`` on name, and the word behind it; a digit or a mark between ends it."""
    total = current = 0
    begins, behind = at, at
    while at < len(matches):
        word = matches[at][0]
        if at > begins and text[matches[at - 1].end() : matches[at].start()].strip("- "):
            break
        if word in _MULTIPLES and (behind > begins or word in {"hundred", "thousand"}):
            current = max(current, 1) * _MULTIPLES[word]
            if _MULTIPLES[word] >= _THOUSAND:
                total, current = total + current, 0
            behind = at + 1
        elif word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
            behind = at + 1
        elif not (word in {"and", "a"} and behind > begins):
            break
        at += 1
    return total + current, behind


_DECIMAL: Final = re.compile(r"\d+[.,]\d+")


def values(text: str) -> set[Decimal]:
    """Every value that the numbers of ``text`` can stand for, in digits or words, with and without "k" and the like."""
    found: set[Decimal] = set()
    if not text.isalpha() and any(character.isdecimal() for character in text):
        for match in _AMOUNT.finditer(text):
            times = Decimal(_TIMES[match["times"].lower()]) if match["times"] else Decimal(1)
            for scaled in (False, True):
                number = plain_number(match["number"], scaled=scaled)
                found |= {number, number * times}
            if not _DECIMAL.fullmatch(match["number"]):  # "12 300" may be two numbers, "0.5" is not
                found |= {Decimal(part) for part in re.findall(r"\d+", match["number"])}
    lower = text.lower()
    found |= {Decimal(NUMBER_WORDS[word]) for word in _WORDS.findall(lower) if word in NUMBER_WORDS}
    return found | {amount.value for amount in amounts_in_words(lower)}


def has_bare_dollar(text: str) -> bool:
    """Whether a dollar sign stands there without saying whose dollar it is."""
    return any(amount.bare_dollar for amount in amounts(text)) and not re.search(r"\b[A-Z]{2}D\b", text)


def revenue(text: str) -> Arr | None:
    """Revenue stated in the phrase ``text``, or None where it holds no amount.

    The first amount with a currency, else the first scaled one ("85k"), else the first number counts.
    """
    counted = [match.span(1 if match["number"] else 2) for match in _UNITS.finditer(text)]
    stated = [amount for amount in amounts(text) if 0 < amount.value <= _MOST]
    found = [a for a in stated if a.currency or not any(start <= a.start < end for start, end in counted)] or stated
    chosen = next((a for a in found if a.currency), None) or next((a for a in found if a.scaled), None)
    chosen = chosen or next(iter(found), None)
    if chosen is None:
        return None
    around = text[: chosen.start] + " " + text[chosen.end :]
    units = _units(text, chosen)
    period, years = _period(around, text[chosen.end :])
    return Arr(
        amount=float(chosen.value),
        units=float(units),
        currency=chosen.currency or UNKNOWN,
        period=period,
        years=years,
        quote=text,
    )


def _units(text: str, amount: Amount) -> Decimal:
    for match in _UNITS.finditer(text):
        inside = match.start() < amount.end and amount.start < match.end()
        if not inside and (match.end() <= amount.start or _EACH.search(text[amount.end :])):
            number = plain_number((match["number"] or match["times"]).rstrip(".,"))
            if 0 < number <= _MOST_UNITS:
                return number
    return Decimal(1)


def _period(around: str, after: str) -> tuple[Period, float | None]:
    years = next((number for number in map(_year_count, _YEARS.finditer(around)) if number), None)
    total = re.search(r"\bTCV\b|\btotal\b", around, re.IGNORECASE) or (
        years and years > 1 and re.search(r"\b(?:over|for|across)\b|\b\w+[- ]year\b", around, re.IGNORECASE)
    )
    if total:
        return "total", years
    nearest = sorted(
        (match.start(), period)
        for source in (after,)
        for period, pattern in _PERIODS[1:]
        if (match := pattern.search(source))
    )
    if nearest:
        return nearest[0][1], None
    before = [period for period, pattern in _PERIODS[1:] if pattern.search(around)]
    return (before[0] if before else "year"), None


def _year_count(match: re.Match[str]) -> float | None:
    word = match["number"].lower()
    number = float(word) if word[0].isdigit() else float(NUMBER_WORDS.get(word, 0))
    return number or None
