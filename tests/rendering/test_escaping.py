from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.rendering.escaping import escape, escape_block
from rendering.reading import PARSER, page, shown
from rendering.records import UNSAFE

MARKS = "\\`*_{}[]()#+-.!|<>&~:;/=\"'^$@ %"
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "<https://evil.example>",
    "<ada@evil.example>",
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "[x][y]",
    "[x]: https://evil.example",
    "[^1]",
    "https://evil.example/x_y_z",
    "HTTPS://EVIL.EXAMPLE",
    "www.evil.example",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&#x3c;b>",
    "&amp;lt;",
    "| a | b |",
    "\\| a",
    "\\\\| a",
    "a\n| --- | --- |\n| b | c |",
    "```\ncode\n```",
    "~~~\ncode",
    "    code",
    "\tcode",
    "`code` ``co`de``",
    "*em* **strong** _em_ __strong__ ***both***",
    "snake_case_name and _so_",
    "~~gone~~ ~gone~",
    "# heading",
    "heading\n=======",
    "heading\n---",
    "---",
    "***",
    "___",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "> quoted",
    "$x^2$",
    "ends with \\",
    "ends with #",
    "ends with ##",
    "\x1b[31mred\x1b[0m",
    "\u202eright to left",
    "a\x00b",
    "line\u2028separator\u2029paragraph",
    "\u200b# heading",
    "\ufeff- item",
    ":smile: @ada #123",
]
PLACES = {
    "paragraph": "{}",
    "heading": "## Title: {}",
    "item": "- {}",
    "item behind words": "- Words: {}",
    "cell": "| a | b |\n| --- | --- |\n| x | {} |",
}


def seen(place: str, text: str) -> str:
    """What a reader sees of ``text`` where it stands in a rendered page; fails when it does anything there."""
    escaped = escape_block(text) if place in ("paragraph", "item") else escape(text)
    markdown = PLACES[place].format(escaped)
    found = page(markdown)
    assert (found.strong, found.code) == ([], [])
    assert len(found.headings) == (place == "heading")
    assert [len(row) for row in found.rows] == ([2, 2] if place == "cell" else [])
    tokens = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    assert len(tokens) <= (4 if place == "cell" else 1)
    whole = shown(tokens[-1].children or []) if tokens else ""
    return whole.removeprefix("Title:").removeprefix("Words:").strip()


def plain(text: str) -> str:
    """``text`` on one line without what cannot be seen."""
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf" or c in "\u200c\u200d")
    return " ".join("".join(" " if UNSAFE.match(c) or c.isspace() else c for c in visible).split(" ")).strip()


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_reads_as_it_was_written_and_does_nothing(text: str, place: str) -> None:
    assert squeezed(seen(place, text)) == squeezed(plain(text))


@pytest.mark.parametrize("place", PLACES)
def test_every_pair_of_marks_reads_as_it_was_written_and_does_nothing(place: str) -> None:
    for first, second in itertools.product(MARKS, repeat=2):
        for text in (f"{first}{second}", f"a{first}{second}b", f"{first}a{second}", f"a {first} b {second}"):
            assert squeezed(seen(place, text)) == squeezed(text), text


@given(st.sampled_from(sorted(PLACES)), st.text(f"{MARKS}\n\tab1w", max_size=24))
@example("cell", "\\\\|\\|")
def test_any_mixture_of_marks_reads_as_it_was_written_and_does_nothing(place: str, text: str) -> None:
    assert squeezed(seen(place, text)) == squeezed(plain(text))


@given(st.sampled_from(sorted(PLACES)), st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_does_nothing(place: str, text: str) -> None:
    assert UNSAFE.search(seen(place, text)) is None


@given(st.sampled_from(sorted(PLACES)), st.lists(st.sampled_from(ATTACKS), min_size=1, max_size=3).map(" ".join))
def test_attacks_one_after_another_do_nothing(place: str, text: str) -> None:
    assert squeezed(seen(place, text)) == squeezed(plain(text))


@given(st.text())
def test_the_result_stands_on_one_line(text: str) -> None:
    assert len(escape(text).splitlines()) <= 1
    assert escape(text) == escape(text).strip()


def test_no_control_character_and_no_mark_that_turns_text_round_is_left() -> None:
    unsafe = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and UNSAFE.match(chr(code))]
    assert len(unsafe) > 70
    assert [hex(ord(c)) for c in unsafe if c in escape(f"a{c}b") or c in escape_block(f"{c}a")] == []


@pytest.mark.parametrize("code", [0xAD, 0x200B, 0x2060, 0xFEFF, 0xE0041, 0xFFF9])
def test_what_cannot_be_seen_is_left_out(code: int) -> None:
    assert escape(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("text", ["👩‍💻", "می‌خواهم", "Zoë – “so”", "日本語", "a/b c:d 5 % 3 < 4"])
def test_ordinary_text_of_any_script_reads_the_same(text: str) -> None:
    assert seen("item behind words", text) == text


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b", "\x00\x1b"])
def test_what_is_only_blank_becomes_nothing(text: str) -> None:
    assert escape(text) == escape_block(text) == ""
