"""What the tests of the clients' folders get."""

from __future__ import annotations

from pathlib import Path

import pytest

from clients import folders
from escalation.clients.places import Roots


@pytest.fixture(name="where")
def _where(tmp_path: Path) -> Roots:
    """A home and a project, empty, under a path with spaces and letters beyond ASCII."""
    return folders.roots(tmp_path)
