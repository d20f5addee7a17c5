"""Customer impact: what stands still, for whom, and the way round in use."""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, str]] = {
    # Revenue or operations stand still.
    "stands_still": """
        nobody|none|noone .. gets|get|got|is|are|be|will .. paid
        no one .. gets|get|is|be .. paid
        not|never|won't|can't|cannot .. get|be|been .. paid
        aren't|isn't|weren't|won't|not .. getting|being .. paid
        paid late
        unpaid
        no|not|zero .. orders|bookings|payments|sales .. since|from|come|coming|go|going|through|in|taken|reach*
        taken|taking|take|takes no|zero orders|bookings|payments|sales
        @cannot take|accept|process|receive|confirm|complete|fulfil|place|book .. @work
        @cannot .. ship|sell|trade|dispatch|deliver .. anything|anybody|anyone|customers|goods|orders
        @cannot .. invoice|operate|check|bill .. anything|anybody|anyone|customers|goods|orders
        @cannot .. ship|sell|trade|dispatch|deliver .. patients|guests|to|at|out|in|from|until|since|any
        @cannot .. invoice|operate|check|bill .. patients|guests|to|at|out|in|from|until|since|any
        @cannot .. produce|pack|pick|admit|discharge .. anything|anybody|anyone|customers|goods|orders
        @cannot .. treat|serve|charge .. anything|anybody|anyone|customers|goods|orders
        @cannot .. produce|pack|pick|admit|discharge .. patients|guests|to|at|out|in|from|until|since|any
        @cannot .. treat|serve|charge .. patients|guests|to|at|out|in|from|until|since|any
        @cannot ship|sell|trade|dispatch|deliver|invoice|operate|bill|produce
        @work stopped|stop|halted|stalled|stand|stands|stood|frozen|piling|pile|idle
        @work .. at a standstill
        @work has|have|is|are stopped|halted|stalled|frozen
        trucks|lorries|vans|lines|line .. will? stand|stands|standing|idle
        @place stopped|stop|halted|stands|stood|idle|dark|offline|down
        @place is|are|has|have|went stopped|halted|idle|dark|offline|down
        standing still
        stand|stands|stood still
        at a standstill
        at a complete standstill
        ground to a halt
        come to a halt
        grinds to a halt
        sitting on their hands
        send|sending|sent .. people|patients|guests|customers|staff|drivers|everyone|workers|trucks .. home|away
        turn|turning|turned .. people|patients|guests|customers|them|trucks .. away
        losing|lose|loses|costing|costs .. @money
        lost|missing|bleeding revenue|money|sales|orders|bookings|income
        losing # .. an|a|per|each|every hour|day
        costs|costing|cost .. # .. an|per|each|every hour|shift
        # .. lost|lose in sales|revenue|orders|takings
        lost sales|orders|bookings|revenue|trades|takings
        trucks|lorries|vans|drivers|ships .. wait|waiting|queue|queueing|stuck|stand
        everything|all .. is|are|was down
        everything|all .. stopped|stands
        whole|entire .. is|are|was .. down|dead|offline|blocked|out
        nothing|none .. works|work|working|opens|loads|comes|goes|prints|moves
        nothing .. goes|comes|going|coming .. out|through
        @nobody|no ... can|could take|accept|place|log|open|sign|access|book
        @nobody|no ... can|could order|pay|scan|print|enter|sell|ship|pick|check
        @nobody|no ... is|are able to log|open|sign|access|book|order|pay|scan|print|enter|sell|ship|pick|work
        @nobody .. can|could .. work|log|open|sign|access|use|get|book|order|pay|scan|print|enter|see|check
        none of .. @place|@people|our|their|the ... can|could|is|are|has|have|gets|get|works|work
        not one|a .. can|could .. log|open|work|sign|pay|order|book|scan
        walk|walking|walked out
        stuck|standing|waiting|parked|idle .. in|on|at .. quay|yard|dock|docks|gate|ramp|road|port|border
        stuck|standing|waiting|parked|idle .. in|on|at .. tarmac|customs|hall|queue|lobby|street
        trucks|lorries|vans|tankers|containers ... stuck|standing|waiting|grounded|idle|parked
        trains|ships|planes|buses|drivers ... stuck|standing|waiting|grounded|idle|parked
        can't|cannot|couldn't|unable ... take|accept|process ... payments|cards|card|orders|bookings|calls|admissions
        can't|cannot|couldn't sell|ship|invoice|dispatch|operate|trade|deliver|produce|open
        operations|business|work|production|trading|service .. stopped|stops|halted|suspended|standstill|stands
        evacuated|closing|closed early|today .. because|system
        shop|site|store|system|everything dead
        blackout
        empty shelves
        lose|loses|losing # .. an|a|per|every hour|day
        no one .. can|could .. work|log|open|sign|access|use|get|book|order|pay|scan|print|enter|see|check
        everyone|everybody .. locked|thrown|kicked|shut out
        all|# .. @people .. locked|thrown|kicked|shut out
        locked out
        complete|total|full|major outage
        outage .. ongoing|still|right|now|since
        went down
        gone|going dark
        production .. down|stopped
        checkout|shop|webshop|store|site|website|portal|system is|are|has|have|went|gone .. down|dead|offline
        platform|app|service|till|tills|terminals|booking is|are|has|have|went|gone .. down|dead|offline
        is|are completely|totally|still|all|fully down
        down since this|the|yesterday|today|last|about|monday|tuesday|wednesday|thursday|friday|saturday|sunday|#
        hard down
        orders .. fail|failing|fails|lost|rejected
        payments|cards|card|transactions .. fail|failing|fails|declined|rejected|refused
        turning business|people|customers|guests away
        abandoned carts
    """,
    # An important process is blocked, or kept alive by heavy work.
    "blocked": """
        no alternative|other channel|way|route|system
        sent|sends|delivered|delivers|produced|returned|returns nothing
        nothing .. arrives|arrived|comes|came|received|imported|exported|transmitted
        lost|loses ... records|data|entries|history|bookings|inspections|files|results|orders
        don't|doesn't|didn't|do|does|not .. reach|reaches|arrive|arrives .. through|to|the|in|anymore
        don't|doesn't|didn't|do|does|not .. reach|reaches|arrive|arrives .. any|on|at|since|with
        don't|doesn't|didn't|do|does|not .. load|loads|transfer .. through|to|the|in|anymore|any|on|at|since|with
        don't|doesn't|didn't|do|does|not .. appear|appears|show|shows .. through|to|the|in|anymore|any|on|at|since|with
        don't|doesn't|didn't|do|does|not .. import|export|sync|go .. through|to|the|in|anymore|any|on|at|since|with
        isn't|aren't|not|never .. loading|syncing|arriving|sending|importing|exporting|transferring
        isn't|aren't|not|never .. updating|saving|printing|posting|appearing
        crashes|crashed|crash|aborts|hangs|dies|freezes at|when|after|before|with|every|since|on
        interface|connection|sync|import|export|feed|job|run ... nothing|silent|dead|empty|idle|missing
        can't|cannot|couldn't|unable to? even|still|currently|also import|export|upload|open|print
        can't|cannot|couldn't|unable to? even|still|currently|also close|release|start|sign
        unable to import|export|upload|open|print|close|release|start|sign|access|log|run|issue
        demurrage
        comes|come|came out? empty|blank
        missing ... entirely|altogether|completely
        deadlock|deadlocked|frozen
        on hold|pause|ice
        halted|suspended|paused|stranded
        postponed|postpone|delayed .. launch|opening|go-live|start|rollout
        blocked
        blocking|blocks|blocker
        stuck
        stopped|stops working|syncing|sending|importing|exporting|generating|updating|printing
        stopped|stops arriving|running|loading|recording|posting|transmitting|transferring
        stop|stopped .. @thing
        @thing .. stopped|stop|dead|broken|failing|fails|failed|rejected|refused|missing
        rejected|refuses|refused|bounced|bounce
        rejects|rejecting|reject
        thrown|throws|throwing|sent back|returned .. by
        thrown back
        didn't|doesn't|did|won't|didnt|doesnt|wouldn't|not|never .. generate|generated|run|start|started|finish
        didn't|doesn't|did|won't|didnt|doesnt|wouldn't|not|never .. complete|completed|arrive|arrived
        didn't|doesn't|did|won't|didnt|doesnt|wouldn't|not|never .. save|open|connect|load|come|go|print
        didn't|doesn't|did|won't|didnt|doesnt|wouldn't|not|never .. upload|import|export|activate|send
        @cannot .. activate|login|submit|generate|reach|enter|finish|complete|reconcile|approve
        @cannot .. onboard|connect|migrate|publish|save|launch|sync|allocate|post
        @cannot log|sign|access|import|export|upload|print|open|close|file|release
        @cannot go|get|run|scan|download|issue|assign|start|load|read
        can't|cannot get past|in|into|through
        fails|failing|failed|crashes|crashing|crashed|crash
        timed|times|timing out
        timeout|timeouts
        closes itself
        unavailable
        does|do not work
        doesn't|don't|not|isn't|aren't|didn't|doesnt|dont|isnt|never work|working|functioning|responding|available
        not|isn't|aren't .. available
        broke|broken|breaks
        came|come|comes|coming|arrive|arrives|go|went out? blank|empty|garbled
        printed|print|prints blank|empty|wrong
        is|are|was empty|blank|gone|missing|lost|frozen|corrupt|corrupted
        disappeared|vanished
        data|records|files|entries|rows .. lost|missing|gone|deleted|overwritten|disappeared
        overtime
        temps hired
        extra|additional temps|people|staff|shifts|shift
        night|nights shift|shifts
        round the clock
        # temps
        dealers|customers|guests|patients|clients .. wrong|old|missing|cancelled|complain|complained|complaining|angry
        cancelled by hand
        go|going .. live .. off|delayed|postponed|risk|danger
        go live|launch|rollout|migration|opening|cutover .. blocked|depends|stuck|postponed|slip
        go live|launch|rollout|migration|opening|cutover .. slipped|can't|cannot|risk|danger
        only .. # % .. of|gets|out|through
        # % .. volume|orders|of .. out|through
        # vans|trucks|orders|deliveries|shipments late
        penalties|penalty|fines|fined
        underpaid|overpaid
        tenders|tender|shipments .. missed
        stand|stands|stood idle
        expired .. second|immediately|arrives
        not|never|no|isn't|aren't .. on|arriv* .. tray|label|labels|card|cards|invoice|invoices
    """,
    # A team loses hours, or works hours behind.
    "hours_lost": """
        # hours|hrs|hour .. a|per|each|every|extra|late|lost|more .. day|week|month|night|shift|person|machine
        # hours|hrs|hour .. a|per|each|every|extra|late|lost|more .. order|morning|run|time|close|late|lost
        # hours|hrs a|per|each|every|extra|late|lost
        # hours|hrs later|late|behind|longer
        an|one|half|full|# hour|hr|day|days|hrs .. per|each|every|extra|lost|late
        half a day
        an|one|half|# hours|hour|hrs a|per|each|every day|week|shift|morning|night|evening|month
        # people|staff|nurses .. spend|spends|spent|busy|drafted|pulled|reassigned
        # clerks|assistants|secretaries|teachers .. spend|spends|spent|busy|drafted|pulled|reassigned
        spend|spends|spent .. morning|mornings|afternoon|afternoons|day|days
        spend|spends|spent .. hours|weekend|evening|evenings|monday|friday
        a|one|full day .. a|per|each|every .. week|month
        hours|days .. every|each|per|a .. day|week|month|shift|night|morning
        hours|days of manual|extra|additional work
        hours and hours
        every morning|day|evening|night .. by hand|manually
        by hand|manually every|each morning|day|evening|night
        two|three|four|# people|staff .. full time
        # people|staff|of .. typing|keying|retyping|entering|correcting
        all morning|afternoon|day .. typing|correcting|by
    """,
    # A team's normal work is disrupted.
    "disrupted": """
        leave|leaves|leaving|omit|omits|omitting|drop out? .. column|columns|centre|center|field|fields|line|lines
        drops|skip|skips|forget|forgets|miss|misses out? .. column|columns|centre|center|field|fields|line|lines
        leave|leaves|leaving|omit|omits|omitting|drop out? .. row|rows|item|items|attachment|customers|the
        drops|skip|skips|forget|forgets|miss|misses out? .. row|rows|item|items|attachment|customers|the
        retype|retypes|retyping|rekey|rekeys|re-enter
        key|keys|keyed|type|types|enter|enters .. in|them|everything|lines
        takes|take|taking|needs|took .. half|an|a .. minute|minutes|hour|hours
        up to # .. minutes|hours|days to|late|before|until
        # minutes|hours .. to .. appear|load|open|arrive|show|save|refresh
        arrive|arrives|arriving|comes|come|came|goes|delivered .. instead of
        instead of .. monday|tuesday|wednesday|thursday|friday|the|morning|daily
        wrong ... since|after|from
        wrong vat|tax|rate|rates|currency|language|warehouse|branch|layout|format
        lags|lagging|delayed
        freezes|freezing|hang|hangs
        usage|adoption .. fell|dropped|down|falling|halved
        rework|redo|redoing|repeat|corrects|correct|correcting|correction
        overwritten|overwrites|overwrite
        # days .. late|behind|delay|lost|old
        days late|old|behind
        a day old|late|behind
        late
        delay|delayed|delays
        running behind
        backlog|backlogs|behind
        wrong .. figures|numbers|totals|amounts|prices|price|data|results|values|group|stock|rates|balances|quantities
        wrong .. counts|address|addresses|orders|vans|order|customer|person|tax|vat|dates|times|room
        figures|numbers|totals|amounts|prices|data|results|values|stock|rates .. wrong|incorrect|off|inaccurate|outdated
        figures|numbers|totals|amounts|prices|data|results|values|stock|rates .. stale|missing|mismatch|differ
        balances|quantities|counts|report|reports|invoices|figures .. wrong|incorrect|off|inaccurate|outdated
        balances|quantities|counts|report|reports|invoices|figures .. stale|missing|mismatch|differ
        incorrect|inaccurate|outdated|stale|mismatched
        don't|doesn't|not|didn't|never .. match|tally|reconcile|agree|balance|add
        by hand
        by phone|paper|fax|radio
        on paper
        manually
        manual work|entry|effort|workaround|process|step|steps|typing|correction|corrections|check|checks
        spreadsheet|spreadsheets|excel
        copy|copying|copies|copied and|& paste|pasting|pastes
        retype|retyping|rekey|rekeying|re-enter|retypes
        type|typing|key|keying|enter|entering .. twice|again|one by one|everything|them
        one by one
        duplicate|duplicates|duplicated|doubled|double .. entries|entry|records|orders|invoices
        duplicate|duplicates|duplicated|doubled|double .. bookings|work|typing|booking|bookings
        double booked|bookings|entry|work|booking
        slow|slower|sluggish|slows|crawl|crawls|crawling|lag|lags|lagging
        takes|take|taking|needs|took .. # .. minutes|mins|min|hours|hrs|seconds .. to|since|per|each|now|instead
        splitting|split|splits .. files|them|file|into
        extra|additional|more|lot work|effort|workload
        errors|error|mistakes
        incomplete|truncated|cut off
        get|gets|got|getting cut off
        skips|skipping|skipped|drops|dropping|dropped
        bug|buggy|defect|glitch|glitches|regression
        unreliable|unstable|intermittent|intermittently|sporadic|sporadically|flaky
        keeps failing|crashing|freezing|dropping|stopping|losing|disconnecting
        every|each time|morning|day|evening|night|monday|week .. again|fails|by|manually|hand
        again|keeps down|failing|broken|happening|happened
        down|out again
        down .. # .. hours|minutes|hrs|times
        outage|outages|downtime
        can't|cannot .. use|filter|search|rely|trust|track
        frozen|freezes|freeze|hangs|hanging
        ringing|phoning|phones|phone|calling .. each|patients|customers|dealers|every|them|round
        moves|move|moved|moving|enter|enters|correct|corrects|types|type .. by hand
        complain|complains|complaints|complaining|complained
    """,
    # A few people, minutes, a wrong detail.
    "slight": """
        # times|minutes a|per|each day|week
        a|one minute each|per|every
        half a|# minute|minutes|second|seconds since|now|longer|to
        refresh|refreshes|reload|reloads
        one|single|a inspector|driver|nurse|clerk|teacher .. has|can't|cannot|gets|is
        one|single|a buyer|employee|user|person|colleague .. has|can't|cannot|gets|is
        sometimes|occasionally ... twice|late|slow|wrong|blank|missing
        grumble|grumbles|grumbling
        silly
        invoice|charge|line|item .. # .. too|instead|more
        billed|charged|invoiced for|# .. instead
        overcharged|overbilled|misbilled
        charged|billed|invoiced .. wrong|twice|too|double|for
        invoice|bill .. wrong|twice|too|incorrect|mistake|error
        double billed|charged|billing
        can't|cannot .. change|add|edit|see|set|rename|assign .. address|user|users|location|locations|role
        can't|cannot .. change|add|edit|see|set|rename|assign .. field|name|colour|filter|person|owner
        # @minutes .. a|per|each|every|daily|day|morning|extra|of
        # extra? clicks|click
        few|couple|some minutes|clicks|seconds|extra
        few|couple of? minutes|clicks|seconds|times
        occasionally|sometimes|seldom|rarely
        now and then
        once in a while
        from time to time
        every now and
        one|single user|person|colleague|customer|screen|field|column|machine|laptop
        only her|him|one|me|two|three
        just him|her|one|me|two
        # of them|the .. users|people|colleagues|team
        annoying|annoyance|annoyed|irritating|irritated|irritation|nuisance|inconvenient
        inconvenience|awkward|clumsy|fiddly|tedious|untidy|grubby
        a bit|little|tad slow|late|annoying|awkward|clumsy|slower
        twice each|every morning|day
        too many mails|emails|notifications|pings|alerts|reminders
        mail|email|notification every time
        old|previous|wrong phone|number|address|name|title|date|logo
    """,
    # A question, a wish, something cosmetic.
    "trifle": """
        menu|column|button|buttons|tab is|are|sits|moved .. now|left|right|top|bottom|other|place
        panel|sidebar|navigation is|are|sits|moved .. now|left|right|top|bottom|other|place
        new|changed|different design|look|layout|colours|menu|navigation
        need|needs|want|wants|would|asked|ask|asks|like|likes ... rights|access|login|seat|seats|licence|user|account
        need|needs|want|wants|would|asked|ask|asks|like|likes ... certificate|report|copy|statement|agreement
        need|needs|want|wants|would|asked|ask|asks|like|likes ... document|documents|export|template|invoice|link
        need|needs|want|wants|would|asked|ask|asks|like|likes ... list|session|intro|demo|slides|webinar|training
        customer|client|she|he|they want|wants|wanted|need|needs|needed|asks .. our|a|an|the|to|for|if|how|whether
        customer|client|she|he|they asked|requests|requested|would .. our|a|an|the|to|for|if|how|whether
        asks|asked|ask|asking|wonders|wondered|question .. if|whether|how|what|when|where|why|about|for
        question|questions was|is|were|are
        how to
        may|can|could|are they|he|she|we .. use|get|have|add|connect|share
        status page
        audit folder|file
        intro|introduction session|call|training
        data processing agreement
        soc|iso|insurance|security report|certificate|certificates
        unhappy|upset|angry|shouted|livid|mad .. about|because|over .. menu|colour|font|column|layout
        unhappy|upset|angry|shouted|livid|mad .. about|because|over .. look|design|button|icon|logo
        reinstall|reinstalled
        cosmetic
        logo|logos
        colour|color|colours|colors|font|fonts|typeface|typo|typos|spelling|wording|icon|icons|layout
        alignment|shade|banner|stretched|pixelated|misspelled|misspelt|rounded|greeting|footer
        dark mode
        could|can|might it|there .. have|be|get|show ... as|on|in|with|an|a
        @cannot find
        can't|couldn't|cannot find .. button|export|menu|setting|report|page|anymore|where
        where .. find|change|is|do|are|can|get
        how|where do|does|can|to|could|would|should|one .. i|we|they|she|he|one|change|set|export|add|find|use|get|do
        asked|asks|asking|wanted|wants|wondered|wondering|wonders|curious|remind .. how|where|whether|if|which|what|why
        small|little|quick|short|simple|general question|questions|wish|request|ask|thing
        small|little|quick|short|simple|general favour|favor|one|matter|matters
        question|questions about|on|regarding|for|concerning|re
        has|have|had|just|only|with|usage|another a? question|questions
        want|wants|wanted|like|likes|liked|wish|wishes .. on|instead|rather|back|different|bigger|smaller|sorted|moved
        prefer|prefers|preferred|love|loves .. on|instead|rather|back|different|bigger|smaller|sorted|moved
        would|they'd|she'd|he'd|we'd|i'd rather|prefer .. have|the|a|an|to|it|if|us
        would|they'd|she'd|he'd|we'd|i'd like|love|appreciate the|a|an|our|it
        would|they'd|she'd|he'd|we'd|i'd like|love .. to have|see|get|be|use|change|move|rename|add|approve
        feature|enhancement request|requests|wish|wishes
        wishlist|wish list
        nice to have
        would|it'd be nice|lovely|great|good|handy
        need|needs|want|wants|like|asked|asks .. training|onboarding|refresher|webinar|workshop
        questionnaire|questionnaires|survey
        documentation
        wish|question .. roadmap
        column|columns moved|order|on|to
        moved|moving .. column|button|menu|tab
        digest|newsletter
        badge|theme|avatar
        certificate|report|document|statement|copy of the? .. for|please
        new starters|joiners|colleague|hire|hires
        add|adding|remove|removing .. user|users|seat|seats|licence|licences|license|colleague
        holiday|vacation notice|calendar|message
    """,
    # Somebody of the customer's cannot do what they do otherwise.
    "unable": """
        @cannot be? @does
        can|could not be? @does
        @is|been unable to @does
        not able to @does
        @nobody|no ... can|could be? @does
        no .. can|could be @does
        @nobody|no .. @is able to @does
        without being able to @does
        prevented|keeps|stops .. from working|using|opening|logging|sending|selling|booking|seeing|entering
        # .. of|out .. # .. can't|cannot|couldn't|fail|fails|failed|fall|refuse|report|show|missing|dead|down
        # .. of|out .. # .. not|n't|never .. @does|working|reading|reached|activated|loaded|sent|arrived|printed
        no longer @does|possible|works|arrives|arrive|shows|show|reaches|sends|prints|syncs|opens|loads
        @refuses .. every|all|any|new|everything|anything|each
        no .. prints|print|loads|arrives|arrive|opens|starts|leaves|leave|goes|rings|reaches|answers|saves|syncs
        not|n't|aren't|isn't|weren't|wasn't|never .. transmitted|delivered|forwarded|received|processed|booked|collected
        not|n't|aren't|isn't|weren't|wasn't|never .. executed|credited|dispatched|released|registered|generated|issued
        loses|lost|lose # .. of
        shifted|scrambled|swapped|off by .. digit|digits|column|columns|row|rows|one|line
        @refuses .. card|cards|payment|payments|login|logins|entry|file|files|order|orders|upload|uploads|call|calls
        stopped|stops talking|answering|ringing|reporting|reading|scanning|responding|communicating|listening|measuring
        stopped|stops taking|accepting|selling|receiving|delivering|counting|logging|charging|issuing|connecting
        @cannot be called|heard|seen|changed|reversed|undone|built|made|told|moved|served|met|done|matched|verified
        not|n't|never|haven't|hasn't|didn't|isn't|aren't|nothing .. come|coming|arrived|moved|changed in|since|through
        no|not picture|image|stream|entry|a .. on|for|in|at any|all|either
        not|n't|never been able to @does
        don't|doesn't|do|does|did|didn't not? know .. which|where|who to|they|whom|room|route|stop|bed|farms|gate
        pour|poured|pouring|dump|dumped|dumping away|down|out
        left on|at|in the apron|quay|yard|ramp|dock|platform|pavement|street|field|corridor|gate
        blank|white|empty|black page|screen|pages|screens
        try again
        without access
        grounded|quarantined|crippled|paralysed|paralyzed|disabled
        was|were|been|is|are suspended|deactivated|switched|shut|cut|taken off?
        calls|callers|caller ... drop|drops|dropped|lost|cut|beep|engaged|busy
        drop|drops|dropped .. calls|callers
        rings|ring .. out|nowhere|empty
        @is .. silent|dark|empty|dead|frozen
        froze
        doesn't|don't|didn't|do|does|did|won't not? release|trigger|ring|unlock|respond|react|answer|turn|light|engage
        stay|stays|stayed|remain|remains|remained locked|shut|dark|silent|closed|empty|grey|offline|red|frozen
        been|gone|went|turned|all grey|dark|silent|offline|dead .. since|for|now|on|at|after
        nobody|none|noone may|can enter|leave|work|use|pass|ride
        no alarms|signal|temperatures|readings|data|heat|water|light|power|calls|picture|sound|dial
        building|site|school|shop|ward|hall|floor|floors|centre|center shut|shuts|closed|evacuated
        sit|sits|sitting|stood|stand|standing|left idle|around|waiting|stranded
        could not|never @does .. button|it|them|anything|either
        @does .. could not
        greyed|grayed out
        gone|went|switched|back|down to|on paper
        half|third|quarter|most|% of .. @people|@work|members|calls ... can't|cannot|not
        half|third|quarter|most|% of .. doors|devices|sensors|beds|seats ... can't|cannot|not
        half|third|quarter|most|% of .. @people|@work|members|calls|doors|devices|sensors|beds|seats ... fail|drop|lost
        half|third|quarter|most|% of .. @people|@work|members|calls|doors|devices|sensors|beds|seats ... don't|never
    """,
    # Something of a person's or a customer's stands where it does not belong.
    "exposed": """
        to the wrong families|people|persons|customers|patients|tenants|parents|recipients|clients|employees|members
        got|get|gets|received|receive|saw|see|sees|opened|opens .. someone|somebody|anyone else's
        got|get|gets|received|receive|saw|see|sees|opened|opens .. other people's|employees'|customers'|patients'
        got|get|gets|received|receive|saw|see|sees|opened|opens ... of|from another .. person|employee|customer|patient
        letter|letters|mail|mails|chart|file .. of someone|somebody else
        record|records|data|payslip|payslips|results|details .. of someone|somebody else
        from|of|for|to a|another different|other|wrong patient|person|customer|pupil|employee|tenant|family|guest|member
        different|wrong|other patient's|patient|person's .. chart|file|data|name|record
        different|wrong|other employee's|customer's|child's|family's .. chart|file|data|name|record
        # files|records|documents|rows|contacts downloaded|copied|taken|exported|deleted|encrypted
        admin|privileged login|access|account|password .. from|used|by
        from an? address|ip|country .. in|where|nobody|unknown
        ex-employee|ex-employees|ex-colleague|ex-contractor|leaver|leavers .. could|can|still|had|has|was|logged|used
        former|departed|dismissed|previous employee|staff|contractor .. could|can|still|had|has
        former|departed|dismissed|previous consultant|colleague|admin .. could|can|still|had|has
        former|departed|dismissed|previous employee's|contractor's account|password|login
        former|departed|dismissed|previous consultant's|colleague's|admin's account|password|login
        wonder|wonders|unclear|unknown what|whether .. took|taken|copied|seen|downloaded|read
        found .. on|in .. search engine|google|internet|web|online
        link|share|folder|page|document was|were|is|are .. public|open|unprotected
        sessions|session .. stay|stays|alive|open|active|running
        screenshots .. chats|chat|online|social|internet|twitter|facebook
        personal|private|salary data|details|letters|records .. out|sent|released|visible|public|open
        medical|health|bank data|details|letters|records .. out|sent|released|visible|public|open
        someone|somebody|everyone|anybody|anyone|nobody else's data|file|files|letter|letters|payslip|record|records
        someone|somebody|everyone|anybody|anyone else's salary|account|name|documents|details|results|invoice|address
        strangers|outsiders|competitors|public .. can|could|may .. see|read|open|download|view
        visible|open|readable|accessible to .. everyone|everybody|anyone|all|strangers|outsiders|public|others|wrong
        logged in .. from|with .. abroad|overseas|unknown|foreign|stolen|former|old
        intruder|intruders|hacker|hackers|attacker|attackers|stolen|breached|phished
        overseas|foreign|unknown|strange|unfamiliar address|login|logins|device|ip|session|sessions|country
        session|sessions|account|accounts|login|password|token|key .. stolen|hijacked|compromised|leaked|misused|abused
        left the company .. still|used|access|login|account
        leaked|leak|leaks|misdirected|mixed up
    """,
    # Money or goods are lost already, or others pay for it.
    "damage": """
        cost|costs|costing|lost|lose|loses|losing .. them|us|him|her .. #|money|thousands|customers|grand|business
        lost .. approx|about|around|some|roughly # .. fish|birds|cows|pigs|plants|animals|litres|tonnes|boxes|kilos|eggs
        lost # .. fish|birds|animals|plants|litres|tonnes|orders|customers|sales|guests|members|bookings
        # .. a|per|each|every day|night|hour|shift .. lost|gone|extra|cost
        charge|charges|charging|charged|bill|billing .. waiting|storage|demurrage|penalty|fine|fees|late|detention
        penalty|penalties|fined|fines|demurrage
        waiting|late charges|charge|fees|fee
        # .. cancelled|cancellations|refunded|walked
        first|more cancellations
        nearly|almost tipped|crashed|fell|fallen|collided|drowned|died|burned|exploded|hurt|injured|hit|crushed
        stopped|stop|cease|ceased|suspended .. lifting|flying|selling|driving|teaching|operating|serving|working|trading
        guests|patients|customers|members|passengers .. walked|left|gave|cancelled
        thrown|throw|throwing|threw .. away|out
        spoiled|spoilt|rotting|rotten|written off|perished
        handed in her|his|their notice
        wrong houses|house|patient|blood|dose|address|addresses|route|aircraft|crew|drug|medication
        double|duplicate|twice payment|payments|paid|transfer|transfers
        overbooked|double-booked
        payment|payments|batch|transfer|transfers|invoice|salaries|debit ... twice
        unrecovered|unaccounted|irrecoverable
        in|remain|remains|still excess|outstanding|missing|owed
        consequential|entire|total|whole loss|losses|damage
        overdraft|insolvent|bankrupt
        approx|approximately|around|about|some|roughly # .. per|a day|week|hour|night
        patient|safety|serious incident
        an allergic|anaphylactic
        lost|losing|loses|miss|missed|misses .. slot|slots|tender|deal|deals|contract|contracts|harvest|season|delivery
        missing .. # k|thousand|million|euros|pounds|dollars
        someone|somebody|we|they will miss|die|get hurt
    """,
    # The notes speak of a great deal at stake now.
    "grave": """
        all # .. @place|sites|stores|shops|schools|branches|clinics|vessels|beds|buses|lines|restaurants|countries
        every .. site|store|shop|branch|school|clinic|ward|line|customer|patient|caller|train|flight
        evacuate|evacuated|emergency services|fire brigade|ambulance|ambulances
        press|journalists|newspaper .. at|conference|asks|asking|calling|phoned|release
        faces|face the press
        peak week|weekend|season|day|hour
        busiest|biggest|most important .. week|day|weekend|season|month|night
        black friday|week|weekend
        legally|by law .. can't|cannot|must|may|obliged|required
        we|they|it|everything is|are drowning|desperate|finished|bleeding
        last resort
        catastrophic|disastrous|crisis
        till|until ten|eleven|midnight|late .. at? .. night|evening|every?
        till|until|past midnight
        round the clock
        day and night
        won't|not|can't|never .. finish|finished|make|done|through ... by|before|until|in|time
        two|three thirds|quarters through by
        overtime
        at the|this pace|rate
        72 hours
    """,
    # It does not work as it should, but nothing says how much hangs on it.
    "troubled": """
        not|n't|never|isn't|aren't|hasn't|haven't .. picked|picking|show|showing|match|matching|sending|updating
        not|n't|never|isn't|aren't .. refreshed|synced|syncing|counted|found|indexed|visible|there|included|reflecting
        doesn't|don't|didn't|does not? find|show|pick|count|update|remember|recognise|recognize|follow|send|list|sort
        misses|omits|ignores|loses|forgets|swallows|garbles|duplicates|repeats|mangles|scrambles|swaps
        twice|doubled|doubles|duplicate|duplicates|double|thrice
        sometimes|occasionally ... twice|not|wrong|late|blank|missing|empty
        disappears|vanishes|flickers|jumps|resets itself?
        wrong|old|outdated|previous|last year's .. one|name|names|address|number
        wrong|old|outdated|previous|last year's .. figure|price|date|version|template|person
        wrong|false|misleading|garbled|mixed
        stale|out of date|sync|step
        shows|show|showing|displays|prints|lists|says .. yesterday's|zero|nothing|old|twice|instead|wrong
        off by
        too low|high|late|early|many|few|slow|short|long
        error|errors|exception message|page|code|for|when|in|on|every
        hides|hidden|cut|cropped|overlap|overlaps|overlapping|shifted|misaligned
        not|isn't|aren't right|correct|complete|current|accurate
        nightmare|headache|mess|pain|chaos|hassle
        stopped|no longer|not any more|anymore
        go|get|gets|got|come|comes|came|arrive|arrives|print|prints|printed|sent|goes .. without
        lack|lacks|lacking
        null|undefined|nan|placeholder|placeholders|gibberish
        look|looks|looking .. up in|on|by|each|every|one|the|them|elsewhere
        mixes|mixed|jumbled|unsorted|unreadable|illegible|tiny
        land|lands|landed on|in|with .. wrong
        logs|log|kicks|throws|signs|signed|logged .. people|them|users|her|him|everyone|staff|nurses|teachers .. out
    """,
    # Somebody is at work on a fault, whatever it is.
    "handled": """
        reproduced|reproduce|reproducible|restarted|rebooted|rebuilt|reindexed|reinstalled|resynced|rerun|redeployed
        power-cycled|power-cycling|rolled|rollback|hotfix|patch|patched|workaround
        logs|log .. asked|sent|requested|files|uploaded
        root cause
        since|after|by .. update|upgrade|release|migration|merge|switch|change|firmware|deployment|maintenance|patch
        began|begins|started|starts|broke|happening|happens since|after|on|around|when|again|with
        hotline|on-call|emergency line
        carrier|firmware|gateway|controller|relay|index|backup|restore|outage|incident
        opened|logged|raised|reported .. case|ticket|fault|defect|bug|incident
        case|ticket no|number|id
        first reported
        still the? same|broken|there|open|down|happening
        told|promised .. three|four|several|many times
        third|second|fourth|fifth time
        slipped|slips|slipping
    """,
    # How many it hits, or how often.
    "scale": """
        # .. a|per|each|every day|week|night|month|shift|hour|morning
        # .. of .. #
        # .. @people|@place|@work|households|members|vans|rooms|beds|calls|devices|accounts|pages|families|flights
        half|third|most|majority of
    """,
    # It is happening now: the notes count in hours.
    "acute": """
        since .. # am|pm|o'clock
        since|from early? this|last morning|night|midnight|noon|dawn
        since midnight|noon|dawn|dusk|yesterday|tonight
        tonight
        today at|by|before|until #
        hours|hour|minutes ago
        within the hour
        right|just now
        as i|we write|speak
        called|rang|phoned|texted|mailed|tried .. # times
        rings|rang|texted|called|calls|woke|waking|wake .. private|mobile|home|night|people|up|bed
        weekend|night|sunday|saturday duty|shift|list|rota|on-call
        whole|entire|all .. weekend|night|morning
        at|before|until|by lunch|lunchtime|noon
        emergency
    """,
    # What nobody outside may know.
    "sensitive": """
        diagnosis|diagnoses|salary|salaries|payslip|payslips|passport|passports|disability|medication|allergy|allergies
        bank|card|health|medical|patient|insurance|tax|criminal|adoption data|details|number|numbers|records|record
        data protection|officer|breach
        dpo
        written|formal account|explanation|statement|apology
        personal|private data|details|address|addresses|information
        spoofed|phishing|suspicious|unauthorised|unauthorized|intrusion
    """,
    # The customer can bear it.
    "bearable": """
        can|could live with
        not .. dramatic|serious|critical|tragic|terrible|catastrophe|disaster|drama|blocker
        more of a .. than
        it's|is|that's okay|ok|fine|bearable|manageable|tolerable|cordial|alright
        no|not .. loss|harm as|such
        bearable|manageable|tolerable|harmless
        copes|cope|coping|managing .. fine|well|somehow|with
        few|handful|couple .. a|per|each|every day|week|month
        # minutes|mins|min .. per|each|a|every
        # extra|more minutes|mins|min|seconds|clicks
        # minutes|mins|min she|he|they says|say|reckons|guesses
        small|little|minor .. embarrassment|annoyance|job|thing|issue|bug|flaw|glitch|nuisance|matter
        minor|trivial|petty|tiny
        merely|only|just .. annoying|annoyance|embarrassing|nuisance|inconvenient|ugly|stupid|silly|odd
        only|just stupid|silly|ugly|annoying|odd
        usage|everything|rest|otherwise|platform .. fully|all normal|fine|well|ok
        browsing|everything|rest|else .. works|work|fine
        no one is|was refused|hurt|turned
        embarrassing|embarrassed|embarrassment|displeased
        smiled|laughed|joked|laughing|polite
        bit|tad .. odd|untidy|confusing|displeased|puzzled
    """,
    # It is one person's matter.
    "one_person": """
        the only one|person|user .. using|uses|who|that|affected|with
        only one|him|her .. using|uses|affected|user|person|notices|sees
        only|just affects|affected him|her|one
        only|just for|with him|her|me|one
        nobody|none|noone|no-one else
        no one else
        one person's|man's|woman's
        drives him|her|me up|mad|crazy|nuts
        seasick
    """,
    # Certain signs of a question, a wish or a matter of looks.
    "cosmetic": """
        cosmetic
        logo|logos|colour|color|colours|colors|font|fonts|typeface|typo|typos|spelling|wording|icon|icons|theme|shade
        dark mode
        wishlist|wish list
        nice to have
        curious|curiosity
        small|little|quick|short|simple|general question|wish|request|favour|favor|thing
        how|where do|does|can|could|would|should|to .. i|we|they|she|he|find|set|change|see|export|add|get
        slides|deck|webinar|recording|brochure|badge|newsletter|digest
        training|refresher|workshop|walkthrough|session|intro .. for|in|on|with|next
        discount|certificate|statement|questionnaire|glossary|agreement
        new starter|joiner|starters|joiners|colleague|hire|seat|seats|user|users|login
        no|not .. product problem|problems|issue|issues
        nothing .. open|broken|wrong|else
        no complaints|problems|issues|trouble
    """,
    # The notes say that business goes on.
    "goes_on": """
        production|business|work|operations|service itself? is|are|was unaffected|unharmed|normal|fine|untouched|running
        everything|sales|trading|teaching|care itself? is|are|was unaffected|unharmed|normal|fine|untouched|running
        works|work|continues|continue|runs|run|running normally|fine|well|smoothly|unaffected|undisturbed
        everything|all works|runs|working|running
        no|without harm|damage|loss|losses|consequences|effect done?
        nothing lost|missing|broken|affected|is|was lost?
        works well for
        ops|operations|teams .. run|runs|running|work|works fine|well|normally|on
        no technical|open|functional issue|issues|problem|problems
        not affected|impacted|disturbed
        unaffected
        @nobody .. is|are|was|has .. blocked|affected|complained|noticed|waiting|stuck|harmed|bothered
        no one .. is|are|was|has .. blocked|affected|complained|noticed|waiting|stuck|harmed|bothered
        no traveller|customer|guest|patient|client|user|one .. has|have .. complained|noticed
        never|not|n't|didn't|hasn't|haven't|doesn't even? noticed|notice|affected|affect|affects|bothered
        never|not|n't|didn't|hasn't|haven't|doesn't even? bother|hinder|hinders|disturb|matter|hurt
        not .. hinder|affect|disturb|stop|block .. work|us|them|our|their|business|operations|anything|anyone
        no disturbance|disruption|impact|effect|harm|consequences|consequence|damage
        no .. records|data|orders|money|transactions .. missing|lost|wrong|affected
        no real|business|operational|visible|noticeable|practical impact|effect|disruption|harm|consequences
        work|business|everything|operations .. goes|go|going|runs|running on|as|normally|normal|usual|smoothly|anyway
        work|business|everything|operations .. carries|continues on|as|normally|normal|usual|smoothly|anyway
        day-to-day|office .. goes|go|going|runs|running|carries|continues on|as|normally|normal|usual|smoothly|anyway
        goes|go|going on as ever|usual|before
        business as usual
        not .. dramatic|serious|critical|tragic|bad|big
        not|no .. big|real|huge problem|issue|deal
        no biggie
        changes|change nothing
        all|everything is right with
        users|people|teams|staff work|working with it
        is|are .. fine by now
        rest .. don't|doesn't use
        so it changes nothing
    """,
    "no_way_round": """
        no fallback|paper|manual|offline|alternative version|channel|way|system|process|option|mode
        no spare|backup|other|second version|channel|way|system|process|option|mode
        no fallback
        nothing else|instead .. works|can|possible
        not by hand|phone|manually either
        @cannot ... by hand|phone|paper|manually
        has|have|is|are no other way|ways|means|option|system|channel
        tried ... does|did|doesn't|didn't|won't|not load|work|help|go|either
        no|without|any|zero|other|another|alternative .. workaround|workarounds
        no .. way|ways round|around|out|in|else|through
        no other|second|alternative|good|real|sensible way|ways|route|option|option|path|method
        no alternative|alternatives|fallback|plan|backup|substitute|options|choice
        @not .. @is .. workaround|alternative|fallback|way|option
        @cannot .. be|do|work|enter|process|type|fix|bypass|get|route .. manually|around|round|otherwise|by hand
        found|find|see|know no way|workaround|alternative
        nothing|no .. else .. works|helps|helped|possible|can
        nothing they|we|she|he can|could do
        tried the old|manual .. rejects|rejected|refused|doesn't|fails
        manual|manually .. isn't|not|impossible|can't|cannot|won't|doesn't|broken
        impossible .. by hand|manually|otherwise
        won't|can't|cannot|doesn't|don't scale|carry|cope|hold|get that out
        not .. feasible|possible|practical|realistic
        so .. no .. not really
        so no not really
        no not really
        there's|is no going back
    """,
    "hard_way_round": """
        write|writes|wrote|written|note|notes .. on paper
        key|keys|keying|type|types|typing|enter|enters .. in|them
        retype|retypes|convert|converts .. by
        walk|walks|walking .. rounds|round
        people|person|temps|staff|clerks .. key|type|enter|copy|correct .. in|them|each|all|everything
        corrects|correct|correcting .. each|every|manually|one|all
        two|# days work|of work
        by hand
        manually
        on paper
        one by one
        workaround .. hurts|painful|slow|tedious|costs|takes|adds|hard|clumsy|ugly|not|barely
        as a workaround
        # temps
        temps hired
        start|starts|starting at .. in the morning
        work|works|working round|around .. by|with|it|manually|hand
        makeshift|stopgap|interim|temporary|temporarily|provisional|provisionally
        in the meantime .. can|they|she|he|by
        for now .. they|by|using
        spreadsheet|spreadsheets|excel
        split|splitting|splits
        phones|phoning|ringing|calling|rings|calls .. each|every|around|round|dealers|patients|customers
        printed|print copy|out|it|them
        take|takes|took|taking .. on paper
        by phone|fax|mail|email|telephone|courier|radio
        hired|hire .. temps|staff|people|students
        extra temps|shift|people|staff
        portal one by
        retype|rekey|retyping|rekeying|copy|copying
        moves|move|moving|moved .. over? by hand
        start|starts|starting at|from # in the morning
    """,
    "easy_way_round": """
        books|uses|opens|takes|creates .. second|another|other|colleague's .. as|instead|phone|browser|course|one
        books|uses|opens|takes|creates .. different .. as|instead|phone|browser|course|one
        uses|use .. colleague's|other|old|web|desktop
        refreshes|reloads|restarts
        moved his|her|their meeting
        reset|switch|switched it|them back
        workaround|work-around .. works|fine|easy|simple|ok|okay|good|well|acceptable|in|available|exists
        workaround|workarounds .. is|use|using|for|by|with|via|in
        there's|has|have|found|got a|an|one|the|some workaround|workarounds
        there is|are|was a|an|one|some workaround|workarounds
        there's|has|have|found|got a|one way round|around
        there is a|one way round|around
        old|previous one|version|file .. back|works|fine|still
        put|use|using|uses|used .. old|previous|other .. one|file|version|template
        just|simply|can|could|they|she|he|i|we .. deletes|delete|close|closes|ignores|ignore|reload|reloads|refresh
        just|simply|can|could|they|she|he|i|we .. refreshes|restart|restarts|clicks|switch|switches
        colleague|colleagues cover|covers|covering|does|do
        can|could|can still|still .. use|using|do|pull|download|access|export .. instead|herself|himself
        can|could|can still|still .. use|using|do|pull|download|access|export .. themselves|old|other
        can|could|can still|still .. use|using|do|pull|download|access|export .. another|directly|web
        can|could|can still|still .. use|using|do|pull|download|access|export .. browser|desktop|from
        simply moved|uses|use|exports|deletes
        uses|use|using .. instead
        export|exports|download|downloads .. instead|csv|manually
        meanwhile .. use|uses|using|do
        switch|switches .. back|off|on|under|setting
        classic|old view|look|version|layout
        incognito|another browser|different browser
        works|work .. in|on|with|from .. chrome|firefox|edge|safari|desktop|web|browser|mobile
        works|work .. when|if|after .. reload|refresh|restart|log|retry|again
        second attempt|try
        happy|fine|ok|okay|content with the workaround
        can be dragged|changed|switched|reset
    """,
    # What the business of a customer stands on; with it, a process that is held up counts for more.
    "core_business": """
        payroll|wage|wages
        routes|route|milk|collection|tankers|containers|customs|port|quay
        exams|exam|lessons|pupils|students
        alarms|emergency|patients|residents|carers
        guests|tables|rooms|check-in
        flights|crew|drivers|fleet
        contracts|revenue recognition
        regulator|authority|bank
        parcels|web shop|webshop|storefront
        claims|policies|loans|trades|settlement
        calls|hotline|switchboard
        records|inspections .. ships|sign
        payroll|wages|salaries|payslips|payments|payment|paid
        pay run|day|file
        bank file|cutoff|deadline
        orders|order|checkout|shop|sales|sell|selling|bookings|booking|tills
        dispatch|dispatchers|deliveries|delivery|shipping|shipments|trucks|vans|labels|pallets|picking|warehouse|loading
        production|factory|plant|line
        patients|appointments|admissions|prescriptions|trays|residents|surgery
        dealers|suppliers|passengers|flights|trains
        invoicing|month-end|tax filing|closing
        half|most|part of what they|our|their
        stream|streams|streaming|broadcast|broadcasts|kickoff|premiere|performance|matinee|concert|match|derby|festival
        cargo|freight|airway|vessel|vessels|berth|apron|ferry|ferries|rail|tram|bus|buses
        cows|herd|milking|harvest|feed|feeding|irrigation|greenhouse|fish|cold|temperature|temperatures
        samples|blood|lab|theatre|ward|wards|nurses|doctors|drug|medication|prescription|prescriptions
        ballot|election|votes|voters|census|benefits|permits|applications|hearing|hearings
        ambulance|ambulances|crews|crisis|999|112|dispatch
        doors|door|lifts|lift|elevator|elevators|locks|access|alarm|stairwell
        donations|tickets|box|admissions|campaign|campaigns
        # % of .. volume|orders|revenue|sales
    """,
    # Something is to begin on a day, and depends on this.
    "launch": """
        go-live|launch|rollout|cutover|opening
        go|goes|going|gone live
        roll out
        launch day|date
        start of term|school|season
    """,
    # It broke before, and runs at the moment.
    "runs_now": """
        it's|it|everything|they|they're been? running|working|up|back|stable|fine now|again|since
        all|portal|system|service been? running|working|up|back|stable|fine now|again|since
        is|are|has|have been? running|working|up|back|stable now|again|since
        back up|online|since
        each time .. fixed|back|restored|came
        has|have been stable|running|up|fine since
        runs|works|running|working now|again|since|today
        was|were fixed|back|restored .. in the end|same|later|after
    """,
}
