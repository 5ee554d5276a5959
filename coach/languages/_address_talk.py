"""How people speak about the form of address itself: the Du in German, the first name in English.

A sentence is about it when one of `FAMILIAR`, `FORMAL` or `NAMES` is found; the other patterns tell what it does.
Curated from the custom (Duden, "Duzen und Siezen"); letter case counts only where `(?-i:...)` says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TalkPatterns:
    """Regular expressions of one language, each matched against one sentence.

    `familiar` speaks of the familiar form, `formal` of the formal one, `names` tells a name to be called by.
    `told` speaks of others; `declines` and `keeps` refuse with `familiar` and with `formal`, `waives` offers to
    leave `formal`; `takes` accepts, `proposes` offers; `bids` is an offer whatever else the sentence says.
    """

    familiar: str
    formal: str
    names: str
    told: str
    declines: str
    keeps: str
    waives: str
    takes: str
    proposes: str
    bids: str


_NAME = r"(?-i:[A-ZÄÖÜ][a-zäöüßé]+(?:-[A-ZÄÖÜ]\w+)?)"
_TITLE = r"(?:mr|mrs|ms|miss|dr|prof)\b"
_NO_NAME = (
    r"(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|january|february|march|april|may|june|july|august"
    r"|if|as|yes|where|what|how|when|so|but|then|here|that|whether|and)\b)"
)

GERMAN = TalkPatterns(
    familiar=r"\b(?:duzen|duzt|duze|geduzt)\b|\b(?:per|beim|zum|vom|fürs|aufs) du\b|(?<!, )(?<!,)(?<!, mit )(?<!, in )(?<!, bei )(?<!, von )(?<!, an )(?<!, auf )\b(?:das|dem|ein|einem|mit) (?-i:Du)\b(?:-Angebot\b)?(?!-)"
    r"|\b(?:dein|ihr|euer) (?-i:Du)\b(?!-)|\bsag\w*\b[^,;]{0,25}\bdu\b(?!-)(?! \w+st\b)|\bdu (?:zu (?:mir|dir|uns|ihnen)|sagen)\b|\b(?:beim|zum|mit dem|per) vornamen\b"
    r"|\bdu (?:ist|geht|passt|wäre) (?:für mich |mir |völlig |auch |doch |ganz )*(?:ok|okay|prima|gut|recht|super|lieber|in ordnung)\b|\b(?:also|dann) (?:also )?du[.!]*$",
    formal=r"\b(?:beim|per|zum) (?-i:Sie)\b|(?<!, )(?<!,)(?<!^)\bdas (?:förmliche |steife )?(?-i:Sie)\b"
    r"|\b(?:^das (?-i:Sie) (?:können|lassen)|das (?-i:Sie) (?:ist|wäre|war|braucht|passt|darf|können wir|lassen wir))\b|\b(?:mit dem|bei dem|am) (?-i:Sie)\b|\b(?:siezen|gesiezt|sieze)\b|\b(?:weiterhin|weiter|lieber|wäre|sage) (?-i:Sie)\b(?=[.!]*$| lieber)|\b(?:förmliche|formelle|höfliche) (?:anrede|form)\b"
    r"|\b(?:finde|meine|denke), das (?-i:Sie)\b",
    names=rf"\b(?:nenn|nenne|nennt|nennen sie) mich (?:doch |bitte |einfach |ruhig |gern |gerne |auch )*{_NAME}"
    rf"|\b(?:sag|sagt|sage|sagen sie) (?:doch |bitte |einfach |ruhig |gern |gerne |auch )*{_NAME} zu (?:mir|uns)\b"
    rf"|\b(?:du|ihr|sie) (?:kannst|könnt|können|darfst|dürft|dürfen) (?:auch |gern |gerne |ruhig |einfach )*{_NAME} zu (?:mir|uns) sagen\b"
    rf"|^(?:und |übrigens:? )?ich (?:bin|heiße|heisse) (?:(?:übrigens|auch|einfach|für sie|für dich) )+(?:der |die )?{_NAME}[.!]*$"
    rf"|^(?:(?:und|übrigens|ja|sehr|aber|gern|gerne|klar|freut mich)[,:!]? )*ich bin (?:der|die) {_NAME}[.!]*$"
    rf"|\b(?:klar|freut mich|gern|gerne|danke)\b[^.!?]{{0,40}}, (?:und )?ich (?:bin|heiße|heisse) (?:der |die |auch |übrigens )*{_NAME}(?:[.!]*$| und freue)"
    rf"|\bbin ich (?:für (?:dich|sie) |ab jetzt |einfach )+(?:der |die )?{_NAME}[.!]*$",
    told=r"\b(?:(?:er|sie|man|niemand|jemand|jeder|keiner|chef|chefin|kollegin?) (?:hat|hatte|duzt|duzte|siezt|sagt|sagte)|(?-i:sie|kollegen|Kollegen) (?:haben|duzen|siezen))\b"
    r"|\b(?:duzen|duzten|siezen) sich\b|\b(?:dem|der|den|seiner|ihrem|seinem) \w+ das du\b|\b(?:angeboten|geduzt) hat(?:te)?\b|\bnicht zu\b",
    declines=r"\b(?:nicht|zu kurz|zu vertraulich|zu persönlich|freunde|privat|zu schnell|infrage|in frage|ungern|ablehnen|ablehne|später|zu früh|zeit lassen|warten|keinesfalls|lieber kein)\b(?! wahr)",
    keeps=r"\b(?:bleib\w*|belass\w*|lieber|angenehmer|wohler|\w*behalten|bevorzug\w*|vorziehe|ziehe|passender|besser|grundsätzlich|weiterhin|siezen|sieze|gesiezt|festhalten|recht)\b",
    waives=r"\b(?:weglassen|lassen wir|sparen|verzichten|beiseite|nicht nötig|braucht es nicht|brauchen wir nicht|nicht sein|ablegen)\b",
    takes=r"^(?:ja|oh ja|ach ja|na gern|gern|gerne|sehr gern|sehr gerne|klar|na klar|natürlich|selbstverständlich|aber gern|aber gerne|aber natürlich|freilich|einverstanden|okay|ok|abgemacht|unbedingt)\b"
    r"|\b(?:nehme|nehmen)\b.{0,30}\ban\b|\b(?:danke|dank|bedank\w*|freut|freuen|freue|einverstanden|abgemacht)\b|\bnichts (?:dagegen|einzuwenden|gegen)\b"
    r"|\b(?:dann|also) (?:also |eben |jetzt )*(?:per du|beim du|duzen|du)\b|\b(?:gern|gerne) auch du\b|\b(?:da|dann|also) sag|\bfreude\b|\bgefreut\b|\bbeim du bleib|\bduze (?:dich|sie)\b|\bmachen wir\b|\bgilt\b|\bauch lieber\b"
    r"|\bdu\b.{0,25}\b(?:in ordnung|völlig ok|völlig okay|passt|prima)\b",
    proposes=r"\?|\b(?:wollen|sollen|sollten|können|könnten|kannst|könnt|darf|dürfen|darfst|dürft|möchte|möchten|würde|würden|lass|lasst|lassen|wäre|wär|schlage|sag|sagt|gern|gerne|lieber|einfach|ruhig)\b"
    r"|\bduz(?:e|en sie|t) (?:mich|uns)\b|\bich (?:heiße|heisse|bin)\b|\bmein (?:vor)?name\b|\bwir (?:duzen|sagen|sind)\b.{0,30}\b(?:alle|hier|bei uns)\b",
    bids=r"\b(?:anbiet\w*|anzubieten|biete|bieten|vorschlag\w*|schlage)\b|\bvon mir aus\b|\bwürde(?:n)? (?:ich |wir |mich |uns )*freuen\b|^(?:wollen|sollen|sollten|könnten|können|darf|dürfen|dürfte|lassen|lass|hätten|wäre|wie wäre)\b",
)  # fmt: skip

ENGLISH = TalkPatterns(
    familiar=r"\bfirst[- ]names?\b|\bno need (?:for|to be so|to be)\b.{0,20}\b(?:mr|mrs|ms|miss|dr|formal\w*|titles?|sir)\b"
    rf"|\b(?:drop|skip|forget) (?:the |all the )?(?:formal\w*|titles?|{_TITLE}|sir)",
    formal=rf"\b(?:surnames?|last names?)\b|\bprefer {_TITLE}|^{_TITLE}\.? \w+ (?:is|will do)\b|\bkeep\b.{{0,20}}\bformal\b"
    rf"|\b(?:comfortable|stay|stick) with {_TITLE}|\b(?:address(?:ed)?|call(?:ed)?)\b.{{0,12}}\b{_TITLE}",
    names=rf"\bcalls? me {_NO_NAME}(?-i:[A-Z][a-z'-]+)|^(?:by the way,? )?(?:it['’]s|it is) just {_NO_NAME}(?-i:[A-Z][a-z]+)\b"
    rf"|\b{_NO_NAME}(?-i:[A-Z][a-z]+) is (?:perfectly |absolutely |quite )?fine,? (?:no need|with me|by me|for me)|^(?:\w+, )?{_NO_NAME}(?-i:[A-Z][a-z]+) it is[.!]*$",
    told=r"\b(?:he|she|they|people|nobody|colleagues) (?:call|calls|called|used)\b|\b(?:at work|don['’]t call|do not call|file|folder|form|field|column|variable)\b",
    declines=r"\b(?:not|rather not|don['’]t|prefer not)\b",
    keeps=r"\b(?:prefer|rather|address|stick|stay|keep|comfortable|call me|like|fine|will do)\b",
    waives=r"\b(?:drop|skip|forget|no need)\b",
    takes=r"^(?:sure|of course|gladly|happy|glad|pleased|likewise|absolutely|certainly|yes)\b|^(?:thanks|thank you),? (?-i:[A-Z][a-z]+),|\bto you[.!]*$|\btoo[.!]*$|\bit is[.!]*$|\bthank(?:s| you) for (?:using|the) (?:my )?first",
    proposes=r".",
    bids=r"\?$|\b(?:feel free|shall we|let['’]s)\b",
)  # fmt: skip
