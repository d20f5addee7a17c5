"""Runs the command and turns every way it can end into an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from escalation.errors import EscalationError, NothingToAssess

DONE, FAILED, INTERRUPTED = 0, 1, 130


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command called with ``arguments``; what went wrong is on stderr."""
    _speak_utf8()
    # No plugin installed beside us may look into what is validated; looking for some also takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from escalation.cli.commands import escalate

        code = escalate.main(args=list(arguments), prog_name="escalate", standalone_mode=False) or DONE
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        _say("Interrupted; nothing was written.")
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough. Python flushes stdout once more at exit, which must not fail.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except click.ClickException as error:
        error.show(file=sys.stderr)
        code = error.exit_code
    except NothingToAssess as outcome:
        _say(str(outcome))  # an answer, and no fault of anybody
        code = outcome.exit_code
    except EscalationError as error:
        _say(f"Error: {error}")
        code = error.exit_code
    except OSError as error:
        _say(f"Error: the output could not be written: {error.strerror or error}")
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence between a fault of ours and the user
        kind = type(error).__name__
        _say(f"Error: this is a fault of ours ({kind}). Please report it, without your notes. Nothing was written.")
        code = FAILED
    return int(code)


def _say(text: str) -> None:
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def _speak_utf8() -> None:
    """The same bytes on every system, whatever its code page and line ends."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
