"""The page: hostile words stay words, nothing is loaded, and the same run gives the same bytes."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

import pytest

from evals.corpus.sample import Sample, samples_of
from evals.measuring.summary import Summary, summarize
from evals.reporting.page import render
from evals.running.manifest import Manifest
from evals.running.results import ReadScore, Result
from evals.suite import Suite
from evaluation.building import NOTES, POLICY, base, label, made, read_case, variant

pytestmark = pytest.mark.tree

HOSTILE = "</div></script><script>alert('x')</script><img src=https://evil.example/x onerror=alert(1)>\"'&amp;{{ 7*7 }}"
LOW = {"CI": (1, 1), "TS": (1, 1), "CC": (1, 1)}


class Run(NamedTuple):
    """What a report is made of."""

    summary: Summary
    samples: tuple[Sample, ...]
    results: tuple[Result, ...]


def run(*results: Result, gates: tuple[dict[str, Any], ...] = (), epochs: int = 1, **changes: Any) -> Run:
    """A run on three base cases, one of which has variants; one reading is too low and one is of nothing."""
    mild = label(**dict.fromkeys(("CI", "TS", "CC"), 1), **{f"{code}_accept": (1,) for code in ("CI", "TS", "CC")})
    bases = (
        base("exact", variants=(variant("invariant"), variant("injection"), variant("directional"))),
        base("low", notes=NOTES + HOSTILE, cases=(label(why=HOSTILE),)),
        base("over", cases=(mild,)),
    )
    samples = tuple(sample for one in bases for sample in samples_of(one))
    found = results or (
        *(made("exact", epoch) for epoch in range(1, epochs + 1)),
        *(made("low", epoch, hostile()) for epoch in range(1, epochs + 1)),
        *(made("over", epoch) for epoch in range(1, epochs + 1)),
        made("exact/invariant"),
        made("exact/injection", 1, read_case(ranges=LOW)),
        made("exact/directional", cases=(), status="nothing", problem=HOSTILE),
    )
    given: dict[str, Any] = {
        "reader": "replay", "model": "agent", "provenance": HOSTILE, "group": "model", "split": "held-out",
        "epochs": epochs, "samples": len(samples), "whole": True, "samples_sha256": "a", "instructions_sha256": "b",
        "schema_sha256": "c", "policy_sha256": "d", "labels": "two model raters of one family", "commit": None,
        "versions": {"python": "3.11"}, "started": dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
    }  # fmt: skip
    suite = Suite.model_validate(
        {
            "splits": {},
            "epochs": {},
            "prices": {"date": "2026-11-22", "source": "none", "models": {}},
            "gates": [{"group": "model", **gate} for gate in gates],
        }
    )
    wanted = 3 * epochs + 3
    summary = summarize(Manifest.model_validate(given | changes), samples, found, wanted, POLICY, suite)
    return Run(summary, samples, found)


def hostile() -> Any:
    """A reading that is too low, with hostile words wherever a reader is free in its words."""
    case = read_case(ranges=LOW, account=HOSTILE, situation=HOSTILE, findings=(HOSTILE,))
    scores = {code: score.model_copy(update={"rationale": HOSTILE}) for code, score in case.scores.items()}
    end = len(NOTES + HOSTILE)
    scores["CI"] = ReadScore(low=1, high=1, rationale=HOSTILE, quotes=((len(NOTES), end), (10, len(NOTES) + 5)))
    return case.model_copy(update={"scores": scores})


def page(made_of: Run) -> str:
    return render(made_of.summary, made_of.samples, made_of.results, POLICY)


class Parsed(HTMLParser):
    """Every element with its attributes, and the text outside of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_hostile_words_stay_words() -> None:
    parsed = Parsed(page(run(epochs=2)))

    assert len(parsed.of("script")) == 1
    assert parsed.of("img") == []
    assert not [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in "".join(parsed.words)


def test_nothing_is_loaded() -> None:
    text = page(run())
    parsed = Parsed(text)

    targets = [
        value
        for _, attributes in parsed.elements
        for name, value in attributes.items()
        if name in {"src", "srcset", "href", "xlink:href", "action", "data", "poster"}
    ]
    assert all(value and value.startswith(("#", "data:")) for value in targets)
    styles = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"@import|url\(", styles)
    policy = parsed.of("meta")[1]["content"]
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert "script-src 'sha256-" in policy


def test_the_same_run_gives_the_same_bytes() -> None:
    assert page(run(epochs=2)) == page(run(epochs=2))


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    parsed = Parsed(page(run(epochs=2)))
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]

    assert len(ids) == len(set(ids))
    assert {str(link["href"])[1:] for link in parsed.of("a")} <= set(ids)


def test_every_table_has_a_caption_and_every_header_cell_a_scope() -> None:
    parsed = Parsed(page(run(epochs=2, gates=({"figure": "decision.exact", "at_least": 0.9},))))

    assert len(parsed.of("table")) == len(parsed.of("caption"))
    assert all(cell.get("scope") in {"col", "row"} for cell in parsed.of("th"))


def test_verdict_provenance_and_gates_come_before_all_figures() -> None:
    text = page(run(gates=({"figure": "decision.exact", "at_least": 0.9},)))
    places = [text.index(part) for part in ("1 of 1 gates failed", "model raters of one", 'id="gates"', 'id="h-cases"')]

    assert places == sorted(places)
    assert "&lt;/script&gt;" in text[: text.index('id="gates"')]


def test_gates_that_were_not_judged_have_their_reason() -> None:
    assert "Gates were not judged: no gates were asked for." in page(run(group=None))


def test_cards_say_their_outcomes_and_each_notes_text_stands_once() -> None:
    text = page(run(epochs=3))
    cards = [one for one in Parsed(text).of("details") if "data-kinds" in one]

    assert [(one["id"], one["data-kinds"]) for one in cards] == [
        ("case-low", "under"),
        ("case-over", "over"),
        ("case-exact", "exact"),
    ]
    assert ["open" in one for one in cards] == [True, False, False]
    assert text.count("Orders have not reached the ovens") == len(cards)


def test_a_changed_text_that_moved_a_decision_is_shown_with_its_change() -> None:
    words = "".join(Parsed(page(run())).words)

    assert "exact/injection" in words
    assert "Nothing else to report." in words
    assert "exact/invariant" not in words


def test_a_run_without_any_reading_has_a_page() -> None:
    failed = made("exact", cases=(), status="failed", problem=HOSTILE)
    text = page(run(failed))

    assert "This run is not complete" in text
    assert "There is no reading of these notes" in text
