"""German words of trouble: over, pressed for, taken elsewhere, taken higher, kept at a distance."""

from __future__ import annotations

from coach.bond_words import any_of

YOU = r"(?:sie|dich|euch)"
TO_YOU = r"(?:ihnen|dir|euch)"
YOURS = r"(?:ihr|dein|eur|euer)(?:e[mnrs]?)?"
MINE = r"(?:mein|unser)(?:e[mnrs]?)?"
FINE = (
    r"(?:einwandfrei|bestens|rund|prima|super|tadellos|perfekt|problemlos|reibungslos|fehlerfrei|stabil|wie gewünscht|"
    r"wie gewohnt|wie es soll|störungsfrei|ohne probleme|normal|sauber|"
    r"wieder(?=\s*[.,!;)]|$| (?:einwandfrei|normal|rund|wie|gut|stabil|ohne|richtig|tadellos|prima|super|und|alles)))"
)
SUPPLIER = r"(?:\w*anbieter|\w*lieferant|\w*dienstleister|hersteller|händler|agentur|bieter)\w*"
YET = r"(?:(?:noch|immer|bislang|bisher|bis heute|bis jetzt|weiterhin|nach wie vor) ){1,3}(?:\w+ )?"
WAITED_FOR = (
    r"(?:\w*antwort|nachricht|rückruf|anruf|\w*rückmeldung|\w*lieferung|angebot|termin|reaktion|gutschrift|unterlagen|rechnung|"
    r"teile|ersatzteile?|bestätigung|lösung|techniker|rücksendung|erstattung)"
)
VISIT = r"(?:anruf|telefonat|gespräch|besuch|treffen|rückruf|meeting)"

