"""How German asks: questions, requests, wishes and complaints. Curated for business mail; all patterns our own.

The order counts: the first pattern that fits names the need. Tags are STTS without brackets ("schick/VVIMP mir/PPER").
"""

from __future__ import annotations

import re

from coach.model import NeedKind
from coach.need_words import NeedWords, built, said

QUESTION, REQUEST = NeedKind.QUESTION, NeedKind.REQUEST
WISH, COMPLAINT = NeedKind.WISH, NeedKind.COMPLAINT

# Words that open a direct question, as the politeness measure counts them.
DIRECT_QUESTION_WORDS = frozenset("warum wieso weshalb was wer wann wo".split())

W = (
    r"(?:wann|warum|was|wer|wen|wem|wessen|weshalb|weswegen|wieso|wie|wo|woher|wohin|womit|wofür|wozu|worum|woran|wovon"
    r"|worauf|inwiefern|inwieweit|welche[mnrs]?)"
)
YOU = r"(?:sie|du|ihr|jemand|man)"
ASK_INFO = r"(?:sagen|mitteilen|verraten|erklären|erläutern|beantworten|informieren|aufklären|weiterhelfen|einschätzen|abschätzen)"
GOOD = (
    r"(?:schön|toll|super|gut|prima|klasse|perfekt|ideal|hilfreich|nett|lieb|wünschenswert|großartig|praktisch|spitze"
    r"|optimal|angenehm|lieber|am besten|am liebsten|recht|wichtig|von vorteil|eine (?:große )?hilfe|ein traum|cool|fein)"
)
BROKEN = (
    r"(?:defekt\w*|kaputt\w*|ausgefallen|zerbrochen\w*|zerkratzt\w*|beschädigt\w*|verbeult\w*|eingedrückt\w*|gerissen\w*"
    r"|undicht\w*|verbogen\w*|verschmutzt\w*|fehlerhaft\w*|gestört|schadhaft\w*|mangelhaft\w*|unbrauchbar\w*|durchnässt\w*"
    r"|verdorben\w*|schimm\w+|verkratzt\w*|abgebrochen|stehen ?geblieben|zusammengebrochen|blockiert|lahmgelegt|unlesbar)"
)
STALLS = (
    r"(?:funktionier\w*|läuft|laufen|lief|geht|gehen|ging|klappt\w*|startet\w*|reagier\w*|öffnet\w*|schließt|druckt\w*"
    r"|lädt|lässt sich|lassen sich|springt|passt|passen|stimmt|stimmen|schließen|arbeitet|anspringt|hält)"
)
NOT_YET = r"(?:noch (?:immer )?(?:nicht\w*|kein\w*)|immer noch (?:nicht\w*|kein\w*)|bis (?:heute|jetzt|dato) (?:\w+ ){0,3}?(?:nicht\w*|kein\w*|niemand))"
ARRIVED = (
    r"(?:erhalten|bekommen|gekriegt|angekommen|eingetroffen|gekommen|geliefert|gehört|gemeldet|beantwortet|eingegangen"
    r"|erledigt|repariert|erstattet|da|passiert|geschehen|zurück|reagiert|bearbeitet|gutgeschrieben)"
)

