"""A manifest says everything that is needed to tell where figures come from."""

from __future__ import annotations

import pytest

import escalation
from escalation import prompting
from evals.reading.offline import OfflineReading
from evals.running.manifest import Manifest, describe
from evaluation.building import POLICY, sample

pytestmark = pytest.mark.tree


def described(name: str = "torvald", **notes: str) -> Manifest:
    return describe(OfflineReading(), [sample(name, **notes)], 1, POLICY, group="offline", whole=True)


def test_it_names_reader_split_words_and_versions() -> None:
    found = described()

    assert (found.reader, found.model, found.split, found.samples) == ("offline", None, "held-out", 1)
    assert found.instructions_sha256 == prompting.sha256(prompting.instructions(POLICY))
    assert found.policy_sha256 == POLICY.sha256
    assert found.versions["escalation-decision-framework"] == escalation.__version__
    assert found.versions["python"].startswith("3.")


def test_it_says_that_models_labelled_and_that_they_are_not_independent() -> None:
    labels = described().labels

    for words in ("model raters", "model adjudicator", "not independent", "no human"):
        assert words in labels


def test_other_notes_are_other_samples() -> None:
    assert described().samples_sha256 != described(notes="Other notes.").samples_sha256
