"""A promise without a date gets a gap for one: "zeitnah" becomes "bis [Termin]", "soon" becomes "by [date]"."""

from __future__ import annotations

from collections.abc import Iterator

from coach.care.places import is_at
from coach.care.promises import dated, reported
from coach.care.register import register_of
from coach.model import Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """A date for each vague promise, in order; only the writer knows which."""
    words, draft = situation.language.care.promises, situation.draft
    for sentence in draft.sentences:
        if not is_at(at, sentence.span):
            continue
        edits: list[Edit] = list(dated(sentence, words))
        if not edits and (more := reported(draft, sentence, register_of(situation), words)):
            edits.append(more)
        for edit in edits:
            touches = is_at(at, edit.span) or edit.span.start == edit.span.end
            if touches and not situation.is_quoted(edit.span):
                yield Rewrite((edit,), asks=True)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Sehr geehrter Herr Brandt,\n\nvielen Dank für Ihre Nachricht. Wir melden uns zeitnah bei Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrter Herr Brandt,\n\nvielen Dank für Ihre Nachricht. Wir melden uns bis [Termin] bei Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf",
        ),
        RewriteExample(
            "de",
            "Hallo Jana,\n\nich schicke dir das Angebot für die Dachrinne so bald wie möglich.\n\nLG Tom",
            "Hallo Jana,\n\nich schicke dir das Angebot für die Dachrinne bis [Termin].\n\nLG Tom",
            at="so bald wie möglich",
        ),
        RewriteExample(
            "de",
            "Guten Tag Frau Krause,\n\nin Kürze erhalten Sie von uns die neuen Zugangsdaten.\n\nFreundliche Grüße\nPaul Reuter",
            "Guten Tag Frau Krause,\n\nbis [Termin] erhalten Sie von uns die neuen Zugangsdaten.\n\nFreundliche Grüße\nPaul Reuter",
        ),
        RewriteExample(
            "de",
            "Liebe Frau Sommer,\n\nIch sehe mir das an. Bis Freitag bekommen Sie Bescheid.\n\nSchöne Grüße\nEva Lenz",
            None,
        ),
        RewriteExample(
            "de",
            "Liebe Frau Sommer,\n\nIhr Hinweis auf das Ventil ist angekommen. Ich kümmere mich darum.\n\nSchöne Grüße\nEva Lenz",
            "Liebe Frau Sommer,\n\nIhr Hinweis auf das Ventil ist angekommen. Ich kümmere mich darum und melde mich bis [Termin] bei Ihnen.\n\nSchöne Grüße\nEva Lenz",
        ),
        RewriteExample("de", "Guten Tag Herr Abel,\n\nwir melden uns zeitnah, spätestens am Freitag.\n\nViele Grüße\nIna", None),
        RewriteExample("de", "Guten Tag Herr Abel,\n\nbitte senden Sie uns die Unterlagen zeitnah zu.\n\nViele Grüße\nIna", None),
        RewriteExample("de", "Hallo Tom,\n\nich freue mich, bald von dir zu hören.\n\nBis bald\nIna", None),
        RewriteExample("de", "Hallo Tom,\n\nsobald die Teile da sind, rufen wir dich so schnell wie möglich an.\n\nGruß\nIna", None),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nthank you for your message. We will get back to you soon.\n\nKind regards\nTom Moore",
            "Dear Ms Clarke,\n\nthank you for your message. We will get back to you by [date].\n\nKind regards\nTom Moore",
        ),
        RewriteExample(
            "en",
            "Hi Ann,\n\nI'll send you the revised quote for the roof asap.\n\nCheers\nSam",
            "Hi Ann,\n\nI'll send you the revised quote for the roof by [date].\n\nCheers\nSam",
            at="asap",
        ),
        RewriteExample(
            "en",
            "Hello Mr Hall,\n\nyour parcel has reached our depot. You will shortly receive an email with the details.\n\nBest wishes\nRuth",
            "Hello Mr Hall,\n\nyour parcel has reached our depot. You will receive an email with the details by [date].\n\nBest wishes\nRuth",
        ),
        RewriteExample(
            "en",
            "Hi Omar,\n\nthanks for the logs, that helps a lot. We'll look into it.\n\nBest\nLena",
            "Hi Omar,\n\nthanks for the logs, that helps a lot. We'll look into it and get back to you by [date].\n\nBest\nLena",
        ),
        RewriteExample("en", "Hi Ann,\n\nI'll send you the quote soon, by Friday at the latest.\n\nCheers\nSam", None),
        RewriteExample("en", "Hi Ann,\n\nplease send me the signed form as soon as possible.\n\nCheers\nSam", None),
        RewriteExample("en", "Hi Ann,\n\nI hope to hear from you soon.\n\nCheers\nSam", None),
        RewriteExample("en", "Dear Mr Hall,\n\nonce the part is in stock, we will ship it as soon as possible.\n\nKind regards\nRuth Bell", None),
    ),
)  # fmt: skip
