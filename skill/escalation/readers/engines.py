"""Chooses who reads the notes, and says so before they are read: only then can one still decide against it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Literal

from escalation import prompting
from escalation.decision.record import Engine
from escalation.errors import ReaderFailed
from escalation.policy.model import Policy
from escalation.readers.claude.access import Access, find, host
from escalation.readers.claude.settings import Settings
from escalation.readers.offline.reader import OfflineReader
from escalation.readers.reading import WITHOUT_A_MODEL, Reader, Say

EngineName = Literal["auto", "claude", "offline"]

NO_ACCESS = (
    "No access to a model was found. Set ANTHROPIC_API_KEY, or ANTHROPIC_BASE_URL for a local server; "
    f"{WITHOUT_A_MODEL}"
)
NOT_INSTALLED = (
    f'The package anthropic is not installed here; install it with: pip install "anthropic>=2.12,<3"\n{WITHOUT_A_MODEL}'
)
LIMITS = "English alone; what it cannot tell stays open."
DEBUG_LOG = (
    "Warning: ANTHROPIC_LOG=debug makes the SDK write requests to its log, the notes with them. Unset it to stop that."
)


def choose(engine: EngineName, policy: Policy, settings: Settings, environment: Mapping[str, str], say: Say) -> Reader:
    """The reader for ``engine``; ``say`` is told which one it is, and why. Raises ReaderFailed if it cannot be used."""
    if engine == "offline":
        return OfflineReader()
    access = find(environment)
    if engine == "auto" and access is None:
        say(f"Read by the offline reader, as no key and no base URL was found: {LIMITS}")
        return OfflineReader()
    if find_spec("anthropic") is None:
        if engine == "claude":
            raise ReaderFailed(NOT_INSTALLED)
        say(f"Read by the offline reader, as the package anthropic is not installed here: {LIMITS}")
        return OfflineReader()
    if access is None:
        raise ReaderFailed(NO_ACCESS)
    return _claude(policy, settings, access, environment, say)


def _claude(policy: Policy, settings: Settings, access: Access, environment: Mapping[str, str], say: Say) -> Reader:
    from escalation.readers.claude.reading import ClaudeReader

    reader = ClaudeReader(policy, settings, access)
    chosen = f", from {settings.model.set_by}" if settings.model.set_by else ""
    where = host(access, environment) or "Anthropic"
    say(f"The notes will be sent to {where} and read by {settings.model.name}{chosen} (access: {access.source}).")
    if environment.get("ANTHROPIC_LOG") == "debug":
        say(DEBUG_LOG)
    return reader


def given() -> Engine:
    """The engine of an extraction that was made elsewhere."""
    return Engine(name="given", schema_sha256=prompting.schema_sha256())
