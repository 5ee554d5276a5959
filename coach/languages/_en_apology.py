"""How English apologises and shows empathy, and the lines it offers. Curated for business mail; all wording our own."""

from __future__ import annotations

import re

from coach.care_words import ApologyPart, ApologyWords, EmpathyWords, Line, Matter

TROUBLE = (
    r"(?:errors?|mistakes?|mix-?up|outage|fault|failure|delays?|backlog|illness|sick\w*|shortage|oversight|glitch|bug|misunderstanding"
    r"|holiday season|staff\w*|traffic|migration|breakdown|maintenance)"
)

APOLOGY = ApologyWords(
    shows={
        ApologyPart.REGRET: re.compile(
            r"\b(?:(?:i|we)(?:['’]m| am|['’]re| are|['’]d like| would like| must| want| do)?(?: \w+){0,3}? (?:sorry|apologi[sz]e|regret)\b(?! (?:but|to (?:hear that you|bother|trouble)))|^\W*(?:\w+ )?(?:(?:so|very|really|terribly|truly) )?sorry (?:for|about|that|to|again|you)\b|(?:my|our)(?: \w+)? apolog(?:y|ies)|apologies (?:for|again|that|about)|apology\b|accept (?:my|our)|my bad\b|sorry (?:for|about) (?:the|this|that|any|all|our|my|not))"
        ),
        ApologyPart.EXPLANATION: re.compile(
            rf"\b(?:the (?:reason|cause)\b|(?:was|were|is|been) (?:caused|due|down|triggered) (?:by|to)\b|(?:because|due to|owing to|since|as a result of|thanks to)\b[^.!?]{{0,80}}\b{TROUBLE}\b|(?:because|since) (?:we|i|our|my)\b|what happened (?:was|is)|it turns? out that|this happened (?:because|when|as)|{TROUBLE} (?:on our side |at our end |in our \w+ )?(?:caused|led to|meant|delayed))"
        ),
        ApologyPart.RESPONSIBILITY: re.compile(
            r"\b(?:(?<!not )(?:my|our)(?: own)? (?:mistake|fault|error|oversight|failure|responsibility|mix-?up)\b|(?:mistake|fault|error|oversight|mix-?up)s? (?:\w+ ){0,2}?(?:on|at) (?:our|my) (?:side|part|end)|(?:take|accept|took) (?:full |complete )?(?:responsibility|the blame)|(?:i|we) (?:\w+ )?(?:forgot|overlooked|missed (?:your|the|this|that)|messed up|dropped the ball|failed to|got (?:it|this|that) wrong|made a mistake|let you down|mixed up|fell short)\b"
            r"|should(?: never| not|n['’]t) have (?:happened|been|occurred)|(?:we|i) should(?: have|['’]ve) (?:\w+ )?(?:told|informed|sent|checked|called|replied|noticed|let|answered|been|done|written|updated)|(?:this|that|it) is on (?:me|us)\b|(?:you are|you['’]re) (?:\w+ )?right\b|(?:sorry|apolog\w+) (?:for|about) (?:the|my|our|this|that) (?:mistake|error|oversight|mix-?up)\b|rightly (?:upset|annoyed|disappointed|frustrated)|not (?:the|up to the) (?:service|standard)s?\b)"
        ),
        ApologyPart.REPENTANCE: re.compile(
            r"\b(?:(?:not|n['’]t|never)(?: \w+){0,2}? (?:happen|occur|repeat\w*)(?: \w+)? again|(?:not|n['’]t|never) (?:happen|occur|be repeated)\b|(?:doesn['’]t|does not|won['’]t|will not|never) (?:happen|occur) again|(?:prevent|avoid|stop)\b[^.!?]{0,40}\b(?:again|in (?:the )?future|happening|recurring|repeat)|in (?:the )?future,? (?:we|i)(?:['’]ll| will)\b|(?:from now on|going forward),? (?:we|i)\b|(?:learned|learnt) (?:\w+ )?from (?:this|it)|(?:changed|reviewed|reviewing|improved|improving|updated) (?:our|the|how) (?:\w+ )?(?:process\w*|procedure\w*|checks|workflow|we))"
        ),
        ApologyPart.REPAIR: re.compile(
            r"(?:\b(?:refund\w*|replac(?:e|ed|ing|ement)\b|credit(?:ed| note)\b|repair(?:ed|ing)?\b|(?:have|has|is|are|been|will) (?:\w+ )?fix(?:ed|ing)?\b|will fix|correct(?:ed|ing) (?:invoice|bill|version|the|your)|corrected\b|compensat\w+|free of charge|at no (?:extra )?(?:cost|charge)|resen[dt]\b|re-?deliver\w*|exchange it|discount|voucher|make (?:it|this|that|things) (?:right|up to)|put (?:it|this|that|things) right|sorted (?:it|this|that)? ?out|new (?:appointment|invoice)|by express)|\[solution\])"
        ),
    },
    excuses=re.compile(
        r"\b(?:no need to (?:apologi[sz]e|be sorry)|(?:do not|don['’]t|needn['’]t) (?:need to |have to )?(?:apologi[sz]e|be sorry)|(?:accept|thanks? (?:you )?for) (?:your|the) apolog\w+|apology accepted|sorry,? but\b|sorry (?:to|for) (?:bother|trouble|disturb|post|ask|insist|com|spam|repeat|jump|interrupt|hijack|the noise|be)\w*|(?:i|we)(?:['’]m| am) sorry (?:if|to hear)|sorry (?:i|we) (?:don['’]t|do not) (?:know|understand|follow))"
    ),
    conditional=re.compile(  # "we are sorry if ...", "if the table was damaged, we apologise"
        r"(?i)\b(?:sorry|apologi[sz]e|apologies|regret(?: it)?)(?: (?!for\b|about\b|that\b)[\w-]+){0,3},? (?:if|should (?:you|this|it|there|any))\b"
        r"|\b(?:if|should) [^.;:!?]{3,90}, (?:\w+['’]?\w* ){0,4}(?:sorry|apologi[sz]e|apologies|regret)\b"
    ),
    wants=re.compile(
        r"\b(?:(?:expect|demand|want|deserve|owe|would like|owed|waiting for)\b[^.!?]{0,40}\bapolog(?:y|ies)\b|(?:without|no|not even|not so much as)(?: \w+){0,2}? apology|apology (?:is|would be) (?:due|in order|the least|appropriate|nice))"
    ),
    faults=frozenset(
        {"no answer yet", "still waiting", "wrong or incomplete", "missing or late", "out of order"}
    ),
    offers={
        ApologyPart.REGRET: Line("{I_am} very sorry about this.", "{Im} really sorry about this."),
        ApologyPart.RESPONSIBILITY: Line(
            "This should not have happened, and the responsibility for it lies with us.",
            "This shouldn't have happened, and that's on {us}.",
        ),
        ApologyPart.EXPLANATION: Line("The reason for this was: [reason].", asks=True),
        ApologyPart.REPAIR: Line("To put this right, {I} can offer you the following: [solution].", "To put this right, here is what {I} can do: [solution].", asks=True),
        ApologyPart.REPENTANCE: Line(
            "{I_will} do everything {I} can to make sure that this does not happen again.",
            "{Ill} make sure this doesn't happen again.",
        ),
    },
)  # fmt: skip

