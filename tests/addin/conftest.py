"""The browser of the tests in this folder, and the server of the suites of the mail clients."""

import pytest

from tests.addin.host_fixtures import asking_server, door, doors
from tests.chromium import chromium, complaints, page

# cases that several suites inherit say what was compared, as those in test files do
pytest.register_assert_rewrite("tests.addin.host_contract", "tests.addin.host_under_test")

__all__ = ["asking_server", "chromium", "complaints", "door", "doors", "page"]
