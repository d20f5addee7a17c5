"""Which access to a model is found, compared with what the SDK itself would use."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Final
from unittest import mock

import anthropic
import httpx2
import pytest
from hypothesis import example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from escalation.readers.claude.access import BASE_URL, DUMMY_KEY, Access, find, host

PROFILE: Final = '{"authentication": {"type": "user_oauth"}}'
FEDERATION: Final = {
    "ANTHROPIC_FEDERATION_RULE_ID": "rule",
    "ANTHROPIC_ORGANIZATION_ID": "organization",
    "ANTHROPIC_IDENTITY_TOKEN": "token",
}
ACTIVE: Final = (None, "", " \n", "work", "work\n", "missing", "../work")
DEFAULTS: Final = (None, PROFILE)
HEADERS: Final = (
    None, "", "x-team: 1", "Authorization", "x-team: authorization: t", "Authorization: Bearer t",
    "x-api-key: k", "X-API-KEY:k", "x-team: 1\nauthorization : t\r\n", "Proxy-Authorization: t",
)  # fmt: skip


@contextmanager
def machine(variables: Mapping[str, str | None], files: Mapping[str, str | bytes | None]) -> Iterator[Path]:
    """A home folder with these files, and these variables and no others of the developer's own."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for path, content in files.items():
            if content is not None:
                (home / path).parent.mkdir(parents=True, exist_ok=True)
                (home / path).write_bytes(content if isinstance(content, bytes) else content.encode())
                (home / path).chmod(0o600)  # the SDK refuses what others may write
        given = {key: value.replace("~", name) for key, value in variables.items() if value is not None}
        with mock.patch.dict(os.environ, {"HOME": name, **given}, clear=True):
            yield home


def sdk_finds() -> bool:
    """Whether the SDK would send a request with a credential, or tells of a chosen profile that does not hold."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={}, request=request)

    try:
        client = anthropic.Anthropic(
            max_retries=0, http_client=httpx2.Client(transport=httpx2.MockTransport(answer)), open_telemetry=False
        )
    except (anthropic.AnthropicError, UnicodeDecodeError):
        return True
    with client:
        if client.credentials is not None:
            return True
        try:
            client.messages.create(model="m", max_tokens=1, messages=[{"role": "user", "content": "a"}])
        except TypeError:  # "Could not resolve authentication method"
            return False
    return True


def ours() -> Access | None:
    return find(os.environ)


def config(active: str | bytes | None, default: str | None) -> dict[str, str | bytes | None]:
    """The files of the SDK's usual folder; a profile named work is always there."""
    folder = ".config/anthropic"
    return {
        f"{folder}/active_config": active,
        f"{folder}/configs/default.json": default,
        f"{folder}/configs/work.json": PROFILE,
    }


# --- Compared with the SDK ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("active", ACTIVE)
def test_what_is_on_disk_is_found_exactly_when_the_sdk_finds_it(active: str | None) -> None:
    for default, folder, headers in itertools.product(DEFAULTS, (None, "", "~/own", "~/.config/anthropic"), HEADERS):
        variables = {"ANTHROPIC_CONFIG_DIR": folder, "ANTHROPIC_CUSTOM_HEADERS": headers}
        with machine(variables, config(active, default)):
            assert (ours() is not None) is sdk_finds(), (default, folder, headers)


def or_empty(value: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "", value])


@examples(max_examples=300)
@given(
    variables=st.fixed_dictionaries(
        {
            "ANTHROPIC_API_KEY": or_empty("key"),
            "ANTHROPIC_AUTH_TOKEN": or_empty("token"),
            "ANTHROPIC_PROFILE": st.sampled_from([None, None, "", "work", "missing", "../work"]),
            "ANTHROPIC_CONFIG_DIR": st.sampled_from([None, None, "", "~/own", "~/.config/anthropic"]),
            "ANTHROPIC_FEDERATION_RULE_ID": or_empty("rule"),
            "ANTHROPIC_ORGANIZATION_ID": or_empty("organization"),
            "ANTHROPIC_IDENTITY_TOKEN": or_empty("token"),
            "ANTHROPIC_IDENTITY_TOKEN_FILE": or_empty("~/token"),
            "ANTHROPIC_CUSTOM_HEADERS": st.sampled_from(HEADERS),
        }
    ),
    active=st.sampled_from(ACTIVE),
    default=st.sampled_from(DEFAULTS),
)
def test_access_is_found_exactly_when_the_sdk_finds_some(
    variables: dict[str, str | None], active: str | None, default: str | None
) -> None:
    with machine(variables, config(active, default)):
        assert (ours() is not None) is sdk_finds()


