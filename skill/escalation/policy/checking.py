"""What must hold between the values of a policy, so that no broken policy can be used.

Each check takes the parts it needs and yields a sentence for each problem, beginning with its key path. A check runs
as soon as its own parts have the right shape, so that one flaw does not hide another; an entry of a wrong shape, which
has been reported, is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from escalation.policy.table import VECTORS, DecisionTable
from escalation.policy.terms import (
    CODES,
    DECISIONS,
    DIMENSIONS,
    ISSUE_TYPES,
    SCORES,
    SIGNALS,
    TOTALS,
    WEIGHTS,
)

if TYPE_CHECKING:
    from escalation.policy.model import (
        AccountValue,
        Band,
        Clocks,
        DeadlineBound,
        DimensionText,
        Floor,
        Mistakes,
        Party,
        Policy,
        Rates,
        Route,
        Routing,
        SignalText,
    )

T = TypeVar("T")
Check = Callable[..., Iterator[str]]


def _missing(path: str, given: Mapping[Any, Any], wanted: tuple[str, ...]) -> Iterator[str]:
    for key in wanted:
        if key not in given:
            yield f"{path}.{key}: is missing"


def _sound(entries: Mapping[str, T]) -> list[tuple[str, T]]:
    return [(key, entry) for key, entry in entries.items() if entry is not None]


def bands_cover_every_total(bands: tuple[Band, ...]) -> Iterator[str]:
    """Every total from 4 to 20 has one decision."""
    if None in bands:
        return
    for number, band in enumerate(bands):
        if not TOTALS.start <= band.low <= band.high < TOTALS.stop:
            yield f"bands.{number}: {band.low} to {band.high} is not a range within 4 to 20"
    for total in TOTALS:
        names = [band.decision for band in bands if band.low <= total <= band.high]
        if not names:
            yield f"bands: no decision for a total of {total}"
        elif len(names) > 1:
            yield f"bands: {len(names)} decisions for a total of {total} ({', '.join(names)})"


def every_decision_has_one_band(bands: tuple[Band, ...]) -> Iterator[str]:
    """Each decision has one band, and a graver one begins at a higher total."""
    if None in bands:
        return
    for decision in DECISIONS:
        count = sum(band.decision == decision for band in bands)
        if count != 1:
            yield f"bands: '{decision}' needs one band and has {count}"
    for below, above in combinations(sorted(bands, key=lambda band: band.low), 2):
        if DECISIONS.index(above.decision) < DECISIONS.index(below.decision):
            yield f"bands: '{above.decision}' is milder than '{below.decision}' but begins at a higher total"


def every_text_is_there(
    dimensions: dict[str, DimensionText],
    strategic_weight: dict[str, str],
    signals: dict[str, SignalText],
    routes: dict[str, Route],
) -> Iterator[str]:
    """Each dimension, score, weight, signal and issue type is described."""
    yield from _missing("dimensions", dimensions, DIMENSIONS)
    yield from _missing("strategic_weight", strategic_weight, WEIGHTS)
    yield from _missing("signals", signals, SIGNALS)
    yield from _missing("routes", routes, ISSUE_TYPES)
    for name, dimension in _sound(dimensions):
        yield from _missing(f"dimensions.{name}.levels", dimension.levels, tuple(map(str, SCORES)))


def floors_have_ids_of_their_own(floors: tuple[Floor, ...]) -> Iterator[str]:
    """No two floors are called the same."""
    ids = [floor and floor.id for floor in floors]
    for number, floor in enumerate(floors):
        if floor and floor.id in ids[:number]:
            yield f"floors.{number}.id: '{floor.id}' is taken already"


def account_value_limits_are_in_order(account_value: AccountValue) -> Iterator[str]:
    """The lower limit lies below the upper."""
    if account_value.from_eur >= account_value.above_eur:
        yield "account_value.above_eur: must be more than from_eur"


def deadline_bounds_are_in_order(deadline_bounds: tuple[DeadlineBound, ...]) -> Iterator[str]:
    """A nearer deadline never bounds time sensitivity lower than a later one."""
    for number, (near, far) in enumerate(pairwise(deadline_bounds), 1):
        if near and far and (far.business_days <= near.business_days or far.score > near.score):
            yield f"deadline_bounds.{number}: must be later and not score higher than the one before"


def rates_know_the_euro(rates: Rates) -> Iterator[str]:
    """The euro is worth one euro."""
    if rates.per_eur.get("EUR") != 1:
        yield "rates.per_eur.EUR: must be 1"


def routes_name_known_parties(
    parties: dict[str, Party], routes: dict[str, Route], routing: Routing, signals: dict[str, SignalText]
) -> Iterator[str]:
    """Every decision and issue type leads to somebody the policy knows; only a case's own route may need a team."""
    of_table: dict[str, list[str]] = {}
    for issue_type, route in _sound(routes):
        of_table |= {f"routes.{issue_type}.owner": [route.owner], f"routes.{issue_type}.inform": list(route.inform)}
    for_any_case = {"routing.fallback": [routing.fallback]}
    for decision in DECISIONS:
        shaping = routing.shaping(decision)
        for_any_case[f"routing.{decision}.owner"] = [shaping.owner] if shaping.owner else []
        for_any_case[f"routing.{decision}.inform"] = list(shaping.inform)
        for_any_case[f"routing.{decision}.instead"] = list(shaping.instead.values())
        of_table[f"routing.{decision}.instead"] = list(shaping.instead)
    for_any_case |= {f"signals.{signal}.inform": list(text.inform) for signal, text in _sound(signals)}
    of_table |= {f"parties.{name}.part_of": [party.part_of] for name, party in _sound(parties) if party.part_of}
    for path, names in (*of_table.items(), *for_any_case.items()):
        for name in names:
            if name not in parties:
                yield f"{path}: '{name}' is not among the parties ({', '.join(parties)})"
    for path, names in for_any_case.items():
        if "team_lead" in names:
            yield f"{path}: 'team_lead' needs a team, which a case may not have"
    if "team_lead" not in parties:
        yield "parties.team_lead: is missing"


