"""German words that say the same more loosely or more formally; `register_words.py` says how a line is written.

Curated: a pair is in only where it keeps case and gender, so that no other word must change with it.
"""

from __future__ import annotations

import re

from coach.register_words import RegisterWords, swaps

LOOSER = """
benötige/benötigst/benötigt:VV(FIN)/benötigen/benötigte/benötigten/benötigt:VV(PP) = brauche/brauchst/braucht/brauchen/brauchte/brauchten/gebraucht | tag: V
erhalte/erhältst/erhält/erhalten/erhielt/erhielten = bekomme/bekommst/bekommt/bekommen/bekam/bekamen | tag: V | never before: gut | never next: bleiben bleibt geblieben | unless: aufrecht
übersende/übersendet:VV(FIN)/übersenden/übersandte/übersandten/übersandt/übersendet = schicke/schickt/schicken/schickte/schickten/geschickt/geschickt | tag: V
versende/versendet:VV(FIN)/versenden/versandt/versendet = verschicke/verschickt/verschicken/verschickt/verschickt | tag: V
sende/sendest/sendet:VV(FIN)/senden/gesendet/gesandt = schicke/schickst/schickt/schicken/geschickt/geschickt | tag: V | unless: sender signal frequenz
zusenden/zugesandt/zugesendet/zuzusenden = zuschicken/zugeschickt/zugeschickt/zuzuschicken | tag: V
zurücksenden/zurückgesandt/zurückgesendet/zurückzusenden = zurückschicken/zurückgeschickt/zurückgeschickt/zurückzuschicken | tag: V
einsenden/eingesandt/eingesendet/einzusenden = einschicken/eingeschickt/eingeschickt/einzuschicken | tag: V
absenden/abgesandt/abgesendet/abzusenden = abschicken/abgeschickt/abgeschickt/abzuschicken | tag: V
retournieren/retourniert:VV(PP) = zurückschicken/zurückgeschickt | tag: V
mitgeteilt:VV(PP)/mitzuteilen = gesagt/zu sagen | unless: hiermit schriftlich
mitteilen:VV(INF) = sagen | unless: hiermit schriftlich
beginnen:VV(INF)/begonnen:VV(PP) = anfangen/angefangen
begleiche/begleicht:VV(FIN)/begleichen/beglichen:VV(PP) = bezahle/bezahlt/bezahlen/bezahlt | tag: V
vereinbaren:VV(INF)/vereinbart:VV(PP)/zu vereinbaren = ausmachen/ausgemacht/auszumachen | unless: vertraglich
beabsichtige/beabsichtigst/beabsichtigt:VV(FIN)/beabsichtigen = plane/planst/plant/planen | tag: V
erwerben:VV(INF)/erworben:VV(PP) = kaufen/gekauft | unless: kenntnisse wissen erfahrung recht rechte fähigkeiten anspruch zertifikat
modifizieren/modifiziert:VV(PP)/modifiziert:VV(FIN) = ändern/geändert/ändert | tag: V
nachsenden/nachgesandt/nachzusenden = nachschicken/nachgeschickt/nachzuschicken | tag: V
defekt/defekte/defekter/defekten/defektes/defektem = kaputt/kaputte/kaputter/kaputten/kaputtes/kaputtem | tag: ADJ
erforderlich/erforderliche/erforderlichen/erforderlicher/erforderliches/erforderlichem = nötig/nötige/nötigen/nötiger/nötiges/nötigem | tag: ADJ
notwendig/notwendige/notwendigen/notwendiger/notwendiges/notwendigem = nötig/nötige/nötigen/nötiger/nötiges/nötigem | tag: ADJ
korrekt/korrekte/korrekten/korrekter/korrektes/korrektem = richtig/richtige/richtigen/richtiger/richtiges/richtigem | tag: ADJ | never before: politisch
inkorrekt/inkorrekte/inkorrekten/inkorrekter/inkorrektes = falsch/falsche/falschen/falscher/falsches | tag: ADJ
unzutreffend/unzutreffende/unzutreffenden = falsch/falsche/falschen | tag: ADJ
zügig/zügige/zügigen/zügiger/zügiges = schnell/schnelle/schnellen/schneller/schnelles | tag: ADJ
rasch/rasche/raschen/rascher/rasches = schnell/schnelle/schnellen/schneller/schnelles | tag: ADJ | unless: schnell
kostenfrei/kostenfreie/kostenfreien/kostenfreier/kostenfreies = kostenlos/kostenlose/kostenlosen/kostenloser/kostenloses | tag: ADJ
kostengünstig/kostengünstige/kostengünstigen/kostengünstiger/kostengünstiges = günstig/günstige/günstigen/günstiger/günstiges | tag: ADJ
erfreulich/erfreuliche/erfreulichen/erfreuliches = schön/schöne/schönen/schönes | tag: ADJ
bedauerlich = schade | ends | unless: sehr äußerst überaus höchst
derartige/derartigen/derartiger/derartiges/derartigem = solche/solchen/solcher/solches/solchem
zahlreiche/zahlreichen/zahlreicher = viele/vielen/vieler | unless: gruß grüße
diverse/diversen/diverser = einige/einigen/einiger | never before: die den der ihre ihren meine unsere unseren
sämtliche/sämtlichen/sämtlicher = alle/allen/aller | never before: die den der ihre ihren ihrer meine meinen unsere unseren
geeignete/geeigneten/geeigneter/geeignetes = passende/passenden/passender/passendes | tag: ADJ
adäquate/adäquaten/adäquater/adäquates = passende/passenden/passender/passendes | tag: ADJ
umgehend/unverzüglich/schnellstmöglich = gleich/sofort/so schnell wie möglich | tag: ADJ(D) ADV
lediglich = nur | never before: nicht
bereits = schon | never before: jetzt
stets = immer
derzeit = im Moment
momentan = gerade | inside
vorab = schon mal
überdies/ferner/zudem = außerdem | never next: COMMA : | never before: und
nunmehr = jetzt
nun = jetzt | inside | never next: ja gut mal denn einmal COMMA auch wirklich | never before: was wenn ob von
zeitnah/zeitnahe = bald/bald | tag: ADJ(D) ADV | never before: so möglichst sehr
demnächst = bald
kürzlich = neulich
sodann = dann
somit = damit | never next: COMMA
folglich/demzufolge/infolgedessen/demnach = deshalb | never next: COMMA
daher = deshalb | never before: von | never next: COMMA
jedoch = aber | inside | never before: COMMA ; und – - : doch | never next: COMMA aber
dennoch/nichtsdestotrotz/gleichwohl/nichtsdestoweniger = trotzdem | never next: COMMA | unless: obwohl
sofern = wenn | never before: nur
obgleich/obschon/wenngleich = obwohl
sowie = und | inside | never before: COMMA | never next: ich wir er sie es das | unless: sobald
beziehungsweise = oder
insbesondere = vor allem
hauptsächlich/vornehmlich/vorwiegend = vor allem | tag: ADV ADJ(D)
ausschließlich = nur | tag: ADV ADJ(D) | never before: nicht fast
nahezu/annähernd = fast
überaus/äußerst/höchst = sehr | next tag: ADJ ADV
mehrfach = mehrmals | tag: ADJ(D) ADV
erneut/nochmals = noch mal | tag: ADJ(D) ADV
eventuell/möglicherweise = vielleicht | tag: ADJ(D) ADV
selbstverständlich = natürlich | tag: ADJ(D) ADV | never before: ist als nicht war | unless: finde finden findet halte halten
keinesfalls = auf keinen Fall
bislang = bisher
zunächst = erst mal | never next: einmal
zuerst = erst mal | never before: wer was
letztlich/letztendlich = am Ende
hierfür/hierzu/hierbei/hiervon/hieraus = dafür/dazu/dabei/davon/daraus
hierüber/hierauf/hieran/hierdurch/hierin/hiernach = darüber/darauf/daran/dadurch/darin/danach
diesbezüglich = dazu | tag: ADV ADJ(D) PAV PROAV | unless: bescheid
weshalb = warum | never before: COMMA
bezüglich = wegen | inside | next tag: ART PPOS PDAT | never before: COMMA | unless: wegen
gemäß = laut | next tag: ART PPOS PDAT
Rückmeldung/Rückmeldungen/Rückantwort/Rückantworten = Antwort/Antworten/Antwort/Antworten
Unterstützung = Hilfe | never next: für von des der
Hilfestellung/Hilfestellungen = Hilfe/Hilfen
Angelegenheit/Angelegenheiten/Thematik = Sache/Sachen/Sache
Fragestellung/Fragestellungen = Frage/Fragen
Mitteilung/Mitteilungen = Nachricht/Nachrichten
Erläuterung/Erläuterungen = Erklärung/Erklärungen
Modifikation/Modifikationen/Modifizierung = Änderung/Änderungen/Änderung
Kooperation = Zusammenarbeit
Instandsetzung/Überprüfung/Überprüfungen = Reparatur/Prüfung/Prüfungen
Beeinträchtigung/Beeinträchtigungen = Störung/Störungen
ansehen:VV(INF)/anzusehen = anschauen/anzuschauen | unless: als
ersuche/ersuchen:VV(FIN) = bitte/bitten
ebenfalls/gleichfalls = auch | inside | never before: COMMA danke dank . | never next: . ! COMMA
andernfalls/ansonsten = sonst | never before: wenn
baldmöglichst/frühestmöglich = so bald wie möglich | tag: ADJ(D) ADV
oftmals/vielfach = oft | tag: ADV ADJ(D)
gelegentlich = manchmal | tag: ADJ(D) ADV
per E-Mail = per Mail
E-Mail/E-Mails = Mail/Mails | never next: Adresse Adressen
Mobiltelefon = Handy
Telefonat = Anruf
postalisch = per Post | tag: ADJ(D) ADV
in Kürze = bald
zu gegebener Zeit = später
in naher Zukunft = bald
zum jetzigen Zeitpunkt/zum gegenwärtigen Zeitpunkt/zum aktuellen Zeitpunkt = jetzt
im Anschluss = danach | never next: an daran
im Vorfeld = vorher | never next: der des
aus diesem Grund/aus diesem Grunde = deshalb
in der Regel = meistens
des Weiteren/darüber hinaus = außerdem | never next: gehend gehende
nach wie vor = immer noch
unter Umständen = vielleicht
im Falle dass/für den Fall dass = wenn | unless: nur
ohne Weiteres/ohne weiteres = einfach so | unless: nicht
"""

