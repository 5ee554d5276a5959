"""Finnish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="fi",
    from_labels=("Lähettäjä", "Keneltä"),
    sent_labels=("Lähetetty", "Päivämäärä", "Päiväys", "Pvm"),
    to_labels=("Vastaanottaja", "Saaja", "Kenelle"),
    subject_labels=("Aihe", "Asia"),
    cc_labels=("Kopio", "Cc"),
    other_labels=("Vastausosoite", "Liitteet", "Tärkeys", "Prioriteetti"),
    attribution_leads=("Käyttäjä", "Pvm"),
    attribution_verbs=(
        "kirjoitti", "kirjoittaa", "kirjoittivat", "kirjoitti seuraavaa", "kirjoitti näin",
    ),
    attribution_intros=("Lainaus", "Lainaan"),
    weekdays=(
        "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai",
        "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "ma", "ti", "ke", "to",
        "pe", "la", "su",
    ),
    original=("Alkuperäinen viesti", "Alkuperäinen Viesti", "Alkuperäinen sähköposti"),
    forwarded=(
        "Välitetty viesti", "Edelleenlähetetty viesti", "Välitetty viesti alkaa",
        "Edelleen lähetetty viesti", "Välitetty Viesti",
    ),
    greetings=(
        "Hei", "Moi", "Moikka", "Terve", "Tervehdys", "Hyvä", "Hyvää päivää", "Hyvää huomenta", "Huomenta",
        "Päivää", "Iltaa", "Hyvät", "Heippa", "Rakas",
    ),
    calls=("Hei", "Moi"),
    titles=("herra", "rouva"),
    closings=(
        "Ystävällisin terveisin", "Terveisin", "Parhain terveisin", "Terveiset", "Yst. terv.", "T.",
        "Terv", "Terv.", "Yt", "Kunnioittavasti", "Hyvää päivänjatkoa", "Hyvää viikonloppua",
        "Mukavaa viikonloppua", "Lämpimin terveisin", "Kiitos ja terveisin", "Hyvin terveisin", "Nähdään",
        "Kiitoksin",
    ),
    thanks=(
        "Kiitos", "Kiitos etukäteen", "Kiitoksia", "Paljon kiitoksia", "Kiitos paljon", "Suuret kiitokset",
        "Kiitti",
    ),
    mobile=(
        "Lähetetty iPhonesta", "Lähetetty", "Lähetetty laitteesta", "Hanki Outlook", "Lähetetty Samsung",
        "Hanki Outlook for", "Lataa Outlook",
    ),
    disclaimers=(
        "Tämä viesti", "Tämä sähköposti", "Tämän viestin", "Tämän sähköpostin", "Viruksista vapaa",
    ),
    banners=("Ajattele ympäristöä", "Et saa usein sähköpostia"),
    notice_subjects=("viesti", "sähköposti", "viestin", "liitteet"),
    notice_cues=(
        "luottamuksellinen", "luottamuksellista", "tarkoitettu", "vastaanottaja", "vastaanottajalle",
        "kielletty", "vahingossa", "poistamaan", "poista",
    ),
    contact=(
        "Puh", "Puh.", "Puhelin", "Matkapuhelin", "Gsm", "Faksi", "Oy", "Oyj", "Y-tunnus",
        "Toimitusjohtaja", "Osasto", "Myynti", "Myyntipäällikkö", "katu", "PL",
    ),
    list_footers=("Sait tämän viestin", "Saat tämän viestin", "Peruuta tilaus"),
    postscripts=("PS", "P.S.", "Ps."),
    reply_markers=(
        "Kirjoita vastauksesi tämän rivin yläpuolelle", "Vastaa tämän rivin yläpuolelle",
    ),
    first_person=("minä", "minun", "minulle", "minut"),
    outside=("ulkopuolinen", "ulkopuolelta", "ulkoinen"),
    groups=("tiimi", "asiakaspalvelu", "toimitus", "toimisto"),
    scan_notes=(
        "Tämä sähköposti", "Tämä viesti", "Tämä sähköpostiviesti", "Virukseton", "Viruksia ei löytynyt",
        "Ei viruksia",
    ),
    viruses=("virus", "viruksia", "virusten", "virustarkistettu", "virustorjunta", "virustentorjunta"),
)  # fmt: skip
