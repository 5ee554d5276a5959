"""German wording that makes a text formal or informal; `lexicon.py` says how entries are written.

The classes follow what readers of mail go by (Peterson, Hohensee & Xia 2011; Pavlick & Tetreault 2016), carried over
to German; the words are our own choice, general language only.
"""

from __future__ import annotations

import re

REGISTER = {
    "slang": (
        "mega", "cool", "krass", "geil*", "hey", "nix", "ne", "nee", "nö", "jo", "jep", "jup", "yep", "tja", "haha*",
        "hehe*", "lol", "rofl", "omg", "wtf", "xd", "hdl", "glg", "supi", "hammer", "nice", "yeah", "digga", "bro",
        "leute", "jungs", "mädels", "kumpel", "typen", "moin", "servus", "ciao", "tschüss", "tschüssi", "kram", "zeug",
        "quatsch", "blöd*", "doof*", "mist", "verdammt*", "scheiß*", "scheiss*", "arsch*", "kack*", "idiot*", "depp*",
        "trottel", "spinnt", "spinnst", "dreck*", "fuck*", "shit*", "bullshit", "verarsch*", "beschissen*", "kotz*",
        "saufen", "fressen", "labern", "laber*", "quatschen", "zocken", "chillen", "abhauen", "hau ab", "halt die",
        "klauen", "kapier*", "motzen", "meckern", "glotze", "knete", "kohle", "bock", "schnauze", "fresse", "blödsinn",
        "wahnsinn", "verrückt", "bescheuert", "dumme*", "hässlich", "eklig", "ekelhaft", "mami", "papi", "nen", "ner",
        "nem", "'n", "'ne", "'nen", "'ner", "isses", "biste", "haste", "kannste", "willste", "machste", "gehste",
        "weißte", "siehste", "meinste", "wat", "dat", "det", "ick", "icke", "isch", "net", "ned", "nich", "ham", "sone",
        "son", "vllt", "vlt", "iwie", "iwas", "kp", "btw", "imho", "afaik", "asap", "sry", "plz", "thx", "pls", "idk",
        "tbh", "cringe", "fett*", "heftig", "ultra", "ka", "is",
    ),
    "interjection": (
        "ach", "oh", "ah", "hm", "hmm", "na", "naja", "tja", "puh", "uff", "ups", "wow", "huch", "pah", "pst", "hä",
        "igitt", "au", "aua", "juhu", "hurra", "ojemine", "oje", "jaja", "tschau", "halleluja", "äh", "ähm", "ey",
        "yay", "aha", "soso", "klar", "ok", "okay", "na ja", "na gut", "na klar", "ach so", "ach ja", "gell",
    ),
    "informal": (
        "super", "toll*", "prima", "klasse", "spitze", "halt", "eben", "mal", "eh", "bisschen", "rum", "raus", "rein",
        "rauf", "runter", "rüber", "ran", "grad", "bloß", "echt", "total", "kriegen", "kriege", "kriegt", "kriegst",
        "gekriegt", "checken", "check", "gecheckt", "passt", "läuft", "klappt", "sachen", "ding", "dinger", "dings",
        "bis dann", "bis denne", "drauf", "dran", "drin", "drum", "drüber", "drunter", "irgendwie", "irgendwas",
        "keine ahnung", "kein ding", "kein stress", "alles klar", "alles gut", "hab", "hätt", "gibts", "gehts", "ists",
        "habs", "wärs", "könnts", "machs", "wirds", "wars", "guck*", "schau mal", "schon mal", "mal so", "sorry",
        "gucken", "angeguckt", "schmeißen", "schmeiß*", "hocken", "nochmal", "sowas", "so was", "und so", "oder was",
        "anschauen", "riesig*", "riesen*", "nervt", "nerven", "nervig", "im endeffekt", "von wegen",
    ),
    "plain": (
        "machen", "macht", "gemacht", "sagen", "sagt", "sagte", "gesagt", "gehen", "geht", "ging", "kommen", "kommt",
        "kam", "sehen", "sieht", "sah", "geben", "gib", "gibt", "will", "wollen", "wollte", "wissen", "wusste",
        "denken", "dachte", "lassen", "lass", "lässt", "stehen", "steht", "stand", "sitzen", "nehmen", "nimm", "nimmt",
        "holen", "hol", "bringen", "heute", "morgen", "gestern", "hier", "dort", "nichts", "was", "wer", "alle",
        "alles", "immer", "nie", "noch", "schon", "auch", "nur", "wieder", "mehr", "viel", "gut", "besser", "groß",
        "klein", "neu", "alt", "kaufen", "brauchen", "brauche", "braucht", "bekommen", "bekommt", "hören", "spielen",
        "essen", "trinken", "schlafen", "kinder", "leute", "mann", "frau", "haus", "tür", "kopf", "auge*", "hand",
        "hände", "abend", "nacht", "tag", "freund*", "mutter", "vater", "geld", "auto", "danke", "leider", "schade",
        "so", "da", "jetzt", "dann", "hin", "her", "weg", "ziemlich", "ganz", "richtig", "wirklich", "einfach", "doch",
        "ja", "wohl", "gar", "überhaupt", "wieso", "warum", "reden", "redet", "geredet", "tun", "tut", "find", "finde",
        "glaub", "glaube", "denk", "meine", "weiß", "freu*", "lieb*", "nett", "schön", "fertig", "glück", "spaß",
        "immerhin", "zumindest", "heut", "nachher", "vorhin", "morgens", "abends", "kaputt", "schlimm", "komisch*",
        "anrufen", "packen", "hauen", "haut", "egal", "gefällt", "irgendwo", "irgendwann", "los", "komm", "genau",
        "stimmt", "nein", "mensch", "gott", "so ein", "so eine", "was für",
    ),
    "clipped": (
        "lg", "vg", "mfg", "bzgl", "evtl", "ggf", "usw", "etc", "max", "min", "info", "infos", "mail", "tel",
        "whatsapp", "app", "foto", "fotos", "uni", "hrs", "sek", "std",
    ),
    "personal": (
        "geburtstag*", "hochzeit*", "familie*", "freundin", "bruder", "schwester", "sohn", "tochter", "kind",
        "wochenende", "urlaub*", "ferien", "party*", "feier*", "feiern", "grillen", "bier", "wein", "kaffee", "kuchen",
        "kino", "film", "serie", "fußball", "spiel", "musik", "lied", "konzert", "hund", "katze", "bett", "müde",
        "krank", "traurig", "glücklich", "verliebt", "liebe", "hassen", "hasse", "weinen", "lachen", "lachte", "träum*",
        "weihnachten", "ostern", "garten", "wetter", "sonne", "regen", "sommer", "winter", "schule", "lehrer*",
        "drücken", "kuss*", "küss*", "umarm*", "mama", "papa", "oma", "opa", "schatz", "süß*", "lustig", "witzig",
        "baby",
    ),
    "formal": (
        "bezüglich", "hinsichtlich", "betreffend*", "anbei", "beigefügt*", "hiermit", "hierzu", "hierfür", "hierbei",
        "hierdurch", "hieraus", "diesbezüglich*", "gemäß", "entsprechend*", "zwecks", "mittels", "seitens", "infolge",
        "infolgedessen", "aufgrund", "anhand", "anlässlich", "angesichts", "ungeachtet", "unbeschadet", "vorbehaltlich",
        "einschließlich", "ausschließlich", "ferner", "demnach", "demzufolge", "demgegenüber", "dementsprechend",
        "somit", "sofern", "soweit", "beziehungsweise", "bzw", "bzw.", "insbesondere", "insofern", "insoweit",
        "hingegen", "wohingegen", "indes", "indessen", "mithin", "folglich", "gegebenenfalls", "unverzüglich",
        "umgehend", "freundlicherweise", "höflich*", "mitteilen", "mitgeteilt", "mitzuteilen", "übersenden",
        "übersandt*", "zukommen", "ersuchen", "erbitten", "gestatten", "ermöglich*", "gewährleist*", "veranlass*",
        "vereinbar*", "unterbreiten", "zur verfügung", "in kenntnis", "zur kenntnis", "in anspruch", "zum ausdruck",
        "kenntnisnahme", "rücksprache", "rückmeldung", "rückfragen", "unterlagen", "sachverhalt*", "angelegenheit*",
        "anliegen", "voraussetzung*", "berücksichtig*", "erforderlich*", "vorliegend*", "nachfolgend*", "vorgenannt*",
        "jeweilig*", "selbstverständlich", "sehr geehrte", "sehr geehrter", "verbleiben", "verbleibe",
        "hochachtungsvoll", "im voraus", "bedanken", "zuständig*", "durchführ*", "durchgeführt*", "erfolgen", "erfolgt",
        "erfolgte*", "vornehmen", "vorgenommen", "begleichen", "beanstand*", "stellungnahme", "hierin", "lediglich",
        "wesentlich*", "erheblich*", "maßgeblich*", "nunmehr", "derzeit*", "überwiegend", "weitgehend",
        "grundsätzlich*", "unterliegt", "beruht", "verfügt", "im rahmen", "in bezug", "auf grund", "im zuge",
        "aus sicht", "unter anderem", "mit hilfe", "im hinblick", "nach maßgabe", "zufolge", "bezeichn*", "begründ*",
        "feststell*", "festgestellt", "festzustellen", "aufweis*", "aufgewiesen", "darstell*", "dargestellt",
        "erläuter*", "erörter*", "verpflicht*", "berechtig*", "beschränk*", "ausgeschlossen", "vorgesehen",
        "angegeben*", "ermittel*", "veröffentlich*", "hervorgehoben",
    ),
    "written": (
        "wurde", "wurden", "werden", "worden", "sei", "seien", "habe", "könne", "müsse", "solle", "werde", "laut",
        "durch", "zwischen", "während", "dieser", "diesem", "dieses", "deren", "dessen", "zur", "zum", "welche",
        "welcher", "welches", "welchen", "besteht", "bestehen", "liegt", "gilt", "gelten", "bildet", "stellt", "dient",
        "dienen", "enthält", "enthalten", "ergibt", "ergeben", "befindet", "handelt", "gegenüber", "solche", "solcher",
        "bereits", "daher", "zunächst", "schließlich", "weiterhin", "stets", "teilweise", "jeweils", "sowie", "sowohl",
        "jedoch", "dennoch", "zudem", "wobei", "wodurch", "worin", "innerhalb", "außerhalb", "bestimm*", "genannt*",
        "folgend*", "erhalten", "erhält", "erhielt*", "zuvor", "zugleich", "derjenige*", "verständnis", "gewähr*",
        "letztlich", "bislang", "ebenfalls", "zusätzlich*", "entwickel*", "untersuch*", "analys*", "umfasst",
        "umfassen", "beträgt", "betragen",
    ),
    "office": (
        "vertrag*", "verträge*", "unternehmen*", "gesellschaft*", "behörde*", "abteilung*", "geschäftsführ*",
        "vorstand*", "sitzung*", "besprechung*", "protokoll*", "bericht*", "verfahren*", "antrag*", "anträge*",
        "rechnung*", "zahlung*", "lieferung*", "angebot*", "auftrag*", "aufträge*", "frist*", "termin*", "maßnahme*",
        "regelung*", "entscheidung*", "beschluss*", "gesetz*", "verordnung*", "richtlinie*", "studie*", "ergebnis*",
        "projekt*", "system*", "daten*", "information*", "entwicklung*", "bereich*", "grundlage*", "anforderung*",
        "verwaltung*", "leistung*", "dokument*", "verantwort*", "prüfung*", "bearbeitung*", "umsetzung*", "planung*",
        "mitarbeiter*", "kunde*", "kunden*", "produkt*",
    ),
}  # fmt: skip

# Endings of abstract and learned words: "Bestätigung", "Verfügbarkeit", "Information", "gewährleisten", "erforderlich".
ABSTRACT_WORD = re.compile(
    r"\b[A-Za-zÄÖÜäöüß]{2,}(?:ung|ungen|heit|heiten|keit|keiten|ion|ionen|ität|itäten|schaft|schaften|ismus|ment|anz|enz"
    r"|tum|nis|nisse|nissen|ierung|ur|iv(?:e[nrms]?)?|iell\w{0,2}|isch\w{0,2}|lich\w{0,2}|ieren|iert\w{0,2}|mäßig\w{0,2}"
    r"|bar\w{0,2})\b"
)
