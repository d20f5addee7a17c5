"""Tells the user what is installed where, and goes on where one place fails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from escalation.cli.running import INTERRUPTED, say
from escalation.clients.installing import Step, perform, steps
from escalation.clients.places import Roots
from escalation.errors import EscalationError, WrongUsage, printable

_DONE = {
    "install": "Installed",
    "upgrade": "Upgraded",
    "remove": "Removed",
    "keep": "Unchanged",
    "refuse": "Not touched",
}
_WOULD = {"install": "Would install", "upgrade": "Would upgrade", "remove": "Would remove"}
NEXT = 'Try next: open your agent in a new session, paste notes, and ask "should I escalate this?"'


def roots() -> Roots:
    """The home of whoever runs it, and the current folder. Raises WrongUsage where there is none."""
    try:
        return Roots(Path.home(), Path.cwd(), os.environ)
    except (RuntimeError, OSError) as error:
        raise WrongUsage(f"your home folder or the current folder cannot be told: {error}") from error


def install(client: Any, scope: Any, *, dry_run: bool, uninstall: bool) -> None:
    """Do it place by place. Raises EscalationError at the end when a place was not touched or failed."""
    failed = 0
    todo = list(steps(client, scope, roots(), uninstall=uninstall))
    try:
        for step in todo:
            failed += not _one(step, dry_run=dry_run)
    except KeyboardInterrupt:
        say("Interrupted; what is named above was done, and nothing else.")
        raise click.exceptions.Exit(INTERRUPTED) from None
    if not (failed or dry_run or uninstall):
        say(NEXT)
    if failed:
        raise EscalationError(f"{failed} of {len(todo)} places could not be changed; nothing in them was lost")


def _one(step: Step, *, dry_run: bool) -> bool:
    if not dry_run:
        try:
            perform(step)
        except OSError as error:
            say(f"Failed: {step.place.skill}: {error.strerror or error}")
            return False
    verb = _WOULD.get(step.verb, _DONE[step.verb]) if dry_run else _DONE[step.verb]
    line = f"{verb}: {step.place.skill}: {step.why} ({step.place.readers})"
    if step.verb == "refuse":
        say(line)
        return False
    click.echo(printable(line))
    return True
