"""Records readings: lays out folders for agents and takes in what they wrote, or reads with a key."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from escalation.policy.loading import load as load_policy
from evals.corpus.loading import load as load_corpus
from evals.errors import EvalError, NotRecorded
from evals.reading.agents import collect, prepare, skill_kit
from evals.reading.recordings import RecordingManifest, Recordings, place, write
from evals.reading.seen import Prompt
from evals.running.run import Job, jobs
from evals.suite import load as load_suite


def record(**options: Any) -> str:
    """Carry out ``record``; what was done, in a few lines. Raises EvalError where the options do not fit together."""
    ways = [name for name in ("reader", "prepare", "collect") if options[name]]
    if len(ways) != 1:
        raise EvalError("record needs exactly one of --reader, --prepare and --collect")
    if ways == ["prepare"]:
        return _prepared(options)
    if ways == ["collect"]:
        return _collected(options["collect"], place(options["recording"]), options)
    return _read_live(options)


def _prepared(options: dict[str, Any]) -> str:
    wanted = _wanted(options)
    prompt, model = Prompt.of(load_policy("default")), _model(options)
    tasks = prepare(options["prepare"].absolute(), wanted, skill_kit(), prompt, model, options["python"])
    listed = "\n".join(str(task) for task in tasks)
    return (
        f"{len(wanted)} readings in {len(tasks)} folders. Give each to an agent of its own, with nothing else:\n"
        f"{listed}\nThen: python -m evals record --collect {options['prepare']}"
    )


def _collected(source: Path, target: Path, options: dict[str, Any]) -> str:
    found = list(collect(source))
    manifest = RecordingManifest(
        model=_model(options),
        door="agent",
        provenance=options["provenance"] or _provenance(target),
        made=dt.datetime.now(dt.UTC).date().isoformat(),
    )
    write(target, manifest, found)
    return f"{len(found)} readings taken into {target}"


def _read_live(options: dict[str, Any]) -> str:
    """Read with the Claude reader: a run whose readings are kept as recordings, too."""
    from evals.live import record_live

    return record_live(_wanted(options), place(options["recording"]), options)


def _wanted(options: dict[str, Any]) -> tuple[Job, ...]:
    corpus, suite, prompt = load_corpus(), load_suite(), Prompt.of(load_policy("default"))
    found: list[Job] = []
    for split in ("development", "held-out"):
        if options["split"] in (split, "all"):
            found += jobs(corpus.samples(split), options["epochs"] or suite.epochs[split])
    if not options["missing"]:
        return tuple(found)
    try:
        stored = Recordings(place(options["recording"]))
    except NotRecorded:
        return tuple(found)
    return tuple(job for job in found if list(stored.problems([job], prompt)))


def _model(options: dict[str, Any]) -> str:
    """The name under which readings are addressed: the recordings' own, else the one given, else "agent"."""
    try:
        return options["model"] or Recordings(place(options["recording"])).manifest.model
    except NotRecorded:
        return "agent"


def _provenance(target: Path) -> str:
    try:
        return Recordings(target).manifest.provenance
    except NotRecorded:
        raise EvalError("new recordings need --provenance: who read, and how") from None
