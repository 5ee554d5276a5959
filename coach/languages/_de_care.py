"""German care in a mail: promises without a date, questions left open, warm endings, "wir" and "ich". Wording our own."""

from __future__ import annotations

import re

from coach.care_words import AskedWords, CareWords, CloseWords, Line, PromiseWords, VoiceWords
from coach.languages._de_apology import APOLOGY, EMPATHY

READERS = {
    "sie": {
        "du": "Sie", "dich": "Sie", "dir": "Ihnen", "dich_selbst": "sich", "deine": "Ihre", "deiner": "Ihrer", "deinem": "Ihrem",
        "musstest": "mussten", "hattest": "hatten", "durftest": "durften", "hast": "haben", "ärgerst": "ärgern", "melde_dich": "melden Sie sich",
    },
    "du": {
        "du": "du", "dich": "dich", "dir": "dir", "dich_selbst": "dich", "deine": "deine", "deiner": "deiner", "deinem": "deinem",
        "musstest": "musstest", "hattest": "hattest", "durftest": "durftest", "hast": "hast", "ärgerst": "ärgerst", "melde_dich": "melde dich",
    },
    "ihr": {
        "du": "ihr", "dich": "euch", "dir": "euch", "dich_selbst": "euch", "deine": "eure", "deiner": "eurer", "deinem": "eurem",
        "musstest": "musstet", "hattest": "hattet", "durftest": "durftet", "hast": "habt", "ärgerst": "ärgert", "melde_dich": "meldet euch",
    },
}  # fmt: skip
WRITERS = {
    "one": {
        "mir": "mir", "mich": "mich", "meine": "meine", "Ich_kann": "Ich kann", "biete_ich": "biete ich", "mache_ich": "mache ich",
        "Ich_tue": "Ich tue", "Ich_passe": "Ich passe", "Ich_freue_mich": "Ich freue mich", "helfe_ich": "helfe ich",
    },
    "many": {
        "mir": "uns", "mich": "uns", "meine": "unsere", "Ich_kann": "Wir können", "biete_ich": "bieten wir", "mache_ich": "machen wir",
        "Ich_tue": "Wir tun", "Ich_passe": "Wir passen", "Ich_freue_mich": "Wir freuen uns", "helfe_ich": "helfen wir",
    },
}  # fmt: skip

DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
MONTH = r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
PROMISE_VERB = (
    r"(?:meld\w*|send\w*|zusend\w*|übersend\w*|schick\w*|zuschick\w*|liefer\w*|nachliefer\w*|kümmer\w*|prüf\w*|überprüf\w*|klär\w*|abklär\w*"
    r"|antwort\w*|beantwort\w*|bearbeit\w*|informier\w*|geben|gebe|erledig\w*|beheb\w*|repar\w*|rufe?n?|anruf\w*|zurückruf\w*|erstatt\w*"
    r"|überweis\w*|reiche?n?|nachreich\w*|leite?n?|weiterleit\w*|versend\w*|umsetz\w*|korrigier\w*|aktualisier\w*|komme?n?|zukomm\w*"
    r"|nachseh\w*|nachfrag\w*|mitteil\w*|teilen?|stelle?n?|bereitstell\w*|veröffentlich\w*|schreibe?n?|zurückkomm\w*|kontaktier\w*"
    r"|anpass\w*|austausch\w*|besorg\w*|einbau\w*|erstell\w*|freischalt\w*|nachbesser\w*|vorbeikomm\w*|vorbeischau\w*|zeige?n?|lade?n?)"
)
DONE = (
    r"(?:versandt|verschickt|versendet|geliefert|nachgeliefert|bearbeitet|erledigt|behoben|gelöst|erstattet|überwiesen|gutgeschrieben"
    r"|freigeschaltet|veröffentlicht|repariert|zugesandt|zugestellt|zugeschickt|umgesetzt|korrigiert|geprüft|geklärt|beantwortet"
    r"|abgeschlossen|verfügbar|fertig|bereitgestellt|ausgeliefert|nachgereicht|übersandt|ausgetauscht|ersetzt|kontaktiert)"
)

