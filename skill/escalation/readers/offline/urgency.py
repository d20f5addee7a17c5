"""Time sensitivity: deadlines, how fast the harm grows, and what the notes say about hurry.

One score comes only from a deadline with nothing that grows meanwhile, or from words that deny all hurry; anything
else is a range, wide enough for what the notes leave open.
"""
# ruff: noqa: PLR2004 - scores from 1 to 5 are the subject here.

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from escalation.readers.offline.bounds import OPEN, Bounds
from escalation.readers.offline.deadlines import Due, Kind
from escalation.readers.offline.facts import Facts, Hit

FACTS: Final[dict[str, str]] = {
    "growing": """
        will|is|are be? worse
        # on monday|tuesday ... # on wednesday|thursday|friday
        # mon|tue|wed|thu|fri|sat|sun # mon|tue|wed|thu|fri|sat|sun #
        goes|going|went up because|every|each|by|daily|further|with
        can't|cannot|can|couldn't|don't|doesn't|won't|not|never|nobody|longer keep|keeping|catch|catching up|pace
        can't|cannot|won't|not|couldn't go|continue|carry on? like|as this|that|it
        can't|cannot|won't|not|couldn't go|carry on .. another|much|longer
        worse tomorrow|monday|tuesday|wednesday|thursday|friday|next|than
        more and more
        keeps|keep growing|rising|climbing
        growing|grows|rising|climbing|mounting
        piling|piles|pile up
        backlog|queue|pile .. growing|grows|rising|longer|bigger
        gets|getting|got|becoming|becomes worse|longer|bigger
        worse every|each|by|daily
        more .. every|each day|morning|hour|week
        by the hour|day|week
        day by|after day
        spreading|spreads
        losing|lose|loses .. every|each|per day|week|hour
        every|each day .. costs|lose|lost|more|longer
        adds up
        daily|hourly|weekly losses|loss|fines|penalty|penalties|complaints|charges
        a|per day|week|hour in|of? losses|lost|fines|penalties|penalty|overtime|refunds
        new|more|further ones|cases|complaints|cancellations|errors .. every|each|daily|today
        each|every day|week|morning|night .. cancel|leave|leaves|pay|pays|miss|adds|add|misses|more|another
        every|each day|night|morning|hour .. # .. customers|orders|guests|patients|members|people|claims|complaints
        every|each day|night|morning|hour .. # .. shipments|parcels|payments|calls|bookings|passengers|invoices
        nights|days in a row
        another|one more .. every|each day|week|hour|night
        wider|widening|escalating|deteriorating|snowballing|accumulating|accumulates|accumulate
        running|runs out of
        behind .. every|each|further|more
        further behind
        stacking|stacks|mount|mounts up
        and counting
        creeping
    """,
    # The harm grows from day to day.
    "daily": """
        grows|growing|rises|rising|climbs|climbing|worse|worsens|mounts|increases .. daily
        grows|growing|rises|rising|climbs|climbing|worse|worsens|mounts|increases .. every|each|by the? day|night
        daily growing|more|new|rising|worse
        # mon|tue|wed|thu|fri|sat|sun # mon|tue|wed|thu|fri|sat|sun #
    """,
    # An answer or an inspection is due at an hour.
    "hour_due": """
        @wants|@must|promised|due|waits .. to? know|hear|answer|tell|decide|file|it .. by|before|until @clock
        answer|reply|decision .. to? know|hear|answer|tell|decide|file|it .. by|before|until @clock
        @wants|@must|promised|due|answer|reply|decision|word by|before|until|at .. @clock
        inspect*|audit|auditor|auditors|surveyor|hearing|examiner ... today|tomorrow
        today|tomorrow ... inspection|inspectors|inspector|inspectorate|hearing
    """,
    "no_rush": """
        when .. you|i have|get|find a|time|moment|minute|round|chance
        take your time
        any day|week|time is|would|will|works|does good|fine|suit|suits|do
        after christmas even|is|would|fine
        bit of slack|leeway
        plenty of time
        no date asked|named|set|given|mentioned|attached|agreed
        not this|next week|month necessarily
        can|could live with .. it|that
        patient|relaxed with|about us|it|this
        in no rush|hurry
        isn't|not rushing|pushing|pressing|chasing
        unhurried
        nothing .. hangs|depends on
        not fussed
        in due course
        no|any|zero|without|particular|great|terrible .. rush|hurry|urgency|pressure|rushing
        no stress|panic|deadline|date
        no time pressure
        not .. urgent|pressing|time-critical
        isn't|wasn't|nothing .. urgent|pressing
        not in a|any hurry|rush
        whenever .. you|we|they|i|convenient|suits|possible|moment|time
        at your|his|her|their|our convenience|leisure
        can|could|will wait
        some time|point in|this|next|during
        sooner or later
        not needed|required|due till|until|before
        first quarter|half .. fine|lovely|enough|nice|ok
        low priority|prio
        not a priority
        if not .. fine|ok|okay
        also fine|ok|okay
        few days later isn't|is|not|fine|ok
        none given
        entirely|all|quite|very|pretty|completely relaxed
        not .. end of the world
        isn't the end of the world
        next year is|would|will|fine
        nice to have
        no fixed date
        doesn't|don't|not mind|minds waiting
        happy|fine|ok|content to wait
    """,
    # Said of the matter in so many words; with nothing against it, it settles the lowest score.
    "calm": """
        no|without|zero|any rush|hurry
        no particular|great|real|big|special|terrible rush|hurry|urgency
        not in a|any rush|hurry
        not|nothing .. urgent
        isn't|wasn't urgent
        whenever .. convenient|suits|possible|moment|time|chance|like|ready
        in no rush|hurry
        take your time
        can wait
        at your|our leisure|convenience
    """,
    # Said of the matter: today counts, or hours do.
    "at_once": """
        right now
        as we speak
        at this very moment
        before lunch|noon|midnight|tonight|lunchtime|midday|dawn|dinner
        by noon|midnight|tonight|lunch|lunchtime|midday
        need|needs|needed|must|want|wants|has|have|expects|asks|demands .. today|tonight|now
        needs|need|has|have .. this|within the? morning|afternoon|evening|hour|hours
        since|from about|around|roughly|shortly? # .. this morning
        since .. this|early|yesterday morning|afternoon|evening|night
        since midnight|dawn|noon|breakfast
        since last night
        within # hours|hrs|h
        within|in the|an|next|few|coming hour|hours
        every|each hour|minute
        every # minutes|mins|min|hours
        per hour|minute
        an hour passes
        hourly
        on call engineer|hotline|colleague|duty|person|manager
        call|wake|ring|woken|waking|phone .. at|from home
        waking|woke|wake people|somebody|someone|them|him|her up
        incident|crisis channel|bridge|call|room
        war room
        bridge running|open|is|call
        out of hours
        still down|out|dead|offline|exposed|visible|leaking|reachable
        went|gone|are|is|all|been down|dark|dead|offline
        evacuated
        immediate|immediately|instantly
        any minute|moment|hour now?
        emergency
    """,
    "soon": """
        soon
        as soon as
        before long
        by|within|before|latest .. next|this week|wk
        in the coming|next days|weeks|week
        shortly
        quickly
        would|it'd be nice|good|great .. if
        waiting for|on
        chased|chasing|chases|reminded|reminder
        any news|update
        promised
        by .. next week
        sooner .. better
        rather sooner|soon
        before .. gets worse
        chased|chasing|nudge|reminds|nagging
        asks|asked|asking each|every|daily|again
        asked|told|reminded|wrote|called|mailed .. twice|three|four|five|six times?
        twice now|already
        before christmas|xmas|january|december|the holidays|year
    """,
    "urgent": """
        time is running|short|tight
        running short of time
        time pressure|is tight
        clock is ticking|started|runs|running
        at the latest
        without delay
        pressing
        desperate|desperately
        critical|vital
        pronto
        soonest
        urgent|urgently
        time critical
        as soon as possible
        asap
        top|highest priority|prio
        p1|sev1|prio1
        priority|severity|prio one|p1
        cannot|can't wait
        immediately
        overdue
        no time to lose
        running out of time
        last|final chance|warning
        needs|need|must .. today|tomorrow|now
    """,
}