MORE_FORMAL = """
schicke/schickst/schickt:VV(FIN)/schicken/schickte/schickten/geschickt = sende/sendest/sendet/senden/sandte/sandten/gesendet | tag: V | unless: sich
verschicke/verschickt:VV(FIN)/verschicken/verschickt:VV(PP) = versende/versendet/versenden/versendet | tag: V
zuschicken/zugeschickt/zuzuschicken = zusenden/zugesandt/zuzusenden | tag: V
zurückschicken/zurückgeschickt/zurückzuschicken = zurücksenden/zurückgesandt/zurückzusenden | tag: V
einschicken/eingeschickt/einzuschicken = einsenden/eingesandt/einzusenden | tag: V
abschicken/abgeschickt/abzuschicken = absenden/abgesandt/abzusenden | tag: V
mitschicken/mitgeschickt/mitzuschicken = mitsenden/mitgesandt/mitzusenden | tag: V
nachschicken/nachgeschickt/nachzuschicken = nachsenden/nachgesandt/nachzusenden | tag: V
losschicken/losgeschickt/loszuschicken = versenden/versendet/zu versenden | tag: V
rausschicken/rausgeschickt/rauszuschicken = versenden/versendet/zu versenden | tag: V
rüberschicken/rübergeschickt/rüberzuschicken = übersenden/übersandt/zu übersenden | tag: V
kriege/kriegst/kriegt:VV(FIN)/kriegen/kriegte/kriegten/gekriegt = erhalte/erhältst/erhält/erhalten/erhielt/erhielten/erhalten | tag: V | unless: hin mit raus los klein rum wieder
brauche/brauchst/braucht/brauchen/brauchte/brauchten = benötige/benötigst/benötigt/benötigen/benötigte/benötigten | tag: V | unless: zu nicht nur kein keine keinen lange länger zeit es
gucke/guckst/guckt/gucken/guckte/guckten/geguckt = schaue/schaust/schaut/schauen/schaute/schauten/geschaut | tag: V
checke/checkst/checkt/checken/gecheckt = prüfe/prüfst/prüft/prüfen/geprüft | tag: V
abchecken/abgecheckt/abzuchecken = prüfen/geprüft/zu prüfen | tag: V
anschauen/angeschaut/anzuschauen = ansehen/angesehen/anzusehen | tag: V
angucken/angeguckt/anzugucken = ansehen/angesehen/anzusehen | tag: V
nachschauen/nachgeschaut/nachzuschauen = nachsehen/nachgesehen/nachzusehen | tag: V
nachgucken/nachgeguckt/nachzugucken = nachsehen/nachgesehen/nachzusehen | tag: V
rede/redest/redet/reden/redete/redeten/geredet = spreche/sprichst/spricht/sprechen/sprach/sprachen/gesprochen | tag: V | unless: unsinn quatsch drumherum ein aus unten schön
klappt/klappen/klappte/geklappt = funktioniert/funktionieren/funktionierte/funktioniert | tag: V | unless: termin treffen datum zu auf ein aus um montag dienstag mittwoch donnerstag freitag samstag sonntag uhr
kapiert:VV(PP)/kapieren:VV(INF) = verstanden/verstehen
runterladen/runtergeladen/runterzuladen = herunterladen/heruntergeladen/herunterzuladen | tag: V
rausfinden/rausgefunden/rauszufinden = herausfinden/herausgefunden/herauszufinden | tag: V
raussuchen/rausgesucht/rauszusuchen = heraussuchen/herausgesucht/herauszusuchen | tag: V
rausnehmen/rausgenommen/rauszunehmen = herausnehmen/herausgenommen/herauszunehmen | tag: V
rausgeben/rausgegeben/rausholen/rausgeholt = herausgeben/herausgegeben/herausholen/herausgeholt | tag: V
reinschreiben/reingeschrieben/reinkommen/reingekommen = hineinschreiben/hineingeschrieben/hereinkommen/hereingekommen | tag: V
vorbeischauen/vorbeigeschaut/vorbeizuschauen = vorbeikommen/vorbeigekommen/vorbeizukommen | tag: V
rumliegen/rumgelegen/rumstehen/rumgestanden = herumliegen/herumgelegen/herumstehen/herumgestanden | tag: V
dazupacken/dazugepackt/reinpacken/reingepackt = beilegen/beigelegt/beilegen/beigelegt | tag: V
ausmachen:VV(INF)/ausgemacht:VV(PP)/auszumachen = vereinbaren/vereinbart/zu vereinbaren | unless: licht gerät nichts was viel rechner anlage motor
Bescheid sagen/Bescheid gesagt/Bescheid zu sagen = Bescheid geben/Bescheid gegeben/Bescheid zu geben
kaputt/kaputte/kaputter/kaputten/kaputtes/kaputtem = defekt/defekte/defekter/defekten/defektes/defektem | tag: ADJ | never next: gehen gegangen geht gemacht machen ging macht
blöd/blöde/blöden/blöder/blödes = ärgerlich/ärgerliche/ärgerlichen/ärgerlicher/ärgerliches | tag: ADJ
doof/doofe/doofen/doofer/doofes = ärgerlich/ärgerliche/ärgerlichen/ärgerlicher/ärgerliches | tag: ADJ
nervig/nervige/nervigen/nerviger/nerviges = lästig/lästige/lästigen/lästiger/lästiges | tag: ADJ
komisch/komische/komischen/komischer/komisches = ungewöhnlich/ungewöhnliche/ungewöhnlichen/ungewöhnlicher/ungewöhnliches | tag: ADJ
riesige/riesigen/riesiger/riesiges = sehr große/sehr großen/sehr großer/sehr großes | tag: ADJ | never before: sehr so
billig/billige/billigen/billiges = günstig/günstige/günstigen/günstiges | tag: ADJ | never before: zu recht
billiger/billigere/billigeren/billigste/billigsten = günstiger/günstigere/günstigeren/günstigste/günstigsten | tag: ADJ
okay/ok/OK = in Ordnung | ends | before: ist das es wäre war alles soweit so ganz völlig wieder
okay/ok/OK = in Ordnung | next: für | before: ist das es wäre war so ganz ihnen dich
super/prima/klasse/spitze = sehr gut | inside | ends | before: passt läuft klappt ist war funktioniert geklappt auch alles wäre das gefällt geht | unless: idee
super/total/mega = sehr | next tag: ADJ(D) ADJ(A) | inside | never before: sehr | unless: prima
echt = wirklich | next tag: ADJ ADV VV(PP) ART PIAT | inside
nochmal = noch einmal
noch mal = noch einmal
schon mal = schon einmal | unless: dank danke vorab
Info/Infos = Information/Informationen
Mail/Mails = E-Mail/E-Mails
Doku/Dokus = Dokumentation/Dokumentationen
Handy = Mobiltelefon
Tipp = Hinweis
asap/ASAP = schnellstmöglich
nix = nichts
schon = bereits | next tag: VV(PP) | unless: wird werden mal
schon = bereits | next: seit gestern heute am im vor letzte letzten vorgestern | unless: wird werden mal | never before: wenn ob ja
trotzdem = dennoch | never next: COMMA
deshalb/deswegen = daher | never next: COMMA | never before: gerade genau nur
außerdem = zudem | never next: COMMA :
ungefähr = etwa | next tag: CARD ART
ein bisschen/einen bisschen = ein wenig
ein paar = einige | never before: mit in vor nach seit aus bei zu von an auf über unter binnen innerhalb | never next: Mal
danke = vielen Dank | tag: PTKANT PTKA ITJ | next: für ! . nochmal | never before: nein sage sagen COMMA schon ich wir
sorry = Entschuldigung | next: für COMMA ! . dass
auf keinen Fall = keinesfalls | inside
eh/sowieso = ohnehin | inside | never next: und
neulich/letztens = kürzlich
grad/grade = gerade | tag: ADV ADJ | never before: 1 2
erstmal/erst mal/erst einmal = zunächst
nachher = später
wieso = weshalb
sowas/so was = so etwas
irgendwas = irgendetwas
noch was = noch etwas
heut = heute
fast = nahezu | next tag: CARD ADJ | never next: nie kein
rum = herum | ends
drauf = darauf | unless: gut bin bist ist
kurz vor knapp = sehr knapp
auf die Schnelle = kurzfristig
geht klar/passt schon = ist in Ordnung | before: das es
keine Ahnung = ich weiß es nicht | start | ends
per Mail = per E-Mail
per WhatsApp = über WhatsApp
ab und zu/hin und wieder = gelegentlich
die ganze Zeit = durchgehend
von mir aus = meinerseits | ends | unless: fahren
"""

