"""What an agent wrote that was given the framework in words: an assessment in Markdown, read by its template."""

from __future__ import annotations

import re
from typing import Final

from escalation.evidence.quotes import Finder, long_enough
from escalation.policy.model import Policy
from escalation.policy.terms import CODES, LEVEL_OF, TOTALS, Code, Decision
from evals.corpus.case import Part

_ROWS: Final[dict[str, Code]] = dict(
    zip(("customer impact", "account value", "time sensitivity", "csm capability"), CODES, strict=True)
)
_ROW: Final = re.compile(r"^\|([^|]*)\|([^|]*)\|(.*)\|\s*$", re.MULTILINE)
_QUOTED: Final = re.compile(r'"([^"\n]+)"|“([^”\n]+)”')
_NUMBER: Final = re.compile(r"\d+")


class Assessment(Part):
    """``scores`` and ``total`` are None where they are no single number; quotes are (given, verbatim in the notes)."""

    scores: dict[Code, int | None]
    total: int | None
    decision: Decision | None
    quotes: tuple[int, int]

    @property
    def adds_up(self) -> bool | None:
        """Whether the total is the sum of the scores; None where one of them is no number."""
        numbers = [score for score in self.scores.values() if score is not None]
        if len(numbers) != len(CODES) or self.total is None:
            return None
        return sum(numbers) == self.total

    def fits(self, policy: Policy) -> bool | None:
        """Whether the decision is the band of the total that stands above it."""
        if self.total is None or self.decision is None or self.total not in TOTALS:
            return None
        return policy.table.band_level[self.total] == LEVEL_OF[self.decision]


def parse(text: str, notes: str, policy: Policy) -> Assessment:
    """The first assessment in ``text``; what does not follow the template is None."""
    scores: dict[Code, int | None] = dict.fromkeys(CODES)
    total = None
    rationales = ""
    for name, score, rationale in _ROW.findall(text):
        key = name.strip(" *").casefold()
        if key in _ROWS and scores[_ROWS[key]] is None:
            scores[_ROWS[key]] = _single(score)
            rationales += f"{rationale}\n"
        elif key == "total" and total is None:
            total = _single(score)
    return Assessment(scores=scores, total=total, decision=_decision(text, policy), quotes=_quotes(rationales, notes))


def _single(cell: str) -> int | None:
    numbers = _NUMBER.findall(cell)
    return int(numbers[0]) if len(numbers) == 1 else None


def _decision(text: str, policy: Policy) -> Decision | None:
    _, _, behind = text.partition("### Decision")
    first = next((line for line in behind.split("\n") if line.strip()), "").casefold()
    found = [name for name in LEVEL_OF if policy.label(name).casefold() in first]
    return found[0] if len(found) == 1 else None


def _quotes(rationales: str, notes: str) -> tuple[int, int]:
    finder = Finder(notes)
    given = [one or other for one, other in _QUOTED.findall(rationales)]
    given = [quote.rstrip(".,;") for quote in given if long_enough(quote)]
    return len(given), sum(finder.first(quote) is not None for quote in given)