SHOWS = {
    "settled": any_of(
        rf"(?:läuft|laufen|funktionier(?:t|en)|geht|klappt|arbeitet|tut) (?:[^\s,;]+ ){{0,5}}{FINE}",
        r"(?:jetzt|nun|mittlerweile|inzwischen|seitdem|seither) (?:läuft|geht|funktioniert|klappt) (?:es|alles|das|sie|er)\b(?! (?:weiter|um|nur|nicht|gar|darum|seit|los|\w*wärts))",
        r"(?:problem\w*|fehler|störung|sache|fall|thema|vorgang|ticket|angelegenheit|reklamation) .{0,40}"
        r"(?:gelöst|behoben|erledigt|vom tisch|geklärt|beseitigt|aus der welt)\b",
        r"(?:hat|haben) sich .{0,40}(?:erledigt|geklärt)\b|(?:damit|das|alles) (?:ist|wäre) .{0,20}(?:erledigt|geklärt)\b",
        r"schwamm drüber|entschuldigung (?:ist )?angenommen|nichts für ungut|alles (?:wieder )?(?:gut(?= angekommen|\W*$|[.,!;])|in ordnung|bestens)\b",
        r"(?:fehler|problem\w*|störung|meldung|effekt) .{0,60}(?:nicht mehr (?:aufgetreten|auf\b|da\b)|verschwunden|"
        r"nicht wieder aufgetreten)|tritt .{0,20}nicht mehr auf\b",
        r"(?:ging|lief|klappte|funktionierte) (?:\w+ ){0,4}(?:wieder(?=\W*$|[.,!;])|auf anhieb|sofort wieder)",
        r"(?:hat|haben) (?:\w+ ){0,4}(?:geklappt|funktioniert|geholfen|gewirkt)\b",
        r"(?:das|es) war(?:'s| es) ?(?:[.,!]|$)|das war (?:die lösung|der fehler|die ursache)\b",
        r"(?:zeigt|druckt|startet|lädt|misst|wiegt|empfängt|sendet|reagiert) (?:\w+ ){0,4}wieder (?:\w+ )?"
        r"(?:richtig\w*|korrekt\w*|normal\w*|sauber|werte|wie)\b",
    ),
    "chasing": any_of(
        rf"{YET}(?:keine?|keinen|keinerlei) (?:\w+ ){{0,3}}{WAITED_FOR}\b",
        rf"{YET}nichts (?:\w+ ){{0,5}}(?:gehört|erhalten|bekommen|passiert|geschehen)\b",
        rf"{YET}(?:nicht|niemand) (?:\w+ ){{0,4}}(?:gemeldet|geantwortet|reagiert|geliefert|eingetroffen|angekommen|"
        r"eingegangen|zurückgerufen|beantwortet|erhalten|bekommen|da(?=\W*$))",
        rf"leider (?:keine?|keinen) {WAITED_FOR} (?:\w+ ){{0,3}}(?:erhalten|bekommen)\b",
        r"hat sich (?:\w+ ){0,3}(?:niemand|keiner) .{0,30}gemeldet\b",
        r"endlich (?:\w+ ){0,2}(?:antwort|rückmeldung)\b",
        r"wo bleib\w+",
        rf"wo ist .{{0,20}}{WAITED_FOR}",
        rf"(?:ich|wir) warten? (?:\w+ ){{0,5}}auf (?:{YOURS}|eine|einen|die|den|das) (?:\w+ ){{0,2}}{WAITED_FOR}\b",
        rf"warten? (?:ich |wir )(?:\w+ ){{0,4}}(?:auf (?:{YOURS}|eine|einen|die|den|das) (?:\w+ )?{WAITED_FOR}|seit)\b",
        r"(?:ich|wir) warten? (?:nun |jetzt |schon |bereits |immer noch )?seit\b",
        r"(?:nach(?:zu)?haken|hake .{0,30}nach|haken .{0,30}nach)\b|wollte .{0,20}(?:noch ?mal|nochmals|erneut) .{0,20}nachfragen\b",
        rf"(?:erinnere|erinnern) (?:ich |wir )?{YOU} .{{0,25}}an\b|an meine (?:mail|anfrage|nachricht) .{{0,20}}erinnern\b",
        r"(?:sie|ihr|du) (?:wollten|wolltest|wolltet) .{0,60}(?:melden|schicken|senden|anrufen|zurückrufen|liefern|klären|"
        r"kommen|bescheid)",
        r"(?:sie|ihr|du) hatten? .{0,60}(?:versprochen|zugesagt|zugesichert)\b",
        r"(?:sie|ihr|du) (?:\w+ ){0,4}(?:zugesagt|versprochen) (?:hatten|haben|hattet|hattest)\b|zugesagt war\b",
        r"wollten sie sich .{0,40}melden\b|keine (?:antwort|rückmeldung|reaktion) (?:\w+ )?(?:erhalten|bekommen)\b",
        r"(?:immer noch|noch immer) nicht (?:\w+ )?gekommen\b",
        r"(?:zugesagt|versprochen|vereinbart)\w* .{0,60}(?:nicht|nie|fehlt|ausgeblieben)\b",
        r"(?:zweite|dritte|vierte|fünfte|wiederholte)n? (?:mail|nachricht|anfrage|erinnerung|e-mail)\b",
        r"zum (?:zweiten|dritten|vierten|wiederholten|x-ten) mal .{0,40}(?:frage|schreibe|bitte|nachfrag|erinner|melde)",
        r"(?:frage|schreibe|bitte|melde mich|wende mich) .{0,50}zum (?:zweiten|dritten|vierten|wiederholten) mal\b",
        r"(?:gibt es|gibt's|haben sie) .{0,20}(?:neues\b|neuigkeiten|einen neuen stand)",
        rf"wie ist (?:denn )?der (?:aktuelle )?stand\b|was ist (?:denn )?(?:nun |jetzt )?mit {MINE}\b|wie weit sind sie\b",
        rf"haben sie {MINE} .{{0,30}}(?:bekommen|erhalten|gelesen|gesehen)\b",
        rf"(?:keine|ohne) (?:antwort|rückmeldung|reaktion) (?:von {TO_YOU}|ihrerseits|auf meine)\b",
        r"trotz (?:mehrfache|mehrere|wiederholte|zweimalige|dreimalige)[rmn]?\b",
        r"(?:warum|wieso) (?:antwort|meld|reagier)\w+\b|niemand (?:meldet|antwortet|ruft|reagiert)\b",
    ),
    "leaving": any_of(
        r"(?:hiermit|fristgerecht|fristlos|möchten?|wollen|werden?|würden?|überleg\w*|denken?|müssen) .{0,70}\bkündigen\b",
        rf"kündigen? (?:ich |wir )?(?:hiermit |fristgerecht |fristlos )?(?:{MINE}|den|das|die|alle|zum)\b",
        rf"kündigung (?:\w+ )?(?:zum|schriftlich|bestätigen|des (?:\w*vertrag|abo)|{MINE}|unserer)|kündbar\b|kündigungsfrist",
        r"bestätigen .{0,20}die kündigung\b",
        r"\w*vertrag\w* .{0,50}\b(?:beenden|auslaufen|auflösen|kündbar)\b|nicht (?:weiter |mehr )?verlängern\b",
        r"(?:zusammenarbeit|geschäftsbeziehung|partnerschaft) .{0,60}(?:beenden|überdenken|in frage|auf den prüfstand)",
        r"suchen (?:wir )?(?:\w+ ){0,3}ander(?:e|en) (?:\w*anbieter|\w*lieferant|\w*dienstleister|partner)\w*",
        r"ob wir (?:weiter|noch|künftig) .{0,20}zusammenarbeiten\b",
        rf"wechseln? .{{0,40}}\b{SUPPLIER}\b",
        rf"{SUPPLIER} (?:zu )?wechseln\b",
        r"(?:sehen|schauen|suchen) (?:wir )?uns .{0,30}(?:anderweitig|woanders|anderswo|nach .{0,20}ander\w+|nach .{0,15}alternativ\w*)",
        r"uns .{0,30}(?:anderweitig|woanders|anderswo) (?:um(?:zu)?sehen|um(?:zu)?schauen)\b",
        r"(?:war|ist|bleibt|wird) (?:\w+ ){0,3}letzte[rs]? (?:bestellung|auftrag|einkauf|kauf)\b",
        r"(?:bestellen?|kaufen?|beauftragen?) .{0,40}(?:nichts|nie|nicht) (?:mehr|wieder)\b|nie wieder .{0,30}(?:bestell|kauf)\w*",
        r"keine?n? (?:weiteren?|neuen?) (?:auftrag|aufträge|bestellung\w*)",
        r"(?:verlieren|verlierst|verliert) (?:sie |ihr |du )?(?:uns|mich|einen (?:\w+ )?kunden)\b|als kunden (?:los|verloren)\b",
        rf"{MINE} (?:konto|account|zugang) .{{0,15}}(?:löschen|schlie(?:ß|ss)en|auflösen)\b",
        rf"(?:von {TO_YOU} trennen|trennen (?:wir )?uns von {TO_YOU})\b",
    ),
    "rival": any_of(
        rf"(?:wir|uns|ich|mir|unser\w*|gibt)\b.{{0,60}}\bander(?:e|er|en|em) {SUPPLIER}",
        rf"ander(?:e|er|en|em) {SUPPLIER} (?:\w+ ){{0,6}}(?:uns|mir|wir|ich|bietet|bieten|verlangt|liefert|macht|hätte\w*|"
        r"kann|können|sind|ist)\b",
        r"(?:zweite|dritte|weitere)[rn]? (?:\w*anbieter|bieter|bewerber)\b",
        rf"(?:{YOURS}|eine[mnrs]|vom|beim|zum|bei de[rmn]|zu[rm]?|von de[rmn]) (?:direkte[nrm]? )?"
        r"(?:mitbewerb\w*|wettbewerber\w*|konkurren[tz]\w*)\b",
        r"(?:die konkurrenz|der (?:mit|wett)bewerber?|die (?:mit|wett)bewerber) (?:\w+ )?(?:bietet|bieten|kann|können|liefert|"
        r"liefern|verlangt|nimmt|schafft|macht)\b",
        r"(?:vergleichs|gegen)angebot\w*",
        r"(?:liegt|liegen|haben|habe|bekommen|erhalten|gibt es) (?:\w+ ){0,5}(?:günstigere?s?|billigere?s?|besseres) angebot\b",
        r"angebot (?:einer|eines|von einer|von einem) (?:anderen|dritten)\b",
        r"(?:woanders|anderswo|bei anderen) .{0,50}(?:billiger|günstiger|schneller|bestell|längst)",
        r"(?:würde|macht|bietet|bieten|verlangt|nimmt) .{0,60}(?:für die hälfte|prozent (?:weniger|günstiger|billiger)|günstiger an)",
    ),
    "escalation": any_of(
        rf"(?:an|mit|durch|vom|zum|beim|von) {MINE} (?:rechts|fach)?anw[aä]lt\w*|{MINE} (?:rechts)?anw[aä]lt\w* (?:\w+ ){{0,3}}"
        r"(?:wird|meldet|prüft|schreibt|hat|wendet)\b",
        r"schalten? .{0,30}\b(?:rechts)?anw[aä]lt\w*",
        r"(?:einen?|zum|dem|unseren|meinen) (?:rechts|fach)?anw[aä]lt\w* .{0,20}(?:einschalt|eingeschalt|nehmen|gehen|übergeb|beauftrag)",
        r"(?:rechtsanwalt|rechtsabteilung|rechtsbeistand|jurist\w*) .{0,30}(?:einschalt|übergeb|beauftrag|prüf|wend|wird|meld)",
        r"(?:fordern?|verlangen?|machen?|stellen?|prüfen?|behalten) .{0,40}schadens?ersatz\w*|schadens?ersatz\w* .{0,20}(?:fordern|"
        r"verlangen|geltend|stellen|prüfen|in rechnung)|(?:wir|uns|ich|mir) .{0,40}(?:rechtliche|juristische|gerichtliche)n? schritte\b",
        r"(?:werden?|müssen) (?:\w+ ){0,4}(?:sie|euch) (?:\w+ )?verklagen\b|sehen uns (?:\w+ )?vor gericht\b",
        rf"{YOURS} (?:vorgesetzte[rn]?|geschäftsleitung|geschäftsführ\w+|vorstand|chef\w*) .{{0,40}}"
        r"(?:sprechen|beschwer|\bwenden|reden|schreiben|verbinden|informier|kontaktier)",
        rf"(?:sprechen|reden|wenden|beschwer\w*|wende|verbinden) .{{0,30}}{YOURS}m? (?:vorgesetzte[rn]?|geschäftsleitung|"
        r"geschäftsführ\w+|vorstand|chef\w*)",
        rf"{MINE} (?:geschäftsführ\w+|geschäftsleitung|vorstand|chef\w*) .{{0,40}}(?:einschalt|\bwenden|an ihre|in kopie)",
        rf"(?:{YOURS}|eine|als|hiermit|allerletzte) letzte[rns]? (?:frist|warnung|chance|aufforderung|mahnung)\b",
        r"(?:setze|setzen) .{0,40}\bfrist\b|frist (?:gesetzt|setzen)\b",
        r"beschwer(?:e|en) (?:ich |wir )?(?:mich|uns)\b|(?:mich|uns) .{0,50}beschweren\b",
        r"lege[n]? .{0,40}beschwerde\b|beschwerde (?:einlegen|einreichen|bei|gegen)\b",
        r"(?:treten?|trete) .{0,40}(?:kauf|vertrag|auftrag|bestellung)(?: \w+)? zurück\b|rücktritt vom\b|vom \w+ zurücktreten\b",
        r"(?:verbraucherzentrale|verbraucherschutz|schlichtungsstelle|aufsichtsbehörde|datenschutzbehörde|bundesnetzagentur)\b",
        r"(?:das wird|mit) .{0,20}konsequenzen\b|konsequenzen (?:haben|ziehen)\b|weitere schritte (?:vor|ein|prüf)|eskalier\w+",
    ),
    "distance": any_of(
        r"(?:nur noch|ausschlie(?:ß|ss)lich) (?:schriftlich|per (?:e-?mail|mail|post|brief|fax))\b",
        rf"{VISIT}\w* (?:\w+ ){{0,6}}nicht (?:\w+ ){{0,2}}(?:nötig|notwendig|erforderlich|gewünscht|erwünscht|sinnvoll|hilfreich)\b",
        r"von weiteren .{0,30}(?:anruf|mail|kontakt|besuch|nachricht)\w*.{0,15} ab(?:sehen|zusehen)?\b",
        r"kein\w* bedarf\b|(?:haben wir|wir haben|habe ich|ich habe|besteht) .{0,30}kein\w* interesse\b|^kein interesse\b",
        r"(?:mich|uns|adresse|namen) .{0,40}(?:aus|von) (?:dem|der|ihrem|ihrer|eurem|eurer|diesem) (?:\w*verteiler|mailingliste|newsletter|adressliste|kartei)\b",
        r"(?:mehr|nichts) .{0,40}dazu .{0,30}zu sagen\b|nichts,? was ich .{0,20}sagen\b|nichts (?:mehr |weiter )?hinzuzufügen\b",
        r"(?:möchten?|will|wollen|bitte|mich|uns) (?:\w+ ){0,3}(?:nicht mehr|nicht weiter|keine weiteren) .{0,20}(?:angerufen|"
        r"kontaktiert|kontaktieren|anrufe|angeschrieben|belästigt)",
        r"(?:rufen sie|ruf|ruft) .{0,20}nicht (?:mehr|wieder) an\b|lassen sie (?:mich|uns) .{0,15}in ruhe\b",
        r"(?:wir|ich) melden? (?:uns|mich)(?: dann)?,? (?:falls|wenn|sobald) .{0,40}brauchen?\b|melden? (?:uns|mich) bei bedarf\b",
        r"(?:für|bei) uns .{0,25}kein thema\b|kein thema für uns\b",
        r"im moment (?:gibt es|haben wir) (?:\w+ ){0,4}(?:nichts|keinen bedarf)\b|haben sie .{0,20}verständnis.{0,40}abstand\b",
    ),
}

