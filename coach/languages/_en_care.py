"""English care in a mail: promises without a date, questions left open, warm endings, "we" and "I". Wording our own."""

from __future__ import annotations

import re

from coach.care_words import AskedWords, CareWords, CloseWords, Line, PromiseWords, VoiceWords
from coach.languages._en_apology import APOLOGY, EMPATHY

READERS = {"you": {"you": "you"}}
WRITERS = {
    "one": {"I": "I", "I_am": "I am", "Im": "I'm", "I_will": "I will", "Ill": "I'll", "us": "me", "me": "me", "my": "my", "I_look": "I look", "Looking": "Looking"},
    "many": {"I": "we", "I_am": "We are", "Im": "We're", "I_will": "We will", "Ill": "We'll", "us": "us", "me": "us", "my": "our", "I_look": "We look", "Looking": "Looking"},
}  # fmt: skip

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = r"(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december)"
WHEN_ABLE = r"(?:possible|i can|we can|i possibly can|we possibly can|practicable|practical)"

PROMISES = PromiseWords(
    vague=re.compile(
        rf"(?<![\w-])(?:(?:just|very|quite|fairly|really|sometime|pretty) )?(?:as (?:soon|quickly|fast) as {WHEN_ABLE}|asap|a\.s\.a\.p\.?|(?<!as )(?<!too )(?<!so )soon(?! (?:after|as|enough|before))|shortly(?! (?:after|before|thereafter))|in due course|before (?:too )?long|before (?:very )?long|in the (?:very )?near future|at (?:my|our) earliest (?:convenience|opportunity)|at the earliest(?: (?:opportunity|possible (?:date|time)))?|in a timely (?:manner|fashion)|in no time)(?![\w-])"
    ),
    promised=re.compile(
        r"\b(?:i|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to| plan to| intend to)\b|\byou(?:['’]ll| will| should)(?: \w+)? (?:receive|get|hear|have|be (?:contacted|notified|informed|hearing|able))\b|\b(?:will|['’]ll)(?: \w+)? be(?: \w+)? (?:sent|shipped|fixed|released|published|available|ready|delivered|refunded|repaired|replaced|processed|resolved|in touch|updated|posted|with you|back)\b|\b(?:will|['’]ll)(?: \w+)? (?:follow|arrive|be with you|get back|contact you|reach out|be in touch|call you|send you|write to you|reply)\b"
    ),
    continues=re.compile(r"^\W*(?:and|then|and then)\b\s*(?:will |then )?(?:get|send|let|follow|report|come|call|update|reply|write|share|be in touch)\b"),
    dated=re.compile(
        rf"\d|\[|\b(?:{DAY}|{MONTH}|today|tonight|tomorrow|(?:next|this|coming) (?:week\w*|month|year|days|morning|afternoon|evening|quarter|summer|spring|autumn|fall|winter)|end of (?:the|this|next)|within|(?:two|three|four|five|six|few|couple of) (?:more )?(?:hours|days|weeks|minutes|months)|noon|christmas|easter|once|after (?:the|your|our|i|we|that|my)|upon|as soon as (?!possible|i can|we can|i possibly|we possibly|practic)\w+)\b"
    ),
    unsure=re.compile(
        r"\?|\b(?:if|unless|until|when|whenever|hope|hoping|hopefully|would|could|might|may|wish|please|maybe|perhaps|probably|always|usually|normally|typically|let me know|let us know|do so|think|guess|suspect|how soon|too soon|see you|talk to you|speak to you|looking forward|sooner|or later|anyone|someone)\b"
    ),
    otherwise=re.compile(r"\b(?:not|never|need|needs|want|wants|no|did|was|were)\b|n['’]t\b"),
    with_noun=re.compile(r"(?!)"),
    gives=re.compile(r"(?!)"),
    gap="by [date]",
    bare=re.compile(
        r"^(?:(?:(?:i|we)(?:['’]ll| will)|let me) (?:have a look|take a look|look|check)(?: (?:(?:into|at) )?(?:it|this|that|the matter|your request))?(?: for you)?|(?P<ongoing>i|we)(?:['’]m| am|['’]re| are) looking into (?:it|this|that|the matter|your request))[.!]$"
    ),
    report={"one": "and get back to you by [date]", "many": "and get back to you by [date]", "ongoing": "and will get back to you by [date]"},
    reports=re.compile(r"\b(?:get back|back to you|let you know|keep you (?:posted|updated|informed)|update you|be in touch|report back|hear from (?:me|us)|call you|reply|follow up|send you)\b|\["),
)  # fmt: skip

