"""Who wrote a mail: persons, programs, lists; told by headers, and by several weak signs where there are none."""

from __future__ import annotations

import pytest

from server.mail.mime import Kind, parse


def _mail(
    subject: str, text: str, *headers: str, sender: str = "Anna Krause <anna@kunde.example>", html: bool = False
) -> bytes:
    kind = "text/html" if html else "text/plain"
    lines = [f"From: {sender}", f"Subject: {subject}", f"Content-Type: {kind}; charset=utf-8", *headers, "", text]
    return "\r\n".join(lines).encode()


AWAY = [
    (
        "Automatische Antwort: Angebot Waage 4",
        "Vielen Dank für Ihre Nachricht. Ich bin bis zum 14. April nicht im Büro.\nIn dringenden Fällen wenden Sie "
        "sich bitte an meine Kollegin Frau Moll.\n\nMit freundlichen Grüßen\nAnna Krause",
    ),
    (
        "Abwesenheitsnotiz",
        "Guten Tag,\n\nich bin derzeit im Urlaub und am 2. Juni wieder erreichbar. Ihre E-Mail wird nicht gelesen.",
    ),
    (
        "Out of Office: Re: Offer for scale 4",
        "Hello,\n\nI am out of the office until 14 April with limited access to e-mail. For urgent matters please "
        "contact Tim Moll.\n\nKind regards\nAnna",
    ),
    ("Automatic reply: Offer", "Thank you for your email. I am on annual leave and will return on Monday."),
    (
        "Réponse automatique : Devis balance",
        "Bonjour,\n\nje suis absente du bureau jusqu'au 14 avril. En cas d'urgence, vous pouvez joindre M. Petit.",
    ),
    (
        "Respuesta automática: Oferta",
        "Gracias por su mensaje. Estaré fuera de la oficina hasta el 14 de abril. Si es urgente, contacte con Luis.",
    ),
    (
        "Risposta automatica: Offerta bilancia",
        "Buongiorno,\n\nsono in ferie fino al 14 aprile. Per urgenze potete contattare il signor Rossi.",
    ),
    (
        "Automatisch antwoord: Offerte weegschaal",
        "Bedankt voor uw bericht. Ik ben met vakantie en vanaf 14 april weer bereikbaar. Neem dan contact op met Jan.",
    ),
    (
        "Abwesend: Rückfrage zur Rechnung",
        "Ich bin auf Dienstreise und ab Montag wieder im Büro. Meine Vertretung übernimmt Herr Kern.",
    ),
]


@pytest.mark.parametrize(("subject", "text"), AWAY, ids=[subject for subject, _ in AWAY])
def test_notices_of_people_who_are_away_are_known_without_headers(subject: str, text: str) -> None:
    assert parse(_mail(subject, text)).kind is Kind.AUTO_REPLY


PEOPLE = [
    ("Re: Automatische Antwort: Angebot", "Ah, Sie sind bis zum 14. nicht im Büro. Dann melde ich mich danach."),
    ("AW: Abwesenheitsnotiz", "Danke, ich wende mich in dringenden Fällen an Frau Moll. Wann sind Sie wieder im Büro?"),
    ("Urlaub", "Hallo, ich bin ab Montag im Urlaub. Können Sie die Waage vorher liefern?"),
    ("Im Urlaub geht die Waage nicht", "Wir waren im Urlaub, und jetzt zeigt die Waage nichts mehr an. Was tun?"),
    ("Out of office next week", "Hi Max,\n\ncan you send the offer today? Nobody is here next week.\n\nAnna"),
    ("Automatische Waage", "Guten Tag, wir suchen eine automatische Waage für unser Büro."),
    ("Automatic reply feature", "Hello, does the scale have an automatic reply feature on its port?"),
    ("Absence de réponse", "Bonjour, je n'ai pas encore de nouvelles de ma commande. Merci de votre retour."),
    ("Assente la bolla", "Buongiorno, nella consegna è assente la bolla. Potete inviarla?"),
    ("Afwezig onderdeel", "Goedendag, in de doos is één onderdeel afwezig. Kunt u het nasturen?"),
    ("Undeliverable", "Hi, the parcel was marked undeliverable by the carrier. Please send it again."),
    (
        "Zustellung der Waage",
        "Die Waage konnte nicht zugestellt werden, weil niemand da war. Bitte noch einmal senden.",
    ),
    ("Zustellung fehlgeschlagen", "Das Paket konnte nicht zugestellt werden, der Empfänger zog am 5.3.25 um (500 kg)."),
    ("Newsletter", "Bitte melden Sie mich vom Newsletter ab. Ich möchte ihn abbestellen."),
    ("Re: Unser Newsletter", "Interessant!\n\n> Newsletter abbestellen | im Browser ansehen\n"),
    ("No entregado", "Buenos días, el paquete no fue entregado ayer. ¿Pueden revisarlo?"),
]


@pytest.mark.parametrize(("subject", "text"), PEOPLE, ids=[subject for subject, _ in PEOPLE])
def test_what_a_person_writes_about_such_things_stays_personal(subject: str, text: str) -> None:
    assert parse(_mail(subject, text)).kind is Kind.PERSONAL


