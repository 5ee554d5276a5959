"""Hungarian: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="hu",
    from_labels=("Feladó", "Küldő"),
    sent_labels=("Elküldve", "Küldve", "Dátum", "Küldés ideje", "Küldés dátuma", "Időpont"),
    to_labels=("Címzett", "Címzettek"),
    subject_labels=("Tárgy",),
    cc_labels=("Másolat", "Másolatot kap", "Titkos másolat", "Cc"),
    other_labels=("Válaszcím", "Válasz címe", "Mellékletek", "Melléklet", "Fontosság", "Prioritás"),
    attribution_leads=(
        "Ekkor",
    ),
    attribution_verbs=("írta", "ezt írta", "a következőt írta", "írja", "írták"),
    attribution_intros=("Idézet",),
    weekdays=(
        "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap", "hétfőn", "kedden",
        "szerdán", "csütörtökön", "pénteken", "szombaton",
    ),
    original=("Eredeti üzenet", "Eredeti levél", "Eredeti e-mail"),
    forwarded=(
        "Továbbított üzenet", "Továbbított levél", "Továbbított üzenet kezdete", "Továbbította",
        "Átküldött üzenet",
    ),
    greetings=(
        "Kedves", "Tisztelt", "Szia", "Sziasztok", "Helló", "Üdv", "Üdvözlöm", "Jó napot", "Jó napot kívánok",
        "Jó reggelt", "Jó estét", "Drága",
    ),
    calls=("Szia", "Sziasztok", "Helló"),
    titles=("úr", "asszony", "Hölgyem", "Uram"),
    closings=(
        "Üdvözlettel", "Szívélyes üdvözlettel", "Tisztelettel", "Köszönettel", "Baráti üdvözlettel",
        "Legjobb kívánságokkal", "Szép napot", "További szép napot", "Minden jót", "Szép hétvégét",
        "Köszönettel és üdvözlettel", "Maradok tisztelettel", "Üdvözlöm",
    ),
    thanks=("Köszönöm", "Köszönjük", "Előre is köszönöm", "Nagyon köszönöm", "Köszi", "Kösz"),
    mobile=(
        "iPhone-ról küldve", "Outlook letöltése", "Az Outlook letöltése", "Az Outlook beszerzése",
        "iPhone-omról küldve", "Küldve az iPhone-omról", "Küldve iPhone-ról", "Küldve az iPademről",
        "Elküldve az iPhone-omról", "Az iPhone-omról küldve", "Az iPademről küldve",
        "Samsung Galaxy okostelefonról küldve",
    ),
    disclaimers=("Ez az e-mail", "Ez az üzenet", "Jelen e-mail", "Jelen üzenet", "A jelen üzenet"),
    banners=(
        "Kérjük, gondoljon a környezetre", "Vírusmentes", "Mielőtt kinyomtatná", "Nem gyakran kap e-mailt",
    ),
    notice_subjects=("e-mail", "üzenet", "levél", "melléklet", "mellékletek"),
    notice_cues=(
        "bizalmas", "címzett", "címzettje", "illetéktelen", "tilos", "tévedésből", "törölje", "felelősséget",
        "jogosulatlan",
    ),
    contact=(
        "Tel", "Telefon", "Mobil", "Fax", "Kft.", "Kft", "Zrt.", "Nyrt.", "Bt.", "Adószám", "Cégjegyzékszám",
        "ügyvezető", "igazgató", "utca", "Osztály", "Értékesítés",
    ),
    list_footers=("Azért kapta ezt", "Leiratkozás", "Ezt az üzenetet azért kapta"),
    postscripts=("Ui.", "U.i.", "PS", "P.S."),
    reply_markers=("Kérjük, e sor fölé írja válaszát", "Válaszoljon e sor fölött", "Kérjük, a válaszát e sor fölé írja"),
    first_person=("én", "nekem", "engem"),
    outside=("külső", "szervezeten kívülről"),
    scan_notes=("Ezt az e-mailt", "Ezt az üzenetet", "Az e-mailt", "Ez az e-mail", "Vírusmentes"),
    viruses=("vírus", "vírusok", "vírusokat", "vírusmentes", "víruskereső", "antivirus"),
)  # fmt: skip
