from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cli.calling import Within
from escalation.evidence.quotes import LEAST_CHARACTERS, Finder, Span, long_enough

SENTENCE = "Since Monday the nightly export of invoices fails, and they type by hand."


def slice_of(quote: str, text: str) -> str | None:
    """The words of ``text`` that are taken for ``quote``."""
    span = Finder(text).first(quote)
    return None if span is None else text[slice(*span)]


def folded(text: str) -> str:
    """One form for texts that differ in nothing but case, white space and Unicode form; naive on purpose."""
    return " ".join(unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).split())


# --- Length -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "enough"), [("x" * 7, False), ("x" * 8, True), ("  x x x  ", False), ("x x x x x", True)]
)
def test_a_quote_has_at_least_eight_characters_without_the_blanks_around_it(quote: str, *, enough: bool) -> None:
    assert LEAST_CHARACTERS == 8
    assert long_enough(quote) is enough


@pytest.mark.parametrize(
    "quote",
    ["EUR 38k", "38k EUR", "€38k", "$1.2m", "38,000", "38.000", "£9,500", "CHF 5k", "5,4k", "2.5m", "12%", "38 000"],
)
def test_an_amount_may_be_shorter(quote: str) -> None:
    assert len(quote) < LEAST_CHARACTERS
    assert long_enough(quote)


@pytest.mark.parametrize(
    "quote", ["12 May", "Dec 3", "3.12.", "30 Nov", "3/12/26", "1st Dec", "12-01", "by 3 Dec", "Friday", "3 Okt"]
)
def test_a_date_may_be_shorter(quote: str) -> None:
    assert len(quote) <= LEAST_CHARACTERS
    assert long_enough(quote)


@pytest.mark.parametrize(
    "quote",
    ["", "   ", "\u200b\u200b", "down", "urgent!", "ARR", "EUR", "May", "k", "-", ".,:", "a1b2c3", "v2 bug", "no way"],
)
def test_a_short_quote_that_is_no_amount_and_no_date_is_too_short(quote: str) -> None:
    assert not long_enough(quote)


@pytest.mark.parametrize("quote", list("0123456789"))
def test_a_single_digit_is_neither_an_amount_nor_a_date(quote: str) -> None:
    # It stands in nearly every text and proves nothing.
    assert not long_enough(quote)


# --- Exact ------------------------------------------------------------------------------------------------------


def test_an_exact_quote_is_found_at_its_code_points_half_open() -> None:
    text = "😀é — " + SENTENCE
    span = Finder(text).first("nightly export of invoices")
    assert span == Span(text.index("nightly"), text.index("nightly") + len("nightly export of invoices"))


def test_blanks_around_a_quote_do_not_count() -> None:
    assert slice_of("\n  nightly export \t", SENTENCE) == "nightly export"


def test_an_exact_occurrence_is_taken_before_an_earlier_one_that_is_only_alike() -> None:
    text = "The Export Fails; later they wrote: the export fails"
    assert Finder(text).first("the export fails") == Span(text.index("the export"), len(text))


def test_every_occurrence_is_given_in_the_order_of_the_text() -> None:
    text = "it failed. It failed; it failed"
    assert list(Finder(text).all("it failed")) == [Span(0, 9), Span(22, 31)]


@pytest.mark.parametrize(
    "quote", ["", " ", "\u200b", "something else entirely", "export of bills", "nightly  exporting"]
)
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert slice_of(quote, SENTENCE) is None
    assert list(Finder(SENTENCE).all(quote)) == []


@pytest.mark.parametrize(
    "quote", ["nightly ... invoices", "nightly export invoices", "nightly exports of invoices", "cafe is shut"]
)
def test_an_ellipsis_a_left_out_word_another_ending_or_a_lost_accent_is_no_quote(quote: str) -> None:
    assert slice_of(quote, SENTENCE + " The café is shut.") is None


def test_the_first_occurrence_outside_the_given_places_is_taken() -> None:
    text = "please escalate now. They said: please escalate now."
    finder = Finder(text)
    second = text.rindex("please")
    assert finder.first("please escalate", [Span(0, 20)]) == Span(second, second + 15)
    assert finder.first("please escalate", [Span(0, 20), Span(second + 14, second + 30)]) is None
    assert finder.first("please escalate", [Span(15, second)]) == Span(0, 15)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ((0, 5), (5, 9), False),
        ((0, 5), (4, 9), True),
        ((3, 4), (0, 9), True),
        ((5, 9), (0, 5), False),
        ((2, 3), (2, 3), True),
    ],
)
def test_places_overlap_when_they_share_a_code_point(
    one: tuple[int, int], other: tuple[int, int], *, shared: bool
) -> None:
    assert Span(*one).overlaps(Span(*other)) is shared


