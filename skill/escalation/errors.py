"""What can go wrong, and the exit code of each.

EscalationError (1)         we failed: an unexpected error, output that could not be written
├── WrongUsage (2)          options, vectors or files that cannot be used
├── NothingToAssess (3)     notes without a problem that this reader can assess
├── ReaderFailed (4)        the model could not be used or gave no valid answer
└── InvalidDocument         a document that does not hold; ``problems`` lists everything wrong with it
    ├── InvalidExtraction (5)
    ├── InvalidRecord (5)
    └── InvalidPolicy (6)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

FIVE_THINGS = (
    "the problem: what happened, and since when",
    "what it does to the customer's business, and what they do instead",
    "what has been tried, and what is needed to solve it",
    "the account: ARR, health, renewal, strategic weight",
    "your gut feel: can you solve it, or do you need help",
)


def printable(text: str) -> str:
    """``text`` with what a terminal would obey or hide written out; line feeds stay."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


class EscalationError(Exception):
    """Base of every error this program raises; its text is one or more sentences for the user."""

    exit_code: ClassVar[int] = 1


class WrongUsage(EscalationError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class NothingToAssess(EscalationError):
    """The notes hold nothing this reader can assess."""

    exit_code = 3

    def __init__(self, reason: str) -> None:
        """Add the five things to provide to ``reason``."""
        provide = "\n".join(f"  - {thing}" for thing in FIVE_THINGS)
        super().__init__(f"{reason}\nIf there is a problem all the same, say in your own words:\n{provide}")


class ReaderFailed(EscalationError):
    """A reader could not be used, or did not give a valid answer."""

    exit_code = 4


class InvalidDocument(EscalationError):
    """A document that was handed in does not hold.

    ``problems`` has one sentence for each problem, each beginning with the path of the key it is about.
    """

    kind: ClassVar[str] = "document"

    def __init__(self, problems: Sequence[str], source: str = "") -> None:
        """Name every problem of the document that came from ``source``."""
        self.problems = tuple(problems)
        where = f" {source}" if source else ""
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"the {self.kind}{where} does not hold ({count}):\n{lines}")


class InvalidExtraction(InvalidDocument):
    """An extraction that was handed in does not hold."""

    exit_code = 5
    kind = "extraction"


class InvalidRecord(InvalidDocument):
    """A record that was handed in does not hold."""

    exit_code = 5
    kind = "record"


class InvalidPolicy(InvalidDocument):
    """A policy does not hold."""

    exit_code = 6
    kind = "policy"
