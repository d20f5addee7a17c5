"""`escalate install` and `escalate doctor`, the real commands."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Protocol

import pytest

from cli.calling import COMMAND, Command, Result
from cli.documents import both
from clients import folders
from escalation import __version__
from escalation.cli import running
from escalation.clients.found import MANIFEST, look
from escalation.clients.places import SKILL, Roots

SECRET = "key-Zm9yIHRlc3RzIG9ubHk"  # noqa: S105 - made up
NEXT = 'Try next: open your agent in a new session, paste notes, and ask "should I escalate this?"\n'

# Where `install` puts the skill, and which clients it names there.
PLACES: dict[tuple[str, str], dict[str, str]] = {
    ("claude-code", "user"): {"home/.claude": "Claude Code, Cursor, opencode"},
    ("cursor", "user"): {"home/.cursor": "Cursor"},
    ("windsurf", "user"): {"home/.agents": "Windsurf, Codex, Gemini CLI, opencode"},
    ("codex", "user"): {"home/.agents": "Windsurf, Codex, Gemini CLI, opencode"},
    ("gemini", "user"): {"home/.agents": "Windsurf, Codex, Gemini CLI, opencode"},
    ("opencode", "user"): {"home/.agents": "Windsurf, Codex, Gemini CLI, opencode"},
    ("all", "user"): {
        "home/.claude": "Claude Code, Cursor, opencode",
        "home/.agents": "Windsurf, Codex, Gemini CLI, opencode",
    },
    ("claude-code", "project"): {"project/.claude": "Claude Code, Cursor, opencode"},
    ("cursor", "project"): {"project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode"},
    ("windsurf", "project"): {"project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode"},
    ("codex", "project"): {"project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode"},
    ("gemini", "project"): {"project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode"},
    ("opencode", "project"): {"project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode"},
    ("all", "project"): {
        "project/.claude": "Claude Code, Cursor, opencode",
        "project/.agents": "Cursor, Windsurf, Codex, Gemini CLI, opencode",
    },
}


class Run(Protocol):
    """The command of a user whose home and project are those of ``where``."""

    def __call__(self, *arguments: str, env: dict[str, str] | None = None) -> Result: ...


@pytest.fixture(name="where")
def _where(tmp_path: Path) -> Roots:
    return folders.roots(tmp_path)


@pytest.fixture(name="run")
def _run(where: Roots, command: Command) -> Run:
    def run(*arguments: str, env: dict[str, str] | None = None) -> Result:
        return command(*arguments, cwd=where.project, env={"HOME": str(where.home), **(env or {})})

    return run


@pytest.fixture(name="in_process")
def _in_process(where: Roots, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same in this process: faster, and the disk can be made to fail."""
    monkeypatch.setenv("HOME", str(where.home))
    monkeypatch.delenv("CLAUDE_CONFIG_DIR", raising=False)
    monkeypatch.chdir(where.project)

    def run(*arguments: str, env: dict[str, str] | None = None) -> Result:
        code = running.run(arguments)
        out, err = capsys.readouterr()
        return Result(code, out.encode(), err.encode())

    return run


def done(result: Result) -> list[str]:
    assert result.code == 0, result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout.splitlines()


def failed(result: Result, count: str = "1 of 1") -> list[str]:
    """The lines on stderr, but for the last one, which is always the same."""
    assert result.code == 1, result.stderr
    assert "Traceback" not in result.stderr
    assert "fault of ours" not in result.stderr
    *lines, last = result.stderr.splitlines()
    assert last == f"Error: {count} places could not be changed; nothing in them was lost"
    assert NEXT not in result.stderr
    return lines


# --- Installing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("client", "scope"), PLACES)
def test_every_client_gets_the_whole_skill_where_it_looks_and_nothing_else(
    client: str, scope: str, run: Run, where: Roots
) -> None:
    base = where.home.parent
    skills = {base / name / "skills" / SKILL: readers for name, readers in PLACES[client, scope].items()}

    result = run("install", "--client", client, "--scope", scope)

    assert done(result) == [f"Installed: {skill}: version {__version__} ({names})" for skill, names in skills.items()]
    assert result.stderr == NEXT
    expected = {
        f"{skill.relative_to(base).as_posix()}/{name}": content
        for skill in skills
        for name, content in {**folders.expected(), MANIFEST: (skill / MANIFEST).read_bytes()}.items()
    }
    assert folders.files(base) == expected


