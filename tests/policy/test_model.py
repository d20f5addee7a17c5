from __future__ import annotations

import pytest
from pydantic import ValidationError

from building import policy
from escalation.policy.loading import load
from escalation.policy.model import Floor

FLOOR = {"id": "one", "at_least": "support", "reason": "because"}


@pytest.mark.parametrize(
    ("when", "scores", "signal"),
    [
        ("CC >= 5", {"CC": 5}, None),
        ("CI >= 5 and TS >= 4", {"CI": 5, "TS": 4}, None),
        ("CI >= 2 and AV >= 3 and TS >= 4 and CC >= 5", {"CI": 2, "AV": 3, "TS": 4, "CC": 5}, None),
        ("signal legal", {}, "legal"),
        ("signal sla_breach", {}, "sla_breach"),
    ],
)
def test_a_condition_is_a_conjunction_of_least_scores_or_a_signal(
    when: str, scores: dict[str, int], signal: str | None
) -> None:
    floor = Floor.model_validate({**FLOOR, "when": when})
    assert (floor.scores, floor.signal) == (scores, signal)


@pytest.mark.parametrize(
    "when",
    [
        "",
        "CC > 5",
        "CC >= 5.0",
        "CC>=5",
        "CC >=  5",
        "cc >= 5",
        "XX >= 5",
        "5 <= CC",
        "CC >= 5 or CI >= 5",
        "CC >= 5 and",
        "and CC >= 5",
        "CC >= 5 AND CI >= 5",
        "CC >= 5, CI >= 5",
        "not CC >= 5",
        "CC >= 3 and CC >= 4",
        "signal legal and CC >= 5",
        "CC >= 5 and signal legal",
        "signal legal and signal privacy",
        "signal",
        "signal Legal",
        "legal",
        "total >= 12",
        "CC >= 5\n",
        "CC >= ٥",
    ],
)
def test_a_condition_is_nothing_else(when: str) -> None:
    with pytest.raises(ValidationError, match="when"):
        Floor.model_validate({**FLOOR, "when": when})


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load("default").title = "another"
    with pytest.raises(ValidationError, match="frozen"):
        load("default").account_value.from_eur = 1


def test_decisions_are_shown_as_the_framework_names_them() -> None:
    for name in ("default", "plain"):
        rules = load(name)
        assert rules.label("handle") == "Handle yourself"
        assert rules.label("support") == "Escalate for support"
        assert rules.label("urgency") == "Escalate with urgency"
        assert rules.label("immediate") == "Escalate immediately"


def test_the_definition_of_a_score_is_found_by_its_number() -> None:
    rules = policy({"dimensions.time_sensitivity.levels.4": "tomorrow"})
    assert rules.dimensions["time_sensitivity"].level(4) == "tomorrow"
    assert rules.dimensions["time_sensitivity"].level(5) != "tomorrow"


def test_texts_are_found_by_what_they_are_for() -> None:
    rules = policy(
        {
            "mistakes.too_broad.advice": "one team",
            "customer_templates.urgency": "{owner} until {update_by}",
            "routing.support.inform": ["finance"],
        }
    )
    assert rules.mistakes.text("too_broad").advice == "one team"
    assert rules.customer_templates.template("urgency") == "{owner} until {update_by}"
    assert rules.routing.shaping("support").inform == ("finance",)
