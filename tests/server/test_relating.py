"""From stored mail to a grade: what is worked out, when again, and that nothing is told twice or lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from coach.model import Span
from coach.relationship.exchange import Exchange
from coach.relationship.grade import before, graded
from coach.relationship.trace import VERSION
from server.access import EVERYTHING
from server.load import Loads
from server.relating import LATEST, basis_of, exchange_with, relate, relate_due
from server.relating_turns import threads_of
from server.standing import Standing, sentence_around, standing_of
from server.store import PROMISE, DueRelationship, StoredTrace, StoredTurn, Wanted
from server.works_council import Council
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, open_office

DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


WHOLE = Council(is_on=False)


def asks(text: str, day: float, number: str, **headers: str) -> bytes:
    """A mail of Anna's, so many days ago."""
    return mail(text, date=NOW - day * DAY, message_id=f"<{number}@moelder.example>", **headers)


def answers(text: str, day: float, number: str, to: str = "") -> bytes:
    """A mail of the team to Anna; `to` is the number of the mail that it answers."""
    more = {"In_Reply_To": f"<{to}@moelder.example>"} if to else {}
    sender, customer = f"Max Kern <{TEAM}>", f"Anna Krause <{ANNA}>"
    date, known = NOW - day * DAY, f"<{number}@waagen-kern.example>"
    return mail(text, sender=sender, to=customer, date=date, message_id=known, **more)


def standing(office: Office, address: str = ANNA) -> Standing:
    found = office.services
    return standing_of(address, found.store, found.shelf, found.signals, WHOLE, sight=EVERYTHING)


def happy(office: Office) -> None:
    office.receive(
        asks("Hallo Herr Kern,\n\nwann kommt die Waage? Brauchen Sie noch etwas von uns?\n\nAnna Krause", 40, "q1"),
        asks("Hallo Herr Kern,\n\ndie Waage läuft wieder einwandfrei, herzlichen Dank für die schnelle Hilfe! "
             "Das haben Sie hervorragend gelöst.\n\nAnna Krause", 37, "q2"),
        asks("Hallo Herr Kern,\n\nwir bauen eine zweite Halle und brauchen ein Angebot für drei weitere Waagen. "
             "Wir verlassen uns da ganz auf Sie.\n\nAnna Krause", 5, "q3"),
    )  # fmt: skip
    office.receive(
        answers("Guten Tag Frau Krause,\n\ndie Waage kommt am Freitag um neun. Wir brauchen nichts mehr von Ihnen."
                "\n\nMax Kern", 39, "a1", "q1"),
        answers("Guten Tag Frau Krause,\n\ndas freut uns sehr, vielen Dank!\n\nMax Kern", 36, "a2", "q2"),
        folder=SENT,
    )  # fmt: skip
    office.relate()


def unhappy(office: Office) -> None:
    office.receive(
        asks("Guten Tag,\n\ndie Waage ist schon wieder ausgefallen, und niemand meldet sich. Ich bin sehr enttäuscht. "
             "Wann kommt endlich jemand?\n\nAnna Krause", 60, "b1"),
        asks("Guten Tag,\n\nich habe noch immer keine Antwort. Das ist eine Frechheit!\n\nAnna Krause", 50, "b2"),
        asks("Guten Tag,\n\nwir haben inzwischen andere Anbieter im Haus gehabt und werden den Vertrag kündigen."
             "\n\nAnna Krause", 20, "b3"),
    )  # fmt: skip
    office.receive(answers("Guten Tag Frau Krause,\n\nwir melden uns.\n\nMax Kern", 45, "c1", "b2"), folder=SENT)
    office.relate()


def test_a_content_customer_stands_above_an_angry_one(tmp_path: Path, coach: Coach):
    found = []
    for name, story in (("one", happy), ("other", unhappy)):
        with open_office(tmp_path / name, coach) as office:
            office.connect()
            story(office)
            found.append(standing(office).relationship.figures)
    good, bad = found
    assert good.score is not None
    assert bad.score is not None
    assert good.score > 55 > 42 > bad.score
    assert (good.danger, bad.letter) == (0, "C")
    assert good.ripe > 0
    assert bad.danger > 0


def test_every_point_opens_onto_the_sentence_behind_it(office: Office):
    unhappy(office)
    shares = {each.signal: each for each in standing(office).shares}
    worst = min(shares["loyalty"].causes, key=lambda each: each.points)
    assert worst.quote is not None
    assert worst.marked is not None
    assert "andere Anbieter" in worst.quote
    assert any(words in worst.marked.of(worst.quote) for words in ("kündigen", "andere Anbieter"))
    assert worst.date == NOW - 20 * DAY


