"""One run from its options to its reports."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from escalation.policy.loading import load as load_policy
from escalation.policy.model import Policy
from escalation.readers.claude.settings import Settings
from escalation.readers.claude.settings import model as model_of
from evals.corpus.case import Split
from evals.corpus.loading import Corpus
from evals.corpus.loading import load as load_corpus
from evals.corpus.sample import Sample
from evals.errors import EvalError, Incomplete
from evals.measuring.summary import Summary, summarize
from evals.reading.claude import ClaudeReading
from evals.reading.command import CommandReading
from evals.reading.offline import OfflineReading
from evals.reading.reader import Reader
from evals.reading.recordings import Recordings, place
from evals.reading.replay import ReplayReading
from evals.reading.seen import Prompt
from evals.running import folder as run_folder
from evals.running.cost import Budget, estimate, total
from evals.running.manifest import Manifest, describe
from evals.running.progress import progress
from evals.running.run import Job, Limits, jobs, missing, run
from evals.suite import Group, Suite
from evals.suite import load as load_suite

_GATES: dict[str, Group] = {"offline": "offline", "replay": "model", "claude": "model", "command": "model"}


@dataclass
class Session:
    """A run that was asked for: what reads what, where it is kept, and what is still to be read."""

    reader: Reader
    samples: tuple[Sample, ...]
    wanted: tuple[Job, ...]
    left: tuple[Job, ...]
    policy: Policy
    suite: Suite
    manifest: Manifest
    folder: Path
    limits: Limits
    exit_code: int = 0

    @classmethod
    def start(cls, **options: Any) -> Session:
        """Choose reader and samples, and make the folder of the run or take up an old one. Raises EvalError."""
        policy, suite, corpus = load_policy("default"), load_suite(), load_corpus()
        split: Split = options["split"]
        samples = chosen(corpus, split, options["sample"], variants=options["variants"])
        reader = reader_of(options, policy, suite)
        repeats = isinstance(reader, OfflineReading)  # the same in every epoch
        epochs = 1 if repeats else options["epochs"] or suite.epochs[split]
        wanted = jobs(samples, epochs)
        if isinstance(reader, ReplayReading):
            reader.require(wanted)
        gates = options["gates"]
        manifest = describe(
            reader,
            samples,
            epochs,
            policy,
            group=None if gates == "none" else gates or _GATES[options["reader"]],
            whole=samples == corpus.samples(split) and (repeats or epochs >= suite.epochs[split]),
            prices_of=suite.prices.date if reader.model in suite.prices.models else None,
        )
        before = _resumed(options["resume"], manifest) if options["resume"] else ()
        budget = _budget(options["max_cost"], reader, samples, policy, suite)
        budget.spent = total(made.effort for made in before) or 0.0
        folder = options["resume"] or run_folder.create(manifest, options["out"] or run_folder.RUNS)
        left = missing(wanted, before)
        limits = Limits(concurrency=options["concurrency"], budget=budget)
        return cls(reader, samples, wanted, left, policy, suite, manifest, folder, limits)

    def announced(self) -> str:
        """What will be read, by whom, where it is kept, and what it is likely to cost."""
        lines = [
            f"{len(self.left)} readings of {len(self.samples)} samples ({self.manifest.split}).",
            f"Reader: {self.reader.provenance}",
            f"Kept in {self.folder}",
        ]
        price = self.suite.prices.models.get(self.reader.model or "")
        if price and isinstance(self.reader, ClaudeReading):
            cost = estimate((sample for sample, _ in self.left), self.policy, price)
            lines.append(f"Estimated cost: USD {cost:.2f}, at the prices of {self.suite.prices.date}.")
        return "\n".join(lines)

    def read(self) -> None:
        """Read what is left. Raises Incomplete; the reports of what was read are written all the same."""
        try:
            with progress(len(self.left)) as show:
                run(self.reader, self.left, self.policy, self.folder, self.limits, show)
        except BaseException:
            self.report()
            raise

    def report(self) -> str:
        """Write every report; the Markdown one is returned. Sets the exit code."""
        from evals.reporting.writing import write_all

        summary = self.summary()
        self.exit_code = Incomplete.exit_code if not summary.complete else int(summary.verdict == "failed")
        return write_all(self.folder, summary, self.samples, run_folder.load(self.folder)[1], self.policy)

    def summary(self) -> Summary:
        """Everything measured on what was read so far."""
        _, results = run_folder.load(self.folder)
        return summarize(self.manifest, self.samples, results, len(self.wanted), self.policy, self.suite)


def chosen(corpus: Corpus, split: Split, sample: int | None, *, variants: bool) -> tuple[Sample, ...]:
    """The samples of a split, or of so many of its clusters."""
    samples = corpus.samples(split, variants=variants)
    if sample is None:
        return samples
    clusters = sorted({one.base.id for one in samples})
    drawn = set(random.Random(split).sample(clusters, min(sample, len(clusters))))  # noqa: S311 - repeatable, no secret
    return tuple(one for one in samples if one.base.id in drawn)


def _budget(most: float | None, reader: Reader, samples: Sequence[Sample], policy: Policy, suite: Suite) -> Budget:
    """What may be spent; until one has cost something, a reading is taken to cost what is estimated of the longest."""
    if most is None:
        return Budget()
    price = suite.prices.models.get(reader.model or "")
    if price is None or not isinstance(reader, ClaudeReading):
        raise EvalError(f"--max-cost needs a price for {reader.model or reader.name} in suite.toml")
    return Budget(most=most, dearest=max(estimate([sample], policy, price) for sample in samples))


def reader_of(options: dict[str, Any], policy: Policy, suite: Suite) -> Reader:
    """The reader that the options ask for. Raises EvalError where they do not fit together."""
    name = options["reader"]
    if (name == "command") != (options.get("command") is not None):
        raise EvalError("--reader command and --command go together")
    if name == "offline":
        return OfflineReading()
    if name == "command":
        return CommandReading(options["command"], options["timeout"])
    if name == "replay":
        return ReplayReading(Recordings(place(options["recording"])), Prompt.of(policy))
    settings = Settings(model=model_of(options["model"], os.environ), effort=options["effort"])
    return ClaudeReading(policy, settings, suite.prices.models.get(settings.model.name))


def _resumed(folder: Path, now: Manifest) -> Any:
    """The results of a run that saw what would be seen now. Raises EvalError for another one."""
    before, results = run_folder.load(folder)
    same = (
        "reader",
        "model",
        "provenance",
        "split",
        "epochs",
        "samples_sha256",
        "instructions_sha256",
        "schema_sha256",
        "policy_sha256",
    )
    changed = [name for name in same if getattr(before, name) != getattr(now, name)]
    if changed:
        raise EvalError(f"{folder} cannot be gone on with: other {', '.join(changed)} than now")
    return results
