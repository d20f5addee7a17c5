"""The product's own Claude reader as one of the readers under test, against a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from escalation.extraction.model import Extraction
from escalation.readers.claude.settings import Model, Settings
from evals.errors import EvalError
from evals.reading.claude import ClaudeReading
from evals.reading.reader import Unreachable, result
from evals.suite import Price
from evaluation.building import POLICY, answer, sample
from loopback import Answer, Loopback, failing, message, serving, text

pytestmark = pytest.mark.tree

SETTINGS = Settings(Model("claude-test", None), max_wait=0)


@contextmanager
def reading(
    monkeypatch: pytest.MonkeyPatch, *answers: Answer, price: Price | None = None
) -> Iterator[tuple[ClaudeReading, Loopback]]:
    with serving(*answers) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "local-key-4711")
        yield ClaudeReading(POLICY, SETTINGS, price), server


def test_an_answer_is_taken_with_tokens_cost_and_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    price = Price(input=2, output=10)
    with reading(monkeypatch, message(text(json.dumps(answer()))), price=price) as (reader, server):
        reply = reader.read(sample(), 1)

    assert isinstance(reply.answer, Extraction)
    assert reply.first_try
    assert (reply.effort.input_tokens, reply.effort.output_tokens) == (100, 10)
    assert reply.effort.usd == pytest.approx((100 * 2 + 10 * 10) / 1_000_000)
    assert len(server.requests) == 1


def test_an_answer_that_had_to_be_mended_did_not_hold_at_the_first_try(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = json.dumps({**answer(), "extra": 1})
    with reading(monkeypatch, message(text(broken)), message(text(json.dumps(answer())))) as (reader, _):
        reply = reader.read(sample(), 1)

    assert isinstance(reply.answer, Extraction)
    assert not reply.first_try
    assert reply.effort.usd is None


def test_a_failure_of_transport_may_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        reading(monkeypatch, failing(401, "authentication_error", "wrong key")) as (reader, _),
        pytest.raises(Unreachable, match="key"),
    ):
        reader.read(sample(), 1)


def test_without_access_it_is_wrong_usage() -> None:
    with pytest.raises(EvalError, match="ANTHROPIC_API_KEY"):
        ClaudeReading(POLICY, SETTINGS, None, environment={})


def test_an_answer_that_never_holds_is_a_judgment_and_not_asked_for_by_the_run_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with reading(monkeypatch, message(text("I had rather not say."))) as (reader, server):
        made = result(reader, sample(), 1, reader.read(sample(), 1), POLICY)
        asked = len(server.requests)

    assert (made.status, made.first_try) == ("invalid", False)
    assert asked <= 3
