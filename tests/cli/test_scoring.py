from __future__ import annotations

import itertools
import json
import select
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from cli.calling import COMMAND, Command
from cli.documents import VECTOR

KEYS = ["vector", "total", "score_decision", "floors", "decision", "settled", "possible"]
GOOD = [VECTOR, "EDF:1.0/CI:1/AV:1/TS:1/CC:1", "EDF:1.0/CI:2/AV:2/TS:2/CC:2/S:legal"]


def line_of(stream: IO[bytes]) -> bytes:
    """The next line; fails when none comes within ten seconds."""
    assert select.select([stream], [], [], 10.0)[0], "nothing came while stdin was open"
    return stream.readline()


def test_a_stream_gives_one_json_object_a_line_in_its_order(command: Command) -> None:
    result = command("score", "-", "--format", "json", stdin="\n".join(GOOD).encode())
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["vector"] for line in found] == GOOD
    assert all(list(line) == KEYS for line in found)
    assert (result.code, result.err) == (0, b"")


def test_a_stream_gives_the_lines_that_arguments_give(command: Command) -> None:
    for form in ("text", "json"):
        of_stream = command("score", "-", "--format", form, stdin="".join(f"{vector}\n" for vector in GOOD).encode())
        assert of_stream == command("score", *GOOD, "--format", form)


def test_a_bad_line_is_named_on_stderr_with_its_number_and_the_rest_goes_on(command: Command) -> None:
    lines = [GOOD[0], "bad", GOOD[1], "EDF:1.0/CI:5-3/AV:1/TS:1/CC:1", "EDF:1.0/CI:1/AV:1/TS:1/CC:1/S:thunder", GOOD[2]]
    result = command("score", "-", "--format", "json", stdin="\n".join(lines).encode())
    assert result.code == 2
    assert [json.loads(line)["vector"] for line in result.stdout.splitlines()] == GOOD
    errors = result.stderr.splitlines()
    assert [error.split(": ")[1] for error in errors] == ["line 2", "line 4", "line 5"]
    assert "'thunder' is not a signal" in errors[2]


@pytest.mark.parametrize("blank", ["", " ", "\t"])
def test_a_blank_line_is_a_bad_line(blank: str, command: Command) -> None:
    result = command("score", "-", stdin=f"{GOOD[0]}\n{blank}\n{GOOD[1]}\n".encode())
    assert (result.code, len(result.stdout.splitlines())) == (2, 2)
    assert "line 2: " in result.stderr


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_are_stripped_and_the_last_may_lack_its_own(end: str, last: bool, command: Command) -> None:  # noqa: FBT001
    content = end.join(GOOD) + (end if last else "")
    result = command("score", "-", "--format", "json", stdin=content.encode())
    assert (result.code, len(result.stdout.splitlines())) == (0, 3)
    assert b"\r" not in result.out


@pytest.mark.parametrize("around", [" {}", "{} ", "\t{}", "{}\x0b", "\u00a0{}"])
def test_only_line_ends_are_stripped(around: str, command: Command) -> None:
    result = command("score", "-", stdin=around.format(VECTOR).encode())
    assert (result.code, result.out) == (2, b"")


def test_a_byte_order_mark_before_the_first_line_is_dropped(command: Command) -> None:
    result = command("score", "-", "--format", "json", stdin=b"\xef\xbb\xbf" + "\n".join(GOOD).encode())
    assert (result.code, len(result.stdout.splitlines())) == (0, 3)


def test_an_empty_stream_gives_nothing_and_is_done(command: Command) -> None:
    assert command("score", "-") == (0, b"", b"")


@pytest.mark.parametrize(
    "line", [b"\xff\xfe", b"\x00", b"\x1b[31m", b"x" * 10_000, b"x" * 1_000_000, "\u202e".encode()]
)
def test_any_bad_bytes_are_one_short_line_on_stderr_without_control_characters(line: bytes, command: Command) -> None:
    result = command("score", "-", stdin=GOOD[0].encode() + b"\n" + line + b"\n" + GOOD[1].encode())
    assert (result.code, len(result.stdout.splitlines())) == (2, 2)
    assert len(result.stderr.splitlines()) == 1
    assert len(result.stderr) < 400
    assert result.stderr.rstrip("\n").isprintable()


def test_a_vector_behind_four_thousand_characters_is_part_of_the_long_line(command: Command) -> None:
    for length in (4_096, 8_192 - len(VECTOR)):
        result = command("score", "-", stdin=b"x" * length + VECTOR.encode() + b"\n" + VECTOR.encode())
        assert (result.code, len(result.stdout.splitlines()), len(result.stderr.splitlines())) == (2, 1, 1)


def test_vectors_and_a_stream_go_together(command: Command) -> None:
    result = command("score", GOOD[0], "-", GOOD[1], "--format", "json", stdin=GOOD[2].encode())
    assert [json.loads(line)["vector"] for line in result.stdout.splitlines()] == [GOOD[0], GOOD[2], GOOD[1]]


def test_each_line_is_answered_while_stdin_stays_open(tmp_path: Path, environment: dict[str, str]) -> None:
    arguments = [*COMMAND, "score", "-", "--format", "json"]
    with subprocess.Popen(
        arguments,
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        for vector in GOOD:
            child.stdin.write(f"{vector}\n".encode())
            assert json.loads(line_of(child.stdout))["vector"] == vector
            child.stdin.write(b"bad\n")
            assert b"'bad' is not a vector" in line_of(child.stderr)
        child.stdin.close()
        assert child.wait(30) == 2
        assert child.stdout.read() == b""


MEASURED = """
import sys
sys.argv = ["escalate", "score", "-"]
from escalation.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0
    with open("/proc/self/status") as status:
        sys.stderr.write(next(line.split()[1] for line in status if line.startswith("VmHWM:")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_long_stream_takes_no_more_memory_than_a_short_one(tmp_path: Path, environment: dict[str, str]) -> None:
    spans = ["1", "3", "5", "1-5", "2-4"]
    vectors = [f"EDF:1.0/CI:{ci}/AV:{av}/TS:{ts}/CC:{cc}" for ci, av, ts, cc in itertools.product(spans, repeat=4)]
    assert len(vectors) * 320 == 200_000
    with (tmp_path / "long.txt").open("w", encoding="ascii") as file:
        file.writelines(f"{vector}\n" for vector in vectors * 320)
    with (tmp_path / "long.txt").open("rb") as lines, (tmp_path / "out.txt").open("wb") as out:
        call = [sys.executable, "-c", MEASURED]
        done = subprocess.run(call, env=environment, stdin=lines, stdout=out, stderr=subprocess.PIPE, check=True)
    assert int(done.stderr) < 100_000  # kilobytes at the most
    with (tmp_path / "out.txt").open("rb") as out:
        assert sum(1 for _ in out) == 200_000
