"""How English asks: questions, requests, wishes and complaints. Curated for business mail; all patterns our own.

The order counts: the first pattern that fits names the need. Tags are Penn Treebank's ("send/VB me/PRP").
"""

from __future__ import annotations

import re

from coach.languages import _en_asking as asking
from coach.model import NeedKind
from coach.need_words import NeedWords, TellingWords, built, said

QUESTION, REQUEST = NeedKind.QUESTION, NeedKind.REQUEST
WISH, COMPLAINT = NeedKind.WISH, NeedKind.COMPLAINT

# Words that open a direct question, as the politeness measure counts them.
DIRECT_QUESTION_WORDS = frozenset("what why who how when where".split())

W = r"(?:what|why|who|whom|whose|how|when|where|which)"
DO = r"(?:do|does|did|is|are|was|were|can|could|will|would|shall|should|may|might|has|have|had|am|must)"
GOOD = (
    r"(?:great|good|nice|lovely|helpful|wonderful|fantastic|perfect|ideal|useful|best|better|awesome|easier|super|handy"
    r"|preferable|a (?:great |big |huge )?(?:help|pleasure|plus))"
)
LEAD = (
    r"^(?:(?:(?:and|but|or|so|also|then|now|please|kindly|just|again|plus|alternatively|simply|otherwise|therefore|instead"
    r"|meanwhile|first|next|finally|maybe|perhaps|ps|hi|hello|hey|ok|okay|yes|no|thanks|remember|always|never"
    r"|well|do|don|dont)/\S+ |\S+/(?:NNP|NNPS|LS|CD|,|:|HYPH|-\w+-|``|''|n't/RB|\.) |n['’]t/RB )){0,6}"
)
BROKEN = (
    r"(?:broken|damaged|faulty|defective|cracked|dented|scratched|soaked|torn|bent|smashed|leaking|unusable|ruined"
    r"|shattered|stained|rusty|mouldy|moldy|jammed|frozen up|out of order)"
)
CONTACT = (
    r"(?:contact|call|let (?:me|us) know|e-?mail|ask|hesitate|reach(?: out)?|give (?:me|us)|drop (?:me|us)|get in touch"
    r"|write|reply|visit|see|shout|holler|respond|check|feel free)"
)