# --- Alike ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("THE NIGHTLY EXPORT FAILS", "the nightly export fails"),
        ("die strasse ist zu", "die Straße ist zu"),
        ("DIE STRASSE IST ZU", "die straße ist zu"),
        ("the nightly export", "the\r\n\tnightly \u00a0 export"),
        ("the nightly export", "the\u2003nightly\u202fexport"),
        ("the\n\nnightly export", "the nightly export"),
        ("caf\u00e9 is closed", "cafe\u0301 is closed"),
        ("cafe\u0301 is closed", "caf\u00e9 is closed"),
        ("they sit in the caf\u00e9", "they sit in the cafe\u0301"),
        ("they sit in the cafe\u0301", "they sit in the caf\u00e9"),
        ("Việt Nam office", unicodedata.normalize("NFD", "Việt Nam office")),
        (unicodedata.normalize("NFD", "서울 사무소가 멈췄다"), "서울 사무소가 멈췄다"),
        ("the first office", "the ﬁrst oﬃce"),
        ("wait... and see", "wait… and see"),
        ("full width text", "ｆｕｌｌ ｗｉｄｔｈ ｔｅｘｔ"),
        ("export job fails", "ex\u00adport \u200bjob\u200d fai\ufeffls"),
        ("ex\u00adport \u200bjob fails", "export job fails"),
    ],
)
def test_a_quote_that_differs_in_case_white_space_or_unicode_form_gives_the_words_of_the_source(
    quote: str, source: str
) -> None:
    assert slice_of(quote, f"Before. {source} - after") == source


@pytest.mark.parametrize("mark", "'‘’‚‛′`´")
def test_every_single_quote_mark_is_like_every_other(mark: str) -> None:
    source = f"it doesn{mark}t work at all"
    assert slice_of("it doesn't work at all", source) == source
    assert slice_of(source, "it doesn't work at all") == "it doesn't work at all"


@pytest.mark.parametrize("mark", '"“”„‟«»″')
def test_every_double_quote_mark_is_like_every_other(mark: str) -> None:
    source = f"she said {mark}nothing works{mark} twice"
    assert slice_of('she said "nothing works" twice', source) == source
    assert slice_of(source, 'she said "nothing works" twice') == 'she said "nothing works" twice'


@pytest.mark.parametrize("mark", "-‐‑‒–—―−﹣－")
def test_every_dash_is_like_every_other(mark: str) -> None:
    source = f"a long {mark} very long wait"
    assert slice_of("a long - very long wait", source) == source
    assert slice_of(source, "a long - very long wait") == "a long - very long wait"


def test_an_accent_of_its_own_behind_the_last_letter_belongs_to_the_slice() -> None:
    text = "they sit in the CAFE\u0301 all day"
    assert slice_of("they sit in the caf\u00e9", text) == "they sit in the CAFE\u0301"


def test_white_space_of_the_source_is_kept_in_the_slice() -> None:
    text = "> the nightly\r\n> export"
    assert slice_of("THE NIGHTLY", text) == "the nightly"
    assert slice_of("nightly > export", text) == "nightly\r\n> export"


# --- Numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("ARR is EUR 38", "ARR is EUR 380"),
        ("ARR is EUR 38", "ARR is EUR 38k"),
        ("ARR is EUR 38", "ARR is EUR 38m"),
        ("ARR is EUR 38", "ARR is EUR 38.5"),
        ("ARR is EUR 38", "ARR is EUR 38,000"),
        ("ARR is EUR 38", "ARR is EUR 38.000"),
        ("arr is eur 38", "ARR is EUR 380"),
        ("8 users wait", "38 users wait"),
        ("000 users wait", "12,000 users wait"),
        ("5 users wait", "1.5 users wait"),
        ("open since 12", "open since 12th"),
    ],
)
def test_a_quote_does_not_cut_a_number(quote: str, text: str) -> None:
    assert slice_of(quote, text) is None


