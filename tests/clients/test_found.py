"""What lies at a place: told without raising, and ours only when it is what we put there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.calling import Within
from clients import folders
from escalation import __version__
from escalation.clients.found import MANIFEST, look, manifest_of, version_of
from escalation.clients.places import SKILL, Roots


@pytest.fixture(name="skill")
def _skill(where: Roots) -> Path:
    """An installed folder."""
    return folders.install(where)


def foreign(path: Path, name: str = SKILL) -> None:
    """Somebody else's skill."""
    path.mkdir(parents=True)
    (path / "SKILL.md").write_text(f'---\nname: {name}\nmetadata:\n  version: "7.1"\n---\nOther.\n', encoding="utf-8")


def test_nothing(where: Roots) -> None:
    found = look(folders.claude(where))

    assert (found.kind, found.version, found.changed, found.leads_to) == ("nothing", None, (), None)


def test_ours(skill: Path) -> None:
    found = look(skill)

    assert (found.kind, found.version, found.changed) == ("ours", __version__, ())


def test_an_older_one_of_ours(skill: Path) -> None:
    found = look(folders.age(skill))

    assert (found.kind, found.version, found.changed) == ("ours", folders.OLD, ())


def test_a_file(where: Roots) -> None:
    where.home.joinpath("skill").write_text("mine\n")

    assert look(where.home / "skill").kind == "file"


@pytest.mark.parametrize("kind", ["ours", "foreign", "file"])
def test_a_link_is_told_with_where_it_leads(kind: str, skill: Path, where: Roots) -> None:
    target = {"ours": skill, "foreign": where.project / "theirs", "file": skill / "LICENSE"}[kind]
    if kind == "foreign":
        foreign(target)
    (where.home / "link").symlink_to(target)

    found = look(where.home / "link")

    assert (found.kind, found.leads_to) == ("link", str(target))
    assert found.version == {"ours": __version__, "foreign": "7.1", "file": None}[kind]


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_a_link_that_leads_nowhere_or_to_itself_dangles(target: str, where: Roots) -> None:
    (where.home / "link").symlink_to(target)

    found = look(where.home / "link")

    assert (found.kind, found.leads_to, found.version) == ("dangling", target, None)


def test_a_copy_of_ours_made_in_another_way(skill: Path) -> None:
    (skill / MANIFEST).unlink()

    assert (look(skill).kind, look(skill).version) == ("copy", __version__)


@pytest.mark.parametrize("git", ["folder", "file"])
def test_a_git_clone_of_ours_also_as_a_worktree(git: str, skill: Path) -> None:
    (skill / MANIFEST).unlink()
    if git == "folder":
        (skill / ".git").mkdir()
    else:
        (skill / ".git").write_text("gitdir: /elsewhere\n")

    assert (look(skill).kind, look(skill).version) == ("clone", __version__)


@pytest.mark.parametrize("name", ["other-skill", SKILL])
def test_somebody_else_s_folder_of_that_name(name: str, where: Roots) -> None:
    path = folders.claude(where)
    foreign(path, name)

    assert (look(path).kind, look(path).version) == ("foreign", "7.1")


def test_an_empty_folder_is_not_ours(where: Roots) -> None:
    assert (look(where.home).kind, look(where.home).version) == ("foreign", None)


# --- Changed since --------------------------------------------------------------------------------------------------


