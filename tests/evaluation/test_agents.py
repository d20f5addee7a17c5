"""The agent door: who reads has the skill and a few notes, and nothing that tells an answer."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.corpus.sample import Sample, samples_of
from evals.errors import EvalError
from evals.reading.agents import MOST_NOTES, batches, collect, prepare, skill_kit
from evals.reading.seen import Prompt
from evals.running.run import jobs
from evaluation.building import NOTES, POLICY, answer, base, variant

pytestmark = pytest.mark.tree

PROMPT = Prompt.of(POLICY)


def cluster(name: str, variants: int = 2) -> tuple[Sample, ...]:
    return samples_of(base(name, variants=tuple(variant(id=f"noise-{number}") for number in range(variants))))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=15), st.integers(1, 3))
def test_a_context_has_at_most_ten_notes_and_never_two_of_one_cluster(sizes: list[int], epochs: int) -> None:
    wanted = jobs([one for number, size in enumerate(sizes) for one in cluster(f"case-{number}", size)], epochs)

    groups = batches(wanted)

    assert Counter((one.id, epoch) for group in groups for one, epoch in group) == Counter(
        (one.id, epoch) for one, epoch in wanted
    )
    for group in groups:
        assert len(group) <= MOST_NOTES
        assert len({one.base.id for one, _ in group}) == len(group)


def test_an_agent_gets_the_skill_the_notes_and_a_task_and_no_name_of_a_case(tmp_path: Path) -> None:
    (task,) = prepare(tmp_path, jobs(cluster("torvald", 0), 1), skill_kit(), PROMPT, "agent", "python3")

    given = {str(path.relative_to(task.parent)) for path in task.parent.rglob("*") if path.is_file()}
    assert {"task.md", "notes/01.md"} < given
    assert "escalation-decision-framework/SKILL.md" in given
    assert not [path for path in given if "evals" in path or "torvald" in path or "case" in path.split("/")[0]]
    assert (task.parent / "notes" / "01.md").read_text(encoding="utf-8") == NOTES
    told = task.read_text(encoding="utf-8")
    assert "Today is 2026-11-22" in told
    assert "torvald" not in told
    assert "immediate" not in told


def test_what_an_agent_wrote_is_taken_in_under_the_name_of_its_sample(tmp_path: Path) -> None:
    prepare(tmp_path, jobs(cluster("torvald", 1), 1), skill_kit(), PROMPT, "agent", "python3")
    plan = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    batch = next(name for name, items in plan.items() if items[0]["sample"] == "torvald")
    (tmp_path / batch / "readings" / "01.json").write_text(json.dumps(answer()), encoding="utf-8")

    (found,) = collect(tmp_path)

    assert (found.sample, found.epoch, found.answer) == ("torvald", 1, answer())
    assert found.context == f"{tmp_path.name}/{batch}"


def test_an_answer_that_is_no_json_counts_as_it_is(tmp_path: Path) -> None:
    (task,) = prepare(tmp_path, jobs(cluster("torvald", 0), 1), skill_kit(), PROMPT, "agent", "python3")
    (task.parent / "readings" / "01.json").write_text("{'no': json}", encoding="utf-8")

    (found,) = collect(tmp_path)

    assert found.answer == "{'no': json}"


def test_a_plan_is_never_overwritten(tmp_path: Path) -> None:
    wanted = jobs(cluster("torvald", 0), 1)
    prepare(tmp_path, wanted, skill_kit(), PROMPT, "agent", "python3")

    with pytest.raises(EvalError, match="holds a plan already"):
        prepare(tmp_path, wanted, skill_kit(), PROMPT, "agent", "python3")


def test_a_folder_without_plan_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="holds no plan"):
        list(collect(tmp_path))
