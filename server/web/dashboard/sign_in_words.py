"""Texts of signing in: the form, the code after it, and the page on which a link sets a password."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

SHARED: Texts = {
    "wait": both(
        (
            "Zu viele Fehlversuche. Bitte warten Sie eine Minute.",
            "Zu viele Fehlversuche. Bitte warten Sie {n} Minuten.",
        ),
        ("Too many wrong tries. Please wait for a minute.", "Too many wrong tries. Please wait for {n} minutes."),
    ),
    "new_password": both("Neues Passwort", "New password"),
    "again": both("Noch einmal", "Once more"),
    "password_help": both(
        "Mindestens 12 Zeichen. Am besten ein Satz oder mehrere Wörter, die nicht zusammengehören; Sonderzeichen sind "
        "nicht nötig.",
        "12 characters at least. Best a sentence or several words that do not belong together; special characters are "
        "not needed.",
    ),
    "weak_short": both("Das Passwort hat weniger als 12 Zeichen.", "The password has fewer than 12 characters."),
    "weak_long": both("Das Passwort hat mehr als 1024 Zeichen.", "The password has more than 1024 characters."),
    "weak_common": both(
        "Dieses Passwort würde früh geraten: Es ähnelt einem, das viele haben, oder Ihrem Namen. Nehmen Sie ein "
        "anderes.",
        "This password would be guessed early: it is like one that many have, or like your name. Take another one.",
    ),
    "weak_differs": both("Die beiden Eingaben sind verschieden.", "The two entries differ."),
    "code": both("Code aus Ihrer App", "Code from your app"),
    "code_wrong": both(
        "Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und prüfen Sie, ob die Uhr "
        "Ihres Geräts richtig geht.",
        "This code is wrong or was used already. Wait for the next one, and check that the clock of your device is "
        "right.",
    ),
    "set_up_steps": both(
        "Öffnen Sie eine Authenticator-App, lesen Sie damit dieses Quadrat und tippen Sie den Code ein, den sie zeigt.",
        "Open an authenticator app, let it read this square, and type the code that it shows.",
    ),
    "square": both("QR-Code für die Authenticator-App", "QR code for the authenticator app"),
    "secret": both("Oder geben Sie der App diesen Schlüssel:", "Or give the app this key:"),
    "confirm": both("Bestätigen", "Confirm"),
    "recovery": both("Ihre Ersatzcodes", "Your recovery codes"),
    "recovery_help": both(
        "Jeder öffnet Ihr Konto einmal, wenn Ihr Gerät nicht zur Hand ist. Sie werden nur jetzt gezeigt: Drucken Sie "
        "sie aus oder legen Sie sie in Ihren Passwortspeicher.",
        "Each opens your account once when your device is not at hand. They are shown only now: print them, or put "
        "them into your password store.",
    ),
    "copy": both("Kopieren", "Copy"),
    "copied": both("Kopiert", "Copied"),
    "go_on": both("Ich habe sie, weiter", "I have them, go on"),
}

WORDS: Texts = {
    **SHARED,
    "title": both("Anmelden", "Sign in"),
    "name": both("Name", "Name"),
    "password": both("Passwort", "Password"),
    "enter": both("Anmelden", "Sign in"),
    "wrong": both("Name oder Passwort stimmen nicht.", "Name or password are wrong."),
    "forgotten": both(
        "Passwort vergessen? Ein Administrator schickt Ihnen einen Link, mit dem Sie ein neues setzen.",
        "Forgotten? An administrator sends you a link with which you set a new one.",
    ),
    "by_provider": both("Anmelden mit {provider}", "Sign in with {provider}"),
    "with_token": both("Mit einem Token anmelden", "Sign in with a token"),
    "token": both("Ihr Token", "Your token"),
    "token_help": both(
        "Ein Administrator erzeugt es mit „einklang token add NAME“. Es beginnt mit ek_.",
        "An administrator makes one with “einklang token add NAME”. It begins with ek_.",
    ),
    "wrong_token": both(
        "Dieses Token ist unbekannt, abgelaufen oder widerrufen.", "This token is unknown, expired or revoked."
    ),
    "use_password": both(
        "Sie haben ein Passwort: Melden Sie sich damit an. Das Token gilt weiter für Programme.",
        "You have a password: sign in with it. The token remains good for programs.",
    ),
    "use_full_token": both(
        "Für Ihr Konto ist ein zweiter Faktor vorgeschrieben, und dieses Token gilt nur für einen Teil: Damit lässt er "
        "sich nicht einrichten. Ein Administrator gibt Ihnen ein Passwort oder ein Token ohne Einschränkung.",
        "Your account needs a second factor, and this token is good for a part alone: it cannot set one up. An "
        "administrator gives you a password, or a token without scopes.",
    ),
    "use_provider": both("Hier meldet man sich nur über {provider} an.", "Here one signs in through {provider} alone."),
    "provider_refused": both(
        "Die Anmeldung über {provider} ging nicht: {reason}", "Signing in through {provider} did not work: {reason}"
    ),
    "reason_unreachable": both(
        "Der Anbieter ist gerade nicht zu erreichen. Versuchen Sie es später noch einmal.",
        "the provider cannot be reached right now. Try again later.",
    ),
    "reason_cancelled": both("Sie wurde dort abgebrochen oder abgelehnt.", "it was cancelled or refused there."),
    "reason_stale": both(
        "Sie hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Versuchen Sie es noch einmal.",
        "it took too long or was begun in another window. Try again.",
    ),
    "reason_untrusted": both(
        "Die Antwort des Anbieters ließ sich nicht prüfen. Das Protokoll des Servers sagt mehr.",
        "the provider's answer could not be verified. The server's log says more.",
    ),
    "reason_unverified": both(
        "Der Anbieter hat Ihre E-Mail-Adresse nicht bestätigt.", "the provider has not verified your e-mail address."
    ),
    "reason_unknown": both(
        "Hier kennt niemand diesen Namen. Ein Administrator kann Sie hinzufügen.",
        "nobody here has this name. An administrator can add you.",
    ),
    "reason_taken": both(
        "Ihr Name gehört hier zu einem anderen Konto des Anbieters. Ein Administrator kann das lösen.",
        "your name belongs to another account of the provider here. An administrator can settle that.",
    ),
    "password_is_set": both(
        "Ihr Passwort ist gesetzt. Melden Sie sich jetzt damit an.", "Your password is set. Sign in with it now."
    ),
}

STEP_WORDS: Texts = {
    **SHARED,
    "title": both("Noch ein Schritt", "One more step"),
    "code_lead": both(
        "Tippen Sie den Code, den Ihre Authenticator-App jetzt zeigt, oder einen Ihrer Ersatzcodes.",
        "Type the code that your authenticator app shows now, or one of your recovery codes.",
    ),
    "set_up_title": both("Zweiten Faktor einrichten", "Set up a second factor"),
    "set_up_lead": both(
        "Für Ihr Konto wird neben dem Passwort ein Code verlangt, den ein Gerät von Ihnen zeigt.",
        "Besides the password your account asks for a code that a device of yours shows.",
    ),
    "enter": both("Weiter", "Go on"),
    "cancel": both("Abbrechen", "Cancel"),
}

LINK_WORDS: Texts = {
    **SHARED,
    "title": both("Passwort setzen", "Set a password"),
    "lead": both("Für das Konto {name}", "For the account {name}"),
    "gone": both(
        "Dieser Link wurde schon benutzt oder ist älter als 24 Stunden. Bitten Sie einen Administrator um einen neuen.",
        "This link was used already or is older than 24 hours. Ask an administrator for a new one.",
    ),
    "set": both("Setzen", "Set"),
}
