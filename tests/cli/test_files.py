from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

import building
from cli.calling import COMMAND, Command, shell
from cli.documents import TODAY, both, extraction, notes, stored
from cli.test_commands import done, refused
from escalation.cli.files import PASTE, read, write
from escalation.errors import EscalationError, WrongUsage

MANY = 30_000_000

# --- Reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["assess", "prompt", "decide", "render"])
def test_a_folder_is_no_file(name: str, tmp_path: Path, command: Command) -> None:
    (tmp_path / "folder").mkdir()
    refused(command(name, "folder"), 2, "folder: Is a directory")


def test_a_folder_is_no_notes_beside_an_extraction(tmp_path: Path, command: Command) -> None:
    refused(command("decide", extraction(tmp_path), "--notes", "."), 2, "Is a directory")


@pytest.mark.parametrize("name", ["assess", "prompt", "decide", "render"])
def test_a_file_that_may_not_be_read_is_refused(name: str, tmp_path: Path, environment: dict[str, str]) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(building.NOTE, encoding="utf-8")
    secret.chmod(0)
    call = [*COMMAND, name, "secret.md"]
    if os.access(secret, os.R_OK):  # root may read everything, unless it gives that up
        if not shutil.which("setpriv"):
            pytest.skip("this user may read every file")
        call = [
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search",
            *call,
        ]
    found = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False)
    assert found.returncode == 2
    assert b"secret.md: Permission denied" in found.stderr
    assert found.stdout == b""


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("assess", 3, "too long"), ("prompt", 3, "too long"), ("decide", 5, "not JSON"), ("render", 5, "not JSON")],
)
def test_thirty_megabytes_are_refused_from_a_file_and_from_a_pipe(
    name: str, code: int, word: str, tmp_path: Path, command: Command
) -> None:
    content = b"x" * MANY
    refused(command(name, notes(tmp_path, content)), code, word)
    refused(command(name, "-", stdin=content), code, word)


def test_notes_with_a_byte_order_mark_and_carriage_returns_are_quoted_at_their_places(
    tmp_path: Path, command: Command
) -> None:
    content = b"\xef\xbb\xbf" + ("😀 é\n" + building.NOTE).replace("\n", "\r\n").encode()
    name = extraction(tmp_path)
    case = command("decide", name, "--notes", notes(tmp_path, content), *TODAY, "--format", "json").data["cases"][0]
    text = content.decode("utf-8-sig")
    quotes = [item for score in case["scores"].values() for item in score["evidence"]]
    assert [text[item["start"] : item["end"]] for item in quotes] == [item["quote"] for item in quotes]
    assert {item["quote"] for item in quotes} >= {building.QUOTES["CI"], building.QUOTES["TS"]}
    assert case["findings"] == []


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\r\n", b""])
def test_documents_may_begin_with_a_byte_order_mark_and_have_any_line_ends(
    mark: bytes, tmp_path: Path, command: Command
) -> None:
    content = (tmp_path / stored(tmp_path)).read_bytes()
    plain = command("render", "record.json").out
    assert plain
    assert command("render", "-", stdin=mark + content.replace(b"\n", b"\r\n")).out == plain


def test_a_file_called_like_an_option_is_found_by_its_path(tmp_path: Path, command: Command) -> None:
    extraction(tmp_path, name="--x.json")
    assert done(command("decide", "./--x.json"))
    assert done(command("decide", "--", "--x.json"))


def test_a_file_may_have_any_name(tmp_path: Path, command: Command) -> None:
    name = extraction(tmp_path, name="größe 日本 😀.json")
    assert done(command("decide", name))
    refused(command("decide", f"x{name}"), 2, f"x{name}: No such file or directory")


def test_reading_stops_behind_what_is_allowed(tmp_path: Path) -> None:
    name = tmp_path / notes(tmp_path, b"0123456789")
    assert read(str(name), 20) == b"0123456789"
    assert read(str(name), 4) == b"01234"


@pytest.mark.parametrize("name", ["", "a\x00b", "/nowhere/x", "."])
def test_what_cannot_be_opened_is_wrong_usage(name: str) -> None:
    with pytest.raises(WrongUsage):
        read(name, 10)


def test_a_terminal_is_told_how_to_paste() -> None:
    assert "Ctrl-D" in PASTE
    assert "Ctrl-Z" in PASTE


# --- Writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_output_goes_to_a_file_word_for_word_and_not_to_stdout(form: str, tmp_path: Path, command: Command) -> None:
    shown = command("decide", *both(tmp_path), "--format", form).out
    result = command("decide", *both(tmp_path), "--format", form, "-o", "out.txt")
    assert (result.code, result.out) == (0, b"")
    assert (tmp_path / "out.txt").read_bytes() == shown
    assert "out.txt" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["extraction.json", "notes.md", "out.txt"]


@pytest.mark.parametrize("mask", ["000", "022", "077"])
@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_what_is_written_is_readable_by_its_owner_alone(
    mask: str, before: int | None, tmp_path: Path, environment: dict[str, str]
) -> None:
    out = tmp_path / "out.md"
    if before is not None:
        out.write_text("old", encoding="utf-8")
        out.chmod(before)
    result = shell(f"umask {mask}; escalate decide {extraction(tmp_path)} -o out.md", cwd=tmp_path, env=environment)
    assert result.code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert out.read_text(encoding="utf-8").startswith("## Escalation Assessment")


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path, command: Command) -> None:
    (tmp_path / "target.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("target.md")
    done(command("decide", extraction(tmp_path), "-o", "link.md"))
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "target.md").read_text(encoding="utf-8").startswith("## ")


@pytest.mark.parametrize("target", ["nowhere/out.md", ".", "extraction.json/out.md", "a" * 300])
def test_output_that_cannot_be_written_is_our_failure(target: str, tmp_path: Path, command: Command) -> None:
    name = extraction(tmp_path)
    refused(command("decide", name, "-o", target), 1, "could not be written", target[:20])
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_full_disk_leaves_the_old_file_as_it_was_and_nothing_else_behind(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "out.md").write_text("old", encoding="utf-8")
    line = f"decide {extraction(tmp_path, building.case(situation='long ' * 2_000))} -o out.md"
    result = shell(f"ulimit -f 4; escalate {line}", cwd=tmp_path, env=environment)
    refused(result, 1, "could not be written to out.md")
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["extraction.json", "out.md"]


def test_a_refused_extraction_leaves_the_old_file_as_it_was(tmp_path: Path, command: Command) -> None:
    (tmp_path / "out.md").write_text("old", encoding="utf-8")
    refused(command("decide", extraction(tmp_path, mood=1), "-o", "out.md"), 5)
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_whatever_breaks_the_writing_off_the_old_file_stays(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise error

    out = tmp_path / "out.md"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(EscalationError if isinstance(error, OSError) else KeyboardInterrupt):
        write("new", str(out))
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("out.md", "old")]


def test_a_full_device_is_our_failure(tmp_path: Path, command: Command) -> None:
    refused(command("decide", extraction(tmp_path), "-o", "/dev/full"), 1, "could not be written to /dev/full")


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path, command: Command) -> None:
    assert command("decide", extraction(tmp_path), "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_stdout_may_be_named_as_a_device(tmp_path: Path, command: Command) -> None:
    name = extraction(tmp_path)
    assert done(command("decide", name, *TODAY, "-o", "/dev/stdout")) == done(command("decide", name, *TODAY))


def test_line_ends_are_line_feeds_on_every_system(tmp_path: Path) -> None:
    write("a\nb\r\nc", str(tmp_path / "out.md"))
    assert (tmp_path / "out.md").read_bytes() == b"a\nb\r\nc"
