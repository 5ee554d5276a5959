"""One person promises or apologises: "Wir kümmern uns darum" becomes "Ich kümmere mich darum".

Customers are more content, and buy more, where whoever serves them says "I" (Packard, Moore & McFerran 2018).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.address.quoted import is_within, quoted_spans
from coach.care.english_voice import to_i
from coach.care.places import is_at, spoken
from coach.document import Document, Sentence
from coach.german.wir_to_ich import to_ich
from coach.language import Language
from coach.model import Edit, Span
from coach.relationship.clauses import plain
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

TEAM = re.compile(r"\bteam\b", re.IGNORECASE)
ASKS = re.compile(r"\?\s*$")


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """One change per sentence, in order; none in a mail that a team signs."""
    draft, language = situation.draft, situation.language
    if _is_signed_by_many(draft, language):
        return
    quoted = quoted_spans(draft.text)
    for sentence in spoken(draft):
        if not is_at(at, sentence.span):
            continue
        edits = _edits(sentence, language)
        if edits and not any(is_within(edit.span, quoted) for edit in edits):
            yield Rewrite(edits)


def _edits(sentence: Sentence, language: Language) -> tuple[Edit, ...]:
    words, line = language.care.voice, plain(sentence.text)
    if ASKS.search(line) or words.shared.search(line):
        return ()
    start = sentence.span.start
    if language.code == "de":
        tokens = sentence.tokens
        return tuple(
            Edit(Span(tokens[each.place].start, tokens[each.place].end).shifted(start), each.text)
            for each in to_ich(tokens, words)
        )
    return tuple(Edit(edit.span.shifted(start), edit.text) for edit in to_i(sentence.text, words))


def _is_signed_by_many(draft: Document, language: Language) -> bool:
    """Whether the lines below the closing name a team, a firm or two people; then "we" is right."""
    if draft.closing is None:
        last = draft.text[: draft.authored[-1].end].rstrip().rpartition("\n")[2] if draft.authored else ""
        return language.care.voice.team.search(last) is not None and not last.endswith((".", "!", "?"))
    lines = [line.strip() for line in draft.text[draft.closing.start :].splitlines() if line.strip()]
    return any(language.care.voice.team.search(line) for line in lines[1:2]) or TEAM.search(lines[0]) is not None


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Guten Tag Frau Lang,\n\ndanke für den Hinweis. Wir kümmern uns darum.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Frau Lang,\n\ndanke für den Hinweis. Ich kümmere mich darum.\n\nFreundliche Grüße\nAnke Wolf",
        ),
        RewriteExample(
            "de",
            "Guten Tag Herr Weber,\n\nes tut uns leid, dass wir uns erst heute melden. Die Vase ist unterwegs.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Herr Weber,\n\nes tut mir leid, dass ich mich erst heute melde. Die Vase ist unterwegs.\n\nFreundliche Grüße\nAnke Wolf",
        ),
        RewriteExample(
            "de",
            "Hallo Mia,\n\nwir sehen uns das Protokoll an und rufen dich morgen zurück.\n\nLG Tom",
            "Hallo Mia,\n\nich sehe mir das Protokoll an und rufe dich morgen zurück.\n\nLG Tom",
            at="rufen dich",
        ),
        RewriteExample(
            "de",
            "Sehr geehrte Frau Lang,\n\nfür unseren Fehler entschuldigen wir uns. Die neue Rechnung werden wir Ihnen morgen zuschicken.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrte Frau Lang,\n\nfür meinen Fehler entschuldige ich mich. Die neue Rechnung werden wir Ihnen morgen zuschicken.\n\nMit freundlichen Grüßen\nAnke Wolf",
        ),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nwir kümmern uns darum.\n\nFreundliche Grüße\nIhr Team der Stadtwerke", None),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nwir liefern auch nach Polen. Wir freuen uns auf die gemeinsame Arbeit.\n\nFreundliche Grüße\nAnke Wolf", None),
        RewriteExample("de", "Hallo Mia,\n\nwir sehen uns am Montag. Gemeinsam klären wir dann den Rest.\n\nLG Tom", None),
        RewriteExample("de", "Hallo Mia,\n\nder Chef sagte: „Wir kümmern uns darum.“ Mehr weiß ich nicht.\n\nLG Tom", None),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nthank you for the hint. We will look into it.\n\nKind regards\nTom Moore",
            "Dear Ms Clarke,\n\nthank you for the hint. I will look into it.\n\nKind regards\nTom Moore",
        ),
        RewriteExample(
            "en",
            "Hi Ann,\n\nWe're sorry about the mix-up. It was our mistake.\n\nCheers\nSam",
            "Hi Ann,\n\nI'm sorry about the mix-up. It was our mistake.\n\nCheers\nSam",
            at="We're sorry",
        ),
        RewriteExample(
            "en",
            "Hi Ann,\n\nthe log is here. We'll check it today and we are going to call you tomorrow.\n\nCheers\nSam",
            "Hi Ann,\n\nthe log is here. I'll check it today and I am going to call you tomorrow.\n\nCheers\nSam",
        ),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nwe apologise for our mistake. The corrected invoice is attached.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nI apologise for my mistake. The corrected invoice is attached.\n\nKind regards\nAnn Bell",
        ),
        RewriteExample("en", "Dear Mr Reed,\n\nwe will look into it.\n\nKind regards\nYour Support Team", None),
        RewriteExample("en", "Dear Mr Reed,\n\nwe deliver to Poland. We will discuss the rest together.\n\nKind regards\nAnn Bell", None),
        RewriteExample("en", "Hi Ann,\n\nwe both know the date. Shall we check it again?\n\nCheers\nSam", None),
        RewriteExample("en", "Hi Ann,\n\nthe manual says: \"We will send a part.\" That is all there is.\n\nCheers\nSam", None),
    ),
)  # fmt: skip
