"""Every figure in the documents is one that the suite prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from escalation import prompting
from escalation.policy.loading import load
from evals import commands
from evals.corpus.loading import load as load_corpus
from evals.errors import NotRecorded
from evals.reading.recordings import FOLDER
from evals.session import Session
from evaluation.test_session import start

pytestmark = pytest.mark.tree

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "evals/README.md")


def blocks(name: str) -> list[str]:
    """What stands between the marks of this name, in all documents."""
    found: list[str] = []
    for document in DOCUMENTS:
        text = (ROOT / document).read_text(encoding="utf-8")
        found += re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    return found


def shown(text: str) -> set[str]:
    """The lines of tables and of console output, without the marks of Markdown."""
    return {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("```")}


def reported(folder: Path, **options: Any) -> str:
    session: Session = start(folder, sample=None, variants=True, **options)
    session.read()
    return session.report()


@pytest.mark.parametrize(("name", "reader"), [("agent", "replay"), ("offline", "offline")])
def test_the_figures_of_a_reader_are_those_of_its_report(name: str, reader: str, tmp_path: Path) -> None:
    report = shown(reported(tmp_path, reader=reader))

    for block in blocks(name):
        rows = {line for line in shown(block) if line.startswith("|")}
        assert len(rows) >= 5
        assert rows - report == set()
    assert blocks(name)


def test_the_figures_of_the_raters_are_those_of_agreement() -> None:
    printed = shown(commands.agreed(None))

    (block,) = blocks("raters")
    assert len(shown(block)) >= 5
    assert shown(block) - printed == set()


def test_the_cases_are_counted_as_check_counts_them() -> None:
    (block,) = blocks("cases")
    assert shown(block) == shown(commands.checked())


def test_the_comparison_with_the_bare_framework_is_the_one_that_is_printed() -> None:
    try:
        printed = shown(commands.compared_without(None, None, None))
    except NotRecorded as error:
        pytest.fail(str(error))
    (block,) = blocks("without")
    assert len(shown(block)) >= 5
    assert shown(block) - printed == set()


def test_the_length_of_the_prompt_is_the_present_one() -> None:
    frozen = len(prompting.instructions(load("default")))
    schema = len(prompting.with_schema(load("default"))) - frozen

    text = (ROOT / "evals" / "README.md").read_text(encoding="utf-8")
    assert f"{frozen:,} characters" in text
    assert f"{schema:,} characters" in text


def test_every_reading_that_is_recorded_is_counted() -> None:
    readings = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in (FOLDER / "agent").glob("*.jsonl"))
    corpus = load_corpus()
    held_out = sum(case.split == "held-out" for case in corpus)

    assert readings == len(corpus.samples()) + 2 * held_out
    assert f"`recordings/agent/` holds {readings} readings" in (ROOT / "evals" / "README.md").read_text(
        encoding="utf-8"
    )