RETURNED = [
    (
        "Unzustellbar: Angebot Waage",
        "Ihre Nachricht konnte nicht zugestellt werden. Empfänger: anna@kunde.example, 550 5.1.1",
    ),
    (
        "Undeliverable: Offer",
        "Your message to anna@kunde.example couldn't be delivered. Recipient not found. 550 5.1.10",
    ),
    ("Non remis : Devis", "Votre message n'a pas pu être remis. Le destinataire n'existe pas."),
    ("No se puede entregar: Oferta", "No se ha podido entregar su mensaje. El destinatario no existe."),
    (
        "Non recapitabile: Offerta",
        "Non è stato possibile recapitare il messaggio. La casella del destinatario è piena.",
    ),
    ("Onbestelbaar: Offerte", "Uw bericht kon niet worden bezorgd. De geadresseerde bestaat niet."),
    ("Mail delivery failed: returning message to sender", "A message could not be delivered: 550 user unknown"),
]


@pytest.mark.parametrize(("subject", "text"), RETURNED, ids=[subject for subject, _ in RETURNED])
def test_returned_mail_is_known_without_headers(subject: str, text: str) -> None:
    postman = "Microsoft Outlook <postfach@provider.example>"
    assert parse(_mail(subject, text, sender=postman)).kind is Kind.BOUNCE
    assert parse(_mail(f"Re: {subject}", "Danke, ich habe die Adresse berichtigt.")).kind is Kind.PERSONAL


def _advert(words: str, *, links: int = 10) -> str:
    goods = "".join(f"<p><a href='https://shop.example/{n}'><img src='{n}.png'>Waage {n}</a></p>" for n in range(links))
    return f"<html><body>{goods}<p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("Waagen-Shop <newsletter@shop.example>", "Sie möchten keine Angebote mehr? Newsletter abbestellen"),
        ("Scales <offers@shop.example>", "View in browser. Unsubscribe at any time."),
        ("Balances <info@shop.example>", "Version en ligne - pour vous désinscrire, cliquez ici"),
        ("Balanzas <info@shop.example>", "Ver en el navegador. Puede darse de baja aquí."),
        ("Bilance <news@shop.example>", "Se non vuole più ricevere queste mail, disiscriviti qui."),
        ("Weegschalen <nieuwsbrief@shop.example>", "Bekijk in uw browser. Uitschrijven kan hier."),
    ],
)
def test_newsletters_are_known_without_list_headers(sender: str, words: str) -> None:
    assert parse(_mail("Neue Waagen", _advert(words), sender=sender, html=True)).kind is Kind.NEWSLETTER


def test_nobody_is_called_mail_delivery_system() -> None:
    assert parse(_mail("", "Stuff", sender="Mail Delivery Subsystem <x@y.example>")).kind is Kind.BOUNCE


def test_one_sign_of_a_newsletter_is_not_enough() -> None:
    assert parse(_mail("Frage", _advert("Mit freundlichen Grüßen"), html=True)).kind is Kind.PERSONAL
    assert parse(_mail("Frage", _advert("Newsletter abbestellen", links=1), html=True)).kind is Kind.PERSONAL
    answer = _mail("Frage", _advert("Newsletter abbestellen, im Browser"), "In-Reply-To: <a@x.example>", html=True)
    assert parse(answer).kind is Kind.PERSONAL


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (["X-Auto-Response-Suppress: OOF, DR, RN, NRN, AutoReply"], Kind.PERSONAL),
        (["X-MS-Exchange-Inbox-Rules-Loop: info@team.example"], Kind.PERSONAL),
        (["X-Auto-Response-Suppress: All"], Kind.AUTO_REPLY),
        (["Auto-Submitted: auto-generated"], Kind.AUTO_REPLY),
        (["Precedence: list"], Kind.LIST),
        (["Sender: owner-waagen@liste.example", "Precedence: bulk"], Kind.LIST),
        (["List-Post: <mailto:l@x.example>", "X-Campaign: 17"], Kind.NEWSLETTER),
        (["List-Id: <l.x.example>"], Kind.LIST),
        (["Content-Class: urn:content-classes:calendarmessage"], Kind.CALENDAR),
    ],
)
def test_headers_that_groups_and_rules_add_do_not_make_a_program_of_a_person(headers: list[str], kind: Kind) -> None:
    assert parse(_mail("Frage", "Guten Tag, kommt die Waage?", *headers)).kind is kind


def test_weak_headers_count_with_the_words() -> None:
    text = "Ich bin im Urlaub."
    assert parse(_mail("Abwesend", text)).kind is Kind.PERSONAL
    assert parse(_mail("Abwesend", text, "X-Auto-Response-Suppress: OOF")).kind is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@x.example",
        "noreply+17@x.example",
        "bitte-nicht-antworten@x.example",
        "ne-pas-repondre@x.example",
        "no-responder@x.example",
        "non.rispondere@x.example",
        "niet-beantwoorden@x.example",
        "DoNotReply@x.example",
    ],
)
def test_addresses_that_nobody_reads_are_known_in_six_languages(address: str) -> None:
    assert parse(_mail("Bestellung", "Danke.", sender=address)).kind is Kind.NO_REPLY
