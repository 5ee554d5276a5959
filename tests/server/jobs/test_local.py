"""The queue in this process keeps the contract of all queues."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.jobs.local import LocalQueue
from tests.server.jobs.queue_contract import JobQueueContract


@pytest.fixture
def queue() -> Iterator[LocalQueue]:
    queue = LocalQueue()
    yield queue
    queue.stop()


class TestLocalQueue(JobQueueContract):
    """All of it."""
