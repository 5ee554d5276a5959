"""Short forms ("don't", "hab ich") spelled out for a customer who does not use them, and taken up for one who does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from coach.address import forms_used
from coach.changing import reaches
from coach.document import Sentence, is_word
from coach.edges import has_chummy_edge, has_stiff_edge
from coach.habit import Side, side_of, usual_number
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN, examples
from coach.model import Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation
from coach.swapping import swapped

USES_THEM = 0.5  # short forms in 100 words from which a customer clearly uses them
QUESTION_WORDS = frozenset("why how when where what which who whom".split())
# "What it is now", "than I am used to": what was asked for or compared is missing behind the verb, and it keeps its weight.
STRANDS = frozenset(
    "what how where who whom which whatever wherever whichever than as that so neither nor whether".split()
)
REACH = 5  # tokens before the short form in which such a word strands it


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Spelled out or clipped, in order of the text; never more than brings the draft to the customer's habit."""
    match side_of(situation, "short_forms", at):
        case Side.ABOVE:
            yield from _all_spelled(situation, at)
            return
        case Side.BELOW if usual_number(situation, "short_forms") >= USES_THEM:
            found = _clipped(situation)
        case _:
            return
    surplus = abs(_surplus(situation))
    yield from islice((each for each in found if reaches(each.edits, at)), max(1, surplus))


def _surplus(situation: Situation) -> int:
    """How many short forms more (less, where negative) the draft has than a text of its length by the customer."""
    here = len(situation.draft.find(situation.language.short_forms))
    return here - round(usual_number(situation, "short_forms") * situation.draft.words / 100)


