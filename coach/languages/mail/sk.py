"""Slovak: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="sk",
    from_labels=("Od", "Odosielateľ"),
    sent_labels=("Odoslané", "Dátum", "Poslané"),
    to_labels=("Komu", "Pre"),
    subject_labels=("Predmet",),
    cc_labels=("Kópia", "Cc"),
    other_labels=("Odpovedať", "Prílohy", "Dôležitosť", "Priorita"),
    attribution_leads=("Dňa", "Dne"),
    attribution_verbs=("napísal", "napísala", "napísal(a)", "píše", "používateľ napísal"),
    attribution_intros=("Citácia",),
    weekdays=(
        "pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa", "po", "ut", "st", "št",
        "pi", "so", "ne",
    ),
    original=("Pôvodná správa", "Pôvodný e-mail"),
    forwarded=("Preposlaná správa", "Začiatok preposlanej správy"),
    greetings=(
        "Dobrý deň", "Dobré ráno", "Dobrý večer", "Ahoj", "Ahojte", "Vážený", "Vážená", "Vážení", "Milý",
        "Milá", "Čau", "Zdravím",
    ),
    calls=("Dobrý deň", "Ahoj"),
    titles=("pán", "pani", "pane"),
    closings=(
        "S pozdravom", "S priateľským pozdravom", "S úctou", "S prianím pekného dňa", "Pekný deň",
        "Prajem pekný deň", "Zdravím", "Majte sa", "Pekný víkend", "Ďakujem, s pozdravom",
    ),
    thanks=("Ďakujem", "Ďakujeme", "Vďaka", "Vopred ďakujem", "Ďakujem vopred"),
    mobile=("Odoslané z", "Odoslané pomocou", "Získajte Outlook pre", "Poslané z"),
    disclaimers=("Táto správa", "Tento e-mail", "Informácie obsiahnuté"),
    banners=("Myslite na životné",),
    notice_subjects=("správa", "e-mail", "správy", "prílohy"),
    notice_cues=(
        "dôverné", "dôverná", "určená", "adresát", "adresátovi", "príjemca", "zakázané", "omylom",
        "vymazať", "neoprávnené",
    ),
    contact=(
        "Tel", "Telefón", "Mobil", "Fax", "s.r.o.", "spol. s r.o.", "a.s.", "IČO", "DIČ", "Riaditeľ",
        "Konateľ", "Oddelenie", "ulica",
    ),
    list_footers=("Túto správu ste dostali", "Odhlásiť"),
    postscripts=("PS", "P.S."),
    reply_markers=("Odpovedzte nad týmto riadkom", "Prosím, odpovedajte nad týmto riadkom"),
    outside=("externý", "externého", "mimo organizácie"),
    first_person=("ja", "môj", "moje", "mne"),
    scan_notes=("Táto správa", "Tento e-mail", "Táto e-mailová správa", "Bez vírusov", "Neobsahuje vírusy"),
    viruses=("vírus", "vírusy", "vírusov", "antivírusovým", "antivirus"),
)  # fmt: skip
