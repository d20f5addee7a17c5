"""What the validators say of a folder, and what `.ci/findings.toml` knows of it, with reasons."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple

from clients.folders import ROOT
from clients.real import machine

POLICY: Final = ROOT / ".ci" / "findings.toml"
_SUBJECT: Final = re.compile(r"[\w ]+ '([^']+)'")
"""How a message of skillcheck begins that is about one field or reference."""


class Finding(NamedTuple):
    """What a tool found where: in a file, or at a field or word of it."""

    tool: str
    rule: str
    place: str


def known() -> dict[Finding, str]:
    """The reasons for findings that stand, for the tools that every run calls."""
    return {
        Finding(entry["tool"], entry["rule"], place): entry["reason"]
        for entry in policy()["finding"]
        for place in entry["places"]
    }


def policy() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(POLICY.read_text(encoding="utf-8"))


def skillguard(skill: Path) -> set[Finding]:
    """Its findings, of every severity."""
    found = json.loads(_run("skillguard", "scan", "--format", "json", skill))
    assert (found["timeouts"], found["unscannedFiles"], found["warnings"]) == ([], [], [])
    assert found["filesScanned"] > 0
    return {Finding("skillguard", entry["ruleId"], entry["file"]) for entry in found["findings"]}


def skillcheck(skill: Path) -> set[Finding]:
    """Its findings, of every severity, also advice."""
    (found,) = json.loads(_run("skillcheck", "--strict", "--format", "json", skill))["results"]
    return {Finding("skillcheck", entry["rule"], _place(entry["message"])) for entry in found["diagnostics"]}


TOOLS: Final = {"skillguard": skillguard, "skillcheck": skillcheck}


def _run(tool: str, *arguments: str | Path) -> str:
    """What a tool prints; its exit code says whether it found something."""
    program = Path(sys.executable).with_name(tool)
    assert program.exists(), f"{tool} is not there; install the dependency group `clients`"
    home = Path(str(arguments[-1])).parent
    done = machine.run(program, *arguments, cwd=home, env=machine.environment(home))
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def _place(message: str) -> str:
    subject = _SUBJECT.match(message)
    return f"SKILL.md: {subject[1]}" if subject else "SKILL.md"
