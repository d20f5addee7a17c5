"""Deadlines: days in the sentences, and whether the problem must be solved by then.

A day is of the solution only where the words tie a demand, or an event that needs the solution, to it. A day that may
be one is kept as possible: it widens the range of the score, and settles nothing.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from escalation.readers.offline.dates import Day, days
from escalation.readers.offline.facts import Hit, Standing
from escalation.readers.offline.phrases import is_number
from escalation.readers.offline.text import Sentence
from escalation.readers.offline.words import word_set


class Kind(Enum):
    """What a day is to the problem."""

    SOLUTION = "solution"
    POSSIBLE = "possible"
    OTHER = "other"


_BACK: Final = word_set("""
    since dated ago yesterday after last opened sent wrote emailed mailed called raised reported noticed arrived
    started began was were
""")
_BY: Final = word_set("""
    by before latest than
""")
_UNTIL: Final = word_set("""
    until till til
""")
_ALLOWS: Final = word_set("""
    has have had given gives gave got us them him her deadline open extended
""")
_DEMANDS: Final = word_set("""
    need needs needed needing must want wants wanted require requires required requests requested requesting ask
    asks asked asking insist insists expect expects expected expecting deadline due cutoff latest later demand demands
    demanded like ultimatum
""")
_STRICT: Final = word_set("""
    need needs needed must require requires required want wants insists insist deadline cutoff demands demand
""")
_REMEDIES: Final = word_set("""
    fixed sorted resolved solved working restored repaired corrected clean cured ready
""")
_NOT_YET: Final = word_set("""
    won't wouldn't can't cannot unlikely not never
""")
_TALKS: Final = word_set("""
    talk speak speaks call calls meet meets meeting chat catch demo session discuss slot ring review hear workshop
    training webinar recap debrief
""")
_PERSONS: Final = word_set("""
    someone somebody name names reply person contact owner eta colleague callback
""")
_TELLS: Final = word_set("""
    tell tells inform know answer decide explain update write
""")
# Events that need the solution where they are named together with their day.
_EVENTS: Final = word_set("""
    cutoff deadline inspectorate live launch launches launching peak campaign mailing cutover rollout payday exam exams
    conference fair hearing filing submission promotion locks lock runs filed file files submit submitted
    opens open opening doors sale expires expire expiry lapses inspection inspectors inspects audit auditors auditor
    examiner starts start begins begin closes close closing shuts shift shifts season kickoff migration handover
    pay payroll wages salaries paid happens
""")
# These alone tie nothing: "Jana starts on Tuesday", "they pay on the 30th".
_LOOSE: Final = word_set("""
    starts start begins begin closes close closing shuts pay paid happens migration handover file files lock runs
    audit auditors auditor inspection open
""")
# Papers with days of their own.
_PAPERS: Final = word_set("""
    contract agreement subscription licence license invoice invoices offer quote price notice trial term purchase
    payment ticket case
""")
_GATHERINGS: Final = word_set("""
    board committee trustees council visit visits visitor surveyor inspector auditor press presentation presents
    demo meets sits vote votes decides decision event vessels arrive arrives due expects wedding festival holiday
    goes go
    holidays peak opens shareholders investor investors steering tender
""")
_RENEWALS: Final = frozenset({"renewal", "renews", "renew", "renewed", "renewing", "renewals"})
_MEETINGS: Final = word_set("""
    renewal meeting qbr review workshop training webinar slot holiday holidays leave vacation trial newsletter
    invoice roadmap call session demo freeze away off back
""")
# What we or a supplier deliver: its day is a promise and no demand.
_SUPPLIES: Final = word_set("""
    patch fix hotfix release sprint engineer engineering support update vendor replacement part version deploy
    deployment maintenance our we we'll i i'll i'm i've me eta estimate reply response promised promise planned plan
    quote quoted told my colleague
""")
_OWN: Final = word_set("""
    i'll i we'll we i'm me us
""")
_OWN_STEPS: Final = word_set("""
    me i i'll we we'll doing booked scheduled ->
""")
_STEPS: Final = word_set("""
    send upload call ring show click answer check chase ping book follow look screenshot convert put told doing
    do promised promise said resend confirm reply visit pop join swap train meet talk speak come get back to
""")
_SAID: Final = word_set("""
    was were had handed told said called sent wrote rang spoke met tried went came got did began broke went gave
    took fell left made found saw heard ran done knew lost put put cut hit
""")
_NOT_PAST: Final = word_set("""
    need needed required wanted expected supposed scheduled planned feed speed need proceed red bed shed hundred
    indeed exceed based united limited used deed asked requested demanded seed embed paid closed
""")
_DAY_STARTS: Final = word_set("""
    mon tue wed thu fri sat sun tod ton tom tmr
