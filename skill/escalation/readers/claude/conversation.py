"""The talk with the model until it has given an extraction: one more try for each reason, three answers in all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple

from escalation import prompting
from escalation.decision.record import Usage
from escalation.errors import InvalidExtraction, ReaderFailed
from escalation.evidence.notes import Notes
from escalation.evidence.verbatim import missing, quotes
from escalation.extraction.model import Extraction
from escalation.extraction.parsing import parse
from escalation.readers.claude import request
from escalation.readers.claude.answer import CONTEXT_FULL, CUT_OFF, REFUSED, Answer, Response, UnusableAnswer, interpret
from escalation.readers.claude.settings import Settings
from escalation.readers.reading import Say

MOST_ANSWERS: Final = 3
_NO_TEXT: Final = "(document): the answer holds no text"
_SHOWN: Final = 5
_MOST_LISTED: Final = 50

Reason = Literal["cut off", "invalid", "quotes"]
_AGAIN: Final[dict[Reason, str]] = {
    "cut off": "the answer was cut off",
    "invalid": "the answer did not hold",
    "quotes": "some quotes were not in the notes",
}


Send = Callable[[dict[str, Any], Say], Response]


class Outcome(NamedTuple):
    """An extraction, the answer that held it, and all answers there were."""

    extraction: Extraction
    answer: Answer
    answers: tuple[Answer, ...]

    @property
    def usage(self) -> Usage | None:
        """The tokens of all answers together; None where the server counted none."""
        counted = [answer.usage for answer in self.answers if answer.usage]
        if not counted:
            return None
        return Usage(**{name: sum(getattr(usage, name) for usage in counted) for name in Usage.model_fields})


class _Kept(NamedTuple):
    """A valid extraction that can be used, with quotes that evidence will drop."""

    extraction: Extraction
    answer: Answer
    missing: tuple[str, ...]

    def betters(self, other: _Kept) -> bool:
        """Whether it has fewer wrong quotes and leaves out nothing that stands: an empty one has no wrong quote."""
        return (
            len(self.missing) < len(other.missing)
            and len(self.extraction.cases) >= len(other.extraction.cases)
            and self._standing >= other._standing
        )

    @property
    def _standing(self) -> int:
        return len(set(quotes(self.extraction))) - len(self.missing)


class Conversation:
    """One talk about one set of notes."""

    def __init__(self, notes: Notes, today: dt.date, frozen: str, settings: Settings) -> None:
        """A talk that has not begun."""
        self._notes = notes
        self._frozen = frozen
        self._settings = settings
        self._turns = [request.user(prompting.request(notes, today))]
        self._max_tokens = settings.max_tokens
        self._answers: list[Answer] = []
        self._reasons: set[Reason] = set()
        self._kept: _Kept | None = None

    def hold(self, send: Send, show: Say) -> Outcome:
        """Ask until there is an extraction. Raises ReaderFailed when there is none to be had.

        Once an answer was valid it is never lost: what fails after it only leaves its wrong quotes to be dropped.
        """
        try:
            while self._ask(send, show):
                pass
        except ReaderFailed as error:
            if self._kept is None:
                raise type(error)(f"{self._so_far()}{error}") from error
        if self._kept is None:
            raise RuntimeError("the talk ended without an answer")
        return Outcome(self._kept.extraction, self._kept.answer, tuple(self._answers))

    def _so_far(self) -> str:
        """Why the last request was not like the first: its own failure may come from that."""
        if not self._answers or self._answers[-1].stop != CUT_OFF or self._max_tokens == self._settings.max_tokens:
            return ""
        return f"The first answer was cut off at {self._settings.max_tokens:,} tokens; asked for twice as many: "

    def _ask(self, send: Send, show: Say) -> bool:
        """One question and its answer; whether to ask again. Raises ReaderFailed when there is no use in that."""
        response = send(request.build(self._frozen, self._turns, self._settings, self._max_tokens), show)
        answer = interpret(response)
        self._answers.append(answer)
        if answer.stop == REFUSED:
            raise UnusableAnswer(_refused(answer))
        if answer.stop == CONTEXT_FULL:
            raise UnusableAnswer("The notes and the answer are longer than this model can hold. Cut the notes down.")
        if answer.stop == CUT_OFF:
            return self._cut_off(show)
        try:
            extraction = parse(answer.text) if answer.text else _no_text()
        except InvalidExtraction as error:
            return self._invalid(answer, error.problems, show)
        return self._valid(answer, extraction, show)

    def _cut_off(self, show: Say) -> bool:
        if not self._may_ask("cut off", show):
            raise UnusableAnswer(
                f"The answer was cut off at {self._max_tokens:,} tokens. "
                "Raise `--max-tokens`, or let the model think less with `--effort low`."
            )
        self._max_tokens *= 2
        return True

    def _invalid(self, answer: Answer, problems: Sequence[str], show: Say) -> bool:
        if not self._may_ask("invalid", show):
            # Without the values: they may be words of the notes, and nobody but the model can mend them.
            listed = "\n".join(f"  {problem.partition(', got ')[0]}" for problem in problems[:_SHOWN])
            more = f"\n  and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
            raise UnusableAnswer(
                "The model gave no valid extraction. Try again, another `--model`, or another way of `--structured`.\n"
                f"{listed}{more}"
            )
        self._say_again(answer, prompting.again("invalid", problems[:_MOST_LISTED]))
        return True

    def _valid(self, answer: Answer, extraction: Extraction, show: Say) -> bool:
        absent = missing(extraction, self._notes)
        new = _Kept(extraction, answer, absent)
        if self._kept is None or new.betters(self._kept):
            self._kept = new
        if not absent or not self._may_ask("quotes", show):
            return False
        self._say_again(answer, prompting.again("quotes", absent[:_MOST_LISTED]))
        return True

    def _say_again(self, answer: Answer, what: str) -> None:
        if answer.text:
            self._turns += [request.assistant(answer.text), request.user(what)]
        else:  # turns alternate, and an empty one is not accepted
            before = self._turns.pop()["content"]
            self._turns.append(request.user(f"{before}\n{what}"))

    def _may_ask(self, reason: Reason, show: Say) -> bool:
        if reason in self._reasons or len(self._answers) >= MOST_ANSWERS:
            return False
        self._reasons.add(reason)
        show(f"Asking once more, because {_AGAIN[reason]}")
        return True


def _no_text() -> Extraction:
    raise InvalidExtraction([_NO_TEXT])


def _refused(answer: Answer) -> str:
    category = f" (category: {answer.category})" if answer.category else ""
    return (
        f"The model refused to read these notes{category}. "
        "Leave out what is not about the customer's problem, or name another `--model`."
    )
