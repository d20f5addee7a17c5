"""Reads what the user names and writes what they ask for."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

import click

from escalation.errors import EscalationError, InvalidDocument, WrongUsage

STDIN = "-"
PASTE = "Paste the notes, then press Ctrl-D (on Windows Ctrl-Z and Enter)."
MOST_DOCUMENT_BYTES = 50_000_000


def read(name: str | None, most: int) -> bytes:
    """Up to ``most`` + 1 bytes of a file, or of stdin for "-" and None; more tells that it is too long.

    Raises WrongUsage when the file cannot be opened or read.
    """
    if name is None or name == STDIN:
        if stdin().isatty():
            click.echo(PASTE, err=True)
        return stdin().buffer.read(most + 1)
    try:
        with _path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise WrongUsage(f"{name}: {getattr(error, 'strerror', None) or 'cannot be read'}") from error


def read_document(name: str, refusal: type[InvalidDocument]) -> str:
    """The text of a JSON document.

    Raises WrongUsage when it cannot be opened, and ``refusal`` when it is too large or no UTF-8 text.
    """
    content = read(name, MOST_DOCUMENT_BYTES)
    if len(content) > MOST_DOCUMENT_BYTES:
        raise refusal([f"(document): is larger than {MOST_DOCUMENT_BYTES:,} bytes"], name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal([f"(document): is not UTF-8 text (byte {error.start})"], name) from error


def stdin() -> TextIO:
    """Standard input; raises WrongUsage when there is none."""
    if sys.stdin is None:
        raise WrongUsage("stdin is closed; name a file")
    return sys.stdin


def _path(name: str) -> Path:
    """A path as the file system has it: names are bytes there, and ours are UTF-8 in every locale."""
    return Path(os.fsdecode(name.encode("utf-8")))


def write(text: str, name: str) -> None:
    """Write ``text`` to a file that its owner alone can read, whole or not at all; say where.

    Raises EscalationError when it cannot be written; what was there before is then still there.
    """
    path = _path(name)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8", newline="\n")  # a device or pipe cannot be replaced
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise EscalationError(f"the output could not be written to {name}: {error.strerror or error}") from error
    click.echo(f"Written to {name}, readable by you alone; delete it when it is no longer needed.", err=True)


def _replace(path: Path, text: str) -> None:
    import tempfile  # takes a while to load, and most output goes to stdout

    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
