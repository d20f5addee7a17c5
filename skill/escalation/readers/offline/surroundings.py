"""What surrounds a case: tried, asked, told, felt, open since, the teams in it, health and renewal."""
# ruff: noqa: PLR2004 - days of a week and lengths of quotes are the subject here.

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from escalation.extraction.model import Ask, CustomerInformed, DaysOpen, GutFeelStated, Item, Strategic
from escalation.policy.terms import GutFeel, Weight
from escalation.readers.offline.dates import days
from escalation.readers.offline.facts import Facts, Hit, Standing
from escalation.readers.offline.phrases import is_number
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.words import word_set

_TEAMS: Final[dict[str, str]] = {
    "engineering": "engineering engineers developers dev devs squad backend frontend",
    "support": "support helpdesk l1 l2 l3 first-line",
    "product": "product roadmap-team pm",
    "finance": "finance billing accounting receivables",
    "legal": "legal counsel",
    "security": "security infosec ciso",
    "infrastructure": "infrastructure infra ops platform sre devops operations",
    "data": "data analytics",
    "integrations": "integrations integration connectors",
    "sales": "sales ae exec",
    "leadership": "vp cro leadership",
    "identity": "identity",
    "professional services": "services ps consulting implementation onboarding",
}
_TEAM_OF: Final = {word: team for team, words in _TEAMS.items() for word in words.split()}
_TEAM_NOUNS: Final = word_set("""
    team squad people group desk department guys folks channel queue inbox engineers engineer crew
""")
_DOES: Final = word_set("""
    asked handed passed forwarded escalated involved told contacted pinged chased raised opened sent says said
    thinks confirmed looking looks looked knows has have had replied answered reproduced wrote moved restarted
    offered working pulled joined asking support
""")
_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "couple": 2,
    "several": 3,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
}
_UNITS: Final = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "wk": 7,
    "wks": 7,
    "month": 30,
    "months": 30,
    "fortnight": 14,
}
_HEALTH: Final = word_set("""
    green amber red yellow orange health healthy churn-risk
""")
_COLOURS: Final = frozenset(["green", "amber", "red", "yellow"])


def strategic(text: Text, facts: Facts) -> Strategic | None:
    """The heaviest weight that the notes state."""
    weights: tuple[tuple[str, Weight], ...] = (
        ("weight_high", "high"), ("weight_strong", "strong"), ("weight_some", "some"), ("weight_slight", "slight"),
        ("weight_none", "none"),
    )  # fmt: skip
    for fact, weight in weights:
        ways = facts.stated(fact) or (facts.standing(Standing.FEARED, fact) if weight == "slight" else [])
        hit = next((hit for hit in ways if hit.sentence.ours or weight != "slight"), None)
        if hit:
            return Strategic(weight=weight, quote=quote(text, hit))
    return None


def tried(text: Text, facts: Facts) -> tuple[Item, ...]:
    """What was tried, each with its words."""
    found = {id(hit.sentence): hit for hit in reversed(facts.stated("tried", "tried_in_vain"))}
    ordered = sorted(found.values(), key=lambda hit: hit.sentence.start)[:6]
    return tuple(Item(text=_plain(quote(text, hit)), quote=quote(text, hit)) for hit in ordered)


def informed(text: Text, facts: Facts) -> CustomerInformed | None:
    """Whether the customer has been told; where both are said, the last word counts."""
    said = [(hit, "yes") for hit in facts.stated("informed_yes") if hit.sentence.ours]
    said += [(hit, "no") for hit in [*facts.stated("informed_no"), *facts.standing(Standing.ASKED, "informed_no")]]
    if not said:
        return None
    hit, value = max(said, key=lambda one: (one[0].sentence.start, one[0].start))
    return CustomerInformed(value="yes" if value == "yes" else "no", quote=quote(text, hit))


def gut_feel(text: Text, facts: Facts) -> GutFeelStated | None:
    """The CSM's own view, where it is stated as theirs."""
    feelings: tuple[tuple[str, GutFeel], ...] = (
        ("feels_unsure", "unsure"),
        ("feels_help", "help"),
        ("feels_solve", "solve"),
    )
    for fact, value in feelings:
        hit = next(
            (hit for hit in facts.any_way(fact) if hit.sentence.ours and hit.standing is not Standing.DENIED), None
        )
        if hit:
            return GutFeelStated(value=value, quote=quote(text, hit))
    return None


def ask(text: Text, facts: Facts) -> Ask | None:
    """What is asked of others, where the CSM's own words state it."""
    asked = facts.stated("asks") + facts.standing(Standing.ASKED, "asks") + facts.standing(Standing.FEARED, "asks")
    hit = next((hit for hit in sorted(asked, key=lambda hit: hit.sentence.start) if hit.sentence.ours), None)
    return Ask(text=_plain(quote(text, hit)), quote=quote(text, hit)) if hit else None


