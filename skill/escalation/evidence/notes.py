"""The notes a CSM pastes: strict text, with what looks like a credential masked."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from escalation.errors import NothingToAssess
from escalation.evidence.masking import literals, mask_literals

MOST_CHARACTERS = 400_000
"""About 60,000 words; a reader that took only part of longer notes would miss facts without saying so."""

MOST_BYTES = 4 * MOST_CHARACTERS + 3
"""What so many characters can take, with a byte order mark."""

_LINK = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://\S+|(?<![a-z0-9])www\.\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Notes:
    """Notes as text. Offsets count code points after a byte order mark; ``text`` is masked, of the same length."""

    text: str
    sha256: str
    secrets: tuple[str, ...]


def from_bytes(content: bytes) -> Notes:
    """The notes in ``content``, strict UTF-8; a byte order mark is dropped, line ends stay.

    Raises NothingToAssess when it is not text, is empty or only links, or is longer than ``MOST_CHARACTERS``.
    """
    if len(content) > MOST_BYTES:
        raise _too_long(f"more than {MOST_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = (
            f"The notes are not UTF-8 text (byte {error.start} is {content[error.start]:#04x}); save them as UTF-8."
        )
        raise NothingToAssess(reason) from error
    if "\x00" in text:
        raise NothingToAssess("The notes are not text but binary data; paste or save them as plain text.")
    return from_text(text, hashlib.sha256(content).hexdigest())


def from_text(text: str, sha256: str | None = None) -> Notes:
    """The notes in ``text``; the same errors as ``from_bytes``."""
    if not text.strip().strip("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"):
        raise NothingToAssess("The notes are empty.")
    if len(text) > MOST_CHARACTERS:
        raise _too_long(f"{len(text):,} characters")
    without_links = _LINK.sub("", text)
    if not any(character.isalnum() for character in without_links):
        what = "a link" if without_links != text else "symbols"
        raise NothingToAssess(f"The notes hold only {what}, and nothing is fetched; paste the text itself.")
    known = literals(text)
    return Notes(mask_literals(text, known), sha256 or hashlib.sha256(text.encode("utf-8")).hexdigest(), known)


def _too_long(size: str) -> NothingToAssess:
    return NothingToAssess(
        f"The notes are too long: {size}, and {MOST_CHARACTERS:,} characters is the most. "
        "Nothing was read; cut them down to what concerns the problem."
    )
