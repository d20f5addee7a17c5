"""How long to wait before another attempt, and when to give up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MOST_ATTEMPTS: Final = 3
"""For one answer; the SDK's own default."""

FIRST_WAIT: Final = 0.5
"""Seconds, doubled each time, where the server does not say how long; the SDK's own default."""


@dataclass
class Patience:
    """``left`` are the seconds that may still be waited, for all answers; ``jitter`` gives 0 to 1, new each time."""

    left: float
    sleep: Callable[[float], None]
    jitter: Callable[[], float]

    def next_wait(self, attempts: int, asked: float | None) -> float | None:
        """Seconds to wait after so many attempts, as many as were ``asked``; None: too often or too long, give up."""
        if attempts >= MOST_ATTEMPTS:
            return None
        if asked is not None:
            return asked if asked <= self.left else None
        if self.left <= 0:
            return None
        # Many who were turned away together shall not come back together.
        seconds: float = FIRST_WAIT * 2 ** (attempts - 1) * (1 - 0.25 * self.jitter())
        return min(seconds, self.left)

    def wait(self, seconds: float) -> None:
        """Wait, and have so much less left."""
        self.left -= seconds
        self.sleep(seconds)
