"""Replaces what looks like a credential by asterisks of the same length, so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from escalation.extraction.answers import Answers

MASK: Final = "*"

# A name may be part of a longer one: DB_PASSWORD, access_token, SECRET_KEY.
_NAMES: Final = (
    r"(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,30}[_-]){0,4}"
    r"(?:pass(?:word|wd|phrase|code)?|pwd|pw|pin|secret|token|api[ _-]?key|access[ _-]?key|kennwort|passwort)"
    r"(?:[_-](?:key|id|value|access[_-]key))?(?![A-Za-z0-9_-])['\"]?"
)
_WORD: Final = r"[^\s'\",;|]"
# Before a word that may as well be an ordinary one ("Token: expired again"): only one with a digit or a symbol counts.
_ODD_WORD: Final = rf"(?={_WORD}*[\d!@#$%^_]){_WORD}"
_MIXED: Final = "".join(rf"(?=[A-Za-z0-9_-]{{0,4000}}{kind})" for kind in (r"\d", "[a-z]", "[A-Z]"))
# Each pattern's group "secret" is what is masked. Prefixes are those the issuers document for their own keys. Runs are
# bounded, so that no text takes long.
_PATTERNS: Final = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            r"(?P<secret>-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\Z))",
            re.DOTALL,
        ),
        (r"\b(?P<secret>eyJ[\w-]{8,1000}+\.[\w-]{8,4000}+(?:\.[\w-]{0,1000})?)", 0),
        (r"\b(?P<secret>(?:sk|pk|rk)[-_](?:[a-z]{1,10}[-_])?[A-Za-z0-9_-]{16,4000})", 0),
        (
            r"\b(?P<secret>(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|npm_|pypi-|hf_|shpat_|dop_v1_)[\w.-]{10,4000})",
            0,
        ),
        (r"\b(?P<secret>SG\.[\w.-]{10,4000})", 0),
        (r"\b(?P<secret>(?:AKIA|ASIA)[A-Z0-9]{16})\b", 0),
        (r"\b(?P<secret>AIza[\w-]{30,4000})", 0),
        (
            r"\b(?:bearer|basic)\s+(?P<secret>(?=[\w.~+/-]{0,4000}(?-i:[\dA-Z=+/]))[\w.~+/-]{12,4000}={0,2})",
            re.IGNORECASE,
        ),
        (r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,100}:(?P<secret>[^\s/@]{1,200})@", re.IGNORECASE),
        (rf"{_NAMES}(?:=|:(?=\S)|\s{{1,3}}=\s{{0,3}})['\"]?(?P<secret>{_WORD}{{4,4000}})", re.IGNORECASE),
        (rf"{_NAMES}\s{{0,3}}[:=]\s{{1,3}}['\"]?(?P<secret>{_ODD_WORD}{{4,4000}})", re.IGNORECASE),
        (
            rf"{_NAMES}\s{{0,3}}[:=]\s{{1,3}}['\"]?(?P<secret>{_WORD}{{4,4000}})(?=['\"]?[ \t]*(?:[\r\n]|\Z))",
            re.IGNORECASE,
        ),
        (
            rf"{_NAMES}\s+(?:is|was|ist|lautet)\s{{0,3}}:?\s{{1,3}}['\"]?(?P<secret>{_ODD_WORD}{{5,4000}})",
            re.IGNORECASE,
        ),
        (rf"(?<![\w/.-]){_MIXED}(?P<secret>[A-Za-z0-9_-]{{40,4000}}={{0,2}})(?![\w/.])", 0),
    )
)
_LEAST: Final = 4
_ORDINARY: Final = re.compile(r"[A-Z]?[a-z]*")
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
    """The credentials found in ``text``, longest first, so that a copy of one is recognised elsewhere.

    One that is an ordinary word is left out: its copies would be that word.
    """
    found = {text[start:end] for start, end in secrets(text)}
    return tuple(sorted((secret for secret in found if not _ORDINARY.fullmatch(secret)), key=lambda s: (-len(s), s)))


def mask_literals(text: str, known: Iterable[str]) -> str:
    """``text`` with credentials and every copy of the ``known`` ones replaced by asterisks."""
    for secret in known:
        if secret in text:
            whole = rf"(?<!\w){re.escape(secret)}(?!\w)"
            text = re.sub(whole, lambda match: re.sub(r"[^\r\n]", MASK, match[0]), text)
    return mask(text)


def mask_answers(answers: Answers, known: Sequence[str]) -> Answers:
    """The CSM's answers with credentials masked in every text, those ``known`` from the notes among them."""

    def masked(text: str | None) -> str | None:
        return None if text is None else mask_literals(text, known)

    return replace(
        answers,
        account=masked(answers.account),
        health=masked(answers.health),
        renewal=masked(answers.renewal),
        scores={
            dimension: replace(given, because=mask_literals(given.because, known))
            for dimension, given in answers.scores.items()
        },
    )
