from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from building import policy, policy_data
from escalation.errors import InvalidPolicy
from escalation.policy.checking import never_lowered_by_signals, problems
from escalation.policy.loading import from_data, load
from escalation.policy.model import Policy
from escalation.policy.table import VECTORS
from escalation.policy.terms import SIGNALS

CUSTOMER_IMPACT = policy_data()["dimensions"]["customer_impact"]
LEGAL = policy_data()["signals"]["legal"]
FEATURE_GAP = policy_data()["routes"]["feature_gap"]

# What is changed in the default policy, the key paths its problems begin with, and words that each must say.
BROKEN: dict[str, tuple[dict[str, Any], list[str], str]] = {
    # bands
    "a gap": ({"bands.1.low": 10}, ["bands"], "no decision for a total of 9"),
    "a gap at the lower end": ({"bands.0.low": 5}, ["bands"], "no decision for a total of 4"),
    "a gap at the upper end": ({"bands.3.high": 19}, ["bands"], "no decision for a total of 20"),
    "an overlap": ({"bands.1.low": 8}, ["bands"], "2 decisions for a total of 8"),
    "a band below the least total": ({"bands.0.low": 3}, ["bands.0"], "not a range within 4 to 20"),
    "a band far below the least total": ({"bands.0.low": -100}, ["bands.0"], "not a range within 4 to 20"),
    "a band above the highest total": ({"bands.3.high": 21}, ["bands.3"], "not a range within 4 to 20"),
    "a total of another kind": ({"bands.0.high": 8.5}, ["bands.0.high"], "integer"),
    "a decision of another name": ({"bands.0.decision": "ignore"}, ["bands.0.decision"], "ignore"),
    "a band without a label": ({"bands.0.label": ...}, ["bands.0.label"], "missing"),
    # dimensions and other texts
    "an unknown dimension": ({"dimensions.mood": CUSTOMER_IMPACT}, ["dimensions.mood"], "mood"),
    "a missing dimension": ({"dimensions.csm_capability": ...}, ["dimensions.csm_capability"], "missing"),
    "a missing score": (
        {"dimensions.account_value.levels.3": ...},
        ["dimensions.account_value.levels.3"],
        "missing",
    ),
    "a score beyond five": (
        {"dimensions.account_value.levels.6": "more"},
        ["dimensions.account_value.levels.6"],
        "6",
    ),
    "a blank text": ({"dimensions.account_value.question": "  "}, ["dimensions.account_value.question"], "1 character"),
    "a missing weight": ({"strategic_weight.some": ...}, ["strategic_weight.some"], "missing"),
    "an unknown weight": ({"strategic_weight.huge": "very"}, ["strategic_weight.huge"], "huge"),
    "a missing signal": ({"signals.legal": ...}, ["signals.legal"], "missing"),
    "an unknown signal": ({"signals.weather": LEGAL}, ["signals.weather"], "weather"),
    "a missing title": ({"title": ...}, ["title"], "missing"),
    "an unknown key": ({"colour": "red"}, ["colour"], "not a key of a policy"),
    "an unknown key deep within": ({"clocks.holidays": 1}, ["clocks.holidays"], "not a key of a policy"),
    "an id with blanks": ({"id": "our policy"}, ["id"], "our policy"),
    "a version that is none": ({"version": "1.0"}, ["version"], "1.0"),
    # floors
    "a floor on a score beyond five": ({"floors.0.when": "CC >= 6"}, ["floors.0.when"], "CC >= 6"),
    "a floor on a score of nothing": ({"floors.0.when": "CC >= 0"}, ["floors.0.when"], "CC >= 0"),
    "a floor on a number without end": ({"floors.0.when": "CC >= " + "9" * 5000}, ["floors.0.when"], "9"),
    "a floor on an unknown signal": ({"floors.3.when": "signal weather"}, ["floors.3.when"], "weather"),
    "a floor on something else": ({"floors.0.when": "total >= 12"}, ["floors.0.when"], "total >= 12"),
    "a floor that raises nothing": ({"floors.0.at_least": "handle"}, ["floors.0.at_least"], "handle"),
    "a floor at an unknown decision": ({"floors.0.at_least": "severe"}, ["floors.0.at_least"], "severe"),
    "two floors of one id": ({"floors.2.id": "impact-5"}, ["floors.2.id"], "impact-5"),
    "a floor without a reason": ({"floors.2.reason": ...}, ["floors.2.reason"], "missing"),
    # facts to scores
    "limits upside down": ({"account_value.from_eur": 60_000}, ["account_value.above_eur"], "from_eur"),
    "limits that are one": ({"account_value.from_eur": 50_000}, ["account_value.above_eur"], "from_eur"),
    "a negative limit": ({"account_value.from_eur": -1}, ["account_value.from_eur"], "-1"),
    "a margin too wide": ({"account_value.margin_percent": 51}, ["account_value.margin_percent"], "51"),
    "a bound out of order": ({"deadline_bounds.1.business_days": 0}, ["deadline_bounds.1"], "later"),
    "a later bound that scores more": ({"deadline_bounds.2.score": 5}, ["deadline_bounds.2"], "higher"),
    "a bound at no score": ({"deadline_bounds.2.score": 6}, ["deadline_bounds.2.score"], "6"),
    "a rate of nothing": ({"rates.per_eur.USD": 0}, ["rates.per_eur.USD"], "greater than 0"),
    "a negative rate": ({"rates.per_eur.USD": -1.5}, ["rates.per_eur.USD"], "greater than 0"),
    "a rate that is no number": ({"rates.per_eur.USD": float("nan")}, ["rates.per_eur.USD"], "nan"),
    "a rate without end": ({"rates.per_eur.USD": float("inf")}, ["rates.per_eur.USD"], "inf"),
    "a euro that is not one euro": ({"rates.per_eur.EUR": 1.1}, ["rates.per_eur.EUR"], "must be 1"),
    "no euro": ({"rates.per_eur.EUR": ...}, ["rates.per_eur.EUR"], "must be 1"),
    "rates without a date": ({"rates.date": ...}, ["rates.date"], "missing"),
    # routes
    "a missing route": ({"routes.feature_gap": ...}, ["routes.feature_gap"], "missing"),
    "an unknown issue type": ({"routes.bad_luck": FEATURE_GAP}, ["routes.bad_luck"], "bad_luck"),
    "an unknown owner": ({"routes.feature_gap.owner": "sales"}, ["routes.feature_gap.owner"], "sales"),
    "an unknown party to inform": ({"routes.feature_gap.inform": ["sales"]}, ["routes.feature_gap.inform"], "sales"),
    "an unknown fallback": ({"routing.fallback": "sales"}, ["routing.fallback"], "sales"),
    "an unknown party for a decision": ({"routing.immediate.owner": "sales"}, ["routing.immediate.owner"], "sales"),
    "an unknown party that joins": ({"routing.urgency.inform": ["sales"]}, ["routing.urgency.inform"], "sales"),
    "an unknown party instead": ({"routing.support.instead": {"cro": "sales"}}, ["routing.support.instead"], "sales"),
    "an unknown party to replace": (
        {"routing.support.instead": {"sales": "cro"}},
        ["routing.support.instead"],
        "sales",
    ),
    "a signal that informs nobody known": ({"signals.legal.inform": ["sales"]}, ["signals.legal.inform"], "sales"),
    "a part of an unknown party": ({"parties.cro.part_of": "sales"}, ["parties.cro.part_of"], "sales"),
    "a party without a name for customers": (
        {"parties.cro.customer_name": ...},
        ["parties.cro.customer_name"],
        "missing",
    ),
    "a fallback that needs a team": ({"routing.fallback": "team_lead"}, ["routing.fallback"], "team"),
    "an owner that needs a team": ({"routing.immediate.owner": "team_lead"}, ["routing.immediate.owner"], "team"),
    "a joining party that needs a team": (
        {"routing.urgency.inform": ["team_lead"]},
        ["routing.urgency.inform"],
        "team",
    ),
    "a party instead that needs a team": (
        {"routing.support.instead": {"cro": "team_lead"}},
        ["routing.support.instead"],
        "team",
    ),
    "a signal's party that needs a team": ({"signals.legal.inform": ["team_lead"]}, ["signals.legal.inform"], "team"),
    "a decision without a route": ({"routing.urgency": ...}, ["routing.urgency"], "missing"),
    "an escalation that nobody owns": ({"routing.urgency.keep": True}, ["routing.urgency.keep"], "keep"),
    "a case to handle that others own": ({"routing.handle.keep": False}, ["routing.handle.keep"], "keep"),
    "a placeholder in a name": ({"parties.legal.name": "Legal {who}"}, ["parties.legal.name"], "{who}"),
    "a team's name for the customer": (
        {"parties.team_lead.customer_name": "the {team} team"},
        ["parties.team_lead.customer_name"],
        "{team}",
    ),
    # clocks and mistakes
    "a decision without a clock": ({"clocks.decision.support": ...}, ["clocks.decision.support"], "missing"),
    "a score without a clock": ({"clocks.time_sensitivity.3": ...}, ["clocks.time_sensitivity.3"], "missing"),
    "no day to tell the customer": (
        {"clocks.customer_update.support": ...},
        ["clocks.customer_update.support"],
        "missing",
    ),
    "a slower clock for a graver decision": ({"clocks.decision.urgency": 6}, ["clocks.decision"], "slower"),
    "a slower clock for a higher score": ({"clocks.time_sensitivity.5": 2}, ["clocks.time_sensitivity"], "slower"),
    "a clock that runs backwards": ({"clocks.decision.urgency": -1}, ["clocks.decision.urgency"], "-1"),
    "a clock of half days": ({"signals.legal.clock": 0.5}, ["signals.legal.clock"], "0.5"),
    "a day to tell the customer that is none": (
        {"clocks.customer_update.support": "soon"},
        ["clocks.customer_update.support"],
        "soon",
    ),
    "a missing limit": ({"mistakes.limits.days_open.support": ...}, ["mistakes.limits.days_open.support"], "missing"),
    "one team that is too many": ({"mistakes.limits.teams_involved": 1}, ["mistakes.limits.teams_involved"], "2"),
    "a missing mistake": ({"mistakes.too_broad": ...}, ["mistakes.too_broad"], "missing"),
    "advice with a wrong placeholder": (
        {"mistakes.too_broad.advice": "in {days} days"},
        ["mistakes.too_broad.advice"],
        "{days}",
    ),
    # templates
    "an ask with a wrong placeholder": (
        {"ask_templates.ask": "{owner}, {ask} by {by} for {arr}"},
        ["ask_templates.ask"],
        "{arr}",
    ),
    "an ask that leaves out the ask": ({"ask_templates.ask": "{owner} by {by}"}, ["ask_templates.ask"], "{ask}"),
    "an ask where there is none": (
        {"ask_templates.no_ask": "{owner} {ask} {by}"},
        ["ask_templates.no_ask"],
        "{ask}",
    ),
    "a message with a score": (
        {"customer_templates.support": "{owner} {update_by} {total}"},
        ["customer_templates.support"],
        "{total}",
    ),
    "a message that leaves out who has it": (
        {"customer_templates.support": "until {update_by}"},
        ["customer_templates.support"],
        "{owner}",
    ),
    "a message that leaves out the day": (
        {"customer_templates.handle": "soon"},
        ["customer_templates.handle"],
        "{update",
    ),
    "a placeholder that reaches within": (
        {"ask_templates.ask": "{owner.name} {owner} {ask} {by}"},
        ["ask_templates.ask"],
        "{owner.name}",
    ),
    "a placeholder without a name": ({"ask_templates.ask": "{} {owner} {ask} {by}"}, ["ask_templates.ask"], "{}"),
    "a placeholder with a format": (
        {"customer_templates.handle": "{update_by:%d}"},
        ["customer_templates.handle"],
        "{update_by}",
    ),
    "a brace left open": ({"customer_templates.handle": "{update_by} {"}, ["customer_templates.handle"], "{"),
    "a missing template": ({"customer_templates.immediate": ...}, ["customer_templates.immediate"], "missing"),
}


