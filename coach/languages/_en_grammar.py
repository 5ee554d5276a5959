"""English grammar that measures need: negation, tenses, imperatives, modal verbs, syllables; tags are Penn Treebank's."""

from __future__ import annotations

import functools
import re

from coach.document import Analysis, word_tokens
from coach.languages import _en_meanings, _en_motives
from coach.languages._en_things import THINGS
from coach.meaning_words import ClauseWords, Ease, MeaningWords, Places, Tenses, entries
from coach.model import Token
from coach.negation import Feeling, feelings_in
from coach.things import Things, things_in

NEGATOR = entries(
    """
    not n't no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot nope far_from
    anything_but by_no_means in_no_way no_longer not_even lack_of lacks lacking instead_of rather_than too_good_to
    """
)
NO_NEGATOR = entries(
    """
    not_only not_just not_least no_doubt without_doubt without_a_doubt no_wonder no_question not_to_mention why_not
    no_less nothing_but nothing_short_of if_not whether_or_not can_n't_thank ca_n't_thank can_not_thank ca_n't_wait
    could_n't_be could_not_be could_n't_have could_not_have not_enough_thanks never_better nothing_better no_better
    ca_n't_recommend could_n't_ask could_not_ask second_to_none or_not no_matter ca_n't_praise
    """
)
INTENSIFIER = entries(
    """
    very so really extremely absolutely totally truly incredibly completely super highly utterly deeply seriously
    exceptionally extraordinarily particularly especially remarkably unbelievably terribly awfully too such
    genuinely thoroughly immensely hugely enormously wildly insanely bloody damn beyond more_than way_too
    """
)
DIMINISHER = entries(
    """
    a_bit a_little slightly somewhat fairly rather quite pretty kind_of sort_of kinda sorta mildly moderately
    relatively reasonably partly almost nearly marginally less_than small minor little
    """
)
SOFTENING = entries(
    """
    could would might may perhaps maybe possibly probably potentially if_possible where_possible if_you_could
    if_you_would if_you_can if_you_have_time when_you_have when_you_get_a_chance when_you_can at_your_convenience
    whenever_you wonder wondering was_hoping were_hoping i_hope_it i_was_thinking was_just_thinking just_thinking
    just_checking just_wanted_to wanted_to_ask wanted_to_check do_you_think would_it could_it would_you could_you
    could_we might_we may_i may_we shall_we any_chance is_there_any_chance is_it_possible be_possible would_mind
    you_mind do_you_mind it_seems seems_to appears_to i_guess i_suppose i_feel_like sort_of kind_of a_bit a_little
    somewhat if_it_'s_not if_it_is_not_too if_that_'s_ok if_that_works if_that_suits if_it_suits no_rush no_pressure
    no_hurry not_sure_if not_sure_whether not_entirely_sure i_'m_not_sure i_am_not_sure i_'m_afraid i_am_afraid
    suggest suggestion propose consider considering worth_considering worth_thinking one_option one_could
    let_me_know_if happy_to_discuss open_to would_love would_like 'd_like 'd_love 'd_be 'd_appreciate 'd_suggest
    would_appreciate would_be_great would_be_grateful would_be_helpful would_be_nice be_so_kind so_kind feel_free
    if_you_wish if_you_like should_you in_due_course at_some_point sometime
    """
)
PRESSING = entries(
    """
    i_want we_want want_my want_a_refund want_it i_need_it we_need_it i_demand we_demand demand i_insist we_insist
    insist i_expect we_expect expect_you expect_a you_must must_be you_need_to you_have_to you_'ve_got_to
    you_will_have you_are_to has_to_be needs_to_be immediately at_once right_now right_away asap now! this_instant
    without_delay without_further_delay by_the_end_of_today no_later_than or_else otherwise final_notice
    last_warning final_warning ultimatum deadline_is no_way out_of_the_question not_an_option absolutely_not
    certainly_not i_refuse we_refuse refuse wo_n't_accept will_not_accept not_accept unacceptable not_acceptable
    not_good_enough no_excuses enough stop_it stop_this stop_that cut_it_out still_not still_no still_broken
    still_waiting where_is_my where_is_the where_are_my where_'s_my when_will_you_finally how_much_longer
    why_is_it_still why_have_n't why_has_n't why_did_n't why_do_n't_you why_are_you what_is_taking what_'s_taking
    what_took hurry_up get_it_done do_it give_me send_me_my fix_it fix_this sort_it refund_me pay_me money_back
    """
)
WORD_LISTS = _en_meanings.CATEGORIES | _en_motives.CATEGORIES | {
    "negator": NEGATOR, "no_negator": NO_NEGATOR, "intensifier": INTENSIFIER, "diminisher": DIMINISHER,
    "softening": SOFTENING, "pressing": PRESSING,
}  # fmt: skip

