"""The broker as the settings and the environment name it, and how much waits there."""

from __future__ import annotations

import time
from collections.abc import Mapping

from server.errors import ServerError
from server.secrets import given_secret
from server.settings import Settings

HOLDS = 30.0  # seconds in which a broker that did not answer is not asked again

_asked_in_vain: dict[str, float] = {}


def broker_of(settings: Settings, env: Mapping[str, str]) -> str:
    """The broker's address with its password; raises SecretError."""
    return settings.jobs.broker_url(given_secret("EINKLANG_BROKER_PASSWORD", env))


def queue_depth(settings: Settings, env: Mapping[str, str]) -> int | None:
    """How many turns of jobs wait at the broker; None where jobs are this machine's own, or the broker is away."""
    if settings.jobs.queue == "local":
        return None
    from server.jobs.celery import check_broker

    broker = broker_of(settings, env)
    if time.monotonic() - _asked_in_vain.get(broker, -HOLDS) < HOLDS:
        return None
    try:
        return check_broker(broker)
    except ServerError:
        _asked_in_vain[broker] = time.monotonic()
        return None
