"""Signals: facts that may raise the decision or widen the route, each told apart from its topic.

``NEAR_MISSES`` are words that look like a signal and are none: a hit that they overlap is dropped. The words of
``RULED_OUT`` drop a signal in the whole case, unless the same case states it as a fact beyond doubt.
"""

from __future__ import annotations

from typing import Final

_PERSONS: Final = """
    patient family household child employee person customer client tenant resident pupil parent student member guest
    driver candidate applicant user colleague company school clinic practice firm policyholder claimant donor
    subscriber neighbour stranger tenant hotel doctor teacher worker branch branch site organisation organization
    account caller buyer supplier passenger volunteer beneficiary debtor borrower
""".split()  # noqa: SIM905 - words stand as running text
_PLURALS: Final = {"family": "families", "child": "children", "person": "people", "company": "companies",
                   "branch": "branches", "beneficiary": "beneficiaries", "policy": "policies"}  # fmt: skip
_POSSESSIVES: Final = " ".join(f"{person}'s" for person in [*_PERSONS, "children", "people", "else"])
_MANY: Final = " ".join(_PLURALS.get(person, f"{person}s") for person in _PERSONS)

CLASSES: Final[dict[str, str]] = {
    "boss": """
        ceo cfo coo cto cio ciso cro cpo chairman chairwoman chairperson chair president board director directors md
        founder founders owner owners minister executive executives exec execs trustees principal vp mayor gm
    """,
    "our_boss": """
        ceo cro coo cto cfo cpo ciso vp svp evp management leadership executives executive execs founder founders board
        director directors boss md president chief managing
    """,
    "reach": """
        wrote written writes writing email emailed emails mail mailed call called calls phoned phones rang ring texted
        messaged contacted approached addressed copied cc'd cced escalated complained complain
    """,
    "wants": """
        demand demands demanded demanding want wants wanted insist insists insisted expect expects expected ask asks
        asked asking request requests requested require requires like
    """,
    "talk": "speak call talk meeting hear word conversation meet phone chat",
    "counsel": "lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel",
    "other": "another other different wrong someone somebody strange strangers foreign unrelated",
    "whose": _POSSESSIVES,
    "persons": f"{_MANY} {_POSSESSIVES}",
    "saw": """
        saw see sees seen seeing shown shows showed showing show opened opens open displays displayed displaying got get
        gets getting received receives receiving receive find finds found visible read reads view views viewed
        downloaded accessed landed brought brings
    """,
    "sent": """
        sent send sends sending mailed emailed went go goes going delivered posted released release shared forwarded
        faxed dispatched handed addressed texted reached printed landed
    """,
    "paper": """
        statement statements letter letters email emails mail mails payslip payslips result results report reports
        invoice invoices file files record records document documents confirmation confirmations referral referrals
        appointment appointments data details names certificate certificates text texts photo photos bill bills
        message messages reminder reminders prescription prescriptions contract contracts claim claims pdf pdfs salary
        salaries reminder reminders notes quote quotes policy policies booking bookings addresses information
    """,
    "private": """
        personal patient patients customer customers employee employees health medical sensitive salary payroll
        private pupil pupils member members donor donors bank resident residents candidate candidates guest guests
    """,
    "got_out": """
        exposed leaked leak leaking visible public stolen accessible disclosed published reachable lost readable
        searchable indexed breached compromised
    """,
    "regulator": """
        regulator regulators inspectorate ombudsman bafin fca ico finra mhra cqc ofsted fda ema hse osha cnil ofgem
        ofcom ofwat hmrc examiner examiners watchdog dpa
    """,
    "authority": """
        regulator regulators inspectorate ombudsman bafin fca ico finra mhra cqc ofsted fda ema hse osha cnil ofgem
        ofcom ofwat hmrc examiner examiners watchdog authority authorities ministry commissioner inspector inspectors
        surveyor surveyors assessor assessors dpa
    """,
    "requires": """
        ask asks asked asking want wants wanted require requires required demand demands demanded expect expects
        expected visit visits visiting wrote writes written set sets inspects inspect investigates investigating opened
        arrives arrive comes coming due deadline audits audit needs need rejected flagged found letter notice
    """,
    "must": "must has have had need needs obliged required should will shall is",
    "tells": """
        report reports notify notifies notified inform informs informed tell tells told submit submits submitted file
        filed reach reaches answer send
    """,
    "exposed_one": """
        patient patients resident residents child children worker workers driver drivers nurse nurses lady baby
        passenger passengers operator operators people person somebody someone anyone anybody staff crew man woman
        pupil pupils guest guests visitor visitors technician technicians engineer member
    """,
    "harm": """
        hurt harmed injured injure injures killed kill die dies died danger endangered unsafe burned burnt poisoned
        scalded crushed trapped electrocuted hospitalised hospitalized collapsed fell unconscious overdose harm
    """,
    "care": """
        dialysis oxygen insulin ventilator ventilators ambulance ambulances transfusion transfusions medication
        medications medicine medicines dose doses dosage dosages chemo chemotherapy triage defibrillator drug drugs
        pill pills blood anaesthetic anaesthesia allergy allergies allergen allergens infusion resuscitation
    """,
    "bad": """
        wrong double doubled missed missing late mixed old
        lost swapped duplicated delayed swaps omitted incorrect hidden
        blank failed fails dropped
    """,
    "alarms": "alarm alarms alert alerts call calls button buttons pendant pendants siren sirens sensor sensors",
    "silent": """
        late fail fails failed failing silent lost delayed missed dead down not didn't don't doesn't never ignored n't
        muted
    """,
    "secret": """
        credential credentials password passwords token tokens key keys secret secrets login logins account accounts
    """,
    "stolen": "leaked stolen compromised exposed posted published phished hijacked abused misused",
    "odd": "unauthorised unauthorized suspicious unknown unfamiliar unexplained unrecognised unrecognized rogue",
    "away": """
        unknown abroad overseas foreign strange unfamiliar countries russia china nigeria vietnam brazil romania iran
        korea tor vpn ip ips elsewhere
    """,
    "missed": "miss missed misses breach breached breaches breaching violated violates violation broke broken blew",
    "promised": "agreed contractual guaranteed contracted promised committed",
}
FACTS: Final[dict[str, str]] = {
    "already_escalated": """
        already|been|was|were|is|got|have|has|had|i|we|i've|we've|he|she already? escalated
        escalated .. to|it|this|with .. @team|director|vp|leadership|cs|head|manager|management|week|yesterday
        escalation .. open|running|opened|raised|in place|number|ticket|with
        escalation already|exists|number
        war|crisis|incident room|channel|bridge|call|team .. open|opened|running|up|live|ongoing|started|since|already
        there's|theres|there one .. opened|running
        bridge .. running|open|opened|ongoing|up
        major incident .. open|opened|declared|running|since
        our vp|cto|cro|ceo|director|head|leadership|management .. has|have|owns|is|took|knows .. it|this|involved|over
        our vp|cto|cro|ceo|director|head|leadership|management .. is|are|was aware|informed|involved|on|briefed
        already with|at .. @team
        with .. @team already
        @team|privacy|infra|sre on it|this already|now|with
        engineering|platform|infra|security|privacy|sre is|are|on on|it .. it|too|also
        @team|privacy .. had|has|have|got the|this case|incident|file .. since|already
        is on it already|now|since|with|and|full
        has taken it|this|over .. over|already
        exec|executive sponsor .. on|already|involved
        sev1|sev-1|p1 .. open|opened|raised|declared|incident
        incident .. declared|number|running
    """,
    "churn_notice": """
        given|gave|give|gives|giving|serve|served|serving|sent|send|received|submitted|handed|hands|tendered .. notice
        notice|letter .. of termination|cancellation|leaving|non-renewal
        notice .. to leave|terminate|cancel|quit|end
        notice effective|expires
        formal|written termination|cancellation
        terminate|terminates|terminated|terminating .. the|agreement|contract|our|their|for|subscription|with
        termination|cancellation letter|notice|request|email
        termination of our|the|their .. contract|agreement|subscription|account
        cancel|cancels|cancelled|canceled|cancelling .. the|their|our|its contract|subscription|agreement
        cancellation .. through|via|by|for .. form|end|mail|letter
        came|received|got .. the cancellation
        cancelled|canceled|cancelling .. for|by|from|at|to end|the
        cancel|cancels|cancelled|canceled|cancelling .. the|their|our|its account|licence|service
        won't|wont|aren't|isn't .. renew|renewing|renewed|extend|extending
        won't|wont|not be? staying|continuing .. with|past|beyond
        will|are|is|do|does|going|be|intends|intend|decided|shall not .. renew|renewing|extend|extending
        not .. to renew|extend .. the|their|our|with|contract|when|at|in|us|after
        not .. be renewing|extending|renewed
        against|no longer|non|never .. renewing|renewal|renew
        no renewal
        going|go|goes|went|gone|signed|sign|chosen|chose|picked|selected .. with .. @rival
        chosen|chose|picked|selected .. @rival
        moving|move|switching|switched|switch|migrating|migrated|changing|gone|defecting .. to .. @rival
        moved .. to .. competitor|rival|supplier|provider|vendor
        moving|switching|migrating|migrate|transitioning away|elsewhere
        moving|switching|migrating|migrate off us|your|our
        going|gone elsewhere
        replacing|replace|replaces|replaced us|you .. with|by|in|at
        competition|competitor .. from|instead|signed|contract
        leaving|leave|leaves|quitting|ditching us
        they're|they|they'll|we're|customer|client are|is|will|be? leaving|leave .. at|in|by|end|platform|for|when
        leaving .. for .. @rival
        walk|walking|walks away
        decided to leave|cancel|switch|go|move|terminate|end|quit
        intend|intends|intention|plan|plans|going|want|wants to .. leave|terminate|cancel|exit .. us|contract|end
        end|ends|ending|ended the|their|our contract|agreement|relationship|subscription
        let|lets|letting .. contract|subscription|agreement|it|licence .. lapse|expire|run
        last day|month|term|year with us|as a customer
        taking|take|takes .. business|custom elsewhere|away
        exercise|exercising|exercised .. exit|break|termination .. clause|right|option
        part|parting ways|company
        pulling|pull|pulled the plug
        pulling out of the contract|agreement
        see|seeing out the contract|term
        consider|take this|it|my|our|letter .. notice
        start|starting|begin|discuss|arrange offboarding
    """,
    "executive_escalation": """
        @boss .. @reach .. ours|yours
        @boss ... @wants .. ours|yours
        @boss ... @wants .. our|your .. @our_boss
        @boss .. @reach .. our|your|a? .. @our_boss
        @reach .. our|your @our_boss
        @reach .. our|your .. and our|your @our_boss
        @wants .. @talk .. with|to|from|by .. our|your .. @our_boss
        @wants .. our|your @our_boss
        our|your @our_boss .. got|received|has|had|getting .. email|mail|letter|call|text|message .. from
        executive|exec|ceo|cfo|coo|boss to executive|exec|ceo|cfo|coo|boss
        go|going|gone|goes|take|taking|taken|went .. to our|your @our_boss
        escalated|escalating|escalate .. to our|your ceo|cro|coo|board|executives|management|leadership
        letter|mail|email|complaint .. to our|your @our_boss
        to the|your managing director
        over your|our head|heads
        to .. our ceo|cro
        @wants .. person|somebody|someone .. with .. title|authority|rank
        hear from you .. personally|today
        from you personally
        straight|direct|directly to .. ceo|cro|board|leadership
        put her|him|them .. in touch .. yours|ours|ceo|cro
        ceo's|chairman's|board's letter|call|email|mail .. to
        whom|who he|she|they should be calling
    """,
    "legal": """
        law suit|suits
        lawsuit|lawsuits|litigation|litigate|injunction
        legal action|steps|proceedings|claim|threat|notice|remedies|dispute|consequences
        take|taking|taken|go|going|see|sees|seeing .. to|in court
        see you|us in court
        sue|sues|suing|sued
        breach|breaches of .. contract|agreement
        material|in|formal breach|default
        notice|letter|formal of breach
        letter before action|claim
        claim|claims|claiming|seek|seeks|seeking .. damages|compensation
        damages .. of|from us|claim|for
        hold|holding|held|holds .. liable|responsible for
        liable for
        terminate|terminates|terminated|termination for .. cause|breach
        cease and desist
        reserve|reserves|reserved|reserving .. right|rights
        from|by a law firm
        law firm .. wrote|letter|writes|acting|demand*|claim*
        instructed|instructing|instruct|engaged|hired|consulted|consulting .. @counsel
        @counsel .. letter|wrote|writes|write|writing|threat*|instructed|involved|demand*|claim*
        legal|counsel .. letter|threat*
        through|via|to|by|with our|their|his|her @counsel
    """,
    "legal_weak": """
        our|their|his|her|outside|external|company .. @counsel
        @counsel|legal .. is|are|been .. involved|looking|checking|on|drafting|preparing|engaged
        involve|involving|involved .. @counsel
        legal department|team .. wrote|writes|letter|involved|threat*
    """,
    "privacy": """
        @saw ... @other else's? @persons .. @paper
        @saw ... @other|stranger's|strangers' .. @whose
        @saw ... @other patients|families|households|tenants|pupils|residents|policyholders|claimants
        @saw ... patients|records|names|files .. of|from another|other|different|wrong @persons
        @whose .. @paper .. visible|shown|sent|opened|in .. @other
        @other @whose .. @paper
        @other|another household's|family's|patient's|families|pupil's|guest's|member's
        names|details|data|addresses|emails|records|files|statements of ... @persons ... to|in|visible|sent|wrong
        @paper|names|details|salaries .. of .. @other .. @persons|people|staff
        @paper ... @sent .. to .. @wrong_one
        @sent ... @paper ... to .. @wrong_one
        @paper ... to the wrong @persons|parents|address|recipient|recipients|family
        @sent ... @whose ... @paper ... to
        wrong|incorrect recipient|recipients|addressee|addressees
        @paper .. wrong|incorrect|another .. inbox|mailbox|patient|family|household
        former|ex|previous|old employees|employee|staff|colleagues ... still|receives|receive ... @paper
        former|ex|previous|old employees|employee|staff|colleagues ... see|sees|get|gets ... @paper
        former|ex|previous|old approvers|users|tenants|members ... still|receives|receive|see|sees|get|gets ... @paper
        former|ex|previous|old employees|employee|staff|approvers ... still|get|gets ... access|them|it|mails
        @private data|information|details|records|files|names|addresses|emails .. @got_out
        @private .. data|information|details|records|files .. wrong|in public|online|internet|people|hands
        @got_out|exposes|exposing .. @private|names|payslips|salaries|records .. data|names|records|details|payslips
        exposes|exposing|expose|leaks|leaking .. data|records|personal|names|details|customer
        data breach|leak|exposure|leakage|spill
        privacy breach|incident|violation|complaint
        gdpr|dsgvo|hipaa breach|incident|violation|violated|reportable
        data subject|subjects .. affected|notify|inform*|told|complain*|warned|must|have
        publicly accessible|visible|reachable|available|readable
        anyone|anybody|everyone|everybody .. with|who .. link|url .. see|open|read|download|view
        without|no .. login|password|logging|signing|authentication .. see|open|download|read|visible
        everyone|anyone|everybody|managers|colleagues|others|staff ... see|open|read ... salaries|payslips|salary|wages
        everyone|anyone|everybody|colleagues|others ... see|open|read ... medical|disciplinary|sick|diagnos*
        salary|salaries|payslip|payslips|wages ... visible|shown|open|readable .. to|for
        know|knows|see|sees|saw what .. earn|earns|paid|make
        @paper ... of|from|for|about .. someone|somebody else
        @paper ... of|from a|an another|different|wrong|other @persons
        @paper|name|chart|charts|history ... from|of a? @other @persons
        @saw ... of|from someone|somebody else
        persons|people|patients|names|customers .. not|don't .. known|know .. us|them
        of|from people|persons|patients|customers they|we|he|she don't|doesn't|didn't know
        data protection officer ... 72|hours|notify|report|breach
        72|seventy .. hours
        mixed|mixing|cross up? .. patients|tenants|customers
        cross-tenant
        cross tenant
        @other .. names|birthdays|diagnoses|payslips|salaries .. visible|shown|appear*
        someone|somebody|people|patients|names|customers|residents .. don't|not|doesn't|they .. recogni*|theirs
        belong|belongs|belonging to .. @other @persons
        @saw .. @persons|@paper|names|entries .. who|that|which aren't|isn't|not theirs|hers|his|ours
        @saw .. @persons|@paper|names|entries .. who|that|which are|is|do|does not theirs|hers|his|ours|belong
        @saw .. @persons|@paper|names|entries not|aren't theirs|hers|his|ours
        looks|look|looked|seems|seem .. records|data|files|names|entries .. belong|belongs to
        @saw .. each other's
        @private|salaries|payslips|diagnoses .. list|sheet|file|data|report .. @sent .. to .. all|whole
        @private|salaries|payslips|diagnoses .. list|sheet|file|data|report .. @sent .. to .. everyone|everybody
        @other|a|second client's|customer's|company's|tenant's @paper
    """,
    "regulatory": """
        72|seventy .. hours
        fire brigade|marshal|department|inspector .. informed|come|comes|closes|close|shut|visit|order*|tomorrow|been
        @must|to .. report .. it|this|that|incident .. as|to|within|in
        ministry|authority|authorities|regulator .. told|informed|notified
        notifiable
        @authority .. on|at site|premises
        @authority .. here|in|on|at|due .. tomorrow|today|@weekday
        announced|unannounced inspection|audit
        inspection|inspects ... tomorrow|today|monday|tuesday|wednesday|thursday|friday
        inspector|inspectors|inspectorate .. stop|stops|halt|close|shut|withdraw|revoke
        @authority ... @requires
        federal|state|national|government|environment|environmental|medicines|safety agency ... @requires
        @must .. @tells .. the|a|to|our|their|its? .. @authority
        @must .. @tells .. the|a|to|our|their|its? .. federal|state|national|government|medicines agency
        inform|notify .. federal|state|national|government|medicines agency
        @tells .. to? the|a|our|their .. @regulator
        reach|reaches|reached|to|by|from|with|for|before the|a|our|their state? .. @regulator
        inspected|audited|visited by the|an|a .. agency|authority|inspector|inspectors|regulator
        supervisory authority|body
        data protection authority|commissioner|regulator
        council|customs|commission inspects|inspect|audits|demands|requires
        surveyor|inspector|inspectors|assessor|auditor|auditors .. in|on|arrive*|here|comes|coming|due .. @weekday
        surveyor|inspector|inspectors|auditor|auditors|assessor ... next week
        tax|health|labour|safety|environment|environmental inspectors|inspectorate|inspector|inspection
        food|building|fire inspector|inspectors|inspectorate|inspection
        regulatory|statutory filing|deadline|reporting|report|submission|return|notification|file
        regulatory|statutory inquiry|investigation|inspection|fine|obligation
        external|statutory|financial|their|our|the|state|government auditor|auditors .. @requires
        auditor|auditors .. @weekday|house|site|waiting
        external|regulatory|statutory|iso|soc|surveillance audit .. on|next|this|starts|begins|failed|deadline
        external|regulatory|statutory|iso|soc|surveillance audit .. finding|findings|@weekday
        audit finding|findings
        accreditation|licence|license visit|surveyor|withdrawn
        accreditation .. at|is risk|stake
    """,
    "safety": """
        @exposed_one .. @harm
        @harm .. @exposed_one
        @exposed_one .. at risk of|for
        get|gets|got|getting|been|be hurt|harmed|injured|killed
        injury|injuries|injured
        @care .. @bad|not
        allergen|allergens ... last|old|outdated|shows|false
        @bad .. @care
        @bad ... for .. dialysis|surgery|chemo|chemotherapy|treatment|transplant
        @bad|no .. ambulance|ambulances|paramedics
        fall|panic|fire|smoke|gas|nurse|emergency|distress|oxygen @alarms ... @silent
        resident|residents|patient|patients|child|worker ... lay|lying|collapsed|unconscious|choking|ambulance
        life|lives .. danger|risk|threatening|depend|depends|stake
        patient safety|harm
        health and? safety .. incident|risk|hazard
        unsafe|dangerous|hazard|hazardous
        near miss|misses
        safety incident|risk|hazard|critical
        brake|brakes .. fail|fails|failed
        fire|emergency|escape|stairwell exit|exits|door|doors .. fail*|unlocked|locked|shut|stay|blocked
        door|doors .. not|don't|didn't|stayed|stay ... locked|release|open|shut
        emergency services|stop .. not|fail*|called|late
        locked|trapped|shut in .. cold|lift|freezer|room|elevator
        allergic
        anaphyl*
        penicillin
        wrong .. drug|chart|medication|patient .. given|chart|treated
        crisis|emergency|suicide|helpline|999|911|112 .. calls|callers|number|line .. drop|drops|dropped|lost|dead|down
        calls .. emergency|crisis|suicide|helpline|national number|line .. drop|drops|dropped|lost|dead|down
        suicide|suicidal
        people|persons|staff|cleaners inside
        carbon monoxide
    """,
    "security": """
        hacked|hacker|hackers|intruder|intrusion|intruders|malware|ransomware|phished|trojan|backdoor|keylogger
        phishing .. clicked|entered|credentials|victim
        clicked .. phishing
        @odd access|login|logins|log-in|sign-in|sign-ins|user|users|account|accounts|activity|session|sessions
        @odd admin|export|exports|ip|device|devices|download|downloads|api|log|sign
        @odd .. login|logins|ip|access|addresses|address
        login|logins|log|logged|sign|signed|session|sessions|signing .. from .. @away|another|country|nobody|lagos
        account|accounts|login|user|admin|credentials ... used|accessed ... from .. @away
        logged|signed in .. from|at|with|as .. @away|night|nobody|her|his
        someone|somebody .. logged|log|signed|got|been|has .. in|into|access .. not|from|as|who|without|shouldn't|with
        login|logins|sign-in|log ... wasn't|isn't|weren't .. him|her|them|theirs|his|hers|me|us
        @stolen .. @secret
        @secret .. @stolen
        lost|forged laptop|credentials|password|token
        api key|keys|token ... public|github|repo|repository|forum|pastebin
        password|passwords|key|keys|token ... github|repo|repository|pastebin|forum|darknet|dark
        security incident|breach|hole|vulnerability|leak|hack|flaw|bug
        pentest|penetration|vulnerability .. found|critical|exploit*|finding|findings
        exploit|exploited|exploiting
        break|broke|broken in|into .. account|accounts|system|tenant|network|mailbox
        used|accessed|opened|login|session ... from .. overseas|foreign|unknown|unfamiliar address|country|ip|location
        login|session|sessions ... from an? address|country|ip .. country|nobody|not|abroad
        sessions .. alive|active|kill|cut
        security mailbox|team|officer .. informed|told|wrote|written
        got into .. account|accounts|system|tenant|network|mailbox
        former|ex|old|sacked|fired employee|employees|admin|contractor|staff|colleague|employee's .. access|log
        former|ex|old|sacked|fired employee|employees|admin|contractor|staff|colleague|employee's .. logged|login
        former|ex|old|sacked|fired employee|employees|admin .. exported|downloaded|still .. in
        former|ex|old|sacked|fired contractor|staff|consultant .. exported|downloaded|still .. in
        left|leaver|leavers .. still .. log|access|login|password
        nobody .. recogni*|created .. account|admin|user|login|key|export
        admin|user|account|accounts|login|logins|user ... nobody|no one|not|none ... created|recogni*|made|ours
        accounts|account taken over
        account takeover
        brute force
        spoofed|impersonat*
    """,
    "sla_breach": """
        sla|slas .. @missed|failed|below|exceeded|blown|not
        @missed|failed|outside|exceeded|exceeding|below|under|past .. sla|slas
        @missed|failed|outside|exceeded|exceeding|below|under|past .. service level|levels
        service level|levels .. @missed|not|below|under
        @missed|outside|exceeded|beyond|below|under|over .. @promised .. response|resolution|uptime
        @missed|outside|exceeded|beyond|below|under|over .. @promised .. availability|hours|level
        below|under|missed|beyond|over .. @promised .. #|time|times
        response|resolution|uptime|availability .. @missed|below|under|exceeded .. @promised|contract|contractual|sla
        @promised response|resolution|uptime|availability .. @missed|exceeded|below|under|not
        contract|agreement|sla says|said|promises|guarantees|states|sets|gives|has ... took|waited|still
        contract|agreement|sla says|said|promises|guarantees|states|sets|gives|has ... later|passed|nothing
        contract|agreement|sla says|said|promises|guarantees|states|sets ... hours|minutes ... was|were|had|got|not
        contract|agreement|sla says|said|promises|guarantees|states|sets .. one|two|four|#|hour|hours|next .. we
        response|reaction|resolution ... took|over|exceeded|more ... hours|days .. contract|sla
        uptime|availability .. below|under|missed|only|fell|dropped|at .. # ... guarantee*|contract|sla|agreed|promised
        by|under|per|in the contract ... service|penalty|fee credit|credits
        service credit|credits .. due|owed|claim|claims|claimed|entitled|triggered
        entitled|entitles .. to .. service credit|credits
        contract|contractual|agreement .. says|promises|guarantees|guaranteed .. breach*|missed
        claim .. monthly fee
        credit .. due|owed .. contract|agreement
        guaranteed .. #
        under|below .. # ... contract|agreement|agreed|guaranteed|sla
        contract|sla .. restored|restore|answered|fixed .. within|in # ... at|after|took|now|not
        contract|agreement|sla says|promises|guarantees .. # hour|hours|minutes|minute
    """,
}
NEAR_MISSES: Final[dict[str, str]] = {
    "already_escalated": """
        i'm|i|am|nobody|who|we|we're .. on it
        to escalate|be escalated
    """,
    "churn_notice": """
        short|days|day's|hour's|hours|week's|weeks|no|without|advance|maintenance notice
        notice of breach|maintenance|change|changes|the|a|meeting
        her|his|their .. notice to .. employer
        handed in her|his|my notice
        her|his notice
        notice .. over it
        not sure|certain|yet
        renew|renewing|renewed .. certificate|certificates|domain|key|licence key|token|passport
        cancel|cancels|cancelled|canceled|cancelling .. meeting|call|booking|bookings|order|orders|appointment
        terminate|terminates|terminated|terminating .. employee|employees|session|sessions|process
        not|no|nobody|n't|never .. leaving|leave|switching|cancelling|walking
        manager|director|colleague|sponsor|champion|admin|user|contact|he|she|ilse .. is leaving
        leaving|leave us .. feedback|review|message|voicemail|alone|waiting|with|without|in
        not .. to renew .. certificate
        end .. the contract year
    """,
    "executive_escalation": """
        i|we|i've|we've|i'll|i'd|i'm|me .. @reach .. our|your
        i|we|i'd|i'll|me .. @wants .. our
        i|we|i'll|i'd .. to|take|taken|go .. our @our_boss
        support|engineering|finance|legal .. @reach .. our
        from our|your @our_boss
    """,
    "legal": """
        reserve|reserves|reserved a|the .. seat|room|table
        lawsuit|sue|suing|court ... not us
        not .. liable|responsible|threat*
        no .. legal|lawyer|lawyers|claim
        @counsel .. review|reviewing|reviews|reviewed
        legal .. review|reviewing|reviews|reviewed
        responsible for the
    """,
    "privacy": """
        want|wants|like|wish|wishes|ask|asks|asked|asking|able|hopes .. to? see|view|show|open|read|get
        wants|want|like|asks|asked .. visible
        no .. personal|patient|customer .. data
        not .. other|another @persons
        training|policy|notice|questionnaire
        sent|send|sends .. another .. email|mail|message|reminder|report|invoice
        got|get|received another .. email|mail|call|message|ticket|report .. from
    """,
    "regulatory": """
        failing|failed that|which ... authority|regulator
        no|not .. regulator|authority|auditor|auditors|inspector
        internal auditor|auditors|audit
    """,
    "safety": """
        safety training|module|shoes|data|sheet|sheets|manual|stock|course
        no one|no-one|nobody|no .. hurt|harmed|injured|danger|harm|risk|unsafe
        late|missing|lost|missed|wrong .. drug store|stores
        not .. dangerous|hurt|safety
        feelings
    """,
    "security": """
        suspicious activity report|reports|export|file|filing
        questionnaire|training|awareness|policy|review|certificate
        questionnaire ... access|login|logins|account|breach|incident|leak
        security questionnaire|training|awareness|review|team|documents|form|page
        not|never .. hacked|hack
        forgot|forgotten|reset|resetting .. password
    """,
    "sla_breach": """
        within|inside|met|meets|meet .. sla
        not|never|hasn't|wasn't|isn't|no|without|n't .. breached|breach|breaching
        asked|asks|ask|question .. sla|slas
        not|no|isn't|nothing .. in .. contract|sla
        no|without .. sla
        not contractual
    """,
}
RULED_OUT: Final[dict[str, str]] = {
    "privacy": """
        no|not .. personal data .. visible|affected|involved|in|exposed
        dummy|test data
    """,
    "safety": """
        no one|no-one|nobody|no-one's|nobody's .. danger|hurt|harmed|risk
        no .. danger|harm|safety
        no meal|patient|dose .. without|affected|went
        not .. safety|dangerous
    """,
    "security": """
        no breach|intrusion
        nobody|no one got|was in
        nothing got out
        false alarm
        turned out to be .. own|colleague|admin|test
    """,
    "legal": """
        no lawyers|lawyer|legal .. involved|yet
        yearly|annual|routine|regular check|review|look .. of|at .. contract|contracts|supplier|suppliers|terms
        in house legal team .. what|yearly|annual|routine|only|just
    """,
}
CLASSES["rival"] = """
    competitor competitors competition rival rivals another different vendor supplier provider alternative cheaper
    elsewhere else
"""
CLASSES["wrong_one"] = """
    wrong unrelated another strangers stranger incorrect someone somebody other outsiders different former old
"""
CLASSES["clock"] = " ".join(
    f"{hour}:{minute:02}"
    for whole in range(24)
    for hour in dict.fromkeys((f"{whole}", f"{whole:02}"))
    for minute in range(0, 60, 5)
)
CLASSES["weekday"] = "monday tuesday wednesday thursday friday mon tue wed thu fri today tomorrow"
