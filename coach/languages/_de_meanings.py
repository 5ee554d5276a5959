"""German words for feelings, curated for business and everyday mail; `lexicon.py` says how entries are written.

The idea of counting such words by theme: Pennebaker & Francis 1996; strength and negation: Taboada et al. 2011. The
words are our own selection; `_` stands for a blank within a phrase.
"""

from __future__ import annotations

from coach.languages._de_warmth import CARING, COLD
from coach.meaning_words import entries

JOY = entries(
    """
    freude freuden freudig* freue freuen freust freut freute freuten gefreut erfreu* vorfreude* riesenfreude
    lebensfreude mitgefreut glücklich* überglücklich* glückselig* beglück* glücksgefühl* glücksmoment* froh frohe
    frohen froher frohes frohem heilfroh fröhlich* frohgemut freudestrahlend* begeister* hingerissen entzück* jubel
    jubeln jubelt jubelten gejubelt jubelnd* jubil* bejubel* juhu juhuu juchhu* hurra yippie jippie yeah yay juchzen
    juchzt strahlt strahlen strahle strahlst strahlte strahlten gestrahlt strahlend strahlende strahlenden lachen
    lacht lachte lachten gelacht lachend* lächel* gelächelt schmunzel* geschmunzelt kichern kichert vergnügen
    vergnügt* vergnüglich* spaß spaßig* riesenspaß genieß* genoss genossen genossene genuss genüsslich* genussvoll*
    euphor* selig selige stolz stolze stolzer stolzen erleichterung heiter heitere heiteren heiterkeit wonne
    frohsinn ausgelassen* übermütig* beschwingt* freudentränen freudensprung* freudentanz glückspilz* glückskind*
    strahlemann gute_laune guter_laune bester_laune beste_laune gut_gelaunt gutgelaunt* aus_dem_häuschen
    im_siebten_himmel auf_wolke_sieben vor_freude luftsprung* luftsprünge hüpf* tanzen_vor die_welt_umarmen
    gänsehaut herzklopfen bin_ich_froh sind_wir_froh hin_und_weg ganz_verliebt verliebt* verzückt* überwältigt*
    berauscht* herz_lacht lacht_das_herz geht_das_herz_auf geht_mir_das_herz_auf lachendes_herz wunschlos*
    traumhaft_schön macht_laune macht_freude macht_lust lust_auf voller_tatendrang kann_es_kaum_erwarten
    kaum_erwarten können_es_kaum_erwarten wie_geil jubelstimmung feierstimmung partystimmung festfreude
    wiedersehensfreude dankbar_und_froh frohlock* 😀 😃 😄 😁 😆 😂 🤣 😍 🥰 🤩 🥳 🎉 🎊 💃 🕺 😻 🙌 :-d :d xd ^^ <3 ❤ ❤️ 💕 💖 😊
    grins* gegrinst gerührt rührt_uns rührt_mich happy hocherfreut* traum_wird_wahr wie_im_traum traum_in_erfüllung
    unser_glück_kaum mein_glück_kaum glück_kaum_fassen kaum_fassen platze_vor_stolz platzen_vor_stolz konfetti
    sektkorken korken_knallen schampus ein_fest_für ein_freudentag freudentag freudig hurra! jipp* wuhu woohoo yess
    yes jaaa jaa tadaa endlich_geschafft es_ist_geschafft selten_so_gelacht so_gelacht lachtränen vor_lachen
    kugeln_uns begeisterung tanzen_wir singen_vor jauchz* trällern frohgelaunt* quietschvergnügt* quietschfidel*
    putzmunter kindische_freude strahlende_gesichter strahlende_augen leuchtende_augen leuchten_in_den_augen
    augen_leuchten bin_erleichtert sind_erleichtert erleichtert_dass sehr_erleichtert so_erleichtert
    herrlich_gelacht hin_und_hergerissen_vor vor_glück stein_vom_herzen heidenspaß mordsspaß freu freu_mich freun
    tag_versüßt versüßt* könnte_singen könnten_singen könnte_tanzen könnten_tanzen welche_freude was_für_eine_freude
    welch_freude was_für_eine_überraschung was_für_eine_schöne wie_wunderbar wie_herrlich glückspilze freudensprünge
    auf_händen_tragen knutschen bussi in_hochstimmung hochstimmung in_feierlaune feierlaune in_bester_laune
    strahlen_um_die_wette kichern_und
    """
)
ANGER = entries(
    """
    wut wütend* wutentbrannt* wutanfall* stinkwut stinkwütend* zorn zornig* erzürn* ärger ärgere ärgern ärgert
    ärgerte ärgerten geärgert ärgerlich* ärgernis* verärger* stocksauer stinksauer sauer saure angesäuert* empört*
    empörung empörend* empören entrüst* aufgebracht* erbost* erbittert* verbitter* rasend_vor rasend rase_vor tobe
    toben tobt getobt aufreg* aufgeregt_über rege_mich_auf regt_mich_auf regen_uns_auf regt_uns_auf mich_aufregen
    uns_aufregen genervt* nervt nerven_mich nervend* nervig* nervtötend* sowas_von_genervt entnervt* gereizt*
    geladen_bin fuchsteufelswild* in_rage auf_die_palme platzt_der_kragen kragen_geplatzt platzt_mir_der den_kragen
    kocht_die_wut koche_vor kochen_vor vor_wut faxen_dicke nase_voll schnauze_voll geduld_am_ende geduldsfaden
    geduld_ist_am_ende geduld_ist_erschöpft reißt_der reicht_es jetzt_reicht es_reicht mir_reicht_es reicht_es_mir
    reicht_es_uns uns_reicht_es langt_es_mir jetzt_langt fass_zum_überlaufen frechheit* frech freches unverfroren*
    dreist* dreistigkeit* unverschämt* unmöglich_von unerhört* ungeheuerlich* skandal* skandalös* zumutung* zumuten
    unzumutbar* unverantwortlich* bodenlos* unfassbar_dreist unglaublich_dreist schweinerei* sauerei* saftladen
    schlamperei* schlampig* schlamp* pfusch* gepfuscht stümper* dilettant* idiot* idiotisch* trottel* deppen depp
    blödsinn schwachsinn* schwachsinnig* hirnrissig* lächerlich* lachhaft* witz_sein schlechter_scherz
    schlechter_witz ein_witz witznummer farce verarsch* verarscht veräpfel* verhöhn* hohn verschaukel*
    für_dumm_verkauf* für_dumm für_blöd auf_den_arm an_der_nase abzock* abgezockt betrug betrüger* betrügerisch*
    betrogen lüge lügen lügt lügner* gelogen belogen belügen verlogen* unverschämtheit* inakzeptabel*
    nicht_akzeptabel nicht_hinnehmbar nicht_länger_hinnehm* nicht_gefallen_lassen nicht_bieten_lassen
    lasse_mir_das_nicht lassen_wir_uns_nicht geht_gar_nicht geht_so_nicht so_geht_das_nicht so_nicht was_soll_das
    was_fällt_ihnen was_fällt_dir was_bilden was_erlauben wie_können_sie_es wie_kannst_du_es wagen_sie wagst_du
    unterstehen_sie hallo_geht's geht's_noch schämen_sie schäm_dich beschwer* beschwerde* protest* protestiere
    anwalt rechtsanwalt* anzeige_erstatt* verklag* gerichtlich* verbraucherzentrale konsequenzen_haben
    konsequenzen_ziehen ultimatum letzte_aufforderung letztmalig_auf verflucht* verdammt* verfluch* scheiß* scheiss*
    mist mistkerl* kacke zum_kotzen kotzt_mich kotz* zum_teufel zur_hölle hass hasse hassen hasst verachte verachten
    verachtung verabscheu* abscheulich* feindselig* wutschnaubend* schnaub* schimpf* geschimpft fluche fluchen
    brüll* anbrüllen angebrüllt anschreien schreien_vor haarsträubend* hanebüchen* respektlos* rücksichtslos*
    ignorant* ignoranz arrogant* arroganz unkollegial* hinhaltetaktik hingehalten tatenlos* abgewimmelt abwimmeln
    abgespeist abspeisen vertröst* vertröstet zum_narren narren_halten mir_stinkt stinkt_mir unterirdisch*
    ein_unding unding chaotenladen chaosladen sabotage sabotier* 😡 😠 🤬 😤 👿 💢 gefälligst schrott ramsch murks dreck
    drecks* blöde_ausrede* ausreden faule_ausreden dreimal_dürfen so_ein_mist so_ein_schrott so_einen_schrott
    so_ein_blödsinn so_ein_unsinn unsinn quatsch_mit langsam_reicht allmählich_reicht schluss_mit_lustig treiben_sie
    treibst_du wollen_sie_mich willst_du_mich was_denken_sie was_glauben_sie was_denkst_du_dir was_glaubst_du
    für_wen_halten wofür_halten haben_sie_noch_alle hast_du_noch_alle spinnen_sie spinnt_ihr spinnst_du ticken_sie
    wie_oft_noch wie_oft_soll wie_oft_muss_ich ist_das_ihr_ernst ist_das_dein_ernst ihr_ernst dein_ernst
    allen_ernstes unglaubliche_frechheit eine_unverschämtheit himmelschreiend* schäbig* mies_behandelt veräppel*
    auf_der_nase_herumtanz* nicht_mit_mir nicht_mit_uns bin_ich_sauer auf_180 auf_hundertachtzig hundertachtzig
    zur_weißglut weißglut galle kommt_hoch auf_den_keks auf_den_geist auf_die_nerven auf_den_wecker auf_den_sack
    bin_bedient bedient_bin restlos_bedient angefressen vergrätzt* erzürnt* außer_mir außer_sich_vor
    """
)
DISAPPOINTMENT = entries(
    """
    enttäusch* ernüchter* ernüchtert desillusion* frust* frustr* gefrustet resigniert* resignation niedergeschlagen*
    betrübt* betrüblich* bedauerlich* leider schade jammerschade zu_schade sehr_schade wie_schade traurig* trauer
    traurigerweise deprimier* bedrückt* bedrückend* geknickt* zerknirscht* niederschmetternd* entmutig* mutlos*
    hoffnungslos* hoffnungen_zerschlagen hoffnung_aufgegeben hoffnung_verloren umsonst vergebens vergeblich*
    vergebliche unerfüllt* unbefriedig* unzufrieden* unzufriedenheit mehr_erhofft anders_erhofft mehr_erwartet
    etwas_anderes_erwartet anderes_erwartet besseres_erwartet mehr_versprochen hätte_mehr hatte_gehofft
    hatten_gehofft hatten_uns_so hatte_mich_so hatte_mich_sehr_auf hatten_uns_sehr_auf vergeblich_gewartet im_stich
    stich_gelassen hängen_lassen hängengelassen hängen_gelassen sitzen_lassen sitzengelassen versetzt_worden
    allein_gelassen alleingelassen* fallen_gelassen verlassen_gefühlt vertrauen_verloren vertrauen_verspielt
    vertrauensbruch vertrauensverlust vertrauen_erschütter* vertrauen_ist_weg gebrochenes_versprechen
    versprechen_gebrochen versprechen_nicht versprochen_und_nicht wort_gebrochen wort_gehalten_haben
    nicht_wort_gehalten nicht_eingehalten nicht_gehalten_wurde nicht_gehalten_haben lässt_zu_wünschen
    ließ_zu_wünschen lassen_zu_wünschen zu_wünschen_übrig bleibt_hinter blieb_hinter hinter_den_erwartungen
    hinter_unseren_erwartungen hinter_meinen_erwartungen erwartungen_nicht den_erwartungen_nicht
    unseren_erwartungen_nicht meinen_erwartungen_nicht entspricht_nicht weit_entfernt_von fehlschlag*
    fehlgeschlagen* reinfall* flop flops misslungen* gescheitert* scheitern scheitert_an ins_wasser_gefallen
    ins_wasser geplatzt* verpatzt* vermasselt* verdorben* vergrault* verprell* kein_gutes_gefühl mit_bedauern
    sehr_bedauert bedaure bedauern bedauert bedauere zu_unserem_bedauern zu_meinem_bedauern unglücklich*
    unglücklicherweise herber_schlag rückschlag* rückschläge bitter bittere bitteren verbittert niedergang trostlos*
    freudlos* lustlos* trübsal trüb trübe betroffen_sind betroffen_bin getroffen_hat hat_mich_getroffen
    verletzt_mich gekränkt* kränk* verletzt_gefühlt schweren_herzens schwerem_herzen mit_schwerem fehlanzeige
    nichts_draus nichts_daraus_geworden nichts_geworden daraus_wird_nichts daraus_wurde_nichts wieder_nichts
    nicht_geklappt wurde_nichts hätte_mir_gewünscht hätten_uns_gewünscht hätte_ich_nicht_gedacht
    hätten_wir_nicht_gedacht nicht_mehr_das_was nicht_mehr_wie_früher früher_war_das stark_nachgelassen
    nachgelassen* schlechter_geworden kein_vergleich_zu 😞 😔 😢 😭 🙁 ☹ 😟 💔 :-( :( :'( 😕 😿 nicht_erfüllt
    wurde_nicht_erfüllt hoffnungen_gesetzt nicht_in_erfüllung zerplatzt* geplatzter_traum zerschlagen*
    hat_sich_zerschlagen wäre_zu_schön nicht_verdient verletzt_und traurig_stimmt stimmt_mich_traurig
    stimmt_uns_traurig macht_mich_traurig macht_uns_traurig im_regen_stehen im_regen allein_im leere_versprech*
    leeren_versprech* versprochen_war versprochen_wurde hieß_es_noch davon_ist_nichts nichts_davon_ist nichts_übrig
    hinter_dem_zurück zurückgeblieben* ich_dachte_ich_könnte hätten_wir_uns_anders hätte_ich_mir_anders
    anders_vorgestellt besser_vorgestellt mehr_vorgestellt gehofft_hatten gehofft_hatte erhofft_hatten erhofft_hatte
    erhofft_hatten_wir im_stich_gelassen im_stich_lassen hätte_mir_mehr hätten_uns_mehr hatte_mir_mehr
    hatten_uns_mehr hatten_mehr hatte_mehr hätten_mehr weniger_als_erwartet weniger_als_gedacht
    """
)
PLEASANT = entries(
    """
    gut gute guten guter gutes gutem besser bessere besseren besserer beste besten bester bestes schön schöne
    schönen schöner schönes schönem schönste* nett nette netten netter nettes lieb liebe liebevoll* lieben liebt
    liebte angenehm* freundlich* höflich* zuvorkommend* hilfsbereit* hilfreich* aufmerksam* herzlich* warmherzig*
    zufrieden zufriedene* zufriedenheit zufriedenstellend* gefällt gefallen_hat gefallen_uns gefiel gefielen mochte
    lohn* gelohnt klappt klappte geklappt funktioniert_wieder läuft_wieder reibungslos* problemlos* mühelos*
    unkompliziert* zuverlässig* pünktlich* rechtzeitig* sauber saubere sauberen ordentlich* gründlich* sorgfältig*
    gelungen* geglückt glücksfall zum_glück glücklicherweise erfreulicherweise positiv* vorteil* praktisch
    praktische* nützlich* wertvoll* lecker* köstlich* schmackhaft* wohlschmeckend* frisch frische frischen
    gemütlich* bequem* komfortabel* hübsch* elegant* stimmig harmonisch* reizend* charmant* sympathisch* kompetent*
    professionell* fair faire fairen ehrlich_gut großzügig* kulant* kulanz geduldig* verständnisvoll* willkommen
    dank danke dankbar* dankenswert* bedank* gelobt lob loben lobt lobend* lobenswert* kompliment* anerkennung*
    würdig* verdient_haben hoffnung* hoffnungsvoll* zuversicht* zuversichtlich* optimist* vielversprechend*
    erfreulich* beruhig* entspannt* entspannend* erholsam* erholung gesund gesunde gesundes geheilt genesen heil
    unversehrt* einwandfrei* tadellos* fehlerfrei* makellos* passt_perfekt passt_gut sitzt_gut wie_gewünscht
    wie_versprochen wie_erhofft voll_und_ganz gut_angekommen wohlbehalten wohl_fühlen wohlfühl* wohlgefühlt
    fühlen_uns_wohl fühle_mich_wohl empfehlen empfehle empfehlung* empfehlenswert* weiterempfehl* gerne_wieder
    gern_wieder jederzeit_wieder immer_wieder_gern treue erfolgreich* erfolg gewonnen bestanden geschafft super toll
    tolle tollen toller tolles prima klasse cool coole nice fein feine feinen süß süße interessant* spannend*
    lustig* witzig* humorvoll* liebenswert* liebenswürdig* sehenswert* beliebt* bewähr* bewährt* beeindruck*
    imponier* überzeugt überzeugend* begrüße begrüßen schätze schätzen geschätzt* wunschgemäß* traum* sonnig*
    hell_und freundschaftlich* friedlich* sicher_gefühlt geborgen* unterstützt_haben tatkräftig* engagiert* fleißig*
    vorbildlich* fachkundig* blitzschnell* ruckzuck schnelle_hilfe schnell_geholfen sehr_geholfen weitergeholfen
    geholfen alles_gut alles_bestens bestens wunderbar_geklappt nichts_zu_meckern zu_meckern 👍 👌 🙏 🙂 😉 😌 ☺ 💪 ✨ 🌞 ☀ ✅
    👏 :-) :) ;-) ;) 🍀 🌸 💐 mag_ich mögen_wir_sehr ein_gedicht eine_wucht ein_traum schwärm* geschwärmt augenweide
    augenschmaus ohrenschmaus gaumenfreude* hochgenuss* leckerbissen prachtstück* schmuckstück* volles_lob
    großes_lob ein_lob hut_ab chapeau respekt_vor alle_achtung daumen_hoch ein_gewinn_für wohltuend* wohltat angetan
    sehr_angetan bereicher* glücksgriff* treffer gut_gekümmert liebevoll_gekümmert gekümmert_haben weitergebracht
    vorangebracht weiterhilft gerettet vernarrt* nicht_zu_viel_versprochen nicht_zuviel_versprochen wort_gehalten
    übertroffen positiv_überrascht angenehm_überrascht freudig_überrascht schöne_überraschung gelungene_überraschung
    voller_erfolg wie_neu wie_am_schnürchen glatt_gelaufen glatt_gegangen rund_gelaufen läuft_rund läuft_wie
    gut_aufgehoben in_guten_händen gut_beraten gut_betreut bestens_betreut bestens_beraten nichts_auszusetzen
    keine_beanstandungen passgenau* passt_wie angegossen kinderleicht* im_handumdrehen flott flotte flotten zügig*
    glück_gehabt viel_glück so_ein_glück ruhig_und hell_freundlich lichtdurchflutet* aromatisch* duftet* duftend*
    knusprig* saftig* zart zarte weich_und kuschelig* flauschig* robust* stabil_und langlebig* leise_und blitzblank*
    blitzsauber* makellose tiptop tipptopp piccobello picobello gepflegt* einladend* farbenfroh* spielend_leicht
    """
)
SPLENDID = entries(
    """
    hervorragend* ausgezeichnet* großartig* fantastisch* phantastisch* wunderbar* wundervoll* wunderschön*
    traumhaft* herrlich* prächtig* grandios* genial* sensationell* spektakulär* überragend* überwältigend*
    exzellent* erstklassig* erste_klasse erste_sahne spitzenmäßig* spitzenklasse brillant* bravourös* vorzüglich*
    exquisit* himmlisch* göttlich* paradiesisch* märchenhaft* zauberhaft* bezaubernd* atemberaubend* unübertroffen*
    unschlagbar* perfekt* vollkommen_zufrieden rundum_zufrieden mehr_als_zufrieden rundum_gelungen top mega megagut
    bombastisch* phänomenal* fabelhaft* famos* glänzend* meisterhaft* einmalig* einzigartig* unvergesslich*
    unbezahlbar* goldwert gold_wert das_beste der_beste die_beste besser_geht besser_geht_es besser_geht's
    nicht_besser sehr_gut sehr_schön sehr_zufrieden hochzufrieden* restlos_begeistert hellauf volltreffer*
    glanzleistung* meisterwerk* meisterleistung* sagenhaft* umwerfend* hochwertig* preisverdächtig* weltklasse*
    allererste_güte lebensretter* rettung ein_segen segen goldstück* engel schatz 💯 🏆 🌟 ⭐
    """
)
UNPLEASANT = entries(
    """
    schlecht* schlimm* schlimmer übel üble übles mies miese miesen mieser mäßig mäßige* mittelmäßig* ungenügend*
    mangelhaft* mangel mängel fehler fehlern fehlerhaft* falsch falsche falschen falscher falsches kaputt* defekt*
    beschädig* schaden schäden schadhaft* zerbrochen* zerkratz* verbogen* verschmutz* dreckig* schmutzig* stinkt
    stinken gestank gestunken riss gerissen undicht* tropft verschimmel* schimmel* rostig* verrostet* abgebrochen*
    gebrochen* bricht_ab ausgefallen* ausfall ausfälle stillstand* störung* gestört stört stören problem probleme
    problemen problematisch* schwierig* schwierigkeit* mühsam* mühselig* umständlich* kompliziert* ärmlich*
    unbrauchbar* nutzlos* wertlos* sinnlos* unnötig* überflüssig* verspät* verzöger* zu_spät unpünktlich*
    verschlepp* überfällig* versäum* vergessen_haben verloren verlust* verpasst* verschwunden abhanden*
    unauffindbar* fehlt_immer unfreundlich* unhöflich* grob ruppig* barsch* patzig* pampig* schroff* herablass*
    abweisend* lieblos* gleichgültig* desinteress* unmotiviert* überfordert* inkompetent* inkompetenz unfähig*
    unfähigkeit unprofessionell* unzuverlässig* unseriös* nachlässig* fahrlässig* ungeduldig* unzureichend*
    unvollständig* unleserlich* unklar* undurchsichtig* widersprüchlich* chaotisch* chaos durcheinander unangenehm*
    unerfreulich* unschön* unbefriedig* unbequem* ungemütlich* hässlich* fad fade faden geschmacklos* versalzen*
    ungenießbar* verdorben* kalt_geworden angebrannt* zäh verbrannt* matschig* peinlich* beschämend* blamabel*
    blamage* blamier* schande armutszeugnis* unwürdig* lästig* langweilig* öde fragwürdig* zweifelhaft* bedenklich*
    besorgniserregend* sorge sorgen besorgt* beunruhig* befürcht* angst ängst* ängstlich* panik* nervös* unsicher*
    verunsicher* gefährlich* gefahr bedroh* unruhig* belastend* belastung* stress* stressig* gestresst erschöpft*
    überlastet* müde krank krankheit schmerz* weh verletzt* unfall leiden leidet gelitten verzweifl* verzweifelt*
    hilflos* ratlos* weinen weint geweint tränen einsam* schwach schwache teuer_bezahlt überteuert* wucher* zu_teuer
    negativ* nachteil* benachteilig* ungerecht* unfair* unehrlich* misstrau* missverständnis* streit streiten
    gestritten konflikt* beanstand* reklam* mahnung* kündig* kündigung* storniert* abgelehnt* verweiger* absage*
    vergiss_es unglück* missgeschick* panne pannen schund billigware minderwertig* doof* blöd* dumm dumme dummer
    ungünstig* unpraktisch* unpassend* zu_laut zu_eng nicht_funktion* geht_nicht funktioniert_nicht klappt_nicht
    läuft_nicht startet_nicht passt_nicht stimmt_nicht nicht_in_ordnung nichts_taugt taugt_nichts hakt hapert klemmt
    spinnt streikt wartezeit* ewig_gewartet lange_gewartet warte_noch warten_noch 👎 😬 🙄 😒 😩 😫 😣 🤦 :-/ :/ 😰 😓
    umgekippt missraten* missglückt* verschlimm* verschlechter* lahm lahme abgestürzt* abstürz* blockiert*
    verstopft* undichte dürftig* holprig* nicht_das_wahre nicht_prickelnd nicht_berauschend nicht_überzeugt
    nicht_überzeugend lässt_nach nicht_optimal zum_davonlaufen ernüchternd* mau unter_aller_kritik muffig* mir_graut
    uns_graut graut_es blättert* wackel* steinhart* zu_hart zu_weich viel_zu hilft_nicht hilft_aber_nicht
    hilft_uns_nicht hilft_mir_nicht nicht_gerade tief_getroffen quietsch* knarr* klapper* bröckel* verfärbt*
    ausgeleiert* verzogen* vergilbt* schief schiefe krumm krumme zerrissen* zerknittert* verklebt* klebrig*
    verstaubt* staubig* eiskalt* lauwarm* geknickte eingedrückt* verbeult* ausgefranst* lückenhaft* leckt leck
    undichtes verbraucht_wirk* abgenutzt* abgewohnt* heruntergekommen* ungepflegt* schmuddelig* verdreckt* verlaust*
    kratzt juckt_es flackert ruckelt hängt_sich_auf friert_ein stürzt_ab überhitzt* verkalkt* zugig* lärm lärmend*
    ohrenbetäubend* hellhörig* stickig* feucht feuchte modrig* ranzig* sauer_geworden welk* verwelkt* vertrocknet*
    verkocht* zerkocht* verkohlt* matsch pampe gut_gemeint ausgelaufen* verschüttet* runtergefallen heruntergefallen
    zerschellt* verschrammt* verhunzt* verschandelt* unverständlich* nicht_nachvollziehbar nicht_zumutbar
    nicht_tragbar nicht_die_feine nicht_zufriedenstellend nicht_fertig immer_nur_ärger nichts_als_ärger
    """
)
DREADFUL = entries(
    """
    katastroph* desaster* desaströs* fiasko debakel albtraum* alptraum* horror* grauenhaft* grauenvoll* grausam*
    grässlich* entsetz* schrecklich* furchtbar* fürchterlich* abscheulich* scheußlich* miserabel* miserable*
    erbärmlich* jämmerlich* kläglich* desolat* verheerend* ekelhaft* eklig* ekel ekelerregend* widerlich*
    widerwärtig* abstoßend* unerträglich* unhaltbar* untragbar* unzumutbar* unmenschlich* unter_aller_sau
    unter_aller_kanone unter_jeder_würde hundsmiserabel* grottenschlecht* grottig* saumäßig* unverzeihlich*
    unentschuldbar* niemals_wieder nie_wieder nie_mehr vernichtend* tragisch* tragödie* schockier* geschockt* schock
    fassungslos* unfassbar* bestürz* am_boden_zerstört verheerung ruiniert* ruin verwüst* totalausfall totalschaden
    tiefpunkt hölle höllisch* zum_heulen zum_weinen eine_schande armselig* beschissen* beschissene 💩 😱 🤮 🤢
    """
)
IMPATIENCE = entries(
    """
    warte_seit warten_seit warte_schon_seit warten_schon_seit warte_nun_seit warten_nun_seit warte_jetzt_seit
    warten_jetzt_seit warten_wir warte_ich immer_noch immer_noch_nicht noch_immer noch_immer_nicht noch_immer_keine
    noch_immer_kein schon_wieder wieder_einmal wieder_mal zum_wiederholten zum_zweiten_mal zum_dritten_mal
    zum_vierten_mal zum_fünften_mal zum_x-ten zum_xten zum_hundertsten das_dritte_mal das_vierte_mal das_zehnte_mal
    endlich wann_endlich wo_bleibt wo_bleiben wie_lange_noch wie_oft_noch wie_oft_soll wie_oft_muss seit_wochen
    seit_monaten seit_tagen seit_ewigkeiten ewig_nicht mehrfach mehrmals wiederholt keine_antwort keine_reaktion
    keine_rückmeldung niemand_meldet niemand_ruft niemand_antwortet keiner_meldet keiner_antwortet nichts_passiert
    passiert_nichts nichts_getan tut_sich_nichts nichts_gehört sofort umgehend jetzt_sofort unverzüglich
    auf_der_stelle
    """
)

CATEGORIES = {
    "joy": JOY, "anger": ANGER, "disappointment": DISAPPOINTMENT, "pleasant": PLEASANT, "splendid": SPLENDID,
    "unpleasant": UNPLEASANT, "dreadful": DREADFUL, "caring": CARING, "cold": COLD, "impatience": IMPATIENCE,
}  # fmt: skip
