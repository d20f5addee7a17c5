"""What one reader made of one sample in one epoch: a line of ``results.jsonl``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from escalation.decision.record import CaseRecord, Evidence, Record
from escalation.extraction.parsing import sentences
from escalation.policy.terms import CODES, DIMENSION_OF, Code, Decision, IssueType, SignalKind
from evals.corpus.case import Part
from evals.errors import EvalError

Spans = tuple[tuple[int, int], ...]
"""Offsets of quotes in the notes, half open."""


class ReadScore(Part):
    """A score or range with the quotes it rests on."""

    low: int
    high: int
    rationale: str
    quotes: Spans

    @property
    def known(self) -> int | None:
        """The score, None for a range."""
        return self.low if self.low == self.high else None


class ReadCase(Part):
    """One problem as it was read and decided."""

    account: str | None
    situation: str
    issue_type: IssueType | None
    vector: str
    total: tuple[int, int]
    decision: Decision
    settled: bool
    possible: tuple[Decision, ...]
    scores: dict[Code, ReadScore]
    signals: dict[SignalKind, Spans]
    findings: tuple[str, ...]


class Effort(Part):
    """What a reading took; None where it is not known."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float | None = None
    usd: float | None = None


class Result(Part):
    """One reading. ``seen`` is the key of what the reader saw.

    ``status``: ``read``; ``nothing`` (no problem found, or the notes refused); ``invalid`` (an answer that does not
    hold); ``failed`` (no answer: transport, and the run is not complete). ``first_try`` says whether the first answer
    was valid, ``quotes`` are (given, verbatim in the notes), ``reported`` counts the words that were reported as
    addressed to the reader.
    """

    sample: str
    epoch: int
    seen: str
    status: Literal["read", "nothing", "invalid", "failed"]
    problem: str | None = None
    first_try: bool | None = None
    quotes: tuple[int, int] = (0, 0)
    reported: int = 0
    cases: tuple[ReadCase, ...] = ()
    effort: Effort = Effort()

    @property
    def base(self) -> str:
        """The id of the base case."""
        return self.sample.partition("/")[0]


def cases_of(record: Record) -> tuple[ReadCase, ...]:
    """The cases of a record, in its order."""
    return tuple(_case(case) for case in record.cases)


def _case(case: CaseRecord) -> ReadCase:
    return ReadCase(
        account=case.account,
        situation=case.situation,
        issue_type=case.issue_type,
        vector=case.vector,
        total=(case.total.low, case.total.high),
        decision=case.decision,
        settled=case.settled,
        possible=case.possible,
        scores={code: _score(case, code) for code in CODES},
        signals={signal.kind: _spans(signal.evidence) for signal in case.signals},
        findings=case.findings,
    )


def _score(case: CaseRecord, code: Code) -> ReadScore:
    score = case.scores[DIMENSION_OF[code]]
    return ReadScore(low=score.low, high=score.high, rationale=score.rationale, quotes=_spans(score.evidence))


def _spans(evidence: Iterable[Evidence]) -> Spans:
    return tuple((part.start, part.end) for part in evidence if part.start is not None and part.end is not None)


def line(result: Result) -> str:
    """A result as one line of JSON."""
    return result.model_dump_json(exclude_defaults=True) + "\n"


def drop_torn_line(path: Path) -> None:
    """Take away a last line that an interruption cut off, so that the next one begins on a line of its own."""
    if path.exists():
        content = path.read_bytes()
        if not content.endswith(b"\n"):
            path.write_bytes(content[: content.rfind(b"\n") + 1])


def read(path: Path) -> tuple[Result, ...]:
    """The results in a file, a later line for the same sample and epoch replacing an earlier one.

    A last line that was cut off by an interruption is left out. Raises EvalError for a file that cannot be used.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise EvalError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise EvalError(f"{path} is no text: {error}") from error
    found: dict[tuple[str, int], Result] = {}
    for number, text in enumerate(lines[:-1], 1):  # what stands behind the last line end is no whole line
        try:
            result = Result.model_validate_json(text)
        except ValidationError as error:
            raise EvalError(f"{path}, line {number}: {'; '.join(sentences(error))}") from error
        found[result.sample, result.epoch] = result
    return tuple(found.values())
