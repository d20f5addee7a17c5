"""Gates: bounds that figures of the held-out split must keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evals.corpus.case import Part
from evals.measuring.figures import Figure
from evals.suite import Gate


class Judged(Part):
    """A gate with the figure it bounds; ``allowed`` and ``misses`` are whole numbers where the figure is a rate."""

    gate: Gate
    figure: Figure
    passed: bool
    allowed: int | None = None
    misses: int | None = None

    @property
    def bound(self) -> str:
        """The bound as people write it."""
        least = self.gate.at_least
        return f"≥ {least:g}" if least is not None else f"≤ {self.gate.at_most:g}"


def judge(gates: Iterable[Gate], figures: Mapping[str, Figure]) -> tuple[Judged, ...]:
    """Every gate with its figure. Raises KeyError for a gate on a figure that does not exist."""
    return tuple(_judge(gate, figures[gate.figure]) for gate in gates)


def _judge(gate: Gate, figure: Figure) -> Judged:
    if figure.value is None:
        return Judged(gate=gate, figure=figure, passed=False)
    if figure.hits is not None:
        # What must be seldom counts where it holds, what must be frequent where it does not.
        misses = figure.hits if gate.at_most is not None else figure.n - figure.hits
        allowed = gate.allowed(figure.n)
        return Judged(gate=gate, figure=figure, passed=misses <= allowed, allowed=allowed, misses=misses)
    # A bias is bounded on both sides.
    value = abs(figure.value) if figure.name.endswith(".bias") else figure.value
    within = value >= gate.at_least if gate.at_least is not None else value <= (gate.at_most or 0.0)
    return Judged(gate=gate, figure=figure, passed=within)
