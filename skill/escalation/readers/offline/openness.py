"""Whether the part of the notes about an account holds something open: refused is only what is positively closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from escalation.policy.terms import SIGNALS
from escalation.readers.offline.accounts import Section
from escalation.readers.offline.facts import Facts, Hit, Standing
from escalation.readers.offline.text import Sentence, Text
from escalation.readers.offline.words import word_set

HARM: Final = ("stands_still", "blocked", "hours_lost", "disrupted", "slight", "trifle")
_OPENS: Final = (*HARM, *SIGNALS, "opens_problem", "money_dispute", "missing_feature", "trust")
_GRAVE: Final = ("stands_still", "hours_lost", "repeats", "money_dispute", "missing_feature", "trust", *SIGNALS)
FACTS: Final[dict[str, str]] = {
    # What was asked for or broken has been done or put right.
    "deed": """
        got it working|going|sorted
        works|working now|again
        thanked|thanks me|us
        was|is|all|now done|sorted|solved|fixed|resolved|good|happy
        done|sorted
        on the spot
        that|which did it|the
        changed|set|replaced|switched|swapped|corrected|removed|renamed it|them|him|her|that|this
        set|switched it|that to|on|off|back
        downloaded and sent
        approved all|everything|both
        matter|case|ticket|topic is|was|now closed|done|settled
        no further|more action|actions|work
        nothing else|further|more open|needed|to
        he|she|they changed it|that
        there it is
        did|done it|that .. while|at
        matter .. closed
        sent link|clip|guide|pdf
        nothing|no more to it|that
        bless you|her
        downloaded .. sent
        set it|that|them to
        did it
        added|did|changed|fixed|set|removed it|that|them myself
        sent same|straight day|away
        works|working ta|thanks|thank|thx|cheers
        wrote|says|said|replied back? perfect
        perfect|great that's all
        he|she|they reprinted|redid it|that|them
        invite|date|slot|appointment|meeting ... he|she|they has|have? confirmed|accepted
        closed by|with customer|agreement
        problem|issue solved|gone|fixed
    """,
    "good_news": """
        love|loves|loved|happy|great|pleased|delighted|glad|fantastic|brilliant|lovely|congratulat*|praise|praised
        content|smooth|smoothly|good|excellent|wonderful|thrilled|well|nice|cheerful
    """,
}
_PENDING: Final = word_set("""
    still waiting open pending ticket escalate escalated haven't hasn't until workaround can't cannot couldn't need
    needs approval unanswered queue refund broken failing fails wrong missing slow angry unhappy again yet nobody
    no-one silence stuck blocked but however except unless temporary temporarily wants want wish would unsolved
    promised overdue
""")
_COURTESY: Final = word_set("""
    screenshot slides deck writing summary confirm confirmation recording minutes link clip
""")
_TROUBLE: Final = word_set("""
    not no never nobody can't cannot doesn't don't didn't isn't won't haven't hasn't couldn't wants want asked
    asks needs need wrong late missing failed fails broken instead complained again lost slow stuck without
    unhappy worried waiting still problem issue error question request displeased consider would change crash crashes
    crashing freezes froze frozen dead gone unable hangs blank reported concerned urgent urgently worse bug help wish
    rather please could can confused unclear explain behind delay delayed refuses denied dispute
""")
_CURRENCIES: Final = word_set("""
    eur usd gbp chf sek nok dkk pln arr mrr acv tcv k
""")
_SIGNS: Final = frozenset("€$£¥₹")
_LEAST_BUSINESS: Final = 2
_NEAR_BY: Final = 900
_CLOSERS: Final = word_set("closed done sorted solved resolved fixed")
_BACK: Final = word_set("it that them")
_TAILS: Final = word_set("""
    ticket tickets renewal credit invoice price pricing discount leave escalated escalation
""")


def is_open(text: Text, facts: Facts, everything: Facts, section: Section, *, over: bool) -> bool:
    """Whether something is open, and it is a customer's: the notes speak the language of business."""
    if facts.stated(*SIGNALS):
        return True
    named = _has_open_words(facts, section, over=over) and not (over and _only_tails(facts, everything))
    return named and _is_business(text, everything, section) and not _closed_by_deeds(text, facts, section)


def _has_open_words(facts: Facts, section: Section, *, over: bool) -> bool:
    """A problem, a wish or a question is named; where all is said to be well, one plain "no" is none."""
    if any(hit.standing not in (Standing.DENIED, Standing.OVER) for hit in facts.any_way(*_OPENS)):
        return True
    if facts.stated("nothing_open") or (over and not _TROUBLE.intersection(_words(section))):
        return False
    if _TROUBLE.intersection(_words(section)):
        return True
    return bool(section.sentences) and not facts.stated("good_news", "deed")


