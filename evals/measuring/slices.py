"""Decisions by kind of case: where a reader is good, and where it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from escalation.policy.model import Policy
from evals.corpus.case import BaseCase, Label
from evals.measuring.figures import Figure, Observation, rate
from evals.measuring.reads import Reads, label_level, level_of

_SHORT: Final = 100
_LONG: Final = 300


def figures(reads: Reads) -> Iterator[Figure]:
    """Decision exact for each tag, in the order of the alphabet."""
    by_tag: dict[str, list[Observation]] = defaultdict(list)
    for read in reads.base:
        for found in read.labelled:
            if found.label:
                right = level_of(found.read) == label_level(found.label, reads.policy)
                for tag in tags(read.sample.base, found.label, reads.policy):
                    by_tag[tag].append((read.cluster, right))
    for tag in sorted(by_tag):
        yield rate(f"slice.{tag}", f"Decision exact: {tag}", by_tag[tag])


def tags(base: BaseCase, label: Label, policy: Policy) -> Iterator[str]:
    """What kind of case it is, told by code from the notes and the label."""
    words = len(base.notes.split())
    yield "up to 100 words" if words <= _SHORT else "over 300 words" if words > _LONG else "101 to 300 words"
    yield "ARR stated" if label.arr else "ARR not stated"
    yield "with a signal" if label.signals else "without a signal"
    yield "several problems" if len(base.cases) > 1 else "one problem"
    yield "raters agreed" if base.labelled == "agreed" else "raters disagreed"
    yield "next to a cut" if near_a_cut(label, policy) else "clear of the cuts"
    yield f"written by {base.written_by}"


def near_a_cut(label: Label, policy: Policy) -> bool:
    """Whether one point more or less in the middle of the total would give another band."""
    low, high = label.ruling(policy).total
    middle = (low + high + 1) // 2
    levels = policy.table.band_level
    around = [levels[total] for total in range(max(4, middle - 1), min(20, middle + 1) + 1)]
    return any(one != other for one, other in pairwise(around))
