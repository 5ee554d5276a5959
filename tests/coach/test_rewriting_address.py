"""Sie to du and back: each pair is one text in both forms; where only one way is meant, the other is not claimed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import coach
from coach import Coach
from coach.address import forms_used
from coach.german.address_form import applied, edits

BOTH_WAYS = (
    ("Können Sie mir das schicken?", "Kannst du mir das schicken?"),
    ("Haben Sie Ihre Rechnung schon bezahlt?", "Hast du deine Rechnung schon bezahlt?"),
    ("Wenn Sie morgen Zeit haben, rufe ich Sie an.", "Wenn du morgen Zeit hast, rufe ich dich an."),
    ("Ich danke Ihnen für Ihren Brief.", "Ich danke dir für deinen Brief."),
    ("Bitte schicken Sie mir die Liste.", "Bitte schick mir die Liste."),
    ("Rufen Sie mich bitte an.", "Ruf mich bitte an."),
    ("Geben Sie uns kurz Bescheid.", "Gib uns kurz Bescheid."),
    ("Melden Sie sich, wenn Sie Fragen haben.", "Melde dich, wenn du Fragen hast."),
    ("Nehmen Sie sich Zeit.", "Nimm dir Zeit."),
    ("Freuen Sie sich auf den Termin?", "Freust du dich auf den Termin?"),
    ("Das hätten Sie wissen können.", "Das hättest du wissen können."),
    ("Ich weiß, dass Sie das hätten prüfen müssen.", "Ich weiß, dass du das hättest prüfen müssen."),
    ("Wären Sie so nett?", "Wärst du so nett?"),
    ("Waren Sie gestern im Büro?", "Warst du gestern im Büro?"),
    ("Würden Sie das bitte prüfen?", "Würdest du das bitte prüfen?"),
    ("Seien Sie bitte pünktlich.", "Sei bitte pünktlich."),
    ("Warten Sie bitte auf Herrn Huber.", "Warte bitte auf Herrn Huber."),
    ("Lesen Sie den Vertrag und unterschreiben Sie ihn.", "Lies den Vertrag und unterschreibe ihn."),
    ("Wie Sie wissen, liefern wir am Montag.", "Wie du weißt, liefern wir am Montag."),
    ("Die Unterlagen, die Sie brauchen, liegen bei.", "Die Unterlagen, die du brauchst, liegen bei."),
    ("Für Sie und Ihr Team haben wir etwas vorbereitet.", "Für dich und dein Team haben wir etwas vorbereitet."),
    ("Ich bitte Sie, sich bis Freitag zu melden.", "Ich bitte dich, dich bis Freitag zu melden."),
    ("Unsere Kollegen haben Sie gestern nicht erreicht.", "Unsere Kollegen haben dich gestern nicht erreicht."),
    ("Den Link finden Sie unten.", "Den Link findest du unten."),
)

TO_DU = (
    ("Wissen Sie, was fehlt?", "Weißt du, was fehlt?"),
    ("Dann melden Sie sich bitte kurz.", "Dann melde dich bitte kurz."),
    ("Brauchen Sie Hilfe, rufen Sie an.", "Brauchst du Hilfe, ruf an."),
    ("Wir hoffen, dass Sie zufrieden waren und bald wiederkommen.", "Wir hoffen, dass du zufrieden warst und bald wiederkommst."),
    ("Haben Sie einen schönen Tag!", "Hab einen schönen Tag!"),
    ("Niemand kennt das System besser als Sie.", "Niemand kennt das System besser als du."),
    ("Mein Vorschlag: Sie kommen vorbei.", "Mein Vorschlag: Du kommst vorbei."),
    ("Bitte prüfen Sie die Rechnung und schicken Sie mir den Beleg.", "Bitte prüfe die Rechnung und schick mir den Beleg."),
    ("Bitte prüfen Sie die Rechnung und schicken mir den Beleg.", "Bitte prüfe die Rechnung und schick mir den Beleg."),
    ("Sie haben drei Angebote bekommen und können sie vergleichen.", "Du hast drei Angebote bekommen und kannst sie vergleichen."),
    ("Sie melden sich an, öffnen die Liste und sehen alles.", "Du meldest dich an, öffnest die Liste und siehst alles."),
    ("Weil Sie nicht angerufen oder geschrieben haben, frage ich nach.", "Weil du nicht angerufen oder geschrieben hast, frage ich nach."),
    ("Sie können ein Bild zeichnen und sich selbst beschreiben.", "Du kannst ein Bild zeichnen und dich selbst beschreiben."),
    ("Wenn Sie unten klicken, sehen Sie den Plan.", "Wenn du unten klickst, siehst du den Plan."),
    ("Um ihn abzuholen, brauchen Sie einen Ausweis.", "Um ihn abzuholen, brauchst du einen Ausweis."),
    ("Bestellen Sie noch im Mai, sparen Sie 20 Euro.", "Bestellst du noch im Mai, sparst du 20 Euro."),
    ("Bei Interesse schreiben Sie uns bitte.", "Bei Interesse schreib uns bitte."),
    ("Was würden Sie sagen?", "Was würdest du sagen?"),
    ("Ich möchte Ihnen danken und Sie bitten, zu kommen.", "Ich möchte dir danken und dich bitten, zu kommen."),
    ("Wir holen Sie ab und Sie zahlen nur das Essen.", "Wir holen dich ab und du zahlst nur das Essen."),
    ("Wenn er kommt und Sie nicht, warten wir.", "Wenn er kommt und du nicht, warten wir."),
    ("Die Themen, die Sie interessieren, stehen unten.", "Die Themen, die dich interessieren, stehen unten."),
    ("Wissen Sie, wie gross die Strasse ist?", "Weisst du, wie gross die Strasse ist?"),
    ("Ihr Chef hat recht.", "Dein Chef hat recht."),
    ("Die Zahlen stimmen nicht. Ihr Chef hat recht.", "Die Zahlen stimmen nicht. Dein Chef hat recht."),
    ("Können Sie kommen? Frau Beck war hier. Ihr Chef hat recht.", "Kannst du kommen? Frau Beck war hier. Ihr Chef hat recht."),
)  # fmt: skip

TO_SIE = (
    ("Haste kurz Zeit für mich? Du weißt ja, worum es geht.", "Haben Sie kurz Zeit für mich? Sie wissen ja, worum es geht."),
    ("Habt ihr euren Zähler abgelesen?", "Haben Sie Ihren Zähler abgelesen?"),
    ("Melde mich morgen, wenn du magst.", "Melde mich morgen, wenn Sie mögen."),
    ("Ob du das Gerät benutzt, ist egal.", "Ob Sie das Gerät benutzen, ist egal."),
    ("Bitte melde dich.", "Bitte melden Sie sich."),
    ("Bitte kümmere dich darum und sag Ben Bescheid.", "Bitte kümmern Sie sich darum und sagen Sie Ben Bescheid."),
    ("Wenn es nicht klappt, ruf an. Du hast die Nummer.", "Wenn es nicht klappt, rufen Sie an. Sie haben die Nummer."),
    ("Mails prüfen, Termine machen: Du kennst das.", "Mails prüfen, Termine machen: Sie kennen das."),
    ("Ich bin da, falls du kommst. Hab keine Angst!", "Ich bin da, falls Sie kommen. Haben Sie keine Angst!"),
    ("Hab keine Zeit heute, aber du kannst kommen.", "Hab keine Zeit heute, aber Sie können kommen."),
    ("Habe eine Frage: Kannst du kommen?", "Habe eine Frage: Können Sie kommen?"),
    ("Ich schreibe dir und hol das Paket ab.", "Ich schreibe Ihnen und hol das Paket ab."),
    ("Das wird beschlossen und tritt in Kraft, sagst du.", "Das wird beschlossen und tritt in Kraft, sagen Sie."),
    ("Hast super gearbeitet! Ich danke dir.", "Sie haben super gearbeitet! Ich danke Ihnen."),
    ("Du kannst spielen und dich selbst fordern.", "Sie können spielen und sich selbst fordern."),
    ("Ich freue mich, dass Du Dich meldest.", "Ich freue mich, dass Sie sich melden."),
    ("Wie geht es euch? Sagt mir, wann ihr Zeit habt.", "Wie geht es Ihnen? Sagen Sie mir, wann Sie Zeit haben."),
    ("Könnt ihr sagen, wer von euch kommt?", "Können Sie sagen, wer von Ihnen kommt?"),
    ("Habt ihr Fragen, ruft mich an. Uns kommt das lang vor.", "Haben Sie Fragen, rufen Sie mich an. Uns kommt das lang vor."),
    ("Du selbst weißt es. Teste jetzt kostenlos!", "Sie selbst wissen es. Testen Sie jetzt kostenlos!"),
    ("Du mußt kommen. Was hälst du davon?", "Sie müssen kommen. Was halten Sie davon?"),
    ("Sag mir, was du brauchst. Hab einen schönen Tag!", "Sagen Sie mir, was Sie brauchen. Haben Sie einen schönen Tag!"),
)  # fmt: skip


@pytest.mark.parametrize(("sie", "du"), [*BOTH_WAYS, *TO_DU])
def test_from_sie_to_du(sie: str, du: str) -> None:
    assert coach.rewrite_address_form(sie, to="du") == du


@pytest.mark.parametrize(("du", "sie"), [*((du, sie) for sie, du in BOTH_WAYS), *TO_SIE])
def test_from_du_to_sie(du: str, sie: str) -> None:
    assert coach.rewrite_address_form(du, to="sie") == sie


MAIL_SIE = """Liebe Anna,

