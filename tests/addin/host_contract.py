"""What every mail client must pass: the five messages (addin/messages.md), seen from the outside.

A client's suite makes a `HostUnderTest` and inherits `HostContract`:

    class TestRoundcube(HostContract):
        @pytest.fixture
        def host(self, roundcube: Roundcube, asking_server: LiveServer) -> Iterator[HostUnderTest]: ...

The client is given `host.door.url` as the server's address. What reached the server is read at the door, what the user
sees is read in the panel and in the client. Nothing here depends on how fast the machine is: a hang has no end before
the assertion was made.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_under_test import (
    ANOTHER,
    COLLEAGUE,
    CUSTOMER,
    FITTING,
    HELD,
    PATIENCE,
    SMILEY,
    WITH_SMILEY,
    Abilities,
    HostUnderTest,
    Panel,
    Person,
    Sent,
    apply_smiley,
    asked_about,
    eventually,
    needs,
    panel_words,
    settled,
    trouble,
)

__all__ = [
    "ANOTHER",
    "COLLEAGUE",
    "CUSTOMER",
    "FAULTS",
    "FITTING",
    "HELD",
    "PATIENCE",
    "SMILEY",
    "WITH_SMILEY",
    "Abilities",
    "HostContract",
    "HostUnderTest",
    "Panel",
    "Person",
    "Sent",
    "apply_smiley",
    "asked_about",
    "eventually",
    "needs",
    "panel_words",
    "settled",
    "trouble",
]

FAULTS: dict[str, Callable[[FaultyServer], None]] = {
    "refuses": lambda door: door.refuse(),
    "hangs": lambda door: door.hang(),
    "fails": lambda door: door.answer(500),
    "is_logged_out": lambda door: door.answer(401),
}


class HostContract:
    """The cases. A client's suite inherits them and gives the fixture `host`."""

    @pytest.fixture
    def host(self) -> HostUnderTest:
        raise NotImplementedError("a suite gives its own")

    @pytest.fixture
    def panel(self, host: HostUnderTest) -> Panel:
        return Panel(host)

    # --- the draft reaches the panel

    def test_the_panel_greets_and_judges_what_is_written(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(HELD)
        poor = settled(host, panel)
        assert CUSTOMER.name in panel.text()
        host.write(FITTING)
        assert settled(host, panel) > poor
        assert asked_about(host)["draft"]["text"].rstrip() == FITTING

    def test_typing_moves_the_score(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(FITTING)
        good = settled(host, panel)
        host.type("\n\nHey du, meld dich halt mal, passt schon, LG!!! :-)")
        assert host.body().endswith("LG!!! :-)")
        eventually(host, panel.score, lambda score: score is not None and score < good)
        said = "passt schon, LG!!! :-)"  # the score may fall before the last key
        eventually(host, lambda: asked_about(host)["draft"]["text"].rstrip(), lambda text: text.endswith(said))

    def test_recipients_and_subject_reach_the_panel(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(FITTING)
        settled(host, panel)
        host.set_subject("Termin: Kalibrierung „Waage 3“")
        host.set_recipients([ANOTHER.address], cc=[CUSTOMER.address, COLLEAGUE.address])
        about = eventually(
            host,
            lambda: asked_about(host),
            lambda body: body["recipients"] == [ANOTHER.address] and len(body["cc"]) == 2,
        )
        assert about["cc"] == [CUSTOMER.address, COLLEAGUE.address]
        eventually(
            host, lambda: asked_about(host)["draft"]["subject"], lambda told: told == "Termin: Kalibrierung „Waage 3“"
        )
        eventually(host, panel.text, lambda text: ANOTHER.name in text)

    # --- a hint is applied

    def test_an_applied_hint_changes_only_its_words(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(WITH_SMILEY)
        settled(host, panel)
        apply_smiley(host, panel)
        eventually(host, host.body, lambda text: text == FITTING)
        eventually(host, lambda: asked_about(host)["draft"]["text"].rstrip(), lambda text: text == FITTING)
        eventually(host, panel.score, lambda score: score is not None)

    def test_undo_brings_the_words_back(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.undo)
        host.compose()
        host.write(WITH_SMILEY)
        settled(host, panel)
        apply_smiley(host, panel)
        eventually(host, host.body, lambda text: text == FITTING)
        host.undo()
        eventually(host, host.body, lambda text: text == WITH_SMILEY)

    def test_the_caret_stays_with_its_words(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.caret)
        host.compose()
        host.write(WITH_SMILEY)
        settled(host, panel)
        before = WITH_SMILEY.index("Viele Grüße")
        host.put_caret(before)
        apply_smiley(host, panel)
        eventually(host, host.body, lambda text: text == FITTING)
        eventually(host, host.caret, lambda at: at == FITTING.index("Viele Grüße"))

    def test_nothing_is_replaced_where_the_draft_reads_otherwise(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(FITTING)
        settled(host, panel)
        panel.replace((0, 5), "Guten", "Liebe")
        eventually(host, panel.text, lambda text: "nichts ersetzt" in text or "nothing was replaced" in text.lower())
        assert host.body() == FITTING
        panel.replace((0, 5), "Hallo", "Liebe")
        eventually(host, host.body, lambda text: text == FITTING.replace("Hallo", "Liebe", 1))

    # --- before it is sent

    def test_a_mail_that_fits_is_sent_without_a_question(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.sends)
        host.compose()
        host.write(FITTING)
        settled(host, panel)
        host.press_send()
        sent = eventually(host, host.sent, bool)
        assert [CUSTOMER.address in each.recipients for each in sent] == [True]
        assert FITTING in sent[0].text

    def test_a_held_mail_waits_and_back_goes_on_writing(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(HELD)
        settled(host, panel)
        host.press_send()
        eventually(host, host.is_asking, bool)
        host.go_back()
        eventually(host, host.is_asking, lambda asking: not asking)
        assert not host.sent()
        assert host.body() == HELD
        host.write(FITTING)
        assert settled(host, panel) > 50

    def test_a_held_mail_is_sent_anyway_once(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.sends)
        host.compose()
        host.write(HELD)
        settled(host, panel)
        host.press_send()
        eventually(host, host.is_asking, bool)
        host.send_anyway()
        eventually(host, host.sent, bool)
        host.pause(1.0)  # a second copy would have had the time
        sent = host.sent()
        assert len(sent) == 1
        assert HELD in sent[0].text

    # --- the coach is away

    @pytest.mark.parametrize("fault", ["refuses", "hangs", "fails", "is_logged_out"])
    def test_a_coach_that_is_away_holds_no_mail(self, host: HostUnderTest, panel: Panel, fault: str) -> None:
        host.compose()
        host.write(HELD)
        settled(host, panel)
        FAULTS[fault](host.door)
        host.press_send()
        if host.abilities.sends:
            sent = eventually(host, host.sent, bool)
            assert len(sent) == 1
            assert HELD in sent[0].text
        else:
            eventually(host, lambda: trouble(host, panel), bool)
            assert not host.is_asking()

    @pytest.mark.parametrize("fault", ["refuses", "fails"])
    def test_a_coach_that_went_away_is_said_and_made_up_for(
        self, host: HostUnderTest, panel: Panel, fault: str
    ) -> None:
        host.compose()
        host.write(HELD)
        poor = settled(host, panel)
        assert not trouble(host, panel)
        FAULTS[fault](host.door)
        host.write(WITH_SMILEY)
        eventually(host, lambda: trouble(host, panel), bool)
        assert host.body() == WITH_SMILEY
        host.door.recover()
        host.write(FITTING)
        assert settled(host, panel) > poor
        eventually(host, lambda: trouble(host, panel), lambda told: not told)
        sends_it(host)

    def test_a_mail_leaves_though_the_coach_was_never_there(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.lives_alone)
        host.door.refuse()
        host.compose()
        host.write(HELD)
        eventually(host, lambda: trouble(host, panel), bool)
        assert host.body() == HELD
        host.press_send()
        assert HELD in eventually(host, host.sent, bool)[0].text

    def test_an_expired_token_is_renewed_without_the_user(self, host: HostUnderTest, panel: Panel) -> None:
        needs(host, host.abilities.renews)
        host.compose()
        host.write(HELD)
        poor = settled(host, panel)
        host.door.expire_tokens()
        host.write(FITTING)
        assert settled(host, panel) > poor
        assert not trouble(host, panel)
        sends_it(host)

    def test_a_panel_that_is_loaded_anew_goes_on(self, host: HostUnderTest, panel: Panel) -> None:
        host.compose()
        host.write(FITTING)
        score = settled(host, panel)
        host.in_panel("document.documentElement.setAttribute('data-before-reload', '') ?? true")
        panel.reload()
        eventually(
            host,
            lambda: host.in_panel("document.documentElement.hasAttribute('data-before-reload')"),
            lambda old: old is False,
        )
        assert settled(host, panel) == score
        assert host.body() == FITTING
        sends_it(host)


def sends_it(host: HostUnderTest) -> None:
    """The fitting mail still leaves, once, where the client can send at all."""
    if not host.abilities.sends:
        return
    host.press_send()
    sent = eventually(host, host.sent, bool)
    assert [FITTING in each.text for each in sent] == [True]
