"""Signals found and missed, quotes that stand in the notes, answers that were valid at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evals.measuring.figures import Figure, Observation, Unit, mean, rate
from evals.measuring.reads import Reads

_EFFORTS: Final[tuple[tuple[str, str, Unit], ...]] = (
    ("input_tokens", "Tokens read", "tokens"),
    ("output_tokens", "Tokens answered", "tokens"),
    ("seconds", "Seconds for a reading", "seconds"),
    ("usd", "US dollars for a reading", "usd"),
)


def figures(reads: Reads) -> Iterator[Figure]:
    """Recall and precision of signals, over base cases."""
    yield rate("signals.recall", "Signals found", _found(reads))
    yield rate("signals.precision", "Signals read that are there", _there(reads))


def reading(reads: Reads) -> Iterator[Figure]:
    """How sound the readings are, over base cases and variants."""
    everything = (*reads.base, *reads.variants)
    quotes = [
        (read.cluster, place < read.result.quotes[1]) for read in everything for place in range(read.result.quotes[0])
    ]
    yield rate("reading.verbatim", "Quotes verbatim in the notes", quotes)
    yield rate(
        "reading.first_try",
        "First answer valid",
        ((r.cluster, bool(r.result.first_try)) for r in everything if r.result.first_try is not None),
    )


def effort(reads: Reads) -> Iterator[Figure]:
    """Tokens, seconds and cost of a reading, where they are known."""
    everything = (*reads.base, *reads.variants)
    for key, title, unit in _EFFORTS:
        known = [(r.cluster, float(value)) for r in everything if (value := getattr(r.result.effort, key)) is not None]
        if known:
            yield mean(f"effort.{key}", title, known, unit)


def _found(reads: Reads) -> Iterator[Observation]:
    for read in reads.base:
        for found in read.labelled:
            for kind in found.label.kinds if found.label else ():
                yield read.cluster, bool(found.read and kind in found.read.signals)


def _there(reads: Reads) -> Iterator[Observation]:
    for read in reads.base:
        for found in read.pairs:
            for kind in found.read.signals if found.read else ():
                yield read.cluster, bool(found.label and kind in found.label.kinds)
