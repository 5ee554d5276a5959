"""What a writer asks for."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from coach import Coach
from coach.model import NeedKind

HERE = Path(__file__).parent
LEAST_F1 = 0.9  # of each kind, over both halves
LEAST_F1_MAILS = 0.9  # with the exact words


def labelled(code: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((HERE / f"needs_{code}.toml").read_text(encoding="utf-8"))


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed)


def kinds(coach: Coach, text: str) -> list[str]:
    return [str(need.kind) for need in coach.needs(text)]


def texts(coach: Coach, text: str) -> list[str]:
    return [need.text for need in coach.needs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wann können Sie liefern? Der Rest passt.", ["question"]),
        ("Bitte schicken Sie uns die Rechnung. Danke.", ["request"]),
        ("Wir hätten gern einen Termin im März.", ["wish"]),
        ("Der Sensor ist schon wieder defekt und der Ausfall kostet uns Geld.", ["complaint"]),
        ("Die Ware ist angekommen. Alles bestens.", []),
        ("When can you deliver? The rest is fine.", ["question"]),
        ("Please send us the invoice.", ["request"]),
        ("We would like to visit you in March.", ["wish"]),
        ("The sensor is broken again and the delay is unacceptable.", ["complaint", "complaint"]),
        ("The goods arrived. All fine.", []),
        ("Die Waage ist seit drei Tagen defekt.", ["complaint"]),
        ("Wir sind sehr enttäuscht.", ["complaint"]),
        ("Die Rechnung stimmt nicht.", ["complaint"]),
        ("Wir warten seit zwei Wochen auf den Sensor.", ["complaint"]),
        ("Two parcels are missing.", ["complaint"]),
        ("The display still does not work.", ["complaint"]),
        ("Das Problem ist behoben, kein Fehler mehr.", []),
        ("Dann können wir am Montag starten.", []),
        ("Ich brauche nichts mehr.", []),
        ("Bitte entschuldigen Sie die Störung.", []),
        ("Please accept our apologies.", []),
        ("We want to thank you for the visit.", []),
        ("Wir bräuchten noch zwei Dichtungen.", ["request"]),
        ("Give me a call tomorrow.", ["request"]),
    ],
)
def test_finds_needs(coach: Coach, text: str, expected: list[str]) -> None:
    assert kinds(coach, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Das Gewicht der Pumpe müssten wir noch wissen.", ["question"]),
        ("de", "Ich will meine Anzahlung zurück. SOFORT.", ["request"]),
        ("de", "Ich ersuche Sie um Bekanntgabe der Kontonummer.", ["request"]),
        ("de", "bitten um Korrektur der Anschrift", ["request"]),
        ("de", "Brauche Ersatz bis Mittwoch.", ["request"]),
        ("de", "Ich weiß nicht, ob das gefährlich ist.", ["question"]),
        ("en", "Need two more chairs by Friday.", ["request"]),
        ("en", "Any idea what's up?", ["question"]),
        ("en", "Still failing with a timeout", ["complaint"]),
        ("en", "Still getting 503s on login", ["complaint"]),
        ("en", "Server down since 9.", ["complaint"]),
    ],
)
def test_finds_needs_in_clipped_and_formal_words(coach: Coach, code: str, text: str, expected: list[str]) -> None:
    assert [str(need.kind) for need in coach.needs(text, code)] == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Grüßen Sie bitte auch Herrn Maurer."),
        ("de", "Bis Montag dann und grüßen Sie bitte auch Frau Maurer."),
        ("de", "Warum ist das nur so schwer?"),
        ("de", "Ich weiß nicht, ob ich am Montag da bin."),
        ("en", "Why is this always so hard?"),
        ("en", "Didn't get a chance to look at it yet."),
        ("en", "yeah that works for us."),
        ("en", "We'll pop them in on Friday with the rest."),
    ],
)
def test_greetings_sighs_and_own_errands_are_no_needs(coach: Coach, code: str, text: str) -> None:
    assert coach.needs(text, code) == []


def test_says_where_the_need_stands(coach: Coach) -> None:
    text = "Hallo Tom,\n\ndie Ware ist da. Wann kommt der Techniker?\n\nGruß\nEva"
    (need,) = coach.needs(text)
    assert need.span.of(text) == need.text == "Wann kommt der Techniker?"


def test_the_quoted_mail_asks_nothing(coach: Coach) -> None:
    assert coach.needs("Das passt uns gut.\n\n> Wann können Sie liefern?\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bitte prüfen Sie die Liste und schicken Sie uns das Ergebnis.",
            ["Bitte prüfen Sie die Liste", "schicken Sie uns das Ergebnis."],
        ),
        ("Was kostet das, und wie lange dauert es?", ["Was kostet das", "wie lange dauert es?"]),
        ("Please check the list and send us the result.", ["Please check the list", "send us the result."]),
        ("How much is it and when can you ship it?", ["How much is it", "when can you ship it?"]),
    ],
)
def test_two_needs_in_one_sentence_are_two(coach: Coach, text: str, expected: list[str]) -> None:
    assert texts(coach, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Ware ist da, aber wann kommt der Rest?", ["wann kommt der Rest?"]),
        ("Können Sie mir sagen, wann die Ware kommt?", ["Können Sie mir sagen, wann die Ware kommt?"]),
        ("Falls ja, reservieren Sie mir einen Platz.", ["Falls ja, reservieren Sie mir einen Platz."]),
        ("The goods are here, but when will the rest follow?", ["when will the rest follow?"]),
        ("If you have time, please call me.", ["If you have time, please call me."]),
    ],
)
def test_a_need_reaches_over_its_subordinate_clauses_and_no_further(
    coach: Coach, text: str, expected: list[str]
) -> None:
    assert texts(coach, text) == expected


def test_and_in_plain_prose_commands_nothing(coach: Coach) -> None:
    assert coach.needs("I looked at the figures and will review them with Ann on Monday.") == []


def test_every_need_names_the_pattern_that_found_it(coach: Coach) -> None:
    (german,) = coach.needs("Ich bitte um einen Rückruf.")
    (english,) = coach.needs("Could you send the invoice again?")
    assert (german.why, english.why) == ("asks for a favour", "could you")


def test_the_text_of_a_need_is_in_no_repr(coach: Coach) -> None:
    (need,) = coach.needs("Wann kommt die geheime Lieferung?")
    assert "geheime" not in repr(need)


@pytest.mark.parametrize("text", ["", "?", "...", "Bitte", "Wann", "a" * 5_000, "bitte " * 1_000, "if you " * 1_000])
def test_odd_texts_do_no_harm(coach: Coach, text: str) -> None:
    for code in ("de", "en"):
        for need in coach.needs(text, code):
            assert need.span.of(text).strip()


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("kind", list(NeedKind))
def test_each_kind_is_told_on_labelled_sentences(coach: Coach, code: str, kind: NeedKind) -> None:
    counts = Counter(
        (kind in kinds(coach, each["text"]), kind in each["kinds"]) for each in labelled(code)["sentences"]
    )
    assert f1(counts[True, True], counts[True, False], counts[False, True]) >= LEAST_F1


@pytest.mark.parametrize("code", ["de", "en"])
def test_polite_formulas_offers_and_reported_questions_are_no_needs(coach: Coach, code: str) -> None:
    quiet = [each["text"] for each in labelled(code)["sentences"] if not each["kinds"]]
    assert [text for text in quiet if coach.needs(text)] == []


@pytest.mark.parametrize("code", ["de", "en"])
def test_needs_of_whole_mails_with_their_exact_words(coach: Coach, code: str) -> None:
    right, wrong, missed = in_mails(coach, labelled(code)["mails"])
    assert f1(right, wrong, missed) >= LEAST_F1_MAILS


def in_mails(coach: Coach, mails: Iterable[dict[str, Any]]) -> tuple[int, int, int]:
    right = wrong = missed = 0
    for mail in mails:
        found = Counter((str(need.kind), need.span.of(mail["text"])) for need in coach.needs(mail["text"]))
        wanted = Counter((kind, words) for kind, words in mail["needs"])
        right += (found & wanted).total()
        wrong += (found - wanted).total()
        missed += (wanted - found).total()
    return right, wrong, missed


def test_a_short_german_question_full_of_nouns_is_no_headline(coach: Coach) -> None:
    assert [each.kind for each in coach.needs("Welche Farbe hat die Pumpe?")] == [NeedKind.QUESTION]
