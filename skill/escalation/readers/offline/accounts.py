"""Which accounts the notes are about, and which sentences belong to which."""
# ruff: noqa: PLR2004 - points and lengths weigh names against each other.

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from escalation.readers.offline.patterns import Pattern
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.words import word_set

_LABELS: Final = frozenset(
    {"account", "acct", "customer", "client", "company", "account name", "customer name", "kunde"}
)
_COMPANY: Final = word_set("""
    ltd limited inc gmbh ag kg llp llc plc bv nv sa srl spa oy ab as aps group holding holdings partners logistics
    freight insurance brokers bakery bakeries hotels hotel trust housing textiles cosmetics bikes dental clinic
    clinics kliniken hospital hospitals school schools university college bank foods food foods energy energi
    energia water power solar staffing travel tiles flowers optik pharma pharmacy labs media print printing press
    books motors auto automotive tools werkzeugbau engineering works mills steel paper garden centres centers
    stores retail fashion shoes furniture cooperative coop co-op care telecare tutors academy legal notaries law
    consulting advisors advisers capital finance financial systems software solutions technologies tech telecom
    mobility airlines rail shipping lines parts supply wholesale market markets catering events sports fitness
    games studio studios design architects surveyors estates properties realty construction builders homes farm
    farms dairy brewery wines vineyards cellars fisheries seafood timber chemicals plastics packaging utilities
    council gemeente stadtwerke museum theatre foundation charity church institute & brothers sons
""")
_NO_NAMES: Final = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec the a an i we they he she it my our their his her you your this that these those call
    notes note email mail ticket account customer client crm timeline activity log voice memo friday's quarterly
    monthly weekly review qbr meeting minutes fwd fw re subject from to date sent cc status update escalation
    issue problem impact summary background context next steps step actions action open tried training roadmap
    adoption commercial renewal arr mrr tcv usd eur gbp chf sek nok dkk ok okay yes no not and but so or if when
    what who why how where also then there here since because after before until till still just only nothing
    nobody everything everyone please thanks thank hi hello dear cheers regards best kind warm support engineering
    product finance legal sales marketing csm cs sso api csv pdf sla p1 p2 p3 l1 l2 l3 it's i'm i've i'll we're
    they're contract subscription is are was were has have had do does did will would can could should in on at by
    for with about of as up out over q1 q2 q3 q4 h1 h2 europe english german french black xmas christmas easter
    ceo cfo coo cto vp head director manager mr mrs ms dr frau herr madame quick recap internal fyi asap tl dr
    health risk mood voice today tomorrow yesterday tonight morning afternoon present attendees chat slack teams
    zoom email's question new old first second third other another one two three okay look right anyway well oh
    got had spoke talked met heard called asked said told let linkedin excel outlook google microsoft salesforce
    sap jira zendesk hubspot environmental agency since weekly positions results windows chrome firefox safari
    iphone android recorded registered delivery urgent important confidential dear situation office fact facts
    current status problem summary details request history timeline wishes mood site contact client person
    forwarded act security i'd i'll visited typed paper letter opened logged dictated copied transcript excerpt
    minutes memo wrap friday recap hand-over handover hand-typed heads subject
