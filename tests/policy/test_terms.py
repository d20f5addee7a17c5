from __future__ import annotations

from escalation.policy import terms


def test_dimensions_and_their_codes_stand_in_the_order_of_the_vector() -> None:
    assert terms.CODE_OF == {
        "customer_impact": "CI",
        "account_value": "AV",
        "time_sensitivity": "TS",
        "csm_capability": "CC",
    }
    assert list(terms.DIMENSIONS) == list(terms.CODE_OF)
    assert terms.CODES == ("CI", "AV", "TS", "CC")
    assert {code: name for name, code in terms.CODE_OF.items()} == terms.DIMENSION_OF


def test_the_level_of_a_decision_rises_with_its_gravity() -> None:
    assert terms.DECISIONS == ("handle", "support", "urgency", "immediate")
    assert [terms.LEVEL_OF[decision] for decision in terms.DECISIONS] == [0, 1, 2, 3]


def test_issue_types_are_the_seven_of_the_framework() -> None:
    assert terms.ISSUE_TYPES == (
        "product_defect",
        "feature_gap",
        "service_failure",
        "commercial_dispute",
        "relationship_at_risk",
        "executive_intervention",
        "cross_functional",
    )


def test_signals_are_nine_and_stand_in_alphabetical_order() -> None:
    assert set(terms.SIGNALS) == {
        "already_escalated",
        "churn_notice",
        "executive_escalation",
        "legal",
        "privacy",
        "regulatory",
        "safety",
        "security",
        "sla_breach",
    }
    assert list(terms.SIGNALS) == sorted(terms.SIGNALS)


def test_mistakes_are_six_in_the_order_of_the_framework() -> None:
    assert terms.MISTAKES == (
        "too_late",
        "too_broad",
        "no_context",
        "silent_customer",
        "not_that_bad",
        "complaint_no_ask",
    )


def test_strategic_weights_give_one_to_five() -> None:
    assert terms.WEIGHT_SCORE == {"none": 1, "slight": 2, "some": 3, "strong": 4, "high": 5}


def test_four_scores_from_one_to_five_total_four_to_twenty() -> None:
    assert list(terms.SCORES) == [1, 2, 3, 4, 5]
    assert (min(terms.TOTALS), max(terms.TOTALS)) == (4, 20)
