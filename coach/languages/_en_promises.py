"""How English promises, and how it says that a promise is kept. Curated for business mail."""

from __future__ import annotations

import re

from coach.languages._en_dates import DUES
from coach.promise_words import KeptWords, PromiseWords, builds, says

HOW = (
    r"(?:(?:also|then|now|just|certainly|definitely|of course|gladly|happily|personally|surely|soon|shortly|immediately|first|again|go ahead and"
    r"|try to|try and|do (?:my|our) (?:very )?best to|make sure to|be sure to|probably) )*"
)
# Verbs that say how things are, or what the mail itself does ("I'll assume", "I will note").
STATES = (
    r"(?:be(?! (?:in touch|in contact|back (?:to|with|in touch)|with you|sending|shipping|getting|posting|releasing|sure to|following|working with|calling|contacting|looking|updating|adding|forwarding|reaching|providing|getting back|able to (?:send|ship|deliver|provide|share|give)))"
    r"|have(?! (?:someone|somebody|one of|a (?:closer |quick )?look|our|my|(?:\w+ ){1,5}?(?:ready|done|fixed|sent|shipped|delivered|to you|for you|with you|back to you))\b)"
    r"|need|want|like|allow myself|remind|assume|guess|bet|admit|say|note|mention|see(?! (?:to|what|if|whether|about)\b)|know|understand|notice|miss|wait|hope|appreciate|never|not|only|still|hold off|stick|stay|go with|accept|agree|consider|explain"
    r"|describe|summari[sz]e|quote|repeat|start|stop|use|run into|get(?! (?:back|it|you|that|this|these|those|them|the|in touch|our|my|on (?:it|this|that)|right on|someone|a)\b)|lose|think|remember|learn|love|enjoy|always|let (?!(?:you|them|him|her|the|our|my|everyone) know)|leave|keep (?!you|an eye|everyone|looking|working|the)|take place|take part|take (?:your|the) (?:word|point)"
    r"|try (?!to\b)|end up|probably|find that|spend|depend|suggest|recommend|pass on|look forward|travel|miss|live|hate|refrain|skip|defer|grant|concede|agree|mean|become|feel|bear|trust|believe|just say|point out|respond (?:inline|below)|answer (?:inline|below)|comment (?:inline|below)|play|switch|happily|gladly|i|you|we|he|she|it|they|this|that|there|the|a|an|my|our|your|always be|own|attend|present|speak|be giving|chair|host)"
)
THINGS = r"(?:quotes?|quotation|offer|invoice|refund|replacements?|parcel|package|order|contract|draft|report|fix|patch|update|answer|reply|response|feedback|details|documents?|documentation|drawings?|parts?|samples?|technician|engineer|shipment|delivery|credit note|credit|payment|results?|minutes|photos?|pics|pictures|files?|specs?|plans?|schedule|list|proposal|summary|link|copy|repairs?|goods|items?|unit|confirmation|rest|info|information)"
DEEDS = r"(?:check|find out|look into|look at|look up|look through|ask|see (?:what|if|whether|to)|get back|come back|dig|confirm|chase|talk to|speak to|speak with|talk with|investigate|clarify|run (?:this|that|it) (?:by|past)|discuss|follow up|take a (?:closer |quick )?look|double[- ]check|verify|review|go through|get (?:this|that|it|you|them)|send|forward|sort|fix|work on (?:this|that|it)|test|try (?:this|that|it)|reach out|reproduce|pass (?:this|that|it)|raise|escalate|call|update)"
DOING = r"(?:checking|looking into|asking (?:our|my|the)|chasing|following up|investigating|finding out|sorting (?:this|that|it)|digging into|confirming|arranging|escalating)"
SENDING = r"(?:sending|shipping|posting|mailing|forwarding|calling|delivering|visiting|coming|fixing|updating|releasing|publishing|finishing|preparing|arranging|issuing|doing|bringing|dropping|going to)"
CONTACTS = r"(?:contact|call|phone|ring|e-?mail|reach out to|get back to|get in touch with|write to|follow up with|be in touch|be with you|visit|come|send you|help you|take care|look after|look into|handle|sort|review|check|fix|process|arrange|ship|deliver|update|respond|reply|issue|provide|confirm|advise|assist|let you know|be in contact|give you|speak to you|talk to you|keep you)"
OUR_PEOPLE = r"(?:(?:my|our) (?:[\w-]+ ){1,4}?|(?:a|another|some) (?:colleague|member of (?:our|the) [\w ]{2,25}?|technician|engineer of ours)(?: [\w]+)? |(?:someone|somebody|one) (?:from|in|of) (?:our|my|the) [\w ]{3,25}? |(?:the|our) (?:\w+ )?(?:team|support|office|sales department|accounts department|warehouse|lab) )"
OTHERS = "dhl|ups|fedex|hermes|usps|tnt|courier|carrier|customs|microsoft|google|amazon|apple|paypal|visa"
LEAD = r"^\W*(?:(?:and|but|so|ok|okay|sure|yes|yep|thanks|thank you|right|great|got it|understood|noted|then|no worries|no problem|also)\W+){0,3}"
I_WILL = r"\b(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to|'m gonna|'re gonna| gonna|'m about to| am about to)"

