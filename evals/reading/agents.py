"""The agent door: folders for agents that have nothing but the skill and some notes, and what they wrote there.

A folder holds at most ten notes and never two of one cluster; notes have numbers for names. Which note is which stands
in a plan that no agent is given.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from escalation.clients.bundle import checkout, files
from escalation.clients.places import SKILL
from escalation.extraction.parsing import load_json
from evals.corpus.sample import Sample
from evals.errors import EvalError
from evals.reading.recordings import Recording
from evals.reading.seen import Prompt, Seen, seen

MOST_NOTES: Final = 10
PLAN: Final = "plan.json"
ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = Path(__file__).parents[1] / "tasks"


class Kit(NamedTuple):
    """What an agent is given beside the notes: files by their paths, its task, and how its answers are named.

    ``task`` has the places {folder}, {count}, {today} and {python}.
    """

    files: dict[str, bytes]
    task: str
    suffix: str


def skill_kit() -> Kit:
    """The skill's folder, and the task to do the reading as SKILL.md has it."""
    found = {f"{SKILL}/{path}": content for path, content in files(checkout(ROOT)).items()}
    return Kit(found, (FOLDER / "skill.txt").read_text(encoding="utf-8"), ".json")


def prepare(
    folder: Path, wanted: Sequence[tuple[Sample, int]], kit: Kit, prompt: Prompt, model: str, python: str
) -> tuple[Path, ...]:
    """Make the folders for the agents, each with a task.md, and the plan. Returns the paths of the tasks.

    Raises EvalError where ``folder`` holds a plan already.
    """
    if (folder / PLAN).exists():
        raise EvalError(f"{folder} holds a plan already; choose another folder")
    tasks: list[Path] = []
    plan: dict[str, list[dict[str, Any]]] = {}
    for number, batch in enumerate(batches(wanted), 1):
        name = f"batch-{number:03}"
        plan[name] = [
            {"sample": sample.id, "epoch": epoch, "seen": seen(sample, prompt, model).model_dump(mode="json")}
            for sample, epoch in batch
        ]
        tasks.append(_lay(folder / name, [sample for sample, _ in batch], kit, python))
    (folder / PLAN).write_text(json.dumps(plan, indent=1), encoding="utf-8")
    return tuple(tasks)


def batches(wanted: Sequence[tuple[Sample, int]]) -> tuple[tuple[tuple[Sample, int], ...], ...]:
    """Groups of at most ten, of one day, no two of one cluster; mixed by a fixed draw, so that no group has a theme."""
    by_cluster: dict[str, list[tuple[Sample, int]]] = defaultdict(list)
    for sample, epoch in wanted:
        by_cluster[sample.base.id].append((sample, epoch))
    clusters = list(by_cluster.values())
    random.Random(len(wanted)).shuffle(clusters)  # noqa: S311 - a draw that can be repeated, no secret
    groups: list[list[tuple[Sample, int]]] = []
    # The largest clusters first: they need the most groups.
    for cluster in sorted(clusters, key=len, reverse=True):
        free = [group for group in groups if len(group) < MOST_NOTES and group[0][0].today == cluster[0][0].today]
        free.sort(key=len)
        for place, item in enumerate(cluster):
            if place < len(free):
                free[place].append(item)
            else:
                groups.append([item])
    return tuple(tuple(group) for group in groups)


def _lay(folder: Path, samples: Sequence[Sample], kit: Kit, python: str) -> Path:
    for path, content in kit.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for place in ("notes", "readings"):
        (folder / place).mkdir()
    for number, sample in enumerate(samples, 1):
        (folder / "notes" / f"{number:02}.md").write_text(sample.notes, encoding="utf-8", newline="")
    task = folder / "task.md"
    words = {"folder": folder, "count": len(samples), "today": samples[0].today, "python": python}
    task.write_text(kit.task.format(**words), encoding="utf-8")
    return task


def collect(folder: Path, suffix: str = ".json") -> Iterable[Recording]:
    """What the agents wrote, in the order of the plan; a reading that was not written is left out."""
    try:
        plan = json.loads((folder / PLAN).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvalError(f"{folder} holds no plan of readings: {error}") from error
    for name, batch in plan.items():
        for number, item in enumerate(batch, 1):
            path = folder / name / "readings" / f"{number:02}{suffix}"
            if path.exists():
                yield Recording(
                    sample=item["sample"],
                    epoch=item["epoch"],
                    seen=Seen.model_validate(item["seen"]),
                    context=f"{folder.name}/{name}",
                    answer=_answer(path.read_text(encoding="utf-8")),
                )


def _answer(text: str) -> Any:
    """The answer as JSON, so that recordings can be compared line by line; as text where it is none."""
    try:
        return load_json(text)
    except ValueError:
        return text
