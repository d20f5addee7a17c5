"""Plots are well-formed SVG in the page's colours, and the same bytes each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from evals.measuring.figures import Figure, rate
from evals.reporting import plots

pytestmark = pytest.mark.tree

HALF = rate("a", "A", [("a", True), ("b", False)])
NONE = rate("b", "B", [])
COUNTED = [[3, 1], [0, 2]]


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()).strip() for element in ET.fromstring(svg).iter() if element.tag == "text"]  # noqa: S314


@pytest.mark.parametrize(
    "draw", [lambda: plots.dots("Exact", [("one", HALF)]), lambda: plots.levels("Impact", COUNTED)]
)
def test_a_plot_is_the_same_well_formed_svg_each_time(draw: object) -> None:
    assert callable(draw)
    first, second = str(draw()), str(draw())

    assert first == second
    assert ET.fromstring(first).tag == "svg"  # noqa: S314 - drawn above
    assert not re.search(r"metadata|<dc:|20\d\d-\d\d-\d\d|matplotlib", first)


def test_colours_are_those_of_the_page() -> None:
    drawn = plots.dots("Exact", [("one", HALF)]) + plots.levels("Impact", COUNTED)

    assert set(re.findall(r"#[0-9a-f]{6}\b", drawn)) == set()
    assert {"currentColor", "var(--accent)", "var(--right)", "var(--over)"} <= set(
        re.findall(r"currentColor|var\(--\w+\)", drawn)
    )


def test_ids_of_two_plots_differ() -> None:
    both = [plots.dots("Exact", [("one", HALF)]), plots.dots("Adjacent", [("one", HALF)])]
    first, second = (set(re.findall(r' id="([^"]+)"', drawn)) for drawn in both)

    assert not first & second


def test_a_row_says_name_value_and_n() -> None:
    assert {"one", "50.0%  (n 2)"} <= set(texts(plots.dots("Exact", [("one", HALF)])))


def test_a_row_without_a_value_says_so() -> None:
    assert "nothing to measure" in texts(plots.dots("Exact", [("one", NONE)]))


def test_the_words_for_a_screen_reader_hold_every_number() -> None:
    (label,) = re.findall(r'aria-label="([^"]+)"', plots.dots("Exact", [("one", HALF)]))

    assert label == "Exact. one 50.0% (9.5% to 90.5%, 1 of 2)."


def test_names_are_escaped_and_a_dollar_is_no_mathematics() -> None:
    name = '<b>"&$x^2$'

    assert name in texts(plots.dots(name, [(name, HALF)]))


def test_a_bias_axis_holds_every_interval() -> None:
    figure = Figure(name="a", title="A", value=-0.4, n=3, clusters=3, low=-1.2, high=0.1, unit="levels")
    axis = plots.bias_axis([figure])

    assert (axis.low, axis.high, axis.zero) == (-1.5, 1.5, 0)
