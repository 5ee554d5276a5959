"""What an admin may write about signing in, and what is refused in words."""

from __future__ import annotations

import pytest

from server.errors import SettingsError
from server.settings import load
from server.wiring import openid_for

ISSUER = "https://login.example/realms/company"


def test_without_an_issuer_there_is_no_provider() -> None:
    assert openid_for(load(None, {}), {}) is None
    assert not load(None, {"EINKLANG_OPENID_ONLY": "true"}).openid.is_only_way, "nobody is shut out by half a setting"


def test_the_secret_comes_from_the_environment_and_is_no_setting() -> None:
    env = {
        "EINKLANG_OPENID_ISSUER": ISSUER,
        "EINKLANG_OPENID_CLIENT_ID": "einklang",
        "EINKLANG_OPENID_CLIENT_SECRET": "hidden",
    }
    settings = load(None, env)
    provider = openid_for(settings, env)
    assert provider is not None
    assert "hidden" not in repr(settings) + repr(provider)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("ISSUER", "http://login.example", "not protected"),
        ("ISSUER", "login.example", "not the address"),
        ("ISSUER", f"{ISSUER}/.well-known/openid-configuration", "more than the name"),
        ("CLIENT_ID", "", "name the client"),
        ("SCOPE", "email profile", "without 'openid'"),
        ("NAME_CLAIM", "", "name_claim"),
    ],
)
def test_mistakes_are_told_with_their_key(key: str, value: str, said: str) -> None:
    env = {"EINKLANG_OPENID_ISSUER": ISSUER, "EINKLANG_OPENID_CLIENT_ID": "x", f"EINKLANG_OPENID_{key}": value}
    with pytest.raises(SettingsError, match=said) as raised:
        load(None, env)
    assert f"openid.{key.lower()}" in str(raised.value)


def test_an_issuer_keeps_the_slash_at_its_end_for_that_is_part_of_its_name() -> None:
    env = {"EINKLANG_OPENID_ISSUER": "https://login.example/", "EINKLANG_OPENID_CLIENT_ID": "x"}
    assert load(None, env).openid.issuer == "https://login.example/"


@pytest.mark.parametrize(("key", "value"), [("SECOND_FACTOR", "some"), ("IDLE_HOURS", "0"), ("SESSION_DAYS", "365")])
def test_sessions_have_an_end(key: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"sign_in.{key.lower()}"):
        load(None, {f"EINKLANG_SIGN_IN_{key}": value})
