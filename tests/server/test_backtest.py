"""A rule or a weight tried on the team's sent mail: what it would have done, and that nothing goes live."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from coach.rule_making import Known
from coach.ruleset import RuleSet
from server.access import EVERYTHING
from server.backtest import Backtest
from server.cli import main
from server.rulebook import RuleFiles
from server.store import SentMessage
from tests.office import ANNA, ENGLISH, NOW, SENT, TEAM, Office, mail, mails_of_anna, open_office

TIM = "tim@packwerk.example"
KIOSK = """
id = "kiosk"
kind = "swap"
topic = "wording"
languages = ["de"]
message = { de = "„{new}“ statt „{old}“", en = "“{new}”, not “{old}”" }
reason = { de = "Das Wort ist im Haus nicht üblich.", en = "The word is not ours." }
options.swaps.de = { Kiosk = "Stand" }

[[examples]]
language = "de"
text = "Der Kiosk hat offen."
flags = "Kiosk"
becomes = "Stand"
"""
PLAIN = (
    "Sehr geehrte Frau Krause,\n\ndie Waage {n} steht ab Montag für Sie bereit. {more}Die Montage beginnt um acht "
    "Uhr, und unser Techniker bringt alle Unterlagen mit.\n\nMit freundlichen Grüßen\nMax Kern"
)
TOLD = [
    (ANNA, PLAIN.format(n=1, more="Der Kiosk an der Halle hat offen. ")),
    (ANNA, PLAIN.format(n=2, more="")),
    (ANNA, PLAIN.format(n=3, more="Bitte antworten Sie so schnell wie möglich. ")),
    (TIM, PLAIN.format(n=4, more="Am Kiosk gibt es Kaffee. ")),
    (TIM, ENGLISH.format(n=5)),
]


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    """Six mails of Anna, and five of the team: four German, one English, to two customers."""
    with open_office(tmp_path / "data", coach, council=False) as office:
        office.connect()
        office.receive(*mails_of_anna())
        sent = [
            mail(text, sender=TEAM, to=to, date=NOW - timedelta(days=4, hours=-n), message_id=f"<out-{n}@team.example>")
            for n, (to, text) in enumerate(TOLD)
        ]
        office.receive(*sent, folder=SENT)
        yield office


def backtest(office: Office) -> tuple[Backtest, list[SentMessage]]:
    found = office.services
    made = Backtest(found.store, found.shelf, found.coach, found.team(), found.clock())
    return made, found.store.sent_mail.latest(100, sight=EVERYTHING)


def sets(tmp_path: Path, text: str, name: str = "tried.toml") -> tuple[RuleSet, RuleSet]:
    """The set with this rule, and the shipped one."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    known = Known.installed()
    return RuleFiles().read(known, instead=[path]), RuleFiles().read(known)


