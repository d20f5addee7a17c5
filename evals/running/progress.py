"""Shows how far a run is: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from evals.running.results import Result
from evals.running.run import Show

_LINES: Final = 10
"""As many lines at the most, where nobody watches."""


@contextmanager
def progress(total: int) -> Iterator[Show]:
    """Gives a function that is told of each result until the block ends."""
    if not sys.stderr.isatty():
        yield _line
        return
    with click.progressbar(length=max(total, 1), label="Reading", show_pos=True, file=sys.stderr) as bar:

        def show(result: Result, done: int, of: int) -> None:
            del done, of
            if result.status == "failed":
                click.echo(f"\n{result.sample}, epoch {result.epoch}: {result.problem}", err=True)
            bar.update(1)

        yield show


def _line(result: Result, done: int, of: int) -> None:
    step = max(1, of // _LINES)
    if result.status == "failed":
        click.echo(f"{result.sample}, epoch {result.epoch}: failed: {result.problem}", err=True)
    if done == of or done % step == 0:
        click.echo(f"{done} of {of} readings", err=True)
