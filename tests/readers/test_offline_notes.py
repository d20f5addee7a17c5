"""Short notes as CSMs write them, each with what two people would agree on; what is None is left open."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from escalation.readers.offline import read

TODAY = dt.date(2026, 11, 22)


class Expected(NamedTuple):
    """A note, a score for each judged dimension, revenue as (value, currency, period) and signals."""

    name: str
    text: str
    impact: int | None
    time: int | None
    capability: int | None
    revenue: tuple[float, str, str] | None = None
    signals: tuple[str, ...] = ()


NOTES = [
    Expected(
        "tills down, card terminals",
        "Marnow Bistros (EUR 96k ARR). Since 11:40 none of the 23 restaurants can take card payments, guests are walking out. No fallback, cash float is gone in most places. Opened a P1, on-call says a fix needs a rollback by the payments squad and nobody there answers.",
        5,
        5,
        4,
        (96000, "EUR", "year"),
    ),
    Expected(
        "pallet labels, carrier refuses",
        "Call with Ullswater Freight this morning. The customs file has been rejected by the port system since Thursday, so 14 containers are stuck on the quay. They can't release them by phone either. Demurrage costs 900 a day. Engineering owns that mapping, I can't touch it. They pay £140k per annum.",
        5,
        4,
        5,
        (140000, "GBP", "year"),
    ),
    Expected(
        "font question",
        "Perrin & Holt asked whether the report footer can be in a different font. I'll send her the branding guide tomorrow. ARR EUR 7,200. No hurry.",
        1,
        1,
        1,
        (7200, "EUR", "year"),
    ),
    Expected(
        "training",
        "Two new colleagues at Abbotsrow Surveyors would like an intro session. Booked them into Thursday's webinar. USD 12k a year.",
        1,
        1,
        1,
        (12000, "USD", "year"),
    ),
    Expected(
        "vague",
        "Cindermoor called, not happy, something about the integration again. Will find out more.",
        None,
        None,
        None,
    ),
    Expected(
        "sales tax wrong on invoices",
        "Ironvale Tools: invoices go out with the wrong VAT rate for Swiss customers since last Tuesday's release. Bookkeeping corrects each one manually, around five hours a week. Known bug, dev team confirmed it, no release date yet. ARR: CHF 54,000",
        3,
        1,
        5,
        (54000, "CHF", "year"),
    ),
    Expected(
        "privacy",
        "Fenwick Nurseries: a mother opened the parent app and saw photos and the medical notes of another family's child. The nursery manager phoned me straight away, calm. I have not forwarded it to anybody yet. 28k EUR.",
        None,  # how many families it reaches is not said: two people would not agree
        4,
        5,
        (28000, "EUR", "year"),
        ("privacy",),
    ),
    Expected(
        "gdpr question only",
        "Harrowgate Seeds would like our data processing agreement and the list of subprocessors for their files, GDPR audit folder. Document is on the trust page, I'll send the link. EUR 15k per year.",
        1,
        1,
        1,
        (15000, "EUR", "year"),
    ),
    Expected(
        "competitor named, no notice",
        "QBR with Thistledown Pharmacies. They saw a demo of Ploverdesk at a fair, 'nice colours', no plans to change. Their only question was how to schedule the stock report. Showed him. ARR 61k EUR.",
        1,
        1,
        1,
        (61000, "EUR", "year"),
    ),
    Expected(
        "churn notice",
        "Received a cancellation letter from Opaline Resorts today, effective 31 March. Reason given: the mobile app promised for 2025 never came. ARR $210,000. Their ops run fine on the old app.",
        1,
        None,
        5,
        (210000, "USD", "year"),
        ("churn_notice",),
    ),
    Expected(
        "sla breach",
        "Wrenfield Hospital Supplies, EUR 130k a year. Third P1 in six weeks where first response took over 9 hours; the contract says one hour. Each time it was fixed in the end. Their IT lead wants to hear by Friday what changes. Support management has not replied to my two mails.",
        2,
        3,
        4,
        (130000, "EUR", "year"),
        ("sla_breach",),
    ),
    Expected(
        "exec escalation",
        "The CFO of Larkspur Airlines wrote to our CEO last night about the invoice export. It drops the cost centre, so 3 accountants retype 600 lines a week. Month-end is Monday 30 November. ARR is 1.1M EUR.",
        3,
        2,
        4,
        (1100000, "EUR", "year"),
        ("executive_escalation",),
    ),
    Expected(
        "legal",
        "Mail from Corvane Interiors' solicitors: they regard the missed migration as a breach of contract and claim 80,000 in damages, reply within five working days. Contract EUR 45k a year.",
        1,
        3,
        5,
        (45000, "EUR", "year"),
        ("legal",),
    ),
    Expected(
        "security",
        "Sandpiper Clinics found two admin accounts in their tenant that nobody there created, both logged in from abroad last night. They have switched them off. Work continues normally. EUR 72k ARR.",
        1,
        4,
        5,
        (72000, "EUR", "year"),
        ("security",),
    ),
    Expected(
        "regulator",
        "Broadmere Savings: the regulator wants the transaction report by Wednesday 25 November, and the export leaves out the counterparty column. They can't fill it in by hand, 40,000 rows. Reporting team on our side has it since Thursday, no answer. GBP 260k.",
        4,
        3,
        4,
        (260000, "GBP", "year"),
        ("regulatory",),
    ),
    Expected(
        "safety",
        "Kestrel Homecare: fall alarms from the night units arrive up to 20 minutes late since the gateway update. A resident lay on the floor for a quarter of an hour on Friday, unhurt. Carers now walk rounds every 30 minutes. Ticket open with support, no engineer yet. EUR 88k ARR.",
        4,
        5,
        4,
        (88000, "EUR", "year"),
        ("safety",),
    ),
    Expected(
        "duplicates",
        "Email from Tarn Valley Vets: appointment confirmations sometimes go out twice. 'A bit silly but no harm.' I've found the double rule in their automation and removed one, will check with her next week. £2,900/yr",
        1,
        1,
        1,
        (2900, "GBP", "year"),
    ),
    Expected(
        "slow search",
        "Bexhall Archive - search takes half a minute since the upgrade. Five archivists, they lose maybe 40 minutes a day together, they grumble but get on with it. Raised a ticket with support on Wednesday, normal queue. EUR 22,000 a year.",
        2,
        1,
        3,
        (22000, "EUR", "year"),
    ),
    Expected(
        "waiting for confirmation",
        "Moorland Cycles asks if they may use the API with a second shop. I think yes, just need somebody in product to confirm that the plan covers it. No date. EUR 9k.",
        1,
        1,
        2,
        (9000, "EUR", "year"),
    ),
    Expected(
        "go-live tomorrow",
        "Go-live of Pennant Rail's crew app is tomorrow 6 am. Push messages don't arrive on Android, which is 70% of the drivers. No alternative channel, text messages aren't in their contract. Mobile team says a fix needs a new build. I can't approve an emergency release. ARR EUR 300k.",
        4,
        4,
        5,
        (300000, "EUR", "year"),
    ),
    Expected(
        "manual import daily",
        "Since the ERP update, orders from Dovecote Ceramics' web shop don't reach the warehouse. Two people key them in by hand, 3 hours every day, and yesterday 12 parcels went out late. Integration partner and our support each say it's the other. Open since 9 November. EUR 47k ARR.",
        4,
        None,
        4,
        (47000, "EUR", "year"),
    ),
    Expected(
        "discount demand",
        "Renewal talk with Sallow & Finch: they want 25% off or an extra year price freeze, otherwise they look elsewhere in spring. I may give up to 10%, deal desk has to decide anything above. Renewal 15 January. Product works well for them. ARR EUR 64k.",
        1,
        1,
        5,
        (64000, "EUR", "year"),
    ),
    Expected(
        "wrong invoice, mine to correct",
        "Juniper Wharf got billed for 12 seats instead of 10 in October. I have the rights in the billing tool and corrected it just now, credit note is out. Told them. EUR 480 a month.",
        1,
        1,
        1,
        (480, "EUR", "month"),
    ),
    Expected(
        "angry about nothing",
        "HE IS LIVID. Mr Stannard of Stannard Blinds shouted at me for ten minutes because the menu is now on the left. Everything works. I showed him how to switch it back. 3k EUR.",
        1,
        1,
        1,
        (3000, "EUR", "year"),
    ),
    Expected(
        "calm but grave",
        "Quick note, Ashgrove Dairy mentioned in passing that since the night shift the milk collection routes are empty. 31 tankers are standing in the yard. He was very polite about it. They tried last week's plan, it does not load. Nobody on our on-call line picks up. EUR 51k per year",
        5,
        5,
        4,
        (51000, "EUR", "year"),
    ),
    Expected(
        "hypothetical",
        "Northbeck Couriers: everything runs. Their dispatcher asked what would happen if the route server went down again before Christmas, and whether there is a status page. I'll send him the link to it. EUR 33k.",
        1,
        1,
        1,
        (33000, "EUR", "year"),
    ),
    Expected(
        "feature gap",
        "Silverleaf Auctions need bidding in several currencies, which we don't have. They have asked since spring and will decide in February whether to stay. Product says not on the roadmap. Until then they convert by hand, half an hour per auction. ARR USD 75k.",
        2,
        1,
        5,
        (75000, "USD", "year"),
    ),
    Expected(
        "stalled ticket",
        "Redmarsh Plastics: the shift report comes out empty for line 3. Production itself is unaffected, the shift leads write it on paper. Ticket with support since 2 November, chased four times, no reply. They'd like it before the ISO audit on 8 December. 18k EUR ARR",
        3,
        1,
        4,
        (18000, "EUR", "year"),
    ),
    Expected(
        "mrr and seats",
        "Whinfell Tutors: 60 seats at 25 euros a month. Their admin can't assign two teachers to one course. She books a second course as a workaround, a minute each time. I'll ask product if that's planned.",
        2,
        1,
        2,
        (1500, "EUR", "month"),
    ),
    Expected(
        "quarter ends",
        "Glasswright Solar closes the quarter on Monday 30 November and the revenue recognition run crashes at 80%. Controller has no other way to book 2,300 contracts. Engineering has reproduced it, a developer is on it, no estimate. ARR 120k EUR.",
        4,
        2,
        5,
        (120000, "EUR", "year"),
    ),
    Expected(
        "integration slow",
        "Tealby Kitchens - orders take up to two hours to appear in the planning board, planner now refreshes and phones the showroom when unsure. Annoying, nothing lost. Integrations team asked for logs, I sent them on Friday. EUR 40k a year.",
        2,
        1,
        3,
        (40000, "EUR", "year"),
    ),
    Expected(
        "access request",
        "New head of HR at Plover Estates needs admin rights. I can grant them in the console, doing it after lunch. EUR 11,500 ARR",
        1,
        1,
        1,
        (11500, "EUR", "year"),
    ),
    Expected(
        "login trouble at school",
        "Since this morning no pupil at the four Oakhurst schools can log in, exams start tomorrow at 8 and are written in our system. There's no paper version. Identity engineers are on it since 9, no cause yet. ARR EUR 58k.",
        5,
        4,
        4,
        (58000, "EUR", "year"),
    ),
    Expected(
        "report late",
        "Weekly stock report for Hollin Brewery arrives on Tuesday instead of Monday. Their buyer moved his meeting. Data team said they'd look at the schedule this week. EUR 26k p.a.",
        2,
        1,
        3,
        (26000, "EUR", "year"),
    ),
    Expected(
        "payroll threat",
        "Wages at Coppice Laundries are due on Tuesday and the payroll interface has sent nothing since Friday. 180 people. HR could enter them in the bank portal, two days' work for two people. I have restarted the job twice without effect, our payroll engineers haven't answered. €36k/yr",
        4,
        4,
        4,
        (36000, "EUR", "year"),
    ),
    Expected(
        "phone app crashes for one",
        "One inspector at Lyndale Lifts has an app that closes when he takes a photo. He uses his colleague's phone. Told him to reinstall, that helped. €19k",
        1,
        1,
        1,
        (19000, "EUR", "year"),
    ),
    Expected(
        "docs",
        "Customer Brambleside Books wants our SOC 2 report and an insurance certificate. Both on the shared drive, sending today. $30k annual.",
        1,
        1,
        1,
        (30000, "USD", "year"),
    ),
    Expected(
        "data loss",
        "Gannet Marine lost all inspection records of October in the sync. Their surveyors sign off ships with these. Support says restoring from backup is possible but only the database team may do it, request is open since Thursday without an owner. Class society visits on Tuesday 24 November. EUR 84k.",
        4,
        4,
        5,
        (84000, "EUR", "year"),
    ),
    Expected(
        "price increase letter",
        "Hexley Museums dispute the 12% price increase on their October invoice, they say the contract caps it at 3%. I read it the same way. Finance must decide, I asked them a week ago, no reply. Invoice is due 30 November. €21,400 ARR.",
        1,
        2,
        5,
        (21400, "EUR", "year"),
    ),
    Expected(
        "champion left",
        "Our champion at Rosedene Clinics left, the new director has not answered three mails and usage fell by 40%. She told the reseller that she has no trust in us after the botched rollout. No technical issue open. EUR 55k ARR, renewal in April.",
        1,
        1,
        None,
        (55000, "EUR", "year"),
    ),
    Expected(
        "minutes",
        """Minutes, Brockhurst Marine, Wed 18 Nov
