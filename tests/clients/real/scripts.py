"""What an agent does that follows SKILL.md to the letter: its calls, taken from SKILL.md's own words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from clients.folders import ROOT
from clients.real.model import BASE, Block, Turn, say, use
from escalation.clients.places import SKILL

TODAY: Final = "2026-11-22"
NOTES: Final = ROOT / "examples" / "orders-not-arriving.md"
EXTRACTION: Final = ROOT / "examples" / "orders-not-arriving.extraction.json"
RUNNERS: Final = ("uv run", "python3")


def skill_md() -> str:
    """SKILL.md as it is in the tree."""
    return (ROOT / "SKILL.md").read_text(encoding="utf-8")


def launcher(runner: str) -> str:
    """The way to call the program, from the list in SKILL.md."""
    (found,) = re.findall(rf'^    ({runner} "SKILL_DIR/.*")$', skill_md(), re.MULTILINE)
    return str(found).replace("SKILL_DIR", BASE)


def step(command: str, runner: str, folder: Path) -> Block:
    """A command that a step of SKILL.md names, in the terminal."""
    (found,) = set(re.findall(rf"`ESCALATE ({command} [^`]*)`", skill_md()))
    words = str(found).replace("FOLDER", str(folder)).replace("TODAY", TODAY)
    return use("Bash", command=f"{launcher(runner)} {words}", description=f"Run {command}")


def write(folder: Path, source: Path) -> Block:
    """The notes or the extraction, into the folder."""
    name = "notes.md" if source == NOTES else "extraction.json"
    return use("Write", file_path=str(folder / name), content=source.read_text(encoding="utf-8"))


def load() -> Turn:
    """The model takes the skill."""
    return [say("This is for the skill."), use("Skill", skill=SKILL)]


def assessment(folder: Path, runner: str) -> list[Turn]:
    """Steps 1 to 5."""
    return [
        [write(folder, NOTES)],
        [step("prompt", runner, folder)],
        [write(folder, EXTRACTION)],
        [step("decide", runner, folder)],
        [say("That was it.")],
    ]


def mended(folder: Path, runner: str) -> list[Turn]:
    """Step 6 in the first way: the user's words go into the notes, and the extraction is mended."""
    old, new = "renewal in May", "renewal in June"
    told = use("Edit", file_path=str(folder / "notes.md"), old_string=old, new_string=f"{old}. No, {new}")
    read = use(
        "Edit",
        file_path=str(folder / "extraction.json"),
        old_string=f'{{"quote": "{old}", "text": "R{old[1:]}"}}',
        new_string=f'{{"quote": "{new}", "text": "R{new[1:]}"}}',
    )
    return [[told], [read], [step("decide", runner, folder)], [say("That is it now.")]]


def flagged(folder: Path, runner: str) -> list[Turn]:
    """Step 6 in the second way: the fact is passed with a flag."""
    decide = step("decide", runner, folder)
    decide["input"]["command"] += ' --arr "EUR 38k"'
    return [[decide], [say("That is it now.")]]


def deletion(folder: Path) -> list[Turn]:
    """The last words of step 7."""
    return [[use("Bash", command=f'rm -r "{folder}"', description="Delete the notes")], [say("Deleted.")]]
