"""What must not be read by others: sealed passwords, session tokens, API tokens, and the key behind them."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from server.master_key import KeyPlace, SecretError, key_place

__all__ = ["SecretError", "Vault", "load_vault", "new_key", "new_token", "token_hash"]

# lets scanners of repositories and logs recognise a leaked token
TOKEN_PREFIX = "ek_"  # noqa: S105
TOKEN_BYTES = 32  # 256 bits: nobody guesses them, so a plain hash is enough


class Vault:
    """Seals and signs with the first of its keys and opens with any of them, so that keys can be changed."""

    def __init__(self, keys: Sequence[str], *, place: KeyPlace | None = None) -> None:
        """`keys` are as `new_key` makes them, the one in use first; they are read again when `place` changed.

        Raises SecretError.
        """
        self._place = place
        self._stamp = place.stamp() if place else None
        self._use(keys)

    def _use(self, keys: Sequence[str]) -> None:
        if not keys:
            raise SecretError("There is no master key.")
        self._fernets = MultiFernet([_fernet(key) for key in keys])
        self._signing = [_subkey(key, b"einklang session token") for key in keys]
        self._codes = _subkey(keys[0], b"einklang pairing code")
        self._keys = tuple(keys)
        self._sealings: dict[str, SealedFor] = {}

    @property
    def _fernet(self) -> MultiFernet:
        self.look_again()
        return self._fernets

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, the one in use first; for the change of keys alone."""
        return self._keys

    def look_again(self, *, by_force: bool = False) -> None:
        """Takes the keys that are there now: somebody may have changed them while this process runs.

        Not every place tells cheaply whether it changed; `by_force` reads it in any case.
        """
        if self._place is None or (self._place.stamp() == self._stamp and not by_force):
            return
        self._stamp = self._place.stamp()
        self._use(self._place.read())

    def is_newest(self, sealed: bytes) -> bool:
        """Whether `sealed` was sealed with the key in use."""
        try:
            _fernet(self._keys[0]).decrypt(sealed)
        except InvalidToken:
            return False
        return True

    def seal(self, text: str) -> bytes:
        """`text` encrypted and signed."""
        return self._fernet.encrypt(text.encode())

    def open(self, sealed: bytes) -> str:
        """The text that was sealed; raises SecretError if none of the keys fits."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise SecretError(
                "A stored password cannot be opened: it was sealed with another key. Put the former "
                "secret.key (or EINKLANG_KEY) back, or remove the mailbox and add it again."
            ) from error

    def sealing(self, purpose: str) -> SealedFor:
        """Seals for one purpose, with a key of its own: what was sealed for another does not open."""
        self.look_again()
        if purpose not in self._sealings:
            self._sealings[purpose] = SealedFor(self._keys, purpose)
        return self._sealings[purpose]

    def code_hash(self, code: str) -> str:
        """What is stored of a short code: without the key nobody finds the code by trying all of them."""
        return hmac.new(self._codes, code.encode("utf-8", "surrogatepass"), "sha256").hexdigest()

    def mint(self, subject: str, audience: str, ttl: timedelta, now: datetime) -> str:
        """A signed token that says `subject` to `audience` until `now` + `ttl`."""
        self.look_again()
        claims = {"sub": subject, "aud": audience, "exp": (now + ttl).timestamp()}
        payload = _encode(json.dumps(claims, separators=(",", ":")).encode())
        return f"{payload}.{_encode(_sign(self._signing[0], payload))}"

    def verify(self, token: str, audience: str, now: datetime) -> str | None:
        """The subject of a token made by `mint` for `audience`; None if forged, for others or expired."""
        self.look_again()
        payload, _, signature = token.partition(".")
        given = _decode(signature)
        if given is None or not any(hmac.compare_digest(_sign(key, payload), given) for key in self._signing):
            return None
        claims = json.loads(_decode(payload) or b"{}")
        if claims.get("aud") != audience or now.timestamp() >= claims["exp"]:
            return None
        subject: str = claims["sub"]
        return subject


class SealedFor:
    """What a vault seals for one purpose; opens what any of its keys sealed for that."""

    def __init__(self, keys: Sequence[str], purpose: str) -> None:
        subkeys = (_subkey(key, f"einklang {purpose}".encode()) for key in keys)
        self._fernets = [Fernet(base64.urlsafe_b64encode(each)) for each in subkeys]

    def seal(self, data: bytes) -> bytes:
        """`data` encrypted and signed."""
        return self._fernets[0].encrypt(data)

    def open(self, sealed: bytes) -> bytes:
        """What was sealed; raises SecretError if none of the keys fits."""
        for fernet in self._fernets:
            with contextlib.suppress(InvalidToken):
                return fernet.decrypt(sealed)
        raise SecretError(
            "Something in the database cannot be opened: it was sealed with another key. Put the former secret.key "
            "(or EINKLANG_KEY) back."
        )

    def is_newest(self, sealed: bytes) -> bool:
        """Whether this was sealed with the first key."""
        try:
            self._fernets[0].decrypt(sealed)
        except InvalidToken:
            return False
        return True


def load_vault(key_file: Path, env: Mapping[str, str]) -> Vault:
    """The vault of EINKLANG_KEY, EINKLANG_KEY_FILE, EINKLANG_KEYRING or `key_file`, which is made if it is not there.

    Several keys are separated by spaces or lines, the one in use first. Raises SecretError.
    """
    place = key_place(key_file, env, new_key())
    try:
        return Vault(place.read(), place=place)
    except SecretError as error:
        raise SecretError(f"{place.name}: {error} Restore it from a backup.") from error


def language_model_key(env: Mapping[str, str]) -> str:
    """The key of the language model's endpoint; empty where it asks for none. Raises SecretError."""
    return given_secret("EINKLANG_LANGUAGE_MODEL_API_KEY", env)


def given_secret(name: str, env: Mapping[str, str], *, encoding: str = "ascii") -> str:
    """The secret that the variable `name` holds, or else the file that `name`_FILE names; empty where neither is set.

    Raises SecretError.
    """
    key, file = env.get(name, "").strip(), env.get(f"{name}_FILE", "")
    if file and not key:
        try:
            key = Path(file).read_text(encoding=encoding).strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SecretError(f"The file {file} that {name}_FILE names cannot be read as a key.") from error
    if (encoding == "ascii" and not key.isascii()) or not key.isprintable():
        raise SecretError(f"{name} is no key: it has characters that no key has.")
    return key


def new_key() -> str:
    """A fresh master key."""
    return Fernet.generate_key().decode()


def new_token() -> str:
    """A fresh API token; show it once and store its `token_hash`."""
    return TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is stored of an API token; it opens nothing."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _fernet(key: str) -> Fernet:
    try:
        return Fernet(key)
    except (ValueError, binascii.Error) as error:
        raise SecretError(
            "A master key is 32 random bytes in url-safe base64 (44 characters); this is something else."
        ) from error


def _subkey(key: str, purpose: bytes) -> bytes:
    # one key per purpose: a session token can never be mistaken for a sealed password
    return HKDF(SHA256(), 32, salt=None, info=purpose).derive(base64.urlsafe_b64decode(key))


def _sign(key: bytes, payload: str) -> bytes:
    return hmac.digest(key, payload.encode("utf-8", "surrogatepass"), "sha256")


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes | None:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
