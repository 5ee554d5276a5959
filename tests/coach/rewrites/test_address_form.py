"""The whole mail in the form that is due: when it is rewritten, when it is left alone, and what becomes of the greeting."""

from __future__ import annotations

import pytest

from coach import Coach, Context, Span
from coach.address.greeted import greeted, honorific_in, named, signed
from coach.languages.de import LANGUAGE as GERMAN
from coach.languages.en import LANGUAGE as ENGLISH
from coach.relationship.address_ledger import AddressStanding, SideForm
from coach.rewriter import rewritten
from coach.rewrites.address_form import REWRITER


def context(form: str, *, name: str = "", salutation: str = "", reply_to: str = "", language: str = "de") -> Context:
    standing = AddressStanding(language, SideForm(form, mails=4), SideForm())
    return Context(reply_to, salutation=salutation, address={language: standing}, name=name)


def rewrite(coach: Coach, draft: str, known: Context, at: Span | None = None, *, language: str = "de") -> str | None:
    """The draft after the rewriter's one rewrite; None where it yields none."""
    situation = coach.situation(draft, coach.profile(()), known, language=language)
    assert situation is not None
    found = list(REWRITER.rewrite(situation, at))
    assert len(found) <= 1
    return rewritten(draft, found[0].edits) if found else None


TO_DU = (  # greeting, the customer's name, the team's last greeting, what it becomes
    ("Hallo Frau Wolf,", "Eva Wolf", "", "Hallo Eva,"),
    ("Hallo Herr Wolf,", "Jan Wolf", "", "Hallo Jan,"),
    ("Liebe Frau Wolf,", "Eva Wolf", "", "Liebe Eva,"),
    ("Lieber Herr Dr. Wolf,", "Dr. Jan Wolf", "", "Lieber Jan,"),
    ("Sehr geehrte Frau Wolf,", "Eva Wolf", "", "Hallo Eva,"),
    ("Sehr geehrter Herr Prof. Dr. Wolf,", "Jan Wolf", "", "Hallo Jan,"),
    ("Guten Tag Frau Wolf,", "Eva Wolf", "", "Hallo Eva,"),
    ("Guten Morgen Frau Wolf,", "Eva Wolf", "", "Guten Morgen Eva,"),
    ("Moin Herr Wolf,", "Jan Wolf", "", "Moin Jan,"),
    ("Hallo Frau von Ahlen,", "Eva von Ahlen", "", "Hallo Eva,"),
    ("Hallo Frau Wolf-Maier,", "Wolf-Maier, Eva", "", "Hallo Eva,"),
    ("Hallo Frau Wolf!", "Eva Wolf", "", "Hallo Eva!"),
    ("Hallo Frau Wolf,", "", "Hallo Eva,", "Hallo Eva,"),
    ("Hallo Frau Wolf,", "", "", "Hallo [Vorname],"),
    ("Hallo Frau Wolf,", "Ina Beck", "", "Hallo [Vorname],"),
    ("Hallo Frau Wolf,", "e.wolf@firma.example", "", "Hallo [Vorname],"),
    ("Hallo Eva,", "Eva Wolf", "", "Hallo Eva,"),
    ("Hallo,", "Eva Wolf", "", "Hallo,"),
)
TO_SIE = (
    ("Hallo Eva,", "Eva Wolf", "Hallo Frau Wolf,", "Hallo Frau Wolf,"),
    ("Hi Eva,", "Eva Wolf", "Sehr geehrte Frau Dr. Wolf,", "Hallo Frau Dr. Wolf,"),
    ("Hey Jan!", "Jan Wolf", "Guten Tag Herr Wolf,", "Hallo Herr Wolf!"),
    ("Liebe Eva,", "Eva Wolf", "", "Liebe Frau Wolf,"),
    ("Lieber Jan,", "Jan Wolf", "", "Lieber Herr Wolf,"),
    ("Moin Jan,", "Jan Wolf", "Moin Herr Wolf,", "Moin Herr Wolf,"),
    ("Hallo Eva,", "Eva Wolf", "", "Guten Tag Eva Wolf,"),
    ("Hallo ihr Lieben,", "", "", "Hallo zusammen,"),
    ("Hallo ihr beiden,", "", "", "Guten Tag,"),
    ("Hallo zusammen,", "", "", "Hallo zusammen,"),
    ("Hallo Frau Wolf,", "Eva Wolf", "", "Hallo Frau Wolf,"),
)
IN_ENGLISH = (
    ("first_name", "Dear Ms Wolf,", "Eva Wolf", "", "Dear Eva,"),
    ("first_name", "Dear Mr. Hart,", "Jim Hart", "", "Dear Jim,"),
    ("first_name", "Hello Dr Hart,", "Dr Jim Hart", "", "Hello Jim,"),
    ("first_name", "Good morning Mrs Hart,", "Hart, Ann", "", "Good morning Ann,"),
    ("first_name", "Hi Ms O’Neill,", "Eva O’Neill", "", "Hi Eva,"),
    ("first_name", "Dear Ms Wolf,", "", "Hi Eva,", "Dear Eva,"),
    ("first_name", "Dear Ms Wolf,", "", "", None),
    ("first_name", "Dear Ms Wolf,", "Ann Hart", "", None),
    ("first_name", "Dear Sir or Madam,", "Eva Wolf", "", None),
    ("first_name", "Hi all,", "Eva Wolf", "", None),
    ("first_name", "Hi Eva,", "Eva Wolf", "", None),
    ("surname", "Dear Eva,", "Eva Wolf", "Dear Ms Wolf,", "Dear Ms Wolf,"),
    ("surname", "Hi Jim,", "Jim Hart", "Dear Mr Hart,", "Hello Mr Hart,"),
    ("surname", "Hey Jim,", "Jim Hart", "Dear Dr Hart,", "Hello Dr Hart,"),
    ("surname", "Dear Jim,", "Jim Hart", "", None),
    ("surname", "Dear Ms Wolf,", "Eva Wolf", "", None),
)


