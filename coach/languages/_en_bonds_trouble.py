"""English words of trouble: over, pressed for, taken elsewhere, taken higher, kept at a distance."""

from __future__ import annotations

from coach.bond_words import any_of

FINE = (
    r"(?:again(?! and)|fine(?! until)|perfectly|like a charm|smoothly|flawlessly|beautifully|as expected|as it should|properly|"
    r"great now|well now|without (?:any )?(?:problems?|issues?|errors?|a hitch)|now(?=\s*[.,!;]|$))"
)
WORKS = r"(?:works?|working|running|runs|prints?|printing|worked|back up|up and running|online)"
TROUBLE = (
    r"(?:issue|problem|fault|matter|ticket|error|bug|complaint|dispute|case|trouble|everything|that|this|it|all)s?"
)
ANSWER = r"(?:reply|response|answer|word|feedback|news|anything|call back|confirmation|update)"
OWED = (
    r"(?:reply|response|answer|call|quote|offer|delivery|order|refund|credit note|invoice|part|parts|shipment|engineer|"
    r"technician|confirmation|package|replacement)"
)
SUPPLIER = r"(?:vendor|supplier|provider|manufacturer|agency|contractor|company|partner)s?"
CONTRACT = r"(?:contract|subscription|account|agreement|plan|membership|maintenance|service|retainer)"
VISIT = r"(?:call|phone call|meeting|visit|conversation|chat)"

