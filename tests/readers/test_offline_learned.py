"""The learned ranges: where they apply, what they rest on, and that rationales say so."""

from __future__ import annotations

import datetime as dt

from escalation.readers.offline import cues, learned, read
from escalation.readers.offline.reading import cue_book

TODAY = dt.date(2026, 11, 22)
SAYS = "The range is learned from labelled notes."
LONG = (
    "Call with Acme Logistics, EUR 40k ARR. Since Tuesday the warehouse cannot print any labels, forty pickers write them "
    "by hand and two lorries left late. They found no way round. Support has had the ticket since Wednesday and nobody "
    "answers. Their director wants to know by Thursday when it will be solved."
)
SHORT = "Acme Logistics, EUR 40k ARR. Since Tuesday the warehouse cannot print any labels."


def test_every_kind_of_words_can_be_read_and_has_a_name() -> None:
    cue_book().check()
    assert cues.FACTS.keys() == cues.CALLED.keys()


def test_a_learned_range_says_so_and_quotes_the_notes() -> None:
    (case,) = read(LONG, TODAY).cases
    for name, reading in case.dimensions:
        if name != "account_value":
            assert SAYS in reading.rationale
            assert reading.evidence
            assert all(quote in LONG for quote in reading.evidence)


def test_short_notes_stay_with_the_rules() -> None:
    (case,) = read(SHORT, TODAY).cases
    assert not any(SAYS in reading.rationale for _, reading in case.dimensions)


def test_heavy_harm_is_read_above_a_matter_of_looks() -> None:
    light = (
        "Call with Acme Logistics, EUR 40k ARR. Everything runs well and they are happy. One user asks whether the logo on "
        "the report could be a little smaller, no hurry, whenever we have time. It is a setting, I will show her the page "
        "in the guide next month."
    )
    (heavy,), (slight,) = read(LONG, TODAY).cases, read(light, TODAY).cases
    assert heavy.dimensions.customer_impact.low > slight.dimensions.customer_impact.high
    assert heavy.dimensions.csm_capability.low > slight.dimensions.csm_capability.high


def test_every_estimate_has_a_range() -> None:
    for code in ("CI", "TS", "CC"):
        for strength in (-50.0, 0.0, 50.0):
            low, high = learned.span(code, {"cue_stops": strength, "cue_well": -strength})
            assert 1 <= low <= high <= 5