QUESTION_WORDS = frozenset("what who whom whose when where why which how".split())
ACRONYMS = frozenset(
    """
    nasa nato unesco unicef html http https json iban imap smtp isbn jpeg ascii asap fyi csv gmbh vat pdfs urls apis
    sdks cpus gpus wifi wlan posix linux unix bios uefi dhcp ipv adsl voip gnome mysql sqlite yaml sepa swift fedex
    ikea bmw eeprom fpga gpio uart hdmi sata nvme raid vlan ldap sftp ascii scada modbus profibus profinet canopen
    datev zugferd usrp bios uefi dhcp yaml sdks gdpr poe ups rfid plc hmi cad cnc imei isdn dsl vpn
    """.split()
)

# Words that people put in capitals to stress them; one of them alone is no name, file or product.
STRESSED = frozenset(
    """
    absolutely again already always any anybody anymore anyone anything anywhere before both cannot completely
    definitely desperate desperately did does each entirely even ever every everybody everyone everything everywhere
    exactly extremely final finally free fully guaranteed immediate immediately important importantly instantly just
    must need needed neither never nobody none nothing now nowhere obviously once only personally please
    promptly quickly really repeatedly seriously several should simply still strictly today tomorrow tonight totally twice
    unacceptable urgent urgently very wrong yesterday yet
    """.split()
)
NO_COMMAS = frozenset({",", ";", ":", "(", ")", "–", "—"})
HAVE = frozenset("have has 've 's having".split())
WILL = frozenset("will 'll wo shall".split())
FINITE = ("VBZ", "VBP", "MD", "VBD")
BETWEEN = frozenset("RB RBR RBS PRP NN NNS NNP DT PRP$".split())  # between an auxiliary and its verb, also in questions
REACH = 5  # tokens from an auxiliary to its verb


def tenses(analysis: Analysis) -> Tenses:
    """The finite verbs of a sentence by tense; the perfect is past, "will" and "going to" future."""
    tokens = analysis.tokens
    past, present, future = [], [], []
    for index, token in enumerate(tokens):
        if token.tag not in FINITE or not token.text.strip("'’").isalpha():
            continue
        if token.tag == "VBD":
            if not _is_would(token):
                past.append(index)
        elif token.lower.replace("’", "'") in WILL or _is_going_to(tokens, index):
            future.append(index)
        elif token.lower in HAVE and _leads_to(tokens, index, "VBN"):
            past.append(index)
        else:
            present.append(index)
    return Tenses(tuple(past), tuple(present), tuple(future))


def _is_would(token: Token) -> bool:
    return token.lower in ("'d", "would")


def _is_going_to(tokens: tuple[Token, ...], index: int) -> bool:
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    tags = [token.tag for token in tokens[index + 1 : index + 6]]
    return ("going" in words and "TO" in tags and "VB" in tags) or words[:1] == ["gon"]


def _leads_to(tokens: tuple[Token, ...], index: int, tag: str) -> bool:
    for token in tokens[index + 1 : index + 1 + REACH]:
        if token.tag == tag:
            return True
        if token.tag not in BETWEEN or token.text in NO_COMMAS:
            return False
    return False


