"""Fillers and stacked hedges go; words that mean something stay, and what is left reads well."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.fillers import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Das ist eigentlich kein Problem für die Werkstatt.", "Das ist kein Problem für die Werkstatt."),
    ("Der Ofen läuft eigentlich auch mit Holz.", "Der Ofen läuft auch mit Holz."),
    ("Was kostet eigentlich die Wartung pro Jahr?", "Was kostet die Wartung pro Jahr?"),
    ("Wann eigentlich kommt der Monteur?", "Wann kommt der Monteur?"),
    ("Wir brauchen eigentlich\nnur die Maße.", "Wir brauchen\nnur die Maße."),
    ("Eigentlich ist das kein Problem.", "Das ist kein Problem."),
    ("Eigentlich kommt der Monteur am Montag.", None),
    ("Wir wollten eigentlich am Montag kommen.", None),
    ("Die Tür sollte eigentlich schon da sein.", None),
    ("Das geht eigentlich nicht, aber wir machen eine Ausnahme.", None),
    ("Die eigentliche Ursache ist der Filter.", None),
    ("Nicht eigentlich der Preis, sondern die Zeit ist knapp.", None),
    ("Es ist halt so, dass der Lack trocknen muss.", "Es ist so, dass der Lack trocknen muss."),
    ("Das Holz arbeitet halt im Winter.", "Das Holz arbeitet im Winter."),
    ("Der Zug hält ohne Halt bis Ulm.", None),
    ("Halt die Tür bitte zu.", None),
    ("Da muss man nun mal zwei Tage warten.", "Da muss man zwei Tage warten."),
    ("Der Lack muss nun einmal trocknen.", "Der Lack muss trocknen."),
    ("Komm nun mal vorbei und sieh es dir an.", None),
    ("Der Motor klingt irgendwie seltsam.", None),
    ("Die Rechnung ist irgendwie bei uns verloren gegangen.", "Die Rechnung ist bei uns verloren gegangen."),
    ("Können wir das irgendwie anders lösen?", None),
    ("Die Heizung ist quasi neu.", None),
    ("Wir haben quasi alle Teile da.", None),
    ("Das Paket geht quasi von hier direkt zu Ihnen.", "Das Paket geht von hier direkt zu Ihnen."),
    ("Er ist sozusagen der Chef der Werkstatt.", None),
    ("Das entscheidet letztendlich der Meister.", "Das entscheidet der Meister."),
    ("Im Grunde genommen haben wir nur zwei Farben.", "Wir haben nur zwei Farben."),
    ("Im Grunde brauchen wir nur zwei Farben.", "Wir brauchen nur zwei Farben."),
    ("Wie gesagt, der Ofen kommt am Montag.", "Der Ofen kommt am Montag."),
    ("Der Ofen kommt, wie gesagt, erst am Montag.", "Der Ofen kommt erst am Montag."),
    ("Ehrlich gesagt finde ich die zweite Farbe schöner.", "Ich finde die zweite Farbe schöner."),
    ("Ehrlich gesagt gibt es nur eine Farbe, die passt.", "Es gibt nur eine Farbe, die passt."),
    ("Das ist durchaus sinnvoll für kleine Küchen.", "Das ist sinnvoll für kleine Küchen."),
    ("Das ist durchaus nicht sinnvoll.", None),
    ("Wir haben nur noch zwei Stück und liefern schon am Montag.", None),
    ("Vielleicht eventuell liefern wir am Montag.", "Vielleicht liefern wir am Montag."),
    ("Das liegt wahrscheinlich vielleicht am Filter.", "Das liegt wahrscheinlich am Filter."),
    ("Vielleicht können wir eventuell am Montag liefern.", "Vielleicht können wir am Montag liefern."),
    ("Vielleicht am Montag oder eventuell am Dienstag.", None),
    ("Ich glaube, das Teil ist vielleicht verschlissen.", "Ich glaube, das Teil ist verschlissen."),
    ("Wir denken, dass der Filter eventuell verstopft ist.", "Wir denken, dass der Filter verstopft ist."),
    ("Das könnte vielleicht am Filter liegen.", "Das könnte am Filter liegen."),
    ("Könnten Sie uns vielleicht die Maße schicken?", None),
    ("Das könnte vielleicht auch am Filter liegen.", None),
    ("Es waren vielleicht zwanzig Gäste da.", None),
    ("Die Leiste ist, ehrlich gesagt, zu kurz.", "Die Leiste ist zu kurz."),
    ("In der Mail steht „das ist eigentlich egal“ als Antwort.", None),
    ("Siehe www.halt-eigentlich.example und den Plan.", None),
)  # fmt: skip

ENGLISH = (
    ("I just wanted to ask about the bill.", "I wanted to ask about the bill."),
    ("I'm just writing to say that the oven is here.", "I'm writing to say that the oven is here."),
    ("We just need one more day.", None),
    ("I have just sent the bill.", None),
    ("It is just a scratch.", None),
    ("This is just as good.", None),
    ("I'd just like to know the price.", "I'd like to know the price."),
    ("We were just wondering about the price.", "We were wondering about the price."),
    ("Just call us.", None),
    ("Basically, the oven needs a new door.", "The oven needs a new door."),
    ("It basically needs a new door.", "It needs a new door."),
    ("The two are basically the same.", None),
    ("It is basically done.", None),
    ("We actually have two in stock.", "We have two in stock."),
    ("We actually do have two in stock.", None),
    ("It is not actually broken.", None),
    ("It didn't actually break.", None),
    ("I actually ordered blue, but got green.", None),
    ("What actually happened on Monday?", None),
    ("Actually, the oven is already here.", "The oven is already here."),
    ("Actually the oven is here.", None),
    ("It literally fell off the wall.", "It fell off the wall."),
    ("He took it literally.", None),
    ("I kind of like the blue one.", "I like the blue one."),
    ("It is kind of slow in winter.", "It is slow in winter."),
    ("What kind of oven is it?", None),
    ("This kind of oven is old.", None),
    ("They sort of agree with us.", "They agree with us."),
    ("Please sort of the pile by size.", None),
    ("To be honest, the blue one is nicer.", "The blue one is nicer."),
    ("To tell you the truth, we sold the last one.", "We sold the last one."),
    ("The blue one is nicer, to be honest.", "The blue one is nicer."),
    ("To be honest with customers is our rule.", None),
    ("Honestly, it looks good.", "It looks good."),
    ("Needless to say, we will refund you.", "We will refund you."),
    ("Frankly, but kindly, we said no.", None),
    ("Obviously, the parcel was lost.", "The parcel was lost."),
    ("The thing is, the door is too wide.", "The door is too wide."),
    ("At the end of the day, you decide.", "You decide."),
    ("At the end of the day we close the shop.", None),
    ("I think maybe the door is bent.", "I think the door is bent."),
    ("I think the door is probably bent.", "I think the door is bent."),
    ("Maybe perhaps we can meet on Monday.", "Maybe we can meet on Monday."),
    ("It could possibly be the door.", "It could be the door."),
    ("We cannot possibly deliver before May.", None),
    ("Could you possibly send it again?", None),
    ("It may perhaps take a day longer.", "It may take a day longer."),
    ("I guess it will probably rain.", "I guess it will rain."),
    ("I think it might be the door.", "It might be the door."),
    ("I think it might be the door or the lock.", None),
    ("There are, obviously, better ways.", "There are better ways."),
    ("We just wanted to sell one.", None),
    ("Do you actually have it in stock?", None),
    ("She wrote “I just wanted to ask” in her note.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)


def test_only_what_mends_the_words_pointed_at(coach: Coach) -> None:
    text = "Basically, the oven is here. I just wanted to ask about the bill."
    assert after(coach, text, "en", "just") == "Basically, the oven is here. I wanted to ask about the bill."
