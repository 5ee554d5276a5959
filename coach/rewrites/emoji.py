"""More emoji than this customer uses: takes them out; for one who clearly uses them, one behind a cheerful sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice

from coach.address import forms_used
from coach.changing import reaches
from coach.edges import has_stiff_edge
from coach.habit import Side, side_of, usual_number
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN, examples
from coach.model import Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

FACE = (
    r"(?:(?<![\w/])[:;=]['’]?-?[)(DPpO/|*]+(?!\w)|\^\^|<3|"
    r"(?:[\U0001F1E6-\U0001F1FF]{2}|[\U0001F300-\U0001FAFF☀-➿])[️‍\U0001F3FB-\U0001F3FF]*)"
)
FACES = re.compile(rf"{FACE}(?:[ ]*{FACE})*")
# a wink, a grin, a tongue: they say "I am joking"
TEASING = re.compile(r";['’]?-?[)D]|[:=]['’]?-?[DPp]|xD|[😉😜😝😛😂🤣😅😁😆😏🙃😈]")
APART = re.compile(r"[:;] [)D](?!\w)")  # a smiley with a blank in it, which is not counted as one
ASKS = re.compile(r"(?:VA|VM|VV)\(FIN\)|PW|MD|W(?:DT|P|RB)|VB[DPZ]")  # tags of a first word that may open a question
LABELS = frozenset("☎✆✉✓✔✗✘✕✖➔➜➡✂★☆☐☑☒❗❓❌✅⚠📎📞📧📅📍🔗")  # signs that do a word's work
FRIENDLY = ("😊", "🙂", "😀", "😄", "😃", "☺", ":-)", ":)", "=)", ";-)", ";)")
USUAL = "🙂"
OPENING = re.compile(r"(?<![:;=-])\(")  # a bracket, not a sad face
USES_THEM = 0.7  # emoji in 100 words from which a customer clearly uses them
OUTCRY = 3  # words: "Ah, wonderful :)"
LONGEST = 14  # words of a sentence that gets one


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Emoji out, in order of the text, or (never beside greeting or closing, never in an earnest mail) one in."""
    match side_of(situation, "emoji", at):
        case Side.ABOVE:
            edits = _taken_out(situation)
            if edits and (reaches(edits, at) or any(at and _meets(edit.span, at) for edit in edits)):
                yield Rewrite(edits)
            return
        case Side.BELOW if usual_number(situation, "emoji") >= USES_THEM:
            found = _put_in(situation)
        case _:
            return
    for edit in found:
        if (at is not None and _meets(edit.span, at)) or reaches((edit,), at):
            yield Rewrite((edit,))


def _meets(span: Span, at: Span) -> bool:
    return span.start <= at.end and at.start <= span.end


def _taken_out(situation: Situation) -> tuple[Edit, ...]:
    """All that are more than usual, or nothing: one of nine taken out makes no other mail."""
    text = situation.draft.text
    if APART.search(text):
        return ()
    usual = max(
        round(usual_number(situation, "emoji") * situation.draft.words / 100),
        _in_a_usual_mail(situation),  # in a draft of twelve words, one is a high rate but no excess
    )
    faces = [
        Span(part.start + found.start(), part.start + found.end())
        for part in situation.draft.authored
        for found in FACES.finditer(part.of(text))
    ]
    if any(TEASING.search(face.of(text)) for face in faces) and not has_stiff_edge(situation):
        return ()  # without its wink a joke is an insult; in a letter it has no place
    listed = sum(_opens_line(text, face) and bool(_rest_of_line(text, face)) for face in faces) > 1
    surplus = max(0, len(faces) - usual)
    found = [_edit(situation, face, listed=listed) for face in faces if not _stays(situation, face, listed=listed)]
    edits = tuple(islice((edit for edit in found if edit is not None), surplus))
    return edits if len(edits) == min(surplus, len(found)) else ()


def _edit(situation: Situation, face: Span, *, listed: bool) -> Edit | None:
    """What takes this face out; None where it has to stay."""
    in_prose = any(part.start <= face.start < part.end for part in situation.draft.body)
    edit = _without(situation.draft.text, face, prose=in_prose)
    return None if edit and edit.text == "." and not _is_a_statement(situation, face) else edit


def _is_a_statement(situation: Situation, face: Span) -> bool:
    """False where no full stop may stand for the face: behind a question without its mark, and behind an outcry."""
    sentence = next(
        (each for each in situation.draft.sentences if each.span.start <= face.start <= each.span.end), None
    )
    if sentence is None:
        return True
    last = FACES.sub("", situation.draft.text[sentence.span.start : face.start]).rpartition("\n\n")[2].split()
    first = sentence.tokens[0].tag if sentence.tokens else ""
    return len(last) > OUTCRY and not ASKS.match(first)


def _stays(situation: Situation, face: Span, *, listed: bool) -> bool:
    """True for what somebody else wrote, for bullets and for signs: they are no smileys of the writer's."""
    text = situation.draft.text
    return situation.is_quoted(face) or (listed and _opens_line(text, face)) or bool(set(face.of(text)) & LABELS)


def _in_a_usual_mail(situation: Situation) -> int:
    """How many emoji a mail of the customer's usual length has."""
    length = situation.dimensions["message_length"]
    sums = situation.usual.numbers.get(length.key)
    mean = sums.mean if sums else None
    if mean is None:
        return 0
    return math.floor(usual_number(situation, "emoji") * length.scale.back(mean) / 100 + 0.5)


