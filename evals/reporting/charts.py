"""Which plots the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from markupsafe import Markup

from escalation.policy.terms import CODES, DIMENSION_OF, Code
from evals.measuring import dimensions
from evals.measuring.figures import Figure
from evals.measuring.reads import Reads
from evals.measuring.summary import Summary
from evals.reporting import plots, words

_SLICES_A_PLOT: Final = 8


class Charts(NamedTuple):
    """Every plot with its heading, ready to be set into the page."""

    dimensions: Mapping[str, Markup]
    levels: Mapping[str, Markup]
    slices: tuple[Markup, ...]


def charts(summary: Summary, reads: Reads) -> Charts:
    """The plots of a run."""
    titles = {code: reads.policy.dimensions[DIMENSION_OF[code]].title for code in CODES}
    by_name = {figure.name: figure for figure in summary.figures}

    def rows(key: str) -> list[tuple[str, Figure]]:
        return [(titles[code], by_name[f"dimension.{code}.{key}"]) for code in CODES]

    drawn = {
        heading: plots.dots(heading, rows(key))
        for key, heading in (("exact", "Same score as the label"), ("adjacent", "At most one level apart"))
    }
    bias = "Mean deviation in levels"
    drawn[bias] = plots.dots(bias, rows("bias"), plots.bias_axis(figure for _, figure in rows("bias")))
    slices = [
        (words.title(figure).partition(": ")[2], figure)
        for figure in summary.figures
        if figure.name.startswith("slice.")
    ]
    return Charts(
        dimensions=drawn,
        levels={titles[code]: plots.levels(titles[code], _levels(reads, code)) for code in CODES},
        slices=tuple(
            plots.dots(f"Decision exact by kind of case, part {start // _SLICES_A_PLOT + 1}", part)
            for start in range(0, len(slices), _SLICES_A_PLOT)
            if (part := slices[start : start + _SLICES_A_PLOT])
        ),
    )


def _levels(reads: Reads, code: Code) -> list[list[int]]:
    return [[int(n) for n in row] for row in np.sum(dimensions.by_cluster(reads, code), axis=0)]