GOODS = r"(?:deliver(?:y|ies)|parcel|package|order|shipment|goods)"
DAMAGED = r"(?:damaged|broken|cracked|scratched|dented|smashed|torn|leaking|in pieces)"
NOT_THERE = r"(?:not (?:\w+ )?(?:arrived|here|come|been delivered|received|shipped|turned up)|n['’]t (?:\w+ )?(?:arrived|come|received|been delivered|shipped|turned up|got)|late|delayed|overdue|waiting|still (?:not|missing)|never (?:arrived|came|turned up)|no sign)"

SEE = "{I} understand how frustrating"
SEE_LOOSE = "{I} get how frustrating"


def _matter(name: str, told: str, that: str, loosely: str, annoying: str) -> Matter:
    return Matter(
        name,
        re.compile(told),
        Line(f"{{I_am}} sorry that {that}.", f"{{Im}} sorry {loosely}."),
        Line(f"{SEE} {annoying}.", f"{SEE_LOOSE} {annoying}."),
    )


EMPATHY = EmpathyWords(
    shows=re.compile(
        r"\b(?:(?:i|we)(?: can| do|['’]m| fully| completely| totally)*(?: \w+)? (?:understand|appreciate|see|imagine|get|hear)\b[^.!?]{0,50}\b(?:frustrat\w+|annoy\w+|disappoint\w+|upset\w*|angry|anger|concerns?|inconvenien\w+|difficult|stressful|feel|worr\w+|tiresome|trouble|irritat\w+)\b"
        r"|(?:that|this|it)(?:['’]s| is| must be| sounds| must have been)(?: \w+)? (?:frustrating|annoying|disappointing|unfortunate|a nuisance|a pain|irritating|upsetting|unacceptable|not (?:ok|okay|acceptable|good enough))"
        r"|sorry\b|apolog\w+|regret\b|(?:you(?:['’]re| are)|you have every) (?:\w+ )?right\b|rightly\b|take (?:your|this|that|it)(?: \w+){0,4}? seriously|should(?: never| not|n['’]t) have happened|inconvenience\b|(?:thanks|thank you)(?: so much| very much)? for (?:your (?:\w+ )?patience|being (?:so )?(?:open|honest|patient)|bearing with)|(?:my|our) (?:fault|mistake)\b|your frustration)"
    ),
    denies=re.compile(r"\b(?:(?:do not|don['’]t|cannot|can['’]t) (?:understand|see why)|sorry,? but|sorry to bother|not sorry)\b"),
    matters=(
        _matter(
            "no_answer",
            r"\b(?:nobody|no ?one|none of you|you|i|we)\b[^.!?]{0,20}\b(?:no|not|n['’]t|never|nobody|without|waiting|still)\b[^.!?]{0,40}\b(?:reply|replied|replies|response|responded|answer(?:ed)?|heard|call(?:ed)? (?:me |us )?back|got(?:ten)? back)\b|\b(?:nobody|no ?one)\b(?: has| ever| even)* (?:replied|answered|responded|called|got)\b|\b(?:waiting|waited)\b[^.!?]{0,30}\bfor (?:a|an|any|your) (?:reply|response|answer)\b",
            "you have had to wait so long for an answer",
            "you've had to wait so long for an answer",
            "it is to wait so long for an answer",
        ),
        _matter(
            "damaged",
            rf"\b{DAMAGED}\b[^.!?]{{0,40}}\b(?:arriv\w+|deliver\w+|on arrival)|\b{GOODS}\b[^.!?]{{0,60}}\b{DAMAGED}\b|\b(?:arrived|came|delivered)\b[^.!?]{{0,40}}\b{DAMAGED}\b",
            "your delivery did not reach you in one piece",
            "your delivery didn't reach you in one piece",
            "it is when a delivery arrives damaged",
        ),
        _matter(
            "wrong_delivery",
            rf"\b(?:wrong|incorrect|missing|incomplete)\b[^.!?]{{0,40}}\b(?:item|items|part|parts|deliver\w+|sent|order|goods|size|colou?r)\b|\b{GOODS}\b[^.!?]{{0,40}}\b(?:incomplete|missing|wrong|mixed up)\b",
            "something was wrong with your delivery",
            "something was wrong with your delivery",
            "it is when something is wrong with a delivery",
        ),
        _matter(
            "delivery_late",
            rf"\b{GOODS}\b[^.!?]{{0,60}}\b{NOT_THERE}\b|\b{NOT_THERE}\b[^.!?]{{0,50}}\b{GOODS}\b",
            "your delivery has been delayed",
            "your delivery has been delayed",
            "the delay to your delivery is",
        ),
        _matter("reminder", r"\b(?:dunning|(?:payment|final) reminder|debt collect\w+|late fee)\b", "the reminder has caused you trouble", "the reminder has caused you trouble", "it is to get a reminder that you did not expect"),
        _matter(
            "invoice",
            r"\b(?:invoices?|bill|billed|charged|overcharged|billing|double[- ]charged)\b",
            "you have had trouble with the invoice",
            "you've had trouble with the invoice",
            "it is when an invoice causes trouble",
        ),
        _matter("outage", r"\b(?:outages?|downtime|(?:is|was|been|went|gone|are|were) (?:down|offline))\b", "the outage has caused you trouble", "the outage has caused you trouble", "an outage like this is"),
        _matter(
            "appointment",
            r"\b(?:appointment|visit|technician|engineer|fitter)\b[^.!?]{0,50}\b(?:never|not|n['’]t|cancel\w+|missed|failed|no[- ]show|postponed)\b|\b(?:nobody|no ?one)\b[^.!?]{0,20}\b(?:came|showed up|turned up|come)\b",
            "the appointment did not work out as agreed",
            "the appointment didn't work out as agreed",
            "it is when an appointment does not work out as agreed",
        ),
        _matter("waiting", r"\b(?:waiting|waited|on hold|kept (?:me|us) waiting)\b", "you have had to wait so long", "you've had to wait so long", "such a long wait is"),
        _matter(
            "thing",
            r"[^.!?,;]{0,20}\b(?:(?:does|do|did|will|would|has|is)(?: not|n['’]t)|won['’]t|no longer|never)\b(?: \w+)? (?:work\w*|start\w*|open\w*|print\w*|respond\w*|load\w*|heat\w*|charge\w*|turn\w*|switch\w*|close\w*|lock\w*)\b|[^.!?,;]{0,20}\b(?:(?:has |have )?stopped (?:working|responding|printing|heating|charging)|keeps (?:\w+ )?(?:crashing|freezing|failing|leaking|stopping|jamming)|is (?:\w+ )?(?:broken|stuck|faulty|defective|leaking|dead)|has (?:\w+ )?(?:broken|failed|crashed|died)|broke|crashes|leaks|freezes)\b",
            "you have had trouble with {thing}",
            "you've had trouble with {thing}",
            "the trouble with {thing} is",
        ),
    ),
    general=Matter(
        "general",
        re.compile(r"(?!)"),
        Line("{I_am} sorry that this has not gone as you had every right to expect.", "{Im} sorry this hasn't gone the way it should have."),
        Line("{I} can well understand that you are unhappy about this.", "{I} totally get that you're unhappy about this."),
    ),
    things=dict.fromkeys(
        """printer machine heating boiler pump software app scale camera website battery lock cash-register router laptop
        computer server account login password device display phone bike car lift elevator valve charger modem screen
        monitor scanner sensor portal update installer driver dashboard subscription licence license firmware
        connection interface module board antenna amplifier dishwasher fridge oven door window
        thermostat motor engine compressor tool generator""".split(),
        "the",
    ),
    heated=frozenset({"anger or disappointment", "hard words"}),
    personal=re.compile(r"\b(?:i|we|me|us|your?|(?:this|that) (?:is|was)|service)\b"),
    thanks_first=re.compile(
        r"^\W*(?:(?:many )?thanks|thank you|(?:i|we) (?:thank|appreciate))\b[^.!?]{0,60}\b(?:message|mail|e-mail|email|note|letter|feedback|enquiry|inquiry|reply|update|writing|contacting|reaching out|getting (?:in touch|back)|call|letting (?:us|me) know|report\w*|details|information|photos?|pictures?)\b[^.!?]{0,60}[.!]"
    ),
)  # fmt: skip
