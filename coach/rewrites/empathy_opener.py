"""The customer complains and the draft starts without a word of it: offers a first sentence that takes it up."""

from __future__ import annotations

from collections.abc import Iterator

from coach.care import apology_parts, opens_with_empathy, register_of
from coach.care.empathy import complaint_of
from coach.care.places import added, is_at, opening
from coach.care_words import ApologyPart
from coach.model import Context, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Understanding first for whoever is angry, regret first for all others; no second regret in a mail."""
    draft = situation.draft
    complaint = complaint_of(situation)
    if complaint is None or opens_with_empathy(draft):
        return
    place = opening(situation)
    if place is None or not is_at(at, Span(0, draft.sentences[0].span.end)):
        return
    register = register_of(situation)
    regrets = any(each.part is ApologyPart.REGRET for each in apology_parts(draft))
    lines = [complaint.matter.understanding]
    if not regrets:
        lines.insert(1 if complaint.angry else 0, complaint.matter.regret)
    for line in lines:
        said = register.say(line, thing=complaint.thing)
        if said is not None:
            yield Rewrite((added(draft, place, said),))


_LATE = Context(
    "Guten Tag,\n\nmeine Lieferung ist noch immer nicht angekommen. Ich bin wirklich enttäuscht.\n\nGruß\nKarl Weber"
)
_ANGRY = Context(
    "Hallo,\n\nseit drei Wochen warte ich auf eine Antwort. Das ist eine Frechheit, ich bin stinksauer!\n\nKarl Weber"
)
_DU = Context(
    "Hi Tom,\n\ndas Paket ist beschädigt angekommen, die Vase ist zerbrochen. Kannst du mir helfen?\n\nLG Mia"
)
_EN_LATE = Context("Hello,\n\nmy order still has not arrived. I am really disappointed.\n\nRegards\nJo Reed")
_EN_BILL = Context("Hi,\n\nI have been charged twice on the last invoice, which is really annoying.\n\nJo")

REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Sehr geehrter Herr Weber,\n\nwir haben den Versand geprüft. Die Lieferung ist jetzt unterwegs zu Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrter Herr Weber,\n\nes tut uns leid, dass sich Ihre Lieferung verzögert hat. Wir haben den Versand geprüft. Die Lieferung ist jetzt unterwegs zu Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf",
            context=_LATE,
        ),
        RewriteExample(
            "de",
            "Guten Tag Herr Weber,\n\nvielen Dank für Ihre Nachricht. Ich habe den Vorgang gefunden und kümmere mich heute darum.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Herr Weber,\n\nvielen Dank für Ihre Nachricht. Ich kann gut verstehen, wie ärgerlich es ist, so lange auf eine Antwort zu warten. Ich habe den Vorgang gefunden und kümmere mich heute darum.\n\nFreundliche Grüße\nAnke Wolf",
            context=_ANGRY,
        ),
        RewriteExample(
            "de",
            "Liebe Mia,\n\nich schicke dir heute eine neue Vase. Die alte kannst du behalten.\n\nLiebe Grüße\nTom",
            "Liebe Mia,\n\ntut mir leid, dass deine Lieferung nicht heil angekommen ist. Ich schicke dir heute eine neue Vase. Die alte kannst du behalten.\n\nLiebe Grüße\nTom",
            context=_DU,
        ),
        RewriteExample(
            "de",
            "Guten Tag Frau Lang,\n\nich schicke Ihnen morgen einen Techniker.\n\nFreundliche Grüsse\nUrs Frei",
            "Guten Tag Frau Lang,\n\nes tut mir leid, dass Sie mit der Heizung Schwierigkeiten hatten. Ich schicke Ihnen morgen einen Techniker.\n\nFreundliche Grüsse\nUrs Frei",
            context=Context("Guten Tag\n\nunsere Heizung funktioniert seit gestern nicht mehr. Bitte schicken Sie jemanden.\n\nEva Lang"),
        ),
        RewriteExample("de", "Sehr geehrter Herr Weber,\n\nes tut uns leid, dass Sie so lange warten mussten. Die Lieferung ist jetzt unterwegs zu Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf", None, context=_LATE),
        RewriteExample("de", "Sehr geehrter Herr Weber,\n\nIhren Ärger kann ich gut verstehen. Die Lieferung ist jetzt unterwegs zu Ihnen.\n\nMit freundlichen Grüßen\nAnke Wolf", None, context=_LATE),
        RewriteExample("de", "Guten Tag Herr Weber,\n\nanbei erhalten Sie das Angebot.\n\nFreundliche Grüße\nAnke Wolf", None, context=Context("Guten Tag,\n\nkönnen Sie mir ein Angebot für zehn Stühle schicken?\n\nKarl Weber")),
        RewriteExample("de", "Guten Tag Herr Weber,\n\nanbei erhalten Sie das Angebot.\n\nFreundliche Grüße\nAnke Wolf", None),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nwe have traced the parcel. It will reach you on Tuesday.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nWe are sorry that your delivery has been delayed. We have traced the parcel. It will reach you on Tuesday.\n\nKind regards\nAnn Bell",
            context=_EN_LATE,
        ),
        RewriteExample(
            "en",
            "Hi Jo,\n\nThanks for your message. I've checked the invoice and will send you a corrected one today.\n\nBest\nSam",
            "Hi Jo,\n\nThanks for your message. I get how frustrating it is when an invoice causes trouble. I've checked the invoice and will send you a corrected one today.\n\nBest\nSam",
            context=_EN_BILL,
        ),
        RewriteExample(
            "en",
            "Hello Mr Reed,\n\nI have asked our technician to call you today.\n\nBest wishes\nRuth",
            "Hello Mr Reed,\n\nI am sorry that you have had trouble with the boiler. I have asked our technician to call you today.\n\nBest wishes\nRuth",
            context=Context("Hello,\n\nthe boiler has stopped working again.\n\nJo Reed"),
        ),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nI have looked into the matter and found your letter.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nI am sorry that you have had to wait so long for an answer. I have looked into the matter and found your letter.\n\nKind regards\nAnn Bell",
            context=Context("Hello,\n\nI wrote two weeks ago and nobody has replied.\n\nJo Reed"),
        ),
        RewriteExample("en", "Dear Mr Reed,\n\nwe apologise for the delay. The parcel will reach you on Tuesday.\n\nKind regards\nAnn Bell", None, context=_EN_LATE),
        RewriteExample("en", "Dear Mr Reed,\n\nI understand your frustration about the parcel. It will reach you on Tuesday.\n\nKind regards\nAnn Bell", None, context=_EN_LATE),
        RewriteExample("en", "Dear Mr Reed,\n\nplease find the quote attached.\n\nKind regards\nAnn Bell", None, context=Context("Hello,\n\ncould you send me a quote for ten chairs?\n\nJo Reed")),
        RewriteExample("en", "Dear Mr Reed,\n\nplease find the quote attached.\n\nKind regards\nAnn Bell", None),
    ),
)  # fmt: skip
