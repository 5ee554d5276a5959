"""English words of closeness: praise, thanks, trust, private matters and recommendation."""

from __future__ import annotations

from coach.bond_words import any_of

SPLENDID = (
    r"(?:great|amazing|brilliant|fantastic|excellent|superb|wonderful|outstanding|gorgeous|awesome|terrific|stellar|"
    r"exceptional|fabulous|first[- ]class|first[- ]rate|top[- ]notch|spot on|flawless|impeccable|incredible|perfect|lovely)"
)
WORK = (
    r"(?:job|work|service|support|team|help|result|results|experience|product|software|training|visit|installation|"
    r"engineers?|technicians?|colleagues?|people|staff|crew|delivery|release|session|demo|quality|effort)"
)
FORMULA = (
    r"(?:e-?mails?|messages?|notes?|enquiry|inquiry|reply|replies|response|answer|information|info|call|letter|interest|"
    r"understanding|order|time|attention|consideration|update|quote|invoice|feedback|confirmation|question|report|links?)"
)
FOR = (
    rf"for (?!nothing|any |an? (?:early|quick|prompt|short)|(?:your|the|this|that) (?:last |recent |kind )?{FORMULA}\b|"
    r"contacting|getting in touch|reaching out|reading|reporting|writing|considering|\W)"
)
NOTICED = r"(?:really|very|so|extremely|more than|incredibly|super|absolutely|thoroughly|quite|genuinely)"
KIN = (
    r"(?:wife|husband|kids?|children|sons?|daughters?|family|mum|mom|dad|mother|father|parents|brother|sister|grandson|"
    r"granddaughter|baby|fianc[eé]e?|girlfriend|boyfriend|dog|puppy|cat|little one)"
)
DAYS_OFF = r"(?:holidays?|vacation|weekend|break|trip|honeymoon|easter|christmas)"

