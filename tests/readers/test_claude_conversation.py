"""The talk with the model, with a ``send`` that plays a script instead of a connection."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import pytest

import building
from escalation import prompting
from escalation.decision.record import Usage
from escalation.errors import ReaderFailed
from escalation.evidence.notes import Notes, from_text
from escalation.evidence.verbatim import missing
from escalation.readers.claude import request
from escalation.readers.claude.answer import Response
from escalation.readers.claude.conversation import MOST_ANSWERS, Conversation, Outcome
from escalation.readers.claude.settings import Model, Settings
from escalation.readers.reading import Say

MAX_TOKENS: Final = 1_000
HOST: Final = "llm.example.com"
TRANSPORT: Final = "the connection broke off"


# --- A script -----------------------------------------------------------------------------------------------------


def extraction(absent: int = 0) -> str:
    """An answer that holds, with so many quotes that are not in the notes."""
    data = building.extraction_data(addressed_to_reader=[f"nowhere in the notes {n}" for n in range(absent)])
    return json.dumps(data)


def invalid(problems: int = 1) -> str:
    """An answer that does not hold."""
    data = building.extraction_data()
    return json.dumps({**data, **{f"extra_{number}": 1 for number in range(problems)}})


TEXTS: Final = {
    "good": extraction(),
    "one quote missing": extraction(1),
    "two quotes missing": extraction(2),
    "invalid": invalid(),
    "no text": "",
    "cut off": extraction()[:50],
    "refused": "I had rather not.",
    "context full": "",
}
STOPS: Final = {"cut off": "max_tokens", "refused": "refusal", "context full": "model_context_window_exceeded"}
KINDS: Final = (*TEXTS, "transport")
ABSENT: Final = {"good": 0, "one quote missing": 1, "two quotes missing": 2}
REASONS: Final = {
    "one quote missing": "quotes",
    "two quotes missing": "quotes",
    "invalid": "invalid",
    "no text": "invalid",
    "cut off": "cut off",
}


def body(text: str, stop: str = "end_turn", number: int = 1, **changes: Any) -> str:
    message = {
        "type": "message",
        "model": f"model-{number}",
        "content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": text}],
        "stop_reason": stop,
        "stop_details": {"category": "cyber"} if stop == "refusal" else None,
        "usage": {"input_tokens": 10**number, "output_tokens": 2 * 10**number, "cache_read_input_tokens": number},
    }
    return json.dumps(message | changes)


class Script:
    """Plays ``kinds`` one after the other, or whole bodies; keeps what it was sent and what was shown."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds
        self.requests: list[dict[str, Any]] = []
        self.shown: list[str] = []
        self.passed_on: list[Say] = []

    def send(self, sent: dict[str, Any], show: Say) -> Response:
        self.requests.append(json.loads(json.dumps(sent)))
        self.passed_on.append(show)
        number = len(self.requests)
        kind = self.kinds[number - 1]
        if kind == "transport":
            raise ReaderFailed(TRANSPORT)
        given = body(TEXTS[kind], STOPS.get(kind, "end_turn"), number) if kind in TEXTS else kind
        return Response(given, HOST, f"req_{number}")

    @property
    def asked(self) -> Sequence[str]:
        return self.kinds[: len(self.requests)]

    def hold(self, notes: Notes | None = None, **changes: Any) -> Outcome:
        settings = Settings(Model("some-model", None), max_tokens=MAX_TOKENS, **changes)
        talk = Conversation(notes or building.notes(), building.TODAY, "frozen", settings)
        return talk.hold(self.send, self.shown.append)

    def fails(self) -> str:
        with pytest.raises(ReaderFailed) as caught:
            self.hold()
        return str(caught.value)


SEQUENCES: Final = list(itertools.product(KINDS, repeat=MOST_ANSWERS))


@cache
def held(kinds: tuple[str, ...]) -> tuple[Script, Outcome | None, str]:
    """The script played to its end: what came of it, or the error."""
    script = Script(*kinds)
    try:
        return script, script.hold(), ""
    except ReaderFailed as error:
        return script, None, str(error)


def sequences(test: Any) -> Any:
    """Every sequence of three outcomes, one test for each that may come first."""
    return pytest.mark.parametrize("first", KINDS)(test)


def beginning_with(first: str) -> list[tuple[str, ...]]:
    return [kinds for kinds in SEQUENCES if kinds[0] == first]