# What presses -> the range for a slight and for a heavy effect; the first that is stated counts.
_PRESSES: Final[dict[str, tuple[tuple[int, int], tuple[int, int], str]]] = {
    "safety": ((2, 5), (3, 5), "People may be harmed while it lasts."),
    "privacy": ((3, 5), (3, 5), "Data may be in the wrong hands while it lasts."),
    "security": ((3, 5), (3, 5), "Data may be in the wrong hands while it lasts."),
    "exposed": ((2, 5), (3, 5), "Data may be lost or in the wrong hands while it lasts."),
    "stands_still": ((2, 5), (3, 5), "Operations are hit now."),
    "at_once": ((1, 4), (3, 5), "The notes count in hours."),
    "hour_due": ((2, 5), (3, 5), "An hour is named for the answer or the visit."),
    "daily": ((2, 5), (2, 5), "The harm grows from day to day."),
    "growing": ((1, 4), (2, 5), "The harm grows while they wait."),
    "urgent": ((1, 3), (2, 4), "The notes call it urgent."),
    "soon": ((1, 3), (2, 4), "They wish to have it soon."),
}
_GRAVE: Final = ("safety", "stands_still", "at_once", "privacy", "security")
_CALMS: Final = ("calm", "no_rush")
_EASES: Final = ("goes_on", "easy_way_round")
_WORRIES: Final = ("urgent", "growing", "at_once", "stands_still", "safety", "privacy", "security", "regulatory")
# The customer's step or an authority's question, without any effect on the work.
_QUARRELS: Final = ("legal", "regulatory", "executive_escalation", "churn_notice", "sla_breach")
_WIDEST: Final = 3
_LEVELS: Final = ((0, 5), (2, 4), (5, 3), (10, 2))


