"""The ask and the message to the customer, from the policy's templates."""

from __future__ import annotations

from escalation.decision.routing import Recipient
from escalation.policy.model import Policy
from escalation.policy.terms import Decision

_ENDS = (".", "!", "?", "…")


def ask(policy: Policy, owner: Recipient | None, wanted: str | None, by: str, *, update: bool) -> str | None:
    """The ask to ``owner`` by a day in words; None when nobody else owns it. ``update``: somebody has it already."""
    if owner is None:
        return None
    sentence = _sentence(wanted) if wanted else ""
    templates = policy.ask_templates
    if update:
        template = templates.update if sentence else templates.update_no_ask
    else:
        template = templates.ask if sentence else templates.no_ask
    return template.format(owner=owner.name, ask=sentence, by=by)


def _sentence(text: str) -> str:
    stripped = " ".join(text.split()).rstrip(" ,;:")
    return stripped if not stripped or stripped.endswith(_ENDS) else f"{stripped}."


def customer_communication(policy: Policy, decision: Decision, owner: Recipient | None, update_by: str) -> str:
    """What the customer is told: who has it and when they hear again. Nothing of the notes can enter it."""
    template = policy.customer_templates.template(decision)
    return template.format(owner=owner.customer_name if owner else "", update_by=update_by)
