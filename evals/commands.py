"""What the smaller commands do: each function takes what was asked for and returns what is shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from escalation.decision.record import parse
from escalation.policy.loading import load as load_policy
from evals.corpus import authoring
from evals.corpus.case import KINDS, SPLITS, Split
from evals.corpus.checking import problems
from evals.corpus.loading import Corpus, split_sha256
from evals.corpus.loading import load as load_corpus
from evals.errors import CorpusBroken, EvalError
from evals.measuring import raters
from evals.measuring.comparing import Comparison, compare
from evals.measuring.reads import gather
from evals.measuring.summary import summarize
from evals.reading.recordings import RecordingManifest
from evals.reporting.comparison import in_markdown
from evals.reporting.markdown import table
from evals.running import folder as run_folder
from evals.running.manifest import Manifest
from evals.running.run import jobs
from evals.suite import load as load_suite


def checked() -> str:
    """What the corpus holds, in a few lines. Raises CorpusBroken, naming everything that does not hold."""
    corpus, policy = load_corpus(), load_policy("default")
    found = list(problems(corpus, load_suite(), policy))
    if found:
        raise CorpusBroken(found)
    return "\n".join(_holdings(corpus))


def _holdings(corpus: Corpus) -> list[str]:
    policy = load_policy("default")
    lines = []
    for split in SPLITS:
        bases = [base for base in corpus if base.split == split]
        kinds = Counter(variant.kind for base in bases for variant in base.variants)
        decisions = Counter(label.decision(policy) for base in bases for label in base.cases)
        variants = ", ".join(f"{kinds[kind]} {kind}" for kind in KINDS)
        spread = ", ".join(f"{decisions[name]} {name}" for name in ("handle", "support", "urgency", "immediate"))
        lines.append(f"{split}: {len(bases)} base cases, {sum(kinds.values())} variants ({variants})")
        lines.append(f"  decisions of {sum(decisions.values())} labelled problems: {spread}")
    return [*lines, "All of them hold, and the split is the one that was frozen."]


def made(record: Path, notes: Path, name: str, corrections: Sequence[str], because: Sequence[str], by: str) -> str:
    """Where the new case stands, and what is to be done next."""
    try:
        record_text, notes_text = record.read_text(encoding="utf-8"), notes.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"{getattr(error, 'filename', None) or notes}: cannot be read as text") from error
    data = authoring.case_from(
        name, notes_text, parse(record_text, str(record)), corrections, because, by, "development"
    )
    path = authoring.write(data)
    return (
        f"Wrote {path}\nLook it over: names and amounts that may not be published, accepted alternatives, evidence.\n"
        "Then `python -m evals check` says which hash suite.toml must hold."
    )


def compared(base: Path, head: Path, form: str) -> tuple[str, int]:
    """The comparison as text, and the exit code: 1 for a regression."""
    policy, corpus = load_policy("default"), load_corpus()
    samples = corpus.samples()
    sides = []
    for folder in (base, head):
        manifest, results = run_folder.load(folder)
        _require_present_cases(folder, manifest, corpus)
        sides.append(gather(samples, results, policy))
    comparison: Comparison = compare(*sides)
    if not comparison.n:
        raise EvalError("The two runs read nothing that is the same.")
    text = comparison.model_dump_json(indent=1) if form == "json" else in_markdown(comparison)
    return text, int(comparison.verdict == "regression")


def _require_present_cases(folder: Path, manifest: Manifest, corpus: Corpus) -> None:
    """Raise EvalError for a run of a whole split whose cases have changed since."""
    if manifest.whole and split_sha256(corpus.samples(manifest.split)) != manifest.samples_sha256:
        raise EvalError(f"{folder} is a run of other cases than the present ones")


def agreed(split: Split | None) -> str:
    """The agreement of the raters as a table."""
    corpus = Corpus(base for base in load_corpus() if split in (None, base.split) and base.labelled != "correction")
    head = (
        f"Raters of {len(corpus)} sets of notes ({split or 'both splits'}); all of them are models of one family.\n\n"
    )
    return head + table(raters.figures(corpus, load_policy("default")))


def reported(folder: Path) -> str:
    """Write every report of a run again; the Markdown one is returned."""
    from evals.reporting.writing import write_all

    policy, corpus = load_policy("default"), load_corpus()
    manifest, results = run_folder.load(folder)
    _require_present_cases(folder, manifest, corpus)
    read = {made.base for made in results}
    variants = any("/" in made.sample for made in results)
    samples = tuple(
        one for one in corpus.samples(manifest.split, variants=variants) if manifest.whole or one.base.id in read
    )
    wanted = len(jobs(samples, manifest.epochs))
    summary = summarize(manifest, samples, results, wanted, policy, load_suite())
    return write_all(folder, summary, samples, results, policy)


def compared_without(prepare: Path | None, collect: Path | None, provenance: str | None) -> str:
    """The comparison with the bare framework, or one of the steps towards it."""
    from evals.without import comparing

    if prepare:
        tasks = "\n".join(map(str, comparing.lay_out(prepare)))
        return f"Give each of these to an agent of its own, with nothing else:\n{tasks}"
    if not collect:
        return comparing.shown()
    if not provenance:
        raise EvalError("--collect needs --provenance: who assessed, and how")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    manifest = RecordingManifest(model="agent", door="agent", provenance=provenance, made=today)
    return f"{comparing.take_in(collect, manifest)} assessments taken in"