PROMISES = PromiseWords(
    vague=re.compile(
        r"(?<![\w-])(?:(?:möglichst|sehr|ganz|recht|relativ|hoffentlich|voraussichtlich|so) )?(?:zeitnah|zeitnahe?st(?:möglich)?|in kürze|demnächst|alsbald|in bälde|asap|a\.s\.a\.p\.?)(?! wie)(?![\w-])"
        r"|(?<![\w-])so (?:bald|schnell|rasch|zeitnah|früh) (?:wie|als) (?:nur )?(?:möglich|es geht|irgend möglich)(?![\w-])|(?<![\w-])sobald (?:wie|als) möglich(?![\w-])"
        r"|(?<![\w-])(?:schnellst|baldigst|ehest|schnellstens|baldigst|baldmöglichst|schnellstmöglich|raschestmöglich|frühestmöglich|ehestmöglich|ehebaldigst|möglichst (?:bald|schnell|rasch))(?![\w-])"
        r"|(?<!so )(?<!bis )(?<!wieder )(?<!nicht )(?<!schon )(?<!aber )(?<![\w-])(?:(?:sehr|ganz|recht|hoffentlich|schon) )?bald(?! wieder)(?! wie)(?! (?:ein|mal|schon|da)\b)(?![\w-])"
        r"|(?<![\w-])(?:zu gegebener zeit|in absehbarer zeit|in nächster zeit|in naher zukunft)(?![\w-])"
    ),
    promised=re.compile(
        rf"\b(?:ich|wir)\b[^,;:]*\b{PROMISE_VERB}\b|\b{PROMISE_VERB} (?:\w+ ){{0,4}}?(?:ich|wir)\b|\b(?:melde|kümmere|melden|kümmern) (?:mich|uns)\b[^?]*$"
        r"|\b(?:sie (?:erhalten|bekommen|hören)|(?:erhalten|bekommen|hören) sie|(?:werden sie|sie werden)\b[^,;:]*\b(?:erhalten|bekommen|hören)|(?:du )?(?:erhältst|bekommst|hörst)(?: du)?|ihr (?:erhaltet|bekommt|hört)|(?:erhaltet|bekommt|hört) ihr)\b"
        rf"|\b(?:wird|werden|sind|ist)\b[^,;:]*\b{DONE}\b|\b(?:meldet|setzt) sich\b|\bfolg(?:t|en)\b|\bgeh(?:t|en)\b[^,;:]*\b(?:raus|hinaus|auf den weg|in den versand)\b"
    ),
    continues=re.compile(rf"^\W*(?:und|oder|sowie|dann|und dann)\b\s*{PROMISE_VERB}\b"),
    dated=re.compile(
        rf"\d|\[|\b(?:{DAY}s?|{DAY}\w*(?:morgen|mittag|abend)|{MONTH}|morgen|übermorgen|heute|(?:nächste|kommende|diese)[nrs]? (?:woche|monat\w*|jahr|tage\w*|montag)|kalenderwoche|kw|wochenende|ende (?:der|des|dieser|nächster)|anfang (?:der|des|nächster)|mitte (?:der|des|nächster)"
        r"|(?:innerhalb|binnen)\b|(?:zwei|drei|vier|fünf|sechs|wenige[nr]?|paar|nächsten) (?:stunden|tagen?|wochen|werktagen?|minuten)|uhr|mittag|abend|vormittag|nachmittag|werktags?|sobald (?!wie|als)\w+|sowie (?:ich|wir|das|die|der)|nach(?:dem)? (?:dem |der |ihrer |ihrem |deiner |deinem |unserer |meiner |meinem |erhalt|eingang|ende|abschluss|rücksprache|prüfung|ablauf|ostern|weihnachten)\w*|ostern|weihnachten|pfingsten|jahreswechsel|urlaub)\b"
    ),
    unsure=re.compile(
        r"\?|\b(?:wenn|falls|sofern|soweit|sollten?|solange|würden?|hätten?|könnten?|möchten?|wollten?|dürften?|müssten?|wären?|freu\w*|hoff\w*|wünsch\w*|bitte|bitten?|gebeten|benötig\w*|brauch\w*|vielleicht|eventuell|evtl|schaffe?n?|versuch\w*|am liebsten|lieber|grundsätzlich|immer|stets|in der regel|üblicherweise|normalerweise|bleib\w*|bis bald|denke|glaube|vermute|gerne? (?:bald|mal)|mahn\w*|jemand)\b"
    ),
    otherwise=re.compile(
        r"\b(?:nicht|nie|kein\w*|habe|haben|hatte\w*|hat|wurde\w*|konnte\w*|war|waren|schon|erst|auch)\b"
    ),
    with_noun=re.compile(
        r"\b(ein(?:e|en)?) (?:möglichst )?(?:zeitnahe|baldige|schnellstmögliche|baldmögliche)[nrs]? ([A-ZÄÖÜ]\w+)"
    ),
    gives=re.compile(r"\b(?:erhalten|bekommen|erhältst|bekommst|erhaltet|bekommt|geben|gebe|senden|sende)\b"),
    gap="bis [Termin]",
    bare=re.compile(
        r"^(?:(?:ich|wir) (?:kümmern (?:uns)|kümmere mich|sehen uns das|sehe mir das|schauen uns das|schaue mir das|prüfen das|prüfe das|klären das|kläre das) ?(?:gerne?|intern|gleich)? ?(?:darum|drum|an|ab)?(?: für (?:sie|dich|euch))?)[.!]$"
    ),
    report={"one": "und melde mich bis [Termin] bei {dir}", "many": "und melden uns bis [Termin] bei {dir}"},
    reports=re.compile(
        r"\b(?:melde\w*|bescheid|rückmeldung|zurückkommen|komme\w* (?:\w+ )?(?:auf|wieder)|informier\w*|auf dem laufenden|hören (?:sie|wieder)|hörst|antworte\w*|rufe?n? (?:\w+ ){1,3}(?:an|zurück))\b|\["
    ),
)  # fmt: skip

