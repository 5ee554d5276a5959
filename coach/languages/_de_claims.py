"""German claims that nobody can stand by, and what one can say instead; curated. Endings and articles are kept."""

from __future__ import annotations

import re

from coach.plain_words import Change

# Firm claims are told apart from facts and orders: a question, a denial or a condition claims nothing.
_NO_CLAIM = re.compile(r"\?|\b(?:nicht|kein\w*|ob|wenn|falls|kaum|selten|vielleicht)\b")
_ASKED = re.compile(r"\?|\b(?:ob|wenn|falls)\b")
_WHEN = re.compile(
    r"\b(?:heute|morgen|übermorgen|(?:am|bis|ab)\s+(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Wochenende|\d+\.)"
    r"|(?:bis|ab|am|vor|nach)\s+(?:Mitte|Ende|Anfang|morgen|heute)|(?:nächste|kommende|diese)[rnms]?\s+(?:Woche|Monat|Jahr)"
    r"|innerhalb|binnen|pünktlich|rechtzeitig|in\s+(?:\d+|zwei|drei|vier|fünf)\s+\w+)\b"
)
_SUPERLATIVE = {
    "best": "gut", "zuverlässigst": "zuverlässig", "modernst": "modern", "leistungsfähigst": "leistungsfähig",
    "hochwertigst": "hochwertig", "effizientest": "effizient", "innovativst": "innovativ", "komfortabelst": "komfortabl",
    "vielseitigst": "vielseitig", "leistungsstärkst": "leistungsstark", "sicherst": "sicher",
    "schnellst": "schnell", "günstigst": "günstig", "stabilst": "stabil", "schönst": "schön", "einfachst": "einfach",
    "genauest": "genau", "robustest": "robust", "langlebigst": "langlebig", "flexibelst": "flexibl", "stärkst": "stark",
    "kompetentest": "kompetent", "freundlichst": "freundlich", "attraktivst": "attraktiv", "fortschrittlichst": "fortschrittlich",
}  # fmt: skip
_TAIL = (
    r"(?:\s+(?:aller\s+Zeiten|der\s+(?:ganzen\s+)?Welt|weltweit|auf\s+dem\s+(?:gesamten\s+)?Markt|am\s+Markt|weit\s+und\s+breit|überhaupt"
    r"|der\s+Branche|in\s+ganz\s+(?:Deutschland|Österreich|Europa)|in\s+der\s+(?:gesamten\s+)?Branche|des\s+Marktes|die\s+es\s+gibt))"
)
_ENDED = r"(?=\s*[.!,;]|\s+(?:an|für|bieten|haben|und)\b|\s*$)"
_STEMS = "|".join(sorted(_SUPERLATIVE, key=len, reverse=True))
_NOUN = r"(?P<noun>[A-ZÄÖÜ]\w+(?:-\w+)*)"
_ARTICLES = {
    ("der", "e"): ("ein", "er"), ("die", "e"): ("eine", "e"), ("das", "e"): ("ein", "es"), ("dem", "en"): ("einem", "en"),
    ("die", "en"): ("", "e"),
}  # fmt: skip
# Judgements of the matter at hand, not of the own goods: "der beste Weg", "das beste Ergebnis".
_PLAIN_NOUNS = re.compile(
    r"(?i)(?:wünsche|grüße|weg|zeitpunkt|zeit|möglichkeit|freund\w*|idee|fall|seite|teil|alter|wahl|option|note|platz|ergebnis\w*"
    r"|empfehlung\w*|dank|art|vorgehen|absicht\w*|wissen|variante|stelle|jahre?|tage?|woche|voraussetzung\w*)$"
)


def _toned(match: re.Match[str]) -> str | None:
    """ "die beste Lösung" -> "eine sehr gute Lösung", "die besten Preise" -> "sehr gute Preise"."""
    article, ending, noun = match["article"].lower(), match["ending"], match["noun"]
    found = _ARTICLES.get((article, ending))
    if found is None or _PLAIN_NOUNS.search(noun):
        return None
    stem = _SUPERLATIVE[match["stem"].lower().removeprefix("aller")]
    return f"{found[0]} sehr {stem}{found[1]} {noun}".lstrip()


def _ended(stem: str, becomes: str) -> Change:
    """An adjective in whatever ending: "unschlagbare" -> "sehr gute"."""
    return Change(
        re.compile(rf"\b(?P<first>{stem[0]}|{stem[0].upper()}){stem[1:]}(?P<end>e[rnms]?)\b(?=\s+[A-ZÄÖÜ]\w)"),
        lambda match: (becomes.capitalize() if match["first"].isupper() else becomes) + match["end"],
        unless=_ASKED,
    )


