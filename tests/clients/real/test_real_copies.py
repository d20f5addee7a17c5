"""The slim archive, copied anywhere and read-only, run with uv: by every Python, and without a network after one run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from clients import folders
from clients.real import machine, scripts, sources
from clients.real.programs import Programs, uv
from clients.real.sources import Sources

pytestmark = [pytest.mark.tree, pytest.mark.clients]
DECIDE = ("decide", scripts.EXTRACTION, "--notes", scripts.NOTES, "--today", scripts.TODAY)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@pytest.fixture(name="launcher")
def _launcher(made: Sources, tmp_path: Path) -> Iterator[Path]:
    """The launcher of a folder that nobody may write in, under a path with spaces and letters beyond ASCII."""
    skill = sources.unzipped(made.archive, tmp_path / folders.AWKWARD)
    folders.lock(skill)
    before = folders.state(skill)
    yield skill / "skill" / "escalate.py"
    after = folders.state(skill)
    folders.unlock(skill)
    assert after == before


@pytest.fixture(name="elsewhere")
def _elsewhere(tmp_path: Path) -> Path:
    """Where the user is."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture(name="expected")
def _expected(made: Sources, programs: Programs, tmp_path: Path) -> str:
    """The assessment, as a python3 with the libraries gives it."""
    script = sources.unzipped(made.archive, tmp_path / "plain") / "skill" / "escalate.py"
    command = (programs.python / "python3", script, *DECIDE)
    return machine.good(machine.run(*command, cwd=tmp_path, env=machine.environment(tmp_path)))


def test_uv_brings_the_libraries_once_and_then_needs_no_network(
    launcher: Path, elsewhere: Path, expected: str, tmp_path: Path
) -> None:
    command = folders.unprivileged(uv(), "run", launcher, *DECIDE)
    cache = {"UV_CACHE_DIR": str(tmp_path / "cache"), "UV_PYTHON_DOWNLOADS": "never"}
    cut = machine.offline()
    how = {} if cut else {"UV_OFFLINE": "1"}

    online = machine.run(*command, cwd=elsewhere, env=machine.connected(elsewhere, **cache), seconds=300)
    offline = machine.run(*cut, *command, cwd=elsewhere, env=machine.environment(elsewhere, **cache, **how))

    assert machine.good(online) == expected
    assert machine.good(offline) == expected
    assert "Escalation Assessment: Pomfrey & Wick Homeware" in expected


def test_with_the_network_cut_and_nothing_fetched_uv_says_so(launcher: Path, elsewhere: Path, tmp_path: Path) -> None:
    cut = machine.offline()
    if not cut:
        pytest.skip("the network cannot be cut for a process here")
    env = machine.environment(elsewhere, UV_CACHE_DIR=str(tmp_path / "cache"), UV_HTTP_RETRIES="0")

    found = machine.run(*cut, uv(), "run", launcher, "--help", cwd=elsewhere, env=env)

    assert found.returncode != 0
    assert found.stderr


@pytest.mark.parametrize("version", PYTHONS)
def test_it_decides_the_same_with_each_python(
    version: str, launcher: Path, elsewhere: Path, expected: str, programs: Programs
) -> None:
    python = interpreter(version, programs, elsewhere)
    env = machine.connected(elsewhere, **programs.kept)
    command = folders.unprivileged(uv(), "run", "--python", python, launcher)

    doctor = machine.good(machine.run(*command, "doctor", cwd=elsewhere, env=env, seconds=300))
    decided = machine.good(machine.run(*command, *DECIDE, cwd=elsewhere, env=env))

    assert f"\nPython {version}." in doctor
    assert decided == expected


def interpreter(version: str, programs: Programs, cwd: Path) -> str:
    """Where uv finds a Python, or puts the one that it fetches; skips where it can do neither."""
    own = machine.own() | programs.kept
    pyenv = Path(own.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    env = own | {"PATH": os.pathsep.join([*map(str, pyenv.glob(f"{version}.*/bin")), own["PATH"]])}
    find = (uv(), "python", "find", "--no-project", version)
    found = machine.run(*find, cwd=cwd, env=env)
    if found.returncode:
        fetched = machine.run(uv(), "python", "install", version, cwd=cwd, env=env, seconds=120)
        found = machine.run(*find, cwd=cwd, env=env)
        if found.returncode:
            pytest.skip(f"uv neither finds nor fetches Python {version}: {' '.join(fetched.stderr.split())[-120:]}")
    return found.stdout.strip()
