"""What a run was: everything needed to say where its figures come from, and to go on with it."""

from __future__ import annotations

import datetime as dt
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import escalation
from escalation import prompting
from escalation.policy.model import Policy
from evals.corpus.case import Part, Split
from evals.corpus.loading import split_sha256
from evals.corpus.sample import Sample
from evals.reading.reader import Reader
from evals.suite import Group

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("anthropic", "pydantic", "numpy", "krippendorff", "matplotlib")


class Manifest(Part):
    """Which reader read which samples, by which words, with which versions."""

    reader: str
    model: str | None
    provenance: str
    group: Group | None
    split: Split
    epochs: int
    samples: int
    whole: bool
    """Whether every sample of the split was asked for: gates are judged on nothing less."""
    samples_sha256: str
    instructions_sha256: str
    schema_sha256: str
    policy_sha256: str
    labels: str
    commit: str | None
    versions: dict[str, str]
    started: dt.datetime
    prices_of: dt.date | None = None


LABELS: Final = "two model raters and a model adjudicator, all of one model family and so not independent; no human"


def describe(
    reader: Reader,
    samples: Sequence[Sample],
    epochs: int,
    policy: Policy,
    *,
    group: Group | None,
    whole: bool,
    prices_of: dt.date | None = None,
) -> Manifest:
    """The manifest of a run that begins now."""
    return Manifest(
        reader=reader.name,
        model=reader.model,
        provenance=reader.provenance,
        group=group,
        split=samples[0].split,
        epochs=epochs,
        samples=len(samples),
        whole=whole,
        samples_sha256=split_sha256(samples),
        instructions_sha256=prompting.sha256(prompting.instructions(policy)),
        schema_sha256=prompting.schema_sha256(),
        policy_sha256=policy.sha256,
        labels=LABELS,
        commit=_commit(),
        versions=_versions(),
        started=dt.datetime.now(dt.UTC).replace(microsecond=0),
        prices_of=prices_of,
    )


def _versions() -> dict[str, str]:
    found = {"escalation-decision-framework": escalation.__version__, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _commit() -> str | None:
    """The commit of the working tree, "+" behind it where it has changes; None outside a checkout."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    return commit and commit + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")


def _git(*arguments: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            ["git", "-C", str(ROOT), *arguments],  # noqa: S607 - git as the developer has it
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