NEVER = (
    said(
        "offer to be contacted",
        None,
        r"\b(?:bei|für|falls|wenn|sollten?)\b[^.!?]{0,50}\b(?:(?:rück)?fragen?|unklarheiten|problemen?|noch (?:etwas|was)|unterstützung"
        r"|hilfe|irgendetwas|anliegen)\b[^.!?]{0,90}\b(?:melden|melde|meldet|kontaktieren|erreich\w+|anrufen|rufen? |verfügung|bescheid"
        r"|wenden|da\b|zur seite|schreiben|schreib|sprechen|ansprechen|anzusprechen|helfen?|helf)",
    ),
    said(
        "offer to be contacted",
        None,
        r"\b(?:melden sie sich|melde dich|meldet euch|rufen sie|kontaktieren sie|wenden sie sich)\b[^.!?]{0,60}\bbei (?:weiteren |allen )?(?:rück)?fragen",
    ),
    said("offer to be contacted", None, r"\bzöger\w*\b[^.!?]{0,30}\bnicht\b|\bscheuen sie sich nicht\b"),
    said("apology of the writer", None, r"\b(?:bitte|möchte\w*)\b[^.!?]{0,40}\bentschuldig|\bentschuldig\w+ (?:sie )?bitte\b|\bum (?:ent|ver)(?:schuldigung|zeihung)"),
    said("apology of the writer", None, r"\b(?:tut|täte) (?:es )?(?:uns|mir)\b[^.!?]{0,20}\bleid|^(?:\W*)(?:entschuldig\w*|verzeih\w*|sorry)\b"),
    said("please as an answer", None, r"^\W*(?:bitte (?:sehr|schön|gern\w*)|gern geschehen|aber bitte)\W*$"),
    said("please take note", None, r"\bbitte\b[^.!?]{0,25}\b(?:beachten|beachte|verstehen sie|haben sie verständnis|nicht wundern)\b"),
    said("small talk", None, r"\bwie (?:geht(?:['’]?s| es)|ist das werte befinden|läuft(?:['’]?s| es)(?: so)?(?: bei| denn)?)\b(?![^?]{0,40}\b(?:mit|weiter|voran)\b)[^?]{0,40}\?|^\W*(?:na,? )?alles (?:gut|klar|ok|okay|fit)(?: bei \w+)?\s*\?"),
    said("rhetorical question", None, r"\b(?:wer hätte das gedacht|wer weiß|warum (?:auch )?nicht|was soll(?:['’]?s| ich sagen| man (?:da )?machen)|ist das nicht (?:toll|schön|herrlich|verrückt)|nicht wahr|wer kennt das nicht|was will man mehr|wie wahr)\b"),
    said("rhetorical question", None, r"\b(?:warum|wieso) (?:ist|muss) (?:das|es|alles)(?: \w+){0,2}? so (?:schwer|schwierig|kompliziert|mühsam)\b(?! zu\b)"),
    said("greetings passed on", None, r"\bgrüß\w* sie (?:bitte |mir |auch |doch |herzlich )*(?:auch |mir )?(?:herrn?|frau|ihr\w*|das|die|den|alle)\b(?:(?! und \w+en sie\b)[^,.!?])*"),
    said("thanks", None, r"\b(?:möchte|würde|wollte)\w*\b[^.!?]{0,140}\b(?:bedanken|danken|gratulieren)\b"),
    said("nothing needed", None, r"\b(?:brauch\w*|benötig\w*)\b[^.!?]{0,25}\b(?:nichts|nicht mehr|kein\w*)\b|\bbrauch\w* (?:wir|ich) nicht\b|\bkeine eile\b"),
)  # fmt: skip

