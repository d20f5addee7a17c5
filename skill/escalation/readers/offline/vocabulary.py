"""Classes of words that the phrases of several subjects share."""

from __future__ import annotations

from typing import Final

CLASSES: Final[dict[str, str]] = {
    "cannot": "can't cannot cant couldn't unable won't wont",
    "not": """
        not no never isn't aren't wasn't doesn't don't didn't won't haven't hasn't isnt doesnt dont didnt wont
        hasnt havent can't cannot cant
    """,
    "is": "is are was were be been being 's it's gets get got becomes became remains stays keeps",
    "nobody": "nobody none noone no-one neither",
    "everyone": "everyone everybody all whole entire complete every nobody none",
    "people": """
        people users user staff team teams agents employees customers guests patients drivers nurses teachers
        students clients colleagues operators pickers dispatchers brokers advisers advisors reception
        receptionists buyers planners clerks workers temps members parents carers pharmacists doctors
        engineers technicians installers dealers shoppers visitors tenants volunteers attendees cashiers
    """,
    "place": """
        office offices branch branches store stores shop shops clinic clinics site sites school schools hotel
        hotels depot depots warehouse warehouses plant plants factory line lines floor desk desks practice
        practices restaurant restaurants till tills yard yards hospital hospitals ward wards kitchen kitchens
        terminal terminals pharmacy pharmacies location locations
    """,
    "thing": """
        system portal app apps platform website sync export exports import imports integration connector
        connection report reports dashboard api feed login logins sso sign-on upload uploads download file
        files job jobs module search filter interface webhook webhooks scanner scanners handhelds tool service
        server printer printing template widget form forms workflow workflows automation planner calendar
        checkout bundle bundles run sync data reporting link links page pages button email emails notification
        notifications software screen screens gateway database
    """,
    "work": """
        orders order payroll payments payment invoices invoicing billing shipments shipment shipping
        deliveries delivery production bookings booking sales checkout appointments wages salaries dispatch
        trucks vans lorries pallets parcels admissions prescriptions claims trades transactions reservations
        tickets enrolments registrations returns refunds harvest loading picking packing receiving dispatching
        manufacturing
    """,
    "money": "revenue money sales turnover income cash bookings orders business customers",
    "hours": "hour hours hrs hr day days afternoon afternoons evening evenings night nights weekend weekends",
    "minutes": "minute minutes min mins second seconds sec secs",
    "team": """
        engineering engineers engineer developers dev devs development product finance legal security billing
        support infrastructure ops operations platform integrations integration data squad specialist
        specialists expert experts colleague colleagues someone somebody them department desk group team teams
        l2 l3 architects admins dba dbas accounting sales procurement privacy compliance sre devops
    """,
    "us": "i we i'll we'll i'm me us",
    "they": "they he she customer client it",
    "send": "send sent sending email emailed mail mailed share shared forward forwarded attach attached pass passed",
    "guide": """
        guide how-to howto how instructions link article video clip recording screenshot screenshots
        screenshots steps document docs documentation page pdf spec template list screen help walkthrough
        manual faq form sheet
    """,
    "does": """
        see open opened use used access accessed book booked sell sold order ordered pay paid print printed scan
        scanned log sign enter entered edit edited save saved send sent submit submitted upload uploaded download
        downloaded post posted file filed approve approved release released ship shipped deliver delivered load
        loaded unload create created issue issued register registered assign assigned allocate dispatch dispatched
        check checked admit discharge treat prescribe schedule scheduled plan planned reach reached call receive
        received take taken accept accepted process processed charge charged refund refunded close closed open
        activate activated confirm confirmed vote work start started run go get cast transfer transferred export
        exported import imported move moved connect connected sync synced serve served board depart land lock unlock
        enrol enroll mark marked grade graded teach milk feed irrigate ring dial answer record recorded track
        tracked locate measure monitor control controlled trace invoice invoiced bill billed reconcile calculate
        calculated pick pack pull replace replaced withdraw cancel reserve reserved seat seated fulfil renew
        publish published stream broadcast play show shown read let switch switched
    """,
    "refuses": "rejects rejected refuses refused declines declined denies denied bounces bounced throws blocks blocked",
    "desk": """
        engineering engineers developers devs development product finance legal security billing support
        infrastructure infra ops operations platform integrations integration data compliance privacy identity
        provisioning hosting network templates catalog catalogue porting scheduling performance services
        consulting onboarding implementation tooling billing-ops accounting procurement licensing localisation
        translation migration reporting l2 l3 sre devops architect architects dba desk helpdesk backoffice
    """,
    "boss": """
        director directors vp svp evp cto cfo ceo coo cro ciso cpo leadership board executive executives exec
        president chief management head president managing
    """,
}
