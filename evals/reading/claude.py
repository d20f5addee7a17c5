"""The product's own Claude reader, live."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from escalation.decision.record import Usage
from escalation.errors import NothingToAssess, ReaderFailed
from escalation.evidence.notes import from_text
from escalation.policy.model import Policy
from escalation.readers.claude.access import find
from escalation.readers.claude.answer import UnusableAnswer
from escalation.readers.claude.reading import ClaudeReader
from escalation.readers.claude.settings import Settings
from evals.corpus.sample import Sample
from evals.errors import EvalError
from evals.reading.reader import Reply, Unreachable
from evals.reading.seen import Prompt, seen
from evals.running.results import Effort
from evals.suite import Price


class ClaudeReading:
    """Asks a model through the Messages API, as ``escalate assess`` does."""

    name = "claude"

    def __init__(
        self, policy: Policy, settings: Settings, price: Price | None, environment: Mapping[str, str] = os.environ
    ) -> None:
        """Raises EvalError where no access to a model is found."""
        access = find(environment)
        if access is None:
            raise EvalError("No access to a model was found: set ANTHROPIC_API_KEY, or ANTHROPIC_BASE_URL.")
        self._access = access
        self._policy = policy
        self._settings = settings
        self._price = price
        self._prompt = Prompt.of(policy)
        self.model = settings.model.name
        self.provenance = f"{self.model} through the Messages API, effort {settings.effort or 'its own'}"

    def key(self, sample: Sample) -> str:
        """What the model sees."""
        return seen(sample, self._prompt, self.model).key

    def read(self, sample: Sample, epoch: int) -> Reply:  # noqa: ARG002 - each request is a new reading
        """Ask once; the product's own rules say what is asked again. Raises Unreachable."""
        started = time.perf_counter()
        try:
            reading = ClaudeReader(self._policy, self._settings, self._access).read(
                from_text(sample.notes), sample.today, lambda _: None
            )
        except NothingToAssess as outcome:
            return Reply(None, problem=str(outcome).split("\n")[0])
        except UnusableAnswer as error:
            # It did answer: asking again would be a second judgment. What it says of the failure is no extraction.
            return Reply(str(error), first_try=False, effort=Effort(seconds=round(time.perf_counter() - started, 3)))
        except ReaderFailed as error:
            raise Unreachable(str(error)) from error
        return Reply(
            reading.extraction,
            first_try=len(reading.engine.request_ids) <= 1,
            effort=self._effort(reading.engine.usage, time.perf_counter() - started),
        )

    def _effort(self, usage: Usage | None, seconds: float) -> Effort:
        if usage is None:
            return Effort(seconds=round(seconds, 3))
        read = usage.input_tokens + usage.cache_creation_input_tokens + usage.cache_read_input_tokens
        return Effort(
            input_tokens=read,
            output_tokens=usage.output_tokens,
            seconds=round(seconds, 3),
            usd=self._price.of(read, usage.output_tokens) if self._price else None,
        )
