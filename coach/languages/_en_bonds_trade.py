"""English words of plans together: buying, growth, the long term."""

from __future__ import annotations

from coach.bond_words import any_of

COUNT = r"(?:\d+|one|two|three|four|five|six|ten|twelve|twenty|several|some|additional|another|extra|more)"
GOODS = (
    r"(?:licen[cs]es?|seats?|units?|machines?|scales?|printers?|lines?|devices?|pieces|sets?|boxes|pallets?|copies|users?|"
    r"systems?|modules?|terminals?|sensors?|servers?|stations?)"
)
CONTRACT = r"(?:contract|agreement|subscription|plan|licen[cs]e|retainer|membership|maintenance|support)"
PLACE = (
    r"(?:shop|store|site|plant|office|factory|warehouse|location|branch|facility|hall|building|restaurant|practice|clinic|"
    r"workshop|hub|depot|premises)s?"
)

SHOWS = {
    "buying": any_of(
        r"(?:send|get|have|need|request|like|want|give|provide|prepare|make) (?:\w+ ){0,6}(?:a|an|your|the|another|formal|final) (?:\w+ ){0,2}"
        r"(?:quote|quotation|offer|price|cost estimate)\b",
        r"how much (?:would|does|do|is|are) (?:the|it|your|a|an|they|this|that|shipping|one|\d+)\b",
        r"what (?:would|does|do|will) .{0,60}\bcost\b|(?:pricing|prices?|price list) for |price list\b",
        rf"(?:order|buy|buying|purchase|purchasing|get|add|need|take|ordering|adding) (?:up to )?{COUNT} (?:\w+ ){{0,2}}{GOODS}\b",
        r"(?:order|buy|buying|purchase|purchasing|ordering) (?:another|two|three|four|more|a second|a third|an additional)\b",
        r"(?:thinking (?:about|of)|considering|planning (?:to|on)|looking (?:to|at)|would like to|'d like to|want to) "
        r"(?:buy|purchas|order|get another|acquir|leas)\w*",
        r"interested in (?:buying|ordering|purchasing|your|adding|a (?:demo|quote|trial)|another|more)\b",
        r"budget .{0,30}(?:approved|signed off|cleared|available|set aside|ready|secured|in place)\b|(?:have|got|talk|set aside) (?:the |a )?(?:[^ ]+ )?budget\b|budget for (?:this|the|a|it|packaging|next)\b|a second (?:machine|line|unit|mk)\b",
        r"(?:how soon|when) (?:could|can) you (?:deliver|ship)\b|lead time\b",
        r"(?:discount|volume pricing|bulk pricing)\b|purchase order\b|service plan\b",
        rf"(?:additional|extra|more) (?:licen[cs]es?|seats)\b|second {GOODS} .{{0,30}}(?:order|buy|cost|price)",
        r"(?:ready to say yes\b|move ahead with\b)",
        r"(?:ready to|let's|happy to|we'll|would like to|'d like to) (?:order|buy|sign|move ahead|go ahead|proceed|place an order)\b",
        r"(?:go|move|moving|going) (?:ahead|forward) with (?:option|your (?:offer|quote|proposal)|the (?:order|offer|quote|purchase))",
        r"(?:accept|happy with) (?:your|the) (?:quote|offer|proposal)\b|place (?:an|another|the) order\b",
    ),
    "growth": any_of(
        rf"(?:we|we're|we've|we'll|i'm|are|just|our \w+) (?:\w+ ){{0,3}}(?:open(?:ing|ed)?|build(?:ing)?|adding|launch(?:ing|ed)?|acquir(?:ed|ing)|bought|taken on) (?:\w+ ){{0,4}}{PLACE}\b",
        rf"(?:mov(?:e|ed|ing)|relocat\w+) (?:\w+ ){{0,3}}(?:bigger|larger|new) (?:\w+ )?(?:{PLACE})\b",
        r"(?:hired|hiring|recruited|recruiting|taken on|taking on) (?:\w+ ){0,3}(?:people|staff|engineers?|colleagues|drivers|chefs?|"
        r"hands|like)\b|(?:we're|we are) (?:still )?(?:growing|expanding|hiring|scaling)\b",
        r"(?:revenue|sales|turnover|output|production|orders|demand|team|headcount|capacity|volumes?|bookings) (?:\w+ ){0,4}"
        r"(?:doubl|tripl|grow|gr[eo]w|up \d|soar|through the roof)\w*",
        r"(?:doubl|tripl)(?:e|ed|ing) (?:\w+ ){0,2}(?:output|capacity|production|team|sales|revenue|turnover|headcount)\b",
        r"business is (?:booming|growing|good|going well|brisk)\b|barely keep up\b",
        r"series [a-d]\b|funding round\b|(?:seed|our|new) funding\b|raised (?:[£$€]|\d)",
        r"record (?:week|month|quarter|year|sales|turnover|season)\b|best (?:month|quarter|year) (?:ever|yet|so far)\b",
        r"expand(?:ing|ed)? (?:in)?to (?:\w+ )?(?!the\b)|our expansion\b|international expansion\b",
        r"(?:investment|investing|invest) (?:\w+ ){0,3}(?:in|into) .{0,40}|first [\d.,k]+.{0,12}week\b|test stores?\b",
    ),
    "long_term": any_of(
        rf"(?:renew|extend|prolong)(?:ing|al)? (?:\w+ ){{0,4}}{CONTRACT}\b|renew(?:ing)? (?:\w+ )?with you\b",
        rf"{CONTRACT} (?:\w+ ){{0,3}}(?:renewal|extension)\b|(?:renew|extend|sign up|sign|commit) (?:\w+ ){{0,3}}for (?:another |a further )?"
        r"(?:\d+|one|two|three|four|five|several) years?\b",
        r"(?:framework|annual|yearly|long[- ]term|multi[- ]year|\d-year|two-year|three-year) (?:contract|agreement|deal|partner\w*)\b",
        r"here's to (?:\w+ ){1,4}(?:years|decade)\b",
        r"(?:years to come|many more years|for the long (?:run|haul|term))\b|long-standing (?:customer|partner|relationship)",
        r"(?:keep|continue|carry on|go on) (?:working|doing business|cooperating|partnering) (?:together|with you)\b",
        r"look(?:ing)? forward to (?:many|another (?:year|great)|working together|working with you|our continued)\b",
        r"(?:stay|stick|staying|sticking) with you\b|with us since (?:day one|the)\b|since (?:day one|the .{0,12} days)\b",
        r"(?:been|were) (?:\w+ )?(?:loyal |happy )?(?:customers?|clients?|working (?:together|with you)|with you) (?:for|since)\b",
        r"(?:our|this|a|value the|long) partnership\b",
    ),
}

OTHER = {
    "buying": any_of(
        r"too expensive\b|(?:no|don't have (?:the|a)|not have (?:the|a)|beyond (?:our|the)|over) budget\b|not interested\b",
        r"bandwidth\b|n't want to\b|(?:power|error|time|memory) budget\b|budget .{0,20}exceeded\b|how much (?:longer|memory|time|space|disk|cpu|ram)\b",
        r"quote the\b|no longer need\b|in your reply\b|because yours\b|instead of yours\b|cancel\w*|not (?:going to )?(?:buy|order)\w*",
    ),
    "growth": any_of(
        r"(?:log|file|database|queue|memory|window|table|costs?|waiting times?|prices?|errors?) (?:\w+ ){0,3}(?:doubl|grow|gr[eo]w|"
        r"tripl|expand)\w*|(?:not|n't|never)\b|closing (?:the|our|down)\b|lay(?:ing)? off\b|expand(?:ing)? the\b|stands still\b",
        r"\?\W*$|your (?:new|investment)\b|waste\w*",
    ),
    "long_term": any_of(
        r"(?:not|n't|never|without our|without my|despite|automatically|itself|certificate|says|deadline)\b|waiting for\b|if you\b"
    ),
}