_PHRASE = rf"(?P<article>der|die|das|dem)\s+(?P<stem>(?:aller)?(?:{_STEMS}))(?P<ending>en|e)\s+{_NOUN}"
_OURS = (
    r"\b(?:[Ww]ir\s+(?:bieten|haben|liefern|führen|fertigen|bauen)(?:\s+(?:Ihnen|dir|euch|auch|hier|damit|Sie))*"
    r"|(?:[Uu]nser\w*\s+(?:[a-zäöüß]+e[nrs]?\s+)?[A-ZÄÖÜ]\w+|[Ww]ir)\s+(?:ist|sind|bleibt|bleiben)(?:\s+(?:\w+lich|einfach|immer|auch|für\s+\w+))?"
    r"|[Bb]ei\s+uns\s+(?:bekommen|erhalten|finden|bekommst|findest|kriegst)\s+(?:Sie|du|ihr)"
    r"|(?:[Mm]it|[Bb]ei)\s+unser\w*\s+\w+\s+(?:bekommen|erhalten)\s+(?:Sie|du|ihr))"
)
_SURE = r"(?:sicher|zuverlässig|fehlerfrei|problemlos|überzeugt|zufrieden|dicht|stabil|ausfallsicher|wasserdicht|störungsfrei|kompatibel)"
_WE = r"\b(?:[Ww]ir|[Uu]nser\w*\s+(?:[a-zäöüß]+e[nrs]?\s+)?[A-ZÄÖÜ]\w+)"
_WE_KEEP = re.compile(r"\?|\b(?:nicht|bitte|wenn|falls|dass|ob|hatte\w*|haben|war\w*|habe)\b")
_DELIVER = r"(?:liefern|antworten|reagieren|arbeiten|finden|halten|erfüllen|erledigen|lösen|versenden|kommen|funktionier(?:en|t)|hält|läuft|laufen|liefert|antwortet|reagiert|arbeitet)"
_FAIL = (
    r"(?:fallen|fällt|versagen|versagt|machen|stürzen|stürzt|enttäuschen|enttäuscht|verlieren|verliert|brechen|bricht)"
)
_AGAIN = re.compile(
    r"^(?P<what>Das|Dies|So\s+etwas|Dieser\s+Fehler|Dieses\s+Problem)\s+wird\s+(?:(?:Ihnen|dir|euch|uns|bei\s+uns|garantiert|sicher|ganz\s+sicher|definitiv)\s+)*"
    r"(?:nie(?:mals)?\s+(?:wieder|mehr)|garantiert\s+nicht\s+(?:wieder|mehr|noch\s+einmal))\s+(?P<verb>passieren|vorkommen|geschehen|auftreten)(?=[.!])"
)
_HAPPENS = {"passieren": "passiert", "vorkommen": "vorkommt", "geschehen": "geschieht", "auftreten": "auftritt"}


def _again(match: re.Match[str]) -> str:
    what = match["what"]
    return f"Wir tun alles dafür, dass {what[0].lower()}{what[1:]} nicht wieder {_HAPPENS[match['verb']]}"


