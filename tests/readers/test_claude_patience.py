"""Nothing here waits: the sleep is a list."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.readers.claude.patience import FIRST_WAIT, MOST_ATTEMPTS, Patience

SECONDS = st.floats(0, 100_000)
SHARES = st.floats(0, 1)


def patience(left: float, jitter: float = 0.0) -> tuple[Patience, list[float]]:
    """Some patience, and the waits that it takes."""
    slept: list[float] = []
    return Patience(left, slept.append, lambda: jitter), slept


def test_the_wait_doubles_from_half_a_second() -> None:
    most, _ = patience(1_000)
    assert [most.next_wait(attempts, None) for attempts in range(1, MOST_ATTEMPTS)] == [0.5, 1.0]


def test_after_three_attempts_it_gives_up_whatever_is_asked() -> None:
    most, _ = patience(1_000)
    assert MOST_ATTEMPTS == 3
    for attempts in range(MOST_ATTEMPTS, 10):
        assert most.next_wait(attempts, None) is None
        assert most.next_wait(attempts, 0) is None
        assert most.next_wait(attempts, 1) is None


@given(attempts=st.integers(1, MOST_ATTEMPTS - 1), jitter=SHARES)
def test_chance_takes_off_a_quarter_at_most(attempts: int, jitter: float) -> None:
    most, _ = patience(1_000, jitter)
    full = FIRST_WAIT * 2 ** (attempts - 1)
    wait = most.next_wait(attempts, None)
    assert wait is not None
    assert 0.75 * full <= wait <= full


@pytest.mark.parametrize("jitter", [0.0, 0.5, 1.0])
def test_what_a_server_asks_for_is_taken_as_it_is(jitter: float) -> None:
    most, _ = patience(30, jitter)
    for asked in (0.0, 0.001, 7.5, 29.999, 30.0):
        assert most.next_wait(1, asked) == asked
    for asked in (30.001, 3_600.0, math.inf, math.nan):
        assert most.next_wait(1, asked) is None


def test_nothing_left_is_enough_for_a_server_that_asks_for_no_wait_and_for_nothing_else() -> None:
    most, slept = patience(0)
    assert most.next_wait(1, 0) == 0
    assert most.next_wait(1, None) is None
    assert most.next_wait(1, 0.001) is None
    most.wait(0)
    assert (most.left, slept) == (0, [0])


def test_the_last_of_the_patience_is_spent_before_it_gives_up() -> None:
    most, slept = patience(0.2)
    wait = most.next_wait(1, None)
    assert wait == 0.2
    most.wait(wait)
    assert most.next_wait(2, None) is None
    assert (most.left, slept) == (0, [0.2])


def test_a_wait_is_slept_once_and_taken_off() -> None:
    most, slept = patience(30)
    most.wait(12)
    assert (most.left, slept) == (18, [12])
    assert most.next_wait(1, 18) == 18
    assert most.next_wait(1, 19) is None


def test_chance_is_asked_anew_each_time() -> None:
    given = iter([0.0, 1.0])
    most = Patience(100, lambda _: None, lambda: next(given))
    assert [most.next_wait(1, None), most.next_wait(1, None)] == [0.5, 0.375]


@given(
    left=SECONDS,
    answers=st.lists(st.lists(st.one_of(st.none(), SECONDS, st.just(0.0)), max_size=6), max_size=4),
    jitter=SHARES,
)
@example(left=0.3, answers=[[None, None], [None, None], [0.0]], jitter=1.0)
@example(left=0.1 + 0.2, answers=[[0.1, 0.2]], jitter=0.0)
def test_no_more_is_waited_in_all_than_was_allowed_and_no_answer_takes_more_than_three_attempts(
    left: float, answers: list[list[float | None]], jitter: float
) -> None:
    most, slept = patience(left, jitter)
    for asked in answers:
        attempts = 1
        for seconds in asked:
            wait = most.next_wait(attempts, seconds)
            if wait is None:
                break
            assert 0 <= wait <= most.left
            attempts += 1
            most.wait(wait)
        assert attempts <= MOST_ATTEMPTS
    assert math.fsum(slept) <= left or math.isclose(math.fsum(slept), left)
    assert most.left >= 0
