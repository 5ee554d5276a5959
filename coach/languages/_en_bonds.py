"""English words that tell how somebody stands with the reader."""

from __future__ import annotations

import re

from coach.bond_words import BondWords


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns))


WORDS = BondWords(
    shows={
        "praise": _any(
            r"\b(?:great|amazing|brilliant|fantastic|excellent|superb|wonderful|outstanding|gorgeous|awesome) (?:job|work|service|support|team|help|result|news)?\b",
            r"\bwell done\b",
            r"\bloved? (?:it|that|how|the|your|working)\b",
            r"\b(?:very|really|so|extremely|more than) (?:happy|pleased|impressed|satisfied) (?:with|by)\b",
            r"\bhats off\b",
            r"\byou(?:'re| are) the best\b",
            r"\bsaved (?:our|my|the) (?:day|week|bacon)\b",
            r"\bbetter than (?:expected|we hoped)",
            r"\bblown away\b",
            r"\bfirst[- ]class\b",
        ),
        "thanks": _any(
            r"\bthank(?:s| you)(?: so much| very much| a lot| a million| again| ever so much)* for (?!your (?:e-?mail|message|note|enquiry|inquiry|reply)\b)",
            r"\b(?:really|truly|very much|so) appreciat\w+",
            r"\b(?:am|are|we're|i'm) (?:so |very |truly )?grateful (?:for|to you)\b",
            r"\bcouldn't have .{0,40}without you\b",
        ),
        "trust": _any(
            r"\b(?:rely|relying|count|counting|depend) on you\b",
            r"\btrust (?:you|your)\b",
            r"\bin (?:good|safe|your) hands\b",
            r"\bbetween (?:us|you and me)\b",
            r"\bto be (?:open|frank|honest) with you\b",
            r"\bin (?:our|my) corner\b",
        ),
        "personal": _any(
            r"\b(?:my|our) (?:wife|husband|kids?|son|daughter|family|mum|mom|dad|dog|cat)\b",
            r"\bholidays?\b(?! (?:schedule|calendar|season))",
            r"\bvacation\b",
            r"\bbirthday\b",
            r"\bwedding\b",
            r"\bweekend\b",
            r"\bget well\b",
            r"\bbeers?\b",
            r"\bcoffee\b",
            r"\btacos?\b",
            r"\bmerry christmas\b",
            r"\bfootball\b",
            r"\bgarden\b",
            r"\bhugs\b",
        ),
        "recommends": _any(
            r"\brecommend(?:ed|ing)? (?:you|your)\b",
            r"\b(?:use|have) us as a reference\b",
            r"\breference (?:customer|call|for you)\b",
            r"\btold (?:them|a friend|two|my|our) .{0,60}\b(?:you|call)\b",
            r"\breferr(?:ed|al)\b",
            r"\bspread the word\b",
        ),
        "buying": _any(
            r"\b(?:send|get|have|need|request|like) .{0,40}\bquot(?:e|ation)\b",
            r"\bhow much (?:would|does|is|are)\b",
            r"\bpric(?:e|ing) for\b|\bfinal pricing\b",
            r"\bsecond (?:line|machine|unit|site|one)\b|\ba second mk\b",
            r"\bbudget\b",
            r"\b(?:order|buy|purchase) (?:another|more|two|three|a second)\b",
            r"\badditional (?:licen[cs]es?|seats?|units?)\b",
            r"\binterested in (?:buying|ordering|the|your|a)\b",
            r"\bservice plan\b",
            r"\bready to (?:order|buy|say yes|sign|move ahead|go ahead)\b",
            r"\bmove ahead with\b",
        ),
        "growth": _any(
            r"\b(?:we're|we are) (?:growing|expanding|hiring|scaling)\b",
            r"\b(?:new|second|third) (?:site|plant|store|office|factory|warehouse|location)s?\b",
            r"\b(?:double|triple|tripling|doubling) (?:our )?(?:output|capacity|production|team)\b",
            r"\bseries [a-d]\b",
            r"\bfunding\b",
            r"\brecord (?:week|month|year|sales)\b",
            r"\bfirst [\d.,k]+.{0,12}week\b",
            r"\btest stores?\b",
            r"\bexpansion\b",
        ),
        "long_term": _any(
            r"\b(?:framework|annual|long[- ]term|multi[- ]year) (?:contract|agreement|deal|partnership)\b",
            r"\brenew(?:al|ing|ed)?\b.{0,40}\b(?:contract|subscription|agreement|with you)\b",
            r"\bfor (?:many )?years to come\b",
            r"\blook(?:ing)? forward to (?:many|another|working together)\b",
            r"\bsince (?:day one|the .{0,12} days)\b",
            r"\bpartnership\b",
        ),
        "settled": _any(
            r"\b(?:works?|working|running|runs) (?:again|now|fine|perfectly|like a charm|smoothly)\b",
            r"\b(?:all|issue|problem|fault|matter|ticket) .{0,20}\b(?:sorted|solved|resolved|fixed|closed)\b",
            r"\ball (?:is )?(?:good|well|fine|sorted) (?:again|now)\b",
            r"\bno hard feelings\b",
            r"\bthat (?:fixed|solved|did) it\b",
            r"\bproblem solved\b",
        ),
        "chasing": _any(
            r"\b(?:still|yet) (?:haven't|have not|not|no|waiting)\b",
            r"\b(?:haven't|have not|never) (?:heard|received|got|had) .{0,40}(?:back|reply|answer|response|anything)?\b(?:from you|back|yet|reply|response|answer)",
            r"\bno (?:reply|response|answer|word)\b",
            r"\b(?:following|chasing) up\b.{0,30}\bagain\b|\bchasing\b",
            r"\bany (?:news|update)s?\b.{0,5}\?",
            r"\b(?:second|third) (?:time|reminder|mail|email)\b",
            r"\byou (?:promised|said you(?:'d| would))\b",
            r"\bas promised\b.{0,20}\bnot\b",
        ),
        "leaving": _any(
            r"\bcancel(?:l?ing|lation)?\b (?:our|the|my) (?:contract|subscription|account|order|agreement|plan)",
            r"\b(?:terminat\w+|end|ending) (?:our|the|this) (?:contract|agreement|subscription|relationship|cooperation)\b",
            r"\bnotice period\b",
            r"\bgiv(?:e|ing) notice\b",
            r"\b(?:not|won't be|will not be) renew\w*",
            r"\bswitch(?:ing)? (?:to (?:a|an) ?(?:other|different)|supplier|provider|vendor)",
            r"\btak(?:e|ing) our business elsewhere\b",
            r"\blook(?:ing)? elsewhere\b",
            r"\bmov(?:e|ing) (?:away from|off) (?:you|your)",
        ),
        "rival": _any(
            r"\b(?:other|another|different|competing) (?:vendor|supplier|provider|manufacturer|offer|quote|bid)s?\b",
            r"\bcompetitors?\b",
            r"\bcheaper (?:quote|offer|elsewhere)\b",
        ),
        "escalation": _any(
            r"\b(?:lawyers?|solicitors?|attorneys?|legal action|small claims)\b",
            r"\bcompensation\b|\bdamages\b",
            r"\b(?:your|to (?:a|the|your)) (?:manager|supervisor|boss|ceo|director|superior)\b",
            r"\bescalat\w+",
            r"\b(?:formal|official) complaint\b",
            r"\bfinal (?:notice|warning|reminder|deadline)\b",
            r"\blast chance\b",
        ),
        "distance": _any(
            r"\bin writing (?:only|please)\b|\bconfirm .{0,20}in writing\b",
            r"\b(?:no|not) (?:need|necessary) (?:to|for a) (?:call|phone|meet)",
            r"\bplease (?:do not|don't|stop) (?:call|contact|email)\w*",
            r"\bnot interested\b",
            r"\bno (?:interest|need) (?:in|for)\b",
            r"\bnothing (?:more )?(?:to|i can) (?:add|say)\b",
        ),
    },
    not_bond={
        "praise": _any(
            r"\bnot (?:very |really |so )?(?:happy|pleased|impressed|satisfied|great|amazing)",
            r"\bwould be (?:great|amazing|fantastic|wonderful|awesome|brilliant)\b",
            r"\b(?:less|far) (?:than|from)\b",
        ),
        "settled": _any(
            r"\bnot .{0,20}(?:works?|working|solved|fixed|resolved)",
            r"\?\s*$",
            r"\b(?:if|until|once|when|as soon as)\b",
            r"\bstopped working\b",
        ),
        "trust": _any(r"\b(?:can't|cannot|can no longer|don't) (?:rely|count|trust|depend)"),
        "recommends": _any(r"\b(?:what|which|do|would) .{0,20}you recommend\b"),
        "personal": _any(r"\bon holiday until\b|\bout of office\b"),
    },
)
