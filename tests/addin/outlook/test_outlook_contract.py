"""The add-in passes the contract of the mail clients in a window that plays Outlook, as far as Outlook allows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import FAULTS, HELD, HostContract, HostUnderTest, Panel, eventually, settled
from tests.addin.outlook.fake_outlook import FakeOutlook

pytestmark = pytest.mark.browser


class TestOutlook(HostContract):
    @pytest.fixture
    def host(self, page: Page, door: FaultyServer, complaints: list[str]) -> Iterator[HostUnderTest]:
        outlook = FakeOutlook(page, door)
        yield outlook
        if outlook.is_open:
            assert outlook.get("violations") == []
            assert outlook.get("mostInFlight") == 1
        outlook.close()
        complaints[:] = [each for each in complaints if "Failed to load resource" not in each]  # as the faults want it

    @pytest.mark.parametrize("fault", ["refuses", "hangs", "fails", "is_logged_out"])
    def test_a_coach_that_is_away_holds_no_mail(self, host: HostUnderTest, panel: Panel, fault: str) -> None:
        """Here the verdict is left with the mail beforehand, so what counts is a text that was not judged in time."""
        host.compose()
        host.write(HELD)
        settled(host, panel)
        FAULTS[fault](host.door)
        host.write(HELD + " Servus!")
        host.press_send()
        if fault == "hangs":  # the add-in itself does not come: after 5 s Outlook says so, and offers to send
            eventually(host, host.is_asking, bool)
            host.send_anyway()
        sent = eventually(host, host.sent, bool)
        assert len(sent) == 1
        assert HELD in sent[0].text
        assert not host.is_asking()
