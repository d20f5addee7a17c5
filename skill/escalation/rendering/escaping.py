"""Makes words of strangers harmless in Markdown: no table broken, no markup, no HTML, no terminal control."""

from __future__ import annotations

import re
from typing import Final

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
# Marks that reorder or hide text; joiners are kept, some scripts and emoji need them.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_MARKUP: Final = re.compile(r"[\\`*\[\]|]|~(?=~)|#(?=#*$)|(?<![^\W_])_|_(?![^\W_])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_LINK: Final = re.compile(r"(?<=:)//|(?<=\bwww)\.", re.IGNORECASE)
_BLOCK: Final = re.compile(r"^(?=[-+#=>]|\d+[.)])(\d*)")


def escape(text: str) -> str:
    """``text`` on one line, reading the same where Markdown is rendered and doing nothing there."""
    line = _CONTROLS.sub(" ", _INVISIBLE.sub("", text)).strip()
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKUP.sub(lambda match: "\\" + match[0], line)
    return _LINK.sub(lambda match: "\\" + match[0], line)


def escape_block(text: str) -> str:
    """Like ``escape``, for text that begins a line: no heading, list or rule either."""
    return _BLOCK.sub(r"\1\\", escape(text))
