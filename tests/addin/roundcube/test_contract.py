"""Roundcube passes the contract of the mail clients, in its plain editor."""

from __future__ import annotations

import pytest

from tests.addin.host_contract import HostContract
from tests.addin.roundcube.host import RoundcubeHost

pytestmark = [pytest.mark.browser, pytest.mark.dovecot]


class TestRoundcube(HostContract):
    @pytest.fixture
    def host(self, roundcube_host: RoundcubeHost) -> RoundcubeHost:
        return roundcube_host
