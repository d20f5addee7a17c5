"""To whom: one owner gets the ask, the others are informed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from escalation.policy.model import Party, Policy
from escalation.policy.terms import Decision, IssueType, SignalKind

TEAM_LEAD: Final = "team_lead"


class Recipient(NamedTuple):
    """A party in a route, by its key in the policy; ``team`` where it is the lead of a team of the notes."""

    key: str
    team: str | None
    name: str
    customer_name: str


class Routing(NamedTuple):
    """The owner (None: the CSM keeps it), who is informed, and what to know about the route."""

    owner: Recipient | None
    inform: tuple[Recipient, ...]
    findings: tuple[str, ...]


def route(
    policy: Policy,
    decision: Decision,
    issue_type: IssueType | None,
    teams: Sequence[str],
    signals: Iterable[SignalKind],
) -> Routing:
    """The route of a case: the table's, shaped by the decision, widened by the signals."""
    shaping = policy.routing.shaping(decision)
    of_signals = [_recipient(policy, key) for signal in signals for key in policy.signals[signal].inform]
    if shaping.keep:
        return Routing(None, tuple(_distinct(policy, None, of_signals)), ())
    of_table, findings = _of_table(
        policy, issue_type, list(dict.fromkeys(team.strip() for team in teams if team.strip()))
    )
    owner, informed = of_table[0], of_table[1:]
    if owner.key in shaping.instead:
        owner = _recipient(policy, shaping.instead[owner.key])
    if shaping.owner:
        informed = [owner, *informed]
        owner = _recipient(policy, shaping.owner)
    informed = [*informed, *(_recipient(policy, key) for key in shaping.inform), *of_signals]
    return Routing(owner, tuple(_distinct(policy, owner, informed)), findings)


def _of_table(
    policy: Policy, issue_type: IssueType | None, teams: Sequence[str]
) -> tuple[list[Recipient], tuple[str, ...]]:
    """Owner first, then the informed, as the policy's table says."""
    fallback = _recipient(policy, policy.routing.fallback)
    if issue_type is None:
        return [fallback], (f"No kind of issue fits, so it goes to {fallback.name}.",)
    table = policy.routes[issue_type]
    if TEAM_LEAD in (table.owner, *table.inform) and not teams:
        return [fallback], (f"Several teams must act, but the notes name none, so it goes to {fallback.name}.",)
    found: list[Recipient] = []
    for key in (table.owner, *table.inform):
        found += [_recipient(policy, key, team) for team in teams] if key == TEAM_LEAD else [_recipient(policy, key)]
    return found, ()


def _recipient(policy: Policy, key: str, team: str | None = None) -> Recipient:
    party: Party = policy.parties[key]
    # A team's name comes from the notes: it is put in as it is, not read as a template.
    return Recipient(key, team, party.name.replace("{team}", team or ""), party.customer_name)


def _distinct(policy: Policy, owner: Recipient | None, informed: Iterable[Recipient]) -> Iterator[Recipient]:
    seen = {(owner.key, owner.team)} if owner else set()
    for recipient in informed:
        part_of = policy.parties[recipient.key].part_of
        if (recipient.key, recipient.team) not in seen and (part_of, None) not in seen:
            seen.add((recipient.key, recipient.team))
            yield recipient
