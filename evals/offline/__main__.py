"""Figures of the offline reader on labelled notes.

    .venv/bin/python -m evals.offline [development|held-out]

Every note was read and labelled by two separate model raters who saw the notes and the definitions alone; a third model
adjudicated. Nobody of flesh and blood labelled anything here. The rules were tuned on the development half only.
"""

from __future__ import annotations

import sys

from evals.offline.measuring import HALVES, measure


def main() -> int:
    """Print the figures of one half or of both; 2 for a half that does not exist."""
    wanted = sys.argv[1:] or list(HALVES)
    if not set(wanted) <= set(HALVES):
        print(f"usage: python -m evals.offline [{'|'.join(HALVES)}]", file=sys.stderr)
        return 2
    for half in wanted:
        print(f"{half}:")
        for line in measure(half).lines():
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
