"""How German promises, and how it says that a promise is kept. Curated for business mail."""

from __future__ import annotations

import re

from coach.languages._de_dates import DUES
from coach.promise_words import KeptWords, PromiseWords, builds, one_of, says


def _forms(infinitives: str) -> str:
    """The forms that go with "ich" and "wir", also without the "e" that speech drops."""
    forms: set[str] = set()
    for each in infinitives.split():
        stem = each[:-1] if each.endswith(("ern", "eln")) else each[:-2]
        forms |= {each, stem, stem + "e"}
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


# What is done for somebody; said with "ich" or "wir" it is a promise even without a date.
DEEDS = _forms(
    """schicken senden mailen faxen übersenden verschicken versenden klären prüfen überprüfen checken
    erkundigen kümmern melden benachrichtigen unterrichten erledigen beheben informieren reparieren ersetzen erstatten
    überweisen korrigieren berichtigen überarbeiten veranlassen organisieren besorgen reservieren erstellen
    kontaktieren übermitteln bereinigen nachholen nachliefern"""
)
ENDS = r"(?=\W*$| (?:und|wegen|sobald|um|bis|am|im|in|per|mit|nächste\w*|morgen|heute|bezüglich|zur|zum|bei)\b)"


def _with(verbs: str, particles: str = "", anywhere: str = "") -> str:
    """Verbs that are meant only with a particle at the clause's end ("rufe ... an") or other words behind them."""
    rest = [rf"(?:{particles})\b{ENDS}"] if particles else []
    return rf"{_forms(verbs)}\b(?=.*\b(?:{'|'.join([*rest, *([anywhere + chr(92) + 'b'] if anywhere else [])])}))"


