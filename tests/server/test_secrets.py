"""The master key, sealed passwords, session tokens and API tokens."""

from __future__ import annotations

import base64
import json
import multiprocessing
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.secrets import SecretError, Vault, load_vault, new_key, new_token, token_hash

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@given(st.text())
def test_what_is_sealed_comes_out_again_and_cannot_be_read(text: str):
    vault = Vault([KEY])
    sealed = vault.seal(text)
    assert vault.open(sealed) == text
    assert len(text) < 4 or text.encode() not in sealed


KEY = new_key()


def test_another_key_says_that_it_does_not_fit():
    sealed = Vault([KEY]).seal("geheim")
    with pytest.raises(SecretError, match="sealed with another key"):
        Vault([new_key()]).open(sealed)


def test_after_a_change_of_keys_old_and_new_seals_open():
    fresh = new_key()
    old, both = Vault([KEY]), Vault([fresh, KEY])
    assert both.open(old.seal("alt")) == "alt"
    assert Vault([fresh]).open(both.seal("neu")) == "neu"
    assert both.verify(old.mint("anna", "panel", timedelta(hours=1), NOW), "panel", NOW) == "anna"


def test_a_key_file_is_made_for_its_owner_alone_and_kept(tmp_path: Path):
    path = tmp_path / "data" / "secret.key"
    sealed = load_vault(path, {}).seal("geheim")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_vault(path, {}).open(sealed) == "geheim"
    assert [file.name for file in path.parent.iterdir()] == ["secret.key"]


def test_a_key_file_that_others_can_read_is_refused_with_the_command_to_run(tmp_path: Path):
    path = tmp_path / "secret.key"
    load_vault(path, {})
    path.chmod(0o640)
    with pytest.raises(SecretError, match=f"chmod 600 {path}"):
        load_vault(path, {})
    path.chmod(0o600)
    load_vault(path, {})


def test_a_key_that_systemd_hands_over_is_read_by_an_access_list_which_shows_as_the_groups_right(tmp_path: Path):
    path = tmp_path / "secret.key"
    load_vault(path, {})
    named = {"EINKLANG_KEY_FILE": str(path)}
    handed_over = named | {"CREDENTIALS_DIRECTORY": str(tmp_path)}
    path.chmod(0o440)
    assert load_vault(tmp_path / "none", handed_over).keys
    with pytest.raises(SecretError, match="read by others"):
        load_vault(tmp_path / "none", named)
    with pytest.raises(SecretError, match="read by others"):
        load_vault(tmp_path / "none", named | {"CREDENTIALS_DIRECTORY": str(tmp_path / "other")})
    path.chmod(0o444)
    with pytest.raises(SecretError, match="read by others"):
        load_vault(tmp_path / "none", handed_over)


def test_a_key_from_the_environment_leaves_no_file(tmp_path: Path):
    sealed = load_vault(tmp_path / "secret.key", {"EINKLANG_KEY": KEY}).seal("geheim")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "other.key").write_text(KEY + "\n")
    (tmp_path / "other.key").chmod(0o600)
    vault = load_vault(tmp_path / "secret.key", {"EINKLANG_KEY_FILE": str(tmp_path / "other.key")})
    assert vault.open(sealed) == "geheim"


def test_a_key_file_named_but_missing_is_told_and_not_made(tmp_path: Path):
    with pytest.raises(SecretError, match=r"none\.key cannot be read: No such file"):
        load_vault(tmp_path / "secret.key", {"EINKLANG_KEY_FILE": str(tmp_path / "none.key")})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "short", "x" * 44, "ä" * 44])
def test_a_damaged_key_file_is_told(tmp_path: Path, content: str):
    path = tmp_path / "secret.key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(SecretError, match="backup"):
        load_vault(path, {})


def _seal(path: Path, text: str) -> bytes:
    return load_vault(path, {}).seal(text)


def test_processes_that_start_at_once_end_up_with_one_key(tmp_path: Path):
    path = tmp_path / "secret.key"
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        sealed = pool.starmap(_seal, [(path, f"secret {n}") for n in range(16)], chunksize=1)
    vault = load_vault(path, {})
    assert [vault.open(one) for one in sealed] == [f"secret {n}" for n in range(16)]


def test_a_session_token_says_its_subject_to_its_audience_until_it_expires():
    vault = Vault([KEY])
    token = vault.mint("anna@example.com", "panel", timedelta(hours=12), NOW)
    assert vault.verify(token, "panel", NOW) == "anna@example.com"
    assert vault.verify(token, "panel", NOW + timedelta(hours=12, seconds=-1)) == "anna@example.com"
    assert vault.verify(token, "panel", NOW + timedelta(hours=12)) is None
    assert vault.verify(token, "feedback", NOW) is None
    assert Vault([new_key()]).verify(token, "panel", NOW) is None


def test_a_changed_session_token_is_worth_nothing():
    vault = Vault([KEY])
    payload, _, signature = vault.mint("rep", "panel", timedelta(hours=1), NOW).partition(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    forged = base64.urlsafe_b64encode(json.dumps(claims | {"sub": "admin"}).encode()).decode().rstrip("=")
    assert vault.verify(f"{forged}.{signature}", "panel", NOW) is None
    assert vault.verify(f"{payload}.", "panel", NOW) is None
    assert vault.verify(payload, "panel", NOW) is None


@given(st.text())
def test_no_text_is_taken_for_a_session_token(text: str):
    assert Vault([KEY]).verify(text, "panel", NOW) is None


def test_an_api_token_is_long_recognisable_and_stored_only_as_a_hash():
    token = new_token()
    assert token.startswith("ek_")
    assert len(token) == 3 + 43
    assert token != new_token()
    assert token_hash(token) == token_hash(token)
    assert token not in token_hash(token)
    assert len(token_hash(token)) == 64
