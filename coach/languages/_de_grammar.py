"""What German has for the measures of meaning: negation, softening, demands, syllables, and the readers of one sentence."""

from __future__ import annotations

import functools
import re

from coach.document import Analysis, is_word, word_tokens
from coach.languages import _de_meanings, _de_motives
from coach.languages._de_anglicisms import is_borrowed
from coach.languages._de_commands import commands
from coach.languages._de_tenses import modals, tenses
from coach.languages._de_things import THINGS
from coach.meaning_words import ClauseWords, Ease, MeaningWords, Places, entries
from coach.negation import Feeling, feelings_in
from coach.things import Things, things_in

NEGATOR = entries(
    """
    nicht kein keine keinen keinem keiner keines keins keinerlei nie niemals niemand niemandem niemanden nirgends
    nirgendwo weder ohne kaum nichts nix ned net nich keineswegs keinesfalls mitnichten auf_keinen_fall
    alles_andere_als weit_davon_entfernt fern_davon in_keiner_weise in_keinster_weise nicht_einmal nicht_mal
    noch_nie mangels statt anstatt von_wegen
    """
)
NO_NEGATOR = entries(
    """
    nicht_nur nicht_zuletzt nicht_wahr nicht_umsonst nichts_als nicht_zu_vergessen ob_nicht warum_nicht wieso_nicht
    wenn_nicht_sogar gar_nicht_genug nicht_genug_danken nicht_mehr_lange ohne_zweifel ohne_weiteres ohne_frage
    ohnehin nicht_anders_als nicht_dass kein_wunder nicht_besser kaum_erwarten nicht_abwarten nicht_glücklicher
    nicht_zufriedener statt_findet nicht_zu_toppen nicht_zu_übertreffen nicht_erwarten_bis nicht_schöner
    nicht_netter nicht_freundlicher nicht_zu_viel nicht_zuviel nicht_gerade nichts_auszusetzen
    """
)
INTENSIFIER = entries(
    """
    sehr so wirklich absolut total extrem unglaublich besonders überaus außerordentlich mega richtig echt völlig
    vollkommen unheimlich wahnsinnig furchtbar_gern ungemein äußerst höchst zutiefst restlos rundum dermaßen derart
    derartig ausgesprochen enorm riesig ganz_besonders tierisch voll komplett durch_und_durch aufrichtig
    überglücklich zu_tiefst mehr_als viel_zu unfassbar
    """
)
DIMINISHER = entries(
    """
    etwas ein_bisschen ein_wenig bisschen leicht leichte leichter leichten kleine kleiner kleines kleinen
    einigermaßen halbwegs ziemlich relativ eher recht fast beinahe geringfügig minimal kurz mäßig
    """
)
SOFTENING = entries(
    """
    könnte könntest könnten könntet würde würdest würden würdet wäre wären wärst wäret hätte hätten hättest hättet
    dürfte dürften dürftest dürfen_wir darf_ich dürfte_ich möchte möchten möchtest ließe ließen gäbe bräuchte
    bräuchten käme kämen ginge täte wüsste wüssten müsste müssten sollte_man sollten_wir sollte_vielleicht
    vielleicht eventuell möglicherweise evtl unter_umständen gegebenenfalls ggf wohl gelegentlich bei_gelegenheit
    wenn_möglich falls_möglich sofern_möglich nach_möglichkeit womöglich möglichst irgendwann vorsichtig zaghaft
    wahrscheinlich vermutlich eigentlich ein_wenig ein_bisschen ein_stück_weit etwas_mehr ich_frage_mich frage_mich
    wir_fragen_uns fragen_uns frage_ich_mich fragen_wir_uns interessieren_ob interessiert_mich_ob
    würde_mich_interessieren würde_uns_interessieren mich_würde uns_würde wollte_fragen wollte_mal wollte_nur
    wollte_einmal wollten_nur wollten_einmal wollte_kurz wollten_kurz wollte_nachfragen wollten_fragen
    ich_dachte_man dachte_wir meinen_sie_nicht meinst_du_nicht finden_sie_nicht findest_du_nicht können_wir_nicht
    ob_sie_wohl ob_du_vielleicht ob_man wenn_es_ihnen_nichts_ausmacht wenn_es_dir_nichts_ausmacht wenn_es_geht
    wenn's_geht wenn_es_passt falls_es_passt wenn_es_keine_umstände so_freundlich so_nett so_lieb so_gut_und
    hilfreich_wäre schön_wäre toll_wäre nett_wäre denkbar überlegenswert vorstellbar man_könnte käme_in_frage
    ich_hoffe_es_ist wäre_es spielt_es_eine_rolle anregen vorschlagen vorschlag überdenken bitten_möchten
    bitten_würden ungern nur_ungern leider_nicht_ganz
    """
)
PRESSING = entries(
    """
    ich_will wir_wollen_jetzt will_ich will_mein will_jetzt will_sofort wollen_wir_sofort verlange verlangen_wir
    wir_verlangen fordere wir_fordern fordern_wir erwarte erwarten_wir wir_erwarten bestehe_auf bestehen_auf
    bestehe_darauf bestehen_darauf muss_sofort muss_heute muss_bis müssen_sie musst_du sie_müssen du_musst ihr_müsst
    sie_haben_zu du_hast_zu hat_zu_erfolgen haben_zu_erfolgen zu_unterlassen zu_erledigen_bis hat_sofort sofort
    umgehend unverzüglich auf_der_stelle schnellstens gefälligst auf_jeden_fall_bis spätestens bis_spätestens
    andernfalls ansonsten_werde letzte_mahnung letztmalig frist_bis ultimatum kommt_nicht_in_frage
    kommt_nicht_infrage nicht_in_frage auf_keinen_fall niemals ausgeschlossen wir_lehnen_ab lehne_ich_ab
    lehnen_wir_ab lehne_ab lehnen_ab das_lehne das_lehnen keinesfalls nicht_mit_mir nicht_mit_uns
    das_mache_ich_nicht das_machen_wir_nicht das_geht_nicht geht_so_nicht geht_gar_nicht unakzeptabel inakzeptabel
    nicht_akzeptabel wo_bleibt wo_bleiben wann_endlich wie_lange_noch immer_noch_kaputt immer_noch_nicht
    immer_noch_kein* immer_noch_keine warum_dauert wieso_dauert was_soll_das wird's_bald wird_das_noch schluss_damit
    schluss_jetzt hören_sie_auf hör_auf lassen_sie_das lass_das aufhören zurück_haben geld_zurück will_geld
    sonst_bestelle sonst_kündige sonst_gehe sonst_werde_ich sonst_ziehe
    """
)
WORD_LISTS = _de_meanings.CATEGORIES | _de_motives.CATEGORIES | {
    "negator": NEGATOR, "no_negator": NO_NEGATOR, "intensifier": INTENSIFIER, "diminisher": DIMINISHER,
    "softening": SOFTENING, "pressing": PRESSING,
}  # fmt: skip

