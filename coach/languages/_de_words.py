"""German word lists, curated for business mail; `lexicon.py` says how entries are written.

The nine function-word categories follow the idea of Ireland & Pennebaker 2010 (LSM); politeness strategies
follow the idea of Danescu-Niculescu-Mizil et al. 2013, with German wording of our own.
"""

from __future__ import annotations

FUNCTION_WORDS = {
    "personal_pronouns": """ich mich mir meiner du dich dir deiner er ihn ihm sie ihr ihnen wir uns unser euch
        mein meine meinen meinem meines dein deine deinen deinem deines sein seine seinen seinem seiner seines
        ihre ihren ihrem ihrer ihres unsere unseren unserem unserer unseres euer eure euren eurem eurer""",
    "impersonal_pronouns": """es das dies dieser diese dieses diesen diesem jener jene jenes jenen jenem man etwas
        nichts jemand jemanden jemandem niemand niemanden wer wen wem was welcher welche welches welchen welchem
        selbst selber sich derjenige diejenige dasjenige dasselbe dieselbe derselbe irgendetwas irgendwas
        irgendjemand einer eines dessen deren denen""",
    "articles": "der die das den dem des ein eine einen einem einer eines",
    "auxiliary_verbs": """bin bist ist sind seid war warst waren wart sei seien wäre wären wärst gewesen sein habe hast
        hat haben habt hatte hattest hatten hätte hätten hättest gehabt hab werde wirst wird werden werdet wurde
        wurden würde würden würdest worden geworden kann kannst können könnt konnte konnten könnte könnten könntest
        muss musst müssen müsst musste mussten müsste müssten soll sollst sollen sollte sollten will willst wollen
        wollte wollten darf darfst dürfen durfte durften dürfte dürften mag mögen möchte möchten möchtest""",
    "common_adverbs": """auch noch schon nur sehr so da dann hier dort heute morgen gestern jetzt nun immer wieder mehr
        gerne gern bereits leider natürlich eigentlich wohl ja doch mal eben halt etwa fast ganz gar zwar dabei dazu
        darüber davon dafür damit daran darauf daraus hierzu hierfür zudem außerdem sonst bald gleich sofort oft
        manchmal nie niemals vielleicht wahrscheinlich hoffentlich sicherlich trotzdem deshalb daher deswegen
        allerdings jedoch übrigens weiterhin insbesondere zunächst danach vorher nochmals nochmal""",
    "prepositions": """in im ins an am ans auf aufs aus außer bei beim bis durch für fürs gegen hinter mit nach neben
        ohne seit trotz über um unter unterm unters vom von vor vorm wegen während zu zum zur zwischen laut gemäß
        bezüglich hinsichtlich anlässlich gegenüber innerhalb außerhalb statt anstatt ab binnen entsprechend mittels""",
    "conjunctions": """und oder aber denn sondern sowie weder noch entweder dass weil da wenn falls ob als wie obwohl
        während bevor nachdem damit sodass bis seit sobald solange sofern indem soweit beziehungsweise bzw. bzw""",
    "negations": """nicht kein keine keinen keinem keiner keines nie niemals nichts niemand nirgends nirgendwo weder
        ohne nein keinesfalls keineswegs nee nö""",
    "quantifiers": """alle allen aller alles allem viel viele vielen vieler vieles wenig wenige wenigen weniger mehr mehrere
        mehreren einige einigen einiger einiges manche manchen jeder jede jedes jeden jedem beide beiden beides
        sämtliche sämtlichen etwas genug paar bisschen meiste meisten zahlreiche zahlreichen
        kaum einzelne einzelnen""",
}

I_WORDS = "ich mich mir mein meine meinen meinem meiner meines"
WE_WORDS = "wir uns unser unsere unseren unserem unserer unseres"
DU_WORDS = """du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer eures dirs
    kannst hast bist willst musst möchtest könntest würdest wirst weißt hättest wärst sollst darfst magst"""
SIE_WORDS = ("=Sie", "=Ihnen", "=Ihr", "=Ihre", "=Ihren", "=Ihrem", "=Ihrer", "=Ihres")

