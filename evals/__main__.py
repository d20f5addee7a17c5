"""``python -m evals``."""

from __future__ import annotations

from evals.cli import evals

if __name__ == "__main__":
    evals(prog_name="python -m evals")