SHOWS = {
    "praise": any_of(
        rf"{SPLENDID} (?:piece of |bit of )?(?:\w+ )?{WORK}\b",
        rf"(?:{WORK}|you|he|she|they|everything) (?:\w+ ){{0,3}}(?:was|were|is|are|has been|have been|'re) "
        rf"(?:\w+ ){{0,2}}{SPLENDID}\b(?! (?:for|if|when|to|at|idea))",
        rf"(?:it|this|that) (?:was|has been|looks|looked|turned out) (?:\w+ )?{SPLENDID}\b(?! (?:for|if|when|to|at|idea))",
        r"well done\b(?! (?!to|on|every|all|team|and|with)\w)|(?:kudos|bravo|props|hats off) (?:to|for)\b|hats off\b",
        r"(?:we|i|everyone|everybody|they|customers?|guests|kids|team) (?:all |really |absolutely |just )?love[ds]?"
        r" (?:it|that|how|the|your|this|what|working)\b",
        r"love[ds]? (?:how|working with|what you)\b|^loved (?:it|the|your|that)\b|great (?:stuff|shop)\b",
        rf"{NOTICED} (?:happy|pleased|impressed|satisfied|delighted) (?:with|by|at|about)\b",
        r"(?:delighted|thrilled|over the moon|blown away) (?:with|by|at)\b|blown away\b",
        rf"best (?:\w+ )?{WORK} (?:i|we)\b|you(?:'re| are| guys are) (?:simply )?the best\b",
        r"(?:saved|made) (?:our|my|the) (?:day|week|weekend|month|bacon|launch)\b|life ?savers?\b",
        r"better than (?:\w+ ){0,3}(?:expected|hoped|imagined)\b|exceed(?:ed|s)? (?:all )?(?:our|my) expectations\b",
        r"(?:pleasure|joy|delight) (?:to work|working|doing business|dealing) with\b",
        r"(?:couldn't|could not) be (?:happier|more pleased)\b|keep up the (?:good|great)\b|second to none\b",
    ),
    "thanks": any_of(
        rf"(?:thanks|thank you|thank-you|thx|cheers)(?: so much| very much| a lot| a million| a bunch| again| ever so much| "
        rf"all| both| everyone| once more| indeed| guys){{0,2}},? {FOR}",
        r"(?:thanks|thank you) to (?:you|your team|everyone|all|both|\w+ and) .{0,30}",
        r"(?:huge|big|massive|special|heartfelt) (?:thanks|thank you|shout[- ]?out)\b",
        r"(?:pass on|send|give|extend) (?:my|our) (?:\w+ )?thanks\b|my thanks to\b",
        r"(?:really|truly|very much|do|so|greatly|sincerely) appreciate[d]? (?:all|the|your|you|that|how|what|everything)\b",
        r"(?:we|i) appreciate (?:all|everything|you|how|what|your (?!reply|response|prompt|understanding))",
        r"(?:i am|we are|we're|i'm) (?:\w+ )?(?:grateful|thankful|indebted) (?:for|to|that)\b",
        r"(?:couldn't|could not|wouldn't|would not) have .{0,50}without (?:you|your)\b",
        r"(?:can't|cannot|can not) thank you enough\b|say (?:a big )?(?:thanks|thank you)\b|thank you all\b|owe you one\b",
    ),
    "trust": any_of(
        r"(?:rely|relying|count|counting|depend|bank|banking) on you\b",
        r"(?:i|we) (?:do |fully |completely |really |totally )?trust (?:you|your)\b(?! will| to (?:pay|refund))",
        r"(?:good|safe|capable) hands\b",
        r"(?:complete|full|every|total|great|a lot of|absolute) (?:faith|trust|confidence) in (?:you|your)\b",
        r"(?:between (?:us|you and me)|just between us)(?:[,:.]|$| for now| please)|between ourselves\b|off the record\b",
        r"to be (?:open|frank|candid) with you\b|let me be open with you\b|in (?:strict )?confidence\b",
        r"(?:you|you'd|you all) know (?:\w+ ){1,6}better than (?:i|we|me|us)\b",
        r"(?:leave|leaving) (?:it|that|this|the choice|everything) (?:entirely |all )?(?:to you|with you|in your hands)\b",
        r"whatever you (?:think|decide|suggest|recommend|feel)\b.{0,30}(?:best|fine|works|right|good)\b",
        r"(?:value|appreciate|welcome|like|love) your (?:\w+ )?(?:advice|opinion|judg(?:e)?ment|take|guidance|thoughts)\b",
        r"(?:never|not once) let (?:us|me) down\b|what would you do in (?:our|my) (?:place|shoes)\b|in (?:our|my) corner\b",
    ),
    "personal": any_of(
        rf"(?:my|our) (?:\w+ )?{KIN}\b(?! (?:process|folder|organi[sz]ation|board|company|plant|site|business|law))",
        r"your (?:wife|husband|kids|children|son|daughter|family|mum|mom|dad|little one|dog)\b|(?:with|took) the kids\b",
        rf"(?:had|have|having|enjoyed?|hope|good|great|nice|lovely) (?:\w+ ){{0,5}}(?:lovely|great|nice|good|relaxing|restful|"
        rf"wonderful|fun) {DAYS_OFF}\b(?!!?\W*$)",
        rf"hope (?:you|your family|the family) (?:had|have had|enjoyed) (?:\w+ ){{0,3}}{DAYS_OFF}\b",
        rf"(?:how was|how did) (?:your|the) (?:\w+ )?(?:{DAYS_OFF}|party|race|wedding|move|match|marathon)\b",
        r"(?:happy birthday|birthday (?:party|cake|present)|my birthday|your birthday)\b",
        r"(?:wedding|getting married|got married|engaged to|pregnant|maternity|newborn|baby shower)\b",
        rf"did you have (?:a|an) (?:\w+ )?{DAYS_OFF}\b|be a grand(?:ma|pa|mother|father)\b",
        r"get well\b|feel better soon\b|hope you(?:'re| are) (?:feeling|recover)\w*|with (?:the )?(?:flu|covid)\b",
        r"(?:beers?|coffee|drinks?|lunch|dinner|pint|round) (?:is|are|'s) on (?:me|us)\b|(?:grab|over|for) a (?:coffee|beer|pint|drink)\b",
        r"(?:my|our|the) garden (?:\w+ )?(?:on|at|this|over|is|finished)\b|finished the garden\b|hugs\b|garden party\b|enjoy (?:your|the) (?:\w+ )?(?:holidays?|vacation|trip|time off|honeymoon)\b|tacos?\b",
        r"(?:fingers crossed|good luck) for (?:your|the|\w+'s) (?:match|game|race|exam|marathon|big day|wedding)\b",
        r"sorry (?:to hear about|for) your (?:loss|father|mother|dad|mum|mom|dog)\b",
    ),
    "recommends": any_of(
        r"recommend(?:ed|ing)? (?:you|your (?:team|company|firm|services?|shop|work|business|product))(?=\W*$|[.,!;]| (?:and|as|for|"
        r"at|in|on|too|very|highly|wherever|whenever|without|to (?!use|check|try|upgrade|install|set|add|read|look|run)))",
        r"(?:use|have|list|name|cite|quote) us as (?:a |your )?reference\b|reference (?:customer|call|for you|site for)\b",
        r"(?:told|telling|tell) (?!you\b)(?:\w+ ){1,6}(?:about you\b|how (?:good|great|helpful|happy)|to (?:call|contact) you(?! about))",
        r"(?:friend|neighbou?r|colleague|partner|supplier|company|plant|branch)s? .{0,40}(?:talk to|speak to|work with) you too\b",
        r"(?:gave|given|pass(?:ed)?|shared?|passing) (?:\w+ ){0,3}your (?:number|name|details|contact|card|email)\b",
        r"(?:left|leave|write|wrote|written|post(?:ed)?) (?:\w+ ){0,4}(?:five[- ]star|5[- ]star|glowing|great|positive|good) review\b",
        r"(?:put|putting) in a good word\b|sing(?:ing)? your praises\b|spread(?:ing)? the word\b|word of mouth\b",
        r"referred (?:\w+ ){1,7}to you\b(?!r)|referral (?:for|to) you\b",
        r"told (?:them|a friend|two|my|our) .{0,60}(?:about you|to call)\b",
    ),
}

