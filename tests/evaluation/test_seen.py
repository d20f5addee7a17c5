"""What a reader sees is told by hashes, part by part."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation import prompting
from evals.reading.seen import Prompt, seen, sha256
from evaluation.building import POLICY, sample

pytestmark = pytest.mark.tree

PROMPT = Prompt.of(POLICY)


def test_the_same_notes_day_prompt_and_model_have_one_key() -> None:
    assert seen(sample(), PROMPT, "m").key == seen(sample("another"), PROMPT, "m").key


@pytest.mark.parametrize(
    ("other", "part"),
    [
        (seen(sample(notes="Other notes."), PROMPT, "m"), "notes"),
        (seen(sample(today=dt.date(2026, 11, 23)), PROMPT, "m"), "today"),
        (seen(sample(), PROMPT, "n"), "model"),
        (seen(sample(), PROMPT._replace(instructions="other"), "m"), "instructions"),
        (seen(sample(), PROMPT._replace(schema="other"), "m"), "schema"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_part_that_differs_changes_the_key_and_is_named(other: object, part: str) -> None:
    first = seen(sample(), PROMPT, "m")

    assert other.key != first.key  # type: ignore[attr-defined]
    assert first.changes(other) == (part,)  # type: ignore[arg-type]


def test_the_prompt_is_the_one_that_the_product_gives() -> None:
    assert Prompt.of(POLICY) == (sha256(prompting.instructions(POLICY)), sha256(prompting.schema_text()))
