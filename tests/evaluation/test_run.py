"""Every reading is kept the moment it is there, nothing is paid twice, and nothing goes beyond its bounds."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.corpus.sample import Sample, samples_of
from evals.errors import EvalError, Incomplete
from evals.reading.reader import Reply, Unreachable
from evals.running.cost import Budget
from evals.running.results import Effort, Result, read
from evals.running.run import TRIES, Limits, jobs, missing, run
from evaluation.building import POLICY, answer, base, made, variant

pytestmark = pytest.mark.tree

TEXT = json.dumps(answer())
SAMPLES = tuple(one for number in range(6) for one in samples_of(base(f"case-{number}")))


class Scripted:
    """A reader that does what it is told for the nth request of a sample."""

    name, model, provenance = "scripted", None, "a script"

    def __init__(self, does: Callable[[str, int], Reply] = lambda *_: Reply(TEXT)) -> None:
        self.asked: Counter[str] = Counter()
        self._does = does
        self._lock = threading.Lock()

    def key(self, sample: Sample) -> str:
        return sample.id

    def read(self, sample: Sample, epoch: int) -> Reply:
        with self._lock:
            self.asked[sample.id] += 1
            count = self.asked[sample.id]
        return self._does(sample.id, count)


def carry_out(
    reader: Scripted, folder: Path, limits: Limits | None = None, samples: tuple[Sample, ...] = SAMPLES
) -> None:
    run(reader, jobs(samples, 1), POLICY, folder, limits or Limits(), lambda *_: None)


def kept(folder: Path) -> tuple[Result, ...]:
    return read(folder / "results.jsonl")


def broken(*_: object) -> Reply:
    raise Unreachable("no answer within 30 seconds")


def test_base_cases_are_read_in_every_epoch_and_variants_once() -> None:
    samples = samples_of(base("torvald", variants=(variant(),)))

    assert [(one.id, epoch) for one, epoch in jobs(samples, 3)] == [
        ("torvald", 1), ("torvald/invariant", 1), ("torvald", 2), ("torvald", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("concurrency", [1, 4, 20])
def test_every_sample_is_read_once_however_many_run_side_by_side(concurrency: int, tmp_path: Path) -> None:
    reader = Scripted()

    carry_out(reader, tmp_path, Limits(concurrency=concurrency))

    assert reader.asked == Counter(one.id for one in SAMPLES)
    assert {made.sample: made.status for made in kept(tmp_path)} == dict.fromkeys(reader.asked, "read")


def test_transport_is_tried_again(tmp_path: Path) -> None:
    reader = Scripted(lambda _, count: broken() if count < TRIES else Reply(TEXT))

    carry_out(reader, tmp_path)

    assert set(reader.asked.values()) == {TRIES}
    assert {made.status for made in kept(tmp_path)} == {"read"}


@pytest.mark.parametrize("text", ["", "no json", "{}"])
def test_a_judgment_is_never_asked_for_again(text: str, tmp_path: Path) -> None:
    reader = Scripted(lambda *_: Reply(text))

    carry_out(reader, tmp_path)

    assert set(reader.asked.values()) == {1}
    assert {made.status for made in kept(tmp_path)} == {"invalid"}


def test_a_reading_that_fails_is_kept_as_failed_and_the_run_goes_on(tmp_path: Path) -> None:
    carry_out(Scripted(lambda name, _: broken() if name == "case-2" else Reply(TEXT)), tmp_path)

    found = {made.sample: made for made in kept(tmp_path)}
    assert (found["case-2"].status, found["case-2"].problem) == ("failed", "no answer within 30 seconds")
    assert Counter(made.status for made in found.values()) == {"read": 5, "failed": 1}


def test_many_failures_in_a_row_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(Incomplete, match="3 readings in a row failed, the last one so: no answer"):
        carry_out(Scripted(broken), tmp_path, Limits(concurrency=1, failures=3))

    assert len(kept(tmp_path)) == 3


@pytest.mark.parametrize("concurrency", [1, 3])
def test_no_more_is_spent_than_allowed(concurrency: int, tmp_path: Path) -> None:
    reader = Scripted(lambda *_: Reply(TEXT, effort=Effort(usd=1.0)))
    budget = Budget(most=3.5)

    with pytest.raises(Incomplete, match=r"of 6 readings were made, for USD .* the USD 3\.50 allowed"):
        carry_out(reader, tmp_path, Limits(concurrency=concurrency, budget=budget))

    assert budget.spent <= 3.5
    assert len(kept(tmp_path)) == budget.spent


def test_a_budget_that_suffices_changes_nothing(tmp_path: Path) -> None:
    carry_out(Scripted(lambda *_: Reply(TEXT, effort=Effort(usd=1.0))), tmp_path, Limits(budget=Budget(most=6)))

    assert len(kept(tmp_path)) == 6


def test_wrong_usage_ends_the_run_at_once(tmp_path: Path) -> None:
    def refuse(*_: object) -> Reply:
        raise EvalError("cannot be started")

    with pytest.raises(EvalError, match="cannot be started"):
        carry_out(Scripted(refuse), tmp_path, Limits(concurrency=1))

    assert kept(tmp_path) == ()


def test_an_interruption_keeps_what_was_read_and_only_the_rest_is_read_later(tmp_path: Path) -> None:
    def interrupt(result: Result, done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    reader = Scripted()
    with pytest.raises(KeyboardInterrupt):
        run(reader, jobs(SAMPLES, 1), POLICY, tmp_path, Limits(concurrency=1), interrupt)
    before = kept(tmp_path)
    assert len(before) == 2

    left = missing(jobs(SAMPLES, 1), before)
    reader.asked.clear()
    run(reader, left, POLICY, tmp_path, Limits(concurrency=1), lambda *_: None)

    assert not {made.sample for made in before} & reader.asked.keys()
    assert {made.sample for made in kept(tmp_path)} == {one.id for one in SAMPLES}


def test_what_failed_is_read_again_and_what_was_judged_is_not() -> None:
    done = [made("case-0"), made("case-1", status="failed", cases=()), made("case-2", status="invalid", cases=())]

    assert [one.id for one, _ in missing(jobs(SAMPLES[:4], 1), done)] == ["case-1", "case-3"]