ASKED = AskedWords(
    asked="Regarding your question {quoted}: [answer]",
    wished="Regarding your request {quoted}: [answer]",
    nobody="Regarding {quoted}: [answer]",
    clause="Regarding your question of {clause}: [answer]",
    topic="Regarding your question about {topic}: [answer]",
    topics=(
        (re.compile(r"^when\b[^,]*\b(?:deliver\w*|arriv\w*|ship\w*|parcel|package|order)\b"), "the delivery date"),
        (re.compile(r"^(?:what|how)\b[^,]*\blead time\b"), "the lead time"),
        (re.compile(r"^how much\b[^,]*\b(?:cost|is|are|would|charge)\b|^what\b[^,]*\b(?:price|cost)\b"), "the price"),
    ),
    gap="[answer]",
    quotes=("“", "”"),
    asides=frozenset("please then so also".split()),
    leans=frozenset("and or but so just also".split()),
    please=re.compile(r"\?$|\b(?:please|kindly|could you|can you|would you)\b"),
    outcry=re.compile(r"(?i)\b(?:on earth|the hell|the heck|the devil|out of luck|for heaven['’]s sake|who knows|am i (?:right|crazy|mad|stupid)|what gives|isn['’]t it|don['’]t you think)\b"),
    requests=re.compile(r"(?i)\b(?:please|pls|kindly|could|can|would|will|may|need|let me|let us|send|call|tell|give|confirm|check|change)\b"),
    wrapped=re.compile(r"(?i)\b(?:(?:does|do|did|has|have|is|are|can|could|would|will|may|might) (?:any(?:one|body)|some(?:one|body)|you|we|i|there)\b[^?]{0,30}\b(?:know|tell|say|explain|idea|ideas|ask|recommend|suggest|thoughts|advice|experience|aware|happen to)\b|any (?:ideas?|thoughts?|suggestions?|advice|hints?|experience|clues?))"),
)  # fmt: skip

