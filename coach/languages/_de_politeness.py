"""German politeness strategies; `lexicon.py` says how entries are written.

The strategies are those of `_en_politeness.py` (after Danescu-Niculescu-Mizil et al. 2013 and Brown & Levinson 1987)
with German wording of our own. A strategy counts wherever it stands, an opening only where a sentence begins.
"""

from __future__ import annotations

STRATEGIES = {
    "gratitude": (
        "danke", "dankeschön", "vielen dank", "herzlichen dank", "besten dank", "recht herzlichen dank", "tausend dank",
        "lieben dank", "dankbar*", "bedanke", "bedanken", "danken", "dankend", "ich danke", "wir danken", "danke ich",
        "danke ihnen", "danke dir", "dank im voraus", "dank vorab", "merci", "zu schätzen", "dank für", "thanks", "thx",
    ),
    "apology": (
        "entschuldigung", "entschuldigen", "entschuldige", "entschuldigt", "sorry", "tut mir leid", "tut uns leid", "leid tut",
        "tut es mir leid", "tut es uns leid", "bedauere", "bedauern", "bedaure", "verzeihung", "verzeihen", "um nachsicht",
        "pardon", "unannehmlichkeiten",
    ),
    "please": ("bitte", "bitten", "gebeten", "bitte ich", "ich bitte", "wir bitten"),
    "compliment": (
        "hervorragend*", "ausgezeichnet*", "gute arbeit", "gute idee", "guter vorschlag", "gute frage", "guter punkt",
        "großartig*", "toll*", "super", "prima", "klasse", "schön*", "wunderbar*", "perfekt*", "spannend*", "interessant*",
        "hilfreich*", "nützlich*", "beeindruck*", "gelungen*", "sehr gut", "gut gemacht", "gut gelungen", "gut geschrieben",
        "wertvoll*", "geschätzt*", "wir schätzen", "ich schätze", "freut mich", "freut uns", "freue mich", "freuen uns",
        "freuen wir uns", "gratuliere*", "glückwunsch*", "herzlichen glückwunsch", "kompliment", "respekt", "klug*",
        "freundlich von", "nett von", "lieb von", "herzlich von", "professionell*", "zuverlässig*", "angenehm*", "ehre", "begeistert*",
    ),
    "agreement": (
        "sie haben recht", "du hast recht", "da haben sie recht", "da hast du recht", "einverstanden", "verstehe",
        "verstanden", "das verstehe ich", "nachvollziehbar", "nachvollziehen", "gut zu wissen", "stimme zu", "stimmt",
        "genau richtig", "klingt gut", "passt", "in ordnung", "ok", "okay", "leuchtet ein", "guter einwand", "ist richtig",
    ),
    "welcome": (
        "gern geschehen", "gerne", "gern", "sehr gerne", "mit vergnügen", "kein problem", "keine ursache", "nichts zu danken",
        "viel erfolg", "viel glück", "herzlich willkommen", "willkommen", "alles gute", "schönes wochenende",
    ),
    "reassurance": (
        "keine sorge", "kein stress", "keine eile", "es eilt nicht", "eilt nicht", "lassen sie sich zeit", "lass dir zeit",
        "in ruhe", "wenn es ihnen passt", "wenn es dir passt", "wann immer", "bei gelegenheit", "jederzeit", "ohne druck",
        "wenn es zeitlich passt", "machen sie sich keine", "mach dir keine", "zögern sie nicht",
    ),
    "can_you": (
        "können sie", "kannst du", "könnt ihr", "können wir", "kann ich", "kann jemand", "kann mir", "kann uns", "darf ich",
        "dürfen wir", "würde es", "können sie mir", "können sie uns", "kannst du mir", "geht es",
    ),
    "could_you": (
        "könnten sie", "könntest du", "könntet ihr", "könnten wir", "könnte ich", "könnte jemand", "würden sie", "würdest du",
        "würdet ihr", "dürfte ich", "dürften wir", "dürfte man", "wäre es möglich", "wäre es ihnen möglich",
        "wäre es dir möglich", "wären sie", "wärst du", "wärt ihr", "hätten sie", "hättest du", "hättet ihr",
        "ist es möglich", "macht es ihnen etwas aus", "macht es dir etwas aus", "sehen sie eine möglichkeit",
        "siehst du eine möglichkeit", "wäre das möglich", "würde das gehen",
    ),
    "tentative": (
        "wäre nett", "wäre toll", "wäre schön", "wäre super", "wäre hilfreich", "wäre großartig", "wäre lieb", "wäre dankbar",
        "wären dankbar", "wenn möglich", "falls möglich", "sofern möglich", "nach möglichkeit", "wenn es ihnen nichts ausmacht",
        "wenn es dir nichts ausmacht", "wenn sie könnten", "wenn du könntest", "wenn sie mögen", "wenn du magst",
        "wenn sie zeit haben", "wenn du zeit hast", "so freundlich", "so nett", "so lieb", "so gut",
    ),
    "wish": (
        "würde mich freuen", "würden uns freuen", "würde ich", "würden wir", "ich würde", "wir würden", "ich möchte",
        "wir möchten", "möchte ich", "möchten wir", "ich hätte", "wir hätten", "hätte ich", "hätten wir", "ich hoffe",
        "wir hoffen", "hoffentlich", "frage mich", "fragen uns", "wüsste gern", "wüsste gerne", "wüssten gern",
        "wüssten gerne", "interessiert mich", "interessiert uns", "interessieren", "würde gern", "würde gerne", "neugierig",
        "wollte fragen", "wollte nur fragen", "wollten fragen", "wollten wir fragen",
    ),
    "indirect": (
        "übrigens", "nebenbei", "kurze frage", "kleine frage", "noch eine frage", "eine frage noch", "darf ich fragen",
        "dürfte ich fragen", "wenn ich fragen darf", "nur zur sicherheit", "der vollständigkeit halber", "zum verständnis",
        "zur klärung", "kurz nachfragen", "aus neugier", "nur kurz", "ich wollte nur",
    ),
    "help": (
        "hilfe", "helfen", "hilfst", "hilft", "behilflich", "unterstütz*", "weiterhelfen", "rat", "ratschlag", "tipp",
        "tipps", "hinweis", "empfehlung", "empfehlen", "schwierigkeiten",
    ),
    "ask_detail": (
        "genauer", "näher", "details", "einzelheiten", "beschreib*", "beispiel", "mehr", "etwas mehr", "ausführlicher",
        "konkreter", "nähere", "näheres", "erläutern", "erklären", "schildern", "ergänzen", "mitteilen", "zeigen", "teilen",
        "schicken", "zusenden", "senden", "informationen", "zukommen lassen",
    ),
    "perhaps": ("vielleicht", "eventuell", "möglicherweise", "evtl", "evtl.", "gegebenenfalls", "ggf.", "ggf", "womöglich"),
    "opinion": (
        "ich denke", "denke ich", "ich glaube", "glaube ich", "ich finde", "finde ich", "ich meine", "meine ich",
        "ich vermute", "vermute ich", "ich nehme an", "nehme ich an", "meines erachtens", "meiner meinung nach",
        "meiner ansicht nach", "aus meiner sicht", "soweit ich weiß", "wenn ich richtig verstehe", "ich dachte", "dachte ich",
        "nach meinem verständnis", "m.e.", "aus unserer sicht", "unseres erachtens",
    ),
    "seeming": ("klingt", "scheint", "es sieht so aus", "sieht so aus", "sieht aus", "offenbar", "wirkt", "anscheinend"),
    "presuming": ("scheinen", "scheinst", "angeblich", "vermutlich", "sie scheinen", "du scheinst", "gehe davon aus"),
    "softly": (
        "ein bisschen", "ein wenig", "etwas", "gewissermaßen", "sozusagen", "ungefähr", "in etwa", "eher", "einigermaßen",
        "ein paar", "kurz", "mal", "ein kleines", "eine kleine", "einen kleinen", "relativ",
    ),
    "generalising": ("wahrscheinlich", "normalerweise", "meistens", "gewöhnlich", "in der regel", "üblicherweise", "wohl"),
    "insisting_on_fact": (
        "wirklich", "tatsächlich", "ehrlich gesagt", "im ernst", "ernsthaft", "offensichtlich", "eindeutig", "schließlich",
        "bekanntlich", "ja wohl", "allen ernstes", "eigentlich", "nun mal", "fakt ist", "tatsache ist", "klar ist",
        "wie gesagt", "wie bereits gesagt", "wie ich schon sagte", "doch wohl",
    ),
    "merely": ("nur", "bloß", "lediglich", "einfach"),
    "exactly": ("genau", "exakt"),
    "insisting": (
        "überhaupt", "schon wieder", "immer noch", "noch immer", "endlich", "nochmal", "nochmals", "erneut",
        "ständig", "dauernd", "andauernd", "jemals", "abermals", "zum dritten mal", "zum wiederholten mal",
    ),
    "challenge": (
        "warum haben sie", "warum hast du", "warum habt ihr", "warum sind sie", "warum bist du", "warum machen sie",
        "warum machst du", "warum nicht", "warum nicht einfach", "warum können sie nicht", "warum kannst du nicht",
        "wieso haben sie", "wieso hast du", "wieso habt ihr", "wieso machen sie", "wieso machst du", "was soll das", "was soll",
        "was fällt ihnen ein", "was fällt dir ein", "was ist denn jetzt", "was ist daran", "was ist das problem",
        "was ist ihr problem", "was ist dein problem", "wo ist das problem", "was ist los mit", "wie können sie", "wie kannst du",
        "wie konnten sie", "wie konntest du", "wie kommen sie darauf", "wie kommst du darauf", "wer sagt", "seit wann",
        "glauben sie", "glaubst du", "meinen sie etwa", "meinst du etwa", "denken sie", "denkst du", "haben sie überhaupt",
        "hast du überhaupt", "habt ihr überhaupt", "sind sie sicher", "bist du sicher", "wollen sie mir sagen",
        "willst du mir sagen", "wollen sie etwa", "willst du etwa", "ist ihnen klar", "ist dir klar", "nichts zu tun",
        "was hat das", "was genau", "wird das noch was", "und was soll", "na und", "ist das so schwer", "geht's noch",
    ),
    "negative_question": (
        "haben sie nicht", "hast du nicht", "habt ihr nicht", "können sie nicht", "kannst du nicht", "könnt ihr nicht",
        "wissen sie nicht", "weißt du nicht", "sehen sie nicht", "siehst du nicht", "wollen sie nicht", "willst du nicht",
        "ist das nicht", "sollten sie nicht", "solltest du nicht", "müssten sie nicht", "müsstest du nicht", "sind sie nicht",
        "bist du nicht", "haben sie denn", "hast du denn", "können sie denn", "kannst du denn", "lesen sie nicht",
    ),
    "asking_why": ("warum", "wieso", "weshalb", "wozu", "weswegen"),
    "duty": (
        "sie müssen", "du musst", "ihr müsst", "müssen sie", "musst du", "müsst ihr", "sie sollten", "du solltest",
        "ihr solltet", "sie sollen", "du sollst", "sie haben zu", "ihre pflicht", "deine aufgabe", "ihre aufgabe",
        "verpflichtet", "muss sofort", "muss jetzt", "sie hätten", "du hättest", "hat zu erfolgen", "sorgen sie dafür",
        "sorg dafür", "sehen sie zu", "sieh zu",
    ),
    "denial": (
        "haben sie immer noch nicht", "sie haben nicht", "du hast nicht", "ihr habt nicht", "sie können nicht",
        "du kannst nicht", "sie haben es versäumt", "sie haben vergessen", "du hast vergessen", "ihr habt vergessen",
        "sie ignorieren", "du ignorierst", "sie verstehen nicht", "du verstehst nicht", "beantwortet nicht",
        "nicht beantwortet", "sie haben offenbar nicht", "du hast offenbar nicht", "nicht gelesen", "nicht zugehört",
    ),
    "your_intention": ("wollen sie", "willst du", "wollt ihr", "versuchen sie", "versuchst du", "haben sie vor", "hast du vor"),
    "criticism": (
        "falsch*", "schlecht*", "unklar*", "unsinn*", "quatsch", "blödsinn", "dumm*", "lächerlich*", "nutzlos*", "sinnlos*",
        "schrecklich*", "furchtbar*", "zeitverschwendung", "fehlerhaft*", "peinlich*", "inakzeptabel*", "nicht akzeptabel",
        "unverschämt*", "frechheit", "zumutung", "enttäusch*", "unfähig*", "inkompeten*", "schlampig*", "nachlässig*", "unmöglich",
        "saftladen", "witz", "unbrauchbar*", "mangelhaft*", "unprofessionell*", "katastroph*", "idiot*", "faul*", "unsäglich*",
        "keine lust", "das geht gar nicht", "geht gar nicht", "so nicht", "nicht gut genug", "ärgerlich*", "unzumutbar*", "absurd*",
        "wirr*", "unverständlich*", "ungenügend*", "bescheuert*", "blöd*", "doof*", "mist", "skandal*", "unerhört*",
    ),
    "demand": (
        "sofort", "umgehend", "unverzüglich", "gefälligst", "ich erwarte", "wir erwarten", "erwarte ich", "erwarten wir",
        "ich verlange", "wir verlangen", "verlange ich", "verlangen wir", "ich fordere", "wir fordern", "fordere ich",
        "fordern wir", "ich bestehe", "wir bestehen", "ihre schuld", "deine schuld", "ihr problem", "dein problem", "ihr fehler",
        "dein fehler", "hören sie auf", "hör auf", "auf der stelle", "ohne wenn und aber", "keine ausreden", "noch heute",
        "asap", "jetzt sofort", "aber schnell", "ein bisschen plötzlich", "spätestens", "letzte mahnung", "zum letzten mal",
    ),
    "refusing": ("nein", "nichts", "niemand", "nie", "niemals", "nirgends", "nö", "nee", "keinesfalls", "keineswegs"),
    "negating": ("nicht",),
    "third_parties": ("leute", "irgendjemand", "irgendwer", "die anderen"),
    "yourself": ("selber", "ihre eigene", "ihre eigenen", "deine eigene", "deine eigenen"),
    "disclosure": (
        "ich habe versucht", "habe ich versucht", "wir haben versucht", "ich versuche", "wir versuchen", "ich habe", "wir haben",
        "ich bin", "wir sind", "ich war", "bin ich", "nicht sicher", "unsicher", "weiß nicht", "keine ahnung", "mein fehler",
        "unser fehler", "meine schuld", "übersehe ich", "übersehe", "habe ich übersehen", "ich brauche", "wir brauchen",
        "ich benötige", "wir benötigen", "ich bräuchte", "wir bräuchten", "ich kenne mich", "missverstanden", "neu hier",
    ),
    "existence": ("gibt es", "besteht die möglichkeit", "irgendeine", "irgendein", "irgendwelche", "eine möglichkeit"),
    "understanding": ("meinen sie", "meinst du", "meint ihr", "verstehe ich richtig", "habe ich richtig verstanden", "meintest du", "meinten sie"),
    "suggesting_check": (
        "prüfen", "nachsehen", "nachschauen", "schauen sie", "schau mal", "sehen sie sich", "sieh dir", "anschauen", "ansehen",
        "haben sie schon", "hast du schon", "habt ihr schon", "haben sie versucht", "hast du versucht", "geben sie bescheid",
        "gib bescheid", "bescheid geben", "sagen sie bescheid", "lassen sie mich wissen", "lass mich wissen", "rückmeldung",
    ),
    "choosing": ("oder", "entweder", "ob", "alternativ", "lieber", "wahlweise"),
    "flung_back": ("was ?", "warum ?", "wieso ?", "weshalb ?", "wie ?", "wer ?", "wo ?", "wann ?", "wozu ?", "na und ?"),
    "emphasis": (
        "=NICHT", "=KEIN", "=KEINE", "=KEINEN", "=NIE", "=NIEMALS", "=NICHTS", "=ALLE", "=ALLES", "=WARUM", "=WAS", "=WIE",
        "=WANN", "=IMMER", "=JETZT", "=SOFORT", "=ENDLICH", "=MUSS", "=MÜSSEN", "=SEHR", "=DAS", "=JEDEN", "=WIRKLICH", "=NUR",
    ),
    "explaining": (
        "wenn", "falls", "sofern", "weil", ", da", "da der", "da die", "da das", "da wir", "da ich", "da es", ", denn",
        "deshalb", "daher", "damit", "zum beispiel", "z.b.", "beispielsweise", "etwa", "aber", "jedoch", "allerdings",
        "obwohl", "sodass", "somit", "zumal",
    ),
}  # fmt: skip