PARTED = "|".join(
    (
        _with("rufen", "an|zurück|durch"),
        _with("reichen", "nach|weiter|ein"),
        _with(
            "fragen",
            "nach|an",
            "mal bei|beim|bei (?:der|dem|den|unser\\w*)|den chef|die kolleg\\w+|unsere\\w* (?:technik|kolleg)\\w*",
        ),
        _with("haken fassen", "nach"),
        _with("schauen sehen", "nach|an|durch|drüber|rein", "was sich|ob (?:wir|ich|das|es|noch)"),
        _with("geben", "weiter|durch", "bescheid|rückmeldung|auskunft|info"),
        _with("sagen", "zu", "bescheid"),
        _with("halten", "", "auf dem laufenden"),
        _with("leiten", "weiter|ein", "in die wege"),
        _with("kommen", "zurück", "auf Sie zu|auf dich zu|auf euch zu|auf Sie zurück"),
        _with("setzen", "", "in verbindung"),
        _with("nehmen", "", "kontakt|in angriff"),
        _with("lassen", "zukommen|wissen|prüfen|klären|ersetzen|austauschen|reparieren|schicken|senden"),
        _with("stellen", "ein|aus|fertig|zusammen|bereit", "zur verfügung|richtig"),
        _with("machen", "fertig|schlau"),
        _with("tauschen", "aus|um"),
        _with("richten spielen", "ein"),
        _with("schalten", "frei"),
        _with("laden", "hoch"),
        _with("arbeiten", "ein|aus|nach"),
        _with("bringen", "vorbei|mit", "in ordnung"),
        _with("bessern", "nach"),
        _with("fordern", "an"),
        _with("holen", "ab|nach"),
    )
)
UNDERTAKE = _forms("versprechen garantieren verpflichten") + r"|(?:sichere|sichern|sage|sagen)\b(?=.*\bzu\b)"
# What is work for somebody when a date stands beside it.
WORK = _forms(
    """liefern bringen bestellen buchen testen messen tauschen montieren installieren besprechen abstimmen entscheiden veröffentlichen
    bearbeiten machen bauen starten beginnen untersuchen berichten rechnen zahlen drucken verlegen holen fahren kommen leiten
    reichen stellen geben sagen rufen fragen schauen liefern verschieben aktualisieren ergänzen ändern anpassen abholen antworten
    reagieren präsentieren zeigen vorbereiten bereiten"""
)
NO_NOW = r"(?![^,;.]*\b(?:mich|uns|ich|wir) (?:aber |nur |schon |auch )?(?:warum|wieso|weshalb|wie|ob)\b)"  # "ich frage mich, ob"
# Verbs that say how things are, or what the mail itself does.
STATES = (
    r"(?:bin|sind|war|waren|habe|haben|hab|hatte|hatten|werde|werden|würde|würden|bleibe|bleiben|kann|können|könnte|könnten|muss|müssen|soll|sollen|sollte|sollten"
    r"|darf|dürfen|dürfte|dürften|will|wollen|wollte|wollten|möchte|möchten|mag|freue|freuen|hoffe|hoffen|denke|denken|glaube|glauben|finde|finden|weiß|wissen|meine|meinen"
    r"|brauche|brauchen|benötige|benötigen|erwarte|erwarten|warte|warten|bitte|bitten|danke|danken|wünsche|wünschen|sehe|sehen|fahre|fahren|gehe|gehen|fliege|fliegen|arbeite|arbeiten|wohne|wohnen"
    r"|verstehe|verstehen|vermute|vermuten|nehme|nehmen|gehöre|gehören|heiße|heißen|feiere|feiern|treffe|treffen|plane|planen|habe|liebe|suche|suchen|empfehle|empfehlen|schlage|schlagen|bestätige|bestätigen"
    r"|bedauere|bedauern|bedaure|entschuldige|entschuldigen|verbleibe|verbleiben|grüße|grüßen|schreibe|schreiben|bekomme|bekommen|kriege|kriegen|erhalte|erhalten|verreise|verreisen|ziehe|ziehen|hätte|hätten|wäre|wären|frage|fragen|beantrage|rechne|rechnen|beginne|beginnen|starte|starten|mache urlaub|machen urlaub)"
)
# What people do for themselves; told in the future it is news, no promise.
OWN_LIFE = (
    "sein|haben|müssen|brauchen|sehen|freuen|vermissen|wollen|bleiben|erhalten|bekommen|kriegen|benötigen|treffen|verreisen|fehlen|merken|feststellen"
    "|gehen|fahren|fliegen|reisen|anreisen|abreisen|mitfahren|losfahren|singen|essen|schlafen|feiern|wohnen|leben|laufen|kaufen|einkaufen|ordern|befinden"
    "|einsteigen|ausziehen|umziehen|einziehen|anknüpfen|spielen|lesen|hinfinden|studieren|lernen|heiraten|wandern|besuchen|hinfahren|mitmachen|teilnehmen|halten|werden|aufhören|anfangen|vorziehen|schauen|warten|denken|hoffen|glauben|verstehen|wissen"
)
LATER = (
    rf"(?!.*\b(?:{OWN_LIFE})\W*$)(?!.*\b(?:{OWN_LIFE}) und\b)"
    r"(?=.*\b\w{2,}(?:en|ern|eln|un)\b(?:\W*$| (?:und|können|lassen|\w+ (?:können|lassen))\b|\W+(?:\w+\W+){0,2}$))(?!.*\b(?:ge\w{2,}(?:t|en)|be\w+t|ver\w+t|\w+iert|\w+ge\w+t)\W*$)"
)
THING_NOUNS = """angebot rechnung gutschrift ersatz lieferung sendung paket ware antwort rückmeldung stellungnahme bestätigung bescheid unterlagen
    muster teil teile gerät techniker bericht protokoll entwurf plan pläne liste datenblatt zertifikat korrektur reparatur update
    erstattung überweisung rückruf ergebnis ergebnisse auswertung vertrag dokument dokumente fotos bilder zeichnung zeichnungen kostenvoranschlag
    rest details info infos informationen zugangsdaten link montage umtausch austausch terminvorschlag geräte""".split()
