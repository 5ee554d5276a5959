"""What mail programs and providers call the folder of sent mail where the server does not mark it.

Curated from the localised folder names of Outlook, Thunderbird, Apple Mail, Gmail, Roundcube, Horde and web mailers.
"""

from __future__ import annotations

import unicodedata

_BY_LANGUAGE: tuple[tuple[str, ...], ...] = (
    # English, German: the most usual first, since the first that is there is taken
    ("sent", "sent items", "sent messages", "sent mail", "sent-mail", "sent objects", "sent emails", "sentmail"),
    ("gesendet", "gesendete objekte", "gesendete elemente", "gesendete nachrichten", "gesendete mails"),
    ("gesendete e-mails", "gesendete emails", "gesendete", "versendet", "postausgang gesendet"),
    # French, Spanish, Portuguese, Catalan, Galician, Basque, Italian, Romanian
    ("messages envoyés", "éléments envoyés", "envoyés", "courrier envoyé", "objets envoyés", "mails envoyés"),
    ("enviados", "elementos enviados", "mensajes enviados", "correo enviado", "correos enviados", "enviado"),
    ("itens enviados", "mensagens enviadas", "e-mails enviados", "correio enviado", "enviadas", "enviada"),
    ("enviats", "elements enviats", "missatges enviats", "elementos enviados", "bidaliak", "bidalitakoak"),
    ("posta inviata", "inviati", "inviata", "elementi inviati", "messaggi inviati", "e-mail inviate"),
    ("trimise", "mesaje trimise", "elemente trimise", "e-mailuri trimise"),
    # Dutch, Danish, Norwegian, Swedish, Icelandic, Finnish, Estonian, Latvian, Lithuanian
    ("verzonden", "verzonden items", "verzonden berichten", "verzonden e-mail", "verzonden objecten"),
    ("sendt", "sendte elementer", "sendt post", "sendte", "sendte meddelelser", "sendt e-post"),
    ("skickat", "skickade", "skickade objekt", "skickade meddelanden", "skickat e-post", "send póstur"),
    ("lähetetyt", "lähetetyt viestit", "lähetetyt kohteet", "saadetud", "saadetud kirjad", "saadetud üksused"),
    ("nosūtītie", "nosūtītās ziņas", "nosūtītie vienumi", "išsiųsti", "išsiųstieji", "išsiųsti laiškai"),
    # Polish, Czech, Slovak, Hungarian, Slovenian, Croatian, Bosnian, Serbian
    ("wysłane", "elementy wysłane", "wysłane wiadomości", "poczta wysłana", "wyslane"),
    ("odeslaná pošta", "odeslané", "odeslané zprávy", "odeslaná", "odoslaná pošta", "odoslané", "odoslané správy"),
    ("elküldött", "elküldött elemek", "elküldött üzenetek", "elküldött levelek"),
    ("poslano", "poslana pošta", "poslane stavke", "poslani elementi", "poslana", "poslato", "послато"),
    # Russian, Ukrainian, Bulgarian, Macedonian, Greek, Turkish
    ("отправленные", "отправленные письма", "отправлено", "исходящие отправленные"),
    ("надіслані", "відправлені", "надіслані листи", "изпратени", "изпратена поща", "испратени"),
    ("απεσταλμένα", "απεσταλμένα στοιχεία", "σταλμένα", "εξερχόμενα απεσταλμένα"),
    ("gönderilmiş öğeler", "gönderilenler", "gönderilmiş", "gönderilen", "gönderilmiş postalar"),
    # Hebrew, Arabic, Persian, Hindi, Thai, Vietnamese, Indonesian
    ("נשלח", "נשלחו", "פריטים שנשלחו", "דואר יוצא שנשלח", "المرسلة", "البريد المرسل", "العناصر المرسلة", "ارسال شده"),
    ("भेजे गए", "ส่งแล้ว", "จดหมายที่ส่งแล้ว", "รายการที่ส่ง", "đã gửi", "thư đã gửi", "mục đã gửi"),
    ("terkirim", "pesan terkirim", "item terkirim"),
    # Japanese, Chinese, Korean
    ("送信済み", "送信済みアイテム", "送信済みメール", "送信済みトレイ"),
    ("已发送", "已发送邮件", "已发邮件", "已傳送", "已傳送郵件", "寄件備份", "寄件备份", "寄件匣備份"),
    ("보낸편지함", "보낸 편지함", "보낸 메일함", "보낸 항목"),
)


def folded(name: str) -> str:
    """A folder name without what differs between servers and not between names: case, Unicode's form, blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


SENT_NAMES: tuple[str, ...] = tuple(dict.fromkeys(folded(name) for names in _BY_LANGUAGE for name in names))
"""All of them, folded, the most usual first."""

RANK = {name: rank for rank, name in enumerate(SENT_NAMES)}
