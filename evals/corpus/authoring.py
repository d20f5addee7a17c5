"""Makes a case of a record and a CSM's correction: the fastest way from a wrong decision to a test of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import tomlkit
from pydantic import ValidationError
from tomlkit.items import String

from escalation.decision.record import CaseRecord, Record
from escalation.evidence.notes import from_text
from escalation.evidence.quotes import Finder
from escalation.extraction.answering import scores
from escalation.extraction.parsing import sentences
from escalation.policy.loading import load as load_policy
from escalation.policy.terms import CODE_OF, DIMENSION_OF, WEIGHT_SCORE, Code, Decision, Weight
from evals.corpus.case import BaseCase, Label, Split
from evals.corpus.loading import FOLDER
from evals.errors import CorpusBroken, EvalError

_SCORED: Final[tuple[Code, ...]] = ("CI", "TS", "CC")


def case_from(
    name: str, notes: str, record: Record, corrections: Sequence[str], because: Sequence[str], by: str, split: Split
) -> dict[str, Any]:
    """The case as data: what the record says, with the scores that ``corrections`` ("CC=4") replace and why.

    Raises EvalError for a record of several problems or without offsets, and WrongUsage for corrections that do not
    hold.
    """
    if len(record.cases) != 1 or not record.evidence_checked:
        raise EvalError("a case is made of a record with one problem, whose quotes were checked in the notes")
    if not corrections:
        raise EvalError("a case says with --set what the record should have said")
    read = record.cases[0]
    given = {CODE_OF[key]: (value.score, value.because) for key, value in scores(corrections, because).items()}
    if "AV" in given:
        raise EvalError("account value follows from the ARR and the strategic weight: correct these in the file")
    label = _label(read, given)
    # Nobody gave a view of their own: what the corrected scores lead to.
    label["holistic"] = _decision(label)
    finder = Finder(from_text(notes).text)
    strange = [quote for code in _SCORED for quote in label[f"{code}_evidence"] if finder.first(quote) is None]
    if strange:
        raise EvalError(f"the record was made of other notes: {strange[0]!r} is not in these")
    return {
        "id": name,
        "split": split,
        "today": record.today,
        "written_by": "pasted",
        "labelled": "correction",
        "notes": notes,
        "cases": [label],
        "raters": {"correction": {"by": by, "cases": [_scores_alone(label)]}},
    }


def write(data: dict[str, Any], folder: Path = FOLDER) -> Path:
    """The case as a file of ``folder``. Raises CorpusBroken if it does not hold, EvalError if the file exists."""
    try:
        BaseCase.model_validate(data)
    except ValidationError as error:
        raise CorpusBroken(sentences(error)) from error
    path = folder / f"{data['id']}.toml"
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(to_toml(data))
    except FileExistsError:
        raise EvalError(f"{path} exists already") from None
    return path


def to_toml(data: dict[str, Any]) -> str:
    """A case as TOML: the notes as they were pasted, in a block of their own."""
    document = tomlkit.document()
    for key, value in _without_nothing(data).items():
        document[key] = _block(value) if key == "notes" else value
    # A line end right behind the marks is no part of the text, and lets the notes begin on a line of their own.
    return re.sub(r"(?m)^(notes = (?:\'{3}|\"{3}))(?=[^\n])", r"\1\n", tomlkit.dumps(document), count=1)


def _block(notes: str) -> String:
    literal = "'''" not in notes and all(c.isprintable() or c in "\n\t" for c in notes)
    return tomlkit.string(notes, literal=literal, multiline=True)


def _label(read: CaseRecord, given: dict[Code, tuple[int, str]]) -> dict[str, Any]:
    label: dict[str, Any] = {"account": read.account}
    for code in _SCORED:
        score = read.scores[DIMENSION_OF[code]]
        known = given[code][0] if code in given else score.low if score.low == score.high else "unknown"
        label[code] = known
        label[f"{code}_accept"] = [] if known == "unknown" else [known]
        label[f"{code}_evidence"] = [part.quote for part in score.evidence]
    label |= {
        "arr": _arr(read),
        "weight": _weight(read),
        "signals": [{"kind": s.kind, "quote": part.quote} for s in read.signals for part in s.evidence[:1]],
        "issue_type": read.issue_type,
        "deadline": read.context.deadline,
        "holistic": read.decision,
        "why": "; ".join(f"{code}: {why}" for code, (_, why) in given.items()),
    }
    return label


def _decision(label: dict[str, Any]) -> Decision:
    try:
        return Label.model_validate(label).decision(load_policy("default"))
    except ValidationError as error:
        raise CorpusBroken(sentences(error)) from error


def _arr(read: CaseRecord) -> dict[str, Any] | None:
    """The revenue as the record worked it out, in euros a year."""
    quotes = [part.quote for part in read.scores["account_value"].evidence]
    if read.context.arr_eur is None:
        return None
    return {
        "amount": read.context.arr_eur,
        "units": 1,
        "currency": "EUR",
        "period": "year",
        "quote": "".join(quotes[:1]),
    }


def _weight(read: CaseRecord) -> Weight | None:
    score = read.scores["account_value"]
    if score.set_by != "strategic" or score.low != score.high:
        return None
    return next((weight for weight, points in WEIGHT_SCORE.items() if points == score.low), None)


def _scores_alone(label: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in label.items() if key != "why" and not key.endswith(("_accept", "_evidence"))}


def _without_nothing(value: Any) -> Any:
    """TOML has no null."""
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_nothing(item) for item in value]
    return value
