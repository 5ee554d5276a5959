"""Whose account somebody from a provider has: bound at first by name, from then on by issuer and subject."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from server.access import EVERYTHING, Role, Sight
from server.errors import Conflict, NotFound
from server.settings_sections import OpenId
from server.sign_in.id_token import Said
from server.sign_in.openid import ProviderRefused
from server.store import Store, User

log = logging.getLogger(__name__)

ACTOR = "openid"  # in the audit log: nobody here did it, the provider said so
LONGEST_NAME = 254


def user_of(said: Said, store: Store, settings: OpenId, now: datetime) -> User:
    """The user whom a provider vouches for, with the role that its groups give; raises ProviderRefused."""
    number = store.identities.account_of(said.issuer, said.subject, now)
    user = store.accounts.user_numbered(number) if number is not None else None
    if user is None:
        user = _bound(said, store, settings, now)
    return _in_role(user, said, store, settings, now)


def _bound(said: Said, store: Store, settings: OpenId, now: datetime) -> User:
    """Binds an identity that was never seen to the account of its name. The name may be given to somebody else one
    day, so it counts this once; after that issuer and subject do."""
    name = _name(said.claims, settings)
    user = store.accounts.find_user(name)
    if user is None:
        if not settings.adds_users:
            raise ProviderRefused("unknown", "nobody here has the name that the provider gives")
        user = _added(name, store, settings, now)
    try:
        store.identities.bind(user.id, said.issuer, said.subject, now)
    except Conflict as error:
        raise ProviderRefused("taken", f"{user.name} is bound to another identity of the provider") from error
    store.audit.note("sign_in.identity_bound", ACTOR, now, user=user.name, issuer=said.issuer, subject=said.subject)
    return user


def _name(claims: Mapping[str, Any], settings: OpenId) -> str:
    value = claims.get(settings.name_claim)
    name = value.strip() if isinstance(value, str) else ""
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ProviderRefused("unknown", f"the provider gives no claim {settings.name_claim!r}")
    # Whoever may write any address into their profile would come in as anybody.
    if settings.name_claim == "email" and claims.get("email_verified") not in (True, "true"):
        raise ProviderRefused("unverified", "the provider has not verified the e-mail address")
    return name


def _added(name: str, store: Store, settings: OpenId, now: datetime) -> User:
    sees = EVERYTHING if settings.all_mailboxes else _sight(store, settings)
    try:
        user = store.accounts.add_user(name, "rep", now, sees=sees)
    except Conflict:  # another request of the same person was first
        return store.accounts.get_user(name)
    seen = "all mailboxes" if settings.all_mailboxes else ", ".join(settings.mailboxes) or "no mailbox"
    store.audit.note("user.added", ACTOR, now, user=user.name, role=user.role, sees=seen)
    return user


def _sight(store: Store, settings: OpenId) -> Sight:
    numbers = []
    for address in settings.mailboxes:
        try:
            numbers.append(store.mailboxes.get(address).id)
        except NotFound:
            log.warning("openid.mailboxes names a mailbox that is not connected")
    return Sight.of(numbers)


def _in_role(user: User, said: Said, store: Store, settings: OpenId, now: datetime) -> User:
    if not settings.sets_roles:
        return user
    role = _role(said.claims.get(settings.groups_claim), settings)
    if role == user.role:
        return user
    changed = store.accounts.change_role(user.name, role)
    store.audit.note("user.role", ACTOR, now, user=user.name, role=role, before=user.role)
    return changed


def _role(groups: object, settings: OpenId) -> Role:
    """The role of somebody in these groups; who is in none, or of whom none are said, is a rep."""
    names = {groups} if isinstance(groups, str) else set()
    names |= {each for each in groups if isinstance(each, str)} if isinstance(groups, list) else set()
    if names & set(settings.admin_groups):
        return "admin"
    return "lead" if names & set(settings.lead_groups) else "rep"
