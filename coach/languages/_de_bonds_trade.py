"""German words of plans together: buying, growth, the long term."""

from __future__ import annotations

from coach.bond_words import any_of

COUNT = r"(?:\d+|ein|eine|einen|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|zwanzig|weitere|mehrere|zusätzliche|noch)"
CONTRACT = r"(?:\w*vertrag\w*|\w*abo|\w*abonnement\w*|lizenz\w*|\w*vereinbarung)"
PLACE = (
    r"(?:\w*halle|\w*werk|standort|filiale|niederlassung|zweigstelle|linie|kapazität\w*|räume\w*|gebäude|\w*lager|laden|"
    r"büro\w*|praxis|produktion|fertigung|werkstatt)"
)
TO_YOU = r"(?:ihnen|dir|euch)"

SHOWS = {
    "buying": any_of(
        r"(?:bitte|bräuchten?|brauchen?|benötigen?|könnt\w+|können sie (?:uns|mir)|möchten?|hätten? gern\w*|erbitten?|freuen|"
        r"machen sie|mach|macht|schick\w*|senden sie|erstellen sie) .{0,50}(?<!auf )\b(?:ein|ihr|dein|euer|das) (?:\w+ ){0,2}angebot\b(?! testen)|bitte (?:um )?angebot\b",
        r"angebot (?:für|über) (?:\w+ ){0,3}(?:weitere|zusätzliche|zweite|neue)",
        r"was kostet\b|was kosten \w|was würden? .{0,60}kosten\b|wie ?viel (?:kostet|kosten|würde)\b|wie teuer\b",
        r"preise? (?:für (?!mich|uns|sie)|pro )|preisliste\b|preise? .{0,30}nennen\b|\w*rabatt\b",
        r"kostenvoranschlag\b|lohnt .{0,40}\bkauf\b",
        r"(?:überleg\w*|denken?|plan\w*|wollen?|möchten?|würden?),? (?:[^\s,]+ ){0,9}"
        r"(?:anzuschaffen|anschaffen|zu kaufen|kaufen|zu bestellen|bestellen|nachzubestellen|nachbestellen|leasen|zu leasen)\b",
        r"(?:haben|hätten|habe|hätte|besteht) (?:\w+ ){0,4}interesse an (?!unser|einer antwort)|interessiere mich (?:sehr )?für (?:ihr|eur|dein|ein)|interessieren uns (?:sehr )?für (?:ihr|eur|dein|ein|die|das|den)",
        r"budget .{0,50}(?:freigegeben|genehmigt|bewilligt|eingeplant|reserviert|steht\b|ist da\b)",
        r"(?:haben|hätten|habe) .{0,30}budget\b",
        r"wann (?:könn\w+|kannst) (?:sie|ihr|du) .{0,25}liefern\b|(?:wie lang\w*|wie) .{0,20}lieferzeit",
        r"nachbestell\w+|hiermit bestell\w+|bestellen? (?:ich |wir )?(?:bitte |hiermit |gerne? )?(?:\d+|weitere|noch)\b",
        rf"(?:brauchen?|bräuchten?|benötigen?|nehmen?|hätten? gern\w*) (?:\w+ ){{0,3}}{COUNT} (?:\w+ ){{0,2}}"
        r"(?:\w*lizenz\w*|\w*plätze|\w*geräte?|waagen?|maschinen?|anlagen?|stück|zugänge|einheiten|exemplare|kisten?|paletten?)\b",
        r"(?:erteil\w*|geben) .{0,30}den auftrag\b|angebot .{0,20}(?:nehmen wir an|annehmen|angenommen)\b",
        r"nehmen .{0,15}(?:ihr|das) angebot .{0,15}an\b|beauftragen (?:wir|sie)\b|(?:zweite|dritte|weitere) (?:linie|anlage|maschine|waage) mit ihnen\b|kaufen (?:wir|würden)\b",
    ),
    "growth": any_of(
        rf"(?:eröffnen|bauen|planen|beziehen|erweitern|vergrö(?:ß|ss)ern|bekommen|errichten) (?:\w+ ){{0,7}}{PLACE}\b",
        rf"(?:grö(?:ß|ss)ere[ns]?|neue[ns]?|zweite[ns]?|dritte[ns]?) {PLACE} .{{0,30}}"
        r"(?:eröffne\w*|bezogen|gezogen|in betrieb|einweih\w*|um\b)",
        r"(?:zieh\w+|umzug|umgezogen|um) (?:\w+ ){0,5}grö(?:ß|ss)ere\w*",
        r"(?:zwei|drei|vier|fünf|sechs|mehrere|\d+) neue (?:kolleg\w+|mitarbeiter\w*)",
        r"(?:kolleg\w+|mitarbeiter\w*|leute|personal) (?:\w+ )?eingestellt\b|(?:suchen|brauchen) .{0,20}verstärkung\b",
        r"stellen (?:wir )?(?:\w+ ){0,5}(?:leute|mitarbeiter\w*|kolleg\w+|personal) (?:\w+ )?ein\b",
        r"(?:umsatz|absatz|produktion|kapazität\w*|auftragseingang|team|stückzahl\w*|nachfrage|belegschaft|kundenzahl\w*|"
        r"absatzzahl\w*) .{0,50}(?:verdoppel\w*|verdreifach\w*|gewachsen|wächst|riesig|gestiegen)",
        r"(?:verdoppel\w*|verdreifach\w*|steigern) (?:\w+ ){0,5}(?:umsatz|absatz|produktion|kapazität\w*|team|stückzahl\w*)",
        r"wir (?:\w+ )?wachsen\b|wachsen wir\b|unser wachstum|wachstumskurs\b",
        r"(?:wir|unser\w*) .{0,40}expandier\w+|expandieren wir\b|unsere[rn]? expansion\b",
        r"bei uns läuft es .{0,20}(?:gut|super|bestens|rund)|geschäft\w* (?:\w+ )?(?:brummt|boomt|läuft|laufen) (?:\w+ )?"
        r"(?:gut|super|bestens|prima|hervorragend)|geschäft\w* (?:brummt|boomt)|auftragsbücher .{0,15}voll",
        r"(?:kommen|komme) .{0,15}hinterher\b",
        r"unsere investition\w* in\b|investition .{0,40}(?:genehmigt|freigegeben|beschlossen)|wir investieren (?:\w+ ){0,6}in\b",
        r"(?:haben|hatten) uns (?:\w+ )?vergrö(?:ß|ss)ert\b",
        r"rekord(?:monat|jahr|umsatz|woche|quartal|ergebnis)\w*",
        r"(?:zweite|dritte) schicht\b|(?:zwei|drei)schicht\w*",
    ),
    "long_term": any_of(
        rf"{CONTRACT} .{{0,50}}(?:verlänger\w+|erneuer\w+)",
        rf"(?:verlänger\w+|erneuer\w+) .{{0,40}}\b{CONTRACT}\b",
        r"(?:jahres|rahmen|mehrjahres|dauer)(?:liefer)?(?:vertrag|vereinbarung)\w* .{0,40}"
        r"(?:schlie(?:ß|ss)en|sprechen|reden|interess\w*|anbieten|machen|vorstellen|möglich)",
        r"(?:über|an) eine[nm]? (?:jahres|rahmen|mehrjahres)(?:vertrag|vereinbarung)\b",
        rf"{CONTRACT} .{{0,40}}für (?:\w+ )?(?:\d+|zwei|drei|vier|fünf|mehrere) jahre\b",
        r"auf (?:(?:noch|viele|weitere|die nächsten|gute|lange|zehn|fünf) ){1,4}jahre\b",
        rf"auch (?:im )?(?:nächst|kommend|neu)en? jahr\b.{{0,60}}(?:{TO_YOU}|zusammen|wieder|dabei)",
        rf"(?:langfristig|dauerhaft|auf dauer|auf lange sicht|weiterhin|noch lange) .{{0,40}}"
        rf"(?:mit {TO_YOU}|auf (?:sie|ihr|euch)|zusammenarbeit\w*|partner\w*|treu|kunde[n]? bleiben|bei {TO_YOU})\b",
        r"(?:freue|freuen) .{0,20}auf (?:\w+ ){0,3}(?:weitere|zukünftige|künftige|gemeinsame|langjährige|lange) "
        r"(?:\w+ )?(?:zusammenarbeit|jahre|projekte)",
        rf"(?:seit|schon) (?:\w+ ){{0,3}}jahren .{{0,40}}(?:kund(?:e|en|in)\b|zusammenarbeit|bei {TO_YOU}|partner\b)",
        r"zusammenarbeit (?:\w+ ){0,3}ausbauen\b",
        r"langjährig\w* (?:\w+ )?(?:kund\w+|zusammenarbeit|partner\w*|geschäftsbeziehung)",
        rf"(?:die|in den) nächsten (?:\w+ )?jahre[n]? .{{0,40}}{TO_YOU}\b",
        r"(?:dauerhaft|langfristig|fest|strategisch|eng)e[rn]? (?:partner\w*|zusammenarbeit|geschäftsbeziehung)",
        rf"bleiben (?:wir )?(?:{TO_YOU} (?:\w+ )?treu|(?:gern\w* )?(?:kunden?\b|bei {TO_YOU}))",
    ),
}

