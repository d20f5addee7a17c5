"""README and CHANGELOG tell the truth: their examples run, their tables are the program's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from escalation import __version__, errors
from escalation.cli.commands import escalate
from escalation.policy.linting import lint
from escalation.policy.loading import load

ROOT = Path(__file__).parents[1]
FILE = ROOT / "README.md"
README = FILE.read_text(encoding="utf-8") if FILE.exists() else ""  # so that others can run without the tree
pytestmark = pytest.mark.tree


def section(title: str) -> str:
    """The text of a section of the README, up to the next heading of its level or above."""
    level = re.search(rf"^(#+) {re.escape(title)}$", README, re.MULTILINE)
    assert level, title
    rest = README[level.end() :]
    end = re.search(rf"^#{{1,{len(level[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def commands(text: str) -> list[str]:
    """The commands of the console blocks in ``text``, one list entry a block."""
    return [block.removeprefix("$ ") for block in re.findall(r"```console\n(.*?)\n```", text, re.DOTALL)]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "escalation", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_start_has_two_blocks_of_one_command_each() -> None:
    blocks = re.findall(r"```console\n(.*?)\n```", section("Start"), re.DOTALL)

    assert len(blocks) == 2
    assert all(block.startswith("$ ") and "\n" not in block for block in blocks)


def test_the_second_command_is_the_one_that_ci_runs() -> None:
    _, second = commands(section("Start"))

    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_output_it_shows_is_that_of_the_command_beside_it() -> None:
    shown = re.search(
        r"<!-- output: escalate (.*?) -->\n\n````markdown\n(.*?)\n````\n\n<!-- /output -->", README, re.DOTALL
    )

    assert shown
    assert run(*shown[1].split()).stdout.startswith(f"{shown[2]}\n")


def test_the_first_command_assesses_an_example() -> None:
    first, _ = commands(section("Start"))

    found = run(*first.split("bin/escalate ")[1].split())

    assert found.returncode == 0
    assert found.stdout.startswith("## Escalation Assessment: ")


def test_every_command_of_its_table_is_there_and_the_other_way_round() -> None:
    named = set(re.findall(r"^\| `escalate (\w+)", section("On the command line"), re.MULTILINE))

    assert named == set(escalate.commands)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z-]+)", README)) - {"--group"}))
def test_every_option_it_names_is_there(option: str) -> None:
    options = {name for command in escalate.commands.values() for param in command.params for name in param.opts}

    assert option in options


def test_its_exit_codes_are_those_of_the_program() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.*?) \|$", section("Exit codes"), re.MULTILINE))
    help_text = run("--help").stdout
    classes = [error for error in vars(errors).values() if isinstance(error, type)]

    assert {str(error.exit_code) for error in classes if issubclass(error, errors.EscalationError)} <= set(table)
    assert set(re.findall(r"^ +(\d+)  ", help_text, re.MULTILINE)) == set(table)


def test_its_policy_holds_and_changes_a_name_alone(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", section("Policies"), re.DOTALL)
    file = tmp_path / "acme.toml"
    file.write_text(example, encoding="utf-8")

    assert lint(str(file)).startswith("acme 1.0.0 holds")
    assert load(str(file)).parties["cs_leadership"].name == "Dana Weiss, VP CS (#cs-escalations)"
    assert "0 of 320,000 decisions change" in run("policy", "diff", "default", str(file)).stdout


def test_its_vector_is_one() -> None:
    (vector,) = set(re.findall(r"EDF:1\.0/[\w:,/-]+", section("The vector")))

    assert run("score", vector).returncode == 0


def test_its_bands_are_those_of_the_policy() -> None:
    rows = re.findall(r"^\| (\d+)-(\d+) \| (.*?) \|$", section("The vector"), re.MULTILINE)

    assert rows == [(str(band.low), str(band.high), band.label) for band in load("default").bands]


def test_every_file_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_changelog_is_about_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert "## [Unreleased]" in changelog or f"## [{__version__}]" in changelog
