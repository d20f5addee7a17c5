"""Results stand a line each, and a line that was cut off costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.running.results import drop_torn_line, line, read
from evaluation.building import made, read_case

pytestmark = pytest.mark.tree


def put(folder: Path, text: str) -> Path:
    path = folder / "results.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    results = (made(), made("grey", 2, read_case(ranges={"CI": (2, 4)}), read_case(signals={"regulatory": ((0, 4),)})))

    assert read(put(tmp_path, "".join(map(line, results)))) == results


def test_a_later_reading_replaces_an_earlier_one_of_the_same_sample_and_epoch(tmp_path: Path) -> None:
    first, second = made(status="failed", cases=()), made()

    assert read(put(tmp_path, line(first) + line(second))) == (second,)


def test_a_last_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    assert read(put(tmp_path, line(made()) + line(made("grey"))[:40])) == (made(),)


def test_a_broken_line_before_the_last_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="line 2"):
        read(put(tmp_path, line(made()) + "{\n" + line(made("grey"))))


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="cannot be read"):
        read(tmp_path / "results.jsonl")


@pytest.mark.parametrize("torn", ["", line(made("grey"))[:40], line(made("grey", problem="é"))[:-1]])
def test_after_a_torn_line_the_next_one_begins_on_a_line_of_its_own(torn: str, tmp_path: Path) -> None:
    path = put(tmp_path, line(made()) + torn)

    drop_torn_line(path)
    with path.open("a", encoding="utf-8") as file:
        file.write(line(made("late")))

    assert read(path) == (made(), made("late"))


def test_bytes_that_are_no_text_are_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_bytes(b"\xff\xfe\n")

    with pytest.raises(EvalError, match="is no text"):
        read(tmp_path / "results.jsonl")
