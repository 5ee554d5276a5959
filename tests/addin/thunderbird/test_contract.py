"""Thunderbird passes the contract of the mail clients."""

from __future__ import annotations

import pytest

from tests.addin.host_contract import HostContract, HostUnderTest
from tests.addin.thunderbird.client import ThunderbirdClient


class TestThunderbird(HostContract):
    @pytest.fixture
    def host(self, client: ThunderbirdClient) -> HostUnderTest:
        return client
