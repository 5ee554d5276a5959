"""German phrases that care for the reader and phrases that turn them away; `lexicon.py` says how entries are written.

Idea of warm words in service: Li, Packard & Berger 2024. Own selection; `_` stands for a blank within a phrase.
"""

from __future__ import annotations

from coach.meaning_words import entries

CARING = entries(
    """
    von_herzen herzlich* aus_tiefstem_herzen mitgefühl mitfühl* fühle_mit fühlen_mit verstehe_gut verstehen_gut
    verstehe_ihren verstehen_ihren kann_ihren kann_ich_gut_verstehen können_wir_gut_verstehen gut_nachvollziehen
    nachvollziehen kann_das_verstehen für_sie_da für_dich_da für_euch_da an_ihrer_seite an_deiner_seite nicht_allein
    gute_besserung gut_erhol* schnelle_genesung komm_gut kommen_sie_gut pass_auf_dich passen_sie_auf_sich
    gib_auf_dich_acht denke_an_dich denke_an_sie denken_an_sie denken_an_euch lassen_sie_sich_zeit lass_dir_zeit
    in_aller_ruhe keine_eile keine_sorge keine_sorgen machen_sie_sich_keine mach_dir_keine mach_dir keinen_kopf
    kein_stress kein_grund_zur_sorge gern_geschehen sehr_gerne sehr_gern jederzeit_gern* jederzeit_gerne
    jederzeit_melden wir_kümmern_uns ich_kümmere_mich kümmern_uns_gern kümmere_mich_gern kümmern_uns_darum
    kümmere_mich_darum helfe_ihnen_gern* helfen_ihnen_gern* helfe_dir_gern* helfen_wir_gern* helfe_ich_gern*
    unterstütze_gern* unterstützen_sie_gern* stehe_ihnen_gern* stehen_ihnen_gern* drücke_ihnen drücken_ihnen
    drücke_dir drücken_dir daumen alles_gute alles_liebe viel_glück viel_erfolg viel_kraft viel_freude viel_spaß
    frohe_weihnachten frohes_fest guten_rutsch frohe_ostern schöne_feiertage schönen_urlaub schönes_wochenende
    schönen_tag schönen_abend schönen_feierabend gute_reise gute_fahrt gesegnete* herzlichen_glückwunsch gratulier*
    gratulation* glückwunsch glückwünsche geburtstag* zum_jubiläum beileid anteilnahme geduld_danke für_ihre_geduld
    für_deine_geduld für_eure_geduld für_ihr_verständnis für_dein_verständnis für_ihr_vertrauen für_dein_vertrauen
    für_ihre_treue lieben_dank ganz_lieb sehr_lieb so_lieb lieb_von lieb_gemeint nett_von_ihnen nett_von_dir
    sehr_freundlich freundlich_von wie_schön schön_dass schön_von_ihnen_zu schön_von_dir_zu wie_geht_es wie_geht's
    geht_es_ihnen geht_es_dir geht_es_euch hoffentlich_geht ich_hoffe_es_geht hoffe_es_geht hoffe_sie hoffe_du
    willkommen herzlich_willkommen schön_dass_sie schön_dass_du umarm* drück_dich fühl_dich_gedrückt knuddel*
    liebste liebster meine_liebe mein_lieber freuen_uns_auf_sie freue_mich_auf_dich freuen_uns_auf_euch
    freue_mich_auf_sie besuchen_sie_uns_gern wertschätz* von_ganzem_herzen toll_gemacht gut_gemacht prima_gemacht
    weiter_so tut_mir_leid tut_uns_leid tut_mir_so_leid kinder_grüßen grüßen_sie_ihre grüß_deine schöne_grüße_an
    liebe_grüße_an trost tröst* tröstlich* geborgen* füreinander miteinander 🤗 💐 🌷 ❤ 🥰 🙏 tut_ihnen_gut tut_dir_gut
    ruhen_sie_sich ruh_dich schonen_sie_sich schon_dich passen_sie_gut pass_gut wir_denken_an ich_denke_an
    in_gedanken_bei in_gedanken kraft_schöpfen lassen_sie_den_kopf lass_den_kopf kopf_hoch wird_schon_wieder
    das_wird_schon alles_wird_gut wir_schaffen_das_gemeinsam gemeinsam_finden gemeinsam_schaffen zusammen_finden
    nehmen_sie_sich_die_zeit nimm_dir_die_zeit in_ihrem_tempo in_deinem_tempo scheuen_sie_sich_nicht
    melden_sie_sich_jederzeit melden_sie_sich_gern* meld_dich_jederzeit melde_dich_jederzeit rufen_sie_gern*
    ruf_gern* immer_ein_offenes_ohr offenes_ohr ein_stein_vom_herzen am_herzen ans_herz auf_sie_freuen
    auf_dich_freuen freuen_uns_mit freue_mich_mit freue_mich_für freuen_uns_für so_schön_dass toll_dass
    wie_wunderbar wie_lieb wie_nett danke_dir danke_euch danke_ihnen vielen_lieben tausend_dank herzensdank
    lieben_gruß liebe_grüße sonnige_grüße drücken_sie_ihre drück_deine gute_nerven viel_geduld starke_nerven
    ein_kleines_dankeschön kleines_dankeschön als_dankeschön dankeschön kleine_freude wieder_gesund bald_gesund
    gesund_werden genesungswünsche schnell_wieder_auf_die_beine sich_keine_gedanken mach_dir_keine_gedanken
    keine_gedanken tröstende rücken_frei ihnen_zur_seite dir_zur_seite zur_seite_stehen wie_zu_hause zeit_der_welt
    die_besten ihr_seid_spitze du_bist_spitze sie_sind_spitze ihr_seid_toll du_bist_toll ein_schatz bist_ein_engel
    sind_ein_engel gern_zur_seite jederzeit_zur_seite immer_für_sie immer_für_dich immer_für_euch
    rund_um_die_uhr_für tür_steht_ihnen tür_steht_dir tür_steht_immer offene_tür auf_einen_kaffee kommen_sie_vorbei
    komm_vorbei komm_doch kommt_doch kommen_sie_doch schauen_sie_vorbei schau_vorbei besuchen_sie_uns besuch_uns
    lade_sie_ein laden_sie_herzlich lade_dich_ein laden_dich_ein laden_euch_ein fühlen_sie_sich fühl_dich fühlt_euch
    grüßen_sie grüß_mir grüß_bitte schlafen_sie_gut schlaf_gut träum_schön lass_es_dir lassen_sie_es_sich
    lasst_es_euch gönnen_sie_sich gönn_dir verwöhn* streichel* herzenswunsch* herzenssache* herzensangelegenheit*
    herzlichst* liebevoll* fürsorglich* einfühlsam* rührend_von goldig* ein_gedicht schwärmen schwärmt gedacht_haben
    danke_dass toll_dass_sie toll_dass_du
    """
)
COLD = entries(
    """
    nicht_unser_problem nicht_mein_problem ihr_problem_nicht ist_ihr_problem ist_dein_problem ihr_pech dein_pech
    pech_gehabt selbst_schuld selber_schuld eigene_schuld ihre_schuld deine_schuld ihre_sache ihre_eigene_sache
    deine_sache ihr_privatvergnügen privatvergnügen ihr_privates privatsache nicht_unsere_sache nicht_meine_sache
    nicht_zuständig nicht_mein_bier nicht_unser_bier sehen_sie_selbst_zu sehen_sie_zu sieh_zu sieh_selbst_zu
    schauen_sie_selbst lesen_sie_selbst wie_bereits_gesagt wie_schon_gesagt wie_bereits_mehrfach wie_ihnen_bekannt
    wie_sie_wissen_sollten hätten_sie_gelesen wer_lesen_kann lesen_hilft nachlesen_können können_sie_nachlesen
    steht_in_den_agb siehe_agb keine_ausnahmen keine_ausnahme keinerlei_ausnahme interessiert_mich_nicht
    interessiert_uns_nicht interessiert_hier_niemand* interessiert_niemand* ist_mir_egal ist_uns_egal mir_egal
    uns_egal mir_doch_egal egal_was_sie kümmert_mich_nicht kümmert_uns_nicht geht_mich_nichts_an geht_uns_nichts_an
    geht_sie_nichts_an geht_dich_nichts_an keine_zeit_für keine_lust lassen_sie_mich_in_ruhe lass_mich_in_ruhe
    in_ruhe_lassen belästig* behelligen verschonen_sie verschon_mich damit_ist_schluss für_mich_schluss
    für_uns_schluss für_mich_erledigt für_uns_erledigt ist_erledigt_für thema_beendet diskussion_beendet basta
    punkt_aus ende_der_diskussion keine_diskussion nicht_diskutieren keine_weiteren_rückfragen keine_weiteren_fragen
    von_rückfragen_ist rückfragen_sind_zwecklos zwecklos abgelehnt abzulehnen wird_abgelehnt unzulässig*
    kein_anspruch kein_anrecht kommt_nicht_in_frage nicht_in_frage auf_keinen_fall_wird nicht_mehr_melden
    melden_sie_sich_nicht rufen_sie_nicht nicht_mehr_anrufen schreiben_sie_nicht sparen_sie_sich spar_dir wozu_auch
    na_und dann_eben_nicht dann_halt_nicht müssen_sie_warten müssen_sie_eben musst_du_halt müssen_sie_halt
    warten_sie_gefälligst gefälligst stellen_sie_sich_nicht stell_dich_nicht haben_sie_sich_nicht_so jammern_sie
    hören_sie_auf hör_auf nerven_sie_nicht nerv_nicht stören_sie_nicht ausnahmslos* kommentarlos* lapidar*
    schon_wieder_krank schon_wieder_du geht_mich wen_interessiert wen_kümmert tut_nichts_zur_sache
    spielt_keine_rolle dafür_bin_ich_nicht dafür_sind_wir_nicht nicht_unsere_aufgabe nicht_meine_aufgabe
    wenden_sie_sich_woanders woanders_hin suchen_sie_sich gehen_sie_doch dann_gehen_sie dann_geh_doch kann_ja_jeder
    da_könnte_ja_jeder könnte_ja_jeder_kommen keine_auskunft keine_auskünfte geben_wir_nicht beschwerden_sind
    sind_zwecklos ist_zwecklos ihre_schuld_nicht_unsere hätten_sie_früher hätten_sie_sich hättest_du_früher
    hätten_sie_eben hättest_du_halt hättest_du_eben früher_überlegen vorher_überlegen dafür_werde_ich_nicht_bezahlt
    werde_ich_nicht_bezahlt haben_wichtigeres habe_wichtigeres wichtigeres_zu_tun besseres_zu_tun kein_interesse
    kein_bedarf stellen_sie_keine stell_keine lassen_sie_mich_damit lass_mich_damit komm_mir_nicht
    kommen_sie_mir_nicht ihr_pech_ pech_für_sie pech_für_dich dumm_gelaufen für_sie_gelaufen selbst_verantwortlich
    eigenverantwort* nicht_verhandelbar steht_nicht_zur_debatte steht_nicht_zur_diskussion erübrigt_sich
    weiterer_schriftwechsel weitere_schreiben weitere_anfragen werden_nicht_beantwortet wird_nicht_beantwortet
    werden_ignoriert wird_ignoriert nicht_weiter_bearbeitet nicht_mehr_bearbeitet sehe_keinen_grund
    sehen_keinen_grund keine_veranlassung keinen_anlass keine_rücksicht können_wir_keine_rücksicht
    ihr_anliegen_ist_für_uns unerheblich* belanglos* nicht_relevant juckt_mich juckt_uns juckt_niemand* geht_mir_am
    mir_wurscht mir_wurst mir_schnuppe schnuppe schnurzegal wurscht dann_lassen_sie_es dann_lass_es
    lassen_sie_es_bleiben lass_es_bleiben jammern gejammer heulen_sie heul_leise schluss_aus ihr_bier dein_bier
    sie_nerven du_nervst gleichgültig woanders beschweren in_frieden keine_zeit ist_nicht_vorgesehen
    nicht_vorgesehen sind_selbst_dafür selbst_dafür_verantwortlich das_übliche wie_immer_bei_ihnen
    dazu_sage_ich_nichts kein_kommentar dazu_gibt_es_nichts nichts_weiter_zu_sagen nichts_hinzuzufügen
    dabei_bleibt_es bleibt_dabei so_ist_das_nun_mal so_ist_das_eben müssen_sie_mit_leben damit_leben
    finden_sie_sich_damit finde_dich_damit gewöhnen_sie_sich na_wenn_schon und_wenn_schon ihre_meinung_interessiert
    interessiert_hier interessiert_keinen interessiert_niemanden nicht_mit_ihnen nicht_mit_dir
    """
)
