"""What rules are told of a draft beside its text, and what is told of the hints that come of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from coach.ruleset import read
from tests.office import ANNA, NOW, TEAM
from tests.server.api.conftest import Api

ATTACHED = "Sehr geehrte Frau Krause,\n\nim Anhang finden Sie die Unterlagen zur Waage.\n\nMit freundlichen Grüßen"
PLAIN = "Sehr geehrte Frau Krause,\n\ndie neue Preisliste für die Waagen gilt ab Montag.\n\nMit freundlichen Grüßen"
OTHERS = ["a@eins.example", "b@zwei.example", "c@drei.example"]


def rules(found: dict) -> set[str]:
    return {each["rule"] for each in found["suggestions"]}


@pytest.fixture
def overlaid(api: Api, tmp_path) -> Iterator[Api]:
    """A house where Anna is a key account, and one mailbox has more to say."""
    overlay = tmp_path / "coaching.toml"
    overlay.write_text(
        f'[segments.key]\naddresses = ["{ANNA}"]\nrules.missing-attachment.on = false\n'
        f'[mailboxes."SALES@waagen-kern.example"]\nrules.missing-attachment.on = true\n',
        encoding="utf-8",
    )
    coach = api.office.services.coach
    api.office.services.rulebook.refresh()  # and not again within a second
    before = coach.rules
    coach.use(read(overlay=overlay))
    yield api
    coach.use(before)


def test_an_attachment_is_missed_only_where_the_host_says_that_there_is_none(api: Api):
    assert "missing-attachment" in rules(api.assess(ATTACHED, customer=ANNA, attachments=0))
    assert "missing-attachment" not in rules(api.assess(ATTACHED, customer=ANNA, attachments=1))
    assert "missing-attachment" not in rules(api.assess(ATTACHED, customer=ANNA))


def test_addresses_in_cc_count_with_those_in_to_and_the_teams_own_do_not(api: Api):
    team = ["max@waagen-kern.example", f"Support <{TEAM}>"]
    crowded = api.assess(PLAIN, recipients=[ANNA, *team], cc=OTHERS)
    assert "crowded-recipients" in rules(crowded)
    assert crowded["customer"]["address"] == ANNA
    assert "crowded-recipients" not in rules(api.assess(PLAIN, recipients=[ANNA], cc=team))


def test_the_customer_may_stand_in_cc(api: Api):
    assert api.assess(PLAIN, recipients=[TEAM], cc=[ANNA])["customer"]["address"] == ANNA


def test_a_long_silence_is_known_from_the_stored_mail(api: Api):
    text = (
        "Guten Tag Frau Krause,\n\nwir haben neue Stühle im Programm, die gut in Ihre Räume passen würden. Gern zeigen "
        "wir sie Ihnen."
    )
    assert "silence-break" not in rules(api.assess(text, customer=ANNA))
    api.office.later(timedelta(days=120))
    assert api.office.now[0] - NOW == timedelta(days=120)
    assert "silence-break" in rules(api.assess(text, customer=ANNA))


def test_the_segment_and_then_the_mailbox_change_which_rules_speak(overlaid: Api):
    asked = {"attachments": 0, "customer": ANNA}
    assert "missing-attachment" not in rules(overlaid.assess(ATTACHED, **asked))
    assert "missing-attachment" in rules(overlaid.assess(ATTACHED, **asked, mailbox="Sales@waagen-kern.example"))
    assert "missing-attachment" in rules(overlaid.assess(ATTACHED, **{**asked, "customer": "tim@packwerk.example"}))


def test_a_hint_says_whether_it_asks_the_writer_and_whether_a_mail_is_worth_holding(api: Api):
    hints = api.assess(ATTACHED, customer=ANNA, attachments=0)["suggestions"]
    held = {each["rule"]: each["hold"] for each in hints}
    assert held["missing-attachment"] is True
    weather = "Guten Tag Frau Krause,\n\nvielen Dank für Ihre Mail. Bei uns in Bremen scheint heute die Sonne."
    asked = api.assess(weather, customer=ANNA, reply_to="Guten Tag,\n\nwas kostet die zweite Waage?\n\nAnna Krause")
    (gap,) = [each for each in asked["suggestions"] if each["asks"]]
    assert "[" in gap["replacement"]
    assert gap["gain"] is None


def test_the_server_says_whether_mails_are_held(api: Api):
    assert api.assess(PLAIN, customer=ANNA)["hold_on_send"] == "never"


@pytest.mark.parametrize("wrong", [{"attachments": -1}, {"attachments": "two"}, {"cc": "a@b.example"}, {"mailbox": 7}])
def test_what_is_no_count_or_list_is_refused(api: Api, wrong: dict):
    assert api.post("assessments", {"draft": {"text": PLAIN}, **wrong}).status_code == 422
