"""The suite's own data, ``suite.toml``: frozen splits, gates, prices."""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import Field, ValidationError, model_validator

from escalation.extraction.parsing import sentences
from evals.corpus.case import Part, Split
from evals.errors import CorpusBroken

FILE: Final = Path(__file__).parent / "suite.toml"

Group = Literal["model", "offline"]
_PER: Final = 1_000_000


class Price(Part):
    """US dollars for a million tokens."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)

    def of(self, input_tokens: int, output_tokens: int) -> float:
        """What so many tokens cost; what a cache saves is not counted, so this is the most."""
        return (input_tokens * self.input + output_tokens * self.output) / _PER


class Prices(Part):
    """Where prices come from, and what each model costs."""

    date: dt.date
    source: str
    models: dict[str, Price]


class Gate(Part):
    """A bound on a figure of the held-out split.

    For a rate: ``failures`` of ``of`` may fail, the whole number that ``at_least`` or ``at_most`` comes to; with
    another number of readings it is worked out anew. ``reason`` says why a bound is softer than what we aim for.
    """

    group: Group
    figure: str
    at_least: float | None = None
    at_most: float | None = None
    failures: int | None = None
    of: int | None = None
    aim: str | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def _one_bound_and_its_whole_number(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("needs exactly one of at_least and at_most")
        if (self.failures is None) != (self.of is None):
            raise ValueError("failures and of go together")
        if self.of is not None and self.failures != self.allowed(self.of):
            raise ValueError(f"failures must be {self.allowed(self.of)} of {self.of}")
        if (self.aim is None) != (self.reason is None):
            raise ValueError("aim and reason go together")
        return self

    def allowed(self, n: int) -> int:
        """How many of ``n`` may fail."""
        share = 1 - self.at_least if self.at_least is not None else self.at_most or 0.0
        return math.floor(share * n + 1e-9)


class Suite(Part):
    """What is frozen, what is demanded, what it costs."""

    splits: dict[Split, str]
    epochs: dict[Split, int]
    prices: Prices
    gates: tuple[Gate, ...]


def load(path: Path = FILE) -> Suite:
    """The suite in ``path``. Raises CorpusBroken, naming every problem."""
    try:
        return Suite.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise CorpusBroken([f"{path.name}: {sentence}" for sentence in sentences(error)]) from error
    except (OSError, ValueError) as error:
        raise CorpusBroken([f"{path.name}: {error}"]) from error
