"""Long English phrases and what says the same in fewer words; curated."""

from __future__ import annotations

import re

import ablaut

from coach.plain_words import Change, LightVerb


def _swap(
    words: str, becomes: str, *, never_before: str = "", never_after: str = "", unless: str = "", at_start: bool = True
) -> Change:
    """A phrase wherever it stands, with a capital where it had one; blanks match line breaks, too."""
    start = f"[{words[0].upper()}{words[0]}]{words[1:]}" if words[0].islower() else f"(?i:{words})"
    return Change(
        re.compile(rf"\b(?P<out>{start})(?!\w)".replace(" ", r"\s+")),
        lambda match: becomes[:1].upper() + becomes[1:] if match["out"][0].isupper() else becomes,
        never_before=re.compile(never_before) if never_before else None,
        never_after=re.compile(never_after) if never_after else None,
        unless=re.compile(unless) if unless else None,
        at_start=at_start,
    )  # fmt: skip


def _gone(words: str) -> Change:
    """Words before a clause that can stand without them, at a sentence's start."""
    return Change(re.compile(rf"^\W*(?P<out>{words})(?=\s+\w)".replace(" ", r"\s+")))


def _forms(infinitive: str) -> dict[str, str]:
    """A verb's forms by name: "make" -> makes, making, made, made."""
    verb = ablaut.conjugate(infinitive, "eng")
    return {
        "base": infinitive,
        "third": verb.third_singular,
        "ing": verb.present_participle,
        "past": verb.past,
        "participle": verb.past_participle,
    }


def _verb(
    light: str, rest: str, becomes: str, *, unless: str = "", never_before: str = "", never_after: str = ""
) -> Change:
    """ "make a decision" -> "decide", in every form of the verb."""
    verb, _, behind = becomes.partition(" ")
    old, new = _forms(light), _forms(verb)
    by_form = {written: new[name] for name, written in reversed(old.items())}
    if old["past"] == old["participle"]:
        assert new["past"] == new["participle"], f"{verb}: which of its forms is meant cannot be told"

    def written(match: re.Match[str]) -> str:
        found = by_form[match["verb"].lower()] + (f" {behind}" if behind else "")
        return found[0].upper() + found[1:] if match["verb"][0].isupper() else found

    forms = "|".join(sorted(by_form, key=len, reverse=True))
    return Change(
        re.compile(rf"\b(?P<out>(?P<verb>(?i:{forms})) {rest})(?!\w)".replace(" ", r"\s+")),
        written,
        never_before=re.compile(never_before) if never_before else None,
        never_after=re.compile(never_after) if never_after else None,
        unless=re.compile(unless) if unless else None,
    )  # fmt: skip