SHOWS = {
    "settled": any_of(
        rf"(?:now|since|everything|finally|after|yes|thanks?|thank you|been|your \w+)\b.{{0,60}} {WORKS} (?:\w+ )?{FINE}",
        rf"{WORKS} (?:\w+ )?{FINE}.{{0,40}}\b(?:now|since|after|thanks?)\b|(?:works?|working|running|runs|prints?) (?:\w+ )?"
        r"(?:again(?! and)|now(?=\s*[.,!;]|$))",
        rf"{TROUBLE} (?:\w+ ){{0,3}}(?:is|are|was|has been|have been|been|'s|got) (?:\w+ ){{0,2}}(?:sorted|solved|resolved|fixed|closed|settled|"
        r"cleared up)\b|(?:that's|it's|all) (?:all |now )?(?:sorted|solved|resolved|fixed)\b",
        r"(?:all|everything) (?:is |'s )?(?:good|well|fine|okay|ok|in order) (?:again|now|on (?:our|my))\b|(?:we're|we are|i'm|you're) all good\b",
        r"no hard feelings\b|apology accepted\b|all('s| is) forgiven\b|water under the bridge\b|problem solved\b",
        r"(?:that|this|it|which|tip|restart|update|patch|advice|trick|suggestion|workaround) (?:has |have )?(?:fixed|solved|resolved|cured) "
        r"(?:it|that|the|my|our|everything)\b|(?:that|this|it|tip|which) (?:did|worked|helped)(?: it)?(?: (?:the trick|a treat|perfectly))?[.,!]",
        r"did the trick\b|did it[.!,]|worked (?:straight away|first time|like a charm|a treat|immediately|right away|perfectly)\b",
        r"(?:error|problem|issue|fault|message|crash\w*) (?:\w+ ){0,3}(?:gone(?: away)?|hasn't (?:come back|happened|occurred)|no longer "
        r"(?:occurs|happens|appears)|disappeared)\b",
        r"(?:we|i) can (?:now )?(?:print|work|log in|weigh|ship|connect|send|order|pay|access) (?:\w+ )?again\b",
    ),
    "chasing": any_of(
        rf"(?:haven't|have not|hasn't|has not|never|not yet|didn't|did not) (?:\w+ )?(?:heard|received|got|gotten|had|get|receive|hear)\b"
        rf".{{0,50}}(?:{ANSWER}|back|from you|{OWED})\b",
        r"(?:still|yet) (?:no|without(?: an?)?|haven't|have not|waiting|not) (?:\w+ ){0,2}"
        rf"(?:{ANSWER}|here\b|arrived|on (?:your|the)|for (?:your|the|a|an|my|our) (?:\w+ )?{OWED})",
        rf"^still waiting\W*$|, still waiting\W*$|waiting (?:\w+ ){{0,3}}for (?:your|the|a|an|my|our) (?:\w+ )?{OWED}\b",
        rf"no {ANSWER} (?:from you|so far|yet|to my|since|at all|on my)\b|where (?:is|are|'s) (?:my|our|the) (?:\w+ )?{OWED}\b",
        r"(?:follow(?:ing)? up|chas(?:e|ing)(?: up)?|checking in|check in|circle back|circling back) (?:\w+ ){0,2}(?:on|about|with you|regarding)\b",
        r"(?:any|is there any|got any) (?:news|updates?|progress|movement)\b.{0,40}\?|what(?:'s| is) the (?:latest|status|state|eta) (?:of|on|with|for)\b",
        r"(?:you|he|she|your \w+) (?:said|promised) (?:that )?(?:you|he|she|they|someone|it)(?:'d|'ll| would| were going)\b|you promised\b",
        r"(?:gentle|friendly|quick|kind|polite|second|third|another) (?:reminder|nudge)\b(?!,| that)|just a reminder\b|remind(?:ing)? you (?:of|about)\b",
        r"(?:second|third|fourth|fifth) (?:e-?mail|message|mail|request|attempt|letter|time (?:i|we) (?:write|ask|am|have|'ve))\b",
        r"(?:promised|agreed) (?:\w+ ){1,4}(?:is|has|was|did|have) (?:still |yet )?(?:not|n't|never)\b|as promised\b.{0,20}\bnot\b",
        r"did you (?:get|receive|see|read) my\b|have you (?:received|got|seen|read|had a chance to (?:look|read|review)) (?:my|our|at my)\b",
        r"(?:nobody|no one|no-one) (?:has )?(?:called|replied|answered|got back|responded|come back)\b|despite (?:several|repeated|two|three) ",
        r"(?:asking|ask|writing|write) (?:\w+ ){0,2}for the (?:second|third|fourth) time\b",
        r"when will (?:i|we) (?:finally )?(?:get|hear|receive)\b",
        r"why (?:does|has|have) (?:nobody|no one|no-one|you not)\b",
    ),
    "leaving": any_of(
        rf"cancel(?:l?ing|lation of|lation)? (?:of )?(?:our|my|the) (?:\w+ )?{CONTRACT}\b",
        rf"(?:terminat\w+|end|ending) (?:our|the|this|my) (?:\w+ )?(?:{CONTRACT}|relationship|cooperation|partnership)\b",
        r"(?:notice period|giving (?:you )?notice|give (?:you )?notice|hereby give notice)\b|close (?:my|our) account\b|closing (?:my|our) account\b",
        r"(?:we|i) (?:won't|will not|shall not|are not|aren't|am not|do not intend to|don't intend to|decided not to) (?:be )?(?:going to )?renew\w*",
        rf"switch(?:ing)? (?:to (?:another|a different|other)|(?:our |away )?(?:{SUPPLIER})|away from)|chang(?:e|ing) (?:our )?{SUPPLIER}\b",
        r"(?:our|my) (?:business|custom|money) elsewhere\b|(?:we|i)(?:'ll| will| are going to| have to| may| might)? (?:look|go|looking|going) "
        r"elsewhere\b(?! in)|(?:look(?:ing)?|shop) for (?:an )?(?:alternatives?|another (?:supplier|provider|vendor))",
        r"(?:this|that|it) (?:was|is|will be) (?:our|my|the) last (?:\w+ )?(?:order|job|project|contract|purchase)\b",
        r"(?:los(?:e|ing)) (?:us|me|a (?:\w+ )?customer|our (?:business|custom))\b|lost (?:us|me|a customer) as\b",
        r"mov(?:e|ing) (?:away from|off) (?:you|your)\b|leave (?:you|your (?:platform|service))\b|part ways\b",
        r"(?:won't|will not|never|not going to|not) (?:be )?(?:order|buy|us|do|work)(?:ing)? (?:\w+ ){0,3}(?:with|from) you (?:again|any ?more)\b",
        r"(?:rethink|reconsider|reconsidering|rethinking) (?:our|the|this) (?:relationship|contract|cooperation|partnership)\b",
    ),
    "rival": any_of(
        rf"(?:other|another|different|competing|second|third|alternative) (?:{SUPPLIER}|offer|quote|bid|bidder)s?\b|competing product",
        r"(?:your|a|the|one of your|of your) competitors?\b(?!'s? (?:to you|lock))|the competition (?:\w+ )?(?:is|can|does|offers?|has|would|charges?)\b",
        r"cheaper (?:quote|offer|elsewhere|bid|supplier|provider|alternative)\b|(?:cheaper|faster|better|sooner) elsewhere\b",
        r"(?:half the price|percent (?:less|cheaper)|% (?:less|cheaper))\b|shopping around\b|(?:getting|comparing) (?:other )?quotes\b",
    ),
    "escalation": any_of(
        r"(?:our|my|a|the|to) (?:lawyers?|solicitors?|attorneys?|legal (?:team|department|counsel))\b(?! and needs)",
        r"legal action\b|small claims\b|take you to court\b|sue (?:you|your)\b|(?:claim|claiming|for|seek|sue for) damages\b",
        r"(?:claim|demand|expect|want|seek|entitled to|deserve|require) (?:\w+ )?compensation\b|compensation (?:for|claim)\b(?! the)",
        r"(?:speak|talk|complain|write|escalate|complaint|put me through|pass(?:ed)? this|cc|report) .{0,30}(?:to|with) (?:your|a|the) "
        r"(?:\w+ )?(?:manager|supervisor|boss|ceo|director|superior|management)\b|your (?:manager|supervisor|boss|superiors?)\b",
        r"escalat(?:e|ing|ed) (?:this|it|the|our|my)\b|(?:formal|official) complaint\b|(?:make|file|lodge|raise) a (?:\w+ )?complaint\b",
        r"(?:your|the|a|my|our|this is (?:your|the|our)) (?:final|last) (?:notice|warning|reminder|chance|opportunity)\b",
        r"(?:report you|complain) to\b|trading standards\b|ombudsman\b|better business bureau\b|chargeback\b|consumer protection\b",
        r"our (?:ceo|director|board|managing director|legal) .{0,30}(?:contact|in touch|writ|call|take)\w*.{0,15}(?:yours?|you|this)\b",
        r"(?:there will be|face|without|with) (?:\w+ )?consequences\b",
    ),
    "distance": any_of(
        r"(?:in writing|by e-?mail|by letter) only\b|only (?:in writing|by e-?mail)\b",
        rf"(?:no|not) (?:need|necessary|required|point|reason) (?:to|for|in|of) (?:a |another |any |the |us to )?(?:{VISIT}|phone|meet|visiting|talk)\b",
        rf"(?:do not|don't|not) (?:think|feel|see) (?:\w+ )?(?:a |another |the )?{VISIT} (?:\w+ )?(?:makes sense|is necessary|would help|useful)",
        r"(?:please )?(?:do not|don't|stop) (?:call|contact|email|phon|ring|messag|writ|send|bother|pester)(?:e|ing)?(?:ing)? (?:me|us)\b",
        r"(?:take|remove|unsubscribe|delete) (?:me|us|my (?:name|address)) .{0,25}(?:list|newsletter|database|mailing)",
        r"(?:nothing|no more) (?:more |further |else )?(?:to|i can|i want to|we can) (?:add|say)\b",
        r"(?:we're|we are|i'm|i am) (?:really |simply |just )?(?:not|no longer) interested\b|^not interested\b",
        r"(?:have|see|is) no (?:interest|need) (?:in|for) (?:that|this|it|a further|any|your|another (?:meeting|call)|further)\b",
        r"rather (?:not|we didn't) (?:meet|talk|speak|discuss|call)\b|leave (?:me|us) alone\b",
        rf"no need for (?:new|more) |{VISIT} is not (?:necessary|needed|required)\b",
        r"not a (?:priority|topic|fit) for us\b|(?:we'll|we will|i'll) (?:be in touch|get in touch|call you|reach out|contact you) if (?:we|i) (?:\w+ )?need\b",
    ),
}