def _without(text: str, face: Span, *, prose: bool) -> Edit | None:
    """The edit that takes a face out; in `prose` a full stop stays behind where it ended the sentence."""
    line_start = text.rfind("\n", 0, face.start) + 1
    before, after = text[line_start : face.start], text[face.end :]
    following = after.lstrip(" ")
    paragraph = text[text.rfind("\n\n", 0, face.start) + 1 : face.start]
    spoken = FACES.sub("", paragraph)
    if len(OPENING.findall(spoken)) > spoken.count(")"):
        return None  # its bracket may close another one
    if not before.strip():
        if following[:1] in ("", "\n"):
            return None  # a face alone on its line is the whole message
        return Edit(Span(face.start, face.end + len(after) - len(following)), "")
    kept = before.rstrip(" ")
    if FACES.match(following):
        return Edit(Span(line_start + len(kept), face.end), "")  # one of several: the last of them ends the sentence
    ends = following[:1] in ("", "\n") or following[:1].isupper()
    start = line_start + len(kept)
    if following[:1] in (".", ",", "!", "?", ":", ";"):
        return Edit(Span(start, face.end), "")
    if not ends and kept[-1].isalnum():
        return None  # in the middle of a line it does a comma's or a full stop's work
    return Edit(Span(start, face.end), "." if ends and kept[-1].isalnum() and prose else "")


def _opens_line(text: str, face: Span) -> bool:
    return not text[text.rfind("\n", 0, face.start) + 1 : face.start].strip()


def _rest_of_line(text: str, face: Span) -> str:
    return text[face.end :].split("\n", 1)[0].strip()


def _put_in(situation: Situation) -> Iterator[Edit]:
    draft, words = situation.draft, situation.language.registers
    if words.earnest.search(draft.text) or FACES.search(draft.text) or draft.once(forms_used).form == "sie":
        return
    for sentence in reversed(draft.sentences):
        text = sentence.text.rstrip()
        if words.cheerful.search(text) and text[-1:] in (".", "!") and text[-2:] != ".." and sentence.words <= LONGEST:
            end = sentence.span.start + len(text)
            if not situation.is_quoted(Span(end - 1, end)):
                yield Edit(Span(end, end), f" {_theirs(situation)}")
                return


def _theirs(situation: Situation) -> str:
    """The friendly face that the customer used in the mail that is answered, else a smile."""
    written = situation.context.reply_to
    return min((face for face in FRIENDLY if face in written), key=written.index, default=USUAL)


_EXAMPLES = (
    *examples(
        FORMAL_DE,
        (
            ("die Prüfung ist fertig 😊 Wir rufen Sie am Montag an und klären mit Ihnen den Termin für den Einbau.", "die Prüfung ist fertig. Wir rufen Sie am Montag an und klären mit Ihnen den Termin für den Einbau."),
            ("der Monteur war gestern im Haus. 🎉 Die Heizung läuft wieder, der Bericht folgt am Montag per Post.", "der Monteur war gestern im Haus. Die Heizung läuft wieder, der Bericht folgt am Montag per Post."),
            ("die Ware ist da und wird heute verpackt ;-) Die Papiere für den Zoll folgen mit der zweiten Sendung.", "die Ware ist da und wird heute verpackt. Die Papiere für den Zoll folgen mit der zweiten Sendung."),
            ("das Zeichen „😊“ wird vom Drucker nicht erkannt. Wir spielen am Montag eine neue Fassung der Schrift ein.", None),
            ("offen sind noch zwei Punkte:\n✅ Plan vom Statiker\n✅ Freigabe durch die Stadt\nBeides liegt am Montag vor.", None),
        ),
    ),
    *examples(
        LOOSE_DE,
        (
            ("danke für die schnelle Antwort. Den Plan bekommst du am Montag, dann reicht die Zeit für die Montage.", "danke für die schnelle Antwort. 🙂 Den Plan bekommst du am Montag, dann reicht die Zeit für die Montage."),
            ("danke für die Nachricht. Leider ist die Waage beim Transport kaputtgegangen, die neue dauert zwei Wochen.", None),
        ),
    ),
    *examples(
        FORMAL_EN,
        (
            ("the second scale leaves on Friday 🎉 We call you before it goes out of the door. The quote follows on Monday.", "the second scale leaves on Friday. We call you before it goes out of the door. The quote follows on Monday."),
            ("the technician came yesterday. 😊 The pump is running again, and the report follows on Monday by post.", "the technician came yesterday. The pump is running again, and the report follows on Monday by post."),
            ("the goods are here and will be packed today ;-) The papers for the customs office follow tomorrow.", "the goods are here and will be packed today. The papers for the customs office follow tomorrow."),
            ("the printer does not know the sign “😊”. A new version of the font will be installed on Monday morning.", None),
            ("two points are open:\n✅ the drawing\n✅ the permit of the city\nBoth will be on your desk by Monday.", None),
            ("the goods are here and will be packed today. The papers for the customs office follow tomorrow.", None),
        ),
    ),
    *examples(
        LOOSE_EN,
        (
            ("thanks for the quick answer. The drawing will be with you on Monday, which leaves time for the wiring.", "thanks for the quick answer. 🙂 The drawing will be with you on Monday, which leaves time for the wiring."),
            ("Thanks for the message. Unfortunately the scale was damaged on the way, and the new one needs two weeks.", None),
        ),
    ),
    RewriteExample("de", "Sehr geehrte Frau Brandt,\n\nvielen Dank für Ihre Nachricht. Den Plan schicken wir Ihnen am Montag, die Montage ist am Mittwoch.\n\nMit freundlichen Grüßen\nTom Wolf", None, habit=LOOSE_DE.mails),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
