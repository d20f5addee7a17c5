"""Work that goes on beside, and that one can stop waiting for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

T = TypeVar("T")
_TURN: Final = 0.2
"""Seconds: the wait is cut in short turns, so that Ctrl-C is heard on every system."""


class Background(Generic[T]):
    """Runs ``work`` in a thread of its own, which does not keep the program from ending."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin at once."""
        self._work = work
        self._results: list[T] = []
        self._failed: BaseException | None = None
        # The thread itself does not tell: Python 3.11 takes it for ended when Ctrl-C breaks off a join.
        self._ended = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether the work has ended, well or not."""
        return self._ended.is_set()

    def result(self, seconds: float | None = None) -> T:
        """What the work gave, or raises what it raised; TimeoutError when it takes longer than so many seconds."""
        end = None if seconds is None else time.monotonic() + seconds
        while not self._ended.is_set():
            left = _TURN if end is None else min(_TURN, end - time.monotonic())
            if left <= 0:
                raise TimeoutError
            self._ended.wait(left)
        if self._failed is not None:
            raise self._failed
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is wanted
            self._failed = error
        finally:
            self._ended.set()