THINGS = rf"{one_of(THING_NOUNS)}"
YOU = r"(?:Sie|Ihnen|du|dir|dich|ihr|euch)"
READER = r"(?:Sie|du|ihr)"
COLLEAGUES = r"\w*(?:kolleg|techniker|technik|team|buchhaltung|vertrieb|support|mitarbeiter|versand|labor|werkstatt|monteur|entwickl|berater|assisten|kundendienst|abteilung|innendienst|außendienst|serviceteam|service)\w*"
OUR_PEOPLE = rf"(?:(?:unsere?|meine?)\s(?:\w+\s){{0,2}}?{COLLEAGUES}|(?:die|der|ein|eine|einer) (?:kolleg\w+|technik\w*|buchhaltung|werkstatt|versand)(?: von uns| aus \w+ \w+)?)(?:\s(?!wird|hat|ist)\w+){{0,2}}?"
PERSON = r"(?:\b(?:herr|frau|hr\.|fr\.)\s(?:(?:dr\.|prof\.)\s)?[\w-]+)"
TAKES_CARE = "(?:meldet|melden|kümmert|kümmern|prüft|prüfen|klärt|klären|informiert|informieren|erledigt|erledigen|repariert|behebt|beheben|tauscht|übernimmt|übernehmen|kontaktiert|schickt|schicken|sendet|senden|liefert|liefern|überweist|erstattet)"
# Said of everything and everybody: a promise only with a date or towards the reader.
ACTS = "(?:wird|werden|ruft|rufen|kommt|kommen|bringt|bringen|setzt|setzen|gibt|geben|leitet|schaut|sieht|holt|hilft|stellt|stellen|installiert|montiert|baut|macht)"
CARRIER = r"\b(?:spediteur|spedition|paketdienst|post|bote|kurier|dhl|dpd|ups|gls|hermes|fedex|bank|versicherung|behörde|amt|hersteller|lieferant\w*|vermieter|polizei|zoll)\b"
FUTURE = r"\b(?:(?:ich|wir) (?:werde|werd|werden)|(?:werde|werd|werden) (?:es |das |Sie |ihn |dir |dich |Ihnen |euch )?(?:ich|wir))\b"
DONE = r"verschickt|versendet|versandt|geliefert|ausgeliefert|geprüft|behoben|erledigt|repariert|ausgetauscht|erstattet|überwiesen|gutgeschrieben|bearbeitet|korrigiert|zugestellt|zugesandt|nachgeliefert|freigeschaltet|installiert|montiert|aktualisiert|übersandt|abgeholt|fertiggestellt|umgesetzt|eingespielt|übergeben|bereitgestellt"
E_FORMS = one_of(
    f"{each}e"
    for each in "schick send mail prüf klär erledig besorg liefer bring bestell buch test informier überweis korrigier reservier überarbeit".split()
)
SHORT_DEEDS = one_of("prüfe kläre erledige veranlasse".split()) + r" (?:das|es|dies|gerade|mal|gleich)"
LEAD = r"^\W*(?:(?:und|aber|ok|okay|klar|gut|ja|danke|dann|also|oder|sonst|da|gerne?|bis dahin|morgen|heute)\W+){0,3}"

