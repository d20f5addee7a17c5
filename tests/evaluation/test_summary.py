"""When gates are judged, and what the verdict is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from evals.corpus.sample import samples_of
from evals.measuring.summary import Summary, summarize
from evals.running.manifest import Manifest
from evals.running.results import Result
from evals.suite import Suite
from evaluation.building import POLICY, base, made, read_case

pytestmark = pytest.mark.tree

SUITE = Suite.model_validate(
    {
        "splits": {},
        "epochs": {},
        "prices": {"date": "2026-11-22", "source": "none", "models": {}},
        "gates": [
            {"group": "model", "figure": "decision.exact", "at_least": 0.9},
            {"group": "offline", "figure": "decision.exact", "at_least": 0.1},
        ],
    }
)


def manifest(**changes: Any) -> Manifest:
    given: dict[str, Any] = {
        "reader": "replay", "model": "agent", "provenance": "somebody", "group": "model", "split": "held-out", "epochs": 1,
        "samples": 1, "whole": True, "samples_sha256": "", "instructions_sha256": "", "schema_sha256": "",
        "policy_sha256": "", "labels": "two raters", "commit": None, "versions": {},
        "started": dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
    }  # fmt: skip
    return Manifest.model_validate(given | changes)


def summary(*results: Result, wanted: int = 1, **changes: Any) -> Summary:
    return summarize(manifest(**changes), samples_of(base()), results, wanted, POLICY, SUITE)


def test_gates_of_the_readers_group_are_judged() -> None:
    passed, failed = summary(made()), summary(made("torvald", 1, read_case(ranges={"CI": (1, 1)})))

    assert (passed.verdict, len(passed.gates), passed.complete) == ("passed", 1, True)
    assert (failed.verdict, failed.why) == ("failed", "1 of 1 gates failed")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"group": None}, "no gates"),
        ({"split": "development"}, "held-out split alone"),
        ({"whole": False}, "whole split alone"),
        ({"wanted": 2}, "never judged on an incomplete run"),
    ],
)
def test_gates_are_not_judged_on_less_than_a_whole_held_out_run(changes: dict[str, Any], why: str) -> None:
    found = summary(made(), **changes)

    assert (found.verdict, found.gates) == ("not judged", ())
    assert why in found.why


def test_a_reading_that_failed_leaves_the_run_incomplete() -> None:
    assert not summary(made(status="failed", cases=())).complete


def test_every_figure_has_a_name_of_its_own_and_the_matrix_counts_all() -> None:
    found = summary(made())

    names = [figure.name for figure in found.figures]
    assert len(set(names)) == len(names) > 50
    assert sum(map(sum, found.matrix)) == 1
    assert found.figure("decision.exact").value == 1
    with pytest.raises(KeyError):
        found.figure("no such figure")
