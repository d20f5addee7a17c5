"""Shows Markdown on a terminal: headings, tables and the decision in colour where the terminal has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

_STYLES = {"handle": "bold green", "support": "bold yellow", "urgency": "bold dark_orange", "immediate": "bold red"}
_WIDEST = 100


def show(markdown: str, decisions: Mapping[str, str], stream: TextIO) -> None:
    """Print ``markdown`` on ``stream``; ``decisions`` maps the lines that name a decision to its slug.

    ``NO_COLOR`` and terminals without colour are honoured. Without rich (a copied folder may lack it) it is shown as
    it is.
    """
    try:
        from rich.console import Console
        from rich.markdown import Markdown
        from rich.text import Text
        from rich.theme import Theme
    except ModuleNotFoundError:
        stream.write(markdown)
        return

    theme = Theme({"markdown.h2": "bold underline", "markdown.h3": "bold cyan", "markdown.item.bullet": "cyan"})
    console = Console(file=stream, theme=theme, highlight=False)
    console.width = min(console.width, _WIDEST)
    for part in _parts(markdown, decisions):
        if part in decisions:
            console.print(Text(f"  {part}", style=_STYLES[decisions[part]]))
        elif part.strip():
            console.print(Markdown(part, hyperlinks=False))


def _parts(markdown: str, decisions: Mapping[str, str]) -> list[str]:
    """The text cut before and after each line that names a decision, so that it can stand out."""
    parts: list[list[str]] = [[]]
    for line in markdown.splitlines():
        if line in decisions and parts[-1] and parts[-1][-1] == "### Decision":
            parts += [[line], []]
        else:
            parts[-1].append(line)
    return ["\n".join(part) for part in parts]
