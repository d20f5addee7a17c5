"""Regular expressions that are compiled when they are first used: most notes need few of them."""

from __future__ import annotations

import re


class Pattern:
    """A regular expression; ``re`` is the compiled form."""

    __slots__ = ("_compiled", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep ``source`` until it is needed."""
        self.source = source
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def re(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled
