from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.calling import Within
from escalation.errors import FIVE_THINGS, NothingToAssess
from escalation.evidence.masking import mask
from escalation.evidence.notes import MOST_BYTES, MOST_CHARACTERS, from_bytes, from_text


def refusal(content: bytes | str) -> str:
    read: Any = from_bytes if isinstance(content, bytes) else from_text
    with pytest.raises(NothingToAssess) as caught:
        read(content)
    return str(caught.value)


def test_utf8_text_is_taken_as_it_is() -> None:
    assert from_bytes("Zoë: export fails – again 😀".encode()).text == "Zoë: export fails – again 😀"


def test_a_byte_order_mark_is_dropped_and_does_not_count_in_offsets() -> None:
    notes = from_bytes(b"\xef\xbb\xbfexport fails")
    assert notes.text == "export fails"


def test_only_one_byte_order_mark_is_dropped() -> None:
    assert from_bytes(b"\xef\xbb\xbf\xef\xbb\xbfexport fails").text == "\ufeffexport fails"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\n\r\n", "\u2028", "\x0b"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    text = f"one{ends}two{ends}"
    assert from_bytes(text.encode()).text == text


def test_the_hash_is_that_of_the_raw_bytes() -> None:
    content = b"\xef\xbb\xbfexport fails\r\n"
    assert from_bytes(content).sha256 == hashlib.sha256(content).hexdigest()
    assert from_text("Zoë waits").sha256 == hashlib.sha256("Zoë waits".encode()).hexdigest()


@pytest.mark.parametrize(
    "content",
    [
        b"caf\xe9 is closed",
        b"export \xff fails",
        "export fails".encode("utf-16"),
        b"cut \xf0\x9f\x98",
        b"surrogate \xed\xa0\x80",
        b"overlong \xc0\xaf",
    ],
    ids=["latin-1", "ff", "utf-16", "cut", "surrogate", "overlong"],
)
def test_what_is_not_utf8_is_refused_with_the_place_of_the_first_wrong_byte(content: bytes) -> None:
    message = refusal(content)
    assert "not UTF-8" in message or "not text" in message
    assert all(thing in message for thing in FIVE_THINGS)


def test_the_place_of_the_wrong_byte_is_named() -> None:
    assert "byte 3 is 0xe9" in refusal(b"caf\xe9")


@pytest.mark.parametrize("content", [b"a\x00b", b"\x00", b"PK\x03\x04\x00\x00hello"])
def test_a_nul_makes_it_binary_data(content: bytes) -> None:
    assert "binary" in refusal(content)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\r\n\t", "\u200b", "\ufeff\ufeff", "\u00a0\u2003", "\u2060\u200d\n", "\u200e \u200f"]
)
def test_empty_notes_are_refused(text: str) -> None:
    assert "empty" in refusal(text) or "symbols" in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/tickets/4711",
        "  http://a.example \n https://b.example/x?y=z ",
        "www.example.com/ticket",
        "<https://example.com>",
        "file:///home/ada/notes.txt",
        "WWW.EXAMPLE.COM",
    ],
)
def test_only_a_link_is_refused_and_nothing_is_fetched(text: str) -> None:
    assert "only a link" in refusal(text)


@pytest.mark.parametrize("text", ["😀😀😀", "!!! ??? ...", "---\n***", "👩‍💻🔥", "…"])
def test_only_emoji_or_symbols_are_refused(text: str) -> None:
    assert "only symbols" in refusal(text)


@pytest.mark.parametrize("text", ["see https://example.com/1", "7", "é", "出力が失敗", "😀 ok"])
def test_any_word_or_number_beside_is_enough(text: str) -> None:
    assert from_text(text).text == text


def test_the_longest_notes_are_taken_and_one_character_more_is_not() -> None:
    assert len(from_text("x " * (MOST_CHARACTERS // 2)).text) == MOST_CHARACTERS
    message = refusal("x " * (MOST_CHARACTERS // 2) + "x")
    assert "too long: 400,001 characters" in message
    assert "400,000" in message
    assert "Nothing was read" in message


def test_characters_of_four_bytes_are_counted_as_one() -> None:
    content = b"\xef\xbb\xbf" + ("a " + "😀" * 98).encode() * (MOST_CHARACTERS // 100)
    assert MOST_CHARACTERS < len(content) <= MOST_BYTES
    assert len(from_bytes(content).text) == MOST_CHARACTERS


def test_more_bytes_than_so_many_characters_can_take_are_refused_unread() -> None:
    assert "too long" in refusal(b"\xff" * (MOST_BYTES + 1))


def test_credentials_are_masked_at_equal_length_and_remembered() -> None:
    text = "they sent password: Winter#2024 by mail"
    notes = from_text(text)
    assert notes.text == "they sent password: *********** by mail"
    assert notes.secrets == ("Winter#2024",)


def test_a_copy_of_a_credential_elsewhere_in_the_notes_is_masked_too() -> None:
    notes = from_text("password: Winter#2024\nthey type Winter#2024 every day")
    assert notes.text == "password: ***********\nthey type *********** every day"


@given(st.text(min_size=1))
def test_offsets_are_those_of_the_text_that_was_given(text: str) -> None:
    try:
        notes = from_text(text)
    except NothingToAssess:
        assert (
            not text.strip()
            or not any(character.isalnum() for character in text)
            or "://" in text
            or "www." in text.lower()
            or "\x00" in text
        )
    else:
        assert len(notes.text) == len(text)
        assert notes.text == mask(text)


@pytest.mark.parametrize(
    "text", ["x" * 80_000, "x:/" * 27_000, "www" * 27_000], ids=["one word", "nearly links", "www"]
)
def test_long_notes_without_a_blank_are_taken_in_a_moment(text: str, within: Within) -> None:
    with within(2.0):
        assert len(from_text(text).text) == len(text)
