"""With the skill and without it, on the same cases: decisions, stability, quotes, arithmetic, missing ARR."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from escalation.policy.model import Policy
from escalation.policy.terms import DECISIONS, LEVEL_OF
from evals.corpus.loading import Corpus
from evals.corpus.sample import Sample
from evals.measuring.figures import Figure, Observation, rate
from evals.measuring.reads import Read, Reads, label_level, level_of
from evals.reading.recordings import Recordings
from evals.without.assessment import Assessment, parse

CASES: Final = 30
EPOCHS: Final = 3


class Answer(NamedTuple):
    """One assessment of one case, by whichever of the two."""

    cluster: str
    epoch: int
    label: int
    level: int | None
    quotes: tuple[int, int]
    adds_up: bool | None
    fits: bool | None
    value_known: bool
    value_open: bool


def chosen(corpus: Corpus, policy: Policy) -> tuple[Sample, ...]:
    """Thirty held-out cases with one problem, drawn by chance, the four decisions as even as can be."""
    by_level: dict[int, list[Sample]] = defaultdict(list)
    for sample in corpus.samples("held-out", variants=False):
        if len(sample.base.cases) == 1:
            by_level[label_level(sample.base.cases[0], policy)].append(sample)
    drawn = random.Random(CASES)  # noqa: S311 - a draw that can be repeated, no secret
    for level in sorted(by_level):
        drawn.shuffle(by_level[level])
    found = [by_level[number % len(DECISIONS)][number // len(DECISIONS)] for number in range(CASES)]
    return tuple(sorted(found, key=lambda sample: sample.id))


def with_skill(reads: Reads, samples: Iterable[Sample]) -> Iterator[Answer]:
    """What the skill's readings of these cases come to."""
    ids = {sample.id for sample in samples}
    for read in reads.base:
        if read.sample.id in ids:
            yield _with(read, reads.policy)


def without(recordings: Recordings, samples: Iterable[Sample], policy: Policy) -> Iterator[Answer]:
    """What the assessments by the bare framework come to."""
    for sample in samples:
        for epoch in range(1, EPOCHS + 1):
            text = recordings.get(sample.id, epoch).text
            yield _bare(sample, epoch, parse(text, sample.notes, policy), policy)


def figures(answers: Iterable[Answer]) -> Iterator[Figure]:
    """The same figures for both."""
    found = list(answers)
    yield rate("exact", "Decision as the label leads to", _each(found, lambda a: a.level == a.label))
    yield rate("under", "Under-escalation", _each(found, lambda a: a.level is not None and a.level < a.label))
    yield rate("over", "Over-escalation", _each(found, lambda a: a.level is not None and a.level > a.label))
    yield rate(
        "two_bands",
        "Wrong by two bands or more",
        _each(found, lambda a: a.level is not None and abs(a.level - a.label) > 1),
    )
    yield rate("stable", "Same decision in all three epochs", _stable(found))
    yield rate("verbatim", "Quotes verbatim in the notes", _quotes(found))
    yield rate("adds_up", "Total is the sum of the scores", _each(found, lambda a: a.adds_up))
    yield rate("fits", "Decision is the band of the total, or a stated floor above it", _each(found, lambda a: a.fits))
    unknown = [answer for answer in found if not answer.value_known]
    yield rate("open", "ARR missing: value left open, not guessed", _each(unknown, lambda a: a.value_open))


def _each(found: Iterable[Answer], holds: Callable[[Answer], bool | None]) -> Iterator[Observation]:
    return ((answer.cluster, told) for answer in found if (told := holds(answer)) is not None)


def _stable(found: Iterable[Answer]) -> Iterator[Observation]:
    levels: dict[str, set[int | None]] = defaultdict(set)
    for answer in found:
        levels[answer.cluster].add(answer.level)
    return ((cluster, len(given) == 1) for cluster, given in levels.items())


def _quotes(found: Iterable[Answer]) -> Iterator[Observation]:
    return ((answer.cluster, place < answer.quotes[1]) for answer in found for place in range(answer.quotes[0]))


def _with(read: Read, policy: Policy) -> Answer:
    label = read.sample.base.cases[0]
    case = read.labelled[0].read
    return Answer(
        cluster=read.cluster,
        epoch=read.epoch,
        label=label_level(label, policy),
        level=level_of(case),
        quotes=read.result.quotes,
        # By construction: code adds up and decides.
        adds_up=None if case is None else case.total[0] == sum(score.low for score in case.scores.values()),
        fits=None
        if case is None
        else LEVEL_OF[case.decision] >= policy.table.band_level[(case.total[0] + case.total[1] + 1) // 2],
        value_known=_value_known(read.sample, policy),
        value_open=case is None or case.scores["AV"].known is None,
    )


def _bare(sample: Sample, epoch: int, made: Assessment, policy: Policy) -> Answer:
    label = sample.base.cases[0]
    return Answer(
        cluster=sample.base.id,
        epoch=epoch,
        label=label_level(label, policy),
        level=None if made.decision is None else LEVEL_OF[made.decision],
        quotes=made.quotes,
        adds_up=made.adds_up,
        fits=made.fits(policy),
        value_known=_value_known(sample, policy),
        value_open=made.scores["AV"] is None,
    )


def _value_known(sample: Sample, policy: Policy) -> bool:
    low, high = sample.base.cases[0].box(policy)[1]
    return low == high
