"""The gates of a run as JUnit XML, for CI that shows tests."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from evals.measuring.gates import Judged
from evals.measuring.summary import Summary
from evals.reporting.words import measured, title

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def in_junit(summary: Summary) -> str:
    """A test case for completeness and one for each gate; one that is skipped where gates are not judged."""
    cases = [_completeness(summary), *map(_gate, summary.gates)]
    if not summary.gates:
        cases.append(_case("gates", "skipped", summary.why))
    suite = ET.Element(
        "testsuite",
        name=_clean(f"evals {summary.manifest.split}, {summary.manifest.reader}"),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        timestamp=summary.manifest.started.isoformat(),
    )
    suite.extend(cases)
    ET.indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suite, encoding="unicode")}\n'


def _completeness(summary: Summary) -> ET.Element:
    if summary.complete:
        return _case("every reading was made")
    return _case(
        "every reading was made", "failure", "The run is not complete: readings that were asked for are missing."
    )


def _gate(judged: Judged) -> ET.Element:
    name = f"{title(judged.figure)} {judged.bound}"
    return _case(name) if judged.passed else _case(name, "failure", measured(judged))


def _case(name: str, outcome: str | None = None, message: str = "") -> ET.Element:
    case = ET.Element("testcase", classname="evals.gates", name=_clean(name))
    if outcome:
        ET.SubElement(case, outcome, message=_clean(message))
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
