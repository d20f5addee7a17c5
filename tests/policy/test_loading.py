from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from escalation.errors import InvalidPolicy, WrongUsage
from escalation.policy import loading
from escalation.policy.loading import load, read

DEFAULT = read("default")


def written(folder: Path, text: str | bytes) -> str:
    """The name of a policy file with this text."""
    path = folder / "ours.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


@pytest.mark.parametrize("name", ["default", "plain"])
def test_both_shipped_policies_load_by_name(name: str) -> None:
    rules = load(name)
    assert rules.id == name
    assert rules.version.count(".") == 2


def test_plain_is_default_without_floors_and_nothing_else() -> None:
    default, plain = load("default").model_dump(), load("plain").model_dump()
    assert {key for key in default if default[key] != plain[key]} == {"id", "title", "floors", "sha256"}
    assert load("default").floors
    assert load("plain").floors == ()


def test_the_hash_is_that_of_the_bytes_it_was_loaded_from() -> None:
    assert load("default").sha256 == hashlib.sha256(DEFAULT).hexdigest()


def test_the_hash_of_an_extension_covers_its_base_first() -> None:
    assert load("plain").sha256 == hashlib.sha256(DEFAULT + read("plain")).hexdigest()


def test_a_policy_is_read_as_it_was_written(tmp_path: Path) -> None:
    content = DEFAULT.replace(b"\n", b"\r\n") + b"# ours\r\n"
    assert read(written(tmp_path, content)) == content


def test_a_company_policy_extends_the_default_and_overrides_one_name(tmp_path: Path) -> None:
    ours = load(
        written(tmp_path, 'extends = "default"\nid = "ours"\n[parties.cs_leadership]\nname = "Dana Weiss (#cs)"\n')
    )
    default = load("default")
    assert ours.id == "ours"
    assert ours.parties["cs_leadership"].name == "Dana Weiss (#cs)"
    assert ours.parties["cs_leadership"].customer_name == default.parties["cs_leadership"].customer_name
    changed = {"id", "parties", "sha256"}
    assert ours.model_dump(exclude=changed) == default.model_dump(exclude=changed)
    for name, party in default.parties.items():
        assert name == "cs_leadership" or ours.parties[name] == party


def test_a_list_of_an_extension_replaces_the_whole_list(tmp_path: Path) -> None:
    own = 'extends = "default"\n[[floors]]\nid = "late"\nwhen = "TS >= 5"\nat_least = "urgency"\nreason = "late"\n'
    assert [floor.id for floor in load(written(tmp_path, own)).floors] == ["late"]


def test_plain_can_be_extended_too(tmp_path: Path) -> None:
    ours = load(written(tmp_path, 'extends = "plain"\n[clocks.decision]\nhandle = 7\n'))
    assert ours.floors == ()
    assert ours.id == "plain"
    assert ours.clocks.decision == {"handle": 7, "support": 5, "urgency": 1, "immediate": 0}


def test_a_whole_policy_can_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    ours = load(written(tmp_path, DEFAULT))
    assert ours == load("default")


@pytest.mark.parametrize("base", ['"premium"', '"ours.toml"', '"default.toml"', '""', "5", "true", '["default"]'])
def test_only_a_shipped_policy_can_be_extended(tmp_path: Path, base: str) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        load(written(tmp_path, f"extends = {base}\n"))
    (problem,) = refused.value.problems
    assert problem.startswith("extends: ")
    assert "default, plain" in problem


def test_a_problem_of_an_extension_has_the_key_path_of_the_merged_policy(tmp_path: Path) -> None:
    name = written(tmp_path, 'extends = "default"\n[rates.per_eur]\nUSD = 0\n[bands]\nlow = 4\n')
    with pytest.raises(InvalidPolicy) as refused:
        load(name)
    assert {problem.split(":")[0] for problem in refused.value.problems} == {"rates.per_eur.USD", "bands"}
    assert name in str(refused.value)


def test_what_is_not_utf_8_is_no_policy(tmp_path: Path) -> None:
    with pytest.raises(InvalidPolicy, match="not UTF-8") as refused:
        load(written(tmp_path, 'id = "größe"'.encode("latin-1")))
    assert "byte 8" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "id = default",
        'id = "a"\nid = "b"\n',
        "{}",
        "[" * 5000,
        "x = " + "[" * 5000,
        "date = 2024-13-41",
        "big = " + "9" * 5000,
        "id = 'a'\x00",
    ],
    ids=["bare word", "key twice", "JSON", "brackets", "deep nesting", "no date", "number without end", "binary"],
)
def test_what_is_not_toml_is_no_policy(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        load(written(tmp_path, text))
    (problem,) = refused.value.problems
    assert problem.startswith("(file): is not TOML")


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert load(written(tmp_path, b"\xef\xbb\xbf" + DEFAULT)).id == "default"


def test_line_ends_of_windows_change_nothing_but_the_hash(tmp_path: Path) -> None:
    ours = load(written(tmp_path, DEFAULT.replace(b"\n", b"\r\n")))
    assert ours.model_dump(exclude={"sha256"}) == load("default").model_dump(exclude={"sha256"})
    assert ours.sha256 != load("default").sha256


def test_an_empty_file_is_no_policy(tmp_path: Path) -> None:
    with pytest.raises(InvalidPolicy, match="id: is missing"):
        load(written(tmp_path, ""))


def test_the_hash_is_not_for_the_author_to_write(tmp_path: Path) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        load(written(tmp_path, 'extends = "default"\nsha256 = "00"\n'))
    assert [problem.split(":")[0] for problem in refused.value.problems] == ["sha256"]


@pytest.mark.parametrize("name", ["nowhere.toml", "premium", "."])
def test_a_policy_that_cannot_be_opened_is_wrong_usage_and_names_the_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUsage, match="default and plain") as refused:
        load(name)
    assert f"policy {name}" in str(refused.value)


def test_a_file_without_end_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(InvalidPolicy, match="larger than 1,000,000 bytes"):
        load(written(tmp_path, "#" * 1_000_001))


def test_a_shipped_name_never_means_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "default").write_text("id = 'ours'")
    monkeypatch.chdir(tmp_path)
    loading.load.cache_clear()
    assert load("default").sha256 == hashlib.sha256(DEFAULT).hexdigest()
