"""The report as one HTML page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from escalation.policy.model import Policy
from escalation.policy.terms import CODES, DECISIONS, DIMENSION_OF, LEVEL_OF, SIGNALS, Code, SignalKind
from evals.corpus.case import KINDS, Kind
from evals.corpus.sample import Sample
from evals.measuring import dimensions
from evals.measuring.decisions import MISSED_IMMEDIATE, TOO_HIGH, TOO_LOW
from evals.measuring.figures import Figure
from evals.measuring.reads import Reads, gather
from evals.measuring.summary import Summary
from evals.measuring.variants import Compared, compare
from evals.reporting import plots, words
from evals.reporting.cards import OUTCOMES, Card, cards
from evals.running.results import Result

_FOLDER: Final = Path(__file__).parent
_SLICES_A_PLOT: Final = 7
_GROUPS: Final = {
    "decision": "Decisions",
    "problems": "Problems",
    "dimension": "Dimensions",
    "ranges": "Ranges",
    "stability": "Stability over readings",
    "variants": "Changed notes",
    "signals": "Signals",
    "reading": "Grounding and validity",
    "effort": "Effort",
    "slice": "Slices",
}


def render(summary: Summary, samples: Sequence[Sample], results: Sequence[Result], policy: Policy) -> str:
    """The whole page."""
    reads = gather(samples, results, policy)
    found = cards(reads, summary.manifest.epochs)
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    return (
        _environment(policy)
        .get_template("page.html.j2")
        .render(
            summary=summary,
            manifest=summary.manifest,
            figures={figure.name: figure for figure in summary.figures},
            groups=_groups(summary.figures),
            cards={outcome: [card for card in found if card.outcome == outcome] for outcome in OUTCOMES},
            tags=_tags(found),
            changed=_changed(reads),
            plots=_plots(summary, reads),
            signals=list(_signals(reads)),
            effort=_effort(results),
            failed=[made for made in results if made.status == "failed"],
            costs={"low": TOO_LOW, "high": TOO_HIGH, "immediate": MISSED_IMMEDIATE},
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
    environment.filters |= {
        "value": words.value,
        "interval": words.interval,
        "count": words.count,
        "number": words.number,
    }
    environment.globals |= {
        "CODES": CODES,
        "DECISIONS": DECISIONS,
        "KINDS": KINDS,
        "LEVEL": LEVEL_OF,
        "policy": policy,
        "title_of": {code: policy.dimensions[DIMENSION_OF[code]].title for code in CODES},
    }
    return environment


def _groups(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures under a heading each; what could not be measured is left out."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        key = figure.name.partition(".")[0]
        if figure.value is not None:
            found.setdefault(_GROUPS.get(key, key), []).append(figure)
    return list(found.items())


def _tags(found: Iterable[Card]) -> list[str]:
    return sorted({tag for card in found for tag in card.tags})


def _plots(summary: Summary, reads: Reads) -> Mapping[str, Any]:
    """Every plot, ready to be set into the page."""
    by_name = {figure.name: figure for figure in summary.figures}
    titles = {code: reads.policy.dimensions[DIMENSION_OF[code]].title for code in CODES}

    def rows(key: str) -> list[tuple[str, Figure]]:
        return [(titles[code], by_name[f"dimension.{code}.{key}"]) for code in CODES]

    slices = [
        (figure.title.partition(": ")[2], figure) for name, figure in by_name.items() if name.startswith("slice.")
    ]
    return {
        "exact": plots.dots("Same score as the label", rows("exact")),
        "adjacent": plots.dots("At most one level apart", rows("adjacent")),
        "bias": plots.dots(
            "Reads too low or too high, in levels", rows("bias"), plots.bias_axis(f for _, f in rows("bias"))
        ),
        "levels": {code: plots.levels(f"{titles[code]}: label and reading", _levels(reads, code)) for code in CODES},
        "slices": [
            plots.dots(f"Right decisions by kind of case, part {part + 1}", slices[start : start + _SLICES_A_PLOT])
            for part, start in enumerate(range(0, len(slices), _SLICES_A_PLOT))
        ],
    }


def _levels(reads: Reads, code: Code) -> list[list[int]]:
    return [[int(n) for n in row] for row in np.sum(dimensions.by_cluster(reads, code), axis=0)]


def _changed(reads: Reads) -> dict[Kind, list[tuple[Compared, bool]]]:
    """The changed notes of each kind and whether the reading did as it should, those that went wrong first."""
    judged = [(item, _right(item)) for item in compare(reads)]
    judged.sort(key=lambda one: (one[1], one[0].read.sample.id))
    return {kind: [one for one in judged if one[0].variant.kind == kind] for kind in KINDS}


def _right(item: Compared) -> bool:
    if item.variant.kind == "invariant":
        return not item.moved
    if item.variant.kind == "injection":
        return not item.beyond_noise
    if item.variant.kind == "directional":
        return item.right_way and item.others_stay
    first = item.read.labelled[0].read if item.read.labelled else None
    return all(first is None or first.scores[code].known is None for code in item.variant.unknown)


def _signals(reads: Reads) -> Iterator[tuple[SignalKind, int, int, int]]:
    """Each kind of signal that there is: how often it was found, missed, and read without being there."""
    for kind in SIGNALS:
        seen: Counter[tuple[bool, bool]] = Counter(
            (bool(found.label and kind in found.label.kinds), bool(found.read and kind in found.read.signals))
            for read in reads.base
            for found in read.pairs
        )
        numbers = seen[True, True], seen[True, False], seen[False, True]
        if any(numbers):
            yield (kind, *numbers)


def _effort(results: Sequence[Result]) -> Mapping[str, float]:
    """Sums over all readings and the seconds that half and nineteen of twenty take at most, where they are known."""
    efforts = [made.effort for made in results]
    found: dict[str, float] = {}
    for key in ("input_tokens", "output_tokens", "usd"):
        known = [amount for effort in efforts if (amount := getattr(effort, key)) is not None]
        if known:
            found[key] = sum(known)
    seconds = [effort.seconds for effort in efforts if effort.seconds is not None]
    if seconds:
        found["p50"], found["p95"] = (float(part) for part in np.percentile(seconds, [50, 95]))
    return found