# --- The rules, each stated for every sequence --------------------------------------------------------------------


@sequences
def test_it_asks_once_more_for_each_reason_and_three_times_in_all(first: str) -> None:
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        for number, kind in enumerate(kinds, 1):
            before = [REASONS.get(other) for other in kinds[: number - 1]]
            last = kind not in REASONS or REASONS[kind] in before or number == MOST_ANSWERS
            if last:
                assert len(script.requests) == number, kinds
                break


@sequences
def test_the_valid_answer_with_the_fewest_missing_quotes_wins_and_the_first_of_equals(first: str) -> None:
    for kinds in beginning_with(first):
        script, outcome, _ = held(kinds)
        valid = [(ABSENT[kind], number) for number, kind in enumerate(script.asked, 1) if kind in ABSENT]
        assert (outcome is not None) is bool(valid), kinds
        if outcome is not None:
            absent, number = min(valid)
            assert outcome.answer.request_id == f"req_{number}", kinds
            assert outcome.answer.model == f"model-{number}"
            assert outcome.extraction == building.extraction(
                addressed_to_reader=[f"nowhere in the notes {n}" for n in range(absent)]
            )


@sequences
def test_without_a_valid_answer_the_last_one_says_why(first: str) -> None:
    says = {
        "invalid": "no valid extraction",
        "no text": "the answer holds no text",
        "cut off": "cut off at ",
        "refused": "refused to read these notes (category: cyber)",
        "context full": "longer than this model can hold",
        "transport": TRANSPORT,
    }
    for kinds in beginning_with(first):
        script, outcome, error = held(kinds)
        if outcome is None:
            assert says[script.asked[-1]] in error, kinds
        else:
            assert error == ""


@sequences
def test_all_answers_are_kept_and_their_usage_is_summed(first: str) -> None:
    for kinds in beginning_with(first):
        script, outcome, _ = held(kinds)
        if outcome is not None:
            numbers = [number for number, kind in enumerate(script.asked, 1) if kind != "transport"]
            assert [answer.request_id for answer in outcome.answers] == [f"req_{number}" for number in numbers]
            assert outcome.answer in outcome.answers
            assert outcome.usage == Usage(
                input_tokens=sum(10**number for number in numbers),
                output_tokens=sum(2 * 10**number for number in numbers),
                cache_read_input_tokens=sum(numbers),
            )


@sequences
def test_twice_the_tokens_are_allowed_after_an_answer_that_was_cut_off_and_not_otherwise(first: str) -> None:
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        for number, sent in enumerate(script.requests):
            assert sent["max_tokens"] == MAX_TOKENS * (2 if "cut off" in kinds[:number] else 1), kinds


@sequences
def test_a_question_follows_all_that_was_said_before(first: str) -> None:
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        for before, after, kind in zip(script.requests, script.requests[1:], kinds, strict=False):
            said = before["messages"]
            if kind == "cut off":
                assert after["messages"] == said, kinds
            elif TEXTS[kind]:
                assert after["messages"][: len(said) + 1] == [*said, request.assistant(TEXTS[kind])], kinds
                assert len(after["messages"]) == len(said) + 2


@sequences
def test_the_turns_alternate_and_ours_are_the_first_and_the_last(first: str) -> None:
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        for sent in script.requests:
            roles = [turn["role"] for turn in sent["messages"]]
            assert roles == [("user", "assistant")[place % 2] for place in range(len(roles))], kinds
            assert roles[-1] == "user"
            assert all(turn["content"] for turn in sent["messages"])


@sequences
def test_nothing_but_the_turns_and_the_tokens_ever_changes(first: str) -> None:
    notes = {"role": "user", "content": prompting.request(building.notes(), building.TODAY)}
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        for sent in script.requests:
            assert str(sent["messages"][0]["content"]).startswith(notes["content"])
            assert sent["system"][0]["text"] == "frozen"
            assert sent | {"messages": 0, "max_tokens": 0} == script.requests[0] | {"messages": 0, "max_tokens": 0}


@sequences
def test_it_is_shown_why_it_asks_again(first: str) -> None:
    shows = {
        "cut off": "Asking once more, because the answer was cut off",
        "invalid": "Asking once more, because the answer did not hold",
        "quotes": "Asking once more, because some quotes were not in the notes",
    }
    for kinds in beginning_with(first):
        script, _, _ = held(kinds)
        assert script.shown == [shows[REASONS[kind]] for kind in kinds[: len(script.requests) - 1]], kinds
        assert all(passed == script.shown.append for passed in script.passed_on)


