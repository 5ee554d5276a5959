"""Events reach other programs: signed as Standard Webhooks says, at least once, over HTTP to a real server."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.server
import json
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from server.demo.certificates import CertificateKind, provide_certificates
from server.outgoing import outgoing_for
from server.settings import load
from server.settings_sections import Webhooks
from server.store import Alert, Store
from server.webhooks import (
    AFTER,
    HELD,
    REST,
    TRIES,
    SignedPost,
    WebhookSecretError,
    deliver_due,
    key_of,
    signature,
    site_of,
)
from tests.stores import open_new_store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = bytes(range(32))
SECRET = "whsec_" + base64.b64encode(KEY).decode()
WORDS = {"de": "Zwei Beschwerden.", "en": "Two complaints."}


@dataclass
class Crm:
    """A program that takes events and answers as it is told."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    taken: list[tuple[dict[str, str], bytes, str]] = field(default_factory=list)
    url: str = ""
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self, context: ssl.SSLContext | None = None) -> Iterator[Crm]:
        crm = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                crm.taken.append(({name.lower(): value for name, value in self.headers.items()}, body, self.path))
                if crm.hangs:
                    crm._over.wait(60)
                    return
                self.send_response(crm.status)
                for name, value in crm.headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        class Quiet(http.server.ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A client that refuses the certificate is what a test wants."""

        with Quiet(("127.0.0.1", 0), Handler) as server:
            if context:
                server.socket = context.wrap_socket(server.socket, server_side=True)
            self.url = f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}/hook?to=einklang"
            thread = threading.Thread(target=server.serve_forever, args=(0.02,))
            thread.start()
            try:
                yield self
            finally:
                self._over.set()
                server.shutdown()
                thread.join()

    @property
    def events(self) -> list[dict]:
        return [json.loads(body) for _, body, _ in self.taken]

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _, _ in self.taken]


@pytest.fixture
def crm() -> Iterator[Crm]:
    with Crm().running() as crm:
        yield crm


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_new_store(f"sqlite:///{tmp_path}/data/einklang.db") as store:
        yield store


def wanted(*urls: str, events: tuple[str, ...] = ()) -> Webhooks:
    return Webhooks.model_validate({"urls": urls, "events": events})


def happen(store: Store, number: int = 1) -> None:
    for each in range(number):
        assert store.alerts.add(Alert("turned_sour", f"a{each}@kunde.example", WORDS, NOW), NOW)


def deliver(store: Store, crm: Crm, at: datetime = NOW, within: float = 5) -> int:
    return deliver_due(store, at, SignedPost(KEY, within), wanted(crm.url))


def test_the_signature_is_that_of_the_specification() -> None:
    # the example in the documents of Svix and Standard Webhooks
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    at = datetime.fromtimestamp(1614265330, UTC)
    made = signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}')
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_an_event_arrives_once_signed_and_without_any_word_of_a_mail(store: Store, crm: Crm) -> None:
    happen(store)
    assert deliver(store, crm) == 1
    assert deliver(store, crm) == 0
    ((headers, body, path),) = crm.taken
    assert path == "/hook?to=einklang"
    assert headers["content-type"] == "application/json"
    assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"] == "v1," + base64.b64encode(
        hmac.new(KEY, signed, hashlib.sha256).digest()
    ).decode("ascii")
    told = json.loads(body)
    assert (told["type"], told["timestamp"]) == ("alert.raised", "2026-11-22T12:00:00Z")
    assert told["data"] == {
        "customer": "a0@kunde.example",
        "alert_id": 1,
        "kind": "turned_sour",
        "at": "2026-11-22T12:00:00Z",
    }


def test_many_events_arrive_each_once(store: Store, crm: Crm) -> None:
    happen(store, 25)
    assert deliver(store, crm) == 25
    assert len(set(crm.ids)) == 25
    assert {each["data"]["customer"] for each in crm.events} == {f"a{n}@kunde.example" for n in range(25)}


def test_what_is_refused_comes_again_with_the_same_id_later_and_later(store: Store, crm: Crm) -> None:
    happen(store)
    crm.status = 500
    at = NOW
    for tries, wait in enumerate(AFTER, start=1):
        assert deliver(store, crm, at) == 0
        assert len(crm.taken) == tries
        assert deliver(store, crm, at + wait * 0.79) == 0
        assert len(crm.taken) == tries, f"too soon after try {tries}"
        at += wait * 1.21
    crm.status = 200
    assert deliver(store, crm, at) == 1
    assert len(set(crm.ids)) == 1
    assert len({headers["webhook-signature"] for headers, _, _ in crm.taken}) == TRIES  # each with its own time
    (totals,) = store.outbox.totals([crm.url])
    assert (totals.waiting, totals.dead, totals.problem) == (0, 0, None)


def test_after_the_last_try_an_event_is_given_up_and_tried_again_when_somebody_asks(store: Store, crm: Crm) -> None:
    happen(store)
    crm.status = 503
    for day in range(TRIES + 3):
        deliver(store, crm, NOW + timedelta(days=2 * day))
    assert len(crm.taken) == TRIES
    (totals,) = store.outbox.totals([crm.url])
    assert (totals.waiting, totals.dead, totals.problem) == (0, 1, "HTTP 503")
    crm.status = 200
    later = NOW + timedelta(days=40)
    assert store.outbox.revive(later) == 1
    assert deliver(store, crm, later) == 1


def test_an_address_that_is_gone_is_not_asked_again(store: Store, crm: Crm) -> None:
    happen(store)
    crm.status = 410
    for day in range(3):
        deliver(store, crm, NOW + timedelta(days=day))
    assert len(crm.taken) == 1
    assert store.outbox.totals([crm.url])[0].dead == 1


@pytest.mark.parametrize("asked", ["3600", "Sun, 22 Nov 2026 13:00:00 GMT"])
def test_an_address_that_asks_for_time_gets_it(store: Store, crm: Crm, asked: str) -> None:
    happen(store)
    crm.status, crm.headers = 429, {"Retry-After": asked}
    deliver(store, crm)
    deliver(store, crm, NOW + timedelta(minutes=59))
    assert len(crm.taken) == 1
    crm.status = 200
    assert deliver(store, crm, NOW + timedelta(minutes=61)) == 1


def test_a_redirect_is_not_followed(store: Store, crm: Crm) -> None:
    with Crm().running() as other:
        happen(store)
        crm.status, crm.headers = 307, {"Location": other.url}
        assert deliver(store, crm) == 0
    assert other.taken == []
    assert "redirects are not followed" in (store.outbox.totals([crm.url])[0].problem or "")


def test_an_address_that_hangs_holds_up_itself_and_is_waited_for_once_a_run(store: Store, crm: Crm) -> None:
    with Crm(hangs=True).running() as slow:
        happen(store, 3)
        both = wanted(crm.url, slow.url)
        assert deliver_due(store, NOW, SignedPost(KEY, 0.2), both) == 3
        assert len(slow.taken) == 1
        (totals,) = store.outbox.totals([slow.url])
        assert (totals.waiting, totals.dead, totals.problem) == (3, 0, "no answer within 0.2 s")
        due = store.outbox.take_due(NOW + REST, NOW + HELD, 10)
        assert [each.tries for each in due] == [2, 1, 1]  # those that were only put back have not been tried


def test_a_worker_that_stops_finishes_the_event_on_its_way_and_leaves_the_others_untried(
    store: Store, crm: Crm
) -> None:
    happen(store, 3)
    told = iter([False, True, True, True, True])
    count = deliver_due(store, NOW, SignedPost(KEY, 5), wanted(crm.url), stopped=lambda: next(told))
    assert (count, len(crm.taken)) == (1, 1)
    assert deliver(store, crm) == 2, "at once, by whoever comes next"
    assert len(set(crm.ids)) == 3


def test_where_nothing_listens_it_is_said_and_tried_again(store: Store) -> None:
    with Crm().running() as crm:
        pass
    happen(store)
    assert deliver(store, crm) == 0
    assert "nothing listens there" in (store.outbox.totals([crm.url])[0].problem or "")


def test_a_certificate_that_cannot_be_verified_gets_no_event(store: Store, tmp_path: Path) -> None:
    files = provide_certificates(tmp_path / "tls", CertificateKind.VALID, datetime.now(UTC))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files.certificate, files.key)
    with Crm().running(context) as crm:
        happen(store)
        assert deliver(store, crm) == 0
        assert crm.taken == []
        assert "certificate cannot be verified" in (store.outbox.totals([crm.url])[0].problem or "")
        trusting = SignedPost(KEY, 5, ssl.create_default_context(cafile=str(files.ca)))
        assert deliver_due(store, NOW + timedelta(minutes=1), trusting, wanted(crm.url)) == 1


def test_only_the_events_that_are_wanted_are_told(store: Store, crm: Crm) -> None:
    happen(store)
    assert deliver_due(store, NOW, SignedPost(KEY), wanted(crm.url, events=("outcome.recorded",))) == 0
    assert deliver(store, crm) == 0
    assert crm.taken == []


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from server.settings_sections import Webhooks
from server.store import Store
from server.webhooks import SignedPost, deliver_due

send, left = SignedPost(bytes(range(32))), 2

def post(delivery, now):
    global left
    answer = send(delivery, now)
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer

deliver_due(Store.open(sys.argv[1]), datetime(2026, 11, 22, 12, tzinfo=UTC), post, Webhooks(urls=(sys.argv[2],)))
"""


def test_killed_between_sending_and_noting_every_event_arrives_and_one_twice(
    store: Store, crm: Crm, tmp_path: Path
) -> None:
    happen(store, 5)
    arguments = [sys.executable, "-c", KILLED, f"sqlite:///{tmp_path}/data/einklang.db", crm.url]
    killed = subprocess.run(arguments, check=False, cwd=Path(__file__).parents[2])
    assert killed.returncode == -signal.SIGKILL
    assert len(crm.taken) == 2
    assert deliver(store, crm, NOW + HELD / 2) == 0  # what the dead one had taken is not free yet
    assert deliver(store, crm, NOW + HELD) == 4
    assert len(set(crm.ids)) == 5
    assert len(crm.ids) == 6


def test_a_secret_that_is_none_is_refused_with_the_way_to_get_one() -> None:
    for wrong in ("", "secret", SECRET.removeprefix("whsec_"), "whsec_" + "A" * 8, "whsec_???"):
        with pytest.raises(WebhookSecretError, match="openssl rand -base64 32"):
            key_of(wrong)
    assert key_of(SECRET) == KEY
    with pytest.raises(WebhookSecretError):
        outgoing_for(load(None, {"EINKLANG_WEBHOOKS_URLS": "https://crm.example/hook"}), {})


def test_the_secret_comes_from_the_environment_or_its_file_and_nothing_is_open_without_addresses(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret").write_text(SECRET + "\n")
    settings = load(None, {"EINKLANG_WEBHOOKS_URLS": "https://crm.example/hook"})
    for env in (
        {"EINKLANG_WEBHOOKS_SECRET": SECRET},
        {"EINKLANG_WEBHOOKS_SECRET_FILE": str(tmp_path / "secret")},
    ):
        ways = outgoing_for(settings, env)
        assert isinstance(ways.post, SignedPost)
        assert ways.post.key == KEY
        assert "whsec" not in repr(ways)
        assert str(KEY) not in repr(ways)
        load(None, env)  # no setting, and no mistake either
    nothing = outgoing_for(load(None, {}), {})
    assert (nothing.post, nothing.mailer) == (None, None)


def test_only_protected_addresses_are_taken_but_for_this_machine() -> None:
    wanted("https://crm.example/hook", "http://127.0.0.1:8080/hook")
    for wrong in ("http://crm.example/hook", "crm.example", "https://user:secret@crm.example/", "ftp://crm.example"):
        with pytest.raises(ValidationError):
            wanted(wrong)


def test_of_an_address_only_its_site_is_shown() -> None:
    assert site_of("https://hooks.example:8443/services/T0/s3cret?key=1") == "https://hooks.example:8443"