ASKED = AskedWords(
    asked="Zu {deiner} Frage {quoted}: [Antwort]",
    wished="Zu {deiner} Bitte {quoted}: [Antwort]",
    nobody="Zu {quoted}: [Antwort]",
    clause="Zu {deiner} Frage, {clause}: [Antwort]",
    topic="Zu {deiner} Frage {topic}: [Antwort]",
    topics=(
        (re.compile(r"^(?:(?:bis|ab) )?wann\b[^,]*\b(?:liefer\w*|geliefert|ankomm\w*|verschickt|versandt|lieferung|paket|bestellung|ware)\b"), "nach dem Liefertermin"),
        (re.compile(r"^wie (?:lang|lange|hoch)\b[^,]*\b(?:lieferzeit|lieferung|liefern)\b|^(?:wie|was|welche)\b[^,]*\blieferzeit\b"), "nach der Lieferzeit"),
        (re.compile(r"^(?:was|wie viel|wieviel)\b[^,]*\b(?:kostet|kosten|würde das)\b|^wie (?:hoch|teuer)\b[^,]*\b(?:preis|kosten|ist)\b"), "nach dem Preis"),
    ),
    gap="[Antwort]",
    quotes=("„", "“"),
    asides=frozenset("denn eigentlich bitte mal nun jetzt übrigens".split()),
    leans=frozenset("und oder aber nur also".split()),
    please=re.compile(r"\?$|\b(?:bitte\w*|könnte\w*|würde\w*|kannst|können sie)\b"),
    outcry=re.compile(r"(?i)\b(?:um (?:himmels|gottes) willen|zum (?:teufel|kuckuck|donnerwetter)|verdammt noch mal|wer weiß|was soll['’]?s|nicht wahr|oder nicht|pech gehabt|bin ich (?:blöd|verrückt))\b"),
    requests=re.compile(r"(?i)\b(?:bitte\w*|könn\w+|kann\w*|würd\w+|möcht\w+|brauch\w*|ersuch\w*|sende\w*|schick\w*|melde\w*|ruf\w*|prüf\w*|änder\w*)\b"),
    wrapped=re.compile(r"(?i)\b(?:weiß|wisst|weißt|wissen|kennt|kennen|kennst|hat|haben|hast|habt|kann|können|könnten|könnt|könntest|könnte|würden) (?:jemand|wer|sie|ihr|du|einer|von euch)\b[^?]{0,40}(?:[,?]|\b(?:sagen|erklären|idee|ideen|ahnung|tipps?|tips?|erfahrung\w*|empfehl\w*|vorschl\w+)\b)|\b(?:irgendwelche )?(?:ideen|tipps?|vorschläge|erfahrungen)\b"),
)  # fmt: skip

