"""Shows on a terminal that something is being waited for: what, and how long already. Silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from escalation.cli.running import say
from escalation.errors import printable


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Gives a function that is told what is waited for; on a terminal it is shown on stderr until the block ends."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    except ModuleNotFoundError:  # a copied folder may lack it
        yield lambda text: say(f"{text}...")
        return
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as shown:
        task = shown.add_task("", total=None, visible=False)

        def show(text: str) -> None:
            shown.update(task, description=printable(text), visible=True)

        yield show
