"""Recorded readings: a folder with a manifest that says how they were made, and a file for each cluster.

A line holds one reading, addressed by what the reader saw. So a changed prompt, definition, schema or text of a case is
noticed, and nothing else makes a recording stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import JsonValue, ValidationError

from escalation.extraction.parsing import load_json, sentences
from evals.corpus.case import Part
from evals.corpus.sample import Sample
from evals.errors import EvalError, NotRecorded
from evals.reading.seen import Prompt, Seen, seen

FOLDER: Final = Path(__file__).parents[1] / "recordings"
_SHOWN: Final = 10


class Recording(Part):
    """One reading: the first answer, whether or not it is valid (text where it is no JSON)."""

    sample: str
    epoch: int
    seen: Seen
    context: str
    """Readings with the same name here were made by one reader in one conversation."""
    answer: JsonValue
    first_try: bool = True
    """Whether ``answer`` is the first one; an API may have been asked again."""
    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float | None = None

    @property
    def text(self) -> str:
        """The answer as it would have been handed in."""
        return self.answer if isinstance(self.answer, str) else json.dumps(self.answer, ensure_ascii=False)


class RecordingManifest(Part):
    """How the readings of a folder were made. ``provenance`` is printed with every figure."""

    model: str
    door: str
    provenance: str
    made: str


def place(name: str) -> Path:
    """The folder of recordings that are called ``name``, or that ``name`` is the path of."""
    return Path(name) if "/" in name or "\\" in name else FOLDER / name


class Recordings:
    """The readings of one folder."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest. Raises NotRecorded where there is none, EvalError for one that does not hold."""
        self.folder = folder
        try:
            text = (folder / "manifest.json").read_text(encoding="utf-8")
        except FileNotFoundError:
            raise NotRecorded(f"There are no recordings in {folder}.") from None
        self.manifest: RecordingManifest = _checked(RecordingManifest, text, folder / "manifest.json")

    def find(self, sample: Sample, epoch: int, prompt: Prompt) -> Recording:
        """The reading of ``sample``. Raises NotRecorded, saying what is missing or has changed."""
        now = seen(sample, prompt, self.manifest.model)
        recording = self.get(sample.id, epoch)
        if recording.seen != now:
            raise NotRecorded(f"{sample.id}, epoch {epoch}: other {', '.join(recording.seen.changes(now))} than now")
        return recording

    def get(self, sample: str, epoch: int) -> Recording:
        """The reading of that name, whatever was seen. Raises NotRecorded."""
        if (sample, epoch) not in self._all:
            raise NotRecorded(f"{sample}, epoch {epoch}: was never read")
        return self._all[sample, epoch]

    def require(self, wanted: Iterable[tuple[Sample, int]], prompt: Prompt) -> None:
        """Raise NotRecorded, naming all readings that are missing or stale and what makes them anew."""
        problems = list(self.problems(wanted, prompt))
        if problems:
            shown = "\n".join(f"  {problem}" for problem in problems[:_SHOWN])
            more = f"\n  and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
            raise NotRecorded(f"{len(problems)} recording(s) missing or stale:\n{shown}{more}\n{REFRESH}")

    def problems(self, wanted: Iterable[tuple[Sample, int]], prompt: Prompt) -> Iterable[str]:
        """What is missing or stale."""
        for sample, epoch in wanted:
            try:
                self.find(sample, epoch, prompt)
            except NotRecorded as problem:
                yield str(problem)

    @cached_property
    def _all(self) -> dict[tuple[str, int], Recording]:
        found = {}
        for path in sorted(self.folder.glob("*.jsonl")):
            for text in path.read_text(encoding="utf-8").splitlines():
                recording = _checked(Recording, text, path)
                found[recording.sample, recording.epoch] = recording
        return found


REFRESH: Final = (
    "Read them anew with a key: python -m evals record --reader claude --model MODEL --recording NAME\n"
    "or through the agent door: python -m evals record --prepare FOLDER, let agents read, then --collect FOLDER "
    "(evals/README.md)"
)


def write(folder: Path, manifest: RecordingManifest, recordings: Iterable[Recording]) -> None:
    """Add ``recordings`` to ``folder``, replacing those of the same sample and epoch; a file for each cluster.

    Raises EvalError where ``folder`` holds readings of another model or door: they would all be stale.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "manifest.json").exists():
        there = Recordings(folder).manifest
        if (there.model, there.door) != (manifest.model, manifest.door):
            raise EvalError(
                f"{folder} holds readings of {there.model} ({there.door}), not of {manifest.model} ({manifest.door}): "
                "give the new ones a name of their own with --recording NAME"
            )
    (folder / "manifest.json").write_text(_pretty(manifest.model_dump(mode="json")), encoding="utf-8")
    by_cluster: dict[str, dict[tuple[str, int], Recording]] = {}
    for recording in recordings:
        cluster = by_cluster.setdefault(recording.sample.partition("/")[0], {})
        cluster[recording.sample, recording.epoch] = recording
    for name, fresh in by_cluster.items():
        path = folder / f"{name}.jsonl"
        old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = (_checked(Recording, text, path) for text in old)
        merged = {(recording.sample, recording.epoch): recording for recording in kept} | fresh
        lines = (_compact(merged[key].model_dump(mode="json", exclude_none=False)) for key in sorted(merged))
        path.write_text("".join(f"{text}\n" for text in lines), encoding="utf-8")


def _checked(model: type[Any], text: str, path: Path) -> Any:
    try:
        return model.model_validate(load_json(text))
    except ValidationError as error:
        raise EvalError(f"{path}: {'; '.join(sentences(error))}") from error
    except ValueError as error:
        raise EvalError(f"{path}: {error}") from error


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
