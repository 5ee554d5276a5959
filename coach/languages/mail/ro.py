"""Romanian: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="ro",
    from_labels=("De la", "Expeditor"),
    sent_labels=("Trimis", "Data", "Expediat"),
    to_labels=("Către", "Catre"),
    subject_labels=("Subiect",),
    cc_labels=("Cc", "Copie"),
    other_labels=("Răspuns la", "Atașamente", "Importanță"),
    attribution_leads=("În", "In", "Pe", "La", "Pe data de"),
    attribution_verbs=("a scris", "scrie", "a scris următoarele"),
    attribution_intros=("Citat din",),
    weekdays=(
        "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică", "lun", "mar", "mie", "vin",
        "sâm", "dum",
    ),
    original=("Mesaj original", "Mesajul original"),
    forwarded=("Mesaj redirecționat", "Începutul mesajului redirecționat", "Mesaj transmis"),
    greetings=(
        "Bună ziua", "Bună", "Bună dimineața", "Bună seara", "Salut", "Salutare", "Stimată doamnă",
        "Stimate domnule", "Stimate", "Stimată", "Dragă", "Buna ziua", "Buna",
    ),
    calls=("Bună ziua", "Salut", "Bună"),
    titles=("domnule", "doamnă", "doamna", "domnul"),
    closings=(
        "Cu stimă", "Cu respect", "Toate cele bune", "Cu prietenie", "O zi bună", "Numai bine",
        "Cele mai bune gânduri", "Cu deosebită stimă", "Salutări",
    ),
    thanks=("Mulțumesc", "Mulțumim", "Vă mulțumesc", "Mersi", "Mulțumesc anticipat"),
    mobile=(
        "Trimis de pe", "Trimis din", "Trimis de la", "Descărcați Outlook pentru",
        "Obțineți Outlook pentru",
    ),
    disclaimers=("Acest mesaj", "Acest e-mail", "Informațiile conținute"),
    banners=("Protejați mediul",),
    notice_subjects=("mesaj", "e-mail", "mesajul", "atașamentele"),
    notice_cues=(
        "confidențial", "confidențiale", "destinatar", "destinatarului", "destinat", "eroare", "ștergeți",
        "interzisă", "neautorizată",
    ),
    contact=(
        "Tel", "Telefon", "Mobil", "Fax", "S.R.L.", "SRL", "S.A.", "Director", "Departament", "Str.",
    ),
    list_footers=("Ați primit acest mesaj", "Dezabonare"),
    postscripts=("P.S.", "PS"),
    reply_markers=("Vă rugăm să răspundeți deasupra acestei linii", "Răspundeți deasupra acestei linii"),
    outside=("extern", "externă", "din afara organizației"),
    first_person=("eu", "mie", "meu", "mea"),
    scan_notes=("Acest e-mail", "Acest email", "Acest mesaj", "Fără viruși", "Fără virusi"),
    viruses=("virus", "viruși", "viruşi", "virusi", "antivirus"),
)  # fmt: skip
