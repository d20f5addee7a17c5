"""Runs the command and turns every way it can end into an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from escalation.errors import EscalationError, NothingToAssess, WrongUsage, printable

DONE, FAILED, INTERRUPTED = 0, 1, 130


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command called with ``arguments``; what went wrong is on stderr."""
    if sys.stdout is None:
        say("Error: the output could not be written: stdout is closed")
        return FAILED
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays open to the end
    _speak_utf8()
    # No plugin installed beside us may look into what is validated; looking for some also takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _call([_as_utf8(argument) for argument in arguments])
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        say("Interrupted; nothing was written.")
        code = INTERRUPTED
    except BrokenPipeError:
        code = DONE  # whoever read our output has enough
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show(file=sys.stderr)
        code = error.exit_code
    except NothingToAssess as outcome:
        say(_masked(str(outcome)))  # an answer, and no fault of anybody
        code = outcome.exit_code
    except EscalationError as error:
        say(_masked(f"Error: {error}"))
        code = error.exit_code
    except OSError as error:
        say(f"Error: the output could not be written: {error.strerror or error}")
        code = FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence between a fault of ours and the user
        kind = type(error).__name__
        say(f"Error: this is a fault of ours ({kind}). Please report it, without your notes. Nothing was written.")
        code = FAILED
    _close(sys.stdout)
    _close(sys.stderr)
    return code


def _call(arguments: list[str]) -> int:
    # Not through `main`, which would answer a closed pipe with an exit code of its own.
    from escalation.cli.commands import escalate

    try:
        with escalate.make_context("escalate", arguments) as context:
            escalate.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return DONE


def _as_utf8(argument: str) -> str:
    """The argument as UTF-8, whatever the locale took it for."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError as error:
        raise WrongUsage(f"an argument is not UTF-8 text: {argument!r}") from error


def _masked(text: str) -> str:
    """A message may quote a document, and the document may hold a credential."""
    from escalation.evidence.masking import mask

    return mask(text)


def say(text: str) -> None:
    """Tell the user something beside the output; a closed stderr is no reason to fail."""
    with contextlib.suppress(OSError):
        click.echo(printable(text), err=True)


def _speak_utf8() -> None:
    """The same bytes on every system, whatever its code page and line ends."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _close(stream: TextIO | None) -> None:
    """Flush once more; where that fails let Python, which will try again at exit, succeed on nothing."""
    if stream is None:
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