CLAIMS = (
    Change(_AGAIN, _again),
    Change(
        re.compile(
            r"\b(?P<who>[Ww]ir|[Ii]ch)\s+garantier(?P<end>en|e)\s+(?P<to>Ihnen|dir|euch)(?:\s+(?:hiermit|auch))?,\s+dass\b"
        ),
        lambda match: f"{match['who']} versicher{'n' if match['end'] == 'en' else 'e'} {match['to']}, dass",
    ),
    Change(re.compile(r"\b(?:kann|können)\s+(?:Ihnen|dir|euch)(?:\s+\w+)?\s+(?P<out>garantieren)(?=,\s+dass\b)"), "versichern"),
    Change(re.compile(r"(?<=\s)(?P<out>hoch\s+und\s+heilig)(?=[\s,])"), at_start=False, only=re.compile(r"(?i)\b(?:ich|wir)\b")),
    # "kommt garantiert am Freitag": a forecast; elsewhere the word just goes.
    Change(
        re.compile(r"(?<=\s)(?P<out>(?:ganz\s+)?garantiert|mit\s+(?:absoluter|hundertprozentiger)\s+Sicherheit|100\s?%ig|hundertprozentig)(?=\s)"),
        "voraussichtlich", only=_WHEN, unless=re.compile(rf"{_ASKED.pattern}|\b(?:haben|hat|hast|habe|wurde\w*|sind|ist|war\w*|sein)\b"),
        never_before=re.compile(rf"\s+(?:nicht|kein\w*|nie|auch|{_SURE})\b"), never_after=re.compile(r"(?:nicht|und|,|sind|ist)\s*$"), never_as=("VV",), at_start=False,
    ),
    Change(
        re.compile(r"(?<=\s)(?P<out>garantiert|definitiv|hundertprozentig|100\s?%ig|mit\s+(?:absoluter|hundertprozentiger)\s+Sicherheit)(?=\s)"),
        unless=re.compile(r"\?|\b(?:was|wer|wie)\b|\bnoch\s+nicht\b|\b[Ii]ch\s+(?:habe?|hatte|bin|war)\b"), never_as=("VV",),
        never_after=re.compile(r"(?i)(?:(?<!\w)(?:nicht|und|oder|noch|das|der|die|er|sie|man)|[,(–-])\s*$"),
        never_before=re.compile(r"\s+(?:nicht|werden|wird|worden|ist|sind|und|oder|(?i:Ihnen|dir|euch|uns|mir)|kein\w*)\b|\s*[,.!;)]"),
        at_start=False,
    ),
    Change(re.compile(rf"(?<=\s)(?P<out>(?:zu\s+)?(?:100\s?%|100\s+Prozent|hundert\s+Prozent)|100\s?%ig|hundertprozentig|absolut)(?=\s+{_SURE}\b)"),
           unless=re.compile(r"\?|\bnicht\b"), at_start=False),
    Change(re.compile(r"(?<=\s)(?P<out>(?:hundertprozentig|absolut|100\s?%(?:ig)?)\s+(?P<adjective>sicher|zuverlässig|fehlerfrei|stabil)(?P<end>e[rnms]?))(?=\s+[A-ZÄÖÜ])"),
           r"sehr \g<adjective>\g<end>", unless=re.compile(r"\?|\bfehlerfrei")),
    Change(re.compile(r"\b(?P<out>(?:völlig|absolut|komplett|vollkommen)\s+(?:risikofrei|risikolos))(?=\s*[.!,]|\s+(?:und|für)\b)"), "risikoarm",
           unless=_ASKED, at_start=False),
    Change(re.compile(r"\b(?P<out>(?:völlig|absolut|komplett|vollkommen)\s+(?:risikofrei|risikolos)(?P<end>e[rnms]?))(?=\s+[A-ZÄÖÜ])"),
           r"risikoarm\g<end>", unless=_ASKED),
    Change(re.compile(r"\b(?:unschlagbar|konkurrenzlos|unglaublich)(?=\s+(?:günstig|schnell|gut|einfach)\b)"), "sehr", unless=_ASKED),
    Change(re.compile(rf"\b(?P<out>{_PHRASE}{_TAIL}){_ENDED}"), _toned, unless=_NO_CLAIM),
    Change(re.compile(rf"{_OURS}\s+(?P<out>{_PHRASE}){_ENDED}"), _toned, unless=_NO_CLAIM),
    _ended("unschlagbar", "sehr gut"),
    _ended("unübertroffen", "sehr gut"),
    _ended("einzigartig", "besonder"),
    Change(re.compile(rf"{_WE}\s+{_DELIVER}\s+(?:(?:Ihnen|dir|euch|Sie|dich|uns)\s+)?(?P<out>immer)(?=\s+\w)"), "fast immer",
           unless=_WE_KEEP, never_before=re.compile(r"\s+(?:noch|wieder|mehr|nur|für|an|gern\w*|\w+er|auf)\b")),
    Change(re.compile(rf"{_WE}\s+{_FAIL}\s+(?:(?:Ihnen|dir|euch|Sie|dich|uns)\s+)?(?P<out>nie|niemals)(?=\s+\w)"), "so gut wie nie",
           unless=_WE_KEEP, never_before=re.compile(r"\s+(?:wieder|mehr)\b")),
    Change(re.compile(r"\b(?P<out>[Aa]lle)(?=\s+unsere\s+(?:Kunden|Kundinnen|Anwender|Nutzer|Gäste|Mandanten|Patienten|Mieter)\s+(?:sind|lieben|empfehlen|schätzen|waren))"),
           lambda match: "Fast alle" if match["out"][0] == "A" else "fast alle", only=re.compile(r"zufrieden|begeistert|lieben|empfehlen|schätzen|glücklich")),
    Change(re.compile(r"\b(?P<out>[Jj]ede[rs]?)(?=\s+(?:Kunde|Kundin|Gast|Anwender|Nutzer|Patient)\s+(?:ist|liebt|empfiehlt|schätzt|war))"),
           lambda match: ("Fast " if match["out"][0] == "J" else "fast ") + match["out"].lower(), only=re.compile(r"zufrieden|begeistert|liebt|empfiehlt|schätzt|glücklich")),
)  # fmt: skip
