"""The report as one HTML page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from escalation.policy.model import Policy
from escalation.policy.terms import CODES, DECISIONS, DIMENSION_OF, SIGNALS, SignalKind
from evals.corpus.sample import Sample
from evals.measuring.figures import Figure
from evals.measuring.reads import Reads, gather
from evals.measuring.summary import Summary
from evals.reporting import words
from evals.reporting.cards import KINDS, Card, cards
from evals.reporting.changed import changed
from evals.reporting.charts import charts
from evals.running.results import Result

_FOLDER: Final = Path(__file__).parent


def render(summary: Summary, samples: Sequence[Sample], results: Sequence[Result], policy: Policy) -> str:
    """The whole page; the same bytes for the same run."""
    reads = gather(samples, results, policy)
    found = cards(samples, results, reads, summary.manifest.epochs)
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    return (
        _environment(policy)
        .get_template("page.html.j2")
        .render(
            summary=summary,
            manifest=summary.manifest,
            figures={figure.name: figure for figure in summary.figures},
            groups=_groups(summary.figures),
            cards=found,
            counts=Counter(kind for card in found for kind in card.kinds),
            tags=sorted({tag for card in found for tag in card.tags}),
            unstable=_unstable(found),
            changed=changed(reads),
            charts=charts(summary, reads),
            signals=list(_signals(reads)),
            css=Markup((_FOLDER / "page.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_sha256=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _environment(policy: Policy) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for word in (words.value, words.interval, words.count, words.title, words.tag):
        environment.filters[word.__name__] = word
    environment.globals |= {
        "CODES": CODES,
        "DECISIONS": DECISIONS,
        "KINDS": KINDS,
        "titles": {code: policy.dimensions[DIMENSION_OF[code]].title for code in CODES},
    }
    return environment


def _groups(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """The figures by the first part of their names; what could not be measured is left out."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.value is not None:
            found.setdefault(figure.name.partition(".")[0], []).append(figure)
    return found


def _unstable(found: Iterable[Card]) -> list[Card]:
    """The cases that not all epochs decide alike, in the order of their names."""
    apart = [card for card in found if len({tuple(p.decision for p in one.problems) for one in card.readings}) > 1]
    return sorted(apart, key=lambda card: card.base.id)


def _signals(reads: Reads) -> Iterator[tuple[SignalKind, int, int, int]]:
    """Each kind of signal that there is: how often it was found, missed, and read without being labelled."""
    seen = Counter(
        (kind, bool(found.label and kind in found.label.kinds), bool(found.read and kind in found.read.signals))
        for kind in SIGNALS
        for read in reads.base
        for found in read.pairs
    )
    for kind in SIGNALS:
        numbers = seen[kind, True, True], seen[kind, True, False], seen[kind, False, True]
        if any(numbers):
            yield (kind, *numbers)
