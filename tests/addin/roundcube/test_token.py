"""The token that the plugin mints: for whom, for how long, and who gets none."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.addin.roundcube.host import USER, RoundcubeHost
from tests.addin.roundcube.instance import IntegrationKey, RoundcubeInstance

pytestmark = [pytest.mark.browser, pytest.mark.dovecot]

ASK = """async ([method, headers]) => {
  const body = method === 'POST' ? new URLSearchParams({ _remote: '1' }) : undefined;
  const answer = await fetch('?_task=mail&_action=plugin.einklang.token&_remote=1', { method, headers, body });
  return answer.text();
}"""


def answered(page: Page, *, method: str = "POST", request_token: str | None = None) -> str:
    """What Roundcube answers to a page that asks for a token."""
    headers = {} if request_token is None else {"X-Roundcube-Request": request_token}
    return str(page.evaluate(ASK, [method, headers]))


def part(token: str, number: int) -> dict[str, Any]:
    encoded = token.split(".")[number]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    return found


def test_a_token_is_for_this_user_ten_minutes_and_this_server_only(
    roundcube_host: RoundcubeHost, integration_key: IntegrationKey
) -> None:
    roundcube_host.compose()
    page = roundcube_host.page
    request_token = str(page.evaluate("rcmail.env.request_token"))
    token, again = (json.loads(answered(page, request_token=request_token))["token"] for _ in range(2))
    assert part(token, 0) == {"alg": "HS256", "typ": "JWT", "kid": integration_key.id}
    claims = part(token, 1)
    assert (claims["iss"], claims["aud"], claims["sub"]) == ("roundcube", "einklang", USER)
    assert claims["exp"] - claims["iat"] == 600
    assert abs(claims["iat"] - time.time()) < 120
    assert claims["jti"] != part(again, 1)["jti"]
    signed, _, signature = token.rpartition(".")
    digest = hmac.new(integration_key.secret.encode(), signed.encode(), hashlib.sha256).digest()
    assert signature == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def test_nobody_else_gets_a_token(roundcube_host: RoundcubeHost, roundcube: RoundcubeInstance) -> None:
    roundcube_host.compose()
    page = roundcube_host.page
    request_token = str(page.evaluate("rcmail.env.request_token"))
    assert "token" not in answered(page, method="GET", request_token=request_token)
    assert "eyJ" not in answered(page)  # as another site's form would ask: without Roundcube's own token
    assert page.context.browser is not None
    with page.context.browser.new_context() as stranger:
        other = stranger.new_page()
        other.goto(roundcube.url)
        assert "eyJ" not in answered(other, request_token=request_token)


def test_neither_secret_nor_token_stands_in_a_page_or_a_log(
    roundcube_host: RoundcubeHost, roundcube: RoundcubeInstance, integration_key: IntegrationKey
) -> None:
    roundcube_host.compose()
    page = roundcube_host.page
    source = page.request.get(page.url).text()
    assert "einklang_panel" in source
    for text in (source, roundcube.log(), (roundcube.folder / "php.log").read_text(errors="replace")):
        assert integration_key.secret not in text
        assert "eyJ" not in text
