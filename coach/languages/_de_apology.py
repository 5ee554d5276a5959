"""How German apologises and shows empathy, and the lines it offers. Curated for business mail; all wording our own."""

from __future__ import annotations

import re

from coach.care_words import ApologyPart, ApologyWords, EmpathyWords, Line, Matter

OURS = r"(?:uns|mir|unser\w*|mein\w*)"
TROUBLE = (
    r"(?:fehler\w*|panne\w*|störung\w*|engp[aä]ss\w*|ausfall\w*|ausfälle\w*|krank\w*|stau\b|verzöger\w*|versehen\w*|versehentlich"
    r"|missverständnis\w*|überlast\w*|rückstand|rückstände\w*|personalmangel|lieferschwierigkeit\w*|umstellung\w*|umzug\w*|verwechs\w+)"
)

APOLOGY = ApologyWords(
    shows={
        ApologyPart.REGRET: re.compile(
            rf"\b(?:(?:tut|täte) (?:es )?{OURS}\b[^.!?]{{0,25}}\bleid\b|leid tut|tut (?:(?:echt|sehr|wirklich) )?leid\b|(?:bitte|bitten|möchte\w*|muss|müssen|dürfen|wollen)\b[^.!?]{{0,40}}\b(?:entschuldig\w+|verzeihung|verzeihen|nachsicht)\b"
            r"|^\W*(?:(?:bitte )?entschuldig\w+|verzeih\w*|sorry|pardon)\b|bedaue?re?n?\b|(?:zu unserem|mit großem|mit) bedauern\b|entschuldige (?:mich|bitte)|entschuldigen (?:sie (?:bitte )?(?:die|den|das|dass|unser\w*|mein\w*)|(?:wir )?uns)|\bsorry (?:für|wegen|dass))"
        ),
        ApologyPart.EXPLANATION: re.compile(
            r"\b(?:(?:der|als|ein) grund (?:dafür|hierfür|war|ist|für)|grund (?:dafür|hierfür)|ursache (?:dafür|hierfür|war|ist|für)|(?:das |dies |es )?(?:lag|liegt) (?:das |dies |es )?(?:leider )?(?:daran|an)\b"
            r"|(?:verursacht|hervorgerufen|ausgelöst|bedingt) durch|hat dazu geführt|führte dazu|dadurch (?:ist|sind|wurde|kam|konnte)"
            r"|(?:muss|müssen|dürfte) (?:\w+ )?(?:beim|auf|bei|im|in|während|durch)\b[^.!?]{0,40}\b(?:passiert|geschehen|entstanden|verloren gegangen|untergegangen) sein\b"
            rf"|(?:weil|da|aufgrund|wegen|infolge|durch)\b[^.!?]{{0,80}}\b{TROUBLE}|{TROUBLE}\b[^.!?]{{0,40}}\b(?:sodass|so dass|deshalb|daher)|(?:weil|da) (?:wir|ich|uns|mir|bei uns)\b)"
        ),
        ApologyPart.RESPONSIBILITY: re.compile(
            r"\b(?:(?<!nicht )(?:unser|mein|unsere|meine|unserem|meinem|unserer|meiner) (?:\w+ )?(?:fehler|versehen|versäumnis|verschulden|schuld|irrtum|nachlässigkeit)\b"
            r"|(?:fehler|schuld|verantwortung|versehen|problem) (?:dafür |hierfür )?(?:liegt|lag) (?:\w+ ){0,2}?(?:bei|an) (?:uns|mir)|(?:liegt|lag) (?:\w+ ){0,2}?(?:bei|an) uns\b"
            r"|(?:übernehmen?|tragen?|trage) (?:\w+ ){0,4}?verantwortung|verantwortung (?:dafür |hierfür )?übernehmen?"
            r"|(?:habe|haben) (?:ich|wir)\b[^.!?]{0,60}\b(?:versäumt|übersehen|vergessen|verwechselt|verschlafen|verschusselt|vertan)\b|(?:ich|wir) (?:habe|haben)\b[^.!?]{0,60}\b(?:versäumt|übersehen|vergessen|verwechselt|verschlafen|verschusselt|vertan|(?:einen|den) fehler gemacht|nicht (?:eingehalten|aufgepasst|gehalten|erfüllt))\b"
            r"|(?:ist|sind) (?:uns|mir)\b[^.!?]{0,40}\b(?:fehler|versehen|missgeschick|patzer)\b[^.!?]{0,25}\b(?:unterlaufen|passiert)"
            r"|(?:hätte|durfte|darf)\w*\b[^.!?]{0,40}\bnicht (?:passieren|geschehen|vorkommen|sein)\b|hätten? (?:wir|ich)\b[^.!?]{0,70}\b(?:müssen|sollen)\b|(?:wir|ich) hätten?\b[^.!?]{0,70}\b(?:müssen|sollen)\b"
            r"|geht auf (?:meine|unsere) kappe|(?:sie|du|ihr) (?:haben|hast|habt) (?:\w+ ){0,2}?recht\b|(?:haben|hast|habt) (?:sie|du|ihr) (?:\w+ ){0,2}?recht\b|(?:wir|ich) (?:haben|habe) (?:es |das |hier |da )?(?:nicht gut|schlecht|falsch) (?:gemacht|gelöst|geplant|gebucht|berechnet)|(?:entschuldig\w+|verzeih\w+)[^.!?]{0,15}\b(?:den|meinen|unseren|diesen) (?:fehler|irrtum)\b|(?:zu recht|mit recht) (?:verärgert|enttäuscht|unzufrieden|ärger\w*|sauer|kritisier\w*|beschwer\w*)|nicht gerecht geworden)"
        ),
        ApologyPart.REPENTANCE: re.compile(
            r"\b(?:(?:nicht|nie|kein zweites mal) (?:wieder |noch einmal |nochmal |mehr |erneut |noch mal )+(?:vorkomm\w*|passier\w*|gescheh\w*|wiederhol\w*)|wiederholt sich nicht|(?:nicht|nie) wiederhol\w*|(?:nicht|nie) (?:mehr|wieder)\b[^.!?]{0,25}\b(?:vorkomm\w*|passier\w*|gescheh\w*|wiederhol\w*)"
            r"|(?:künftig|in zukunft|zukünftig|ab sofort|von nun an)\b[^.!?]{0,80}\b(?:vermeiden|vermieden|ausschließen|ausgeschlossen|verhindern|verhindert|besser|genauer|sorgfältiger|früher|rechtzeitig|sicherstellen|sorgen|darauf achten|achten wir)"
            r"|(?:daraus|aus diesem fehler|aus dem vorfall) (?:\w+ )?gelernt|(?:unsere )?(?:abläufe|prozesse|prozess|ablauf)\b[^.!?]{0,40}\b(?:angepasst|geändert|verbesser\w*|überarbeite\w*|überprüf\w*))"
        ),
        ApologyPart.REPAIR: re.compile(
            r"(?:\b(?:(?:erstatten|erstattet|erstatte|gutschrift|gutgeschrieben|gutschreiben|schreiben\b[^.!?]{0,40}\bgut|ersatz\w*|nachlieferung|nachgeliefert|umtausch\w*|tauschen\b[^.!?]{0,40}\baus|ausgetauscht|austauschen|repariert|reparieren|beheben|behoben|korrigiert|korrigieren|korrigierte\w*|berichtigte?\w*|nachbesser\w*|rückerstattung|entschädig\w*|wiedergutmach\w*|wieder ?gut (?:zu )?machen|rabatt|gutschein|nachlass|kostenlos\w*|kostenfrei\w*)\b"
            r"|in ordnung (?:zu )?(?:bringen|gebracht)|wieder in ordnung|neue rechnung|erneut (?:zugesandt|versandt|verschickt)|als kleine\w* (?:dankeschön|ausgleich|entschädigung|trost\w*|geste)|expressversand|per express|neuen termin)|\[lösung\])"
        ),
    },
    excuses=re.compile(
        r"\b(?:(?:brauch\w*|müssen|musst|müsst|nicht nötig)\b[^.!?]{0,25}\b(?:sich|dich|euch)\b[^.!?]{0,25}\bnicht\b[^.!?]{0,15}\bentschuldig\w*|(?:brauch\w*|müssen|musst|müsst)\b[^.!?]{0,20}\bnicht\b[^.!?]{0,25}\bentschuldig\w*|entschuldigung (?:angenommen|ist angenommen)|(?:danke|dank)\b[^.!?]{0,30}\bentschuldigung|kein grund (?:sich )?zu entschuldig\w*|(?:keine|ohne) entschuldigung|tut mir leid, aber|sorry, aber|tut uns leid, aber)"
    ),
    conditional=re.compile(  # "es tut uns leid, falls ...", "falls der Tisch beschädigt war, tut es uns leid"
        r"(?i)\b(?:leid|entschuldig\w*|bedauer\w*|verzeih\w*|sorry)(?: (?!für\b|wegen\b|dass\b)[\w-]+){0,3},? (?:falls|sofern|(?:sollten?|wenn) (?:sie|du|ihr|das|es|dies|etwas))\b"
        r"|\b(?:falls|sofern|sollten?|wenn)\b[^.;:!?]{3,90}, (?:\w+ ){0,4}(?:leid|entschuldig\w*|bedauer\w*|verzeih\w*|sorry)\b"
    ),
    wants=re.compile(
        r"\b(?:(?:erwarte\w*|verlange\w*|fordere?\w*|hätte\w*|wünsche\w*|bitte|wäre)\b[^.!?]{0,60}\bentschuldigung\b(?!, (?:aber|dass))|(?:nicht einmal|nicht mal|keine|ohne) (?:\w+ )?entschuldigung|entschuldigung (?:wäre|ist) (?:das mindeste|angebracht|fällig|nötig))"
    ),
    faults=frozenset(
        {"no answer yet", "late", "still waiting", "unwanted bill", "wrong or incomplete", "missing", "out of order"}
    ),
    offers={
        ApologyPart.REGRET: Line("Das tut {mir} sehr leid.", "Das tut {mir} echt leid."),
        ApologyPart.RESPONSIBILITY: Line(
            "Das hätte nicht passieren dürfen, die Verantwortung dafür liegt bei uns.",
            "Das hätte nicht passieren dürfen und geht auf {meine} Kappe.",
        ),
        ApologyPart.EXPLANATION: Line("Der Grund dafür war: [Grund].", asks=True),
        ApologyPart.REPAIR: Line(
            "Um das wieder in Ordnung zu bringen, {biete_ich} {dir} Folgendes an: [Lösung].",
            "Damit das wieder in Ordnung kommt, {mache_ich} Folgendes: [Lösung].",
            asks=True,
        ),
        ApologyPart.REPENTANCE: Line(
            "{Ich_tue} alles dafür, dass sich das nicht wiederholt.",
            "{Ich_passe} auf, dass das nicht noch einmal vorkommt.",
        ),
    },
)  # fmt: skip