def test_without_options_it_is_installed_for_the_user_and_all_clients(run: Run, where: Roots) -> None:
    done(run("install"))

    assert look(folders.claude(where)).kind == look(folders.agents(where)).kind == "ours"


@pytest.mark.tree
def test_the_installed_skill_file_is_that_of_the_tree_to_the_byte(run: Run, where: Roots) -> None:
    done(run("install", "--client", "claude-code"))

    assert (folders.claude(where) / "SKILL.md").read_bytes() == (folders.ROOT / "SKILL.md").read_bytes()


def test_claude_code_s_folder_may_be_elsewhere(run: Run, where: Roots, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere Ä"

    done(run("install", env={"CLAUDE_CONFIG_DIR": str(moved)}))

    assert look(moved / "skills" / SKILL).kind == "ours"
    assert not (where.home / ".claude").exists()
    assert look(folders.agents(where)).kind == "ours"
    done(run("install", "--uninstall", env={"CLAUDE_CONFIG_DIR": str(moved)}))
    assert folders.files(tmp_path / "elsewhere Ä") == {}


def test_the_current_folder_is_the_project_wherever_it_is(where: Roots, command: Command) -> None:
    below = where.project / "src" / "app"
    below.mkdir(parents=True)

    done(command("install", "--scope", "project", "--client", "codex", cwd=below, env={"HOME": str(where.home)}))

    assert look(below / ".agents" / "skills" / SKILL).kind == "ours"


def test_paths_beyond_ascii_work_where_the_locale_knows_none(run: Run, where: Roots) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

    done(run("install", env=plain))
    done(run("doctor", env=plain))

    assert look(folders.claude(where)).kind == "ours"


def test_a_narrow_umask_does_not_keep_it_from_its_owner(run: Run, where: Roots) -> None:
    before = os.umask(0o077)
    try:
        done(run("install"))
    finally:
        os.umask(before)

    assert folders.launch(folders.claude(where), "--version", cwd=where.project).returncode == 0


# --- What is installed runs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("client", "scope"), [("claude-code", "user"), ("codex", "project")])
def test_the_installed_folder_decides_from_another_directory_and_stays_as_it_is(
    client: str,
    scope: str,
    read_only: bool,  # noqa: FBT001
    run: Run,
    where: Roots,
    tmp_path: Path,
    command: Command,
) -> None:
    done(run("install", "--client", client, "--scope", scope))
    (skill,) = {folders.claude(where), where.project / ".agents" / "skills" / SKILL} & {
        path.parent for path in where.home.parent.rglob("SKILL.md")
    }
    arguments = ("decide", *both(tmp_path))
    if read_only:
        folders.lock(skill)
    before = folders.state(skill)

    found = folders.launch(skill, *arguments, cwd=tmp_path)

    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == command(*arguments, cwd=tmp_path).stdout
    assert "Nordwind GmbH" in found.stdout
    assert folders.state(skill) == before
    folders.unlock(skill)


def test_it_is_the_installed_folder_that_runs(run: Run, where: Roots) -> None:
    done(run("install", "--client", "claude-code"))

    found = folders.launch(folders.claude(where), "doctor", cwd=where.project, env={"HOME": str(where.home)})

    assert found.stdout.splitlines()[0] == (
        f"escalate {__version__}, in {folders.claude(where) / 'skill' / 'escalation'}"
    )


def test_an_installed_folder_installs_itself_elsewhere(run: Run, where: Roots) -> None:
    done(run("install", "--client", "claude-code"))

    found = folders.launch(folders.claude(where), "install", cwd=where.project, env={"HOME": str(where.home)})

    assert found.returncode == 0, found.stderr
    assert [line.split(":")[0] for line in found.stdout.splitlines()] == ["Unchanged", "Installed"]
    assert folders.contents(folders.agents(where)) == folders.contents(folders.claude(where))


@pytest.mark.tree
def test_it_installs_from_a_wheel_when_the_source_is_gone(where: Roots, tmp_path: Path) -> None:
    site = folders.wheel(tmp_path / "wheel")
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(where.home),
        "PYTHONPATH": os.pathsep.join([str(site), sysconfig.get_path("purelib")]),
    }
    # -S: what is installed in place stays out of sight.
    command = [sys.executable, "-S", "-m", "escalation", "install"]

    found = subprocess.run(command, cwd=where.project, env=env, capture_output=True, encoding="utf-8", check=False)

    assert (found.returncode, found.stderr) == (0, NEXT)
    for skill in (folders.claude(where), folders.agents(where)):
        assert folders.files(skill) == {**folders.expected(), MANIFEST: (skill / MANIFEST).read_bytes()}
    shutil.rmtree(site)
    decided = folders.launch(folders.claude(where), "decide", *both(tmp_path), cwd=tmp_path)
    assert (decided.returncode, decided.stderr) == (0, "")
    assert "Nordwind GmbH" in decided.stdout