CLOSES = CloseWords(
    lines={
        "hint": Line("Vielen Dank, dass {du} {mich} darauf aufmerksam gemacht {hast}.", "Danke, dass {du} {mir} das so offen geschrieben {hast}."),
        "patience": Line("Vielen Dank für {deine} Geduld.", "Danke für {deine} Geduld."),
        "meeting": Line("{Ich_freue_mich} auf das Treffen mit {dir}.", "{Ich_freue_mich} auf das Treffen mit {dir}."),
        "answer": Line("{Ich_freue_mich} auf {deine} Rückmeldung.", "{Ich_freue_mich} auf {deine} Antwort."),
        "questions": Line("Wenn noch Fragen offen sind, {helfe_ich} {dir} gern weiter.", "Wenn noch etwas unklar ist, {melde_dich} gern."),
    },
    has={
        "hint": re.compile(r"\b(?:aufmerksam gemacht|für (?:den|ihren|deinen|euren) hinweis|offen geschrieben)\b"),
        "patience": re.compile(r"\b(?:geduld|verständnis|nachsicht)\b"),
        "meeting": re.compile(r"\b(?:freu\w*)\b"),
        "answer": re.compile(r"\b(?:freu\w*|gespannt|erwarte\w*|(?:rückmeldung|antwort|bescheid|nachricht)\b[^.!?]{0,60}\b(?:dankbar|geben|gebt|gib|bitte)|bitte (?:um )?(?:\w+ )?(?:rückmeldung|antwort))\b"),
        "questions": re.compile(r"\b(?:(?:rück)?fragen|unklar\w*|unsicher|weiterhelfen|helfe\w*|melde dich|melden sie sich|meldet euch|jederzeit|zur verfügung)\b"),
    },
    warm=re.compile(
        r"\b(?:dank\w*|freu\w*|gern\w*|wünsch\w*|hoff\w*|schöne\w* (?:tag|abend|woche\w*|wochenende|rest\w*|urlaub|zeit|feier\w*|feiertage|woch\w*)|alles gute|gute\w* (?:fahrt|reise|besserung|start|zeit|erholung)|viel (?:spaß|erfolg|glück|freude)|bis (?:bald|dann|morgen|später|dahin|nächste\w*|zum|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|jederzeit|zur verfügung|verbleib\w*|geduld|verständnis|gespannt|herzlich\w*|willkommen|entschuldig\w*|leid|bedauer\w*|liebe\w* grüße|grüß\w*|frohe\w*|erhol\w*|mach'?s gut|daumen|sehen uns|hören uns|melde\w* (?:dich|euch|sie sich|mich|uns))\b|😊|🙂|:-?\)"
    ),
    cold=re.compile(
        r"^\W*(?:(?:wir|ich) bitten?|bitte|um)\b[^.!?]{0,20}\b(?:um )?(?:kenntnisnahme|beachtung)(?: (?:wird )?(?:gebeten|gebeten wird))?\W*$|^\W*zur kenntnisnahme\W*$|^\W*von (?:weiteren )?(?:rückfragen|nachfragen|anfragen) (?:bitten (?:wir|ich) |ist )?(?:abzusehen|bitte abzusehen)\W*$|^\W*(?:wir|ich) (?:bitten?|ersuchen?) um (?:erledigung|veranlassung)\W*$"
    ),
    never=re.compile(
        r"\b(?:beileid|anteilnahme|verstorben|trauer\w*|todesfall|gestorben|mahnung|mahnverfahren|inkasso|rechtsanw\w+|anwalt|abmahnung|strafanzeige|kündig\w+|fristlos|gerichtlich\w*|bewerbung\w*|letztmalig|polizei|unfall|krankenhaus|krebs)\b"
    ),
    meets=re.compile(
        r"\b(?:treffen (?:wir )?uns|wir treffen|(?:dein|ihr|euer|unser) (?:besuch|treffen|gespräch|termin)|(?:termin|treffen|besprechung|besuch|gespräch)\b[^.!?]{0,40}\b(?:am|um)\b[^.!?]{0,30}\d|(?:komme|kommen) (?:ich|wir)\b[^.!?]{0,40}\b(?:zu (?:ihnen|dir|euch)|vorbei))\b"
    ),
    refuses=re.compile(
        r"\b(?:absag\w*|abgelehnt|ablehnen|leider (?:nicht|kein\w*)|nicht (?:möglich|erstatten|übernehmen)|kein interesse|keinen bedarf|müssen\b[^.!?]{0,60}\babsagen)\b"
    ),
    wants_answer=re.compile(
        r"\b(?:(?:teile\w*|sagen|sag|gib|geben|schreib\w*|schick\w*|send\w*)\b[^.!?]{0,20}\b(?:sie|mir|uns|bescheid)|(?:antworten|melden) sie|(?:passt|geht|wäre) (?:das|es|der termin))\b"
    ),
    reader=re.compile(r"\b(?:sie|du|ihr|ihnen|dir|euch|ihre[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|ihr)\b"),
)  # fmt: skip