GOODS = r"(?:\w*lieferung|paket\w*|\w*bestellung|ware|sendung|ersatzteil\w*|päckchen)"
ANSWER = r"(?:antwort\w*|geantwortet|rückmeldung\w*|rückruf\w*|zurückgerufen|gemeldet|meldet sich|reagiert|reaktion|stellungnahme)"
NONE_YET = r"(?:nicht|nichts|kein\w*|niemand|keiner|nie|vergeblich|wart\w*|gewartet|immer noch|noch immer|ausgeblieben)"
LATE = r"(?:nicht (?:angekommen|da|geliefert|eingetroffen|gekommen|erhalten|bekommen|zugestellt)|wart\w*|gewartet|verspät\w*|verzöger\w*|überfällig|zu spät|immer noch nicht|noch immer nicht|noch nicht|nie angekommen)"
DAMAGED = r"(?:beschädigt\w*|zerbrochen\w*|zerkratzt\w*|verkratzt\w*|kaputt\w*|verbeult\w*|zerdrückt\w*|zerrissen\w*|undicht\w*|gebrochen)"
WRONG = r"(?:falsch\w*|unvollständig\w*|fehlt|fehlen|fehlten|fehlte|verwechselt|statt)"

REGRET = "Es tut {mir} leid, dass"
LOOSE = "Tut {mir} leid, dass"
SEE = "{Ich_kann} gut verstehen, wie ärgerlich"
SEE_LOOSE = "{Ich_kann} gut verstehen, wie ärgerlich"