@pytest.mark.parametrize("blank", ["'", "’", "\u202f", "\u00a0", "\u2009", " "])
def test_a_quote_does_not_cut_a_number_whose_thousands_stand_apart(blank: str) -> None:
    text = f"ARR is EUR 38{blank}000 they say"
    assert slice_of("ARR is EUR 38", text) is None
    assert slice_of("000 they say", text) is None
    assert slice_of(f"EUR 38{blank}000", text) == f"EUR 38{blank}000"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("ARR is EUR 38", "ARR is EUR 38. It renews."),
        ("ARR is EUR 38", "ARR is EUR 38, renewing"),
        ("ARR is EUR 38", "ARR is EUR 38 k"),
        ("ARR is EUR 38k", "ARR is EUR 38k."),
        ("8 users wait", "at 8 users wait"),
        ("8 users wait", "first: 8 users wait"),
        ("since 2026", "since 2026 300 users wait"),
        ("of version two", "3 of version two 4"),
    ],
)
def test_a_quote_may_end_beside_a_number_or_hold_a_whole_one(quote: str, text: str) -> None:
    assert slice_of(quote, text) == quote


def test_a_whole_number_further_on_is_found_where_the_first_is_cut() -> None:
    text = "ARR EUR 380k last year, ARR EUR 38 now"
    assert Finder(text).first("ARR EUR 38") == Span(24, 34)


# --- Properties -------------------------------------------------------------------------------------------------

NO_DIGITS = st.characters(codec="utf-8", exclude_categories=["Nd", "No"])


@given(st.text(NO_DIGITS, min_size=8, max_size=120), st.data())
def test_any_part_of_a_text_that_is_long_enough_is_found_with_the_right_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 8))
    end = data.draw(st.integers(start + 8, len(text)))
    quote = text[start:end]
    assume(long_enough(quote))
    span = Finder(text).first(quote)
    assert span is not None
    assert span.start <= start + len(quote) - len(quote.lstrip())
    assert text[slice(*span)] == quote.strip()


Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: st.SearchStrategy[Form] = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
LETTERS = st.text("abcXYZäÄöüßéÉñçøåœ", min_size=2, max_size=7)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\u00a0", " \u2003"])


@given(
    words=st.lists(st.tuples(LETTERS, GAPS), min_size=4, max_size=12),
    form=FORMS,
    other=FORMS,
    case=st.sampled_from([str.lower, str.upper, str.title, str.swapcase, str]),
    data=st.data(),
)
def test_a_part_in_another_case_spacing_and_unicode_form_is_found_with_a_slice_that_says_the_same(
    words: list[tuple[str, str]], form: Form, other: Form, case: Callable[[str], str], data: st.DataObject
) -> None:
    text = unicodedata.normalize(form, "".join(word + gap for word, gap in words))
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    quote = unicodedata.normalize(other, case(" ".join(word for word, _ in words[start:end])))
    assume(long_enough(quote))
    found = slice_of(quote, text)
    assert found is not None
    assert folded(found) == folded(quote)


@given(text=st.text(max_size=60), quote=st.text(max_size=20))
def test_whatever_is_found_is_a_part_of_the_text_that_reads_like_the_quote(text: str, quote: str) -> None:
    for span in Finder(text).all(quote):
        assert 0 <= span.start < span.end <= len(text)
        exact = text[slice(*span)] == quote.strip()
        assert exact or any(unicodedata.normalize("NFKD", part).casefold() for part in text[slice(*span)])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 100_000, "a" * 9),
        ("a" * 100_000, "a" * 50_000 + "b"),
        ("Ab " * 30_000, "aB " * 15_000 + "c"),
        ("1" * 100_000, "1" * 9),
    ],
    ids=["one letter", "nearly half of it", "alike to the end", "one number"],
)
def test_long_notes_are_searched_in_a_moment(text: str, quote: str, within: Within) -> None:
    with within(4.0):
        assert Finder(text).first(quote) in (None, Span(0, 9))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Spec sheet, 600x150.\n19 Nov, call, no answer.", "19 Nov, call, no answer."),
        ("The order was 38\n120 seats are waiting.", "120 seats are waiting."),
        ("Paid EUR 38\n000 units are missing here", "Paid EUR 38"),
    ],
)
def test_a_number_does_not_go_on_behind_the_end_of_its_line(text: str, quote: str) -> None:
    assert slice_of(quote, text) == quote
