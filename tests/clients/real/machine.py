"""Processes of the clients' own: nothing of the developer's in their environment, above all no key, and an end to each."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import escalation

SECONDS: Final = 90.0
QUIET: Final = {
    "DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "DISABLE_AUTOUPDATER": "1",
    "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
}
"""What keeps the clients from calling home."""

_NOWHERE: Final = "http://127.0.0.1:9"  # nobody listens there
_CUT: Final = {
    **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"), _NOWHERE),
    **dict.fromkeys(("NO_PROXY", "no_proxy"), "127.0.0.1,localhost"),
}
"""What stops those that do nevertheless."""

_REACHING: Final = re.compile(
    r"(?i)SSL_CERT_(FILE|DIR)|(HTTPS?|ALL|NO)_PROXY|UV_((DEFAULT_|EXTRA_)?INDEX.*|FIND_LINKS|CONFIG_FILE|PYTHON_.*MIRROR)"
)
"""The variables by which a machine says how its package index is reached."""


def system_path() -> list[str]:
    """Where the system's own programs are, and git."""
    git = shutil.which("git")
    return list(dict.fromkeys([*([str(Path(git).parent)] if git else []), "/usr/bin", "/bin"]))


def environment(home: Path, *path: Path | str, **more: str) -> dict[str, str]:
    """All that a process knows of this machine; ``path`` comes before the system's own programs."""
    return _known(home, *path) | _CUT | more


def connected(home: Path, *path: Path | str, **more: str) -> dict[str, str]:
    """The same for what brings packages: with this machine's way to its index, which is never written down here."""
    reaching = {name: value for name, value in os.environ.items() if _REACHING.fullmatch(name)}
    return _known(home, *path) | reaching | more


def _known(home: Path, *path: Path | str) -> dict[str, str]:
    return {
        "HOME": str(home),
        "PATH": os.pathsep.join([*map(str, path), *system_path()]),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "TMPDIR": "/tmp",  # noqa: S108 - the system's own, as users have it
        **QUIET,
    }


def own() -> dict[str, str]:
    """The developer's environment without keys, for the two installers (npm, pip) that need their settings."""
    return {name: value for name, value in os.environ.items() if not name.upper().endswith(("_API_KEY", "AUTH_TOKEN"))}


def run(
    *command: str | Path,
    cwd: Path,
    env: Mapping[str, str],
    stdin: str = "",
    seconds: float = SECONDS,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, or end it and all that it started."""
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(stdin, seconds)
        except BaseException:
            end(process)
            raise
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def end(process: subprocess.Popen[str]) -> None:
    """End a process that ``start_new_session`` gave a group of its own, with the group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def escalate(*arguments: str, home: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run this package's command as the user with that home folder."""
    env = environment(home, PYTHONPATH=str(Path(escalation.__file__).parents[1]), PYTHONDONTWRITEBYTECODE="1")
    return run(sys.executable, "-m", "escalation", *arguments, cwd=cwd, env=env)


def good(done: subprocess.CompletedProcess[str]) -> str:
    """What a command printed that must not fail."""
    assert done.returncode == 0, f"{done.args}: {done.returncode}\n{done.stdout[-2_000:]}\n{done.stderr[-2_000:]}"
    return done.stdout


def offline() -> list[str]:
    """What to put before a command that must not reach the network; empty where the system cannot do that."""
    unshare = shutil.which("unshare")
    command = [str(unshare), "--user", "--map-root-user", "--net"]
    if unshare and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
        return command
    return []