IDLE = (
    said("not yet so", COMPLAINT, r"^\W*(?:wenn|ob|sollte\w*)\b|\b(?:hoffentlich|sonst|falls|damit|sofern|nicht zu (?:spät|hoch|teuer|lang|kurz)|vermisse\w* (?:ihn|dich|euch|sie)\b)"),
    said("announcement", WISH, r"\b(?:möchte|wollte|würde)\w*\b[^.!?]{0,80}\b(?:mitteilen|hinweisen|erzählen|berichten|sagen|anmerken|erwähnen|vorstellen|informieren)\b"),
    said("only if needed", None, r"^\W*(?:wenn|falls|sollten?)\b[^,]{0,60}\b(?:brauch\w*|benötig\w*|möchte\w*|wünsch\w*)\b"),
    said("good wishes", None, r"^\W*(?:(?:und|dann) )?(?:ruh\w* (?:dich|euch)|erhol\w* (?:dich|euch|sie)|genieß\w*|pass\w* (?:gut )?auf|mach['’]?s gut|grüß\w*|bleib\w* (?:gesund|dran|wie|so)|feier\w* (?:schön|gut)|lass es dir)\b"),
    said("reported question", QUESTION, r"\b(?:hat|haben|hatte\w*|wurde\w*)\b[^.!?]{0,40}\b(?:gefragt|wissen wollen|erkundigt|gebeten)\b|\bwollte\w* (?:\w+ )?wissen\b(?!.*\?)|\b(?:sie|er|kollegin|kollege|chef|kunde) (?:fragt|fragte|bat)\b|^\W*(?:haben )?sie (?:haben )?(?:\w+ ){0,4}gefragt\b"),
    said("solved", COMPLAINT, r"\b(?:behoben|gelöst|erledigt(?! (?:worden )?nicht)|beseitigt)\b(?<!nicht behoben)(?<!nicht gelöst)|\bkeine?n? (?:fehler|problem\w*|beanstandung\w*|reklamation\w*|mängel)\b(?! mehr (?:haben|wollen))|\b(?:nicht|nichts) (?:defekt|kaputt|beschädigt)\b|\bkein problem\b"),
    said("agreement", None, r"^\W*(?:dann |das |so |gern\w* )?(?:können|kann|machen) (?:wir|ich) (?:das |es |gern\w* )?(?:gern\w* |so )"),
    said("good wishes", None, r"\b(?:wünsch\w*|hoff\w*)\b[^.!?]{0,25}\b(?:ihnen|dir|euch|sie|du|ihr|es)\b[^.!?]{0,60}\b(?:wochenende|tag|woche|abend|urlaub|fest|feiertage|weihnacht\w*|ostern|start|erfolg|gute|gut geht|besserung|spaß|gesund\w*|erholt\w*|jahr|zeit|reise)\b"),
    said("looking forward", WISH, r"\bfreu\w*\b[^.!?]{0,25}\bauf\b(?![^.!?]{0,40}\b(?:antwort|rückmeldung|nachricht|angebot|entgegenkommen)\b)"),
    said("own errand", None, r"^\W*ich (?:frage|kläre|prüfe|schaue|melde)\b(?! mich)"),
)  # fmt: skip