Present: Odile (fleet), Sam (IT), me
1) Positions of the barges have been frozen on the map since the 12th. Dispatch rings every skipper on the VHF, one hour each morning and again at two.
2) Sam sent us the modem traces on the 13th. Support acknowledged, then silence.
3) Odile: "we cope, but the lock authority wants our arrival times electronically from 1 December."
4) Renewal not discussed.
ARR 92k EUR. I know nothing about modems.""",
        None,
        2,
        4,
        (92000, "EUR", "year"),
        ("regulatory",),
    ),
    Expected(
        "chat2",
        """lena 09:12
quick one on Fairholm Bikes (11k eur)
lena 09:13
Piet can't see the margin column any more since yesterday, he's the only one using it
tom 09:15
view got reset with the release. he can re-add it in 2 clicks
lena 09:16
ah ok will tell him, thx""",
        1,
        1,
        1,
        (11000, "EUR", "year"),
    ),
    Expected(
        "fwd",
        """From: Ana Lindqvist
Sent: Fri 20 Nov 2026 17:40
Subject: FW: Delivery notes

See below, Steenwijk Timber, 45k euro a year. I've asked the print people for a slot and been told January.

> On 20 Nov 2026 at 16:02, Joris wrote:
> Hello Ana,
> Drivers still leave without delivery notes; we write them by hand at the gate, which takes a quarter of an hour per lorry, and we send thirty lorries a day. The sawmill keeps running. From 1 December our biggest client refuses handwritten papers.
> Regards
> Joris""",
        4,
        2,
        4,
        (45000, "EUR", "year"),
    ),
    Expected(
        "gentle exec",
        """Tea with Mrs Okafor, Lindens Retirement Homes. She was charming, as ever. In passing: the rota for December cannot be published, the screen just spins, and the law says staff must have it two weeks ahead, which is Monday. She has 900 carers. Nobody can print it either. I've put a ticket in on Friday as P1; our engineers confirmed that a database index is broken and they need a maintenance window, which only the platform lead can approve. She pays us £75,000 a year.""",
        5,
        4,
        5,
        (75000, "GBP", "year"),
    ),
    Expected(
        "row2",
        """customer | arr | issue | opened | action
Oldbury Press | 8.4k EUR | wants PDF invoices to carry their new logo | 16 Nov | uploaded it this morning, confirmed with them""",
        1,
        1,
        1,
        (8400, "EUR", "year"),
    ),
    Expected(
        "row3",
        """customer | arr | issue | opened | action
Tannery Lane Foods | EUR 66k | allergen sheet shows last year's recipe for 14 products, customers' kitchens cook from it | 19 Nov | quality team withdrew the sheets by mail, not all kitchens have answered; dev on call no reply""",
        4,
        5,
        4,
        (66000, "EUR", "year"),
        ("safety",),
    ),
    Expected(
        "credit",
        """Hi Nora, Fernbank Gyms again. We promised them 15 percent off for the broken autumn and the invoice came without it: 2,300 euros too much. They've withheld the whole invoice. I promised it in writing in September with Paul's blessing, but Paul has left and finance says they know of nothing. I've no right to touch invoices. They'd like it sorted before year end. ARR 41k EUR. Customer knows that I'm asking. Best, Kim""",
        2,
        1,
        5,
        (41000, "EUR", "year"),
    ),
    Expected(
        "release regret",
        """Since release 8.1 the approval mails at Glenmoor Council go to whoever was the approver in 2024. Three former employees still get them, with the amounts and names of benefit claimants in it. Democratic services noticed on Thursday. They've asked IT to delete two of the mailboxes. EUR 130k.""",
        None,
        4,
        5,
        (130000, "EUR", "year"),
        ("privacy",),
    ),
    Expected(
        "nothing grave",
        """Weekly with Copperfield Cinemas. Ticket sales great. Their marketing girl would love an export of newsletter sign-ups per film; today she filters it in Excel, ten minutes every Monday. It's not on the roadmap as far as I know, I'll raise it in the product channel. ARR 27k EUR. no date.""",
        1,
        1,
        None,
        (27000, "EUR", "year"),
    ),
    Expected(
        "outage over",
        """Vantage Couriers (EUR 73k): the driver app was down on Tuesday for two hours. It's been stable since. They want a written explanation for their works council by Friday. Incident report is being drafted by engineering, I'll forward it.""",
        1,
        3,
        2,
        (73000, "EUR", "year"),
    ),
    Expected(
        "angry ceo no facts",
        """Mr Dalgleish (owner of Dalgleish Roofing, EUR 6k) is on the warpath. Says our hotline is a disgrace, wants the name of my boss. Reason: he waited 20 minutes for a password reset. I reset it for him while we spoke.""",
        1,
        1,
        1,
        (6000, "EUR", "year"),
    ),
    Expected(
        "unknown arr unknown cause",
        """Notes 20/11 Wharfside Labs. Results from analyser 4 arrive doubled, on about one sample in fifty. Lab techs spot and strike them by hand. No idea yet where it comes from, analyser vendor and we are both looking. No wrong result has left the lab. They're patient.""",
        2,
        1,
        4,
    ),
    Expected(
        "contract exit",
        """Talked to Bluebell Nurseries' procurement. They won't be renewing in March, going with a cheaper tool. Decision is signed by the board. Nothing wrong with the product. USD 58k.""",
        1,
        None,
        5,
        (58000, "USD", "year"),
        ("churn_notice",),
    ),
    Expected(
        "inspection",
        """Environmental agency inspects Stourbridge Metals on Thursday 26 Nov at nine and wants the emission logs of Q3 from our archive. Archive search returns nothing since the move to the new storage. Files exist, storage team can see them but re-indexing takes two nights and needs a go from their lead. I've asked him, no answer yet. ARR CHF 77k""",
        4,
        3,
        4,
        (77000, "CHF", "year"),
        ("regulatory",),
    ),
    Expected(
        "who pays",
        """Redgate Libraries got 2 invoices for November. One is obviously a duplicate (EUR 310). I'll ask billing to cancel it, that's a form. Librarian not bothered. 3.7k a year EUR""",
        1,
        1,
        3,
        (3700, "EUR", "year"),
    ),
    Expected(
        "growth",
        """Farrow Glass EUR 49k. Sync errors: 40 on Monday, 120 on Wednesday, 300 on Friday. Each is an order line that the cutting table doesn't get; the foreman reads them off the screen and types them in. Twice they cut the wrong pane. Integration engineers say it's our queue, infra says it's their client. Friday will be worse, they say, that's when the Christmas orders come.""",
        4,
        4,
        4,
        (49000, "EUR", "year"),
    ),
    Expected(
        "champion",
        """Dinner with Hugo from Pelham Estates. He'll speak about us at the property summit in spring, and two other landlords asked him for our number. His only gripe: the rent letters have the old address in the footer. I can change it in the template and will do so on Monday. EUR 14k.""",
        1,
        1,
        1,
        (14000, "EUR", "year"),
    ),
    Expected(
        "locked",
        """Just got off the phone w/ Trent & Daughters Removals. All 38 crews are locked out of the job app since 6:15, vans are parked, customers stand on the pavement with their sofas. No paper lists, everything is in the app. On-call engineer acknowledged at 6:40, certificate problem, he waits for someone with keys to the store. £44k ARR""",
        5,
        5,
        4,
        (44000, "GBP", "year"),
    ),
    Expected(
        "polite sso",
        """Dear team, Wolsey Law LLP (USD 150k) would be grateful if SSO could be switched on before their new starters arrive on 7 December. It needs a flag set by the identity team, ticket 5521 is in their normal queue since Thursday. Until then passwords work.""",
        1,
        1,
        3,
        (150000, "USD", "year"),
    ),
    Expected(
        "pressure",
        """URGENT!!! URGENT!!! Sabine at Hartwell Toys needs the colour of the export button changed to match their brand before the weekend, she says it's critical. It's a theme setting, I can do it. 5k EUR.""",
        1,
        2,
        1,
        (5000, "EUR", "year"),
    ),
]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_score_that_two_people_would_give_lies_in_the_range(note: Expected) -> None:
    """Each judged dimension leaves the agreed score open, and is not left open altogether where one is agreed."""
    dimensions = read(note.text, TODAY).cases[0].dimensions

    for reading, score in (
        (dimensions.customer_impact, note.impact),
        (dimensions.time_sensitivity, note.time),
        (dimensions.csm_capability, note.capability),
    ):
        assert score is None or reading.low <= score <= reading.high, (reading, score)


@pytest.mark.parametrize("note", [note for note in NOTES if note.revenue], ids=lambda note: note.name)
def test_revenue_is_told_from_other_amounts(note: Expected) -> None:
    """The revenue is the account's, in its own currency and rhythm."""
    arr = read(note.text, TODAY).cases[0].arr

    assert arr is not None
    assert (arr.amount * arr.units, arr.currency, arr.period) == note.revenue


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.name)
def test_signals_are_those_stated_and_no_others(note: Expected) -> None:
    """A signal stands for an incident, not for a topic."""
    found = {signal.kind for signal in read(note.text, TODAY).cases[0].signals} - {"already_escalated"}

    assert found == set(note.signals)