# --- What it says -------------------------------------------------------------------------------------------------


def listed(sent: dict[str, Any]) -> list[str]:
    """The list in the last question: the only line that is one."""
    (line,) = [line for line in sent["messages"][-1]["content"].splitlines() if line.startswith("[")]
    found: list[str] = json.loads(line)
    return found


def test_the_first_question_is_the_notes_with_their_day() -> None:
    script = Script("good")
    script.hold()
    assert script.requests[0]["messages"] == [request.user(prompting.request(building.notes(), building.TODAY))]


def test_the_problems_of_an_invalid_answer_are_listed_with_their_paths() -> None:
    case = building.case(issue_type="weather", CI=(9, 5))
    script = Script(body(json.dumps(building.extraction_data(case))), "good")
    script.hold()
    found = listed(script.requests[1])
    assert [problem.split(":")[0] for problem in found] == [
        "cases.0.issue_type",
        "cases.0.dimensions.customer_impact.low",
    ]


def test_an_answer_without_text_is_told_so() -> None:
    script = Script("no text", "good")
    script.hold()
    assert "(document): the answer holds no text" in json.dumps(script.requests[1]["messages"])


def test_the_quotes_that_are_missing_are_listed_each_once() -> None:
    quotes = ["said nowhere", 'nor "this"', "said nowhere", building.QUOTES["CI"]]
    given = building.extraction_data(addressed_to_reader=quotes)
    script = Script(body(json.dumps(given)), "good")
    script.hold()
    assert listed(script.requests[1]) == ["said nowhere", 'nor "this"']


@pytest.mark.parametrize("count", [49, 50, 51, 300])
def test_no_more_than_fifty_are_listed(count: int) -> None:
    for text in (extraction(count), invalid(count)):
        script = Script(body(text), "good")
        script.hold()
        assert len(listed(script.requests[1])) == min(count, 50)


def test_a_list_longer_than_what_is_shown_does_not_hide_how_many_are_missing() -> None:
    outcome = Script(body(extraction(60), number=1), body(extraction(55), number=2)).hold()
    assert outcome.answer.model == "model-2"
    assert len(missing(outcome.extraction, building.notes())) == 55


@pytest.mark.parametrize(("problems", "more"), [(1, None), (5, None), (6, "and 1 more"), (80, "and 75 more")])
def test_an_error_names_five_problems_and_how_many_more(problems: int, more: str | None) -> None:
    told = Script("invalid", body(invalid(problems))).fails()
    assert told.count("is not a field here") == min(problems, 5)
    assert (more in told) if more else (" more" not in told)
    assert "`--model`" in told
    assert "`--structured`" in told


def test_an_answer_that_was_cut_off_twice_names_the_tokens_it_was_cut_off_at() -> None:
    told = Script("cut off", "cut off").fails()
    assert "cut off at 2,000 tokens" in told
    assert "`--max-tokens`" in told


def test_an_answer_that_was_cut_off_is_not_read_even_where_it_could_be() -> None:
    script = Script(body(extraction(), "max_tokens"), "one quote missing", "good")
    assert script.hold().answer.model == "model-3"
    assert len(script.requests[1]["messages"]) == 1


def test_a_refusal_without_a_category_names_none() -> None:
    told = Script(body("", "refusal", stop_details=None)).fails()
    assert "refused to read these notes. " in told
    assert "None" not in told


def test_a_refusal_with_a_valid_answer_in_it_is_a_refusal() -> None:
    assert "refused" in Script(body(extraction(), "refusal")).fails()


@pytest.mark.parametrize("stop", ["end_turn", "tool_use", "stop_sequence", "pause_turn", "eos", None])
def test_any_other_end_is_read_for_what_it_holds(stop: str | None) -> None:
    assert Script(body(extraction(), stop or "", stop_reason=stop)).hold().answer.stop == stop


# --- What is no message, and what is not our business -------------------------------------------------------------


@pytest.mark.parametrize("garbage", ["", "<html>", "[]", "no JSON"])
def test_what_is_no_message_ends_it_at_once(garbage: str) -> None:
    script = Script(garbage, "good")
    assert script.fails().startswith(f"{HOST} answered with ")
    assert len(script.requests) == 1


