"""The skill's own files, the same from wherever the program came."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import escalation
from clients import folders
from escalation.clients import bundle
from escalation.errors import EscalationError

FILES = bundle.files(bundle.installed())
PACKAGE = Path(escalation.__file__).parent


def written(folder: Path) -> Path:
    """The skill's files in a folder of their own."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_it_holds_what_an_agent_reads_and_what_it_runs() -> None:
    assert {
        "SKILL.md",
        "LICENSE",
        "references/by-hand.md",
        "prompts/extract.md.j2",
        "prompts/extraction.schema.json",
        "skill/escalate.py",
        "skill/escalation/__main__.py",
        "skill/escalation/py.typed",
        "skill/escalation/policy/policies/default.toml",
        "skill/escalation/rendering/by_hand.md.j2",
    } <= FILES.keys()


def test_it_holds_every_module_of_the_package() -> None:
    modules = {f"skill/escalation/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob("*.py")}
    assert len(modules) > 50

    assert {name for name in modules if "/bundle/" not in name} <= FILES.keys()


def test_it_holds_nothing_that_a_client_or_an_upload_stumbles_over() -> None:
    names = [name.rpartition("/")[2] for name in FILES]

    assert names.count("SKILL.md") == 1
    assert not {"metadata.json", "plugin.json", "marketplace.json", "pyproject.toml", "README.md"} & set(names)
    assert len({name.casefold() for name in FILES}) == len(FILES) < 200
    assert not [name for name in FILES if name.startswith(("/", ".")) or ".." in name or "\\" in name]


def test_its_files_come_in_the_order_of_their_paths() -> None:
    assert list(FILES) == sorted(FILES)


def test_a_folder_made_of_it_has_the_same_files_again(tmp_path: Path) -> None:
    assert bundle.files(bundle.checkout(written(tmp_path / folders.AWKWARD))) == FILES


@pytest.mark.tree
def test_it_is_what_the_tree_has_of_these_files_and_nothing_is_forgotten() -> None:
    parts = ("SKILL.md", "LICENSE", "skill/", "prompts/", "references/")
    tree = {name: (folders.ROOT / name).read_bytes() for name in folders.tracked() if name.startswith(parts)}

    assert bundle.files(bundle.checkout(folders.ROOT)) == tree


@pytest.mark.parametrize(
    "name",
    [
        "skill/escalation/__pycache__/errors.cpython-311.pyc",
        "skill/escalation/errors.py~",
        "skill/escalation/.DS_Store",
        "skill/escalation/policy/.default.toml.swp",
        "skill/notes.md",
        "references/.DS_Store",
        "references/by-hand.md~",
        "references/drafts/by-hand.md",
        "prompts/__pycache__/x.pyc",
        "prompts/.DS_Store",
        "prompts/extract.md.j2~",
        "prompts/.extract.md.j2.swp",
        "tests/test_it.py",
        ".env",
    ],
)
def test_what_lies_about_in_the_folder_does_not_enter(name: str, tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"lies about")

    assert bundle.files(bundle.checkout(folder)) == FILES


@pytest.mark.parametrize("lacking", ["SKILL.md", "LICENSE", "skill/escalate.py", "prompts"])
def test_an_installation_without_its_files_says_so(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path)
    monkeypatch.setattr(escalation, "__file__", str(folder / "skill" / "escalation" / "__init__.py"))
    assert bundle.installed() == bundle.checkout(folder)
    (folder / lacking).rename(tmp_path / "elsewhere")

    with pytest.raises(EscalationError, match="install it again"):
        bundle.installed()


# --- From a wheel ---------------------------------------------------------------------------------------------------


@pytest.mark.tree
def test_the_wheel_carries_the_same_names_and_bytes(tmp_path: Path) -> None:
    site = folders.wheel(tmp_path)
    code = """
import json
from escalation.clients import bundle
origin = bundle.installed()
found = {name: content.hex() for name, content in bundle.files(origin).items()}
print(json.dumps([[str(part) for part in origin], found]))
"""
    libraries = sysconfig.get_path("purelib")

    done = subprocess.run(
        [sys.executable, "-S", "-c", code],  # -S: what is installed in place stays out of sight
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join([str(site), libraries])},
        capture_output=True,
        check=True,
    )
    origin, found = json.loads(done.stdout)

    assert all(Path(part).is_relative_to(site) for part in origin)
    assert {name: bytes.fromhex(content) for name, content in found.items()} == FILES
