"""Plots as inline SVG that take the page's colours, in light and in dark, and are the same bytes each time.

They are drawn in a few colours that stand for the page's; text stays text, in the page's fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup, escape

from evals.measuring.figures import Figure
from evals.reporting.words import count, interval, value

if TYPE_CHECKING:  # half a second that only a page needs
    from matplotlib.axes import Axes

WIDTH: Final = 340
"""A plot of figures is as wide as a phone, so that its words are as large there as on a desk."""

_INK, _MUTED, _LINE, _ACCENT, _RIGHT, _UNDER, _OVER = (f"#0a0b{place:02x}" for place in range(1, 8))
_COLOURS: Final = {
    _INK: "currentColor",
    _MUTED: "var(--muted)",
    _LINE: "var(--line)",
    _ACCENT: "var(--accent)",
    _RIGHT: "var(--right)",
    _UNDER: "var(--under)",
    _OVER: "var(--over)",
}
_SMALL, _NORMAL = 10.5, 12
_LEFT, _RIGHT_EDGE = 8, WIDTH - 8
_ROW: Final = 40
_TICK: Final = 4
_LEAST_BIAS: Final = 0.5


class Axis(NamedTuple):
    """From ``low`` to ``high``, with the words at its ticks; ``zero`` is drawn stronger."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    zero: float | None = None

    def place(self, amount: float) -> float:
        """Where an amount stands, from the left edge of the plot; what is beyond an end stands at it."""
        share = (min(max(amount, self.low), self.high) - self.low) / (self.high - self.low)
        return _LEFT + share * (_RIGHT_EDGE - _LEFT)


SHARES: Final = Axis(0, 1, tuple((share / 4, f"{share * 25}%") for share in range(5)))