PROMISES = PromiseWords(
    hint=frozenset(
        """'ll ’ll ll will shall gonna going let i we i'm we're undertake promise commit guarantee pledge assure expect count back leave follow
        follows checking looking chasing following asking digging coming due on sending shipping posting mailing forwarding calling
        delivering visiting fixing updating releasing publishing finishing preparing arranging issuing doing bringing dropping
        """.split()
    ),
    capitals=None,
    never=tuple(
        re.compile(each)
        for each in (
            r"\?[\s\"'»“”)\]!?.:;-]*$",
            r"(?<!check )(?<!ask )(?<!see )(?<!out )(?<!know )(?<!clarify )(?<!verify )(?<!confirm )(?<!test )(?<!asking )(?<!checking )(?<!investigate )\bif\b(?! (?:only )?i (?:hear|find|see|get|have|learn) (?:anything|something|more|news|any))",
            r"\b(?:unless|provided(?: that| you)|providing|assuming|in case|should you|in the event|otherwise|upon (?:receipt|payment|request|approval)|on request|as long as|whether you|were you to|hypothetically)\b",
            r"\b(?:once|when|as soon as|after|until|whenever) (?:you|your|u)\b|\bafter receiving your\b|\bonce (?:we|i) (?:have|receive|get) your\b",
            r"^\W*(?:please |kindly |just |simply )*(?:send|tell|give|let (?:me|us) know|call|e-?mail|drop|ping|share|provide|reply|confirm|sign|return|fill|click|say|pick|choose|shout|check|try|open|file|submit|post|attach|upload|forward|run|keep|feel free)\b[^?]*(?:\band|,|;|-|\bthen) (?:then )?(?:i|we)(?:'ll| will| can)\b",
            r"^\W*(?:please|kindly)\b[^,;.]*\band (?:i|we)\b",
        )
    ),
    idle=re.compile(
        r"\b(?:not(?! (?:later|only))|\w+n't|cannot|never|no longer|neither|nor|unable|without|nothing|nobody|none|hardly|no (?!later|worries|problem|doubt)\w+"
        r"|always|usually|normally|typically|generally|often|every|each time|regularly|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|as a rule|perhaps|maybe|might|would|could|should have|attached|enclosed|hereby|herewith|see below|inline|please|yesterday|ago|said|told|thought|hope|wish|happy to|glad to|feel free|i guess|i suppose|i imagine|i think (?:i|we)|were going|was going|were gonna|was gonna|most likely|would've|in my opinion)\b",
    ),
    cuts=re.compile(
        r"(?<=[,;:!…(]) +|(?<=\.\.) | +(?=[-–—] )|(?<=\)) +|\s+(?=(?:and|but|so|because|though|although) (?:(?:then|also|in the meantime|hopefully) )?(?:i|we|you|they|he|she|it|my|our|let|will|please|am|are|is|have|if|the|there)\b)",
    ),
    dependent=re.compile(
        r"^\W*(?:and |but |or )?(?:that|which|who|whom|whose|because|since|while|when|where|why|how|whether|if|unless|once|as soon as|until|before|after|although|though|as (?:i|we|you) (?:said|mentioned|discussed))\b",
    ),
    carries_on=re.compile(r"^\W*(?:and|then)(?: then| also)? (?!(?:i|we|you|they|he|she|it|my|our|the|this|that|there|please|if|is|are|am|was|have)\b)"),
    patterns=(
        says("will", rf"{I_WILL} {HOW}(?!{STATES}\b)[a-z]"),
        says("will have it by then", rf"{I_WILL} (?:have|get|be (?:done|finished|ready|there|able to (?:send|ship|deliver|provide|give|get)))\b", timed=True),
        says("let me", rf"\blet (?:me|us) (?:\w+ly |just |first |go and |go )?{DEEDS}\b|\blet me have a (?:look|word)\b"),
        says("is doing", rf"\b(?:i|we)(?:'m| am|'re| are) (?:currently |now |also |just |already |about )?(?:{DOING})\b(?=.*\b(?:with|into|our|my|the|this|it|that|you|up)\b)(?! (?:you|for)\b)"),
        says("is sending by then", rf"\b(?:i|we)(?:'m| am|'re| are) (?:also |just |now )?{SENDING}\b", timed=True),
        says("undertakes", r"\b(?:i|we) (?:hereby )?(?:undertake|promise|commit|guarantee|pledge)\b|\byou have my word\b|\b(?:i|we) assure you\b"),
        says("you hear", r"\byou(?:'ll| will| shall) (?:also |then |soon )*(?:hear (?:back )?from|hear back|hear more from)\b|\byou(?:'ll| will| shall) (?:\w+ly |soon )*(?:receive|get|have|find)\b.*\b(?:from (?:me|us|our|my)|shortly|soon|in due course)\b"),
        says("you get by then", r"\byou(?:'ll| will| shall| should) (?:also |then |have |\w+ly )*(?:receive|received|get|have|hear|see|be (?:contacted|informed|notified|refunded|credited|updated))\b(?! (?:to|no|until|till)\b)", timed=True),
        says("you can expect it", r"\byou (?:can|may|should) (?:expect|count on|look forward to)\b|^\W*expect (?:it|them|an?|the|our|your)\b", timed=True),
        says("we do", rf"\b{OUR_PEOPLE}(?:will|'ll|is going to|are going to|shall) {HOW}{CONTACTS}\b"),
        builds("a colleague does", rf"(?<![^ ])(?!(?:{OTHERS})/)(?:[a-z]+/NNP ){{1,3}}(?:will|'ll)/MD (?:\S+/RB )?(?:{CONTACTS.replace(' ', '/[^ ]+ ')})/", words=r"\b(?:will|'ll)\b.*\byou\b"),
        says("it comes by then", rf"\b{THINGS}\b.*?\b(?:will|'ll|should|shall) (?:\w+ly |also |then )*(?:be (?:with you|in your|sent|shipped|delivered|posted|issued|ready|done|fixed|refunded|there|on its way|on their way|available|completed|paid|credited|processed|dispatched|resolved|corrected|uploaded|forwarded|finished|back|out|installed|replaced|made)|arrive|reach you|ship|follow|go out|leave|get to you|come)\b", timed=True),
        says("it is done by then", r"\b(?:it|this|that|these|those|they|everything)(?: will|'ll) be (?:with you|sent|shipped|delivered|posted|issued|ready|done|fixed|refunded|on (?:its|their) way|completed|paid|credited|processed|dispatched|resolved|corrected|uploaded|forwarded|finished|sorted|in your)\b", timed=True),
        says("it follows", rf"\b{THINGS}\b (?:to follow|will follow|follows|coming (?:soon|shortly|up))\b|\b(?:more|details) to follow\b"),
        says("named by then", rf"{LEAD}(?:(?:the|your|our|a|new|full|an|final) )*{THINGS} (?:is |are )?(?:coming|due|going out|goes out|out|arriving|ready|shipping|ships|by|with you|to you)?\b(?: \w+\W*){{1,4}}$", timed=True, clipped=True),
        says("will, clipped", rf"{LEAD}(?:will|gonna|going to|shall|'ll) {HOW}(?!{STATES}\b)[a-z]", clipped=True),
        says("doing, clipped", rf"{LEAD}(?:checking with|checking into|looking into|chasing|following up (?:with|on)|asking (?:the|our|my)|digging into|on it\b|will do\b)", clipped=True),
        says("sending, clipped", rf"{LEAD}{SENDING}\b", timed=True, clipped=True),
        says("back to you", rf"{LEAD}(?:be )?back (?:to|with|at) you\b", timed=True, clipped=True),
        says("gets back", r"\b(?:i|we)(?:'ll| will| shall)? (?:\w+ )?(?:get|come|report|circle) back (?:to|with)\b", timed=True),
        says("leaves it with them", r"\bleave (?:it|this|that) with (?:me|us)\b"),
    ),
    dues=DUES,
    kept=KeptWords(
        reports=re.compile(
            r"\b(?:i|we|our \w+|my \w+|they)(?:'ve| have| has)? (?:now |just |already |also |successfully )*(?:\w+ed|sent|found|made|done|got|put|spoke|spoken|built|ran|run|shipped|paid|heard|gave|given|wrote|written|looked)\b"
            r"|\b(?:is|are|was|were|has been|have been) (?:now |just |already |finally )*(?:\w+ed|sent|done|ready|on (?:its|their) way|out|available|live|paid|here|below|up)\b"
            r"|\b(?:attached|enclosed|as promised|here (?:is|are|it|you)|here's|find the|done|sent|please find)\b",
            ),
        attached=re.compile(r"\b(?:attached|attachment|enclosed|please find)\b"),
        as_promised=re.compile(r"\bas (?:promised|agreed|discussed|announced|requested)\b"),
        open_still=re.compile(
            r"\b(?:not|\w+n't|yet|still|waiting|tomorrow|soon|shortly|will|'ll|going to|once|as soon as|delayed?|late|sorry|apologi[sz]e)\b|'ll\b|\?"
        ),
        contact=re.compile(
            r"\b(?:get back|got back|be in touch|in touch|back to you|let you know|contact|call|hear (?:back )?from|keep you (?:posted|updated|informed)|update you|look into|find out|follow up|respond|reply|response|answer|ping you|revert|report back|check)\b",
            ),
        small=frozenset(
            """will shall going gonna send sending sent give giving back your yours with from this that these those they them have having
            tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday week weeks month months days hours business working morning
            afternoon evening next later soon shortly early late within before until after about into once when what which whether then also just
            over our ours first thing good best make sure right away know touch contact call calling ping drop shoot line email mail follow
            following receive expect hear back find please thanks thank much more some here there been being would could should couple
            january february march april june july august september october november december check checking look looking
            colleague colleagues team engineer engineers technician someone somebody possible happened everything again update you'll we'll i'll
            undertake resolve matter chase chasing dave anna worries leave get getting ship shipped shipping post posting forward
            issue issued""".split()
        ),
        doing=(
            ("check", "double-check", "verif"), ("fix", "repair", "resolv", "correct"), ("test",), ("ask", "spoke", "talk"), ("refund", "credit"), ("ship", "dispatch"),
            ("investigat", "looked", "dug"), ("forward", "pass"), ("updat",), ("swap",), ("review", "read"),
            ("book", "reserv"), ("cancel",), ("instal",), ("confirm",), ("reproduc",), ("reset",), ("delet", "remov"), ("add",), ("releas", "publish"),
        ),
    ),
)  # fmt: skip
