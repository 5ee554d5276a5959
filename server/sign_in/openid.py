"""Signing in at an identity provider: OpenID Connect Core 1.0, authorization code with PKCE, state and nonce."""

from __future__ import annotations

import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from server.settings_sections import OpenId
from server.settings_values import endpoint_problem
from server.sign_in.id_token import Said, UntrustedToken, said_in

Reason = Literal["unreachable", "cancelled", "stale", "untrusted", "unverified", "unknown", "taken"]

ANSWER_WITHIN = 10.0  # seconds for one answer of the provider
LARGEST = 1 << 20  # bytes of one
KEPT = 3_600.0  # seconds that what the provider says of itself is good for
AFTER_FAILURE = 10.0  # seconds before it is asked again, so that no crowd waits for a provider that is down
KEYS_AGAIN = 60.0  # seconds between two looks for a key that is not known: tokens are no way to make us ask
JOURNEY_LASTS = timedelta(minutes=10)


class ProviderRefused(Exception):
    """Somebody does not come in this way; `reason` is for them, the text is for the log of the server."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason: Reason = reason


class Metadata(BaseModel):
    """What a provider says of itself (OpenID Connect Discovery 1.0)."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    id_token_signing_alg_values_supported: tuple[str, ...] = ("RS256",)
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)
    authorization_response_iss_parameter_supported: bool = False


