"""Compares readings that agents made with the notes they read, and with what two raters say of the same notes."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from escalation import prompting
from escalation.errors import InvalidExtraction
from escalation.evidence.notes import from_bytes
from escalation.evidence.verbatim import missing, quotes
from escalation.extraction.model import Case, Extraction
from escalation.extraction.parsing import parse
from escalation.policy.loading import load
from escalation.policy.terms import DIMENSION_OF, Code

FOLDER: Final = Path(__file__).parent
NOTES: Final = FOLDER.parent / "offline" / "development"
CHARACTERS_A_TOKEN: Final = 4
"""A rough estimate for English; no tokenizer of the model is at hand."""

SCORED: Final[tuple[Code, ...]] = ("CI", "TS", "CC")
"""Account value is set by code."""


class Read(NamedTuple):
    """One note, its reading (None where it does not hold), and the labels of both raters."""

    name: str
    text: str
    extraction: Extraction | None
    labels: dict[str, list[dict[str, Any]]]


def lines() -> Iterator[str]:
    """The figures as text."""
    found = list(_all())
    valid = [read for read in found if read.extraction]
    yield f"{len(found)} notes; first reading valid: {len(valid)}/{len(found)}"
    yield _verbatim(valid)
    yield from _sizes(valid)
    for code in SCORED:
        yield _agreement(code, valid)


def _all() -> Iterator[Read]:
    labels = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    for name, given in labels.items():
        text = (FOLDER / "readings" / f"{name}.json").read_text(encoding="utf-8")
        try:
            extraction = parse(text)
        except InvalidExtraction:
            extraction = None
        yield Read(name, text, extraction, given)


def _verbatim(reads: list[Read]) -> str:
    given = absent = 0
    for read in reads:
        if read.extraction:
            given += len(list(quotes(read.extraction)))
            absent += len(missing(read.extraction, from_bytes((NOTES / f"{read.name}.md").read_bytes())))
    return f"quotes verbatim in the notes: {given - absent}/{given}"


def _sizes(reads: list[Read]) -> Iterator[str]:
    frozen = len(prompting.instructions(load("default")))
    yield f"frozen prompt: {frozen:,} characters, about {frozen / CHARACTERS_A_TOKEN:,.0f} tokens"
    answers = [
        len(json.dumps(json.loads(read.text), ensure_ascii=False, separators=(",", ":")))
        for read in reads
        if read.extraction and read.extraction.cases
    ]
    median = statistics.median(answers)
    yield f"median answer: {median:,.0f} characters, about {median / CHARACTERS_A_TOKEN:,.0f} tokens"


def _agreement(code: Code, reads: list[Read]) -> str:
    """Exact agreement where both sides gave one level; cases are paired where all three saw the same number of them."""
    pairs: dict[str, list[tuple[int, int]]] = {"raters": [], "A": [], "B": []}
    for read in reads:
        cases = read.extraction.cases if read.extraction else ()
        if not len(cases) == len(read.labels["A"]) == len(read.labels["B"]):
            continue
        for case, first, second in zip(cases, read.labels["A"], read.labels["B"], strict=True):
            known = _known(case, code)
            _pair(pairs["raters"], first[code], second[code])
            _pair(pairs["A"], known, first[code])
            _pair(pairs["B"], known, second[code])
    shown = (f"{name} {sum(one == other for one, other in given)}/{len(given)}" for name, given in pairs.items())
    return f"{code} exact: {', '.join(shown)}; two levels apart: {_far(pairs)}"


def _known(case: Case, code: Code) -> int | None:
    reading = getattr(case.dimensions, DIMENSION_OF[code])
    return reading.low if reading.low == reading.high else None


def _pair(pairs: list[tuple[int, int]], one: int | None, other: int | None) -> None:
    if one and other:
        pairs.append((one, other))


def _far(pairs: dict[str, list[tuple[int, int]]]) -> int:
    return sum(abs(one - other) > 1 for name, given in pairs.items() if name != "raters" for one, other in given)
