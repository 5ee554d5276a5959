"""How the team's mails stand to those before them: which are candidates, and that a pair is looked at only once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from coach import Coach, Profile
from coach.model import NeedKind, Span, Standing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Kept, TakenUp, Turn
from coach.relationship.trace import Asked, Promised, Trace
from server.relating_links import Candidates, Links, Wanted, made_links, wanted_links

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ASKS = Trace(words=9, language="de", needs=(Asked(NeedKind.QUESTION, Span(0, 4)),))
PROMISES = Trace(words=9, language="de", promises=(Promised(Span(0, 4)),))
NOBODY = cast(Coach, None)  # whoever asks it for anything fails


def asks(mail: int, day: float, thread: str = "a") -> Turn:
    return Turn(mail, BEGIN + day * DAY, Side.CUSTOMER, ASKS, thread)


def writes(mail: int, day: float, thread: str = "a", trace: Trace = PROMISES) -> Turn:
    return Turn(mail, BEGIN + day * DAY, Side.TEAM, trace, thread)


def everybody(*turns: Turn) -> set[int]:
    return {each.mail for each in turns}


def test_an_answer_may_be_about_the_last_four_mails_that_ask_its_own_conversation_last() -> None:
    turns = [asks(1, 0, "a"), *(asks(number, number, "b") for number in range(2, 7)), writes(9, 9, "a")]
    assert Candidates(turns, everybody(*turns)).asked_before(turns[-1]) == (4, 5, 6, 1)


def test_what_is_older_than_three_weeks_or_not_older_at_all_is_no_candidate() -> None:
    reply = writes(9, 30)
    turns = [asks(1, 8.9), asks(2, 9), asks(3, 29), asks(4, 30), reply]
    assert Candidates(turns, everybody(*turns)).asked_before(reply) == (2, 3)


def test_a_later_mail_may_keep_the_last_six_mails_with_promises() -> None:
    turns = [writes(number, number) for number in range(9)]
    assert Candidates(turns, everybody(*turns)).promised_before(turns[8]) == (2, 3, 4, 5, 6, 7)


def test_mails_without_text_are_no_candidates_and_are_not_looked_at() -> None:
    turns = [asks(1, 0), asks(2, 1), writes(3, 2), writes(4, 3)]
    (wanted,) = wanted_links(turns, {}, {2, 4})
    assert (wanted.turn.mail, wanted.against) == (4, (2,))


def test_links_that_were_made_beside_the_same_mails_are_not_wanted_again() -> None:
    turns = [asks(1, 0), writes(2, 1), writes(3, 2)]
    links = {2: Links((1,)), 3: Links((1, 2))}
    assert wanted_links(turns, links, {1, 2, 3}) == []
    (wanted,) = wanted_links(turns, {2: Links((1,)), 3: Links((1,))}, {1, 2, 3})
    assert wanted.texts == (3, 2)


def test_what_is_known_of_a_pair_stays_without_reading_it_again_when_other_texts_go() -> None:
    taken = [TakenUp(1, 0, Standing.ANSWERED, Span(2, 5)), TakenUp(2, 0, Standing.OPEN)]
    known = Links((1, 2, 3), tuple(taken), (Kept(3, 0, Span(1, 2)),), 71.5)
    turns = [asks(1, 0), asks(2, 1), writes(3, 2), writes(4, 3)]
    wanted = wanted_links(turns, {4: known}, {2, 3, 4})
    again = [each for each in wanted if each.turn.mail == 4]
    assert [each.texts for each in again] == [()]
    made = made_links(again, turns, {}, NOBODY, Profile(), BEGIN)
    assert made == {4: Links((2, 3), (taken[1],), (Kept(3, 0, Span(1, 2)),), 71.5)}


def test_only_the_pair_that_is_new_is_looked_at(coach: Coach) -> None:
    text = "Guten Tag, wann kommt die Waage zu uns?"
    need = Trace(words=8, language="de", needs=(Asked(NeedKind.QUESTION, Span(text.index("wann"), len(text))),))
    turns = [asks(1, 0), Turn(2, BEGIN + DAY, Side.CUSTOMER, need, "a"), writes(3, 2, trace=Trace())]
    known = Links((1,), (TakenUp(1, 0, Standing.OPEN),), (), 71.5)
    wanted = wanted_links(turns, {3: known}, {1, 2, 3})
    texts = {2: text, 3: "Guten Tag, die Waage kommt am Freitag um neun zu Ihnen."}
    (made,) = made_links(wanted, turns, texts, coach, Profile(), BEGIN).values()
    assert [(each.mail, each.standing) for each in made.took_up] == [(1, Standing.OPEN), (2, Standing.ANSWERED)]
    assert made.match == 71.5


def test_a_mail_whose_text_went_meanwhile_is_left_as_it_is() -> None:
    turns = [asks(1, 0), writes(2, 1)]
    wanted = [Wanted(turns[1], (1,), (), None)]
    assert made_links(wanted, turns, {1: "Wann?"}, NOBODY, Profile(), BEGIN) == {}


@pytest.mark.parametrize(
    "links",
    [
        Links(),
        Links((1, 2), (TakenUp(1, 4, Standing.PROMISED, Span(2, 9)), TakenUp(1, 9, Standing.OPEN)), (), 50.0),
        Links((7,), (), (Kept(7, 3, Span(0, 8)),), None),
    ],
)
def test_links_come_back_as_they_were_stored(links: Links) -> None:
    assert Links.from_json(links.to_json()) == links


def test_links_of_an_older_version_are_none() -> None:
    assert Links.from_json(None) is None
    assert Links.from_json('{"version": 1, "against": []}') is None
