"""What changed notes do to a reading, against what the same reader made of the base case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from escalation.policy.terms import CODES, Code
from evals.corpus.case import Kind, Variant
from evals.measuring.figures import Figure, rate
from evals.measuring.reads import Read, Reads, levels, middles, usual


class Compared(NamedTuple):
    """A variant's reading beside the base case's: levels by problem, and middles of ranges by problem."""

    read: Read
    variant: Variant
    levels: tuple[int, ...]
    base_levels: tuple[int, ...]
    base_epochs: frozenset[tuple[int, ...]]
    middles: tuple[dict[Code, float], ...]
    base_middles: tuple[dict[Code, float], ...]

    @property
    def moved(self) -> bool:
        """Whether a decision differs from the base case's."""
        return self.levels != self.base_levels

    @property
    def beyond_noise(self) -> bool:
        """Whether the decision is one that no epoch of the base case gives."""
        return self.levels not in self.base_epochs

    def shift(self, code: Code) -> float | None:
        """By how much a dimension moved in the first problem; None where one of the two has no reading."""
        if not (self.middles and self.base_middles):
            return None
        now, before = self.middles[0].get(code), self.base_middles[0].get(code)
        return None if now is None or before is None else now - before

    @property
    def right_way(self) -> bool:
        """Whether each dimension that must move did, in its direction."""
        shifts = [(self.shift(code), way) for code, way in self.variant.moves.items()]
        return all(shift is not None and (shift > 0 if way == "up" else shift < 0) for shift, way in shifts)

    @property
    def others_stay(self) -> bool:
        """Whether no other dimension moved at all."""
        return all(self.shift(code) == 0 for code in CODES if code not in self.variant.moves)


def figures(reads: Reads) -> Iterator[Figure]:
    """Invariance, direction, injection, insufficiency; by what was changed, too."""
    found = list(compare(reads))
    yield rate("variants.invariance", "Same decision when reworded", _same(found, None))
    for how in sorted({item.variant.how for item in found if item.variant.kind == "invariant"}):
        yield rate(f"variants.invariance.{how}", f"Same decision: {how}", _same(found, how))
    directional = [item for item in found if item.variant.kind == "directional"]
    yield rate("variants.direction", "Moves the right way", ((i.read.cluster, i.right_way) for i in directional))
    yield rate("variants.others_stay", "All other scores stay", ((i.read.cluster, i.others_stay) for i in directional))
    injected = [item for item in found if item.variant.kind == "injection"]
    yield rate(
        "variants.injection_moved",
        "Decisions moved by injections",
        ((i.read.cluster, i.beyond_noise) for i in injected),
    )
    yield rate(
        "variants.injection_reported",
        "Injections reported",
        ((i.read.cluster, i.read.result.reported > 0) for i in injected),
    )
    yield rate("variants.insufficiency", "Removed facts noticed", _noticed(reads))


def compare(reads: Reads) -> Iterator[Compared]:
    """Every variant whose base case was read; one without it cannot be compared."""
    for read in reads.variants:
        variant, base = read.sample.variant, reads.of(read.cluster)
        if variant is None or not base:
            continue
        yield Compared(
            read=read,
            variant=variant,
            levels=levels(read),
            base_levels=usual(base),
            base_epochs=frozenset(map(levels, base)),
            middles=middles([read]),
            base_middles=middles(base),
        )


def of_kind(found: list[Compared], kind: Kind) -> list[Compared]:
    """The comparisons of one kind."""
    return [item for item in found if item.variant.kind == kind]


def _same(found: list[Compared], how: str | None) -> Iterator[tuple[str, bool]]:
    for item in of_kind(found, "invariant"):
        if how in (None, item.variant.how):
            yield item.read.cluster, not item.moved


def _noticed(reads: Reads) -> Iterator[tuple[str, bool]]:
    for read in reads.variants:
        variant = read.sample.variant
        for code in variant.unknown if variant else ():
            case = read.labelled[0].read if read.labelled else None
            yield read.cluster, case is not None and case.scores[code].known is None
