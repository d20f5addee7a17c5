from __future__ import annotations

from itertools import combinations, product

import pytest

import oracle
from building import policy
from escalation.policy.loading import load
from escalation.policy.table import VECTORS, Vector, index_of
from escalation.policy.terms import CODES, DECISIONS, SIGNALS, SignalKind

DEFAULT = load("default").table
PLAIN = load("plain").table
SIGNAL_SETS: list[tuple[SignalKind, ...]] = [
    chosen for size in range(len(SIGNALS) + 1) for chosen in combinations(SIGNALS, size)
]
BANDS = {
    **dict.fromkeys(range(4, 9), "handle"),
    **dict.fromkeys(range(9, 14), "support"),
    **dict.fromkeys(range(14, 18), "urgency"),
    **dict.fromkeys(range(18, 21), "immediate"),
}


def point_of(vector: Vector) -> oracle.Box:
    return {code: (score, score) for code, score in zip(CODES, vector, strict=True)}


def raised(vector: Vector) -> list[Vector]:
    """The vectors with one point more in one dimension."""
    more = [tuple(score + (place == other) for other, score in enumerate(vector)) for place in range(4)]
    return [(ci, av, ts, cc) for ci, av, ts, cc in more if max(ci, av, ts, cc) <= 5]


def test_vectors_are_all_625_and_know_their_place() -> None:
    assert tuple(product((1, 2, 3, 4, 5), repeat=4)) == VECTORS
    assert [index_of(*vector) for vector in VECTORS] == list(range(625))


def test_plain_gives_all_625_vectors_exactly_the_band_of_their_total() -> None:
    assert [DECISIONS[level] for level in PLAIN.levels] == [BANDS[sum(vector)] for vector in VECTORS]


def test_default_changes_exactly_five_vectors_by_its_floors_over_scores() -> None:
    changed = {
        vector: (DECISIONS[before], DECISIONS[after])
        for vector, before, after in zip(VECTORS, PLAIN.levels, DEFAULT.levels, strict=True)
        if before != after
    }
    assert changed == {
        (1, 1, 1, 5): ("handle", "support"),
        (5, 1, 1, 1): ("handle", "support"),
        (5, 1, 5, 1): ("support", "urgency"),
        (5, 1, 5, 2): ("support", "urgency"),
        (5, 2, 5, 1): ("support", "urgency"),
    }


@pytest.mark.parametrize("name", ["default", "plain"])
def test_every_vector_has_the_decision_of_the_oracle(name: str) -> None:
    expected = [oracle.decision(point_of(vector), frozenset(), plain=name == "plain") for vector in VECTORS]
    assert [DECISIONS[level] for level in load(name).table.levels] == expected


def test_each_set_of_signals_has_the_severest_floor_among_its_signals() -> None:
    lowest = point_of((1, 1, 1, 1))
    for chosen in SIGNAL_SETS:
        assert DECISIONS[DEFAULT.signal_level(chosen)] == oracle.decision(lowest, frozenset(chosen)), chosen
        assert PLAIN.signal_level(chosen) == 0, chosen


@pytest.mark.parametrize("name", ["default", "plain"])
def test_raising_a_score_or_adding_a_signal_never_lowers_a_decision(name: str) -> None:
    table = load(name).table
    levels = {chosen: bytes(max(level, table.signal_level(chosen)) for level in table.levels) for chosen in SIGNAL_SETS}
    steps = [(index_of(*vector), index_of(*more)) for vector in VECTORS for more in raised(vector)]
    assert (len(levels), len(steps)) == (512, 4 * 500)
    for found in levels.values():
        assert all(found[before] <= found[after] for before, after in steps)
    for chosen, found in levels.items():
        for signal in set(SIGNALS) - set(chosen):
            more = levels[tuple(sorted({*chosen, signal}))]
            assert all(before <= after for before, after in zip(found, more, strict=True)), (chosen, signal)


def test_the_floors_that_fire_are_those_of_the_oracle_in_policy_order() -> None:
    floors = load("default").floors
    assert [floor.scores for floor in floors if not floor.signal] == [scores for scores, _ in oracle.SCORE_FLOORS]
    for vector in VECTORS:
        for chosen in [(), *((signal,) for signal in SIGNALS), SIGNALS]:
            over_scores = oracle.score_floors(point_of(vector))
            of_signals = oracle.signal_floors(frozenset(chosen))
            fired = DEFAULT.fired(vector, chosen)
            assert [(f.scores, f.at_least) for f in fired if not f.signal] == over_scores
            assert [(f.signal, f.at_least) for f in fired if f.signal] == of_signals
            assert list(fired) == [floor for floor in floors if floor in fired]


def test_no_floor_fires_under_plain() -> None:
    assert {PLAIN.fired(vector, SIGNALS) for vector in VECTORS} == {()}


def test_already_escalated_has_no_floor() -> None:
    assert DEFAULT.signal_level(["already_escalated"]) == 0


@pytest.mark.parametrize("levels", [("urgency", "support"), ("support", "urgency")])
def test_of_two_floors_on_one_signal_the_graver_counts(levels: tuple[str, str]) -> None:
    both = {"floors.3.when": "signal legal", "floors.3.at_least": levels[0], "floors.6.at_least": levels[1]}
    table = policy(both).table
    assert DECISIONS[table.signal_level(["legal"])] == "urgency"
    assert [floor.at_least for floor in table.fired((1, 1, 1, 1), ["legal"])] == list(levels)


def test_bands_and_floors_of_a_company_decide_under_its_policy() -> None:
    table = policy(
        {
            "bands.0.high": 6,
            "bands.1.low": 7,
            "floors.0.when": "AV >= 2 and TS >= 4",
            "floors.0.at_least": "immediate",
        }
    ).table
    decided = {vector: DECISIONS[level] for vector, level in zip(VECTORS, table.levels, strict=True)}
    assert decided[1, 1, 1, 3] == "handle"
    assert decided[1, 1, 1, 4] == "support"
    assert decided[1, 2, 4, 1] == "immediate"
    assert decided[1, 1, 4, 1] == "support"
    assert decided[1, 2, 3, 1] == "support"
