"""Du or Sie."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coach
from coach import Coach
from coach.address import FormsUsed, Talk, address_use, forms_used, name_used, talk_of
from coach.address.use import AddressUse

HERE = Path(__file__).parent
SHARED = Coach.load()

CASES = {
    "sie": (
        "Könnten Sie uns bitte ein Angebot schicken?",
        "Sie haben recht.",
        "Ihre Rechnung ist da.",
        "Ihr Angebot gefällt uns.",
        "Wir danken Ihnen für die Mühe.",
        "Haben Sie Zeit? Dann rufe ich Sie an.",
        "Bitte melden Sie sich.",
        "Wie geht es Ihnen? Sie wollten mir noch die Liste geben.",
        "Sie sind uns jederzeit willkommen.",
    ),
    "du": (
        "Kannst du mir das schicken?",
        "Ich danke dir für deine Mühe.",
        "Habt ihr die Teile schon?",
        "Könnt ihr euch bitte melden?",
        "Ihr habt recht, das war unser Fehler.",
        "Schick mir bitte die Liste.",
        "Melde dich einfach.",
        "Hast die Teile schon bekommen?",
        "Dein Angebot ist da, sie haben es gestern gebracht.",
        "Danke für Eure Hilfe, Ihr seid super.",
        "Bitte schick mir die Liste.",
        "Dann mach das bitte.",
        "Schickt uns bitte die Liste.",
        "Druck das bitte aus.",
        "Druck mir die Liste aus.",
        "Klick auf den Link.",
        "Schlag mir einen Termin vor.",
        "Komm vorbei!",
        "Schau, das geht leider nicht.",
        "Zeig ich dir.",
        "Danke dir und Ihnen allen.",
        "Die Kollegen sagen, Sie melden sich dann auch bei euch",
        "Frau Meier hat mir gesagt, du sollst dich bei mir melden.",
    ),
    "mixed": (
        "Hast du Zeit? Dann schicke ich Ihnen das Angebot.",
        "Wir melden uns bei Ihnen, sobald du fertig bist.",
    ),
    None: (
        "Die Ware ist da.",
        "Sie ist gestern angekommen.",
        "Er hat gesagt, dass sie morgen kommen.",
        "Sie wuchs in Budapest auf.",
        "Sie hat den Sensor getauscht.",
        "Der Kollege sagte: „Du musst den Stecker ziehen.“",
        "Ich habe ihr das Paket gegeben.",
        "Melde mich morgen.",
        "Schicke die Rechnung morgen.",
        "Warte auf den Sensor.",
        "Bring ich morgen mit.",
        "Check ist erledigt.",
        "Ruf gestern verpasst.",
        "Die Teile sind da. Sie passen nicht.",
        "Die Pumpen laufen. Ihre Dichtungen sind neu.",
        "Frau Wolf ist da. Ihre Unterlagen fehlen noch.",
        "Das Angebot der DEIN GmbH ist da.",
        "Druck 4,2 bar.",
        "Druck zu hoch.",
        "Bitte Druck prüfen.",
        "Druck, Temperatur und Füllstand ok.",
        "Schlag 12 Uhr fertig.",
        "Schlag auf Welle bemerkt.",
        "Klick ohne Wirkung.",
        "Stell 5 fertig.",
        "Zeig ich morgen.",
        "Mach morgen weiter.",
        "Ich habe die Kunden gefragt. Ihnen gefällt das.",
        "Im Menü steht ›du kannst gehen‹ als Gruß.",
        "Auf dem Schild steht 'Du' ganz groß.",
        "",
    ),
}


@pytest.mark.parametrize(
    ("text", "form"), [(text, form) for form, texts in CASES.items() for text in texts], ids=lambda each: str(each)[:40]
)
def test_tells_du_from_sie(text: str, form: str | None) -> None:
    assert coach.address_form(text) == form


@pytest.mark.parametrize(
    "text", ["Zeig ich Ihnen.", "Druck zu hoch. Melden Sie sich bitte.", "Die Ware ist bei Ihnen."]
)
def test_a_verb_form_or_noun_beside_sie_is_not_a_du(text: str) -> None:
    assert coach.address_form(text) == "sie"


def test_english_has_no_such_form() -> None:
    assert coach.address_form("Could you send it?", language="en") is None


def test_a_greeting_with_name_is_not_an_address_form() -> None:
    assert coach.address_form("Sehr geehrte Frau Wolf,\n\ndie Ware ist da.\n\nMit freundlichen Grüßen") is None


def test_a_quoted_mail_does_not_decide() -> None:
    assert coach.address_form("Das mache ich gern für dich.\n\n> Könnten Sie das bitte prüfen?\n") == "du"


def _texts(name: str) -> dict[str, list[str]]:
    """Label -> texts."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


