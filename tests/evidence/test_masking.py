from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.calling import Within
from escalation.evidence.masking import MASK, literals, mask, mask_literals, secrets

# Put together here, so that no scanner takes this file for a leak.
LONG = "A1b2C3d4" * 5
JWT = f"eyJ{LONG}.eyJ{LONG}.{LONG}"
CREDENTIALS = {
    "password": "password: {hunter2}",
    "password, equals": "Password = {Tr0ub4dor&3}",
    "password, no blank": "password:{hunter2}",
    "password, word alone on its line": "password: {sunshine}",
    "password, quoted": '"password": "{hunter2value}"',
    "password, single quotes": "'token': '{abcdefgh12345}'",
    "password, abbreviated": "pwd={hunter2}!",
    "pw": "pw: {Sommer2024}",
    "German": "Passwort: {Sommer2024}",
    "German, spoken": "Kennwort lautet {Sommer2024}",
    "spoken": "the password is {hunter2!x}",
    "spoken, past": "their password was {Abc12345}.",
    "spoken, colon": "the password is: {Winter#24}",
    "PIN": "PIN: {4711}",
    "passcode": "passcode: {998123}",
    "API key": "API key: {9f8e7d6c5b4a}",
    "api_key": "api_key={abcdef123456}",
    "header": "X-Api-Key: {8f7e6d5c4b3a2918}",
    "client secret": 'client_secret: "{s3cr3tvalue}"',
    "environment variable": "DB_PASSWORD={hunter2hunter}",
    "environment variable, small": "db_password: {hunter2hunter}",
    "environment variable, secret": "APP_SECRET={k3y0fth3app}",
    "environment variable, key": "SECRET_KEY={k3y0fth3app}",
    "in a link": "https://x.example.com/?access_token={abc123def456}",
    "in a link, short": "https://x.example.com/?token={abc123def456}",
    "bearer": "Authorization: Bearer {abcdef1234567890}",
    "basic": "Authorization: Basic {YWRtaW46c2VjcmV0cGFzcw==}",
    "database": "postgres://admin:{s3cret}@db.example.com/x",
    "link with a password": "https://ada:{pa55word}@example.com",
    "JWT": f"they pasted {{{JWT}}} in chat",
    "Anthropic": f"key {{sk-{'ant-api03-' + LONG}}} leaked",
    "Stripe": f"key {{sk_{'live_' + LONG}}} leaked",
    "GitHub": f"{{ghp_{LONG}}}",
    "GitHub, fine": f"{{github_{'pat_' + LONG}}}",
    "GitLab": f"{{glpat-{LONG}}}",
    "Slack": f"{{xoxb-{LONG}}}",
    "npm": f"{{npm_{LONG}}}",
    "PyPI": f"{{pypi-{LONG}}}",
    "Hugging Face": f"{{hf_{LONG}}}",
    "AWS id": f"{{AKIA{'A1B2C3D4' * 2}}}",
    "AWS secret": f"aws_secret_access_key = {{{LONG}}}",
    "Google": f"{{AIza{LONG}}}",
    "SendGrid": f"{{SG.{LONG}.{LONG}}}",
    "long random word": f"use {{{LONG + LONG}}} to log in",
}
SENTENCES = [
    "the password is wrong",
    "The password is incorrect, they say.",
    "the password was reset yesterday",
    "password reset does not work",
    "the password was 3 characters too short",
    "passwords: 12 users locked out",
    "token: we talked about it",
    "Token: expired again on Monday",
    "Password: reset mail does not arrive",
    "pass: three of five tests went through",
    "the token is expired",
    "PIN is needed at the door",
    "The key: nobody knows why it fails",
    "the secret to success: patience",
    "they have a basic understanding of the product",
    "the basic subscription-package is fine",
    "bearer of bad news",
    "Their passport: valid until May",
    "mail ada@example.com about it",
    "call +49 30 1234567 at 10:30",
    "the ratio is 3:4@home",
    "order 123456789012345678901234567890",
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    "ticket NW-2026-11-000345 of Nordwind",
    "ARR EUR 38k, renewal 2027-03-31",
    "see https://example.com/Export2026/InvoicesOfNovember/Customers/Nordwind/Report-1",
    "Donaudampfschifffahrtsgesellschaftskapitaenspatent",
    "the sk-learn pipeline and the pk column",
]


