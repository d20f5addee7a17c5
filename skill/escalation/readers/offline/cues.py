"""Kinds of words that speak for more or less of a dimension, without settling anything alone.

They are wider than the facts of the rules: the words that many people would use for such things. What each of them
weighs is learned from labelled notes (see `learned`).
"""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, str]] = {
    "cue_stops": """
        seized|bricked|unreachable|unresponsive|inoperable|inoperative|hung|knocked-out|disabled|interrupted|cancelled
        no longer work|works|possible|open|opens|able|available|see|print|send|get|reach|log|load|loads
        out of service|order|action|use
        not able|possible to
        gone|went|goes|going|fell|been dark|down|dead|offline|silent|quiet
        nobody|none|noone|neither can|could|gets|get|has|is
        nothing is|has|can|goes|comes|moves|gets|was|arrives|went
        at a standstill|halt
        down|outage|offline|frozen|dead|unavailable|standstill|unusable|inaccessible|halted|idle|paralysed|paralyzed
        stopped|stops|blocked|blocking|stuck|stranded|suspended|grounded|shut|closed|locked|dark|stalled|jammed
        cannot|can't|couldn't|unable|impossible .. work|use|open|see|send|print|log|access|take|pay|ship|sell|get|do
        cannot|can't|couldn't|unable|impossible .. book|order|serve|treat|start|run|enter|issue|release|post|load|close
    """,
    "cue_fails": """
        misbehaves|misfires|misses|skips|skipped|drops|dropped|ignores|garbled|truncated|cut-off|unreadable|faulty
        stopped working|updating|sending|arriving|printing|counting
        never arrived|arrives|came|comes|reached|reaches|showed|shows|ran|got
        can't|cannot|couldn't be .. read|opened|found|used|saved|sent|printed|scanned
        fail|fails|failed|failing|failure|broken|breaks|broke|crash|crashes|crashed|error|errors|bug|defect|fault|faulty
        rejected|rejects|refused|bounces|bounced|timeout|timeouts|hangs|loops|malfunction*|glitch|empty|blank|nothing
        doesn't|don't|didn't|won't|not work|working|load|loading|arrive|arriving|sync|syncing|print|appear|start|run
    """,
    "cue_wrong_data": """
        inflated|understated|overstated|miscalculated|miscounted|double-counted|shifted|off|mislabelled|mislabeled
        not|never|doesn't|don't match|matching|agree|add|reconcile|balance|tally
        someone|somebody|another else's|person's|customer's|patient's|company's
        wrong|incorrect|missing|duplicate|duplicates|duplicated|doubled|corrupt*|vanished|disappeared|mismatch*|twice
        lost|gone|overwritten|swapped|mixed|deleted|outdated|stale|misrouted|wrongly|incomplete|inconsistent
    """,
    "cue_process": """
        orders|order|payroll|payments|payment|invoices|invoicing|billing|shipments|shipping|deliveries|delivery|booking
        production|bookings|sales|checkout|appointments|dispatch|trucks|vans|parcels|admissions|prescriptions|claims
        trades|transactions|reservations|enrolments|registrations|returns|harvest|loading|picking|packing|manufacturing
        warehouse|warehouses|plant|plants|factory|line|lines|store|stores|shop|shops|till|tills|branch|branches|clinic
        surgery|ward|wards|lab|laboratory|samples|results|depot|depots|kitchen|rooms|flights|trains|buses|routes|tours
        customs|export|vessel|vessels|containers|meters|readings|tickets|gates|calls|hotline|exams|grades|votes|loans
        tax|vat|returns|rent|rents|premiums|policies|operations|operation|business|trading|service|process|schedule
        contracts|wells|pumps|turbines|boilers|lifts|elevators|cameras|locks|doors|labels|pallets|cards|accounts
    """,
    "cue_slow": """
        slow|slower|slowly|sluggish|lag|lags|lagging|late|delay|delays|delayed|waits|waiting|queue|queues|queueing
    """,
    "cue_all": """
        all|every|entire|whole|everyone|everybody|nationwide|worldwide|across|complete|completely|total|totally
        none|no of|one
        both|most|majority|thousands|hundreds|dozens
    """,
    "cue_few": """
        one|single|only|just|two|few user|users|person|people|colleague|customer|site|clerk|report|page|screen|field
        now and then
        sometimes|occasionally|rarely|seldom|once
        a|one|her|his few|single|own
    """,
    "cue_public": """
        customers|clients|buyers|learners|candidates|migrants|employees|staff|colleagues|commuters|hikers|skiers|campers
        diners|readers|players|fans|listeners|viewers|residents|neighbours|neighbors|policyholders|borrowers|savers
        vets|midwives|paramedics|firefighters|officers|soldiers|engineers|mechanics|fitters|electricians|plumbers|pilots
        patients|passengers|residents|pupils|students|guests|families|tenants|citizens|subscribers|travellers|parents
        travelers|children|visitors|shoppers|callers|applicants|claimants|pensioners|donors|households|members|riders
        farmers|drivers|couriers|nurses|doctors|teachers|crews|crew|workers|carers|shoppers|consumers|voters
    """,
    "cue_money": """
        profit|margin|cash|turnover|takings|sales|income|fee|fees|overdraft|interest|bonus|bonuses|pay|paid|pays|payslips
        chargeback|chargebacks|insurance|deposit|deposits|budget|funding|grant|grants|subsidy|subsidies
        per|an|a|each|every hour|day|week
        lost|lose|loses|losing|loss|losses|penalty|penalties|fine|fines|fined|revenue|turnover|compensation|damages
        unpaid|wages|salaries|salary|payroll|refund|refunds|write-off|spoiled|scrap|scrapped|wasted|surcharge|demurrage
        costs|costing|cost us|them|him|her
    """,
    "cue_danger": """
        patient|patients|injection|insulin|oxygen|blood|allergic|vaccine|vaccines|cold chain
        rescue|rescued|explosion|smoke|toxic|radiation|flood|flooding|leak|leaks|collision|crane|brake|brakes|child
        fell|falls|died|dies|dead|burned|burns|trapped|freezing|overheating|overheated
        hospital|ambulance|ambulances|medicine|medication|dose|dosage|injury|injured|injuries|unsafe|danger|dangerous
        alarm|alarms|emergency|fire|gas|poison*|allergy|allergen|allergens|safety|hurt|accident|hazard|harm|overdose
    """,
    "cue_by_hand": """
        notebook|clipboard|sticky|printout|printouts|fax|faxes|faxing|rota|double-check|double-checks|reconcile*
        hours a|per|each|every day|week|shift|night|month
        stay|stays|staying|stayed late|longer|on
        typed|keyed|written|writing|counting|counted|entered .. by|again|twice|in
        hand|manually|manual|overtime|paper|retype|retyping|retypes|typing|types|spreadsheet|spreadsheets|excel|pencil
        weekend|weekends|nights|phone|phoning|phones|whiteboard|copying|copies|re-enter|re-entering|rekeying|extra
        shifts|shift|temps
    """,
    "cue_way_round": """
        around it|this|that|the
        get|gets|getting|got|go|goes|work|works|working by|round|around
        meantime|anyway|nevertheless|detour|spare|substitute|stopgap|makeshift
        in the meantime
        can|could|may still|also|simply|just|use|enter|download|export|send|do|print
        until then|it|we|they|the
        old|previous|second|mobile|web|classic way|version|screen|system|site|view|process
        workaround|work-around|instead|meanwhile|alternative|bypass|fallback|backup|temporarily|temporary|interim
        for now
        the time being
        other|another|old way|route|browser|screen|version|report|tool|list|export
        still works|work|works|can|gets|get|possible|available
    """,
    "cue_looks": """
        misaligned|stretched|blurry|pixelated|crooked|shade|theme|branding|brand|emoji|avatar|background|margin|margins
        abbreviation|abbreviations|caption|captions|menu|menus|sort|sorted|sorting|format|formatting|column|columns
        spelled|misspelt|misspelled|apostrophe|hyphen|title|titles|greeting|salutation|letterhead|animation
        colour|colours|color|colors|logo|font|fonts|typo|spelling|icon|icons|button|layout|wording|prettier|tint|shade
        alignment|aligned|tooltip|heading|headings|typeface|banner|footer|picture|capitals|umlaut|accent|dark mode?
        looks|look|ugly|pretty|cosmetic|cosmetics|display|displayed|grey|gray
    """,
    "cue_question": """
        ask|enquiry|inquiry|query|clarify|clarification|explain|explanation|info|information|interested|interest
        would it be
        is|are there a|any|another
        wants|want|wanted to know|understand|see|hear|have
        demo|walkthrough|roadmap|webinar|brochure|training|onboarding|refresher
        please add|change|send|show|tell
        question|questions|asks|asked|asking|wonders|wondering|curious|whether|wish|wishes|suggestion|suggested|idea
        how to|do|can|does|many|much|long
        would like|love|prefer|appreciate
        nice to have
        feature request|requests
        could|can we|they|you|i
        rename|renamed|reword
    """,
    "cue_well": """
        stable|steady|comfortable|comfortably|healthy|satisfied|delighted|impressed|enthusiastic|keen|kind|nice|nicely
        runs|running|run fine|well|normally|smoothly|as
        nobody|noone|none complained|complains|noticed|notices|minds|cares|affected|hurt|harmed
        not|never|isn't|aren't affected|bothered|worried|concerned|impacted|blocked|hindered|disturbed|upset
        no bad|hard feelings|blood
        everything|all|rest else|is|works|fine|as|runs
        business as usual|normal
        carry|carries|carrying|goes|go|going on|ahead
        fine|happy|normal|normally|usual|well|cope|copes|coping|pleased|content|unaffected|harmless|relaxed|smoothly
        no complaints|harm|problem|problems|impact|effect|damage|loss|drama|panic|trouble|issue|issues
        laughed|laughs|smiled|joked|friendly|cordial|cheerful|thanks|thank|thankful|grateful|praised|lovely|great
        not a|the? problem|disaster|drama|tragedy|issue|end
    """,
    "cue_small": """
        negligible|marginal|barely|hardly|scarcely|petty|harmless|quirk|hiccup|glitch|pet peeve
        a few|couple times|minutes|seconds|lines|clicks|people|users|entries|cases
        not a big|huge|great|serious|major deal|problem|thing|issue
        nothing serious|dramatic|major|big|urgent|grave|critical
        low priority|prio|importance|impact
        only|just a|one|two|three|her|his|the
        small|minor|tiny|little|slight|slightly|trivial|cosmetic|trifle|detail|nuisance|annoying|annoyance|irritating
        awkward|inconvenient|inconvenience|fiddly|bit
        seconds|minute|minutes
    """,
    "cue_angry": """
        furious|angry|anger|outrage|outraged|shouting|shouted|unacceptable|disgrace|disgraceful|fuming|livid|yelling
        disappointed|frustrated|upset|annoyed|fed|sick|complain|complains|complained|complaint|complaints
    """,
    "cue_heavy": """
        intolerable|untenable|unsustainable|alarming|dire|nightmare|emergency|unprecedented|devastating|crippling
        mission|business critical
        serious|severe|heavy|huge|great impact|damage|consequences|trouble|problem|losses|loss|risk
        breaking point
        in trouble
        on fire
        cannot go on
        severe|severely|serious|seriously|critical|crisis|disaster|catastroph*|collapse|collapses|chaos|huge|massive
        terrible|dramatic|grave|major|desperate
    """,
    "cue_today": """
        straight|right away|now
        since this|early|six|seven|eight|nine|ten|eleven|midnight|noon|dawn morning
        hour by hour
        by the hour|minute
        before lunch|noon|close|closing|opening|tonight
        currently|presently|ongoing|live|minute|minutes|hourly
        tonight's|today's
        today|tonight|immediately|asap|urgent|urgently|instantly
        at once
        right now|away
        this morning|afternoon|evening|minute|hour
        within|in # hour|hours|minutes
        as we speak
        o'clock|noon|midnight|overnight
        every|per|each|an hour|minute
    """,
    "cue_days": """
        day after tomorrow
        few|couple|two|three|four days
        this friday|thursday|wednesday|tuesday|monday|saturday|sunday|week
        mid-week|midweek|weekday|morning's
        by|before|until|till|on monday|tuesday|wednesday|thursday|friday|saturday|sunday
        by|before|until the end of
        each|every day|morning|evening|night|monday|friday
        tomorrow|days|daily
        this|by|before week|friday|thursday|wednesday|tuesday|monday|weekend
        every|each|per day|morning|night|evening|shift|run
        on|next monday|tuesday|wednesday|thursday|friday
        end of the? week
        in|within # days
    """,
    "cue_weeks": """
        fortnight|autumn|fall|winter|march|june|july|august|september|october|year-end|semester|term
        end of the? month|quarter|year
        next|coming months|weeks|years|season|sprint|cycle
        after the holidays|break|christmas|launch|migration|summer
        one|some|sometime day|point|time
        medium|long term
        no fixed|particular|set date|deadline|day
        in the? new year
        at some|your|their stage|point|leisure|convenience
        weeks|month|months|quarter|spring|summer|january|february|march|april|eventually|someday|whenever|later
        next month|year|quarter|release|renewal|review|qbr
        new year
        no deadline|date|rush|hurry|urgency|pressure
        not urgent|pressing
        when|if you|we|there|someone has|have|is|get|gets time|chance|moment|round
        some|any time|point|day
        in|within # weeks|months
    """,
    "cue_deadline": """
        ultimatum|timeline|milestone|schedule|scheduled|booked|planned|date|appointment|handover|inauguration|premiere
        start|starts|started|starting of|on|from|in
        hearing|trial|assembly|agm|conference|fair|expo|match|kick-off|kickoff|ceremony|wedding|concert|festival
        year-end|month-end|quarter-end|closing|close|submission|submit|return|returns|tender|bid|bids|vote|ballot
        must|has|have|need|needs to? be .. by|before|until|on
        deadline|deadlines|due|cut-off|cutoff|expires|expire|expiry|window|go-live|golive|launch|audit|inspection
        christmas|peak|payday|election|opening|closes|starts|begins|goes|departs|filing|season|harvest|exam|exams
        by|before|until|till the|then|that|this|#
        latest
        otherwise|else
    """,
    "cue_grows": """
        deteriorat*|snowball*|compounding|rises|rose|climbing|climbs|doubled|doubles|tripled|widening|overflow*
        more|longer each|every|and|they|it|this
        so far
        by the day|hour|week
        bigger|larger|worse and|every|each|by|than
        adds|add up
        running|run|runs out
        growing|grows|grow|worse|worsening|backlog|piling|piles|spreading|spreads|mounting|increasing|increases|rising
        accumulat*|escalating|more and
        more|another every|each|per day|hour|week|morning
        since|further
        lose|losing more
    """,
    "cue_repeats": """
        again|third|fourth|fifth|repeated|repeatedly|recurring|recurs|promised|promise|promises|twice|still|keeps
        second|third|# time|times|week|month|incident|outage
        last time
    """,
    "cue_i_can": """
        i .. walk|guide|train|set|reset|add|added|remove|removed|switch|switched|turn|turned|create|created|resend
        i'm|am sending|doing|fixing|adding|going|preparing|setting|calling|booking|showing|writing
        sending|showing|fixing|changing|correcting|setting|adding|doing|preparing it|her|him|them|this|that
        my slip|mistake|job|task|calendar|desk|list|plate
        easy|simple|quick|known fix|answer|thing|change|matter|enough|one
        password reset|resets
        checkbox|toggle|permission|permissions|role|filter|profile|preferences|dropdown|option|options
        i|i'll|i'd can|will|could|do|did|sent|send|showed|show|fixed|fix|set|changed|change|explained|explain|told|call
        i've sent|shown|set|fixed|changed|explained|told|given|added|booked|done|got
        setting|settings|tick|click|clicks|switch|article|guide|how-to|tutorial|walkthrough|faq|training|template
        screen share|sharing
        help page|article|centre|center
        my own|side|end|rights|limit|discretion
        done|sorted|solved|fixed by|on monday|tomorrow|today|myself
    """,
    "cue_silence": """
        radio silence
        no sign|feedback|commitment|timeline|timeframe|promise|slot|capacity|owner|taker|takers|estimate
        with no|without a|any answer|reply|date|owner|eta|response
        in the|their queue|backlog|inbox|pile
        unread|unacknowledged|overdue|forgotten|lost|bounced|closed|reassigned|passed
        sent|passed|bounced|handed back|around|on|between|from
        days|weeks ago|without|later
        still no|nothing|not|waiting|without|unanswered
        auto-reply|autoreply|out of office
        silence|silent|ignored|unanswered|unassigned|untouched|parked|nobody|bounced|stalled|triage|automatic
        no answer|reply|response|owner|update|news|word|one|eta|date|reaction|movement|progress|assignee
        hasn't|haven't|not|never|nothing|without .. answered|replied|heard|moved|back|responded|answer|reply|date|since
        waiting|waits|wait for
        chased|chasing|chase|nudged|pinged|reminded|reminder|reminders|asked
        still open|waiting|pending|nothing|no|with|in
        pending|queue|backlog
    """,
    "cue_refused": """
        turned|turn down|away
        not|won't|never be .. fixed|built|done|changed|supported|prioritised|prioritized
        will not|never|nobody do|fix|build|change|move|help|take|approve
        no capacity|budget|plans|plan|resources|time|slot|intention|exception|exceptions
        against the|our|policy
        cannot|can't|could not promise|commit|help|do|decide|offer|give|grant|sign
        blames|blame|blamed|points|pointing|pointed
        by design
        refused|refuses|refuse|declined|declines|denied|rejected|won't|overruled|disagree|disagrees
        said|says|say no|not
        not on the|our|their roadmap
        not planned|possible|supported|allowed|priority
        only .. can|may|could|must
        impossible|unwilling
    """,
    "cue_engineers": """
        technical|technician|technicians|programmer|programmers|architect|architects|config|configuration|script|query
        mapping|schema|integration|connector|api|certificate|firmware|deploy|build|index|cache|job|log|logs|queue
        r&d
        dev|devs|sre|devops|dba|ops|infra|hosting|core team|squad
        fix .. needs|takes|requires|must|has
        engineering|engineer|engineers|developer|developers|code|patch|hotfix|rollback|roll-back|database|backend|server
        root cause
        cause|deploy|deployed|deployment|update|upgrade|release|migration|bug|defect|regression|infrastructure|platform
        product team|manager|management
    """,
    "cue_approval": """
        goodwill|refund|rebate|waived|waive|write-off|budget|sla|penalty|invoice|invoices|billing|renewal|renew|price
        deal desk
        sign|signs|signed off
        credit|discount|refund of|over|above|worth
        cap|limit|threshold|policy|rule|rules|entitled|entitlement|clause|commitment|commitments
        head|vp|director of
        approve|approves|approved|approval|sign-off|authority|authorise|authorised|authorize|authorized|permission
        allowed|finance|legal|contract|contractual|terms|discount|credit|price|pricing|exception|waive|waiver|clause
        liability|liable|lawyer|lawyers|compensation|amendment|procurement|addendum|agreement
    """,
    "cue_leaders": """
        principal|dean|rector|provost|commissioner|governor|trustee|trustees|general counsel|secretary|chancellor
        founder|founders|proprietor|patron|supervisory|senior|superintendent|commander|bishop|admiral|judge
        managing director|partner
        our|their|your ceo|cfo|leadership|management|board|executive|boss|director
        ceo|cfo|coo|cto|cio|cro|chief|director|directors|board|president|owner|minister|vp|chairman|chairwoman|chair
        managing|head|executive|executives|leadership|mayor|partner|founder|principal|management|boss
    """,
    "cue_unknown": """
        random|randomly|intermittent|intermittently|sporadic|sporadically|inexplicable|strange|odd|weird|guess|guesses
        not|isn't|no clear|known|explanation|pattern|cause|idea|clue|reason
        each|every time different|another
        cannot|can't|could not see|find|reproduce|explain|tell|say why|it|what|how
        tried|restarted|reinstalled|rebooted|checked|tested|cleared .. no|nothing|didn't|still|same|without|help
        to no avail
        didn't|doesn't|not|no help|change|difference|effect|use
        unknown|unclear|mystery|investigating|unexplained|puzzled|baffled|reproduce|diagnose|diagnosis
        nobody|noone|no|don't|doesn't|not know|knows|one|sure|clear|understand|explain|idea
        no idea|clue|explanation|cause
        can't|cannot|couldn't explain|reproduce|say|tell|find|see
    """,
    "cue_colleague": """
        need|needs|would|could|like input|advice|hand|hint|pointer|answer|confirmation|check|look|minutes|hour|five
        confirm|confirms|confirmation|quick|double-check
        one|a question|line|word|sentence to|from|for
        ask|asked|asking|check|checking with|the|product|support|legal|finance|security|someone|our
        forwarded|passed|sent|raised|opened|logged|filed|submitted .. ticket|request|case|form
        ticket|request|case|form .. is|raised|opened|logged|filed|in
        borrow|lend|loan
        who|someone|somebody knows|has|understands|speaks|did
        need|needs|needed someone|somebody|an|a|the|help|your|input|from|one|who
        someone|somebody from|in|who|to|at
        who can|could|knows|owns|decides|would
        specialist|expert|consultant|colleague|solutions|architect
        can|could you|someone|anyone|anybody
        help|ticket|support|helpdesk|desk
        hour|half of|an
    """,
    "cue_support_on_it": """
        support|engineering|engineers|they|developers|team .. working|works|looking|fixing|testing|investigating
        fix .. planned|scheduled|ready|coming|comes|due|out|released|tested|announced|promised|in
        will be fixed|solved|changed|corrected|released
        next|coming|early|in release|version|patch|december|january|sprint
        has|have .. confirmed|promised|date|slot
    """,
    "cue_leaving": """
        walk|walking|pull|pulling away|out|the
        move|moving|migrate|migrating to|away|off|elsewhere
        not|won't|never renew|renewing|extend|extending|sign|continue
        rfp|tender|evaluating|evaluate|shortlist|quotes|offer|offers|vendor|vendors|supplier|suppliers|provider
        end|ending|ends|exit|stop the? contract|relationship|subscription|agreement
        trust|confidence|faith|patience
        cancel|cancels|cancelled|cancellation|terminate|termination|terminating|competitor|competitors|alternatives
        leave|leaving|leaves|switching|rival|notice|exit|offboarding|churn
        look|looking elsewhere|around
    """,
    "cue_official": """
        fda|bafin|ofsted|cqc|hmrc|ico|osha|epa|irs|sec|fca|tüv|iso|soc|hipaa|ministerial|municipal|council|prosecutor
        audited|certification|certified|recertification|deadline|statute|statutory|mandatory|obligation|obliged|filing
        data protection
        notified|notify|notification|report|reported to|the authority|authorities|regulator
        fined|fine|sanction|sanctions|injunction|lawsuit|sue|sues|sued|litigation|attorney|attorneys|counsel
        regulator|authority|authorities|inspector|inspectors|ministry|court|tribunal|police|commission|ombudsman|auditor
        auditors|law|statutory|legally|compliance|gdpr|certificate|licence|license|accreditation|solicitor|solicitors
    """,
    "cue_unbearable": """
        no plan|paper|manual|spare|second|substitute|replacement|copy|backup|bridge
        cannot|can't|won't|not go|continue|hold|last|carry|keep|sustain
        any longer|more
        at all
        completely|entirely|totally|wholly dependent|stuck|blocked|blind|lost|dead|down
        flying|working blind
        overwhelmed|exhausted|collapsing
        no workaround|alternative|other|fallback|way|option|choice|means|substitute
        without|only|nothing .. alternative|fallback|backup|option|instead
        cannot|can't|unable|couldn't
        stand|standing|sit|sitting|wait|waiting .. still|idle|around|outside|there
        turned|sent|sending|turning .. away|home|back
        zero|nil
    """,
    "cue_stakes": """
        contract|contracts|tender|licence|license|accreditation|certificate .. lost|lose|risk|gone|withdrawn|expire
        lose|losing|lost customers|clients|contract|trust|licence|license|season|harvest|crop|crops
        headlines|scandal|public|tv|radio|facebook|twitter|reviews|shitstorm
        milk|vegetables|fruit|meat|fish|flowers|vaccines|bread|dough|animals|cows|herd
        vulnerable|elderly|homeless|refugees|newborn|babies
        lose|losing|losses|penalty|penalties|fined|liability|reputation|press|newspaper|journalist|media|headline
        strike|walk-out|union|unions|bankrupt*|insolvency|jobs|lives|life|death|deaths|dangerous|illegal|breach
        spoil|spoils|spoiled|rot|rotting|expire|expires|miss|misses|missed|lapse|lapses
    """,
    "cue_waits_well": """
        take|takes your|their time
        not before|until january|spring|next|the|summer
        for|until now|then .. fine|ok|okay|enough|lives|manages|works
        is|are|was|were relaxed|patient|easy|calm|flexible
        any time|day
        asap is not
        low|lowest|least priority|urgency
        patient|happy to wait|hold
        can|could|will|is|are|happy|fine|ok wait|waiting|live|lives|hold|bear|manage
        no|not|nothing|never .. rush|hurry|urgent|pressing|urgency|time-critical|burning
        whenever|eventually|someday|convenient|convenience
        take|takes|taking your|our|its|their time
        until then .. fine|works|ok|enough
        good|soon|early enough
        ok|okay|fine with|for
    """,
    "cue_secret": """
        personal|private|confidential|leak|leaked|leaks|exposed|breach|breached|hacked|phishing|password|passwords
        unauthorised|unauthorized|stranger|strangers|visible|medical|records|intruder|stolen
    """,
    "cue_closed_by_us": """
        answered|explained|clarified|corrected|enabled|unlocked|reset|resent|updated|done
        she|he|they can|could .. herself|himself|themselves
        in settings|preferences|profile|admin|menu
        knowledge base
        one click|line|setting|call|mail|email|minute
        will do|send|fix|show|set|change|add|call|reply|answer
        on my|our list|side|way
        how-to|guide|article|manual|video|link|instructions|steps|training|session|webinar|demo
        takes|took|needs|need .. minutes|minute|seconds|clicks
        i .. enable|enabled|configure|configured|reset|resend|resent|adjust|adjusted|correct|corrected|update|updated
        i .. walk|walked|train|trained|teach|answer|answered|reply|replied|look|write|mail|email|arrange|arranged|book
        i know|have .. how|answer|rights|access|permission
        will|i'll|can do|sort|handle|fix|settle|explain|send|show it|this|that|him|her|them
    """,
    "cue_beyond_us": """
        no authority|access|rights|permission|say|mandate|idea|influence|expertise
        outranks|overrule|overrules|escalated|escalate|escalation
        only|nobody|none but|except|else|engineering|they|the|someone
        takes|needs|requires a|an|someone|somebody|more|two|both|three
        not|never in|within|for my|our|me|us
        who|somebody|someone senior|with|above|higher
        two|three|four|both|several teams|departments|vendors
        above|beyond|outside .. me|my|us|our|level|pay|remit|control|authority|scope|power|reach|hands
        not mine|ours|my|our|up|for .. to|decision|call
        i can't|cannot|couldn't|don't|haven't|have
        we can't|cannot|couldn't|don't|haven't
        only|solely .. engineering|product|finance|legal|management|team|vp|director|board|head|they
        needs|need|requires|require|takes .. decision|approval|sign-off|engineer|developer|fix|code|release|director
        decision|decide|decides|decided
        executive|sponsor|peer|counterpart
    """,
}

