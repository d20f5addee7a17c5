"""SKILL.md and the files it leads to."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from clients.folders import tracked
from escalation import __version__
from escalation.clients.places import SKILL
from escalation.policy.loading import load
from escalation.rendering.by_hand import render

ROOT = Path(__file__).parents[1]
NAME = "escalation-decision-framework"
pytestmark = pytest.mark.tree


def text() -> str:
    return (ROOT / "SKILL.md").read_text(encoding="utf-8")


def marketplace() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / ".claude-plugin" / "marketplace.json").read_text(encoding="utf-8"))
    return found


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return found


def shipped_texts() -> list[Path]:
    """What an agent reads of it."""
    return [ROOT / "SKILL.md", *sorted((ROOT / "references").glob("*.md"))]


def test_the_specification_s_validator_accepts_the_folder_under_its_right_name(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    shutil.copytree(ROOT / "skill", folder / "skill")
    shutil.copy(ROOT / "SKILL.md", folder)

    found = subprocess.run(
        [Path(sys.executable).parent / "agentskills", "validate", folder], capture_output=True, text=True, check=False
    )

    assert (found.returncode, found.stderr) == (0, "")


def test_it_is_short_enough_to_stay_loaded() -> None:
    assert len(text().splitlines()) <= 500
    assert len(text()) / 4 < 5_000  # about as many tokens


def test_there_is_one_skill_in_the_tree() -> None:
    assert [name for name in tracked() if Path(name).name.casefold() == "skill.md"] == ["SKILL.md"]


def test_no_amount_is_written_in_a_way_that_a_client_takes_for_an_argument() -> None:
    for shipped in shipped_texts():
        assert not re.search(r"\$\d", shipped.read_text(encoding="utf-8")), shipped
    assert "${CLAUDE_SKILL_DIR:-" not in text()
    assert "$ARGUMENTS" not in text()


def test_nothing_in_it_is_run_by_a_client_that_only_loads_it() -> None:
    assert not re.search(r"!`|^```!", text(), re.MULTILINE)


def test_its_version_is_the_package_s() -> None:
    assert f'version: "{__version__}"' in text()
    assert re.findall(r'^ +version: *"(.*)"$', text(), re.MULTILINE) == [__version__]


def test_its_version_is_that_of_the_project_and_of_the_marketplace() -> None:
    file = marketplace()
    where = project()["tool"]["hatch"]["version"]["path"]

    assert project()["project"].get("version", __version__) == __version__
    assert f'__version__ = "{__version__}"' in (ROOT / where).read_text(encoding="utf-8")
    assert [file["metadata"]["version"], *(plugin["version"] for plugin in file["plugins"])] == [__version__] * 2


def test_its_name_is_the_same_wherever_it_is_written() -> None:
    assert re.findall(r"^name: (.*)$", text(), re.MULTILINE) == [NAME]
    assert SKILL == NAME
    assert [plugin["name"] for plugin in marketplace()["plugins"]] == [NAME]
    assert project()["project"]["name"] == NAME


def test_its_front_matter_has_no_field_that_some_client_refuses() -> None:
    front = text().split("---")[1]

    assert set(re.findall(r"^([\w-]+):", front, re.MULTILINE)) <= {
        "name", "description", "license", "compatibility", "metadata", "allowed-tools",
    }  # fmt: skip


def test_the_marketplace_offers_the_folder_itself_and_needs_no_plugin_file() -> None:
    (plugin,) = marketplace()["plugins"]

    assert (plugin["source"], plugin["strict"], plugin["skills"]) == ("./", False, ["./"])
    assert plugin["license"] == project()["project"]["license"]
    assert len(plugin["description"]) <= 1024


def test_the_tree_has_nothing_that_hides_the_skill_or_lists_it_twice() -> None:
    names = tracked()

    assert [name for name in names if Path(name).name in ("plugin.json", "metadata.json")] == []
    assert [name for name in names if name.split("/")[0] in ("skills", "commands", "agents", "hooks", "bin")] == []
    assert [name for name in names if (ROOT / name).is_symlink()] == []
    assert [name for name in names if name.split("/")[0] in (".claude", ".agents", ".cursor", ".codex")] == []


def test_it_says_customer_escalation_and_what_it_is_not() -> None:
    description = re.search(r'^description: "(.*)"$', text(), re.MULTILINE)

    assert description
    assert len(description[1]) <= 1024
    assert "customer escalation" in description[1]
    for other in ("sandbox", "on-call", "support-bot"):
        assert other in description[1]
    assert not re.search(r"[<>]", description[1])


def test_every_file_it_names_is_there() -> None:
    names = re.findall(r"`((?:references|skill|prompts)/[\w./-]+)`", text())
    called = [name.replace("\\", "/") for name in re.findall(r"SKILL_DIR[/\\]([\w./\\-]+)", text())]

    assert names
    assert set(called) == {"skill/escalate.py"}
    for name in (*names, *called):
        assert (ROOT / name).is_file(), name


def test_every_link_of_what_an_agent_reads_leads_to_a_file_that_is_shipped() -> None:
    for shipped in shipped_texts():
        for link in re.findall(r"\]\(([^)#\s]+)", shipped.read_text(encoding="utf-8")):
            assert "://" in link or (shipped.parent / link).is_file(), f"{shipped.name}: {link}"
            assert not link.startswith(("/", "..", "evals", "tests", "examples")), f"{shipped.name}: {link}"


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