OTHER = {
    "settled": any_of(
        r"(?:not|n't|never|no longer|still) (?:\w+ ){0,3}(?:work|working|works|solved?|fix|fixed|resolved?|sorted|running|printing)\b",
        r"(?:if|until|once|when|as soon as|whether|hope|hopefully|should|would|could|must|needs? to|will|before|unless)\b|stopped working\b",
        r"\?\W*$|unfortunately\b|down again\b|used to\b|to make it\b|requires?\b|third\b|fine,? but\b|fixed to\b|as long as\b|many years\b|then crash\w*|try to\b|trying\b",
    ),
    "chasing": any_of(
        r"from (?:our|my|the customer|them|him|her)\b|(?:our|my) (?:boss|manager|purchasing|bank|customer)\b|sorry (?:you|for (?:the|my))\b",
        r"(?:server|process|client|device|ping|port|printer|browser|router|socket|daemon|program|system) .{0,30}(?:response|waiting|reply)\b",
        r"thanks for (?:the )?(?:follow|chas|check)\w*|you didn't\b|following up on a\b|will (?:let you know|get back)\b|until (?:we|i)\b|no need\b",
    ),
    "leaving": any_of(
        r"(?:don't|do not|didn't|not) (?:want|wish|intend|plan) to (?:cancel|leave|switch)\b|(?:competitor|them) to you\b|automatically\b",
        r"(?:manager|colleague|employee|engineer|assistant) (?:has |have )?(?:given|gave|handed in) notice\b|with the\b|certificate\b|default account\b",
    ),
    "rival": any_of(
        r"our (?:\w+ )?competitors?\b|(?:better|cheaper|faster|nicer) than (?:your|the|a|any)\b|(?:your|you) (?:other|second|third) (?:offer|quote)\b|(?:offer|quote) from you\b",
        r"(?:could|can|would) you .{0,30}(?:offer|quote)\b|(?:class|config|lock|thread|process\w*|module|server|driver|plugin)\b|supplier for\b",
    ),
    "escalation": any_of(
        r"(?:privilege|escalation) (?:escalation|bug|policy|matrix)\b|temperature compensation\b|regards\b|(?:process|service|window|password) manager\b",
        r"(?:brother|sister|wife|husband|friend) is an? (?:lawyer|attorney)\b|agreed .{0,20}with\b",
    ),
    "distance": any_of(
        r"\?\W*$|(?:our|the|my) customers are\b|drop by\b|(?:is|are|be) (?:enough|sufficient)\b|will do\b|suffices?\b|(?:function|method|script|command|api|variable|twice)\b"
    ),
}
