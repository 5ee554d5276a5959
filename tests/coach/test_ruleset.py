"""Rule files and the overlay become a set of rules; every mistake is named at once, with file, line and remedy."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from coach.model import Severity
from coach.rule_making import Known
from coach.rule_problems import RuleError
from coach.ruleset import RuleSet, read, read_text

RULE = """
id = "{id}"
kind = "avoid"
topic = "pressure"
languages = ["de"]
message = {{ de = "Ohne „{{old}}“", en = "Without “{{old}}”" }}
reason = {{ de = "Darum.", en = "Because." }}

[options]
phrases.de = ["sofort", "dringend"]

[[examples]]
language = "de"
text = "Bitte sofort antworten."
flags = "sofort"
"""


@pytest.fixture(scope="module")
def known() -> Known:
    return Known.installed()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "rules"
    found.mkdir()
    for name in ("one", "two"):
        (found / f"{name}.toml").write_text(RULE.format(id=name), encoding="utf-8")
    return found


def overlay(folder: Path, text: str) -> Path:
    path = folder.parent / "coaching.toml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def phrases(rules: RuleSet, rule_id: str) -> tuple[str, ...]:
    (rule,) = [each for each in rules.rules if each.id == rule_id]
    found: tuple[str, ...] = rule.options.phrases["de"]
    return found


def test_rules_of_a_folder_are_read(folder: Path, known: Known) -> None:
    assert [each.id for each in read([folder], known=known).rules] == ["one", "two"]


def test_a_file_without_mistakes_has_none(known: Known) -> None:
    file, rule = read_text(RULE.format(id="one"), "one.toml", known=known)
    assert (file.says.id, rule.severity) == ("one", Severity.ADVICE)


def test_eight_mistakes_in_one_file_are_all_named_with_line_and_remedy(known: Known) -> None:
    broken = textwrap.dedent("""\
        id = "Broken_Rule"
        kind = "avoyd"
        topic = "presure"
        languages = ["de", "fr"]
        severity = "loud"
        when = "draft.word > 10 && thread.level.angr > 0.5"
        mesage = { de = "Ohne" }
        rewrite = "superlativ"

        [[examples]]
        language = "de"
        text = "x"
        flag = "x"
        """)
    with pytest.raises(RuleError) as refused:
        read_text(broken, "broken.toml", known=known)
    told = [str(each) for each in refused.value.problems]
    for line, said in (
        (1, "id: 'Broken_Rule' has other than small letters"),
        (2, "kind: there is no kind 'avoyd'. Did you mean 'avoid'?"),
        (3, "Did you mean 'pressure'?"),
        (4, "languages[2]: 'fr' is no language of Einklang"),
        (5, "severity: 'loud' is not known"),
        (6, "there is no fact 'draft.word'. Did you mean 'draft.words'?"),
        (6, "there is no dimension 'angr'. Did you mean 'anger'?"),
        (7, "mesage: there is no such key. Did you mean 'message'?"),
        (8, "there is no rewriter 'superlativ'. Did you mean 'superlative'?"),
        (13, "examples[1].flag: there is no such key. Did you mean 'flags'?"),
    ):
        assert any(each.startswith(f"broken.toml:{line}: ") and said in each for each in told), (line, said, told)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("phrases.de", "phrases.en"), "has nothing for 'de'"),
        (('"sofort"', '"(sofort"'), "is not closed"),
        (("{old}", "{odl}"), "nothing fills {odl}. Did you mean 'old'?"),
        ((', en = "Because."', ""), "has no text for en"),
        (('["sofort", "dringend"]', '"sofort"'), "is not a list"),
        (("phrases.de", "phrase.de"), "Did you mean 'phrases'?"),
        (('["de"]', '"de"'), "is not a list"),
        (('id = "one"', "id = one"), "this is not TOML"),
        (("[options]", "[options"), "this is not TOML"),
    ],
)
def test_one_mistake_is_told_in_words(known: Known, change: tuple[str, str], said: str) -> None:
    with pytest.raises(RuleError) as refused:
        read_text(RULE.format(id="one").replace(*change), "one.toml", known=known)
    assert any(said in str(each) for each in refused.value.problems), refused.value.problems


def test_ids_are_unique_and_like_the_file(folder: Path, known: Known) -> None:
    (folder / "three.toml").write_text(RULE.format(id="one"), encoding="utf-8")
    with pytest.raises(RuleError) as refused:
        read([folder], known=known)
    told = "\n".join(str(each) for each in refused.value.problems)
    assert "is also the id of" in told
    assert "write 'three'" in told


def test_the_overlay_switches_turns_and_rewords(folder: Path, known: Known) -> None:
    above = overlay(
        folder,
        """
        [hints]
        most = 5
        hold_on_send = "ask"
        [rules.one]
        on = false
        [rules.two]
        severity = "warning"
        message.de = "Anders"
        options.phrases.de = ["...", "eilig", "-dringend"]
        """,
    )
    rules = read([folder], above, known=known)
    (two,) = rules.rules
    assert (two.severity, two.message["de"], two.message["en"]) == (Severity.WARNING, "Anders", "Without “{old}”")
    assert phrases(rules, "two") == ("sofort", "eilig")
    assert (rules.hints.most, rules.hints.hold_on_send) == (5, "ask")
    assert len(rules.files) == 2, "a rule that is off is still listed"


def test_a_list_without_dots_replaces(folder: Path, known: Known) -> None:
    above = overlay(folder, 'rules.one.options.phrases.de = ["eilig"]')
    assert phrases(read([folder], above, known=known), "one") == ("eilig",)


def test_own_word_lists_go_into_phrases(folder: Path, known: Known) -> None:
    above = overlay(
        folder,
        """
        words.products = ["Waage 3000"]
        rules.one.options.phrases.de = ["...", "@products"]
        """,
    )
    assert phrases(read([folder], above, known=known), "one") == ("sofort", "dringend", "Waage 3000")


def test_segments_and_mailboxes_have_rules_of_their_own(folder: Path, known: Known) -> None:
    above = overlay(
        folder,
        """
        [segments.key]
        domains = ["Wolf.example"]
        addresses = ["jan@mail.example"]
        rules.one.on = false
        [mailboxes."support@example.com"]
        rules.two.severity = "warning"
        """,
    )
    rules = read([folder], above, known=known)
    assert [each.id for each in rules.of("key")] == ["two"]
    assert [each.severity for each in rules.of("", "support@example.com")] == [Severity.ADVICE, Severity.WARNING]
    assert [each.severity for each in rules.of("key", "support@example.com")] == [Severity.WARNING]
    assert [each.id for each in rules.of("other", "info@example.com")] == ["one", "two"]
    assert rules.segment_of("Ann@wolf.example") == "key"
    assert rules.segment_of("jan@mail.example") == "key"
    assert rules.segment_of("jan@other.example") == ""


def test_mistakes_of_the_overlay_are_laid_at_its_door(folder: Path, known: Known) -> None:
    above = overlay(
        folder,
        """
        [weights]
        emojy = 0.5
        [rules.on]
        on = false
        [rules.one]
        severity = "loud"
        [rules.two]
        when = "draft.word > 3"
        options.phrases.de = ["(x"]
        """,
    )
    with pytest.raises(RuleError) as refused:
        read([folder], above, known=known)
    found = [(each.line, each.what) for each in refused.value.problems if each.file.endswith("coaching.toml")]
    assert len(found) == len(refused.value.problems)
    for line, said in ((3, "'emoji'"), (4, "'one'"), (7, "'loud'")):
        assert any(at == line and said in what for at, what in found), found


def test_a_wrong_change_that_fits_the_shape_is_found_in_the_overlay(folder: Path, known: Known) -> None:
    above = overlay(folder, '\n[rules.two]\nwhen = "draft.word > 3"\noptions.phrases.de = ["(x"]\n')
    with pytest.raises(RuleError) as refused:
        read([folder], above, known=known)
    found = {(Path(each.file).name, each.line) for each in refused.value.problems}
    assert found == {("coaching.toml", 3), ("coaching.toml", 4)}


TRIED = """
id = "urgency"
kind = "avoid"
topic = "wording"
languages = ["de"]
message = { de = "Nicht „{old}“", en = "Not “{old}”" }
reason = { de = "Das Wort ist im Haus nicht üblich.", en = "The word is not ours." }
options.phrases.de = ["Kiosk"]
"""


def test_a_file_that_is_tried_stands_in_for_the_rule_of_its_id_under_any_name(tmp_path: Path) -> None:
    path, overlay = tmp_path / "my draft of urgency.toml", tmp_path / "coaching.toml"
    path.write_text(TRIED, encoding="utf-8")
    overlay.write_text('[rules.urgency]\nseverity = "info"\n', encoding="utf-8")
    before, after = read(overlay=overlay), read(overlay=overlay, instead=[path])
    (rule,) = [each for each in after.rules if each.id == "urgency"]
    assert len(after.rules) == len(before.rules)
    assert (rule.topic, rule.severity) == ("wording", "info")
    assert after.files[-1].says.id == "urgency"


def test_a_file_that_is_tried_adds_a_rule_where_there_is_none_of_its_id(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(TRIED.replace("urgency", "kiosk"), encoding="utf-8")
    assert {each.id for each in read(instead=[path]).rules} - {each.id for each in read().rules} == {"kiosk"}
