"""Which access to a model the SDK would find, told without loading it: that takes a second or two.

The order is the SDK's own (anthropic 2.12): key, token, named profile, federation, active profile. A test compares.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

BASE_URL: Final = "ANTHROPIC_BASE_URL"
DUMMY_KEY: Final = "no-key-needed"
_HEADERS: Final = "ANTHROPIC_CUSTOM_HEADERS"


class Access(NamedTuple):
    """Where access was found, and the key to send where the SDK would have none."""

    source: str
    key: str | None = None


def find(environment: Mapping[str, str]) -> Access | None:
    """What the SDK would use, else a dummy key where a base URL is set; None where there is nothing."""
    for variable in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_PROFILE"):
        if environment.get(variable):
            return Access(variable)
    if _federation(environment):
        return Access("ANTHROPIC_FEDERATION_RULE_ID")
    if profile := _profile(environment):
        return Access(profile)
    if _authorizes(environment.get(_HEADERS, "")):
        return Access(_HEADERS)
    if environment.get(BASE_URL, "").strip():
        return Access(BASE_URL, DUMMY_KEY)
    return None


def host(environment: Mapping[str, str]) -> str | None:
    """The host of the base URL, without the password that may stand before it; None where no base URL is set."""
    url = environment.get(BASE_URL, "").strip()
    # Not by a parser of URLs: this one may be none, and its password may hold what ends a host.
    behind = url.rpartition("@")[2].rpartition("://")[2]
    if not url:
        return None
    return re.split(r"[/?#\\]", behind.lstrip("/"), maxsplit=1)[0] or "an address without a host"


def _federation(environment: Mapping[str, str]) -> bool:
    needed = ("ANTHROPIC_FEDERATION_RULE_ID", "ANTHROPIC_ORGANIZATION_ID")
    token = ("ANTHROPIC_IDENTITY_TOKEN", "ANTHROPIC_IDENTITY_TOKEN_FILE")
    return all(environment.get(name) for name in needed) and any(environment.get(name) for name in token)


def _profile(environment: Mapping[str, str]) -> str | None:
    """What selects a profile on disk: the variable for its folder, a chosen profile, or the default one."""
    if environment.get("ANTHROPIC_CONFIG_DIR"):
        return "ANTHROPIC_CONFIG_DIR"
    folder = _folder(environment)
    if folder is None:
        return None
    try:
        chosen = bool((folder / "active_config").read_bytes().strip())
    except OSError:
        chosen = False
    if chosen:
        return f"the profile chosen in {folder}"
    return f"the default profile in {folder}" if (folder / "configs" / "default.json").is_file() else None


def _folder(environment: Mapping[str, str]) -> Path | None:
    try:
        home = Path.home()
    except RuntimeError:  # no home folder is known
        return None
    if sys.platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming") / "Anthropic"
    return home / ".config" / "anthropic"


def _authorizes(headers: str) -> bool:
    lines = (line.partition(":") for line in headers.split("\n"))
    values = {name.strip(): value.strip() for name, _, value in lines}
    return any(value and name.lower() in ("authorization", "x-api-key") for name, value in values.items())
