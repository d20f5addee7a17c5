"""The language of phrases that the offline reader's rules are written in."""

from __future__ import annotations

import pytest

from escalation.readers.offline.phrases import Found, PhraseBook, is_number
from escalation.readers.offline.reading import book


def found(phrase: str, text: str, classes: dict[str, str] | None = None) -> list[Found]:
    return list(PhraseBook({"fact": phrase}, classes or {}).find(text.split()))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("no workaround", "there is no workaround yet"),
        ("no workaround|way", "we see no way out"),
        ("reject*", "the bank rejected it"),
        ("# hours", "it takes nine hours"),
        ("# hours", "it takes 9 hours"),
        ("cannot .. import", "they cannot at present import orders"),
        ("nobody ... log in", "nobody in any of the four shops can log in"),
        ("no real? impact", "no impact"),
        ("no real? impact", "no real impact"),
        ("@staff wait", "drivers wait"),
    ],
)
def test_phrase_is_found(phrase: str, text: str) -> None:
    assert found(phrase, text, {"staff": "drivers nurses"})


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("no workaround", "a workaround"),
        ("reject*", "in project rejoicing"),
        ("# hours", "many hours"),
        ("cannot .. import", "they cannot in spite of all our help import orders"),
        ("nobody ... log in", "nobody was there and at about seven in the evening we log in"),
        ("@staff wait", "trucks wait"),
    ],
)
def test_phrase_is_not_found(phrase: str, text: str) -> None:
    assert not found(phrase, text, {"staff": "drivers nurses"})


def test_place_is_given_by_words() -> None:
    assert found("no .. way", "we found no other way out") == [Found("fact", 2, 5)]


def test_every_phrase_of_the_reader_is_written_in_this_language() -> None:
    book().check()


@pytest.mark.parametrize("phrase", [".. way", "no ..", "real? impact", "no x*"])
def test_phrase_written_wrongly_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"begin and end|three letters"):
        PhraseBook({"fact": phrase}, {}).check()


@pytest.mark.parametrize(
    ("word", "number"), [("12", True), ("4k", True), ("twelve", True), ("dozen", True), ("a", False)]
)
def test_numbers_are_digits_or_words(word: str, *, number: bool) -> None:
    assert is_number(word) is number