@pytest.mark.parametrize("kind", CREDENTIALS)
def test_every_kind_of_credential_is_masked_and_nothing_else(kind: str) -> None:
    before, rest = CREDENTIALS[kind].split("{", 1)
    secret, after = rest.split("}", 1)
    assert mask(f"{before}{secret}{after}") == f"{before}{MASK * len(secret)}{after}"
    # also in the middle of notes
    text = f"Hi Ada,\r\n{before}{secret}{after}\r\nthe export fails"
    assert mask(text) == f"Hi Ada,\r\n{before}{MASK * len(secret)}{after}\r\nthe export fails"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_raises_no_alarm(sentence: str) -> None:
    assert mask(sentence) == sentence
    assert mask(f"Notes.\n{sentence}.\nMore notes.") == f"Notes.\n{sentence}.\nMore notes."


@pytest.mark.parametrize(
    "before",
    ["password: ", "token=", "API key: ", "Bearer ", "sk-", "ghp_", "xoxb-", "SG.", "AIza", "eyJ", "use this: "],
)
def test_a_credential_of_two_thousand_characters_is_masked_to_its_end(before: str) -> None:
    masked = mask(f"{before}{LONG * 50} and more words")
    assert masked.endswith("** and more words")
    assert LONG not in masked
    assert "D4" not in masked


def test_a_private_key_is_masked_line_by_line() -> None:
    key = f"-----BEGIN RSA PRIVATE KEY-----\r\n{LONG}\r\n{LONG}\r\n-----END RSA PRIVATE KEY-----"
    masked = mask(f"here:\r\n{key}\r\nthanks")
    assert masked.startswith("here:\r\n*")
    assert masked.endswith("*\r\nthanks")
    assert set(masked[7:-8]) == {MASK, "\r", "\n"}
    assert masked.count("\r\n") == 5


def test_a_private_key_without_an_end_is_masked_to_the_end() -> None:
    masked = mask(f"-----BEGIN OPENSSH PRIVATE KEY-----\n{LONG}\n{LONG}")
    assert set(masked) == {MASK, "\n"}


@given(st.text())
@example("password:\r\nhunter2\r\n")
def test_masking_keeps_the_length_and_every_line_end(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))
    assert [i for i, c in enumerate(text) if c in "\r\n"] == [i for i, c in enumerate(masked) if c in "\r\n"]


@given(st.lists(st.sampled_from(sorted(CREDENTIALS.values())), min_size=1, max_size=6))
def test_no_credential_survives_among_others(lines: list[str]) -> None:
    text = "\n".join(line.replace("{", "").replace("}", "") for line in lines)
    masked = mask(text)
    for line in lines:
        secret = line.split("{", 1)[1].split("}", 1)[0]
        assert len(secret) < 6 or secret not in masked


def test_places_are_half_open_and_without_the_punctuation_behind() -> None:
    text = "password: hunter2."
    assert set(secrets(text)) == {(10, 17)}


def test_literals_are_the_credentials_longest_first() -> None:
    text = f"password: hunter2\nother password: hunter2hunter\nagain password: hunter2\nghp_{LONG}"
    assert literals(text) == (f"ghp_{LONG}", "hunter2hunter", "hunter2")


def test_a_copy_of_a_known_credential_is_masked_wherever_it_stands() -> None:
    masked = mask_literals("they log in with hunter2 and hunter2hunter", ("hunter2hunter", "hunter2"))
    assert masked == "they log in with ******* and *************"


@given(st.text(), st.lists(st.text(min_size=6, max_size=12), max_size=3))
def test_masking_known_credentials_keeps_the_length(text: str, known: list[str]) -> None:
    masked = mask_literals(text, known)
    assert len(masked) == len(text)
    assert not any(secret in masked for secret in known if MASK not in secret and secret.strip())


@pytest.mark.parametrize(
    "part",
    [
        "eyJ-",
        "eyJa.",
        "sk-",
        "sk-a_",
        "a",
        "aB1/",
        "password:",
        "password is ",
        "pin: ",
        "-----BEGIN ",
        "bearer ",
        "a://b:",
        "ghp_",
        " ",
    ],
)
def test_long_notes_are_masked_in_a_moment(part: str, within: Within) -> None:
    text = part * (80_000 // len(part))
    with within(2.0):
        assert len(mask(text)) == len(text)