def time_sensitivity(facts: Facts, dues: Sequence[Due], impact_found: Bounds, today: dt.date) -> Bounds:
    """Time sensitivity from the earliest deadline, what the notes say about hurry, and how the harm grows."""
    solution = _earliest(dues, Kind.SOLUTION)
    possible = _earliest(dues, Kind.POSSIBLE)
    if solution is not None:
        return _by_date(facts, solution, possible, impact_found, today)
    found = _by_calm(facts, impact_found) or _by_pressure(facts, impact_found) or _by_impact(facts, impact_found)
    return _with_possible(found, possible, today) if possible else found


def _earliest(dues: Sequence[Due], kind: Kind) -> Due | None:
    return min((due for due in dues if due.kind is kind), key=lambda due: due.date, default=None)


def _by_date(facts: Facts, due: Due, possible: Due | None, impact_found: Bounds, today: dt.date) -> Bounds:
    """The deadline's score, and more where something grows meanwhile or an earlier day may count too."""
    level = level_due(due, today)
    why, cited = f"It is due on {due.date.isoformat()}", [due.hit]
    high = level
    grave, growing = facts.stated(*_GRAVE), facts.stated("growing")
    heavy = impact_found.high >= 4
    if grave and heavy:
        why, high = (
            f"{why}, and operations or people are hit meanwhile",
            5 if level > 2 or facts.stated("privacy", "security") else 4,
        )
        cited += grave[:2]
    elif growing and (heavy or level < 4):
        why, high = f"{why}, and the harm grows meanwhile", max(level + 1, 4)
        cited += growing[:1]
    elif pressing := facts.stated("urgent", "hour_due", *_GRAVE) or (
        impact_found.high >= 5 and [*impact_found.hits[:1]]
    ):
        why, high = f"{why}, and the effect or the words may ask for more", level + 1
        cited += pressing[:1]
    elif level == 1 and impact_found.high >= 3:
        why, high = f"{why}, and the effect may not wait so long", 2
        cited += impact_found.hits[:1]
    if possible is not None and (earlier := level_due(possible, today)) > high:
        why, high = f"{why}; {possible.date.isoformat()} may count too", earlier
        cited.append(possible.hit)
    high = min(5, high)
    return Bounds(max(level, high - _WIDEST), high, f"{why}.", cited)


