"""What an exchange remembers of its turns: conversations, spans of time, what was taken up and kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from coach.model import Span, Standing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Exchange, Kept, TakenUp, Turn
from coach.relationship.trace import Trace

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ASKED = Turn(1, BEGIN, Side.CUSTOMER, Trace(), "a")
OTHER = Turn(2, BEGIN + DAY, Side.CUSTOMER, Trace(), "b")
TOOK, KEEPS = TakenUp(1, 4, Standing.ANSWERED), Kept(3, 9, Span(0, 5))
REPLY = Turn(3, BEGIN + 2 * DAY, Side.TEAM, Trace(), "a", took_up=(TOOK,))
LATER = Turn(4, BEGIN + 3 * DAY, Side.TEAM, Trace(), "a", kept=(KEEPS,))
EXCHANGE = Exchange((ASKED, OTHER, REPLY, LATER), BEGIN + 9 * DAY)


def test_a_conversation_holds_its_turns_of_both_sides_in_order() -> None:
    assert EXCHANGE.conversation(REPLY) == (ASKED, REPLY, LATER)
    assert EXCHANGE.conversation(OTHER) == (OTHER,)


def test_between_leaves_out_its_begin_and_holds_its_end() -> None:
    assert EXCHANGE.between(ASKED.date, REPLY.date) == (OTHER, REPLY)
    assert EXCHANGE.between(LATER.date, LATER.date + DAY) == ()


def test_what_was_taken_up_and_kept_is_found_by_the_mail_that_it_is_about() -> None:
    assert EXCHANGE.taken_up(1) == ((REPLY, TOOK),)
    assert EXCHANGE.kept(3) == ((LATER, KEEPS),)
    assert not EXCHANGE.taken_up(2)
    assert not EXCHANGE.kept(1)


def test_an_earlier_state_knows_nothing_of_later_turns() -> None:
    earlier = EXCHANGE.until(REPLY.date)
    assert earlier.kept(3) == ()
    assert earlier.teams == (REPLY,)
    assert earlier.conversation(ASKED) == (ASKED, REPLY)
    assert earlier.replies(Side.TEAM) == ((ASKED, REPLY),)


def test_between_may_be_asked_of_one_side() -> None:
    assert EXCHANGE.between(ASKED.date, LATER.date, Side.CUSTOMER) == (OTHER,)
    assert EXCHANGE.between(ASKED.date, LATER.date, Side.TEAM) == (REPLY, LATER)


def test_since_holds_its_begin_and_leaves_now_as_it_is() -> None:
    late = EXCHANGE.since(REPLY.date)
    assert late.turns == (REPLY, LATER)
    assert late.now == EXCHANGE.now
    assert late.conversation(REPLY) == (REPLY, LATER)


def test_what_is_noted_of_a_turn_is_read_once_for_all_parts_of_an_exchange() -> None:
    looked: list[int] = []

    def read(turn: Turn) -> int:
        looked.append(turn.mail)
        return turn.mail * 10

    exchange = Exchange(EXCHANGE.turns, EXCHANGE.now)
    parts = (exchange, exchange.until(REPLY.date), exchange.since(OTHER.date))
    assert [part.note(read, OTHER) for part in parts] == [20, 20, 20]
    assert looked == [2]


def test_what_is_made_of_a_whole_exchange_is_made_anew_for_a_part_of_it() -> None:
    def count(exchange: Exchange) -> int:
        return len(exchange.turns)

    assert EXCHANGE.once(count) == 4
    assert EXCHANGE.until(REPLY.date).once(count) == 3
    assert EXCHANGE.once(count) == 4


def test_a_customer_waits_in_a_conversation_unless_the_team_wrote_elsewhere_soon_after() -> None:
    left = Turn(5, BEGIN + 20 * DAY, Side.CUSTOMER, Trace(), "c")
    elsewhere = Turn(6, BEGIN + 30 * DAY, Side.TEAM, Trace(), "d")
    now = BEGIN + 40 * DAY
    assert Exchange((*EXCHANGE.turns, left), now).unanswered() == (left,)
    assert Exchange((*EXCHANGE.turns, left, elsewhere), now).unanswered() == ()