SPELLED = """
hab = habe | unless: geduld dank bitte | before: ich da das dann so jetzt gestern heute und leider schon noch auch COMMA es dir Ihnen ihnen dich sie mir
hab = habe | next: ich
hab ich = habe ich
habs/hab's = habe es | before: ich
hätt/wär/würd = hätte/wäre/würde
wär's/wärs = wäre es | never before: das
könnt ich/müsst ich/sollt ich/wollt ich = könnte ich/müsste ich/sollte ich/wollte ich
gibt's/gibts/geht's/gehts/ist's/ists/wird's/wirds/war's/wars = gibt es/gibt es/geht es/geht es/ist es/ist es/wird es/wird es/war es/war es | never before: das den
passt's/läuft's/stimmt's/kommt's/steht's/hat's/tut's = passt es/läuft es/stimmt es/kommt es/steht es/hat es/tut es
wenn's/ob's/wie's/dass's = wenn es/ob es/wie es/dass es
ich's/er's/wir's/du's/man's = ich es/er es/wir es/du es/man es
nix/grad/heut/nich/jetz/nochma = nichts/gerade/heute/nicht/jetzt/noch mal | never before: 1 2
ne/'ne = eine | next tag: NN ADJ | unless: nee
nen/'nen = einen | next tag: NN ADJ
nem/'nem/ner/'ner = einem/einem/einer/einer | next tag: NN ADJ
unsre/unsren/unsrem/unsrer/unsres = unsere/unseren/unserem/unserer/unseres
gehn/sehn/stehn/verstehn/ansehn/drehn/ziehn/freun/schaun/traun/baun = gehen/sehen/stehen/verstehen/ansehen/drehen/ziehen/freuen/schauen/trauen/bauen
aufm/mitm/ausm/nachm/aufn/vorm/unterm/hinterm = auf dem/mit dem/aus dem/nach dem/auf den/vor dem/unter dem/hinter dem | goes on
haste/biste/kannste/willste/weißte/siehste = hast du/bist du/kannst du/willst du/weißt du/siehst du | never next: du
find/glaub/denk/geh/komm/mach/schick/meld/ruf/schau/guck/brauch/sag/frag/schreib/seh/hoff/freu/bring/hol = finde/glaube/denke/gehe/komme/mache/schicke/melde/rufe/schaue/gucke/brauche/sage/frage/schreibe/sehe/hoffe/freue/bringe/hole | before: ich
lass/bleib/versteh/kenn/krieg/versuch/probier/kauf/bestell/wünsch/steh/leg/stell/wohn/werd/nehm/les = lasse/bleibe/verstehe/kenne/kriege/versuche/probiere/kaufe/bestelle/wünsche/stehe/lege/stelle/wohne/werde/nehme/lese | before: ich
find ich/glaub ich/denk ich/geh ich/komm ich/mach ich/schick ich/meld ich/ruf ich/schau ich/guck ich/brauch ich/sag ich/frag ich/schreib ich/seh ich/hoff ich/freu ich/bring ich/hol ich = finde ich/glaube ich/denke ich/gehe ich/komme ich/mache ich/schicke ich/melde ich/rufe ich/schaue ich/gucke ich/brauche ich/sage ich/frage ich/schreibe ich/sehe ich/hoffe ich/freue ich/bringe ich/hole ich
lass ich/bleib ich/versteh ich/kenn ich/krieg ich/wünsch ich/werd ich/nehm ich/les ich = lasse ich/bleibe ich/verstehe ich/kenne ich/kriege ich/wünsche ich/werde ich/nehme ich/lese ich
so'ne/so'nen/sone/sonen = so eine/so einen/so eine/so einen | next tag: NN ADJ
"""