def bias_axis(figures: Iterable[Figure]) -> Axis:
    """Symmetrical, wide enough for every interval, in halves of a level."""
    ends = [abs(end) for figure in figures for end in (figure.value, figure.low, figure.high) if end is not None]
    most = max(_LEAST_BIAS, -(-max(ends, default=0) // _LEAST_BIAS) * _LEAST_BIAS)
    return Axis(-most, most, ((-most, f"{most:g} too low"), (0, "0"), (most, f"{most:g} too high")), zero=0)


def dots(title: str, rows: Sequence[tuple[str, Figure]], axis: Axis = SHARES) -> Markup:
    """A dot with its 95 % interval for each row; a figure without a value is a row without a dot."""
    height = len(rows) * _ROW + 24
    axes, bottom = _axes(height), len(rows) * _ROW + 4
    for place, (amount, word) in enumerate(axis.ticks):
        x = axis.place(amount)
        if amount == axis.zero:
            axes.plot([x, x], [4, bottom], color=_MUTED, linewidth=1, clip_on=False)
        side = "left" if place == 0 else "right" if place == len(axis.ticks) - 1 else "center"
        _write(axes, x, bottom + 14, word, _MUTED, _SMALL, side)
    for place, (name, figure) in enumerate(rows):
        _dot(axes, place * _ROW + 4, name, figure, axis)
    said = "; ".join(f"{name} {value(figure)} ({interval(figure)}, {count(figure)})" for name, figure in rows)
    return _svg(axes, height, title, f"{title}. {said}.")


def _dot(axes: Axes, top: float, name: str, figure: Figure, axis: Axis) -> None:
    middle = top + 27
    _write(axes, _LEFT, top + 14, name, _INK, _NORMAL)
    words = f"{value(figure)}  (n {figure.n})" if figure.value is not None else "nothing to measure"
    _write(axes, _RIGHT_EDGE, top + 14, words, _MUTED, _SMALL, "right")
    axes.plot([_LEFT, _RIGHT_EDGE], [middle, middle], color=_LINE, linewidth=1, clip_on=False)
    for x in (axis.place(amount) for amount, _ in axis.ticks):
        axes.plot([x, x], [middle - _TICK, middle + _TICK], color=_LINE, linewidth=1, clip_on=False)
    if figure.value is None:
        return
    if figure.low is not None and figure.high is not None:
        ends = [axis.place(figure.low), axis.place(figure.high)]
        axes.plot(ends, [middle, middle], color=_ACCENT, linewidth=6, alpha=0.35, solid_capstyle="round", clip_on=False)
    axes.plot([axis.place(figure.value)], [middle], "o", color=_ACCENT, markersize=8, markeredgewidth=0, clip_on=False)


def levels(title: str, counted: Sequence[Sequence[int]]) -> Markup:
    """Labels in rows, readings in columns; the deeper a cell the larger its share of the row, "\u00b7" for none.

    On the diagonal right, left of it too low, right of it too high.
    """
    size, cell, left, top = len(counted), 40, 48, 40
    width, height = left + size * cell + 4, top + size * cell + 8
    axes = _axes(height, width)
    _write(axes, left + size * cell / 2, 14, "read as", _MUTED, _SMALL, "center")
    _write(axes, left - 10, 32, "label", _MUTED, _SMALL, "right")
    for row, cells in enumerate(counted):
        _write(axes, left - 10, top + (row + 0.5) * cell + 4, f"{row + 1}", _INK, _NORMAL, "right")
        _write(axes, left + (row + 0.5) * cell, 32, f"{row + 1}", _INK, _NORMAL, "center")
        for column, number in enumerate(cells):
            colour = _RIGHT if row == column else _UNDER if column < row else _OVER
            _cell(axes, (left + column * cell, top + row * cell), cell - 3, number, colour, number / max(sum(cells), 1))
    said = "; ".join(
        f"label {row + 1}: " + ", ".join(f"{n} read as {column + 1}" for column, n in enumerate(cells) if n)
        for row, cells in enumerate(counted)
        if sum(cells)
    )
    return _svg(axes, height, title, f"{title}, label against reading. {said or 'nothing to measure'}.")


def _cell(axes: Axes, corner: tuple[float, float], size: float, number: int, colour: str, share: float) -> None:
    from matplotlib.patches import Rectangle

    x, y = corner
    axes.add_patch(Rectangle(corner, size, size, facecolor=_LINE, edgecolor="none", clip_on=False, alpha=0.45))
    if number:
        axes.add_patch(
            Rectangle(corner, size, size, facecolor=colour, edgecolor="none", clip_on=False, alpha=0.14 + 0.44 * share)
        )
    text, ink = (f"{number}", _INK) if number else ("·", _MUTED)
    _write(axes, x + size / 2, y + size / 2 + 4, text, ink, _NORMAL, "center")


def _write(axes: Axes, x: float, y: float, text: str, colour: str, size: float, side: str = "left") -> None:
    # A "$" in a name is a dollar, not mathematics.
    axes.text(x, y, text, color=colour, fontsize=size, ha=side, parse_math=False, clip_on=False)


def _axes(height: float, width: float = WIDTH) -> Axes:
    """Axes in which one unit is one pixel, from the upper left corner."""
    from matplotlib.figure import Figure as Canvas

    canvas = Canvas(figsize=(width / 72, height / 72), dpi=72)
    canvas.patch.set_visible(False)
    axes = canvas.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return axes


def _svg(axes: Axes, height: float, title: str, said: str) -> Markup:
    import matplotlib as mpl

    file, canvas = StringIO(), axes.get_figure(root=True)
    # Another salt for each plot keeps the ids of several plots on one page apart.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": title, "path.simplify": False}):
        canvas.savefig(file, format="svg", transparent=True, metadata={"Date": None})  # type: ignore[union-attr]
    body = _body(file.getvalue())
    head = f'<svg class="plot" viewBox="0 0 {axes.get_xlim()[1]:g} {height:g}" role="img" aria-label="{escape(said)}">'
    return Markup(f"{head}{body}</svg>")  # noqa: S704 - drawn above; matplotlib escapes the texts it is given


def _body(drawn: str) -> str:
    """What stands inside of the svg element, without all that a page has already or must not have."""
    body = drawn[drawn.index(">", drawn.index("<svg")) + 1 : drawn.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", body, flags=re.DOTALL)
    body = body.replace("xlink:href", "href")
    used = set(re.findall(r"""(?:url\(|href=")#([^")]+)""", body))
    body = re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in used else "", body)
    body = re.sub(r"""font-family: [^;"]*; |transform="rotate\(-0 [^)]*\)" ?""", "", body)
    for drawn_as, colour in _COLOURS.items():
        body = body.replace(drawn_as, colour)
    return re.sub(r"\n\s*", "\n", body.replace("<defs>\n  \n </defs>", ""))
