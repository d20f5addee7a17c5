"""A policy as tables that people apply by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from escalation.policy.model import Policy
from escalation.policy.terms import MISTAKES
from escalation.rendering.escaping import escape


def render(policy: Policy) -> str:
    """The policy's definitions, floors, routes and days as Markdown, ending in one line feed."""
    return _template().render(policy=policy, mistakes=MISTAKES).strip() + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown, not HTML: every value passes through `md` instead
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"md": escape, "days": _days}
    return environment.get_template("by_hand.md.j2")


def _days(count: int | None) -> str:
    if count is None:
        return "no clock of its own"
    return {0: "today", 1: "the next business day"}.get(count, f"{count} business days")
