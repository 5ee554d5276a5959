"""English claims that nobody can stand by, and what one can say instead; curated."""

from __future__ import annotations

import re

from coach.plain_words import Change

_ASKED = re.compile(r"\?|\b(?:if|whether|unless)\b")
_NO_CLAIM = re.compile(r"(?i)\?|\b(?:if|whether|not|never|cannot|no)\b|n['’]t\b")
_SUPERLATIVE = {
    "best": "good", "greatest": "good", "finest": "good", "fastest": "fast", "safest": "safe", "easiest": "easy",
    "strongest": "strong", "smartest": "smart", "simplest": "simple", "quickest": "quick", "cheapest": "cheap",
    "toughest": "tough", "most reliable": "reliable", "most advanced": "advanced", "most secure": "secure",
    "most efficient": "efficient", "most powerful": "powerful", "most modern": "modern", "most accurate": "accurate",
    "most comfortable": "comfortable", "most flexible": "flexible", "most durable": "durable", "most experienced": "experienced",
    "most competitive": "competitive",
}  # fmt: skip
_STEMS = "|".join(each.replace(" ", r"\s+") for each in sorted(_SUPERLATIVE, key=len, reverse=True))
_MASS = frozenset(
    """support service quality value software equipment advice care help performance protection security hardware coverage
    food coffee work experience training expertise technology accuracy reliability maintenance insulation comfort""".split()
)
_PLAIN_NOUNS = frozenset(
    """way time thing option place person approach practice practices fit bet choice wishes regards moment day days part
    case idea use guess friend friends one ones luck interest interests bit news course solution move result results""".split()
)
_TAIL = (
    r"(?P<tail>\s+(?:ever(?:\s+made)?|in\s+the\s+(?:whole\s+)?(?:world|business|industry|country|city|market)|on\s+the\s+(?:whole\s+)?(?:market|planet)"
    r"|in\s+town|of\s+all\s+time|money\s+can\s+buy|out\s+there|around|anywhere|available\s+anywhere|you\s+will\s+ever\s+(?:find|see|use|own)))"
)
_ENDED = r"(?=\s*[.!,;]|\s+(?:for|and|to|with|from)\b|\s*$)"
_PHRASE = rf"the\s+(?:(?:very|absolute|absolutely)\s+)?(?P<stem>{_STEMS})\s+(?P<noun>(?:(?:customer|delivery|after-sales|technical|battery|product|build)\s+)?[a-z]+)"
_OURS = (
    r"\b(?:[Ww]e\s+(?:(?:can|always|will|also)\s+)?(?:offer|have|provide|deliver|build|make|sell|supply|give\s+you|get\s+you|bring\s+you)(?:\s+you)?"
    r"|[Oo]ur\s+(?:\w+\s+){1,3}(?:is|are|offers?|has|have|provides?)|[Ww]e\s+are|[Ww]e['’]re|[Yy]ou\s+(?:will\s+)?get)"
)


def _toned(match: re.Match[str]) -> str | None:
    """ "the best prices in town" -> "very good prices", "the best camera ever" -> "a very good camera"."""
    noun = " ".join(match["noun"].split())
    head = noun.rsplit(" ", 1)[-1]
    if head in _PLAIN_NOUNS or head.endswith(("ing", "ed", "ly")):
        return None
    adjective = _SUPERLATIVE[" ".join(match["stem"].split())]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return f"{'' if plural or head in _MASS else 'a '}very {adjective} {noun}"


_SURE = (
    r"(?:sure|certain|confident|safe|secure|reliable|accurate|satisfied|happy|compatible|waterproof|convinced|positive)"
)
_DOES = r"(?:delivers?|answers?|repl(?:y|ies)|responds?|arrives?|works?|ships?|meets?|finish(?:es)?|succeeds?|keeps?|gets?|finds?|fix(?:es)?|solves?|performs?)"
_OUR = r"\b(?:[Ww]e|[Oo]ur\s+(?:[\w-]+\s+){1,3}?)"
_HAPPENS = re.compile(
    r"^(?P<what>This|It|That|Such\s+a\s+mistake|This\s+mistake|This\s+error)\s+(?:will|['’]ll|is\s+going\s+to)\s+(?:absolutely\s+|definitely\s+)?never(?:\s+ever)?\s+(?P<verb>happen|occur)\s+again"
    r"(?=[.!])"
)


def _again(match: re.Match[str]) -> str:
    what = match["what"]
    named = "this" if what in ("This", "It", "That") else what[0].lower() + what[1:]
    return f"We will do everything we can to keep {named} from happening again"


