"""The commands. Each reads, calls one function and writes; what it needs is imported when it runs, to start fast."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from escalation import __version__
from escalation.cli import options

if TYPE_CHECKING:
    from escalation.decision.record import Record
    from escalation.evidence.notes import Notes

EXIT_CODES = """
\b
Exit codes:
  0    done
  1    we failed: an unexpected error, or output that could not be written
  2    wrong usage: options, vectors, files that cannot be opened
  3    nothing to assess: empty, not text, too long, another language, no problem in it
  4    the model could not be used or did not give a valid answer
  5    an extraction or record that does not hold
  6    a policy that does not hold
  130  interrupted
"""


@click.group(epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="escalate")
def escalate() -> None:
    """Decide whether a customer problem must be escalated: how hard, to whom, with which ask, by when."""


@escalate.command()
@click.argument("notes", required=False)
@options.POLICY
@options.FORMAT
@options.TODAY
@options.OUTPUT
@click.option(
    "--engine",
    type=click.Choice(["auto", "claude", "offline"]),
    default="auto",
    show_default=True,
    help="Who reads the notes; auto: Claude where a key, token, profile or base URL is set, else the offline reader.",
)
@click.option("--ask", is_flag=True, help="Ask for what is still unknown; needs a terminal.")
@options.model
@options.facts
def assess(notes: str | None, policy: str, form: str, today: dt.date | None, output: str | None, **given: Any) -> None:
    r"""Assess NOTES: a file, or stdin when it is "-" or left out.

    \b
    escalate assess notes.md
    pbpaste | escalate assess --arr "EUR 38k" --deadline 2026-12-01
    """
    from escalation.cli import asking
    from escalation.cli.progress import progress
    from escalation.cli.running import say
    from escalation.decision.assessing import assess as decide_on
    from escalation.policy.loading import load
    from escalation.readers.engines import choose

    rules, day = load(policy), today or dt.date.today()
    asking.require_terminal(wanted=given["ask"])
    answers: Any = options.answers(given)
    reader = choose(given["engine"], rules, options.settings(given), os.environ, say)
    read_notes = _notes(notes)
    with progress() as show:
        reading = reader.read(read_notes, day, show)
    if given["ask"]:
        answers = asking.ask(reading.extraction, read_notes, rules, day, answers)
    record = decide_on(reading.extraction, rules, day, notes=read_notes, answers=answers, engine=reading.engine)
    _show(record, form, output)


@escalate.command()
@click.argument("notes", required=False)
@options.POLICY
@options.TODAY
def prompt(notes: str | None, policy: str, today: dt.date | None) -> None:
    """Print what an agent needs to read NOTES itself: instructions and JSON Schema.

    Without NOTES it prints them for the notes that the agent has already.
    """
    from escalation import prompting
    from escalation.policy.loading import load

    rules = load(policy)
    click.echo(prompting.for_agent(rules, today or dt.date.today(), _notes(notes) if notes else None), nl=False)


@escalate.command()
@click.argument("extraction")
@click.option("--notes", metavar="NOTES", help="The notes it was made from; without them no quote is checked.")
@options.POLICY
@options.FORMAT
@options.TODAY
@options.OUTPUT
@options.facts
def decide(
    extraction: str, notes: str | None, policy: str, form: str, today: dt.date | None, output: str | None, **given: Any
) -> None:
    """Decide on an EXTRACTION made elsewhere: a JSON file, or "-" for stdin."""
    from escalation.cli.files import read_document
    from escalation.decision.assessing import assess as decide_on
    from escalation.errors import InvalidExtraction, WrongUsage
    from escalation.extraction.parsing import parse
    from escalation.policy.loading import load
    from escalation.readers.engines import given as given_engine

    if extraction == notes == "-":
        raise WrongUsage("the extraction and the notes cannot both come from stdin")
    rules, answers = load(policy), options.answers(given)
    found = parse(read_document(extraction, InvalidExtraction), extraction)
    read_notes = _notes(notes) if notes else None
    record = decide_on(found, rules, today or dt.date.today(), notes=read_notes, answers=answers, engine=given_engine())
    _show(record, form, output)


@escalate.command()
@click.argument("record")
@options.FORMAT
@options.OUTPUT
def render(record: str, form: str, output: str | None) -> None:
    """Show a stored RECORD again: a JSON file, or "-" for stdin. Nothing is computed anew."""
    from escalation.cli.files import read_document
    from escalation.decision.record import parse
    from escalation.errors import InvalidRecord

    _show(parse(read_document(record, InvalidRecord), record), form, output)


@escalate.command()
@click.argument("vectors", nargs=-1, required=True, metavar="VECTOR...")
@options.POLICY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def score(context: click.Context, vectors: tuple[str, ...], policy: str, form: str) -> None:
    """Decide on VECTORs such as EDF:1.0/CI:5/AV:1-5/TS:4/CC:2; "-" reads one a line from stdin.

    A bad vector is named on stderr, the rest goes on, and the exit code is 2 at the end.
    """
    from escalation.cli.scoring import score_all
    from escalation.policy.loading import load

    good = score_all(vectors, load(policy), as_json=form == "json")
    context.exit(0 if good else 2)


@escalate.group()
def policy() -> None:
    """Print, check or compare policies."""


@policy.command()
@click.argument("name", default="default", metavar="[NAME|FILE]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["toml", "markdown"]),
    default="toml",
    show_default=True,
    help="As it was written, or as tables to apply by hand.",
)
def show(name: str, form: str) -> None:
    """Print a policy."""
    from escalation.policy.loading import load, read

    rules = load(name)
    if form == "toml":
        click.echo(read(name).decode(), nl=False)
        return
    from escalation.rendering.by_hand import render as by_hand

    click.echo(by_hand(rules), nl=False)


@policy.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME|FILE...")
def lint(names: tuple[str, ...]) -> None:
    """Check policies: every problem with its key path, and every vector with every set of signals."""
    from escalation.policy.linting import lint as check

    for name in names:
        click.echo(check(name))


@policy.command()
@click.argument("before", metavar="NAME|FILE")
@click.argument("after", metavar="NAME|FILE")
def diff(before: str, after: str) -> None:
    """List what changes from one policy to another, decisions first."""
    from escalation.policy.comparing import compare
    from escalation.policy.loading import load
    from escalation.rendering.lines import comparison

    old, new = load(before), load(after)
    for line in comparison(old, new, compare(old, new)):
        click.echo(line)


@escalate.command()
@click.argument("document", type=click.Choice(["extraction", "assessment"]))
def schema(document: str) -> None:
    """Print the JSON Schema of an extraction or of an assessment's record."""
    if document == "extraction":
        from escalation.prompting import schema_text

        click.echo(schema_text(), nl=False)
        return
    import json

    from escalation.decision.record import Record

    click.echo(json.dumps(Record.model_json_schema(mode="serialization"), indent=1))


