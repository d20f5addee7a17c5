"""How well the learned ranges do on hands that they were not fitted to, beside the rules alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from escalation.decision.ranges import rule
from escalation.policy.table import Range
from escalation.policy.terms import LEVEL_OF, Code
from escalation.readers.offline.learned import LEAST_WORDS
from evals.training.fitting import MASS, ranges
from evals.training.labelled import POLICY
from evals.training.rows import HANDS, JUDGED, Row

_FLOOR: Final = 3
_Ranges = Callable[[int, Code], Range]


def lines(rows: Sequence[Row], estimates: Mapping[Code, Sequence[float]]) -> Iterator[str]:
    """The figures over the six hands: by the rules, and as learned from the other hands."""
    measured = [at for at, row in enumerate(rows) if row.hand in HANDS]
    tables = {(code, hand): _table(rows, estimates[code], code, hand) for code in JUDGED for hand in HANDS}

    def learned(at: int, code: Code) -> Range:
        if rows[at].words < LEAST_WORDS:
            return rows[at].ruled[code]
        within = min(5.0, max(1.0, estimates[code][at]))
        return tables[code, rows[at].hand][round(10 * within) - 10]

    for code in JUDGED:
        off = [estimates[code][at] - score for at in measured if (score := rows[at].known(code)) is not None]
        yield f"{code}: estimate off by {(sum(one * one for one in off) / len(off)) ** 0.5:.3f} (root mean square)"
    yield f"{len(measured)} cases by hands {', '.join(HANDS)}; each read as if its hand were not known"
    yield from _figures("rules ", rows, measured, lambda at, code: rows[at].ruled[code])
    yield from _figures("learned", rows, measured, learned)


def _table(rows: Sequence[Row], estimates: Sequence[float], code: Code, hand: str) -> list[Range]:
    others = [
        (estimate, row.known(code))
        for row, estimate in zip(rows, estimates, strict=True)
        if row.hand in HANDS + "t" and row.hand != hand
    ]
    known = [(estimate, score) for estimate, score in others if score is not None]
    return ranges([one for one, _ in known], [score for _, score in known], MASS[code])


def _figures(name: str, rows: Sequence[Row], measured: Sequence[int], found: _Ranges) -> Iterator[str]:
    for code in JUDGED:
        known = [(rows[at].known(code), found(at, code)) for at in measured]
        inside = [low <= score <= high for score, (low, high) in known if score is not None]
        width = sum(high - low for _, (low, high) in known) / len(known)
        rate = f"{sum(inside)}/{len(inside)} = {sum(inside) / len(inside):.3f}"
        yield f"{name} {code}: label inside {rate}, mean width {width:.2f}"
    steps, settled = [], []
    for at in measured:
        step, sure = _decided(rows[at], {code: found(at, code) for code in JUDGED})
        steps.append(step)
        settled += [step] if sure else []
    total = len(steps)
    under, over, far = (sum(map(one, steps)) for one in ((0).__gt__, (0).__lt__, lambda step: abs(step) > 1))
    yield f"{name} exact {steps.count(0) / total:.3f}, under {under / total:.3f}, over {over / total:.3f}, far {far}"
    yield f"{name} settled {len(settled)} of {total}, exact {settled.count(0)}"


def _decided(row: Row, spans: Mapping[Code, Range]) -> tuple[int, bool]:
    """How many bands the decision lies from the label's, and whether it is settled."""
    value = row.record.scores["account_value"]
    low, high = spans["TS"]
    low = max(low, row.due) if row.due >= _FLOOR else low
    box = (spans["CI"], (value.low, value.high), (low, max(low, high)), spans["CC"])
    ruling = rule(POLICY.table, box, tuple(sorted(signal.kind for signal in row.record.signals)))
    return LEVEL_OF[ruling.decision] - LEVEL_OF[row.label.decision], ruling.settled
