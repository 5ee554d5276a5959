"""The page on rules: all of them, how often they are followed, mistakes in files; never what one person did."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from flask.testing import FlaskClient

from server.access import EVERYTHING
from server.rulebook import shipped_rules
from server.web.dashboard.rules import LEAST, _in
from tests.office import ANNA, NOW, Office
from tests.server.web.reports_site import client, office, text_of

__all__ = ["client", "office"]

RULE = "active-voice"


def decided(office: Office, accepted: int, dismissed: int) -> None:
    number = office.store.accounts.add_user("rita", "rep", NOW, sees=EVERYTHING).id
    feedback = office.store.hint_feedback
    for _ in range(accepted):
        feedback.note(number, RULE, ANNA, "de", "accepted", NOW)
    for each in range(dismissed):
        feedback.note(number, RULE, f"{each}@x.example", "de", "dismissed", NOW)
    feedback.release(1, NOW + timedelta(days=7))


def test_every_rule_is_there_in_the_readers_language(client: FlaskClient, office: Office):
    german, english = text_of(client, "rules", "de"), text_of(client, "rules", "en")
    files = office.services.coach.rules.files
    assert len(files) > 50
    for each in files:
        assert f"{each.name}" in german
    assert f"{len(office.services.coach.rules.rules)} Regeln sind in Kraft" in german
    assert "Wer tut was? „…“" in german
    assert "Who does what? “…”" in english
    assert "…." not in german + english  # a gap that ends a sentence needs no full stop


def test_only_the_full_stop_behind_a_gap_is_left_out():
    said = {"de": "Hier steht „….“; gemeint ist {words}. Bis {day}, {what}.de, {who}.", "en": "{words}."}
    assert _in(said, "de") == "Hier steht „….“; gemeint ist … Bis …, ….de, …"
    assert _in(said, "en") == "…"


def test_decisions_are_counted_together(client: FlaskClient, office: Office):
    decided(office, 3, 2)
    assert "3 übernommen, 2 weggeklickt" in text_of(client, "rules", "de")


def test_a_few_decisions_are_not_shown(client: FlaskClient, office: Office):
    decided(office, LEAST - 1, 0)
    assert f"{LEAST - 1} followed" not in text_of(client, "rules")


def test_a_mistake_in_a_file_is_shown_with_its_line(client: FlaskClient, office: Office, tmp_path: Path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "own-rule.toml").write_text('id = "own-rule"\nkind = "nonsense"\n', encoding="utf-8")
    book = office.services.rulebook
    known = book._known
    book.files = type(book.files)((folder,))
    try:
        book._looked = None
        page = text_of(client, "rules")
        assert "the last good rules stay in force" in page
        assert "own-rule.toml:2" in page
    finally:
        office.services.coach.use(shipped_rules(known))