@pytest.mark.parametrize(("changes", "paths", "words"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_policy_is_refused_with_one_sentence_that_begins_with_its_key_path(
    changes: dict[str, Any], paths: list[str], words: str
) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy(changes)
    assert [problem.split(":")[0].removesuffix(".[key]") for problem in refused.value.problems] == paths
    assert all(words in problem for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        (
            {"bands.1.low": 10, "rates.per_eur.USD": 0, "routes.feature_gap.owner": "sales"},
            {"bands", "rates.per_eur.USD", "routes.feature_gap.owner"},
        ),
        (
            {"title": ..., "colour": "red", "clocks.decision.urgency": 6},
            {"title", "colour", "clocks.decision"},
        ),
        (
            {"floors.0.when": "CC >= 6", "floors.1.id": "privacy", "floors.2.at_least": "handle"},
            {"floors.0.when", "floors.4.id", "floors.2.at_least"},
        ),
        (
            {
                "routes.feature_gap.owner": "sales",
                "routes.product_defect.inform": ["sales"],
                "parties.legal.name": "{who}",
            },
            {"routes.feature_gap.owner", "routes.product_defect.inform", "parties.legal.name"},
        ),
        # A flaw of shape and flaws of fit in one part of the policy.
        (
            {"floors.0.when": "CC >= 6", "floors.1.at_least": "severe", "floors.3.when": "signal weather"},
            {"floors.0.when", "floors.1.at_least", "floors.3.when"},
        ),
        (
            {"routes.feature_gap.title": "", "routes.product_defect.owner": "sales", "clocks.decision.urgency": 6},
            {"routes.feature_gap.title", "routes.product_defect.owner", "clocks.decision"},
        ),
        (
            {"ask_templates.ask": "", "ask_templates.no_ask": "{owner}", "customer_templates.handle": "soon"},
            {"ask_templates.ask", "ask_templates.no_ask", "customer_templates.handle"},
        ),
    ],
    ids=["three parts", "shape and fit", "floors", "routes", "shape and fit of floors", "of routes", "of templates"],
)
def test_three_problems_at_once_are_three_sentences(changes: dict[str, Any], paths: set[str]) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy(changes)
    assert {problem.split(":")[0] for problem in refused.value.problems} == paths
    assert len(refused.value.problems) == 3


def test_one_wrong_value_is_one_problem_where_a_key_takes_several_kinds_of_value() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"clocks.customer_update.support": -1})
    assert [problem.split(":")[0] for problem in refused.value.problems] == ["clocks.customer_update.support"]