def _is_modal(token: Token) -> bool:
    """Whether a word is a modal verb ("will" for the future is none)."""
    if token.tag != "MD":
        return False
    word = token.lower.replace("’", "'")
    return word not in WILL and word.strip("'").isalpha()


BEFORE_COMMAND = frozenset("please and then so or now just kindly also but".split())
NO_COMMANDS = frozenset("thank thanks hope sorry hi hello welcome congrats have are am were guess def file".split())


def commands(analysis: Analysis) -> Places:
    """The imperatives of a sentence: "Send me ...", "Please check and confirm", "Do not call"."""
    tokens = analysis.tokens
    if analysis.text.rstrip().endswith("?"):
        return ()
    found: list[int] = []
    for index, token in enumerate(tokens):
        if token.tag in ("VB", "VBP") and token.lower not in NO_COMMANDS and _begins(tokens, index, found):
            found.append(index)
    return tuple(found)


def _begins(tokens: tuple[Token, ...], index: int, found: list[int]) -> bool:
    """Whether a clause without subject begins here: at the start, behind a comma, or joined to a command."""
    at = index
    while at > 0 and (tokens[at - 1].lower in BEFORE_COMMAND or tokens[at - 1].tag == "RB"):
        at -= 1
    if at < index and tokens[at].lower == "and" and not found:
        return False
    if at > 0 and tokens[at - 1].text in NO_COMMAS:
        return bool(found) or tokens[index - 1].lower in ("please", "just", "kindly") or _is_condition(tokens)
    if at > 0 and found and any(token.lower in ("and", "or", "then") for token in tokens[at:index]):
        return True
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return at == 0 and following not in ("i", "we", "they", "he", "she")


def _is_condition(tokens: tuple[Token, ...]) -> bool:
    return tokens[0].lower in ("if", "when", "once", "before", "after", "for", "in", "to")


VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]|[aeiou]l)e$|[^td]ed$|[^sxzcg]es$|(?<=[aeiou])(?:re|ve)ly$")
TWO = re.compile(r"ia(?!l\b|n\b)|io(?!n|us)|ism$|[aeiou]ing$|eo|ua(?!l|r[dt])|uou|ea(?=te|tion)|ien(?=t|ce)|iu|ying$")


@functools.lru_cache(30_000)
def syllables_of(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels ("situation": 4)."""
    lower = word.lower().replace("'", "").replace("’", "").replace("qu", "q")
    count = len(VOWELS.findall(lower))
    if count > 1 and SILENT.search(lower):
        count -= 1
    count += len(TWO.findall(lower))
    return max(count, 1)


CLAUSES = ClauseWords(
    breaks=frozenset(
        {",", ";", ":", "(", ")", "–", "—", "!", "?", "but", "however", "although", "though", "yet", "because"}
    ),
    joins=frozenset({"and", "or"}),
    behind_verb=False,
)


def feelings(analysis: Analysis) -> tuple[Feeling, ...]:
    """The words of feeling of one sentence."""
    return feelings_in(analysis, CLAUSES)


def things(analysis: Analysis) -> Things:
    """The things and ideas of one sentence."""
    return things_in(analysis, THINGS)


def modals(analysis: Analysis) -> Places:
    """The modal verbs of one sentence."""
    return tuple([index for index, token in enumerate(analysis.tokens) if _is_modal(token)])


def syllables(analysis: Analysis) -> int:
    """How many syllables the words of one sentence have."""
    return sum([syllables_of(token.text) for token in analysis.known(word_tokens)])


MEANINGS = MeaningWords(
    feelings=feelings,
    things=things,
    tenses=tenses,
    commands=commands,
    modals=modals,
    syllables=syllables,
    ease=Ease(base=206.835, per_sentence=1.015, per_syllable=84.6),  # Flesch 1948
    question_words=QUESTION_WORDS,
    acronyms=ACRONYMS,
    stressed=STRESSED,
)
