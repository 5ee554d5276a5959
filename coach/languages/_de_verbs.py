"""German verbs for rewriting: those that no rule leads back to, those that people are asked with, those that take whom."""

from __future__ import annotations

# Infinitives whose imperative changes its vowel: it cannot be found again by adding "en".
CHANGED = frozenset(
    """geben nehmen lesen sehen sprechen helfen treffen vergessen essen werfen brechen treten messen empfehlen
    versprechen übernehmen entnehmen weitergeben angeben unterbrechen besprechen entsprechen ansehen fressen stehlen
    sterben bergen verderben werben bewerben erwerben schelten gelten befehlen erschrecken sein""".split()
)
IRREGULAR = "haben sein werden wissen dürfen können mögen müssen sollen wollen tun lassen fahren laufen halten".split()
NO_COMMAND = frozenset("dürfen können mögen müssen sollen wollen".split())
# Said without the "e" also in writing; what is rarer reads better with it ("füge", "erzähle", "prüfe").
SHORT_CALLS = frozenset(
    """kommen gehen lassen haben machen sagen rufen schicken schauen hören fragen spielen genießen bleiben bringen holen
    denken trinken fahren laufen schreiben greifen kaufen setzen sein tun stehen stellen drücken klicken grüßen
    zeigen suchen legen tragen ziehen schließen schlafen passen fassen räumen hängen drucken gönnen packen stecken
    drehen steigen gucken leben ruhen""".split()
)
# What people are asked to do in mail; a tagger takes such an imperative for a noun at times ("Warte", "Ruf an").
EVERYDAY = frozenset(
    """abholen achten aktualisieren ändern ankreuzen anpassen antworten anziehen arbeiten ärgern atmen aufpassen
    ausprobieren ausruhen bauen beachten bearbeiten beantragen beantworten bedanken bedenken bedienen beeilen begleiten
    beginnen begrüßen behalten bemühen benutzen beraten berechnen berichten berücksichtigen beruhigen beschreiben besorgen
    bestätigen bestehen bestellen besuchen bewahren bewegen bezahlen biegen bieten binden bitten bleiben blockieren buchen
    bügeln checken danken decken denken drehen drosseln drucken drücken duschen einigen entfernen entscheiden entschuldigen
    entsorgen entspannen erfassen erfinden ergänzen erhöhen erholen erinnern erklären erkundigen erlauben erledigen eröffnen
    erproben ersetzen erzählen fahren fangen fassen faxen feiern finden folgen formulieren forschen fragen freuen frühstücken
    fügen führen füllen gedulden gehen genießen gewöhnen gießen glauben gönnen googeln graben gratulieren greifen grüßen
    gucken haben halten handeln hängen heben heizen hetzen hinterlassen hoffen holen hören informieren installieren jammern
    joggen kämpfen kaufen kennzeichnen klären kleben klemmen klicken klingeln klopfen kochen kommen konfigurieren kontaktieren
    kontrollieren konzentrieren kopieren korrigieren kramen kratzen kreuzen kündigen kümmern kürzen lachen laden lassen laufen läuten
    leben leeren legen lehnen leisten leiten lernen liefern liegen loben loggen löschen lösen lüften machen mahnen mailen
    malen markieren meiden melden merken mieten mischen mögen montieren nachreichen nähern nennen notieren nutzen öffnen ölen
    ordnen organisieren packen parken passen pausieren pflanzen pflegen planen posten probieren prüfen putzen rasten räumen
    rechnen reden reduzieren reichen reinigen reisen reklamieren renovieren reparieren reservieren retten richten rücken rufen
    ruhen rühren sagen sammeln säubern scannen schalten schätzen schauen schenken scheuen schicken schieben schlafen schlagen
    schließen schlucken schneiden schonen schrauben schreiben schützen schwimmen senden setzen sichern singen sitzen sorgen
    sortieren sparen speichern spenden sperren spielen spülen starten stecken stehen steigen stellen steuern stimmen stoppen
    stören stornieren stoßen streichen studieren suchen tanken tauschen teilen telefonieren testen tippen tragen trainieren
    trauen trennen trinken trocknen tun turnen üben überarbeiten überdenken überfliegen übergeben überlegen überlassen
    überprüfen übersehen übersenden übersetzen überspringen übertragen übertreiben überweisen überzeugen umtauschen
    unterlassen unterrichten unterschätzen unterschreiben unterstreichen unterstützen untersuchen unterzeichnen verabreden
    verabschieden verändern verbessern verbieten verbinden verbrauchen verbringen verfolgen vergleichen verhandeln verkaufen
    verkleinern verlangen verlängern verlassen verlegen verlieren vermeiden vermerken vermieten verpacken verpassen verraten
    verreisen verringern verschenken verschicken verschieben verschwenden versenden versetzen versichern versorgen
    verständigen verstärken verstauen verstecken verstehen versuchen verteidigen verteilen vertrauen vertreten verwalten
    verwechseln verweisen verwenden verwöhnen verzeihen verzichten verzweifeln vorbereiten wachen wagen wählen wandern warnen
    warten waschen wechseln wecken wehren weichen weisen weiterleiten wenden wetten wiederholen wiegen winken wissen wundern
    wünschen zahlen zählen zeichnen zeigen ziehen zögern zweifeln zwingen downloaden updaten googlen chatten skypen zoomen
    messen""".split()
)
# Nouns spelled like an imperative: alone at the start of a sentence they prove nothing.
CALLS_NAMED_LIKE_NOUNS = frozenset(
    """anfrage antwort antworte atem bau bauch bestell bestelle biete binde bitte dank decke druck fahre feier frage fang
    flug folge freude führ gang grab gruß halt handel heb hilfe hol hör kampf kauf klage kleb kleide knick koch kreis lage
    lauf lehre leide leiste leit lehn liste lob mail mal miete nähe nutze öl pack park pass pfleg pflege plan post probe rast
    rat rede reise rest rück rücke ruf ruh ruhe satz schau schieb schlaf schlag schluck schraube schreib schritt schutz
    sende setz sing sitz sorge spar spare spende spiel start steig stimme stopp suche tank tausch teil test trag traue tritt
    tu übe verkauf versuch wache wag wahl wart wechsel wehr wende wette wunder zahl zähle zeig zug zwang besuch kontakt
    check film filter scan download update""".split()
)
NO_VERBS = frozenset(  # words that a table of endings takes for a verb: "du selbst", "teste jetzt"
    """selbst sonst erst fest meist test teste rest reste kunst post längst höchst einst ernst lust list liste obst ost
    west august herbst gast last frist trost angst durst nächst best""".split()
)
PRESENT_OF_SAYING = frozenset("wissen hoffen denken glauben finden schätzen vermuten wünschen".split())
# "Sie" with them is whom it happens to, where a thing is named: "die Themen, die Sie interessieren".
HAPPENING = frozenset("interessieren stören ärgern überraschen überzeugen begeistern betreffen erwarten leiten".split())
# What follows from something: behind a clause they tell it, they do not ask for it ("..., sehen Sie den Plan").
OUTCOMES = frozenset(
    """sehen finden erkennen sparen gewinnen verlieren zahlen verpassen erreichen erleben erfahren verdienen landen
    gelangen kommen riskieren profitieren""".split()
)
# Whom they go to stands in the dative: "wir helfen Ihnen", but "wir rufen Sie".
WITH_DATIVE = frozenset(
    """helfen danken antworten gefallen gehören gratulieren fehlen passen glauben vertrauen folgen nützen schaden begegnen
    zustimmen beistehen entgegenkommen weiterhelfen zuhören nachgehen leidtun gelingen schmecken entsprechen empfehlen
    gönnen raten mitteilen""".split()
)
FOR_ONESELF = frozenset(  # "sich" is in the dative with them: "du stellst dir vor"
    """vorstellen ansehen anschauen anhören merken überlegen wünschen leisten sichern gönnen holen kaufen besorgen
    notieren aufschreiben nehmen aussuchen heraussuchen vornehmen einbilden ausdenken suchen wehtun ausleihen leihen
    bestellen""".split()
)
TOLD_WITH_YOU = frozenset(  # "Rufe dich morgen an" leaves out its "ich"; "Melde dich" does not
    """rufen anrufen informieren besuchen bitten einladen laden halten treffen erreichen sehen erwarten vermissen grüßen
    lieben unterstützen abholen holen verstehen fragen erinnern begrüßen beraten überraschen überzeugen""".split()
)