LABELLED = [(text, label) for label, texts in _texts("address_texts.toml").items() for text in texts]
TALK = [
    (text, language, label)
    for language in ("de", "en")
    for label, texts in _texts("address_talk.toml")[language].items()  # type: ignore[attr-defined]
    for text in texts
]
CALLED = [(text, label) for label, texts in _texts("address_names.toml").items() for text in texts]


def used_in(coach: Coach, text: str) -> FormsUsed:
    return forms_used(coach.document(text, "de"))


@pytest.mark.parametrize(("text", "label"), LABELLED, ids=lambda each: str(each)[:40])
def test_tells_du_ihr_and_sie_in_hard_cases(coach: Coach, text: str, label: str) -> None:
    used = used_in(coach, text)
    assert ("ihr" if used.form == "du" and used.plural else used.form or "none") == label


@pytest.mark.parametrize(("text", "language", "label"), TALK, ids=lambda each: str(each)[:40])
def test_hears_offers_and_their_answers(coach: Coach, text: str, language: str, label: str) -> None:
    said = talk_of(coach.document(text, language))
    assert (said.talk if said else "none") == label
    assert said is None or said.span.of(text).strip()


@pytest.mark.parametrize(("text", "label"), CALLED, ids=lambda each: str(each)[:40])
def test_tells_what_the_reader_is_called(coach: Coach, text: str, label: str) -> None:
    name = name_used(coach.document(text, "en"))
    form = name.form if name is not None and name.named else "none"
    assert {"title": "surname"}.get(form, form) == label


def test_a_greeting_that_does_not_go_with_du_is_shown_with_it(coach: Coach) -> None:
    text = "Sehr geehrter Herr Maier, hast du Zeit?"
    used = used_in(coach, text)
    assert [span.of(text) for span in used.sie] == ["Sehr geehrter Herr Maier"]
    assert [span.of(text) for span in used.du] == ["hast", "du"]


def test_greeting_and_closing_say_how_the_reader_is_addressed(coach: Coach) -> None:
    body = "die Rechnung ist bezahlt, alles Weitere folgt im Januar."
    assert used_in(coach, f"Hallo Anna,\n\n{body}\n\nLiebe Grüße\nDeine Eva").form == "du"
    assert used_in(coach, f"Hallo ihr beiden,\n\n{body}\n\nLiebe Grüße\nEva").plural
    assert used_in(coach, f"Guten Tag Herr Maier,\n\n{body}\n\nMit freundlichen Grüßen\nIhre Eva Wolf").form == "sie"


def test_du_for_one_counts_where_the_mail_says_du_elsewhere(coach: Coach) -> None:
    general = "Im Winter kannst du auf der Alm nichts anbauen."
    assert used_in(coach, general).form is None
    assert len(used_in(coach, f"{general} Hast du das gewusst?").du) > 2


def test_the_same_text_is_told_alike_when_its_sentences_were_seen_before(coach: Coach) -> None:
    text = "Hast du Zeit? Die Teile sind da. Sie passen nicht."
    first = used_in(coach, text)
    assert used_in(coach, "Guten Tag. " + text).du == tuple(span.shifted(11) for span in first.du)
    assert used_in(coach, text) == first


@pytest.mark.parametrize("opened", ["„", '"', "«", "'", "‚"])
def test_a_mark_that_is_never_closed_quotes_nothing(coach: Coach, opened: str) -> None:
    assert used_in(coach, f"{opened}Kannst du mir das schicken?").form == "du"


def test_what_a_mail_shows_is_kept_without_its_words(coach: Coach) -> None:
    use = address_use(coach.document("Wollen wir uns duzen? Ich melde mich bei Ihnen.", "de"))
    assert use is not None
    assert (use.form, use.talk, use.plural) == ("sie", Talk.OFFERS, False)
    assert AddressUse.from_json(use.to_json()) == use
    assert not {"duzen", "melde", "Ihnen"} & set(use.to_json().replace('"', " ").split())


def test_a_mail_that_addresses_nobody_shows_nothing(coach: Coach) -> None:
    assert address_use(coach.document("Die Ware ist da.", "de")) is None
    assert address_use(coach.document("The goods are here.", "en")) is None


@given(
    st.lists(
        st.sampled_from(
            "du Sie sie Ihr ihr Schick bitte und oder das Du , : . ? „ “ \" ' « » Ihnen Dear John Mr".split()
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_no_sequence_of_words_is_too_odd(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("de", "en"):
        document = SHARED.document(text, language)
        found = [*forms_used(document).spans]
        found += name.spans if (name := name_used(document)) else ()
        found += [said.span] if (said := talk_of(document)) else []
        assert all(0 <= span.start < span.end <= len(text) for span in found)
