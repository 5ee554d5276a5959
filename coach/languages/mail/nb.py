"""Norwegian (Bokmål): the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="nb",
    from_labels=("Fra", "Avsender"),
    sent_labels=("Sendt", "Dato", "Sendt den"),
    to_labels=("Til", "Mottaker"),
    subject_labels=("Emne",),
    cc_labels=("Kopi", "Cc", "Blindkopi"),
    other_labels=("Svar til", "Vedlegg", "Prioritet"),
    attribution_leads=("Den", "På", "Kl"),
    attribution_verbs=("skrev", "skriver", "har skrevet", "skrev følgende"),
    attribution_intros=("Sitat fra", "Siterer"),
    weekdays=(
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "man", "tir", "tirs",
        "ons", "tor", "tors", "fre", "lør", "søn",
    ),
    original=("Opprinnelig melding", "Original melding", "Opprinnelig e-post", "Opprinnelig Melding"),
    forwarded=(
        "Videresendt melding", "Videresendt e-post", "Start på videresendt melding", "Videresendt av",
        "Begynnelse på videresendt melding", "Videresendt Melding",
    ),
    greetings=(
        "Hei", "Heisann", "Kjære", "God morgen", "God dag", "God kveld", "Hallo", "Hei igjen",
        "Hei på deg", "Halla",
    ),
    calls=("Hei",),
    titles=("herr", "fru"),
    closings=(
        "Med vennlig hilsen", "Vennlig hilsen", "Vennlige hilsener", "Med vennlige hilsener", "Hilsen",
        "Hilsener", "Beste hilsen", "Mvh", "M.v.h.", "Vh", "Mange hilsener", "Ha en fin dag", "God helg",
        "Vi snakkes", "Klem", "Takk og hilsen", "Alt godt", "Med hilsen", "Vennligst hilsen",
        "Hjertelig hilsen",
    ),
    thanks=("Takk", "Tusen takk", "På forhånd takk", "Mange takk", "Takk for hjelpen"),
    mobile=(
        "Sendt fra", "Sendt med", "Sendt via", "Last ned Outlook for", "Få Outlook for",
        "Skaff deg Outlook", "Hent Outlook for", "Hent Outlook",
    ),
    disclaimers=("Denne e-posten", "Denne meldingen", "Innholdet i denne", "Informasjonen i denne"),
    banners=("Tenk på miljøet", "Virusfri", "Du får ikke ofte e-post"),
    notice_subjects=("e-post", "meldingen", "e-posten", "vedlegg"),
    notice_cues=(
        "konfidensiell", "konfidensielt", "beregnet", "mottaker", "mottakeren", "uvedkommende",
        "ved en feil", "slette", "slett", "taushetsplikt",
    ),
    contact=(
        "Tlf", "Tel", "Telefon", "Mobil", "Faks", "AS", "ASA", "Org.nr", "Daglig leder", "Avdeling",
        "Selger", "Innkjøper", "vei", "gate", "Postboks",
    ),
    list_footers=("Du mottar denne", "Meld deg av", "Du har mottatt denne"),
    postscripts=("PS", "P.S.", "Ps."),
    reply_markers=(
        "Skriv svaret ditt over denne linjen", "Svar over denne linjen",
        "Vennligst svar over denne linjen",
    ),
    first_person=("jeg", "min", "mitt", "mine", "meg"),
    outside=("ekstern", "eksternt", "eksterne", "utenfor organisasjonen"),
    groups=("teamet", "redaksjonen", "kundeservice", "sekretariatet"),
    scan_notes=("Denne e-posten", "Denne meldingen", "Virusfri", "Ingen virus", "Kontrollert av"),
    viruses=("virus", "antivirus"),
)  # fmt: skip
