"""Keeps the accounts of one text apart: no words about one in the case of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from escalation.extraction.model import Ask, Case, Item, Readings
from escalation.policy.terms import DIMENSIONS

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;\n]+|\Z)\s*")
LEFT_OUT = "(left out: it named another account)"


class Separation:
    """Knows which account names must not appear in which case. Cases of one account, or of none, share freely."""

    def __init__(self, accounts: Sequence[str | None]) -> None:
        """``accounts`` are the account names of the cases, in their order."""
        self._others = [self._pattern(own, accounts) for own in accounts]
        self._own = [re.compile(re.escape(own), re.IGNORECASE) if own else None for own in accounts]

    @staticmethod
    def _pattern(own: str | None, accounts: Sequence[str | None]) -> re.Pattern[str] | None:
        if own is None or not own.strip():
            return None
        others = {name.strip() for name in accounts if name and name.strip()} - {own.strip()}
        names = sorted((name for name in others if name.casefold() != own.casefold()), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE) if names else None

    def names_another(self, place: int, text: str) -> bool:
        """Whether ``text`` names the account of another case than that at ``place``."""
        pattern, own = self._others[place], self._own[place]
        # "Acme" inside the own name "Acme Labs" is not the other account.
        return bool(pattern and own and pattern.search(own.sub("", text)))

    def only(self, place: int, case: Case, findings: list[str]) -> Case:
        """``case`` without sentences that name another account; what was left out is added to ``findings``."""
        if self._others[place] is None:
            return case

        def own(path: str, text: Any) -> Any:
            if not isinstance(text, str) or not self.names_another(place, text):
                return text
            findings.append(f"{path}: a sentence that named another account was left out.")
            kept = "".join(part for part in _SENTENCE.findall(text) if not self.names_another(place, part)).strip()
            return kept or LEFT_OUT

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
