"""Long German phrases and what says the same in fewer words; curated. No pair changes a case or a gender."""

from __future__ import annotations

import re

from coach.plain_words import Change, LightVerb


def _swap(words: str, becomes: str, *, never_before: str = "", at_start: bool = True, unless: str = "") -> Change:
    """A phrase wherever it stands, with a capital where it had one; blanks match line breaks, too."""
    start = f"[{words[0].upper()}{words[0]}]{words[1:]}" if words[0].islower() else words
    return Change(
        re.compile(rf"\b(?P<out>{start})(?!\w)".replace(" ", r"\s+")),
        lambda match: becomes[:1].upper() + becomes[1:] if match["out"][0].isupper() else becomes,
        never_before=re.compile(never_before) if never_before else None,
        unless=re.compile(unless) if unless else None,
        at_start=at_start,
    )


def _that(words: str, becomes: str) -> Change:
    """ "für den Fall, dass" -> "falls": only where a clause begins, so that its comma is there already."""
    first, rest = words[0], words[1:]
    return Change(
        re.compile(rf"(?:^\W*|,\s+(?:und\s+|aber\s+)?)(?P<out>[{first.upper()}{first}]{rest},? da(?:ss|ß))(?!\w)".replace(" ", r"\s+")),
        lambda match: becomes[:1].upper() + becomes[1:] if match["out"][0].isupper() else becomes,
    )  # fmt: skip


def _noun(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words}(?!\w)".replace(" ", r"\s+"))


_GENITIVE = r"\s+(?:des|der|eines|einer|von|meine[rs]|unsere[rs]|Ihre[rs]|deine[rs])\b"

