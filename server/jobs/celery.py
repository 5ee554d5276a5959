"""Jobs over Celery on Redis, for any number of machines: here they are sent; `celery_worker` does them.

The broker carries only names and numbers of turns. What is to be done lies in the database, so a broker that forgets
everything costs seconds: a turn that nobody began is sent again.
"""

from __future__ import annotations

import logging
import ssl
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from server.errors import ServerError
from server.jobs.beat import Beat
from server.jobs.queue import Job
from server.jobs.slots import JobSlots, Turn
from server.jobs.table import LONGEST, known_as

TASK = "einklang.job"
LIST = "jobs"
PREFIX = "einklang:"  # of all keys in Redis, so that others may use it beside
DEPTH_KEY = PREFIX + LIST
"""The list in Redis whose length is how many turns wait."""

CONNECT_SECONDS, ANSWER_SECONDS = 5, 10
REDELIVER = int(LONGEST) + 600  # seconds; a message of a worker that was lost comes again when no job could still run


class BrokerAway(ServerError):
    """The broker does not answer."""


def celery_app(broker: str) -> Any:
    """The Celery application: messages are acknowledged when their job is done, and results are nobody's."""
    try:
        from celery import Celery
        from celery.exceptions import CPendingDeprecationWarning
    except ModuleNotFoundError:
        raise ServerError("Celery needs more packages: pip install 'einklang[celery]'") from None
    # told at each lost connection, of what `cancel_long_running` below decides
    warnings.simplefilter("ignore", CPendingDeprecationWarning)

    address, tls = secured(broker)
    app = Celery("einklang", broker=address, set_as_current=False)
    app.conf.update(
        broker_use_ssl=tls,
        task_default_queue=LIST,
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        result_backend=None,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_publish_retry=False,  # the beat tries again by itself
        task_send_sent_event=False,
        worker_send_task_events=False,
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        worker_proc_alive_timeout=120.0,  # a process opens the database first
        worker_cancel_long_running_tasks_on_connection_loss=False,  # what they record is recorded once in any case
        broker_connection_retry=True,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=CONNECT_SECONDS,
        broker_transport_options={
            "global_keyprefix": PREFIX,
            "visibility_timeout": REDELIVER,
            "socket_connect_timeout": CONNECT_SECONDS,
            "socket_timeout": ANSWER_SECONDS,
            "socket_keepalive": True,
            "health_check_interval": 30,
        },
        timezone="UTC",
        enable_utc=True,
    )
    return app


def sender(app: Any, name: str) -> Callable[[Turn, timedelta], None]:
    """What hands a turn to the broker; raises BrokerAway. `name` is what messages call the broker."""
    away = _errors()

    def send(turn: Turn, expires: timedelta) -> None:
        limit = known_as(turn.name).limit
        try:
            app.send_task(
                TASK,
                args=[turn.name, turn.slot],
                queue=LIST,
                expires=expires.total_seconds(),
                time_limit=limit,
                shadow=f"einklang.{turn.name}",
                retry=False,
            )
        except away as error:
            raise BrokerAway(f"The broker {name} {_why(error)}.") from None

    return send


def check_broker(broker: str) -> int:
    """How many turns wait at the broker; raises BrokerAway."""
    app, away = celery_app(broker), _errors()
    try:
        with app.connection_for_read(connect_timeout=CONNECT_SECONDS) as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, timeout=CONNECT_SECONDS)
            depth: int = connection.default_channel.client.llen(LIST)  # it puts the prefix before it
            return depth
    except away as error:
        raise BrokerAway(f"The broker {place_of(broker)} {_why(error)}.") from None


def secured(broker: str) -> tuple[str, dict[str, Any] | None]:
    """The address without what follows its '?', and how TLS is spoken there; None where it is not.

    Of itself Celery would take any certificate, so also that of somebody between who then is told the password.
    """
    parts = urlsplit(broker)
    address = parts._replace(query="").geturl()
    if parts.scheme != "rediss":
        return address, None
    return address, dict(parse_qsl(parts.query)) | {"ssl_cert_reqs": ssl.CERT_REQUIRED, "ssl_check_hostname": True}


def place_of(broker: str) -> str:
    """The broker's name for messages, without user and password."""
    parts = urlsplit(broker)
    return f"{parts.hostname}:{parts.port or 6379}"


def _why(error: BaseException) -> str:
    """What is wrong with the broker, without an address."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return f"shows a certificate that is not to be trusted: {seen.verify_message}"
        seen = seen.__cause__ or seen.__context__
    return f"does not answer ({type(error).__name__})"


def _errors() -> tuple[type[Exception], ...]:
    """What is raised where the broker is away."""
    from kombu.exceptions import KombuError, OperationalError
    from redis.exceptions import RedisError

    return (OSError, KombuError, OperationalError, RedisError)


class CeleryQueue:
    """A JobQueue that sends: of all that run on all machines, one sends each turn, and workers do it by its name."""

    def __init__(self, app: Any, broker: str, slots: JobSlots, clock: Callable[[], datetime]) -> None:
        # each message of Celery's own names the broker's address; it goes through the logging of whoever runs this
        logging.getLogger("kombu").setLevel(logging.WARNING)
        self._app = app
        self._beat = Beat(slots, sender(app, place_of(broker)), clock)

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = True) -> None:
        """Sends the turns of `name`; `job` is what workers know by this name."""
        self._beat.every(seconds, name, at_once=at_once)

    def stop_job(self, name: str) -> None:
        """Sends it no more."""
        self._beat.forget(name)

    def names(self) -> frozenset[str]:
        """The jobs that are sent."""
        return self._beat.names()

    def start(self) -> None:
        """Begins to send."""
        self._beat.start()

    def stop(self) -> None:
        """Sends nothing more; what was sent is done by the workers."""
        self._beat.stop()
        self._app.close()