CLIPPED = """
ich habe = ich hab | goes on
habe ich = hab ich | goes on
gibt es/geht es = gibt's/geht's | goes on
ich glaube/ich denke/ich finde = ich glaub/ich denk/ich find | goes on
glaube ich/denke ich/finde ich = glaub ich/denk ich/find ich
wenn es/ob es = wenn's/ob's | goes on
wäre es = wär's | goes on | unless: möglich
das wäre/wäre = das wär/wär | goes on | never next: es
"""

EMPHASIS = frozenset(
    """sehr wirklich absolut total extrem unglaublich besonders überaus außerordentlich mega richtig echt völlig
    äußerst höchst""".split()
)
KEEPS_EMPHASIS = frozenset(
    """nicht kein keine keinen nie so zu wie viel viele vielen gern gerne wohl wahrscheinlich unwahrscheinlich
    nur geehrte geehrter geehrten gut gute guten guter gutes als wenig wenige weniger noch schön schöne schönen lieb liebe
    lieben ob wenn nichts""".split()
)
# Apologies, thanks, agreement, praise and good wishes: the emphasis is what makes them heartfelt.
HEARTFELT = re.compile(
    r"\b(?:leid|recht|einverstanden|gerne?|lieb\w*|nett\w*|toll\w*|prima|super|gut gemacht|gute arbeit|(?:ent)?schuldig\w*"
    r"|entschuldig\w*|verzeih\w*|bedau\w*|(?:be)?dank\w*|verbunden|(?:er)?freu\w*|glücklich|lob\w*|hervorragend\w*"
    r"|ausgezeichnet\w*|großartig\w*|wunderbar\w*|hilfreich\w*|freundlich\w*|herzlich\w*|beeindruck\w*|wünsch\w*|hoff\w*"
    r"|gratul\w*|glückw\w*|schade|traurig\w*|ärgerlich\w*|unangenehm\w*|peinlich\w*|verständ\w*|versteh\w*|schätz\w*|stolz"
    r"|zufrieden\w*|angenehm\w*|spannend\w*|schön\w*|sympathisch\w*|gelungen\w*|begeister\w*|dringend|schnell\w*)\b",
    re.IGNORECASE,
)
CHEERFUL = re.compile(
    r"^(?![\s\S]*\b(?:aber|jedoch|nicht|kein\w*)\b)\W*(?:(?:vielen |herzlichen |besten |lieben |tausend )?dank(?:e)?\b|schön, dass|super\b|prima\b|klasse\b|toll\b|perfekt\b"
    r"|wunderbar\b|gute nachrichten|bis (?:bald|dann|morgen|später|montag|dienstag|mittwoch|donnerstag|freitag)"
    r"|schönes wochenende|schönen (?:tag|abend|feierabend|urlaub)|viel (?:spaß|erfolg)|(?:ich freue?|wir freuen) (?:mich|uns)"
    r"|freue? mich|freuen uns|das freut (?:mich|uns))",
    re.IGNORECASE,
)
EARNEST = re.compile(
    r"\b(?:leider|entschuldig\w*|verzeih\w*|bedauer\w*|beileid|beschwerde\w*|reklamation\w*|tut (?:mir|uns) leid|verspät\w*"
    r"|problem\w*|fehler\w*|ärger\w*|kaputt\w*|defekt\w*|schaden|schäden|mahnung\w*|kündig\w*|verstorben\w*|tod\b|trauer\w*"
    r"|krank\w*|unfall\w*|ablehn\w*|abgelehnt|ausfall\w*|ausgefallen|storn\w*|dringend\w*|überfällig\w*|sorry)\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:glückwunsch|glückwünsche|gratul\w*|gute besserung|frohe\w?|frohes|guten rutsch|viel (?:erfolg|glück|spaß)|willkommen"
    r"|alles gute|schöne[ns] (?:wochenende|tag|abend|feierabend|urlaub|ferien)|achtung|vorsicht|hurra|prost|toi toi|gerne?)\b",
    re.IGNORECASE,
)

