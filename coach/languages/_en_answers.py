"""How English answers, promises, attaches, regrets and thanks for a question. Curated for business mail."""

from __future__ import annotations

import re

from coach.answer_words import AnswerWords

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"

NOT = r"(?! (?:not|never|no longer)\b)"

ANSWERS = AnswerWords(
    promise=re.compile(
        rf"^(?!.*\?).*?(?:\b(?:let me|(?:i|we)(?:'ll| will)|i am going to|i'm going to|we are going to|we're going to)\b{NOT}[^.!?]{{0,40}}\b(?:check|look into|ask|find out|get back|come back|clarify|follow up|chase|update|let you know|keep you|go through|call you|tell you|send|forward|sort|investigate|confirm|review|have|be in touch|be back)\b"
        rf"|\b(?:i am|i'm|we are|we're)\b{NOT}(?: \w+){{0,3}}? (?:checking|looking into|asking(?! you\b)|finding out|chasing|updating|following up|sorting|investigating|confirming)\b"
        rf"|\b(?:i|we) can\b{NOT}[^.!?]{{0,20}}\b(?:tell you|check|find out|look into)\b"
        rf"|\b(?:get|come) back to you\b|\bkeep you (?:posted|informed|updated)\b|\bas soon as (?:i|we)\b|\byou(?:'ll| will) (?:hear from (?:me|us)|have|get|receive)\b(?! (?:to|no|nothing)\b))"
    ),
    asks_back=re.compile(r"\?"),
    attached=re.compile(r"\b(?:attached|enclosed|attachment|here (?:is|are)|please find|just sent|have sent|i sent|we sent|already sent|i (?:have )?forwarded|has it now|below you (?:will )?find|you (?:will |can |'ll )?find it)\b"),
    yes_or_no=re.compile(r"^\W*(?:yes|no|yep|yeah|nope|sure|of course|certainly|absolutely|unfortunately(?: not)?|sorry, no|not (?:yet|at|really)|done|correct|exactly|right|happy to|will do|no problem|that(?:'s| is) (?:right|fine|possible|ok|correct)|they (?:are|do|can|will)(?: not)?\b|it (?:is|does|can|will)(?: not)?\b|we (?:do|can|accept)\b|there (?:is|are)\b)"),
    regret=re.compile(r"\b(?:sorry|apolog\w+|regret\w*|understand (?:how|your|that)|our (?:fault|mistake|error)|my (?:fault|mistake)|should (?:never|not) have happened|annoying|frustrating|inconvenience|embarrass\w*|unacceptable of us)\b"),
    repair=re.compile(r"\b(?:refund\w*|replace\w*|replacement|credit\w*|repair\w*|fix(?:ed|ing)?|correct(?:ed|ing)|on (?:its|their|the) way|technician|fitter|engineer|compensat\w+|free of charge|resend|resent|re-?deliver\w*|exchang\w+|chasing)\b"),
    only_polite=re.compile(r"\b(?:thank\w*|appreciate|glad)\b[^.!?]{0,40}\b(?:question|mail|e-mail|email|message|enquiry|inquiry|interest|getting in touch|note|reaching out|contacting|visiting|order|words|feedback|visit|trust|patience|choosing us)\b|\blook(?:ing)? forward to (?:seeing|meeting|welcoming) you\W*$|\b(?:have|wish\w*|enjoy)\b[^.!?]{0,25}\b(?:week\w*|day|holiday\w*|evening|success)\b"),
    dismisses=re.compile(r"\b(?:please|kindly|you to) (?:refrain|desist|stop (?:asking|writing|calling|contacting|emailing))\b|\b(?:do not|don't) (?:contact|write to|call|email|bother) (?:me|us)(?: again| any ?more)\b|\bcalm (?:down|yourself)\b|\bmind your own\b|^\W*(?:please|kindly) (?:check|wait|be patient|hold on|stand by)\W*$|^\W*(?:shop|order|buy|grab yours) now\b"),
    names_time=re.compile(rf"\b(?:{DAY}|{MONTH}|tomorrow|today|tonight|yesterday|next (?:week|month|year)|hours?|days?|weeks?|months?|o'clock|noon|am|pm|end of|beginning of|soon|right away|immediately|shortly|already|easter|christmas|morning|afternoon|evening|any time)\b|\d{{1,2}}[:.]\d\d|\d{{1,2}}(?:st|nd|rd|th)\b"),
    names_amount=re.compile(r"\d|\b(?:free|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|dozen|several|few|none|no charge|all|percent)\b"),
    names_price=re.compile(r"[$€£]\s*\d|\d[\d.,]*\s*(?:[$€£%]|euros?|dollars?|pounds?|usd|eur|gbp|percent|cents?)|\b(?:free of charge|for free|no charge|percent|euros?|dollars?|pounds?)\b|\b(?:is|offer is|price is|cost(?:s)?) \d"),
    names_place=re.compile(r"https?://|www\.|\b(?:in|on|at|under|here|there|behind|next to|above|below)\b"),
    when_question=re.compile(r"\b(?:when|how long|how soon|how quickly|lead time|what time|by what date|since when|how often)\b"),
    how_many_question=re.compile(r"\bhow many\b|\bwhat quantity\b"),
    price_question=re.compile(r"\b(?:how much|what (?:does|do|would|will|is|are)\b[^?]{0,40}\b(?:cost|price|charge|fee)|how expensive|what price)\b"),
    where_question=re.compile(r"\b(?:where)\b"),
    yes_no_question=re.compile(r"^\W*(?:(?:and|or|but|also|so)\s+)?(?:\w+, )?(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|may|should|shall|am|must)\b"),
    asks_for_thing=re.compile(r"\b(?:send|forward|mail|email|e-mail|share|provide|submit|need|pass on|copy of)\b"),
)  # fmt: skip
