from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import cast

import pytest

import oracle
from building import policy
from escalation.policy.comparing import Group, compare
from escalation.policy.loading import load
from escalation.policy.model import Policy
from escalation.policy.table import VECTORS, Vector
from escalation.policy.terms import CODES, DECISIONS, LEVEL_OF, SIGNALS, Decision, SignalKind

DEFAULT, PLAIN = load("default"), load("plain")
SIGNAL_SETS = [frozenset(chosen) for size in range(10) for chosen in combinations(SIGNALS, size)]
BY_SCORES = {
    ("support", "handle"): ((1, 1, 1, 5), (5, 1, 1, 1)),
    ("urgency", "support"): ((5, 1, 5, 1), (5, 1, 5, 2), (5, 2, 5, 1)),
}


def decided(vector: Vector, signals: frozenset[str], *, plain: bool) -> Decision:
    box: oracle.Box = {code: (score, score) for code, score in zip(CODES, vector, strict=True)}
    return cast("Decision", oracle.decision(box, signals, plain=plain))


def test_a_policy_does_not_differ_from_itself() -> None:
    assert compare(DEFAULT, DEFAULT) == ((), 0, ())


def test_between_default_and_plain_five_vectors_change_without_a_signal() -> None:
    groups = [group for group in compare(DEFAULT, PLAIN).groups if group.signal is None]
    assert {(group.before, group.after): group.vectors for group in groups} == BY_SCORES


@pytest.mark.parametrize("signal", SIGNALS)
def test_with_a_signal_the_vectors_that_change_are_those_of_the_oracle(signal: SignalKind) -> None:
    expected: dict[tuple[str, str], list[Vector]] = defaultdict(list)
    for vector in VECTORS:
        before = decided(vector, frozenset([signal]), plain=False)
        after = decided(vector, frozenset([signal]), plain=True)
        if before != after:
            expected[before, after].append(vector)
    groups = [group for group in compare(DEFAULT, PLAIN).groups if group.signal == signal]
    assert {(group.before, group.after): list(group.vectors) for group in groups} == expected
    assert len(groups) == len(expected)


def test_changes_are_counted_over_every_vector_and_every_set_of_signals() -> None:
    none = frozenset[str]()
    default = [LEVEL_OF[decided(vector, none, plain=False)] for vector in VECTORS]
    plain = [LEVEL_OF[decided(vector, none, plain=True)] for vector in VECTORS]
    expected = 0
    for signals in SIGNAL_SETS:
        least = LEVEL_OF[decided((1, 1, 1, 1), signals, plain=False)]
        expected += sum(max(before, least) != after for before, after in zip(default, plain, strict=True))
    assert compare(DEFAULT, PLAIN).changed_in_all == expected


def test_the_other_way_round_the_same_vectors_change_back() -> None:
    there, back = compare(DEFAULT, PLAIN), compare(PLAIN, DEFAULT)
    assert there.changed_in_all == back.changed_in_all > 0
    turned = {Group(group.signal, group.after, group.before, group.vectors) for group in there.groups}
    assert turned == set(back.groups)


def test_groups_without_a_signal_come_first_and_then_in_the_order_of_the_signals() -> None:
    order: list[SignalKind | None] = [None, *SIGNALS]
    places = [order.index(group.signal) for group in compare(DEFAULT, PLAIN).groups]
    assert places == sorted(places)


def test_a_shifted_band_names_each_vector_it_moves() -> None:
    ours = policy({"bands.0.high": 9, "bands.1.low": 10})
    found = compare(PLAIN, policy({"bands.0.high": 9, "bands.1.low": 10, "floors": []}))
    (group,) = [group for group in found.groups if group.signal is None]
    assert (group.before, group.after) == ("support", "handle")
    assert group.vectors == tuple(vector for vector in VECTORS if sum(vector) == 9)
    assert found.changed_in_all == len(group.vectors) * 512
    assert "bands.0.high: 8 -> 9" in compare(DEFAULT, ours).values


@pytest.mark.parametrize(
    ("ours", "value"),
    [
        (policy({"parties.cro.name": "Kim"}), "parties.cro.name: 'CRO' -> 'Kim'"),
        (policy({"clocks.decision.handle": 8}), "clocks.decision.handle: 10 -> 8"),
        (policy({"rates.per_eur.KES": 134.0}), "rates.per_eur.KES: nothing -> 134.0"),
        (policy({"rates.per_eur.USD": ...}), "rates.per_eur.USD: 1.0389 -> nothing"),
        (policy({"signals.sla_breach.clock": 2}), "signals.sla_breach.clock: nothing -> 2"),
        (policy({"routes.feature_gap.inform": ["finance"]}), "routes.feature_gap.inform: none -> ['finance']"),
    ],
)
def test_every_other_value_that_differs_is_named_by_its_key_path(ours: Policy, value: str) -> None:
    found = compare(DEFAULT, ours)
    assert found.values == (value,)
    assert (found.groups, found.changed_in_all) == ((), 0)


def test_the_names_of_a_policy_are_no_difference() -> None:
    ours = policy({"id": "ours", "version": "7.0.0", "title": "Ours"})
    assert compare(DEFAULT, ours).values == ()


def test_floors_taken_away_are_named_by_their_ids() -> None:
    (value,) = compare(DEFAULT, PLAIN).values
    path, change = value.split(": ", 1)
    assert path == "floors"
    assert change == f"{', '.join(floor.id for floor in DEFAULT.floors)} -> none"


def test_every_change_of_a_group_is_a_change() -> None:
    for group in compare(DEFAULT, PLAIN).groups:
        assert group.before in DECISIONS
        assert group.after in DECISIONS
        assert group.before != group.after
        assert group.vectors