def urgency(**changed: str) -> str:
    """The shipped rule with other words."""
    text = (Path(__file__).parents[2] / "config" / "rules" / "urgency.toml").read_text(encoding="utf-8")
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_new_rule_is_counted_by_mail_language_and_customer(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    (trial,) = made.rules(*sets(tmp_path, KIOSK), ["kiosk"], mails)
    assert (trial.is_new, trial.mails, trial.customers) == (True, {"de": 4, "en": 1}, 2)
    assert trial.by_customer == [(ANNA, 1), (TIM, 1)]
    assert [(each.words, each.change) for each in trial.fired] == [("Kiosk", "Stand")] * 2
    assert (trial.per_hundred(trial.fired), trial.per_hundred(trial.fired, "de")) == (40.0, 50.0)
    assert trial.per_hundred(trial.fired, "en") == 0.0
    assert trial.fired_before == ()
    assert len(trial.gained) == 2
    assert trial.median_gain is None or abs(trial.median_gain) < 5  # Anna's mail has a score, Tim's has none


def test_a_changed_rule_says_which_mails_gain_and_lose_its_hint(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    same, in_force = sets(tmp_path, urgency())
    (kept,) = made.rules(same, in_force, ["urgency"], mails)
    assert len(kept.fired) == len(kept.fired_before) == 1
    assert (kept.is_new, kept.gained, kept.lost) == (False, (), ())
    other = KIOSK.replace('id = "kiosk"', 'id = "urgency"')
    tried, in_force = sets(tmp_path, other)
    (trial,) = made.rules(tried, in_force, ["urgency"], mails)
    assert [each.words for each in trial.gained] == ["Kiosk", "Kiosk"]
    assert [each.words for each in trial.lost] == ["so schnell wie möglich"]


def test_trying_leaves_the_rules_in_force_as_they_are(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    before = office.services.coach.rules
    made.rules(*sets(tmp_path, KIOSK), ["kiosk"], mails)
    made.weights({"commas": 0.0}, sets(tmp_path, KIOSK)[1], mails)
    assert office.services.coach.rules is before


def test_every_mail_is_told_to_the_progress_bar(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    done: list[int] = []
    made.rules(*sets(tmp_path, KIOSK), ["kiosk"], mails, lambda: done.append(1))
    assert len(done) == len(mails) == 5


def test_other_weights_move_scores_and_the_same_weights_do_not(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    in_force = sets(tmp_path, KIOSK)[1]
    same = made.weights({"commas": 1.0}, in_force, mails)
    assert {each.by for each in same.moved} == {0.0}
    assert same.quartiles == (0.0, 0.0, 0.0)
    other = made.weights({"address_form": 0.0, "message_length": 3.0}, in_force, mails)
    assert len(other.moved) + other.unscored == 5
    assert {each.customer for each in other.moved} == {ANNA}  # nobody knows how Tim writes
    low, middle, high = other.quartiles or (0.0, 0.0, 0.0)
    assert low <= middle <= high
    assert max(abs(each.by) for each in other.moved) == abs(other.biggest(1)[0].by) > 0.1


def test_no_words_of_a_mail_stand_in_a_trials_repr(office: Office, tmp_path: Path):
    made, mails = backtest(office)
    (trial,) = made.rules(*sets(tmp_path, KIOSK), ["kiosk"], mails)
    assert "Kiosk" not in repr(trial)


def try_(office: Office, folder: Path, *arguments: str, council: bool = False) -> Result:
    config = folder / "einklang.toml"
    mode = f"[privacy]\nworks_council = {str(council).lower()}\n"
    config.write_text(f"[data]\nfolder = '{office.services.settings.data.folder}'\n{mode}", encoding="utf-8")
    return CliRunner().invoke(main, ["--config", str(config), "rules", "try", *arguments])


def test_the_command_tells_how_often_a_rule_fires_for_whom_and_with_examples(office: Office, tmp_path: Path):
    rep = office.store.accounts.add_user("rita", "rep", NOW, sees=EVERYTHING)
    office.store.hint_feedback.note(rep.id, "kiosk", ANNA, "de", "dismissed", NOW)
    office.store.hint_feedback.release(1, NOW + timedelta(days=7))
    (tmp_path / "kiosk.toml").write_text(KIOSK, encoding="utf-8")
    answer = try_(office, tmp_path, str(tmp_path / "kiosk.toml"), "--weights", "message_length=0")
    assert answer.exit_code == 0, answer.output
    assert "kiosk: tried on 5 sent mails to 2 customers" in answer.output
    assert re.search(r"German +4 +2 +50\.0\n", answer.output)
    assert f"For 2 of 2 customers; most: {ANNA} 1, {TIM} 1." in answer.output
    assert "its hints were followed 0 times and dismissed 1 times" in answer.output
    assert "'Kiosk' -> 'Stand'" in answer.output
    assert "Weights message_length 0: tried on" in answer.output
    assert "rita" not in answer.output


def test_in_works_council_mode_mail_of_a_few_people_is_not_tried_at_all(office: Office, tmp_path: Path):
    (tmp_path / "kiosk.toml").write_text(KIOSK, encoding="utf-8")
    for arguments in ((str(tmp_path / "kiosk.toml"),), ("--weights", "message_length=0", "--json")):
        answer = try_(office, tmp_path, *arguments, council=True)
        assert answer.exit_code == 1
        assert "fewer than 5 people" in answer.output
        assert "Kiosk" not in answer.output


def several_write(office: Office) -> None:
    """Six people answer Anna, one of them in English; all but one at the kiosk."""
    for n, name in enumerate(("Ute Brandt", "Max Kern", "Kim Sand", "Ali Demir", "Pia Lohr", "Jan Rau")):
        place = "am Eingang" if n == 5 else "am Kiosk"
        text = f"Guten Tag Frau Krause,\n\nwir treffen uns {place}, die Unterlagen bringe ich mit.\n\n{name}"
        at = NOW - timedelta(days=3, hours=n)
        office.receive(mail(text, sender=f"{name} <{TEAM}>", to=ANNA, date=at, message_id=f"<k{n}@x>"), folder=SENT)


def test_in_works_council_mode_a_trial_tells_of_no_single_mail(office: Office, tmp_path: Path):
    several_write(office)
    (tmp_path / "kiosk.toml").write_text(KIOSK, encoding="utf-8")
    answer = try_(office, tmp_path, str(tmp_path / "kiosk.toml"), "--mails", "6", council=True)
    assert answer.exit_code == 0, answer.output
    assert re.search(r"all +6 +5 +83\.3\n", answer.output)
    assert "'Kiosk' -> 'Stand'" in answer.output
    for told in (ANNA, "German", "Brandt", f"{NOW - timedelta(days=3):%Y-%m-%d} {ANNA}"):
        assert told not in answer.output


def test_the_command_speaks_json(office: Office, tmp_path: Path):
    (tmp_path / "mine.toml").write_text(urgency(), encoding="utf-8")
    answer = try_(office, tmp_path, str(tmp_path / "mine.toml"), "--json", "--mails", "3")
    assert answer.exit_code == 0, answer.output
    (rule,) = json.loads(answer.stdout)["rules"]
    assert (rule["rule"], rule["new"], rule["mails"], rule["gained"], rule["lost"]) == ("urgency", False, 3, [], [])
    assert rule["per_100"] == rule["in_force_per_100"] == pytest.approx(100 / 3)
    assert rule["examples"][0]["words"] == "so schnell wie möglich"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Give a rule file"),
        (["--weights", "emojy=0.5"], "Did you mean 'emoji'?"),
        (["--weights", "emoji=lots"], "write a number from 0 to 3"),
        (["--weights", "emoji=nan"], "write a number from 0 to 3"),
        (["{broken}"], "broken.toml:3: kind: there is no kind 'swapp'"),
    ],
)
def test_the_command_says_what_cannot_be_tried(office: Office, tmp_path: Path, arguments: list[str], told: str):
    broken = tmp_path / "broken.toml"
    broken.write_text(KIOSK.replace('"swap"', '"swapp"'), encoding="utf-8")
    answer = try_(office, tmp_path, *(each.format(broken=broken) for each in arguments))
    assert answer.exit_code != 0
    assert told in answer.output