# Lines at a mail's end that say goodbye, however they are put: "liebste Grüße an alle", "Jedenfalls bis dann!", "Deine Eva"
GOODBYE = re.compile(
    r"^(?:deine?|eue?re?|kein\w*|th[xn]x?|danke\w*)\b|\b(?:bye|cu|cya|grü(?:ß|ss)(?:e|en|le|chen)?|gruesse?n?|gru(?:ß|ss)|[mgvl]?lg|vg|mfg|tsch(?:üs+|üß|au|ö)\w*|tschuess|ciao|servus|baba"
    r"|bis (?:dann|bald|denne?|später|spaeter|morgen|demnächst|dahin|nächste)|auf wiedersehen|mach(?:t|en sie)?['’]?s? gut"
    r"|gute nacht|viel (?:spaß|spass|erfolg|glück)|schönes? (?:wochenende|tag|abend)|hdl|hdgdl|bussi\w*|küss\w*|umarm\w*|drück dich"
    r"|hochachtungsvoll|verbleibe)\b",
    re.IGNORECASE,
)

REGISTERS = RegisterWords(
    looser=swaps(LOOSER),
    more_formal=swaps(MORE_FORMAL),
    spelled=swaps(SPELLED),
    clipped=swaps(CLIPPED),
    emphasis=EMPHASIS,
    keeps_emphasis=KEEPS_EMPHASIS,
    heartfelt=HEARTFELT,
    cheerful=CHEERFUL,
    earnest=EARNEST,
    wishes=WISHES,
    closing_instead={
        "hochachtungsvoll": "mit_freundlichen_gruessen", "mfg": "mit_freundlichen_gruessen", "kuerzel": "viele_gruesse",
        "bis_dann": "viele_gruesse", "dank": "viele_gruesse",
    },
    closing_to_formal={"lg": "viele_gruesse", "liebe_gruesse": "herzliche_gruesse", "gruss": "viele_gruesse", "vg": "viele_gruesse"},
    warm_closings=frozenset({"herzliche_gruesse", "liebe_gruesse"}),
    like_closings=(
        frozenset({"beste_gruesse", "freundliche_gruesse", "mit_freundlichen_gruessen"}),
        frozenset({"liebe_gruesse", "lg"}),
        frozenset({"viele_gruesse", "vg"}),
    ),
    kind_closings=frozenset({"herzliche_gruesse", "liebe_gruesse", "lg"}),
    least_under_stiff=0.2,
    goodbye=GOODBYE,
    closing_joint=" und ",
    familiar_greetings=frozenset({"hi", "servus"}),
    warm_greetings=frozenset({"liebe"}),
    greeting_instead={"guten_morgen": "guten_tag", "werte": "sehr_geehrte", "na": "hallo"},
    to_nobody={"sehr_geehrte": "Sehr geehrte Damen und Herren", "guten_tag": "Guten Tag", "hallo": "Hallo", "hi": "Hi", "moin": "Moin"},
    no_person=frozenset(
        """gmbh ag kg ohg ug se gbr ev e.v mbh co ltd limited inc llc plc corp corporation sarl company group team support
        service info office vertrieb einkauf buchhaltung verwaltung kundendienst zentrale sales accounts billing admin noreply
        newsletter helpdesk versand""".split()
    ),
    to_one_or_many=frozenset(),
)  # fmt: skip
