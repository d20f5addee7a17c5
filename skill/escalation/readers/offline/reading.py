"""Puts together what the notes state as an extraction: one case for each account that has an open problem."""
# ruff: noqa: PLR2004 - limits of the framework in euros.

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from escalation.errors import NothingToAssess
from escalation.evidence.quotes import LEAST_CHARACTERS
from escalation.extraction.model import SCHEMA, Arr, Case, Deadline, Extraction, Reading, Readings, Signal, Strategic
from escalation.policy.terms import SIGNALS, WEIGHT_SCORE, Dimension, IssueType
from escalation.readers.offline import (
    capability,
    context,
    cues,
    history,
    impact,
    issues,
    learned,
    openness,
    signals,
    strategic,
    surroundings,
    suspicions,
    urgency,
)
from escalation.readers.offline.accounts import Section, sections
from escalation.readers.offline.bounds import Bounds, quotes, reading
from escalation.readers.offline.deadlines import Due, dues
from escalation.readers.offline.facts import Facts, Hit, hits
from escalation.readers.offline.folding import Folded
from escalation.readers.offline.holding import capability as judge_capability
from escalation.readers.offline.judging import impact as judge_impact
from escalation.readers.offline.language import foreign
from escalation.readers.offline.phrases import PhraseBook
from escalation.readers.offline.reader_orders import orders
from escalation.readers.offline.text import Text, read_text
from escalation.readers.offline.urgency import time_sensitivity
from escalation.readers.offline.value import Revenue, revenue_in
from escalation.readers.offline.vocabulary import CLASSES

_QUESTIONS: dict[Dimension, str] = {
    "customer_impact": "What can the customer not do at the moment, and what do they do instead?",
    "account_value": "What is the account's ARR, with its currency, and does it carry weight beyond its revenue?",
    "time_sensitivity": "By when must this be solved, and does the damage grow while they wait?",
    "csm_capability": "What is needed to solve this, and does the CSM have the authority, the access and the "
    "knowledge for it?",
}
_MOST_DEADLINES = 8
_MOST_SENTENCES = 2000


def facts() -> dict[str, str]:
    """The phrases of all rules, by the facts that they state."""
    subjects = (impact, urgency, capability, suspicions, context, history, issues, strategic, openness)
    return {fact: phrases for subject in subjects for fact, phrases in subject.FACTS.items()}


@cache
def book() -> PhraseBook:
    """All phrases that this reader knows."""
    return PhraseBook(facts(), CLASSES | signals.CLASSES)


@cache
def cue_book() -> PhraseBook:
    """The kinds of words that weigh, and settle nothing."""
    return PhraseBook(cues.FACTS, CLASSES)


def extraction(notes: str, today: dt.date) -> Extraction:
    """What ``notes`` state. Raises NothingToAssess where there is nothing in them to assess."""
    folded = Folded(notes)
    _refuse_unreadable(folded.lower)
    spans = orders(folded)
    addressed = tuple(dict.fromkeys(folded.quote(*span)[:2000] for span in spans))
    folded.blank(spans)
    text = read_text(folded, today)
    _refuse_foreign(text)
    found, weighing = hits(text, book()), hits(text, cue_book())
    solved = False
    cases = []
    for section in sections(text):
        case, closed = _case(text, section, found, weighing, today)
        solved |= closed
        cases += [case] if case else []
    if not cases:
        _refuse(solved=solved)
    return Extraction.model_validate({"schema": SCHEMA, "cases": tuple(cases), "addressed_to_reader": addressed})


def _refuse_unreadable(lower: str) -> None:
    if len(lower.strip()) < LEAST_CHARACTERS or not any(character.isalpha() for character in lower):
        raise NothingToAssess("The notes hold too few words to say anything of a problem.")
    bare = " ".join(word for word in lower[:4000].split() if "://" not in word and not word.startswith("www."))
    if not any(character.isalnum() for character in bare):
        raise NothingToAssess("The notes hold only a link, and nothing is fetched; paste the text itself.")


def _refuse_foreign(text: Text) -> None:
    language = foreign(" ".join(word for sentence in text.sentences[:_MOST_SENTENCES] for word in sentence.words))
    if language:
        raise NothingToAssess(
            f"The notes look like {language}; the offline reader reads English only. "
            "An agent can read them: give it this folder as a skill, or the output of `escalate prompt`."
        )


def _refuse(*, solved: bool) -> None:
    if solved:
        raise NothingToAssess("The notes say that the problem is solved, and nothing else in them is open.")
    raise NothingToAssess("The notes hold no customer problem that this reader can recognise.")


def _case(
    text: Text, section: Section, found: Sequence[Hit], weighing: Sequence[Hit], today: dt.date
) -> tuple[Case | None, bool]:
    """The case of one account, and whether it has none because all is solved."""
    inside = {id(sentence) for sentence in section.sentences}
    here = suspicions.weighed((hit for hit in found if id(hit.sentence) in inside), section.account)
    current, over = history.now(section.sentences, here)
    still = {id(sentence) for sentence in current}
    facts, everything = Facts(hit for hit in here if id(hit.sentence) in still), Facts(here)
    if not openness.is_open(text, facts, everything, Section(section.account, current), over=bool(over)):
        closed = bool(over) and any(hit.fact in openness.HARM for hit in here)
        return None, closed
    found_dues = dues(current, today)
    found_impact = judge_impact(facts)
    ranges: learned.Learned = {
        "CI": found_impact,
        "TS": time_sensitivity(facts, found_dues, found_impact, today),
        "CC": judge_capability(facts, found_impact, section.sentences, text),
    }
    issue_type = issues.issue_type(facts, ranges["CI"], ranges["CC"])
    weighed = [hit for hit in weighing if id(hit.sentence) in still]
    ranges = learned.ranges(ranges, facts, weighed, current, found_dues, today)
    return _build(text, section, facts, everything, found_dues, ranges, issue_type, today), False


