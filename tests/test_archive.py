"""The slim archive and the tree itself, copied anywhere: complete, the same to the byte, and running."""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import re
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from cli.calling import Command
from cli.documents import both
from clients import folders
from escalation import __version__
from escalation.clients import bundle
from escalation.clients.places import SKILL

pytestmark = pytest.mark.tree

Archive = Callable[..., tuple[str, bytes]]
COMMITTED = "2026-11-23T02:30:19 +0000"


def git(root: Path, *arguments: str, when: str = COMMITTED) -> str:
    """What git prints, with nothing of the developer's own settings."""
    name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main"]
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **dates}
    return subprocess.run(
        ["git", *name, *arguments], cwd=root, env=env, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.fixture(name="tree", scope="module")
def _tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as it would be committed now, in a repository of its own."""
    root = folders.copy_of_tree(tmp_path_factory.mktemp("tree") / SKILL)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "all")
    return root


@pytest.fixture(name="archive", scope="module")
def _archive() -> Archive:
    """The function of release/archive.py; not imported above, so that others can run without the tree."""
    found: Archive = importlib.import_module("release.archive").archive
    return found


@pytest.fixture(name="content", scope="module")
def _content(tree: Path, archive: Archive) -> bytes:
    """The archive."""
    return archive("HEAD", tree)[1]


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def entries(content: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(content)).infolist()


def unzipped(content: bytes, target: Path) -> Path:
    """The one folder in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        zipped.extractall(target)
    (folder,) = target.iterdir()
    return folder


# --- What is in it ----------------------------------------------------------------------------------------------------


def test_its_name_is_that_of_the_skill_and_its_version(tree: Path, archive: Archive) -> None:
    assert archive("HEAD", tree)[0] == f"{SKILL}-{__version__}.zip"


def test_it_holds_every_file_of_the_bundle_in_one_folder_and_nothing_else(tree: Path, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        found = {entry.filename: zipped.read(entry) for entry in zipped.infolist()}

    assert found == {f"{SKILL}/{name}": data for name, data in bundle.files(bundle.checkout(tree)).items()}
    assert len(found) == len(entries(content)) < 200
    assert [PurePosixPath(name).name for name in found].count("SKILL.md") == 1


def test_its_entries_are_regular_files_with_plain_paths(content: bytes) -> None:
    for entry in entries(content):
        assert stat.S_ISREG(entry.external_attr >> 16)
        assert entry.external_attr >> 16 & 0o777 == 0o644
        assert not entry.filename.startswith("/")
        assert not {"..", "."} & set(entry.filename.split("/"))
        assert "\\" not in entry.filename
        assert entry.extra == entry.comment == b""


def test_its_entries_are_dated_like_the_commit(content: bytes) -> None:
    assert {entry.date_time for entry in entries(content)} == {(2026, 11, 23, 2, 30, 18)}  # zip counts in two seconds


def test_every_link_in_its_markdown_leads_into_it(content: bytes, tmp_path: Path) -> None:
    folder = unzipped(content, tmp_path)
    texts = list(folder.rglob("*.md"))
    assert folder / "SKILL.md" in texts

    for text in texts:
        for link in links(text):
            assert (text.parent / link).resolve().is_relative_to(folder.resolve()), f"{text.name}: {link}"
            assert (text.parent / link).exists(), f"{text.name}: {link}"
    assert any("references/by-hand.md" in links(text) for text in texts)


def links(text: Path) -> list[str]:
    """What a Markdown file leads to beside it: links, and paths in code."""
    content = text.read_text(encoding="utf-8")
    found = re.findall(r"\]\(([^)#\s]+)", content) + re.findall(
        r"`((?:references|skill|prompts|examples|evals)/[\w./-]+)`", content
    )
    return [link for link in found if "://" not in link and not link.startswith("mailto:")]


# --- The same to the byte ---------------------------------------------------------------------------------------------


def test_two_runs_give_the_same_bytes(tree: Path, archive: Archive, content: bytes) -> None:
    assert archive("HEAD", tree)[1] == content


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/St_Johns"])
def test_another_time_zone_and_umask_give_the_same_bytes(
    zone: str, tree: Path, archive: Archive, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    os.umask(0o077)
    try:
        again = archive("HEAD", tree)[1]
    finally:
        monkeypatch.undo()
        time.tzset()

    assert again == content


def test_another_clone_gives_the_same_bytes(tree: Path, archive: Archive, content: bytes, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--no-local", str(tree), folders.AWKWARD)

    assert archive("HEAD", tmp_path / folders.AWKWARD)[1] == content


@pytest.mark.parametrize(
    ("name", "value"), [("core.autocrlf", "true"), ("core.eol", "crlf"), ("tar.umask", "0077"), ("log.date", "human")]
)
def test_the_settings_of_whoever_makes_it_do_not_matter(
    name: str, value: str, tree: Path, archive: Archive, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, text in (("COUNT", "1"), ("KEY_0", name), ("VALUE_0", value)):
        monkeypatch.setenv(f"GIT_CONFIG_{variable}", text)

    assert archive("HEAD", tree)[1] == content


def test_what_is_not_committed_does_not_matter(tree: Path, archive: Archive, content: bytes, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tree), "clone")
    clone = tmp_path / "clone"
    (clone / "references" / "draft.md").write_text("draft\n")
    (clone / "SKILL.md").write_text("changed\n")
    (clone / "LICENSE").unlink()

    assert archive("HEAD", clone)[1] == content


def test_any_commit_can_be_named_in_any_way(tree: Path, archive: Archive, content: bytes, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tree), "clone")
    clone = tmp_path / "clone"
    full = git(clone, "rev-parse", "HEAD").strip()
    git(clone, "tag", "light")
    (clone / "LICENSE").write_text("other\n")
    git(clone, "commit", "-q", "-a", "-m", "later", when="2027-01-01T00:00:00 +0000")

    assert [archive(name, clone)[1] == content for name in (full, full[:12], "light", "HEAD~1")] == [True] * 4
    assert archive("HEAD", clone)[1] != content


def test_the_tag_of_a_release_can_be_named(tree: Path, archive: Archive, content: bytes, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tree), "clone")
    git(tmp_path / "clone", "tag", "-a", "v1", "-m", "with a message", when="2027-01-01T00:00:00 +0000")

    assert archive("v1", tmp_path / "clone")[1] == content


def test_the_command_writes_it_and_prints_its_hash(tree: Path, content: bytes, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tree), "clone")
    clone = tmp_path / "clone"
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(clone / "skill"),
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Kathmandu",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    done = subprocess.run(
        [sys.executable, "release/archive.py"], cwd=clone, env=env, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    name = f"dist/{SKILL}-{__version__}.zip"
    assert (clone / name).read_bytes() == content
    assert done.stdout == f"{name}  sha256 {hashlib.sha256(content).hexdigest()}  {len(content):,} bytes\n"
    assert git(clone, "status", "--porcelain") == ""


# --- What may not enter -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("references/evil.md", "{outside}/secret"),
        ("references/evil.md", "../../outside/secret"),
        ("prompts/evil.md.j2", "{outside}/secret"),
        ("prompts/evil.md.j2", "../../outside/secret"),
        ("skill/escalation/evil.py", "../../../outside/secret"),
        ("skill/escalation/evil", "{outside}"),
        ("prompts/evil", "../../outside"),
    ],
)
def test_a_link_out_of_the_tree_brings_nothing_in(
    name: str, target: str, tree: Path, archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    for secret in ("secret", "secret.py", "secret.md"):
        (tmp_path / "outside" / secret).write_text("SECRET-OF-THIS-MACHINE = 1\n")
    git(tmp_path, "clone", "-q", str(tree), "clone")
    clone = tmp_path / "clone"
    (clone / name).symlink_to(target.format(outside=tmp_path / "outside"))
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "evil")

    try:
        _, content = archive("HEAD", clone)
    except Exception as error:  # noqa: BLE001 - to refuse it is fine, in whatever way
        assert "evil" in str(error)  # noqa: PT017
    else:
        assert b"SECRET-OF-THIS-MACHINE" not in content
        assert all(stat.S_ISREG(entry.external_attr >> 16) for entry in entries(content))


