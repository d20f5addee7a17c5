"""CSM capability as the offline reader reads it: short notes with the score a careful person gives each."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.extraction.model import Reading
from escalation.readers import offline

TODAY = dt.date(2026, 11, 22)
OPENING = "Norwell Foods, customer since 2023, ARR EUR 20k, renewal in June. They still have a problem. "


def capability(text: str) -> Reading:
    (case,) = offline.read(OPENING + text, TODAY).cases
    return case.dimensions.csm_capability


# A note, the score that a careful person gives it, and the widest range that still helps.
NOTES = [
    ("She can't find the archive button. I'm showing her on Thursday, it only moved to the sidebar.", 1, 2),
    ("He asked for a copy of last year's slides. I mailed them this morning.", 1, 2),
    ("The date format on her report is American. It is one tick in their profile, I ticked it for her.", 1, 2),
    ("New colleague needs a login. I created the user while we spoke.", 1, 2),
    ("They wish to have the digest on Fridays. I have rescheduled it from our admin page.", 1, 2),
    (
        "They ask whether archived orders count against the quota. I've put it to the product owner, a yes or no is all I need.",
        2,
        2,
    ),
    ("He wonders if the sandbox may hold real data. Waiting for Ines in compliance to say yes.", 2, 3),
    (
        "Two fields are missing in the export. Case 8812 is with support since yesterday, they usually take three days.",
        3,
        2,
    ),
    ("The connector needs a new scope, which the API team adds on request. Form is in.", 3, 2),
    ("The import rejects rows with umlauts. Opened a case with support on Friday.", 3, 2),
    ("Labels print in the wrong order. Somebody from professional services would need an hour on it.", 3, 2),
    ("Raising their seat limit is routine, order desk does it in two days, filled the form in Monday.", 3, 2),
    (
        "The nightly sync skips orders and three clerks retype them. The case has changed hands five times, each desk thinks another one has it.",
        4,
        2,
    ),
    (
        "Reports arrive hours late, the team works evenings. Support restarted the job four times and it falls over again each night.",
        4,
        2,
    ),
    (
        "Half of the orders arrive twice and the warehouse sorts them by hand. We still don't understand what sets it off.",
        4,
        2,
    ),
    (
        "Stock figures are wrong daily and buyers recount. My ticket has been sitting there for three weeks, two reminders went unanswered.",
        4,
        2,
    ),
    ("Invoices go out late, two people stay till nine. Support cannot reproduce it and went silent.", 4, 2),
    ("They want out of the contract by March and only our commercial director may agree to that.", 5, 2),
    ("The fix is merged but the release manager won't ship outside the window, it takes the CTO's word.", 5, 1),
    ("Their lawyers have sent us a notice of breach with a deadline of Friday.", 5, 1),
    ("Hackers got into their tenant last night and downloaded all supplier files.", 5, 1),
    ("They gave notice in writing, effective 31 December.", 5, 1),
    (
        "Orders can't be shipped at all since ten. Engineering found it, a code fix is needed and nobody will say when.",
        5,
        1,
    ),
    ("He wants 30,000 back for the outage. A credit of that size has to be signed by our CFO.", 5, 1),
    ("Their CEO has written to our CEO and expects a call today, the plant is standing still.", 5, 1),
    ("Payslips of strangers are visible to every employee since Monday.", 5, 1),
    ("No order has gone out since eight this morning, all three shops are closed.", 5, 3),
    ("The search is slow in the afternoon.", 3, 4),
    ("Nobody can invoice since Friday. I can handle this one myself, no need for help.", 4, 4),
    ("The logo on the portal is stretched. This is way above my pay grade!", 1, 4),
    (
        "Her team wants the weekly mail to go to a shared address. I swapped the address in the admin page yesterday, she has confirmed.",
        1,
        3,
    ),
    ("Two new starters want training. Booked them into my Thursday session.", 1, 2),
    ("Wants the chart in blue. Will do it when I'm back at my desk on Tuesday, it's in the theme editor.", 1, 2),
    ("He is confused about the rounding on the summary page. I'll walk him through it on our regular call.", 1, 2),
    (
        "The duplicate contacts need merging, about 40. The data desk runs the merge on request, normally in two working days; I sent them the list on Thursday.",
        3,
        3,
    ),
    (
        "Export misses the cost centre. Support reproduced it and it is in their queue, ETA within the week as usual.",
        3,
        2,
    ),
    ("PDF footers are cut off. Logged with support this morning, no reaction expected before Tuesday.", 3, 2),
    (
        "The API throttles them at noon. We need an hour of a platform engineer to look at the settings, not asked so far.",
        3,
        2,
    ),
    (
        "Orders from the app arrive with the wrong tax. First support said it is the shop, then the payment provider; the ticket has wandered through four teams since 2 November and finance corrects 60 orders by hand each day.",
        4,
        2,
    ),
    ("Timesheets vanish now and then. Three restores later they vanish again and development has no theory.", 4, 2),
    (
        "Scanning is slow in the whole warehouse, two hours lost per shift. I wrote to the integrations lead on the 9th, 12th and 17th and heard nothing.",
        4,
        2,
    ),
    (
        "The dashboards show different totals every morning. Analytics looked at it twice and gave it back with 'works for us'.",
        4,
        2,
    ),
    ("They want the liability cap taken out of the contract before they sign; that is for our general counsel.", 5, 1),
    ("They insist on 18 percent off, I may go to 5, the rest only the sales director can grant.", 5, 2),
    (
        "The fix for the payroll bug sits in a branch and cannot be deployed during the freeze; two hundred people will not be paid tomorrow.",
        5,
        1,
    ),
    ("The ransom note reached them at six; someone logged in with our service account.", 5, 1),
    (
        "An auditor from the ministry wants our incident report by Wednesday, and neither I nor support can write it.",
        5,
        2,
    ),
    ("Chief executive rang our founder, wants him at their board on Tuesday or they leave.", 5, 2),
    ("Since the update nurses see another patient's chart when they open the second tab.", 5, 1),
    (
        "All 40 shops are offline, cash only, losing sales since nine. Engineering bridge is open but they have no fix yet.",
        5,
        1,
    ),
    (
        "Our subscription terms do not let them pause; they ask for a three-month pause, an exception that leadership would have to grant.",
        5,
        2,
    ),
    ("Their own IT must open the firewall, they do it next week. I've sent them the list of addresses.", 1, 3),
    ("Their finance director must approve the new seats, he is on holiday. I'll send the quote again on Monday.", 1, 3),
    # Words of leadership, law and release that mean nothing of the kind, and more of each level.
    (
        "Email from Petra at Solana Logistics: the carrier labels come out at 90 degrees since Wednesday. They rotate them in Acrobat. I've asked the print team for a slot, they have one on Thursday.",
        3,
        3,
    ),
    (
        "QBR prep. They'd like benchmark numbers against peers. Our data science lead has to say if we may share them, mailed him today.",
        2,
        3,
    ),
    (
        "Bulk upload dies at 10,000 rows. Documented limit; raising it needs someone in platform with an hour to spare, form is out since Thursday.",
        3,
        2,
    ),
    (
        "Monthly invoice shows the wrong VAT rate. Billing corrects on request within three days; request made yesterday.",
        3,
        2,
    ),
    (
        "Shipping labels fail for Swiss addresses, 30 parcels a day typed by hand. Support's last word was 'should be fixed', it wasn't. Second attempt also failed.",
        4,
        2,
    ),
    ("For nine days nobody has been able to tell us why invoices double. Accounting cancels them one at a time.", 4, 2),
    (
        "Two weeks of ping-pong between our SSO people and their identity provider, 300 users use a shared login meanwhile.",
        4,
        2,
    ),
    ("The webhook gaps reappear at random. Three engineers have looked, each left with another theory.", 4, 2),
    ("Roadmap item slipped from Q3 to Q2 next year; they bought because of it and want to hear from our CPO.", 5, 2),
    ("They are withholding payment of 84,000 until somebody with authority explains the overage.", 5, 2),
    ("Customer demands that we sign their own data processing terms by Thursday, legal has not opened them.", 5, 2),
    ("A contractor of ours mailed the full customer list to a competitor.", 5, 4),
    (
        "Production is down at both plants, and the database can only be restored by the infrastructure lead, who is on a plane.",
        5,
        2,
    ),
    (
        "Every morning the allergy flags of three patients are missing in the ward list. Nurses keep a paper list. Engineering is rewriting the import.",
        5,
        2,
    ),
    ("He asked which browser we support. Sent him the page.", 1, 2),
    ("New VP asks for an intro deck; got one, adding her logo and off it goes Monday.", 1, 3),
    ("He would like the release notes by mail. I subscribed him.", 1, 2),
    ("Their board wants the annual usage figures. I'll export them on Monday.", 1, 2),
    ("The promo code field confuses their buyers; I explained it and sent the guide.", 1, 2),
    ("Their director asked for a login for the head of finance. Created it today.", 1, 2),
    ("She needs the executive dashboard in German. It's a language setting, I'll switch it on Tuesday.", 1, 2),
    ("They ask for our legal name and address for a form. Will send it tomorrow.", 1, 2),
    ("Their new head of operations wants to talk to us about training. I'll run a session in December.", 1, 2),
    ("Contract question: where is the signed agreement? I sent her the PDF.", 1, 2),
    (
        "The security questionnaire of their purchasing has 12 questions; I fill it in from the trust page on Monday.",
        1,
        3,
    ),
    ("Their legal team wants the logo moved in the footer. It's in the template, I'll do it this week.", 1, 2),
    ("The invoice shows their old address. I changed it in the profile and resent the invoice.", 1, 2),
    ("They still see the old colours after the release. Told him to clear the cache, fixed.", 1, 3),
    ("Their IT director cannot find the API docs. I shared the link.", 1, 2),
    (
        "Two reports are slow since the release. Ticket with support since Thursday, they normally need three days.",
        3,
        2,
    ),
    (
        "The tax codes of Austria are missing. The data team loads them on request, I sent the request on Wednesday.",
        3,
        2,
    ),
    ("The code of conduct page shows an error. Support has the ticket, within its usual time.", 3, 2),
    ("The finance export needs a new mapping, somebody from integrations has to set it, an hour's work.", 3, 2),
    (
        "Their legal department asks us to switch on the audit log, which platform ops enables after a form; the form is in.",
        3,
        2,
    ),
]


@pytest.mark.parametrize(("text", "label", "widest"), NOTES)
def test_the_label_lies_in_a_range_that_helps(text: str, label: int, widest: int) -> None:
    found = capability(text)

    assert found.low <= label <= found.high
    assert found.high - found.low <= widest


# What says nothing of our own authority, and the level that must stay possible.
OVERLOOKS = [
    ("Their finance director must approve the new seats. I'll send the quote again on Monday.", 1),
    ("I haven't answered her yet. She wants to know where the archive is.", 1),
    ("I can handle this one myself. Nobody can invoice since Friday.", 5),
    ("I sent it to the security mailbox, an autoreply came back. Nobody can invoice since Friday.", 5),
]


@pytest.mark.parametrize(("text", "label"), OVERLOOKS)
def test_what_says_nothing_of_our_authority_leaves_the_level_open(text: str, label: int) -> None:
    found = capability(text)

    assert found.low <= label <= found.high


def test_one_decisive_fact_alone_leaves_a_neighbour_open() -> None:
    found = capability("A tested fix needs a release slot and nobody can print labels.")

    assert (found.low, found.high) == (4, 5)
    assert found.evidence
