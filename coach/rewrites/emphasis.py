"""More emphasis than this customer uses: takes a "sehr", "really" or "absolutely" out where it is not heartfelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.changing import NO_PROSE, reaches
from coach.document import Sentence
from coach.habit import Side, side_of
from coach.habit_examples import FORMAL_DE, FORMAL_EN, examples
from coach.model import Edit, Span, Token
from coach.rewriter import Rewrite, Rewriter
from coach.situation import Situation
from coach.swapping import article_edit

CLAUSE_ENDS = ",;:–—-()"
DESCRIBES = ("ADJ", "ADV")
# Said of a thing done ("richtig eingestellt", "highly integrated") the word says how, not how much.
DONE = ("VBN", "VBG", "VV(PP)")
HOW = frozenset({"richtig", "highly", "echt", "total"})


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Each emphasis that can go, in order of the text; only ever out."""
    if side_of(situation, "boosters", at) is not Side.ABOVE:
        return
    for sentence in situation.draft.sentences:
        if NO_PROSE.search(sentence.text):
            continue
        for index in range(1, len(sentence.tokens) - 1):
            edits = _without(situation, sentence, index)
            if edits and reaches(edits, at):
                yield Rewrite(edits)


def _without(situation: Situation, sentence: Sentence, index: int) -> tuple[Edit, ...]:
    tokens, words = sentence.tokens, situation.language.registers
    token, follows = tokens[index], tokens[index + 1]
    if token.text not in words.emphasis or follows.pos not in DESCRIBES or not _can_go(situation, tokens, index):
        return ()
    span = sentence.span_of(index, index + 1)
    if words.heartfelt.search(_clause(tokens, index)) or situation.is_quoted(span):
        return ()
    out = Edit(Span(span.start, sentence.span_of(index + 1, index + 2).start), "")
    article = article_edit(sentence, index, follows.text) if situation.language.code == "en" else None
    return (article, out) if article else (out,)


def _can_go(situation: Situation, tokens: Sequence[Token], index: int) -> bool:
    """False where the sentence needs the word: "nicht sehr gut", "very much", "- Sehr gut", "richtig eingestellt"."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    keeps, emphasis = situation.language.registers.keeps_emphasis, situation.language.registers.emphasis
    if not before.text[-1].isalnum() or before.lower.replace("’", "'") in keeps or before.lower in emphasis:
        return False
    if after.lower in keeps or after.lower in emphasis or after.text[0].isupper() or after.start != token.end + 1:
        return False
    if token.text in HOW and (after.tag.startswith(DONE) or (after.lower.startswith(("ge", "ein", "an", "ver")))):
        return False
    return token.text != "besonders" or after.tag.startswith("ADJ")


def _clause(tokens: Sequence[Token], index: int) -> str:
    """The words between the commas around this one."""
    marks = [at for at, token in enumerate(tokens) if token.text in CLAUSE_ENDS]
    first = max((at + 1 for at in marks if at < index), default=0)
    last = min((at for at in marks if at > index), default=len(tokens))
    return " ".join(token.text for token in tokens[first:last])


_EXAMPLES = (
    *examples(
        FORMAL_DE,
        (
            ("die neue Pumpe ist wirklich leise und läuft seit gestern. Der alte Filter war extrem verschmutzt und total verstopft. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "die neue Pumpe ist leise und läuft seit gestern. Der alte Filter war extrem verschmutzt und total verstopft. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("der Bericht ist absolut vollständig. Die sehr alten Zähler im Keller ersetzen wir bis zum Ende des Monats. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "der Bericht ist vollständig. Die sehr alten Zähler im Keller ersetzen wir bis zum Ende des Monats. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("der Stoff ist unglaublich leicht und trotzdem extrem haltbar. Die Muster liegen der Sendung am Montag bei. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "der Stoff ist leicht und trotzdem extrem haltbar. Die Muster liegen der Sendung am Montag bei. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("die Wohnung ist besonders hell und völlig trocken. Die Übergabe kann am Montag um neun Uhr stattfinden. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "die Wohnung ist hell und völlig trocken. Die Übergabe kann am Montag um neun Uhr stattfinden. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("vielen Dank, wir freuen uns wirklich sehr über den Auftrag. Der Verzug im März tut uns sehr leid. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
            ("der Filter ist nicht besonders alt. Er wurde richtig eingebaut, der Fehler liegt also an anderer Stelle. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
            ("der Gutachter schrieb „absolut dicht und sehr trocken“. Der Bericht liegt der Akte in Kopie bei. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
            ("die Pumpe läuft seit gestern. Der Filter war verschmutzt und wurde ersetzt, der Bericht folgt am Montag. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
        ),
    ),
    *examples(
        FORMAL_EN,
        (
            ("we are absolutely certain that the really new parts will be extremely reliable. The report follows on Monday. The office is open from eight to five for the rest of the week, as usual.", "we are certain that the really new parts will be extremely reliable. The report follows on Monday. The office is open from eight to five for the rest of the week, as usual."),
            ("it is a very old pump, and the filter was totally blocked. A replacement will be fitted on Monday morning. The office is open from eight to five for the rest of the week, as usual.", "it is an old pump, and the filter was totally blocked. A replacement will be fitted on Monday morning. The office is open from eight to five for the rest of the week, as usual."),
            ("the cloth is incredibly light and extremely durable. The samples will be in the parcel on Monday morning. The office is open from eight to five for the rest of the week, as usual.", "the cloth is light and extremely durable. The samples will be in the parcel on Monday morning. The office is open from eight to five for the rest of the week, as usual."),
            ("the flat is completely dry and really bright. The keys will be handed over on Monday at nine. The office is open from eight to five for the rest of the week, as usual.", "the flat is dry and really bright. The keys will be handed over on Monday at nine. The office is open from eight to five for the rest of the week, as usual."),
            ("thank you very much, we are really happy with the order. We are truly sorry about the delay in March. The office is open from eight to five for the rest of the week, as usual.", None),
            ("the filter is not very old, and there is not much wear. It was highly recommended by the maker of the pump. The office is open from eight to five for the rest of the week, as usual.", None),
            ("the surveyor wrote “absolutely dry and extremely well kept”. A copy of the report is in the file. The office is open from eight to five for the rest of the week, as usual.", None),
            ("the pump has been running since yesterday. The filter was blocked and has been replaced this morning. The office is open from eight to five for the rest of the week, as usual.", None),
        ),
    ),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
