"""Reads cases from files, and names everything that does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.corpus.authoring import to_toml
from evals.corpus.loading import Corpus, load, named, split_sha256
from evals.errors import CorpusBroken
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


def test_every_problem_of_every_file_is_named(tmp_path: Path) -> None:
    put(tmp_path, "alpha").rename(tmp_path / "omega.toml")
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    typo = put(tmp_path, "typo")
    typo.write_text(typo.read_text(encoding="utf-8").replace("CI = 5", "CI = 9"), encoding="utf-8")

    with pytest.raises(CorpusBroken) as caught:
        load(tmp_path)

    assert {problem.partition(":")[0] for problem in caught.value.problems} == {
        "omega.toml",
        "broken.toml",
        "typo.toml",
    }


def test_samples_of_a_split_come_with_or_without_variants() -> None:
    corpus = Corpus((base("a", variants=(variant(),)), base("b", split="development")))

    assert [one.id for one in corpus.samples("held-out")] == ["a", "a/invariant"]
    assert [one.id for one in corpus.samples(variants=False)] == ["a", "b"]


def test_the_hash_of_a_split_changes_with_any_text() -> None:
    one = split_sha256(Corpus((base(variants=(variant(),)),)).samples())
    other = split_sha256(Corpus((base(variants=(variant(append="Something else."),)),)).samples())

    assert one != other


def test_only_cases_that_are_there_can_be_named() -> None:
    corpus = Corpus((base("a"), base("b")))

    assert [case.id for case in named(corpus, ["b"])] == ["b"]
    with pytest.raises(CorpusBroken, match="no such case: c"):
        named(corpus, ["c"])
