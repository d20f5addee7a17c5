"""SKILL.md and the files it leads to."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from escalation import __version__
from escalation.policy.loading import load
from escalation.rendering.by_hand import render

ROOT = Path(__file__).parents[1]
NAME = "escalation-decision-framework"
pytestmark = pytest.mark.tree


def text() -> str:
    return (ROOT / "SKILL.md").read_text(encoding="utf-8")


def test_the_specification_s_validator_accepts_the_folder_under_its_right_name(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    shutil.copytree(ROOT / "skill", folder / "skill")
    shutil.copy(ROOT / "SKILL.md", folder)

    found = subprocess.run(
        [Path(sys.executable).parent / "agentskills", "validate", folder], capture_output=True, text=True, check=False
    )

    assert (found.returncode, found.stderr) == (0, "")


def test_it_is_short_enough_to_stay_loaded() -> None:
    assert len(text().splitlines()) < 500
    assert len(text()) / 4 < 5_000  # about as many tokens


def test_there_is_one_skill_in_the_tree() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = tracked.splitlines() or [str(path.relative_to(ROOT)) for path in ROOT.glob("[!.]*/**/SKILL.md")]

    assert [name for name in names if Path(name).name == "SKILL.md" and "/" in name] == []


def test_no_amount_is_written_in_a_way_that_a_client_takes_for_an_argument() -> None:
    assert not re.search(r"\$\d", text())
    assert "${CLAUDE_SKILL_DIR:-" not in text()


def test_its_version_is_the_package_s() -> None:
    assert f'version: "{__version__}"' in text()


def test_it_says_customer_escalation_and_what_it_is_not() -> None:
    description = re.search(r'^description: "(.*)"$', text(), re.MULTILINE)

    assert description
    assert len(description[1]) <= 1024
    assert "customer escalation" in description[1]
    for other in ("sandbox", "on-call", "support-bot"):
        assert other in description[1]
    assert not re.search(r"[<>]", description[1])


def test_every_file_it_names_is_there() -> None:
    for name in re.findall(r"`((?:references|skill|prompts)/[\w./-]+)`", text()):
        assert (ROOT / name).is_file(), name


def test_the_tables_to_apply_by_hand_are_those_of_the_default_policy() -> None:
    written = (ROOT / "references" / "by-hand.md").read_text(encoding="utf-8")

    assert written == render(load("default")), "escalate policy show --format markdown > references/by-hand.md"


def test_the_launcher_asks_for_what_the_package_needs() -> None:
    header = (ROOT / "skill" / "escalate.py").read_text(encoding="utf-8").split("# ///")[1]
    lines = [line.removeprefix("#").strip() for line in header.splitlines()[1:]]
    script = tomllib.loads("\n".join(lines))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert set(script["dependencies"]) == {need for need in project["dependencies"] if not need.startswith("anthropic")}
    assert script["requires-python"] == project["requires-python"]
