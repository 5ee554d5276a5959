"""An identity provider on loopback, made of Authlib's server side, that can be told to misbehave in every known way."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "einklang", "a secret/with+signs"


@cache
def _first_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})  # made once: it takes its time


@dataclass
class Person:
    """Who signs in at the provider; `claims` are said besides the subject."""

    subject: str = "4711"
    claims: dict[str, Any] = field(default_factory=lambda: {"email": "jana@team.example", "email_verified": True})


@dataclass
class IdentityProvider:
    """What it says and does; set from outside at any moment.

    `attack` names what is wrong with its next answers; `calls` are the paths that were asked for.
    """

    person: Person = field(default_factory=Person)
    attack: str = ""
    calls: list[str] = field(default_factory=list)
    url: str = ""
    back: str = ""
    codes: dict[str, _Code] = field(default_factory=dict)
    key: RSAKey = field(default_factory=_first_key)
    algorithm: str = "RS256"
    is_down: bool = False

    @property
    def offered(self) -> list[str]:
        """What it says it signs with."""
        return [] if self.attack == "no algorithm of two keys offered" else [self.algorithm]

    @property
    def issuer(self) -> str:
        return f"{self.url}/realm"

    def metadata(self) -> dict[str, Any]:
        """What it says of itself."""
        other = "https://other.example" if self.attack == "another issuer in the configuration" else self.issuer
        return {
            "issuer": other,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": "http://tokens.example/token" if self.attack == "plain http" else f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": [*self.offered, "none", "HS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """Its public keys, among others of which nothing is known here."""
        return {"keys": [{"kty": "AKP", "kid": "of tomorrow"}, self.key.as_dict(private=False)]}

    def rotate(self) -> None:
        """Signs with another key from now on."""
        self.key = RSAKey.generate_key(2048, {"kid": f"key {time.monotonic()}", "use": "sig"})


@dataclass
class _Client(ClientMixin):
    back: str

    def get_client_id(self) -> str:
        return CLIENT

    def get_default_redirect_uri(self) -> str:
        return self.back

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.back

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method in ("client_secret_basic", "client_secret_post")

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


@dataclass
class _Code(AuthorizationCodeMixin):
    person: Person
    asked: dict[str, str]
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]

    def get_nonce(self) -> str:
        return self.asked["nonce"]

    def get_auth_time(self) -> int:
        return int(time.time())

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


def _grant(provider: IdentityProvider) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):  # type: ignore[misc]
        TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")

        def save_authorization_code(self, code: str, request: Any) -> None:
            asked = dict(request.payload.data)
            challenge = asked["code_challenge"], asked["code_challenge_method"]
            provider.codes[code] = _Code(provider.person, asked, *challenge)

        def query_authorization_code(self, code: str, client: Any) -> _Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, authorization_code: _Code) -> None:
            provider.codes = {code: each for code, each in provider.codes.items() if each is not authorization_code}

        def authenticate_user(self, authorization_code: _Code) -> Person:
            return authorization_code.person

    return Grant


def _says_who(provider: IdentityProvider) -> OpenIDCode:
    class SaysWho(OpenIDCode):  # type: ignore[misc]
        def exists_nonce(self, nonce: str, request: Any) -> bool:
            return any(each.asked["nonce"] == nonce for each in provider.codes.values())

        def resolve_client_private_key(self, client: Any) -> Any:
            return provider.key

        def get_client_algorithm(self, client: Any) -> str:
            return provider.algorithm

        def get_encode_header(self, client: Any) -> dict[str, Any]:
            return {"alg": provider.algorithm, "kid": provider.key.kid}

        def get_client_claims(self, client: Any) -> dict[str, Any]:
            return {"iss": provider.issuer, "aud": [CLIENT]}

        def generate_user_info(self, user: Person, scope: str) -> UserInfo:
            return UserInfo(sub=user.subject, **user.claims)

    return SaysWho(require_nonce=True)


def _twisted(token: str, provider: IdentityProvider) -> str | None:
    """An id_token as an attacker would like it; None for none at all."""
    claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    header: dict[str, Any] = {"alg": provider.algorithm, "kid": provider.key.kid}
    now = int(time.time())
    key: Any = provider.key
    changes: dict[str, dict[str, Any]] = {
        "another nonce": {"nonce": "another"},
        "no nonce": {"nonce": None},
        "another audience": {"aud": ["another client"]},
        "another audience besides": {"aud": [CLIENT, "another client"]},
        "made for another": {"aud": [CLIENT, "another client"], "azp": "another client"},
        "no audience": {"aud": None},
        "expired": {"exp": now - 120, "iat": now - 300},
        "never expires": {"exp": None},
        "made long ago": {"iat": now - 3600},
        "made in the future": {"iat": now + 600, "exp": now + 900},
        "not yet valid": {"nbf": now + 600},
        "another issuer": {"iss": "https://other.example"},
        "nobody": {"sub": ""},
        "a number": {"sub": 4711},
        "an endless name": {"sub": "x" * 300},
        "another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    }
    if provider.attack == "no id_token":
        return None
    if provider.attack == "unsigned":
        parts = (json.dumps(each).encode() for each in ({"alg": "none"}, claims))
        return ".".join(base64.urlsafe_b64encode(each).rstrip(b"=").decode() for each in parts) + "."
    if provider.attack == "signed with the public key":
        public = json.dumps(provider.key.as_dict(private=False))
        return jwt.encode({"alg": "HS256", "kid": provider.key.kid}, claims, OctKey.import_key(public), ["HS256"])
    if provider.attack == "signed with another key":
        key = RSAKey.generate_key(2048, {"kid": provider.key.kid})
    if provider.attack == "signed with a key that it brings along":
        key = RSAKey.generate_key(2048, {"kid": "mine"})
        header = {"alg": provider.algorithm, "kid": "mine", "jku": f"{provider.url}/keys-of-somebody-else"}
    if provider.attack == "an algorithm that was not offered":
        key = ECKey.generate_key("P-256", {"kid": provider.key.kid})
        header["alg"] = "ES256"
    claims |= changes.get(provider.attack, {})
    claims = {name: value for name, value in claims.items() if value is not None}
    made = jwt.encode(header, claims, key, [header["alg"]])
    if provider.attack == "changed afterwards":
        head, _, signature = made.split(".")
        other = json.dumps({**claims, "sub": "4712"}).encode()
        return f"{head}.{base64.urlsafe_b64encode(other).rstrip(b'=').decode()}.{signature}"
    return made


def _application(provider: IdentityProvider) -> Flask:
    app = Flask(__name__)
    server = AuthorizationServer(app, lambda client_id: _Client(provider.back) if client_id == CLIENT else None)
    server._save_token = lambda token, request: None
    server.register_grant(_grant(provider), [CodeChallenge(required=True), _says_who(provider)])

    @app.before_request
    def note() -> Response | None:
        provider.calls.append(request.path)
        return Response("down", 503) if provider.is_down else None

    @app.get("/realm/.well-known/openid-configuration")
    def configuration() -> Response:
        if provider.attack == "moved":
            return Response("", 302, {"Location": f"{provider.url}/elsewhere"})
        return Response("<html>") if provider.attack == "no document" else jsonify(provider.metadata())

    @app.get("/keys")
    def keys() -> Response:
        return jsonify(provider.keys())

    @app.get("/authorize")
    def authorize() -> Response:
        grant = server.get_consent_grant(end_user=provider.person)
        found: Response = server.create_authorization_response(grant=grant, grant_user=provider.person)
        return found

    @app.post("/token")
    def token() -> Response:
        answer: Response = server.create_token_response()
        said = json.loads(answer.get_data())
        if "id_token" in said and provider.attack:
            said["id_token"] = _twisted(said["id_token"], provider)
            answer.set_data(json.dumps({name: value for name, value in said.items() if value is not None}))
        return answer

    return app


@contextmanager
def identity_provider(back: str) -> Iterator[IdentityProvider]:
    """A provider that listens until the end of the block and sends browsers back to this address alone."""
    provider = IdentityProvider(back=back)
    server = make_server("127.0.0.1", 0, _application(provider), threaded=True)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
