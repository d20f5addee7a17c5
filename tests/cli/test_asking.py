from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import building
from building import CC, CI, TODAY, TS
from cli.calling import CTRL_D, Command, on_terminal
from cli.documents import TODAY as DAY
from cli.documents import notes
from cli.test_commands import PLAIN_NOTES
from escalation.cli import asking
from escalation.decision.assessing import assess
from escalation.errors import WrongUsage
from escalation.extraction.answers import NO_ANSWERS, Answers, ScoreGiven
from escalation.extraction.model import Extraction
from escalation.policy.loading import load

POLICY = load("default")


class Csm:
    """Types the answers a test gives it, and remembers what was asked and said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self._typed: Iterator[str] = iter(typed)
        monkeypatch.setattr("click.prompt", self._prompt)
        monkeypatch.setattr("click.echo", lambda text="", **_: self.said.append(str(text)))

    def _prompt(self, text: str, **options: Any) -> str:
        assert options["err"] is True, "a question on stdout would stand in the output"
        self.asked.append(text.strip())
        return next(self._typed, "")


def ask(extraction: Extraction, given: Answers = NO_ANSWERS) -> Any:
    return asking.ask(extraction, building.notes(), POLICY, TODAY, given)


def test_nothing_is_asked_where_all_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch)
    assert ask(building.extraction()) == [NO_ANSWERS]
    assert csm.asked == []


def test_all_that_is_unknown_is_asked_for_with_its_definitions(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch, "EUR 60k", "high", "4", "5", "3", "12", "no", "solve")
    (found,) = ask(building.extraction(building.bare_case()))
    assert found.arr is not None
    assert (found.arr.amount, found.weight, found.days_open) == (60_000, "high", 12)
    assert (found.customer_informed, found.gut_feel) == ("no", "solve")
    assert {name: given.score for name, given in found.scores.items()} == {CI: 4, TS: 5, CC: 3}
    assert len(csm.asked) == 8
    said = "\n".join(csm.said)
    for name in (CI, TS, CC):
        assert all(f"{score}: {level}" in said for score, level in POLICY.dimensions[name].levels.items())
    assert all(f"{weight}: {text}" in said for weight, text in POLICY.strategic_weight.items())


def test_answers_settle_what_was_open(monkeypatch: pytest.MonkeyPatch) -> None:
    extraction = building.extraction(building.bare_case())
    before = assess(extraction, POLICY, TODAY, notes=building.notes()).cases[0]
    Csm(monkeypatch, "EUR 60k", "none", "4", "5", "3")
    after = assess(extraction, POLICY, TODAY, notes=building.notes(), answers=ask(extraction)).cases[0]
    assert (before.settled, after.settled, after.vector) == (False, True, "EDF:1.0/CI:4/AV:5/TS:5/CC:3")
    assert {score.set_by for score in after.scores.values()} == {"user"}


def test_an_empty_answer_leaves_it_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch)
    assert ask(building.extraction(building.bare_case())) == [NO_ANSWERS]
    assert len(csm.asked) == 8


def test_what_cannot_be_understood_is_asked_again_with_what_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch, "a lot", "38k", "EUR 38k", "heavy", "some", "0", "6", "two", "²", "2")
    (found,) = ask(building.extraction(building.bare_case()))
    assert found.arr is not None
    assert (found.arr.amount, found.weight, found.scores[CI].score) == (38_000, "some", 2)
    said = "\n".join(csm.said)
    for words in (
        'one looks like "EUR 38k"',
        "names no currency",
        "write one of none, slight, some, strong, high",
        "write a number from 1 to 5",
    ):
        assert words in said


def test_a_range_is_asked_for_within_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch, "5", "3")
    (found,) = ask(building.extraction(building.case(CI=(2, 4))))
    assert found.scores[CI].score == 3
    assert csm.asked == ["Customer impact (2-4)"] * 2
    assert "write a number from 2 to 4" in csm.said


def test_what_an_option_answered_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch)
    given = Answers(scores={CI: ScoreGiven(4, "seen it")}, gut_feel="help", customer_informed="yes", days_open=2)
    (found,) = ask(building.extraction(building.case(CI=(2, 4), days_open=None, gut_feel=None)), given)
    assert csm.asked == []
    assert found == given


def test_each_case_is_asked_for_on_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch, "2", "4")
    cases = (building.case(account="Eins", CI=(2, 4)), building.case(account="Zwei", CI=(2, 4)))
    found = ask(building.extraction(*cases))
    assert [answers.scores[CI].score for answers in found] == [2, 4]
    said = "\n".join(csm.said)
    assert said.index("Case 1 of 2: Eins") < said.index("Case 2 of 2: Zwei")


@pytest.mark.parametrize(
    "given", [Answers(account="Eins"), Answers(scores={CC: ScoreGiven(5, "so")}), Answers(health="red")]
)
def test_facts_given_for_several_cases_are_refused_before_anything_is_asked(
    given: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    csm = Csm(monkeypatch)
    with pytest.raises(WrongUsage, match=r"Eins.*Zwei"):
        ask(building.extraction(building.case(account="Eins", CI=(2, 4)), building.case(account="Zwei")), given)
    assert csm.asked == []


def test_no_control_character_of_the_notes_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    csm = Csm(monkeypatch)
    ask(building.extraction(building.case(account="Ei\x1b]0;ns\x07", situation="Its\x1b[2J end\u202e.", CI=(2, 4))))
    assert csm.said
    assert not any(mark in text for text in csm.said for mark in ("\x1b", "\x07", "\u202e"))


def test_without_a_terminal_nothing_can_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(WrongUsage, match="needs a terminal"):
        asking.require_terminal(wanted=True)
    asking.require_terminal(wanted=False)


# --- On a pseudo-terminal -----------------------------------------------------------------------------------------

SHORT_NOTES = "Nordwind GmbH writes that their invoice export fails and they are unhappy with it.\n"


def test_answers_typed_on_a_terminal_change_the_record(
    tmp_path: Path, environment: dict[str, str], command: Command
) -> None:
    arguments = ("assess", notes(tmp_path, SHORT_NOTES), *DAY, "--format", "json")
    before = command(*arguments).data["cases"][0]
    answers = {"ARR, such as": b"much\r", "is no amount of money": b"EUR 60k\r", "Weight (": b"none\r"}
    dialogue = on_terminal((*arguments, "--ask"), answers, cwd=tmp_path, env=environment, stdout_too=False)
    assert dialogue.code == 0, dialogue.screen
    after = json.loads(dialogue.piped)["cases"][0]
    assert before["scores"]["account_value"]["set_by"] == "unknown"
    assert (after["scores"]["account_value"]["low"], after["scores"]["account_value"]["set_by"]) == (5, "user")
    assert after["context"]["arr_eur"] == 60_000
    assert POLICY.dimensions["account_value"].question in dialogue.screen


def test_notes_may_be_pasted_before_the_questions(tmp_path: Path, environment: dict[str, str]) -> None:
    pasted = SHORT_NOTES.replace("\n", "\r").encode() + CTRL_D
    answers = {"Paste the notes": pasted, "ARR, such as": b"EUR 60k\r"}
    dialogue = on_terminal(
        ("assess", "--ask", "--format", "json", *DAY), answers, cwd=tmp_path, env=environment, stdout_too=False
    )
    assert dialogue.code == 0, dialogue.screen
    assert json.loads(dialogue.piped)["cases"][0]["context"]["arr_eur"] == 60_000


def test_the_end_of_input_at_a_question_interrupts(tmp_path: Path, environment: dict[str, str]) -> None:
    arguments = ("assess", notes(tmp_path, SHORT_NOTES), "--ask")
    dialogue = on_terminal(arguments, {"ARR, such as": CTRL_D}, cwd=tmp_path, env=environment, stdout_too=False)
    assert (dialogue.code, dialogue.piped) == (130, b"")


def test_questions_need_no_answer_where_the_notes_say_it(tmp_path: Path, environment: dict[str, str]) -> None:
    arguments = ("assess", notes(tmp_path, PLAIN_NOTES), "--ask", "--format", "json", *DAY)
    dialogue = on_terminal(arguments, cwd=tmp_path, env=environment, stdout_too=False)
    assert dialogue.code == 0, dialogue.screen
    assert "ARR, such as" not in dialogue.screen
    assert json.loads(dialogue.piped)["cases"][0]["context"]["arr_eur"] == 60_000