def test_the_message_counts_the_problems_and_shows_them_all() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"bands.1.low": 10, "rates.per_eur.USD": 0})
    assert refused.value.exit_code == 6
    assert "2 problems" in str(refused.value)
    assert all(problem in str(refused.value) for problem in refused.value.problems)


def test_a_missing_band_is_refused_for_every_total_it_leaves_open() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"bands.1": ...})
    for total in range(9, 14):
        assert f"bands: no decision for a total of {total}" in refused.value.problems
    assert any("'support' needs one band" in problem for problem in refused.value.problems)


def test_a_higher_total_may_not_lead_to_a_milder_decision() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"bands.1.decision": "urgency", "bands.2.decision": "support"})
    assert any("'support' is milder than 'urgency'" in problem for problem in refused.value.problems)
    assert {problem.split(":")[0] for problem in refused.value.problems} == {"bands"}


def test_every_dimension_must_matter() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"floors.0.when": "AV >= 1", "floors.0.at_least": "immediate"})
    assert refused.value.problems == tuple(f"bands: {code} changes no decision" for code in ("CI", "AV", "TS", "CC"))


def test_a_missing_clock_and_a_slow_one_are_both_named() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        policy({"clocks.decision.support": ..., "clocks.decision.immediate": 3})
    assert {problem.split(":")[0] for problem in refused.value.problems} == {
        "clocks.decision.support",
        "clocks.decision",
    }


