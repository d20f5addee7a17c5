"""JUnit: a test case for each gate and one for completeness."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from evals.reporting.junit import in_junit
from evaluation.building import made
from evaluation.test_page import run

pytestmark = pytest.mark.tree

HIGH = {"figure": "decision.exact", "at_least": 0.9}
EASY = {"figure": "decision.exact", "at_least": 0.1}


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - written above


def test_a_gate_that_failed_says_value_bound_interval_and_n() -> None:
    suite = parsed(in_junit(run(gates=(HIGH, EASY)).summary))
    (failure,) = suite.iter("failure")

    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "0")
    assert [case.get("name") for case in suite] == [
        "every reading was made",
        "Decision exact ≥ 0.9",
        "Decision exact ≥ 0.1",
    ]
    assert failure.get("message") == "33.3% (95% 6.1% to 79.2%, n = 3); the bound is ≥ 0.9 (misses 2, allowed 0)."


def test_gates_that_are_not_judged_are_skipped_with_the_reason() -> None:
    suite = parsed(in_junit(run(group=None).summary))
    (skipped,) = suite.iter("skipped")

    assert skipped.get("message") == "no gates were asked for"
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("2", "0", "1")


def test_a_run_that_is_not_complete_fails() -> None:
    suite = parsed(in_junit(run(made("exact"), gates=(HIGH,)).summary))

    assert suite.get("failures") == "1"
    assert suite.get("skipped") == "1"


def test_what_xml_cannot_hold_is_left_out() -> None:
    suite = parsed(in_junit(run(reader='a\x00\x1b\ufffe\ud800"<b>&\U0001f600').summary))

    assert suite.get("name") == 'evals held-out, a"<b>&\U0001f600'
