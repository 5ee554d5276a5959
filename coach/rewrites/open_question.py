"""A question of the customer's is open: a line that takes it up where it belongs and leaves the answer to the writer."""

from __future__ import annotations

from collections.abc import Iterator

from coach.care.places import ENDED, added, added_paragraph, before_tail, paragraph_of, spoken, tail
from coach.care.questions import taken_up
from coach.care.register import register_of
from coach.model import Context, Edit, Need, Span, Standing
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.sentences import Paragraph
from coach.situation import Situation

NEAR = 0.35  # cosine; a paragraph that comes less near has another topic


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """A line for each open need, in the order in which they were asked.

    A rule cannot point at words that are not there, so `at` does not choose among them.
    """
    if situation.reply is None or not spoken(situation.draft):
        return
    register = register_of(situation)
    for answer in situation.answers:
        if answer.standing is not Standing.OPEN:
            continue
        line = taken_up(answer.need, situation.reply, register)
        edit = _edit(line, answer.need, situation) if line else None
        if edit is not None:
            yield Rewrite((edit,), asks=True)


def _edit(line: str, need: Need, situation: Situation) -> Edit | None:
    """Behind the paragraph that is nearest in topic, else behind all that the mail has to say."""
    draft = situation.draft
    sentences, end = spoken(draft), tail(situation)
    said = [paragraph_of(draft, each) for each in sentences[:end] if ENDED.search(each.text)]
    paragraphs = list(dict.fromkeys(each for each in said if each is not None))
    if not paragraphs:
        return None
    nearest = _nearest(need, paragraphs, situation)
    courteous = end < len(sentences) and paragraph_of(draft, sentences[end]) == nearest
    if not courteous:
        return added_paragraph(draft, nearest, line)
    place = before_tail(situation)
    return added(draft, place, f"{line}.") if place else None


def _nearest(need: Need, paragraphs: list[Paragraph], situation: Situation) -> Paragraph:
    if situation.encoder is None or len(paragraphs) == 1:
        return paragraphs[-1]
    texts = [each.span.of(situation.draft.text) for each in paragraphs]
    near = (situation.encoder.encode([need.text]) @ situation.encoder.encode(texts).T)[0]
    best = int(near.argmax())
    return paragraphs[best] if float(near[best]) >= NEAR else paragraphs[-1]