@escalate.command()
@click.option(
    "--client",
    type=click.Choice(["claude-code", "cursor", "windsurf", "codex", "gemini", "opencode", "all"]),
    default="all",
    show_default=True,
    help="Whose folder; all: the two that all of them read.",
)
@click.option(
    "--scope",
    type=click.Choice(["user", "project"]),
    default="user",
    show_default=True,
    help="For you everywhere, or for the current folder alone.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--uninstall", is_flag=True, help="Take away what was installed.")
def install(client: str, scope: str, *, dry_run: bool, uninstall: bool) -> None:
    """Put the skill where agent clients look for skills; nothing that is not ours is touched."""
    from escalation.cli.installing import install as run

    run(client, scope, dry_run=dry_run, uninstall=uninstall)


@escalate.command()
def doctor() -> None:
    """Tell what of the skill is where, in which version, what it needs, and what to mend."""
    import json

    from escalation.cli.installing import roots
    from escalation.clients.examining import examine

    found = examine(roots())
    for line in found.lines:
        click.echo(line)
    click.echo("\nTo mend:" if found.advice else "\nNothing to mend.")
    for line in found.advice:
        click.echo(f"- {line}")
    if found.rules:
        click.echo("\nClaude Code asks before it uses the skill, unless its settings have these in permissions.allow:")
        for rule in found.rules:
            click.echo(f"  {json.dumps(rule, ensure_ascii=False)},")


def _notes(name: str | None) -> Notes:
    from escalation.cli.files import read
    from escalation.evidence.notes import MOST_BYTES, from_bytes

    return from_bytes(read(name, MOST_BYTES))


def _show(record: Record, form: str, output: str | None) -> None:
    from escalation.cli.files import write

    if form == "json":
        from escalation.rendering.json import render as as_json

        text = as_json(record)
    else:
        from escalation.rendering.markdown import decision_lines
        from escalation.rendering.markdown import render as as_markdown

        text = as_markdown(record)
        if output is None and sys.stdout.isatty():
            from escalation.rendering.terminal import show as on_terminal

            on_terminal(text, decision_lines(record), sys.stdout)
            return
    if output is None:
        click.echo(text, nl=False)
    else:
        write(text, output)
