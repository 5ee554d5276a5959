"""German words of closeness: praise, thanks, trust, private matters and recommendation."""

from __future__ import annotations

from coach.bond_words import any_of

SPLENDID = (
    r"(?:gro(?:ß|ss)artig|fantastisch|phantastisch|hervorragend|ausgezeichnet|erstklassig|vorbildlich|super|spitze|"
    r"spitzenmäßig|klasse(?! [a-z0-9]\b)|toll|genial|exzellent|perfekt|prima|sensationell|beeindruckend|wunderbar|"
    r"tadellos|einmalig|unschlagbar)"
)
WORK = (
    r"(?:arbeit|leistung|service|team|job|hilfe|unterstützung|beratung|betreuung|einsatz|support|kundendienst|"
    r"qualität|zusammenarbeit|ergebnis|schulung|einweisung|lösung|produkt|software|programm|lieferung|montage|"
    r"wartung|techniker\w*|kolleg\w+|mitarbeiter\w*|monteur\w*|fahrer\w*|berater\w*)"
)
DONE = (
    r"(?:gemacht|gelöst|geklappt|gelaufen|betreut|beraten|geholfen|reagiert|umgesetzt|vorbereitet|organisiert|erklärt|"
    r"hinbekommen|hingekriegt|gearbeitet|unterstützt|gelungen|geworden)"
)
DANK = r"(?:dank|danke|dankeschön)"
FORMULA = (
    r"(?:mail|e-?mail|nachricht|anfrage|antwort\w*|rückmeldung|rückantwort|schreiben|infos?|informationen?|hinweise?|"
    r"interesse|anruf|bemühungen|mühen?|verständnis|zusendung|übersendung|bestellung|aufmerksamkeit|angebot|rechnung|"
    r"unterlagen|datei\w*|angaben|daten|link\w*|nachfrage|feedback|bestätigung|post|brief|zeilen|kontaktaufnahme)"
)
FOR = rf"für (?!ein|jede|alle |nichts|(?:ihre?[nms]?|deine?[nms]?|eure?[nms]?|die|das|den|etwaige) {FORMULA}\b|\W)"
YOU = r"(?:sie|dich|euch)"
TO_YOU = r"(?:ihnen|dir|euch)"
YOURS = r"(?:ihr|dein|eur|euer)(?:e[mnrs]?)?"

