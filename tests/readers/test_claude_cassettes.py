"""The contract with the Messages API, on cassettes. Whoever has a key can record them anew (tests/README.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from building import NOTE, TODAY, bare_case, deadline, extraction_data, notes, reading
from escalation.errors import ReaderFailed
from escalation.evidence.verbatim import missing
from escalation.policy.loading import load
from escalation.readers.claude.access import Access
from escalation.readers.claude.reading import ClaudeReader
from escalation.readers.claude.settings import DEFAULT_MODEL, Model, Settings
from escalation.readers.reading import Reading
from loopback import Answer, failing, message, serving, text
from readers.taping import FOLDER, RECORDED, SYNTHETIC, taped

GOOD = json.dumps(extraction_data(), ensure_ascii=False)
Read = Callable[..., Reading]


@pytest.fixture
def record_mode(request: pytest.FixtureRequest) -> str:
    mode: str = request.config.getoption("--record-mode")
    return mode


@pytest.fixture
def read(record_mode: str, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read the default notes on a cassette; while a synthetic one is recorded a loopback server gives ``answers``."""

    def on_cassette(name: str, *answers: Answer, key: str | None = None, **settings: Any) -> Reading:
        failure: ReaderFailed | None = None
        with _connected(record_mode, answers, monkeypatch), taped(name, record_mode, monkeypatch):
            if record_mode != "real" or key:
                monkeypatch.setenv("ANTHROPIC_API_KEY", key or "any")
            asked = Settings(**{"model": Model(DEFAULT_MODEL, None), "max_wait": 0, **settings})
            reader = ClaudeReader(load("default"), asked, Access("ANTHROPIC_API_KEY"))
            try:
                return reader.read(notes(), TODAY, lambda _: None)
            except ReaderFailed as error:  # raised behind the tape, which keeps nothing of a test that fails
                failure = error
        raise failure

    return on_cassette


@contextmanager
def _connected(mode: str, answers: tuple[Answer, ...], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if mode != "synthetic":
        yield
        return
    with serving(*answers) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        yield


def holds(read: Reading) -> bool:
    return bool(read.extraction.cases) and not missing(read.extraction, notes())


def test_a_reading_by_schema_holds(read: Read) -> None:
    found = read("by-schema", message({"type": "thinking", "thinking": "", "signature": "none"}, text(GOOD)))
    assert holds(found)
    assert found.engine.model == DEFAULT_MODEL
    assert found.engine.usage is not None
    assert found.engine.usage.input_tokens + found.engine.usage.cache_creation_input_tokens > 0


def test_a_reading_by_prompt_alone_holds(read: Read) -> None:
    found = read("by-prompt", message(text(f"```json\n{GOOD}\n```")), structured="prompt")
    assert holds(found)


def test_an_answer_that_is_cut_off_is_asked_for_once_more_with_twice_the_tokens(read: Read) -> None:
    cut = message(text(GOOD[:40]), stop="max_tokens")
    with pytest.raises(ReaderFailed, match="cut off at 64 tokens"):
        read("cut-off", cut, cut, max_tokens=32)


def test_a_model_that_does_not_exist_is_named(read: Read) -> None:
    absent = failing(404, "not_found_error", "model: claude-none")
    with pytest.raises(ReaderFailed, match="has no model claude-none"):
        read("no-such-model", absent, model=Model("claude-none", "--model"))


def test_a_key_that_is_not_accepted_is_said_to_be_so(read: Read) -> None:
    refused = failing(401, "authentication_error", "invalid x-api-key")
    with pytest.raises(ReaderFailed, match="does not accept the key"):
        read("wrong-key", refused, key="wrong")


# --- What no real model would answer to order: synthetic for good -------------------------------------------------


def test_an_answer_that_does_not_hold_is_mended_on_a_second_try(read: Read, record_mode: str) -> None:
    if record_mode == "real":
        pytest.skip("needs an answer that a model cannot be told to give")
    low = reading("CI", 4)
    broken = extraction_data(bare_case(CI={**low, "high": 3}))
    found = read("mended", message(text(json.dumps(broken))), message(text(GOOD)))
    assert holds(found)
    assert found.engine.usage is not None
    assert found.engine.usage.output_tokens == 20


def test_a_quote_that_is_not_in_the_notes_is_copied_right_on_a_second_try(read: Read, record_mode: str) -> None:
    if record_mode == "real":
        pytest.skip("needs an answer that a model cannot be told to give")
    invented = extraction_data(bare_case(deadlines=[deadline(TODAY, quote="a day that nobody named")]))
    found = read("quoted-right", message(text(json.dumps(invented))), message(text(GOOD)))
    assert holds(found)


# --- The cassettes themselves -------------------------------------------------------------------------------------

NAMES = ["by-prompt", "by-schema", "cut-off", "mended", "no-such-model", "quoted-right", "wrong-key"]


def test_every_cassette_has_a_test_and_every_test_a_cassette() -> None:
    played = re.findall(r'\bread\(\s*"([a-z-]+)"', Path(__file__).read_text(encoding="utf-8"))
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(played) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_cassette_says_where_it_comes_from_and_holds_no_secret(name: str) -> None:
    content = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    tape = json.loads(content)
    assert tape["provenance"] in (SYNTHETIC, RECORDED)
    assert len(content) < 20_000
    assert not re.search(r"authorization|bearer|sk-ant|\borg[-_]|set-cookie|cf-ray|\breq_", content, re.IGNORECASE)
    for part in tape["interactions"]:
        assert list(part["request"]["headers"]) == list(part["response"]["headers"]) == ["content-type"]
        assert NOTE.splitlines()[1] in part["request"]["body"]["messages"][0]["content"]
        assert all(block["text"].startswith("sha256:") for block in part["request"]["body"]["system"])
