"""The ``escalate`` command: files in, data on stdout, everything else on stderr. It holds no logic of its own."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and exit with its code; nothing a user sees is a traceback."""
    try:
        from escalation.cli.running import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while loading
        code = 130
    sys.exit(code)
