"""Why a provider gives no token or a server takes none, told so that a person can act on it."""

from __future__ import annotations

import json
import re
from typing import Protocol

from server.errors import ConnectionLost, LoginRefused, MailError
from server.mail import failures
from server.mail.login import Login

PASSING = frozenset({"temporarily_unavailable", "server_error", "slow_down", "rate_limit_exceeded", "internal_failure"})
_AADSTS = re.compile(r"AADSTS(\d{4,7})")

# Microsoft says the same `error` for many causes; the number in its text tells them apart.
# https://learn.microsoft.com/entra/identity-platform/reference-error-codes
_MICROSOFT = {
    "700016": "There is no such app in this tenant: check oauth.microsoft_client_id and oauth.microsoft_tenant.",
    "90002": "There is no such tenant: check oauth.microsoft_tenant.",
    "900023": "There is no such tenant: check oauth.microsoft_tenant.",
    "7000218": 'Switch "Allow public client flows" on: Entra, App registrations, your app, Authentication.',
    "7000215": "The client secret is wrong; Einklang needs none for Microsoft, only public client flows switched on.",
    "65001": "Nobody has allowed the app to read mail: let an administrator grant IMAP.AccessAsUser.All to it.",
    "65004": "You declined on Microsoft's page; sign in again and accept.",
    "90094": "Only an administrator may allow this app: let one grant admin consent to it in Entra.",
    "50020": "This account belongs to another organisation: sign in with one of this tenant.",
    "50076": "Microsoft wants a second factor now: sign in again.",
    "50078": "The second factor has expired: sign in again.",
    "50079": "The account has no second factor yet: set it up at aka.ms/mfasetup, then sign in again.",
    "50105": "The account is not assigned to the app: let an administrator assign it in Entra.",
    "50173": "The password was changed or the sign-in revoked: sign in again.",
    "50057": "The account is disabled.",
    "53003": "A Conditional Access policy forbids it: let an administrator exempt this app or this machine.",
    "530034": "A Conditional Access policy forbids it: let an administrator exempt this app or this machine.",
    "700082": "The sign-in was not used for 90 days: sign in again.",
    "70043": "A policy on how often one has to sign in ended it: sign in again.",
    "7000112": "The app is disabled in this tenant: let an administrator enable it in Entra.",
}
_GENERAL = {
    "access_denied": "Access was declined on the provider's page; sign in again and accept.",
    "expired_token": "The code was not entered in time; start again.",
    "invalid_client": "The provider does not know this client id or its secret: check them in the settings, [oauth].",
    "unauthorized_client": "The app may not sign in this way: allow it where you registered the app.",
    "unsupported_grant_type": "The app may not sign in this way: allow it where you registered the app.",
    "invalid_scope": "The app may not ask for IMAP access: add that permission where you registered the app.",
    "redirect_uri_mismatch": 'The app must be registered as a "Desktop app", which may go back to this machine.',
    "admin_policy_enforced": "Your organisation's administrator has to allow the app first.",
    "org_internal": "The app is for another organisation: sign in with an account of its own organisation.",
    "disabled_client": "The app was disabled where it was registered.",
    "deleted_client": "The app was deleted where it was registered: register another one.",
    "interaction_required": "The provider wants to see you again: sign in again.",
    "invalid_grant": "It has expired or was withdrawn (a new password, access taken back, long not used).",
}


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...


def again(mailbox: str) -> str:
    """How to sign in again."""
    return f"Sign in again: einklang mailbox sign-in {mailbox}"


def refused(mailbox: str, provider: _Named, error: str, description: str) -> MailError:
    """The error for a provider that answered with `error` (RFC 6749, 5.2; RFC 8628, 3.5)."""
    if error in PASSING:
        return ConnectionLost(mailbox, f"{provider.title} gives no token at the moment ({error}).", "Try again later.")
    number = _AADSTS.search(description)
    advice = (_MICROSOFT.get(number[1], "") if number else "") or _GENERAL.get(error, "")
    said = "" if advice else f" It said: {failures.plain(description or error)}"
    hint = advice if "ign in again" in advice else f"{advice} {again(mailbox)}".strip()
    hint = hint.replace("sign in again.", f"sign in again: einklang mailbox sign-in {mailbox}")
    return LoginRefused(mailbox, f"{provider.title} gives no token{_code(error)}.{said}", hint)


def _code(error: str) -> str:
    return f" ({failures.plain(error).rstrip('.')})" if error else ""


def withdrawn(mailbox: str, title: str, why: str) -> LoginRefused:
    """The error for a sign-in that cannot be renewed without a person."""
    return LoginRefused(mailbox, f"the sign-in with {title} cannot be renewed.", f"{why} {again(mailbox)}")


def unreachable(mailbox: str, provider: _Named, trouble: Exception) -> ConnectionLost:
    """The error for a provider that does not answer as a provider does; `trouble` is only named, never quoted."""
    status = getattr(getattr(trouble, "response", None), "status_code", None)
    if status:
        how = f"answered with HTTP status {status}"
    elif isinstance(trouble, OSError):  # as all that requests raises for a network is
        how = f"cannot be reached ({type(trouble).__name__})"
    else:
        how = "answered with something that is no token"
    remedy = "Try again later; check this machine's network, proxy and clock if it stays so."
    return ConnectionLost(mailbox, f"{provider.title}'s sign-in service {how}.", remedy)


def strange(mailbox: str, provider: _Named, what: str) -> MailError:
    """The error for an answer that makes no sense."""
    return MailError(
        mailbox, f"{provider.title}'s sign-in service cannot be used: {what}.", "Check the addresses in [oauth]."
    )


def not_offered(login: Login) -> LoginRefused:
    """The error for a mail server that takes no tokens; none was sent."""
    return LoginRefused(
        login.mailbox,
        f"{login.host} takes no OAuth2 token, so none was sent.",
        f"Sign in with a password: einklang mailbox sign-in {login.mailbox} --password",
    )


def token_not_taken(login: Login, answer: str, told: bytes) -> MailError:
    """The error for a mail server that answered NO to a token; `told` is the JSON that it sent before."""
    if failures.response_code(answer) in failures.RETRY_CODES:
        return failures.signing_in(login, answer)
    status = _status(told)
    why = f" (status {status})" if status else ""
    said = failures.plain(answer)
    words = f"The server said: {said}" if said else "The server gave no reason."
    host = login.host.lower()
    if host.endswith(("office365.com", "outlook.com")):
        advice = (
            f"Check that IMAP is switched on for {login.username} in the Exchange admin center and that the account "
            "that signed in has full access to it."
        )
    elif host.endswith(("gmail.com", "googlemail.com")):
        advice = f"Check that the account that signed in is {login.username}, and that IMAP is allowed for it."
    else:
        advice = f"Check that the account that signed in may open {login.username}."
    what = f"{login.host} does not take the token{why}."
    return LoginRefused(login.mailbox, what, f"{words} {advice} {again(login.mailbox)}")


def _status(told: bytes) -> str:
    try:
        status = json.loads(told).get("status", "")
    except (ValueError, AttributeError):
        return ""
    return failures.plain(str(status)).rstrip(".")[:40]
