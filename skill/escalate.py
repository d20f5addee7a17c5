# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "click>=8.2",
#     "jinja2>=3.1",
#     "pydantic>=2.11,<3",
#     "python-dateutil>=2.9",
#     "rich>=14",
# ]
# ///
"""Starts `escalate` from a folder that was only copied: nothing is installed, nothing is written into the folder.

uv run "<folder>/skill/escalate.py" --help        brings what it needs; works offline after the first time
python3 "<folder>/skill/escalate.py" --help       works where the dependencies above are importable
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

# Without rich the assessment is shown as plain Markdown; the others must be there.
NEEDS = {
    "click": "click>=8.2",
    "jinja2": "jinja2>=3.1",
    "pydantic": "pydantic>=2.11,<3",
    "dateutil": "python-dateutil>=2.9",
}


def main() -> None:
    """Run the command, or say in one line what it lacks and how to get it."""
    sys.dont_write_bytecode = True  # the folder may be read-only or shared
    if sys.version_info < (3, 11):  # noqa: UP036 - started by whatever python3 is there
        sys.exit("escalate needs Python 3.11 or later; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031
    missing = [requirement for module, requirement in NEEDS.items() if find_spec(module) is None]
    if missing:
        packages = " ".join('"%s"' % requirement for requirement in missing)  # noqa: UP031
        sys.exit(f'escalate lacks libraries; install them with: "{sys.executable}" -m pip install {packages}')

    from escalation.cli import main as escalate

    escalate()


if __name__ == "__main__":
    main()