SHOWS = {
    "praise": any_of(
        rf"{SPLENDID}(?:e[mnrs]?)? (?:\w+ )?{WORK}\b",
        rf"{WORK}\b.{{0,40}} (?:ist|war|waren|sind|läuft|lief|klappt\w*) (?:\w+ ){{0,3}}{SPLENDID}\b",
        rf"{SPLENDID} (?:\w+ )?{DONE}\b",
        rf"{SPLENDID},? (?:dass (?:sie|du|ihr)|wie (?:schnell|gut|sie|du|ihr|das))\b",
        rf"(?:sieht|sehen) (?:\w+ ){{0,2}}{SPLENDID} aus\b|(?:sie sind|ihr seid|du bist) (?:\w+ ){{0,2}}{SPLENDID}\b",
        rf"(?:richtig|sehr|so|wirklich) gut {DONE}\b",
        r"(?:sehr|rundum|hoch|höchst|vollauf|wirklich|äußerst|mehr als|überaus|restlos|absolut|total) ?zufrieden\b",
        r"hochzufrieden\b",
        r"(?:lob|kompliment)\b(?:,| an| für| aussprechen| zu)|(?:ein|mein) (?:gro(?:ß|ss)es|dickes|riesiges) lob\b",
        r"(?:bin|sind|war|waren) (?:\w+ ){0,6}(?:begeistert|beeindruckt)\b",
        r"(?:begeistert|beeindruckt) (?:von|über)\b",
        r"(?:hat|haben) (?:\w+ ){1,5}(?:begeistert|beeindruckt|eindruck gemacht)\b",
        r"besser (?:\w+ ){0,2}(?:als|wie) (?:\w+ ){0,2}(?:erwartet|gedacht|gehofft|erhofft)",
        r"besser (?:\w+ )?geworden,? als\b",
        r"erwartungen .{0,20}übertroffen\b|übertrifft .{0,20}erwartungen\b",
        rf"(?:zusammenarbeit|mit {TO_YOU}) .{{0,40}}(?:spaß|freude|vergnügen)\b",
        r"hut ab\b|chapeau\b|weiter so[.!]|respekt[!,]",
        rf"so (?:ein|etwas|was)\w* .{{0,40}}(?:{WORK}|reaktion|antwort)?.{{0,30}}(?:selten|nicht alle tage)\b",
        r"so stell(?:e|t|en) (?:ich mir|man sich|wir uns) .{0,40}vor\b",
        r"(?:gefällt|gefallen) (?:mir|uns) (?:\w+ )?(?:sehr|ausgesprochen|richtig|ausnehmend)\b",
        r"(?:vorgeschwärmt|läuft wie geschmiert|runde sache|mein(?:en)? retter)\b",
        r"(?:tag|woche|monat|wochenende|fest|messe|produktion) gerettet\b",
        rf"beste[nr]? {WORK},? (?:den|die|das)\b",
    ),
    "thanks": any_of(
        rf"{DANK} (?:ihnen |dir |euch )?(?:allen |sehr |nochmals |noch ?mal |auch |ganz herzlich )?{FOR}",
        rf"{DANK},? (?:noch ?mal |nochmals )?(?:an (?!die\W*$)|dafür\b)",
        rf"(?:{DANK}|dankbar|bedanken|danken),? dass (?:sie|du|ihr|wir|ich|es)\b",
        rf"(?:bedanke|bedanken) (?:ich |wir )?(?:mich|uns) (?:\w+ ){{0,4}}{FOR}",
        rf"(?:mich|uns) (?:\w+ ){{0,5}}{FOR}.{{0,60}}bedanken\b",
        rf"(?:ich|wir) danken? {TO_YOU} (?:\w+ ){{0,3}}{FOR}",
        rf"(?:bin|sind) (?:ich |wir )?{TO_YOU} (?:\w+ ){{0,3}}dankbar\b",
        r"(?:weiß|wissen) .{0,60}zu schätzen\b|schätzen .{3,60} sehr\b",
        r"(?:unser|mein)(?:en)? (?:\w+ )?dank (?:gilt|geht|auch|an|bitte)\b",
        rf"ohne (?:{YOU}|{YOURS} \w+) (?:\w+ )?(?:hätte|wäre|stünde|stand|ging)",
        r"(?:herzlich|gro(?:ß|ss)|riesig|dick|besonder)es dankeschön\b|dankeschön an\b|tausend dank(?! im)\b",
        r"(?:sie haben|du hast|ihr habt|das hat) (?:uns|mir) (?:\w+ )?(?:sehr|wirklich|enorm|viel) (?:weiter)?geholfen\b",
    ),
    "trust": any_of(
        rf"verlass(?:e|en)? (?:\w+ ){{0,4}}auf (?:{YOU}|{YOURS})\b",
        rf"auf {YOU} (?:\w+ ){{0,3}}(?:verlass\b|verlassen\b|zählen\b|bauen\b)",
        rf"(?:mich|uns) (?:\w+ ){{0,3}}auf {YOU} (?:\w+ )?verlassen\b",
        rf"vertrau(?:e|en) (?:ich |wir )?(?:{TO_YOU}|auf (?:{YOU}|{YOURS}))\b",
        rf"(?:ich|wir) (?:\w+ )?{TO_YOU} (?:\w+ ){{0,3}}vertrau(?:e|en)\b",
        r"(?:voll|vollst|grö(?:ß|ss)t|gro(?:ß|ss)|absolut)(?:es|em)? vertrauen\b|viel vertrauen (?:in|zu)\b",
        r"vertrauensvoll\w* zusammenarbeit\b",
        r"(?:guten|besten|sicheren) händen\b|(?:fühl\w+|bei ihnen|bei euch) (?:\w+ ){0,4}gut aufgehoben\b",
        rf"(?:sage|sagen|schreibe|erzähle|verrate|gestehe) (?:ich )?(?:das )?{TO_YOU} .{{0,20}}"
        r"(?:ganz offen|im vertrauen|ganz ehrlich)\b",
        r"(?:bleib\w*|behalt\w*) .{0,25}unter uns\b|unter uns(?: gesagt)?(?:[:,]| gesagt)|im vertrauen(?: gesagt)?[:,]",
        r"(?:machen sie|mach|macht) .{0,25}wie (?:sie|du|ihr) .{0,25}(?:richtig|meinen|meinst|denken|für gut)",
        rf"überlass(?:e|en) (?:ich |wir )?(?:das |die |den )?(?:\w+ )?{TO_YOU}\b|freie hand\b",
        r"(?:sie|du|ihr) (?:kennen|kennst|kennt|wissen|weißt|wisst) .{0,40}besser als (?:ich|wir)\b",
        rf"{YOURS} (?:rat|einschätzung|meinung|urteil|erfahrung) .{{0,25}}(?:folge|wichtig|vertrau|viel wert)",
        r"in (?:ihre|deine|eure) hände\b",
        r"an (?:meiner|unserer) stelle\b",
        r"(?:noch )?nie (?:im stich gelassen|enttäuscht)\b",
    ),
    "personal": any_of(
        r"(?:mein|unser|dein|euer)(?:e[mnr]?)? (?:\w+ )?(?:mann|tochter|sohn|kind(?:er|ern)?|familie|mutter|vater|eltern|"
        r"schwester|bruder|oma|opa|enkel\w*|freundin|verlobte\w*|hund|katze|kleine[nr]?|jungs|mädels|baby)\b",
        r"ihre[rn]? (?:familie|kinder[n]?|tochter|eltern)\b|ihre?[mn]? (?:sohn|mann)\b|(?:meine|deine)[rn]? frau\b",
        r"ihre[rn]? frau(?=[?!.,]| und| wieder| denn)",
        r"(?:mit den|die) kinder[n]? (?:waren|haben|hatten|freuen|lieben|sind|zwei|drei|eine|ein|in|im|an)\b|ganze familie\b",
        r"(?:mit|grü(?:ß|ss)\w*) (?:der|die|ihrer|deiner|eurer) familie\b|wochen familie\b",
        r"(?:bier|kaffee|kuchen|mittagessen) .{0,40}(?:ausgeben|steht kalt|geht auf|gedicht|ist fertig)",
        r"(?:hatten?|hattest|hattet|war|genie(?:ß|ss)\w*|erhol\w*|schönen?) (?:\w+ ){0,5}(?:urlaub|ferien)\b",
        r"(?:waren?|fahren|fliegen) (?:\w+ ){0,6}(?:an der (?:nord|ost)see|ans meer|am meer|in den bergen|in die berge)\b",
        r"geburtstag\b|hochzeit\b|(?:ge)?heirate\w*|verlobt\b|schwanger\b|nachwuchs\b",
        r"gute besserung\b|schnell wieder gesund|kurier\w+ (?:sie sich|dich|euch)",
        r"(?:lag|liege|liegt|lagen|lieg) (?:\w+ ){0,6}(?:im bett|flach|im krankenhaus)\b",
        rf"wie geht(?:'s| es) (?:{TO_YOU}|{YOURS})\b",
        r"(?:auf|bei) (?:ein|einen|einem) (?:bier|kaffee|wein|gläschen|glas wein|eis)\b",
        r"(?:trinken|trinke) (?:\w+ ){0,7}(?:bier|kaffee|wein|gläschen)\b|(?:bier|kaffee|runde)\w* geht auf (?:mich|uns)\b",
        r"wie war (?:denn |eigentlich )?(?:ihr|das|dein|euer|der|die|ihre?n?) (?:wochenende|urlaub|fest|feier|reise|ferien)",
        r"am (?:wochenende|samstag|sonntag) (?:\w+ ){0,4}(?:garten|gegrillt|gewandert|gefeiert|wandern|ausflug)\b",
        r"(?:in|aus) (?:meinem|unserem) garten\b|den garten (?:\w+ )?(?:fertig|gemacht|umgegraben)",
        r"daumen (?:gedrückt|drücken)|drücken? (?:\w+ ){0,4}(?:die )?daumen\b",
        r"(?:beim|vom|zum) fu(?:ß|ss)ball(?:spiel)?\b|(?:herzliches|mein|unser) beileid\b",
    ),
    "recommends": any_of(
        r"(?:sie|euch|dich) (?:\w+ ){0,4}ins spiel gebracht\b",
        r"weiter(?:zu)?empf\w+",
        rf"empfehle[n]? (?:ich |wir )?(?:{YOU}|{YOURS}) .{{0,30}}(?:gern|weiter|jede|alle|überall)",
        rf"(?:habe|haben|hab) (?:ich |wir )?(?:\w+ ){{0,2}}(?:{YOU}|{YOURS})\b.{{0,50}} empfohlen\b",
        rf"(?:{YOU}|{YOURS})\b.{{0,50}} (?:wärmstens|jeden fall|unbedingt|gerne?|jederzeit|nur) (?:weiter)?(?:empfehlen|empfohlen)",
        rf"von (?:{TO_YOU}|{YOURS} \w+) (?:\w+ )?(?:vor)?(?:geschwärmt|erzählt|vorgeschwärmt|berichtet)\b",
        r"als referenz(?:kunde|projekt|adresse)?\b(?! (?:nummer|bei|auf))|referenz(?:kunde|projekt|besuch)\w*",
        rf"{YOURS} (?:nummer|telefonnummer|adresse|kontakt\w*|karte|visitenkarte|namen?) .{{0,60}}(?:ge)?geben\b",
        rf"{YOURS} (?:nummer|telefonnummer|adresse|kontakt\w*|karte|visitenkarte|namen?) .{{0,60}}weiterge\w+",
        rf"für (?:{YOU}) (?:geworben|werbung gemacht)|werbung für (?:{YOU}|{YOURS})\b",
        r"(?:gute|positive|tolle|5-sterne|fünf-sterne)-?(?:n)? ?(?:bewertung|rezension)\b",
        rf"(?:auch|jetzt) (?:gern |gerne )?mit {TO_YOU} (?:reden|sprechen)\b",
        rf"wollen? .{{0,30}}mit {TO_YOU} reden\b",
    ),
}