@pytest.mark.parametrize(("greeting", "name", "salutation", "wanted"), TO_DU)
def test_a_first_name_goes_with_du(coach: Coach, greeting: str, name: str, salutation: str, wanted: str) -> None:
    known = context("du", name=name, salutation=salutation)
    written = rewrite(coach, f"{greeting}\n\nhaben Sie Zeit? Ich rufe Sie gern an.\n\nGruß\nTom", known)
    assert written is not None
    head, _, body = written.partition("\n\n")
    assert head == wanted
    assert body.lower().startswith("hast du zeit? ich rufe dich gern an.")


@pytest.mark.parametrize(("greeting", "name", "salutation", "wanted"), TO_SIE)
def test_a_surname_goes_with_sie_where_it_is_known(
    coach: Coach, greeting: str, name: str, salutation: str, wanted: str
) -> None:
    known = context("sie", name=name, salutation=salutation)
    written = rewrite(coach, f"{greeting}\n\nhast du Zeit? Ich rufe dich gern an.\n\nGruß\nTom", known)
    assert written is not None
    head, _, body = written.partition("\n\n")
    assert (head, body.partition("\n")[0]) == (wanted, "haben Sie Zeit? Ich rufe Sie gern an.")


@pytest.mark.parametrize(
    "draft",
    [
        "Hallo Kim,\n\nhast du Zeit? Ich rufe dich gern an.\n\nGruß\nTom",
        "Guten Tag,\n\nich hoffe, dir geht es besser. Hab ein schönes Wochenende und werd gesund!\n\nGruß\nTom",
        "Guten Tag,\n\nhast du Zeit? Wie hoch schützt ihr das Risiko ein?\n\nGruß\nTom",
    ],
)
def test_no_half_of_a_mail_is_left_in_du(coach: Coach, draft: str) -> None:
    assert rewrite(coach, draft, context("sie", name="Eva Wolf")) is None


@pytest.mark.parametrize(("form", "greeting", "name", "salutation", "wanted"), IN_ENGLISH)
def test_in_english_the_salutation_changes(
    coach: Coach, form: str, greeting: str, name: str, salutation: str, wanted: str | None
) -> None:
    body = "\n\nthe new scale is ready. We can bring it on Monday.\n\nKind regards,\nTom"
    known = context(form, name=name, salutation=salutation, language="en")
    written = rewrite(coach, greeting + body, known, language="en")
    assert written == (None if wanted is None else wanted + body)


def test_a_gap_for_an_unknown_first_name_asks_the_rep(coach: Coach) -> None:
    situation = coach.situation("Hallo Frau Wolf,\n\nhaben Sie Zeit?\n\nGruß\nTom", None, context("du"))
    assert situation is not None
    assert [each.asks for each in REWRITER.rewrite(situation, None)] == [True]


def test_names_are_found_in_the_mail_that_is_answered(coach: Coach) -> None:
    asked = "Hallo Tom,\n\nwann kommst du?\n\nLG\nEva Wolf\nEinkauf\n"
    draft = "Hallo Frau Wolf,\n\nhaben Sie Zeit?\n\nGruß\nTom"
    assert rewrite(coach, draft, context("du", reply_to=asked)) == "Hallo Eva,\n\nhast du Zeit?\n\nGruß\nTom"


