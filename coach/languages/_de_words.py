"""German word lists, curated for business mail; `lexicon.py` says how entries are written.

The nine function-word categories follow the idea of Ireland & Pennebaker 2010 (LSM).
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
