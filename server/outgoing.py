"""What Einklang sends of its own accord: mail to the team, events to other programs. Off unless the settings say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.secrets import given_secret
from server.settings import Settings
from server.smtp import Mailer
from server.webhooks import Post, SignedPost, key_of


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The ways out that are open; None where the settings open none."""

    mailer: Mailer | None = None
    post: Post | None = None


def outgoing_for(settings: Settings, env: Mapping[str, str]) -> Outgoing:
    """The ways out of these settings, with their secrets from the environment; raises ServerError."""
    mailer = post = None
    if settings.smtp.host:
        mailer = Mailer(settings.smtp, given_secret("EINKLANG_SMTP_PASSWORD", env, encoding="utf-8"))
    if settings.webhooks.urls:
        post = SignedPost(key_of(given_secret("EINKLANG_WEBHOOKS_SECRET", env)))
    return Outgoing(mailer, post)