class _Answer(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)

    id_token: str = Field(min_length=1)
    access_token: str | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody is on their way to the provider and back: what their browser must bring along again."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    wanted: str
    until: float

    def to_json(self) -> bytes:
        """As it is sealed."""
        return json.dumps(asdict(self)).encode()

    @staticmethod
    def from_json(text: bytes) -> Journey:
        """What `to_json` wrote."""
        return Journey(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Return:
    """What a browser brings back from the provider."""

    state: str
    code: str = field(default="", repr=False)
    issuer: str = ""
    error: str = ""


class Provider:
    """One identity provider, by what it says of itself; shared by all threads."""

    def __init__(self, settings: OpenId, secret: str, seconds: Callable[[], float] = time.monotonic) -> None:
        self._settings, self._secret, self._seconds = settings, secret, seconds
        self._lock = threading.Lock()
        self._metadata: tuple[Metadata, float] | None = None
        self._keys: tuple[Mapping[str, Any], float] | None = None
        self._failed_until = 0.0

    def begin(self, back: str, wanted: str, now: datetime) -> tuple[str, Journey]:
        """Where the browser goes, and what it must bring back to the address `back`. Raises ProviderRefused."""
        metadata = self._known()
        journey = Journey(
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(48),
            wanted=wanted,
            until=(now + JOURNEY_LASTS).timestamp(),
        )
        url, _ = self._client(metadata, back).create_authorization_url(
            metadata.authorization_endpoint,
            state=journey.state,
            nonce=journey.nonce,
            code_verifier=journey.verifier,
        )
        return str(url), journey

    def finish(self, journey: Journey | None, came: Return, back: str, now: datetime) -> Said:
        """Who somebody is, once state, code, signature and claims are right. Raises ProviderRefused."""
        if journey is None or now.timestamp() >= journey.until:
            raise ProviderRefused("stale", "the browser brought no journey, or one that took too long")
        if not hmac.compare_digest(journey.state.encode(), came.state.encode("utf-8", "replace")):
            raise ProviderRefused("stale", "the state is another one")
        metadata = self._known()
        if came.issuer and came.issuer != metadata.issuer:  # RFC 9207
            raise ProviderRefused("untrusted", "the answer came from another issuer")
        if metadata.authorization_response_iss_parameter_supported and not came.issuer:
            raise ProviderRefused("untrusted", "the answer does not name its issuer")
        if came.error or not came.code:
            raise ProviderRefused("cancelled", f"the provider answered with an error: {_short(came.error)}")
        answer = self._exchanged(metadata, journey, came.code, back)
        try:
            return said_in(
                answer.id_token,
                find=lambda key_id: self._keys_for(metadata, key_id),
                issuer=metadata.issuer,
                client_id=self._settings.client_id,
                nonce=journey.nonce,
                access_token=answer.access_token,
                offered=metadata.id_token_signing_alg_values_supported,
                now=now,
            )
        except UntrustedToken as error:
            raise ProviderRefused("untrusted", str(error)) from None

    def _exchanged(self, metadata: Metadata, journey: Journey, code: str, back: str) -> _Answer:
        with _told("untrusted"):
            answer = self._client(metadata, back).fetch_token(
                metadata.token_endpoint,
                code=code,
                code_verifier=journey.verifier,
                grant_type="authorization_code",
                timeout=ANSWER_WITHIN,
            )
        try:
            return _Answer.model_validate(dict(answer))
        except ValidationError as error:
            raise ProviderRefused("untrusted", "the provider gave no id_token") from error

    def _client(self, metadata: Metadata, back: str) -> Any:
        from authlib.integrations.requests_client import OAuth2Session  # takes half a second

        offered = metadata.token_endpoint_auth_methods_supported
        method = "client_secret_post" if "client_secret_post" in offered else "client_secret_basic"
        client = OAuth2Session(
            client_id=self._settings.client_id,
            client_secret=self._secret or None,
            scope=self._settings.scope,
            redirect_uri=back,
            code_challenge_method="S256",
            token_endpoint_auth_method=method if self._secret else "none",
        )
        client.max_redirects = 0  # which could lead a secret astray
        return client

    def _known(self) -> Metadata:
        with self._lock:
            if self._metadata is None or self._metadata[1] < self._seconds():
                document = self._fetched(f"{self._settings.issuer.rstrip('/')}/.well-known/openid-configuration")
                self._metadata = _checked(document, self._settings.issuer), self._seconds() + KEPT
            return self._metadata[0]

    def _keys_for(self, metadata: Metadata, key_id: str | None) -> Mapping[str, Any]:
        """The provider's keys; asked for anew where they are old, or where this one is not among them."""
        with self._lock:
            known, at = self._keys or ({}, -KEPT)
            age = self._seconds() - at
            if age > KEPT or (age > KEYS_AGAIN and not _holds(known, key_id)):
                known = self._fetched(metadata.jwks_uri)
                self._keys = known, self._seconds()
            return known

    def _fetched(self, url: str) -> dict[str, Any]:
        import requests

        if self._seconds() < self._failed_until:
            raise ProviderRefused("unreachable", "it did not answer a moment ago")
        try:
            with (
                _told("unreachable"),
                requests.get(url, timeout=ANSWER_WITHIN, allow_redirects=False, stream=True) as response,
            ):
                body = response.raw.read(LARGEST + 1, decode_content=True)
                found = json.loads(body) if response.status_code == 200 and len(body) <= LARGEST else None
                if not isinstance(found, dict):
                    raise ProviderRefused("unreachable", f"{url} answers {response.status_code} and no document")
                return found
        except ProviderRefused:
            self._failed_until = self._seconds() + AFTER_FAILURE
            raise


@contextmanager
def _told(otherwise: Reason) -> Iterator[None]:
    """Turns what Authlib and requests raise into refusals; their texts may repeat secrets and are left out."""
    from authlib.common.errors import AuthlibBaseError
    from requests import RequestException
    from urllib3.exceptions import HTTPError

    try:
        yield
    except AuthlibBaseError as error:
        raise ProviderRefused("untrusted", f"the provider refused the code: {_short(error.error or '')}") from None
    except (RequestException, HTTPError) as error:
        raise ProviderRefused("unreachable", f"no answer ({type(error).__name__})") from None
    except (ValueError, RecursionError) as error:
        raise ProviderRefused(otherwise, f"its answer cannot be read ({type(error).__name__})") from None


def _checked(document: Mapping[str, Any], issuer: str) -> Metadata:
    try:
        metadata = Metadata.model_validate(document)
    except ValidationError as error:
        raise ProviderRefused("untrusted", f"its configuration lacks {_places(error)}") from None
    if metadata.issuer != issuer:
        raise ProviderRefused("untrusted", f"it calls itself {_short(metadata.issuer)}: write that as openid.issuer")
    for url in (metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri):
        if problem := endpoint_problem(url):
            raise ProviderRefused("untrusted", problem)
    return metadata


def _holds(keys: Mapping[str, Any], key_id: str | None) -> bool:
    listed = keys.get("keys", ())
    return key_id is None or any(isinstance(each, dict) and each.get("kid") == key_id for each in listed)


def _places(error: ValidationError) -> str:
    return ", ".join(".".join(map(str, each["loc"])) for each in error.errors(include_input=False))


def _short(text: str) -> str:
    """A text of somebody else for the log: one line of letters, and not long."""
    return "".join(each if each.isprintable() else "?" for each in text[:100])
