"""A mail written anew: another wording of the same passes, and whatever it lost, made up or turned round is told."""

from __future__ import annotations

import pytest

from coach import Coach, Context
from coach.languages import de, en
from coach.whole_mail import Loss, held

VISIT = """Hallo Herr Weber,

der Techniker kommt am 12. März gegen 14 Uhr. Er bringt die drei Ersatzteile mit, die uns letzte Woche gefehlt haben. Die
Rechnung über 450 Euro schicken wir nicht vor April. Wenn was unklar ist, einfach anrufen.

Viele Grüße
Sabine Moll"""
VISIT_FORMAL = """Sehr geehrter Herr Weber,

unser Techniker wird am 12. März gegen 14:00 Uhr bei Ihnen sein. Die 3 Ersatzteile, die in der vergangenen Woche fehlten,
bringt er mit. Die Rechnung über 450 Euro werden wir nicht vor April versenden. Bei Unklarheiten rufen Sie uns bitte an.

Mit freundlichen Grüßen
Sabine Moll"""
REFUND = """Hi Sue,

can't do the refund before the return gets here. Send it back with the label I attached and you'll have your 49.90 within
three days. The shop in Leeds can't take it.

Best
Mike"""
REFUND_FORMAL = """Dear Sue,

Unfortunately, we are not able to issue the refund before the return has arrived. Please send the item back using the
attached label, and you will receive your 49.90 within 3 days. The shop in Leeds is not able to accept it.

Kind regards
Mike"""
CLAIM = """Guten Tag Frau Sommer,

leider können wir die Reklamation nicht anerkennen, weil die Garantie im Mai abgelaufen ist. Wir bieten Ihnen aber 10 %
Rabatt auf die neue Pumpe an. Melden Sie sich gern bei Rückfragen.

Mit freundlichen Grüßen
Jan Petersen"""
CLAIM_LOOSE = """Hallo Frau Sommer,

die Garantie ist leider im Mai abgelaufen, deshalb können wir die Reklamation nicht anerkennen. Auf die neue Pumpe geben
wir Ihnen dafür 10 % Rabatt. Bei Fragen melden Sie sich einfach!

Viele Grüße
Jan Petersen"""
PARCEL = """Dear Mr Reed,

we have traced the parcel and it will reach you on Tuesday. Please accept our apologies for the delay. Should you have any
further questions, please do not hesitate to contact me.

Kind regards
Ann Bell"""
PARCEL_LOOSE = """Hi Tom,

we've found your parcel - you'll have it on Tuesday. Sorry for the delay! Any questions, just give me a shout.

Cheers
Ann"""
TOM = Context(name="Tom Reed", salutation="Dear Mr Reed,")


def losses(coach: Coach, before: str, after: str, context: Context | None = None) -> tuple[Loss, ...]:
    one, other = coach.situation(before, None, context), coach.situation(after, None, context)
    assert one is not None
    assert other is not None
    return held(one, other).losses


@pytest.mark.parametrize(
    ("before", "after", "context"),
    [
        (VISIT, VISIT_FORMAL, None),
        (REFUND, REFUND_FORMAL, None),
        (CLAIM, CLAIM_LOOSE, None),
        (PARCEL, PARCEL_LOOSE, TOM),
    ],
)
def test_another_wording_of_the_same_mail_loses_nothing_in_either_direction(
    coach: Coach, before: str, after: str, context: Context | None
):
    assert losses(coach, before, after, context) == ()
    assert losses(coach, after, before, context) == ()


def test_what_was_kept_is_counted(coach: Coach):
    one, other = coach.situation(REFUND), coach.situation(REFUND_FORMAL)
    assert one is not None
    assert other is not None
    found = held(one, other)
    assert (found.facts, found.names) == (2, 1)  # 49.90 and three; Leeds
    assert 0.7 < found.likeness <= 1


@pytest.mark.parametrize(
    ("loss", "old", "new"),
    [
        (Loss.FACTS, "12. März", "13. März"),
        (Loss.FACTS, "März", "April"),
        (Loss.FACTS, "Die 3 Ersatzteile", "Die vier Ersatzteile"),
        (Loss.FACTS, "450 Euro", "450 Euro (siehe www.moll.example/agb)"),
        (Loss.TURNED_ROUND, "werden wir nicht vor", "werden wir vor"),
        (Loss.TURNED_ROUND, "bringt er mit", "bringt er nicht mit"),
        (Loss.MADE_UP, "Bei Unklarheiten", "Wir räumen Ihnen gern einen Nachlass ein. Bei Unklarheiten"),
        (Loss.MADE_UP, "Sehr geehrter", "Hier ist die überarbeitete Mail:\n\nSehr geehrter"),
        (Loss.LEFT_OUT, " Bei Unklarheiten rufen Sie uns bitte an.", ""),
        (Loss.SIGNER, "Sabine Moll", "Ihr Service-Team"),
        (Loss.GREETING, "Herr Weber", "Herr Weiß"),
        (Loss.GREETING, "Herr Weber", "Herr Dr. Weber"),
        (Loss.FORM, "rufen Sie uns bitte an", "ruf uns bitte an, wenn du magst"),
        (Loss.MARKUP, "Die Rechnung", "**Die Rechnung**"),
        (Loss.MARKUP, "Sabine Moll", "Sabine Moll\n[Telefonnummer]"),
        (Loss.SLIPS, "bringt er mit", "bringt er  mit"),
    ],
)
def test_each_way_to_spoil_a_wording_is_told(coach: Coach, loss: Loss, old: str, new: str):
    assert old in VISIT_FORMAL
    assert loss in losses(coach, VISIT, VISIT_FORMAL.replace(old, new))


def test_a_name_that_goes_or_comes_is_told(coach: Coach):
    assert Loss.NAMES in losses(coach, REFUND, REFUND_FORMAL.replace("in Leeds", "in town"))
    assert Loss.NAMES in losses(coach, REFUND, REFUND_FORMAL.replace("in Leeds", "in Leeds near London"))


def test_an_honorific_that_nothing_supports_is_not_guessed(coach: Coach):
    changed = REFUND_FORMAL.replace("Dear Sue", "Dear Ms Miller")
    assert Loss.GREETING in losses(coach, REFUND, changed)
    known = Context(name="Sue Miller", salutation="Dear Ms Miller,")
    assert losses(coach, REFUND, changed, known) == ()


def test_another_language_is_told(coach: Coach):
    assert Loss.LANGUAGE in losses(coach, VISIT, REFUND_FORMAL)


@pytest.mark.parametrize("words", [de.LANGUAGE.facts, en.LANGUAGE.facts])
def test_words_for_days_and_numbers_are_told_from_others(words):
    assert all(key == key.lower() for key in words.same)
    assert words.meant("xyz") is None


def test_tomorrow_is_told_from_the_morning():
    facts = de.LANGUAGE.facts
    assert (facts.meant("morgen"), facts.meant("Morgen")) == ("morgen", None)
    assert facts.meant("Sonnabend") == facts.meant("Samstag")
    assert facts.meant("Drei") == en.LANGUAGE.facts.meant("three") == "3"
