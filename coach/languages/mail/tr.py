"""Turkish: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="tr",
    from_labels=("Gönderen", "Kimden"),
    sent_labels=("Gönderildi", "Tarih", "Gönderme Tarihi", "Gönderilme Tarihi"),
    to_labels=("Kime", "Alıcı"),
    subject_labels=("Konu",),
    cc_labels=("Bilgi", "Cc"),
    other_labels=("Yanıtla", "Ekler", "Önem"),
    attribution_leads=("Şu tarihte",),
    attribution_verbs=(
        "yazdı", "şunu yazdı", "şunları yazdı", "tarihinde şunu yazdı", "tarihinde şunları yazdı",
    ),
    attribution_intros=("Alıntı",),
    weekdays=(
        "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar", "Pzt", "Sal", "Çar",
        "Per", "Cum", "Cmt", "Paz",
    ),
    original=("Özgün İleti", "Orijinal Mesaj", "Orijinal İleti"),
    forwarded=("Yönlendirilmiş ileti", "İletilen mesaj", "Yönlendirilen İleti"),
    greetings=(
        "Merhaba", "Merhabalar", "Sayın", "Selam", "Selamlar", "İyi günler", "Günaydın", "Sevgili",
        "Değerli",
    ),
    calls=("Merhaba", "Selam"),
    titles=("Bey", "Hanım", "Bay", "Bayan"),
    closings=(
        "Saygılarımla", "Saygılarımızla", "İyi çalışmalar", "İyi çalışmalar dilerim", "Sevgiler",
        "Selamlar", "Kolay gelsin", "Görüşmek üzere", "En iyi dileklerimle",
    ),
    thanks=("Teşekkürler", "Teşekkür ederim", "Şimdiden teşekkürler", "Çok teşekkürler"),
    mobile=(
        "iPhone'umdan gönderildi", "iPad'imden gönderildi", "Outlook for Android'i edinin",
        "Android cihazımdan gönderildi", "Samsung cihazımdan gönderildi",
    ),
    disclaimers=("Bu e-posta", "Bu mesaj", "Bu ileti"),
    banners=("Çevreyi düşünün",),
    notice_subjects=("e-posta", "mesaj", "ileti", "ekleri"),
    notice_cues=("gizli", "gizlidir", "alıcı", "alıcısı", "yetkisiz", "yanlışlıkla", "siliniz", "yasaktır"),
    contact=("Tel", "Telefon", "Faks", "A.Ş.", "Ltd. Şti.", "Müdür", "Müdürü", "Cad.", "Sok.", "Mah."),
    list_footers=("Bu iletiyi aldınız", "Abonelikten çık"),
    postscripts=("Not",),
    reply_markers=("Lütfen yanıtınızı bu satırın üzerine yazın", "Yanıtınızı bu satırın üzerine yazın"),
    outside=("harici", "dışarıdan", "kurum dışı"),
    first_person=("ben", "benim", "bana"),
    scan_notes=("Bu e-posta", "Bu ileti", "Bu mesaj", "Virüs bulunmuyor", "Virüssüz"),
    viruses=("virüs", "virüslere", "virüssüz", "antivirüs"),
)  # fmt: skip
