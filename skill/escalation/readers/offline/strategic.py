"""What the CSM knows of the account beyond its revenue, in the five weights of the policy."""

from __future__ import annotations

from typing import Final

FACTS: Final[dict[str, str]] = {
    "weight_high": """
        public|published|named|official|our|key|main|best reference customer|client|account|site|logo
        flagship|biggest|only|lighthouse|marquee reference customer|client|account|site|logo
        reference customer|account|client
        they're|are|also|is|as the|our|a reference for
        name|logo on|at our stand|booth|poster|slide
        our reference|flagship|lighthouse|showcase .. in|for|customer|account
        logo .. our|the .. website|home|homepage|page|site|deck|slides
        logo on|in our
        photo|picture|name|quote on|in our home|homepage|website|page
        on our|the home|homepage|landing|website page|site|homepage
        board|investor|investors|shareholder .. sits|sit|member|connection|friend|knows|seat .. our|their|us|board
        our|their investor|investors|board|chairman|ceo .. sits|sit|knows|personally|friend|introduced
        our|their investor|investors|board|chairman|ceo .. named|watches|watching|asks
        sits|sit on our|the board
        keynote|main stage .. our|conference|summit
        published|public case study
        case study .. published|website|public|live
        top ten|10|five|5|three account|accounts|customer|customers|list
        ceo's|vp's|board's list|priority|pet|account|watchlist
        strategic|key|top|named account|customer|client|logo
        household name
        star|anchor customer|account|tenant
    """,
    "weight_strong": """
        case study .. under|in|being|planned|draft|way|works|filming|recording|next|progress
        speaker|speaks|speaking|talk|presents|presenting .. our|user|at|conference|summit|day|event|webinar
        our speaker
        waiting|wait to see .. before|sign|how
        partner|reseller|referral who|that|brings|bring|refers .. others|customers|deals|leads|us
        brings|bring|refers|referred|introduced .. other|others|new|more|two|three .. customers|clients|deals|accounts
        brings|bring|refers|referred|introduced .. other|others|new|more|two|three .. schools|firms|leads
        expansion|upsell|enterprise|group-wide|rollout|global .. negotiation|negotiating|negotiated|contract
        expansion|upsell|enterprise|group-wide|rollout|global .. talks|signature|legal|proposal|verbal
        negotiating|negotiation .. expansion|enterprise|group|rollout|larger|bigger|upgrade|extension
        design partner
        advisory board|council
        co-develops|co-development|joint development
        pilot .. converts|converting|extends|extending|decides
        opens|opening doors|door
    """,
    "weight_some": """
        pilot|pilots|pilots|trial|piloting .. for|group|parent|division|whole|larger|other|more|before
        adding|add|adds .. side|division|site|sites|region .. in|next|spring|summer|autumn|q1|q2|q3|q4|january|year
        adding|add|adds .. regions|module|business .. in|next|spring|summer|autumn|q1|q2|q3|q4|january|year
        adding|add|adds .. countries|country|entity|entities|brand|brands|unit .. in|next|spring|summer|autumn
        adding|add|adds .. countries|country|entity|entities|brand|brands|unit .. q1|q2|q3|q4|january|year
        expanding|expand|expands|expansion .. to|into|in|planned|next|more|with .. sites|stores|countries|regions
        expanding|expand|expands|expansion .. to|into|in|planned|next|more|with .. group|year|spring
        expanding|expand|expands|expansion .. to|into|in|planned|next|more|with .. q1|q2|q3|q4|seats|users
        expanding|expand|expands|expansion .. to|into|in|planned|next|more|with .. country|market
        roll|rolling|rolled out .. to .. group|sites|stores|countries|other|all|more|rest
        double|doubles|doubling|triple .. in|next|seats|users|year|size|contract
        well|widely known .. in|name|brand
        known name|brand
        subsidiary|part|daughter .. of .. group|holding|corporation
        market leader
        parent company|group .. interested|looking|watching
        planned|agreed|signed expansion
    """,
    "weight_slight": """
        recommends|recommended|recommend us|our
        refers us
        might|may|could|want|wants|thinking .. grow|expand|add|take|buy|upgrade .. module|seats|users|more|licences
        might|may|could|want|wants|thinking .. grow|expand|add|take|buy|upgrade .. licenses|sites
        talk|talks|talked|talking of|about growth|growing|expanding|expansion|more
        happy to refer|recommend
        would|will recommend
        fan of ours
        good|great reviews|review .. g2|capterra|online
        growth potential
    """,
    "weight_none": """
        no|without|nothing|any|zero strategic value|weight|importance|relevance|about
        not .. strategic
        nothing strategic|special
        tiny|ordinary|average|run-of-the-mill|standard|regular|unremarkable account|customer|client
        just an|a ordinary|small|average|normal|regular account|customer|client
        no expansion|growth|upsell potential|plans|plan
        long tail
    """,
}