def _by_calm(facts: Facts, impact_found: Bounds) -> Bounds | None:
    """The notes deny hurry; one score only where nothing at all speaks against it."""
    calm = facts.stated(*_CALMS)
    if not calm:
        return None
    worries, why = facts.stated(*_WORRIES), "The notes say that there is no hurry, and name what speaks for it."
    if facts.stated(*_GRAVE) and impact_found.high >= 4:
        return Bounds(2, 5, why, calm[:2] + facts.stated(*_GRAVE)[:1])
    if facts.stated("privacy", "security"):
        return Bounds(2, 5, why, calm[:2] + facts.stated("privacy", "security")[:1])
    if worries or impact_found.high >= 4:
        return Bounds(1, 3, why, calm[:2] + worries[:1])
    sure = facts.stated("calm") and impact_found.high <= 3 and not facts.stated("soon")
    return Bounds(1, 1 if sure else 2, "The notes say that there is no hurry.", calm[:2])


def _by_pressure(facts: Facts, impact_found: Bounds) -> Bounds | None:
    heavy = impact_found.high >= 4
    for name, (slight, strong, why) in _PRESSES.items():
        stated = facts.stated(name)
        if not stated or (name == "soon" and not heavy and _eased(facts)):
            continue
        low, high = strong if heavy else slight
        if heavy and impact_found.low >= 4:
            low, high = max(3, low), 5
        elif name not in _GRAVE and heavy and impact_found.low <= 2:
            low = 1 if _eased(facts) else 2
            high = low + 2
        return Bounds(low, high, why, [*stated[:2], *impact_found.hits[:1]])
    return None


def _eased(facts: Facts) -> list[Hit]:
    return facts.stated(*_EASES)


def _by_impact(facts: Facts, impact_found: Bounds) -> Bounds:
    """Where no date and no hurry is named, what is hit bounds how long it can wait."""
    cited = impact_found.hits[:2]
    if not cited:
        known = (facts.stated(*_QUARRELS) or facts.any_way("opens_problem"))[:2]
        return Bounds(1, 4, "No date is named, and nothing is said of the effect.", known) if known else OPEN
    if facts.stated(*_QUARRELS):
        low = 2 if impact_found.low >= 3 or facts.stated("executive_escalation") else 1
        return Bounds(low, low + 2, "No date is named; a dispute or a demand presses.", cited)
    if impact_found.high <= 2 or (impact_found.high == 3 and impact_found.low == 1 and _eased(facts)):
        return Bounds(1, 2, "No date is named, and nothing gets worse meanwhile.", cited)
    if impact_found.high == 3 or (impact_found.high == 4 and impact_found.low <= 2):
        return Bounds(1, 3, "No date is named, and nothing is said to get worse.", cited)
    steady = facts.stated("hours_lost") and not facts.stated("blocked", "no_way_round")
    low = 3 if impact_found.low >= 4 else 1 if steady else 2
    return Bounds(low, low + 2, "No date is named, but the harm is more than slight.", cited)


def _with_possible(found: Bounds, possible: Due, today: dt.date) -> Bounds:
    """The range, wide enough for a day that may be the deadline."""
    level = level_due(possible, today)
    low, high = (found.low, found.high) if found.hits else (1, level)
    if found.hits and level <= high:
        return found
    why = f"{found.why} {possible.date.isoformat()} may be a deadline.".strip()
    high = max(high, level)
    return Bounds(max(low, high - _WIDEST), high, why, [*found.hits[:2], possible.hit])


def level_due(due: Due, today: dt.date) -> int:
    """The level of time sensitivity for something due on a day."""
    left = working_days(today, due.date)
    return next((level for limit, level in _LEVELS if left <= limit), 1)


def working_days(start: dt.date, end: dt.date) -> int:
    """Business days from ``start``, not counted, to ``end``; 0 where it is past."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    return weeks * 5 + sum((start + dt.timedelta(day)).weekday() < 5 for day in range(1, rest + 1))
