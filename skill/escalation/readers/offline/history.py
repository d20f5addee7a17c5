"""What is over: problems that a later sentence says are solved, so that old alarm is not read as new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from escalation.readers.offline.facts import Hit, Standing
from escalation.readers.offline.text import Sentence
from escalation.readers.offline.words import word_set

_MOST_MESSAGES: Final = 40
_SOLVED: Final = frozenset({"all_solved", "rest_small"})
_AWAITED: Final = word_set("""
    till until once when before unless if after whether says claims
""")
FACTS: Final[dict[str, str]] = {
    # Says of everything before it that it is over.
    "all_solved": """
        it|everything|all|they|that|this|things|platform|system|portal .. works|working|runs|running|work .. again|since
        it|everything|all .. back .. up|online|normal|running|working
        back up and running
        back online|to normal
        nothing further|more|else needed|required|open|outstanding
        no further|more action|help|questions|problems|issues|complaints .. needed|required|since|from
        have|has been running|working|stable since|again
        confirmed .. running|working|fixed|resolved|solved
        i'm|am|we're|can|will|i'll closing|close .. that|this|the|it|ticket|case|one
        that's|it's|this's|all|case|ticket|issue|incident done|sorted|solved|resolved|closed|settled
        that|this|it is|was done|sorted|solved|resolved|closed|settled now?
        is|was|has been .. fully|completely|now resolved|fixed|solved
        all good no|thanks|now|again
        resolved and closed|confirmed
        closed the ticket|case
        ticket|case closed
        problem|issue|incident|outage is|was|has over|resolved|solved|fixed|gone
        issue|problem .. no longer occurs|happens
        signed off on the fix
        can be closed
        nothing open|outstanding
        fixed and confirmed
        been|is|had no trouble|problem|problems|issue|issues|incident|incidents|outage|repeat .. since
        customer confirmed
    """,
    # Says that everything told before it is over but for something small, which may be told with it.
    "rest_small": """
        what's|all left|remains|open is|are .. tiny|small|minor|trivial|cosmetic|little
        what is left|remains|open is .. tiny|small|minor|trivial|cosmetic|little
        all that's left|open is .. tiny|small|minor|trivial|cosmetic|little
    """,
    # Says of one thing that it is over.
    "one_solved": """
        @is|been .. fixed|solved|resolved|sorted|repaired|replaced|corrected
        which|was|were fixed|solved|resolved|sorted|repaired|replaced|swapped
        since put right
        put right
        got fixed|solved|resolved|sorted
        works|working again|now
        went well|smoothly
        caught up
        no longer an|a issue|problem
    """,
    # Says that there is nothing to look after.
    "nothing_open": """
        nothing .. open|outstanding|report|new|pending
        no .. open|outstanding|new issues|tickets|problems|topics|points|questions
        no issues|problems|complaints|concerns|blockers
        all good|fine|well|quiet|great|green|calm
        everything is|was? fine|good|great|well|green|ok|okay
        everything's fine|good|great|well|green
        happy with everything
        smooth|smoothly
    """,
    # Takes back that it is over.
    "not_solved": """
        not|isn't|wasn't|never|hasn't|aren't .. fixed|solved|resolved|repaired|sorted|done|closed
        still|again .. broken|down|failing|happening|not|same|blank|open|there|stuck
        came|come|comes|coming back|again
        came back
        happened|happens|started|broke|failed again
        not .. root cause
        root cause .. not|unknown|unclear|open|pending
        back again
        reopened
        temporary|temporarily|for now .. fix|patch
    """,
}


def now(sentences: Sequence[Sentence], hits: Sequence[Hit]) -> tuple[list[Sentence], list[Sentence]]:
    """``sentences`` parted into those that hold now and those that a later one says are over."""
    solved = [hit.sentence for hit in hits if hit.fact in _SOLVED and _holds(hit)]
    small = {id(hit.sentence) for hit in hits if hit.fact == "rest_small"}
    undone = [hit.sentence for hit in hits if hit.fact == "not_solved" and hit.standing is Standing.STATED]
    solved, undone = _latest(solved), _latest(undone)
    solved = [one for one in solved if not any(one is other or _later(other, one) for other in undone)]
    single = {id(hit.sentence) for hit in hits if hit.fact == "one_solved" and _holds(hit)}
    over = [
        one
        for one in sentences
        if id(one) in single or any((one is other and id(one) not in small) or _later(other, one) for other in solved)
    ]
    gone = {id(one) for one in over}
    return [one for one in sentences if id(one) not in gone], over


def _holds(hit: Hit) -> bool:
    """Stated, and not as what is waited for: "till it's done"."""
    before = hit.sentence.words[max(0, hit.start - 3) : hit.start]
    return hit.standing in (Standing.STATED, Standing.OVER) and not _AWAITED.intersection(before)


def _latest(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The last one of each message, and of the last messages only: the others cover nothing more."""
    last = {sentence.message.number: sentence for sentence in sorted(sentences, key=lambda one: one.start)}
    return sorted(last.values(), key=lambda one: (one.message.date, one.start))[-_MOST_MESSAGES:]


def _later(one: Sentence, other: Sentence) -> bool:
    """Whether ``one`` was written after ``other``: by date, else less deeply quoted, else further down."""
    if one.message is other.message:
        return one.start > other.start
    first, second = one.message, other.message
    if first.date != second.date and first.dated and second.dated:
        return first.date > second.date
    if first.depth != second.depth:
        return first.depth < second.depth
    return one.start > other.start