NEVER = (
    said("offer to be contacted", None, rf"\b(?:if|should|for|with)\b[^.!?]{{0,30}}\b(?:questions?|concerns?|comments?|queries|need (?:anything|any|help|further|more|assistance)|need anything|anything else|problems?|issues?|trouble|assistance|further information|help)\b[^.!?]{{0,70}}\b{CONTACT}\b"),
    said("offer to be contacted", None, rf"\b{CONTACT}\b[^.!?]{{0,50}}\b(?:if|should) (?:you|there|any)\b[^.!?]{{0,30}}\b(?:questions?|concerns?|need anything|need any|anything else|problems?|assistance)\b"),
    said("offer to be contacted", None, r"\bdo(?: not|n['’]?t) hesitate\b|\bfeel free to (?:contact|call|ask|reach|e-?mail|write|get in touch|give (?:me|us)|send any)\b|\bwe(?:['’]re| are) (?:here|happy) to help\b"),
    said("offer of help", None, r"\blet (?:me|us) know (?:if|whether|how|what) (?:i|we) can\b|\bhow (?:can|may) (?:i|we) help\b"),
    said("apology of the writer", None, r"\bplease (?:accept|forgive|excuse|pardon)\b|\b(?:we|i) apologi[sz]e\b|^\W*(?:sorry|apologies|my apologies)\b|\b(?:i am|i['’]m|we are|we['’]re) (?:so |very |really )?sorry\b|^\W*(?:forgive|excuse)\b"),
    said("please take note", None, r"\bplease (?:find|see (?:the )?(?:attach|enclos)|note|be (?:advised|aware|assured)|rest assured|consider the environment|keep in mind)"),
    said("small talk", None, r"\bhow (?:are|r) (?:you|things|u)\b(?! (?:going to|planning))|\bhow['’ ]?(?:s| is) (?:it going|life|everything|things|your (?:day|week))\b|\bhow (?:have you been|do you do)\b|(?<!idea )(?<!know )(?<!wondering )(?<!me )\bwhat['’]s up\b(?! (?:with|at)\b)"),
    said("rhetorical question", None, r"\bwho (?:would have|would['’]ve|could have|knew|knows|cares)\b|\bwhy not\b(?! (?:\w+ ){1,3}(?:me|us|together))|\bwhat can i say\b|\bis ?n['’]t (?:it|that) (?:great|lovely|wonderful|amazing|funny)\b|\bwhat more could\b"),
    said("rhetorical question", None, r"\bwhy (?:is|does) (?:this|it|that|everything)(?: \w+){0,2}? (?:so|this|that) (?:hard|difficult|complicated)\b(?! to\b)"),
    said("not got round to it", None, r"^\W*(?:sorry,? )?(?:(?:i|we) )?(?:did|have|had)(?: not|n['’]?t) (?:yet )?(?:get|got|gotten|have|had) (?:a |the |any |much )?(?:chance|time)\b"),
    said("agrees", None, r"^\W*(?:(?:yes|yeah|yep|ok|okay|sure|great|perfect),? )?(?:that|this|it) (?:works|suits|sounds good|sounds great|is fine|is perfect)(?: \w+)? (?:for|with|by|to) (?:me|us)\b(?! (?:if|unless))"),
    said("own errand", None, r"^\W*(?:i|we)(?:['’]ll| will) (?:(?:just|then|also|gladly) )?(?:pop|drop|send|bring|put|ship|post|mail|email|forward|check|look|call|get back|have a look|take care)\b"),
    said("thanks", None, r"\b(?:want|wanted|would like|['’]d like|just) to (?:thank|say thank|congratulate)\b"),
    said("nothing needed", None, r"\b(?:do not|don['’]t|no longer|not|no) need\b(?! \w+ \w+ (?:but|unless))|\bno (?:need|rush|hurry|action)\b"),
    said("unsubscribe footer", None, r"\bif (?:at any time )?you\b[^.!?]{0,60}\b(?:no longer|not (?:want|wish|like)|prefer not|stop receiving|cancel your|be taken off|remove|received this|unsubscribe|not the (?:named|intended))\b[^.!?]*|\b(?:unsubscribe|opt[- ]out)\b|\b(?:address book|safe (?:senders? )?list|white ?list|delivery to your inbox)\b"),
    said("tip for the reader", None, r"\bif you(?:['’]d| would)? (?:really )?(?:want|like|wish|prefer|use|enjoy|find|log ?in|do not have|are (?:unsure|eligible))\b[^.!?]*?\b(?:just|simply|click|tap|touch|go to|check out|log (?:in|on|onto|into)|launch|visit|rate|fill out|complete the form|(?:might|may) want)\b[^.!?]*"),
    said("good wishes", None, r"^\W*(?:hope|have|enjoy|take care|stay)\b[^.!?]{0,40}\b(?:weekend|day|week|evening|trip|holiday\w*|vacation|time|care|well|safe|year|one|rest)\b"),
)  # fmt: skip

IDLE = (
    said("reported question", QUESTION, r"\b(?:asked|wondered|wanted to know|wants to know|inquired|enquired|requested)\b(?!.*\?)(?<!as i asked)(?<!as we asked)(?<!as requested)"),
    said("solved", COMPLAINT, r"\b(?:fixed|solved|resolved|sorted(?: out)?|no (?:problem|fault|error|issue|complaint)s?|not (?:broken|damaged))\b(?<!not fixed)(?<!not solved)(?<!not resolved)(?<!n['’]t fixed)"),
    said("looking forward", WISH, r"\b(?:look|looking|looks) forward\b(?! to (?:hear|your (?:reply|response|answer|feedback|comments|thoughts|call)))"),
    said("says what is down", REQUEST, r"^\W*(?:(?:the|our|my) )?\w+(?: \w+)? (?:down|offline) (?:since|again)\b"),
    said("conveys", None, r"^\W*(?:i|we) (?:will|['’]ll|can|have|had|did|am|was|were) (?:let|call|send|ask(?:ed)?|check|advise|make sure)\b"),
    said("offer of help", None, r"\blet us help\b"),
    said("let me do it", None, r"^\W*let me (?!know|have|hear)\w+"),
    said("own plan", None, r"^\W*(?:hi|hello|dear|thank|thanks|cheers|see you|talk (?:to|soon)|best|kind|regards|good (?:morning|luck))\b(?!.*(?:\?|\b(?:please|(?:can|could|would|will) you|let (?:me|us) know|need)\b))"),
)  # fmt: skip

