"""The offline reader as one of the readers under test."""

from __future__ import annotations

import pytest

from escalation.extraction.model import Extraction
from evals.reading.offline import OfflineReading
from evaluation.building import sample

pytestmark = pytest.mark.tree


def test_it_reads_without_a_model_the_same_in_every_epoch() -> None:
    reader = OfflineReading()

    first, second = (reader.read(sample(), epoch).answer for epoch in (1, 2))

    assert isinstance(first, Extraction)
    assert first == second
    assert reader.model is None


def test_notes_that_it_refuses_are_an_answer_with_its_reason() -> None:
    reply = OfflineReading().read(sample(notes="Thanks for lunch."), 1)

    assert reply.answer is None
    assert reply.problem


def test_other_notes_have_another_key() -> None:
    reader = OfflineReading()

    assert reader.key(sample()) == reader.key(sample("other"))
    assert reader.key(sample()) != reader.key(sample(notes="Other notes."))
