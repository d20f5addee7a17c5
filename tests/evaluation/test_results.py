"""Results stand a line each, and a line that was cut off costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import EvalError
from evals.running.results import line, read
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
