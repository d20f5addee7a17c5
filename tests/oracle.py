"""Naive oracle for the core of an escalation decision, straight from design.md.

Literal on purpose: brute force over all vectors; only what was worked out already is kept. The
numbers are those of the policy `default`; `plain` is the same without floors (3.12). Where the text
leaves a choice, the plainest reading is taken and noted in a comment that begins with "Reading:".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TypedDict

Box = dict[str, tuple[int, int]]
Point = dict[str, int]
Signals = frozenset[str]
Change = tuple[int, str, list[str]]
Number = Decimal | int | float

CODES = ["CI", "AV", "TS", "CC"]  # the order of 2.2 and of the vector (3.6)
QUESTION_ORDER = ["CI", "TS", "CC", "AV"]  # the last tie-break of 3.2
DECISIONS = ["handle", "support", "urgency", "immediate"]  # mildest first (2.3)
SIGNAL_KINDS = [
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

BANDS = [(4, 8, "handle"), (9, 13, "support"), (14, 17, "urgency"), (18, 20, "immediate")]

# Reading: "CC 5 or CI 5" is two floors, since a floor's condition is a conjunction or a signal and
# nothing else (3.6). Their order is that of the sentence in 3.4.
SCORE_FLOORS: list[tuple[dict[str, int], str]] = [
    ({"CC": 5}, "support"),
    ({"CI": 5}, "support"),
    ({"CI": 5, "TS": 5}, "urgency"),
]
# Reading: one floor for each signal, in the order of the sentence in 3.4; `already_escalated` has
# no floor, since 3.4 names none.
SIGNAL_FLOORS: list[tuple[str, str]] = [
    ("security", "urgency"),
    ("privacy", "urgency"),
    ("safety", "urgency"),
    ("legal", "support"),
    ("regulatory", "support"),
    ("churn_notice", "support"),
    ("executive_escalation", "support"),
    ("sla_breach", "support"),
]

STRATEGIC_WEIGHTS = {"none": 1, "slight": 2, "some": 3, "strong": 4, "high": 5}
ARR_THRESHOLDS = [Decimal(10_000), Decimal(50_000)]

# Business days from today (3.5).
DECISION_CLOCKS = {"immediate": 0, "urgency": 1, "support": 5, "handle": 10}
TS_CLOCKS = {5: 0, 4: 1, 3: 3, 2: 5, 1: 10}
# Reading: `sla_breach` and `already_escalated` have no clock, since 3.5 names none. The clocks of
# signals (and the parties that signals inform) hold under `plain` too: only floors are left out.
SIGNAL_CLOCKS = {
    "security": 0,
    "privacy": 0,
    "safety": 0,
    "legal": 1,
    "regulatory": 1,
    "churn_notice": 1,
    "executive_escalation": 1,
}
MISTAKE_LIMITS = {"handle": 10, "support": 5, "urgency": 2, "immediate": 1}

# issue_type -> (owner, informed) (2.4); `cross_functional` depends on the teams, see route().
# Reading: "CRO or CEO office, through CS leadership" has the owner `executive`, which is a party of
# its own beside `cro`; "through" names the way, it adds nobody to the informed.
ROUTES: dict[str, tuple[str, list[str]]] = {
    "product_defect": ("engineering", []),
    "feature_gap": ("product", []),
    "service_failure": ("cs_leadership", ["support_leadership"]),
    "commercial_dispute": ("cs_leadership", ["finance"]),
    "relationship_at_risk": ("cs_leadership", []),
    "executive_intervention": ("executive", []),
}


class Case(TypedDict):
    """What the order of several cases looks at (3.9)."""

    decision: str
    total_high: int
    total_low: int
    by: date
    index: int


# --- bands, floors, decision ---------------------------------------------------------------------


def _severest(slugs: Iterable[str]) -> str:
    return max(slugs, key=DECISIONS.index)


def _points(box: Box) -> list[Point]:
    """All exact vectors in the ranges."""
    spans = [range(box[code][0], box[code][1] + 1) for code in CODES]
    return [dict(zip(CODES, values, strict=True)) for values in itertools.product(*spans)]


def _exact(point: Point) -> Box:
    return {code: (point[code], point[code]) for code in CODES}


def _values(point: Point) -> tuple[int, ...]:
    return tuple(point[code] for code in CODES)


def band(total: int) -> str:
    """Return the decision for a total (2.3)."""
    for low, high, slug in BANDS:
        if low <= total <= high:
            return slug
    raise ValueError(f"no band for the total {total}")


def score_floors(box: Box, *, plain: bool = False) -> list[tuple[dict[str, int], str]]:
    """Return the floors over scores that the low ends satisfy (3.2, 3.4)."""
    if plain:
        return []
    # Reading: all that fire are returned, also those that another floor or the band outdoes
    # ("ids of all that fired", section 5).
    return [
        (dict(conditions), at_least)
        for conditions, at_least in SCORE_FLOORS
        if all(box[code][0] >= least for code, least in conditions.items())
    ]


def signal_floors(signals: Signals) -> list[tuple[str, str]]:
    """Return the floors of the default policy that the signals set (3.4)."""
    return [(kind, at_least) for kind, at_least in SIGNAL_FLOORS if kind in signals]


def _fired(box: Box, signals: Signals, *, plain: bool) -> list[str]:
    if plain:
        return []
    over_scores = [at_least for _, at_least in score_floors(box)]
    by_signals = [at_least for _, at_least in signal_floors(signals)]
    return over_scores + by_signals


def score_decision(box: Box) -> str:
    """Return the band of (total low + total high + 1) // 2, without any floor (3.2)."""
    low = sum(box[code][0] for code in CODES)
    high = sum(box[code][1] for code in CODES)
    return band((low + high + 1) // 2)


def decision(box: Box, signals: Signals, *, plain: bool = False) -> str:
    """Return max(score decision, floors fired by low ends and signals) (3.2, 3.4)."""
    return _severest([score_decision(box), *_fired(box, signals, plain=plain)])


def possible(box: Box, signals: Signals, *, plain: bool = False) -> list[str]:
    """Return the final decisions over all vectors in the ranges, mildest first (3.2)."""
    # Reading: every exact vector in the ranges counts, AV 2 and 4 included, also where the ARR
    # alone could give 1, 3 or 5 only; the signals are the same for all of them.
    return list(_possible(tuple(box[code] for code in CODES), signals, plain=plain))


@cache
def _possible(spans: tuple[tuple[int, int], ...], signals: Signals, *, plain: bool) -> tuple[str, ...]:
    known = _decisions(signals, plain=plain)
    found = {known[values] for values in itertools.product(*(range(low, high + 1) for low, high in spans))}
    return tuple(slug for slug in DECISIONS if slug in found)


@cache
def _decisions(signals: Signals, *, plain: bool) -> dict[tuple[int, ...], str]:
    every = _points(dict.fromkeys(CODES, (1, 5)))
    return {_values(point): decision(_exact(point), signals, plain=plain) for point in every}


def settled(box: Box, signals: Signals, *, plain: bool = False) -> bool:
    """Say whether exactly one decision is possible (3.2)."""
    return len(possible(box, signals, plain=plain)) == 1


def question_dimension(box: Box, signals: Signals, *, plain: bool = False) -> str | None:
    """Return the dimension of the one question, None when settled (3.2)."""
    if settled(box, signals, plain=plain):
        return None
    ranked: list[tuple[Fraction, int, int, str]] = []
    for order, code in enumerate(QUESTION_ORDER):
        low, high = box[code]
        # Reading: only a dimension that is still a range can be asked for.
        if low == high:
            continue
        # Reading: "on average over its range" weighs each whole number in the range equally; an
        # answer fixes that dimension to one number and leaves the others as they are.
        left = [len(possible({**box, code: (value, value)}, signals, plain=plain)) for value in range(low, high + 1)]
        ranked.append((Fraction(sum(left), len(left)), max(left), order, code))
    return min(ranked)[3]


# --- account value -------------------------------------------------------------------------------


def _decimal(number: Number) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(str(number))


def arr_eur(
    amount: Number,
    units: Number,
    currency: str,
    period: str,
    years: Number | None,
    rates: Mapping[str, Number],
) -> Decimal | None:
    """Return the ARR in EUR, None when unknown (2.2, 3.3, 5.1)."""
    # Reading: the amount is for one unit, so the yearly sum is amount x units x periods in a year.
    # Reading: `years` counts only for the period `total`; zero or fewer is as good as none.
    # Reading: a rate is what one unit of the currency is worth in EUR; EUR itself needs no rate.
    # Reading: nothing is rounded; the only division is the last step (Decimal's 28 digits).
    # Reading: a literal "$" is USD (2.2), although 5.1 allows ISO codes and "unknown" only; other
    # codes are compared as they stand, and "unknown" is simply a currency without a rate.
    code = "USD" if currency == "$" else currency
    if code == "EUR":
        rate = Decimal(1)
    elif code in rates:
        rate = _decimal(rates[code])
    else:
        return None
    per_period = _decimal(amount) * _decimal(units) * rate
    if period == "month":
        return per_period * 12
    if period == "quarter":
        return per_period * 4
    if period == "year":
        return per_period
    if period == "total":
        if years is None or _decimal(years) <= 0:
            return None
        return per_period / _decimal(years)
    raise ValueError(f"no such period: {period}")


def account_value(arr_eur: Decimal | None, *, converted: bool, weight: str | None) -> tuple[int, int]:
    """Return the range of AV from ARR and strategic weight (2.2)."""
    by_weight = None if weight is None else STRATEGIC_WEIGHTS[weight]
    if arr_eur is None:
        return (1 if by_weight is None else by_weight, 5)
    lower, upper = ARR_THRESHOLDS
    # Reading: "within 2 %" is 2 % of the threshold, the ends included, and only where a conversion
    # took place (a currency other than EUR); dividing by years or times 12 is no conversion. It
    # holds for the threshold itself too: exactly EUR 10,000 after conversion is 1-3.
    if converted and abs(arr_eur - lower) <= lower * 2 / 100:
        low, high = 1, 3
    elif converted and abs(arr_eur - upper) <= upper * 2 / 100:
        low, high = 3, 5
    elif arr_eur < lower:
        low, high = 1, 1
    elif arr_eur <= upper:
        low, high = 3, 3
    else:
        low, high = 5, 5
    if by_weight is None:
        return (low, high)
    # Reading: "the higher counts" holds for each end of a range.
    return (max(low, by_weight), max(high, by_weight))


# --- days and clocks -----------------------------------------------------------------------------


def _is_business_day(day: date) -> bool:
    return day.weekday() < 5


def add_business_days(day: date, n: int) -> date:
    """Return the n-th business day after a day; n = 0 is the day itself (3.5)."""
    # Reading: n = 0 stays on a weekend ("today" on a Saturday is that Saturday); from a weekend
    # the first business day is the Monday.
    while n > 0:
        day += timedelta(days=1)
        if _is_business_day(day):
            n -= 1
    return day


def business_days_between(start: date, end: date) -> int:
    """Count the business days after start up to and including end (3.3, 3.5)."""
    # Reading: none when the end is not after the start.
    count = 0
    day = start
    while day < end:
        day += timedelta(days=1)
        if _is_business_day(day):
            count += 1
    return count


def moved_deadline(deadline: date, today: date) -> date:
    """Move a deadline on a weekend to the business day before, never before today (3.5)."""
    # Reading: a deadline on a business day is not moved at all, even when it is past. One on a
    # weekend ends on the Friday before or today, whichever is later, even when it is past. (by()
    # and time_sensitivity_bound() come out the same if a past deadline is left alone or cut off.)
    if _is_business_day(deadline):
        return deadline
    day = deadline
    while not _is_business_day(day):
        day -= timedelta(days=1)
    return max(day, today)


def time_sensitivity_bound(deadline: date, today: date) -> int | None:
    """Return the lower bound that a dated deadline sets for TS, None without one (3.3)."""
    # Reading: the bound looks at the moved deadline (3.5): on a Friday one for the Sunday is due
    # today. "Past is judged on the unmoved date" changes no bound, only the finding.
    # Reading: "within two business days" counts the business days after today up to and including
    # the deadline.
    due = moved_deadline(deadline, today)
    if deadline < today or due <= today:
        return 5
    days = business_days_between(today, due)
    if days <= 2:
        return 4
    if days <= 5:
        return 3
    return None


def by(decision: str, ts_low: int, signals: Signals, deadline: date | None, today: date) -> date:
    """Return the day by which the ask must be answered (3.5)."""
    # Reading: the decision is the final one, floors applied, and ts_low already holds the bound
    # that the deadline sets. The deadline is the moved one.
    days = [
        add_business_days(today, DECISION_CLOCKS[decision]),
        add_business_days(today, TS_CLOCKS[ts_low]),
    ]
    days += [add_business_days(today, SIGNAL_CLOCKS[s]) for s in signals if s in SIGNAL_CLOCKS]
    if deadline is not None:
        days.append(moved_deadline(deadline, today))
    return max(min(days), today)


def customer_update_by(decision: str, by_date: date, today: date) -> date:
    """Return the day by which the customer hears again (3.5)."""
    if decision in ("immediate", "urgency"):
        day = today
    elif decision == "support":
        day = add_business_days(today, 1)
    else:
        day = by_date
    return min(day, by_date)


# --- what would change it ------------------------------------------------------------------------


def _fewest(point: Point, signals: Signals, *, plain: bool, step: int) -> Change | None:
    known = _decisions(signals, plain=plain)
    now = known[_values(point)]
    one_way: list[tuple[int, Point, str]] = []
    for other in _points(dict.fromkeys(CODES, (1, 5))):
        moves = [(other[code] - point[code]) * step for code in CODES]
        if min(moves) >= 0:
            one_way.append((sum(moves), other, known[_values(other)]))
    changing = [entry for entry in one_way if entry[2] != now]
    if not changing:
        return None
    points = min(entry[0] for entry in changing)
    nearest = [entry for entry in changing if entry[0] == points]
    # Reading: were several decisions reachable with the same fewest points, the one next to the
    # present decision would be named. It never happens under these two policies.
    slug = min(
        (entry[2] for entry in nearest),
        key=lambda s: abs(DECISIONS.index(s) - DECISIONS.index(now)),
    )
    alone = [
        code
        for code in CODES
        for _, other, reached in nearest
        if reached == slug and all(other[c] == point[c] for c in CODES if c != code)
    ]
    return (points, slug, sorted(alone))


def would_change(point: Point, signals: Signals, *, plain: bool = False) -> dict[str, Change | None]:
    """Return the fewest points up and down to another decision, floors applied (3.7)."""
    # Reading: up only raises scores and down only lowers them, within 1-5; points are added over
    # the dimensions; the signals stay. A dimension "could bring them" when it can move by all of
    # these points alone and the decision then is the one named.
    return {
        "up": _fewest(point, signals, plain=plain, step=1),
        "down": _fewest(point, signals, plain=plain, step=-1),
    }


# --- route ---------------------------------------------------------------------------------------


def route(  # noqa: C901, PLR0912 - one branch for each sentence of the design
    decision: str, issue_type: str | None, teams: list[str], signals: Signals
) -> tuple[str | None, list[str]]:
    """Return the owner (None: the CSM keeps it) and the informed (2.4, 3.4)."""
    # Reading: the order of the informed is: the table's owner where it does not own, the table's
    # informed, then CS leadership (urgency) or CRO (immediate), then Security, Privacy, Legal.
    # Nobody stands in it twice, and the owner never.
    # Reading: team names are taken as given, in the order given; the first is the team that must
    # move first. Blank names and repetitions do not count.
    parties: list[str] = []
    for name in teams:
        if name.strip() and f"team:{name}" not in parties:
            parties.append(f"team:{name}")
    if issue_type is None or (issue_type == "cross_functional" and not parties):
        owner, informed = "cs_leadership", []
    elif issue_type == "cross_functional":
        owner, informed = parties[0], parties[1:]
    else:
        owner, informed = ROUTES[issue_type][0], list(ROUTES[issue_type][1])

    primary: str | None
    if decision == "handle":
        # Reading: nobody of the table is informed; those whom a signal informs still are.
        primary, inform = None, []
    elif decision == "support":
        # Reading: executive_intervention that "stays with CS leadership" informs no executive.
        primary = "cs_leadership" if issue_type == "executive_intervention" else owner
        inform = informed
    elif decision == "urgency":
        # Reading: "as the table" includes executive_intervention: the executive owns.
        primary, inform = owner, [*informed, "cs_leadership"]
    elif decision == "immediate":
        # Reading: the table's informed stay informed ("one owner gets the ask; the others are
        # informed"), although the sentence on `immediate` names only the owner and the CRO.
        primary, inform = "cs_leadership", [owner, *informed, "cro"]
    else:
        raise ValueError(f"no such decision: {decision}")

    if "security" in signals:
        inform = [*inform, "security"]
    if "privacy" in signals:
        inform = [*inform, "privacy"]
    if signals & {"legal", "regulatory", "privacy"}:
        inform = [*inform, "legal"]
    once = list(dict.fromkeys(inform))
    return primary, [party for party in once if party != primary]


# --- mistakes ------------------------------------------------------------------------------------


def checks(
    *,
    decision: str,
    score_decision: str,
    days_open: int | None,
    today: date,
    teams_involved_count: int,
    arr_known: bool,
    tried_count: int,
    impact_has_evidence: bool,
    customer_informed: str | None,
    gut_feel: str | None,
    ask_stated: bool,
) -> list[tuple[str, str]]:
    """Return all six mistakes with yes, no or unknown, in the order of 2.5 (2.5, 3.8)."""
    # Reading: "the decision is to escalate" is every final decision but `handle`.
    escalate = decision != "handle"

    if days_open is None:
        too_late = "unknown"
    else:
        # Reading: open since (today - days_open); the business days after that day up to and
        # including today are compared with the limit of the final decision.
        open_days = business_days_between(today - timedelta(days=days_open), today)
        too_late = "yes" if open_days > MISTAKE_LIMITS[decision] else "no"

    too_broad = "yes" if teams_involved_count >= 3 else "no"

    # Reading: to escalate AND (ARR unknown OR nothing tried OR impact without evidence); `handle`
    # is never without context.
    lacking = not arr_known or tried_count == 0 or not impact_has_evidence
    no_context = "yes" if escalate and lacking else "no"

    # Reading: whatever the decision, `handle` included.
    silent_customer = "unknown" if customer_informed is None else "yes" if customer_informed == "no" else "no"

    # Reading: "a floor raised `handle`" is yes whatever the gut feel, even "help"; gut feel not
    # stated is unknown under `handle` too; "help" and "unsure" are stated, so no.
    raised = score_decision == "handle" and escalate
    if raised or (gut_feel == "solve" and escalate):
        not_that_bad = "yes"
    elif gut_feel is None:
        not_that_bad = "unknown"
    else:
        not_that_bad = "no"

    # Reading: an ask that the reader proposes (quote null) is not stated.
    complaint_no_ask = "yes" if escalate and not ask_stated else "no"

    return [
        ("too_late", too_late),
        ("too_broad", too_broad),
        ("no_context", no_context),
        ("silent_customer", silent_customer),
        ("not_that_bad", not_that_bad),
        ("complaint_no_ask", complaint_no_ask),
    ]


# --- vector --------------------------------------------------------------------------------------


def vector(box: Box, signals: Signals) -> str:
    """Return the canonical text of ranges and signals (3.6)."""
    parts = ["EDF:1.0"]
    for code in CODES:
        low, high = box[code]
        parts.append(f"{code}:{low}" if low == high else f"{code}:{low}-{high}")
    if signals:
        parts.append("S:" + ",".join(sorted(signals)))
    return "/".join(parts)


def parse_vector(text: str) -> tuple[Box, Signals]:
    """Return ranges and signals of a canonical vector, else ValueError (3.6)."""
    # Reading: canonical is what printing gives back byte-identical, so "5-5", signals unsorted or
    # twice, an empty "S:", other letter case, blanks and line ends do not hold, nor does another
    # version or a signal that 5.1 does not name.
    score = "([1-5])(?:-([1-5]))?"
    pattern = "EDF:1\\.0" + "".join(f"/{code}:{score}" for code in CODES) + "(?:/S:([a-z_,]+))?"
    match = re.fullmatch(pattern, text)
    if match is None:
        raise ValueError(f"not a vector: {text!r}")
    box: Box = {}
    for place, code in enumerate(CODES):
        low, high = match.group(2 * place + 1), match.group(2 * place + 2)
        box[code] = (int(low), int(low if high is None else high))
        if box[code][0] > box[code][1]:
            raise ValueError(f"a range upside down: {text!r}")
    listed = match.group(9)
    signals = frozenset([] if listed is None else listed.split(","))
    if not signals <= set(SIGNAL_KINDS):
        raise ValueError(f"no such signal: {text!r}")
    if vector(box, signals) != text:
        raise ValueError(f"not canonical: {text!r}")
    return box, signals


# --- several cases -------------------------------------------------------------------------------


def case_order(cases: list[Case]) -> list[Case]:
    """Sort cases by decision, total high, total low, `by`, order in the notes (3.9)."""
    # Reading: the most pressing first: severest decision, highest totals, earliest `by`, and first
    # in the notes.
    return sorted(
        cases,
        key=lambda case: (
            -DECISIONS.index(case["decision"]),
            -case["total_high"],
            -case["total_low"],
            case["by"],
            case["index"],
        ),
    )