CLAIMS = (
    Change(_HAPPENS, _again),
    Change(re.compile(r"\b(?P<out>(?:is|are)\s+guaranteed\s+to)(?=\s+[a-z]+\b)"), "should", unless=_ASKED),
    Change(re.compile(r"\b(?P<who>I|[Ww]e)\s+(?:can\s+)?(?:absolutely\s+|fully\s+|personally\s+)?guarantee(?:\s+you)?(?P<that>\s+that)?(?=\s+(?:this|it|that|the|your|you|our|we|all|there|these|those)\b\s+(?:\w+\s+){0,4}?(?:will|is|are|can)\b)"),
           lambda match: f"{match['who']} {'am' if match['who'] == 'I' else 'are'} confident that", unless=_ASKED,
           never_after=re.compile(r"\b(?:what|which|that)\s*$")),
    Change(re.compile(r"\b(?:I|[Ww]e)\s+will\s+(?P<out>definitely|absolutely|100\s?%)(?=\s+[a-z]+\b)"), unless=_NO_CLAIM),
    Change(re.compile(r"\b(?:it|this|that|they|(?:the|your|our)\s+\w+)\s+(?P<out>will\s+(?:definitely|absolutely|certainly|surely))(?=\s+(?:arrive|work|help|fix|solve|fit|reach|last|be|improve|get|run|make)\b)", re.IGNORECASE),
           "should", unless=_NO_CLAIM),
    Change(re.compile(rf"(?<=\s)(?P<out>100\s?%|100\s+percent|one\s+hundred\s+percent|a\s+hundred\s+percent|absolutely|completely|totally)(?=\s+{_SURE}\b)"),
           unless=_NO_CLAIM, at_start=False, never_after=re.compile(r"(?i)\b(?:an?|not|been|make|making|made)\s*$"),
           never_before=re.compile(r"\s+(?:secure|safe|reliable|accurate|happy|satisfied)\s+(?:[a-z]+s|[a-z]+ion|solution|product)\b")),
    Change(re.compile(r"\b(?P<out>(?:completely\s+|absolutely\s+|totally\s+|100\s?%\s+)?(?:foolproof|fail-?safe|fool-proof))\b"), "very reliable", unless=_ASKED, at_start=False),
    Change(re.compile(r"\b(?P<out>(?:completely\s+|absolutely\s+|totally\s+|100\s?%\s+)(?:risk-free|risk\s+free))\b"), "low-risk", unless=_ASKED, at_start=False),
    Change(re.compile(r"\b(?:is|['’]s)\s+(?P<out>(?:absolutely\s+)?no\s+risk\s+(?:at\s+all|whatsoever))\b"), "little risk", unless=_ASKED),
    Change(re.compile(rf"\b(?P<out>{_PHRASE}{_TAIL}){_ENDED}"), _toned, unless=_NO_CLAIM),
    Change(re.compile(rf"{_OURS}\s+(?P<out>{_PHRASE}){_ENDED}"), _toned, unless=_NO_CLAIM,
           never_before=re.compile(r"\s+(?:I|you|we|that|possible|of)\b")),
    Change(re.compile(r"\b(?P<out>(?:is|are)\s+(?:simply\s+)?the\s+best(?:\s+ever|\s+in\s+the\s+(?:world|business)|\s+on\s+the\s+market)(?=[.!,]))"),
           lambda match: f"{match['out'].split()[0]} very good", unless=re.compile(r"(?i)\?|\byou\s+are\b"),),
    Change(re.compile(r"\b(?P<out>an\s+unbeatable)(?=\s+[a-z])"), "a very good"),
    Change(re.compile(r"\b(?P<out>unbeatable)(?=\s+[a-z])"), "very good", never_after=re.compile(r"\ban\s*$")),
    Change(re.compile(r"\b(?P<out>unrivall?ed|unparalleled|unmatched|unsurpassed)(?=\s+[a-z])"), "excellent"),
    Change(re.compile(r"\b(?P<out>second\s+to\s+none)\b"), "excellent", unless=_ASKED),
    Change(re.compile(r"(?<=\s)(?P<out>without\s+fail)(?=\s*[.!])"), unless=_ASKED),
    Change(re.compile(rf"{_OUR}\s*\b(?P<out>always)(?=\s+{_DOES}\b)"), "almost always", unless=_NO_CLAIM),
    Change(re.compile(r"\b[Oo]ur\s+(?:[\w-]+\s+){1,3}(?P<out>never)(?=\s+(?:fails?|breaks?|crash(?:es)?|goes\s+down|go\s+down|stops?|lets?\s+you\s+down|disappoints?)\b)"), "rarely", unless=_ASKED),
    Change(re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]he\s+[\w-]+)\s+(?P<out>never)(?=\s+(?:fails|breaks|crashes|goes\s+down|lets\s+you\s+down|disappoints)\b)"), "rarely", unless=_ASKED),
    Change(re.compile(r"\b[Ww]e\s+(?P<out>never)(?=\s+(?:fail|miss|disappoint|make\s+(?:a\s+)?mistakes?|let\s+(?:you|anyone|our))\b)"), "rarely", unless=_ASKED),
    Change(re.compile(r"\b(?P<out>[Aa]ll\s+(?:of\s+)?our)(?=\s+(?:customers|clients|users|guests|patients|tenants)\s+(?:love|are\s+(?:happy|satisfied|delighted)|recommend|agree|like)\b)"),
           lambda match: "Most of our" if match["out"][0] == "A" else "most of our"),
    Change(re.compile(r"\b(?P<out>[Ee]very\s+(?:single\s+)?(?P<who>customer|client|user|guest))(?=\s+(?:loves|is\s+(?:happy|satisfied|delighted)|recommends|likes)\b)"),
           lambda match: f"{'Almost' if match['out'][0] == 'E' else 'almost'} every {match['who']}"),
)  # fmt: skip
