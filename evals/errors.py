"""What can go wrong in an evaluation, and the exit code of each.

EvalError (2)             wrong usage: options, files that cannot be used
├── CorpusBroken (2)      cases, labels or the suite do not hold; ``problems`` lists everything
├── Incomplete (3)        a run that could not read all samples: interrupted, too expensive, or too many failures
└── NotRecorded (4)       recordings are missing or were made from other words than the present ones
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class EvalError(Exception):
    """Base of every error of an evaluation; its text is one or more sentences for the user."""

    exit_code: ClassVar[int] = 2


class CorpusBroken(EvalError):
    """Cases, labels or the suite do not hold."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Name every problem."""
        self.problems = tuple(problems)
        super().__init__(f"{len(problems)} problem(s):\n" + "\n".join(f"  {problem}" for problem in problems))


class Incomplete(EvalError):
    """Not every sample was read; what was is kept, and ``run --resume`` goes on."""

    exit_code = 3


class NotRecorded(EvalError):
    """A reading was never recorded, or of other words than those that a reader would see now."""

    exit_code = 4
