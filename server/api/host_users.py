"""Users whom a webmail server vouches for, by a token that its key has signed."""

from __future__ import annotations

import logging

from server.api.problems import Refused
from server.errors import Conflict, NotFound
from server.host_token import HostTokenExpired, HostTokenRefused, SigningKey, vouched
from server.store import IntegrationKey, User
from server.wiring import Services

log = logging.getLogger(__name__)


def user_of_host(token: str, services: Services) -> User | None:
    """The user whom the token names; None if it opens nothing.

    Refused (403), with a sentence for the reader, where the token is right and nobody here has this name.
    """
    found: list[IntegrationKey] = []

    def find(key_id: str) -> SigningKey | None:
        key = services.store.integration_keys.find(key_id)
        if key is None:
            return None
        found.append(key)
        return SigningKey(key.key_id, key.host, services.vault.open(key.sealed_secret))

    now = services.clock()
    try:
        login = vouched(token, find, now).login
    except HostTokenRefused as error:
        level = logging.INFO if isinstance(error, HostTokenExpired) else logging.WARNING
        for key in found:  # of unknown keys nothing is logged: anybody could fill the log with them
            log.log(level, "a token of the %s key %s was refused: %s", key.host, key.key_id, error)
        return None
    (key,) = found
    user = _user_called(login, key, services)
    services.store.integration_keys.note_use(key, now)
    return user


def _user_called(login: str, key: IntegrationKey, services: Services) -> User:
    accounts, now = services.store.accounts, services.clock()
    try:
        return accounts.get_user(login)
    except NotFound:
        if not key.adds_users:
            raise Refused(
                403,
                f"Nobody here is named {login}. An administrator can add you: einklang user add {login} "
                "--all-mailboxes (or --mailbox ADDRESS, for each one that you may see)",
            ) from None
    try:
        user = accounts.add_user(login, "rep", now, sees=key.sees)
    except Conflict:  # another request of the same user was first
        return accounts.get_user(login)
    services.store.audit.note("user.added", f"key:{key.key_id}", now, user=user.name, role=user.role)
    return user