def _all_spelled(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """All short forms at once: a text that has "do not" beside "it's" is of no register, nor is one under "Hey"."""
    if has_chummy_edge(situation):
        return
    found = list(_spelled(situation))
    edits = tuple(edit for each in found for edit in each.edits)
    short = situation.draft.find(situation.language.short_forms)
    done = all(any(edit.span.start < each.end and each.start < edit.span.end for edit in edits) for each in short)
    if edits and done and reaches(edits, at):
        yield Rewrite(edits)


def _spelled(situation: Situation) -> Iterator[Rewrite]:
    for each in swapped(situation, situation.language.registers.spelled):
        edit = each.edits[-1]
        if situation.language.code == "en" and (_is_inverted(situation, edit) or _is_possessive(situation, edit)):
            continue
        yield each


def _is_possessive(situation: Situation, edit: Edit) -> bool:
    """True for the slip "it's use": spelled out, it would be a worse one."""
    if edit.span.of(situation.draft.text).lower().replace("’", "'") != "it's":
        return False
    sentence, _, last = _place(situation, edit.span)
    behind = sentence.tokens[last : last + 2]
    return bool(behind) and behind[0].tag.startswith("NN") and not (len(behind) > 1 and behind[1].tag.startswith("NN"))


def _is_inverted(situation: Situation, edit: Edit) -> bool:
    """True for "Why don't we", "isn't it", "Don't worry": spelled out, the words would stand in the wrong order."""
    written = edit.span.of(situation.draft.text).lower()
    if not written.endswith(("n't", "n’t")):
        return False
    sentence, first, last = _place(situation, edit.span)
    tokens = sentence.tokens
    behind = tokens[last].lower if last < len(tokens) else ""
    words_before = [token.lower for token in tokens[:first] if is_word(token)]
    opens = (
        not words_before or tokens[first - 1].text in ",;:-–" or words_before[-1] in QUESTION_WORDS - {"who", "which"}
    )
    # "Don't have one here": who does not is left out
    return opens or behind in ("i", "you", "we", "they", "he", "she", "it", "there", "worry")


def _clipped(situation: Situation) -> Iterator[Rewrite]:
    if situation.language.code == "de" and situation.draft.once(forms_used).form == "sie":
        return  # who says Sie writes "ich habe", whatever the customer does
    if has_stiff_edge(situation):
        return  # "hab ich" above "Mit freundlichen Grüßen"
    curly = "’" in situation.draft.text and "'" not in situation.draft.text
    for each in swapped(situation, situation.language.registers.clipped):
        if situation.language.code == "en" and (
            _is_stranded(situation, each.edits[-1]) or _is_relative(situation, each.edits[-1])
        ):
            continue
        yield Rewrite(
            tuple(Edit(edit.span, edit.text.replace("'", "’") if curly else edit.text) for edit in each.edits)
        )


def _is_relative(situation: Situation, edit: Edit) -> bool:
    """True for "the path that is set": a noun's own clause is not clipped."""
    if not edit.span.of(situation.draft.text).lower().startswith("that "):
        return False
    sentence, first, _ = _place(situation, edit.span)
    return first > 0 and sentence.tokens[first - 1].tag.startswith(("NN", "PRP", "CD"))


def _is_stranded(situation: Situation, edit: Edit) -> bool:
    """True where the verb bears the clause's weight ("what it is now") or joins two subjects ("Ann and I will")."""
    sentence, first, last = _place(situation, edit.span)
    tokens = sentence.tokens
    if "n't" in edit.text.replace("’", "'"):
        return first > 0 and tokens[first - 1].text.endswith("?")
    following = tokens[last] if last < len(tokens) else None
    if following is not None and following.tag == "CC":
        return True  # "the same as you are and more"
    if following is not None and following.tag == "IN" and not any(is_word(token) for token in tokens[last + 1 :]):
        return True  # "the state it is in"
    if first > 1 and tokens[first - 1].lower in ("and", "or") and tokens[first - 2].tag.startswith(("NNP", "PRP")):
        return True
    back = first - 1
    while back >= max(0, first - REACH) and tokens[back].text not in ",;:.–":
        if tokens[back].lower in STRANDS and not (following is not None and following.tag in ("VBG", "VBN")):
            return True
        back -= 1
    return False


def _place(situation: Situation, span: Span) -> tuple[Sentence, int, int]:
    """The sentence of a span and its tokens [first, last)."""
    sentence = next(each for each in situation.draft.sentences if each.span.start <= span.start < each.span.end)
    inside = [
        index
        for index, token in enumerate(sentence.tokens)
        if span.start <= sentence.span.start + token.start < span.end
    ]
    return sentence, inside[0], inside[-1] + 1


_EXAMPLES = (
    *examples(
        FORMAL_DE,
        (
            ("ich hab den Plan geprüft und das Angebot noch einmal berechnet. Es gilt bis zum Ende des Monats. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "ich habe den Plan geprüft und das Angebot noch einmal berechnet. Es gilt bis zum Ende des Monats. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("gibt's zu der Heizung schon einen Bericht? Wir prüfen die Anlage sonst am Montag noch einmal vor Ort. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "gibt es zu der Heizung schon einen Bericht? Wir prüfen die Anlage sonst am Montag noch einmal vor Ort. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("das wär für uns ein guter Termin. Der Monteur kommt dann um neun Uhr und bringt die Teile mit. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "das wäre für uns ein guter Termin. Der Monteur kommt dann um neun Uhr und bringt die Teile mit. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("im Protokoll steht nix zu dem Zähler. Bitte prüfen Sie den Stand vor der Übergabe der Wohnung. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "im Protokoll steht nichts zu dem Zähler. Bitte prüfen Sie den Stand vor der Übergabe der Wohnung. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("Herr Maier schrieb „hab ich erledigt“. Der Vorgang ist damit für uns beendet, die Akte wird geschlossen. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
            ("die Anlage läuft seit gestern wieder. Der Bericht folgt am Montag mit der Rechnung für den Einsatz. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
        ),
    ),
    *examples(
        LOOSE_DE,
        (
            ("ich habe den Plan heute geprüft und alles im System hinterlegt. Die Montage ist damit für Montag geplant. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "ich hab den Plan heute geprüft und alles im System hinterlegt. Die Montage ist damit für Montag geplant. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("am Montag gibt es neue Zahlen zum Umsatz. Die Kollegin aus dem Einkauf schickt sie dir dann direkt zu. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", "am Montag gibt's neue Zahlen zum Umsatz. Die Kollegin aus dem Einkauf schickt sie dir dann direkt zu. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt."),
            ("die Teile sind angekommen und liegen im Lager. Der Monteur holt sie am Montag um acht Uhr dort ab. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.", None),
        ),
    ),
    *examples(
        FORMAL_EN,
        (
            ("we don't have the corrected invoice yet, but the accounts department will send it on Monday morning. The office is open from eight to five for the rest of the week, as usual.", "we do not have the corrected invoice yet, but the accounts department will send it on Monday morning. The office is open from eight to five for the rest of the week, as usual."),
            ("the pump can't be repaired on site. A technician will collect it on Monday and bring a replacement. The office is open from eight to five for the rest of the week, as usual.", "the pump cannot be repaired on site. A technician will collect it on Monday and bring a replacement. The office is open from eight to five for the rest of the week, as usual."),
            ("it's been a busy week in the workshop. The report for the second scale follows on Monday morning. The office is open from eight to five for the rest of the week, as usual.", "it has been a busy week in the workshop. The report for the second scale follows on Monday morning. The office is open from eight to five for the rest of the week, as usual."),
            ("I'd like to confirm the date for the visit. The hall is open from nine, and the crane is booked. The office is open from eight to five for the rest of the week, as usual.", "I would like to confirm the date for the visit. The hall is open from nine, and the crane is booked. The office is open from eight to five for the rest of the week, as usual."),
            ("why don't we meet in the hall on Monday? The crane is booked, and the electrician will be there. The office is open from eight to five for the rest of the week, as usual.", None),
            ("the note on the box says “don't drop, it's glass”. The carrier has signed for the parcel this morning. The office is open from eight to five for the rest of the week, as usual.", None),
        ),
    ),
    *examples(
        LOOSE_EN,
        (
            ("the quote is ready and I will send it on Monday. The workshop needs two more days for the second scale. The office is open from eight to five for the rest of the week, as usual.", "the quote is ready and I'll send it on Monday. The workshop needs two more days for the second scale. The office is open from eight to five for the rest of the week, as usual."),
            ("the hall is closed on Friday, so we do not need the crane. The electrician comes on Monday instead. The office is open from eight to five for the rest of the week, as usual.", "the hall is closed on Friday, so we don't need the crane. The electrician comes on Monday instead. The office is open from eight to five for the rest of the week, as usual."),
            ("The invoice shows what it is for. Accounts booked the amount on Monday, with the discount for March. The office is open from eight to five for the rest of the week, as usual.", None),
            ("The crane was booked for Monday morning. The hall opens at nine, and the electrician has the key. The office is open from eight to five for the rest of the week, as usual.", None),
        ),
    ),
    RewriteExample("de", "Sehr geehrte Frau Brandt,\n\nich habe den Plan geprüft und schicke Ihnen das Ergebnis am Montag. Die Montage beginnt am Mittwoch. Das Büro ist bis zum Ende der Woche wie immer von acht bis fünf Uhr besetzt.\n\nMit freundlichen Grüßen\nTom Wolf", None, habit=LOOSE_DE.mails),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
