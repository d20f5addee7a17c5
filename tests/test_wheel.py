"""The built wheel, with the source tree out of reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SUBSET = ("cli/test_commands.py", "rendering", "policy/test_loading.py", "test_prompting.py", "decision/test_vector.py")
pytestmark = pytest.mark.tree


@pytest.fixture(name="installed", scope="module")
def _installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree and unpacked where no source is."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_it_holds_the_package_its_data_and_the_prompts_and_nothing_else(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}

    assert {
        "escalation/py.typed",
        "escalation/policy/policies/default.toml",
        "escalation/prompts/extraction.schema.json",
        "escalation/prompts/extract.md.j2",
        "escalation/rendering/by_hand.md.j2",
    } <= names
    assert {name.split("/")[0] for name in names} == {
        "escalation",
        *{n.split("/")[0] for n in names if ".dist-info" in n},
    }


def test_the_tests_of_command_rendering_prompts_policies_and_vectors_pass(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not tree", "-p", "no:cacheprovider", "-p", "no:xdist"]
    options = ["-o", "pythonpath=tests", "--import-mode=importlib", "-o", "markers=tree: needs the source tree"]

    found = subprocess.run(
        [*command, *options, "--rootdir", str(tmp_path), *(f"tests/{name}" for name in SUBSET)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed), "ESCALATE_TESTED_IN": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 0, found.stdout[-4_000:]
    assert " passed" in found.stdout


def test_it_is_the_wheel_that_is_tested(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import escalation; print(escalation.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert Path(where.stdout.strip()).is_relative_to(installed)