def the_csm_keeps_what_is_not_escalated(routing: Routing) -> Iterator[str]:
    """A case to handle has no other owner; an escalated one has."""
    for decision in DECISIONS:
        keeps = routing.shaping(decision).keep
        if keeps != (decision == DECISIONS[0]):
            yield f"routing.{decision}.keep: must be {'false' if keeps else 'true'} for '{decision}'"


def names_can_be_filled(parties: dict[str, Party]) -> Iterator[str]:
    """Only the lead of a team is named by a team, and never to the customer."""
    for key, party in _sound(parties):
        for field, text in (("name", party.name), ("customer_name", party.customer_name)):
            left = text.replace("{team}", "") if (key, field) == ("team_lead", "name") else text
            for placeholder in re.findall(r"\{[^}]*\}?", left):
                yield f"parties.{key}.{field}: {placeholder} cannot be filled in here"


def every_decision_has_a_clock(clocks: Clocks) -> Iterator[str]:
    """Each decision and score has a clock, and a graver one never a slower."""
    yield from _missing("clocks.decision", clocks.decision, DECISIONS)
    yield from _missing("clocks.customer_update", clocks.customer_update, DECISIONS)
    yield from _missing("clocks.time_sensitivity", clocks.time_sensitivity, tuple(map(str, SCORES)))
    for path, days in (
        ("clocks.decision", [clocks.decision.get(decision) for decision in DECISIONS]),
        ("clocks.time_sensitivity", [clocks.time_sensitivity.get(str(score)) for score in SCORES]),  # type: ignore[call-overload]
    ):
        known = [day for day in days if day is not None]
        if known != sorted(known, reverse=True):
            yield f"{path}: a graver case may not have a slower clock ({known})"


def mistakes_are_limited_for_every_decision(mistakes: Mistakes) -> Iterator[str]:
    """Each decision has a limit of days."""
    yield from _missing("mistakes.limits.days_open", mistakes.limits.days_open, DECISIONS)


def more_reason_never_lowers(bands: tuple[Band, ...], floors: tuple[Floor, ...]) -> Iterator[str]:
    """Over 625 vectors, with no signal and with each: raising a score or adding the signal never lowers a decision.

    Each dimension changes the decision of some vector.
    """
    if None in (*bands, *floors) or any(True for _ in bands_cover_every_total(bands)):
        return
    table = DecisionTable(bands, floors)
    for place, code in enumerate(CODES):
        steps = [table.levels[above] - table.levels[below] for below, above in _raised(place)]
        if min(steps) < 0:
            yield f"bands: raising {code} lowers the decision of {sum(step < 0 for step in steps)} vectors"
        if not any(steps):
            yield f"bands: {code} changes no decision"
    for signal in SIGNALS:
        if any(max(level, table.signal_level([signal])) < level for level in set(table.levels)):
            yield f"floors: the signal '{signal}' lowers a decision"


def _raised(place: int) -> Iterator[tuple[int, int]]:
    """The places in the table of each vector and of the same with one point more in the dimension at ``place``."""
    step = 5 ** (len(CODES) - 1 - place)
    return ((index, index + step) for index, vector in enumerate(VECTORS) if vector[place] < SCORES[-1])


CHECKS: tuple[tuple[Check, tuple[str, ...]], ...] = (
    (bands_cover_every_total, ("bands",)),
    (every_decision_has_one_band, ("bands",)),
    (every_text_is_there, ("dimensions", "strategic_weight", "signals", "routes")),
    (floors_have_ids_of_their_own, ("floors",)),
    (account_value_limits_are_in_order, ("account_value",)),
    (deadline_bounds_are_in_order, ("deadline_bounds",)),
    (rates_know_the_euro, ("rates",)),
    (routes_name_known_parties, ("parties", "routes", "routing", "signals")),
    (the_csm_keeps_what_is_not_escalated, ("routing",)),
    (names_can_be_filled, ("parties",)),
    (every_decision_has_a_clock, ("clocks",)),
    (mistakes_are_limited_for_every_decision, ("mistakes",)),
    (more_reason_never_lowers, ("bands", "floors")),
)


def problems(parts: Mapping[str, Any]) -> list[str]:
    """Every problem between the given parts of a policy; a check whose parts are not all given is left out."""
    return [
        problem
        for check, names in CHECKS
        if all(name in parts for name in names)
        for problem in check(*(parts[name] for name in names))
    ]


def never_lowered_by_signals(policy: Policy) -> list[str]:
    """The full product, 625 vectors x 512 sets of signals: one more signal never lowers a decision.

    Takes a moment, so that only ``policy lint`` and the tests do it; loading checks each signal alone.
    """
    table = policy.table
    sets = [frozenset(chosen) for size in range(len(SIGNALS) + 1) for chosen in combinations(SIGNALS, size)]
    levels = {chosen: bytes(max(level, table.signal_level(chosen)) for level in table.levels) for chosen in sets}
    return [
        f"floors: adding '{signal}' to {sorted(chosen)} lowers a decision"
        for chosen in sets
        for signal in set(SIGNALS) - chosen
        if any(more < less for more, less in zip(levels[chosen | {signal}], levels[chosen], strict=True))
    ]
