"""The mail ends coldly, or with its last fact: offers one warm sentence that fits what the mail is about."""

from __future__ import annotations

from collections.abc import Iterator

from coach.care import apology_parts, register_of
from coach.care.places import ENDED, added_paragraph, is_at, last_paragraph, spoken
from coach.care_words import ApologyPart, CloseWords
from coach.model import Context, Edit, NeedKind, Span, Standing
from coach.relationship.clauses import plain
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

LEAST_SENTENCES = 2
NEAR_END = 2  # sentences; a question before that may be the writer's own, answered on the spot
LEAST_WORDS = 12  # a shorter mail needs no ceremony


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """The kind of line that fits best first; none whose kind the draft has already."""
    draft, words = situation.draft, situation.language.care.closes
    sentences, ending = spoken(draft), last_paragraph(draft)
    if len(sentences) < LEAST_SENTENCES or draft.words < LEAST_WORDS or draft.closing is None or ending is None:
        return
    last = sentences[-1]
    if not ENDED.search(last.text) or ending.bullets:
        return  # a list, a table, a sentence not yet written
    if not is_at(at, Span(last.span.start, draft.closing.end)) or situation.is_quoted(last.span):
        return
    lines = [plain(each.text) for each in sentences]
    closing = plain(draft.closing.of(draft.text)).strip()
    cold = words.cold.search(lines[-1]) is not None
    kept = lines[:-1] if cold else lines
    if any(words.never.search(line) for line in lines) or _thanks(closing, situation):
        return
    ends = sum(each.span.start >= ending.span.start for each in sentences)  # sentences of the last paragraph
    if any(words.warm.search(line) for line in (kept[-ends:] if ends < len(lines) else kept[-1:])):
        return
    register = register_of(situation)
    for kind in _fitting(situation, lines):
        said = register.say(words.lines[kind])
        if said is None or any(words.has[kind].search(line) for line in kept):
            continue
        if cold:
            yield Rewrite((Edit(last.span, said),))
        else:
            yield Rewrite((added_paragraph(draft, ending, said),))


def _thanks(closing: str, situation: Situation) -> bool:
    """Whether the closing itself is warm: "Vielen Dank und viele Grüße", "Bis morgen", "Thanks"."""
    form = situation.language.closing_form(closing)
    return (
        form is None
        or form.name in ("dank", "thanks", "bis_dann", "see_you", "love")
        or any(word in closing for word in ("dank", "thank"))
    )


def _fitting(situation: Situation, lines: list[str]) -> Iterator[str]:
    draft, language = situation.draft, situation.language
    words = language.care.closes
    if any(words.refuses.search(line) for line in lines):
        return
    if situation.reply is not None and any(each.part is ApologyPart.REGRET for each in apology_parts(draft)):
        if any(need.kind is NeedKind.COMPLAINT for need in situation.needs):
            yield "hint"
        yield "patience"
        return
    if any(words.meets.search(line) for line in lines):
        yield "meeting"
    if _waits(lines, words):
        yield "answer"
    elif any(language.answers.attached.search(line) for line in lines):
        yield "questions"
    elif situation.answers and any(language.care.promises.reports.search(line) for line in lines[-2:]):
        yield "patience"
    elif any(answer.standing is Standing.ANSWERED for answer in situation.answers):
        yield "questions"


def _waits(lines: list[str], words: CloseWords) -> bool:
    """Whether the mail waits for an answer: it asks for one, asks the reader, or has a question near its end."""
    asks = [number for number, line in enumerate(lines) if line.rstrip().endswith("?")]
    near = any(number >= len(lines) - NEAR_END or words.reader.search(lines[number]) for number in asks)
    return near or any(words.wants_answer.search(line) for line in lines)


_COMPLAINS = Context("Guten Tag,\n\ndie Rechnung ist falsch, das ist sehr ärgerlich.\n\nKarl Weber")

REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Sehr geehrte Frau Lang,\n\nfür das Angebot fehlen noch die Maße der Fenster. Können Sie mir die Breite und die Höhe nennen?\n\nMit freundlichen Grüßen\nPaul Reuter",
            "Sehr geehrte Frau Lang,\n\nfür das Angebot fehlen noch die Maße der Fenster. Können Sie mir die Breite und die Höhe nennen?\n\nIch freue mich auf Ihre Rückmeldung.\n\nMit freundlichen Grüßen\nPaul Reuter",
        ),
        RewriteExample(
            "de",
            "Hallo Jana,\n\nanbei die Liste mit den Teilen, die wir für den Umbau brauchen. Die Preise stehen in der letzten Spalte.\n\nLG Tom",
            "Hallo Jana,\n\nanbei die Liste mit den Teilen, die wir für den Umbau brauchen. Die Preise stehen in der letzten Spalte.\n\nWenn noch etwas unklar ist, melde dich gern.\n\nLG Tom",
            habit=("Hallo Tom,\n\nkannst du mir die Liste schicken? Dann bestelle ich.\n\nLG Jana",),
            context=Context("Hallo Tom,\n\nkannst du mir die Liste schicken?\n\nLG Jana"),
        ),
        RewriteExample(
            "de",
            "Guten Tag Herr Weber,\n\ndie falsche Rechnung tut mir leid. Die korrigierte Fassung liegt ab morgen in Ihrem Konto.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Herr Weber,\n\ndie falsche Rechnung tut mir leid. Die korrigierte Fassung liegt ab morgen in Ihrem Konto.\n\nVielen Dank, dass Sie mich darauf aufmerksam gemacht haben.\n\nFreundliche Grüße\nAnke Wolf",
            context=_COMPLAINS,
        ),
        RewriteExample(
            "de",
            "Guten Tag Frau Lang,\n\nanbei erhalten Sie den Mietvertrag in zweifacher Ausfertigung. Um Kenntnisnahme wird gebeten.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Frau Lang,\n\nanbei erhalten Sie den Mietvertrag in zweifacher Ausfertigung. Wenn noch Fragen offen sind, helfe ich Ihnen gern weiter.\n\nFreundliche Grüße\nAnke Wolf",
        ),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nanbei erhalten Sie den Mietvertrag. Bei Fragen melden Sie sich gern.\n\nFreundliche Grüße\nAnke Wolf", None),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nanbei erhalten Sie den Mietvertrag in zweifacher Ausfertigung.\n\nVielen Dank und freundliche Grüße\nAnke Wolf", None),
        RewriteExample("de", "Liebe Frau Lang,\n\nzum Tod Ihres Mannes spreche ich Ihnen mein Beileid aus. Die Unterlagen können warten.\n\nIhre Anke Wolf", None),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nanbei erhalten Sie den Mietvertrag in zweifacher Ausfertigung und die Hausordnung.", None),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nthe quote still lacks the size of the windows. Could you send me the width and the height?\n\nKind regards\nTom Moore",
            "Dear Ms Clarke,\n\nthe quote still lacks the size of the windows. Could you send me the width and the height?\n\nI look forward to your reply.\n\nKind regards\nTom Moore",
        ),
        RewriteExample(
            "en",
            "Hi Ann,\n\nI've attached the list of parts that we need for the new kitchen. The prices are in the last column.\n\nCheers\nSam",
            "Hi Ann,\n\nI've attached the list of parts that we need for the new kitchen. The prices are in the last column.\n\nIf anything is unclear, just let me know.\n\nCheers\nSam",
        ),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nI am sorry about the wrong invoice. The corrected one will be in your account tomorrow.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nI am sorry about the wrong invoice. The corrected one will be in your account tomorrow.\n\nThank you for bringing this to my attention.\n\nKind regards\nAnn Bell",
            context=Context("Hello,\n\nthe last invoice is wrong, which is really annoying.\n\nJo Reed"),
        ),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nplease find attached both copies of the lease for the flat. Please take note accordingly.\n\nKind regards\nAnn Bell",
            "Dear Ms Clarke,\n\nplease find attached both copies of the lease for the flat. If anything is unclear, I will be happy to help.\n\nKind regards\nAnn Bell",
        ),
        RewriteExample("en", "Dear Ms Clarke,\n\nplease find attached both copies of the lease. If you have any questions, just call me.\n\nKind regards\nAnn Bell", None),
        RewriteExample("en", "Dear Ms Clarke,\n\nplease find attached both copies of the lease for the flat in Elm Street.\n\nMany thanks\nAnn Bell", None),
        RewriteExample("en", "Dear Ms Clarke,\n\nplease accept my condolences on the death of your husband. The papers can wait until you are ready.\n\nYours sincerely\nAnn Bell", None),
        RewriteExample("en", "Dear Ms Clarke,\n\nplease find attached both copies of the lease for the flat. The keys are with the caretaker.", None),
    ),
)  # fmt: skip