@pytest.mark.parametrize("present", list(itertools.product([None, "", "set"], repeat=4)), ids=str)
def test_a_federation_is_found_exactly_when_the_sdk_finds_it(present: tuple[str | None, ...]) -> None:
    names = (*FEDERATION, "ANTHROPIC_IDENTITY_TOKEN_FILE")
    with machine(dict(zip(names, present, strict=True)), {}):
        assert (ours() is not None) is sdk_finds()


BAD_PROFILES: Final = ("", "no JSON", "[]", "{}", '{"authentication": "none"}', b"\xff")


@pytest.mark.parametrize("content", BAD_PROFILES)
def test_a_default_profile_that_does_not_hold_is_passed_over_as_the_sdk_does(content: str | bytes) -> None:
    with machine({}, {".config/anthropic/configs/default.json": content}):
        assert ours() is None
        assert not sdk_finds()


@pytest.mark.parametrize("content", BAD_PROFILES)
def test_beside_a_default_profile_that_does_not_hold_a_custom_header_gives_access(content: str | bytes) -> None:
    with machine({"ANTHROPIC_CUSTOM_HEADERS": "x-api-key: k"}, {".config/anthropic/configs/default.json": content}):
        assert ours() is not None
        assert sdk_finds()


def test_a_default_profile_that_others_may_write_is_passed_over_as_the_sdk_does() -> None:
    with machine({}, config(None, PROFILE)) as home:
        (home / ".config/anthropic/configs/default.json").chmod(0o666)
        assert ours() is None
        assert not sdk_finds()


@pytest.mark.parametrize("default", DEFAULTS)
def test_a_choice_of_profile_that_cannot_be_read_as_text_is_one_that_the_sdk_complains_about(
    default: str | None,
) -> None:
    with machine({}, config(b"\xff\xfe", default)):
        assert (ours() is not None) is sdk_finds()


@pytest.mark.parametrize(
    "headers",
    [
        "Authorization:", "x-api-key: ", "Authorization: \nx-team: 1", "Authorization: Bearer t\nAuthorization:",
        "Authorization:\nAuthorization: Bearer t", "Authorization:\nx-api-key: k",
    ],
)  # fmt: skip
def test_a_custom_header_without_a_value_gives_access_exactly_when_the_sdk_sends_with_it(headers: str) -> None:
    with machine({"ANTHROPIC_CUSTOM_HEADERS": headers}, {}):
        assert (ours() is not None) is sdk_finds()


def test_the_sdk_sends_the_dummy_key_where_a_base_url_is_all_there_is() -> None:
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["authorization"])
        return httpx2.Response(200, json={}, request=request)

    with machine({BASE_URL: "http://127.0.0.1:9"}, {}):
        access = ours()
        assert access == Access(BASE_URL, DUMMY_KEY)
        with anthropic.Anthropic(
            api_key=access.key, http_client=httpx2.Client(transport=httpx2.MockTransport(answer))
        ) as client:
            client.messages.create(model="m", max_tokens=1, messages=[{"role": "user", "content": "a"}])
    assert seen == [f"Bearer {DUMMY_KEY}"]


# --- What it is called --------------------------------------------------------------------------------------------

ALL: Final[dict[str, str]] = {
    "ANTHROPIC_API_KEY": "key",
    "ANTHROPIC_AUTH_TOKEN": "token",
    "ANTHROPIC_PROFILE": "work",
    **FEDERATION,
    "ANTHROPIC_CONFIG_DIR": "~/own",
    "ANTHROPIC_CUSTOM_HEADERS": "x-api-key: k",
    BASE_URL: "http://127.0.0.1:9",
}


def test_the_first_that_is_set_is_named_in_the_order_of_the_sdk() -> None:
    variables, named = dict(ALL), []
    while variables:
        with machine(variables, {}):
            access = ours()
        assert access is not None
        named.append(access.source)
        for name in FEDERATION if access.source in FEDERATION else (access.source,):
            del variables[name]
    assert named == [
        "ANTHROPIC_API_KEY",
        "ANTHROPIC_AUTH_TOKEN",
        "ANTHROPIC_PROFILE",
        "ANTHROPIC_FEDERATION_RULE_ID",
        "ANTHROPIC_CONFIG_DIR",
        "ANTHROPIC_CUSTOM_HEADERS",
        BASE_URL,
    ]


