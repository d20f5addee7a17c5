from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import building
from escalation.extraction import model
from escalation.extraction.model import Extraction
from escalation.policy.terms import DIMENSIONS, GutFeel, IssueType, Period, SignalKind, Weight

PARTS = sorted(
    (part for part in vars(model).values() if isinstance(part, type) and issubclass(part, model.Part)),
    key=lambda part: part.__name__,
)


def problems(**overrides: Any) -> list[tuple[str, str]]:
    """Path and kind of every problem of a case with ``overrides``."""
    with pytest.raises(ValidationError) as caught:
        Extraction.model_validate(building.extraction_data(building.case(**overrides)))
    return [(".".join(map(str, problem["loc"])), problem["type"]) for problem in caught.value.errors()]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_part_is_unchangeable_and_refuses_unknown_keys(part: type[BaseModel]) -> None:
    assert part.model_config["frozen"] is True
    assert part.model_config["extra"] == "forbid"
    assert part.model_config["allow_inf_nan"] is False


def test_a_case_cannot_be_changed() -> None:
    case = building.extraction().cases[0]
    with pytest.raises(ValidationError, match="frozen"):
        case.situation = "another"


def test_the_model_has_no_place_for_a_total_a_decision_a_route_or_a_message() -> None:
    names = {name for part in PARTS for name in part.model_fields}
    assert not names & {"total", "decision", "route", "score", "owner", "by", "customer_communication"}


@pytest.mark.parametrize("low", range(-1, 8))
@pytest.mark.parametrize("high", range(-1, 8))
def test_scores_go_from_one_to_five_and_high_is_not_below_low(low: int, high: int) -> None:
    reading = building.reading(low=low, high=high)
    if 1 <= low <= high <= 5:
        assert model.Reading.model_validate(reading).high == high
    else:
        with pytest.raises(ValidationError):
            model.Reading.model_validate(reading)


@pytest.mark.parametrize("score", ["3", 3.5, True, None, [3], 10**30])
def test_a_score_is_a_whole_number_and_nothing_that_looks_like_one(score: Any) -> None:
    with pytest.raises(ValidationError):
        model.Reading.model_validate(building.reading() | {"low": score})


@pytest.mark.parametrize("amount", ["38000", "38k", True, -1, 1e16, float("inf"), float("nan"), None])
def test_an_amount_is_a_number_from_nothing_to_a_quadrillion(amount: Any) -> None:
    assert problems(arr=building.arr(amount=amount))[0][0] == "cases.0.arr.amount"


@pytest.mark.parametrize("units", ["120", True, 0, -3, 1e10, float("inf")])
def test_units_are_a_number_above_nothing(units: Any) -> None:
    assert problems(arr=building.arr(units=units))[0][0] == "cases.0.arr.units"


@pytest.mark.parametrize("years", ["3", False, 0, -1, 101, float("nan")])
def test_years_are_a_number_above_nothing_or_null(years: Any) -> None:
    assert problems(arr=building.arr(years=years))[0][0] == "cases.0.arr.years"


def test_years_may_be_null() -> None:
    assert model.Arr.model_validate(building.arr(years=None)).years is None


@pytest.mark.parametrize(
    ("given_currency", "kept"), [("eur", "EUR"), ("Usd", "USD"), ("UNKNOWN", "unknown"), ("Unknown", "unknown")]
)
def test_a_currency_may_come_in_any_case(given_currency: str, kept: str) -> None:
    assert model.Arr.model_validate(building.arr(currency=given_currency)).currency == kept


@pytest.mark.parametrize("currency", ["", "€", "EURO", "EU", "E1R", "EUR\n", " EUR", None, 7])
def test_a_currency_is_three_letters_or_unknown(currency: Any) -> None:
    assert problems(arr=building.arr(currency=currency))[0][0] == "cases.0.arr.currency"


@pytest.mark.parametrize("days", [-1, 36_501, "3", 3.5, True, None])
def test_days_open_are_whole_days_of_at_most_a_century(days: Any) -> None:
    assert problems(days_open=building.quoted("open since Friday", days=days))[0][0] == "cases.0.days_open.days"


ENUMERATED: dict[str, tuple[Any, Any]] = {
    "issue_type": (IssueType, lambda value: {"issue_type": value}),
    "arr.period": (Period, lambda value: {"arr": building.arr(period=value)}),
    "strategic.weight": (Weight, lambda value: {"strategic": building.strategic(value)}),
    "signals.0.kind": (SignalKind, lambda value: {"signals": [building.signal(value, "some words of theirs")]}),
    "gut_feel.value": (GutFeel, lambda value: {"gut_feel": building.gut_feel(value)}),
}


@pytest.mark.parametrize("path", ENUMERATED)
def test_each_listed_value_is_taken_in_any_case_and_kept_in_lower_case(path: str) -> None:
    allowed, of = ENUMERATED[path]
    for value in get_args(allowed):
        for written in (value, value.upper(), value.title()):
            found: Any = building.extraction(building.case(**of(written))).cases[0]
            for key in path.split("."):
                found = found[int(key)] if key.isdigit() else getattr(found, key)
            assert found == value


@pytest.mark.parametrize("path", ENUMERATED)
@pytest.mark.parametrize("value", ["", "other", 1, ["high"], " legal"])
def test_any_value_that_is_not_listed_is_refused(path: str, value: Any) -> None:
    assert problems(**ENUMERATED[path][1](value))[0][0] == f"cases.0.{path}"


@pytest.mark.parametrize("value", [True, "maybe", ""])
def test_the_customer_is_informed_or_not(value: Any) -> None:
    part = building.quoted("they know that we are on it", value=value)
    assert problems(customer_informed=part)[0][0] == "cases.0.customer_informed.value"


@pytest.mark.parametrize("day", [20261201, 1.5, None, "", "tomorrow", "2026-02-30", "2026-12-01 10:00"])
def test_a_deadline_is_an_iso_date(day: Any) -> None:
    deadline = building.quoted("the closing date", date=day, of="solution")
    assert problems(deadlines=[deadline])[0][0] == "cases.0.deadlines.0.date"


@pytest.mark.parametrize("name", DIMENSIONS)
def test_no_dimension_may_be_missing(name: str) -> None:
    case = building.case()
    del case["dimensions"][name]
    with pytest.raises(ValidationError, match=name):
        model.Case.model_validate(case)


@pytest.mark.parametrize("version", ["escalation-extraction/2", "", None])
def test_another_version_of_the_schema_is_refused(version: Any) -> None:
    with pytest.raises(ValidationError, match="escalation-extraction/1"):
        Extraction.model_validate(building.extraction_data() | {"schema": version})


def test_no_case_at_all_is_a_valid_reading() -> None:
    assert Extraction.model_validate(building.extraction_data() | {"cases": []}).cases == ()


@given(st.text(max_size=30))
def test_text_is_kept_as_it_is(text: str) -> None:
    found = building.extraction(building.case(situation=text, account=text)).cases[0]
    assert (found.situation, found.account) == (text, text)


@pytest.mark.parametrize("field", ["situation", "account"])
def test_half_a_surrogate_pair_is_no_text(field: str) -> None:
    # "\ud83d" is legal JSON and comes from models that cut an emoji in two; no output could be written with it.
    assert problems(**{field: "so far \ud83d so good"})[0][0] == f"cases.0.{field}"
