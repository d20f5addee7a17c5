"""Shows on a terminal that something is being waited for: what, and how long already. Silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from escalation.cli.running import say
from escalation.errors import printable


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Gives a function that is told what is waited for; on a terminal it is shown on stderr until the block ends."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with ExitStack() as stack:
        shown: list[Callable[[str], None]] = []

        def show(text: str) -> None:
            if not shown:  # not before something is waited for: it takes a while to load
                shown.append(_spinner(stack))
            shown[0](printable(text))

        yield show


def _spinner(stack: ExitStack) -> Callable[[str], None]:
    """What shows a text beside a spinner and the time that has passed, until ``stack`` ends."""
    try:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    except ModuleNotFoundError:  # a copied folder may lack it
        return lambda text: say(f"{text}...")
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    progress = stack.enter_context(Progress(*columns, console=Console(file=sys.stderr), transient=True))
    task = progress.add_task("", total=None)
    return lambda text: progress.update(task, description=text)