PROMISES = PromiseWords(
    hint=frozenset(
        """ich wir unser unsere unserer unserem sie du ihr ihnen dir dich euch wird werden werde folgt folgen mein meine kommt kommen geht
        gehen erfolgt melde meld schicke schick sende prüfe kläre erledige veranlasse rufe ruf gebe sage sag leite maile reiche kümmere
        erkundige schau seh guck frag frage hake bestelle besorge liefere bringe buche teste informiere überweise korrigiere
        reservierte reserviere überarbeite erledigt""".split()
    )
    | frozenset(THING_NOUNS),
    capitals=re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b"),
    never=tuple(
        re.compile(each)
        for each in (
            r"\?[\s\"'»“”)\]!?.:;-]*$",
            r"\b(?:falls|sofern|vorausgesetzt|für den fall|es sei denn|andernfalls|solltest du|solltet ihr|sollten Sie)\b",
            rf"\b(?:wenn|sobald|nachdem|insofern) (?:[\w-]+ ){{0,2}}?{YOU}\b(?! (?:von|über) (?:mir|uns))",
            r"\bbis (?:Sie|du|ihr)\b",
            r"\b(?:sobald|nachdem|wenn) (?:(?:Ihre?)|deine?|eure?)\w*\b",
            r"\b(?:wenn|so) (?:es |das |dies )?(?:\w+ )?(?:gewünscht|nötig|erforderlich|möglich|ok|okay|recht|passt|klappt|hilft|interesse|bedarf|notwendig|gewollt)\b",
            r"\b(?:auf wunsch|bei (?:bedarf|interesse|rückfragen|fragen|gefallen)|gegebenenfalls|ggf|nach (?:zahlungseingang|geldeingang|bestelleingang|auftragserteilung|vorkasse))\b",
            rf"^\W*(?:bitte|\w+e?n? {YOU}|(?:sag|gib|schick|meld|ruf|schreib|schau|nenn|teil|lass|mail|send|such|unterschreib)(?:e|t|en)?(?: \w+)?)\b[^?]*(?:[,;–-]\s*|\bund )(?:dann|so|und dann)\b",
            r"^\W*(?:bitte [^,]*|\w+en (?:Sie)\b[^,]*) und (?:ich|wir)\b",
        )
    ),
    idle=re.compile(
        r"\b(?:nicht(?! (?:nur|später|zuletzt|vor))|keine?[nrms]?(?! (?:problem|ursache|sorge|frage|thema))|nie|niemals|keinesfalls|keineswegs|auf keinen fall|nichts|weder|kaum"
        r"|immer(?! noch)|stets|normalerweise|üblicherweise|gewöhnlich|in der regel|grundsätzlich|generell|meistens?|jederzeit|täglich|wöchentlich|jede[nrsm]?(?! fall)|hoffentlich|wahrscheinlich|höchstwahrscheinlich|vermutlich|voraussichtlich nicht|irgendwann|zum beispiel|z\. ?b|sowas|beispielsweise|hier mit|in einem anhang|diese (?:e-?)?mail|mit dieser (?:e-?)?mail|ich denke|ich glaube|mit dem gedanken|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs"
        r"|anbei|hiermit|im anhang|in der anlage|beigefügt|beiliegend|angehängt|untenstehend|nachfolgend|nachstehend|vielleicht|eventuell|evtl|womöglich|am liebsten|bitte|lieber nicht|seit|erbeten|hätte|hätten|damals|früher|gestern|bisher"
        r"|(?:melde|melden|meld)(?: ich)? (?:mich|uns) (?:nun|jetzt|heute(?! noch)|endlich|erst|verspätet|mal wieder|via|aus|bezüglich|wegen)|doch melde ich mich|bereite[n]? (?:mich|uns)|zeit|gelegenheit|frist|urlaub|anspruch|geschlossen)\b",
    ),
    cuts=re.compile(
        rf"(?<=[,;:!…(]) +|(?<=\.\.) | +(?=[-–—] )|(?<=\)) +|\s+(?=(?:und|aber|sondern|doch|oder) (?:(?:dann|danach|auch|anschließend|später) )?(?:ich|wir|{DEEDS}|{PARTED}|werde|werden|{READER}|{PERSON}|habe|haben|bin|sind|kann|können)\b)",
    ),
    dependent=re.compile(
        r"^\W*(?:und |oder |aber |denn )?(?:dass|daß|ob|weil|wenn|falls|sofern|sobald|nachdem|bevor|damit|obwohl|während|was|wer|wo|wann|warum|welche\w*|als|indem|soweit|sodass|woran|womit|wofür|deren|dessen"
        r"|wie(?! (?:besprochen|versprochen|vereinbart|gewünscht|telefonisch|abgesprochen|angekündigt|schon|gesagt|erwähnt|immer))|bis (?:ich|wir|der|die|das|er|es) (?!\w*tag)|da (?:ich|wir|sie|er|es)|(?:die|der|das|den|dem) (?:ich|wir|sie|er|du|ihr|es))\b",
    ),
    carries_on=re.compile(rf"^\W*und\b(?! (?:\w+ )?(?:ich|wir|{READER}|{PERSON})\b)"),
    patterns=(
        says("will do", rf"{FUTURE}{LATER}"),
        says("undertakes", rf"\b(?:ich|wir) (?:{UNDERTAKE})\b|\b(?:{UNDERTAKE})\b (?:ich|wir)\b"),
        says("does", rf"\b(?:ich|wir) (?:{DEEDS}|{PARTED}){NO_NOW}\b|\b(?:{DEEDS}|{PARTED})(?: es| das| mal)? (?:ich|wir)\b"),
        says("does, clipped", rf"{LEAD}(?:{SHORT_DEEDS}|(?:schau|seh|guck) mir das|(?:meld) mich|(?:schick|sag|geb|ruf|frag) (?:dir|dich|euch|Ihnen|Sie|mal|das)|(?:rufe|gebe|sage|schicke|sende|leite|maile|reiche|zeige|bringe) (?:dir|dich|euch|Ihnen|Sie|es|das)|melde mich|kümmere mich|erkundige mich)\\b(?!.*\\b(?:mir|bitte|dich selbst)\\b(?<!schau mir)(?<!seh mir)(?<!guck mir))", clipped=True),
        says("does by then, clipped", rf"{LEAD}(?:{E_FORMS})\\b(?! (?:mir|uns|sie|ihr|du|er|es|dich|euch)\\b)(?!.*\\bbitte\\b)", timed=True, clipped=True),
        says("does it", r"\b(?:das|dies|wird|klar|ok|okay|gerne?)?\W*(?:mache|mach|machen|erledige|erledigen|tue|tun) (?:ich|wir)(?: (?:gerne?|sofort|gleich|natürlich|noch|dann|selbstverständlich))*\W*$|\b(?:das|dies) (?:mache|machen|übernehme|übernehmen|erledige|erledigen) (?:ich|wir)\b|^\W*(?:wird (?:erledigt|gemacht))\b|\b(?:mache?|machen|erledigen?) (?:ich|wir) (?:dir|euch|Ihnen)\b"),
        says("does by then", rf"\b(?:ich|wir) (?:{WORK})\b|\b(?:{WORK}) (?:es |das |dir |dich |Ihnen |Sie |euch )?(?:ich|wir)\b", timed=True),
        builds("does for you by then", rf"(?:\b(?:ich|wir)/PPER (?!{STATES}/)[^/ ]+/V[VA]FIN|(?<![^ ])(?!{STATES}/)[^/ ]+(?:e|en|n)/V[VA]FIN (?:[^/ ]+/PPER )?(?:ich|wir)/PPER)", words=r"\b(?:Ihnen|dir|euch)\b(?!.*\b(?:ge\w{2,}(?:t|en)|\w+iert|\w+ge\w+t)\W*$)", timed=True),
        says("you get", rf"\b(?:{READER} (?:erhalten|bekommen|kriegen|erhältst|bekommst|kriegst|bekommt|kriegt|erhaltet|hören|hörst|hört)|(?:erhalten|bekommen|kriegen|erhältst|bekommst|kriegst|bekommt|kriegt|erhaltet|hören|hörst|hört) {READER})\b.*\b(?:von (?:mir|uns|unser\w+)|in kürze|zeitnah|umgehend|separat|gesondert|schnellstmöglich|unverzüglich|demnächst|dann)\b"),
        says("you get by then", rf"\b(?:{READER} (?:erhalten|bekommen|kriegen|erhältst|bekommst|kriegst|bekommt|kriegt|erhaltet|hören|haben|hast|habt)|(?:erhalten|bekommen|kriegen|erhältst|bekommst|kriegst|bekommt|kriegt|erhaltet|hören|haben|hast|habt) {READER})\b(?!.*\b(?:ge\w+t|\w+iert|ver\w+en|mit(?:geteilt)?|geschrieben|gesagt|gehabt|bestellt|recht)\W*$)", timed=True),
        says("you can count on it", r"\b(?:können|kannst|könnt|dürfen)\b.*\b(?:rechnen|erwarten|davon ausgehen)\b", timed=True),
        says("is on its way to you", rf"\b(?:gehe?n?|geht)\b.*\b(?:{YOU}|heute|morgen)\b.*\b(?:zu|raus)\b|\b(?:geht|gehen)\b.*\braus\b|\b(?:wird|werden) {YOU}\b.*\b(?:zugehen|zugesandt|zugestellt|zugeschickt|erreichen)\b"),
        says("we do", rf"^(?!.*{CARRIER}).*?\b(?:{OUR_PEOPLE}\s(?:\w+\s){{0,2}}?{TAKES_CARE}\b|{TAKES_CARE}\s(?:\w+\s){{0,3}}?{OUR_PEOPLE}(?!.*(?:ge\w+|ver\w+|\w+iert)\W*$))"),
        says("we act for you", rf"^(?!.*{CARRIER})(?=.*\b{YOU}\b).*?\b(?:{OUR_PEOPLE}\s(?:\w+\s){{0,2}}?{ACTS}\b|{ACTS}\s(?:\w+\s){{0,3}}?{OUR_PEOPLE}(?!.*(?:ge\w+|\w+iert)\W*$))"),
        says("we act by then", rf"^(?!.*{CARRIER}).*?\b{OUR_PEOPLE}\s(?:\w+\s){{0,2}}?{ACTS}\b", timed=True),
        says("somebody of ours does", rf"^(?!.*{CARRIER})(?=.*\b{YOU}\b).*?(?:{PERSON}(?:\s\w+){{0,4}}?\s(?:{TAKES_CARE}|{ACTS})\b|\b(?:{TAKES_CARE}|{ACTS})\s(?:\w+\s){{0,2}}?{PERSON})"),
        builds("a colleague does", rf"^(?:\S+ ){{0,3}}?(?:der/ART |die/ART )?(?!(?:{CARRIER})/)[a-zäöüß]{{3,}}/NE (?:{TAKES_CARE}|{ACTS})/V[VA]FIN", words=rf"^(?!.*{CARRIER})(?=.*\b(?:bei (?:Ihnen|dir|euch)|Ihnen|dir|dich|euch|Sie)\b)"),
        says("it comes by then", rf"{THINGS}\b.*?\b(?:folgt|folgen|kommt|kommen|erfolgt|erfolgen|geht|gehen|erreicht|erreichen|trifft|treffen)\b(?!.*\b(?:ge\w+(?:t|en)|\w+iert)\W*$)|{THINGS}\b.*?\b(?:ist|sind|liegt|steht)\b.*\b(?:fertig|bereit|bei (?:Ihnen|dir|euch)|da|unterwegs|verfügbar|lieferbar|abholbereit)\W*$|\b(?:folgt|folgen|kommt|kommen|erfolgt|erfolgen|geht|gehen|erreicht|erreichen)\b.*?{THINGS}\b", timed=True),
        says("it follows", rf"{THINGS}\b (?:folgt|folgen)\b|\b(?:folgt|folgen) (?:dann|noch|separat|in kürze)\b"),
        says("it is done by then", rf"\b(?:wird|werden)\b.*\b(?:{DONE})\b", timed=True),
        says("comes to you", r"\b(?:ich|wir|unser\w*)\b.*\b(?:zu (?:Ihnen|dir|euch)|vorbei|vor ort)\b", timed=True),
        says("named by then", rf"{LEAD}\w{{0,20}}?{THINGS}\b(?: (?:dann|dazu|hierzu|noch))? (?=(?:heute|morgen|übermorgen|am|nächste|ende|anfang|in|kw|montag|dienstag|mittwoch|donnerstag|freitag)\b)(?:\w+\W*){{1,4}}$", timed=True, clipped=True),
    ),
    dues=DUES,
    kept=KeptWords(
        reports=re.compile(
            r"\b(?:habe?|haben|hat|wurden?|ist|sind|worden)\b.*\b(?:\w*ge\w{2,}(?:t|en)|\w+iert|(?:ver|be|er|über|ent)\w+(?:t|en)|raus|unterwegs|fertig|da|erledigt|online|verfügbar)\b"
            r"|\b(?:anbei|im anhang|in der anlage|beigefügt|beiliegend|angehängt|hiermit|wie versprochen|wie zugesagt|wie angekündigt|erledigt|hier (?:ist|sind|kommt|kommen|die|der|das)|finden sie (?:hier|unter|im|anbei)|hängt an|hängen an)\b",
            ),
        attached=re.compile(r"\b(?:anbei|im anhang|in der anlage|beigefügt|beiliegend|angehängt|hängt an|hängen an|anhang)\b"),
        as_promised=re.compile(r"\bwie (?:versprochen|zugesagt|angekündigt|besprochen|vereinbart)\b"),
        open_still=re.compile(
            r"\b(?:noch nicht|leider nicht|nicht|keine?[nr]?|warte|warten|morgen|bald|demnächst|werde|werden wir|wird(?! hiermit)|folgt|sobald|verzögert|verspätet|entschuldig\w*)\b|\?",
            ),
        contact=re.compile(
            r"\b(?:(?:meld|kümmer|erkundig|informier|benachrichtig|unterricht|kontaktier)\w*|bescheid|rückmeldung|antwort|auf dem laufenden|zurück|ruf\w*|hören)\b"
        ),
        small=frozenset(
            """ihnen ihre ihrer ihrem ihren unser unsere unserer unserem unseren meine meiner dein deine diese dieser dieses diesen diesem
            bis spätestens heute morgen übermorgen woche wochen monat monats ende anfang mitte nächste nächsten nächster kommende kommenden montag dienstag
            mittwoch donnerstag freitag samstag sonntag stunden tagen tage werktagen werktage innerhalb binnen dann noch auch gern gerne
            wieder werden werde wird haben habe sich eine einen einem einer eines alle alles allen mich zum zur beim nach über mit von
            vormittag nachmittag abend kalenderwoche melde melden bescheid gebe geben lasse lassen zukommen schicke schicken sende senden
            bekommen erhalten kriegen liefere liefern mache machen kümmern kümmere darum sobald frau herr herrn bitte damit dazu davon
            zeitnah umgehend kürze schnell schnellstmöglich vielen dank natürlich selbstverständlich ganz sehr wenn dass oder aber januar
            februar märz april juni juli august september oktober november dezember ihrerseits unsererseits nochmal mehr sagen sage""".split()
        ),
        doing=(
            ("prüf", "geprüft", "überprüf"), ("klär", "geklärt", "abgeklärt", "abklär"), ("beheb", "behoben"),
            ("reparier",), ("erstatt", "rückerstatt", "zurückerstatt"), ("überweis", "überwies"), ("korrigier", "berichtig"),
            ("tausch", "ausgetauscht", "austausch", "umgetauscht", "umtausch"), ("frag", "nachgefragt", "nachfrag", "gefragt"), ("weiterleit", "weitergeleitet"),
            ("anruf", "ruf", "angerufen", "telefonier"), ("überarbeit",), ("änder", "geändert"), ("bestell",),
            ("erledig",), ("installier",), ("test", "getestet"), ("buch", "gebucht"), ("reservier",), ("freischalt", "freigeschaltet"),
            ("storn",), ("löschen", "lösch", "gelöscht"), ("aktualisier",), ("besprech", "besproch"), ("gutschreib", "gutgeschrieben"),
        ),
    ),
)  # fmt: skip
