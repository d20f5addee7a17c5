"""Work beside: its result, its failure, and not waiting for it any longer."""

from __future__ import annotations

import signal
import threading

import pytest

from escalation.readers.claude.background import Background


def test_the_result_is_what_the_work_gave() -> None:
    work = Background(lambda: "done")
    assert work.result() == "done"
    assert work.result(0) == "done"
    assert work.done


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt(), SystemExit(3)], ids=repr)
def test_what_the_work_raised_is_raised_where_its_result_is_wanted(error: BaseException) -> None:
    def fail() -> None:
        raise error

    work = Background(fail)
    with pytest.raises(type(error)):
        work.result()
    assert work.done


def test_who_waits_no_longer_than_so_many_seconds_gets_a_timeout_and_may_ask_again() -> None:
    released = threading.Event()
    work = Background(lambda: released.wait(30))
    with pytest.raises(TimeoutError):
        work.result(0.01)
    assert not work.done
    released.set()
    assert work.result(30) is True


def test_the_program_does_not_wait_for_it_at_its_end() -> None:
    released = threading.Event()
    work = Background(released.wait)
    assert all(thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
    released.set()
    assert work.result()


def test_an_interrupt_while_one_waits_does_not_make_it_look_ended() -> None:
    released = threading.Event()
    work = Background(lambda: released.wait(30))
    threading.Timer(0.05, lambda: signal.raise_signal(signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        work.result()
    assert not work.done
    released.set()
    assert work.result() is True