def test_the_index_is_fifty_and_the_sum_of_its_shares(office: Office):
    happy(office)
    found = standing(office)
    assert found.relationship.figures.score == pytest.approx(50 + sum(each.points for each in found.shares), abs=0.02)


def test_somebody_in_danger_gets_a_reason_and_a_step_with_an_opening_in_their_form_of_address(office: Office):
    unhappy(office)
    (case,) = [each for each in standing(office).cases if each.kind == "danger"]
    assert case.step == "call"
    assert "Ihnen" in case.opening or "Sie" in case.opening
    assert case.opening.startswith("Guten Tag Frau Krause,")
    assert {"leaving", "rival"} <= {each.signal for each in case.reasons}


def test_too_little_mail_gives_no_grade(office: Office):
    office.receive(asks("Hallo,\n\nwas kostet eine Waage?\n\nAnna", 3, "x1"))
    office.relate()
    figures = standing(office).relationship.figures
    assert (figures.letter, figures.score) == ("", None)


def test_new_mail_has_only_this_customer_worked_out_again(office: Office):
    happy(office)
    office.receive(mail("Guten Tag, wir brauchen ein Angebot über eine Waage.", sender="Bo <bo@andere.example>"))
    assert office.relate() == 1
    assert office.relate() == 0
    before = standing(office).relationship.figures.mails
    office.receive(asks("Hallo Herr Kern, danke für alles!", 1, "q4"))
    assert [each.address for each in office.store.relationships.due(NOW, 9)] == [ANNA]
    office.relate()
    assert standing(office).relationship.figures.mails == before + 1


def test_silence_is_looked_at_again_without_any_mail(office: Office):
    happy(office)
    assert office.relate() == 0
    office.later(timedelta(days=150))
    assert office.relate() == 1
    assert min(standing(office).shares, key=lambda each: each.points).signal == "silence"


def test_a_change_while_it_is_worked_out_is_not_lost(office: Office):
    happy(office)
    office.receive(asks("Hallo Herr Kern, danke für alles!", 1, "q5"))
    (due,) = office.store.relationships.due(NOW, 9)
    office.receive(asks("Hallo Herr Kern, noch etwas: Wann kommen Sie?", 0.5, "q6"))
    figures = standing(office).relationship.figures
    office.store.relationships.record(DueRelationship(ANNA, due.wanted), figures, [], now=NOW, next_at=NOW + DAY)
    assert [each.address for each in office.store.relationships.due(NOW, 9)] == [ANNA]


def test_needs_are_open_until_the_team_takes_them_up(office: Office):
    office.receive(asks("Hallo,\n\nwann kommt die Waage zu uns?\n\nAnna", 3, "n1"))
    office.relate()
    (matter,) = office.store.matters.of(ANNA, open_only=True, sight=EVERYTHING)
    assert (matter.matter.kind, matter.text) == ("question", "wann kommt die Waage zu uns?")
    text = "Hallo Frau Krause,\n\ndie Waage kommt am Freitag um neun zu Ihnen.\n\nMax"
    office.receive(answers(text, 2, "n2", "n1"), folder=SENT)
    office.relate()
    assert office.store.matters.of(ANNA, open_only=True, sight=EVERYTHING) == []
    assert [each.matter.closed_at for each in office.store.matters.of(ANNA, sight=EVERYTHING)] == [NOW - 2 * DAY]


def test_a_promise_is_shown_until_a_later_mail_keeps_it(office: Office):
    office.receive(asks("Hallo,\n\nkönnen Sie mir ein Angebot schicken?\n\nAnna", 9, "p1"))
    promise = "Hallo Frau Krause,\n\nich schicke Ihnen das Angebot bis Freitag.\n\nMax"
    office.receive(answers(promise, 8, "p2", "p1"), folder=SENT)
    office.relate()
    (open_promise,) = office.store.matters.open([PROMISE], sight=EVERYTHING)
    assert open_promise.text is not None
    assert "Angebot" in open_promise.text
    assert open_promise.matter.due is not None
    kept = "Hallo Frau Krause,\n\nwie versprochen finden Sie anbei das Angebot.\n\nMax"
    office.receive(answers(kept, 6, "p3", "p1"), folder=SENT)
    office.relate()
    assert office.store.matters.open([PROMISE], sight=EVERYTHING) == []