OPENINGS = {
    "asks_openly": (
        "ist", "sind", "war", "waren", "hat", "haben", "hast", "habt", "hatte", "hatten", "gibt", "bist", "seid", "geht",
        "funktioniert", "passt", "meinen", "meinst", "gilt", "kommt",
    ),
    "asks_can": (
        "kann", "können", "kannst", "könnt", "könnte", "könnten", "könntest", "könntet", "würde", "würden", "würdest",
        "würdet", "darf", "dürfen", "dürfte", "dürften", "soll", "sollen", "wäre", "wären", "wärst", "hätten", "hättest",
    ),
    "asks_wh": ("was", "wie", "wer", "wen", "wem", "wo", "wann", "welche", "welcher", "welches", "welchen", "wohin", "woher"),
    "asks_why_first": ("warum", "wieso", "weshalb", "wozu", "weswegen"),
    "suggests": ("wie wäre", "wie wär's", "was halten", "was hältst", "lassen sie uns", "lass uns", "versuchen sie"),
    "opens_abruptly": ("und", "aber", "also", "dann", "na", "tja", "doch", "jedoch", "ach", "so", "oh"),
    "opens_you": ("sie haben", "sie sind", "sie können", "du hast", "du bist", "du kannst", "ihr habt", "dein*", "du"),
    "opens_i": ("ich", "wir"),
    "opens_greeting": ("hallo", "hi", "hey", "guten morgen", "guten tag", "guten abend", "moin", "servus", "grüß gott"),
    "opens_no": ("nein", "nö", "nee", "nicht", "falsch", "nie"),
}  # fmt: skip

CATEGORIES = {f"polite:{name}": entries for name, entries in (STRATEGIES | OPENINGS).items()}
