"""Dutch: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="nl",
    from_labels=("Van", "Afzender"),
    sent_labels=("Verzonden", "Datum", "Verstuurd", "Verzonden op"),
    to_labels=("Aan", "Naar"),
    subject_labels=("Onderwerp", "Betreft"),
    cc_labels=("CC", "BCC"),
    other_labels=("Antwoord aan", "Bijlagen", "Bijlage", "Prioriteit", "Urgentie", "Antwoorden aan"),
    attribution_leads=("Op", "Den"),
    attribution_verbs=(
        "schreef", "heeft geschreven", "geschreven", "schreven", "het volgende geschreven",
    ),
    attribution_intros=("Citeren van", "Quoting"),
    weekdays=(
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "di", "wo",
        "do", "vr", "za", "zo",
    ),
    original=(
        "Oorspronkelijk bericht", "Origineel bericht", "Oorspronkelijk Bericht", "Oorspronkelijke bericht",
    ),
    forwarded=(
        "Doorgestuurd bericht", "Begin doorgestuurd bericht", "Doorgestuurd Bericht", "Doorgestuurd door",
        "Start doorgestuurd bericht",
    ),
    greetings=(
        "Hallo", "Hoi", "Hi", "Hey", "Dag", "Beste", "Geachte", "Goedemorgen", "Goedemiddag",
        "Goedenavond", "Goedendag", "Lieve", "Weledelgeboren", "Goede morgen", "Goede middag",
    ),
    calls=("Hallo", "Hoi", "Goedemorgen", "Goedemiddag"),
    titles=("heer", "mevrouw", "dhr.", "mevr.", "mw.", "meneer"),
    closings=(
        "Met vriendelijke groet", "Met vriendelijke groeten", "Vriendelijke groet", "Vriendelijke groeten",
        "Met hartelijke groet", "Hartelijke groet", "Hartelijke groeten", "Groet", "Groeten", "Groetjes",
        "Hoogachtend", "Mvg", "M.v.g.", "Gr", "Fijne dag", "Fijn weekend", "Tot snel", "Tot ziens",
        "Alvast bedankt en groet", "Bedankt en groet", "Beste groeten", "Liefs", "Met beste groet",
        "Prettige dag", "Met groet",
    ),
    thanks=(
        "Bedankt", "Dank je", "Dank u", "Dank je wel", "Dank u wel", "Alvast bedankt", "Hartelijk dank",
        "Bij voorbaat dank", "Dankjewel", "Dankuwel", "Veel dank",
    ),
    mobile=(
        "Verzonden vanaf", "Verstuurd vanaf", "Verzonden met", "Verstuurd met", "Verzonden via",
        "Outlook voor", "Download Outlook voor", "Verzonden vanuit", "Outlook ophalen", "Verstuurd via",
        "Van mijn iPhone verzonden", "Van mijn iPad verzonden", "Van mijn Samsung verzonden",
    ),
    disclaimers=(
        "Dit bericht", "Deze e-mail", "De informatie in dit", "De informatie verzonden",
        "De inhoud van dit", "Aan dit bericht", "Vertrouwelijkheid", "Voordat u deze",
    ),
    banners=(
        "Denk aan het milieu", "Virusvrij", "U ontvangt niet vaak e-mail", "U ontvangt niet vaak e-mails",
        "Je ontvangt niet vaak e-mail",
    ),
    notice_subjects=("bericht", "e-mail", "bijlagen", "mail"),
    notice_cues=(
        "vertrouwelijk", "vertrouwelijke", "bestemd", "geadresseerde", "ontvanger", "onbevoegd",
        "niet toegestaan", "abusievelijk", "verwijderen", "aansprakelijk",
    ),
    contact=(
        "Tel", "Telefoon", "Mobiel", "Fax", "B.V.", "BV", "N.V.", "NV", "KvK", "BTW", "Directeur",
        "Afdeling", "Verkoop", "Inkoop", "Medewerker", "straat", "Postbus",
    ),
    list_footers=("U ontvangt dit bericht", "Je ontvangt dit bericht", "Afmelden", "Om u af te melden"),
    postscripts=("PS", "P.S.", "Ps."),
    reply_markers=(
        "Typ uw antwoord boven deze regel", "Typ je antwoord boven deze regel",
        "Reageer boven deze regel", "Antwoord boven deze regel", "Gelieve boven deze lijn te antwoorden",
        "Beantwoord boven deze lijn", "Reageer boven deze lijn",
    ),
    first_person=("ik", "mijn", "mij", "me"),
    outside=("extern", "externe", "buiten de organisatie", "buiten onze organisatie"),
    label_names=("Classificatie", "Vertrouwelijkheid"),
    label_levels=("intern", "openbaar", "vertrouwelijk"),
    groups=("team", "klantenservice", "redactie", "secretariaat", "receptie"),
    scan_notes=(
        "Deze e-mail is", "Dit e-mailbericht", "Dit bericht is", "Deze e-mail", "Deze mail is", "Virusvrij",
        "Geen virus", "Geen virussen", "Gecontroleerd door",
    ),
    viruses=("virus", "virussen", "malware", "antivirus"),
    writings=(
        "handleiding", "documentatie", "handboek", "gebruiksaanwijzing", "datasheet", "foutmelding",
        "pagina", "logboek",
    ),
)  # fmt: skip
