"""Scores vectors from arguments or stdin, one at a time, in constant memory."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from escalation.cli.files import STDIN, stdin
from escalation.decision.ranges import rule
from escalation.decision.vector import parse
from escalation.errors import WrongUsage
from escalation.policy.model import Policy
from escalation.rendering.lines import score_as_json, score_as_text

_LONGEST_LINE = 4_096


def score_all(vectors: Iterable[str], policy: Policy, *, as_json: bool) -> bool:
    """Write a line for each good vector to stdout and for each bad one to stderr; whether all were good."""
    good = True
    for place, text in _lines(vectors):
        try:
            vector = parse(text)
        except WrongUsage as error:
            sys.stderr.write(f"Error: {place}{error}\n")
            good = False
            continue
        ruling = rule(policy.table, vector.box, vector.signals)
        line = score_as_json(vector, ruling) if as_json else score_as_text(vector, ruling, policy)
        sys.stdout.write(f"{line}\n")
        if place:
            sys.stdout.flush()  # whoever feeds us line by line waits for the answer
    return good


def _lines(vectors: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each vector, with its line number where it comes from stdin."""
    for vector in vectors:
        if vector == STDIN:
            yield from ((f"line {number}: ", line) for number, line in enumerate(_of_stream(stdin().buffer), 1))
        else:
            yield "", vector


def _of_stream(stream: BinaryIO) -> Iterator[str]:
    """Lines without their ends; an endless line is cut, so that memory stays bounded."""
    mark = codecs.BOM_UTF8
    while line := stream.readline(_LONGEST_LINE):
        line, mark, rest = line.removeprefix(mark), b"", line
        while len(rest) == _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")