def health(text: Text, sentences: Sequence[Sentence]) -> Item | None:
    """The account's health, where a field or a word such as "amber" states it."""
    for sentence in sentences:
        labelled = "health" in sentence.label or sentence.label in {"status", "rag"}
        if (labelled and _COLOURS & set(sentence.words)) or (
            "health" in sentence.words and (_COLOURS & set(sentence.words) or any(map(is_number, sentence.words)))
        ):
            words = text.quote(sentence)
            if len(words) >= 8:
                return Item(text=_plain(words), quote=words)
            line = text.folded.quote(max(0, sentence.start - 40), sentence.end)
            words = line[max(line.rfind("\n"), 0) :].strip()
            return Item(text=text.quote(sentence), quote=words) if len(words) >= 8 else None
    return None


def renewal(text: Text, sentences: Sequence[Sentence]) -> Item | None:
    """When the contract renews or ends, where the notes say it."""
    for sentence in sentences:
        words = set(sentence.words)
        if sentence.label.startswith("renew") or (
            words & {"renewal", "renews", "renewed", "renew"} and not words & {"won't", "not", "if"}
        ):
            at = next((place for place, word in enumerate(sentence.words) if word.startswith("renew")), 0)
            words_of_it = text.quote(sentence, at, min(at + 6, len(sentence.words) - 1))
            if len(words_of_it) >= 8:
                return Item(text=_plain(words_of_it), quote=words_of_it)
    return None


def days_open(text: Text, sentences: Sequence[Sentence], today: dt.date) -> DaysOpen | None:
    """Calendar days since the problem began, as the notes state it; the longest of what they say."""
    found: list[tuple[int, Sentence, int, int]] = []
    for sentence in sentences:
        found += _since(sentence, today)
        found += _for_so_long(sentence, today)
    if not found:
        found = _first_message(sentences, today)
    if not found:
        return None
    count, sentence, first, last = max(found, key=lambda one: one[0])
    return DaysOpen(days=min(count, 36_500), quote=text.quote(sentence, first, last))


def _since(sentence: Sentence, today: dt.date) -> list[tuple[int, Sentence, int, int]]:
    words = sentence.words
    found = []
    for place, word in enumerate(words):
        if word == "since" and not {"us", "customer", "customers", "client", "renewed"} & set(
            words[max(0, place - 4) : place]
        ):
            day = next(iter(days(words[place + 1 : place + 7], sentence.message.date, past=True)), None)
            if day and day.start <= 2 and 0 <= (today - day.date).days <= 400:
                found.append(((today - day.date).days, sentence, place, place + day.end))
    if sentence.label in {"since", "opened", "open since", "reported", "raised", "first reported"}:
        day = next(iter(days(words, today, past=True)), None)
        if day and (today - day.date).days <= 3650:
            found.append(((today - day.date).days, sentence, 0, len(words) - 1))
    return found


def _for_so_long(sentence: Sentence, today: dt.date) -> list[tuple[int, Sentence, int, int]]:
    """Such as "for three weeks", "third week now", "open for ten days", "two weeks ago"."""
    words = sentence.words
    found = []
    for place, word in enumerate(words[:-1]):
        count = int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word)
        unit = _UNITS.get(words[place + 1])
        if not count or not unit:
            continue
        before = words[max(0, place - 3) : place]
        after = words[place + 2 : place + 4]
        lasting = "for" in before or "now" in after or "running" in after or "already" in [*before, *after]
        if lasting and not {"next", "over", "contract", "signed", "renewed", "customer", "another", "takes"} & {
            *before,
            *words[max(0, place - 6) : place],
        }:
            age = max(0, (today - sentence.message.date).days)
            found.append((count * unit + age, sentence, max(0, place - 1), min(place + 2, len(words) - 1)))
    return found


def _first_message(sentences: Sequence[Sentence], today: dt.date) -> list[tuple[int, Sentence, int, int]]:
    """The first of several dated entries: what is open began then at the latest."""
    dated = [sentence for sentence in sentences if sentence.message.dated]
    if len({sentence.message.date for sentence in dated}) < 3:
        return []
    first = min(dated, key=lambda sentence: (sentence.message.date, sentence.start))
    return [((today - first.message.date).days, first, 0, len(first.words) - 1)]


def teams(text: Text, sentences: Sequence[Sentence]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """The teams that have been drawn in, with their words, and all teams that the notes speak of."""
    involved: dict[str, Item] = {}
    concerned: dict[str, None] = {}
    for sentence in sentences:
        words = sentence.words
        for place, word in enumerate(words):
            team = _TEAM_OF.get(word)
            near = words[max(0, place - 3) : place + 5]
            if not team or not (_TEAM_NOUNS.intersection(near) or _DOES.intersection(near)):
                continue
            if not sentence.ours and word not in {"support", "engineering"}:
                continue
            concerned.setdefault(team)
            if _DOES.intersection(near) and not {"need", "needs", "haven't", "not", "nobody", "could"} & set(near):
                words_of_it = text.quote(sentence, place, place)
                if len(words_of_it) >= 8:
                    involved.setdefault(team, Item(text=team, quote=words_of_it))
    return tuple(involved.values()), tuple(concerned)


def quote(text: Text, hit: Hit) -> str:
    """The notes' words behind ``hit``."""
    return text.quote(hit.sentence, hit.start, hit.end - 1)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" -*•>")
