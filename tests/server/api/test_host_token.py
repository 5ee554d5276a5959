"""The tokens of a webmail server: standard ones are taken, everything else is refused, and why stands in the log."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from server.access import EVERYTHING
from tests.chromium import missing
from tests.server.api.conftest import Api

LOGIN = "jana.brandt@waagen-kern.example"
PHP = """
[$_, $kid, $secret, $sub, $now] = $argv;
$b = fn($x) => rtrim(strtr(base64_encode($x), '+/', '-_'), '=');
$head = $b(json_encode(['alg' => 'HS256', 'typ' => 'JWT', 'kid' => $kid]));
$said = $b(json_encode(['iss' => 'roundcube', 'aud' => 'einklang', 'sub' => $sub, 'iat' => (int) $now,
    'exp' => (int) $now + 600, 'jti' => bin2hex(random_bytes(12))]));
echo "$head.$said." . $b(hash_hmac('sha256', "$head.$said", $secret, true));
"""


@dataclass(frozen=True)
class Webmail:
    """A webmail server with a key of this installation."""

    api: Api
    key_id: str
    secret: str

    def claims(self, **other: Any) -> dict[str, Any]:
        now = int(self.api.office.now[0].timestamp())
        said = {"iss": "roundcube", "aud": "einklang", "sub": LOGIN, "iat": now, "exp": now + 600, "jti": "j" * 24}
        return {name: value for name, value in {**said, **other}.items() if value is not None}

    def token(self, *, header: dict[str, Any] | None = None, secret: str | None = None, **other: Any) -> str:
        head = {"alg": "HS256", "typ": "JWT", "kid": self.key_id, **(header or {})}
        return jwt.encode(
            head, self.claims(**other), OctKey.import_key(secret or self.secret), algorithms=["HS256", "HS512"]
        )

    def status(self, token: str) -> int:
        return self.api.get("mailboxes", token=token).status_code


def webmail_of(api: Api, *, adds_users: bool, key_id: str = "rc-1") -> Webmail:
    secret = secrets.token_urlsafe(32)
    sealed = api.office.services.vault.seal(secret)
    api.office.store.integration_keys.add(
        key_id, "roundcube", "webmail", sealed, api.office.now[0], adds_users=adds_users, sees=EVERYTHING
    )
    return Webmail(api, key_id, secret)


@pytest.fixture
def webmail(api: Api) -> Webmail:
    return webmail_of(api, adds_users=True)


def encoded(value: Any) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def test_a_token_opens_the_api_for_ten_minutes(webmail: Webmail):
    token = webmail.token()
    assert webmail.status(token) == 200
    webmail.api.office.later(timedelta(seconds=599))
    assert webmail.status(token) == 200
    webmail.api.office.later(timedelta(seconds=1))
    assert webmail.status(token) == 401


def test_a_token_as_php_mints_it_is_taken(webmail: Webmail):
    if shutil.which("php") is None:
        missing("php", "php-cli")
    now = str(int(webmail.api.office.now[0].timestamp()))
    minted = subprocess.run(
        ["php", "-r", PHP, "--", webmail.key_id, webmail.secret, LOGIN, now], capture_output=True, text=True, check=True
    ).stdout
    assert minted.count(".") == 2
    assert webmail.status(minted) == 200


def test_an_unknown_user_is_added_as_a_rep_where_the_key_says_so(webmail: Webmail):
    webmail.status(webmail.token())
    webmail.status(webmail.token(sub=LOGIN.upper()))
    users = [user for user in webmail.api.office.store.accounts.list_users() if user.name.casefold() == LOGIN]
    assert [(user.name, user.role) for user in users] == [(LOGIN, "rep")]


def test_an_unknown_user_is_refused_with_the_way_in_where_the_key_says_so(api: Api):
    webmail = webmail_of(api, adds_users=False)
    answer = api.get("mailboxes", token=webmail.token())
    assert answer.status_code == 403
    assert f"einklang user add {LOGIN} --all-mailboxes" in answer.get_json()["detail"]  # without it, it is refused
    api.office.store.accounts.add_user(LOGIN, "rep", api.office.now[0], sees=EVERYTHING)
    assert webmail.status(webmail.token()) == 200


def test_hints_sent_away_belong_to_the_user_whom_the_token_names(webmail: Webmail):
    what = {"rule": "fillers", "customer": "anna.krause@moelder.example", "action": "dismissed", "language": "de"}
    told = webmail.api.post("hints/feedback", what, token=webmail.token()).get_json()
    assert told["dismissed"] == ["fillers"]
    others = webmail.api.post("hints/feedback", {**what, "rule": "jargon"}).get_json()
    assert others["dismissed"] == ["jargon"]


def test_a_revoked_key_opens_nothing_from_then_on_and_its_id_stays_taken(webmail: Webmail):
    token = webmail.token()
    assert webmail.status(token) == 200
    webmail.api.office.store.integration_keys.revoke(webmail.key_id, webmail.api.office.now[0])
    assert webmail.status(token) == 401
    assert webmail.status(webmail.token(jti="k" * 24)) == 401
    other = webmail_of(webmail.api, adds_users=True, key_id="rc-2")
    assert other.status(other.token()) == 200
    assert other.status(other.token(header={"kid": webmail.key_id})) == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "panel"},
        {"aud": None},
        {"aud": ["einklang"]},
        {"iss": "thunderbird"},
        {"iss": None},
        {"sub": ""},
        {"sub": "  "},
        {"sub": 7},
        {"sub": None},
        {"sub": "x" * 300},
        {"jti": None},
        {"jti": "short"},
        {"iat": None},
        {"exp": None},
        {"exp": "9999999999"},
        {"exp": True},
    ],
    ids=lambda claims: "-".join(f"{name}={str(value)[:12]}" for name, value in claims.items()),
)
def test_a_wrong_or_missing_claim_is_refused(webmail: Webmail, claims: dict[str, Any]):
    token = webmail.token(**{name: value for name, value in claims.items() if value is not None})
    if None in claims.values():
        left = {name: value for name, value in webmail.claims().items() if name not in claims}
        token = jwt.encode({"alg": "HS256", "kid": webmail.key_id}, left, OctKey.import_key(webmail.secret))
    assert webmail.status(token) == 401


@pytest.mark.parametrize(
    ("issued", "lasts", "status"),
    [
        (0, 600, 200),
        (0, 601, 401),  # longer than ten minutes
        (0, 0, 401),
        (0, -5, 401),
        (-600, 600, 401),  # expired
        (-599, 600, 200),
        (60, 600, 200),  # a clock that is a minute ahead
        (61, 600, 401),
        (10**12, 600, 401),
        (-(10**30), 600, 401),
    ],
)
def test_the_times_must_be_right(webmail: Webmail, issued: int, lasts: int, status: int):
    now = int(webmail.api.office.now[0].timestamp())
    assert webmail.status(webmail.token(iat=now + issued, exp=now + issued + lasts)) == status


def test_the_algorithm_is_ours_to_choose(webmail: Webmail):
    claims = webmail.claims()
    unsigned = f"{encoded({'alg': 'none', 'kid': webmail.key_id})}.{encoded(claims)}."
    assert webmail.status(unsigned) == 401
    assert webmail.status(webmail.token(header={"alg": "HS512"})) == 401
    head = encoded({"alg": "RS256", "kid": webmail.key_id})
    signature = hmac.digest(webmail.secret.encode(), f"{head}.{encoded(claims)}".encode(), hashlib.sha256)
    assert webmail.status(f"{head}.{encoded(claims)}.{encoded(signature)}") == 401
    rsa = jwt.encode({"alg": "RS256", "kid": webmail.key_id}, claims, RSAKey.generate_key(2048), algorithms=["RS256"])
    assert webmail.status(rsa) == 401


def test_no_key_comes_with_the_token(webmail: Webmail):
    own = OctKey.import_key("attackers-own-key-attackers-own-key")
    for header in ({"jwk": own.as_dict()}, {"jku": "https://evil.example/keys"}, {"x5u": "https://evil.example/"}):
        assert webmail.status(webmail.token(header=header, secret="attackers-own-key-attackers-own-key")) == 401
    assert webmail.status(webmail.token(secret="attackers-own-key-attackers-own-key")) == 401


@pytest.mark.parametrize("key_id", ["rc-unknown", "", 7, None, ["rc-1"], {"a": 1}])
def test_an_unknown_key_is_refused(webmail: Webmail, key_id: Any):
    head, claims = {"alg": "HS256", "kid": key_id}, webmail.claims()
    signed = f"{encoded(head)}.{encoded(claims)}"
    signature = hmac.digest(webmail.secret.encode(), signed.encode(), hashlib.sha256)
    assert webmail.status(f"{signed}.{encoded(signature)}") == 401


@pytest.mark.parametrize(
    "token",
    [
        "..",
        "a.b.c",
        "e30.e30.",
        f"{encoded(b'[' * 900)}.e30.x",
        f"{encoded(b'[' * 1400)}..x",
        "x" * 5000 + "..",
        "ä.ö.ü",
    ],
)
def test_a_malformed_token_is_refused_and_breaks_nothing(webmail: Webmail, token: str):
    header = {"Authorization": f"Bearer {token}".encode().decode("latin-1")}
    assert webmail.api.client.get("/api/v1/mailboxes", headers=header).status_code == 401


def test_deeply_nested_claims_of_a_right_key_are_refused(webmail: Webmail):
    signed = f"{encoded({'alg': 'HS256', 'kid': webmail.key_id})}.{encoded(b'[' * 1200)}"
    signature = hmac.digest(webmail.secret.encode(), signed.encode(), hashlib.sha256)
    assert webmail.status(f"{signed}.{encoded(signature)}") == 401


def test_a_changed_token_is_refused(webmail: Webmail):
    head, _, signature = webmail.token().split(".")
    assert webmail.status(f"{head}.{encoded(webmail.claims(sub='boss@waagen-kern.example'))}.{signature}") == 401


def test_a_token_of_a_webmail_server_cannot_be_made_to_last_by_a_session(webmail: Webmail):
    assert webmail.api.client.post("/api/v1/session", json={"code": webmail.token()}).status_code == 401


def test_the_log_says_why_and_names_nobody(webmail: Webmail, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO):
        webmail.status(webmail.token(aud="panel"))
        webmail.status(webmail.token(header={"kid": "rc-of-an-attacker"}))
        webmail.status(webmail.token(secret="another-secret-another-secret-another"))
    assert webmail.key_id in caplog.text
    assert "aud" in caplog.text
    assert "BadSignatureError" in caplog.text
    assert LOGIN not in caplog.text
    assert "rc-of-an-attacker" not in caplog.text
    assert webmail.secret not in caplog.text


def test_an_expired_token_is_nothing_to_worry_about(webmail: Webmail, caplog: pytest.LogCaptureFixture):
    token = webmail.token()
    webmail.api.office.later(timedelta(minutes=11))
    with caplog.at_level(logging.WARNING):
        assert webmail.status(token) == 401
    assert caplog.text == ""


def test_the_last_use_of_a_key_is_noted(webmail: Webmail):
    (key,) = webmail.api.office.store.integration_keys.list()
    assert key.last_used_at is None
    webmail.status(webmail.token(secret="another-secret-another-secret-another"))
    (key,) = webmail.api.office.store.integration_keys.list()
    assert key.last_used_at is None
    webmail.status(webmail.token())
    (key,) = webmail.api.office.store.integration_keys.list()
    assert key.last_used_at == webmail.api.office.now[0]
    assert webmail.secret not in repr(key)
    assert webmail.secret.encode() not in key.sealed_secret