SHORTER = (
    _that("aufgrund der Tatsache", "weil"),
    _that("auf Grund der Tatsache", "weil"),
    _that("angesichts der Tatsache", "da"),
    _that("in Anbetracht der Tatsache", "da"),
    _that("trotz der Tatsache", "obwohl"),
    _that("ungeachtet der Tatsache", "obwohl"),
    _that("für den Fall", "falls"),
    _that("in dem Fall", "falls"),
    _that("im Fall", "falls"),
    _that("im Falle", "falls"),
    _that("unter der Voraussetzung", "wenn"),
    _that("unter der Bedingung", "wenn"),
    _swap("zum (?:jetzigen|gegenwärtigen|aktuellen|derzeitigen|heutigen) Zeitpunkt", "derzeit"),
    _swap("zu (?:einem|diesem) späteren Zeitpunkt", "später"),
    _swap("zu einem früheren Zeitpunkt", "früher"),
    _swap("zum frühestmöglichen Zeitpunkt", "so früh wie möglich", at_start=False),
    _swap("zum nächstmöglichen Zeitpunkt", "so bald wie möglich", at_start=False, unless=r"\b(?:[Kk]ündig|beend|kündbar|einstell|bewerb|besetz)\w*"),
    _swap("in der heutigen Zeit", "heute"),
    _swap("in regelmäßigen Abständen", "regelmäßig"),
    _swap("in unregelmäßigen Abständen", "unregelmäßig"),
    _swap("in kurzen Abständen", "oft"),
    _swap("in der Mehrzahl der Fälle", "meistens"),
    _swap("in den meisten Fällen", "meistens"),
    _swap("in vielen Fällen", "oft"),
    _swap("in den allermeisten Fällen", "fast immer"),
    _swap("in ausreichendem Maße", "ausreichend"),
    _swap("in zunehmendem Maße", "zunehmend"),
    _swap("in hohem Maße", "sehr", at_start=False),
    _swap("in vollem Umfang", "vollständig", never_before=_GENITIVE),
    _swap("in schriftlicher Form", "schriftlich"),
    _swap("in mündlicher Form", "mündlich"),
    _swap("in digitaler Form", "digital"),
    _swap("in elektronischer Form", "elektronisch"),
    _swap("auf schriftlichem Wege?", "schriftlich"),
    _swap("auf elektronischem Wege?", "elektronisch"),
    _swap("auf telefonischem Wege?", "telefonisch"),
    _swap("auf dem Postwege?", "per Post"),
    _swap("auf direktem Wege?", "direkt"),
    _swap("auf schnellstem Wege?", "so schnell wie möglich", at_start=False),
    _swap("im Anschluss daran", "danach"),
    _swap("im Anschluss hieran", "danach"),
    _swap("im Nachgang dazu", "danach"),
    _swap("im Vorfeld", "vorher", never_before=_GENITIVE),
    _swap("aus diesem Grunde?", "deshalb"),
    _swap("aus diesen Gründen", "deshalb"),
    _swap("aus welchem Grunde?", "warum"),
    _swap("infolgedessen", "deshalb"),
    _swap("nichtsdestotrotz", "trotzdem"),
    _swap("nichtsdestoweniger", "trotzdem"),
    _swap("dessen ungeachtet", "trotzdem"),
    Change(re.compile(r"\b(?P<out>diesbezüglich)(?=\s+(?:[A-ZÄÖÜ]\w+|noch|auch|keine|eine?|mehr|weitere|schon|jemand|etwas|nichts)\b)"), "dazu", only=re.compile(r"\b(?:[Hh]a[bs]|[Hh]ätt|[Gg]ib|[Gg]eb|[Kk]ann|[Kk]önn|[Ff]rag|[Ww]eiß|[Ff]ind|[Ss]ag)"), unless=re.compile(r"\bBescheid\b"), never_after=re.compile(r"[A-ZÄÖÜ]\w+\s*$|^\W*$")),
    _swap("käuflich erwerben", "kaufen"),
    _swap("käuflich erworben", "gekauft"),
    _swap("käuflich zu erwerben", "zu kaufen"),
    _swap("nach Möglichkeit", "möglichst", at_start=False, never_before=r"\s*[.,!?]|\s+(?:zu|und|oder|am|bis|in|auf|möglichst|so)\b"),
    _swap("des Weiteren", "außerdem"),
    _swap("des weiteren", "außerdem"),
    Change(re.compile(r"^\W*(?P<out>[Dd]arüber\s+hinaus)(?=\s+(?!geh)\w)"), lambda match: "Außerdem" if match["out"][0] == "D" else "außerdem"),
    _swap("zu keinem Zeitpunkt", "nie"),
    _swap("zu keiner Zeit", "nie"),
    _swap("zu jeder Zeit", "jederzeit"),
    _swap("zu jedem Zeitpunkt", "jederzeit"),
    _swap("einzig und allein", "nur", unless=r"\?", never_before=r"\s*[,.]"),
    _swap("null und nichtig", "ungültig", at_start=False, unless=r"\bVertr[aä]g"),
    _swap("eine Vielzahl von", "viele", never_before=r"\s+(?:[a-zäöüß]+(?:en|er)\s+[A-ZÄÖÜ]\w*|d)", at_start=False, unless=r"\b(?:zeigt|ist|hat|wird|gibt|liegt|steht)\b"),
    Change(re.compile(r"\b(?P<out>(?:[Ww]ir|[Ii]ch)\s+(?:möchten?|wollen|darf|dürfen)\s+(?P<you>Sie|dich|euch)\s+(?:hiermit\s+|kurz\s+)?darauf\s+(?:hinweisen|aufmerksam\s+machen),\s+dass)\b"),
           lambda match: f"Bitte {({'Sie': 'beachten Sie', 'dich': 'beachte', 'euch': 'beachtet'})[match['you']]}, dass", unless=re.compile(r"^(?!\W*(?:Wir|Ich)\b)")),
    Change(re.compile(r"\b(?P<out>(?:bezüglich|hinsichtlich)\s+(?P<noun>Ihrer|deiner|eurer|unserer|der)\s+(?=(?:Frage|Anfrage|Bestellung|Rechnung|Bitte|Nachricht|Reklamation|Lieferung|Beschwerde|Terminanfrage)\b))"),
           lambda match: ("Zu " if match["out"][0].isupper() else "zu ") + match["noun"] + " ", only=re.compile(r"\b[Ff]rag|\b[Mm]eld|\b[Hh]inweis|\b[Ii]nformation|^\W*(?:Bezüglich|Hinsichtlich)")),
)  # fmt: skip

