"""German: the words that tell Du, Ihr and Sie apart; sentence by sentence read by `coach.address`."""

from __future__ import annotations

DU = frozenset(
    """du dich dir dein deine deinen deinem deiner deines deins deinerseits deinetwegen 
    di hesch häsch chasch bisch wotsch wottsch weisch machsch gahsch gisch chunnsch söttsch luegsch dini dine dim host
    konnst mogst""".split()
)
IHR = frozenset("euch euer eure euren eurem eurer eures eurerseits euretwegen eich".split())
SIE = frozenset("sie ihnen ihr ihre ihrem ihren ihrer ihres".split())
SIE_DIALECT = frozenset(("S'", "S’", "Si", "Ihne", "Ihri"))  # "hätten S' Zeit?", "händ Si Ziit?"

SINGULAR_VERBS = frozenset(  # "hast die Teile schon?": the ending alone says du
    """hast bist kannst willst musst darfst sollst magst weißt weisst wirst könntest hättest wärst würdest möchtest
    solltest machst kommst gehst schickst brauchst findest meinst siehst denkst sagst hattest warst konntest wolltest
    kriegst bekommst nimmst gibst schaust meldest hörst rufst bringst bräuchtest dürftest müsstest""".split()
)
CLIPPED = frozenset(
    """haste biste kannste willste weißte weisste machste kommste gehste siehste brauchste denkste meinste findste
    kriegste wennste obste dasste wieste hättste könntste würdste wirste darfste magste sollste warste hörste
    nimmste gibste""".split()
)
PLURAL_VERBS = frozenset(  # second person plural; also the third person singular of regular verbs
    """habt seid könnt wollt müsst müßt sollt dürft mögt werdet wisst wißt macht kommt geht braucht schickt hättet wärt
    wäret könntet würdet wolltet solltet möchtet müsstet dürftet hattet wart konntet musstet durftet findet meint denkt
    seht schafft bekommt kriegt bringt nehmt gebt lasst meldet schreibt liefert bestellt plant braucht sagt kennt
    seids habts könnts wollts müssts chömed händ chönd""".split()
)
ONLY_PLURAL = frozenset(  # cannot be "er": the third person has another vowel or another ending
    """habt seid könnt wollt müsst müßt sollt dürft mögt werdet wisst wißt hättet wärt wäret könntet würdet wolltet
    solltet möchtet müsstet dürftet hattet wart konntet musstet durftet gebt nehmt seht lest helft sprecht trefft
    vergesst esst werft haltet lasst fahrt tragt schlaft ratet seids habts könnts wollts müssts chömed händ chönd""".split()
)
CALLS = frozenset(  # to one person, at the start of a clause: "schick mir", "bitte sag Bescheid"
    """schick schau sag gib ruf meld mach komm nimm lass denk schreib guck bring check hör bleib frag prüf bestell trag
    leg stell hol lies hilf sprich triff vergiss wirf halt fahr überweis füll druck klick lad nenn erklär zeig kauf
    kümmer versuch probier warte wart schlag sieh geh sei iss beeil entschuldig gönn sicher pass verzeih""".split()
)
CALLS_IN_E = frozenset(  # "schicke die Liste" may be a clipped "ich schicke": only with a second sign
    """schicke sage melde mache rufe schreibe bringe prüfe bestelle denke lasse warte leite trage stelle lege hole zeige
    nenne kläre erkläre überweise drucke klicke lade antworte teile sende buche beachte entdecke""".split()
)
SURE_CALLS_IN_E = frozenset("entschuldige verzeihe beachte bedenke gedulde".split())
ADVERTISED = frozenset(
    "entdecke teste sichere erlebe genieße geniesse spare gewinne finde probiere nutze starte abonniere kündige".split()
)
ADVERTISING = frozenset("jetzt kostenlos gratis jederzeit hier online sofort noch unverbindlich exklusiv".split())
NOUN_CALLS = frozenset("druck schlag klick pass".split())  # "Druck zu hoch."
HAILS = frozenset("schau guck sag hör".split())  # "Schau, ich weiß es nicht"
AIMED = {"klick": ("auf", "hier"), "pass": ("auf",)}  # "Klick auf den Link", "Pass auf"
SURE_CALLS = frozenset(  # no "ich" goes with them, and no noun is spelled so
    "gib nimm lies hilf sprich triff vergiss wirf sieh iss beeil entschuldig gönn verzeih".split()
)
BIDDEN = frozenset("mir uns dir dich bitte doch mal bescheid dein deine deinen deinem deiner".split())
HELD = frozenset("das die den es ihn sie alles diese diesen dieses".split())  # an object
NEVER_CALLS = frozenset("hab hätt wär würd könnt werd glaub hoff find freu wünsch bin sitz steh".split())
NO_CALLS = frozenset(  # clipped first persons and nouns that look like a call
    """hab hätt wär würd könnt werd glaub hoff find freu wünsch bin dank denke ruf check test start film kauf halt wart
    sicher hilf post mail sei""".split()
)
REFLEXIVE_CALLS = frozenset("meld melde kümmer kümmere beeil beeile freu freue bedank bedanke entschuldig".split())
PLURAL_CALLS = frozenset(
    """schickt sagt meldet macht ruft schreibt bringt prüft bestellt denkt holt stellt legt zeigt nennt tragt füllt
    kümmert versucht probiert wartet hört fragt klärt überweist checkt schaut guckt schickts gebts meldets schauts
    kommts machts sagts rufts bringts""".split()
)
SURE_PLURAL_CALLS = frozenset(
    "gebt nehmt lasst seht helft sprecht vergesst lest haltet werft seid seids trefft".split()
)
TO_ME = frozenset("mir uns dir dich euch".split())  # behind a call; "mich" stands behind a dropped "ich"
SOFT = frozenset("bitte doch mal kurz einfach bitteschön gerne gern ruhig halt schnell".split())
LINKS = frozenset("und oder dann also aber sonst jetzt nun bitte doch denn ansonsten".split())
SUBORDINATORS = frozenset(
    """wenn dass daß ob falls weil wie wann was wo damit bevor nachdem sobald solange da als wohin warum wofür welche
    welchen welches welcher wer womit worüber""".split()
)
QUESTION_WORDS = frozenset("wann wie wo was warum wieso weshalb wohin wer welche welchen welches welcher womit".split())
FORM_NAMES_BEHIND = frozenset("per beim zum vom aufs fürs ein".split())  # "per Du", "beim Sie": the word, not a person
EXCLAIMED = frozenset("meine liebe lieber liebes mein schreck".split())  # "du meine Güte", "du lieber Himmel"
FRENCH = frozenset(
    """rue avenue boulevard café cafe place crédit credit banque château chateau maison hôtel hotel port pont musée tour
    cirque jardin monde côte cote""".split()
)
GENERIC_SIGNS = frozenset(  # with "du" and nothing that is only about you and me: "one"
    """nichts nie niemals niemand kein keine keinen keinem immer ewig eben halt eh kaum nirgends lange selten
    heutzutage stundenlang jahrelang überall jeder man""".split()
)
SURE_GENERIC_SIGNS = frozenset("nie niemals niemand keiner immer ewig eh nirgends man heutzutage".split())
PERSONAL_SIGNS = frozenset(
    """ich mir mich mein meine wir uns unser unsere bitte danke gern gerne morgen gestern noch montag dienstag mittwoch
    donnerstag freitag""".split()
)
CONSULTED = frozenset(  # "Ich habe die Kunden gefragt. Ihnen gefällt das."
    """gefragt informiert angerufen gebeten verständigt benachrichtigt kontaktiert angeschrieben befragt erreicht
    gesprochen""".split()
)
PROMISED = frozenset("brauchst musst hast bekommst erhältst zahlst".split())
BETWEEN_US = frozenset("mir mich uns bitte ihnen ihre ihren ihrem ihrer nett freundlich".split())
SPEECH = frozenset(
    """sagte sagt meinte meint fragte fragt schrieb schreibt heißt heisst steht stand lautet lautete rief antwortete
    hieß behauptet behauptete""".split()
)
RELATED = frozenset(  # whom only people and firms have: "Die Zahlen stimmen nicht. Ihr Chef hat recht."
    """chef chefin kollege kollegin vorgesetzter vorgesetzte mann assistent assistentin sekretariat steuerberater
    steuerberaterin anwalt anwältin geschäftsführer geschäftsführerin mitarbeiter mitarbeiterin sohn tochter bruder
    schwester nachbar nachbarin arzt ärztin hausarzt bank""".split()
)
PEOPLE = frozenset(  # nouns of several people or of a firm
    """kollegen kolleginnen mitarbeiter mitarbeiterinnen techniker monteure fahrer kunden kundinnen leute partner berater
    firmen händler lieferanten betriebe unternehmen nachbarn eltern kinder gäste chefs teams ärzte vermieter mieter
    handwerker studenten schüler herren damen firma familie team gruppe behörde""".split()
)
WRITTEN_TO = frozenset(  # "danke für ihre mail": whose it is, is plain
    """mail email e-mail nachricht antwort rückmeldung anfrage hilfe unterstützung mühe geduld angebot schreiben
    bestellung rechnung anruf interesse verständnis kontonummer adresse telefonnummer daten anzeige rückruf""".split()
)
FEMALE = r"(?:frau|kollegin|chefin|mutter|tochter|schwester|\w+(?:er|ar|eur|or|ent|ant|ist|log|zt|nd|äf)in)"
