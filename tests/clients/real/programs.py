"""What runs the launcher: uv, and a python3 that has the libraries, each in a folder without the other."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from clients.real import machine, npm
from clients.real.claude import User


class Programs(NamedTuple):
    """The folders for PATH, the one with uv alone and the one with python3, and uv's own folders."""

    uv: Path
    python: Path
    kept: dict[str, str]

    @classmethod
    def made(cls, folder: Path, skill: Path) -> Programs:
        """Both, and all that uv needs for the launcher of ``skill`` fetched once; it is kept between runs."""
        (folder / "uv").mkdir()
        (folder / "uv" / "uv").symlink_to(uv())
        kept = {"UV_CACHE_DIR": str(npm.cache() / "uv"), "UV_PYTHON_INSTALL_DIR": str(npm.cache() / "pythons")}
        env = machine.connected(folder, folder / "uv", **kept)
        launcher = skill / "skill" / "escalate.py"
        venv = folder / "venv"
        for command in (
            ("run", launcher, "--help"),
            ("venv", "--quiet", "--python", sys.executable, venv),
            ("pip", "install", "--quiet", "--python", venv, "--requirements", launcher),
        ):
            machine.good(machine.run("uv", *command, cwd=folder, env=env, seconds=300))
        return cls(folder / "uv", venv / "bin", kept)

    def given_to(self, user: User, runner: str) -> User:
        """Somebody with the one of them that ``runner`` needs, and no way to the network."""
        path = self.uv if runner.startswith("uv") else self.python
        return user._replace(path=(path,), more={**self.kept, "UV_OFFLINE": "1"})


def uv() -> str:
    """The uv of the dependency group `clients`, or else the system's."""
    beside = Path(sys.executable).with_name("uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    assert found, "uv is not there; install the dependency group `clients`"
    return found