GRATITUDE = (
    "danke", "dankeschön", "vielen dank", "herzlichen dank", "besten dank", "recht herzlichen dank", "tausend dank",
    "lieben dank", "dankbar", "bedanke mich", "bedanken uns", "bedanken wir", "danke ich", "danken wir", "dankend",
    "ich danke", "wir danken", "dank im voraus", "dank vorab", "merci",
)  # fmt: skip
PLEASE = ("bitte", "bitten", "gebeten", "bitte ich", "ich bitte", "wir bitten")
APOLOGY = (
    "entschuldigung", "entschuldigen", "entschuldige", "sorry", "tut mir leid", "tut uns leid", "bedauere", "bedauern",
    "bedaure", "verzeihung", "verzeihen", "um nachsicht", "pardon", "leid tut",
)  # fmt: skip
SOFTENERS = (
    "könnten sie", "könntest du", "könntet ihr", "könnten wir", "würden sie", "würdest du", "dürfte ich", "dürften wir",
    "wäre es möglich", "wären sie", "wärst du", "hätten sie", "hättest du", "wäre nett", "wäre toll", "wäre schön",
    "wäre super", "wäre dankbar", "wären dankbar", "wäre ihnen", "würde mich freuen", "würden uns freuen",
    "ich würde", "wir würden", "ich möchte", "wir möchten", "ich hätte", "wir hätten", "möchte ich", "möchten wir",
    "gegebenenfalls", "bei gelegenheit", "wenn möglich", "falls möglich", "sofern möglich", "nach möglichkeit",
    "so freundlich", "so nett", "so lieb", "wenn es ihnen", "wenn es dir", "gern*",
)  # fmt: skip
DEFERENCE = (
    "hervorragend", "ausgezeichnet", "gute arbeit", "gute idee", "großartig", "wir schätzen", "ich schätze",
    "freue mich", "freuen uns", "freut mich", "freut uns", "freundlicherweise", "höflich", "ehre", "vertrauen",
    "geschätzt*", "wertvoll*",
)  # fmt: skip
BLUNT = (
    "sofort", "umgehend", "unverzüglich", "endlich", "schon wieder", "unmöglich", "frechheit", "unverschämt*",
    "lächerlich*", "inakzeptabel", "nicht akzeptabel", "erwarte", "erwarten wir", "verlange*", "fordere", "gefälligst",
    "was soll das", "das geht gar nicht", "zumutung", "saftladen", "wird das noch was", "keine lust",
)  # fmt: skip
HEDGES = (
    "vielleicht", "eventuell", "möglicherweise", "wohl", "eher", "etwa", "ungefähr", "circa", "ca.", "wahrscheinlich",
    "vermutlich", "eigentlich", "irgendwie", "ein bisschen", "ein wenig", "glaube ich", "ich glaube", "denke ich",
    "ich denke", "ich meine", "meines erachtens", "meiner meinung nach", "unter umständen", "gegebenenfalls", "scheint",
    "scheinbar", "anscheinend", "könnte", "könnten", "dürfte", "dürften", "mehr oder weniger", "relativ", "ziemlich",
    "sozusagen", "grundsätzlich", "tendenziell", "ggf.",
)  # fmt: skip
BOOSTERS = (
    "absolut", "definitiv", "garantiert", "auf jeden fall", "auf keinen fall", "unbedingt", "völlig", "total",
    "komplett", "extrem", "wirklich", "natürlich", "selbstverständlich", "sicher", "bestimmt", "zweifellos",
    "eindeutig", "klar", "immer", "niemals", "überhaupt", "mega", "super", "echt", "unglaublich", "besonders",
    "außerordentlich", "höchst", "sehr",
)  # fmt: skip
INFORMAL = (
    "ok", "okay", "klar", "super", "toll", "mega", "cool", "krass", "geil", "prima", "klasse", "spitze", "hey", "na",
    "halt", "eben", "mal", "eh", "nix", "ne", "nee", "nö", "jo", "jep", "yep", "tja", "ach", "oh", "hm", "haha", "lol",
    "sorry", "bisschen", "rum", "raus", "rein", "rauf", "runter", "rüber", "ran", "grad", "bloß", "echt", "total",
    "kriegen", "kriege", "kriegt", "kriegst", "gekriegt", "checken", "check", "passt", "läuft", "klappt", "quatsch",
    "kram", "zeug", "sachen", "ding", "dings", "leute", "jungs", "mädels", "kumpel", "moin", "servus", "tschüss",
    "ciao", "bis dann", "bis denne", "drauf", "dran", "drin", "drum", "dafür mal", "irgendwie", "irgendwas", "keine ahnung",
    "kein ding", "kein stress", "alles klar", "alles gut", "hab", "hätt", "gibts", "gehts", "ists", "habs", "wärs",
    "könnts", "machs", "wirds", "fürs erste", "n", "nen", "ner", "mach", "guck*", "schau mal", "spinnt", "blöd*",
    "doof*", "mist", "verdammt", "lg", "vg", "mfg", "glg", "hdl", "asap", "wow", "yeah", "jaja", "supi", "danke dir",
    "hammer", "nice",
)  # fmt: skip
FORMAL = (
    "bezüglich", "hinsichtlich", "betreffend", "anbei", "beigefügt*", "hiermit", "hierzu", "hierfür", "diesbezüglich",
    "gemäß", "entsprechend", "zwecks", "mittels", "seitens", "infolge", "aufgrund", "ferner", "zudem", "jedoch",
    "demnach", "somit", "sofern", "sowie", "beziehungsweise", "insbesondere", "gegebenenfalls", "unverzüglich",
    "umgehend", "freundlicherweise", "höflich*", "mitteilen", "mitgeteilt", "mitzuteilen", "übersenden", "übersandt*",
    "zukommen", "erhalten", "ersuchen", "erbitten", "gestatten", "ermöglichen", "gewährleisten", "veranlassen",
    "vereinbaren", "vereinbarung*", "vereinbart*", "unterbreiten", "zur verfügung", "in kenntnis", "zur kenntnis",
    "in anspruch", "zum ausdruck", "kenntnisnahme", "rücksprache", "rückmeldung", "rückfragen", "unterlagen", "sachverhalt*",
    "angelegenheit*", "anliegen", "verständnis", "voraussetzung*", "berücksichtig*", "erforderlich*", "vorliegend*",
    "nachfolgend*", "vorgenannt*", "selbstverständlich", "sehr geehrte", "sehr geehrter", "verbleiben", "verbleibe",
    "hochachtungsvoll", "im voraus", "bedanken", "ebenfalls", "daher", "dementsprechend", "zuständig*", "durchführ*",
    "erfolgen", "erfolgt", "erfolgte", "vornehmen", "vorgenommen", "begleichen", "beanstand*", "stellungnahme",
)  # fmt: skip
WARM = (
    "freue", "freuen", "freut", "freude", "gefreut", "herzlich*", "lieb*", "gern*", "schön*", "wunderbar*", "toll*",
    "nett*", "freundlich*", "dank*", "glücklich*", "angenehm*", "großartig*", "super", "prima", "klasse", "liebe grüße",
    "alles gute", "gute besserung", "viel erfolg", "viel spaß", "drücke die daumen", "drücken die daumen", "zusammen",
    "gemeinsam*", "vertrau*", "verständnis", "hoffe", "hoffen", "hoffentlich", "wünsch*", "genießen", "genieß*",
    "begeister*", "lächel*", "lachen", "fantastisch*", "perfekt*", "feier*", "familie", "wochenende", "urlaub",
    "erhol*", "gesund*", "geburtstag*", "willkommen",
)  # fmt: skip
NEGATIVE = (
    "ärger*", "geärgert", "verärgert", "enttäuscht*", "enttäusch*", "leider", "schlecht*", "problem*", "fehler*",
    "defekt*", "kaputt*", "falsch*", "beschwer*", "reklam*", "mangel*", "mängel*", "verspät*", "verzöger*", "unzufrieden*",
    "unmöglich", "inakzeptabel", "unverschämt*", "frechheit", "wütend*", "sauer", "frust*", "schaden", "schäden",
    "ausfall*", "ausgefallen", "stillstand*", "warten", "gewartet", "vergeblich", "vergessen", "mahnung*", "kündig*",
    "anwalt", "nerv*", "stört", "störung*", "schlimm*", "katastroph*", "zumutung", "versäum*", "nachlässig*",
    "unzuverlässig*", "peinlich*", "sorge*", "besorgt*", "befürcht*", "traurig*",
)  # fmt: skip

TELLING_WORDS = """der die das und ich nicht ist zu den mit sie es ein eine auf für von dem im sich des wir auch bei haben hat uns
    ihnen ihre ihr wie noch wird sind oder aber wenn dass kann nur nach werden mir mich bitte danke hallo grüße
    grüßen gruß freundlichen geehrte geehrter liebe lieber dir du dich dein bis zum zur vom am über morgen heute
    gerne schon mal war habe würde könnte können möchte vielen dank moin servus ja nein wer wann wo warum was passt
    klar kein keine leider""".split()
