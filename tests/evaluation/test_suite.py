"""What ``suite.toml`` may hold, and what the one of this repository holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import CorpusBroken
from evals.suite import FILE, Gate, load

pytestmark = pytest.mark.tree


def test_every_problem_is_named(tmp_path: Path) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(
        FILE.read_text(encoding="utf-8").replace("development = 1", 'development = "one"') + "\n[more]\n",
        encoding="utf-8",
    )

    with pytest.raises(CorpusBroken) as caught:
        load(path)

    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("text", ["gates = [", ""])
def test_a_file_that_is_none_is_said_to_be(text: str, tmp_path: Path) -> None:
    path = tmp_path / "suite.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CorpusBroken, match=r"suite\.toml"):
        load(path)


def test_a_file_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(CorpusBroken, match=r"suite\.toml"):
        load(tmp_path / "suite.toml")


def test_a_bound_that_is_softer_than_the_aim_says_both_and_why() -> None:
    for gate in load().gates:
        assert (gate.aim is None) == (gate.reason is None)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"at_least": 0.9, "at_most": 0.9},
        {"at_least": 0.9, "failures": 9},
        {"at_least": 0.9, "failures": 9, "of": 100},
        {"at_least": 0.9, "aim": "0.95"},
    ],
)
def test_a_gate_that_contradicts_itself_is_refused(more: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"needs exactly one|go together|failures must be 10 of 100"):
        Gate.model_validate({"group": "model", "figure": "decision.exact", **more})


@pytest.mark.parametrize(
    ("bound", "n", "allowed"),
    [({"at_least": 0.92}, 100, 8), ({"at_least": 0.9}, 95, 9), ({"at_most": 0.04}, 103, 4), ({"at_most": 0}, 103, 0)],
)
def test_a_rate_allows_whole_numbers_of_failures(bound: dict[str, float], n: int, allowed: int) -> None:
    assert Gate.model_validate({"group": "model", "figure": "f", **bound}).allowed(n) == allowed