# --- Again, upgrading, removing -----------------------------------------------------------------------------------


def test_a_second_time_it_says_so_and_touches_nothing(run: Run, where: Roots) -> None:
    done(run("install"))
    before = folders.state(where.home)

    lines = done(run("install"))

    assert [line.split(":")[0] for line in lines] == ["Unchanged", "Unchanged"]
    assert all(f"version {__version__} is there already" in line for line in lines)
    assert folders.state(where.home) == before


def test_an_older_version_of_ours_is_upgraded(run: Run, where: Roots) -> None:
    done(run("install"))
    fresh = folders.contents(folders.claude(where))
    folders.age(folders.claude(where))

    first, second = done(run("install"))

    assert first.startswith(f"Upgraded: {folders.claude(where)}: version {folders.OLD} to {__version__} (")
    assert second.startswith("Unchanged: ")
    assert folders.contents(folders.claude(where)) == fresh
    assert [path.name for path in folders.claude(where).parent.iterdir()] == [SKILL]


def test_what_was_installed_can_be_taken_away(run: Run, where: Roots) -> None:
    done(run("install"))
    folders.age(folders.agents(where))

    result = run("install", "--uninstall")

    assert done(result) == [
        f"Removed: {folders.claude(where)}: version {__version__} (Claude Code, Cursor, opencode)",
        f"Removed: {folders.agents(where)}: version {folders.OLD} (Windsurf, Codex, Gemini CLI, opencode)",
    ]
    assert result.stderr == ""
    assert folders.files(where.home) == {}


def test_where_nothing_is_nothing_is_taken_away(run: Run, where: Roots) -> None:
    lines = done(run("install", "--uninstall"))

    assert [line.rpartition(" (")[0].rpartition(": ")[2] for line in lines] == ["nothing is there"] * 2
    assert folders.contents(where.home) == {}


def test_only_the_client_that_was_named_loses_it(run: Run, where: Roots) -> None:
    done(run("install"))

    done(run("install", "--uninstall", "--client", "codex"))

    assert look(folders.claude(where)).kind == "ours"
    assert look(folders.agents(where)).kind == "nothing"


@pytest.mark.parametrize("option", [(), ("--uninstall",)])
@pytest.mark.parametrize("kind", ["nothing", "ours", "older", "changed", "foreign", "link"])
def test_a_dry_run_changes_nothing_at_all(kind: str, option: tuple[str, ...], in_process: Run, where: Roots) -> None:
    skill = folders.claude(where)
    lay(kind, where)
    before = folders.state(where.home.parent)

    result = in_process("install", "--client", "claude-code", "--dry-run", *option)

    assert folders.state(where.home.parent) == before
    if kind in ("changed", "foreign", "link"):
        assert failed(result)[0].startswith(f"Not touched: {skill}: ")
    else:
        verb = {
            ("nothing", ()): "Would install", ("older", ()): "Would upgrade", ("ours", ()): "Unchanged",
            ("nothing", ("--uninstall",)): "Unchanged",
        }.get((kind, option), "Would remove")  # fmt: skip
        assert done(result)[0].startswith(f"{verb}: {skill}: ")
        assert NEXT not in result.stderr


# --- What is in the way -----------------------------------------------------------------------------------------------


