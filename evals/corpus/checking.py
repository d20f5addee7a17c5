"""What must hold of cases, labels and split before anything is measured on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final

from escalation.evidence.notes import from_text
from escalation.evidence.quotes import Finder
from escalation.policy.model import Policy
from escalation.policy.terms import CODES
from evals.corpus.case import SPLITS, BaseCase, Variant
from evals.corpus.loading import Corpus, split_sha256
from evals.corpus.sample import Sample, text_of
from evals.suite import Suite

LEAST: Final = 25
MOST: Final = 900
"""Words of the notes of a base case."""

PHRASES: Final = (
    "customer impact", "account value", "time sensitivity", "csm capability", "handle yourself", "escalate for support",
    "escalate with urgency", "escalate immediately",
)  # fmt: skip
"""The framework's own: notes that used them would tell the answer."""

_NEAR: Final = 0.6
_SHINGLE: Final = 5
_COMMON: Final = 0.3
_RATERS: Final = 2


def problems(corpus: Corpus, suite: Suite, policy: Policy) -> Iterator[str]:
    """Everything wrong, a sentence each."""
    for base in corpus:
        yield from _of_notes(base)
        yield from _of_labels(base)
        yield from _of_variants(base, policy)
    yield from _of_names(corpus)
    yield from _of_split(corpus, suite)
    yield from _near_duplicates(corpus)


def _of_notes(base: BaseCase) -> Iterator[str]:
    words = len(base.notes.split())
    if not LEAST <= words <= MOST:
        yield f"{base.id}: its notes have {words} words, and {LEAST} to {MOST} are wanted"
    text = base.notes.casefold()
    yield from (f"{base.id}: its notes hold {phrase!r}" for phrase in PHRASES if phrase in text)


def _of_labels(base: BaseCase) -> Iterator[str]:
    finder = Finder(from_text(base.notes).text)
    for label in base.cases:
        for quote in label.quotes():
            if finder.first(quote) is None:
                yield f"{base.id}: {quote!r} of its label is not in the notes"
        for code in ("CI", "TS", "CC"):
            score, accepted = getattr(label, code), getattr(label, f"{code}_accept")
            if (score == "unknown") != (not accepted):
                yield f"{base.id}: {code} is {score} and its accepted alternatives are {list(accepted)}"
            elif accepted and score not in accepted:
                yield f"{base.id}: {code} {score} is not among its accepted alternatives {list(accepted)}"
            if score != "unknown" and not getattr(label, f"{code}_evidence"):
                yield f"{base.id}: {code} has no evidence"
    if base.labelled != "correction":
        yield from _of_raters(base)


def _of_raters(base: BaseCase) -> Iterator[str]:
    if len(base.raters) < _RATERS:
        yield f"{base.id}: has {len(base.raters)} rater(s), and {_RATERS} are wanted"
    if base.written_by in {rater.by for rater in base.raters.values()}:
        yield f"{base.id}: was labelled by whom wrote it"
    given = [[(case.CI, case.TS, case.CC) for case in rater.cases] for rater in base.raters.values()]
    if base.labelled == "agreed" and any(one != given[0] for one in given):
        yield f"{base.id}: its raters do not agree, and nobody adjudicated"
    if (base.labelled == "adjudicated") != (base.adjudicated_by is not None):
        yield f"{base.id}: adjudicated_by does not fit labelled"


def _of_variants(base: BaseCase, policy: Policy) -> Iterator[str]:
    for variant in base.variants:
        name = f"{base.id}/{variant.id}"
        if text_of(base, variant).strip() == base.notes.strip():
            yield f"{name}: does not differ from its base case"
        if (variant.moves or variant.unknown) and len(base.cases) != 1:
            yield f"{name}: its base case has {len(base.cases)} problems, and one is needed"
        else:
            yield from _room(base, variant, name, policy)


def _room(base: BaseCase, variant: Variant, name: str, policy: Policy) -> Iterator[str]:
    box = dict(zip(CODES, base.cases[0].box(policy), strict=True)) if base.cases else {}
    for code, way in variant.moves.items():
        low, high = box[code]
        if (low, high) == ((5, 5) if way == "up" else (1, 1)):
            yield f"{name}: {code} cannot go {way} from {low}"


def _of_names(corpus: Corpus) -> Iterator[str]:
    for base in corpus:
        ids = Counter(variant.id for variant in base.variants)
        yield from (f"{base.id}: has two variants {name!r}" for name, count in ids.items() if count > 1)
    techniques = Counter(v.technique for base in corpus for v in base.variants if v.technique)
    yield from (f"two injections use the technique {name!r}" for name, count in techniques.items() if count > 1)


def _of_split(corpus: Corpus, suite: Suite) -> Iterator[str]:
    for split in SPLITS:
        now = split_sha256(corpus.samples(split))
        if suite.splits.get(split) != now:
            yield f"the {split} split is not the one that suite.toml freezes; its sha256 is {now}"


def _near_duplicates(corpus: Corpus) -> Iterator[str]:
    """Texts of one split that are nearly those of the other: what was tuned on would be measured on.

    Variants count, too. Only pairs that share many runs of five words are compared letter by letter.
    """
    held = [(sample, _shingles(sample.notes)) for sample in corpus.samples("held-out")]
    tuned = [(sample, _shingles(sample.notes)) for sample in corpus.samples("development")]
    for one, words in held:
        for other, others in tuned:
            shared = len(words & others) / max(1, min(len(words), len(others)))
            if shared > _COMMON and _alike(one, other) > _NEAR:
                yield f"{one.id} (held-out) is nearly {other.id} (development)"


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1))


def _alike(one: Sample, other: Sample) -> float:
    matcher = SequenceMatcher(None, one.notes, other.notes, autojunk=False)
    quick: Callable[[], float] = matcher.quick_ratio
    return matcher.ratio() if quick() > _NEAR else 0.0
