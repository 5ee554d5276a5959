"""German words and turns by which people can be told apart; general language only, no topics (own selection).

Which of them tell how much is learned by bench/learn_baseline.py and stands in baseline.json.
"""

from __future__ import annotations

from coach.wording import Choices, Habits, Phrases

HABITUAL_WORDS = frozenset(
    """
    ich mich mir mein meine meinen meinem meiner du dich dir dein deine deinen deiner er ihn ihm sein seine seinen sie
    ihr ihre ihren ihrem ihrer ihnen wir uns unser unsere unseren euch euer eure es man sich jemand niemand einer eine
    dies das der die den dem des dieser diese dieses diesen diesem jener solche welche welcher was wer wem wen etwas
    nichts alles alle allen nix irgendwas irgendwie irgendwann sowas
    ein einen einem eines kein keine keinen keinem nicht nie niemals weder ohne nein ja doch jawohl nee
    bin bist ist sind seid war waren wäre wären gewesen habe hab hast hat haben habt hatte hatten hätte hätten gehabt
    werde wirst wird werden würde würden wurde wurden worden kann kannst können könnt konnte konnten könnte könnten
    könnten muss müssen musste müsste soll sollen sollte sollten will wollen wollte wollten möchte möchten mag darf
    dürfen dürfte lassen lass
    sehr so nur noch schon auch mal halt eben ja wohl aber jedoch dennoch trotzdem allerdings denn weil da obwohl
    während wenn falls ob dass als wie bevor nachdem sobald bis seit damit sodass sondern und oder sowie bzw
    hier dort da dann jetzt nun heute morgen gestern bald gleich später früher immer oft manchmal meist meistens
    selten wieder bereits gerade eigentlich vielleicht wahrscheinlich wohl sicher sicherlich bestimmt natürlich
    selbstverständlich leider hoffentlich gern gerne lieber besser ganz ziemlich recht etwa ungefähr circa ca fast
    genau eher besonders vor allem überhaupt jedenfalls übrigens außerdem zudem ferner somit daher deshalb deswegen
    darum also schließlich endlich zunächst zuerst einfach total echt wirklich voll super toll klasse prima schön
    gut gute guten nett okay ok klar einig einige einigen viel viele vielen mehr weniger wenig meisten paar bisschen
    beide beiden jeder jede jedes jeden mehrere verschiedene andere anderen anders weitere weiteren einzige selbst
    in im an am auf aus bei beim mit nach von vom vor zu zum zur für durch gegen um über unter zwischen hinter neben
    wegen trotz laut bezüglich hinsichtlich gemäß entsprechend statt anstatt innerhalb außer
    bitte danke dank vielen sorry entschuldigung hallo hi liebe lieber anbei hiermit hierzu dazu dafür davon daran
    darauf darüber dabei dagegen darin daraus hierbei wobei wofür woran worauf
    gibt geht geben gehen kommt kommen macht machen mache gemacht sagt sagen sage gesagt weiß wissen denke denken
    glaube glauben finde finden hoffe hoffen freue freuen wünsche wünschen bräuchte brauche brauchen suche suchen
    nehme nehmen sehe sehen schaue schauen schreibe schreiben bekomme bekommen erhalten erhalte melde melden meldet
    melde teile mitteilen bestätige bestätigen bitten bitte danke sende senden schicke schicken übersende klappt passt
    scheint steht liegt bleibt heißt läuft funktioniert
    frage fragen problem probleme zeit tag tage woche mal male sache sachen grund fall teil leute ende idee
    mfg lg vg zb evtl ggf usw etc asap
    """.split()
)

TURNS = tuple(
    line.strip()
    for line in """
    ich bin | ich habe | ich hab | ich hatte | ich werde | ich würde | ich kann | ich könnte | ich möchte | ich muss
    ich will | ich denke | ich glaube | ich hoffe | ich weiß | ich finde | ich bitte | ich freue | ich war | habe ich
    hab ich | bin ich | kann ich | würde ich | werde ich | möchte ich | wir haben | wir sind | wir werden | wir können
    wir würden | haben wir | können wir | werden wir | können sie | könnten sie | haben sie | sind sie | bitten wir
    kannst du | könntest du | hast du | bist du | hättest du | dass du | dass ich | dass sie | dass es | dass die
    wenn ich | wenn du | wenn sie | wenn es | ob ich | ob sie | ob du | es ist | es gibt | es wäre | es war | das ist
    das war | das wäre | ist das | ist es | gibt es | gibt's | geht's | war das | es sich | sich die | in der
    in den | in die | an der | an die | auf der | auf die | auf den | aus der | bei der | mit der | mit dem | mit den
    mit einem | mit einer | von der | von den | für die | für das | für den | für ihre | für deine | für eine | zu den
    um die | über die | nach der | und die | und das | und ich | und zwar | und dann | und wir | aber ich | aber die
    aber das | oder so | oder ob | als auch | sowie die | so dass | so ein | so weit | wie ich | wie die | was ich
    nicht mehr | nicht so | noch nicht | noch ein | noch eine | auch nicht | auch noch | schon mal | noch mal | erst mal
    mal wieder | immer noch | immer wieder | gar nicht | gar kein | ja auch | doch noch | halt so | ein paar
    ein bisschen | ein wenig | vor allem | zum beispiel | in ordnung | auf jeden | im voraus | vielen dank | danke für
    herzlichen dank | besten dank | dank für | bitte um | zur verfügung | in verbindung | wäre es | wäre schön
    wäre nett | nach wie | nur noch | bis dann | so bald | sobald wie | zu können | zu haben | zu sein | zu machen
    also ich | na ja | , dass | , ob | , weil | , da | , aber | , und | , wenn | , die | , das | , der | , ich | , wie
    , was | , sondern | , denn | , damit | , so | , oder | ja , | also , | leider , | so ,
    """.replace("\n", "|").split("|")
    if line.strip()
)