@pytest.mark.parametrize("garbage", ["", "<html>", "[]"])
def test_what_is_no_message_does_not_lose_an_answer_that_was_valid(garbage: str) -> None:
    outcome = Script("one quote missing", garbage).hold()
    assert outcome.answer.model == "model-1"
    assert len(outcome.answers) == 1


def test_an_interrupt_ends_it_also_after_a_valid_answer() -> None:
    class Interrupted(Script):
        def send(self, sent: dict[str, Any], show: Say) -> Response:
            if self.requests:
                raise KeyboardInterrupt
            return super().send(sent, show)

    with pytest.raises(KeyboardInterrupt):
        Interrupted("one quote missing").hold()


def test_no_usage_at_all_is_none() -> None:
    outcome = Script(body(extraction(1), usage=None), body(extraction(), usage={})).hold()
    assert outcome.usage is None


def test_usage_that_was_counted_for_some_answers_is_theirs() -> None:
    outcome = Script(body(extraction(1), usage=None), "good").hold()
    assert outcome.usage == Usage(input_tokens=100, output_tokens=200, cache_read_input_tokens=2)


def test_an_empty_extraction_is_an_answer() -> None:
    script = Script(body(json.dumps({**building.extraction_data(), "cases": []})))
    assert script.hold().extraction.cases == ()
    assert script.shown == []


HALF: Final = "half of a pair \ud83d"


@pytest.mark.parametrize(
    "content",
    [
        {"type": "text", "text": json.dumps({**building.extraction_data(), "cases": HALF}, ensure_ascii=False)},
        {"type": "text", "text": HALF},
        {"type": "tool_use", "input": {**building.extraction_data(), "addressed_to_reader": [HALF]}},
        {"type": "text", "text": json.dumps({**building.extraction_data(), "addressed_to_reader": [HALF]})},
    ],
)
def test_what_is_asked_again_can_be_sent_also_where_an_answer_holds_half_of_a_pair(content: dict[str, Any]) -> None:
    script = Script(body("", content=[content]), "good")
    assert script.hold().answer.model == "model-2"
    assert json.dumps(script.requests[1], ensure_ascii=False).encode()


def test_a_secret_of_the_notes_is_in_no_question() -> None:
    notes = from_text(f"{building.NOTE}\npassword: Winter#2024\n")
    script = Script("two quotes missing", "invalid", "good")
    script.hold(notes)
    assert "Winter" not in json.dumps(script.requests)


@pytest.mark.parametrize("structured", ["schema", "tool", "prompt"])
def test_an_answer_by_a_tool_is_repeated_as_text(structured: str) -> None:
    given = building.extraction_data(addressed_to_reader=["not there"])
    script = Script(body("", content=[{"type": "tool_use", "name": "write_extraction", "input": given}]), "good")
    script.hold(structured=structured)
    assert json.loads(script.requests[1]["messages"][1]["content"]) == given


def test_a_talk_that_never_answered_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Conversation, "_ask", lambda *_: False)
    with pytest.raises(RuntimeError, match="without an answer"):
        Script().hold()


# --- What is better than an answer with wrong quotes ------------------------------------------------------------------


def misquoting() -> dict[str, Any]:
    """One case whose signal nobody named."""
    return building.case(signals=[building.signal("legal", "their lawyers never wrote this")])


@pytest.mark.parametrize(
    "second",
    [
        {**building.extraction_data(), "cases": []},
        building.extraction_data(building.bare_case()),
    ],
    ids=["no case at all", "no quote at all"],
)
def test_an_answer_that_leaves_out_what_stands_does_not_win_by_having_no_wrong_quote(second: dict[str, Any]) -> None:
    first = building.extraction_data(misquoting())
    outcome = Script(body(json.dumps(first)), body(json.dumps(second), number=2)).hold()
    assert outcome.answer.model == "model-1"
    assert missing(outcome.extraction, building.notes()) == ("their lawyers never wrote this",)


def test_an_answer_that_only_leaves_out_the_wrong_quote_wins() -> None:
    first = building.extraction_data(misquoting())
    outcome = Script(body(json.dumps(first)), body(extraction(), number=2)).hold()
    assert outcome.answer.model == "model-2"


def test_a_failure_behind_an_answer_that_was_cut_off_says_that_it_was() -> None:
    script = Script(body("", "max_tokens"), "transport")
    assert script.fails() == f"The first answer was cut off at 1,000 tokens; asked for twice as many: {TRANSPORT}"
