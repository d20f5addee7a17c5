from __future__ import annotations

from itertools import combinations, product

import pytest

import building
import oracle
from escalation.decision.routing import Recipient, Routing, route
from escalation.policy.loading import load
from escalation.policy.terms import DECISIONS, ISSUE_TYPES, SIGNALS, Decision, IssueType, SignalKind

DEFAULT = load("default")
ISSUES: list[IssueType | None] = [None, *ISSUE_TYPES]
TEAMS: list[list[str]] = [[], ["  "], ["Billing"], ["Billing", "Platform", "Data"], ["Billing", " ", "Billing", "Data"]]
SIGNAL_SETS: list[tuple[SignalKind, ...]] = [chosen for size in range(10) for chosen in combinations(SIGNALS, size)]
ESCALATIONS = DECISIONS[1:]


def party(recipient: Recipient) -> str:
    """A recipient as the oracle names it."""
    return f"team:{recipient.team}" if recipient.team else recipient.key


def names(routing: Routing) -> tuple[str | None, list[str]]:
    """Owner and informed as people read them."""
    return routing.owner.name if routing.owner else None, [recipient.name for recipient in routing.inform]


def by_oracle(
    decision: Decision, issue_type: IssueType | None, teams: list[str], signals: tuple[SignalKind, ...]
) -> tuple[str | None, list[str]]:
    """The oracle's route. The CRO is not informed apart where "CRO or CEO office" is in the route already."""
    owner, inform = oracle.route(decision, issue_type, teams, frozenset(signals))
    return owner, [name for name in inform if name != "cro" or "executive" not in inform]


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_issue_type_team_and_set_of_signals_is_routed_as_the_oracle_says(decision: Decision) -> None:
    for issue_type, teams, signals in product(ISSUES, TEAMS, SIGNAL_SETS):
        found = route(DEFAULT, decision, issue_type, teams, signals)
        owner, inform = by_oracle(decision, issue_type, teams, signals)
        assert (party(found.owner) if found.owner else None) == owner, (issue_type, teams, signals)
        informed = [party(recipient) for recipient in found.inform]
        assert sorted(informed) == sorted(inform), (issue_type, teams, signals)
        assert owner not in informed


@pytest.mark.parametrize("decision", DECISIONS)
def test_those_of_the_table_stand_before_those_whom_signals_inform(decision: Decision) -> None:
    for issue_type, teams in product(ISSUES, TEAMS):
        owner, inform = by_oracle(decision, issue_type, teams, ())
        found = route(DEFAULT, decision, issue_type, teams, SIGNALS)
        informed = [party(recipient) for recipient in found.inform]
        assert informed[: len(inform)] == inform
        assert sorted(informed[len(inform) :]) == ["legal", "privacy", "security"]
        assert owner == (party(found.owner) if found.owner else None)


ENGINEERING = "Engineering, through the support platform"
EXECUTIVE = "CRO or CEO office, through CS leadership"
LEADERSHIP = "CS leadership"


@pytest.mark.parametrize(
    ("issue_type", "support", "urgency", "immediate"),
    [
        (
            "product_defect",
            (ENGINEERING, []),
            (ENGINEERING, [LEADERSHIP]),
            (LEADERSHIP, [ENGINEERING, "CRO"]),
        ),
        (
            "feature_gap",
            ("Product management", []),
            ("Product management", [LEADERSHIP]),
            (LEADERSHIP, ["Product management", "CRO"]),
        ),
        (
            "service_failure",
            (LEADERSHIP, ["Support leadership"]),
            (LEADERSHIP, ["Support leadership"]),
            (LEADERSHIP, ["Support leadership", "CRO"]),
        ),
        (
            "commercial_dispute",
            (LEADERSHIP, ["Finance"]),
            (LEADERSHIP, ["Finance"]),
            (LEADERSHIP, ["Finance", "CRO"]),
        ),
        ("relationship_at_risk", (LEADERSHIP, []), (LEADERSHIP, []), (LEADERSHIP, ["CRO"])),
        ("executive_intervention", (LEADERSHIP, []), (EXECUTIVE, [LEADERSHIP]), (LEADERSHIP, [EXECUTIVE])),
        (
            "cross_functional",
            ("Lead of Billing", ["Lead of Data"]),
            ("Lead of Billing", ["Lead of Data", LEADERSHIP]),
            (LEADERSHIP, ["Lead of Billing", "Lead of Data", "CRO"]),
        ),
        (None, (LEADERSHIP, []), (LEADERSHIP, []), (LEADERSHIP, ["CRO"])),
    ],
)
def test_the_default_policy_names_owner_and_informed_for_each_issue_type(
    issue_type: IssueType | None,
    support: tuple[str, list[str]],
    urgency: tuple[str, list[str]],
    immediate: tuple[str, list[str]],
) -> None:
    found = [names(route(DEFAULT, decision, issue_type, ["Billing", "Data"], ())) for decision in ESCALATIONS]
    assert found == [support, urgency, immediate]