def lay(kind: str, where: Roots) -> None:
    """Put something where Claude Code's copy belongs."""
    skill = folders.claude(where)
    skill.parent.mkdir(parents=True)
    if kind == "file":
        skill.write_bytes(b"mine\n")
    elif kind == "dangling":
        skill.symlink_to("nowhere")
    elif kind in ("link", "link to another"):
        folders.install(where, "codex", "project").rename(where.home / "kept")
        skill.symlink_to(where.home / "kept" if kind == "link" else where.project)
    elif kind in ("foreign", "empty", "same name"):
        skill.mkdir()
        if kind != "empty":
            name = SKILL if kind == "same name" else "other"
            (skill / "SKILL.md").write_text(f"---\nname: {name}\n---\ntheirs\n", encoding="utf-8")
    elif kind != "nothing":
        folders.install(where)
        _alter(kind, skill)


def _alter(kind: str, skill: Path) -> None:
    """Make another folder of an installed one."""
    if kind == "older":
        folders.age(skill)
    elif kind in ("copy", "clone"):
        (skill / MANIFEST).unlink()
        if kind == "clone":
            (skill / ".git").mkdir()
            (skill / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    elif kind == "changed":
        (skill / "SKILL.md").write_bytes(b"mine\n")
    elif kind == "added":
        (skill / "my notes.md").write_bytes(b"mine\n")
    elif kind == "deleted":
        (skill / "LICENSE").unlink()
    elif kind == "damaged":
        (skill / MANIFEST).write_bytes(b'{"files": {"SKILL.md')
    elif kind == "deep":
        (skill / MANIFEST).write_bytes(b"[" * 200_000)


IN_THE_WAY = {
    "file": "a file of that name is in the way; move it away first",
    "dangling": "a link to nowhere, which is not there; delete the link first",
    "link": f"kept (version {__version__}); update what it leads to, or delete the link first",
    "link to another": "project; update what it leads to, or delete the link first",
    "foreign": "somebody else's folder has that name; move it away first",
    "empty": "somebody else's folder has that name; move it away first",
    "same name": "somebody else's folder has that name; move it away first",
    "copy": f"this skill (version {__version__}) was put there in another way",
    "clone": f"this skill (version {__version__}) is a git clone; update it with `git pull`",
    "changed": "files were changed or added since it was installed (SKILL.md); move the folder away first",
    "added": "files were changed or added since it was installed (my notes.md); move the folder away first",
    "deleted": "(LICENSE); move the folder away first",
    "damaged": MANIFEST,  # the user must learn which file it is
    "deep": MANIFEST,
}


@pytest.mark.parametrize("option", [(), ("--uninstall",)])
@pytest.mark.parametrize("kind", IN_THE_WAY)
def test_what_is_not_simply_ours_is_said_and_not_touched_and_the_other_place_is_done(
    kind: str, option: tuple[str, ...], in_process: Run, where: Roots
) -> None:
    lay(kind, where)
    if option:
        folders.install(where, "codex")
    kept = folders.contents(where.home / ".claude"), folders.state(folders.claude(where).parent)

    result = in_process("install", *option)

    (line,) = failed(result, "1 of 2")
    assert line.startswith(f"Not touched: {folders.claude(where)}: ")
    assert (folders.contents(where.home / ".claude"), folders.state(folders.claude(where).parent)) == kept
    assert look(folders.agents(where)).kind == ("nothing" if option else "ours")
    assert result.stdout.count("\n") == 1
    assert IN_THE_WAY[kind] in line


@pytest.mark.tree
def test_a_real_git_clone_is_told_and_left_alone(run: Run, where: Roots) -> None:
    skill = folders.claude(where)
    tree = folders.copy_of_tree(where.home / "tree")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"], ["clone", "-q", ".", str(skill)]):
        subprocess.run([*git, *arguments], cwd=tree, check=True, capture_output=True)
    before = folders.contents(skill)

    (line,) = failed(run("install", "--client", "claude-code"))

    assert "is a git clone; update it with `git pull`" in line
    assert folders.contents(skill) == before


def test_every_place_may_fail(run: Run, where: Roots) -> None:
    for skill in (folders.claude(where), folders.agents(where)):
        skill.mkdir(parents=True)

    assert len(failed(run("install"), "2 of 2")) == 2


def _block(kind: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "file":
        path.write_bytes(b"mine\n")
    else:
        path.symlink_to("nowhere" if kind == "dangling" else path.name)


BLOCKED = [(kind, name) for kind in ("file", "dangling", "loop") for name in (".claude", ".claude/skills")]


@pytest.mark.parametrize(("kind", "name"), BLOCKED)
def test_a_client_s_folder_that_is_none_fails_and_the_other_place_is_done(
    kind: str, name: str, in_process: Run, where: Roots
) -> None:
    _block(kind, where.home / name)
    before = folders.state(where.home / name) if kind == "file" else (where.home / name).readlink()

    result = in_process("install")

    (line,) = failed(result, "1 of 2")
    assert str(folders.claude(where)) in line
    assert (folders.state(where.home / name) if kind == "file" else (where.home / name).readlink()) == before
    assert look(folders.agents(where)).kind == "ours"


@pytest.mark.parametrize(("kind", "name"), BLOCKED)
def test_the_message_says_what_is_in_the_way_of_a_client_s_folder(
    kind: str, name: str, in_process: Run, where: Roots
) -> None:
    _block(kind, where.home / name)

    (line,) = failed(in_process("install", "--client", "claude-code"))

    why = line.removeprefix(f"Failed: {folders.claude(where)}: ").removeprefix(f"Not touched: {folders.claude(where)}")
    assert f"{where.home / name}" in why, why
    assert re.search(r"\bfile\b|not a (folder|directory)" if kind == "file" else r"link", why), why
    assert "File exists" not in why


@pytest.mark.parametrize(("kind", "name"), BLOCKED)
def test_a_dry_run_sees_what_is_in_the_way_of_a_client_s_folder(
    kind: str, name: str, in_process: Run, where: Roots
) -> None:
    _block(kind, where.home / name)

    failed(in_process("install", "--client", "claude-code", "--dry-run"))


def test_a_client_s_folder_that_is_a_link_to_another_is_followed(run: Run, where: Roots) -> None:
    (where.home / "dotfiles").mkdir()
    (where.home / "dotfiles" / "settings.json").write_text("{}\n")
    (where.home / ".claude").symlink_to("dotfiles")

    done(run("install"))
    assert look(where.home / "dotfiles" / "skills" / SKILL).kind == "ours"
    done(run("install", "--uninstall"))

    assert (where.home / ".claude").readlink() == Path("dotfiles")
    assert folders.files(where.home) == {".claude": "-> dotfiles", "dotfiles/settings.json": b"{}\n"}


def test_one_folder_that_serves_all_clients_through_a_link_is_installed_and_cleared(run: Run, where: Roots) -> None:
    (where.home / ".agents" / "skills").mkdir(parents=True)
    (where.home / ".claude").mkdir()
    (where.home / ".claude" / "skills").symlink_to("../.agents/skills")

    done(run("install"))
    assert look(folders.agents(where)).kind == "ours"

    done(run("install", "--uninstall"))
    assert look(folders.agents(where)).kind == "nothing"


# --- Without permission, on a full disk, interrupted ----------------------------------------------------------------


def run_locked(locked: Path, where: Roots, environment: dict[str, str], *arguments: str) -> Result:
    """The command of somebody who may not write into a folder."""
    folders.lock(locked)
    command = folders.unprivileged(*COMMAND, *arguments)
    try:
        found = subprocess.run(
            command, cwd=where.project, env={**environment, "HOME": str(where.home)}, capture_output=True, check=False
        )
    finally:
        folders.unlock(locked)
    return Result(found.returncode, found.stdout, found.stderr)


@pytest.mark.parametrize("task", ["install", "upgrade", "remove"])
@pytest.mark.parametrize("name", [".claude", ".claude/skills"])
def test_a_folder_that_may_not_be_written_into_fails_and_stays_and_the_other_place_is_done(
    name: str, task: str, where: Roots, environment: dict[str, str]
) -> None:
    (where.home / name).mkdir(parents=True)
    (where.home / ".claude" / "settings.json").write_text("{}\n")
    if task != "install":
        folders.age(folders.install(where))
        folders.install(where, "codex")
    before = folders.contents(where.home / ".claude")

    result = run_locked(
        where.home / name, where, environment, "install", *(("--uninstall",) if task == "remove" else ())
    )

    (line,) = failed(result, "1 of 2")
    assert line.startswith(f"Failed: {folders.claude(where)}: Permission denied")
    assert folders.contents(where.home / ".claude") == before
    assert look(folders.agents(where)).kind == ("nothing" if task == "remove" else "ours")


def test_a_folder_that_may_not_be_looked_into_is_not_touched(where: Roots, environment: dict[str, str]) -> None:
    skill = folders.install(where)
    before = folders.contents(where.home)
    skill.parent.chmod(0)
    command = folders.unprivileged(*COMMAND)
    env = {**environment, "HOME": str(where.home)}
    seen = subprocess.run(folders.unprivileged("/bin/ls", skill), capture_output=True, check=False).returncode == 0
    try:
        run = [
            subprocess.run([*command, *line], cwd=where.project, env=env, capture_output=True, check=False)
            for line in (["install", "--client", "claude-code"], ["doctor"])
        ]
    finally:
        skill.parent.chmod(0o755)
    if seen:
        pytest.skip("permissions do not hold here")

    installed, examined = (Result(found.returncode, found.stdout, found.stderr) for found in run)

    assert failed(installed) == [
        f"Not touched: {skill}: it cannot be read; check who may read it (Claude Code, Cursor, opencode)"
    ]
    assert f"{skill}: cannot be read (user: Claude Code, Cursor, opencode)" in done(examined)
    assert folders.contents(where.home) == before


def _break_in(folder: str, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let writing fail in the middle of the first file of a folder called ``folder``."""
    real = Path.write_bytes

    def write(path: Path, content: bytes) -> int:
        if folder in path.parts and path.name == "SKILL.md":
            real(path, content[:100])
            raise error
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (OSError(errno.EROFS, "Read-only file system"), "Read-only file system"),
        (OSError("something else"), "something else"),
    ],
)
@pytest.mark.parametrize("before", ["nothing", "older"])
def test_a_disk_that_fails_in_the_middle_leaves_the_old_state_and_the_other_place_is_done(
    before: str, error: OSError, words: str, in_process: Run, where: Roots, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(before, where)
    old = folders.contents(where.home / ".claude")
    _break_in(".claude", error, monkeypatch)

    result = in_process("install")

    (line,) = failed(result, "1 of 2")
    assert line == f"Failed: {folders.claude(where)}: {words}"
    assert folders.contents(where.home / ".claude") == old
    assert look(folders.agents(where)).kind == "ours"
    assert result.stdout.startswith(f"Installed: {folders.agents(where)}: ")


@pytest.mark.parametrize("before", ["nothing", "older"])
def test_an_interrupt_in_the_middle_leaves_the_old_state(
    before: str, in_process: Run, where: Roots, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(before, where)
    old = folders.contents(where.home)
    _break_in(".claude", KeyboardInterrupt(), monkeypatch)

    result = in_process("install")

    assert (result.code, result.out) == (130, b"")
    assert "Traceback" not in result.stderr
    assert folders.contents(where.home) == old


def test_an_interrupt_at_the_second_place_does_not_say_that_nothing_was_written(
    in_process: Run, where: Roots, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_in(".agents", KeyboardInterrupt(), monkeypatch)

    result = in_process("install")

    assert result.code == 130
    assert result.stdout.startswith(f"Installed: {folders.claude(where)}: ")
    assert look(folders.claude(where)).kind == "ours"
    assert "nothing was written" not in result.stderr


# --- Odd circumstances ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [("install",), ("doctor",)])
def test_a_current_folder_that_is_gone_is_told(
    line: tuple[str, ...], where: Roots, environment: dict[str, str]
) -> None:
    script = f'cd "{where.project}" && rmdir "{where.project}" && exec "{sys.executable}" -m escalation {line[0]}'
    env = {**environment, "HOME": str(where.home)}

    found = subprocess.run(["/bin/bash", "-c", script], cwd=where.home, env=env, capture_output=True, check=False)

    assert found.returncode == 2
    assert b"the current folder cannot be told" in found.stderr
    assert b"Traceback" not in found.stderr
    assert folders.files(where.home) == {}


@pytest.mark.parametrize(
    "arguments",
    [("--client", "emacs"), ("--scope", "world"), ("--force",), ("here",), ("--client",)],
    ids=" ".join,
)
def test_what_the_command_does_not_know_is_wrong_usage(
    arguments: tuple[str, ...], in_process: Run, where: Roots
) -> None:
    result = in_process("install", *arguments)

    assert (result.code, result.out) == (2, b"")
    assert folders.contents(where.home) == {}


def test_two_at_once_leave_one_whole_skill(where: Roots, environment: dict[str, str]) -> None:
    command = [*COMMAND, "install", "--client", "claude-code"]
    env = {**environment, "HOME": str(where.home)}

    both_of_them = [
        subprocess.Popen(command, cwd=where.project, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    codes = [(one.communicate(timeout=60), one.returncode)[1] for one in both_of_them]

    assert set(codes) <= {0, 1}
    assert 0 in codes
    assert look(folders.claude(where)).kind == "ours"
    assert [path.name for path in folders.claude(where).parent.iterdir()] == [SKILL]


# --- Doctor -----------------------------------------------------------------------------------------------------------


def examined(result: Result) -> list[str]:
    """What doctor says of what it found and what to mend, without the permissions that it offers below."""
    return "\n".join(done(result)).partition("\n\nClaude Code asks before")[0].splitlines()


def test_doctor_where_nothing_is_installed(run: Run, where: Roots) -> None:
    result = run("doctor", env={"PATH": "/nowhere"})

    assert done(result)[2:] == [
        "uv: not found; the skill then needs a python3 that has its libraries",
        "Model: no key, the offline reader reads",
        "The skill is in none of the folders where clients look",
        "",
        "To mend:",
        "- Install it with `escalate install`.",
    ]
    assert result.stderr == ""
    assert folders.contents(where.home) == {}


def test_doctor_where_all_is_well(run: Run, where: Roots) -> None:
    done(run("install"))

    lines = examined(run("doctor"))

    assert f"{folders.claude(where)}: {__version__} installed by `escalate install` (user: Claude Code, Cursor, " in (
        "\n".join(lines)
    )
    assert lines[-1] == "Nothing to mend."


@pytest.mark.parametrize("kind", [*IN_THE_WAY, "older"])
def test_doctor_tells_whatever_it_finds_and_exits_with_0(kind: str, in_process: Run, where: Roots) -> None:
    lay(kind, where)
    before = folders.state(where.home)

    result = in_process("doctor")

    lines = done(result)
    assert len([line for line in lines if line.startswith(f"{folders.claude(where)}: ")]) == 1
    assert result.stderr == ""
    assert folders.state(where.home) == before


def test_doctor_tells_an_older_version_and_that_one_client_sees_two(run: Run, where: Roots) -> None:
    done(run("install"))
    folders.age(folders.claude(where))

    lines = examined(run("doctor"))

    assert lines[lines.index("To mend:") + 1 :] == [
        f"- {folders.claude(where)} is version {folders.OLD}, this program {__version__}: run `escalate install`.",
        f"- opencode sees several versions ({folders.OLD}, {__version__}): keep one.",
    ]
    done(run("install"))
    assert examined(run("doctor"))[-1] == "Nothing to mend."


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ANTHROPIC_API_KEY", SECRET),
        ("ANTHROPIC_AUTH_TOKEN", SECRET),
        ("ANTHROPIC_BASE_URL", f"https://user:{SECRET}@example.com/{SECRET}"),
        ("ANTHROPIC_CUSTOM_HEADERS", f"x-api-key: {SECRET}"),
    ],
)
def test_doctor_names_where_the_key_is_and_never_shows_it(variable: str, value: str, run: Run) -> None:
    result = run("doctor", env={variable: value})

    assert f"Model: access from {variable}" in done(result)
    assert SECRET not in result.stdout + result.stderr


def test_doctor_never_shows_a_key_from_a_profile(run: Run, where: Roots) -> None:
    folder = where.home / ".config" / "anthropic" / "configs"
    folder.mkdir(parents=True)
    (folder / "default.json").write_text(json.dumps({"authentication": {"type": "user_oauth", "token": SECRET}}))
    (folder / "default.json").chmod(0o600)

    result = run("doctor")

    assert f"Model: access from the default profile in {where.home}" in "\n".join(done(result))
    assert SECRET not in result.stdout


@pytest.mark.parametrize("home", ["itself", "a link to it", "reached through a link"])
def test_doctor_in_the_home_folder_lists_nothing_twice(home: str, where: Roots, command: Command) -> None:
    done(command("install", cwd=where.project, env={"HOME": str(where.home)}))
    link = where.home.parent / "link"
    link.symlink_to(where.home if home == "a link to it" else where.home.parent)
    named = {"itself": where.home, "a link to it": link, "reached through a link": link / where.home.name}[home]

    lines = examined(command("doctor", cwd=where.home, env={"HOME": str(named), "PWD": str(named)}))

    assert len([line for line in lines if SKILL in line]) == 2, lines
