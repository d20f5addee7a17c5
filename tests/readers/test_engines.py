"""Who reads the notes, and what is said of it before they are read."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any, Final, get_args

import pytest

import building
from escalation import prompting
from escalation.decision.record import Engine, Usage
from escalation.errors import ReaderFailed
from escalation.policy.loading import load
from escalation.policy.model import Policy
from escalation.readers import engines
from escalation.readers.claude import request
from escalation.readers.claude.access import BASE_URL, DUMMY_KEY, Access
from escalation.readers.claude.answer import Response
from escalation.readers.claude.reading import ClaudeReader
from escalation.readers.claude.settings import DEFAULT_MODEL, Model, Settings, Structured
from escalation.readers.engines import EngineName
from escalation.readers.offline.reader import OfflineReader

POLICY: Final = load("default")
SETTINGS: Final = Settings(Model(DEFAULT_MODEL, None))
KEY: Final = {"ANTHROPIC_API_KEY": "key-swordfish"}
NAMES: Final[tuple[EngineName, ...]] = get_args(EngineName)


class Fake:
    """Stands for the Claude reader, which would begin to load the SDK beside the test."""

    def __init__(self, policy: Policy, settings: Settings, access: Access) -> None:
        self.given = (policy, settings, access)


@pytest.fixture(autouse=True)
def _nothing_of_the_developers_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No profile in the home folder, and no thread that loads the SDK."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("escalation.readers.claude.reading.ClaudeReader", Fake)


def installed(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:  # noqa: FBT001
    """As if the package were installed here, or were not."""
    spec = ModuleSpec("anthropic", None) if there else None
    monkeypatch.setattr(engines, "find_spec", lambda name: spec if name == "anthropic" else None)


def chosen(
    engine: EngineName, environment: Mapping[str, str], settings: Settings = SETTINGS
) -> tuple[OfflineReader | Fake, list[str]]:
    """The reader, and what was said."""
    said: list[str] = []
    reader: Any = engines.choose(engine, POLICY, settings, environment, said.append)
    return reader, said


# --- Every combination --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("environment", [{}, KEY, {BASE_URL: "http://127.0.0.1:8080"}, {BASE_URL: " "}], ids=str)
@pytest.mark.parametrize(("engine", "there"), list(itertools.product(NAMES, [True, False])))
def test_who_reads_follows_from_the_engine_the_access_and_the_package(
    engine: EngineName,
    there: bool,  # noqa: FBT001
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed(monkeypatch, there)
    access = bool(environment.get("ANTHROPIC_API_KEY") or environment.get(BASE_URL, "").strip())
    if engine == "claude" and not (access and there):
        with pytest.raises(ReaderFailed) as caught:
            chosen(engine, environment)
        assert str(caught.value) == (engines.NO_ACCESS if there else engines.NOT_INSTALLED)
        return
    reader, said = chosen(engine, environment)
    if engine == "offline" or not (access and there):
        assert isinstance(reader, OfflineReader)
    else:
        assert isinstance(reader, Fake)
    assert len(said) == (0 if engine == "offline" else 1)


def test_the_offline_reader_that_was_asked_for_needs_no_words() -> None:
    assert chosen("offline", KEY)[1] == []


@pytest.mark.parametrize("there", [True, False])
def test_without_access_it_is_said_that_the_offline_reader_reads_and_why(
    there: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed(monkeypatch, there)
    (said,) = chosen("auto", {})[1]
    assert said == (
        "Read by the offline reader, as no key and no base URL was found: English alone; what it cannot tell stays open."
    )


def test_without_the_package_it_is_said_that_the_offline_reader_reads_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, there=False)
    (said,) = chosen("auto", KEY)[1]
    assert said.startswith("Read by the offline reader, as the package anthropic is not installed here: English alone")


@pytest.mark.parametrize("message", [engines.NO_ACCESS, engines.NOT_INSTALLED])
def test_a_refusal_names_what_to_do_and_the_way_without_a_model(message: str) -> None:
    assert "`--engine offline` reads the notes without a model." in message
    assert "ANTHROPIC_API_KEY" in message or 'pip install "anthropic' in message


def test_the_package_here_is_the_one_that_is_looked_for() -> None:
    assert isinstance(chosen("claude", KEY)[0], Fake)


# --- Claude -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["auto", "claude"])
def test_the_reader_gets_the_policy_the_settings_and_the_access(engine: EngineName) -> None:
    settings = Settings(Model("some-model", "--model"), effort="low", structured="tool", timeout=3, max_wait=1)
    reader, _ = chosen(engine, KEY, settings)
    assert isinstance(reader, Fake)
    assert reader.given == (POLICY, settings, Access("ANTHROPIC_API_KEY"))
    reader, _ = chosen(engine, {BASE_URL: "http://127.0.0.1:8080"}, settings)
    assert isinstance(reader, Fake)
    assert reader.given == (POLICY, settings, Access(BASE_URL, DUMMY_KEY))


@pytest.mark.parametrize("engine", ["auto", "claude"])
@pytest.mark.parametrize(
    ("environment", "model", "said"),
    [
        (KEY, Model("m", None), "The notes will be sent to Anthropic and read by m (access: ANTHROPIC_API_KEY)."),
        (KEY, Model("m", "--model"), "The notes will be sent to Anthropic and read by m, from --model (access: ANTHROPIC_API_KEY)."),
        (
            {BASE_URL: "http://127.0.0.1:8080"},
            Model("m", "ESCALATE_MODEL"),
            "The notes will be sent to 127.0.0.1:8080 and read by m, from ESCALATE_MODEL (access: ANTHROPIC_BASE_URL).",
        ),
        (
            {**KEY, BASE_URL: "https://llm.example.com/v1"},
            Model("m", None),
            "The notes will be sent to llm.example.com and read by m (access: ANTHROPIC_API_KEY).",
        ),
    ],
)  # fmt: skip
def test_it_is_said_where_the_notes_go_who_reads_them_and_by_which_access(
    engine: EngineName, environment: dict[str, str], model: Model, said: str
) -> None:
    assert chosen(engine, environment, Settings(model))[1] == [said]


@pytest.mark.parametrize(
    "environment",
    [
        KEY,
        {"ANTHROPIC_AUTH_TOKEN": "swordfish"},
        {"ANTHROPIC_CUSTOM_HEADERS": "Authorization: Bearer swordfish"},
        {"ANTHROPIC_API_KEY": "swordfish", BASE_URL: "https://csm:swordfish@llm.example.com"},
        {BASE_URL: "https://csm:swordfish@llm.example.com:8443/swordfish?key=swordfish"},
        {
            "ANTHROPIC_FEDERATION_RULE_ID": "swordfish",
            "ANTHROPIC_ORGANIZATION_ID": "swordfish",
            "ANTHROPIC_IDENTITY_TOKEN": "swordfish",
        },
    ],
    ids="+".join,
)
def test_no_key_and_no_password_is_said(environment: dict[str, str]) -> None:
    reader, said = chosen("claude", {**environment, "ANTHROPIC_LOG": "debug"})
    assert isinstance(reader, Fake)
    assert len(said) == 2
    assert "swordfish" not in " ".join(said)


@pytest.mark.parametrize("url", ["http://[::1", "http://]", "http://a[b]c"])
def test_a_base_url_that_is_none_is_not_a_fault_of_choosing(url: str) -> None:
    assert isinstance(chosen("claude", {BASE_URL: url})[0], Fake)


@pytest.mark.parametrize(
    ("level", "warned"), [(None, False), ("", False), ("info", False), ("DEBUG", False), ("debug", True)]
)
def test_a_log_that_would_hold_the_notes_is_warned_of_before_they_are_read(
    level: str | None,
    warned: bool,  # noqa: FBT001
) -> None:
    environment = KEY if level is None else {**KEY, "ANTHROPIC_LOG": level}
    said = chosen("auto", environment)[1]
    assert (engines.DEBUG_LOG in said) is warned
    assert chosen("offline", environment)[1] == []


def test_the_warning_tells_what_the_log_would_hold() -> None:
    assert "ANTHROPIC_LOG=debug" in engines.DEBUG_LOG
    assert "notes" in engines.DEBUG_LOG


def test_the_module_of_the_claude_reader_is_not_needed_for_the_offline_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "escalation.readers.claude.reading", None)
    assert isinstance(chosen("offline", KEY)[0], OfflineReader)
    assert isinstance(chosen("auto", {})[0], OfflineReader)


# --- The readers themselves ---------------------------------------------------------------------------------------


def test_the_offline_reader_names_itself_and_the_schema() -> None:
    said: list[str] = []
    reading = OfflineReader().read(building.notes("The export is down since Friday."), building.TODAY, said.append)
    assert reading.engine == Engine(name="offline", schema_sha256=prompting.schema_sha256())
    assert said == []


def test_an_extraction_made_elsewhere_names_only_the_schema() -> None:
    assert engines.given() == Engine(name="given", schema_sha256=prompting.schema_sha256())


class _Transport:
    """Answers twice, and loads nothing."""

    host = "llm.example.com:8443"
    closed = 0

    def __init__(self, settings: Settings, access: Access) -> None:
        self.sent: list[dict[str, Any]] = []

    def without_secrets(self, text: str) -> str:
        return text

    def send(self, sent: dict[str, Any], show: Any) -> Response:
        self.sent.append(sent)
        number = len(self.sent)
        data = building.extraction_data(addressed_to_reader=["stands nowhere"] if number == 1 else [])
        block = {"type": "text", "text": json.dumps(data)}
        usage = {"input_tokens": 10, "output_tokens": 1}
        message = {"type": "message", "model": f"model-{number}", "content": [block], "usage": usage}
        return Response(json.dumps(message), self.host, f"req_{number}")

    def close(self) -> None:
        type(self).closed += 1


@pytest.mark.parametrize("structured", get_args(Structured))
def test_the_claude_reader_names_all_that_it_read_with(structured: Structured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("escalation.readers.claude.reading.Transport", _Transport)
    monkeypatch.setattr(_Transport, "closed", 0)
    said: list[str] = []
    settings = Settings(Model("some-model", None), structured=structured)
    reader = ClaudeReader(POLICY, settings, Access("ANTHROPIC_API_KEY"))
    reading = reader.read(building.notes(), building.TODAY, said.append)
    assert reading.extraction == building.extraction()
    assert reading.engine == Engine(
        name="claude",
        model="model-2",
        endpoint="llm.example.com:8443",
        prompt_sha256=prompting.sha256(request.system(POLICY, structured)),
        schema_sha256=prompting.schema_sha256(),
        request_id="req_2",
        request_ids=("req_1", "req_2"),
        usage=Usage(input_tokens=20, output_tokens=2),
    )
    assert _Transport.closed == 1
    assert said == ["Waiting for some-model", "Asking once more, because some quotes were not in the notes"]
