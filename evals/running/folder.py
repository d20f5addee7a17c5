"""The folder of a run: its manifest, a line for each reading, and the reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from escalation.extraction.parsing import sentences
from evals.errors import EvalError
from evals.running.manifest import Manifest
from evals.running.results import Result, line, read

RUNS: Final = Path(__file__).parents[1] / "runs"
MANIFEST: Final = "manifest.json"
RESULTS: Final = "results.jsonl"


def create(manifest: Manifest, parent: Path = RUNS) -> Path:
    """A new folder named after the time, the reader and the split; readable by its owner alone."""
    stamp = manifest.started.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    folder = parent / f"{stamp}-{manifest.reader}-{manifest.split}"
    number = 1
    while folder.exists():
        number += 1
        folder = parent / f"{stamp}-{manifest.reader}-{manifest.split}-{number}"
    folder.mkdir(parents=True, mode=0o700)
    write(folder, manifest, ())
    return folder


def write(folder: Path, manifest: Manifest, results: Iterable[Result]) -> None:
    """The manifest and all results of a run."""
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
    (folder / RESULTS).write_text("".join(map(line, results)), encoding="utf-8")


def load(folder: Path) -> tuple[Manifest, tuple[Result, ...]]:
    """A run's manifest and results. Raises EvalError for a folder that holds none."""
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        raise EvalError(f"{folder} is no run: {MANIFEST} cannot be read ({error.strerror})") from error
    except (ValidationError, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise EvalError(f"{folder / MANIFEST} is no text: {error}") from error
        raise EvalError(f"{folder / MANIFEST}: {'; '.join(sentences(error))}") from error
    return manifest, read(folder / RESULTS)