def test_an_empty_policy_names_every_key_it_lacks() -> None:
    with pytest.raises(InvalidPolicy) as refused:
        from_data({})
    wanted = set(Policy.model_fields) - {"sha256"}
    assert {problem.split(":")[0] for problem in refused.value.problems} == wanted
    assert len(refused.value.problems) == len(wanted)


def test_a_check_whose_parts_are_not_all_there_is_left_out() -> None:
    rules = load("default")
    assert problems({}) == []
    assert problems({"parties": rules.parties, "routes": {}}) == []
    assert problems({"rates": rules.rates.model_copy(update={"per_eur": {}})}) == ["rates.per_eur.EUR: must be 1"]


@pytest.mark.parametrize("name", ["default", "plain"])
def test_a_shipped_policy_has_no_problem_over_the_full_product(name: str) -> None:
    rules = load(name)
    assert problems({part: getattr(rules, part) for part in Policy.model_fields}) == []
    assert never_lowered_by_signals(rules) == []


def test_a_signal_that_lowers_a_decision_beside_another_is_found() -> None:
    def least(signals: frozenset[str]) -> int:
        return 1 if signals == {"legal"} else 0

    table = SimpleNamespace(levels=bytes(len(VECTORS)), signal_level=least)
    found = never_lowered_by_signals(cast("Policy", SimpleNamespace(table=table)))
    others = [signal for signal in SIGNALS if signal != "legal"]
    assert sorted(found) == sorted(f"floors: adding '{signal}' to ['legal'] lowers a decision" for signal in others)


def test_what_a_company_may_change_holds() -> None:
    rules = policy(
        {
            "bands.0.label": "Yours",
            "floors": [],
            "deadline_bounds": [],
            "signals.sla_breach.clock": 2,
            "signals.sla_breach.inform": ["support_leadership"],
            "rates.per_eur.KES": 134.0,
            "parties.board": {"name": "The board (#board)", "customer_name": "our board"},
            "routing.immediate.inform": ["cro", "board"],
            "clocks.customer_update.handle": 3,
            "mistakes.too_late.advice": "Escalate.",
        }
    )
    assert rules.label("handle") == "Yours"
    assert rules.routing.immediate.inform == ("cro", "board")