PATTERNS = (
    # --- indirect questions -----------------------------------------------------------------------------
    said("wants to know", QUESTION, r"\b(?:würde|möchte|wollte|will|wüsste|wüssten|würden|möchten|wollten)\b[^.!?]{0,40}\b(?:wissen\b|interessieren\b|erfahren,|gern\w*,? (?:ob|wann|wie|was|wer|bis)\b)|\bwüssten? (?:ich|wir)\b|\b(?:ich|wir) wüssten?\b|\b(?:müssten?|sollten?) (?:ich|wir)\b[^.!?]{0,30}\bwissen\b|\b(?:ich|wir) (?:müssten?|sollten?)\b[^.!?]{0,40}\bwissen\b"),
    said("unsure whether", QUESTION, r"\b(?:weiß (?:ich )?|wissen (?:wir )?)(?:\w+ )?nicht(?: genau)?, ob (?:das|dies\w*|es|da|man)\b[^.!?]*\b(?:schlimm\w*|normal|gefährlich|ernst\w*|bedenklich|in ordnung|erlaubt|richtig|korrekt|stimmt|so (?:sein )?(?:soll|muss|gehört))\b"),
    said("wants to know", QUESTION, r"\b(?:interessier\w+|frage\w*) (?:mich|uns)(?:,$|,? (?:noch,? |auch,? )?(?:ob|wann|wie|was|wer|warum|welche\w*)\b)|\b(?:unklar|nicht (?:ganz )?klar)\b[^.!?]{0,25}(?:,$|,? (?:ob|wann|wie|was|wer|warum|welche\w*|wo|bis|ab)\b)|\bmich (?:würde )?interessier\w*\b"),
    said("asks to be told", QUESTION, rf"\b(?:können|könnten|kannst|könntest|könnt|könntet|würden|würdest|dürften|dürfte) {YOU}\b[^.!?]{{0,30}}\b{ASK_INFO}\b[^.!?]{{0,6}}(?:,$|,? (?:ob|wann|wie|was|wer|warum|welche\w*|wo|bis|ab|worin|wozu|an)\b)"),
    said("asks to be told", QUESTION, r"\b(?:wissen sie|weißt du|wisst ihr|haben sie eine ahnung|hast du eine ahnung)\b"),
    said("announces a question", QUESTION, rf"\b(?:frage|fragen)\s*:\s*\S|\bfrage\w* (?:ist|lautet|wäre)\b|^\W*(?:nur )?(?:noch )?eine (?:kurze |kleine )?frage\b[^.!?]{{0,30}}{W}\b"),
    said("any news", QUESTION, r"\b(?:gibt es|gibts|gibt's|haben sie|hast du|habt ihr)?\s*(?:schon |bereits |inzwischen )?(?:etwas |was |irgendetwas |irgendwelche )?(?:neues|neuigkeiten)\b[^.!?]*\?|\b(?:stand der dinge|wie ist der (?:aktuelle )?stand|wie weit (?:sind|bist|seid))\b"),
    # --- requests ---------------------------------------------------------------------------------------
    said("asks for permission", QUESTION, r"^\W*(?:darf|dürfen|dürften) (?:man|ich|wir)\b(?![^?]{0,60}\b(?:bitten|sie)\b)", asked=True),
    said("asks for a favour", REQUEST, r"\b(?:ich|wir) (?:möchte\w* |würde\w* |muss |müssen |darf |dürfen |hätte\w* )?(?:sie |dich |euch |hiermit |daher |deshalb |nochmals )*(?:freundlich |höflich )?bitten?\b|\b(?:muss|müssen|möchte|möchten|darf|würde|würden|wollte) (?:ich|wir)\b[^.!?]{0,80}\bbitten\b|\bbitte(?:n)? (?:ich|wir)\b|\bbitte um\b|^\W*(?:(?:und|daher|hiermit|wir|ich) )*bitten? (?:\w+ ){0,2}?um\b|\b(?:ich|wir) (?:\w+ )?ersuchen?\b|\bersuchen? (?:ich|wir|höflich\w*|um)\b|\b(?:darf|dürfte|dürfen|dürften) (?:ich|wir)\b[^.!?]{0,50}\bbitten\b|\bum (?:kurze |schnelle |baldige |eine )*(?:rückmeldung|antwort|zusendung|rückruf|bestätigung|prüfung|stellungnahme|hilfe|angebot\w*|info\w*)\b[^.!?]{0,20}\b(?:gebeten|wird)\b"),
    said("grateful if", REQUEST, r"\b(?:wäre|wären)\b[^.!?]{0,30}\b(?:dankbar|verbunden)\b|\bdankbar\b[^.!?]{0,30}\b(?:wäre|wären)\b"),
    said("so kind as to", REQUEST, r"\b(?:wären sie|wärst du|wärt ihr|seien sie|sei|seid|wäret ihr)\b[^.!?]{0,15}\b(?:so|bitte)\b[^.!?]{0,15}\b(?:nett|lieb|freundlich|gut|gütig)\b"),
    said("would it be possible", REQUEST, r"\b(?:wäre|ist|wär) es (?:\w+ ){0,3}?(?:möglich|machbar|drin|denkbar|okay|ok)\b|\bbesteht (?:\w+ )?(?:die|eine) möglichkeit\b"),
    built("question word first", QUESTION, rf"^(?:\S+ ){{0,3}}?{W}/", asked=True),
    said("could you", REQUEST, rf"\b(?:könnten|könntest|könntet|können|kannst|könnt|würden|würdest|würdet|wollen|willst|mögen)\s+{YOU}\b[^.!?]*\b(?:mir|mich|uns|bitte|mal|freundlicherweise|das|dies|den|die|dem|der|ihm|es|kurz|eine[nmr]?|noch)\b(?![^?]*\bmachen\b[^?]*\bwas\b)", asked=True),
    said("could you", REQUEST, r"^\W*(?:\w+, )?(?:und |aber |auch )?(?:könnten|könntest|könntet|kannst|könnt|würden|würdest|würdet) (?:sie|du|ihr)\b", asked=False),
    said("you and please", REQUEST, rf"^\W*(?:\w+ )?\w+st {YOU}\b[^.!?]*\bbitte\b|^\W*\w+en sie\b[^.!?]*\bbitte\b", asked=True),
    said("needs", REQUEST, r"\b(?:ich|wir|mir|uns) (?:\w+ ){0,3}?(?:brauchen?|bräuchten?|benötigen?|benötigten?)\b|\b(?:brauchen?|bräuchten?|benötigen?|benötigten?) (?:ich|wir)\b", asked=False),
    said("needs", REQUEST, r"^\W*(?:(?:auch|noch|dringend|nur) )*(?:brauche|bräuchten?|benötigen?|brauchen) (?!ich\b|wir\b|sie\b|du\b|ihr\b|tut\b|mich\b|uns\b)\w+", asked=False),
    said("demands", REQUEST, r"\b(?:ich will|wir wollen|will ich|wollen wir) (?:(?:sofort|jetzt|endlich|einfach|nur) )*(?:mein|unser|das|den|die)\w* (?:\w+ ){1,3}?(?:zurück|zurückhaben|wieder|wiederhaben|erstattet|ersetzt)\b|\b(?:ich|wir) (?:erwarten?|verlangen?|fordern?|bestehen?)\b|\b(?:erwarten?|verlangen?|fordern?|fordere) (?:ich|wir)\b", asked=False),
    said("gives notice", REQUEST, r"\b(?:hiermit|hierdurch)\b[^.!?]{0,30}\b(?:kündige\w*|widerrufe\w*|widerspreche\w*|bestelle\w*|beantrage\w*|storniere\w*|fordere\w*|melde\w*)\b|\b(?:ich|wir) (?:kündigen?|widerrufen?|bestellen?|beantragen?)\b", asked=False),
    said("let us", REQUEST, r"^\W*(?:\w+,? )?lass(?:en sie|t)? uns\b|^\W*(?:wollen|sollen) wir\b[^?]*$"),
    built("please with infinitive", REQUEST, r"(?:^|\s)bitte/\S+ (?:\S+ ){0,14}?\w+/(?:V[VAM]INF|VVIZU)\b|/VVINF bitte/"),
    built("please with imperative", REQUEST, r"(?:^|\s)bitte/\S+ (?:\S+ ){0,3}?(?!\w+st/)\w+/V[VA](?:IMP|FIN)\b|/V[VA](?:IMP|FIN) (?:\S+ ){1,4}?bitte/"),
    built("formal imperative", REQUEST, r"^(?:(?:und|oder|aber|also|dann|danach|außerdem|ansonsten|sonst|falls|ja|nein|nun|herr|frau|liebe\w*|dazu|hierzu|so)/\S+ |\S+/(?:\$\S*|NE|CARD) ){0,4}(?!haben|sind|können|werden|hatten|wollen|müssen|sollen|dürfen|finden|erhalten|bekommen)(?:\w+e?n|seien)/V[VA]\w* sie/P\w+ ", asked=False),
    built("imperative", REQUEST, r"^(?:(?:und|oder|aber|also|dann|so|ja|bitte|danach|außerdem|doch|nur|einfach)/\S+ |\S+/NE \S*/\$, )*(?!passt|klappt|läuft|geht|hätte|wäre|komme|melde ich|schicke ich|freue|danke|bitte|sehe|liebe|viele|beste|hab|hatte|war|ist|bin|stimmt|macht|grüße?)\w+/VVIMP\b(?! (?:ich|er|es|wir)/)", asked=False),
    built("imperative", REQUEST, r"^(?:(?:und|oder|aber|also|dann|so|ja|danach|außerdem|doch|nur|einfach)/\S+ |\S+/NE \S*/\$, )*(?!(?:freu|hoff|wünsch|denk|bedank|interessier|hab|konnt|werd|muss|will|würd|könnt|komm|fühl|erinner|wunder|frag)|meld\w*/VVFIN mich/|passt|klappt|läuft|geht|hätte|wäre|freut|tut|reicht|gefällt|wundert|war|ist|gehört|fehlt|liegt|kommt|macht mir|steht)\w+(?:e|t|e?n)?/VVFIN (?:mir|mich|dich|uns|euch)/(?!\S+ (?:ich|wir|er|es)/)", asked=False),
    built("imperative with a word of appeal", REQUEST, r"^(?:(?:und|oder|aber|also|dann|so|ja|danach|außerdem)/\S+ )*(?!passt|klappt|läuft|geht|hätte|wäre|freut|tut|reicht|muss|will|kann|soll|war|ist|bin|komme|weiß)\w+(?<!st)/VV(?:FIN|IMP) (?:doch|mal|bitte|kurz|einfach|gerne?)/(?!\S+ (?:ich|wir|er|es|man)/)", asked=False),
    said("bare please", REQUEST, r"^\W*bitte\b(?! (?:sehr|schön))[^.!?]{4,}|^[^.!?]{6,},? bitte\W*$", asked=False),
    # --- complaints -------------------------------------------------------------------------------------
    said("no answer yet", COMPLAINT, rf"\b{NOT_YET}\b[^.!?]{{0,60}}\b(?:antwort\w*|rückmeldung|reaktion|nachricht|rückruf|lieferung|gutschrift|erstattung|{ARRIVED})\b", asked=False),
    said("no answer yet", COMPLAINT, r"\b(?:bis heute|bislang|bisher|seither|seitdem)\b[^.!?]{0,40}\b(?:niemand|keiner|nichts|keine\w*|fehlt|vergeblich|nicht)\b", asked=False),
    said("no answer yet", COMPLAINT, r"\b(?:niemand|keiner)\b[^.!?]{0,40}\b(?:gemeldet|geantwortet|reagiert|zuständig|erreichbar|geholfen|ran|kümmert|abgehoben|erschienen|gekommen)\b", asked=False),
    said("anger or disappointment", COMPLAINT, r"\b(?:enttäusch\w*|verärger\w*|ärger(?:e|n|t|lich\w*)|empör\w*|entsetzt|fassungslos|sauer|genervt|unzufrieden\w*|nicht (?:\w+ )?zufrieden|beschwer(?:e|en|de)|reklamier\w*|reklamation|beanstande\w*|bemängel\w*)\b", asked=False),
    said("hard words", COMPLAINT, r"\b(?:inakzeptabel\w*|nicht akzeptabel|unverschämt\w*|frechheit|zumutung|katastroph\w*|unmöglich(?:es|e)? (?:service|verhalten|zustand)|skandal\w*|lächerlich|unter aller|miserab\w*|saftladen|unterirdisch|geht gar nicht|(?:kann|darf|darf doch) (?:doch )?nicht (?:wahr )?sein|so geht (?:man|das|es)\b[^.!?]{0,20} nicht|unfreundlich\w*|unprofessionell|unzuverlässig\w*|unzumutbar|eine qual)\b"),
    said("out of order", COMPLAINT, rf"\b{BROKEN}\b|\b(?:tropft|leckt|klemmt|wackelt|qualmt|rostet|abstürzt|stürzt\b.{{0,20}}\bab|fällt\b.{{0,30}}\baus|fallen\b.{{0,30}}\baus|blättert\b.{{0,30}}\bab|bricht\b.{{0,20}}\bzusammen|macht (?:\w+ )?(?:\w+ )?geräusche|streikt|spinnt|hakt|steht still)\b", asked=False),
    said("does not work", COMPLAINT, rf"\b{STALLS}\b[^.!?]{{0,45}}\b(?:nicht|gar nicht|nie|überhaupt nicht|keine\w*)\b|\bnicht\b[^.!?]{{0,12}}\b(?:funktionier\w*|anspringt|läuft|klappt|passt|stimmt)\b", asked=False),
    said("wrong or incomplete", COMPLAINT, r"\b(?:falsch(?!en (?:ende|fuß)\b)\w*|unvollständig\w*|unverständlich\w*|unleserlich\w*|doppelt\w*[^.!?]{0,25}(?:abgebucht|berechnet|bezahlt|belastet)|entsprich?t nicht|entsprechen nicht|zu (?:hoch|teuer|laut|langsam|klein|knapp|wenig|lang|kurz)|nicht (?:sauber|korrekt|richtig|vollständig|wie (?:vereinbart|besprochen|bestellt))|nachgelassen|schlecht\w* (?:qualität|zustand|service|verpackt|erreichbar)|trotz (?:\w+ )?(?:kündigung|zusage|zahlung|mahnung|termin)|warteschleife|zu unrecht)\b|^\W*(?:statt|anstatt|anstelle)\b", asked=False),
    said("missing", COMPLAINT, r"\b(?:fehlt|fehlen|fehlte|fehlten|vermissen|vermisse)\b(?![^.!?]{0,30}\b(?:nur noch|uns (?:nur )?noch (?:ihr|dein|eu)))", asked=False),
    said("late", COMPLAINT, r"\b(?:verspät\w*|verzögert\w*|zu spät|überfällig|vergeblich|ausgeblieben|blieb\w*\b[^.!?]{0,20}\baus|nicht (?:erschienen|gekommen|eingehalten|aufgetaucht|angekommen|abgeholt|geliefert)|platzt\w*|geplatzt|im stich gelassen|hätten?\b[^.!?]{0,40}\b(?:sollen|müssen)|vergessen worden|hingehalten|vertröstet)\b", asked=False),
    said("still waiting", COMPLAINT, r"\b(?:warte|warten|gewartet)\b(?! sie\b)[^.!?]{0,40}\b(?:seit|schon|noch immer|immer noch|vergeblich|ewig|stunden|tage|wochen|monate)\b|\bseit\b[^.!?]{0,40}\b(?:warte|warten|gewartet|ausgefallen|gestört)\b", asked=False),
    said("again and again", COMPLAINT, r"\b(?:schon wieder|zum wiederholten mal|(?:das|zum) (?:zweite|dritte|vierte|fünfte|x-te)n? mal|jedes mal|ständig|andauernd|dauernd|immer wieder)\b[^.!?]{0,60}\b(?:nicht|kein\w*|platz\w*|nachfragen|ab|aus|spät\w*|probleme?|fehler|ärger|verschoben|abgesagt|unvollständig|hängt)\b", asked=False),
    said("unwanted bill", COMPLAINT, r"\b(?:trotzdem|dennoch|zu viel|ohne grund|obwohl)\b[^.!?]{0,40}\b(?:mahnung|abgebucht|berechnet|rechnung|belastet)\b", asked=False),
    # --- wishes -----------------------------------------------------------------------------------------
    said("would like", WISH, r"\b(?:hätten?|würden?|möchten?|wollen|will)\b[^.!?]{0,25}\b(?:gern\w*|lieber|am liebsten)\b|\b(?:gern\w*|lieber|am liebsten) (?:\w+ )?(?:hätten?|würden?|möchten?)\b|\b(?:ich|wir) möchten?\b|\bmöchten? (?:ich|wir)\b", asked=False),
    said("would be good", WISH, rf"\b(?:wäre|wären|wär|fände|fänden|käme|kämen)\b[^.!?]{{0,40}}\b(?:{GOOD}|gelegen|entgegen)\b|\b{GOOD} (?:wäre|wären|wär|fände)\b", asked=False),
    said("would help", WISH, r"\bwürden?\b[^.!?]{0,80}\b(?:helfen|freuen|begrüßen|wünschen|interessieren|erleichtern|schätzen|weiterhelfen|passen)\b|\b(?:freuen|freute|begrüßen) (?:würden?|wir uns,? wenn|ich mich,? wenn)\b|\bfreue[n]? (?:mich|uns) (?:über|auf) (?:ein\w*|ihre|deine|eure) (?:\w+ )?(?:antwort|rückmeldung|nachricht|angebot|entgegenkommen)\b", asked=False),
    said("wishes", WISH, r"\b(?:wünsch\w*) (?:wir uns|ich mir|mir|uns)\b|\b(?:ich|wir)\b[^.!?]{0,25}\bwünschen\b|\bwunsch\b[^.!?]{0,15}(?::|wäre|ist)|\bhätte\w* (?:da |noch |auch )*(?:einen|eine) (?:wunsch|bitte|idee)\b|\bhätten? (?:\w+ ){0,2}(?:interesse|lust|bedarf|freude)\b|\b(?:haben?|besteht) (?:\w+ ){0,2}(?:interesse|bedarf) (?:an|für)\b|\bwunschtermin\b", asked=False),
    said("hopes for", WISH, r"\b(?:ich|wir) hoffen? (?:sehr |daher |nun |noch |jedoch )*auf|\bhoffen? (?:ich|wir) (?:sehr |noch )*auf|\b(?:hoffe|hoffen),? dass\b[^.!?]{0,60}\b(?:können|könnt|kannst|entgegen\w*|möglich|klappt)\b", asked=False),
    said("wants", WISH, r"\b(?:ich|wir) wollen?\b[^.!?]{0,80}\b(?:kaufen|bestellen|umsteigen|wechseln|erweitern|verlängern|buchen|mieten|testen|ausprobieren|anschaffen|einführen)\b|\b(?:wollen|will) (?:ich|wir)\b[^.!?]{0,60}\b(?:kaufen|bestellen|umsteigen|wechseln|erweitern|verlängern|buchen|mieten|testen)\b|\binteressieren? (?:mich|uns) für\b", asked=False),
    # --- direct questions -------------------------------------------------------------------------------
    built("question word first", QUESTION, rf"^(?:(?>(?:und|oder|aber|also|noch|nun|dann|hallo|übrigens|\S+/\$,)\S* ))*(?:(?:ab|bis|seit|an|für|mit|von|bei|in|um|zu|auf|aus|nach|unter|über|durch)/\S+ )?(?!wie/\S+ vor/){W}/\S+ (?:\S+/(?:ADV|ADJ\w*|NN\w*|PIAT|PIDAT|KON|CARD|NE) ){{0,4}}?(?:(?:ist|sind|war|wäre|wird|werden|kann|können|könnte|muss|müssen|soll|sollen|hat|haben|hast|bin)/\S+|\w+/V[VAM]FIN)(?: (?!\$)\S+)+", asked=False),
    built("verb first", QUESTION, r"^(?:(?:und|oder|aber|also|noch|nun|dann|ach|übrigens)/\S+ )*\w+(?:['’]s)?/V[VAM]\w* ", asked=True),
    said("question mark", QUESTION, r"\?", asked=True),
)  # fmt: skip

NEEDS = NeedWords(
    never=NEVER,
    idle=IDLE,
    patterns=PATTERNS,
    connectors=frozenset("und oder aber denn sondern sowie".split()),
    turns=frozenset("aber doch sondern".split()),
    subordinate=frozenset(
        "wenn falls sobald sofern da weil nachdem bevor obwohl sollte sollten damit um während solange seit als".split()
    ),
    dependent=re.compile(
        rf"^(?:(?:und|oder)/\S+ )?(?:(?:ab|bis|seit|an|für|mit|von|bei|in|um|zu|auf|aus|nach)/\S+ )?(?:{W}|ob|dass|wenn|falls|weil|da|damit|sobald|sodass|der|die|das|den|dem)/(?:KOUS|PRELS|PWAV|PWS|PWAT|PRELAT|KOUI|PDS|ART|PW\w*)\b.*/V[VAM](?:FIN|INF)(?: \S+/\$\S*)*$"
    ),
)