def _written(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine\n")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a changed file": ("SKILL.md", _written),
    "a deleted file": ("prompts/notes.md.j2", Path.unlink),
    "an added file": ("my notes.md", _written),
    "an added hidden file": (".env", _written),
    "an added file below": ("references/mine/more.md", _written),
    "an added file called like the manifest": (f"references/{MANIFEST}", _written),
    "an added link to a file": ("references/mine.md", lambda path: path.symlink_to("by-hand.md")),
    "an added link to a folder": ("mine", lambda path: path.symlink_to("references")),
    "an added link that dangles": ("mine", lambda path: path.symlink_to("nowhere")),
    "a folder where a file was": ("LICENSE", _a_folder),
    "a file that a person keeps in a cache": ("skill/__pycache__/mine.md", _written),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_folder_that_was_changed_since_is_told_with_what_was_changed(change: str, skill: Path) -> None:
    name, make = CHANGES[change]
    make(skill / name)

    found = look(skill)

    assert (found.kind, found.changed) == ("changed", (name,))
    assert found.path == skill


def test_every_change_is_told_in_order(skill: Path) -> None:
    for name in ("zebra.md", "LICENSE", "a.md"):
        _written(skill / name)

    assert look(skill).changed == ("LICENSE", "a.md", "zebra.md")


def test_what_python_leaves_behind_is_no_change(skill: Path) -> None:
    (skill / "skill" / "escalation" / "__pycache__").mkdir()
    (skill / "skill" / "escalation" / "__pycache__" / "errors.cpython-311.pyc").write_bytes(b"\0")

    assert look(skill).kind == "ours"


# --- A manifest that does not hold ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"null", b"[]", b"5", b'"files"', b"{}", b'{"files": []}', b'{"files": null}', b"\xff\xfe\0",
        b"[" * 200_000, b'{"files": ' + b"[" * 200_000,
    ],
    ids=lambda content: repr(content[:20]),
)  # fmt: skip
def test_a_damaged_manifest_makes_a_changed_folder(content: bytes, skill: Path) -> None:
    (skill / MANIFEST).write_bytes(content)

    found = look(skill)
    assert found.kind == "changed"
    assert found.changed


@pytest.mark.parametrize(
    "files",
    [{}, {"SKILL.md": 5}, {"SKILL.md": None}, {"../../../../etc/passwd": "0" * 64}, {"/etc/passwd": "0" * 64}],
    ids=str,
)
def test_a_manifest_that_says_something_else_makes_a_changed_folder(files: object, skill: Path) -> None:
    (skill / MANIFEST).write_text(json.dumps({"files": files}), encoding="utf-8")

    assert look(skill).kind == "changed"
    assert "SKILL.md" in look(skill).changed


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to("nowhere")])
def test_something_else_in_the_manifest_s_place_makes_no_folder_of_ours(
    make: Callable[[Path], object], skill: Path
) -> None:
    (skill / MANIFEST).unlink()
    make(skill / MANIFEST)

    assert look(skill).kind in ("copy", "changed", "unreadable")


def test_a_skill_file_that_is_not_text_makes_no_folder_of_ours(skill: Path) -> None:
    (skill / "SKILL.md").write_bytes(b"\xff\xfe---\nname: x")

    assert look(skill).kind in ("changed", "unreadable")


def test_what_the_system_does_not_let_us_see_cannot_be_told(skill: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert look(skill).kind == "unreadable"


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(skill: Path, within: Within) -> None:
    (skill / "LICENSE").unlink()
    os.mkfifo(skill / "LICENSE")

    with within(5):
        found = look(skill)

    assert (found.kind, found.changed) == ("changed", ("LICENSE",))


def test_a_folder_is_looked_at_without_touching_it(skill: Path) -> None:
    before = folders.state(skill)
    look(skill)

    assert folders.state(skill) == before


# --- Manifest and version -------------------------------------------------------------------------------------------


def test_the_manifest_holds_the_hash_of_every_file() -> None:
    manifest = json.loads(manifest_of({"a/b.md": b"abc", "c": b""}, "1.2.3"))

    assert manifest == {
        "installed_by": "escalate install",
        "version": "1.2.3",
        "files": {
            "a/b.md": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "c": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        },
    }


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ('---\nname: x\nmetadata:\n  version: "1.2.3"\n---\n', "1.2.3"),
        ("---\nname: x\nmetadata:\n    version: '1.2.3'\n---\n", "1.2.3"),
        ("---\r\nname: x\r\nmetadata:\r\n  version: 1.2.3\r\n---\r\n", "1.2.3"),
        ('---\nname: x\n---\n  version: "9"\n', None),
        ("no front matter\n", None),
        ("", None),
    ],
)
def test_the_version_is_that_of_the_front_matter(text: str, version: str | None, tmp_path: Path) -> None:
    (tmp_path / "SKILL.md").write_bytes(text.encode())

    assert version_of(tmp_path) == version


def test_a_folder_without_a_skill_has_no_version(tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "other.md")

    assert version_of(tmp_path) is None
