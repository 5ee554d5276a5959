"""Danish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="da",
    from_labels=("Fra", "Afsender"),
    sent_labels=("Sendt", "Dato", "Sendt den"),
    to_labels=("Til", "Modtager"),
    subject_labels=("Emne",),
    cc_labels=("Cc", "Kopi"),
    other_labels=("Svar til", "Vedhæftede filer", "Prioritet", "Vigtighed"),
    attribution_leads=("Den", "D.", "På", "Kl"),
    attribution_verbs=("skrev", "skriver", "har skrevet", "skrev følgende"),
    attribution_intros=("Citat fra", "Citerer"),
    weekdays=(
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "man", "tir", "tirs",
        "ons", "tor", "tors", "fre", "lør", "søn",
    ),
    original=(
        "Oprindelig meddelelse", "Original meddelelse", "Oprindelig besked", "Oprindelig Meddelelse",
        "Original besked",
    ),
    forwarded=(
        "Videresendt meddelelse", "Videresendt besked", "Start på videresendt besked",
        "Start på videresendt meddelelse", "Videresendt e-mail", "Videresendt mail",
    ),
    greetings=(
        "Hej", "Hejsa", "Kære", "God morgen", "Goddag", "God dag", "God aften", "Godmorgen", "Hallo",
        "Hej igen",
    ),
    calls=("Hej",),
    titles=("hr.", "fru", "hr"),
    closings=(
        "Med venlig hilsen", "Venlig hilsen", "Venlige hilsner", "Med venlige hilsner", "Mange hilsner",
        "Hilsen", "Hilsner", "Mvh", "M.v.h.", "Vh", "V.h.", "Kh", "Kærlig hilsen", "Bedste hilsner",
        "De bedste hilsner", "Mange tak og hilsen", "Hav en god dag", "God weekend", "Vi ses",
        "Med bedste hilsner", "Ærbødigst", "Knus", "Dbh", "Bedste hilsen", "Tak og hilsen",
    ),
    thanks=("Tak", "Mange tak", "På forhånd tak", "Tusind tak", "Tak for hjælpen"),
    mobile=(
        "Sendt fra", "Sendt med", "Sendt via", "Hent Outlook til", "Få Outlook til", "Hent Outlook for",
        "Hent Outlook",
    ),
    disclaimers=(
        "Denne e-mail", "Denne meddelelse", "Denne mail", "Indholdet af denne", "Oplysningerne i denne",
    ),
    banners=(
        "Tænk på miljøet", "Virusfri", "Du modtager ikke ofte mail", "Du får ikke ofte mails",
        "Du modtager ikke ofte mails",
    ),
    notice_subjects=("e-mail", "meddelelse", "mail", "vedhæftede"),
    notice_cues=(
        "fortrolig", "fortrolige", "fortroligt", "bestemt", "modtager", "modtageren", "uberettiget",
        "ved en fejl", "slette", "slet",
    ),
    contact=(
        "Tlf", "Tel", "Telefon", "Mobil", "Fax", "A/S", "ApS", "CVR", "Direktør", "Afdeling", "Sælger",
        "Indkøber", "vej", "gade",
    ),
    list_footers=("Du modtager denne", "Afmeld", "Du har modtaget denne"),
    postscripts=("PS", "P.S.", "Ps."),
    reply_markers=(
        "Skriv dit svar over denne linje", "Svar over denne linje",
        "Skriv venligst dit svar over denne linje", "Besvar venligst over denne linje",
    ),
    first_person=("jeg", "min", "mit", "mine", "mig"),
    outside=("ekstern", "eksternt", "eksterne", "udefra", "uden for organisationen"),
    groups=("teamet", "redaktionen", "kundeservice", "sekretariatet"),
    scan_notes=(
        "Denne e-mail", "Denne mail", "Denne meddelelse", "Virusfri", "Ingen virus", "Kontrolleret af",
    ),
    viruses=("virus", "virusser", "vira", "antivirus"),
)  # fmt: skip