def test_a_link_within_the_tree_does_not_become_a_link(tree: Path, archive: Archive, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tree), "clone")
    clone = tmp_path / "clone"
    (clone / "references" / "again.md").symlink_to("by-hand.md")
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "link")

    found = entries(archive("HEAD", clone)[1])

    assert all(stat.S_ISREG(entry.external_attr >> 16) for entry in found)


# --- Copied anywhere --------------------------------------------------------------------------------------------------


@pytest.fixture(name="anywhere", params=["archive", "tree"])
def _anywhere(request: pytest.FixtureRequest, content: bytes, tree: Path, tmp_path: Path) -> Iterator[Path]:
    """The skill's folder, read-only, under a path with spaces and letters beyond ASCII."""
    target = tmp_path / folders.AWKWARD
    if request.param == "archive":
        folder = unzipped(content, target)
    else:
        folder = target / SKILL
        shutil.copytree(tree, folder, ignore=shutil.ignore_patterns(".git"))
    folders.lock(folder)
    yield folder
    folders.unlock(folder)


def test_a_read_only_copy_decides_from_another_directory(anywhere: Path, tmp_path: Path, command: Command) -> None:
    before = folders.state(anywhere)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    arguments = ("decide", *both(elsewhere))

    found = folders.launch(anywhere, *arguments, cwd=elsewhere)

    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == command(*arguments, cwd=elsewhere).stdout
    assert "Nordwind GmbH" in found.stdout
    assert folders.state(anywhere) == before


def test_a_read_only_copy_gives_the_prompt_that_lies_in_it(anywhere: Path, tmp_path: Path) -> None:
    folders.unlock(anywhere)
    (anywhere / "prompts" / "extract.md.j2").write_text("from the copy\n", encoding="utf-8")
    folders.lock(anywhere)

    found = folders.launch(anywhere, "prompt", cwd=tmp_path)

    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("from the copy")


def test_a_read_only_copy_installs_itself(anywhere: Path, tmp_path: Path) -> None:
    where = folders.roots(tmp_path / "user")

    found = folders.launch(anywhere, "install", cwd=where.project, env={"HOME": str(where.home)})

    assert found.returncode == 0, found.stderr
    installed = folders.files(folders.claude(where))
    assert {name: content for name, content in installed.items() if not name.startswith(".")} == {
        name: (anywhere / name).read_bytes() for name in bundle.files(bundle.checkout(anywhere))
    }


def test_unzip_makes_the_same_folder(content: bytes, tmp_path: Path) -> None:
    if not shutil.which("unzip"):
        pytest.skip("unzip is not there")
    (tmp_path / "x.zip").write_bytes(content)

    subprocess.run(["unzip", "-q", "x.zip", "-d", "theirs"], cwd=tmp_path, check=True, capture_output=True)

    assert folders.contents(tmp_path / "theirs" / SKILL) == folders.contents(unzipped(content, tmp_path / "ours"))
