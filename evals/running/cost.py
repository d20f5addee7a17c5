"""What a run will cost at the most likely, and what it has cost so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from escalation import prompting
from escalation.policy.model import Policy
from evals.corpus.sample import Sample
from evals.running.results import Effort
from evals.suite import Price

_CHARACTERS_A_TOKEN: Final = 4
ANSWER_TOKENS: Final = 1_500
"""An answer of about 600 tokens and what a model thinks before it: an assumption, no measurement."""


def estimate(samples: Iterable[Sample], policy: Policy, price: Price) -> float:
    """US dollars for one reading of each sample; nothing is counted as cached."""
    frozen = len(prompting.with_schema(policy))
    return sum(price.of((frozen + len(sample.notes)) // _CHARACTERS_A_TOKEN, ANSWER_TOKENS) for sample in samples)


@dataclass
class Budget:
    """What may be spent, in US dollars; ``most`` None is no bound."""

    most: float | None = None
    spent: float = 0.0
    dearest: float = 0.0

    def __post_init__(self) -> None:
        """Readings that run side by side add to one sum."""
        self._lock = Lock()

    def add(self, effort: Effort) -> None:
        """Count a reading."""
        with self._lock:
            self.spent += effort.usd or 0.0
            self.dearest = max(self.dearest, effort.usd or 0.0)

    def allows(self, others: int) -> bool:
        """Whether one more may begin while ``others`` run, each as dear as the dearest so far."""
        return self.most is None or self.spent + self.dearest * (others + 1) <= self.most


def total(efforts: Iterable[Effort]) -> float | None:
    """What readings cost together; None where no cost is known."""
    known = [effort.usd for effort in efforts if effort.usd is not None]
    return sum(known) if known else None
