"""How the model is asked: which one, how long, in which way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from escalation.errors import WrongUsage

Structured = Literal["schema", "tool", "prompt"]
Effort = Literal["low", "medium", "high", "xhigh", "max"]

DEFAULT_MODEL: Final = "claude-sonnet-5-5"
MODEL_VARIABLES: Final = ("ESCALATE_MODEL", "ANTHROPIC_MODEL")


class Model(NamedTuple):
    """A model's name, and what set it (an option, a variable, or nothing: our default)."""

    name: str
    set_by: str | None


@dataclass(frozen=True)
class Settings:
    """What is asked of the model and of the connection.

    ``timeout`` are the seconds one attempt may take, ``max_wait`` those that may be spent waiting between attempts, in
    all; ``max_tokens`` bounds one answer, thinking included. ``effort`` None leaves it to the model.
    """

    model: Model
    effort: Effort | None = None
    max_tokens: int = 16_000
    structured: Structured = "schema"
    timeout: float = 120
    max_wait: float = 30


def model(option: str | None, environment: Mapping[str, str]) -> Model:
    """The model of ``--model``, else of ESCALATE_MODEL, else of ANTHROPIC_MODEL, else our default.

    Raises WrongUsage for one that is no text.
    """
    given = [("--model", option), *((name, environment.get(name)) for name in MODEL_VARIABLES)]
    for set_by, name in given:
        if name:
            return Model(_text(name, set_by), set_by)
    return Model(DEFAULT_MODEL, None)


def _text(name: str, set_by: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise WrongUsage(f"{set_by} is not UTF-8 text") from None
    return name
