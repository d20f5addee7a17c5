"""What every reader gives back, and how its reading becomes a result."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

from escalation.decision.assessing import assess
from escalation.decision.record import Record
from escalation.errors import InvalidDocument, NothingToAssess
from escalation.evidence.notes import from_text
from escalation.evidence.verbatim import missing, quotes
from escalation.extraction.model import Extraction
from escalation.extraction.parsing import parse
from escalation.policy.model import Policy
from evals.corpus.sample import Sample
from evals.running.results import Effort, Result, cases_of

_SHOWN: Final = 5
"""Problems of an answer that are kept."""


class Unreachable(Exception):
    """The reader gave no answer: a fault of transport, which may be tried again. A judgment never is."""


class Reply(NamedTuple):
    """What a reader answered: text that should be an extraction, an extraction, a record, or None for a refusal.

    ``first_try`` is False where a reader had to be asked again.
    """

    answer: str | Extraction | Record | None
    first_try: bool = True
    effort: Effort = Effort()
    problem: str | None = None


class Reader(Protocol):
    """Whoever reads samples. ``key`` names what the reader sees of a sample."""

    @property
    def name(self) -> str:
        """Its kind."""

    @property
    def model(self) -> str | None:
        """The model behind it, None where there is none or it is not known."""

    @property
    def provenance(self) -> str:
        """Who reads, in words that stand beside every figure."""

    def key(self, sample: Sample) -> str:
        """The address of what the reader sees."""

    def read(self, sample: Sample, epoch: int) -> Reply:
        """The reading. Raises Unreachable, and EvalError for what no other try would mend."""


def result(reader: Reader, sample: Sample, epoch: int, reply: Reply, policy: Policy) -> Result:
    """What the deterministic core makes of a reply."""
    made = Result(
        sample=sample.id, epoch=epoch, seen=reader.key(sample), status="nothing", first_try=reply.first_try,
        effort=reply.effort, problem=reply.problem,
    )  # fmt: skip
    if reply.answer is None:
        return made
    try:
        if isinstance(reply.answer, Record):
            return _of_record(made, reply.answer)
        extraction = reply.answer if isinstance(reply.answer, Extraction) else parse(reply.answer)
        made = _counted(made, extraction, sample)
        record = assess(extraction, policy, sample.today, notes=from_text(sample.notes))
    except NothingToAssess as outcome:
        return made.model_copy(update={"problem": str(outcome).split("\n")[0]})
    except InvalidDocument as error:
        return made.model_copy(
            update={"status": "invalid", "first_try": False, "problem": "; ".join(error.problems[:_SHOWN])}
        )
    return made.model_copy(update={"status": "read", "cases": cases_of(record)})


def _of_record(made: Result, record: Record) -> Result:
    """A record holds only the quotes that were found in the notes."""
    cases = cases_of(record)
    given = sum(len(score.quotes) for case in cases for score in case.scores.values())
    return made.model_copy(update={"status": "read", "cases": cases, "quotes": (given, given)})


def _counted(made: Result, extraction: Extraction, sample: Sample) -> Result:
    given = len(list(quotes(extraction)))
    absent = len(missing(extraction, from_text(sample.notes)))
    return made.model_copy(update={"quotes": (given, given - absent), "reported": len(extraction.addressed_to_reader)})
