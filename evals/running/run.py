"""Reads every sample in every epoch, some side by side, and keeps each reading the moment it is there."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from escalation.policy.model import Policy
from evals.corpus.sample import Sample
from evals.errors import Incomplete
from evals.reading.reader import Reader, Unreachable, result
from evals.running.cost import Budget
from evals.running.folder import RESULTS
from evals.running.results import Result, drop_torn_line, line

Job = tuple[Sample, int]
Show = Callable[[Result, int, int], None]
"""Is told each new result, how many there are, and of how many."""

TRIES: Final = 3
"""For one reading, where transport fails; a judgment is never asked for again."""


@dataclass(frozen=True)
class Limits:
    """How many readings run side by side, what they may cost, and how many in a row may fail before a run ends."""

    concurrency: int = 4
    budget: Budget = field(default_factory=Budget)
    failures: int = 5


def jobs(samples: Sequence[Sample], epochs: int) -> tuple[Job, ...]:
    """Base cases are read in every epoch, variants in the first alone."""
    return tuple(
        (sample, epoch) for epoch in range(1, epochs + 1) for sample in samples if epoch == 1 or sample.variant is None
    )


def missing(wanted: Iterable[Job], done: Iterable[Result]) -> tuple[Job, ...]:
    """What is still to be read; a reading that failed counts as not done."""
    have = {(made.sample, made.epoch) for made in done if made.status != "failed"}
    return tuple((sample, epoch) for sample, epoch in wanted if (sample.id, epoch) not in have)


def run(reader: Reader, wanted: Sequence[Job], policy: Policy, folder: Path, limits: Limits, show: Show) -> None:
    """Read what is ``wanted`` and append each result to the folder's file.

    Raises Incomplete when the budget is spent, too many readings fail or somebody interrupts; what was read is kept.
    """
    done = failed = 0
    drop_torn_line(folder / RESULTS)
    with (folder / RESULTS).open("a", encoding="utf-8") as file:

        def keep(made: Result) -> None:
            file.write(line(made))
            file.flush()

        with closing(_side_by_side(reader, wanted, policy, limits, keep)) as readings:
            for made in readings:
                done += 1
                failed = failed + 1 if made.status == "failed" else 0
                show(made, done, len(wanted))
                if failed >= limits.failures:
                    raise Incomplete(f"{failed} readings in a row failed, the last one so: {made.problem}")
    if done < len(wanted):
        raise Incomplete(
            f"{done} of {len(wanted)} readings were made, for USD {limits.budget.spent:.2f}: "
            f"one more might cost more than the USD {limits.budget.most:.2f} allowed."
        )


def _side_by_side(
    reader: Reader, wanted: Sequence[Job], policy: Policy, limits: Limits, keep: Callable[[Result], None]
) -> Generator[Result]:
    """Each result once it is kept. Readings that run when it is closed are waited for and kept: they are paid for."""
    waiting = iter(wanted)
    running: set[Future[Result]] = set()
    pool = ThreadPoolExecutor(limits.concurrency)
    try:
        while True:
            while len(running) < limits.concurrency and limits.budget.allows(len(running)):
                job = next(waiting, None)
                if job is None:
                    break
                running.add(pool.submit(_read, reader, job, policy))
            if not running:
                return
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            made = [future.result() for future in ended]
            for one in made:
                limits.budget.add(one.effort)
                keep(one)
            yield from made
    finally:
        pool.shutdown(cancel_futures=True)
        for future in running:
            if not future.cancelled() and future.exception() is None:
                keep(future.result())


def _read(reader: Reader, job: Job, policy: Policy) -> Result:
    sample, epoch = job
    problem = ""
    for _ in range(TRIES):
        try:
            reply = reader.read(sample, epoch)
        except Unreachable as error:
            problem = str(error)
        else:
            return result(reader, sample, epoch, reply, policy)
    return Result(sample=sample.id, epoch=epoch, seen=reader.key(sample), status="failed", problem=problem)
