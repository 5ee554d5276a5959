"""Sign-in by a code that a person enters on any device with a browser (RFC 8628)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.errors import ConnectionLost
from server.mail import oauth_refusals
from server.mail.oauth import ANSWER_WITHIN, Provider, Token, session, token_in, told

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
INTERVAL = 5.0  # seconds between two questions where the provider names none (RFC 8628, 3.2)
LONGEST_INTERVAL = 60.0
LONGEST_WAIT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What a person needs to know (`url`, `user_code`) and what the provider is asked with."""

    url: str
    user_code: str
    expires_at: datetime
    interval: float
    device_code: str = field(repr=False)


def ask_for_code(provider: Provider, mailbox: str, now: datetime) -> DeviceCode:
    """A fresh code; raises MailError."""
    data = {"client_id": provider.client_id, "scope": provider.scope}
    if provider.client_secret:
        data["client_secret"] = provider.client_secret  # RFC 8628, 3.1: the client shows who it is here, too
    with told(provider, mailbox):
        client = session(provider)
        answer = client.post(provider.device_url, data=data, withhold_token=True, timeout=ANSWER_WITHIN)
        said = client.parse_response_token(answer)  # any JSON object; raises what the provider refuses
    url = said.get("verification_uri") or said.get("verification_url")  # Google's older spelling
    code, secret = said.get("user_code"), said.get("device_code")
    if not (isinstance(url, str) and isinstance(code, str) and isinstance(secret, str)):
        raise oauth_refusals.strange(mailbox, provider, "its answer holds no code to enter")
    life = min(timedelta(seconds=_number(said.get("expires_in"), 900)), LONGEST_WAIT)
    return DeviceCode(url, code, now + life, _number(said.get("interval"), INTERVAL), secret)


def wait_for_consent(
    provider: Provider,
    code: DeviceCode,
    mailbox: str,
    *,
    clock: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> Token:
    """The token, once the person has agreed; raises LoginRefused if they decline or take too long."""
    interval = code.interval
    while clock() < code.expires_at:
        sleep(interval)
        try:
            with told(provider, mailbox):
                answer, pending = _asked(provider, code)
        except ConnectionLost:
            interval = min(2 * interval, LONGEST_INTERVAL)  # RFC 8628, 3.5: slower after a time-out
            continue
        if answer is not None:
            return token_in(answer, provider, mailbox, clock())
        interval += 5.0 if pending == "slow_down" else 0.0
    raise oauth_refusals.refused(mailbox, provider, "expired_token", "")


def _asked(provider: Provider, code: DeviceCode) -> tuple[dict[str, object] | None, str]:
    from authlib.common.errors import AuthlibBaseError

    try:
        answer = session(provider).fetch_token(
            provider.token_url, grant_type=GRANT, device_code=code.device_code, timeout=ANSWER_WITHIN
        )
    except AuthlibBaseError as refusal:
        if refusal.error in ("authorization_pending", "slow_down"):
            return None, refusal.error
        raise
    return dict(answer), ""


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and 0 < value < 1e6 else otherwise