QUESTION_WORDS = frozenset(
    """
    was wer wen wem wessen wann wo wohin woher warum wieso weshalb weswegen wie wieviel wozu wofür womit wodurch
    wogegen welche welcher welches welchen welchem woran worauf worüber
    """.split()
)
ACRONYMS = frozenset(
    """
    adac agbs asap bafa bahn bgb dhl dekra dsgvo ebay edeka elster fritz gmbh html http https iban ibans ikea imap
    isbn jpeg json kfw lidl mwst nato obi osram pdfs ssl stvo telekom usb ustid vob wlan xml schufa unesco unicef
    pkws lkws eurokai smtp sepa miele bosch siemens viega vaillant wmf zdf bmw eeprom fpga gpio uart hdmi sata nvme raid vlan ldap sftp ascii scada modbus profibus profinet canopen
    datev zugferd usrp bios uefi dhcp yaml sdks gdpr poe ups rfid plc hmi cad cnc imei isdn dsl vpn
    """.split()
)

# Words that people put in capitals to stress them; in one of them alone nobody looks for a name or a heading's noun.
STRESSED = frozenset(
    """
    absolut allerletzte allerletzten allerletzter alle alles aller allen ausdrücklich ausschließlich bereits bis bitte dringend
    dringende dringenden dringender dringendes dringendst dreimal eilig eilige eiligen eindeutig einzige einzigen einziger
    einziges endgültig endlich erneut ernsthaft falsch falsche falschen falscher falsches fristlos ganz ganze gar garantiert
    gratis heute immer inakzeptabel jeden jeder jedes jetzt kein keine keinen keiner keinerlei keinesfalls kostenlos
    kostenlose kostenlosen kostenfrei letzte letzten letzter letztes letztmalig mehrfach mehrmals morgen muss müssen nichts
    nie niemals niemand nirgends noch nochmals nur oft persönlich pünktlich schleunigst schnell schneller schnellstens
    schnellstmöglich schon schriftlich sofortig sofortige sofortigen sofort ständig streng trotzdem trotz umgehend umsonst
    unbedingt unmöglich unverschämt unverzüglich verbindlich vergeblich verpflichtend vorab vorher wann warum wichtig
    wichtige wichtigen wichtiger wichtiges wieder wieso will wirklich zweimal zwingend überall übermorgen
    """.split()
)