def test_what_a_person_ticked_stays_ticked_when_it_is_worked_out_again(office: Office):
    office.receive(asks("Hallo,\n\nkönnen Sie mir ein Angebot schicken?\n\nAnna", 9, "t1"))
    promise = "Hallo Frau Krause,\n\nich schicke Ihnen das Angebot bis Freitag.\n\nMax"
    office.receive(answers(promise, 8, "t2", "t1"), folder=SENT)
    office.relate()
    (open_promise,) = office.store.matters.open([PROMISE], sight=EVERYTHING)
    office.store.matters.tick(open_promise.id, NOW, sight=EVERYTHING)
    assert office.relate() == 1  # a kept promise counts
    office.store.relationships.rest_on("other weights")
    office.relate()
    assert office.store.matters.open([PROMISE], sight=EVERYTHING) == []
    grounds = office.store.relationships.grounds(ANNA, LATEST, since=NOW)
    assert grounds is not None
    assert grounds.ticked == {(open_promise.matter.message_id, open_promise.matter.start)}


def test_grades_outlive_the_texts_they_came_from(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, EINKLANG_PRIVACY_KEEP_TEXT_DAYS="0") as office:
        office.connect()
        unhappy(office)
        found = standing(office)
        assert found.relationship.figures.letter == "C"
        quotes = [cause.quote for share in found.shares for cause in share.causes]
        assert quotes
        assert set(quotes) == {None}


def test_the_order_in_which_mail_comes_does_not_matter(tmp_path: Path, coach: Coach):
    mails = [
        (asks("Hallo,\n\nwann kommt die Waage zu uns?\n\nAnna", 30, "o1"), None),
        (answers("Hallo Frau Krause,\n\nsie kommt am Freitag.\n\nMax", 29, "o2", "o1"), SENT),
        (asks("Hallo,\n\nsie läuft wieder prima, danke für die schnelle Hilfe!\n\nAnna", 25, "o3"), None),
        (answers("Hallo Frau Krause,\n\ndas freut uns sehr.\n\nMax", 24, "o4", "o3"), SENT),
    ]
    figures = []
    for name, order in (("one", 1), ("other", -1)):
        with open_office(tmp_path / name, coach) as office:
            office.connect()
            for raw, folder in mails[::order]:
                office.receive(raw, **({"folder": folder} if folder else {}))
                office.relate()
            figures.append(standing(office).relationship.figures)
    one, other = figures
    assert one.score == pytest.approx(other.score, abs=1.0)  # the match is of when a mail was first looked at
    assert (one.letter, one.phase, one.mails) == (other.letter, other.phase, other.mails)


def test_joined_addresses_are_one_relationship(office: Office):
    happy(office)
    second = "anna@privat.example"
    office.receive(mail("Hallo, hier noch einmal Anna. Danke für alles!", sender=f"Anna <{second}>"))
    office.relate()
    assert office.store.relationships.count(Wanted(), sight=EVERYTHING) == 2
    office.store.people.join(ANNA, [second], NOW)
    office.relate()
    assert office.store.relationships.count(Wanted(), sight=EVERYTHING) == 1
    found = standing(office, second).relationship
    assert (found.address, found.figures.mails) == (ANNA, 6)
    office.store.people.split(second)
    office.relate()
    assert office.store.relationships.count(Wanted(), sight=EVERYTHING) == 2


def test_a_removed_mailbox_takes_its_relationships_along(office: Office):
    happy(office)
    office.store.mailboxes.remove(TEAM)
    office.relate()
    assert office.store.relationships.count(Wanted(), sight=EVERYTHING) == 0
    assert office.store.relationships.get(ANNA, sight=EVERYTHING) is None
    assert office.store.matters.open([PROMISE, "question", "request", "complaint", "wish"], sight=EVERYTHING) == []


def test_a_corrected_grade_stands_beside_the_computed_one(office: Office):
    unhappy(office)
    office.store.corrections.set(ANNA, "B", "Am Telefon hat sie gesagt, dass alles gut ist.", NOW, sight=EVERYTHING)
    found = standing(office)
    assert (found.letter, found.relationship.figures.letter) == ("B", "C")
    office.store.corrections.end(ANNA, NOW, sight=EVERYTHING)
    assert standing(office).letter == "C"
    assert [(each.letter, each.computed) for each in office.store.corrections.list(sight=EVERYTHING)] == [("B", "C")]


def test_other_weights_have_everybody_worked_out_again(office: Office):
    happy(office)
    found = office.services
    assert office.store.relationships.rest_on(basis_of(found.coach, found.signals)) == 1
    office.relate()
    assert office.store.relationships.rest_on(basis_of(found.coach, found.signals)) == 0