VOICE = VoiceWords(
    own=frozenset(
        """kümmern melden prüfen überprüfen klären abklären schicken zuschicken zusenden senden übersenden ansehen
        anschauen angucken nachfragen nachsehen nachschauen anrufen zurückrufen entschuldigen bedauern informieren
        weiterleiten nachreichen erledigen korrigieren helfen versprechen erkundigen bemühen veranlassen mitteilen
        beantworten antworten dranbleiben zurückkommen zukommen""".split()
    ),
    phrases=re.compile(r"(?!)"),
    shared=re.compile(
        r"\b(?:gemeinsam|zusammen|miteinander|beide\w*|alle|als (?:team|firma|unternehmen|familie|verein|hersteller)|sie und (?:ich|wir)|(?:ich|wir) und|und (?:ich|wir)\b|ich\b|mein\w*|einander|gegenseitig|bei uns|mit uns|von uns|zu uns|über uns|an uns|für uns|unser team|unsere\w* (?:kunden|mitglieder|partner)|jede\w*|immer|stets|grundsätzlich|generell|täglich|unseren? haus|kolleg\w*|und ihr\b|untereinander|wie wir|selbst)(?!\w)"
    ),
    faults=frozenset("fehler versehen versäumnis irrtum missgeschick antwort rückmeldung".split()),
    team=re.compile(r"\b(?:team|gmbh|ag|kg|e\. ?v\.?|verwaltung|abteilung|redaktion|familie|kundenservice|kundendienst|support|vorstand|komitee|ausschuss|sekretariat|büro)\b|&|\bund (?-i:[A-ZÄÖÜ])", re.IGNORECASE),
    reflexive=frozenset("kümmern melden entschuldigen erkundigen bemühen".split()),
    reflexive_dative=frozenset("ansehen anschauen angucken".split()),
)  # fmt: skip

COURTESY = re.compile(
    r"^\W*(?:(?:und|nochmals|jedenfalls|ansonsten),? )?(?:(?:vielen |herzlichen |besten |lieben )?dank\w*\b|ich freue mich\b|wir freuen uns\b|freue mich\b|bei (?:weiteren |allen )?(?:rück)?fragen\b|für (?:weitere |alle )?(?:rück)?fragen\b|(?:wenn|falls|sollten?) (?:sie|du|ihr|noch|es|weitere)\b[^.!?]*\b(?:fragen|unklar\w*|melde\w*|brauch\w*|hilfe)\b|ich hoffe\b|wir hoffen\b|melde\w* (?:dich|euch|sie sich)\b|schöne\w*\b|(?:ich|wir) wünschen?\b|alles gute\b|bis (?:bald|dann|morgen|dahin)\b|viel (?:spaß|erfolg)\b|(?:ich|wir) stehen?\b[^.!?]*\bverfügung|(?:ich|wir) bitten? (?:sie |dich |euch )?(?:noch ?mals )?um (?:ihr |dein |euer )?(?:verständnis|geduld)|wir verbleiben)"
)

CARE = CareWords(
    readers=READERS,
    writers=WRITERS,
    apology=APOLOGY,
    empathy=EMPATHY,
    promises=PROMISES,
    asked=ASKED,
    closes=CLOSES,
    voice=VOICE,
    courtesy=COURTESY,
    capital=frozenset("deine deiner deinem dich dir du".split()),
)
