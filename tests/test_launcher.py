"""skill/escalate.py, from a folder that was only copied."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from escalation import __version__

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.tree


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A copy of what runs, under a path with spaces and letters beyond ASCII."""
    folder = tmp_path / "Kunden Übergabe" / "escalation-decision-framework"
    for part in ("skill", "prompts"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(folder: Path, *arguments: str, python: tuple[str, ...] = (sys.executable,)) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*python, str(folder / "skill" / "escalate.py"), *arguments],
        cwd=folder.parent.parent,
        env={"PATH": os.environ["PATH"], "HOME": str(folder.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_it_runs_from_another_folder_and_writes_nothing_into_its_own(folder: Path) -> None:
    before = sorted(folder.rglob("*"))

    found = run(folder, "score", "EDF:1.0/CI:5/AV:3/TS:4/CC:5")

    assert (found.returncode, found.stderr) == (0, "")
    assert "Escalate with urgency" in found.stdout
    assert sorted(folder.rglob("*")) == before


def test_it_runs_from_the_copy_and_finds_its_prompts(folder: Path) -> None:
    (folder / "prompts" / "extract.md.j2").write_text("from the copy\n", encoding="utf-8")

    assert run(folder, "prompt").stdout.startswith("from the copy")


def test_it_names_its_version(folder: Path) -> None:
    assert run(folder, "--version").stdout == f"escalate, version {__version__}\n"


def test_it_says_in_one_line_which_command_installs_what_it_lacks(folder: Path) -> None:
    found = run(folder, "--help", python=(sys.executable, "-I", "-S"))

    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.count("\n") == 1
    assert '-m pip install "click' in found.stderr
