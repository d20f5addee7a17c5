"""Learns what the offline reader ships, or says how well it does on hands it was not fitted to.

.venv/bin/python -m evals.training             # writes skill/escalation/readers/offline/learned.json
.venv/bin/python -m evals.training validate    # one hand after the other left out
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from escalation.policy.terms import Code
from escalation.readers.offline import learned
from evals.training.fitting import MASS, fit, ranges
from evals.training.rows import HANDS, JUDGED, Row, notes, rows
from evals.training.validating import lines


def estimates(found: Sequence[Row], code: Code) -> list[float]:
    """Each row's estimate by a model that saw nothing of its hand."""
    models = {hand: fit([row for row in found if row.hand != hand], code) for hand in sorted({r.hand for r in found})}
    return [models[row.hand].estimate(row.features) for row in found]


def main() -> int:
    """Train, or validate; 2 for anything else."""
    if sys.argv[1:] not in ([], ["validate"]):
        print("usage: python -m evals.training [validate]", file=sys.stderr)
        return 2
    found = rows(notes())
    left_out = {code: estimates(found, code) for code in JUDGED}
    if sys.argv[1:]:
        print("\n".join(lines(found, left_out)))
        return 0
    kept = {}
    models = {code: fit(found, code) for code in JUDGED}
    for code, model in models.items():
        pairs = [
            (estimate, row.known(code))
            for row, estimate in zip(found, left_out[code], strict=True)
            if row.hand in HANDS + "t"
        ]
        known = [(estimate, score) for estimate, score in pairs if score is not None]
        kept[code] = model.dimension() | {
            "ranges": ranges([one for one, _ in known], [score for _, score in known], MASS[code])
        }
    learned.FILE.write_text(
        json.dumps({"sums": models["CI"].sums, "dimensions": kept}, separators=(",", ":"), sort_keys=True) + "\n",
        encoding="utf-8",
    )
    print(f"{learned.FILE}: {learned.FILE.stat().st_size:,} bytes from {len(found)} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
