"""Validators and scanners find nothing in the skill that `.ci/findings.toml` does not explain."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from clients.real import findings, machine, sources
from clients.real.findings import Finding
from clients.real.sources import Sources

pytestmark = [pytest.mark.tree, pytest.mark.clients]


@pytest.fixture(name="trees", scope="module")
def _trees(made: Sources, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the slim archive brings, and what the routes bring that copy the whole repository."""
    slim = sources.unzipped(made.archive, tmp_path_factory.mktemp("slim"))
    return {"slim": slim, "whole": made.tree}


@pytest.mark.parametrize("name", ["slim", "whole"])
def test_the_specification_s_validator_accepts_it(name: str, trees: dict[str, Path], tmp_path: Path) -> None:
    agentskills = Path(sys.executable).with_name("agentskills")

    done = machine.run(agentskills, "validate", trees[name], cwd=tmp_path, env=machine.environment(tmp_path))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Valid skill")


@pytest.mark.parametrize("name", ["slim", "whole"])
@pytest.mark.parametrize("tool", findings.TOOLS)
def test_a_tool_finds_what_is_explained_and_nothing_else(tool: str, name: str, trees: dict[str, Path]) -> None:
    there = {path.relative_to(trees[name]).as_posix() for path in trees[name].rglob("*") if path.is_file()}
    expected = {
        finding for finding in findings.known() if finding.tool == tool and finding.place.partition(":")[0] in there
    }

    found = findings.TOOLS[tool](trees[name])

    assert sorted(found - expected) == [], "not explained in .ci/findings.toml"
    assert sorted(expected - found) == [], "explained in .ci/findings.toml, and gone"


def test_a_tool_would_find_what_is_new(trees: dict[str, Path], tmp_path: Path) -> None:
    skill = tmp_path / trees["slim"].name
    shutil.copytree(trees["slim"], skill)
    module = "socket"  # written so that this file is none to find
    (skill / "skill" / "new.py").write_text(f"import {module}\n\n{module}.socket().connect(('a.example', 1))\n")

    assert Finding("skillguard", "sg01-raw-socket-python", "skill/new.py") in findings.skillguard(skill)


def test_every_finding_is_explained_once_and_lies_in_a_file_that_is_there(trees: dict[str, Path]) -> None:
    entries = findings.policy()["finding"]
    listed = Counter((entry["tool"], entry["rule"], place) for entry in entries for place in entry["places"])

    assert [finding for finding, times in listed.items() if times > 1] == []
    assert {entry["tool"] for entry in entries} == set(findings.TOOLS)
    for entry in entries:
        assert set(entry) == {"tool", "rule", "places", "reason"}
        assert len(entry["reason"].split()) >= 5, entry
        for place in entry["places"]:
            assert (trees["whole"] / place.partition(":")[0]).is_file(), place


def test_what_was_run_once_says_when_in_which_version_and_why_its_findings_stand() -> None:
    runs = findings.policy()["once"]

    assert runs
    for run in runs:
        assert isinstance(run["date"], dt.date)
        assert run["version"][0].isdigit()
        assert run["verdict"]
        for entry in run["finding"]:
            assert len(entry["reason"].split()) >= 5, entry
