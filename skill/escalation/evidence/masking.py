"""Replaces what looks like a credential by asterisks of the same length, so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

MASK: Final = "*"

_NAMES: Final = (
    r"(?:pass(?:word|wd|phrase|code)?|pwd|pw|pin|secret|token|api[ _-]?key|access[ _-]?key|client[ _-]?secret"
    r"|kennwort|passwort)"
)
# After "is" any word may follow ("the password is wrong"): only one with a digit or a symbol is taken.
_ODD_WORD: Final = r"(?=[^\s'\",;|]*[\d!@#$%&^_])[^\s'\",;|]"
_MIXED: Final = "".join(rf"(?=[A-Za-z0-9+/_-]{{0,200}}{kind})" for kind in (r"\d", "[a-z]", "[A-Z]"))
# Each pattern's group "secret" is what is masked. Prefixes are those the issuers document for their own keys.
_PATTERNS: Final = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"(?P<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z))", re.DOTALL),
        (r"\b(?P<secret>eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)", 0),
        (r"\b(?P<secret>(?:sk|pk|rk)[-_](?:[a-z]+[-_])?[A-Za-z0-9_-]{16,})", 0),
        (
            r"\b(?P<secret>(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|npm_|pypi-|hf_|shpat_|SG\.|dop_v1_)[\w.-]{10,})",
            0,
        ),
        (r"\b(?P<secret>(?:AKIA|ASIA)[A-Z0-9]{16})\b", 0),
        (r"\b(?P<secret>AIza[\w-]{30,})", 0),
        (r"\b(?:bearer|basic)\s+(?P<secret>[\w.~+/-]{12,}={0,2})", re.IGNORECASE),
        (r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,100}:(?P<secret>[^\s/@]{1,200})@", re.IGNORECASE),
        (rf"\b{_NAMES}\b['\"]?\s{{0,3}}[:=]\s{{0,3}}['\"]?(?P<secret>[^\s'\",;|]{{4,200}})", re.IGNORECASE),
        (rf"\b{_NAMES}\s+(?:is|was|ist|lautet)\s*:?\s+['\"]?(?P<secret>{_ODD_WORD}{{5,200}})", re.IGNORECASE),
        (rf"(?P<secret>(?<![\w+/-]){_MIXED}[A-Za-z0-9+/_-]{{40,200}}={{0,2}})", 0),
    )
)
_LEAST: Final = 4
_LEAST_LITERAL: Final = 6  # a shorter one may be an ordinary word elsewhere
_ENDS: Final = ".,;:!?)]}\"'"


def secrets(text: str) -> Iterator[tuple[int, int]]:
    """The places in ``text`` that look like a credential."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("secret")
            while end > start and text[end - 1] in _ENDS:
                end -= 1
            if end - start >= _LEAST:
                yield start, end


def mask(text: str) -> str:
    """``text`` with credentials replaced by asterisks; line ends within one are kept, the length is the same."""
    masked = list(text)
    for start, end in secrets(text):
        for place in range(start, end):
            if masked[place] not in "\r\n":
                masked[place] = MASK
    return "".join(masked)


def literals(text: str) -> tuple[str, ...]:
    """The credentials found in ``text``, longest first, so that a copy of one is recognised elsewhere."""
    found = {text[start:end] for start, end in secrets(text)}
    return tuple(
        sorted((secret for secret in found if len(secret) >= _LEAST_LITERAL), key=lambda secret: (-len(secret), secret))
    )


def mask_literals(text: str, known: Iterable[str]) -> str:
    """``text`` with credentials and every copy of the ``known`` ones replaced by asterisks."""
    for secret in known:
        text = text.replace(secret, MASK * len(secret))
    return mask(text)
