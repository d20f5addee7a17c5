"""How fast it is, as ratios to an empty Python in the same run, and as throughput against the demands.

    .venv/bin/pip install -q --group bench && .venv/bin/python benchmarks/speed.py

Machines are shared and noisy: every command is timed in turn with `python -c pass`, and the median of the paired
ratios counts. Exits with 1 when a demand is missed.
"""

from __future__ import annotations

import compileall
import datetime as dt
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import escalation
from escalation.policy.terms import CODES, SIGNALS

ROUNDS = 21
VECTORS = 300_000
EMPTY = [sys.executable, "-c", "pass"]
ESCALATE = [sys.executable, "-m", "escalation"]
VECTOR = "EDF:1.0/CI:5/AV:1-5/TS:4/CC:2/S:privacy,security"
CVSS = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
NOTES = Path(__file__).parents[1] / "examples" / "orders-not-arriving.md"


class Row(NamedTuple):
    """A figure and the demand it is held against."""

    name: str
    figure: float
    demand: float
    at_most: bool
    unit: str

    @property
    def met(self) -> bool:
        """Whether the demand is met."""
        return self.figure <= self.demand if self.at_most else self.figure >= self.demand


def main() -> int:
    """Print every figure; 1 when a demand is missed."""
    compileall.compile_dir(Path(escalation.__file__).parent, quiet=1)  # as pip does when it installs
    rows = [*_start_up(), _to_the_first_byte(), _vectors_per_second(), _notes_per_second()]
    for row in rows:
        sign = "at most" if row.at_most else "at least"
        verdict = "met" if row.met else "MISSED"
        digits = 2 if row.demand < 2 else 1
        print(f"{row.name:44} {row.figure:10,.{digits}f} {row.unit:10} {sign} {row.demand:9,.9g}  {verdict}")
    _beside_cvss()
    return 0 if all(row.met for row in rows) else 1


def _start_up() -> list[Row]:
    commands = {
        "--help": (["--help"], 6),
        "--version": (["--version"], 6),
        "score, one vector": (["score", VECTOR], 18),
        "assess --engine offline, 230 words": (["assess", str(NOTES), "--engine", "offline"], 25),
    }
    return [
        Row(name, _ratio([*ESCALATE, *arguments]), demand, at_most=True, unit="x python")
        for name, (arguments, demand) in commands.items()
    ]


def _ratio(command: Sequence[str]) -> float:
    """The median of the paired ratios of ``command`` to an empty Python, after one warm-up of both."""
    pairs = [(_seconds(command), _seconds(EMPTY)) for _ in range(ROUNDS + 1)][1:]
    return statistics.median(ours / empty for ours, empty in pairs)


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _to_the_first_byte() -> Row:
    """From the start of `assess --engine claude` to the first byte it sends, and `python -c "import anthropic"`."""
    importing = [sys.executable, "-c", "import anthropic"]
    pairs = [(_seconds_to_the_first_byte(), _seconds(importing)) for _ in range(ROUNDS + 1)][1:]
    figure = statistics.median(ours / sdk for ours, sdk in pairs)
    return Row("assess --engine claude, to the first byte", figure, 1.15, at_most=True, unit="x import")


def _seconds_to_the_first_byte() -> float:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        model = {"ANTHROPIC_BASE_URL": f"http://127.0.0.1:{server.getsockname()[1]}"}
        start = time.perf_counter()
        with subprocess.Popen(
            [*ESCALATE, "assess", str(NOTES), "--engine", "claude"],
            env=os.environ | model,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as command:
            connection, _ = server.accept()
            with connection:
                connection.recv(1)
                seconds = time.perf_counter() - start
                command.kill()
    return seconds


def _vectors_per_second() -> Row:
    chance = random.Random(1)  # noqa: S311 - the same vectors every time
    with tempfile.TemporaryFile() as vectors:
        vectors.writelines(f"{_vector(chance)}\n".encode() for _ in range(VECTORS))
        vectors.seek(0)
        start = time.perf_counter()
        subprocess.run(
            [*ESCALATE, "score", "-", "--format", "json"], stdin=vectors, stdout=subprocess.DEVNULL, check=True
        )
        figure = VECTORS / (time.perf_counter() - start)
    return Row(f"score -, {VECTORS:,} vectors, start included", figure, 30_000, at_most=False, unit="vectors/s")


def _vector(chance: random.Random) -> str:
    def span() -> str:
        low, high = sorted(chance.choices(range(1, 6), k=2))
        return str(low) if low == high else f"{low}-{high}"

    scores = "/".join(f"{code}:{span()}" for code in CODES)
    signals = ",".join(sorted(chance.sample(SIGNALS, chance.randint(0, 3))))
    return f"EDF:1.0/{scores}" + (f"/S:{signals}" if signals else "")


def _notes_per_second() -> Row:
    from escalation.readers import offline

    today = dt.date(2026, 11, 22)
    texts = [path.read_text(encoding="utf-8") for path in sorted(NOTES.parent.glob("*.md"))]
    figure = _rate(lambda: [offline.read(text, today) for text in texts]) * len(texts)
    words = statistics.mean(len(text.split()) for text in texts)
    return Row(f"offline reading, {words:.0f} words on average", figure, 200, at_most=False, unit="notes/s")


def _rate(work: Callable[[], object]) -> float:
    """How often a second ``work`` can be done: the best of several rounds, after a warm-up."""
    work()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        rounds = 0
        while time.perf_counter() - start < 1:
            work()
            rounds += 1
        times.append((time.perf_counter() - start) / rounds)
    return 1 / min(times)


def _beside_cvss() -> None:
    """Parsing and scoring in one process, ours and the CVSS library's."""
    from cvss import CVSS3

    from escalation.decision.ranges import rule
    from escalation.decision.vector import parse
    from escalation.policy.loading import load

    table = load("default").table

    def ours() -> object:
        vector = parse(VECTOR)
        return rule(table, vector.box, vector.signals)

    print(f"\nparse and score one vector: ours {_rate(ours):,.0f}/s, cvss {_rate(lambda: CVSS3(CVSS).scores()):,.0f}/s")


if __name__ == "__main__":
    sys.exit(main())
