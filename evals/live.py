"""Records readings of the Claude reader, each kept the moment it is there: an interruption costs nothing twice."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from escalation.extraction.model import SCHEMA, Extraction
from escalation.policy.loading import load as load_policy
from escalation.readers.claude.settings import Settings
from escalation.readers.claude.settings import model as model_of
from evals.corpus.sample import Sample
from evals.errors import EvalError, Incomplete
from evals.reading.claude import ClaudeReading
from evals.reading.reader import Reader, Reply
from evals.reading.recordings import Recording, RecordingManifest, write
from evals.reading.seen import Prompt, seen
from evals.running.cost import Budget, estimate
from evals.running.folder import RESULTS
from evals.running.progress import progress
from evals.running.results import read
from evals.running.run import Job, Limits, run
from evals.suite import load as load_suite


class RecordingReader:
    """A reader whose readings are kept as recordings."""

    def __init__(self, reader: Reader, folder: Path, manifest: RecordingManifest, prompt: Prompt) -> None:
        """Keep in ``folder`` what ``reader`` reads by ``prompt``."""
        self._reader, self._folder, self._manifest, self._prompt = reader, folder, manifest, prompt
        self._lock = Lock()
        self.name, self.model, self.provenance = reader.name, reader.model, reader.provenance

    def key(self, sample: Sample) -> str:
        """What the reader sees."""
        return self._reader.key(sample)

    def read(self, sample: Sample, epoch: int) -> Reply:
        """The reading, once it is kept."""
        reply = self._reader.read(sample, epoch)
        answer = reply.answer
        if answer is None:
            answer = Extraction.model_validate({"schema": SCHEMA, "cases": [], "addressed_to_reader": []})
        if isinstance(answer, Extraction):
            recording = Recording(
                sample=sample.id,
                epoch=epoch,
                seen=seen(sample, self._prompt, self._manifest.model),
                context="a request of its own",
                answer=answer.model_dump(mode="json", by_alias=True),
                first_try=reply.first_try,
                input_tokens=reply.effort.input_tokens,
                output_tokens=reply.effort.output_tokens,
                seconds=reply.effort.seconds,
            )
            with self._lock:
                write(self._folder, self._manifest, [recording])
        return reply


def record_live(wanted: Sequence[Job], folder: Path, options: dict[str, Any]) -> str:
    """Read what is ``wanted`` with the Claude reader into ``folder``. Raises EvalError and Incomplete."""
    policy, suite = load_policy("default"), load_suite()
    settings = Settings(model=model_of(options["model"], os.environ), effort=options["effort"])
    price = suite.prices.models.get(settings.model.name)
    if options["max_cost"] is not None and price is None:
        raise EvalError(f"--max-cost needs a price for {settings.model.name} in suite.toml")
    reader = ClaudeReading(policy, settings, price)
    manifest = RecordingManifest(
        model=settings.model.name,
        door="api",
        provenance=options["provenance"] or reader.provenance,
        made=dt.datetime.now(dt.UTC).date().isoformat(),
    )
    budget = Budget(most=options["max_cost"])
    if price and wanted:
        budget.dearest = max(estimate([sample], policy, price) for sample, _ in wanted)
    limits = Limits(concurrency=options["concurrency"], budget=budget)
    keeper = RecordingReader(reader, folder, manifest, Prompt.of(policy))
    cost = estimate((sample for sample, _ in wanted), policy, price) if price else None
    told = f", estimated at USD {cost:.2f}" if cost is not None else ""
    with tempfile.TemporaryDirectory() as away, progress(len(wanted)) as show:
        run(keeper, wanted, policy, Path(away), limits, show)
        failed = sum(made.status not in {"read", "nothing"} for made in read(Path(away) / RESULTS))
    if failed:
        raise Incomplete(f"{len(wanted) - failed} of {len(wanted)} readings are kept in {folder}; --missing goes on")
    return f"{len(wanted)} readings by {settings.model.name}{told}, kept in {folder}"
