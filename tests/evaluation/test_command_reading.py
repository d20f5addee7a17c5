"""Any program that reads notes can be measured."""

from __future__ import annotations

import json
import shlex
import sys

import pytest

from escalation.decision.assessing import assess
from escalation.decision.record import Record
from escalation.evidence.notes import from_text
from escalation.extraction.model import Extraction
from evals.errors import EvalError
from evals.reading.command import CommandReading
from evals.reading.reader import Unreachable
from evaluation.building import NOTES, POLICY, answer, sample

pytestmark = pytest.mark.tree


def program(code: str, *arguments: str, timeout: float = 30) -> CommandReading:
    return CommandReading(shlex.join([sys.executable, "-c", f"import sys; {code}", *arguments]), timeout)


def test_it_gets_the_notes_on_stdin_and_the_day_where_the_command_asks_for_it() -> None:
    reader = program("print(sys.stdin.read() + sys.argv[1])", "day={today}")

    assert reader.read(sample(), 1).answer == f"{NOTES}day=2026-11-22\n"


def test_an_extraction_is_taken_as_text_with_the_seconds_it_took() -> None:
    reply = program(f"print({json.dumps(answer())!r})").read(sample(), 1)

    assert json.loads(str(reply.answer)) == answer()
    assert reply.effort.seconds
    assert reply.effort.seconds > 0


def test_a_record_is_taken_as_a_record() -> None:
    record = assess(Extraction.model_validate(answer()), POLICY, sample().today, notes=from_text(NOTES))

    reply = program(f"print({record.model_dump_json(by_alias=True)!r})").read(sample(), 1)

    assert isinstance(reply.answer, Record)
    assert reply.answer.cases[0].decision == "immediate"


def test_exit_code_three_means_that_there_is_nothing_to_assess() -> None:
    reply = program("print('No problem here.', file=sys.stderr); sys.exit(3)").read(sample(), 1)

    assert (reply.answer, reply.problem) == (None, "No problem here.")


def test_a_program_that_fails_may_be_tried_again_and_its_last_words_are_kept() -> None:
    with pytest.raises(Unreachable, match="exit code 9: no connection"):
        program("print('no connection', file=sys.stderr); sys.exit(9)").read(sample(), 1)


def test_a_program_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Unreachable, match=r"longer than 0\.2 seconds"):
        program("import time; time.sleep(60)", timeout=0.2).read(sample(), 1)


def test_a_program_that_cannot_be_started_is_wrong_usage() -> None:
    with pytest.raises(EvalError, match="no-such-program cannot be started"):
        CommandReading("no-such-program", 1).read(sample(), 1)


@pytest.mark.parametrize("command", ["", "  ", "a 'b"])
def test_a_command_that_is_none_is_refused_at_once(command: str) -> None:
    with pytest.raises(EvalError, match="--command"):
        CommandReading(command, 1)


def test_bytes_that_are_no_text_do_not_break_it() -> None:
    reply = program(r"sys.stdout.buffer.write(b'\xff\xfe')").read(sample(), 1)

    assert reply.answer == "\ufffd\ufffd"