VOWELS = re.compile(r"[aeiouyäöüéèáà]+")
DIPHTHONGS = re.compile(r"aa|ee|oo|ai|ei|ey|ay|au|äu|eu|ie|oi|ui(?=s)")
FOREIGN_IE = re.compile(r"(?:famil|immobil|aktien?|ser|lin|bakter|kriter|mater|stud|ital|mater|ferie?|prinzip)ie")


@functools.lru_cache(30_000)
def syllables_of(word: str) -> int:
    """How many syllables a German word has: its vowels, diphthongs counted once ("Situation": 5)."""
    count = 0
    lower = word.lower().replace("qu", "q")
    for group in VOWELS.findall(lower):
        count += len(group) - len(DIPHTHONGS.findall(group))
    if FOREIGN_IE.search(lower):
        count += 1
    return max(count, 1)


CLAUSES = ClauseWords(
    breaks=frozenset({",", ";", ":", "(", ")", "–", "—", "!", "?", "aber", "sondern", "doch", "jedoch", "dafür"}),
    joins=frozenset({"und", "oder"}),
    behind_verb=True,
)


def feelings(analysis: Analysis) -> tuple[Feeling, ...]:
    """The words of feeling of one sentence."""
    return feelings_in(analysis, CLAUSES)


def things(analysis: Analysis) -> Things:
    """The things and ideas of one sentence."""
    return things_in(analysis, THINGS)


def syllables(analysis: Analysis) -> int:
    """How many syllables the words of one sentence have."""
    return sum([syllables_of(token.text) for token in analysis.known(word_tokens)])


def borrowed(analysis: Analysis) -> Places:
    """The English words of one sentence."""
    return tuple([index for index, token in enumerate(analysis.tokens) if is_word(token) and is_borrowed(token)])


def compounds(analysis: Analysis) -> Places:
    """The nouns of one sentence that are made of two stems or more."""
    return tuple(index for index, token in enumerate(analysis.tokens) if token.pos == "NOUN" and token.stems > 1)


MEANINGS = MeaningWords(
    feelings=feelings,
    things=things,
    tenses=tenses,
    commands=commands,
    modals=modals,
    syllables=syllables,
    ease=Ease(base=180.0, per_sentence=1.0, per_syllable=58.5),  # Amstad 1978
    question_words=QUESTION_WORDS,
    acronyms=ACRONYMS,
    stressed=STRESSED,
    borrowed=borrowed,
    compounds=compounds,
)