_WHO_WAITS = re.compile(r"\b(?:Zeit|Tage?n?|Wochen?|Stunden?|Minuten?|Monate?n?|Jahre?n?|Platz|Raum|lange)\b")

LIGHT_VERBS = (
    LightVerb(_noun("zur Durchführung"), "bringen", "durchführen"),
    LightVerb(_noun("zur Anwendung"), "bringen", "anwenden"),
    LightVerb(_noun("zum Einsatz"), "bringen", "einsetzen"),
    LightVerb(_noun("zum Ausdruck"), "bringen", "ausdrücken"),
    LightVerb(_noun("zum Abschluss"), "bringen", "abschließen"),
    LightVerb(_noun("zum Versand"), "bringen", "versenden"),
    LightVerb(_noun("zur Auszahlung"), "bringen", "auszahlen"),
    LightVerb(_noun("zur Auslieferung"), "bringen", "ausliefern"),
    LightVerb(_noun("zur Sprache"), "bringen", "ansprechen"),
    LightVerb(_noun("zur Vorlage"), "bringen", "vorlegen"),
    LightVerb(_noun("zur Verteilung"), "bringen", "verteilen"),
    LightVerb(_noun("zur Ausführung"), "bringen", "ausführen"),
    LightVerb(_noun("zur Umsetzung"), "bringen", "umsetzen"),
    LightVerb(_noun("zur Kenntnis"), "bringen", "mitteilen", fits=re.compile(r"\b(?:Ihnen|[Dd]ir|[Ee]uch|uns|mir)\b"), unless=re.compile(r"\b(?:Sie|dich|euch|ihn)\b")),
    LightVerb(_noun("in Erfahrung"), "bringen", "herausfinden"),
    LightVerb(_noun("in Abzug"), "bringen", "abziehen"),
    LightVerb(_noun("zur Verfügung"), "stellen", "bereitstellen", unless=re.compile(r"\b(?:mich|uns\s+(?:Ihnen|dir|euch)|sich|Amt|Posten|Funktion|bek[ao]m\w*)\b")),
    LightVerb(_noun("unter Beweis"), "stellen", "beweisen"),
    LightVerb(_noun("in Aussicht"), "stellen", "ankündigen", unless=re.compile(r"\b[Gg]estellt")),
    LightVerb(_noun("eine Entscheidung"), "treffen", "entscheiden", unless=re.compile(r"Entscheidung\s*,\s*(?:die|ob|zu)\b|Entscheidung\s+(?:der|des|zu[mr]?|für|gegen)\b|\bwelche")),
    LightVerb(_noun("Rücksprache"), "halten", "sprechen", fits=re.compile(r"\bmit\b")),
    LightVerb(_noun("in Anspruch"), "nehmen", "nutzen", unless=_WHO_WAITS),
    LightVerb(_noun("in Augenschein"), "nehmen", "ansehen", unless=re.compile(r"\b(?:ich|wir|du|ihr|Sie)\b")),
    LightVerb(_noun("in Betrieb"), "setzen", "starten", unless=re.compile(r"außer\s+Betrieb|\bwieder\b|Heizung|Anlage")),
    LightVerb(_noun("in Kenntnis"), "setzen", "informieren"),
    LightVerb(_noun("in Verbindung"), "setzen", "melden", also={"mit": "bei"}, fits=re.compile(r"\b(?:sich|uns|mich|dich|euch)\b.*\bmit\s+(?:uns|mir|Ihnen|dir|euch|unsere[mnr]|der|meine[mnr])\b|\bmit\s+(?:uns|mir|Ihnen|dir|euch|unsere[mnr]|der|meine[mnr])\b")),
    LightVerb(_noun("Hilfe"), "leisten", "helfen", unless=re.compile(r"\b(?:erste|Erste|schnelle|große|keine|jede)\w*\s+Hilfe|\bHilfe\s+(?:bei|zu|für)")),
    LightVerb(_noun("einen Beitrag"), "leisten", "beitragen", fits=re.compile(r"\b(?:zu|zur|zum|dazu)\b")),
    LightVerb(_noun("Folge"), "leisten", "folgen"),
)  # fmt: skip
