"""Rules of the offline reader, each with words that state the fact and near-misses that do not."""

from __future__ import annotations

import datetime as dt

import pytest

from escalation.readers.offline.facts import Facts, Standing, hits
from escalation.readers.offline.folding import Folded
from escalation.readers.offline.judging import impact
from escalation.readers.offline.reading import book
from escalation.readers.offline.text import read_text

TODAY = dt.date(2026, 11, 22)


def facts(text: str) -> Facts:
    return Facts(hits(read_text(Folded(text), TODAY), book()))


STATED = [
    ("stands_still", "Since five nobody in the shops can take payments."),
    ("stands_still", "Thirty lorries are standing in the yard."),
    ("stands_still", "They are losing orders by the minute."),
    ("blocked", "The bank rejected the file."),
    ("blocked", "The stock sync stopped on Wednesday."),
    ("blocked", "Labels come out blank."),
    ("hours_lost", "It costs the team nine hours a week."),
    ("hours_lost", "Half a day each month."),
    ("disrupted", "The report shows wrong figures."),
    ("slight", "It costs her five minutes a day."),
    ("trifle", "Her logo is stretched."),
    ("trifle", "He wants to know how to change the date."),
    ("goes_on", "It does not hinder our work in any way."),
    ("goes_on", "Nobody is blocked."),
    ("no_way_round", "There is no workaround."),
    ("no_way_round", "They found no way round it."),
    ("hard_way_round", "They type everything in by hand."),
    ("easy_way_round", "There is a workaround, and she just deletes one."),
    ("no_rush", "No rush at all."),
    ("no_rush", "Whenever you have a moment."),
    ("urgent", "This is urgent."),
    ("growing", "It gets worse every day."),
    ("solves_alone", "I'll send her the guide."),
    ("solves_alone", "I have edit rights on branding."),
    ("needs_answer", "I just need a confirmation from product."),
    ("needs_request", "I opened a ticket with support."),
    ("waits_in_vain", "Asked twice in the channel, no answer."),
    ("waits_in_vain", "Nobody has picked it up."),
    ("tried_in_vain", "Restarted the sync, it didn't help."),
    ("cause_unknown", "Nobody knows why it happens."),
    ("not_mine", "The field is greyed out for me."),
    ("not_mine", "I can't approve a release."),
    ("decision_above", "Finance has to decide."),
    ("decision_above", "They want a refund of 2,000."),
    ("all_solved", "It all works again since ten."),
    ("not_solved", "But it isn't repaired."),
    ("informed_yes", "Told him we are on it."),
    ("feels_help", "This is above my pay grade."),
    ("weight_high", "They are a reference customer."),
    ("weight_strong", "A case study is under way."),
    ("weight_some", "They are adding two sites in spring."),
    ("money_dispute", "They dispute the invoice."),
    ("missing_feature", "It is not on the roadmap."),
]
NOT_STATED = [
    ("stands_still", "Nobody complained."),
    ("stands_still", "If nobody could take payments it would be bad."),
    ("stands_still", "The shop was down last year."),
    ("blocked", "Nobody is blocked."),
    ("blocked", "What happens if the sync stopped?"),
    ("hours_lost", "The call lasted two hours."),
    ("disrupted", "The figures are right."),
    ("no_way_round", "There is a workaround."),
    ("easy_way_round", "There is no workaround."),
    ("urgent", "Not urgent."),
    ("growing", "It does not get worse."),
    ("waits_in_vain", "Support answered within the hour."),
    ("tried_in_vain", "Restarted the sync, that helped."),
    ("not_mine", "I can change the field."),
    ("decision_above", "Finance sent the invoice."),
    ("all_solved", "It is not solved."),
    ("weight_high", "They are a small account."),
    ("money_dispute", "They paid the invoice."),
]


@pytest.mark.parametrize(("fact", "text"), STATED, ids=lambda value: value)
def test_fact_is_stated(fact: str, text: str) -> None:
    assert facts(text).stated(fact)