# What a rationale calls them.
CALLED: Final[dict[str, str]] = {
    "cue_stops": "what stops",
    "cue_fails": "what fails",
    "cue_wrong_data": "wrong or missing data",
    "cue_process": "processes of a business",
    "cue_slow": "slowness",
    "cue_all": "all or many",
    "cue_few": "one or few",
    "cue_public": "people who depend on it",
    "cue_money": "money",
    "cue_danger": "danger",
    "cue_by_hand": "work by hand",
    "cue_way_round": "another way",
    "cue_looks": "looks",
    "cue_question": "questions and wishes",
    "cue_well": "what goes well",
    "cue_small": "small things",
    "cue_angry": "anger",
    "cue_heavy": "severity",
    "cue_today": "hours or today",
    "cue_days": "days",
    "cue_weeks": "weeks or later",
    "cue_deadline": "a day that counts",
    "cue_grows": "what grows",
    "cue_repeats": "repetition",
    "cue_i_can": "what the CSM does",
    "cue_silence": "waiting without an answer",
    "cue_refused": "refusals",
    "cue_engineers": "engineering",
    "cue_approval": "terms and approval",
    "cue_leaders": "leaders",
    "cue_unknown": "what is not known",
    "cue_colleague": "help from colleagues",
    "cue_support_on_it": "a fix on its way",
    "cue_leaving": "leaving",
    "cue_official": "authorities and law",
    "cue_unbearable": "the lack of another way",
    "cue_stakes": "what is at stake",
    "cue_waits_well": "being able to wait",
    "cue_secret": "private data",
    "cue_closed_by_us": "answers and guides",
    "cue_beyond_us": "what others must decide or do",
}