def test_a_key_of_ours_is_sent_only_where_a_base_url_is_all_there_is() -> None:
    variables = {name: value for name, value in ALL.items() if name != BASE_URL}
    for name, value in variables.items():
        with machine({name: value, BASE_URL: "http://127.0.0.1:9", **FEDERATION}, {}):
            access = ours()
            assert access is not None
            assert access.key is None, name
    with machine({BASE_URL: "http://127.0.0.1:9"}, {}):
        assert ours() == Access(BASE_URL, DUMMY_KEY)


@pytest.mark.parametrize("url", [None, "", " \t"])
def test_nothing_at_all_is_no_access(url: str | None) -> None:
    with machine({BASE_URL: url}, {}):
        assert ours() is None


def test_a_profile_is_named_by_how_it_was_selected() -> None:
    with machine({}, config("work", PROFILE)) as home:
        assert ours() == Access(f"the profile chosen in {home / '.config/anthropic'}")
    with machine({}, config("", PROFILE)) as home:
        assert ours() == Access(f"the default profile in {home / '.config/anthropic'}")


def test_no_secret_stands_in_the_name_of_what_was_found() -> None:
    for name in ALL:
        with machine({**ALL, **dict.fromkeys(list(ALL)[: list(ALL).index(name)])}, {}):
            access = ours()
        assert access is not None
        assert not any(value in access.source for value in ALL.values())


def test_where_no_home_folder_is_known_no_profile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    assert find({}) is None
    assert find({"ANTHROPIC_API_KEY": "key"}) == Access("ANTHROPIC_API_KEY")


@pytest.mark.parametrize("variable", [True, False])
def test_on_windows_the_profiles_stand_with_the_data_of_applications(
    variable: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("escalation.readers.claude.access.sys", SimpleNamespace(platform="win32"))
    with machine({}, {"AppData/Roaming/Anthropic/configs/default.json": PROFILE}) as home:
        roaming = home / "AppData/Roaming"
        found = find({"APPDATA": str(roaming)} if variable else {})
        assert found == Access(f"the default profile in {roaming / 'Anthropic'}")
        assert find({"APPDATA": str(home)}) is None


# --- The host of the base URL -------------------------------------------------------------------------------------


KEYED: Final = Access("ANTHROPIC_API_KEY")


def test_the_host_is_that_of_the_profile_where_no_base_url_is_set() -> None:
    content = '{"base_url": "https://other.example/x", "authentication": {"type": "user_oauth"}}'
    with machine({}, {".config/anthropic/configs/default.json": content}):
        access = ours()
        assert access is not None
        assert host(access, {}) == "other.example"
        assert host(access, {BASE_URL: "https://llm.example.com"}) == "llm.example.com"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://gateway.example/u/ann@corp.example/anthropic", "the host of the base URL"),
        ("http://evil.example/?x=@api.anthropic.com", "the host of the base URL"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("  https://llm.example.com/v1  ", "llm.example.com"),
        ("https://llm.example.com:8443/anthropic?x=1", "llm.example.com:8443"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("https://csm@llm.example.com", "llm.example.com"),
        ("https://csm:swordfish@llm.example.com:8443/v1", "llm.example.com:8443"),
        ("csm:swordfish@llm.example.com", "llm.example.com"),
        ("localhost:8080", "localhost:8080"),
        ("llm.example.com", "llm.example.com"),
        ("llm.example.com/v1?key=swordfish", "llm.example.com"),
    ],
)
def test_the_host_is_that_of_the_base_url(url: str, expected: str) -> None:
    assert host(KEYED, {BASE_URL: url}) == expected


@pytest.mark.parametrize("url", [None, "", "  \n"])
def test_without_a_base_url_there_is_no_host(url: str | None) -> None:
    assert host(KEYED, {} if url is None else {BASE_URL: url}) is None


@pytest.mark.parametrize("scheme", ["http://", "https://", "//", "", "HTTP:"])
@pytest.mark.parametrize("between", ["", "/", "?", "#", "@", ":", "[", "]", "\\", " ", "%", "%2F", "\t", "\u2100", "é"])
def test_no_password_stands_in_the_host(scheme: str, between: str) -> None:
    found = host(KEYED, {BASE_URL: f"{scheme}csm:sword{between}fish@llm.example.com:8080/v1"})
    assert found is not None
    assert "sword" not in found
    assert "fish" not in found
    assert "csm" not in found


@given(st.text())
@example("http://[::1")
@example("http://]")
@example("http://a[b]c/")
@example("http://\u2100")
def test_whatever_the_base_url_its_host_is_some_text(url: str) -> None:
    found = host(KEYED, {BASE_URL: url})
    assert (found is None) is (not url.strip())