@pytest.mark.parametrize(("fact", "text"), NOT_STATED, ids=lambda value: value)
def test_near_miss_states_nothing(fact: str, text: str) -> None:
    assert not facts(text).stated(fact)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The sync stopped.", Standing.STATED),
        ("It is not urgent.", Standing.DENIED),
        ("If the sync stopped we would be lost.", Standing.FEARED),
        ("Otherwise nobody gets paid.", Standing.LOOMING),
        ("Last year the sync stopped.", Standing.OVER),
        ("Has the sync stopped?", Standing.ASKED),
        ("Not only is it urgent.", Standing.STATED),
        ("I'd say the sync stopped.", Standing.STATED),
    ],
)
def test_how_a_fact_stands_in_its_sentence(text: str, standing: Standing) -> None:
    found = facts(text).any_way("blocked", "urgent", "stands_still")

    assert found
    assert found[0].standing is standing


# Short notes from many trades, each with the impact that the definitions give it.
IMPACT = [
    (5, "Since six this morning the surgery cannot open a single patient file. All operations have been called off."),
    (5, "None of the 40 restaurants has been able to take a payment since noon. They are sending guests away."),
    (5, "The milking robots have not started today, and the vet says there is no manual mode."),
    (5, "Their switchboard is silent: every caller hears an engaged tone. No other number exists."),
    (5, "The wage run did not go out. 900 people have no money on their account today."),
    (5, "The whole packing hall is idle, lorries are queueing down to the roundabout."),
    (5, "The opening night cannot be sold: the booking page shows an error for everybody."),
    (5, "Ferry check-in is dead, passengers are left standing on the pier."),
    (5, "Every order placed since Thursday has vanished and the kitchen has nothing to cook from."),
    (4, "Half of the students cannot submit their thesis, the deadline of the faculty is Friday."),
    (4, "The customs declarations don't go out any more. Four people fill in the paper forms until midnight."),
    (4, "Invoices for November cannot be created, so the month-end closing is held up."),
    (4, "The vaccination register rejects every second entry and the nurses call the county for each one."),
    (4, "Three of seven lifts report nothing, so the technicians drive out to look at each of them."),
    (
        4,
        "They can't let the new tenants in, since the key cards are not programmed. The caretaker opens doors one by one.",
    ),
    (3, "The roster comes out with the wrong shifts, and the ward sister spends half of her Monday putting it right."),
    (3, "The daily sales figures arrive at noon instead of six. Buyers work with yesterday's list."),
    (3, "Search takes 40 seconds, and the call centre complains of longer queues."),
    (3, "Every tenth delivery note lacks the weight, so the dispatchers ring the warehouse for it."),
    (3, "The timetable export drops the lunch breaks, two secretaries correct it all afternoon each week."),
    (2, "The PDF has last year's address on it. She corrects it by hand, it takes a minute."),
    (2, "Two teachers have to log in twice each morning, it is only a nuisance."),
    (2, "The reminder goes out a day early for some guests. Reception answers the odd question."),
    (2, "One of the filters resets itself. He sets it again and carries on, a few clicks."),
    (2, "The chart shows one wrong label, nobody outside accounting looks at it."),
    (1, "She would like to know whether the calendar can begin on a Sunday."),
    (1, "He asks for the slides from the last webinar."),
    (1, "The icon is a bit blurry on her phone. Nothing else."),
    (1, "They want to have a second training in January for the new joiners."),
    (1, "Where does she find the list of archived projects?"),
    (1, "They would like the export to have a green header; everything works fine."),
    (1, "Can we send them the data processing agreement for their file?"),
    (1, "Customer asks for a reference call with another school."),
    (4, "Strangers can see the addresses of their donors on the public page."),
    (4, "Somebody logged in from abroad with a former employee's password and downloaded the client list."),
    (5, "A nurse got the wrong dose on the screen, and a patient was given it."),
    (
        3,
        "Brentmoor Vets, 12k. Vaccination reminders went out to dogs that died last year, about thirty families. Two nurses spent Thursday apologising on the phone. Support has found the filter and waits for the data team. They paused reminders meanwhile and ring the owners from a list.",
    ),
    (
        5,
        "Call with Inge at Nordfoss Dairy, Sat 21 Nov. The tanker planning has been down since 3 am, the drivers don't know which farms to collect from. Milk is kept 24 hours, after that it is poured away. Two farms have poured already. Nobody on our hotline picks up.",
    ),
    (
        1,
        "Hi all, Pemberly School asked if parents can get the newsletter in Welsh. I believe there is a language toggle, will check with Huw and send her the steps. No hurry on her side. ARR 4k.",
    ),
    (
        2,
        "Lyle & Sons Cinemas. The ticket scanner at the Leeds house needs two tries for phone screens. Staff turn the brightness up, and then it works. Ushers grumble. Support asked for a video, I will send it next week.",
    ),
    (
        4,
        "Hawthorn Council. Planning applications submitted through the portal since 12 Nov don't reach the case officers. They print them from the confirmation mail and key them in, 60 a day, three people from other departments were drafted in. The statutory clock of eight weeks runs. Engineering moved the ticket to next sprint.",
    ),
    (
        5,
        "Bellini Air Cargo. Since the release on Friday night no airway bill prints. Freight for eleven flights is left on the apron and the carriers have begun to bump it. Station manager called five times. Duty engineer says not his component.",
    ),
    (
        1,
        "Mrs. Osei from the Garden Museum wrote again in capitals because the shade of the button changed. She wants it back. I told her it's a matter of two clicks in themes and will do it with her on Tuesday.",
    ),
    (
        3,
        "Kessler Labs weekly. The instrument import duplicates every fifth sample, so the technicians delete the doubles before each report, 40 minutes every morning, and the certificates leave the house in the afternoon rather than at ten. Ticket open for two weeks, level two cannot reproduce it.",
    ),
    (
        2,
        "Weekly w/ Farrow Hotels: the housekeeping app logs people out at lunch. They sign in again, takes a moment, mildly irritating. Asked support on Monday. Otherwise all well, renewal in May.",
    ),
    (
        4,
        "Stanmere Trust: 240 temporary staff have not been able to submit their timesheets since Tuesday. Agencies want them by Friday for the payment run, so managers collect hours on paper and the payroll office types until late. Product says the fix is with release management.",
    ),
    (
        5,
        "Hi, urgent. All alarms of the Wirral care homes (14 homes) go to a number that isn't staffed since last night's change. A resident lay on the floor for two hours. They now have people sit in every corridor. Telephony vendor and our ops blame each other.",
    ),
    (
        1,
        "Renewal chat with Okapi Logistics. They'd be interested in the analytics module and asked for a price. Legal wants our latest SOC 2 report too. All fine otherwise, I'll send both tomorrow.",
    ),
    (
        4,
        "Our mailing tool put the diagnosis of 80 patients in the subject line. Oaklands Clinic noticed on Friday. Their data officer asks for a written account by Tuesday. I've asked the privacy team, nothing back yet.",
    ),
    (
        3,
        "Marlin Freight: fuel surcharge is calculated with October's table, so each invoice is wrong by 2 to 3 %. Accounts hold 45 invoices and correct them one after the other. Finance expects a credit for the ones that went out.",
    ),
    (
        2,
        "Tax adviser Brandl: on the portal the newest letter is listed last since the update, clients ring the secretariat about it, two or three a day. Sorting can be clicked each time.",
    ),
    (
        3,
        "Two of the seven delivery bikes vanish from the map for 20 minutes or so each evening. The dispatcher at Pronto Pizza phones the riders. Slower, some cold pizzas, no refunds so far.",
    ),
    (
        1,
        "Dunbar Estates: the new starter in lettings can't find the mail merge. It's under Tools. I'll show her on Thursday when I'm there.",
    ),
    (
        5,
        "Veltins Sports streams the derby tonight at 20:45. Test at noon: encoder gets refused, no picture on any channel. 30,000 tickets for the stream are sold. Ops on weekend duty says licence server, cannot restart it.",
    ),
    (
        2,
        "St Hild's library: the reservation slips print the shelf mark in tiny letters. Volunteers use a magnifier, joke about it, would be glad of a bigger font by the new year.",
    ),
    (
        4,
        "Castor Insurance: broker portal shows last quarter's premium for motor policies. Quotes go out too cheap; they have told brokers to phone every quote in, 300 a day, queue 50 minutes. Pricing team here says Wednesday maybe.",
    ),
    (
        1,
        "Quick one from Birchwood Nursery chain: manager asks whether invoices can be sent to a second address. It's in billing settings, I'll write her the path. Whenever is fine for her.",
    ),
    (
        4,
        "Galloway Bus: driver duty sheets come out empty for the northern depot since the merge of depots last week. Controllers write 70 sheets a day by hand from last month's copy. They manage, but two early runs were nearly left without a driver. Case with scheduling team for eight days, nobody assigned.",
    ),
    (
        5,
        "Rowan Hospital Trust, Sunday 07:15. Bed board frozen, emergency department doesn't see free beds, ambulances are held outside. On-call database person unreachable. CIO on the phone with me every ten minutes.",
    ),
    (
        2,
        "Tulip Florists chain: two of nine shops get the morning delivery list without postcodes. Drivers know the streets mostly. They look the rest up on their phones. Raised with support, a fix is scheduled for the December release.",
    ),
    (
        3,
        "Penrose University: lecture recordings appear three or four days after the lecture rather than overnight. Students complain to the faculty office which answers about twenty mails a day. Media team restarted the queue, didn't last. Exams only in February.",
    ),
    (
        1,
        "Catch-up w/ Maple Street Credit: they love the new report. Could it have their mascot on the cover? Sent to product as an idea.",
    ),
    (
        5,
        "Aster Telecom resale partner: customers who port in since yesterday cannot be called. 1,900 lines. They've stopped selling. Number routing team says the database vendor must act, vendor's line closed until Monday.",
    ),
    (
        4,
        "Fenwick Pensions: the annual statements (22,000) should be posted by 30 November by law. The merge aborts at record 9,100. Tried four times. The print shop keeps its slot until Wednesday.",
    ),
    (
        3,
        "Hartwell Foods: the recall report lists the right batches but not the depots, so quality assurance looks each one up in the warehouse system, roughly three hours per report, two reports a week. They'd like it by January.",
    ),
    (
        2,
        "Osprey Golf: members' handicap shows as 54 on the leaderboard screen in the bar until somebody reloads it. The pro shop does that a few times on Saturdays. Members joke. Would be nice to have it right for the Christmas cup.",
    ),
    (
        1,
        "Mr. Tan of Raffles Dental complained loudly that the app greets him by his first name. Told him it can be switched to surname in the profile, will do so on our call Wednesday.",
    ),
    (
        4,
        "An ex-employee of Delmar Foods could still open the HR drive last night, their admin found him in the log. He is removed now. They wonder what he took. Security form sent Saturday, no reaction.",
    ),
    (
        5,
        "Kirkby Ports, pilot ordering: since the failover at 4 the ships can't get a pilot through us, VHF only, and harbour master has closed the north channel. 6 vessels at anchor. Every hour costs them tens of thousands.",
    ),
    (
        3,
        "Blackthorn Legal: time entries made on the phone land on the wrong matter about one time in six. Fee earners go through their week on Friday and shift them. Partners are fed up. Mobile team has it in their backlog.",
    ),
    (
        2,
        "Salvia Spa: confirmation text says 'appointment with null'. A few clients rang to ask with whom. Front desk types the name in for now, seconds each. Support is aware.",
    ),
    (
        1,
        "Verity Insurance asks for our business continuity policy and a filled-in questionnaire for their annual vendor review, due mid December. I have last year's answers.",
    ),
    (
        4,
        "The lab's instrument driver stopped talking to us after Windows patch; 5 of 8 analysers. Orchid Diagnostics sends half of the tubes to a partner lab by courier, at their own cost, turnaround doubled. Field engineer not available until the 30th.",
    ),
    (
        3,
        "Monthly commission statement for Alder Brokers is off again, eleven agents get too little. The finance lady recalculates all in Excel, took her two days in October. Commission run is on 5 Dec.",
    ),
    (
        5,
        "The auction at Whitlock & Sons started at ten and online bidders were thrown out after the third lot, they can't get back in. The auctioneer has paused the sale with 300 people in the room.",
    ),
    (
        2,
        "Heron Water: field crews see the job note cut after 100 characters. They tap it to read the remainder. Grumbling at the depot meeting, nothing more.",
    ),
    (
        1,
        "They cancelled the training on Tuesday because the trainer of Lark Hotels is ill and want a new date in December. I will propose three.",
    ),
    (
        4,
        "Sable Energy: meter readings of 12,000 households haven't come in since the 14th, invoices for December are to be run on the 1st. Without readings they'd have to estimate everything. Head-end vendor and our ingestion team exchange mails.",
    ),
    (
        5,
        "Message from Jonas at Viking Line ticketing, 06:50: kiosks at all three quays refuse every card since the night's patch, cash isn't taken at kiosks. The eight o'clock boat leaves half empty. Our duty manager hasn't rung me back.",
    ),
    (
        3,
        "Rookwood Opera: seat maps for the spring season load in about two minutes, so phone sellers hang on with the customer and sell maybe half as many an hour. Online shop isn't concerned. Ticket with performance team, seven days.",
    ),
    (
        4,
        "Lindenhof clinic group, discharge letters aren't transmitted to family doctors since the certificate swap, 300 a week. Secretaries put them in envelopes. GPs grumble, no patient has come to harm. Network team waits for the state gateway's answer.",
    ),
    (1, "Short: Fern & Co want their invoice by e-mail rather than post. I'll tick the box today."),
    (
        2,
        "Tanager Coaching: the booking confirmation shows UTC. Coaches put a line in their signature telling clients. Two clients came an hour early in a month. Fix is planned with the next release.",
    ),
    (
        1,
        "Coffee with Beatriz at Solar Minho. All good. Wonders if we plan an integration with her CRM, she is not in a hurry. Passed to product as a vote.",
    ),
    (
        5,
        "Halcyon Prison Service: since the morning roll the visitor clearance list comes up empty, so no visit takes place, sixty families were sent home. Ministry's press office has rung. Identity team says directory, directory team says identity.",
    ),
    (
        4,
        "Meadowbank Foods audit trail: the auditor on site until Thursday can't be shown batch history older than June, our archive job has purged the index. He'll withhold the certificate if he doesn't see it. Archive team is one person, on leave.",
    ),
    (
        2,
        "Larkspur Vets: their stock count sheet prints over two pages instead of one. Nurse tapes them together. Would be nice w/out tape.",
    ),
    (
        3,
        "Quantock Schools Trust: attendance codes for late arrivals are written as absent, so parents get a wrong text. School offices correct and apologise, twenty a day over nine schools. Head office is fed up. Support promised a rule change on Tuesday.",
    ),
    (
        5,
        "They found their complete tender for the Basel tunnel on a search engine this afternoon, our share link was public. Bids close tomorrow. Managing director of Alpbau wants our CEO on the phone.",
    ),
    (
        4,
        "Kingsley Hire: van tracker loses 40 of 110 vans after the SIM change, thefts insurance demands a working tracker. They keep those vans in the yard overnight with a guard. SIM provider needs another ten days.",
    ),
    (
        1,
        "Polite but firm mail from Lotus Yoga: the word 'client' should be 'guest' in their studio. Label editor, five minutes, I have access.",
    ),
    (
        3,
        "Every Monday the forecast for Brightwater Breweries is a week old until somebody at our side kicks the job. I do that by hand when I'm in. When I was ill they brewed by feel. Data platform team knows.",
    ),
    (
        2,
        "Tern Airways lounge: scanner beeps twice for each guest, so the tally is doubled. The host halves it at night. Request with devices team since Wednesday.",
    ),
    (
        5,
        "Pay day at Corbel Construction is tomorrow, 1,400 workers. The bank file has all account numbers shifted by one digit. Bank's cut-off is 16:00 today. No one at payments picks up.",
    ),
    (
        1,
        "Legal at Nordic Timber reviews the renewal contract and asked for two wording changes in clause 9; I forwarded to our contracts people, they normally answer in two days.",
    ),
    (
        4,
        "Emerald Care: night carers can't see care plans on tablets in 6 of 20 homes. Managers print plans each evening, 400 pages. An inspection is due next Wednesday. Mobile team suspects our cache, no fix date.",
    ),
    (
        3,
        "Ferncastle Council: FOI export merges two requests in one file, clerks split them, about five hours last week.",
    ),
    (
        2,
        "At Pine Ridge Dental the colour codes of the recall list vanished. The receptionist sorts by date, gets along. Mentioned it in passing.",
    ),
    (
        5,
        "Bramble Radio: the playout machine plays silence instead of adverts since 14:00, every spot has to be repaid. Engineers reboot and it comes back for minutes. There's no second machine.",
    ),
    (
        4,
        "Sutton Blood Service: donor invitations go out without a date since the template change. Donors ring, four volunteers man a phone line, and Thursday's session in Kirby had 20 of 90 beds used. Content team has had the case a week.",
    ),
    (
        3,
        "Ashdown Builders: site diaries sync once a day rather than instantly. Foremen send photos by messenger and the office files them later, an afternoon each week. Waiting for the mobile team.",
    ),
    (
        2,
        "Cobalt Gym, turnstile greets all members as 'Dear Null'. Members find it funny. Manager would like it gone before the open day on 12 December.",
    ),
    (
        1,
        "Wrote to me: Ms Adeyinka of Harrow Archive, may she have the API reference as a printed booklet? I'll send the PDF.",
    ),
    (
        5,
        "Delta Crane hire: safety cut-outs don't arrive on the operator's display since Saturday's firmware, crane 7 nearly tipped. They've stopped lifting on four sites. Firmware team in another time zone, nobody awake.",
    ),
    (
        4,
        "Oriel Assurance can't produce the solvency figures, the calculation engine runs out of memory at scenario 12. Return due to the supervisor on 4 Dec. Actuaries run parts on their own laptops at night.",
    ),
    (
        3,
        "Mallow & Finch: delivery slots offered on the site don't take the driver's break in account, so around ten deliveries a day slide into the evening. Dispatcher re-plans after lunch, about an hour and a half.",
    ),
    (
        1,
        "Renewal of Pike Dental signed. She asked which browser versions we support next year, IT wants to know. Will look it up.",
    ),
    (
        2,
        "Juno Theatre. Seat names on e-tickets for row J come as row I. Ushers know and wave people to the right row. Support put it on the next patch list.",
    ),
    (
        5,
        "Sunday 9:40. Marga at Telesol solar: since midnight all inverters get a curtailment order that no one gave, 41 parks feed in nothing. She puts it at 90k a day. Our control room blames an API partner; partner does not pick up.",
    ),
    (
        4,
        "Chemist chain Abbot: repeat prescriptions land in the wrong branch's queue, about one in eight. Branches fax them to and fro, patients come twice. Pharmacist superintendent wants a plan by Wednesday or she'll tell the inspectorate.",
    ),
    (
        1,
        "The CFO of Grange Malt finds our invoice layout 'an insult to the eye' and copied half the company. Wants the old layout. It's a template choice, I can set it.",
    ),
    (
        3,
        "Nightly price feed for Tamar Outdoor skips items with an umlaut, so 70 products keep last week's price; shop staff relabel them in the morning. Integrations are looking, no date.",
    ),
    (
        2,
        "Pearl Opticians' stock alert fires at 10 pieces rather than 5. The buyer ignores half of the alerts. She asked whether that can be set; setting is there but doesn't stick. Ticket raised.",
    ),
    (
        4,
        "Hollis Law: e-filing with the court rejects our PDF since the court's change on Monday. Clerks carry bundles over by taxi before five each day. Nothing missed so far. PDF library team says two to three weeks.",
    ),
    (
        1,
        "Thank-you note from Wren Primary; the head only asks if the Christmas banner could be switched on early. Yes it can, doing it Monday.",
    ),
    (
        3,
        "Vale Council planners: map tiles take ages since the move, planners open a second tool for the plots. Each case takes a quarter of an hour longer. GIS team tries a cache.",
    ),
]


@pytest.mark.parametrize(("score", "text"), IMPACT, ids=lambda value: str(value)[:60])
def test_impact_leaves_the_defined_score_open(score: int, text: str) -> None:
    found = impact(facts(text))

    assert found.low <= score <= found.high, found


def test_impact_of_known_notes_is_narrow_on_average() -> None:
    found = [impact(facts(text)) for _, text in IMPACT]

    assert sum(one.high - one.low for one in found) / len(found) < 2


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("He asks for a written account: a mother saw the file of another family's child.", 2),
        ("She wants to know why a stranger was logged in from abroad with an ex-employee's password.", 2),
        ("They would like to hear when a resident who fell can call for help again, the alarms are silent.", 3),
        ("Question from the ward: a patient was given the wrong drug.", 2),
    ],
)
def test_question_beside_harm_is_no_trifle(text: str, least: int) -> None:
    assert impact(facts(text)).high > 1
    assert impact(facts(text)).low >= least
