"""What surrounds the problem: what was tried and asked, what the customer knows, how the CSM feels about it."""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, str]] = {
    "tried": """
        tried|tried|retried
        restarted|rebooted|cleared|reset|reinstalled|republished|re-published
        re-ran|reran|reconnected|rolled|resynced|redeployed
        did|did you|we try
        went through the
        checked|compared|tested|reproduced|escalated|raised|opened|logged|reported|handed|passed
        set .. to .. in|days|setting
        asked .. @team
        asked in|for|again
        offered|sent
    """,
    "informed_yes": """
        told|tell|informed|updated|promised .. him|her|them|customer|client|ola|that|so|it|we're|already
        replied|answered|assured .. him|her|them|customer|client|ola|that|so|it|we're|already
        told @they
        i|we|i've|we've|have|he's|she's told|informed|replied|updated|promised
        knows|know .. i'm|i|we|we're|that .. asking|looking|on|working|about|chasing|it
        is|are aware .. that|we|of
        sent .. update|her|him|them .. reply|note|answer
        said .. i'd|we'd|we're|i'm|i'll|we|sure|we'll
        customer|client|they|he|she .. knows|informed|aware|updated
    """,
    "informed_no": """
        haven't|havent|hasn't|not .. answered|replied|told|informed .. him|her|them|customer|yet|back
        never|nobody|didn't|no .. answered|replied|told|informed .. him|her|them|customer|yet|back
        haven't|havent|hasn't|not|never|nobody|didn't|no .. updated|responded .. him|her|them|customer|yet|back
        haven't|havent|hasn't|not .. answered|replied|told|informed .. anyone|us|anything|haverlaan
        never|nobody|didn't|no .. answered|replied|told|informed .. anyone|us|anything|haverlaan
        haven't|havent|hasn't|not|never|nobody|didn't|no .. updated|responded .. anyone|us|anything|haverlaan
        haven't|havent|hasn't|not .. called|reply|responded|written .. him|her|them|customer|yet|back
        never|nobody|didn't|no .. called|reply|responded|written .. him|her|them|customer|yet|back
        haven't|havent|hasn't|not .. called|reply|responded|written .. anyone|us|anything|haverlaan
        never|nobody|didn't|no .. called|reply|responded|written .. anyone|us|anything|haverlaan
        haven't|havent|not .. answered|replied|told|responded|informed|updated
        nobody .. has .. told|informed|called|answered .. us|them|customer
        no one .. told|informed|called .. us|them|customer
        customer|they|client|he|she .. not|hasn't|haven't|doesn't|don't|nothing .. heard|know|been|told|informed|knows
        heard|hears|hear|heard nothing .. from us|since
        nothing promised
        radio silence
        not|n't told .. anyone|customer|them|him|her
        no update .. to|since|from
        any news|update
    """,
    "feels_solve": """
        i|i'll|i'd|we|i've|can|got manage|handle|sort|solve|cope .. it|this|myself|that|alone|on
        i .. got this|it|control
        under control
        can|could|would .. solve|fix|handle|manage .. myself|alone
        not worried
        no help needed
        don't need help
        i'm|not .. confident|worried|relaxed
        my gut|feeling|hunch .. fine|sorted|ok|okay|manage|solve|handle
        gut .. says|feeling|feel .. fine|sorted|solve|handle|manage|mine|ok
        will be fine
    """,
    "feels_help": """
        i|we|could|would|i'd need|needs|want|use help|support|backup|hand
        over|above|beyond|out my|of head|pay|depth|level
        this is|feels above|too|beyond|bigger
        can't|cannot .. do|solve|fix|handle|carry|manage .. alone|anything|this|it|myself
        gut .. help|bad|escalate|worse|uneasy
        bad feeling
        i'd rather not
        what .. you want me to do
        out of .. ideas|options|depth
        i'm stuck|lost|worried|scared|drowning
        help me|please|needed|wanted
        really can't do
        sleep|sleepless
    """,
    "feels_unsure": """
        not sure whether|if .. i|escalate|we|this|to
        don't know|i'm .. whether|if .. escalate|i|worth|big
        should i escalate
        unsure
        on the fence
        only a feeling
        worth escalating|it
        escalate|overreacting|overreact or|not
    """,
    "asks": """
        can|could you|someone|somebody|we|anyone|anybody .. please|look|get|find|tell|assign|name|approve
        can|could you|someone|somebody|we|anyone|anybody .. confirm|take|make|check|fix|give|have
        please .. assign|get|find|tell|approve|confirm|take|call|make|check
        please .. fix|look|name|give|help|advise|ring|escalate|send|decide
        i|we|what need|needs .. from|someone|somebody|an|a|the|is|approval|decision
        i|we|what need|needs .. help|owner|date|engineer|answer|hour|person|to
        what i need
        ask is|for|from|to
        my|our|the ask|request
        want|wants|would like .. name|owner|date|decision|answer|engineer|plan|word|call|day
        what do you want me
        action .. me|us|team|for
        ask|asking|asked .. performance|ops|finance|legal|product|engineering|team|for
        put .. in .. queue
        need .. someone|somebody|engineer|approval|decision|hour
        write to
        @team .. to check|look|fix|approve|decide|confirm|review
    """,
    "solved": """
        @is .. fixed|solved|resolved|done|sorted|closed|settled .. again|now|since|on|for|already|yesterday
        @is .. repaired|working|running|back|ok|okay|fine .. again|now|since|on|for|already|yesterday
        has|have|had been fixed|solved|resolved|sorted|closed|repaired|replaced
        that's|that is|all|it's|its|now done|sorted|solved|fixed|resolved|closed|history
        was fixed|solved|resolved|sorted|repaired|replaced|swapped
        got fixed|solved|resolved|sorted
        works|work|working|running|runs|up .. again
        works|working fine|now|well since|again|now
        everything|all works|working|good|fine|runs
        all good no complaints
        back up|online|to normal|in
        nothing further|more|else needed|open|to
        no further action|help|questions|problems|issues
        i'm|am|we're|can|will closing|close it|that|this|the|case|ticket
        closed .. the|ticket|case|it|this|as|by|on
        case|ticket|issue|problem .. closed|resolved|solved|fixed
        problem|issue gone|solved|fixed|resolved
        confirmed .. running|working|fixed|resolved|fine
        resolved|solved|fixed
        have been running since
        backlog .. gone through|cleared|processed
        root cause found|fixed
        caught up
    """,
    "not_solved": """
        not|isn't|wasn't|never|hasn't|n't|un .. fixed|solved|resolved|repaired|sorted|done
        still|again|keeps .. broken|down|failing|open|there|happening|not|same|blank
        came|come|comes|coming|back again
        came back
        until|till|before|once|when|if|must|to|should|needs|need|want|wants|be .. fixed|solved|resolved|sorted|repaired
        third|second|fourth time
    """,
    "opens_problem": """
        problem|problems|issue|issues|trouble|troubles|error|errors
        outage|incident|complaint|complaints|bug|bugs|defect|fault
        complains|complained|complaining|unhappy|angry|upset|frustrated
        furious|annoyed|disappointed|worried|concerned|cross|fed
        doing it again
        not|isn't|doesn't|don't|can't|cannot|won't|n't .. work|working|happy|satisfied
        wants|want|asked|asks|asking|needs|need|wish|wishes|request|requests|requested|question|questions|would like
        ticket|tickets
        escalate|escalation|escalated
        at risk
        slow|broken|down|wrong|missing|late|failed|fails|blocked|stuck
        renewal|churn|cancel|terminate|leave
        price|pricing|invoice|discount|credit|refund
    """,
    "business": """
        customer|customers|client|clients|account|accounts|arr|mrr|tcv|acv|csm|renewal|renewals|renews|contract
        subscription|ticket|tickets|invoice|invoices|user|users|seats|licence|licences|license|licenses
        support|engineering|engineer|product|team|portal|platform
        app|system|api|sync|export|exports|import|imports|login
        sso|dashboard|report|reports|integration|feature|module|release|update|data|workspace|tenant|admin|admins
        call|meeting|email|mail|qbr|onboarding|rollout|launch|workaround
        escalate|escalation|outage|sla|churn|vendor|supplier
        eur|usd|gbp|chf|sek|k
    """,
}
