"""Every command and every exit code, through the real command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import building
from cli.calling import Command, Result
from cli.documents import TODAY, VECTOR, both, extraction, notes, stored
from escalation import prompting
from escalation.errors import FIVE_THINGS
from escalation.policy.loading import load, read
from escalation.rendering import json as as_json
from rendering.records import record

COMMANDS = [
    (), ("assess",), ("prompt",), ("decide",), ("render",), ("score",), ("schema",), ("policy",), ("policy", "show"),
    ("policy", "lint"), ("policy", "diff"),
]  # fmt: skip
OPTIONS = {
    "assess": [
        "--policy", "--format", "--today", "-o", "--engine", "--ask", "--account", "--arr", "--deadline", "--renewal",
        "--health", "--gut-feel", "--set", "--because",
    ],
    "prompt": ["--policy", "--today"],
    "decide": [
        "--notes", "--policy", "--format", "--today", "-o", "--account", "--arr", "--deadline", "--renewal", "--health",
        "--gut-feel", "--set", "--because",
    ],
    "render": ["--format", "-o"],
    "score": ["--policy", "--format"],
}  # fmt: skip


def refused(result: Result, code: int, *words: str) -> str:
    """What a refusal says: nothing on stdout, no traceback, the given words on stderr."""
    assert result.code == code, result.stderr
    assert result.out == b""
    assert "Traceback" not in result.stderr
    assert "fault of ours" not in result.stderr
    assert [word for word in words if word not in result.stderr] == [], result.stderr
    return result.stderr


def done(result: Result) -> str:
    assert result.code == 0, result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout


# --- Help ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "escalate")
def test_every_command_explains_itself(path: tuple[str, ...], command: Command) -> None:
    text = done(command(*path, "--help"))
    assert text.startswith(f"Usage: escalate{''.join(f' {part}' for part in path)}")


def test_the_help_has_a_short_option(command: Command) -> None:
    assert command("-h") == command("--help")
    assert command("score", "-h") == command("score", "--help")


def test_the_help_names_every_exit_code_and_every_command(command: Command) -> None:
    text = done(command("--help"))
    codes = [line.split()[0] for line in text.split("Exit codes:")[1].splitlines() if line.strip()]
    assert codes == ["0", "1", "2", "3", "4", "5", "6", "130"]
    assert all(f"\n  {path[0]}" in text for path in COMMANDS if path)


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_of_the_design_is_there(name: str, command: Command) -> None:
    text = done(command(name, "--help"))
    assert [option for option in OPTIONS[name] if option not in text] == []


def test_without_a_command_the_help_is_shown_and_that_is_wrong_usage(command: Command) -> None:
    result = command()
    assert result.code == 2
    assert "Usage: escalate" in result.stderr + result.stdout


# --- 0: done ------------------------------------------------------------------------------------------------------


def test_decide_gives_the_assessment_and_says_nothing_else(tmp_path: Path, command: Command) -> None:
    result = command("decide", *both(tmp_path))
    assert done(result).startswith("## Escalation Assessment: Nordwind GmbH\n\n### Situation\n")
    assert result.err == b""


def test_decide_gives_the_record_that_the_core_makes(tmp_path: Path, command: Command) -> None:
    data = json.loads(done(command("decide", *both(tmp_path), "--format", "json")))
    expected = json.loads(as_json.render(record()))
    assert data["engine"].pop("schema_sha256") == prompting.schema_sha256()
    expected["engine"].pop("schema_sha256")
    assert data == expected


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_render_gives_the_same_bytes_again(form: str, tmp_path: Path, command: Command) -> None:
    first = command("decide", *both(tmp_path), "--format", form)
    stored_record = command("decide", *both(tmp_path), "--format", "json").out
    assert command("render", "-", "--format", form, stdin=stored_record).out == first.out
    (tmp_path / "r.json").write_bytes(stored_record)
    assert command("render", "r.json", "--format", form).out == first.out


def test_decide_takes_the_extraction_from_stdin(tmp_path: Path, command: Command) -> None:
    content = (tmp_path / extraction(tmp_path)).read_bytes()
    from_stdin = command("decide", "-", "--notes", notes(tmp_path), *TODAY, stdin=content)
    assert done(from_stdin) == done(command("decide", *both(tmp_path)))


def test_decide_takes_the_notes_from_stdin(tmp_path: Path, command: Command) -> None:
    from_stdin = command("decide", extraction(tmp_path), "--notes", "-", *TODAY, stdin=building.NOTE.encode())
    assert done(from_stdin) == done(command("decide", *both(tmp_path)))


def test_files_are_found_from_another_folder(tmp_path: Path, command: Command) -> None:
    elsewhere = tmp_path / "a folder" / "with spaces"
    elsewhere.mkdir(parents=True)
    name, _, of_notes, *rest = both(tmp_path)
    result = command("decide", str(tmp_path / name), "--notes", f"../../{of_notes}", *rest, cwd=elsewhere)
    content = (tmp_path / name).read_bytes()
    of_stdin = command("decide", "-", "--notes", f"../../{of_notes}", *rest, stdin=content, cwd=elsewhere)
    assert done(result) == done(of_stdin) == done(command("decide", *both(tmp_path)))
    assert list(elsewhere.iterdir()) == []


def test_decide_without_notes_says_that_no_quote_was_checked(tmp_path: Path, command: Command) -> None:
    assert "not checked" in done(command("decide", extraction(tmp_path)))
    data = json.loads(done(command("decide", extraction(tmp_path), "--format", "json")))
    assert (data["evidence_checked"], data["notes_sha256"]) == (False, None)


def test_score_decides_on_each_vector(command: Command) -> None:
    result = command("score", VECTOR, "EDF:1.0/CI:1/AV:1/TS:1/CC:1", "--format", "json")
    found = [json.loads(line) for line in done(result).splitlines()]
    assert [(line["vector"], line["decision"]) for line in found] == [
        (VECTOR, "urgency"),
        ("EDF:1.0/CI:1/AV:1/TS:1/CC:1", "handle"),
    ]


def test_another_policy_gives_another_decision(command: Command) -> None:
    vector = "EDF:1.0/CI:1/AV:1/TS:1/CC:5"
    decisions = [
        json.loads(done(command("score", vector, "--format", "json", "--policy", name)))["decision"]
        for name in ("default", "plain")
    ]
    assert decisions == ["support", "handle"]


def test_prompt_gives_instructions_schema_day_and_notes(tmp_path: Path, command: Command) -> None:
    text = done(command("prompt", notes(tmp_path), *TODAY))
    assert text == prompting.for_agent(load("default"), building.TODAY, building.notes())
    assert done(command("prompt", "-", *TODAY, stdin=building.NOTE.encode())) == text
    assert done(command("prompt", *TODAY)) == prompting.for_agent(load("default"), building.TODAY, None)


def test_policy_show_gives_the_policy_as_it_was_written(tmp_path: Path, command: Command) -> None:
    assert command("policy", "show").out == read("default")
    assert command("policy", "show", "plain").out == read("plain")
    own = 'extends = "default"\nid = "größe"\n'.replace("größe", "ours")
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert done(command("policy", "show", "own.toml")) == own


def test_policy_show_gives_the_tables_to_apply_by_hand(command: Command) -> None:
    assert "## Decision" in done(command("policy", "show", "--format", "markdown"))


def test_policy_lint_says_that_a_policy_holds(command: Command) -> None:
    lines = done(command("policy", "lint", "default", "plain")).splitlines()
    assert [line.split(" holds: ")[0] for line in lines] == ["default 1.0.0", "plain 1.0.0"]


@pytest.mark.parametrize(
    ("names", "word"),
    [(("default", "plain"), "signal security: urgency -> "), (("plain", "plain"), "0 of 320,000 decisions change")],
)
def test_policy_diff_is_done_also_where_it_finds_differences(
    names: tuple[str, str], word: str, command: Command
) -> None:
    assert word in done(command("policy", "diff", *names))


def test_schema_gives_both_schemas(tmp_path: Path, command: Command) -> None:
    assert done(command("schema", "extraction")) == prompting.schema_text()
    of_record = json.loads(done(command("schema", "assessment")))
    Draft202012Validator(of_record).validate(json.loads(done(command("decide", *both(tmp_path), "--format", "json"))))


def test_two_accounts_are_two_cases_gravest_first(tmp_path: Path, command: Command) -> None:
    mild, grave = building.case(account="Mild", CI=1), building.case(account="Grave", CI=5)
    text = done(command("decide", extraction(tmp_path, mild, grave)))
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Escalation Assessment: Grave",
        "## Escalation Assessment: Mild",
    ]


# --- 1: we failed: see test_files and test_running ----------------------------------------------------------------

# --- 2: wrong usage -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("decied",), ["decied"]),
        (("decide",), ["EXTRACTION"]),
        (("decide", "extraction.json", "--colour"), ["--colour"]),
        (("decide", "extraction.json", "--format", "pdf"), ["'pdf'", "markdown", "json"]),
        (("decide", "extraction.json", "--today", "gestern"), ["'gestern'", "2026-11-22"]),
        (("decide", "extraction.json", "--today", "2026-02-30"), ["'2026-02-30'"]),
        (("decide", "extraction.json", "--deadline", "soon"), ["--deadline", "'soon'"]),
        (("decide", "extraction.json", "--renewal", "1.3.2027"), ["--renewal", "'1.3.2027'"]),
        (("decide", "extraction.json", "--gut-feel", "bad"), ["'bad'", "solve", "help", "unsure"]),
        (("decide", "extraction.json", "--arr", "a lot"), ["'a lot'", "EUR 38k"]),
        (("decide", "extraction.json", "--arr", "38k"), ["names no currency"]),
        (("decide", "extraction.json", "--arr", ""), ["no amount of money"]),
        (("decide", "extraction.json", "--set", "CC=4"), ["each --set needs its own --because"]),
        (("decide", "extraction.json", "--because", "why"), ["each --set needs its own --because"]),
        (("decide", "extraction.json", "--set", "CC=9", "--because", "why"), ["'CC=9'", "CI, AV, TS, CC"]),
        (("decide", "extraction.json", "--set", "CC=4", "--because", " "), ["the reason after --because is empty"]),
        (("decide", "extraction.json", "--policy", "none.toml"), ["none.toml", "default and plain"]),
        (("decide", "-", "--notes", "-"), ["cannot both come from stdin"]),
        (("decide", "nowhere.json"), ["nowhere.json", "No such file"]),
        (("decide", "extraction.json", "--notes", "nowhere.md"), ["nowhere.md", "No such file"]),
        (("render", "nowhere.json"), ["nowhere.json", "No such file"]),
        (("assess", "nowhere.md"), ["nowhere.md", "No such file"]),
        (("assess", "notes.md", "--engine", "parrot"), ["'parrot'", "offline"]),
        (("assess", "notes.md", "--ask"), ["--ask needs a terminal"]),
        (("prompt", "nowhere.md"), ["nowhere.md", "No such file"]),
        (("score",), ["VECTOR"]),
        (("score", "CI:5"), ["'CI:5' is not a vector", VECTOR]),
        (("score", VECTOR, "--format", "markdown"), ["'markdown'", "text", "json"]),
        (("schema", "policy"), ["'policy'", "extraction", "assessment"]),
        (("policy", "show", "nowhere.toml"), ["nowhere.toml"]),
        (("policy", "lint"), ["NAME|FILE"]),
        (("policy", "diff", "default"), ["NAME|FILE"]),
    ],
    ids=lambda value: " ".join(value)[:50] if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_refused_with_what_would_be_right(
    arguments: tuple[str, ...], words: list[str], tmp_path: Path, command: Command
) -> None:
    extraction(tmp_path)
    notes(tmp_path)
    result = command(*arguments)
    if arguments[:2] == ("score", VECTOR):
        assert result.out == b""
    refused(result, 2, *words)


@pytest.mark.parametrize("options", [("--arr", "EUR 5k"), ("--gut-feel", "help"), ("--set", "CC=4", "--because", "so")])
def test_facts_and_overrides_for_several_cases_are_refused_naming_the_cases(
    options: tuple[str, ...], tmp_path: Path, command: Command
) -> None:
    name = extraction(tmp_path, building.case(account="Eins"), building.case(account="Zwei"))
    refused(command("decide", name, *options), 2, "Eins", "Zwei", "2")


def test_a_bad_vector_does_not_keep_the_others_from_their_decision(command: Command) -> None:
    result = command("score", "bad", VECTOR, "EDF:1.0/CI:9/AV:1/TS:1/CC:1", "--format", "json")
    assert result.code == 2
    assert [json.loads(line)["vector"] for line in result.stdout.splitlines()] == [VECTOR]
    assert len(result.stderr.splitlines()) == 2


# --- 3: nothing to assess -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t\n",
        b"https://example.com/ticket/1",
        "😀 😀".encode(),
        b"a\x00b",
        b"caf\xe9 is closed",
        "notes".encode("utf-16"),
        b"x " * 200_001,
    ],
    ids=["empty", "blank", "link", "emoji", "nul", "latin-1", "utf-16", "too long"],
)
def test_notes_that_hold_nothing_to_assess_are_refused_with_the_five_things(
    content: bytes, tmp_path: Path, command: Command
) -> None:
    refused(command("assess", notes(tmp_path, content)), 3, *FIVE_THINGS)
    refused(command("decide", extraction(tmp_path), "--notes", "-", stdin=content), 3, *FIVE_THINGS)


def test_no_prompt_is_made_of_notes_that_hold_nothing(tmp_path: Path, command: Command) -> None:
    refused(command("prompt", notes(tmp_path, b"\r\n")), 3, *FIVE_THINGS)
    refused(command("prompt", "-"), 3, *FIVE_THINGS)


def test_an_extraction_without_a_case_leaves_nothing_to_assess(tmp_path: Path, command: Command) -> None:
    refused(command("decide", extraction(tmp_path, cases=[])), 3, *FIVE_THINGS)


# --- 4: the model -------------------------------------------------------------------------------------------------


def test_a_model_that_cannot_be_used_is_said_to_be_so(tmp_path: Path, command: Command) -> None:
    refused(command("assess", notes(tmp_path), "--engine", "claude"), 4, "No access to a model was found")


# --- 5: documents that do not hold --------------------------------------------------------------------------------


def test_every_problem_of_an_extraction_is_listed(tmp_path: Path, command: Command) -> None:
    case = building.case(issue_type="weather", CI=building.reading(low=7))
    del case["situation"]
    name = extraction(tmp_path, case, verdict=5)
    text = refused(command("decide", name), 5, f"the extraction {name} does not hold (5 problems)")
    paths = sorted(line.strip().split(":")[0] for line in text.splitlines()[1:])
    assert paths == [
        "cases.0.dimensions.customer_impact.high",
        "cases.0.dimensions.customer_impact.low",
        "cases.0.issue_type",
        "cases.0.situation",
        "verdict",
    ]


def test_every_problem_of_a_record_is_listed(tmp_path: Path, command: Command) -> None:
    data: Any = json.loads((tmp_path / stored(tmp_path)).read_text(encoding="utf-8"))
    data |= {"today": "x", "mood": 1}
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    refused(command("render", "r.json"), 5, "the record r.json does not hold (2 problems)", "today: ", "mood: ")


@pytest.mark.parametrize("name", ["decide", "render"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"{",
        b"[]",
        b"null",
        b"caf\xe9",
        b"\x00\x01\x02",
        b'{"schema": "\xff"}',
        b'{"a": 1, "a": 2}',
        b"[" * 100_000,
    ],
    ids=["empty", "text", "cut", "list", "null", "latin-1", "binary", "invalid inside", "twice", "deep"],
)
def test_what_is_no_document_is_refused(name: str, content: bytes, tmp_path: Path, command: Command) -> None:
    (tmp_path / "x.json").write_bytes(content)
    result = command(name, "x.json") if name == "decide" else command(name, "-", stdin=content)
    refused(result, 5, "x.json" if name == "decide" else "the record")


@pytest.mark.parametrize(
    "missing", ["cases.0.scores.customer_impact", "policy.labels.support", "cases.0.checks", "today"]
)
def test_a_record_that_lacks_what_rendering_needs_is_refused(missing: str, tmp_path: Path, command: Command) -> None:
    data: Any = json.loads((tmp_path / stored(tmp_path)).read_text(encoding="utf-8"))
    part = data
    *steps, last = missing.split(".")
    for key in steps:
        part = part[int(key) if key.isdigit() else key]
    del part[last]
    refused(command("render", "-", stdin=json.dumps(data).encode()), 5, last)


def test_an_extraction_is_no_record_and_a_record_no_extraction(tmp_path: Path, command: Command) -> None:
    refused(command("render", extraction(tmp_path)), 5, "schema: ")
    refused(command("decide", stored(tmp_path)), 5, "schema: ")


def test_a_credential_in_a_document_that_does_not_hold_is_not_shown(tmp_path: Path, command: Command) -> None:
    name = extraction(tmp_path, building.case(situation=["password: Winter#2024"]))
    assert "Winter#2024" not in refused(command("decide", name), 5, "situation")


# --- 6: policies --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [
        ("score", VECTOR, "--policy"),
        ("policy", "lint"),
        ("policy", "show"),
        ("policy", "diff", "default"),
        ("prompt", "--policy"),
    ],
)
def test_a_policy_that_does_not_hold_is_refused_with_every_problem(
    before: tuple[str, ...], tmp_path: Path, command: Command
) -> None:
    text = 'extends = "default"\nmood = "bad"\nversion = "one"\n[account_value]\nabove_eur = 1\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    refused(command(*before, "own.toml"), 6, "own.toml", "mood: ", "version: ", "account_value.above_eur: ")


def test_a_file_that_is_no_policy_is_refused(tmp_path: Path, command: Command) -> None:
    refused(command("score", VECTOR, "--policy", notes(tmp_path)), 6, "notes.md", "not TOML")
    refused(command("score", VECTOR, "--policy", notes(tmp_path, b"\xff\xfe")), 6, "not UTF-8")


# --- assess: what any reading of these notes gives ----------------------------------------------------------------

PLAIN_NOTES = (
    "Nordwind GmbH cannot send any invoices since Monday 16 November 2026, there is no workaround and their revenue is "
    "at risk. ARR is EUR 60k. We opened a support ticket and restarted the export twice. It must be solved by 24 "
    "November 2026. A security incident is suspected: somebody unknown logged in with their account.\n"
)


def test_assess_reads_the_notes_offline_and_says_who_read_them(tmp_path: Path, command: Command) -> None:
    result = command("assess", notes(tmp_path, PLAIN_NOTES), *TODAY)
    assert done(result).startswith("## Escalation Assessment: ")
    assert "offline" in result.stderr
    assert done(command("assess", *TODAY, stdin=PLAIN_NOTES.encode())) == result.stdout
    assert done(command("assess", "-", *TODAY, "--engine", "offline", stdin=PLAIN_NOTES.encode())) == result.stdout


def test_assess_quotes_the_notes_at_their_offsets(tmp_path: Path, command: Command) -> None:
    content = b"\xef\xbb\xbf" + f"😀 Hi,\r\n{PLAIN_NOTES}".replace(". ", ".\r\n").encode()
    data = json.loads(done(command("assess", notes(tmp_path, content), *TODAY, "--format", "json")))
    text = content.decode("utf-8-sig")
    quotes = [item for case in data["cases"] for score in case["scores"].values() for item in score["evidence"]]
    assert len(quotes) >= 2
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in quotes)
    assert data["engine"]["name"] == "offline"
    assert data["evidence_checked"] is True


def test_facts_of_the_csm_beat_the_notes_and_stand_in_the_record(tmp_path: Path, command: Command) -> None:
    options = [
        "--account",
        "Südwind",
        "--arr",
        "EUR 5k",
        "--deadline",
        "2026-11-23",
        "--renewal",
        "2027-03-31",
        "--health",
        "red",
        "--gut-feel",
        "solve",
    ]
    result = command(
        "assess",
        notes(tmp_path, PLAIN_NOTES),
        *TODAY,
        *options,
        "--set",
        "CC=1",
        "--because",
        "done before",
        "--format",
        "json",
    )
    (case,) = json.loads(done(result))["cases"]
    assert case["account"] == "Südwind"
    assert case["context"]["arr_eur"] == 5000
    assert (case["context"]["health"], case["context"]["renewal"], case["context"]["gut_feel"]) == (
        "red",
        "2027-03-31",
        "solve",
    )
    assert case["scores"]["time_sensitivity"]["low"] == 5
    assert (case["scores"]["csm_capability"]["low"], case["scores"]["csm_capability"]["set_by"]) == (1, "user")
    assert [(item["field"], item["to"], item["because"]) for item in case["overrides"]] == [
        ("csm_capability", "1", "done before")
    ]


def test_an_override_does_not_take_the_decision_below_the_floor_of_a_signal(tmp_path: Path, command: Command) -> None:
    name = extraction(tmp_path, building.case(signals=["security"]))
    overrides = [part for code in ("CI", "AV", "TS", "CC") for part in ("--set", f"{code}=1", "--because", "calm")]
    (case,) = json.loads(done(command("decide", name, *overrides, "--format", "json")))["cases"]
    assert (case["total"]["high"], case["score_decision"], case["decision"]) == (4, "handle", "urgency")
