"""CSM capability: what the solution takes, and who holds it.

Facts about the CSM count only in words of the CSM or a colleague; "I can't" in a customer's mail is theirs.
"""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, str]] = {
    # The CSM can solve it alone.
    "solves_alone": """
        will|i'll tell|show|remind|point him|her|them
        changed|fixed|set|uploaded it|them|this in|from|on|for
        uploaded|changed|corrected|reset it|them this|today|just|already
        i changed|reset|corrected|uploaded|fixed|set|adjusted|updated|switched|added|removed
        showed|show|shown|told|taught|explained|walked him|her|them how|where|what|to|through|it
        showed him|her|them
        sending|send|sent|emailing .. today|now|tomorrow|over|them|it|link|after|both
        i'll|i'm|i|will send|share|forward
        corrected|fixed|changed|removed|added|granted .. it|them|this|one|myself|just|now|already
        adjusted|restored|switched|updated|solved .. it|them|this|one|myself|just|now|already
        i|i've ... corrected|fixed|removed|granted|adjusted|resolved|sorted
        doing it|this|that after|now|today|tomorrow|myself
        i|i'll|we'll|will|i'm|just|did|i've .. @send .. @guide
        @send|sent him|her|them|it|over .. @guide
        @send|sent .. a|the|two|our|some|new .. @guide
        i can|could|will|did|i'll set|change|upload|fix|add|do|convert|reset|switch|adjust|remove|move|correct
        i can|could|will|did|i'll sort|show|enable|restore|merge|rename|create|configure|turn|handle
        i'll|will set|change|upload|fix|add|convert|reset|switch|adjust|remove|correct|show|walk
        i'll|will enable|merge|rename|create|click|configure|explain|record|resend|rerun
        will|i'll|can just|simply|then set|change|upload|fix|add|convert|reset|switch|show|walk|click|record|resend
        i've|have|i just set|changed|uploaded|fixed|added|converted|reset|switched|adjusted|removed
        i've|have|i just moved|corrected|shown|enabled|merged|renamed|created|explained|recorded
        i|i've have|has|got .. edit|admin|full .. rights|right|access|view|permission|permissions
        i|i've have|got the? rights|right|access|permission|permissions|admin to|for|on|there
        i may|can .. myself
        i'm|am|we're|are|csms allowed|authorised|authorized|entitled to
        can|could|will do|fix|set|change|handle|solve|sort .. myself|ourselves
        booked .. slot|session|training|call
        recorded .. clip|video|screencast|him|her|them
        show|showed|showing|walk|walked|explain|explained|explaining .. him|her|them .. how|where|through|on
        on their|my own signature|authority
        i|i'll|will resend|reissue
        i can|could|may grant|reset|unlock|change|correct|add|enable|extend|send|switch
        i|i've|i'll|i'm|we'll|we've ticked|created|mailed|emailed|rescheduled|reset
        i|i've|i'll|i'm|we'll|we've renamed|resent|unticked|toggled|flipped|reordered
        i|i've|i'll|i'm|we'll just|simply|quickly|also|then ticked|created|mailed|rescheduled
        i|i've|i'll|i'm|we'll just|simply|quickly|also|then reset|renamed|resent|toggled|flipped
        i|i've|i'm have|had|already|since mailed|emailed|ticked|created|rescheduled|reset
        i|i've|i'm have|had|already|since renamed|resent|toggled|flipped|set|sent
        i'll|will|i'm|i can tick|create|flip|toggle|re-send|redo|retype
        i'll|will|i'm|i can regenerate|reorder|rework|swap|upload|draft|print|type
        i'll|will|i'm|can pop|drop|run|hold|do|give|walk|take .. over|by|session|training
        i'll|will|i'm|can pop|drop|run|hold|do|give|walk|take .. demo|half-hour|workshop|through
        i'm|am|i'll|will|be showing|sending|resending|doing|changing|setting
        i'm|am|i'll|will|be running|training|walking|explaining|uploading|adding
        changed|renamed|ticked|toggled|flipped|reset|swapped it|them|that .. while|on|during|there|with|then
        fixed|set|changed|switched the|a|her|his|their|one .. for|while|with him|her|them|on
        ticked|turned|added|corrected|uploaded the|a|her|his|their|one .. for|while|with him|her|them|on
        i've|have the form|template|list|deck|rights
        me - resend|send|fix|change|set|swap|add|do
        action|todo|next|step|task me|mine|on|for .. send|change|set|show|train|fix|call|do|resend|explain
        i|we looked|found .. together|with .. he|she|they was|had|were
        click|clicked|clicking on|from our|my side|end
        a|one click|tick|toggle|flag on|from our|my side|end
        i|we run|ran|gave|did|hold|held .. session|training|demo|walkthrough|call|workshop .. for|with|on
        my|our own admin|console|login|view|rights
        from|in|via|through our|my own? admin|console|template .. page|panel|view|console|screen
        i|i've|i'll|we'll|we've swapped|exchanged|entered|filled|replaced|put .. the|it|them|her|his|in|for
        i|i've|i'll|we'll|we've merged|cleaned|typed|drew|drafted|wrote .. the|it|them|her|his|in|for
        will|i'll do it|that|this
        i|we .. show|shown|showed to? him|her|them
        we|i ticked|clicked|switched|toggled|set
        i|i've|i'll|we've|we'll un-hid|unhid|hid|unlocked|unblocked|granted
        i|i've|i'll|we've|we'll gave|assigned|invited|extended|re-invited|exported|printed
        i may|can|could hand|give|grant|assign|reset|change|unlock .. roles|role|rights|access
        i may|can|could hand|give|grant|assign|reset|change|unlock .. seats|passwords|password|it
        did it at|right|straight|there|immediately
        set it|them|this to .. while|with|for|on
        i|i've|i'll|we'll|we've subscribed|unsubscribed|invited|registered|exported
        i|i've|i'll|we'll|we've shared|filled|prepared|compiled|answered|pointed
        i'll|will|i export|prepare|compile|fill|subscribe|invite
        i'll|will|i register|share|answer|extract|collect|summarise|summarize
        created|subscribed|invited|unlocked|exported|shared it|him|her|them
        told him|her|them to clear|use|click|choose|pick|log|refresh|select|tick
    """,
    # A simple way exists, whoever goes it.
    "simple_way": """
        in # clicks|click|minutes|seconds|steps
        it's|its a theme|tenant|admin|user|profile|template? setting
        my own
        quick|short call|screen|demo|training .. with|to|for .. him|her|them
        documented|described in|on|under
        can be done|changed|set|solved in|by|under|with .. settings|setting|admin|console|minutes|me
        able to do .. myself
        takes|take|took .. me|us .. # .. minutes|mins|min
        # minutes|mins|min .. my|our|me|from|on my|our side|end|part
        two|five|ten|# minutes|mins job|work|fix|thing
        user error
        how to question|issue|thing
        columns|column|setting|it can|could be dragged|changed|set|switched|found|reset|undone
        it's|its|it is|found under|in .. settings|setting|menu|profile|export|reports|preferences|options|>
        under his|her|their|the|personal|your|user profile|settings|preferences
        in his|her|their|your|the profile|settings|preferences
        help centre|center|article|pages|docs|page
        there is|are|there's a|an .. switch|setting|option|toggle
        answer .. question .. from
        matter of .. taking|setting|changing|switching|ticking|minutes
        just|simply needs|need|a|matter .. training|explanation|setting|taking|reset|switching
        within|in my .. authority|remit|limit|rights|permissions|gift
        did it while|on|right
        duplicate|double subscription|subscriptions|subscribed
        subscribed both|twice
        on the trust|help|status page
        on the shared|our drive|folder|wiki
        booked|registered|enrolled|signed|invited him|her|them .. into|for|in|up|on|to
        credit note is|was out|sent|issued
        is|it's|just|only|simply a|one toggle|tick|checkbox|tickbox|click|drop-down|setting|switch|preference|theme
        one|single|small|simple tick|click|toggle|checkbox|switch|setting .. in|under|on
        settings >
        can be changed|set|switched|edited|done .. per|in|under|from|on
        theme|template|colour|color picker|editor
        user|operator|typing|their|own error|mistake|typo
        caps lock
        asks|asked|wants|wanted|wants .. copy|slides|deck|guide|training|recording|template|link|invite
        training session|slot|date|call|hour
        new|another|extra user|login|colleague|account|seat .. for|needs
    """,
    # Only others may decide it or can build it: a release, a code fix, a signature, a contract.
    "surely_above": """
        only .. @boss .. can|may|could|is|to
        only .. legal|finance|security .. can|may|could|is decide|approve|sign|cut
        only .. legal|finance|security .. can|may|could|is lift|allow|authorise|authorize|release
        only the|our .. @boss
        @boss|legal|finance|board alone can|may
        needs|need|takes|requires|wants|require|want .. @boss .. word|signature|approval|decision
        needs|need|takes|requires|wants|require|want .. @boss .. ok|okay|blessing|sign-off|nod
        needs|need|takes|requires|wants|require .. word|signature|approval|decision|ok|blessing|sign-off|nod .. @boss
        director's|cto's|cfo's|ceo's|vp's|leadership's word|signature|approval|decision|ok|blessing|sign-off|nod
        needs|need|takes|requires a|our|the director|vp|svp|cto|cfo|ceo|coo|ciso|cro
        needs product|legal|finance plus|and|or legal|product|finance
        signed|approved|authorised|authorized off? by .. @boss|legal|finance|board
        decided|agreed|released|signed-off|cleared off? by .. @boss|legal|finance|board
        @boss|legal|finance|board .. has|have|must|needs to? sign|approve|decide|agree|authorise|authorize|release|waive
        @boss .. won't|refuses|hasn't|declined|refused .. ship|sign|approve|release|agree|waive
        goes|go|went|up to .. my|our|the @boss
        release|deployment|deploy|rollout slot|window|board|decision|exception|train
        change|release|code|holiday|year-end freeze
        freeze board|exception
        exception .. requested|needed|refused|declined|denied|board|approval
        bypass|override|waiver .. only|authorise|authorize|approve
        needs|need|takes|requires|require|want|wants .. code change|fix|work|release|patch
        code|engineering|product|schema|data-model fix|change is|needed|required|has|must
        fix|patch|change .. in|is the? code|core|engine|schema|firmware
        read|change|touch|fix|rewrite .. code
        needs|need .. hotfix|rollback|patch|migration|redesign|rewrite
        hotfix|patch|fix .. promised|slipped|postponed|pushed|moved|delayed|slips
        can't|cannot|won't|refuse|refuses roll back
        rolling back|rollback .. not|can't|isn't|refused|denied
        decides|decide what goes|gets
        someone|somebody|person|anyone .. who decides|decide
        who is|are|is in charge
        who's in charge
        someone|somebody|engineer|person senior|higher enough
        somebody|someone .. at|on eye|their|his|her level
        somebody|someone|anybody .. with a|the? title|clout|authority|mandate|sign-off|signature
        get hold of .. @boss
        want|wants|would|like|asks|asked .. our|a product|security|platform|engineering|sales? @boss
        demands|expects|insists|need|requests|i'd .. our|a product|security|platform|engineering|sales? @boss
        our security|product|engineering|commercial chief|head|director|officer|vp
        wants|want|asked|asks|demand|demands .. out .. contract|agreement
        out of the|their|our contract|agreement|deal early?
        early exit|termination|release
        release|let them|us|him|her|from|out .. contract
        right to demand|terminate|withhold
        by|under|per the? contract .. credit|penalty|remedy
        penalty|penalties|liquidated .. clause|damages|owed|due
        change|amend|rewrite|reword|renegotiate|reopen|waive|cap .. contract|clause|terms|dpa|agreement|addendum
        redline|redlines|amendment|addendum
        credit|refund|discount|waiver of|over|above .. that|this size|scale|order|kind
        anything|everything|all above|over|beyond|more .. goes|go|needs|need|takes|requires
        more|above|beyond|higher|bigger than|what i|csms|my|our can|may|could|limit|allowance
        i can|may|could give|offer|go|grant|approve .. up? to? #
        product|roadmap decision|call|commitment
        decision|call lies|sits|rests|belongs|is with|at|up
        deletion|forensics|forensic|takedown|revoke|revocation .. security|needs|must|only
        security|infosec|incident|privacy team|officer|chief|lead .. must|has|needs|needed|only|alone
        switched|switch|take|taken|shut|pull|pulled .. off|offline|down ... can't|cannot|not|needs
        notify|notified|notification|inform .. regulator|authority|agency|commissioner|examiner
        out|far|well beyond|above|outside my|our|csm|any csm's? authority|power|powers|mandate|competence
        our management|leadership|executives|executive|director|ceo .. must|should|has|to|needs
        our cto|cfo|cro|coo|lawyers|legal|counsel .. must|should|has|to|needs
        can't|cannot|couldn't be deployed|released|shipped|merged|rolled
        exception .. leadership|management|director|legal|finance
        @boss .. would|must|has|have .. grant|agree|approve|sign|decide|allow
        cap|carve-out|indemnity|liability .. contract|clause|agreement
        terms|contract|agreement|policy .. not|don't|doesn't|forbids|forbid|excludes .. let|allow|permit|cover|provide
        neither i|support nor|or
        is for our|the general? counsel|lawyers|legal|finance|leadership|management|@boss
        can|could|may only be|come|happen .. @boss|legal|finance|engineering|release
        engineering|developers|development|dev .. bridge|war-room|found|fixing|fix|builds|building|rewrite|redesign
        rewrite|redesign|re-architecture|rearchitecture|migration needed|required|necessary|planned
        memory leak|deadlock|race
    """,
    # The request is on its normal way, in its usual time.
    "usual_time": """
        usually|normally|typically .. take|takes|need|needs|within? .. # .. days|day|hours|week
        usually # # days|working
        usually # working|business|days|day
        on request .. usually|normally|#
        adds|add|restore|restores|reload|reloads|do|does|move|moves|grant|grants .. on request
        on request
        turnaround|lead .. # .. days|day|hours|week
        turnaround|sla|target .. says|is|of|time
        # .. days turnaround|lead|notice|sla
        # working|business days
        haven't|hasn't|not|didn't chased|nudged|reminded|followed .. yet?
        i haven't .. chased
        normal|usual|regular|routine|standard|ordinary change|request|ticket|case|stuff
        normal|usual|regular|routine|standard|ordinary procedure|process|order|way|channel
        is|it's|just|purely routine
        within|inside its|the|their usual|normal|stated|quoted .. time|turnaround|window|days|sla
        in|on|at its|the|their usual|normal|ordinary time|way|pace|course
        no|not .. delay|late|overdue yet|so|far
        just at|in|within its usual
        # days .. is|are normal|usual|standard
        does|do|done .. in|within # .. days|day|hours
        only been a few|couple|# days|day
        takes|take them|support|billing|it # .. days
        filed|sent|raised|submitted|opened|logged .. today|yesterday|this morning
        raised|opened|logged|filed|sent|submitted|with|in .. yesterday|friday|monday .. normal|usual|routine|usually
    """,
    # A wish for something that does not exist: somebody else decides whether it is built.
    "feature_wish": """
        wish|wishes|ideas|idea|feature list|board|portal|backlog
        wishlist
        feature|enhancement|product request|requests|idea|ideas
        added|put|noted|logged|filed .. to|on|in|as .. wish|wishlist|idea|ideas|feature|roadmap
        doesn't|does not? exist
        no such feature|function|option|setting
        we|product don't|doesn't have|offer|support|do .. yet|that|this|today
    """,
    # A short answer or confirmation of a colleague is missing.
    "needs_answer": """
        just|only need|needs .. confirmation|answer|confirm|ok|okay|yes|word
        need|needs|waiting .. short|quick|one-line|simple .. answer|confirmation|word|reply
        need|needs .. somebody|someone .. tell|confirm|say
        somebody|someone .. to tell|confirm|say .. me|that|whether|if|us
        check|checking .. with .. colleague|@team
        ask|asking .. @team .. if|whether
        @team .. to|can|could confirm|say|tell|answer
        need|needs .. from .. @team .. confirm|answer|sentence
        told .. i'd|i'll|we'd ask|check
        i'd|i'll ask|check
        question|questions for|to|with .. @team
        not sure whether|if .. allowed|possible|can|covered|included
        don't know whether|if .. allowed|possible|can|covered|included
        forwarded|passed .. question|questions
        questionnaire|questionnaires
        need .. confirmed
        confirmation from
        letter is enough
        quick check with
        waiting for .. confirmation|yes|word|answer
        yes or no
        waiting for|on .. to .. say|confirm|answer|tell
        waiting for|on .. yes|ok|nod|word|sentence|line
        put it|that|this|the question to .. product|legal|compliance|security|billing|support|owner|colleague|team
        asked|ask|asking .. whether|if .. may|can|allowed|possible|counts|covers|covered|included|ok|okay
        one-line|one line|two-line|short|brief answer|confirmation|reply|statement|mail
        all i need|that is .. answer|confirmation|yes|sentence|line|statement
        somebody|someone .. who knows .. say|confirm|tell
        which i think|believe is
        i|we believe|think|guess .. but .. confirm|check|sure|certain
        want|need|like .. in writing .. from
        double-check|doublecheck|check|verify .. with .. product|legal|compliance|security|billing|support|colleague
    """,
    # One normal request to one team brings what is missing.
    "needs_request": """
        raised|opened|logged|filed|created|submitted .. ticket|case|request|logs|sample|samples
        have|has|is|put|sent|passed|gave|handed .. ticket|case|request|logs|sample|samples
        ticket .. support|queue|open|normal|with|in|at
        normal|usual|regular queue|turnaround
        @team .. asked|want|wants|wanted|need|needed .. for|logs|sample|samples|more|details|screenshots
        @team ... said|says|promised|agreed|would|they'd|will .. look|check|do|fix|get|answer|this|by|next
        @team .. on it|this
        on it since
        scheduled|planned|slot|booked .. with|for .. @team
        engineer|specialist ... looks|look|looking|checks
        need|needs|requires|require|takes .. someone|somebody .. from|of|in|over @team|the|integrations
        need|needs|requires|require|takes .. one|help|hour|slot .. from|of|in|over @team|the|integrations
        need|needs|requires|require|takes .. someone|somebody|one|help|hour|slot .. from|of|in|over data|platform
        need|needs|requires|require .. @team
        need|needs .. from @team
        someone|somebody from|in|over|of @team|there|integrations|data|platform
        @team .. needs|need|must|to|should|can|could|would .. look|check|switch|enable|do|review
        @team .. needs|need|must|to|should|can|could|would .. run|reset|approve|raise|change|add
        opened|raised|filed|logged|submitted|created .. ticket|case|request
        put|goes|gone .. in .. queue|inbox|backlog
        in .. their|ops|support|the queue
        half an hour
        an hour|hour's of|from|with
        hour of .. time
        switched on|enabled|activated|unlocked by
        @team .. looking|looks|investigating|working into?|on
        specialist|specialists|consultant|architect
        handed|passed|sent|reported .. to|with @team
        request|form .. signed|submitted|queue
        l2|tier 2|second line
        ask|asking|asked .. @team .. for|to|look|about|people
        ask .. people|team for
        i|we can't|cannot|couldn't|cant see|check|judge|read|tell
        i|we .. see .. but can't|cannot read|see|change
        not something i can judge|check|do|see
        whom|who to|shall|i ask
        limit|limits .. per|someone|raised
        write|writing to .. @team|team
        @team people|team|guys
        identity desk
        security inbox
        standard|normal|usual|routine request|ticket|approval|process
        usual turnaround|time|days
        support .. is|are on it
        support has|have .. it|ticket
        case|ticket|request|incident .. is|sits|lies|stays .. with|at .. @desk
        case|ticket|request|card|form # .. with|at .. @desk
        ticket's|case's|it's with|at|in .. @desk
        with|at the? @desk since|now|for
        form is|went|was|goes|sent|in|filled|submitted|filed .. in|off|out|to|on|monday
        form is|went|was|goes|sent|in|filled|submitted|filed .. tuesday|wednesday|thursday|friday|yesterday|nov
        form|request|order .. sent|submitted|filed|made|placed|in nov|#|on|yesterday|today
        form|request|order .. sent|submitted|filed|made|placed|in monday|tuesday|wednesday|thursday|friday
        filled|filed|sent in? the|a form|request|application|order .. in|on|off|to|yesterday|monday|nov
        submitted|handed|put in? the|a form|request|application|order .. in|on|off|to|yesterday|monday|nov
        i|we|just|was made|filed|placed|put|raised|logged|lodged|submitted .. request|ticket|case|card|form|order
        make|made|place|file a request
        @desk .. on|upon request
        @desk .. adds|add|restore|restores|reload|reloads|reissue .. it|that|them|on|in
        @desk .. re-issue|cancel|grant|grants|do|does|handle|handles .. it|that|them|on|in
        only .. @desk .. can|may|could .. re-issue|reissue|cancel|reload|restore|add|reset|move|raise|grant|edit|change
        someone|somebody|person|specialist|expert|colleague .. from|in|of|at .. @desk
        hour|hours|half-day|day|slot of|from|with .. @desk
        raised|opened|logged|lodged|filed|reported|flagged it|this|that on|with|to|at|in|yesterday|the|now
        raised|opened|logged|lodged|filed|reported|flagged with|to|at .. @desk
        @desk|design .. want|wants|need|needs .. sample|scan|scanned|log|logs|header|example|file|id|ids|screenshots
        in their|the @desk? queue
        card|item|entry for it
        done|handled|made|changed|uploaded|issued by .. @desk
        @desk .. have|has it|that|ticket|case|request|card
        @desk .. can|could|would|will .. move|reload|restore|add|raise|fix|correct|reset|re-issue|reissue|change|look
        quota|limit|seat|licence|license|storage .. raise|raising|increase|increased|request|per
        not|haven't|hasn't asked|told .. yet
        i|we put|send|sent|passed|forwarded|handed .. in|on|over|to .. @desk
        put it|this|that in on|with|yesterday|thursday|friday|monday|tuesday|wednesday|today
        open|raise|file|log|lodge|submit|make a|the|one request|ticket|case with|at|for|to
        action|next|todo .. open|raise|file|log|submit|ask|request .. request|ticket|case|team|desk|group
        @desk .. normally|usually|typically
        @desk|template|templates|order|label|print desk
        performance|data|template|templates|print|label|order|migration group|team|desk|people|squad
    """,
    # Others have it, and it does not move.
    "waits_in_vain": """
        no|without|any|never|haven't|hasn't|nobody|still .. answer|answered|reply|replied|response|responded|reaction
        no|without|any|never|haven't|hasn't|nobody|still .. slot|owner|eta|movement|progress|follow-up|callback
        no one|body .. answered|replied|responded|picked|reacted|owns|assigned
        nobody|none .. answered|replied|responded|picked|pick|reacted|owns|assigned|looked|called|touched|looking|calls
        haven't|hasn't|didn't answered|answer|replied|reply .. me|us|since|for|weeks|days
        not answered|replied .. me|us|since|in
        nothing|silence|crickets|quiet since|back|yet|heard|so
        nothing|silence|crickets from @team|@desk|them|him|her|anyone|anybody
        silence
        auto-reply
        auto reply
        automatic|automated answer|reply|response
        out of office
        thumbs up
        in triage
        no name on|against|there
        unassigned
        not|hasn't|isn't .. assigned|picked up
        still|sits|sitting|stuck with|at|in|pending|unanswered|unassigned .. support|line|first|triage|l1|backlog|limbo
        first line
        unanswered
        made|going|getting|went no|nowhere progress|headway
        going nowhere
        @team .. sprint|capacity|backlog .. full|no|booked
        sprint .. full|closed|booked
        no capacity|resources|bandwidth|slot|slots|cover|eta
        no estimate|release|fix date|eta|time
        no engineer|developer|owner|one|body .. yet|assigned|on|so|available
        without an? owner|answer|reply|date|name|assignee
        request|ticket|case ... open|pending|untouched|waiting ... since|weeks|days|owner
        hasn't|haven't|has|have .. replied|answered|reply|answer|responded .. to|my|me|us|since|yet|so
        did|nobody|not|didn't .. replied|answered|reply|answer|responded .. to|my|me|us|since|yet|so
        no reply|answer|response|reaction|feedback|callback
        says|say .. it's .. their|our|your|theirs|ours ... says|say .. it's
        support|engineering|integration ... says|say .. it's|its ... infra|support|vendor|bank|partner says|say
        infra|vendor|partner ... says|say .. it's|its ... infra|support|vendor|bank|partner says|say
        support|engineering|integration ... says|say .. it's|its ... they|it|engineering|other says|say
        infra|vendor|partner ... says|say .. it's|its ... they|it|engineering|other says|say
        been told january|february|march|april|next|later|q1|q2|spring
        says|say they know of? nothing
        acknowledged .. silence|nothing
        each .. says|say|point|points|blames|blame .. other
        nobody|no-one ... picks|answers|replies|reacts|responds|feels|takes
        picks|pick up
        on-call .. not|doesn't|no|nobody|silent
        chased|chase|chasing .. times|twice|again|#
        not before|until next|january|february|the|w
        on leave|holiday|vacation .. no cover|replacement
        no cover
        third|fourth|fifth time .. no|nothing|date|asked
        asked|chased|pinged|reminded|nudged|followed .. twice|again|daily|times|nothing|silence
        chased|asked .. # times
        bounced|bounces|bouncing|pushed|passed .. between|back and
        moved .. to another|other|back board|team|queue|backlog
        pushed|postponed|slipped|slips|rescheduled|delayed|moved .. again|twice|to .. q1|q2|q3|q4|january|next|then
        wrote|says|said monitoring
        monitoring .. as|same|only
        support says|said .. bank|not|browser|customer|theirs|network
        next change window
        in .. next|some window|sprint|release but|not
        ticket .. open|sits|untouched|days|weeks .. without|no|nobody|untouched
        escalated .. no|nothing|without
        ignored
        didn't|couldn't|can't reach anyone|anybody|them|him|her
        left .. message .. nobody|no|nothing
        still waiting for|on|to
        waiting .. weeks|days|since
        # weeks|days without|of silence
        past|exceeded its|the usual|normal
        longer than usual
        overdue response|reply|answer
        asked twice|again
        stalled
        dragging|drags on
        can't|couldn't|cannot|unable get|find|reach|raise .. anyone|anybody|someone|one|somebody|assigned|engineer|hold
        changed|changing hands
        reassigned|re-assigned
        handed|passed|sent|thrown|kicked around|on|along|back .. again|times|twice|between|and
        # different|desks|teams|people .. ticket|case|handled|looked|had
        reminder|reminders|mails|emails|calls|messages .. unanswered|ignored|nothing|silence|answered|without
        unanswered|ignored|untouched|unopened|unowned|ownerless|orphaned|parked|deprioritised|deprioritized
        blame|blames|blaming|blamed our|the|their|each|your|us
        points|point|pointing at|to each|the|our other|another|network|bank|vendor|team
        out of ideas|options
        closed .. as|without .. reproduce|reproducible|solved|duplicate|fix|answer|asking
        re-opened|reopened
        went|gone|go|goes quiet|silent|dark|cold
        slipped|slips|slipping
        promised .. then|slipped|missed|passed|never|now|again|twice
        promised for|by .. not|nothing|passed|missed
        stuck|hangs|hung|hanging in|with|at|between|on
        under analysis|investigation|review .. week|weeks|since|still|third|second
        still|again under analysis|investigation|review|looking|investigating
        # st|nd|rd|th week|time
        third|fourth|fifth|sixth week|restart|attempt|ticket|time
        emailed|mailed|asked|written|called|rung|requested|messaged|posted|begged .. twice|times|thrice
        # times .. asked|no|nothing|same|chased
        no|without|zero pickup|taker|takers|traction|word|news|sign|substance|commitment|result|resolution|cover
        each|every|everyone|everybody desk|team|side|one .. thinks|says|believes|another|other
        one .. thinks|says|sure|swears .. it's|its ... other|one|another
        says|say|said|thinks|swears .. not theirs|ours|their|them|us
        last|latest msg|message|entry|update|comment|word|answer|reply .. was|is|from|on|#|dated|says
        nobody|no-one|noone|none .. will|would|can|could .. say|tell|commit|own|take|give|name
        won't|can't|refuse|refuses|doesn't|not .. give|name|commit|say .. date|eta|when|time
        fell|fallen|fall|lost .. cracks|queue|void
        moved|deferred|postponed|pushed|parked|scheduled to|until|for|till december|january|february|next
        moved|deferred|postponed|pushed|parked|scheduled to|until|for|till q1|q2|spring|later
        next sprint|release|quarter
        on hold
        review .. is|was moved|postponed|cancelled
        has|have|is|been sitting|lying|waiting|open|pending|stuck .. #|for|there|since
        open|unsolved|pending|running since|for .. # .. days|weeks|months
        open since
        autoreply|auto-response|autoresponder|bot answer|reply
        we|i have received your
        said|says looking .. then|and|since|nothing
        monitoring|looking|investigating .. since|for .. # .. days|weeks|hours
        more|over than # .. days|weeks .. no|without|still
        twice|thrice|repeatedly .. no|nothing|without|unanswered
        never got|came|received|heard .. back|answer|reply|anything
        hotline|helpline|phone .. rings|ringing|engaged|no
        heard|hearing|got|getting|received nothing|silence|zilch|crickets
        wandered|wanders|travelled|traveled through|round|around|across # teams|desks|people|hands|queues
        been|passed|went|gone through|round|around|across # teams|desks|people|hands|queues
        gave|given|handed|threw|sent it|that|this|the back
        works for us|me|them
        no fix|solution|repair|date|plan|cure yet|so|in|available|for
        have|has|is|with no fix|solution|repair|plan|cure
        nobody|no-one|none .. owns|own|responsible|charge|feels
        answers|replies|responds|reply|response|answer .. only|evasive|vague|generic|canned|boilerplate
        shrug|shrugs|shrugged
        waiting|waits .. its|their|her|my turn
        deadline|date|promise|eta .. missed|passed|broken|came and
        broken|missed promise|promises|deadline|date
        ping-pong|pingpong|merry-go-round|limbo|standstill|deadlock|stalemate
        ping pong
        @desk|they .. has|have|had not opened|looked|touched|read|started|begun|moved
        @desk|they .. hasn't|haven't|hadn't opened|looked|touched|read|started|begun|moved
    """,
    # What was tried did not help.
    "tried_in_vain": """
        didn't|doesn't|hasn't|without|haven't|not help|helped|fix|work|worked|solve|change|changed
        didn't|doesn't|hasn't|without|haven't|not success|luck|effect|bring|resolve
        did not help|fix|work|change
        no change|difference|luck|effect|improvement|success|better|joy
        makes|made|it no|little difference
        same cut|result|error|problem|behaviour|behavior|thing
        still blank|broken|failing|happens|fails|wrong|the same
        back again after|the
        reset|restarted|cleared|reinstalled .. no|nothing|still|same
        to no avail
        in vain
        without success|effect|luck|result
        keeps coming back
        came back
        restarted|reset|re-published|republished|reinstalled|rebooted .. times|twice|again|but
        re-ran|rerun|resynced|re-synced|swapped|replaced|patched .. times|twice|again|but
        good|worked|ran|fine|held|stable|ok|up for .. # .. hours|hrs|days|day|minutes|hour|weeks
        worked for|until a|an|one|the|# day|hour|while|night|week|days
        falls|fell|goes|went|broke|breaks|failed|fails|dies|died over|down|back|again|out .. again|each|every|next|same
        then|and|but|now|still|are|is the? same again|result|error|thing|before
        restarting|rebooting is|does|did not|nothing
        tried|attempted everything|all|# things|several .. no|nothing|without|none|still
        none of .. helped|worked|worked|did|fixed|changed
        nothing helped|worked|works|helps|changes|changed
        no change|difference|effect .. since|after|so|at
        returned|returns|reappears|reappeared|resurfaced|recurs|recurred|recurring
        back after|within a|an|#|one|two day|week|hour|hours|days
        fix|patch|workaround|restore|rollback .. didn't|doesn't|failed|hasn't .. hold|held|stick|work|help|take|worked
        fix|patch|workaround|restore|rollback .. not|no|broke|reverted .. hold|held|stick|work|help|take|worked
        second|third|fourth attempt|restart|try|restore|fix
        fixed|solved|repaired|closed twice|times|before|already .. back|again|and
    """,
    # Nobody knows why it happens.
    "cause_unknown": """
        nobody|none knows|know .. why|what|how|cause
        no one knows .. why|what|how|cause
        don't|doesn't|can't|cannot|couldn't|not know|explain|tell|say .. why|what|how|cause|reason|that|it
        cause|reason .. unknown|unclear|open
        root cause .. unknown|unclear|open|not|no
        unclear why|what|how
        no idea .. why|what|how|where
        can't|couldn't|cannot|not reproduce|reproduced
        at a loss
        mystery|mysterious|inexplicable
        looks|look right|fine|ok to me|us|on
        cause .. isn't|not known|clear
        not|don't|doesn't|can't .. understand|understands|explain|explains .. what|why|where|how|cause|it|down|out
        cannot|nobody|none|no-one .. understand|understands|explain|explains .. what|why|where|how|cause|it|down|out
        not|don't|doesn't|can't|cannot|nobody|none|no-one .. see|sees|figure|pin .. what|why|where|how|cause|it|down|out
        cause|reason|root|source|trigger .. analysis|investigation|examined|unexplained|guesswork
        cause|reason|root|source|trigger .. theory|theories|mystery|sought|search
        no|without .. explanation|explanations|theory|clue|lead|diagnosis|root|cause
        not|isn't|never .. reproducible|reproduced|explained|diagnosed|understood
        still|keep|keeps searching|looking|hunting|digging .. cause|reason|why|for
        nobody|none|no-one|not|hard .. sure|certain|say|tell|agrees|agree .. what|why|where|whether|which|cause
        comes and goes
        intermittent|intermittently|sporadic|sporadically
        could be|lie .. network|bank|our|us .. or .. their|them|us|ours|network
        random|randomly|pattern .. no|not|can't|pattern|order
        nobody|none|no-one|not .. able|could .. tell|explain|say .. why|what|how|where
        at random
        another|different|own|new|competing theory|theories|explanation|explanations|hypothesis
        # theories|hypotheses|suspects
        reappear|reappears|reappeared at|again|every
    """,
    # It lies outside what the CSM may do or reach.
    "not_mine": """
        @team owns|own|holds|hold .. that|this|it|the
        only .. @team .. may|can|could
        only the ... may|can|could .. do|touch|see|change|restore|approve|release
        may|can only be done|changed|restored|approved|released|fixed .. by
        needs|need|requires|takes a|an new|rollback|emergency|code|database? build|release|rollback|fix|deployment
        needs|need|requires|takes a|an new|rollback|emergency|code|database? patch|restore|migration
        fix needs|requires|takes
        rollback by|of|from
        a|the developer|engineer is on|working|at
        engineering has|have|reproduced|is|are|owns
        confirmed it|this|the .. bug|defect|release|no
        known|confirmed|reproduced bug|defect|problem
        bug .. confirmed|known|reproduced
        can't|cannot approve|authorise|authorize|decide|touch|grant|release|promise
        code change
        hotfix|patch
        production rights|access|database
        prod access|rights|database
        against prod|production
        i can't|cannot|couldn't touch|change|move|fix|decide|promise|grant|approve
        i can't|cannot|couldn't commit|offer|put|access|authorise|authorize
        i can't|cannot|couldn't do|give|sign|speed|force|influence|reassign|raise|open|escalate|prioritise|prioritize
        i|we have|had no|neither right|rights|way|access|authority|say|mandate|power|means|permission|influence|lever
        i've|we've|i'd no right|rights|way|access|authority|say|mandate|power|means|permission|influence|lever
        which|that only .. can|may approve|decide|release|do|change|fix
        waits|waiting for .. someone|somebody|person with .. keys|rights|access|authority
        needs|need|takes|wants a go|ok|okay|signature|approval|window from|which|of|by
        no|lack|lacks|without .. access|rights|authority|mandate|permission|permissions .. for|to|me|us|there|on
        i .. lack|lacks
        not .. allowed|authorised|authorized|permitted|entitled .. to
        not|isn't|aren't my|mine|our call|decision|business|to decide
        above|beyond|outside my|our .. authority|limit|remit|approval|power|reach|rights|access|expertise
        greyed|grayed out .. me|my|us|for
        my role .. can't|cannot|not|doesn't
        needs an|the|a|some? ok|okay|approval|decision|signature|sign-off .. from
        needs|need .. approval|decision|signature|sign-off .. of|from|by .. leadership|director|vp|cfo|someone
        needs|need .. approval|decision|signature|sign-off .. of|from|by .. management|board|legal|finance
        i don't have .. that|it|them|access|rights|authority
        don't|doesn't have .. access|rights|authority|permission|that
        only|just .. @team|they|group|squad|people .. can|could|may touch|do|change|fix|see|access
        only .. group|team|squad who|that|can
        took|taken that|it|them .. away from|last|in
        way to look|get behind
        another squad's|team's sprint|backlog|roadmap
        no access
        no rights
        outside what i|we
        not in my hands|power|gift
        can't|cannot be done|solved|fixed without|by .. engineering|development|code
        needs|need|requires a|an? code|engineering|development|developer|database fix|change|work|team|release
        reproduced .. handed|passed|engineering
        confirmed|reproduced as a? bug|defect
        confirmed .. bug|defect|regression
        engineering .. confirmed|says|said|has|working|need|needs|must
        @team .. confirmed .. bug|defect
        known bug
        way to put anyone|someone
        i|we|csm|csms may|can|must|should not|never
        i|we|csm|csms mayn't|mustn't
        i'm|we're|am|are|csms|csm not|never allowed|cleared|permitted|authorised|authorized|entitled
        not|isn't|aren't mine|ours to .. decide|change|give|fix|move|touch|say|promise|release
        locked|hidden|read-only|closed for|to csms|us|me|csm
        no|without .. rights|access|permission|login|credentials|keys|authority .. there|to|for|on|in
        i've|i|we've|we have|had|got|no|lack|lacking|without no|neither .. rights|access|login
        i've|i|we've|we have|had|got|no|lack|lacking|without no|neither .. permission|keys
        i've|i|we've|we have|had|got|no|lack|lacking|without no|neither .. authority|credentials
        can|could see it|them|that .. can't|cannot|not edit|change|touch|open|move|alter
        i|we|csm|csms can't|cannot|couldn't|can't edit|alter|override|revoke|cut|withdraw|switch|stop
        i|we|csm|csms can't|cannot|couldn't|can't delete|restore|roll|see|lift|waive|sell|unblock|pause
        i|we can't|cannot|couldn't .. do that|it|this|anything|more
        what i|we can't|cannot|couldn't|don't
        neither|nor can|could|may|do i|we
        decision|say|word .. isn't|not|lies|sits|rests|with .. mine|ours|me|us|others|elsewhere|them
        authority|access|key|keys .. isn't|not|lies|sits|rests|with .. mine|ours|me|us|others|elsewhere|them
        run|owned|operated|hosted|maintained|built|controlled by a|our|the .. partner|vendor|supplier
        run|owned|operated|hosted|maintained|built|controlled by a|our|the .. contractor|subcontractor|squad|group
        only they|he|she|those|that|this .. can|may|could
        sits|lies|lives|is|falls in|with|on|outside .. another|other|others|different team|squad|group
        sits|lies|lives|is|falls in|with|on|outside .. another|other|others|different hands|department|unit
        don't|doesn't|didn't have|own|control|hold the|that|this|any .. rights|keys|access|tool|tools|system|say
        beyond|outside|past what|anything i|we|a csm can|may|could|do
        took|taken|withdrew|removed .. access|rights|permission .. from|us|me|csms
        nobody|none on .. account|team|side|floor .. can|could|may|has
        depends|hinges|up|hangs on|to|entirely .. @desk|others|vendor|partner|supplier
        third party|third-party|upstream|vendor's|partner's|supplier's
    """,
    # It takes a decision of leadership, finance, legal, product or security.
    "decision_above": """
        deal desk|finance|legal|pricing|leadership has|have|must|needs|need to? decide|approve|agree|sign
        deal management|director has|have|must|needs|need to? decide|approve|agree|sign
        must|has to|have to decide|approve|agree
        disputes|dispute|disputed|contests ... increase|invoice|charge|fee|price
        want|wants|demand|demands|asks|ask|insist # .. % off|discount|less|reduction
        want|wants|demand|demands|asks ... % off
        not on .. roadmap
        product|roadmap ... not|no .. planned|roadmap|date|plans
        which|that we don't have|offer|support|do
        don't have .. which|yet
        no trust|confidence .. in us|left|anymore
        trust in us
        finance|legal board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have decide|approve|sign
        product board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have decide|approve|sign
        finance|legal|product board|cfo|vp|deal pricing .. must|has to|have to|needs to|would have decide|approve|sign
        engineering board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have decide|approve|sign
        engineering board|cfo|vp|deal pricing .. must|has to|have to|needs to|would have decide|approve|sign
        finance|legal|product board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have agree|confirm
        finance|legal|product board|cfo|vp|deal pricing .. must|has to|have to|needs to|would have agree|confirm
        engineering board|cfo|vp|deal desk|management|pricing .. must|has to|have to|needs to|would have agree|confirm
        leadership|the board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have decide|approve|sign
        leadership|the board|cfo|vp|deal pricing .. must|has to|have to|needs to|would have decide|approve|sign
        leadership|the board|cfo|vp|deal desk|management .. must|has to|have to|needs to|would have agree|confirm
        leadership|the board|cfo|vp|deal pricing .. must|has to|have to|needs to|would have agree|confirm
        finance has to|must|decides
        wants|want|demands|demand|asks|ask|asking|insists .. of? refund|refunds|credit|credits|discount|compensation
        requests|requested|expects|claims .. of? refund|refunds|credit|credits|discount|compensation
        wants|want|demands|demand|asks|ask|asking|insists .. of? reimbursement|money|price|goodwill|exit|waiver
        requests|requested|expects|claims .. of? reimbursement|money|price|goodwill|exit|waiver
        refund|refunds|compensation|goodwill|reimbursement .. of|for|want|demand|request|approval
        full|partial|half refund
        money back
        # back .. plus|and|for
        return of .. fees
        terminate|terminates|terminated|termination
        outside counsel
        lawyer|lawyers|attorney|counsel|solicitor|solicitors
        law firm
        who on our|your side .. decide
        who .. can .. decide|authorise|commit .. money|on
        decision|decide .. leadership|management|above|ceo|cro|vp|director|board
        someone|somebody senior|higher .. must|has|should|needs|with
        needs|need|want|wants someone|somebody .. senior|authority|leadership
        executive|exec sponsor|involvement|attention .. needed|required|wanted|asked
        product .. no date|plans|eta
        product again
        not on the roadmap
        no date|plans|plan .. h1|h2|roadmap|maybe
        contract .. change|amend|amendment|exception|renegotiate|reopen
        renegotiate|renegotiation|price increase|uplift .. want|refuse|reject|dispute|off|back|unacceptable
        disputes|dispute|disputing|contests .. invoice|charge|increase|price|bill|fee|fees|amount|uplift
        refuses|refuse|won't .. pay|sign .. invoice|increase|until|the
        liability|indemnity|damages
        service credit|credits
        one who signs
        claim .. fee|fees|back
        walk without notice
        wants|want|asks|asked|demands|demand .. # .. back|off|refunded|credited|less|compensation|discount
        expects|insists|requests|requested|claims|would .. # .. back|off|refunded|credited|less|compensation|discount
        wants|want|asks|asked|demands .. credit|refund|compensation|discount
        demand|expects|insists|requests|requested|claims .. credit|refund|compensation|discount
        wants|want|asks|asked|demands .. rebate|reduction|waiver|reimbursement|price
        demand|expects|insists|requests|requested|claims .. rebate|reduction|waiver|reimbursement|price
        refuse|refuses|withhold|withholds|withholding|withheld|stopped|won't .. pay|payment|paying|payments|invoice
        disputed|contested|overcharged|double-billed
        price|pricing|contract|licence|license|renewal terms|talks|dispute|negotiation|reduction|concession
        non-profit|nonprofit|special|lower|better rate|price|terms|conditions
        out of scope
        build|develop|write .. for them|this|it|us|feature|function|module
        isn't|not|never on|in the|our|any roadmap|plan|product|scope
        wish|wishes|ask|asks list|feature .. for|request
        has|have lost|losing|lose faith|trust|confidence|patience
        wants|want|asks|asked|demands|would .. speak|talk|hear|meeting|call .. to|from|with .. manager|management|boss
        wants|want|asks .. speak|talk|hear|meeting|call .. to|from|with .. superior|senior|leadership|above
        asked|demands|would .. speak|talk|hear|meeting|call .. to|from|with .. superior|senior|leadership|above
        your|our management|superiors|superior|boss|manager .. call|must|should|speak|answer|hear|wants
    """,
    # A rule that says what the CSM may do on their own, up to an amount.
    "has_authority": """
        csms|managers|manager|csm|i|we may|can issue|grant|give|approve|credit|offer|sign|authorise|authorize .. up to
        csms|managers|manager|csm|i|we may|can issue|grant|give|approve|credit .. credits|credit|discounts .. up to
        csms|managers|manager|csm|i|we may|can issue|grant|give|approve|credit .. refunds|goodwill .. up to
        csms|managers|manager|csm|i|we may|can offer|sign|authorise|authorize .. credits|credit|discounts .. up to
        csms|managers|manager|csm|i|we may|can offer|sign|authorise|authorize .. refunds|goodwill .. up to
        my|our|csm|csms limit|authority|allowance is|of|goes up? to?
        authority|limit|allowance .. for csms|us|me .. up? to?
    """,
}
