"""German words for what drives people, curated for business and everyday mail; `lexicon.py` says how entries are written.

Ideas: promotion and prevention, Higgins 1997 and Gamache et al. 2015; achievement, power and affiliation, McClelland
1985 and Schultheiss 2013; competence beside warmth, Fiske, Cuddy & Glick 2007. The words are our own selection;
`_` stands for a blank within a phrase.
"""

from __future__ import annotations

from coach.meaning_words import entries

PROMOTION = entries(
    """
    chance chancen chancenreich* gelegenheit gelegenheiten möglichkeiten gewinn gewinne gewinnen gewinnt gewonnen
    gewinnbringend* zugewinn* erreichen erreicht erreiche erreichbar* erzielen erzielt erziel* steigern steiger*
    gesteigert steigerung* anstieg ansteig* wachsen wächst wachs gewachsen wachstum* ausbau ausbauen ausgebaut
    erweiter* expand* expansion* vergrößer* zulegen zuwachs* zuwächs* fortschritt* fortschrittlich* voranbring*
    voran vorankomm* voranzubringen vorangebracht vorangekommen vorwärts vorwärtskommen weiterkommen weiterentwick*
    entwickeln_uns aufsteigen aufstieg* aufstiegschance* aufschwung* aufblüh* durchstarten durchbruch* durchbrüche
    ehrgeiz* ehrgeizig* ambition* ambitioniert* ideal ideale idealen ideen idee vision* visionär* träume traum
    träumen wunsch erträum* hoffen hoffnung* hoffnungsvoll* streben strebe strebt bestreb* anstreb* angestrebt ziel
    ziele zielen zielstrebig* zukunft* zukunftsweisend* zukunftsfähig* potenzial* potential* erfolg erfolge
    erfolgreich* erfolgschance* rekord* bestleistung* bestmarke* höchstleistung* optimier* optimal* verbesser*
    besser bessere besseren beste bestmöglich* schneller stärker höher mehr_umsatz mehr_kunden mehr_zeit
    mehr_freiheit innovation* innovativ* neuheit* neuland neue_wege neue_märkte neue_kunden neukunde* entdeck*
    erfind* erfinder* kreativ* gestalten gestalte gestaltung* experiment* ausprobier* wagen wagt mutig* mut pionier*
    vorreiter* spitze spitzenreiter* marktführer* führend* vorsprung* überhol* übertreff* übertroffen aufbruch*
    begeister* leidenschaft* profit* profitier* rendite* ertrag erträge ertragreich* lohnt lohnen lohnend* lukrativ*
    attraktiv* vorteil* nutzen nutzt nutzbringend* mehrwert* bonus boni prämie* belohn* gutschein* geschenk* rabatt*
    schnäppchen* sparen_sie_und freuen_sie_sich aufwert* aufgewertet beschleunig* verwirklich* selbstverwirklich*
    realisier* beflügel* inspirier* motivier* anreiz* ansporn* karriere* beförder* befördert lernen dazulernen lerne
    qualifizier* fortbild* weiterbild* talent* entfalt* entfaltung investier* investition* gründung* stark_machen
    blühen boom* boomen boomt verdoppel* verdreifach* vervielfach* hochskal* skalier* zugreifen ergreifen begehrt*
    gegründet neues_lernen neues_wagen neues_ausprobier* etwas_neues auf_neues
    """
)
PREVENTION = entries(
    """
    sicherheit* sichere sicheren sicherer sicherstell* sichergestellt sichern absicher* abgesichert versicher*
    zusicher* verlässlich* verlass zuverlässig* gefährd* gefährlich* risiko* risiken riskier* riskant* bedroh*
    bedrohung* warn* gewarnt warnung* alarm* notfall* notfälle unfall* unfälle verletzungsgefahr* vermeid* vermieden
    verhinder* verhüten verhütung* vorbeug* vorgebeugt vorsorg* vorgesorgt vorsicht* vorsichtig* vorsichtshalber
    vorsorglich* behutsam* sorgfalt* sorgfältig* umsichtig* achtsam* aufpass* aufgepasst achtgeben acht_geben hüten
    behüt* schutz* schütz* geschützt beschütz* bewahr* bewahrt aufbewahr* verteidig* abwehr* abwend* abgewendet
    pflicht* verpflicht* obliegenheit* schuldig schulden_wir muss_sein sollte_nicht darf_nicht dürfen_nicht
    vorschrift* vorgeschrieben* vorgabe* vorgaben regeln regelkonform* regelung* richtlinie* gesetzlich* rechtlich*
    rechtssicher* konform* datenschutz* dsgvo norm normen normgerecht* auflage* auflagen verordnung* bestimmung*
    einhalt* eingehalten einzuhalten halten_uns_an befolg* beacht* zu_beachten haftung* haften haftet haftbar*
    verantwort* verantwortung* gewährleist* garantie* garantier* gewähr bürgschaft* kontroll* kontrollier* überprüf*
    geprüft nachgeprüft inspektion* inspizier* überwach* überwachung* absprache* genehmig* freigabe* zulassung*
    abnahme* zertifi* tüv wartung* warten_lassen schaden schäden schädig* schädlich* beschädig* verlust* verlier*
    verloren_gehen verlieren einbuß* ausfall* ausfälle ausfallrisik* stillstand* störung* fehler* mangel mängel
    panne* pannen panne versagen missgeschick* missbrauch* betrug* diebstahl* einbruch* brand* brandschutz* feuer
    wasserschaden* leck unwetter* frostschäden kosten_vermeiden mehrkosten* folgekosten* frist* fristgerecht*
    fristen frühzeitig* rechtzeitig* pünktlich* termintreu* mahnung* strafe* strafzahlung* vertragsstrafe* bußgeld*
    sanktion* konsequenz* angst ängst* sorge sorgen befürcht* bedenken zweifel unsicher* ungewiss* verunsicher*
    nichts_passiert nichts_schiefgeht schiefgeh* schiefgeht schief_geht schiefgehen schiefläuft stabil* stabilität*
    beständig* bestand_haben erhalten_bleiben unverändert* bewähr* bewährt* solide solider solides gründlich*
    gewissenhaft* ordnungsgemäß* vollständig* nachweis* nachweislich* dokumentier* protokoll* beleg* belegt
    rückversicher* zurückhalt* abwart* auf_nummer_sicher kein_risiko ohne_risiko kein_schaden im_zweifel
    lieber_zweimal nicht_dass notwendig* nötig* erforderlich* zwingend* unbedingt_nötig sperr* sperrung* reserve*
    rücklage* puffer brems* brandgefahr sturz sturzgefahr* kindersicher* schlimmeres schlimmste schlimmsten
    ernstfall* gesundheitsgefahr* infektion* ansteck* hygiene* quarantäne* impf* sicher_ist sicher_sein sicher_gehen
    sichergehen prüfen prüft prüfe gefahr gefahrlos* gefahrenquelle* gefahrensituation* gefahrgut* gesetz gesetze
    gesetzes gesetzgeb* in_ordnung_bringen
    """
)
ACHIEVEMENT = entries(
    """
    leistung* geleistet leisten leistungsstark* spitzenleistung* höchstleistung* bestleistung* erfolg erfolge
    erfolgreich* gelingen gelingt gelang gelungen* schaffen_wir geschafft schafften bewältig* gemeistert meister*
    meisterschaft* meisterhaft* meistern bestanden bestehen_die erreicht erreichen erreichten erziel* vollbracht
    vollbring* vollendet* vollend* fertiggestellt* gewinn gewinnen gewonnen gewinner* sieg* siegen siegreich*
    gesiegt wettbewerb* wettkampf* wettkämpf* turnier* pokal* medaille* medaillen goldmedaille* preis_gewonnen
    ausgezeichnet_worden auszeichnung* ausgezeichnet_mit prämiert* rekord* bestmarke* bestzeit* bestnote*
    erstplatziert* erster_platz ersten_platz podest podium ehrgeiz* ehrgeizig* ambition* ambitioniert* streben
    angestrebt anstreb* ziel ziele zielen zielstrebig* zielvorgabe* zielerreich* übertroffen übertreff* überboten
    überbiet* besser_als besser_werden verbesser* verbesserung* perfektion* perfektionier* exzellen* exzellenz*
    spitze spitzen* spitzenplatz* erstklassig* hochwertig* qualität* anspruchsvoll* mittelmaß mittelmäßig*
    höchste_ansprüche höchstes_niveau trainiert* trainieren training* üben geübt übung* fleiß* fleißig*
    hart_gearbeitet harte_arbeit arbeiten_hart angestrengt* anstrengung* anstrengen mühe_gegeben einsatz*
    engagement* hingabe durchgehalten durchhalte* ausdauer* disziplin* diszipliniert* beharrlich* konsequent*
    herausforder* herausforderung* hürde* knifflig* problem_gelöst gelöst lösen_wir lösung_gefunden abschluss*
    abgeschlossen abschließen prüfung_bestanden diplom* examen* abitur* note_eins bestnoten meisterbrief*
    gesellenbrief* zertifikat* promotion promoviert* karriere* beförder* befördert aufstieg* aufgestiegen kompeten*
    können_wir_besser fähig* fähigkeit* talent* begabt* begabung* geschick* könner* profi profis effizien*
    effizient* effektiv* produktiv* produktivität* umsatzziel* umsatzrekord* meilenstein* etappe* fortschritt*
    durchbruch* stolz_auf stolz_sein stolze_leistung entwickelt_haben erfunden erfind* innovation* eigenhändig*
    aus_eigener_kraft geschicklichkeit*
    """
)
POWER = entries(
    """
    macht_haben macht_ausüben an_der_macht mächtig* machtvoll* machtwort* machtposition* übermacht* ohnmacht*
    herrsch* beherrsch* vorherrsch* dominan* dominier* kontrolle* kontrollieren kontrolliert_den befehl* befehlen
    befohlen anordn* angeordnet anordnung* anweis* anweisung* angewiesen_dass weisung* weisungsbefugt* vorgesetzt*
    vorgesetzte* chef chefs chefin chefetage* chefsache boss bosse vorstand* vorständ* geschäftsführer*
    geschäftsleitung* direktor* präsident* leitung_hat leiter_der führung* führungskraft* führungskräfte*
    führungsanspruch* oberhand autorität* autoritär* befugnis* befugt* ermächtig* bevollmächtig* vollmacht*
    zuständigkeit_liegt verfügung_der entscheide_ich entscheiden_wir bestimme bestimmen_wir bestimmt_hier
    bestimme_hier verlang* verlange verlangen forder* fordere fordern gefordert aufforder* aufgefordert auffordern
    zwing* gezwungen zwang* erzwing* erzwungen nötigen genötigt druck_machen druck_ausüben unter_druck druckmittel*
    durchsetz* durchgesetzt setzen_uns_durch setze_mich_durch setzen_durch stellen_bedingungen bedingungen_durch
    verbot* verbiet* verboten verbiete untersag* untersagt erlaub* erlaubnis* genehmig* dulden dulde duldet
    nicht_dulden dulden_keine dulde_keinen keinen_widerspruch keine_widerrede widerspruch_dulde gehorch* gehorsam*
    gehorchen folge_zu_leisten unterordn* unterwerf* unterworfen untergeben* untergebene* unterstellt_sind untertan*
    rang rangordnung* hierarch* status* statussymbol* einfluss* einflussreich* beeinfluss* einwirken lenken lenkt
    steuern_wir besieg* besiegt schlagen_wir überlegenheit* übertrump* bezwing* bezwungen niederring* gegner*
    gegnerisch* konkurrenz_aus konkurrenten_aus verdräng* verdrängt kampf* kämpf* angriff* angreif* erober* erobert
    unterdrück* unterdrückt entmacht* entlassen entlasse feuern gefeuert kündigen_ihnen absetzen abgesetzt
    degradier* maßregel* bestraf* strafe* sanktion* sanktionier* drohen drohe gedroht drohung* androh* angedroht
    klage verklag* konsequenzen_haben abmahn* abgemahnt abmahnung* rechenschaft* zur_rechenschaft imperium
    reich_und_mächtig mehrheit* mehrheitsbeteiligung* stimmrecht* vetorecht* veto alleinherrsch* monopol*
    marktmacht* marktbeherrsch* elite* prestige* ruhm* berühmt* ansehen_genießt hoheit* privileg* vorrecht*
    oberbefehl* kommando* kommandier* überwach* aufsicht* aufseher* zurechtweis* zurechtgewiesen respekt_verschaff*
    ein_machtwort machtwort das_sagen hat_das_sagen habe_das_sagen haben_das_sagen zu_sagen_haben ich_bin_hier_der
    ich_bin_der_chef als_vorstand als_chef als_geschäftsführer als_leiter als_vorgesetzter krieg kriegen_gegen
    entscheidungsgewalt* entscheidungsmacht alleinentscheid* machtkampf* machtspiel*
    """
)
AFFILIATION = entries(
    """
    freund freunde freunden freundes freundin freundinnen freundschaft* freundschaftlich* befreundet* kumpel*
    kameraden kameradschaft* kollegial* kollegen kolleginnen kollegium gefährte* gefährten partner partnerschaft*
    partnerschaftlich* lebensgefährt* ehefrau ehemann mann_und_kinder familie* familien familiär* familiäre* eltern
    mutter vater mama papa oma opa großeltern bruder schwester geschwister tochter sohn kinder enkel* tante onkel
    verwandt* verwandte* sippe nachbar nachbarn nachbarin nachbarschaft* nachbarschaftlich* mitbewohner* wg clique*
    runde_der verein* vereins* vereinsleben* stammtisch* team teamgeist* teamwork mannschaft* mannschaftsgeist
    wir_alle gemeinsam* gemeinschaft* gemeinschaftlich* zusammen zusammenhalt* zusammengehör* zusammenarbeit*
    zusammensitzen zusammensein zusammenkommen zusammentreffen zusammenstehen miteinander füreinander beieinander
    aneinander untereinander gegenseitig* verbunden* verbundenheit* verbindung_halten in_verbindung_bleiben
    in_kontakt kontakt_halten den_kontakt bindung* geborgen* geborgenheit* vertraut* vertrauen* vertrauensvoll*
    treue* loyal* loyalität* solidar* solidarisch* solidarität* beistand* beisteh* unterstütz* helfen_einander
    hilfsbereit* hilfsbereitschaft* treffen getroffen_haben treffen_uns treff wiedersehen* wiedersehensfreude
    wiederzusehen beisammen* beisammensein besuch* besuchen vorbeikommen vorbei_kommen kommt_vorbei komm_vorbei
    vorbeischau* schaut_vorbei schau_vorbei einladung* einladen eingeladen lade_euch laden_euch laden_wir
    laden_sie_ein lade_dich gäste gast gastfreund* gastgeber* feiern feier feiert gefeiert feste fest_mit
    sommerfest* weihnachtsfeier* betriebsfeier* betriebsausflug* grillen grillabend* grillfest* kaffeeklatsch
    plaudern geplaudert plausch* klönen quatschen gequatscht unterhalten_uns austausch austauschen anstoßen
    angestoßen essen_gehen kochen_wir gemeinsam_kochen spieleabend* ausflug mit_allen alle_zusammen lieben liebt
    geliebt* lieb_haben liebevoll* herzlich* herzlichkeit herzliches warmherzig* zuneigung* zärtlich* umarm*
    umarmung* drücken_dich kuss küss* hochzeit* heirat* verlob* verliebt* taufe taufen geburtstag* jubiläum*
    gratulier* trösten tröst* mitgefühl mitfühl* anteilnahme* vermiss* vermisst fehlt_mir_sehr fehlst fehlen_uns
    willkommen* aufgenommen_fühlen dazugehör* dazugehören dabei_sein mitmachen mitgemacht mitmacht mitfeiern
    mitkommen kommt_mit komm_mit zu_zweit zu_dritt zu_viert an_einem_strang einer_für_alle harmonie* harmonisch*
    versöhn* versöhnung* frieden_schließen friedlich* teilen_wir geteilte freude_teilen
    """
)
COMPETENCE = entries(
    """
    erfahrung* erfahrene* erfahrener langjährig* jahrelang* routinier* routine fachkräfte fachkraft fachleute
    fachmann fachfrau fachkundig* fachgerecht* fachlich* fachwissen spezialist* spezialisiert* experte* experten
    expertin* expertise* profi profis professionell* kompeten* kompetenz* qualifi* qualifiziert* ausgebildet*
    geschult* zertifiziert* meisterbetrieb* sachverständig* sachkundig* sachkenntnis* know-how fundiert* versiert*
    bewandert* geübt* beherrschen gekonnt* souverän* gefunden_und behoben beheben behebe behebt gelöst löse lösen
    löst lösung lösungen repariert reparieren instandgesetzt instand_gesetzt geklärt klären kläre ermittelt
    ermitteln identifiziert* identifizieren analysiert* analyse analysieren diagnos* diagnostiziert* gemessen
    nachgemessen messung* messwert* messprotokoll* berechnet* berechnung* nachgerechnet durchgerechnet kalkulier*
    geprüft prüfe prüfen überprüft* überprüfung* nachgeprüft getestet* testlauf* testläufe* testläufen tests
    testreihe* validier* verifizier* verglichen abgeglichen abgleich* kontrolliert* gegengeprüft gegengelesen
    ursache ursachen liegt_an liegt_daran rührt_von her_rührt zurückzuführen nachgewiesen* nachweis* nachweislich*
    belegt* beleg belege dokumentiert* dokumentation* protokolliert* protokoll messprotokoll im_einzelnen
    schritt_für_schritt zunächst anschließend abschließend erstens zweitens drittens folgende_schritte
    folgenden_schritten plan planung geplant* konzept* vorgehen verfahren* methode* systematisch* strukturiert*
    präzise präziser präzis genaue genauen exakt* detailliert* detail details im_detail lückenlos* zuverlässig*
    verlässlich* effizien* effizient* effektiv* gründlich* sorgfältig* gewissenhaft* termingerecht* fristgerecht*
    pünktlich* planmäßig* wie_vereinbart wie_zugesagt im_zeitplan im_plan eingehalten umgesetzt* umsetzen umsetzung
    erledigt* erledige fertiggestellt* abgeschlossen* durchgeführt* eingerichtet* konfiguriert* konfiguration*
    korrigiert* korrigieren aktualisiert* angepasst* anpassen optimiert* optimieren verbessert* bereinigt*
    wiederhergestellt* gesichert ausgetauscht* ersetzt* montiert* installiert* kalibriert* justiert* eingestellt*
    nachjustiert* gewartet_und ausgewertet* auswertung* normgerecht* vorschriftsmäßig* nach_din nach_norm
    ordnungsgemäß* einwandfrei* fehlerfrei* bewährt* erprobt* garantier* gewährleist* sicherstellen sichergestellt
    stelle_sicher stellen_sicher verantwortlich* zuständig* ansprechpartner* empfehle empfehlen empfehlung* rate_ich
    raten_wir beraten berate beratung* erläuter* erläutert* verantwortung schlage_vor schlagen_vor datenblatt*
    artikelnummer* seriennummer* ergebnis ergebnisse ganz_genau
    """
)
CLUELESS = entries(
    """
    keine_ahnung ahnungslos* weiß_nicht weiß_auch_nicht weiß_ich_nicht weiß_ich_auch_nicht weiß_leider_nicht
    wissen_nicht wissen_wir_nicht wissen_wir_auch_nicht wissen_auch_nicht weiß_gar_nicht weiß_nicht_mehr
    weiß_nicht_weiter keinen_schimmer keinen_blassen_schimmer keinen_plan keinen_überblick kein_plan null_ahnung
    null_plan planlos* ratlos* überfordert* überblick_verloren den_überblick durchblick faden_verloren ups upps uups
    huch hoppla oje oh_je ohje mist_gebaut mist_passiert durcheinander durcheinandergebracht durcheinander_gebracht
    verwechselt verwechsel* vertauscht* vertan verrechnet_habe verschlampt verbummelt verpeilt verpennt verschlafen
    verschwitzt verplant vergaß vermasselt* verpatzt* versemmelt vergeigt verhauen versaut verkackt verloren_habe
    verloren_haben verlegt_haben nicht_mehr_finden finde_nicht_mehr irgendwie irgendwas irgendetwas irgend_etwas
    so_ungefähr pi_mal_daumen aufs_geratewohl auf_gut_glück mal_schauen mal_sehen schauen_wir_mal sehen_wir_mal
    wird_schon wird_schon_irgendwie passt_schon_irgendwie geraten ins_blaue probieren_einfach einfach_mal_probieren
    probieren_wir_einfach probieren_halt einfach_ausprobier* mal_ausprobieren auch_nicht_so_genau nicht_so_genau
    nicht_genau so_genau_weiß weiß_nicht_genau frag_mich_nicht fragen_sie_mich_nicht fragen_sie_mich_bitte_nicht
    nicht_vom_fach kenne_mich_nicht_aus kenne_ich_mich_nicht kenn_mich_nicht nicht_auskenne kennen_uns_nicht_aus
    kenne_mich_damit damit_nicht_aus verstehe_ich_nicht verstehe_davon nichts_davon davon_nichts versteh_ich_nicht
    verstehe_nur_bahnhof nur_bahnhof noch_nie_gemacht nie_gemacht anfänger* neuling* überfragt bin_überfragt
    da_bin_ich_überfragt mir_unklar ist_mir_unklar unklar unerklärlich* rätselhaft* schleierhaft* mir_ein_rätsel
    uns_ein_rätsel ein_rätsel stochern im_dunkeln im_trüben verzettelt chaotisch* chaos unorganisiert*
    unvorbereitet* schludrig* geschludert schlampig* hab's_verbummelt vergessen_habe vergessen_haben habe_vergessen
    haben_vergessen total_vergessen völlig_vergessen glatt_vergessen
    """
)

CATEGORIES = {
    "promotion": PROMOTION, "prevention": PREVENTION, "achievement": ACHIEVEMENT, "power": POWER,
    "affiliation": AFFILIATION, "competence": COMPETENCE, "clueless": CLUELESS,
}  # fmt: skip
