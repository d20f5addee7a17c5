"""Keeps the accounts of one text apart: no words about one in the case of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from escalation.evidence.quotes import Span, folded
from escalation.extraction.model import Ask, Case, Item, Readings
from escalation.policy.terms import DIMENSIONS

LEFT_OUT: Final = "(left out: it named another account)"
_SENTENCE_END: Final = re.compile(r"[.!?;]+(?=\s|\Z)\s*|\n\s*")
# Kinds of companies: a name is known without them too.
_LEGAL_FORM: Final = re.compile(
    r"(?:[\s,]+(?:gmbh|ag|se|kg|ohg|ug|ltd|limited|llc|llp|plc|inc|corp|corporation|company|co|b\.?v|n\.?v|s\.?a|sarl|"
    r"sas|s\.?r\.?l|s\.?p\.?a|oy|ab|as|a/s|aps|pty|pvt)\.?)+$"
)


class Separation:
    """Knows which account names must not appear in which case. Cases of one account, or of none, share freely."""

    def __init__(self, accounts: Sequence[str | None]) -> None:
        """``accounts`` are the account names of the cases, in their order."""
        names = [_form(account or "") for account in accounts]
        self._own = [_pattern({name}) for name in names]
        self._others = [_pattern(_known_as(set(names) - {name, ""}, name)) if name else None for name in names]

    def names_another(self, place: int, text: str) -> bool:
        """Whether ``text`` names the account of another case than that at ``place``."""
        return bool(self._named(place, text))

    def _named(self, place: int, text: str) -> list[Span]:
        """Where ``text`` names another account."""
        others, own = self._others[place], self._own[place]
        if others is None:
            return []
        form, places = folded(text)
        own_spans = [Span(*match.span()) for match in own.finditer(form)] if own else []
        return [
            Span(places[match.start()], places[match.end() - 1] + 1)
            for match in others.finditer(form)
            # "Acme" inside the own name "Acme Labs" is not the other account.
            if not any(span.start <= match.start() and match.end() <= span.end for span in own_spans)
        ]

    def without_others(self, place: int, text: str) -> str:
        """``text`` without the sentences that name another account."""
        named = self._named(place, text)
        if not named:
            return text
        ends = [
            match for match in _SENTENCE_END.finditer(text) if not any(Span(*match.span()).overlaps(n) for n in named)
        ]
        bounds = [0, *(match.end() for match in ends), len(text)]
        sentences = (Span(*pair) for pair in pairwise(bounds))
        kept = "".join(text[slice(*s)] for s in sentences if not any(s.overlaps(n) for n in named)).strip()
        return kept if kept and not self.names_another(place, kept) else LEFT_OUT

    def only(self, place: int, case: Case, findings: list[str]) -> Case:
        """``case`` without sentences that name another account; what was left out is added to ``findings``."""
        if self._others[place] is None:
            return case

        def own(path: str, text: Any) -> Any:
            if not isinstance(text, str) or not self.names_another(place, text):
                return text
            findings.append(f"{path}: a sentence that named another account was left out.")
            return self.without_others(place, text)

        def item(path: str, given: Item | Ask | None) -> Any:
            return given and given.model_copy(update={"text": own(path, given.text)})

        readings = {
            name: reading.model_copy(
                update={"rationale": own(name, reading.rationale), "question": own(name, reading.question)}
            )
            for name in DIMENSIONS
            for reading in [getattr(case.dimensions, name)]
        }
        return case.model_copy(
            update={
                "situation": own("situation", case.situation),
                "teams_concerned": tuple(team for team in case.teams_concerned if not self.names_another(place, team)),
                "dimensions": Readings(**readings),
                "tried": tuple(item("tried", given) for given in case.tried),
                "teams_involved": tuple(item("teams_involved", given) for given in case.teams_involved),
                "ask": item("ask", case.ask),
                "health": item("health", case.health),
                "renewal": item("renewal", case.renewal),
            }
        )


def _form(name: str) -> str:
    return folded(name)[0].strip()


def _known_as(names: set[str], own: str) -> set[str]:
    """The names, and what they are called without their legal form, unless that is also the own name."""
    short = {_LEGAL_FORM.sub("", name) for name in names}
    return names | {name for name in short if name and name != _LEGAL_FORM.sub("", own)}


def _pattern(names: set[str]) -> re.Pattern[str] | None:
    alternatives = "|".join(map(re.escape, sorted(names - {""}, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None
