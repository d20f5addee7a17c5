"""The commands of the suite. Each reads options, calls one function and shows what comes of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from escalation.errors import EscalationError
from evals.corpus.case import Split
from evals.errors import EvalError, Incomplete

EXIT_CODES = """
\b
Exit codes:
  0    passed
  1    a gate failed, or a significant regression
  2    wrong usage: options, files, cases that do not hold
  3    incomplete: interrupted, too expensive, or too many failures; --resume goes on
  4    a recording is missing, or was made from other words than the present ones
"""


class Commands(click.Group):
    """Turns every error into its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what went wrong is said on stderr."""
        try:
            return super().invoke(ctx)
        except EvalError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except EscalationError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            raise  # nobody reads on; `shown` has seen to the exit code
        except OSError as error:
            click.echo(f"Error: {error.filename or 'output'}: {error.strerror}", err=True)
            ctx.exit(2)
        except (KeyboardInterrupt, click.Abort):
            click.echo("Interrupted; what was read is kept. Go on with --resume.", err=True)
            ctx.exit(Incomplete.exit_code)


@click.group(
    cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
def evals() -> None:
    """Measure how well a reader judges customer problems, on labelled notes, and prove it in CI without a key."""


def shown(text: str) -> None:
    """Print ``text``; a reader that has gone away changes nothing of the exit code."""
    try:
        click.echo(text)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


SPLIT = click.option(
    "--split",
    type=click.Choice(["development", "held-out"]),
    default="held-out",
    show_default=True,
    help="Which cases.",
)
EPOCHS = click.option("--epochs", type=click.IntRange(1, 20), help="Readings of each base case (default: suite.toml).")
MODEL = click.option("--model", metavar="NAME", help="The model of the Claude reader.")
EFFORT = click.option(
    "--effort", type=click.Choice(["low", "medium", "high", "xhigh", "max"]), help="How hard it thinks."
)
CONCURRENCY = click.option(
    "--concurrency", type=click.IntRange(1, 64), default=4, show_default=True, help="Readings side by side."
)
MAX_COST = click.option(
    "--max-cost", type=click.FloatRange(min=0, min_open=True), metavar="USD", help="End before more is spent."
)
SAMPLE = click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="So many clusters, drawn the same way each time."
)
RECORDING = click.option(
    "--recording", default="agent", show_default=True, metavar="NAME|FOLDER", help="Which recordings."
)


@evals.command()
def check() -> None:
    """Check cases, labels, variants and the frozen split; needs no reader and no network."""
    from evals.commands import checked

    click.echo(checked())


@evals.command()
@click.argument("record", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--notes", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The notes it was made from."
)
@click.option("--id", "name", required=True, help="Name of the new case, such as acme-login-down.")
@click.option("--set", "corrections", multiple=True, metavar="CODE=N", help="The score it should have been.")
@click.option("--because", multiple=True, metavar="TEXT", help="Why; one for each --set, in the same order.")
@click.option("--by", default="CSM", show_default=True, help="Who says so.")
def new(record: Path, notes: Path, name: str, corrections: tuple[str, ...], because: tuple[str, ...], by: str) -> None:
    """Make a development case of a RECORD (escalate assess --format json) and a correction of it.

    The split is frozen: `check` says which hash suite.toml must hold afterwards. Remove what may not be published
    from the notes first.
    """
    from evals.commands import made

    click.echo(made(record, notes, name, corrections, because, by))


@evals.command()
@click.option(
    "--reader", type=click.Choice(["offline", "replay", "claude", "command"]), default="replay", show_default=True
)
@RECORDING
@click.option("--command", metavar="TEXT", help="A program that reads notes on stdin; {today} in it is the day.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=120,
    show_default=True,
    help="Seconds for one reading.",
)
@SPLIT
@EPOCHS
@SAMPLE
@click.option("--variants/--no-variants", default=True, help="Also read the variants.")
@MODEL
@EFFORT
@MAX_COST
@CONCURRENCY
@click.option("--gates", type=click.Choice(["model", "offline", "none"]), help="Which gates (default: the reader's).")
@click.option(
    "--resume", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="RUN", help="Go on with a run."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where runs are kept (default: evals/runs).",
)
def run(**options: Any) -> None:
    """Read the samples of a split, measure, and judge the gates."""
    from evals.session import Session

    session = Session.start(**options)
    click.echo(session.announced(), err=True)
    session.read()
    shown(session.report())
    sys.exit(session.exit_code)


@evals.command()
@click.argument("base", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("head", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
def compare(base: Path, head: Path, form: str) -> None:
    """Compare two runs on the same samples, paired: HEAD against BASE."""
    from evals.commands import compared

    text, code = compared(base, head, form)
    shown(text)
    sys.exit(code)


@evals.command()
@SPLIT
@click.option("--all", "everything", is_flag=True, help="Both splits together.")
def agreement(split: Split, *, everything: bool) -> None:
    """Print how far the raters agree with each other and with the label."""
    from evals.commands import agreed

    click.echo(agreed(None if everything else split))


@evals.command()
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path, exists=True, file_okay=False))
def report(folder: Path) -> None:
    """Write the reports of a RUN again: report.html, report.md, summary.json, junit.xml."""
    from evals.commands import reported

    click.echo(reported(folder))


@evals.command()
@click.option("--reader", type=click.Choice(["claude"]), help="Read with a key.")
@click.option(
    "--prepare", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Lay out folders for agents."
)
@click.option(
    "--collect",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Take in what agents wrote.",
)
@click.option("--python", default=sys.executable, help="The Python that the agents call the skill with.")
@click.option("--provenance", metavar="TEXT", help="Who read, and how: printed with every figure.")
@click.option("--missing", is_flag=True, help="Only what is not recorded yet, or stale.")
@click.option("--split", type=click.Choice(["development", "held-out", "all"]), default="all", show_default=True)
@RECORDING
@EPOCHS
@MODEL
@EFFORT
@MAX_COST
@CONCURRENCY
def record(**options: Any) -> None:
    """Record readings: with a key, or through agents that have only the skill and the notes."""
    from evals.recorder import record as carry_out

    click.echo(carry_out(**options))


@evals.command()
@click.option(
    "--prepare", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Lay out folders for agents."
)
@click.option(
    "--collect",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Take in what agents wrote.",
)
@click.option("--provenance", metavar="TEXT", help="Who assessed, and how; with --collect.")
def without(prepare: Path | None, collect: Path | None, provenance: str | None) -> None:
    """Compare the skill with the bare framework in words: the same agent, thirty cases, three epochs."""
    from evals.commands import compared_without

    click.echo(compared_without(prepare, collect, provenance))