OTHER = {
    "settled": any_of(
        r"(?:nicht|noch immer|immer noch|wieder nichts?|kein\w*|nie) .{0,40}(?:gelöst|behoben|geklärt|erledigt|geklappt|"
        r"funktioniert|geholfen|gewirkt|in ordnung|beseitigt)\b",
        r"wieder nichts?\b|leider\b|sobald\b|wenn\b|falls\b|ob\b|bevor\b|bis (?!jetzt|heute|dato|auf|dahin)|hoff\w+|hoffentlich\b",
        r"soll\w*|sollte\w*|müss\w*|muss\b|wäre\w*|würde\w*|könn\w*|möchte\w*|damals\b|letztes jahr|folgendes\b|\?\W*$",
    ),
    "chasing": any_of(
        r"(?:von|aus) (?:unsere|meine)[nmr]?\b|von (?:mir|uns)\b|vom kunden\b|erinnere mich\b|(?:ich|wir) meld\w+ (?:mich|uns)\b",
        rf"auf (?:die )?(?:\w+ )?(?:freigabe|antwort|rückmeldung|entscheidung|zusage) (?:{MINE}r?|vom|von)\b|entschuldig\w*|wenn .{0, 60}niemand\b",
        r"(?:server|gerät|router|rechner|dienst|programm|drucker|ping|browser|system) .{0,40}(?:keine antwort|reagiert)",
    ),
    "leaving": any_of(
        r"auf keinen fall\b|keinesfalls\b|nicht kündigen\b|(?:angek|ank)ündig\w*|kündigungsfrist (?:beträgt|ist|war|liegt)\b|zu ihnen (?:zu )?(?:wechseln|kommen)\b",
        r"(?:kolleg|mitarbeiter|leiter|chef|assistent|azubi)\w* .{0,30}gekündigt\b|kündigung (?:eine[sr]|unsere[sr]|des|der) "
        r"(?:kolleg|mitarbeiter|chef)\w*",
        r"(?:spedition|vermieter|mietvertrag|stromanbieter|bank|arbeitgeber|wohnung|job)\w*",
    ),
    "rival": any_of(
        r"unser\w* (?:\w+ )?(?:konkurren|wettbewerb|mitbewerb|lieferant|anbieter)\w*|(?:besser|günstiger|schneller) als\b",
        r"zu ihnen\b|könn\w+ sie .{0,60}angebot\b",
    ),
    "escalation": any_of(r"grü(?:ß|ss)\w*|im programm\b|im feld\b|frist im\b"),
    "distance": any_of(
        r"\?\W*$|gro(?:ß|ss)es interesse\b|neustart\b|(?:unsere[nr]?|die) kunden\b|vorbei\b|kein problem\b|(?:reich(?:t|en|te)|genüg(?:t|en|te)|ausreichend)\b"
    ),
}
