"""Polish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="pl",
    from_labels=("Od", "Nadawca", "From"),
    sent_labels=("Wysłano", "Data", "Wysłane", "Wysłany"),
    to_labels=("Do", "Adresat"),
    subject_labels=("Temat",),
    cc_labels=("DW", "UDW", "Cc", "Kopia"),
    other_labels=("Odpowiedz do", "Załączniki", "Ważność", "Priorytet"),
    attribution_leads=(
        "W dniu", "Dnia", "Wiadomość napisana przez", "Użytkownik",
    ),
    attribution_verbs=(
        "napisał", "napisała", "napisał(a)", "pisze", "napisał/a", "napisali", "użytkownik napisał",
        "napisano",
    ),
    attribution_intros=("Cytowanie", "Cytat"),
    weekdays=(
        "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pon", "wt", "śr",
        "czw", "pt", "sob", "niedz", "ndz",
    ),
    original=(
        "Wiadomość oryginalna", "Oryginalna wiadomość", "Wiadomość Oryginalna",
        "Treść oryginalnej wiadomości", "Oryginalna Wiadomość",
    ),
    forwarded=(
        "Wiadomość przekazana", "Przekazana wiadomość", "Treść przekazanej wiadomości",
        "Wiadomość przesłana dalej", "Początek przekazywanej wiadomości", "Przesłana wiadomość",
    ),
    greetings=(
        "Dzień dobry", "Dobry wieczór", "Witam", "Witaj", "Witam serdecznie", "Cześć", "Hej", "Szanowny",
        "Szanowna", "Szanowni", "Drogi", "Droga", "Drodzy", "Dobry", "Siema",
    ),
    calls=("Dzień dobry", "Witam", "Cześć"),
    titles=("Pan", "Pani", "Panie", "Państwo"),
    closings=(
        "Pozdrawiam", "Pozdrawiam serdecznie", "Z poważaniem", "Z wyrazami szacunku",
        "Serdecznie pozdrawiam", "Pozdrowienia", "Serdeczne pozdrowienia", "Pzdr", "Z pozdrowieniami",
        "Łączę pozdrowienia", "Łączę wyrazy szacunku", "Miłego dnia", "Do zobaczenia",
        "Dziękuję i pozdrawiam", "Dzięki i pozdrawiam", "Udanego weekendu", "Życzę miłego dnia", "Ściskam",
        "Z szacunkiem",
    ),
    thanks=("Dziękuję", "Dzięki", "Z góry dziękuję", "Dziękujemy", "Bardzo dziękuję", "Wielkie dzięki"),
    mobile=(
        "Wysłane z", "Wysłano z", "Wysłane za pomocą", "Pobierz Outlook dla", "Pobierz program Outlook",
        "Wysłane przez", "Pobierz aplikację Outlook", "Uzyskaj program Outlook",
        "Uzyskaj aplikację Outlook", "Wysłano za pomocą", "Wysłane ze smartfona",
    ),
    disclaimers=(
        "Ta wiadomość", "Niniejsza wiadomość", "Treść tej wiadomości", "Informacje zawarte",
        "Wiadomość ta", "Wolny od wirusów", "Treść niniejszej", "Administratorem Państwa danych",
    ),
    banners=(
        "Klauzula poufności", "Zanim wydrukujesz", "Pomyśl o środowisku",
        "Nie otrzymujesz często wiadomości", "Nie często otrzymujesz",
    ),
    notice_subjects=("wiadomość", "e-mail", "korespondencja", "załączniki"),
    notice_cues=(
        "poufne", "poufna", "adresata", "adresat", "adresatem", "zabronione", "nieuprawnione", "omyłkowo",
        "usunięcie", "odbiorcy",
    ),
    contact=(
        "Tel", "Telefon", "Kom", "Fax", "Sp. z o.o.", "S.A.", "NIP", "REGON", "KRS", "Dyrektor",
        "Kierownik", "Dział", "ul.", "Specjalista",
    ),
    list_footers=("Otrzymujesz tę wiadomość", "Aby zrezygnować", "Otrzymałeś tę wiadomość"),
    postscripts=("PS", "P.S."),
    reply_markers=(
        "Wpisz odpowiedź powyżej tej linii", "Proszę wpisać odpowiedź powyżej tej linii",
        "Odpowiedz powyżej tej linii", "Prosimy odpowiadać powyżej tej linii",
    ),
    first_person=("mój", "moja", "moje", "mnie"),
    outside=("zewnętrzny", "zewnętrzna", "zewnętrznego", "spoza organizacji"),
    groups=("zespół", "biuro", "redakcja", "sekretariat"),
    scan_notes=(
        "Ta wiadomość e-mail", "Ta wiadomość", "Ten e-mail", "Wolny od wirusów", "Wolne od wirusów",
        "Nie znaleziono wirusów", "Sprawdzone przez", "Sprawdzono przez",
    ),
    viruses=("wirus", "wirusy", "wirusów", "antywirusowe", "antywirusowego", "antivirus"),
    writings=("instrukcja", "dokumentacja", "podręcznik", "komunikat błędu", "strona"),
)  # fmt: skip