OTHER = {
    "praise": any_of(
        r"(?:not|n't|never|hardly|nor) (?:\w+ ){0,4}(?:happy|pleased|impressed|satisfied|great|amazing|love|good|excellent|perfect)\b",
        r"(?:would|'d|could|will|might) (?:\w+ )?(?:be|have been|love)\b|(?:less|far) (?:than|from)\b|if\b|great deal\b|\?\W*$",
        r"(?:disappoint\w*|unfortunately|another day)\b",
    ),
    "thanks": any_of(
        r"(?:in advance|beforehand)\b|no,? thanks\b|no,? thank you\b|thanks to the\b|(?:would|'d|will|could) (?:\w+ )?(?:be|appreciate)\b|grateful for any\b",
        r"(?:any|your) (?:\w+ )?(?:help|reply|response|advice|feedback) (?:\w+ )?(?:is|would|will)\b",
    ),
    "trust": any_of(
        r"(?:can't|cannot|can no longer|don't|do not|no longer|couldn't|not) (?:\w+ )?(?:rely|count|trust|depend|bank)\b",
        r"(?:lost|losing|shaken) (?:\w+ ){0,3}(?:faith|trust|confidence)\b|how (?:are|am|can|could|should) (?:we|i)\b",
        r"(?:disgrace|disappoint\w*|unacceptable|thought (?:we|i) could)\b",
    ),
    "personal": any_of(
        r"(?:on|from) (?:holiday|vacation|annual leave) (?:from|until|till|and|this)\b|out of office\b|(?:product|font|chip) family\b",
        r"sister (?:company|plant|site)\b|have a (?:nice|good|great|lovely) (?:weekend|holiday|break)\W*$",
    ),
    "recommends": any_of(
        r"(?:not|n't|never|cannot) (?:\w+ )?recommend\w*|(?:what|which|do|can) .{0,30}you recommend\b|following your\b",
        r"(?:complain|warned|warning|avoid)\w*",
    ),
}
