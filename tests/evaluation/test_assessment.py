"""An assessment in Markdown, as an agent writes it that has the framework in words alone."""

from __future__ import annotations

import pytest

from evals.without.assessment import parse
from evaluation.building import NOTES, POLICY

pytestmark = pytest.mark.tree

TEXT = """## Escalation assessment

| Dimension | Score | Rationale |
| --- | --- | --- |
| Customer impact | 5 | "nobody can bake from the app", the ovens stand |
| **Account value** | {value} | "EUR 64k ARR" |
| Time sensitivity | 4 | \u201cMust run again by Monday\u201d and "the queue burst into flames" |
| CSM capability | 4 | needs platform |
| Total | {total} | |

### Decision
{decision}

More words.
"""


def made(value: str = "5", total: str = "18", decision: str = "**Escalate immediately**") -> str:
    return TEXT.format(value=value, total=total, decision=decision)


def test_scores_total_and_decision_are_read_from_the_template() -> None:
    found = parse(made(), NOTES, POLICY)

    assert found.scores == {"CI": 5, "AV": 5, "TS": 4, "CC": 4}
    assert (found.total, found.decision, found.adds_up, found.fits(POLICY)) == (18, "immediate", True, True)


def test_quotes_are_counted_as_given_and_as_they_stand_in_the_notes() -> None:
    assert parse(made(), NOTES, POLICY).quotes == (4, 3)


def test_a_wrong_sum_and_a_wrong_band_are_seen() -> None:
    found = parse(made(total="14", decision="Escalate immediately"), NOTES, POLICY)

    assert (found.adds_up, found.fits(POLICY)) == (False, False)


@pytest.mark.parametrize("value", ["unknown", "3-4", ""])
def test_a_score_that_is_no_single_number_is_left_open(value: str) -> None:
    found = parse(made(value=value), NOTES, POLICY)

    assert found.scores["AV"] is None
    assert found.adds_up is None


@pytest.mark.parametrize("text", ["", "I cannot say.", made(decision="Either way")])
def test_what_does_not_follow_the_template_is_no_decision(text: str) -> None:
    found = parse(text, NOTES, POLICY)

    assert found.decision is None
    assert found.fits(POLICY) is None