def _matter(name: str, told: str, that: str, annoying: str) -> Matter:
    return Matter(
        name,
        re.compile(told),
        Line(f"{REGRET} {that}.", f"{LOOSE} {that}."),
        Line(f"{SEE} {annoying}."),
    )


EMPATHY = EmpathyWords(
    shows=re.compile(
        r"\b(?:(?:verstehe|verstehen|versteh)\b[^.!?]{0,60}\b(?:ärger\w*|enttäuschung|enttäuscht|unmut|frust\w*|verärger\w*|sorgen?|lage|situation|unzufrieden\w*|gut|sehr|wütend|sauer)\b"
        r"|(?:gut|sehr gut|absolut|völlig|vollkommen|durchaus) (?:nachvollziehen|verstehen|nachempfinden|nachvollziehbar|verständlich)|(?:kann|können)\b[^.!?]{0,60}\b(?:nachvollziehen|verstehen|nachempfinden|nachfühlen)\b|nachvollziehbar|verständlicherweise|verständlich, dass"
        r"|(?:das ist|ist das|wirklich|sehr|wie|natürlich|äußerst|mehr als|mega|echt|total) (?:\w+ )?(?:ärgerlich|unangenehm|frustrierend|schade|unschön|lästig|doof|blöd|nervig|unglücklich|mühsam)\b"
        rf"|(?:tut|täte) (?:es )?{OURS}\b[^.!?]{{0,25}}\bleid|leid tut|bedaue?re?n?\b|bedauern|bedauerlich\w*|entschuldig\w+|(?:um|bitte) (?:\w+ )?(?:verzeihung|nachsicht)|verzeih\w*|sorry"
        r"|nehme?n? (?:\w+ ){0,6}ernst\b|(?:haben sie|hast du|habt ihr|sie haben|du hast|ihr habt) (?:\w+ ){0,2}recht\b|zu recht\b|(?:hätte|durfte|darf)\w*\b[^.!?]{0,40}\bnicht (?:passieren|geschehen|vorkommen|sein)\b"
        r"|unannehmlichkeit\w*|für (?:ihre|deine|eure) (?:\w+ )?(?:geduld|offen\w*|ehrlich\w*|offenen worte|ehrlichen worte)|mitgefühl|tut mir in der seele weh|peinlich|unser fehler|mein fehler)"
    ),
    denies=re.compile(
        r"\b(?:(?:kann|können)\b[^.!?]{0,40}\bnicht (?:nachvollziehen|verstehen)|nicht nachvollziehbar|unverständlich|verstehe?n? (?:\w+ )?nicht|verstehen sie (?:bitte|doch)|bitte (?:um |haben sie )verständnis)\b"
    ),
    matters=(
        _matter(
            "no_answer",
            rf"\b{NONE_YET}\b[^.!?]{{0,50}}\b{ANSWER}\b|\b{ANSWER}\b[^.!?]{{0,40}}\b{NONE_YET}\b",
            "{du} so lange auf eine Antwort warten {musstest}",
            "es ist, so lange auf eine Antwort zu warten",
        ),
        _matter(
            "damaged",
            rf"\b{DAMAGED}\b[^.!?]{{0,40}}\b(?:angekommen|geliefert|erhalten|eingetroffen|an(?=\W|$))|\b{GOODS}\b[^.!?]{{0,60}}\b{DAMAGED}\b|\b(?:geliefert\w*|angekommen\w*)\b[^.!?]{{0,60}}\b{DAMAGED}\b",
            "{deine} Lieferung nicht heil angekommen ist",
            "es ist, wenn eine Lieferung nicht heil ankommt",
        ),
        _matter(
            "wrong_delivery",
            rf"\b{WRONG}\b[^.!?]{{0,40}}\b(?:geliefert|verschickt|versandt|zugesandt|bekommen|erhalten)|\b{GOODS}\b[^.!?]{{0,40}}\b{WRONG}\b",
            "mit {deiner} Lieferung etwas nicht gestimmt hat",
            "es ist, wenn mit einer Lieferung etwas nicht stimmt",
        ),
        _matter(
            "delivery_late",
            rf"\b{GOODS}\b[^.!?]{{0,60}}\b{LATE}|\b{LATE}\b[^.!?]{{0,60}}\b{GOODS}\b",
            "sich {deine} Lieferung verzögert hat",
            "die Verzögerung bei {deiner} Lieferung ist",
        ),
        _matter("reminder", r"\b(?:\w*mahnung\w*|gemahnt|inkasso\w*)\b", "{du} wegen der Mahnung Ärger {hattest}", "eine Mahnung ist, mit der man nicht rechnet"),
        _matter(
            "invoice",
            r"\b(?:\w*rechnung(?:en)?|abgebucht|berechnet|abbuchung\w*|rechnungsbetrag|belastet)\b",
            "{du} mit der Rechnung Ärger {hattest}",
            "Unstimmigkeiten bei einer Rechnung sind",
        ),
        _matter(
            "outage",
            r"\b(?:\w*ausfall|ausgefallen|\w*störung|gestört|stillstand|steht still|offline)\b|\bfällt\b[^.!?]{0,40}\baus\b",
            "{du} durch den Ausfall Ärger {hattest}",
            "so ein Ausfall ist",
        ),
        _matter(
            "appointment",
            r"\b(?:\w*termin\w*|techniker\w*|monteur\w*|handwerker\w*)\b[^.!?]{0,60}\b(?:nicht (?:erschienen|gekommen|eingehalten|aufgetaucht|stattgefunden)|geplatzt|platzt\w*|abgesagt|verschoben|vergeblich|umsonst)\b|\b(?:niemand|keiner)\b[^.!?]{0,30}\b(?:erschienen|gekommen|aufgetaucht|da)\b",
            "der Termin nicht wie vereinbart geklappt hat",
            "es ist, wenn ein Termin nicht wie vereinbart klappt",
        ),
        _matter(
            "waiting",
            r"\b(?:warte|warten|gewartet|warteschleife|wartezeit\w*|hingehalten|vertröstet)\b(?! sie\b)",
            "{du} so lange warten {musstest}",
            "das lange Warten ist",
        ),
        _matter(
            "thing",
            r"[^.!?,;]{0,45}\b(?:funktionier\w*|läuft|lief|geht|ging|startet\w*|reagier\w*|druckt\w*|lädt|springt|schließt|öffnet|heizt|arbeitet)\b[^.!?,;]{0,25}\b(?:nicht|nie|nur noch)\b|[^.!?,;]{0,35}\b(?:defekt|kaputt|tropft|leckt|klemmt|streikt|spinnt|abgestürzt|abstürzt|undicht|macht (?:\w+ )?geräusche|hängt sich|stürzt)\b|[^.!?,;]{0,25}\bnicht (?:mehr )?(?:funktioniert|läuft|geht|startet|anspringt|reagiert|druckt)\b",
            "{du} mit {thing} Schwierigkeiten {hattest}",
            "die Schwierigkeiten mit {thing} sind",
        ),
    ),
    general=Matter(
        "general",
        re.compile(r"(?!)"),
        Line(
            "Es tut {mir} leid, dass es nicht so gelaufen ist, wie {du} es erwarten {durftest}.",
            "Tut {mir} leid, dass es nicht so gelaufen ist, wie {du} es erwarten {durftest}.",
        ),
        Line("{Ich_kann} gut verstehen, dass {du} {dich_selbst} darüber {ärgerst}."),
    ),
    things={
        "heizung": "der", "maschine": "der", "anlage": "der", "pumpe": "der", "software": "der", "app": "der", "waage": "der",
        "kamera": "der", "steuerung": "der", "verbindung": "der", "website": "der", "webseite": "der", "bremse": "der",
        "batterie": "der", "leitung": "der", "tür": "der", "kasse": "der", "schnittstelle": "der", "lampe": "der",
        "therme": "der", "markise": "der", "klingel": "der", "uhr": "der", "lizenz": "der", "hotline": "der",
        "gerät": "dem", "drucker": "dem", "rechner": "dem", "laptop": "dem", "server": "dem", "zugang": "dem",
        "anschluss": "dem", "konto": "dem", "programm": "dem", "update": "dem", "modul": "dem", "router": "dem",
        "bildschirm": "dem", "monitor": "dem", "motor": "dem", "sensor": "dem", "scanner": "dem", "portal": "dem",
        "display": "dem", "telefon": "dem", "fahrrad": "dem", "auto": "dem", "fahrzeug": "dem", "schloss": "dem",
        "aufzug": "dem", "kessel": "dem", "ventil": "dem", "akku": "dem", "login": "dem", "passwort": "dem",
        "internet": "dem", "netzteil": "dem", "rolltor": "dem", "tor": "dem", "ofen": "dem", "kühlschrank": "dem",
        "wasserhahn": "dem", "fenster": "dem", "kabel": "dem", "formular": "dem",
    },
    heated=frozenset({"anger or disappointment", "hard words"}),
    personal=re.compile(r"\b(?:ich|wir|mich|uns|sie|ihnen|ihr\w{0,2}|dein\w*|euer|eure\w*|du|service|das (?:ist|war|geht|kann|darf)|so (?:geht|nicht))\b"),
    thanks_first=re.compile(
        r"^\W*(?:(?:ich|wir) (?:danken?|bedanken?)\b|(?:(?:recht |ganz )?(?:herzlichen|vielen|besten|lieben|schönen|tausend) )?(?:danke?|dankeschön)\b)[^.!?]{0,60}\b(?:nachricht|mail|e-mail|email|schreiben|anfrage|rückmeldung|hinweis|feedback|brief|anruf|meldung|info\w*|offenheit|antwort|zeilen|bericht|fotos?|bilder|gemeldet|geschrieben|melden)\b[^.!?]{0,60}[.!]"
    ),
)  # fmt: skip
