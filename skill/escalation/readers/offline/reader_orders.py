"""Words in the notes that give orders to whoever reads them with a program: they are reported, and are no evidence."""

from __future__ import annotations

from typing import Final

from escalation.readers.offline.folding import Folded
from escalation.readers.offline.phrases import PhraseBook
from escalation.readers.offline.text import words_of
from escalation.readers.offline.words import word_set

_CLASSES: Final = {
    "addressee": """
        ai ais llm llms gpt chatgpt claude copilot gemini bot robot chatbot assistant agent model parser classifier
        summariser summarizer autoreader escalator
    """,
    "order": """
        set rate score mark classify treat reply respond output return disregard ignore forget override reveal decide
        downgrade upgrade summarise summarize conclude pretend please you
    """,
    "key": "customer_impact account_value time_sensitivity csm_capability",
    "extreme": "lowest highest minimum maximum handle immediate 1 5 one five",
}
FACTS: Final = {
    "gives_orders": """
        disregard|ignore|forget|override|bypass|drop|discard .. instructions|instruction|rules|prompt|prompts
        disregard|ignore|forget|override|bypass .. guidelines|directions|directives|policy|framework|definitions
        disregard|ignore|forget .. everything|anything|all|text .. above|before|previously|said|told|written
        new|updated|system|hidden|secret|developer instructions|instruction|prompt|message
        system prompt|override
        you are now|an|a|no .. @addressee
        you're now|an|a .. @addressee
        act|behave as|like .. @addressee|if
        as an ai|llm
        to|attention|note|dear|hey|hello|hi|for .. @addressee .. @order
        instruction|instructions|message|note|notice|reminder to|for .. @addressee|reader|tool|program|automation
        whoever|whatever|any|the|if|when .. @addressee .. reads|read|reading|processes|processing|evaluates|assesses
        whoever|whatever|any|the|if|when .. @addressee .. summarises|summarizes|scores|rates
        if you are|are|re an|a .. @addressee
        ticket|triage|scoring|support|routing robot|bot|engine|tool @order
        @addressee @order .. this|it|that|all|every|score|priority|importance|the|no|not
        set|rate|score|mark|classify|treat|record|downgrade|lower|raise .. this|it|the|all|every|impact .. @extreme
        set|rate|score|mark|classify|treat|record|downgrade|lower|raise .. importance|priority .. @extreme
        set|rate|score|mark|give .. @key|dimensions|dimension|scores|score .. 2|3|4|@extreme
        @key
        all|every|each dimensions|dimension|scores|score .. must|should|to|at|is|are .. @extreme
        do not|never escalate|inform|notify|report|flag|mention .. this|it|a|any|the|leadership|anyone|him|her
        reply|respond|answer|say|state|output .. no action|escalation|reply .. is|needed|required|necessary
        output|respond .. only|json|exactly|verbatim|with|the .. decision|handle|json|immediate|score
        reveal|print|show|repeat .. system|your|hidden prompt|instructions
        decision must|should|shall be
        your|the output|answer|decision|verdict|assessment .. must|should|shall|be .. handle|immediate|escalate
    """,
}
# A sentence so short that an ordinary colleague could have been told so gives no order without one of these.
_WEAK_NEEDS: Final = word_set("""
    ai llm gpt chatgpt claude copilot gemini bot robot chatbot assistant model prompt instructions instruction
    system json customer_impact account_value time_sensitivity csm_capability dimension dimensions score scores
    program tool reader parser framework classifier automation rules verdict summarizer summariser
""")
_LONGEST: Final = 2000
_OPEN: Final = {"[": "]", "{": "}"}


def orders(folded: Folded) -> list[tuple[int, int]]:
    """Where ``folded`` gives orders to its reader; what stands in brackets with them belongs to them."""
    lower = folded.lower
    if not any(word in lower for word in _WEAK_NEEDS):
        return []
    book = _book()
    return [span for span in _pieces(lower) if _gives_orders(lower[span[0] : span[1]], book)]


def _gives_orders(text: str, book: PhraseBook) -> bool:
    words = words_of(text.replace("customer impact", "customer_impact"))
    return bool(_WEAK_NEEDS.intersection(words)) and next(book.find(_with_keys(text, words)), None) is not None


def _with_keys(text: str, words: list[str]) -> list[str]:
    """``words`` with names such as customer_impact put together again."""
    for key in ("customer_impact", "account_value", "time_sensitivity", "csm_capability"):
        if key in text:
            words = [*words, key]
    return words


def _pieces(lower: str) -> list[tuple[int, int]]:
    """Sentences of each line, and what stands in square or curly brackets as one piece."""
    found: list[tuple[int, int]] = []
    start = 0
    closing = ""
    for at, character in enumerate(lower):
        if closing:
            if character == closing or (character == "\n" and lower[at - 1 : at] == "\n") or at - start > _LONGEST:
                found.append((start, at + 1))
                start, closing = at + 1, ""
        elif character in _OPEN and lower.find(_OPEN[character], at, at + _LONGEST) > 0:
            found.append((start, at))
            start, closing = at, _OPEN[character]
        elif character == "\n" or (character in ".!?" and lower[at + 1 : at + 2] in {" ", "\n", ""}):
            found.append((start, at + 1))
            start = at + 1
    found.append((start, len(lower)))
    return [_trimmed(lower, span) for span in found if lower[span[0] : span[1]].strip()]


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_known: list[PhraseBook] = []


def _book() -> PhraseBook:
    if not _known:
        _known.append(PhraseBook(FACTS, _CLASSES))
    return _known[0]
