"""Reads rendered Markdown as a Markdown program does, and checks that nothing in it but our own does anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rendering.records import UNSAFE

PARSER: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SECTIONS: Final = ("Situation", "Scoring", "Decision", "If Escalating")
BLOCKS: Final = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item"}
HARMLESS: Final = {f"{block}_{end}" for block in BLOCKS for end in ("open", "close")} | {"inline", "hr"}
INLINE: Final = {"text", "softbreak", "strong_open", "strong_close", "code_inline"}


class Page(NamedTuple):
    """What a reader of the rendered page sees: headings with their level, rows of cells, items of lists."""

    headings: list[tuple[str, str]]
    rows: list[list[str]]
    items: list[str]
    strong: list[str]
    code: list[str]


def shown(tokens: Iterable[Token]) -> str:
    """The text of inline tokens, without their markup."""
    return "".join(
        token.content if token.type in ("text", "code_inline") else " " * (token.type == "softbreak")
        for token in tokens
    )


def page(markdown: str) -> Page:
    """What stands on the rendered page; fails when anything on it is of a kind that we never write."""
    assert UNSAFE.search(markdown) is None
    tokens = PARSER.parse(markdown)
    assert {token.type for token in tokens} <= HARMLESS, {token.type for token in tokens} - HARMLESS
    found = Page([], [], [], [], [])
    for before, token, inside in _inline(tokens):
        children = token.children or []
        assert {child.type for child in children} <= INLINE, {child.type for child in children} - INLINE
        found.strong.extend("strong" for child in children if child.type == "strong_open")
        found.code.extend(child.content for child in children if child.type == "code_inline")
        text = shown(children)
        if before == "heading_open":
            found.headings.append((inside, text))
        elif before in ("th_open", "td_open"):
            found.rows[-1].append(text)
        elif inside == "item":
            found.items.append(text)
        if before == "row":
            found.rows.append([])
    return found


def _inline(tokens: list[Token]) -> Iterator[tuple[str, Token, str]]:
    """Each inline token with the kind of the token before it; a row is announced before its cells."""
    empty = Token("inline", "", 0, children=[])
    depth = 0
    for before, token in zip([Token("", "", 0), *tokens], tokens, strict=False):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "tr_open":
            yield "row", empty, ""
        if token.type == "inline":
            yield before.type, token, before.tag if before.type == "heading_open" else "item" if depth else ""
