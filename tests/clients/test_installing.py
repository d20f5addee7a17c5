"""Installs, upgrades and removes: whole or not at all, and never what somebody else put there."""

from __future__ import annotations

import errno
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest

from clients import folders
from escalation import __version__
from escalation.clients import bundle
from escalation.clients.found import MANIFEST, look
from escalation.clients.installing import Step, perform, steps
from escalation.clients.places import CLIENTS, SKILL, Client, Roots, Scope

SMALL = {
    name: content
    for name, content in folders.expected().items()
    if name in ("LICENSE", "SKILL.md", "prompts/notes.md.j2", "references/by-hand.md", "skill/escalate.py")
}


def plan(where: Roots, client: Client | Literal["all"] = "claude-code", *, uninstall: bool = False) -> list[Step]:
    return list(steps(client, "user", where, uninstall=uninstall))


def verbs(where: Roots, client: Client | Literal["all"] = "claude-code", *, uninstall: bool = False) -> list[str]:
    return [step.verb for step in plan(where, client, uninstall=uninstall)]


def do(where: Roots, client: Client | Literal["all"] = "claude-code", *, uninstall: bool = False) -> None:
    for step in plan(where, client, uninstall=uninstall):
        perform(step)


# --- What is there to do ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scope", ["user", "project"])
@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_s_skill_is_installed_whole_and_nothing_else(client: Client, scope: Scope, where: Roots) -> None:
    skill = folders.install(where, client, scope)
    base = {"user": where.home, "project": where.project}[scope]

    assert folders.files(skill) == {**folders.expected(), MANIFEST: (skill / MANIFEST).read_bytes()}
    assert {path.split("/")[2] for path in folders.files(base)} == {SKILL}
    assert look(skill).kind == "ours"


def test_all_are_the_two_folders_that_serve_every_client(where: Roots) -> None:
    do(where, "all")

    assert {path.rpartition(SKILL)[0] for path in folders.files(where.home)} == {".agents/skills/", ".claude/skills/"}
    assert folders.contents(folders.claude(where)) == folders.contents(folders.agents(where))


def test_planning_changes_nothing(where: Roots) -> None:
    before = folders.state(where.home.parent)

    assert verbs(where, "all") == ["install", "install"]
    assert folders.state(where.home.parent) == before


def test_what_others_keep_beside_it_is_left_alone(where: Roots) -> None:
    theirs = folders.claude(where).parent / "other" / "SKILL.md"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs\n")
    settings = where.home / ".claude" / "settings.json"
    settings.write_text("{}\n")
    before = folders.state(theirs.parent) | folders.state(settings)

    do(where)
    do(where, uninstall=True)

    assert folders.state(theirs.parent) | folders.state(settings) == before
    assert sorted(path.name for path in theirs.parents[1].iterdir()) == ["other"]


def test_a_second_time_nothing_is_touched(where: Roots) -> None:
    do(where, "all")
    before = folders.state(where.home)

    assert verbs(where, "all") == ["keep", "keep"]
    do(where, "all")
    assert folders.state(where.home) == before


@pytest.mark.parametrize("version", [folders.OLD, "99.0.0"])
def test_another_version_of_ours_is_replaced_whole(version: str, where: Roots) -> None:
    fresh = folders.contents(folders.install(where))
    skill = folders.age(folders.claude(where), version)

    (step,) = plan(where)
    perform(step)

    assert (step.verb, step.why) == ("upgrade", f"version {version} to {__version__}")
    assert folders.contents(skill) == fresh
    assert [path.name for path in skill.parent.iterdir()] == [SKILL]


