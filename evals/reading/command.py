"""Any program that reads notes on its standard input and prints an extraction or a record."""

from __future__ import annotations

import shlex
import subprocess
import time

from escalation.decision.record import SCHEMA as RECORD
from escalation.decision.record import parse as parse_record
from escalation.errors import InvalidRecord
from escalation.extraction.parsing import load_json
from evals.corpus.sample import Sample
from evals.errors import EvalError
from evals.reading.reader import Reply, Unreachable
from evals.reading.seen import sha256
from evals.running.results import Effort

NOTHING = 3
"""The exit code of a program that finds nothing to assess, as ``escalate assess`` has it."""


class CommandReading:
    """Runs a command for each sample; ``{today}`` in it is the day on which the notes are read."""

    name = "command"
    model = None

    def __init__(self, command: str, timeout: float) -> None:
        """Split ``command`` as a shell would; no shell runs it. Raises EvalError for one that cannot be split."""
        try:
            self._arguments = shlex.split(command)
        except ValueError as error:
            raise EvalError(f"--command {command!r}: {error}") from error
        if not self._arguments:
            raise EvalError("--command is empty")
        self._timeout = timeout
        self.provenance = f"the command {command!r}"

    def key(self, sample: Sample) -> str:
        """The program sees the day and the notes; what else it uses is not known here."""
        return sha256(f"{self._arguments}\0{sample.today}\0{sample.notes}")

    def read(self, sample: Sample, epoch: int) -> Reply:  # noqa: ARG002 - each run is a new reading
        """Run it once. A program that fails raises Unreachable; one that cannot be started raises EvalError."""
        arguments = [part.replace("{today}", sample.today.isoformat()) for part in self._arguments]
        started = time.perf_counter()
        try:
            done = subprocess.run(  # noqa: S603 - running a program is what was asked for
                arguments, input=sample.notes.encode(), capture_output=True, timeout=self._timeout, check=False
            )
        except OSError as error:
            raise EvalError(f"{arguments[0]} cannot be started: {error.strerror}") from error
        except subprocess.TimeoutExpired as error:
            raise Unreachable(f"took longer than {self._timeout:g} seconds") from error
        effort = Effort(seconds=round(time.perf_counter() - started, 3))
        said = done.stderr.decode(errors="replace").strip()
        if done.returncode == NOTHING:
            return Reply(None, effort=effort, problem=said.split("\n")[0] or None)
        if done.returncode:
            raise Unreachable(f"exit code {done.returncode}: {said[-300:]}")
        return _reply(done.stdout.decode(errors="replace"), effort)


def _reply(text: str, effort: Effort) -> Reply:
    """A record is taken as it is; anything else must be an extraction."""
    try:
        data = load_json(text)
        if isinstance(data, dict) and data.get("schema") == RECORD:
            return Reply(parse_record(text), effort=effort)
    except (ValueError, InvalidRecord):
        pass  # what is wrong with it is said when it is read as an extraction
    return Reply(text, effort=effort)
