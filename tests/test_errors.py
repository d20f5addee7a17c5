from __future__ import annotations

import inspect
import re
from typing import Any

import pytest

from escalation import errors
from escalation.cli.commands import EXIT_CODES
from escalation.errors import FIVE_THINGS, EscalationError, InvalidDocument, NothingToAssess

CODES = {
    "EscalationError": 1,
    "WrongUsage": 2,
    "NothingToAssess": 3,
    "ReaderFailed": 4,
    "InvalidExtraction": 5,
    "InvalidRecord": 5,
    "InvalidPolicy": 6,
}
CLASSES: dict[str, Any] = {
    name: item for name, item in vars(errors).items() if inspect.isclass(item) and issubclass(item, Exception)
}


def drawn() -> list[tuple[int, str, int | None]]:
    """The tree in the module's docstring: depth, name and exit code of each line."""
    lines = (errors.__doc__ or "").splitlines()
    found = [re.match(r"([ │├└─]*)([A-Z]\w+)(?: \((\d+)\))?", line) for line in lines[2:]]
    return [(len(match[1]) // 4, match[2], int(match[3]) if match[3] else None) for match in found if match]


@pytest.mark.parametrize("name", CODES)
def test_each_error_has_the_exit_code_of_the_design(name: str) -> None:
    assert CLASSES[name].exit_code == CODES[name]


def test_every_error_is_in_the_table_or_only_a_base_of_others() -> None:
    assert set(CLASSES) - set(CODES) == {"InvalidDocument"}
    assert all(issubclass(error, EscalationError) for error in CLASSES.values())


def test_the_tree_in_the_docstring_is_true() -> None:
    above: list[str] = []
    assert {name for _, name, _ in drawn()} == set(CLASSES)
    for depth, name, code in drawn():
        above[depth:] = [name]
        base = CLASSES[above[depth - 1]] if depth else Exception
        assert CLASSES[name].__bases__ == (base,)
        assert code is None or CLASSES[name].exit_code == code


def test_every_exit_code_is_named_in_the_help() -> None:
    named = {int(code) for code in re.findall(r"^ +(\d+) ", EXIT_CODES, re.MULTILINE)}
    assert named == {0, *CODES.values(), 130}


@pytest.mark.parametrize("name", ["InvalidExtraction", "InvalidRecord", "InvalidPolicy"])
def test_an_invalid_document_counts_and_lists_every_problem(name: str) -> None:
    error = CLASSES[name](["a.b: is missing", "c: is wrong"], "x.json")
    kind = name.removeprefix("Invalid").lower()
    assert isinstance(error, InvalidDocument)
    assert error.problems == ("a.b: is missing", "c: is wrong")
    assert str(error) == f"the {kind} x.json does not hold (2 problems):\n  a.b: is missing\n  c: is wrong"


def test_one_problem_is_not_called_problems_and_a_source_may_be_missing() -> None:
    assert str(errors.InvalidRecord(["x: is missing"])) == "the record does not hold (1 problem):\n  x: is missing"


def test_nothing_to_assess_says_why_and_names_the_five_things_to_provide() -> None:
    lines = str(NothingToAssess("The notes are empty.")).splitlines()
    assert lines[0] == "The notes are empty."
    assert [line.removeprefix("  - ") for line in lines[-5:]] == list(FIVE_THINGS)
    assert len(FIVE_THINGS) == 5