def test_a_reply_belongs_to_the_conversation_of_what_it_answers():
    def turn(number: int, known: str, parent: str | None) -> StoredTurn:
        return StoredTurn(number, NOW, "in", known, parent, 5, "de", "email", has_text=True)

    found = threads_of([turn(1, "a", None), turn(2, "b", "a"), turn(3, "c", "gone"), turn(4, "d", "gone"),
                        turn(5, "e", None)])  # fmt: skip
    assert found[1] == found[2]
    assert found[3] == found[4]
    assert len({found[1], found[3], found[5]}) == 3


def test_a_quote_is_the_sentence_around_the_words():
    text = "Guten Tag. Das ist leider\nnicht gut, wir gehen. Gruß"
    quote, marked = sentence_around(text, Span(text.index("nicht"), text.index("nicht") + 9))
    assert marked.of(quote) == "nicht gut"
    assert "Guten Tag" not in quote
    assert "Gruß" not in quote


def test_one_odd_exchange_does_not_hold_up_the_others(office: Office, caplog: pytest.LogCaptureFixture):
    office.receive(asks("Hallo, wann kommt die Waage?", 3, "z1"))
    office.receive(mail("Guten Tag, wir brauchen ein Angebot über eine Waage.", sender="Bo <bo@andere.example>"))
    grounds = office.store.relationships.grounds(ANNA, 9, since=NOW)
    assert grounds is not None
    (stored,) = grounds.turns
    office.store.traces.keep({stored.id: StoredTrace(VERSION, '{"no": "trace"}')}, {})
    assert office.relate() == 2
    assert office.relate() == 0
    assert office.store.relationships.get("bo@andere.example", sight=EVERYTHING) is not None
    assert office.store.relationships.get(ANNA, sight=EVERYTHING) is None
    assert "Waage" not in caplog.text
    office.later(timedelta(days=1))
    assert ANNA in [each.address for each in office.store.relationships.due(office.now[0], 9)]


def versions(office: Office) -> list[int]:
    """Of the traces of Anna's mails."""
    grounds = office.store.relationships.grounds(ANNA, LATEST, since=NOW)
    assert grounds is not None
    return [each.trace.version if each.trace else 0 for each in grounds.turns]


def outdated(office: Office) -> None:
    """Three mails of Anna's, with traces of an older version."""
    office.receive(*(asks(f"Hallo, wann kommt Waage {n}?", 9 - n, f"g{n}") for n in range(3)))
    grounds = office.store.relationships.grounds(ANNA, LATEST, since=NOW)
    assert grounds is not None
    office.store.traces.keep({each.id: StoredTrace(VERSION - 1, "{}") for each in grounds.turns}, {})
    assert versions(office) == [VERSION - 1] * 3


def test_what_mails_showed_is_kept_where_no_grade_comes_of_it(office: Office):
    outdated(office)
    found = office.services

    def stumbles(_: Exchange) -> None:
        raise ZeroDivisionError

    odd = [replace(found.signals[0], measure=stumbles)]
    assert relate_due(found.store, found.coach, found.shelf, odd, NOW) == 1
    assert office.store.relationships.get(ANNA, sight=EVERYTHING) is None
    assert versions(office) == [VERSION] * 3


def test_what_mails_showed_is_kept_where_somebody_else_grades_the_customer_by_now(office: Office):
    outdated(office)
    found = office.services
    (due,) = office.store.relationships.due(NOW, 9)
    lost = replace(due, holder="who claimed them before")
    relate(lost, found.store, found.coach, found.shelf, found.signals, NOW, loads=Loads(found.store))
    assert office.store.relationships.get(ANNA, sight=EVERYTHING) is None
    assert versions(office) == [VERSION] * 3


def test_another_grade_is_told_and_a_customer_who_turns_sour_raises_an_alert(office: Office):
    happy(office)
    assert office.store.alerts.page(sight=EVERYTHING) == []
    unhappy_now = [
        asks("Guten Tag,\n\nkeine Antwort, das ist eine Frechheit! Ich bin stinksauer und sehr enttäuscht, wir "
             f"kündigen den Vertrag und gehen zu einem anderen Anbieter. Nummer {n}.\n\nAnna Krause", 4 - n, f"s{n}")
        for n in range(4)
    ]  # fmt: skip
    office.receive(*unhappy_now)
    office.relate()
    (alert,) = office.store.alerts.page(sight=EVERYTHING)
    assert (alert.alert.kind, alert.alert.customer) == ("turned_sour", ANNA)
    assert set(alert.alert.reason) == {"de", "en"}
    assert standing(office).relationship.figures.letter == "C"