def _build(
    text: Text, section: Section, facts: Facts, everything: Facts, found_dues: list[Due], ranges: learned.Learned,
    issue_type: IssueType | None, today: dt.date,
) -> Case:  # fmt: skip
    revenue = revenue_in(text, section.sentences)
    weight = surroundings.strategic(text, everything)
    involved, concerned = surroundings.teams(text, section.sentences)
    return Case(
        account=section.account,
        situation=_situation(text, *ranges.values()),
        issue_type=issue_type,
        teams_concerned=concerned,
        dimensions=Readings(
            customer_impact=_read(
                text, "customer_impact", ranges["CI"], "The notes do not say what stops or what is done instead."
            ),
            account_value=_value(revenue, weight),
            time_sensitivity=_read(
                text, "time_sensitivity", ranges["TS"], "The notes name no date and do not say how the harm grows."
            ),
            csm_capability=_read(
                text,
                "csm_capability",
                ranges["CC"],
                "The notes do not say what the solution takes or who holds it.",
            ),
        ),
        arr=revenue.arr,
        strategic=weight,
        deadlines=_deadlines(text, found_dues),
        signals=tuple(
            Signal(kind=kind, quote=surroundings.quote(text, hit)) for kind in SIGNALS for hit in facts.stated(kind)[:1]
        ),
        days_open=surroundings.days_open(text, section.sentences, today),
        tried=surroundings.tried(text, facts),
        teams_involved=involved,
        customer_informed=surroundings.informed(text, facts),
        ask=surroundings.ask(text, facts),
        health=surroundings.health(text, section.sentences),
        renewal=surroundings.renewal(text, section.sentences),
        gut_feel=surroundings.gut_feel(text, facts),
    )


def _read(text: Text, dimension: Dimension, bounds: Bounds, nothing_stated: str) -> Reading:
    return reading(bounds, text, _QUESTIONS[dimension], nothing_stated)


def _situation(text: Text, *bounds: Bounds) -> str:
    """The notes' own words on what stops, by when, and what holds it up."""
    words = [" ".join(quote.split()) for one in bounds for quote in quotes(text, one.hits)[:1]]
    return (
        " ".join(word if word.endswith((".", "!", "?")) else f"{word}." for word in dict.fromkeys(words))
        or "The notes name a problem without saying more."
    )


def _deadlines(text: Text, found: Sequence[Due]) -> tuple[Deadline, ...]:
    kept: dict[tuple[dt.date, bool], Deadline] = {}
    for due in found:
        quote = surroundings.quote(text, due.hit)
        if len(quote) >= 8:
            of = "solution" if due.of_solution else "other"
            stated = {"date": due.date.isoformat(), "of": of, "quote": quote}
            kept.setdefault((due.date, due.of_solution), Deadline.model_validate(stated))
    return tuple(sorted(kept.values(), key=lambda deadline: deadline.date)[:_MOST_DEADLINES])


def _value(revenue: Revenue, weight: Strategic | None) -> Reading:
    """Account value as far as this reader can say; the core works it out from the revenue and the weight."""
    question = _QUESTIONS["account_value"]
    least = WEIGHT_SCORE[weight.weight] if weight else 1
    weighed = (weight.quote,) if weight else ()
    if revenue.claims:
        one, other = revenue.claims
        why = f"The notes give two revenues: “{_line(one)}” and “{_line(other)}”."
        return Reading(
            evidence=(one.quote, other.quote, *weighed),
            rationale=why,
            low=least,
            high=5,
            question="Which of the two revenues is right?",
        )
    if revenue.arr is None:
        why = "The notes state no revenue" + (f"; the account's weight is {weight.weight}." if weight else ".")
        return Reading(evidence=weighed, rationale=why, low=least if weighed else 1, high=5, question=question)
    low, high = _by_revenue(revenue.arr)
    low, high = max(low, least), max(high, least)
    why = "The notes state the revenue." if low == high else "The notes state the revenue; the policy's rates decide."
    return Reading(
        evidence=(revenue.arr.quote, *weighed),
        rationale=why,
        low=low,
        high=high,
        question=question if low < high else None,
    )


def _line(arr: Arr) -> str:
    return " ".join(arr.quote.split())


def _by_revenue(arr: Arr) -> tuple[int, int]:
    if arr.currency != "EUR" or (arr.period == "total" and not arr.years):
        return 1, 5
    yearly = arr.amount * arr.units * {"month": 12, "quarter": 4}.get(arr.period, 1) / (arr.years or 1)
    score = 1 if yearly < 10_000 else 3 if yearly <= 50_000 else 5
    return score, score
