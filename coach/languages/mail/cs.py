"""Czech: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="cs",
    from_labels=("Od", "Odesílatel"),
    sent_labels=("Odesláno", "Datum", "Odesláno dne", "Posláno"),
    to_labels=("Komu", "Příjemce", "Pro"),
    subject_labels=("Předmět", "Věc"),
    cc_labels=("Kopie", "Cc", "Skrytá"),
    other_labels=("Odpovědět", "Přílohy", "Důležitost", "Priorita"),
    attribution_leads=("Dne", "V"),
    attribution_verbs=(
        "napsal", "napsala", "napsal(a)", "píše", "napsali", "napsal/a", "odesílatel napsal",
    ),
    attribution_intros=("Cituji", "Citace"),
    weekdays=(
        "pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle", "po", "út", "st", "čt", "pá",
        "so", "ne",
    ),
    original=("Původní zpráva", "Původní e-mail", "Původní Zpráva", "Původní mail"),
    forwarded=(
        "Přeposlaná zpráva", "Předaná zpráva", "Začátek přeposílané zprávy", "Přeposlaný e-mail",
        "Začátek přeposlané zprávy",
    ),
    greetings=(
        "Dobrý den", "Dobré ráno", "Dobré odpoledne", "Dobrý večer", "Ahoj", "Ahojte", "Vážený", "Vážená",
        "Vážení", "Milý", "Milá", "Milí", "Čau", "Zdravím", "Nazdar", "Drahý", "Drahá",
    ),
    calls=("Dobrý den", "Ahoj"),
    titles=("pane", "paní", "pan", "slečno"),
    closings=(
        "S pozdravem", "S přátelským pozdravem", "S přáním hezkého dne", "S přáním pěkného dne", "S úctou",
        "Zdravím", "Hezký den", "Pěkný den", "Krásný den", "Mějte se", "Měj se", "Přeji hezký den",
        "Srdečně", "Děkuji a přeji", "Děkuji, s pozdravem", "Pěkný víkend", "Hezký víkend", "S pozdravom",
        "Díky a hezký den", "Na shledanou", "Nashledanou",
    ),
    thanks=("Děkuji", "Díky", "Děkuji předem", "Předem děkuji", "Děkujeme", "Mockrát děkuji", "Dík"),
    mobile=(
        "Odesláno z", "Odesláno pomocí", "Poslané z", "Získejte Outlook pro", "Posláno z",
        "Získat Outlook pro", "Odesláno ze", "Stáhněte si Outlook", "Stáhnout Outlook",
    ),
    disclaimers=(
        "Tato zpráva", "Tento e-mail", "Tento email", "Informace obsažené", "Obsah této zprávy",
        "Obsah tohoto",
    ),
    banners=(
        "Myslete na životní", "Před vytištěním", "Bez virů", "Nedostáváte často e-maily",
        "Nestává se často, že dostanete",
    ),
    notice_subjects=("zpráva", "e-mail", "zprávy", "přílohy"),
    notice_cues=(
        "důvěrné", "důvěrná", "určena", "adresát", "adresátem", "příjemce", "zakázáno", "neoprávněné",
        "omylem", "smazat", "vymazat",
    ),
    contact=(
        "Tel", "Telefon", "Mobil", "Fax", "s.r.o.", "spol. s r.o.", "a.s.", "IČ", "IČO", "DIČ", "Ředitel",
        "Jednatel", "Oddělení", "ulice", "Vedoucí", "Obchodní",
    ),
    list_footers=("Tuto zprávu jste obdrželi", "Odhlásit", "Tuto zprávu dostáváte"),
    postscripts=("PS", "P.S."),
    reply_markers=(
        "Odpovězte nad tímto řádkem", "Napište svou odpověď nad tento řádek",
        "Odpovídejte prosím nad tímto řádkem", "Svou odpověď napište nad tento řádek",
    ),
    first_person=("já", "můj", "moje", "mně", "jsem"),
    outside=("externí", "externího", "mimo organizaci"),
    groups=("tým", "redakce", "sekretariát", "zákaznická podpora"),
    scan_notes=(
        "Tato zpráva", "Tento e-mail", "Tato e-mailová zpráva", "Bez virů", "Zkontrolováno programem",
        "Nebyly nalezeny žádné viry",
    ),
    viruses=("virus", "viry", "virů", "virům", "antivirový", "antivirus"),
)  # fmt: skip