def test_a_first_look_at_years_of_mail_alarms_nobody(office: Office):
    unhappy(office)
    assert standing(office).relationship.figures.letter == "C"
    assert office.store.alerts.page(sight=EVERYTHING) == []


def test_a_promise_that_falls_due_is_told_once(office: Office):
    office.receive(asks("Hallo,\n\nkönnen Sie mir ein Angebot schicken?\n\nAnna", 9, "e1"))
    promise = "Hallo Frau Krause,\n\nich schicke Ihnen das Angebot bis Freitag.\n\nMax"
    office.receive(answers(promise, 8, "e2", "e1"), folder=SENT)
    office.relate()
    assert office.store.matters.tell_due(NOW, NOW) == 1
    assert office.store.matters.tell_due(NOW, NOW) == 0


def test_a_busy_day_excuses_a_late_answer(office: Office):
    for day in range(1, 15):
        office.receive(
            *(answers(f"Guten Tag, hier ist Nachricht {n}.", day, f"l{day}-{n}") for n in range(12 if day == 3 else 2)),
            folder=SENT,
        )
    loads = Loads(office.store)
    assert loads.at(NOW - 3 * DAY, NOW) == pytest.approx(6)
    assert loads.at(NOW - 4 * DAY, NOW) == pytest.approx(1)
    assert loads.at(NOW - 400 * DAY, NOW) == 1


def test_nobody_calls_a_day_busy_who_knows_hardly_any(office: Office):
    office.receive(answers("Guten Tag.", 3, "k1"), answers("Guten Tag noch einmal.", 3, "k2"), folder=SENT)
    assert Loads(office.store).at(NOW - 3 * DAY, NOW) == 1


def test_a_draft_is_coached_by_the_grade_and_phase_that_count(office: Office, coach: Coach):
    unhappy(office)
    head = office.store.relationships.brief(ANNA, sight=EVERYTHING)
    assert head is not None
    assert (head.letter, head.score is not None) == ("C", True)
    office.store.corrections.set(ANNA, "B", "Am Telefon war alles gut.", NOW, sight=EVERYTHING)
    corrected = office.store.relationships.brief(ANNA, sight=EVERYTHING)
    assert corrected is not None
    assert corrected.letter == "B"
    assert office.store.relationships.brief("nobody@nowhere.example", sight=EVERYTHING) is None


def test_the_trend_is_the_same_whether_what_was_is_at_hand_or_not(office: Office):
    kind = "Hallo Herr Kern, danke für Nachricht {n}, das war super!"
    office.receive(*(asks(kind.format(n=n), 200 - 20 * n, f"v{n}") for n in range(6)))
    office.receive(asks("Guten Tag, das ist eine Frechheit, wir kündigen den Vertrag.", 2, "v9"))
    office.relate()
    first = standing(office).relationship.figures
    kept = json.loads(first.body)["before"]
    office.receive(asks("Guten Tag, wann melden Sie sich?", 1, "v10"))
    office.relate()
    again = standing(office).relationship.figures
    assert json.loads(again.body)["before"] == kept
    found = office.services
    exchange = exchange_with(ANNA, office.store, found.coach, found.shelf, NOW, Loads(office.store))
    assert exchange is not None
    assert graded(exchange[0], found.signals, found.coach.rules.grading).trend == again.trend


def test_mail_of_long_ago_that_comes_to_light_changes_what_was(office: Office):
    office.receive(*(asks(f"Hallo, wann kommt Waage {n}?", 200 - 20 * n, f"w{n}") for n in range(6)))
    office.relate()
    before = json.loads(standing(office).relationship.figures.body)["before"]
    office.receive(asks("Hallo, das ist eine Frechheit!", 150, "w9"))
    office.relate()
    after = json.loads(standing(office).relationship.figures.body)["before"]
    assert after[1] == before[1] + 1
    assert after[2] != before[2]


def test_only_a_cut_exchange_may_have_lost_mail_of_long_ago_and_what_was_still_holds(office: Office):
    office.receive(*(asks(f"Hallo, wann kommt Waage {n}?", 200 - 20 * n, f"w{n}") for n in range(6)))
    office.relate()
    found = office.services
    exchange = exchange_with(ANNA, office.store, found.coach, found.shelf, NOW, Loads(office.store))
    assert exchange is not None
    was = before(exchange[0], found.signals, found.coach.rules.grading)
    more, fewer = replace(was, mails=was.mails + 1), replace(was, mails=was.mails - 1)
    assert was.holds_for(exchange[0])
    assert not more.holds_for(exchange[0])
    assert more.holds_for(exchange[0], latest_only=True)
    assert not fewer.holds_for(exchange[0], latest_only=True)