# What is chosen where either would do: the first of each pair is what is counted, out of both together.
CHOICES = (
    ("ok", "okay"), ("hab", "habe"), ("gibt's", "gibt es"), ("geht's", "geht es"), ("gern", "gerne"),
    ("danke", "vielen dank"), ("dank", "danke"), ("vielleicht", "eventuell"), ("aber", "jedoch"),
    ("aber", "allerdings"), ("weil", "da"), ("denn", "weil"), ("deshalb", "daher"), ("deswegen", "daher"),
    ("auch", "ebenfalls"), ("außerdem", "zudem"), ("schon", "bereits"), ("gleich", "sofort"), ("bald", "demnächst"),
    ("jetzt", "nun"), ("bekommen", "erhalten"), ("schicken", "senden"), ("sagen", "mitteilen"),
    ("brauchen", "benötigen"), ("wegen", "bezüglich"), ("wenn", "falls"), ("ganz", "sehr"), ("echt", "wirklich"),
    ("total", "sehr"), ("ziemlich", "recht"), ("etwa", "circa"), ("ungefähr", "circa"), ("ca", "circa"),
    ("man", "wir"), ("ich", "wir"), ("mein", "unser"), ("kann", "könnte"), ("können", "könnten"), ("will", "möchte"),
    ("muss", "sollte"), ("machen", "tun"), ("anfangen", "beginnen"), ("kriegen", "bekommen"), ("gucken", "schauen"),
    ("nochmal", "noch einmal"), ("noch mal", "noch einmal"), ("so dass", "sodass"), ("an sich", "eigentlich"),
    ("natürlich", "selbstverständlich"), ("nur", "lediglich"), ("wohl", "wahrscheinlich"), ("sicher", "bestimmt"),
    ("irgendwie", "etwa"), ("dabei", "anbei"), ("e-mail", "mail"), ("email", "e-mail"), ("zb", "zum beispiel"),
    ("z.b.", "zum beispiel"), ("usw", "etc"), ("bzw", "oder"), ("mal", "einmal"), ("nix", "nichts"),
    ("dass", "daß"), ("muss", "muß"), ("grüße", "gruesse"), ("für", "fuer"), ("über", "ueber"), ("ss", "ß"),
    ("2", "zwei"), ("3", "drei"), ("sorry", "entschuldigung"), ("freue", "freuen"), ("asap", "schnellstmöglich"),
    ("melde mich", "komme auf sie zu"), ("klappt", "funktioniert"), ("super", "sehr gut"), ("toll", "schön"),
)  # fmt: skip

OPENERS = frozenset(
    """ich wir sie du es das die der den dies dieser diese hier heute morgen gestern leider vielen danke dank bitte
    anbei im in am an auf aus bei mit nach von für um zu zum zur wenn falls da weil als wie was wer wo wann warum
    können könnten kannst könntest haben hast hat ist sind war gibt wäre würden gerne gern also aber und oder auch noch
    nun jetzt dann so ja nein ok okay klar gut schön super hoffentlich vielleicht eigentlich bezüglich wegen hiermit
    man mein meine unser unsere ihr ihre dein deine ein eine einen es alles lass lassen melde freue""".split()
)

SALUTATION = frozenset(
    """
    hallo hi hey moin servus grüß gott sehr geehrte geehrter geehrtes verehrte verehrter werte werter geschätzte liebe
    lieber liebes lieben guten gute tag morgen abend nachmittag freundlich freundlichen freundlichem freundliche
    grüßen grüße gruß gruss grüsse grüssen gruessen gruesse viele vielen beste besten bestem herzliche herzlichen
    herzlichem herzlichst schöne schönen schönes sonnige sonnigen lg vg glg mfg bg danke dank voraus vorab nochmals
    nochmal wochenende woche bald tschüss ciao hochachtungsvoll verbleibe verbleiben alles frohe
    """.split()
)

HABITS = Habits(Phrases(HABITUAL_WORDS), Phrases(TURNS), Choices(CHOICES), OPENERS, SALUTATION)