def test_who_is_frau_or_herr_is_found_in_the_thread(coach: Coach) -> None:
    asked = "Guten Tag,\n\nwann kommen Sie?\n\nMit freundlichen Grüßen\nKim Wolf\n\n> Hallo Herr Wolf,\n> danke.\n"
    draft = "Hallo Kim,\n\nhast du Zeit?\n\nGruß\nTom"
    assert rewrite(coach, draft, context("sie", reply_to=asked)) == ("Hallo Herr Wolf,\n\nhaben Sie Zeit?\n\nGruß\nTom")


@pytest.mark.parametrize(
    "greeting",
    ["Sehr geehrte Damen und Herren,", "Hallo zusammen,", "Hallo Frau Wolf, hallo Herr Beck,", "Liebe Kollegen,"],
)
def test_sie_to_several_is_left_alone(coach: Coach, greeting: str) -> None:
    assert rewrite(coach, f"{greeting}\n\nhaben Sie Zeit?\n\nGruß\nTom", context("du")) is None


def test_nothing_is_rewritten_where_no_form_is_due(coach: Coach) -> None:
    assert rewrite(coach, "Hallo Frau Wolf,\n\nhaben Sie Zeit?\n\nGruß\nTom", Context()) is None


def test_the_customers_own_habit_counts_where_the_ledger_is_silent(coach: Coach) -> None:
    habit = [f"Hallo Tom,\n\nkannst du mir {what} schicken? Ich danke dir.\n\nLG\nEva" for what in ("das", "die Liste")]
    draft = "Hallo Eva,\n\nkönnen Sie am Montag kommen?\n\nGruß\nTom"
    situation = coach.situation(draft, coach.profile(habit))
    assert situation is not None
    found = next(REWRITER.rewrite(situation, None))
    assert rewritten(draft, found.edits) == "Hallo Eva,\n\nkannst du am Montag kommen?\n\nGruß\nTom"
    once = coach.situation(draft, coach.profile(habit[:1]))
    assert once is not None
    assert next(REWRITER.rewrite(once, None), None) is None


def test_a_rule_that_points_elsewhere_gets_nothing(coach: Coach) -> None:
    draft = "Hallo Eva,\n\ndie Ware ist da. Können Sie kommen?\n\nGruß\nTom"
    start = draft.index("Ware")
    assert rewrite(coach, draft, context("du"), Span(start, start + 4)) is None
    start = draft.index("Sie")
    assert rewrite(coach, draft, context("du"), Span(start, start + 3)) is not None


def test_a_quoted_order_stays(coach: Coach) -> None:
    draft = "Hallo Eva,\n\nder Fahrer rief: „Kommen Sie!“ Haben Sie ihn gehört?\n\nGruß\nTom"
    assert rewrite(coach, draft, context("du")) == (
        "Hallo Eva,\n\nder Fahrer rief: „Kommen Sie!“ Hast du ihn gehört?\n\nGruß\nTom"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Eva Wolf", ("Eva", "Wolf")),
        ("Dr. Eva Maria Wolf", ("Eva Maria", "Wolf")),
        ("Wolf, Eva", ("Eva", "Wolf")),
        ("Eva von der Ahe", ("Eva", "von der Ahe")),
        ("Frau Wolf", None),
        ("Wolf", None),
        ("eva.wolf@firma.example", None),
        ("Einkauf 2", None),
        ("", None),
    ],
)
def test_a_name_is_told_into_first_name_and_surname(text: str, wanted: tuple[str, str] | None) -> None:
    assert named(text, GERMAN) == wanted


@pytest.mark.parametrize(
    "line", ["Hallo Frau Wolf und Herr Beck,", "Hallo Team,", "Liebe Kundin,", "Hallo,", "Dear Customer,", ""]
)
def test_a_greeting_of_several_or_of_a_role_names_nobody(line: str) -> None:
    assert greeted(line, ENGLISH if line.startswith("Dear") else GERMAN) is None


def test_two_honorifics_for_one_surname_tell_nothing() -> None:
    assert honorific_in("Hallo Frau Wolf, und Gruß an Herrn Wolf", "Wolf", GERMAN) == ""
    assert honorific_in("Hallo Frau Dr. Wolf,", "Wolf", GERMAN) == "Frau"


def test_a_line_with_nothing_but_a_name_is_a_signature() -> None:
    assert next(signed("Danke!\n\nLG\nEva Wolf\nLeiterin Einkauf\nTel. 030\n", GERMAN)) == ("Eva", "Wolf")
