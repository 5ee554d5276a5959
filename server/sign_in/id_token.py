"""The token in which a provider says who somebody is: signature and claims (OpenID Connect Core 1.0, 3.1.3.7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import GuestProtocol, KeySet

# Keys of two parts alone, of which the provider keeps one: "none" proves nothing, "HS256" would need a shared secret.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
KINDS = ("RSA", "EC")
CLOCKS_DIFFER = timedelta(seconds=60)
FRESH = timedelta(minutes=10)  # it comes straight from the provider, so it was made just now
LONGEST = 64_000  # characters; with hundreds of groups it has some thousand
LONGEST_SUBJECT = 255


class UntrustedToken(Exception):
    """The token proves nothing; why is for the log of the server."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a provider says of somebody, once that is proved."""

    issuer: str
    subject: str = field(repr=False)
    claims: Mapping[str, Any] = field(repr=False)


def said_in(
    token: str,
    *,
    find: Callable[[str | None], Mapping[str, Any]],
    issuer: str,
    client_id: str,
    nonce: str,
    access_token: str | None,
    offered: Sequence[str],
    now: datetime,
) -> Said:
    """What an id_token says; raises UntrustedToken unless all of it is right.

    `find` gives the provider's keys, among them the one with an id if there is such a one; `offered` are the algorithms
    that the provider says it signs with.
    """
    from authlib.oidc.core import CodeIDToken

    if len(token) > LONGEST:
        raise UntrustedToken("it is too long")

    def keys(guest: GuestProtocol) -> KeySet:
        key_id = guest.headers().get("kid")
        return _signing_keys(find(key_id if isinstance(key_id, str) else None))

    allowed = [each for each in ALGORITHMS if each in offered]
    if not allowed:
        raise UntrustedToken("the provider offers no algorithm that is taken here")
    options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}}
    params = {"nonce": nonce, "client_id": client_id, "access_token": access_token}
    try:
        decoded = jwt.decode(token, keys, algorithms=allowed)
        claims = CodeIDToken(decoded.claims, decoded.header, options, params)
        claims.validate(now=int(now.timestamp()), leeway=int(CLOCKS_DIFFER.total_seconds()))
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise UntrustedToken(f"it is not rightly signed or its claims are wrong: {error}") from None
    _check(claims, now)
    return Said(issuer, claims["sub"], dict(claims))


def _signing_keys(document: Mapping[str, Any]) -> KeySet:
    """The keys that may have signed it; kinds that are not known here are left out (RFC 7517, 5)."""
    listed = [each for each in document.get("keys", ()) if isinstance(each, dict)]
    fit = [each for each in listed if each.get("kty") in KINDS and each.get("use", "sig") == "sig"]
    return KeySet.import_key_set({"keys": fit})


def _check(claims: Mapping[str, Any], now: datetime) -> None:
    """What Authlib leaves to who asks."""
    subject, made = claims.get("sub"), claims.get("iat")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise UntrustedToken("it names nobody")
    if isinstance(made, bool) or not isinstance(made, int | float):
        raise UntrustedToken("it does not say when it was made")
    age = now.timestamp() - made
    if not -CLOCKS_DIFFER.total_seconds() <= age <= (FRESH + CLOCKS_DIFFER).total_seconds():
        raise UntrustedToken(f"it was made {age:.0f} s ago: compare the clocks of both servers")
