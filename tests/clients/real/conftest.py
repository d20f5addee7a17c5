"""What the tests with the real clients get. They run with ESCALATE_CLIENT_TESTS=1 alone (README.md beside this file)."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from clients import folders
from clients.real import npm, sources
from clients.real.claude import User
from clients.real.programs import Programs

WHY = "the real clients, 1.4 GB from npm, run with ESCALATE_CLIENT_TESTS=1 (see README.md there)"


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marker means, also where the wheel is tested without pyproject.toml."""
    if not any(line.startswith("clients:") for line in config.getini("markers")):
        config.addinivalue_line("markers", "clients: runs the real clients")


def asked_for() -> bool:
    """Whether somebody wants them."""
    return os.environ.get("ESCALATE_CLIENT_TESTS") == "1"


@pytest.fixture(scope="session", autouse=True)
def _switch() -> None:
    if not asked_for():
        pytest.skip(WHY)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Give all of them one place, so that they make one line of the summary."""
    report = yield
    if report.skipped and not asked_for():
        report.longrepr = (str(Path(__file__).relative_to(folders.ROOT)), 1, f"Skipped: {WHY}")
    return report


@pytest.fixture(name="clients", scope="session")
def _clients() -> Path:
    """The folder of the clients' programs, in the versions that are pinned."""
    return npm.installed(npm.cache())


@pytest.fixture(name="made", scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> sources.Sources:
    """What users install from."""
    return sources.made(tmp_path_factory.mktemp("sources"))


@pytest.fixture(name="programs", scope="session")
def _programs(made: sources.Sources, tmp_path_factory: pytest.TempPathFactory) -> Programs:
    """What the launcher is run with: uv, and a python3 that has the libraries."""
    folder = tmp_path_factory.mktemp("programs")
    return Programs.made(folder, sources.unzipped(made.archive, folder / "slim"))


@pytest.fixture(name="user")
def _user(clients: Path, tmp_path: Path) -> User:
    """Somebody new, whose folders have spaces and letters beyond ASCII in their names."""
    where = folders.roots(tmp_path)
    return User(where.home, where.project, clients)


@pytest.fixture(name="folder")
def _folder() -> Iterator[Path]:
    """A folder for notes as SKILL.md names it; the client makes it."""
    folder = Path(f"/tmp/escalation-test-{uuid.uuid4().hex}")  # noqa: S108 - SKILL.md says so
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
