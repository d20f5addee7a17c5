"""Reads cases from files, and names everything that does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.corpus.authoring import to_toml
from evals.corpus.loading import Corpus, load, split_sha256
from evaluation.building import base, variant

pytestmark = pytest.mark.tree


def put(folder: Path, name: str, **changes: object) -> Path:
    data = base(name, **changes).model_dump(mode="python", by_alias=True)
    path = folder / f"{name}.toml"
    path.write_text(to_toml(data), encoding="utf-8")
    return path


def test_cases_come_in_the_order_of_their_names_and_as_they_were_written(tmp_path: Path) -> None:
    put(tmp_path, "beta")
    put(tmp_path, "alpha", variants=(variant("injection"),))

    assert load(tmp_path) == (base("alpha", variants=(variant("injection"),)), base("beta"))


def test_samples_of_a_split_come_with_or_without_variants() -> None:
    corpus = Corpus((base("a", variants=(variant(),)), base("b", split="development")))

    assert [one.id for one in corpus.samples("held-out")] == ["a", "a/invariant"]
    assert [one.id for one in corpus.samples(variants=False)] == ["a", "b"]


def test_the_hash_of_a_split_changes_with_any_text() -> None:
    one = split_sha256(Corpus((base(variants=(variant(),)),)).samples())
    other = split_sha256(Corpus((base(variants=(variant(append="Something else."),)),)).samples())

    assert one != other
