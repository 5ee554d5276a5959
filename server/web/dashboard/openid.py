"""/dashboard/sign-in/provider: to the identity provider and back."""

from __future__ import annotations

import json
import logging

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.doors import Door
from server.secrets import SecretError
from server.sign_in.entrance import Entry
from server.sign_in.openid import JOURNEY_LASTS, Journey, Provider, ProviderRefused, Return
from server.sign_in.people import user_of
from server.web.dashboard.frame import Page, is_secure, services, speaker, told, visitor
from server.web.dashboard.sign_in import form, let_in
from server.web.dashboard.sign_in_words import WORDS
from server.web.dashboard.visitor import JOURNEY, give_cookie, take_cookies

log = logging.getLogger(__name__)

PAGE = Page("openid", WORDS, needs=Door.OPEN)
SEALED_FOR = "openid journey"


@PAGE.routes.get("/sign-in/provider")
def leave() -> Response:
    """Sends the browser to the provider, with what it must bring back sealed in a cookie."""
    found = services()
    if found.openid is None:
        return told("not_found", 404)
    try:
        url, journey = found.openid.begin(_back(), request.args.get("to", ""), found.clock())
    except ProviderRefused as refusal:
        return _refused(refusal)
    response = redirect(url, 303)
    sealed = found.vault.sealing(SEALED_FOR).seal(journey.to_json()).decode()
    give_cookie(response, JOURNEY, sealed, JOURNEY_LASTS, secure=is_secure())
    return response


@PAGE.routes.get("/sign-in/provider/back")
def come_back() -> Response:
    """Lets in whom the provider vouches for."""
    provider = services().openid
    response = told("not_found", 404) if provider is None else _come_back(provider)
    take_cookies(response, JOURNEY, secure=is_secure())  # each journey is good once
    return response


def _come_back(provider: Provider) -> Response:
    found, given = services(), request.args
    journey = _journey()
    came = Return(given.get("state", ""), given.get("code", ""), given.get("iss", ""), given.get("error", ""))
    try:
        said = provider.finish(journey, came, _back(), found.clock())
        user = user_of(said, found.store, found.settings.openid, found.clock())
    except ProviderRefused as refusal:
        return _refused(refusal)
    return let_in(Entry(user, "openid", "in"), journey.wanted if journey else "")


def _journey() -> Journey | None:
    sealed = visitor().journey
    try:
        return Journey.from_json(services().vault.sealing(SEALED_FOR).open(sealed.encode())) if sealed else None
    except (SecretError, UnicodeEncodeError, json.JSONDecodeError, TypeError):
        return None


def _back() -> str:
    """Where the provider sends browsers; it must be registered there as exactly this."""
    return services().settings.web.url + url_for("dashboard.openid.come_back")


def _refused(refusal: ProviderRefused) -> Response:
    log.warning("a sign-in by the provider was refused: %s", refusal)
    reason = speaker()(f"reason_{refusal.reason}")
    status = 503 if refusal.reason == "unreachable" else 403
    return form(said="provider_refused", status=status, reason=reason)
