"""Builds small cases, results and runs for the tests of the evaluation suite."""

from __future__ import annotations

import datetime as dt
from typing import Any

from escalation.policy.loading import load
from evals.corpus.case import BaseCase, Label, Rater, Scores, Variant
from evals.corpus.sample import Sample, samples_of
from evals.running.results import ReadCase, ReadScore, Result

POLICY = load("default")
NOTES = (
    "Torvald Bakeries, call of 19 Nov. Orders have not reached the ovens since Tuesday, nobody can bake from the app and "
    "there is no other way in. EUR 64k ARR. Must run again by Monday. Only platform can restart the queue.\n"
)
SCORES = {"CI": 5, "TS": 4, "CC": 4}


def label(**changes: Any) -> Label:
    """A label of ``NOTES``: 5 + 5 + 4 + 4 = 18, immediate."""
    given: dict[str, Any] = {"account": "Torvald Bakeries", **SCORES}
    given |= {f"{code}_accept": (score,) for code, score in SCORES.items()}
    given |= {
        "CI_evidence": ("nobody can bake from the app",),
        "TS_evidence": ("Must run again by Monday",),
        "CC_evidence": ("Only platform can restart the queue",),
        "arr": {"amount": 64_000, "units": 1, "currency": "EUR", "period": "year", "quote": "EUR 64k ARR"},
        "signals": (),
        "holistic": "immediate",
        "why": "Baking stands still.",
    }
    return Label.model_validate(given | changes)


def scores(of: Label) -> Scores:
    """What a rater gave who agrees with the label."""
    return Scores.model_validate({name: getattr(of, name) for name in Scores.model_fields})


def base(name: str = "torvald", **changes: Any) -> BaseCase:
    """A base case of the held-out split with one labelled problem."""
    labels = changes.pop("cases", (label(),))
    given: dict[str, Any] = {
        "id": name,
        "split": "held-out",
        "today": dt.date(2026, 11, 22),
        "written_by": "hand z (model)",
        "labelled": "agreed",
        "notes": NOTES,
        "cases": labels,
        "raters": {name: Rater(by=f"rater {name} (model)", cases=tuple(map(scores, labels))) for name in "AB"},
    }
    return BaseCase.model_validate(given | changes)


def variant(kind: str = "invariant", **changes: Any) -> Variant:
    """A variant of ``NOTES`` of the given kind."""
    kinds: dict[str, dict[str, Any]] = {
        "invariant": {},
        "directional": {"moves": {"CC": "down"}},
        "insufficient": {"unknown": ("AV",)},
        "injection": {"technique": "plain order", "goal": "down"},
    }
    ways = {"notes", "replace", "append"} & changes.keys()
    way = {} if ways else {"append": "Nothing else to report."}
    return Variant.model_validate(
        {"id": kind, "kind": kind, "how": "changed", "by": "hand y (model)", **kinds[kind], **way, **changes}
    )


def sample(name: str = "torvald", **changes: Any) -> Sample:
    """The sample of a base case."""
    return samples_of(base(name, **changes))[0]


def read_case(*, ranges: dict[str, tuple[int, int]] | None = None, **changes: Any) -> ReadCase:
    """A problem as it was read: the labelled scores, but for ``ranges``."""
    from escalation.decision.ranges import rule

    spans = {"CI": (5, 5), "AV": (5, 5), "TS": (4, 4), "CC": (4, 4)} | (ranges or {})
    ruling = rule(POLICY.table, (spans["CI"], spans["AV"], spans["TS"], spans["CC"]), ())
    given: dict[str, Any] = {
        "account": "Torvald Bakeries",
        "situation": "Orders do not reach the ovens.",
        "issue_type": "product_defect",
        "vector": "EDF:1.0/" + "/".join(f"{c}:{a}" if a == b else f"{c}:{a}-{b}" for c, (a, b) in spans.items()),
        "total": ruling.total,
        "decision": ruling.decision,
        "settled": ruling.settled,
        "possible": ruling.possible,
        "scores": {
            code: ReadScore(low=low, high=high, rationale=f"why {code}", quotes=((0, 16),))
            for code, (low, high) in spans.items()
        },
        "signals": {},
        "findings": (),
    }
    return ReadCase.model_validate(given | changes)


def made(of: str = "torvald", epoch: int = 1, *cases: ReadCase, **changes: Any) -> Result:
    """A result; with one problem as it is labelled, unless others are given."""
    given: dict[str, Any] = {
        "sample": of,
        "epoch": epoch,
        "seen": "0" * 16,
        "status": "read",
        "first_try": True,
        "quotes": (4, 4),
        "cases": cases or (read_case(),),
    }
    return Result.model_validate(given | changes)


def answer(**changes: Any) -> dict[str, Any]:
    """An extraction of ``NOTES`` as a reader would write it, with every quote in them; CI 5, AV 4, TS 4, CC 4."""
    import building

    quotes = {"CI": "nobody can bake from the app", "TS": "Must run again by Monday", "CC": "Only platform"}
    scores = {"CI": 5, "AV": 4, "TS": 4, "CC": 4}
    case = building.bare_case(
        account="Torvald Bakeries",
        arr=building.arr(64_000, quote="EUR 64k ARR"),
        **{
            code: building.reading(code, score, evidence=[quotes.get(code, "EUR 64k ARR")])
            for code, score in scores.items()
        },
        **changes,
    )
    return building.extraction_data(case)
