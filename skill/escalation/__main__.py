"""``python -m escalation`` is the ``escalate`` command."""

from escalation.cli import main

if __name__ == "__main__":
    main()