""")
_NAME: Final = Pattern(
    r"(?<![\w@#/.-])[^\W\d_a-zß-ÿ][\w'.-]*(?:(?: & | and (?=[A-Z])| of (?=[A-Z])| de | van | und )?(?: ?)(?<=[ "
    r"&])[^\W\d_a-zß-ÿ][\w'-]*|(?: &(?= ))? [^\W\d_a-zß-ÿ][\w'.-]*){0,4}"
)
_BEFORE: Final = {
    "at": 3,
    "from": 3,
    "about": 3,
    "account": 5,
    "customer": 5,
    "client": 5,
    "on": 1,
    "for": 1,
    "with": 1,
    "w/": 1,
    "to": 0,
    "review": 4,
    "is": 1,
    "one": 2,
    "of": 2,
    "by": 1,
    "visited": 2,
    "between": 1,
}
_LETTERED: Final = Pattern(r"[(]?[a-h1-9][).] ", re.IGNORECASE)
_LEAD_IN: Final = Pattern(
    r"(?:okay so,? |so,? |right,? |and |then |what else\.? |the )*(?:(?:first|second|third|last|other|next|"
    r"another)(?:ly)?(?: one| account| customer| thing| two)?(?: is| was|,|:)+ )",
    re.IGNORECASE,
)
_DESCRIBED: Final = Pattern(r" \((?:the [^()]{2,40}people|[^()]{0,60}(?:\d[\d.,]* ?[kKmM]\b|[A-Z]{3} ?\d|[€$£]))")
_PRICED: Final = Pattern(r",? ?\(?(?:[€$£]|[A-Z]{3} \d)")
_ACTS: Final = Pattern(
    r" (?:are|is|have|has|had|sent|want|wants|pay|pays|say|says|said|called|wrote|cannot|can't|lost|need|needs|"
    r"report|reports|reported|use|uses|run|runs)\b"
)
_SEVERAL: Final = Pattern(
    r"\b(?:two|three|four|2|3|4|several|both) (?:accts?|accounts?|customers?|clients?|things)\b", re.IGNORECASE
)


class Section(NamedTuple):
    """The sentences about one account; its name where the notes give one."""

    account: str | None
    sentences: list[Sentence]


def sections(text: Text) -> list[Section]:
    """The notes parted by account; one section where only one is spoken of."""
    leads = list(_leads(text))
    if len({_key(name) for _, name in leads}) < 2:
        return [Section(account_name(text, text.sentences), text.sentences)]
    leads = _with_returns(text, leads)
    found: list[Section] = []
    for number, (place, name) in enumerate(leads):
        end = leads[number + 1][0] if number + 1 < len(leads) else len(text.sentences)
        known = next((one for one in found if one.account and _key(one.account) == _key(name)), None)
        if known:
            known.sentences.extend(text.sentences[place:end])
        else:
            found.append(Section(name, text.sentences[place:end]))
    return found


def _with_returns(text: Text, leads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """``leads`` and the paragraphs that begin with the name of an account that was named before."""
    names = {_key(name): name for _, name in leads}
    taken = {place for place, _ in leads}
    more = [
        (place, names[sentence.words[0]])
        for place, sentence in enumerate(text.sentences)
        if sentence.words[0] in names
        and place not in taken
        and place > leads[0][0]
        and sentence.block != text.sentences[place - 1].block
    ]
    return sorted([*leads, *more])


def _key(name: str) -> str:
    return name.lower().split(" ")[0]


def _leads(text: Text) -> Iterator[tuple[int, str]]:
    """Sentences with which the part about another account begins, and its name."""
    several = any(_SEVERAL.re.search(text.folded.text, sentence.start, sentence.end) for sentence in text.sentences[:3])
    block, within = -1, 0
    row = -1
    for place, sentence in enumerate(text.sentences):
        within = within + 1 if sentence.block == block else 0
        block = sentence.block
        if sentence.label in _LABELS and sentence.block != row:
            row = sentence.block
            name = _labelled(text, sentence)
            if name:
                yield place, name
        elif within <= 2 or any(
            lead.re.match(text.folded.text, sentence.start, sentence.end) for lead in (_LEAD_IN, _LETTERED)
        ):
            name = _lead(text, sentence, several=several, first=within == 0)
            if name:
                yield place, name


def _lead(text: Text, sentence: Sentence, *, several: bool, first: bool) -> str:  # noqa: PLR0911 - one way out for each case
    line = text.folded.text[sentence.start : sentence.end]
    lettered = _LETTERED.re.match(line)
    lead_in = lettered or _LEAD_IN.re.match(line)
    match = _NAME.re.match(line, lead_in.end() if lead_in else 0)
    if not match:
        return ""
    name = _clean(match[0])
    if not name:
        return ""
    after = line[match.end() : match.end() + 40].strip()
    words = name.lower().split(" ")
    companylike = bool(_COMPANY.intersection(words))
    money = bool(re.match(r"[(,:–—-]+\s*(?:[€$£]|[A-Z]{3} |\d[\d.,]*\s?[kKmM]\b)", after))
    capitals = name.isupper() and len(name) > 4 and (len(words) > 1 or several)
    ends = not after or after[0] in ".,(:-–—"
    if lettered:
        return name if companylike or (len(words) > 1 and name.istitle() and after[:1] in {",", "("}) else ""
    if lead_in and (companylike or several or ends):
        return name
    if first and capitals and ends:
        return name
    if ends and (
        money
        or (companylike and (sentence.heading or not after or after[0] in ".:("))
        or (several and first and sentence.heading)
    ):
        return name
    return ""


def account_name(text: Text, sentences: Sequence[Sentence]) -> str | None:
    """The account's name where the notes make it plain."""
    labelled = next(filter(None, (_labelled(text, one) for one in sentences)), None)
    if labelled:
        return labelled
    points: Counter[str] = Counter()
    first_line = text.folded.text.find("\n", sentences[0].start) if sentences else 0
    for place, sentence in enumerate(sentences[:60]):
        for name, score in _names(text, sentence, early=place == 0 or sentence.end <= first_line, late=place > 5):
            points[name] += score
    _gather(points)
    best = max(points, key=lambda name: points[name], default=None)
    if best and points[best] >= 4:
        return best.title() if best.isupper() and len(best) > 5 else best
    return _in_small_letters(sentences)