def _words(section: Section) -> set[str]:
    return {word for sentence in section.sentences for word in sentence.words}


def _only_tails(facts: Facts, everything: Facts) -> bool:
    """Where most is over: whether the rest names nothing but tickets, terms and what might be asked one day."""
    total = {id(hit.sentence) for hit in everything.all}
    rest = {id(hit.sentence) for hit in facts.all}
    if len(rest) > len(total) // 2 or not everything.any_way("all_solved"):
        return False
    for hit in facts.any_way(*_OPENS):
        feared = hit.standing in (Standing.DENIED, Standing.OVER, Standing.FEARED) and hit.fact == "trifle"
        tail = hit.fact == "opens_problem" and _TAILS.intersection(hit.sentence.words[hit.start : hit.end])
        if not feared and not tail:
            return False
    return True


def _is_business(text: Text, everything: Facts, section: Section) -> bool:
    business = {word for hit in everything.any_way("business") for word in hit.sentence.words[hit.start : hit.end]}
    if len(business) >= _LEAST_BUSINESS:
        return True
    if business and any(sentence.label for sentence in section.sentences):
        return True
    money = any(_may_be_money(text, sentence) for sentence in section.sentences)
    if section.account is not None and (business or money or everything.any_way(*_OPENS)):
        return True
    harm = bool(everything.any_way("stands_still", "blocked", "disrupted", *SIGNALS))
    return (bool(business) and (money or harm)) or (money and harm)


def _may_be_money(text: Text, sentence: Sentence) -> bool:
    if not any(word[0].isdecimal() for word in sentence.words):
        return False
    line = text.folded.text[sentence.start : sentence.end]
    if any(word[0].isdecimal() and word[-1] in "km" for word in sentence.words):
        return True
    return bool(_CURRENCIES.intersection(sentence.words)) or bool(_SIGNS.intersection(line))


def _closed_by_deeds(text: Text, facts: Facts, section: Section) -> bool:
    """Whether each problem and wish is followed, in its own paragraph or list item, by the deed that closed it."""
    deeds = [hit for hit in facts.stated("deed") if not _hangs(hit)]
    deeds += [
        Hit("deed", one, 0, 1, Standing.STATED)
        for one in section.sentences
        if len(one.words) == 1 and one.words[0] in _CLOSERS
    ]
    if not deeds or any(hit.standing is not Standing.DENIED for hit in facts.any_way(*_GRAVE)):
        return False
    last = max(hit.sentence.start for hit in deeds)
    first = min(hit.sentence.start for hit in deeds)
    done = {id(hit.sentence) for hit in deeds}
    after = [one for one in section.sentences if one.start >= first and id(one) not in done]
    if any(_pending(sentence) for sentence in after):
        return False
    open_hits = [hit for hit in facts.any_way(*_OPENS) if hit.standing not in (Standing.DENIED, Standing.OVER)]
    return all(_followed(text, hit, deeds) for hit in open_hits if not _courtesy(hit.sentence, last))


def _hangs(hit: Hit) -> bool:
    """A deed that hangs on a condition: "till it's done", "once that is fixed"."""
    before = hit.sentence.words[max(0, hit.start - 4) : hit.start]
    return bool(
        {
            "till",
            "until",
            "once",
            "when",
            "if",
            "before",
            "unless",
            "not",
            "to",
            "be",
            "can",
            "could",
            "will",
            "i'll",
        }.intersection(before)
    )


def _pending(sentence: Sentence) -> bool:
    words = _PENDING.intersection(sentence.words)
    return bool(words) and not (words <= {"wish", "wants", "want", "would"} and _COURTESY.intersection(sentence.words))


def _courtesy(sentence: Sentence, last: int) -> bool:
    return sentence.start >= last and bool(_COURTESY.intersection(sentence.words))


def _followed(text: Text, hit: Hit, deeds: Sequence[Hit]) -> bool:
    at = hit.sentence.start
    for deed in deeds:
        there = deed.sentence.start
        if there < at or (there == at and deed.start < hit.start):
            continue
        between = text.folded.text[at:there]
        lines = [line.lstrip()[:2] for line in between.split("\n")[1:]]
        items = sum(_item(line) for line in lines)
        if items > 1 or (items and not _BACK.intersection(deed.sentence.words)):
            continue
        if between.count("\n\n") <= 1 and sum(one in between for one in ".!?") and len(between) < _NEAR_BY:
            return True
        if "\n" not in between:
            return True
    return False


def _item(beginning: str) -> bool:
    """Whether a line that begins so is an item of a list."""
    return beginning[:1] in {"-", "*", "•", "–", "·", ">", "["} or (
        beginning[:1].isalnum() and beginning[1:] in {".", ")", ":"}
    )
