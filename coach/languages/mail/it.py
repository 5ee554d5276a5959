"""Italian: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="it",
    from_labels=("Da", "Mittente"),
    sent_labels=("Inviato", "Data", "Inviato il", "Data invio"),
    to_labels=("A", "Per", "Destinatario"),
    subject_labels=("Oggetto",),
    cc_labels=("Cc", "Ccn"),
    other_labels=("Rispondi a", "Allegati", "Priorità", "Importanza"),
    attribution_leads=("Il", "In data", "Il giorno", "Lo scorso", "Alle"),
    attribution_verbs=("ha scritto", "scrive", "scriveva", "hanno scritto"),
    attribution_intros=("Citando", "Quotando"),
    weekdays=(
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "lun", "mar", "mer",
        "gio", "ven", "sab", "dom",
    ),
    original=("Messaggio originale", "Messaggio Originale", "Messaggio di origine"),
    forwarded=(
        "Messaggio inoltrato", "Inizio messaggio inoltrato", "Messaggio Inoltrato", "Inoltrato da",
        "Inizio del messaggio inoltrato", "Forwarded by",
    ),
    greetings=(
        "Ciao", "Buongiorno", "Buon giorno", "Buonasera", "Buona sera", "Salve", "Gentile", "Gentili",
        "Gentilissimo", "Gentilissima", "Gent.mo", "Gent.ma", "Egregio", "Egregia", "Egregi", "Caro",
        "Cara", "Cari", "Care", "Spettabile", "Spett.le", "Buon pomeriggio",
    ),
    calls=("Buongiorno", "Ciao", "Salve", "Buonasera"),
    titles=("Signor", "Signora", "Sig.", "Sig.ra", "Dott.", "Dott.ssa", "Ing.", "Avv."),
    closings=(
        "Cordiali saluti", "Distinti saluti", "Cordialmente", "Saluti", "Un saluto", "Un caro saluto",
        "Cari saluti", "Tanti saluti", "I migliori saluti", "Migliori saluti", "Con i migliori saluti",
        "Buona giornata", "Buona serata", "Buon lavoro", "A presto", "Buon weekend",
        "In attesa di un Suo riscontro", "Grazie e saluti", "Grazie e buona giornata",
        "Grazie e cordiali saluti", "Un abbraccio", "Baci", "Ossequi",
    ),
    thanks=(
        "Grazie", "Grazie mille", "Molte grazie", "Grazie in anticipo", "La ringrazio", "Ti ringrazio",
        "Grazie ancora", "Ringraziando",
    ),
    mobile=(
        "Inviato da", "Inviato dal mio", "Inviato dalla", "Inviato con", "Scarica Outlook per",
        "Ottieni Outlook per", "Invia da iPhone",
    ),
    disclaimers=(
        "Questo messaggio", "Questa e-mail", "Questa email", "Le informazioni contenute",
        "Il contenuto di questa", "Il presente messaggio", "La presente e-mail", "Ai sensi del",
        "Informativa privacy",
    ),
    banners=(
        "Avviso di riservatezza", "Nota di riservatezza", "Prima di stampare", "Rispetta l'ambiente",
        "Privo di virus", "Non si ricevono spesso messaggi", "Non ricevi spesso messaggi",
    ),
    notice_subjects=("messaggio", "e-mail", "email", "allegati"),
    notice_cues=(
        "riservate", "riservato", "confidenziale", "destinatario", "destinatari", "vietata", "vietato",
        "non autorizzato", "per errore", "cancellare", "distruggere", "esclusivo",
    ),
    contact=(
        "Tel", "Telefono", "Cell", "Cellulare", "Fax", "S.r.l.", "Srl", "S.p.A.", "SpA", "S.n.c.", "P.IVA",
        "P. IVA", "Partita IVA", "Responsabile", "Ufficio", "Via", "Viale", "Piazza", "Direttore",
    ),
    list_footers=(
        "Hai ricevuto questo messaggio", "Per annullare l'iscrizione", "Ricevi questo messaggio",
    ),
    postscripts=("PS", "P.S."),
    reply_markers=(
        "Inserisci la tua risposta sopra questa riga", "Digitare la risposta sopra questa riga",
        "Rispondi sopra questa riga", "Si prega di rispondere sopra questa riga",
        "Rispondere sopra questa linea", "Rispondi sopra questa linea",
    ),
    first_person=("io", "mio", "mia", "miei", "mie", "mi"),
    outside=("esterno", "esterna", "esterni"),
    label_names=("Classificazione", "Riservatezza"),
    label_levels=("interno", "uso interno", "pubblico", "riservato", "confidenziale"),
    groups=("team", "staff", "il servizio", "segreteria", "la redazione", "ufficio"),
    scan_notes=(
        "Questa e-mail è", "Questa email è", "Questa e-mail", "Questo messaggio", "Questa mail",
        "Privo di virus", "Mail priva di virus", "Priva di virus", "Nessun virus", "Controllato da",
        "Messaggio analizzato",
    ),
    viruses=("virus", "antivirus", "malware"),
    writings=("manuale", "documentazione", "guida", "scheda tecnica", "messaggio di errore", "pagina"),
)  # fmt: skip