def _in_small_letters(sentences: Sequence[Sentence]) -> str | None:
    """A name written without capitals, as in a chat: a word before one that companies are called by."""
    for sentence in sentences[:6]:
        for before, word in itertools.pairwise(sentence.words[:8]):
            if word in _COMPANY and before not in _NO_NAMES and before.isalpha() and len(before) > 3:
                return f"{before} {word}".title()
    return None


def _labelled(text: Text, sentence: Sentence) -> str | None:
    """The name after "Account:" or in the column of that name."""
    if sentence.label not in _LABELS:
        return None
    name = text.folded.text[sentence.start : sentence.end].split(":")[-1].strip(" .*_")
    plain = (
        2 <= len(name) <= 60
        and name[0].isupper()
        and len(name.split()) <= 6
        and not any(character.isdecimal() for character in name)
        and not name.isspace()
    )
    return name if plain else None


def _names(text: Text, sentence: Sentence, *, early: bool, late: bool) -> Iterator[tuple[str, int]]:  # noqa: C901 - points for each sign
    line = text.folded.text[sentence.start : sentence.end]
    for match in _NAME.re.finditer(line[:600]):
        name = _clean(match[0])
        if not name:
            continue
        words = name.lower().split(" ")
        lead = line[: match.start()].lower()
        before = re.findall(r"[\w/]+", lead[-30:]) if lead.endswith(" ") and not lead.endswith(", ") else []
        score = 1 + 4 * bool(_COMPANY.intersection(words)) + 3 * early - late
        score += _BEFORE.get(before[-1], 0) if before else 0
        if before and before[-1] in {"mr", "mrs", "ms", "dr", "frau", "herr", "monsieur"}:
            score -= 4
        if match.start() == 0 and len(words) == 1 and not early:
            score -= 1
        if before and before[-1] in {"with", "w/"} and len(words) == 1:
            score -= 2
        after = line[match.end() : match.end() + 2]
        if _PRICED.re.match(line, match.end()):
            score += 4
        if match.start() == 0 and after[:1] == "," and len(words) == 1:
            score -= 3
        if len(words) == 1 and after[:2] in {" (", ": "} and not early:
            score += 3 if _DESCRIBED.re.match(line, match.end()) else -2
        if match.start() == 0 and _ACTS.re.match(line, match.end()):
            score += 3
        if len(words) == 1 and (len(name) < 4 or name.isupper()):
            score -= 3
        yield name, score


def _clean(name: str) -> str:
    """``name`` without words that no account is called by, at its beginning and end."""
    words = name.strip(" .,-'&").split(" ")
    while words and (words[0].lower().strip(".,'") in _NO_NAMES or not words[0][:1].isalpha()):
        words.pop(0)
    for at, word in enumerate(words):
        if word.lower().strip(".,'") in _NO_NAMES:
            words = words[:at]
            break
        if word.endswith(".") and len(word) > 2 and word.lower() not in {"dr.", "st.", "b.v.", "inc.", "ltd.", "co."}:
            words = [*words[:at], word.rstrip(".")]
            break
    while words and words[-1].lower() in {"and", "of", "de", "van", "und", "&"}:
        words.pop()
    cleaned = " ".join(words)
    return cleaned.removesuffix("'s").removesuffix("'") if len(cleaned) > 2 else ""


def _gather(points: Counter[str]) -> None:
    """A short form counts for the long one that begins with it."""
    for name in sorted(points, key=len):
        longer = next(
            (other for other in points if other != name and other.lower().startswith(name.lower() + " ")), None
        )
        if longer:
            points[longer] += max(points.pop(name), 1)