def test_the_same_version_with_other_files_is_brought_up_to_date(where: Roots) -> None:
    fresh = folders.contents(folders.install(where))
    skill = folders.claude(where)
    (skill / "SKILL.md").write_text((skill / "SKILL.md").read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    folders.sign(skill, __version__)

    assert verbs(where) == ["upgrade"]
    do(where)
    assert folders.contents(skill) == fresh


@pytest.mark.parametrize("version", [__version__, folders.OLD])
def test_ours_is_removed_whole_and_the_folder_around_it_stays(version: str, where: Roots) -> None:
    skill = folders.install(where)
    if version != __version__:
        folders.age(skill, version)

    (step,) = plan(where, uninstall=True)
    perform(step)

    assert (step.verb, step.why) == ("remove", f"version {version}")
    assert list(skill.parent.iterdir()) == []


def test_there_is_nothing_to_remove_where_nothing_is(where: Roots) -> None:
    before = folders.state(where.home)

    assert verbs(where, "all", uninstall=True) == ["keep", "keep"]
    do(where, "all", uninstall=True)
    assert folders.state(where.home) == before


def test_caches_that_python_wrote_do_not_stand_in_the_way(where: Roots) -> None:
    skill = folders.install(where)
    (skill / "skill" / "escalation" / "__pycache__").mkdir()
    (skill / "skill" / "escalation" / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"\0")

    assert verbs(where, uninstall=True) == ["remove"]
    do(where, uninstall=True)
    assert not skill.exists()


@pytest.mark.parametrize("uninstall", [False, True])
def test_a_long_list_of_changed_files_is_cut(uninstall: bool, where: Roots) -> None:  # noqa: FBT001
    skill = folders.install(where)
    for name in "abcdefgh":
        (skill / name).write_text("mine\n")

    (step,) = plan(where, uninstall=uninstall)

    assert step.verb == "refuse"
    assert "(a, b, c, d, e and 3 more)" in step.why


def test_a_refused_step_does_nothing(where: Roots) -> None:
    (folders.install(where) / "mine.md").write_text("mine\n")
    before = folders.state(where.home)

    do(where)
    do(where, uninstall=True)

    assert folders.state(where.home) == before


# --- Through links ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("linked", [".claude", ".claude/skills"])
def test_a_client_s_folder_that_is_a_link_is_followed_and_stays_one(linked: str, where: Roots) -> None:
    target = where.home / "dotfiles" / "claude"
    target.mkdir(parents=True)
    (where.home / linked).parent.mkdir(exist_ok=True)
    (where.home / linked).symlink_to(target)

    skill = folders.install(where)

    assert (where.home / linked).is_symlink()
    assert skill.resolve().is_relative_to(target)
    assert look(skill).kind == "ours"
    do(where, uninstall=True)
    assert folders.files(target) == {}


@pytest.fixture(name="shared", params=[".claude", ".claude/skills", "CLAUDE_CONFIG_DIR"])
def _shared(request: pytest.FixtureRequest, where: Roots) -> Roots:
    """A home where one folder of skills serves both, as people have it who use several clients."""
    agents = where.home / ".agents"
    (agents / "skills").mkdir(parents=True)
    if request.param == "CLAUDE_CONFIG_DIR":
        return where._replace(environment={"CLAUDE_CONFIG_DIR": str(agents)})
    (where.home / request.param).parent.mkdir(exist_ok=True)
    (where.home / request.param).symlink_to(agents / "skills" if "/" in request.param else agents)
    return where


def test_a_folder_that_serves_all_clients_gets_one_skill(shared: Roots) -> None:
    do(shared, "all")

    assert look(folders.agents(shared)).kind == "ours"
    assert [path.name for path in folders.agents(shared).parent.iterdir()] == [SKILL]
    assert set(verbs(shared, "all")) == {"keep"}


def test_a_folder_that_serves_all_clients_is_cleared_once(shared: Roots) -> None:
    do(shared, "all")

    do(shared, "all", uninstall=True)

    assert list(folders.agents(shared).parent.iterdir()) == []


# --- Failures and interrupts in the middle ----------------------------------------------------------------------------

When = Literal["before", "in the middle", "after", "from then on"]
WATCHED: tuple[tuple[Any, str], ...] = (
    (Path, "mkdir"), (Path, "write_bytes"), (Path, "chmod"), (Path, "rename"), (tempfile, "mkdtemp"),
)  # fmt: skip


class Breaking:
    """Makes the call number ``at`` of those that change the disk fail."""

    def __init__(self, at: int, when: When, error: BaseException, only: str | None = None) -> None:
        self.at, self.when, self.error, self.only = at, when, error, only
        self.calls = 0
        self.broken: str | None = None

    @contextmanager
    def installed(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        with monkeypatch.context() as patch:
            for owner, name in WATCHED:
                if self.only in (None, name):
                    patch.setattr(owner, name, self._wrapped(getattr(owner, name), name))
            yield

    def _wrapped(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            number, self.calls = self.calls, self.calls + 1
            if number < self.at or (number > self.at and self.when != "from then on"):
                return real(*arguments, **options)
            if self.when == "after":
                real(*arguments, **options)
            elif self.when == "in the middle" and name == "write_bytes":
                path, content = arguments
                real(path, content[: len(content) // 2])
            self.broken = name
            raise self.error

        return call


def fresh_home(tmp_path: Path, number: int, before: str) -> Roots:
    """A home with nothing of ours, or with an older version."""
    where = folders.roots(tmp_path / str(number))
    (where.home / ".claude" / "skills" / "other").mkdir(parents=True)
    (where.home / ".claude" / "skills" / "other" / "SKILL.md").write_text("theirs\n")
    if before == "older":
        folders.age(folders.install(where))
    return where


TASKS = {"install": ("nothing", False), "upgrade": ("older", False), "remove": ("older", True)}


def broken(
    task: str,
    when: When,
    error: BaseException,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    only: str | None = None,
) -> tuple[set[str], list[str]]:
    """What was broken, and what was wrong after it, for every call that can be broken."""
    monkeypatch.setattr(bundle, "files", lambda _: SMALL)
    before, uninstall = TASKS[task]
    complete = fresh_home(tmp_path, 0, before)
    do(complete, uninstall=uninstall)
    new = folders.files(complete.home)
    seen: set[str] = set()
    wrong: list[str] = []
    for at in itertools.count():
        where = fresh_home(tmp_path, at + 1, before)
        old = folders.files(where.home)
        todo = plan(where, uninstall=uninstall)
        breaking = Breaking(at, when, error, only)
        raised: BaseException | None = None
        with breaking.installed(monkeypatch):
            try:
                for step in todo:
                    perform(step)
            except (OSError, KeyboardInterrupt) as caught:
                raised = caught
        if breaking.broken is None:
            assert folders.files(where.home) == new
            return seen, wrong
        seen.add(breaking.broken)
        left = sorted(path.name for path in folders.claude(where).parent.iterdir())
        name = f"{when} call {at}, {breaking.broken}"
        if folders.files(where.home) not in (old, new):
            wrong.append(f"{name}: neither the old state nor the new one")
        if not {SKILL, "other"} >= set(left):
            wrong.append(f"{name}: left behind: {left}")
        if type(raised) is not type(error):
            wrong.append(f"{name}: {raised!r} instead of {error!r}")
    raise AssertionError


FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("error", [FULL, PermissionError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
def test_a_failure_before_any_step_leaves_the_old_state_or_the_new_one(
    task: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, wrong = broken(task, "before", error, tmp_path, monkeypatch)

    assert seen >= ({"rename", "mkdtemp"} if task == "remove" else {name for _, name in WATCHED})
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("task", ["install", "upgrade"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_a_file_that_is_written_in_part_leaves_the_old_state(
    task: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, wrong = broken(task, "in the middle", error, tmp_path, monkeypatch, only="write_bytes")

    assert seen == {"write_bytes"}
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("call", ["mkdir", "write_bytes", "chmod", "rename"])
def test_an_interrupt_right_after_any_step_leaves_the_old_state_or_the_new_one(
    task: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, wrong = broken(task, "after", KeyboardInterrupt(), tmp_path, monkeypatch, only=call)

    assert seen <= {call}
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("task", ["upgrade", "remove"])
def test_where_not_even_the_way_back_works_every_old_byte_is_still_on_the_disk(
    task: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(2):
        where = fresh_home(tmp_path, at, "older")
        old = set(folders.files(folders.claude(where)).values())
        todo = plan(where, uninstall=task == "remove")
        with Breaking(at, "from then on", FULL, only="rename").installed(monkeypatch):
            if task == "upgrade" or at == 0:
                with pytest.raises(OSError, match="No space left"):
                    perform(todo[0])
                assert old <= set(folders.files(where.home).values())
            else:
                perform(todo[0])
                assert not folders.claude(where).exists()


def test_a_folder_that_cannot_be_deleted_whole_is_said_not_to_be(where: Roots, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.install(where)
    todo = plan(where, uninstall=True)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuse)
        with pytest.raises(OSError, match="busy"):
            perform(todo[0])

    assert not folders.claude(where).exists()


def test_a_bundle_that_cannot_be_read_leaves_everything_as_it_is(where: Roots, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.age(folders.install(where))
    todo = plan(where)
    before = folders.state(where.home)

    def refuse(_: object) -> dict[str, bytes]:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(bundle, "files", refuse)

    with pytest.raises(OSError, match="Input/output"):
        perform(todo[0])
    assert folders.state(where.home) == before


def test_the_installed_folder_can_be_read_by_others_as_far_as_the_umask_lets_them(where: Roots) -> None:
    skill = folders.install(where)

    assert skill.stat().st_mode & 0o777 == 0o755
    assert (skill / "SKILL.md").stat().st_mode & 0o700 == 0o600