def _asks(text: str) -> Context:
    return Context(text)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Guten Tag Frau Lang,\n\nIhre Adresse ist geändert, die neue Karte haben wir gedruckt.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Frau Lang,\n\nIhre Adresse ist geändert, die neue Karte haben wir gedruckt.\n\nZu Ihrer Frage, ob wir auch nach Polen liefern: [Antwort]\n\nFreundliche Grüße\nAnke Wolf",
            context=_asks("Guten Tag,\n\nmeine Adresse hat sich geändert. Liefern Sie auch nach Polen?\n\nEva Lang"),
        ),
        RewriteExample(
            "de",
            "Hallo Tom,\n\ndas Angebot für die Stühle hängt an. Der Stoff ist lieferbar.\n\nLG Mia",
            "Hallo Tom,\n\ndas Angebot für die Stühle hängt an. Der Stoff ist lieferbar.\n\nZu deiner Frage, wann der Monteur kommt: [Antwort]\n\nLG Mia",
            context=_asks("Hi Mia,\n\ndu wolltest mir ein Angebot schicken. Wann kommt der Monteur?\n\nTom"),
        ),
        RewriteExample(
            "de",
            "Sehr geehrter Herr Weber,\n\nwir haben Ihre Anschrift geändert.\n\nBei Fragen stehen wir Ihnen gern zur Verfügung.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrter Herr Weber,\n\nwir haben Ihre Anschrift geändert.\n\nZu Ihrer Frage, was die Wartung der Pumpe kostet: [Antwort]\n\nBei Fragen stehen wir Ihnen gern zur Verfügung.\n\nMit freundlichen Grüßen\nAnke Wolf",
            context=_asks("Guten Tag,\n\nmeine Anschrift hat sich geändert. Was kostet die Wartung der Pumpe?\n\nKarl Weber"),
        ),
        RewriteExample(
            "de",
            "Guten Tag Frau Lang,\n\nIhre neue Kontonummer haben wir gespeichert.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Frau Lang,\n\nIhre neue Kontonummer haben wir gespeichert.\n\nZu Ihrer Frage „Muss ich das Zimmer streichen, wenn ich ausziehe?“: [Antwort]\n\nFreundliche Grüße\nAnke Wolf",
            context=_asks("Guten Tag,\n\nmuss ich das Zimmer streichen, wenn ich ausziehe?\n\nEva Lang"),
        ),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nja, wir liefern auch nach Polen. Das dauert vier Tage.\n\nFreundliche Grüße\nAnke Wolf", None, context=_asks("Guten Tag,\n\nliefern Sie auch nach Polen?\n\nEva Lang")),
        RewriteExample("de", "Guten Tag Frau Lang,\n\ndie Rechnung liegt bei. Danke für die Bestellung.\n\nFreundliche Grüße\nAnke Wolf", None, context=_asks("Guten Tag,\n\nbitte schicken Sie mir die Rechnung.\n\nEva Lang")),
        RewriteExample("de", "Guten Tag Frau Lang,\n\ndie Rechnung liegt bei. Danke für die Bestellung.\n\nFreundliche Grüße\nAnke Wolf", None),
        RewriteExample("de", "Guten Tag Frau Lang,\n\nschön, dass alles angekommen ist.\n\nFreundliche Grüße\nAnke Wolf", None, context=_asks("Guten Tag,\n\ndie Stühle sind da, vielen Dank.\n\nEva Lang")),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nthank you for your order. The invoice is attached.\n\nKind regards\nTom Moore",
            "Dear Ms Clarke,\n\nthank you for your order. The invoice is attached.\n\nRegarding your question of whether we deliver to Poland: [answer]\n\nKind regards\nTom Moore",
            context=_asks("Hello,\n\nplease find my order attached. Do you deliver to Poland?\n\nJo Clarke"),
        ),
        RewriteExample(
            "en",
            "Hi Ann,\n\nthe quote for the chairs is attached. The fabric is in stock.\n\nCheers\nSam",
            "Hi Ann,\n\nthe quote for the chairs is attached. The fabric is in stock.\n\nRegarding your question of when the fitter will come: [answer]\n\nCheers\nSam",
            context=_asks("Hi Sam,\n\nyou wanted to send me a quote. When will the fitter come?\n\nAnn"),
        ),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nwe have changed your address.\n\nIf you have any questions, please let us know.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nwe have changed your address.\n\nRegarding your question of how long the guarantee lasts: [answer]\n\nIf you have any questions, please let us know.\n\nKind regards\nAnn Bell",
            context=_asks("Hello,\n\nI have moved. How long does the guarantee last?\n\nJo Reed"),
        ),
        RewriteExample(
            "en",
            "Dear Ms Clarke,\n\nyour lease runs until March.\n\nKind regards\nAnn Bell",
            "Dear Ms Clarke,\n\nyour lease runs until March.\n\nRegarding your question “Do I have to paint the room before I leave, if nobody has smoked there?”: [answer]\n\nKind regards\nAnn Bell",
            context=_asks("Hello,\n\ndo I have to paint the room before I leave, if nobody has smoked there?\n\nJo Clarke"),
        ),
        RewriteExample("en", "Dear Ms Clarke,\n\nyes, we deliver to Poland. It takes four days.\n\nKind regards\nTom Moore", None, context=_asks("Hello,\n\ndo you deliver to Poland?\n\nJo Clarke")),
        RewriteExample("en", "Dear Ms Clarke,\n\nthe invoice is attached. Thank you for the order.\n\nKind regards\nTom Moore", None, context=_asks("Hello,\n\nplease send me the invoice.\n\nJo Clarke")),
        RewriteExample("en", "Dear Ms Clarke,\n\nthe invoice is attached. Thank you for the order.\n\nKind regards\nTom Moore", None),
        RewriteExample("en", "Dear Ms Clarke,\n\nit is good to know that everything has arrived.\n\nKind regards\nTom Moore", None, context=_asks("Hello,\n\nthe chairs have arrived, many thanks.\n\nJo Clarke")),
    ),
)  # fmt: skip
