"""Lays out the comparison, takes it in, and shows it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from escalation.policy.loading import load as load_policy
from escalation.policy.model import Policy
from evals.corpus.loading import load as load_corpus
from evals.measuring.figures import Figure
from evals.measuring.reads import gather
from evals.reading.agents import FOLDER as TASKS
from evals.reading.agents import Kit, collect, prepare
from evals.reading.reader import result
from evals.reading.recordings import FOLDER, RecordingManifest, Recordings, write
from evals.reading.replay import ReplayReading
from evals.reading.seen import Prompt
from evals.reporting.words import count, interval, value
from evals.running.results import Result
from evals.running.run import jobs
from evals.without.measuring import EPOCHS, chosen, figures, with_skill, without

NAME: Final = "bare"
SUFFIX: Final = ".md"


def kit() -> Kit:
    """The framework in words, and the task to apply it."""
    framework = (TASKS / "framework.md").read_bytes()
    return Kit({"framework.md": framework}, (TASKS / "bare.txt").read_text(encoding="utf-8"), SUFFIX)


def lay_out(folder: Path) -> tuple[Path, ...]:
    """Folders for the agents that have the framework alone; returns their tasks."""
    samples = chosen(load_corpus(), load_policy("default"))
    wanted = jobs(samples, EPOCHS)
    framework = hashlib.sha256(kit().files["framework.md"]).hexdigest()[:16]
    return prepare(folder.absolute(), wanted, kit(), Prompt(framework, "none"), "agent", python="")


def take_in(folder: Path, manifest: RecordingManifest) -> int:
    """Keep what the agents wrote; how many assessments that were."""
    found = list(collect(folder, SUFFIX))
    write(FOLDER / NAME, manifest, found)
    return len(found)


def shown() -> str:
    """Both, side by side, with provenance. Raises NotRecorded where readings are missing."""
    policy, samples = load_policy("default"), chosen(load_corpus(), load_policy("default"))
    skill, bare = Recordings(FOLDER / "agent"), Recordings(FOLDER / NAME)
    with_it = list(figures(with_skill(gather(samples, _results(skill, policy), policy), samples)))
    without_it = list(figures(without(bare, samples, policy)))
    rows = [f"| {one.title} | {_cell(one)} | {_cell(other)} |" for one, other in zip(with_it, without_it, strict=True)]
    return (
        f"{len(samples)} held-out cases, {EPOCHS} epochs each.\n"
        f"With: {skill.manifest.provenance}\nWithout: {bare.manifest.provenance}\n\n"
        "| | With the skill | The framework in words |\n| --- | --- | --- |\n" + "\n".join(rows)
    )


def _results(recordings: Recordings, policy: Policy) -> list[Result]:
    reader = ReplayReading(recordings, Prompt.of(policy))
    samples = chosen(load_corpus(), policy)
    return [
        result(reader, sample, epoch, reader.read(sample, epoch), policy) for sample, epoch in jobs(samples, EPOCHS)
    ]


def _cell(figure: Figure) -> str:
    return f"{value(figure)} ({count(figure)}; {interval(figure)})"