CLOSES = CloseWords(
    lines={
        "hint": Line("Thank you for bringing this to {my} attention.", "Thanks for telling {me} about it."),
        "patience": Line("Thank you for your patience.", "Thanks for your patience!"),
        "meeting": Line("{I_look} forward to meeting you.", "Looking forward to meeting you!"),
        "answer": Line("{I_look} forward to your reply.", "Looking forward to hearing from you!"),
        "questions": Line("If anything is unclear, {I} will be happy to help.", "If anything is unclear, just let {me} know."),
    },
    has={
        "hint": re.compile(r"\b(?:attention|letting (?:me|us) know|telling (?:me|us)|for (?:reporting|raising))\b"),
        "patience": re.compile(r"\b(?:patience|bearing with|understanding)\b"),
        "meeting": re.compile(r"\b(?:look(?:ing)? forward|see you)\b"),
        "answer": re.compile(r"\b(?:look(?:ing)? forward|hear from you|let (?:me|us) know|your (?:reply|response|feedback)|get back to (?:me|us))\b"),
        "questions": re.compile(r"\b(?:questions?|unclear|happy to help|let (?:me|us) know|feel free|do not hesitate|don['’]t hesitate|reach out|get in touch)\b"),
    },
    warm=re.compile(
        r"\b(?:thank\w*|appreciat\w*|look(?:ing)? forward|hope|happy|glad|pleased|delighted|enjoy\w*|wish\w*|have a (?:\w+ )?(?:day|week\w*|evening|one|time|trip|holiday|christmas)|good luck|best of luck|all the best|take care|see you|talk (?:soon|to you)|speak soon|let (?:me|us) know|feel free|hesitate|any (?:further |other |more )?questions|sorry|apolog\w*|regards|cheers|patience|welcome|congratulations|great (?:day|week\w*)|hear from you|be in touch|reach out|kindly|love|grateful|helps|help)\b|😊|🙂|:-?\)"
    ),
    cold=re.compile(
        r"^\W*(?:please (?:take note|note|be advised)(?: accordingly)?|for your (?:information|attention)(?: only)?|kindly (?:note|take note|do the needful)|please do the needful|(?:please )?govern yourself accordingly)\W*$"
    ),
    never=re.compile(
        r"\b(?:condolences?|passed away|funeral|bereave\w+|your loss|death of|legal action|lawyers?|attorney|debt collect\w+|final (?:notice|reminder)|lawsuit|terminat\w+|police|accident|hospital|cancer)\b"
    ),
    meets=re.compile(
        r"\b(?:(?:meet|meeting|visit|call|appointment|demo)\b[^.!?]{0,40}\b(?:on|at)\b[^.!?]{0,30}(?:\d|\b(?:mon|tues|wednes|thurs|fri)day)|see you on)"
    ),
    refuses=re.compile(r"\b(?:unfortunately|declin\w*|not (?:able|possible)|unable to|cannot (?:offer|refund)|no interest|not interested)\b"),
    wants_answer=re.compile(r"\b(?:please (?:send|tell|confirm|reply|provide|share|check)|could you|can you|would you)\b"),
    reader=re.compile(r"\b(?:you|your)\b"),
)  # fmt: skip

VOICE = VoiceWords(
    own=frozenset("apologise apologize regret promise".split()),
    phrases=re.compile(
        r"(?:look(?:ing)? (?:into|at) (?:it|this|that|the|your)\b|check(?:ing)?\b|investigat(?:e|ing)\b|send\b|get back to you\b|be in touch\b|be back\b|let you know\b|keep you (?:posted|updated|informed)\b|follow(?:ing)? up\b|(?:call|email|e-mail|phone|update|contact|write to) you\b|call you back\b|forward\b|find out\b|ask (?!you\b)\w+|confirm\b|reply\b|respond\b|apologi[sz]e\b|make sure\b|take care of\b|sort (?:it|this|that) out\b|sorry\b|afraid\b)"
    ),
    shared=re.compile(
        r"\b(?:together|both|each other|as a (?:team|company|family|manufacturer)|all of us|we all|you and (?:i|we)|and (?:i|we) (?:both|each)|between us|i|i['’]\w+|my|mine|myself|me|us|our (?:customers|members|partners|team)|always|usually|generally|every|ourselves|colleagues?|as we)\b"
    ),
    faults=frozenset("mistake fault error oversight".split()),
    team=re.compile(
        r"\b(?:team|ltd|inc|llc|gmbh|department|family|support|committee|board|council|office|customer (?:service|care)|helpdesk)\b|&|\band (?-i:[A-Z])",
        re.IGNORECASE,
    ),
)

COURTESY = re.compile(
    r"^\W*(?:(?:anyway|again|finally|and|once again),? )?(?:(?:many )?thanks?\b|thank you\b|(?:i|we)(?:['’]m| am| are|['’]re)? look(?:ing)? forward\b|looking forward\b|please (?:let (?:me|us) know|feel free|do not hesitate|don['’]t hesitate)\b|(?:if|should) (?:you|there|anything)\b[^.!?]*\b(?:questions?|let (?:me|us) know|hesitate|unclear|help|contact)\b|(?:let (?:me|us) know)\b|(?:i|we) hope\b|hope\b|have a\b|best of luck\b|good luck\b|all the best\b|see you\b|feel free\b)"
)

CARE = CareWords(
    readers=READERS,
    writers=WRITERS,
    apology=APOLOGY,
    empathy=EMPATHY,
    promises=PROMISES,
    asked=ASKED,
    closes=CLOSES,
    voice=VOICE,
    courtesy=COURTESY,
)
