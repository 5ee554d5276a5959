"""The address of a question: signed, so that nobody can make one up, and without anything about the customer in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.errors import NotFound
from server.secrets import Vault
from server.store import FeedbackLink, Store
from server.store.feedback_links import CHANGEABLE

AUDIENCE = "answer"  # no other token of ours opens a question, and this one nothing else


def link_url(link: FeedbackLink, vault: Vault, base: str, now: datetime) -> str:
    """Where the customer answers; `base` is the address of this server, as browsers elsewhere reach it."""
    # an answer of the last minute, too, can be changed for an hour
    token = vault.mint(link.id, AUDIENCE, link.expires_at + CHANGEABLE - now, now)
    return f"{base}/answer/{token}"


def linked(token: str, vault: Vault, store: Store, now: datetime) -> FeedbackLink | None:
    """The question behind a token; None if it is forged, over or unknown."""
    link_id = vault.verify(token, AUDIENCE, now)
    if link_id is None:
        return None
    try:
        return store.feedback_links.get(link_id)
    except NotFound:
        return None


def lasting(days: int) -> timedelta:
    """How long a question is open."""
    return timedelta(days=days)
