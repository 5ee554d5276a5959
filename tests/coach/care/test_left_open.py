"""A question is called open only where nothing in the draft could be its answer."""

from __future__ import annotations

import pytest

from coach import Coach, Context
from coach.care.left_open import is_surely_open
from coach.model import Standing

GREETING = {"de": "Guten Tag Frau Wolf,\n\n", "en": "Hi Ann,\n\n"}
SURELY_OPEN = [
    ("de", "Was kostet die zweite Waage?", "Vielen Dank für Ihre Mail. Bei uns scheint heute die Sonne."),
    ("de", "Wann kommt der Techniker in unsere Halle?", "Die Ursache ist ein loser Stecker am Gehäuse."),
    ("de", "Gibt es den Stuhl auch mit einer hohen Lehne?", "Unsere Ausstellung zeigt viele Farben und Stoffe."),
    ("en", "What does the second scale cost?", "Thank you for your mail. The weather is lovely today."),
    ("en", "When will the engineer come to our hall?", "A loose plug behind the housing caused the error."),
    ("en", "Is the chair also sold with wooden armrests?", "Our showroom has many colours and fabrics."),
]
MAY_BE_ANSWERED = [
    ("de", "Was kostet die zweite Waage?", "Vielen Dank. Das sind 450 Euro."),
    ("de", "Wann kommt der Techniker in unsere Halle?", "Herr Kranz ist am Montag bei Ihnen."),
    ("de", "Gibt es den Stuhl auch mit einer hohen Lehne?", "Leider nicht. Unsere Ausstellung zeigt viele Farben."),
    ("de", "Was passiert bei einem Stromausfall?", "Unsere Lösung ist ausfallsicher. Sie läuft weiter."),
    ("de", "Wann kommt der Techniker in unsere Halle?", "Dazu melde ich mich. Ich kläre das mit Herrn Kranz."),
    ("de", "Ändert sich dadurch etwas?", "Jetzt läuft alles. Vielen Dank für den Hinweis."),
    ("de", "Weiß jemand bei Ihnen, woran das liegt?", "Der Speicher war voll. Danach brach alles ab."),
    ("en", "What does the second scale cost?", "Thank you. That would be 450 euros."),
    ("en", "When will the engineer come to our hall?", "Mr Kranz will be with you on Monday."),
    ("en", "Is the chair also sold with wooden armrests?", "Yes. Our showroom has many colours."),
    ("en", "Could you see if this makes any difference?", "That was it! Two settings solve it."),
    ("en", "Does anyone know what the problem could be?", "The memory was full. Adding swap helps."),
    ("en", "When will the engineer come to our hall?", "I will find out and get back to you. Mr Kranz knows."),
]


def open_questions(coach: Coach, language: str, asked: str, said: str) -> list[bool]:
    """For each need that likeness of meaning calls open, whether it surely is."""
    context = Context(reply_to=GREETING[language] + asked)
    situation = coach.situation(GREETING[language] + said, None, context, language=language)
    assert situation is not None
    return [is_surely_open(each.need, situation) for each in situation.answers if each.standing is Standing.OPEN]


@pytest.mark.parametrize(("language", "asked", "said"), SURELY_OPEN)
def test_a_question_is_open_where_nothing_in_the_draft_could_answer_it(
    coach: Coach, language: str, asked: str, said: str
) -> None:
    assert open_questions(coach, language, asked, said) == [True]


@pytest.mark.parametrize(("language", "asked", "said"), MAY_BE_ANSWERED)
def test_a_question_that_may_be_answered_in_other_words_is_not_called_open(
    coach: Coach, language: str, asked: str, said: str
) -> None:
    assert True not in open_questions(coach, language, asked, said)


def test_a_question_beside_one_that_is_answered_is_open_where_no_word_of_it_is_taken_up(coach: Coach) -> None:
    asked = "Was kostet die zweite Waage? Warum quietscht das Förderband seit der Umstellung?"
    said = "Die zweite Waage kostet 450 Euro. Der Preis gilt im ganzen Jahr."
    assert open_questions(coach, "de", asked, said) == [True]


def test_across_languages_no_question_is_called_open(coach: Coach) -> None:
    context = Context(reply_to="Hi Ann,\n\nwhat does the second scale cost?")
    draft = "Guten Tag Frau Wolf,\n\nvielen Dank für Ihre Mail. Bei uns scheint heute die Sonne."
    situation = coach.situation(draft, None, context, language="de")
    assert situation is not None
    assert [is_surely_open(each.need, situation) for each in situation.answers] == [False]