PATTERNS = (
    # --- indirect questions -----------------------------------------------------------------------------
    said("asks to be told", QUESTION, rf"\b(?:can|could|would|will|please)\b[^.!?]{{0,25}}\b(?:tell|inform|advise|let (?:me|us) know|explain(?: to)?|clarify)\b[^.!?]{{0,14}}\b(?:{W}|if|whether|about)\b(?=[^.]*\?)|\b(?:do you know|any idea)\b"),
    said("wonders", QUESTION, rf"\b(?:wondering|wonder|curious|like to know|love to know|interested to (?:know|hear)|want(?:ed)? to know|like to (?:ask|find out)|not (?:clear|sure|certain)(?: to (?:me|us))?(?=[^.!?]{{0,25}}\b(?:{W}|if|whether) (?:you|your|we|i|to)\b))\b[^.!?]{{0,25}}\b(?:{W}|if|whether)\b(?! you (?:could|would|can|might be able))", asked=None),
    said("announces a question", QUESTION, r"\bquestions?\s*:\s*\S|\bquestion (?:is|was)\b"),
    said("any news", QUESTION, r"^\W*(?:is there )?any (?:news|update|word|progress|chance|idea|luck|thoughts)\b"),
    said("how about", QUESTION, r"\b(?:how|what) about\b|\bhow come\b", asked=True),
    # --- requests ---------------------------------------------------------------------------------------
    said("why don't you", REQUEST, r"\bwhy do ?n['’]?t (?:you|we|i)\b"),
    said("would you mind", REQUEST, r"\b(?:would|do) you mind\b"),
    built("question word first", QUESTION, rf"^(?:(?:and|but|or|so|also|then|now|ok|okay|hi|hello)/\S+ |\S+/(?:NNP|,|:) )*(?:(?:in|at|on|for|from|by|to|until|with|since)/\S+ )?{W}/", asked=True),
    said("could you", REQUEST, r"(?<!if )(?<!that )(?<!what )(?<!how )(?<!and )(?<!as )(?<!which )(?<!who )(?<!so )\b(?:can|could|would|will|might) (?:you|someone|somebody|anyone|one of you|u)(?: please| possibly| kindly| also| just| maybe| perhaps)* (?!believe|imagine|spend|be able to (?:make|come|attend)|like|have time|prefer|want|be (?:there|around|in|attending|free|home)|still|think|need)\b"),
    said("would you mind", REQUEST, r"\b(?:would|do) you mind\b|\b(?:wondering|wonder|wondered) (?:if|whether) you (?:could|would|can|might)\b|\b(?:is|would) it (?:be )?(?:\w+ )?(?:possible|ok|okay|alright)\b|\bpossible (?:for you )?to\b(?=.*\?)|\bany chance\b|\b(?:can|could|may) (?:i|we) (?:ask|have|get|please|borrow|request|book|order|trouble)\b"),
    said("grateful if", REQUEST, r"\b(?:grateful|obliged|indebted|thankful|appreciative)\b(?=.*\b(?:if|could|would)\b)|\b(?:would|['’]d|will|greatly|really|much) (?:\w+ )?(?:appreciate|be appreciated)\b|\bappreciate (?:it )?(?:if|your (?:help|input|feedback|comments|thoughts|assistance))\b|\bif you (?:could|would)(?: please| just| also)?\b(?! (?:like|prefer|rather|love|be interested|want))"),
    said("needs", REQUEST, r"(?<!if )(?<!when )(?<!what )(?<!anything )\b(?:i|we)(?:['’]ll| will| would| do| also| just| really| still| both| urgently)* (?:need|require)\b(?! to (?:thank|say|apolog))|\bneed (?:you|your|this|from you)\b|\byou (?:need|must|have|ought|should|may want|might want|will need|should also|might) to\b"),
    said("needs it", REQUEST, r"^\W*(?:(?:also|urgently|still|just|really) )*need (?:the|an?|my|our|some|more|another|new|help|copies|\d+|one|two|three|four|five|six)\b", asked=False),
    said("demands", REQUEST, r"\b(?:i|we) (?:expect|demand|request|insist|ask|urge|require|beg|invite|encourage|suggest|recommend|propose)\b|\b(?:i|we) (?:would|['’]d|also|must|hereby|strongly|kindly) (?:\w+ )?(?:ask|urge|request|suggest|recommend|propose|encourage)\b|\bpleased to invite\b|\bmy (?:recommendation|suggestion|request) (?:is|would be)\b|\b(?:extend|send) (?:you )?an invitation\b"),
    said("let us", REQUEST, r"(?<!to )\b(?:let['’]s|let us)\b(?! (?:know|help|say|hope|face|see|down|just say))|^(?:\S+,? ){0,2}lets (?!you\b|users?\b|me\b|see\b)|^\W*(?:and |or )?(?:shall|should) (?:we|i)\b"),
    said("let me know", REQUEST, r"(?<!to )(?<!ll )(?<!will )\blet (?:me|us) know\b|\bkeep (?:me|us) (?:posted|informed|updated|in the loop)\b|(?<!to )\bget back (?:to|with) (?:me|us)\b|\bgive (?:me|us|it|a) (?:a )?(?:call|ring|shout|try|holler|heads)\b|\b(?:you|please) (?:tell|send|call|email|e-mail|give|show) (?:me|us)\b"),
    said("please", REQUEST, r"(?<!to )(?<!will )(?<!sure )\b(?:please|pls|plz|kindly)\b(?! (?:the|everyone|every|even|a)\b)"),
    said("you are asked", REQUEST, r"\byou(?: are|['’]re) (?:asked|requested|invited|encouraged|kindly|welcome to (?:join|attend|come))\b|\byou (?:should|might|could|must|may) (?:also |then |just |want |now |consider )*(?:send|call|leave|give|talk|check|consider|let|tell|contact|prefer|add|find|want|feel|try|start|make)\b|\bno later than\b"),
    said("proposes to meet", REQUEST, r"\b(?:we|you and i) (?:need|should|can|could|must|ought|have|might|may|shoud\w*|will have)(?: to)? (?:\w+ ){0,2}?(?:(?:have|do|grab|find) (?:a |some )?(?:lunch|dinner|coffee|drink|beer|breakfast|call|chat|meeting|time)|discuss|talk|meet|get together|sit down|chat|catch up|go over|speak|get back|compare|schedule|set up|coordinate|plan|review|finalize|touch base)\b|\b(?:maybe|perhaps) (?:we|you|i|coffee|lunch)\b|\b(?:happy|glad|available|delighted|free) to (?:meet|discuss|talk|chat|come (?:by|over|to)|speak|join|get together)\b|\b(?:we|i) (?:can|could|should|might|may)\b[^.!?]{0,40}\b(?:together|lunch|dinner|coffee|drinks|conference call)\b|\b(?:need|have|like|love|want|have) to (?:\w+ )?(?:get with you|talk to you|speak (?:to|with) you|get together|meet|discuss)\b"),
    built("imperative", REQUEST, rf"{LEAD}(?!thank|thanks|hope|wish|regard|love|bless|congrat|hi|dear|be/VB (?!sure|careful|prepared|ready|there|patient)|kind|am|is|are|was|need|want|agree|notice|got|guess|worry|know|figure|plan/VB to|wonder|sound|appear|seem|listen|remember|imagine|celebrate|please|best|enjoy|welcome)[\w-]+/VB\b(?! to/TO be)", asked=False),
    built("imperative", REQUEST, rf"{LEAD}(?!thank|thanks|hope|wish|want|need|got|attached|enclosed|all|both|half|such|what|not|was|is|are|were|has|have|did|do|think|guess|like|love|know|agree)[a-z-]{{3,}}/(?:VBP|NN|NNP|VBN) (?:me|us|it|the|a|an|your|my|his|her|him|them|this|these|those|our|all)/(?!NN)(?!VB)", asked=False),
    built("imperative", REQUEST, rf"{LEAD}(?:call|send|check|let|give|tell|keep|forward|book|add|confirm|cancel|reply|sign|click|visit|email|e-mail|mail|fax|print|update|review|copy|contact|join|get|use|go|try|start|stop|find|come|take|make|put|set|read|ask|bring|return|register|download|note|schedule|enter|complete|plan|talk|meet|discuss|count|learn|follow|turn|change|open|save|share|look|drop|stay|wait|remind)/(?:VBP|NN|NNP|RB|JJ|VB|VBD|VBN|IN) (?:that|to|in|out|up|for|with|back|on|here|and|sure|at|by|from|into|over|off|down|if|when|whether|what|how|tomorrow|today|now)/", asked=False),
    # --- complaints -------------------------------------------------------------------------------------
    said("no answer yet", COMPLAINT, r"\bstill (?:have|has|had|did|do|does|am|are|is|waiting|wait)\b[^.!?]{0,12}\b(?:not|n['’]t|no|waiting|without|missing)\b|\b(?:have|has)(?: not|n['’]t)(?: yet| even)? (?:received|heard|arrived|had (?:a |any )|got|gotten|been (?:delivered|fixed|paid|shipped|refunded|repaired|answered|replied)|turned up|come|worked|shown up)\b|\b(?:no ?one|nobody|none of you)\b[^.!?]{0,25}\b(?:replied|answered|responded|called|came|helped?|picked|picks|shown|showed|contacted|knows|seems)\b|\bwithout (?:any )?(?:reply|response|answer|success)\b|\bno (?:reply|response|answer)\b", asked=False),
    said("still out of order", COMPLAINT, r"^\W*(?:(?:the|our|my) )?\w+(?: \w+)? (?:down|offline) (?:since|again)\b|\bstill (?:failing|crashing|broken|down|stuck|freezing|hanging|offline|timing out|leaking|throwing \w+|(?:getting|seeing|showing) (?:\w+ ){0,3}?(?:errors?|timeouts?|time-outs?|failures?|[45]\d\ds?))\b", asked=False),
    said("still waiting", COMPLAINT, r"\b(?:been|am|are|['’]m|['’]re|keep) waiting (?:for (?:over|more|almost|about|\w+ (?:days?|weeks?|months?|hours?))|since|\w+ (?:days|weeks))|\bwaited (?:for )?(?:over |more than )?\w+ (?:days?|weeks?|months?|hours?)\b|\b(?:overdue|kept (?:us|me) waiting)\b", asked=False),
    said("anger or disappointment", COMPLAINT, r"\b(?:disappoint(?:ed|ing|ment)|dissatisfied|unhappy|not (?:at all |very |really )?(?:happy|satisfied|pleased|impressed)|frustrat(?:ed|ing)|fed up|annoyed|annoying|appalled|furious|complain(?:t|ing)?|upset about|angry|sick of|tired of)\b", asked=False),
    said("hard words", COMPLAINT, r"\b(?:unacceptable|not acceptable|not good enough|ridiculous|disgrace\w*|outrageous|terrible|awful|horrible|appalling|useless|a joke|rude|unprofessional|shambles|nightmare|makes no sense|waste of (?:time|money)|poor (?:service|quality)|let (?:us|me) down)\b", asked=False),
    said("out of order", COMPLAINT, rf"\b(?:is|are|was|were|arrived|came|been|got|with|completely|be)\b[^.!?]{{0,25}}\b{BROKEN}\b|\b(?:broke|broken|breaks|breaking|keeps? breaking|went|gone|goes|been|is|are) down(?:hill)?\b|\b(?:keeps?|kept) (?:\w+ )?(?:crashing|failing|switching|stopping|freezing|dropping|falling|leaking|losing|breaking|turning|asking|jamming|disconnecting|shutting)\b|\b(?:crashes|leaks|overheats|is stuck|gone wrong|went wrong|stopped working|fell off|falls off|came off)\b", asked=False),
    said("does not work", COMPLAINT, r"\b(?:do(?:es)?|did|is|are|has|have|wo|will)(?: not|n['’]?t)\b[^.!?]{0,12}\b(?:work(?:ed|ing)?|fit|match|start|open|load|print|respond(?:ing)?|turn on|correct|right|as (?:agreed|described|ordered|promised)|complete|charge)\b|\bnot working\b", asked=False),
    said("wrong or incomplete", COMPLAINT, r"\b(?:wrong|incorrect|incomplete|mixed up|charged (?:us |me )?(?:twice|double|too much|again)|overcharged|double[- ]charged|billed (?:us |me )?twice|instead of|contrary to|too (?:expensive|high|late|slow|loud|small|noisy)|gone downhill|out of date)\b(?! (?:with|let))", asked=False),
    said("missing or late", COMPLAINT, r"\b(?:is|are|was|were|went|gone|still) (?:\w+ )?(?:missing|late|delayed|lost)\b|\bnever (?:showed|turned|arrived|came|called|received|got|happened|replied|appeared|shipped|answered)\b|\b(?:did(?: not|n['’]t)) (?:show up|turn up|arrive|come)\b|\b(?:cancell?ed|postponed|failed) (?:again|at the last minute)\b|\bshould have (?:been|arrived|come)\b", asked=False),
    said("again and again", COMPLAINT, r"\b(?:the|for the) (?:second|third|fourth|fifth|nth|umpteenth) time\b|\b(?:once again|yet again|every (?:single )?time)\b[^.!?]{0,40}\b(?:not|n['’]t|no|fail\w*|late|wrong|down|error|cancel\w*)\b", asked=False),
    # --- wishes -----------------------------------------------------------------------------------------
    said("would like", WISH, r"^(?:would|['’]d) (?:love|like)\b|\b(?:i|we|(?!you\b|they\b|he\b|she\b)\w+)(?: would|['’]d| +'d) (?:also |really |still |very much |much |both |just )*(?:like|love|prefer|rather|welcome)\b(?! to (?:thank|offer|let you|share|take|help|connect|tell|draw|continue|ensure|assure|clarify|remind|but|be there|introduce|present|point out))", asked=False),
    said("would be good", WISH, rf"\b(?:would|['’]d|might|will|could)(?: also| really)? be (?:\w+ )?{GOOD}\b|\b(?:that|it|which|slot|\w+) would (?:suit|help|work|make)\b|\bideally\b|\b(?:i|we) think it (?:would|might) be\b", asked=False),
    said("wishes", WISH, r"\b(?:i|we) (?:\w+ )?(?:wish|want|wanted|prefer)\b(?! (?:to (?:thank|share|let|help|offer|say|congratulate|emphasi\w+|make sure|remind|take the|ensure|manage|get a feel)|you (?:all|a|the best|both|every|to know)))|\bmy preference\b|\bwish list\b", asked=False),
    said("hopes for", WISH, r"\b(?:i|we)(?:['’]m| am| was|['’]re| are| were)? (?:\w+ )?(?:hoping|hope) (?:for|to|you (?:can|could|will|would)|that you (?:can|could|will|would)|we can|someone|this)\b(?! find)(?! (?:enjoy|well))", asked=False),
    said("interested in", WISH, r"\b(?:i|we)(?: am|['’]m| are|['’]re) (?:\w+ )?interested in\b|\b(?:i|we) have (?:\w+ )?interest in\b", asked=False),
    # --- direct questions -------------------------------------------------------------------------------
    built("question word first", QUESTION, rf"^(?:(?:and|but|or|so|also|then|now|ok|okay|hi|hello)/\S+ |\S+/(?:NNP|,|:) )*(?:(?:in|at|on|for|from|by|to|until|with|since)/\S+ )?{W}/\S+ (?:\S+/(?:RB|JJ|NNS?|CD|NNP) ){{0,3}}?(?:{DO}|['’]s)/(?:VB\w?|MD|POS) (?:you|we|i|they|he|she|it|there|this|that|the|your|our|my|status|any)/", asked=False),
    built("verb first", QUESTION, r"^(?:(?:and|but|or|so|also|then|now)/\S+ |\S+/(?:NNP|,|:) )*(?:do|does|did|are|can|could|will|would|have|has)/\S+ (?:you|we|i|they|there|someone|anyone)/", asked=False),
    said("question mark", QUESTION, r"\?", asked=True),
)  # fmt: skip

MARKS = {
    "imperative": "=imperative",
    "needs": "=need",
    "demands": "=need",
    "would like": "=wish",
    "would be good": "=wish",
    "wishes": "=wish",
    "hopes for": "=wish",
    "interested in": "=wish",
    "wonders": "=wish",
    "question word first": "=question",
    "verb first": "=question",
    "question mark": "=question",
}

NEEDS = NeedWords(
    never=NEVER,
    idle=IDLE,
    patterns=PATTERNS,
    connectors=frozenset("and or but so because".split()),
    turns=frozenset("but so".split()),
    subordinate=frozenset(
        "if when once since as after before while unless until to because although though in for at".split()
    ),
    dependent=re.compile(rf"^(?:(?:and|or)/\S+ )?(?:(?:{W}|that|if|whether)/\S+ (?!(?:{DO})/)\S+/|to/TO \w+/VB\b)"),
    telling=TellingWords(asking.WEIGHTS, asking.BIAS, MARKS, doubtful=frozenset({"=imperative", "=need"})),
)
