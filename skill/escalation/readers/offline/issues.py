"""The type of the issue, which decides the route."""
# ruff: noqa: PLR2004 - scores from 1 to 5 are the subject here.

from __future__ import annotations

from typing import Final

from escalation.policy.terms import IssueType
from escalation.readers.offline.bounds import Bounds
from escalation.readers.offline.facts import Facts

FACTS: Final[dict[str, str]] = {
    "money_dispute": """
        dispute|disputes|disputed|disputing|contests .. invoice|charge|increase|price|bill|fee
        dispute|disputes|disputed|disputing|contests .. fees|amount|uplift|contract|terms
        overcharged|overbilled|misbilled|billed|charged|invoiced .. wrong|twice|too|for|double|extra
        wrong|incorrect|duplicate invoice|invoices|bill|charge|charges
        invoice|invoices|bill|charge .. wrong|incorrect|refuse|refuses|disputed|unpaid|higher
        refund|refunds|credit|discount|compensation|reimbursement .. want|wants|demand|demands|asks|ask|for|of|#
        wants|want|demands|demand|asks|asked|asking|insists|expects .. refund|credit|discount|compensation
        wants|want|demands|demand|asks|asked|asking|insists|expects .. price|money|waiver|reduction
        price|renewal|uplift increase|uplift|hike
        contract|contractual terms|clause|commitment|dispute
        contractual commitment
        pricing|price .. too|high|unfair|complain|off
        # back
        payment terms
        auto-renewed|auto-renewal|rolled over
    """,
    "missing_feature": """
        feature|functionality|capability .. missing|gap|request|lack|doesn't|not
        missing feature|functionality
        no|not|without|lack|lacks|lacking .. support|feature|option|way .. for|to .. export|filter|bulk|mobile
        no|not|without|lack|lacks|lacking .. possibility|integration .. for|to .. export|filter|bulk|mobile
        no|not|without|lack|lacks|lacking .. support|feature|option|way .. for|to .. multi|sso|approve|offline
        no|not|without|lack|lacks|lacking .. possibility|integration .. for|to .. multi|sso|approve|offline
        don't|doesn't|can't|cannot .. support|supports|offer|have|do .. yet|at
        roadmap
        h1|h2 maybe
        promised .. feature|roadmap|functionality|module
        feature|enhancement request|requests
        wish for|list
        would need|like|love .. feature|ability|option|possibility|approve|phones|mobile|app
        not .. on the roadmap
    """,
    "repeats": """
        third|fourth|fifth|second time|outage|incident|breach .. this|in|since|within|month|quarter|year|autumn|weeks
        # times|outages|incidents .. since|in|this|within|month|quarter|weeks
        three|four|five times since
        again and again
        repeated|recurring|repeatedly|keeps happening
        outage|outages|downtime .. again|third|another|month|repeated
        tickets .. unanswered|ignored|weeks|nobody
        no one|nobody answers|answered|replies .. tickets|ticket
        support .. never|doesn't|slow|days .. answer|answers|reply|replies|respond|responds
        second|third month in a row
        down again
    """,
    "trust": """
        trust .. lost|gone|damaged|broken|no|shaken|left|none
        lost|losing|lose|no .. trust|confidence|faith|patience
        relationship .. damaged|broken|strained|bad|sour|risk|soured|cold
        fed up
        new csm
        stopped answering|replying|responding
        went|gone quiet|cold|silent|dark
        sponsor|champion left|leaving|gone
        broken promises
        don't|doesn't believe us|anything
        empty promises
        let down
    """,
}


def issue_type(facts: Facts, impact: Bounds, capability: Bounds) -> IssueType | None:  # noqa: PLR0911 - one way out for each case
    """The type that fits best; None where the CSM handles it or none fits."""
    if facts.stated("sla_breach"):
        return "service_failure"
    if (
        capability.high <= 3
        and capability.low < 4
        and impact.high <= 3
        and not facts.stated("privacy", "security", "safety")
    ):
        return None
    if facts.stated("money_dispute", "legal") and not facts.stated("stands_still"):
        return "relationship_at_risk" if facts.stated("churn_notice") else "commercial_dispute"
    if facts.stated("churn_notice", "trust") and impact.low <= 2:
        return "relationship_at_risk"
    if facts.stated("missing_feature") and impact.low <= 2 and not facts.stated("privacy", "security", "blocked"):
        return "feature_gap"
    broken = facts.stated("stands_still", "blocked", "hours_lost", "disrupted", "privacy", "safety", "security")
    if facts.stated("repeats") and facts.stated("waits_in_vain") and not facts.stated("blocked", "stands_still"):
        return "service_failure"
    if broken:
        return "product_defect"
    if facts.stated("executive_escalation"):
        return "executive_intervention"
    return None