vielen Dank für Ihre Nachricht. Können Sie uns bitte noch sagen, wann Sie das Gerät bekommen haben? \
Schicken Sie uns am besten ein Foto, dann prüfen wir es für Sie.

Der Techniker sagte: „Rufen Sie mich an.“

Viele Grüße
Ihre Eva

> Können Sie mir helfen?
"""

MAIL_DU = """Liebe Anna,

vielen Dank für deine Nachricht. Kannst du uns bitte noch sagen, wann du das Gerät bekommen hast? \
Schick uns am besten ein Foto, dann prüfen wir es für dich.

Der Techniker sagte: „Rufen Sie mich an.“

Viele Grüße
Deine Eva

> Können Sie mir helfen?
"""


def test_a_whole_mail_changes_but_for_what_others_said() -> None:
    assert coach.rewrite_address_form(MAIL_SIE, to="du") == MAIL_DU
    assert coach.rewrite_address_form(MAIL_DU, to="sie") == MAIL_SIE


def test_the_rewritten_mail_is_in_the_other_form() -> None:
    assert coach.address_form(coach.rewrite_address_form(MAIL_SIE, to="du")) == "du"
    assert coach.address_form(coach.rewrite_address_form(MAIL_DU, to="sie")) == "sie"


def test_a_text_that_fits_comes_back_as_it_is() -> None:
    assert coach.rewrite_address_form("Kannst du kommen?", to="du") == "Kannst du kommen?"
    assert coach.rewrite_address_form("Die Ware ist da.", to="sie") == "Die Ware ist da."
    assert coach.rewrite_address_form("", to="sie") == ""


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match='must be "du" or "sie"'):
        coach.rewrite_address_form("Kannst du kommen?", to="ihr")


def mails(to: str) -> list[ParameterSet]:
    """The whole mails of the file for this form, each as (text, what it must read)."""
    kept = tomllib.loads((Path(__file__).parent / f"rewriting_to_{to}.toml").read_text(encoding="utf-8"))["mails"]
    other = "sie" if to == "du" else "du"
    return [
        pytest.param(
            each[other],
            each[to],
            id=f"{to}-{number}",
            marks=[pytest.mark.xfail(reason=each["doubt"], strict=True)] if "doubt" in each else [],
        )
        for number, each in enumerate(kept)
    ]


@pytest.mark.parametrize(("mail", "wanted"), mails("du"))
def test_a_mail_in_sie_reads_as_if_written_in_du(mail: str, wanted: str) -> None:
    assert coach.rewrite_address_form(mail, to="du") == wanted


@pytest.mark.parametrize(("mail", "wanted"), mails("sie"))
def test_a_mail_in_du_or_ihr_reads_as_if_written_in_sie(mail: str, wanted: str) -> None:
    assert coach.rewrite_address_form(mail, to="sie") == wanted


@pytest.mark.parametrize("to", ["du", "sie"])
def test_no_word_of_the_other_form_is_left_in_any_mail(coach: Coach, to: str) -> None:
    for kept in mails(to):
        mail = str(kept.values[0])
        document = coach.document(mail, "de")
        assert forms_used(document).wrong_for(to), mail
        written = applied(mail, edits(document, to))
        assert forms_used(coach.document(written, "de")).wrong_for(to) == (), written


def test_words_that_look_like_orders_to_one_person_say_nothing() -> None:
    for text in ("Mails prüfen, Termine machen.", "Prüfe Mails, mache Termine.", "Heute: Mails checken, Akten suchen."):
        assert coach.address_form(f"Hallo Frau Wolf,\n\n{text}") is None
