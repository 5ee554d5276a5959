"""Swedish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="sv",
    from_labels=("Från", "Avsändare"),
    sent_labels=("Skickat", "Datum", "Skickad", "Skickades"),
    to_labels=("Till", "Mottagare"),
    subject_labels=("Ämne",),
    cc_labels=("Kopia", "Cc", "Hemlig kopia"),
    other_labels=("Svara till", "Bilagor", "Prioritet", "Svar till"),
    attribution_leads=("Den", "På", "Kl"),
    attribution_verbs=("skrev", "skriver", "skrev följande", "har skrivit"),
    attribution_intros=("Citerar", "Citat från"),
    weekdays=(
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mån", "tis", "ons", "tors",
        "tor", "fre", "lör", "sön",
    ),
    original=(
        "Ursprungligt meddelande", "Originalmeddelande", "Ursprungsmeddelande", "Ursprungligt Meddelande",
    ),
    forwarded=(
        "Vidarebefordrat meddelande", "Vidarebefordrat brev", "Början på vidarebefordrat brev",
        "Vidarebefordrat mejl", "Vidarebefordrat mail", "Vidare befordrat meddelande",
    ),
    greetings=(
        "Hej", "Hejsan", "Hallå", "God morgon", "God dag", "God kväll", "Bästa", "Bäste", "Kära", "Käre",
        "Tjena", "Hej på dig", "Hej igen", "God eftermiddag", "Tja",
    ),
    calls=("Hej",),
    titles=("herr", "fru"),
    closings=(
        "Med vänliga hälsningar", "Med vänlig hälsning", "Vänliga hälsningar", "Vänlig hälsning",
        "Hälsningar", "Hälsning", "Bästa hälsningar", "Mvh", "M.v.h.", "Vänligen", "Varma hälsningar",
        "Ha en bra dag", "Trevlig helg", "Kram", "Kramar", "Vi hörs", "Allt gott", "Med bästa hälsningar",
        "Högaktningsfullt", "Tack och hälsningar", "Tack på förhand och hälsningar", "Hälsar",
    ),
    thanks=("Tack", "Tack så mycket", "Tack på förhand", "Stort tack", "Många tack", "Tusen tack"),
    mobile=(
        "Skickat från", "Skickat med", "Skickat via", "Hämta Outlook för", "Skickades från",
        "Skaffa Outlook för", "Skickat ifrån", "Ladda ned Outlook", "Skickad från min", "Skickad från",
    ),
    disclaimers=(
        "Detta meddelande", "Detta e-postmeddelande", "Det här meddelandet", "Den här e-posten",
        "Informationen i detta", "Detta mail", "Detta mejl",
    ),
    banners=("Tänk på miljön", "Virusfritt", "Du får inte ofta e-post", "Du får inte ofta mejl"),
    notice_subjects=("meddelande", "e-post", "meddelandet", "bilagor"),
    notice_cues=(
        "konfidentiell", "konfidentiellt", "avsedd", "mottagare", "mottagaren", "obehörig", "av misstag",
        "radera", "sekretess",
    ),
    contact=(
        "Tel", "Telefon", "Mobil", "Fax", "AB", "Org.nr", "Org nr", "VD", "Avdelning", "Säljare",
        "Inköpare", "Chef", "gatan", "Box",
    ),
    list_footers=("Du får detta meddelande", "Avregistrera", "Du har fått detta"),
    postscripts=("PS", "P.S."),
    reply_markers=(
        "Skriv ditt svar ovanför denna rad", "Svara ovanför denna rad", "Svara ovanför den här raden",
        "Skriv ditt svar ovanför den här raden",
    ),
    first_person=("jag", "min", "mitt", "mina", "mig"),
    outside=("extern", "externt", "externa", "utanför organisationen"),
    groups=("teamet", "redaktionen", "kundtjänst", "kundservice", "receptionen"),
    scan_notes=(
        "Detta e-postmeddelande", "Det här e-postmeddelandet", "Den här e-posten", "Detta meddelande",
        "Det här meddelandet", "Virusfritt", "Virusfri", "Inga virus", "Kontrollerades av",
    ),
    viruses=("virus", "antivirus", "antivirusprogram"),
)  # fmt: skip
