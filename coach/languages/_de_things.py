"""German nouns for things and for ideas, curated; a compound is what its last part is ("Kaffeefleck": a "fleck").

Idea of counting concrete words: Brysbaert et al. 2014; for service mail, Packard & Berger 2021. Own selection.
"""

from __future__ import annotations

from coach.things import ThingWords

CONCRETE = frozenset(
    """
    haus wohnung zimmer raum saal halle keller dach dachboden garten hof balkon terrasse treppe treppenhaus flur
    küche bad bäder dusche wanne toilette waschbecken becken wand wände boden decke tür türen tor tore fenster
    scheibe rahmen zaun mauer säule schornstein kamin ofen öfen heizung heizkörper rohr rohre leitung leitungen hahn
    ventil pumpe kessel tisch tische platte stuhl stühle sessel sofa couch bett betten schrank schränke regal regale
    schublade teppich lampe leuchte birne spiegel bild bilder vorhang gardine kissen matratze bank bänke liege
    hocker schlüssel schloss schlösser griff griffe klinke knopf knöpfe schalter hebel rad räder reifen felge achse
    kette kabel stecker steckdose draht drähte schlauch schläuche dichtung dichtungen schraube schrauben mutter
    nagel nägel dübel bolzen feder federn lager getriebe motor motoren bremse bremsen belag beläge auto autos wagen
    lkw transporter anhänger bus busse zug züge bahn fahrrad fahrräder rädern motorrad roller boot boote schiff
    schiffe flugzeug traktor bagger kran stapler maschine maschinen gerät geräte werkzeug hammer säge bohrer
    bohrmaschine zange schere messer gabel löffel teller tasse glas gläser flasche flaschen kanne gießkanne topf
    töpfe pfanne schüssel dose dosen eimer fass fässer korb körbe kiste kisten karton kartons schachtel paket pakete
    päckchen palette paletten container sack säcke tüte tüten beutel tasche taschen koffer rucksack computer rechner
    laptop drucker bildschirm monitor tastatur maus handy telefon smartphone kamera akku akkus batterie batterien
    ladegerät netzteil server festplatte stick scanner display fernseher radio lautsprecher mikrofon kopfhörer uhr
    uhren waage waagen sensor antenne kasse automat leinwand beamer brief briefe papier blatt blätter zettel heft
    buch bücher ordner mappe umschlag karte karten stift stifte foto fotos aufkleber etikett etiketten plakat
    plakate katalog kataloge zeitung stempel ausweis quittung rechnungsbeleg kassenzettel lieferschein prospekt
    flyer jacke hose hosen hemd hemden kleid kleider rock mantel mäntel schuh schuhe stiefel socke socken mütze hut
    hüte handschuh handschuhe schal ärmel kragen reißverschluss gürtel brille brillen ring ringe armband halskette
    stoff leder wolle brot brötchen kuchen torte torten käse butter milch ei eier fleisch fisch wurst suppe salat
    gemüse obst apfel äpfel tomate tomaten kartoffel kartoffeln nudel nudeln reis kaffee tee bier wein saft wasser
    zucker salz öl schokolade keks kekse pizza holz metall stahl eisen kupfer blech kunststoff plastik gummi beton
    stein steine ziegel fliese fliesen kachel sand kies erde farbe lack leim kleber folie seil faden stange stangen
    brett bretter balken latte leiste platten glasscheibe baum bäume strauch sträucher hecke blume blumen rose rosen
    tulpe tulpen rasen gras blüte wiese wald wälder acker feld weg straße straßen brücke kreuzung ampel parkplatz
    garage garagen bahnhof flughafen hafen turm kirche schule krankenhaus laden bäckerei apotheke hotel restaurant
    büro werkstatt fabrik baustelle gerüst stall scheune zelt hütte berg see fluss meer strand insel schnee eis
    regen hagel sturm blitz rauch feuer asche staub schlamm ruß fleck flecken kratzer riss risse delle dellen beule
    sprung loch löcher scherbe scherben splitter pfütze rost schimmel lackschaden kalk hund hunde katze katzen pferd
    pferde kuh kühe schwein schweine huhn hühner vogel vögel mäuse biene bienen tier tiere ziege schaf schafe hase
    mensch mann männer frau frauen kind kinder baby junge mädchen arzt ärztin zahnarzt lehrer lehrerin koch köchin
    bäcker maler tischler schreiner klempner elektriker monteur techniker fahrer fahrerin bote postbote handwerker
    gärtner kellner verkäufer verkäuferin polizist schornsteinfeger hausmeister nachbar nachbarin zahnärztin
    lehrling kopf hand hände finger arm arme bein beine fuß füße knie rücken schulter auge augen ohr ohren nase mund
    zahn zähne haar haare haut bauch herz blut knochen meter zentimeter millimeter kilometer liter kilo kilogramm
    gramm tonne stück euro cent grad uhrzeit spielzeug puppe ball bälle gitarre klavier geige trommel flöte
    rollstuhl kinderwagen krücke pflaster verband spritze tablette tabletten salbe decken handtuch handtücher lappen
    besen staubsauger waschmaschine spülmaschine kühlschrank herd mikrowelle backofen mixer toaster wasserkocher
    rasenmäher leiter schubkarre schaufel spaten harke gießkannen pflanze pflanzen blumenerde samen dünger müll
    mülltonne tonnen abfall kompost scheinwerfer windschutzscheibe stoßstange auspuff tank kennzeichen lenkrad sitz
    sitze gurt kofferraum motorhaube sattel lenker pedal pedale klingel speiche gewebe gewebeprobe probe rohrbruch
    schlüssels ersatzteil ersatzteile teil teile filter filtern düse düsen spule platine gehäuse abdeckung deckel
    verschluss stecken flansch manschette lampenschirm tischplatte mikrofone tasten taste
    """.split()
)
ABSTRACT = frozenset(
    """
    qualität zustand situation lage problem probleme lösung erwartung anliegen maßnahme maßnahmen ursache einfluss
    einflüsse umstand umstände sachverhalt angelegenheit aspekt aspekte faktor faktoren rahmen hinblick bezug
    hinsicht verhältnis verhältnisse zusammenhang zusammenhänge gegebenheit ziel ziele zweck sinn grund gründe idee
    ideen konzept konzepte plan pläne strategie strategien vision prozess prozesse verfahren vorgang vorgänge ablauf
    abläufe struktur strukturen system systeme methode modell ansatz ansätze prinzip prinzipien grundsatz grundsätze
    regel regeln norm standard standards bedarf bedürfnis interesse interessen wunsch wünsche hoffnung vertrauen
    verständnis respekt geduld mut wille motivation engagement verantwortung pflicht recht rechte anspruch ansprüche
    wert werte würde ehre moral ethik kultur tradition geist philosophie bedenken zweifel sorge angst freude ärger
    wut trauer liebe hass glück unglück gefühl gefühle stimmung eindruck eindrücke meinung ansicht haltung
    einstellung perspektive überzeugung gedanke gedanken wissen erkenntnis erfahrung erinnerung erklärung erfolg
    misserfolg fortschritt entwicklung veränderung verbesserung zukunft vergangenheit gegenwart chance chancen
    risiko risiken möglichkeit gelegenheit gefahr sicherheit nachhaltigkeit effizienz leistung leistungen potenzial
    potenziale ergebnis ergebnisse auswirkung folge folgen konsequenz konsequenzen wirkung bedeutung umsetzung
    durchführung gestaltung abstimmung abwicklung bearbeitung prüfung bewertung beurteilung einschätzung betrachtung
    analyse planung steuerung organisation koordination kommunikation information informationen zusammenarbeit
    kooperation partnerschaft beziehung beziehungen verbindung austausch dialog thema themen frage fragen antwort
    aufgabe aufgaben bereich bereiche ebene ebenen fall fälle form art weise aufwand nutzen vorteil vorteile
    nachteil nachteile mehrwert niveau umfang maß grad anteil tendenz trend dynamik komplexität flexibilität
    transparenz kompetenz kompetenzen fähigkeit eigenschaft schwierigkeit herausforderung herausforderungen
    hindernis konflikt konflikte kritik streit missverständnis störung mangel defizit fehler irrtum versäumnis
    verzögerung zeit dauer phase phasen zeitraum moment augenblick gelegenheiten priorität dringlichkeit freiheit
    gerechtigkeit gleichheit wahrheit wirklichkeit realität existenz wesen identität gesellschaft politik wirtschaft
    wissenschaft bildung kunst religion gesetz vertrag vereinbarung regelung bedingung bedingungen voraussetzung
    voraussetzungen vorbehalt berücksichtigung gewährleistung haftung zuständigkeit unternehmensziel
    kundenzufriedenheit zufriedenheit lebensqualität mitarbeiterzufriedenheit synergie synergien aspekten eindruckes
    entscheidung entscheidungen rücksicht nachsicht absicht vorsatz wahl auswahl alternative alternativen option
    optionen variante zustimmung ablehnung genehmigung
    """.split()
)
ENDINGS = (
    "heit", "heiten", "keit", "keiten", "ung", "ungen", "schaft", "ismus", "tion", "tionen", "sion", "sionen", "tät", "täten", "anz", "enz",
    "nis", "nisse", "tum", "logie", "grafie", "nahme", "nahmen",
)  # fmt: skip

THINGS = ThingWords(CONCRETE, ABSTRACT, ENDINGS, heads=True)
