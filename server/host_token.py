"""The tokens with which a webmail server says who is using it: JSON Web Tokens (RFC 7519), signed with HS256."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import GuestProtocol, OctKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

AUDIENCE = "einklang"
LASTS = timedelta(minutes=10)  # the longest; the webmail server makes another one when it is asked
AHEAD = timedelta(seconds=60)  # how much the clock of the webmail server may be ahead of this one
LONGEST = 2000  # characters; a real one has about 350


class HostTokenRefused(Exception):
    """The token opens nothing; the reason is for the log of the server, never for who sent it."""


class HostTokenExpired(HostTokenRefused):
    """The token was right and its time is over, as happens every ten minutes."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What a webmail server signs with; `issuer` is the kind of server that may use it."""

    key_id: str
    issuer: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who uses the webmail server, by the mail login, and the key that says so."""

    login: str = field(repr=False)
    key_id: str


class Claims(BaseModel):
    """What a token must say; further claims are ignored."""

    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)

    iss: str
    aud: Literal["einklang"]
    sub: str = Field(min_length=1, max_length=254)
    iat: int
    exp: int
    # two tokens of the same second must differ, or the panel would take the renewed one for the refused one
    jti: str = Field(min_length=8, max_length=128)


def looks_like_one(token: str) -> bool:
    """Whether it has the form of a JSON Web Token; tokens of our own have at most one dot."""
    return token.count(".") == 2


def vouched(token: str, find: Callable[[str], SigningKey | None], now: datetime) -> Vouched:
    """Whom a token names, once its signature, audience and times are right; raises HostTokenRefused.

    `find` gives the key with an id; None for one that does not exist or was revoked.
    """
    if len(token) > LONGEST:
        raise HostTokenRefused("it is too long")
    keys: list[SigningKey] = []

    def key_of(guest: GuestProtocol) -> OctKey:
        key_id = guest.headers().get("kid")
        found = find(key_id) if isinstance(key_id, str) else None
        if found is None:
            raise HostTokenRefused("its key is not known, or was revoked")
        keys.append(found)
        return OctKey.import_key(found.secret)

    try:
        # one algorithm, named here: what the token's own header asks for is not followed
        said = jwt.decode(token, key_of, algorithms=["HS256"])
        claims = Claims.model_validate(said.claims)
    except ValidationError as error:
        places = ", ".join(".".join(map(str, each["loc"])) for each in error.errors(include_input=False))
        raise HostTokenRefused(f"these claims are missing or wrong: {places}") from None
    except (JoseError, ValueError, RecursionError) as error:
        raise HostTokenRefused(f"it is not rightly signed or not well-formed ({type(error).__name__})") from None
    _check(claims, keys[0], now)
    return Vouched(claims.sub.strip(), keys[0].key_id)


def _check(claims: Claims, key: SigningKey, now: datetime) -> None:
    if claims.iss != key.issuer:
        raise HostTokenRefused(f"the key belongs to {key.issuer}, and the token comes from something else")
    if not 0 < claims.exp - claims.iat <= LASTS.total_seconds():
        raise HostTokenRefused("it is valid for more than ten minutes")
    if claims.iat > (now + AHEAD).timestamp():
        raise HostTokenRefused("it comes from the future: compare the clocks of both servers")
    if now.timestamp() >= claims.exp:
        raise HostTokenExpired("it has expired; if this goes on, compare the clocks of both servers")
    if not claims.sub.strip():
        raise HostTokenRefused("it names nobody")
