"""What a reader sees of a sample, told by hashes: two readings can be compared only where they are the same."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import NamedTuple

from escalation import prompting
from escalation.policy.model import Policy
from evals.corpus.case import Part
from evals.corpus.sample import Sample


class Seen(Part):
    """The parts that a reading depends on. ``instructions`` hold the rules and the policy's definitions."""

    model: str
    instructions: str
    schema_: str
    today: dt.date
    notes: str

    @property
    def key(self) -> str:
        """One address for all parts together."""
        return sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True))

    def changes(self, now: Seen) -> tuple[str, ...]:
        """The names of the parts that differ from ``now``."""
        return tuple(name.rstrip("_") for name in type(self).model_fields if getattr(self, name) != getattr(now, name))


class Prompt(NamedTuple):
    """What a model is told beside the notes."""

    instructions: str
    schema: str

    @classmethod
    def of(cls, policy: Policy) -> Prompt:
        """The present one, with the definitions of ``policy``."""
        return cls(sha256(prompting.instructions(policy)), sha256(prompting.schema_text()))


def seen(sample: Sample, prompt: Prompt, model: str) -> Seen:
    """What ``model`` sees that reads ``sample`` by ``prompt``."""
    return Seen(
        model=model,
        instructions=prompt.instructions,
        schema_=prompt.schema,
        today=sample.today,
        notes=sha256(sample.notes),
    )


def sha256(text: str) -> str:
    """The first 16 hexadecimal digits, which are enough to tell thousands of texts apart and stay readable."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
