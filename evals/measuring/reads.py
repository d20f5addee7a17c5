"""Results beside the samples and labels they belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from escalation.policy.model import Policy
from escalation.policy.terms import DECISIONS, LEVEL_OF, Code, Decision
from evals.corpus.case import Label
from evals.corpus.sample import Sample
from evals.measuring.pairing import Pair, pair
from evals.running.results import ReadCase, Result


class Read(NamedTuple):
    """One reading of one sample; ``pairs`` are its problems beside the labels of the base case."""

    sample: Sample
    epoch: int
    result: Result
    pairs: tuple[Pair, ...]

    @property
    def cluster(self) -> str:
        """The base case, whose readings and variants are not independent of each other."""
        return self.sample.base.id

    @property
    def labelled(self) -> tuple[Pair, ...]:
        """The problems that a label knows."""
        return tuple(found for found in self.pairs if found.label)


class Reads(NamedTuple):
    """All readings of a run, base cases and variants apart."""

    policy: Policy
    base: tuple[Read, ...]
    variants: tuple[Read, ...]

    def of(self, cluster: str) -> tuple[Read, ...]:
        """The readings of a base case, in the order of the epochs."""
        return tuple(read for read in self.base if read.cluster == cluster)


def gather(samples: Iterable[Sample], results: Iterable[Result], policy: Policy) -> Reads:
    """Every result that has a sample; a reading that failed is none."""
    by_id = {sample.id: sample for sample in samples}
    found = sorted(
        (_read(by_id[made.sample], made) for made in results if made.sample in by_id and made.status != "failed"),
        key=lambda read: (read.sample.id, read.epoch),
    )
    base = tuple(read for read in found if read.sample.variant is None)
    return Reads(policy, base, tuple(read for read in found if read.sample.variant is not None))


def _read(sample: Sample, made: Result) -> Read:
    return Read(sample, made.epoch, made, pair(sample.base.cases, made.cases, sample.notes))


def decision_of(case: ReadCase | None) -> Decision:
    """What a CSM is told; a problem that was not seen is as if they were told to keep it."""
    return case.decision if case else DECISIONS[0]


def level_of(case: ReadCase | None) -> int:
    """The decision's level, 0 to 3."""
    return LEVEL_OF[decision_of(case)]


def label_level(label: Label, policy: Policy) -> int:
    """The level of a label's decision."""
    return LEVEL_OF[label.decision(policy)]


def levels(read: Read) -> tuple[int, ...]:
    """The level of each labelled problem; where no label knows one, the gravest that was read all the same."""
    if read.labelled:
        return tuple(level_of(found.read) for found in read.labelled)
    return (max((level_of(found.read) for found in read.pairs), default=0),)


def usual(reads: Sequence[Read]) -> tuple[int, ...]:
    """The ``levels`` that most epochs give, the first epoch's where they tie."""
    return tuple(Counter(column).most_common(1)[0][0] for column in zip(*map(levels, reads), strict=True))


def middles(reads: Sequence[Read]) -> tuple[dict[Code, float], ...]:
    """For each labelled problem the median over epochs of the middle of each range; a problem not seen gives none."""
    spans: dict[int, dict[Code, list[float]]] = defaultdict(lambda: defaultdict(list))
    for read in reads:
        for place, found in enumerate(read.labelled):
            for code, score in found.read.scores.items() if found.read else ():
                spans[place][code].append((score.low + score.high) / 2)
    count = len(reads[0].labelled) if reads else 0
    return tuple({code: median(values) for code, values in spans[place].items()} for place in range(count))