def test_a_case_to_handle_has_no_owner_and_informs_only_whom_a_signal_informs() -> None:
    for issue_type in ISSUES:
        assert route(DEFAULT, "handle", issue_type, ["Billing"], ()) == (None, (), ())
    assert names(route(DEFAULT, "handle", "product_defect", [], ["privacy"])) == (None, ["Privacy", "Legal"])


@pytest.mark.parametrize(
    ("signal", "informed"),
    [
        ("security", ["Security"]),
        ("privacy", ["Privacy", "Legal"]),
        ("legal", ["Legal"]),
        ("regulatory", ["Legal"]),
        ("safety", []),
        ("churn_notice", []),
        ("executive_escalation", []),
        ("sla_breach", []),
        ("already_escalated", []),
    ],
)
@pytest.mark.parametrize("name", ["default", "plain"])
def test_signals_inform_whatever_the_decision(name: str, signal: SignalKind, informed: list[str]) -> None:
    for decision, issue_type in product(DECISIONS, ISSUES):
        without = names(route(load(name), decision, issue_type, ["Billing"], ()))[1]
        assert names(route(load(name), decision, issue_type, ["Billing"], [signal]))[1] == [*without, *informed]


@pytest.mark.parametrize("decision", ESCALATIONS)
def test_no_fitting_issue_type_goes_to_cs_leadership_with_a_finding(decision: Decision) -> None:
    found = route(DEFAULT, decision, None, ["Billing"], ())
    assert found.owner is not None
    assert found.owner.key == "cs_leadership"
    assert found.findings == ("No kind of issue fits, so it goes to CS leadership.",)


@pytest.mark.parametrize("decision", ESCALATIONS)
@pytest.mark.parametrize("teams", [[], [" "], ["", "\t"]])
def test_several_teams_without_a_name_go_to_cs_leadership_with_a_finding(decision: Decision, teams: list[str]) -> None:
    found = route(DEFAULT, decision, "cross_functional", teams, ())
    assert found.owner is not None
    assert found.owner.key == "cs_leadership"
    assert found.findings == ("Several teams must act, but the notes name none, so it goes to CS leadership.",)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_route_that_fits_is_no_finding(decision: Decision) -> None:
    for issue_type in ISSUE_TYPES:
        assert route(DEFAULT, decision, issue_type, ["Billing"], SIGNALS).findings == ()


def test_teams_are_named_only_where_several_must_act() -> None:
    for decision, issue_type in product(DECISIONS, ISSUE_TYPES):
        with_teams = route(DEFAULT, decision, issue_type, ["Billing"], ())
        assert issue_type == "cross_functional" or with_teams == route(DEFAULT, decision, issue_type, [], ())


def test_the_name_of_a_team_is_put_in_as_it_is() -> None:
    found = route(DEFAULT, "support", "cross_functional", [" {team} {0} %s ", "Lead of Data"], ())
    assert names(found) == ("Lead of {team} {0} %s", ["Lead of Lead of Data"])


def test_the_customer_never_hears_the_name_of_a_team() -> None:
    found = route(DEFAULT, "support", "cross_functional", ["Billing"], ())
    assert found.owner is not None
    assert found.owner.customer_name == DEFAULT.parties["team_lead"].customer_name
    assert "Billing" not in found.owner.customer_name


def test_names_and_channels_of_a_company_stand_in_the_route() -> None:
    ours = building.policy(
        {
            "parties.cs_leadership.name": "Dana Weiss, VP CS (#cs-escalations)",
            "parties.board": {"name": "Board", "customer_name": "our board"},
            "routing.immediate.inform": ["cro", "board"],
            "routing.support.instead": {"engineering": "product"},
            "signals.sla_breach.inform": ["support_leadership"],
        }
    )
    assert names(route(ours, "immediate", "relationship_at_risk", [], ())) == (
        "Dana Weiss, VP CS (#cs-escalations)",
        ["CRO", "Board"],
    )
    assert names(route(ours, "support", "product_defect", [], ["sla_breach"])) == (
        "Product management",
        ["Support leadership"],
    )


def test_a_part_of_a_party_in_the_route_is_not_informed_apart() -> None:
    ours = building.policy({"parties.legal.part_of": "finance"})
    assert names(route(ours, "support", "commercial_dispute", [], ["legal"]))[1] == ["Finance"]
    assert names(route(ours, "support", "feature_gap", [], ["legal"]))[1] == ["Legal"]
