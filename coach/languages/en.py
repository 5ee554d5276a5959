"""English: spaCy's small model (tagger and lemmatizer; the parser and the name finder are left out)."""

from __future__ import annotations

import re

from coach.language import Form, Language
from coach.languages import _en_answers as answers
from coach.languages import _en_bonds as bonds
from coach.languages import _en_care as care
from coach.languages import _en_facts as facts
from coach.languages import _en_formality as formality
from coach.languages import _en_grammar as grammar
from coach.languages import _en_habits, _en_plain, _en_tagger
from coach.languages import _en_needs as needs
from coach.languages import _en_politeness as politeness
from coach.languages import _en_promises as promises
from coach.languages import _en_registers as registers
from coach.languages import _en_words as words
from coach.lexicon import Lexicon

GREETINGS = (
    Form(
        "dear",
        ("dear", "dear sir", "dear madam", "dear sir or madam", "to whom it may concern", "dear sirs"),
        0.8,
        "Dear {name}",
    ),
    Form(
        "good_morning",
        ("good morning", "good afternoon", "good evening", "good day"),
        0.2,
        "Good morning {name}",
    ),
    Form("how_are_things", ("how're things", "how are things", "how’re things", "how's things", "how are you"), -0.6),
    Form("greetings", ("greetings",), 0.2),
    Form("hello", ("hello",), -0.2, "Hello {name}"),
    Form("hi", ("hi",), -0.5, "Hi {name}"),
    Form("hey", ("hey", "hiya", "heya", "yo", "howdy", "g'day", "hey there", "what's up"), -0.9, "Hey {name}"),
    Form("morning", ("morning", "afternoon", "evening", "happy monday", "happy friday"), -0.6),
)

CLOSINGS = (
    Form("yours_sincerely", ("yours sincerely", "yours faithfully", "yours truly", "sincerely", "sincerely yours", "respectfully", "with respect", "faithfully", "yours"), 1.0, "Yours sincerely"),
    Form("kind_regards", ("kind regards", "kindest regards", "with kind regards", "best regards", "warm regards", "with best regards", "warmest regards"), 0.3, "Kind regards"),
    Form("regards", ("regards", "rgds", "with regards"), 0.2, "Regards"),
    Form("best_wishes", ("best wishes", "all the best", "with best wishes", "with warm wishes", "warm wishes", "warmest wishes", "with warmest wishes", "kind wishes", "with kind wishes", "every good wish", "warmly"), 0.0, "Best wishes"),
    Form("best", ("best", "all best", "my best"), -0.3, "Best"),
    Form("thanks", ("thanks", "thank you", "many thanks", "thanks again", "thanks a lot", "thanks so much", "thanks in advance", "with thanks", "thx", "thanks and regards", "much appreciated"), -0.3, "Thanks"),
    Form("cheers", ("cheers", "ta", "slán", "sláinte"), -0.8, "Cheers"),
    Form("see_you", ("see you", "talk soon", "speak soon", "bye", "later", "take care", "have a great", "have a good", "have a nice", "have a lovely", "cya", "ttyl", "until then", "catch you"), -0.6),
    Form("love", ("love", "hugs", "xo", "xx", "x", "lots of love"), -1.0),
)  # fmt: skip

ABBREVIATIONS = frozenset(
    """e.g i.e etc mr mrs ms dr prof inc ltd co corp vs approx no st jr sr dept est fig tel ext a.m p.m u.s u.k jan feb
    mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun min max incl misc qty asst cc""".split()
)


SHORT_FORMS = re.compile(
    r"\b(?:\w+n['’]t|(?:i|you|we|they|he|she|it|that|there|what|who|here|let)['’](?:m|re|ve|ll|d|s)"
    r"|gonna|wanna|gotta|kinda|dunno)\b",
    re.IGNORECASE,
)


PLAINER = {
    "regarding": "about", "concerning": "about", "assist": "help", "assistance": "help", "obtain": "get",
    "commence": "start", "prior to": "before", "subsequent to": "after", "subsequently": "later", "in order to": "to",
    "require": "need", "requires": "needs", "do not hesitate to": "feel free to",
    "at your earliest convenience": "when you can", "sufficient": "enough", "ensure": "make sure", "enquiry": "question",
    "inconvenience": "trouble", "anticipate": "expect", "utilise": "use", "utilize": "use",
}  # fmt: skip
MORE_FORMAL = {
    "asap": "as soon as possible", "btw": "by the way", "fyi": "for your information", "thx": "thank you",
    "pls": "please", "yeah": "yes", "yep": "yes", "get back to": "reply to", "kinda": "rather", "gonna": "going to",
    "check out": "review", "figure out": "determine", "sort out": "resolve", "info": "information", "maybe": "perhaps",
    "stuff": "material", "awesome": "excellent",
}  # fmt: skip

ABRUPT_STARTS = frozenset("so then and but or".split())
TITLES = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir madam".split())
HONORIFICS = frozenset("mr mrs ms miss sir madam".split())
MALE_HONORIFICS = frozenset("mr sir".split())
GROUPS = frozenset("all sir madam team everyone everybody folks guys there lads".split())
LETTERS_PER_WORD = 4.5  # about the mean of English mail


LANGUAGE = Language(
    code="en",
    load=_en_tagger.load,
    lexicon=Lexicon(
        {category: entries.split() for category, entries in words.FUNCTION_WORDS.items()}
        | {
            "i": words.I_WORDS.split(),
            "we": words.WE_WORDS.split(),
            "you": words.YOU_WORDS.split(),
            "contraction": words.CONTRACTIONS,
            "hedge": words.HEDGES,
            "booster": words.BOOSTERS,
            "warm": words.WARM,
            "negative": words.NEGATIVE,
            **grammar.WORD_LISTS,
            **formality.REGISTER,
            **politeness.CATEGORIES,
        }
    ),
    greetings=GREETINGS,
    closings=CLOSINGS,
    abbreviations=ABBREVIATIONS,
    ordinal_dot=False,
    telling_words=frozenset(words.TELLING_WORDS),
    short_forms=SHORT_FORMS,
    plainer=PLAINER,
    more_formal=MORE_FORMAL,
    needs=needs.NEEDS,
    answers=answers.ANSWERS,
    meanings=grammar.MEANINGS,
    question_words=needs.DIRECT_QUESTION_WORDS,
    abrupt_starts=ABRUPT_STARTS,
    titles=TITLES,
    honorifics=HONORIFICS,
    male_honorifics=MALE_HONORIFICS,
    groups=GROUPS,
    letters_per_word=LETTERS_PER_WORD,
    abstract_word=formality.ABSTRACT_WORD,
    labels={"de": "Englisch", "en": "English"},
    habits=_en_habits.HABITS,
    plain=_en_plain.PLAIN,
    care=care.CARE,
    registers=registers.REGISTERS,
    facts=facts.FACTS,
    promises=promises.PROMISES,
    bonds=bonds.WORDS,
)