OTHER = {
    "buying": any_of(
        r"zu teuer\b|aktien?\b|fonds\b|kein\w* (?:budget|interesse|bedarf)|(?:fehlt|fehlen) .{0,30}budget|nicht (?:in .{0,20}budget|interessiert)",
        r"budget .{0,40}(?:fehlt|überschritten|erschöpft|aufgebraucht|gestrichen)|stillstand\b|ausfall\b|endlich\b|stornier\w*|erhalten\b",
        r"haben sie (?:noch |weiterhin |eventuell )?interesse\b|nichts mehr\b|nicht (?:mehr )?(?:kaufen|bestellen)\b",
        r"(?:angebot|rabatt|preisliste) (?:ist|war|passt|gilt|kam|fehlt|wurde|von ihnen)\b|\w*funktion\b",
    ),
    "growth": any_of(
        r"(?:kosten|preise?|wartezeit\w*|fehler|ausfälle|rechnung\w*) .{0,40}(?:verdoppel|verdreifach|wächst|gestiegen)",
        r"nicht\b|gelohnt\b|schlie(?:ß|ss)en .{0,30}(?:standort|werk|filiale)|entlass\w*|kurzarbeit\b|\?\W*$",
        r"bei ihnen\b|bauen sie\b|planen sie\b|erweitern sie\b|eröffnen sie\b",
    ),
    "long_term": any_of(
        r"nicht\b|kein\w*|trotz\b|automatisch\b|frist\b|leider\b|sich .{0,20}(?:verlänger|erneuer)\w*|nie\b|seine[nm]\b|warte\w*|steht\b"
    ),
}
