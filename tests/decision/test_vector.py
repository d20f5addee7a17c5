from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import oracle
from escalation.decision.vector import of, parse, shown
from escalation.errors import WrongUsage
from escalation.policy.table import Box, Range
from escalation.policy.terms import CODES, SIGNALS, SignalKind

SPANS: list[Range] = [(low, high) for low in range(1, 6) for high in range(low, 6)]
SIGNAL_SETS: list[tuple[SignalKind, ...]] = [chosen for size in range(10) for chosen in combinations(SIGNALS, size)]
BOX: Box = ((5, 5), (1, 5), (4, 4), (2, 2))


def boxes() -> st.SearchStrategy[Box]:
    span = st.sampled_from(SPANS)
    return st.tuples(span, span, span, span)


def refused(text: str) -> bool:
    """Whether ``parse`` refuses the text as it should, by WrongUsage."""
    try:
        parse(text)
    except WrongUsage:
        return True
    return False


def refused_by_oracle(text: str) -> bool:
    try:
        oracle.parse_vector(text)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("signals", [(), ("legal",), ("privacy", "security"), SIGNALS])
def test_all_50625_boxes_are_parsed_back_from_what_is_printed(signals: tuple[SignalKind, ...]) -> None:
    count = 0
    for box in product(SPANS, repeat=4):
        text = str(of(box, signals))  # type: ignore[arg-type]
        assert parse(text) == (box, signals)
        assert str(parse(text)) == text
        count += 1
    assert count == 50_625


@pytest.mark.parametrize("signals", [(), ("churn_notice", "sla_breach")])
def test_every_box_prints_as_the_oracle_prints_it(signals: tuple[SignalKind, ...]) -> None:
    for box in product(SPANS, repeat=4):
        spans = dict(zip(oracle.CODES, box, strict=True))
        assert str(of(box, signals)) == oracle.vector(spans, frozenset(signals))  # type: ignore[arg-type]


def test_every_set_of_signals_is_parsed_back() -> None:
    for signals in SIGNAL_SETS:
        text = str(of(BOX, signals))
        assert parse(text) == (BOX, signals)
        assert text == oracle.vector(dict(zip(oracle.CODES, BOX, strict=True)), frozenset(signals))


def test_signals_print_once_each_in_alphabetical_order_whatever_their_order() -> None:
    given_signals: list[SignalKind] = ["security", "privacy", "security", "legal"]
    assert str(of(BOX, given_signals)) == "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal,privacy,security"
    assert str(of(BOX, ["security", "privacy"])) == "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security"


def test_without_signals_their_part_is_left_out() -> None:
    assert str(of(BOX, [])) == "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2"


def test_a_score_is_shown_as_a_number_and_a_range_by_its_ends() -> None:
    assert (shown((4, 4)), shown((1, 5))) == ("4", "1-5")


GOOD = "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "EDF:1.0",
        "EDF:1.0/",
        # version and prefix
        "CI:5/AV:1-5/TS:4/CC:2",
        "EDF:1/CI:5/AV:1-5/TS:4/CC:2",
        "EDF:1.1/CI:5/AV:1-5/TS:4/CC:2",
        "EDF:2.0/CI:5/AV:1-5/TS:4/CC:2",
        "EDF:1x0/CI:5/AV:1-5/TS:4/CC:2",
        "edf:1.0/CI:5/AV:1-5/TS:4/CC:2",
        "EDF1.0/CI:5/AV:1-5/TS:4/CC:2",
        # order, number and names of the scores
        "EDF:1.0/AV:1-5/CI:5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-5/CC:2/TS:4",
        "EDF:1.0/CI:5/AV:1-5/TS:4",
        "EDF:1.0/CI:5/CI:5/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/CC:2",
        "EDF:1.0/CI:5/AV:1-5/TS:4/XX:2",
        "EDF:1.0/ci:5/AV:1-5/TS:4/CC:2",
        # scores and ranges
        "EDF:1.0/CI:0/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:6/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:05/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:5.0/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:+5/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:-5/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:?/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:5-5/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:5-1/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:0-5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-6/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-3-5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1–5/TS:4/CC:2",  # an en dash
        "EDF:1.0/CI:５/AV:1-5/TS:4/CC:2",  # a full-width digit
        "EDF:1.0/CI:٥/AV:1-5/TS:4/CC:2",  # an Arabic digit
        # signals
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:none",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:weather",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:Legal",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:security,privacy",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal,legal",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal,",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:,legal",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal, privacy",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal;privacy",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:legal/S:privacy",
        "EDF:1.0/S:legal/CI:5/AV:1-5/TS:4/CC:2",
        "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:ſecurity",  # a long s, which folds to "s"
        # white space and the like
        f" {GOOD}",
        f"{GOOD} ",
        f"{GOOD}\n",
        f"{GOOD}\r\n",
        f"\ufeff{GOOD}",
        f"{GOOD}\x00",
        f"{GOOD}\n{GOOD}",
        GOOD.replace("/", " / "),
        GOOD.replace(":", ": "),
        GOOD.replace("/", "\\"),
        f"'{GOOD}'",
    ],
)
def test_nothing_but_the_canonical_form_is_taken(text: str) -> None:
    assert refused(text)
    assert refused_by_oracle(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hello", "'hello' is not a vector; one looks like EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security"),
        ("EDF:1.0/CI:5/AV:5-1/TS:4/CC:2", "AV:5-1 is not a range from low to high"),
        ("EDF:1.0/CI:5/AV:1/TS:4/CC:2/S:weather", "'weather' is not a signal (already_escalated, churn_notice"),
        ("EDF:1.0/CI:5/AV:1/TS:4/CC:2/S:security,legal", "in alphabetical order"),
    ],
)
def test_what_is_wrong_with_a_vector_is_said(text: str, words: str) -> None:
    with pytest.raises(WrongUsage) as error:
        parse(text)
    assert words in str(error.value)
    assert error.value.exit_code == 2


def test_a_long_line_is_not_repeated_in_full() -> None:
    with pytest.raises(WrongUsage) as error:
        parse("x" * 100_000)
    assert len(str(error.value)) < 400


def test_every_vector_with_one_character_changed_is_taken_only_where_it_is_canonical_too() -> None:
    alphabet = "0123456,-/:.SCIAVTEDFabcdefghilmnoprstuvy_ \n"
    changed = {GOOD[:place] + new + GOOD[place + 1 :] for place in range(len(GOOD)) for new in ["", *alphabet]}
    changed |= {GOOD[:place] + new + GOOD[place:] for place in range(len(GOOD) + 1) for new in alphabet}
    taken = {text for text in changed if not refused(text)}
    assert GOOD in taken
    assert all(str(parse(text)) == text for text in taken)
    assert taken == {text for text in changed if not refused_by_oracle(text)}


@given(st.text(alphabet="EDF:1.0/CIAVTS-2345,legalprivcy_ ", max_size=60))
@example("EDF:1.0/CI:1/AV:1/TS:1/CC:1")
def test_whatever_is_taken_prints_as_it_was(text: str) -> None:
    assert refused(text) or str(parse(text)) == text


@given(boxes(), st.lists(st.sampled_from(SIGNALS)))
def test_any_box_and_signals_are_parsed_back(box: Box, signals: list[SignalKind]) -> None:
    vector = of(box, signals)
    assert parse(str(vector)) == vector
    assert vector.signals == tuple(sorted(set(signals)))
    assert dict(zip(CODES, vector.box, strict=True)) == oracle.parse_vector(str(vector))[0]
