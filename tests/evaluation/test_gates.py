"""Gates judge whole numbers for rates and values for the rest."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from evals.measuring.figures import Figure
from evals.measuring.gates import judge
from evals.suite import Gate

pytestmark = pytest.mark.tree


def rate(hits: int, n: int, name: str = "decision.exact") -> Figure:
    return Figure(name=name, title=name, value=hits / n, n=n, clusters=n, hits=hits)


def passed(gate: Gate, figure: Figure) -> bool:
    (judged,) = judge([gate], {figure.name: figure})
    return judged.passed


@pytest.mark.parametrize(("hits", "expected"), [(92, True), (91, False), (100, True)])
def test_a_rate_that_must_be_high_may_miss_so_many(hits: int, expected: bool) -> None:  # noqa: FBT001
    gate = Gate(group="model", figure="decision.exact", at_least=0.92, failures=8, of=100)

    assert passed(gate, rate(hits, 100)) is expected


@pytest.mark.parametrize(("hits", "expected"), [(4, True), (5, False)])
def test_a_rate_that_must_be_low_may_hold_so_often(hits: int, expected: bool) -> None:  # noqa: FBT001
    gate = Gate(group="model", figure="decision.under", at_most=0.04, failures=4, of=100)

    assert passed(gate, rate(hits, 100, "decision.under")) is expected


def test_another_number_of_readings_has_its_own_whole_number() -> None:
    gate = Gate(group="model", figure="decision.exact", at_least=0.92, failures=8, of=100)

    (judged,) = judge([gate], {"decision.exact": rate(45, 50)})

    assert (judged.allowed, judged.misses, judged.passed) == (4, 5, False)


def test_none_may_mean_none() -> None:
    gate = Gate(group="model", figure="decision.two_bands", at_most=0)

    assert passed(gate, rate(0, 300, "decision.two_bands"))
    assert not passed(gate, rate(1, 300, "decision.two_bands"))


@pytest.mark.parametrize(("value", "expected"), [(0.08, True), (-0.08, True), (-0.09, False), (0.081, False)])
def test_a_bias_is_bounded_on_both_sides(value: float, expected: bool) -> None:  # noqa: FBT001
    figure = Figure(name="dimension.CI.bias", title="bias", value=value, n=9, clusters=9, unit="levels")

    assert passed(Gate(group="model", figure="dimension.CI.bias", at_most=0.08), figure) is expected


def test_what_was_not_measured_does_not_pass() -> None:
    figure = Figure(name="signals.recall", title="recall", value=None, n=0, clusters=0, hits=0)

    assert not passed(Gate(group="model", figure="signals.recall", at_least=0.9), figure)


def test_a_gate_on_a_figure_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        judge([Gate(group="model", figure="decision.exakt", at_least=0.9)], {})


@pytest.mark.parametrize(
    "wrong",
    [
        {"at_least": 0.9, "at_most": 0.1},
        {},
        {"at_least": 0.92, "failures": 9, "of": 100},
        {"at_least": 0.92, "failures": 8},
        {"at_least": 0.92, "aim": "0.95"},
    ],
)
def test_a_gate_has_one_bound_its_whole_number_and_a_reason_for_what_is_softer(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Gate.model_validate({"group": "model", "figure": "decision.exact", **wrong})
