"""Reads the cases, and says by a hash what a split holds."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from escalation.extraction.parsing import sentences
from evals.corpus.case import BaseCase, Split
from evals.corpus.sample import Sample, samples_of
from evals.errors import CorpusBroken

FOLDER: Final = Path(__file__).parents[1] / "cases"


class Corpus(tuple[BaseCase, ...]):
    """All base cases, in the order of their ids."""

    __slots__ = ()

    def samples(self, split: Split | None = None, *, variants: bool = True) -> tuple[Sample, ...]:
        """Every text of a split (None: of both), base cases first within each cluster."""
        chosen = (base for base in self if split in (None, base.split))
        return tuple(sample for base in chosen for sample in samples_of(base) if variants or sample.variant is None)


def load(folder: Path = FOLDER) -> Corpus:
    """Every base case of ``folder``. Raises CorpusBroken, naming every problem of every file."""
    found: list[BaseCase] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            base = BaseCase.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
            samples_of(base)
        except ValidationError as error:
            problems += [f"{path.name}: {sentence}" for sentence in sentences(error)]
        except ValueError as error:
            problems.append(f"{path.name}: {error}")
        else:
            found.append(base)
            if base.id != path.stem:
                problems.append(f"{path.name}: its id is {base.id}")
    if problems:
        raise CorpusBroken(problems)
    return Corpus(found)


def split_sha256(samples: Iterable[Sample]) -> str:
    """What freezes a split: the names and texts of all its samples, and the days on which they are read."""
    texts = "".join(f"{sample.id}\0{sample.today}\0{sample.notes}\0" for sample in samples)
    return hashlib.sha256(texts.encode()).hexdigest()