OTHER = {
    "praise": any_of(
        rf"(?:nicht|wenig|kaum|nie|weder|leider) (?:\w+ ){{0,4}}(?:zufrieden|begeistert|beeindruckt|{SPLENDID})",
        r"alles andere als\b|leider\b|schon wieder\b|enttäusch\w*|wäre\w*|würde\w*|falls\b",
        r"selten .{0,30}(?:schlecht|mies|unfreundlich|langsam|umständlich)",
        r"schlechte\w*|miese\w*|^(?:sind|seid|bist|ist|war\w*|können|hat|haben|wie|was|wer)\b.*\?\W*$",
    ),
    "thanks": any_of(r"im voraus\b|vorab\b|schon jetzt\b|schon ?mal\b|wäre\w*|würde\w*|nein,? danke\b|gott sei dank\b"),
    "trust": any_of(
        r"nicht mehr\b|(?:nicht|kaum|kein\w*|nie wieder) (?:\w+ ){0,3}(?:verlass\w*|vertrau\w*|zählen)",
        r"vertrauen .{0,40}(?:weg|verloren|erschüttert|dahin|missbraucht)\b|wie soll\w*",
        r"enttäusch(?:t|end)\b(?<!nie enttäuscht)|ärger\w*|verärgert\b|dachten?\b|hatten? .{0,30}verlassen\b",
    ),
    "personal": any_of(
        r"produktfamilie\b|urlaubs\w+",
        r"(?:bin|sind|befinde\w*) .{0,40}im urlaub\b|im urlaub (?:bin|sind|und)\b|(?:vom|bis|ab) .{0,25}im urlaub\b",
    ),
    "recommends": any_of(
        r"nicht (?:\w+ )?(?:weiter)?empf\w+|keinem .{0,20}empf\w+|laut\b|handbuch\b",
        r"(?:was|welche\w*) .{0,40}empfehlen\b|würde (?:ihnen|dir|euch) (?:empfehlen|raten)\b|empfiehlt (?:ihnen|uns)\b",
        r"(?:warn|abgeraten|abrat)\w*",
    ),
}