""")
_DAY_WORDS: Final = word_set("""
    weds eod cob eow eom eoq eoy month week fortnight quarter year end close in within first second third fourth
    tenth working noon midnight lunch lunchtime christmas xmas thanksgiving black weekend hours hrs days this
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
""")
_LABELS: Final = frozenset(
    {"deadline", "due", "due date", "needed by", "by when", "by", "target date", "required by", "needed", "hard stop"}
)
_GIVES: Final = word_set("give gives giving gave given have has grant grants set")
_FEW: Final = 3
_RECENT: Final = 5


class Due(NamedTuple):
    """A day by which something must be done, what it is to the problem, and the words that name it."""

    date: dt.date
    kind: Kind
    hit: Hit

    @property
    def of_solution(self) -> bool:
        """Whether the problem must be solved by then."""
        return self.kind is Kind.SOLUTION


def dues(sentences: Sequence[Sentence], today: dt.date) -> list[Due]:
    """The deadlines that ``sentences`` name; long past ones, and past ones where a later day is named, are none."""
    found: list[Due] = []
    asked_when = False
    for sentence in sentences:
        found += _in_sentence(sentence, asked_when=asked_when)
        if len(sentence.words) > _FEW:
            asked_when = _asks_when(sentence)
    ahead = any(due.of_solution and due.date >= today for due in found)
    oldest = max(today, dt.date.min + dt.timedelta(_RECENT)) - dt.timedelta(_RECENT)
    kept = [due for due in found if due.date >= today or (due.of_solution and not ahead and due.date >= oldest)]
    return [due if due.date >= today else due._replace(kind=Kind.POSSIBLE) for due in kept]


def _asks_when(sentence: Sentence) -> bool:
    asked = set(sentence.words)
    needed = "when" in asked and bool({"need", "needs", "due"} & asked)
    return needed or (sentence.question and bool({"when", "deadline"} & asked))


def _in_sentence(sentence: Sentence, *, asked_when: bool) -> Iterator[Due]:
    words = sentence.words
    if not any(word[0].isdecimal() or word[:3] in _DAY_STARTS or word in _DAY_WORDS for word in words):
        return
    for day in days(words, sentence.message.date):
        alone = asked_when and day.end - day.start >= len(words) - 1
        kind = Kind.SOLUTION if alone else _kind(sentence, day)
        if kind is not None:
            yield Due(day.date, kind, Hit("due", sentence, day.start, day.end, Standing.STATED))
    yield from _term_given(sentence)


def _term_given(sentence: Sentence) -> Iterator[Due]:
    """Terms such as "giving us ten working days": counted from the day of the letter, else of the message."""
    words, written = sentence.words, sentence.message.date
    for at in range(1, len(words) - 2):
        term = words[at + 1] in {"working", "business"} and words[at + 2] in {"days", "day"} and is_number(words[at])
        if not term or not _GIVES.intersection(words[max(0, at - 4) : at]):
            continue
        letters = (day for day in days(words, written, past=True) if words[max(0, day.start - 1)] == "dated")
        letter = next((day.date for day in letters), written)
        for day in days(["within", *words[at : at + 3]], letter):
            yield Due(day.date, Kind.SOLUTION, Hit("due", sentence, at, at + 3, Standing.STATED))


class _Around(NamedTuple):
    """The words around a day: before it, close before it, those of its clause, and after it."""

    before: list[str]
    close: frozenset[str]
    clause: frozenset[str]
    after: list[str]


def _around(sentence: Sentence, day: Day) -> _Around:
    words, clauses = sentence.words, sentence.clauses
    first, last = max(0, day.start - 12), min(len(words), day.end + 6)
    # A comma between a weekday and its date parts clauses too.
    own = {clauses[day.start], clauses[day.end - 1]}
    inside = frozenset(words[at] for at in range(first, last) if clauses[at] in own and not day.start <= at < day.end)
    before = words[first : day.start]
    return _Around(before, frozenset(before[-6:]), inside, words[day.end : last])


def _kind(sentence: Sentence, day: Day) -> Kind | None:  # noqa: PLR0911 - one line for each kind of day
    """What the day is to the problem; None: nothing that presses."""
    near = _around(sentence, day)
    if day.date < sentence.message.date:
        return None
    if sentence.label.startswith("renew") or _RENEWALS & {*near.before[-6:], *near.after[:3], *near.clause}:
        return Kind.OTHER
    if sentence.label in _LABELS or (_EVENTS - _LOOSE).intersection(sentence.label.replace("-", " ").split()):
        return Kind.SOLUTION
    if _BACK & set(near.before[-1:]) or _BACK & set(near.before[-2:-1]):
        return None
    if _is_own_step(sentence, near):
        return Kind.OTHER
    if _wants_a_person(sentence, near):
        return Kind.POSSIBLE
    return _demanded(sentence, day, near) or _of_event(sentence, day, near) or _by_then(near) or _gathering(near, day)


def _is_own_step(sentence: Sentence, near: _Around) -> bool:
    """A step that the writer will take, or an appointment: "me to answer her by Tuesday", "next call on Friday"."""
    if near.before[-1:] and near.before[-1] in _MEETINGS:
        return True
    if _MEETINGS & set(near.before[-2:-1]) and near.before[-1] in {"on", "is"}:
        return True
    if not sentence.ours and "you" not in near.close:
        return False
    own = bool(_OWN & near.close)
    need = bool(_STRICT & near.clause) or "like" in near.clause or bool(_UNTIL & near.close and _ALLOWS & near.close)
    return (own and not need) or (bool(_STEPS & near.close) and "to" in near.close and "me" in near.close)


def _wants_a_person(sentence: Sentence, near: _Around) -> bool:
    """Whether only a name, a reply or a person is wanted from us by then, not the solution."""
    if not sentence.ours or _REMEDIES.intersection(near.clause):
        return False
    before = [*sentence.label.split(), *near.before]
    asked = max((at for at, word in enumerate(before) if word in _STRICT), default=len(before))
    return bool(_PERSONS.intersection(before[asked + 1 : asked + 4]))


def _past(near: _Around) -> bool:
    """Whether the clause tells what has been."""
    before = near.before[-6:]
    return any(word in _SAID or (word.endswith("ed") and word not in _NOT_PAST | _REMEDIES) for word in before)


def _demanded(sentence: Sentence, day: Day, near: _Around) -> Kind | None:  # noqa: PLR0911 - one way out for each case
    by, until = bool(_BY & set(near.before[-4:])), bool(_UNTIL & set(near.before[-2:]))
    demands = set(near.before[-10:]) | ({sentence.label} if sentence.label else set())
    if until and _ALLOWS & set(near.before[-4:]) and not (_SUPPLIES - _OWN | _MEETINGS) & near.close:
        return Kind.SOLUTION
    if until:
        return None
    wanted = bool(_DEMANDS & demands) or _has_to(near)
    remedy = bool(_REMEDIES & set(near.before[-4:])) and not _SUPPLIES & near.clause and not _NOT_YET & near.clause
    if (by or _STRICT & near.close) and _wished_by_us(sentence, near):
        return Kind.POSSIBLE
    if by and (wanted or remedy):
        doubtful = _TALKS & near.close or _NOT_YET & near.close or not day.exact or "if" in near.before
        if _named_day(sentence, day):
            return Kind.POSSIBLE
        if not doubtful or (_STRICT & near.close and day.exact and not _TALKS & near.close):
            return Kind.SOLUTION
        return Kind.POSSIBLE
    if (_STRICT & near.close or _has_to(near)) and not _past(near):
        vague = not day.exact or _named_day(sentence, day)
        doubtful = (_TALKS | _TELLS | _SUPPLIES | _NOT_YET) & near.close
        return Kind.POSSIBLE if vague or doubtful else Kind.SOLUTION
    return None


def _wished_by_us(sentence: Sentence, near: _Around) -> bool:
    """What the writer wants or has asked for: "I have asked for a reply by Tuesday"."""
    if not sentence.ours:
        return False
    pairs = list(itertools.pairwise(near.before))
    pairs += [(first, third) for first, _, third in zip(near.before, near.before[1:], near.before[2:], strict=False)]
    return any(first in {"i", "we", "i'd", "i've", "we've"} and second in _DEMANDS for first, second in pairs)


def _named_day(sentence: Sentence, day: Day) -> bool:
    """A day that names something else: "the Black Friday mailing"."""
    return sentence.words[day.start - 1 : day.start] == ["black"] and day.end - day.start == 1


def _has_to(near: _Around) -> bool:
    pairs = itertools.pairwise(near.before[-10:])
    return any(pair in {("has", "to"), ("have", "to"), ("got", "to"), ("supposed", "to")} for pair in pairs)


def _of_event(sentence: Sentence, day: Day, near: _Around) -> Kind | None:
    """An event that needs the solution, named with its day."""
    tied = _EVENTS & ({*near.before[-5:], *near.after[:5]} & near.clause)
    due = near.before[-1:] == ["due"] or near.before[-2:] == ["due", "on"]
    ongoing = near.before[-1:] == ["from"] and set(near.after[:1]) & {"on", "onwards", "onward"}
    if not (tied or due or ongoing) or _past(near) or "morning" in sentence.words[day.start : day.end]:
        return None
    doubtful = (_SUPPLIES | _PAPERS) & near.clause or (_TALKS | _NOT_YET) & near.close
    if not day.exact or _named_day(sentence, day) or doubtful:
        return Kind.POSSIBLE
    if due and not tied:
        return Kind.SOLUTION if {"it", "is", "it's", "that's"} & set(near.before[-4:-1]) else Kind.POSSIBLE
    return Kind.POSSIBLE if (tied <= _LOOSE and not ongoing) or sentence.question else Kind.SOLUTION


def _by_then(near: _Around) -> Kind | None:
    return Kind.POSSIBLE if _BY & set(near.before[-3:]) else None


def _gathering(near: _Around, day: Day) -> Kind | None:
    """Somebody meets or decides on that day: the problem may have to be solved before."""
    theirs = _GATHERINGS & near.clause and not _OWN & near.clause
    return Kind.POSSIBLE if theirs and day.exact and not _past(near) else None
