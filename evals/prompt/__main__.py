"""Figures of the prompt, as agents read by it.

.venv/bin/python -m evals.prompt
"""

from __future__ import annotations

from evals.prompt.measuring import lines

for line in lines():
    print(line)
