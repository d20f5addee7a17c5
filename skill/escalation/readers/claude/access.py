"""Which access to a model the SDK would find, told without loading it: that takes a second or two.

The order is the SDK's own (anthropic 2.12): key, token, named profile, federation, active profile. A test compares.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

BASE_URL: Final = "ANTHROPIC_BASE_URL"
DUMMY_KEY: Final = "no-key-needed"
_HEADERS: Final = "ANTHROPIC_CUSTOM_HEADERS"
_DEFAULT: Final = "default"


class Access(NamedTuple):
    """Where access was found, the key to send where the SDK would have none, and the address that a profile sets."""

    source: str
    key: str | None = None
    base_url: str | None = None


def find(environment: Mapping[str, str]) -> Access | None:
    """What the SDK would use, else a dummy key where a base URL is set; None where there is nothing."""
    folder = _folder(environment)
    return _of_variables(folder, environment) or _profile(folder, environment) or _of_headers(environment)


def _of_variables(folder: Path | None, environment: Mapping[str, str]) -> Access | None:
    for variable in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"):
        if environment.get(variable):
            return Access(variable)
    if name := environment.get("ANTHROPIC_PROFILE"):
        return Access("ANTHROPIC_PROFILE", base_url=_base_url(folder, name))
    return Access("ANTHROPIC_FEDERATION_RULE_ID") if _federation(environment) else None


def _of_headers(environment: Mapping[str, str]) -> Access | None:
    if _authorizes(environment.get(_HEADERS, "")):
        return Access(_HEADERS)
    return Access(BASE_URL, DUMMY_KEY) if environment.get(BASE_URL, "").strip() else None


def host(access: Access, environment: Mapping[str, str]) -> str | None:
    """The host that the notes will go to; None where nothing but the SDK's own default is set.

    No password that stands before it, and not by a parser of URLs: this one may be none.
    """
    url = environment.get(BASE_URL, "").strip() or access.base_url
    if not url:
        return None
    authority, cut, rest = re.fullmatch(r"([^/?#\\]*)([/?#\\]?)(.*)", _behind_scheme(url), re.DOTALL).groups()  # type: ignore[union-attr]
    if cut and "@" in rest:  # where the password ends and the path begins cannot be told
        return "the host of the base URL"
    return authority.rpartition("@")[2] or "the host of the base URL"


def _behind_scheme(url: str) -> str:
    return re.sub(r"^[^:/?#@]*:?//", "", url)


def _federation(environment: Mapping[str, str]) -> bool:
    needed = ("ANTHROPIC_FEDERATION_RULE_ID", "ANTHROPIC_ORGANIZATION_ID")
    token = ("ANTHROPIC_IDENTITY_TOKEN", "ANTHROPIC_IDENTITY_TOKEN_FILE")
    return all(environment.get(name) for name in needed) and any(environment.get(name) for name in token)


def _profile(folder: Path | None, environment: Mapping[str, str]) -> Access | None:
    """The profile on disk: a chosen one counts even where it does not hold, the default one only where it does."""
    if folder is None:
        return None
    chosen = _chosen(folder)
    name = chosen or _DEFAULT
    if environment.get("ANTHROPIC_CONFIG_DIR"):
        return Access("ANTHROPIC_CONFIG_DIR", base_url=_base_url(folder, name))
    if chosen is not None:
        return Access(f"the profile chosen in {folder}", base_url=_base_url(folder, name))
    if isinstance(_config(folder, name).get("authentication"), dict):
        return Access(f"the default profile in {folder}", base_url=_base_url(folder, name))
    return None


def _chosen(folder: Path) -> str | None:
    try:
        return (folder / "active_config").read_bytes().strip().decode(errors="replace") or None
    except OSError:
        return None


def _base_url(folder: Path | None, name: str) -> str | None:
    url = _config(folder, name).get("base_url") if folder else None
    return url if isinstance(url, str) else None


def _config(folder: Path, name: str) -> dict[str, Any]:
    """The profile's file, empty where it does not hold; the SDK takes none that others may write."""
    file = folder / "configs" / f"{name}.json"
    try:
        if sys.platform != "win32" and file.stat().st_mode & 0o022:
            return {}
        config = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return config if isinstance(config, dict) else {}


def _folder(environment: Mapping[str, str]) -> Path | None:
    if environment.get("ANTHROPIC_CONFIG_DIR"):
        return Path(environment["ANTHROPIC_CONFIG_DIR"])
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