SHORTER = (
    _swap("in order to", "to", never_before=r"\s+not\b"),
    _swap("so as to", "to", never_before=r"\s+not\b", at_start=False),
    _swap("(?:due|owing) to the fact that", "because"),
    _swap("on account of the fact that", "because"),
    _swap("because of the fact that", "because"),
    _swap("for the (?:simple )?reason that", "because", never_after=r"\b(?:only|than)\s*$"),
    _swap("in (?:view|light) of the fact that", "since"),
    _swap("given the fact that", "since"),
    _swap("considering the fact that", "since"),
    _swap("(?:despite|in spite of) the fact that", "although"),
    _swap("notwithstanding the fact that", "although"),
    _swap("regardless of the fact that", "although"),
    _swap("with the exception of", "except for"),
    _swap("in the event that", "if"),
    _swap("on the condition that", "if"),
    _swap("until such time as", "until"),
    _swap("at this point in time", "now"),
    _swap("at this moment in time", "now"),
    _swap("at the present (?:time|moment)", "now"),
    _swap("at the current time", "now"),
    _swap("at a later (?:date|time|point)(?: in time)?", "later", never_before=r"\s+(?:than|which|that)\b"),
    _swap("at an earlier (?:date|time|point)(?: in time)?", "earlier", never_before=r"\s+than\b"),
    _swap("in the near future", "soon", never_after=r"(?i)\b(?:not)\s*$"),
    _swap("in the not too distant future", "soon"),
    _swap("on a (?:daily) basis", "daily", at_start=False),
    _swap("on a weekly basis", "weekly", at_start=False),
    _swap("on a monthly basis", "monthly", at_start=False),
    _swap("on a yearly basis", "yearly", at_start=False),
    _swap("on an annual basis", "annually", at_start=False),
    _swap("on a regular basis", "regularly", at_start=False),
    _swap("on a frequent basis", "often", at_start=False),
    _swap("on a temporary basis", "temporarily", at_start=False),
    _swap("on a permanent basis", "permanently", at_start=False),
    _swap("in a timely (?:manner|fashion)", "promptly", at_start=False),
    _swap("in an efficient (?:manner|way|fashion)", "efficiently", at_start=False, never_before=r"\s+that\b"),
    _swap("in a safe (?:manner|way|fashion)", "safely", at_start=False, never_before=r"\s+that\b"),
    _swap("in a careful (?:manner|way)", "carefully", at_start=False, never_before=r"\s+that\b"),
    _swap("in a professional (?:manner|way|fashion)", "professionally", at_start=False, never_before=r"\s+that\b"),
    _swap("in (?:close|the immediate) proximity (?:to|of)", "near"),
    _swap("in the vicinity of", "near"),
    _swap("in the absence of", "without"),
    _swap("in excess of", "more than", at_start=False, never_before=r"\s+(?:the|this|that|its|your|our)\b"),
    _swap("during the course of", "during"),
    _swap("for the duration of", "during"),
    _swap("throughout the course of", "during"),
    _swap("by virtue of", "because of"),
    _swap("in lieu of", "instead of"),
    _swap("in conjunction with", "with"),
    _swap("for the purposes? of", "for", never_before=r"\s+(?:\w+ing|this|these|that)\b"),
    _swap("with (?:regards?) to", "regarding", never_after=r"\w\s*$"),
    _swap("in regards? to", "regarding", never_after=r"\w\s*$"),
    _swap("with (?:regards?) to", "about", at_start=False, never_before=r"\s+\w+ing\b", never_after=r"\b(?:differ\w*|compar\w*|relative|position\w*|respect)\s*$"),
    _swap("in regards? to", "about", at_start=False, never_before=r"\s+\w+ing\b", never_after=r"\b(?:differ\w*|compar\w*|relative)\s*$"),
    _swap("as to whether", "whether"),
    _swap("the question as to whether", "whether"),
    _swap("as of yet", "yet", at_start=False, never_after=r",\s*$"),
    _swap("subsequent to", "after"),
    _swap("prior to", "before", never_before=r"\s+(?:it|him|her|us|them|me|you)\s+\w+ing\b"),
    _swap("previous to", "before", at_start=False),
    _swap("a (?:large|great|huge) number of", "many"),
    _swap("a (?:small|limited) number of", "a few"),
    _swap("a (?:sufficient|adequate) (?:number|amount) of", "enough"),
    _swap("a (?:large|great) majority of", "most"),
    _swap("the (?:vast )?majority of the", "most of the"),
    _swap("the (?:vast )?majority of (?:our)", "most of our"),
    _swap("the (?:vast )?majority of(?= (?:customers|people|users|cases|orders|parts|mails|companies|clients))", "most"),
    _swap("each and every", "every", never_before=r"\s+(?:one|of)\b"),
    _swap("any and all", "any"),
    _swap("first and foremost", "first"),
    _swap("null and void", "void", at_start=False, unless=r"(?i)\b(?:contract|agreement)\b"),
    _swap("end result", "result"),
    _swap("final outcome", "outcome"),
    _swap("past history", "history"),
    _swap("advance notice", "notice"),
    _swap("advance warning", "warning"),
    _swap("free gifts", "gifts"),
    _swap("a free gift", "a gift"),
    _swap("added bonus", "bonus", never_after=r"(?i)\ban\s*$"),
    _swap("an added bonus", "a bonus"),
    _swap("unexpected surprise", "surprise", never_after=r"(?i)\ban\s*$"),
    _swap("reply back", "reply"),
    _swap("replied back", "replied"),
    _swap("respond back", "respond"),
    _swap("responded back", "responded"),
    _swap("repeat it again", "repeat it"),
    _swap("return back to", "return to"),
    _swap("returned back to", "returned to"),
    _swap("merge together", "merge", at_start=False),
    _swap("PIN number", "PIN"),
    _swap("per annum", "a year", at_start=False),
    Change(re.compile(r"\b(?P<out>[Dd]o(?:\s+not|n['’]t)\s+hesitate\s+to)(?=\s+[a-z])"), lambda match: "", never_after=re.compile(r"^(?!.*\b[Pp]lease\s*$)", re.DOTALL)),
    Change(re.compile(r"\b(?P<out>would\s+like\s+to\s+take\s+this\s+opportunity\s+to)(?=\s+[a-z])"), "would like to"),
    Change(re.compile(r"\b(?P<out>(?P<be>am|are|is|was|were|['’](?:m|re|s))\s+(?:currently\s+)?in\s+the\s+process\s+of)(?=\s+[a-z]+ing\b)"), r"\g<be>"),
    Change(re.compile(r"\b(?P<out>(?:am|are|is)\s+(?:currently\s+)?not\s+in\s+a\s+position\s+to)(?=\s+[a-z])"), "cannot"),
    Change(re.compile(r"\b(?P<out>(?:am|are|is)\s+in\s+a\s+position\s+to)(?=\s+[a-z])"), "can"),
    Change(re.compile(r"\b(?P<out>(?:has|have)\s+the\s+(?:ability|capacity|capability)\s+to)(?=\s+[a-z])"), "can", never_after=re.compile(r"(?i)\b(?:not|will|would|to|may|might|should|must|can|do|does|did|could|also|n['’]t)\s*$")),
    Change(re.compile(r"\b(?P<out>(?P<who>I|[Ww]e)\s+(?:am|are)\s+of\s+the\s+opinion\s+that)\b"), r"\g<who> think that"),
    Change(re.compile(r"(?i)\b(?:know|see|check|decide|tell|ask|confirm|determine|sure|clear|verify|say|wonder(?:ing)?|decided|checked|unclear)\s+(?P<out>whether\s+or\s+not)(?=\s+\w)"), "whether"),
    _gone("(?:I am|I['’]m|We are|We['’]re) writing to (?:inform|let) you (?:know )?that"),
    _gone("This (?:mail|email|e-mail|message|letter)? ?is to (?:inform|advise|notify) you that"),
    _gone("Please be (?:advised|informed|aware) that"),
    _gone("It (?:should|must) be (?:noted|pointed out|mentioned) that"),
    _gone("It is (?:important|worth) (?:to note|noting|to point out|pointing out|mentioning) that"),
    _gone("(?:I|We) (?:would like|want|wish) to (?:point out|inform you|advise you) that"),
    _verb("make", "(?:a|the) decision", "decide", never_before=r"\s+(?:to|that|which|is|was|for|of|by|has|can)\b", never_after=r"\b(?:been|be|is|was|being|were|gets?)\s*$"),
    _verb("reach", "(?:a|the) decision", "decide", never_before=r"\s+(?:that|which|is|was)\b", never_after=r"\b(?:been|be|is|was|were)\s*$"),
    _swap("come to the conclusion that", "conclude that", never_after=r"\b(?:has|have|had|['’]ve|has|['’]d)\s*$"),
    _swap("came to the conclusion that", "concluded that"),
    _verb("make", "use of", "use", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("make", "reference to", "refer to", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("make", "(?:an )?attempts? to", "try to", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("make", "an improvement (?:to|on)", "improve", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("make", "(?:an )?assumptions? that", "assume that", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("have", "a tendency to", "tend to"),
    _verb("have", "a discussion (?:about|on|regarding)", "discuss"),
    _verb("provide", "assistance to", "help"),
    _verb("provide", "(?:an )?explanations? (?:of|for)", "explain"),
    _verb("provide", "(?:a )?confirmation of", "confirm"),
    _verb("provide", "(?:a )?confirmation that", "confirm that"),
    _verb("provide", "(?:a )?description of", "describe"),
    _verb("provide", "(?:a )?summary of", "summarise", unless=r"\w(?:iz)(?:e|ed|ing|ation)\b|\bcolor\b"),
    _verb("perform", "(?:an )?(?:inspection|examination) of", "inspect", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("perform", "(?:a )?(?:comparison) of", "compare", never_after=r"\b(?:been|be|is|was|being|were|are)\s*$"),
    _verb("perform", "(?:a |an )?(?:installation) of", "install"),
    _verb("perform", "(?:an )?analysis of", "analyse", unless=r"\w(?:iz)(?:e|ed|ing|ation)\b|\bcolor\b"),
    _verb("conduct", "(?:an )?investigation (?:into|of)", "investigate"),
    _verb("conduct", "(?:a )?review of", "review"),
    _verb("conduct", "(?:an )?(?:inspection|examination) of", "inspect"),
    _verb("carry", "out (?:an )?(?:inspection|examination) of", "inspect"),
    _verb("carry", "out (?:an )?investigation (?:into|of)", "investigate"),
    _verb("carry", "out (?:a )?review of", "review"),
    _verb("carry", "out (?:the |an )?installation of", "install"),
    _swap("give consideration to", "consider"),
    _swap("gives consideration to", "considers"),
    _swap("giving consideration to", "considering"),
    _swap("given consideration to", "considered"),
    _swap("gave consideration to", "considered"),
    _swap("take into consideration the", "consider the"),
    _swap("taking into consideration the", "considering the"),
    _swap("is in possession of", "has"),
    _swap("are in possession of", "have"),
    _swap("am in possession of", "have"),
    _swap("is in need of", "needs"),
    _swap("are in need of", "need"),
    _swap("am in need of", "need"),
    _swap("is in agreement with", "agrees with"),
    _swap("are in agreement with", "agree with"),
    _swap("am in agreement with", "agree with"),
    _swap("place an order for", "order", never_after=r"\b(?:to|and|will|can|would)\s+not\s*$"),
    _swap("placed an order for", "ordered", never_after=r"\b(?:is|was|been|be)\s*$"),
    _swap("placing an order for", "ordering"),
)  # fmt: skip

LIGHT_VERBS: tuple[LightVerb, ...] = ()
"""In English a light verb stands next to its noun, so that the phrases above do."""
