"""An apology is due: offers the parts that the draft lacks, each at its place; reasons and remedies are the writer's."""

from __future__ import annotations

from collections.abc import Iterator

from coach.care import apology_due, apology_parts, lacking_parts, register_of
from coach.care.apology import Part
from coach.care.empathy import complaint_of
from coach.care.places import Anchor, added, before_tail, is_at, opening, spoken
from coach.care.register import Register
from coach.care_words import ApologyPart, Line
from coach.model import Context, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

REGRET, RESPONSIBILITY, EXPLANATION, REPAIR, REPENTANCE = (
    ApologyPart.REGRET,
    ApologyPart.RESPONSIBILITY,
    ApologyPart.EXPLANATION,
    ApologyPart.REPAIR,
    ApologyPart.REPENTANCE,
)
ORDER = (REGRET, RESPONSIBILITY, EXPLANATION, REPAIR, REPENTANCE)  # in which they stand in a mail
LAST = frozenset({REPAIR, REPENTANCE})  # at the end of the body where nothing of the apology stands there yet


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Regret first where it is missing, then what counts most (Lewicki et al. 2016), one part each."""
    draft = situation.draft
    if not apology_due(situation.reply, situation.needs) or not spoken(draft):
        return
    found = apology_parts(draft)
    if at is not None and not _points(at, found, situation):
        return
    register = register_of(situation)
    lacking = lacking_parts(draft)
    if REGRET in lacking and RESPONSIBILITY in lacking:
        lacking = (REGRET,)  # the other parts hang in the air without it
    for part in sorted(lacking, key=lambda each: each is not REGRET):
        line = _line(part, situation)
        said, place = _said(line, situation, register), _place(part, found, situation)
        if said is not None and place is not None:
            yield Rewrite((added(draft, place, said),), asks=line.asks, name=part.value)


def _points(at: Span, found: tuple[Part, ...], situation: Situation) -> bool:
    """Whether a rule points at the apology that is there, or at the first or the last words of the body."""
    sentences = spoken(situation.draft)
    ends = (Span(0, sentences[0].span.end), sentences[-1].span)
    return any(is_at(at, situation.draft.sentences[each.sentence].span) for each in found) or any(
        is_at(at, each) for each in ends
    )


def _line(part: ApologyPart, situation: Situation) -> Line:
    complaint = complaint_of(situation) if part is REGRET else None
    return complaint.matter.regret if complaint else situation.language.care.apology.offers[part]


def _said(line: Line, situation: Situation, register: Register) -> str | None:
    complaint = complaint_of(situation) if "{thing}" in line.formal else None
    said = register.say(line, thing=complaint.thing if complaint else "")
    if said is None and not line.asks:
        return register.say(situation.language.care.apology.offers[REGRET]) if "leid" in line.formal else None
    return said


def _place(part: ApologyPart, found: tuple[Part, ...], situation: Situation) -> Anchor | None:
    """Behind what comes before it in an apology; the remedy and the promise at the end of what the mail has to say."""
    if part is REGRET:
        return opening(situation)
    before = [each for each in found if ORDER.index(each.part) < ORDER.index(part)]
    if part in LAST and not any(each.part in LAST for each in before):
        return before_tail(situation)
    if before:
        return Anchor(situation.draft.sentences[max(each.sentence for each in before)])
    return opening(situation)


_LATE = Context("Guten Tag,\n\nmeine Lieferung ist noch immer nicht angekommen. Ich bin sehr verärgert.\n\nKarl Weber")
_DU = Context("Hallo Tom,\n\nich warte seit zwei Wochen auf eine Antwort von dir. Das ist wirklich ärgerlich.\n\nMia")
_EN = Context("Hello,\n\nmy order still has not arrived and nobody has replied. This is unacceptable.\n\nJo Reed")

REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        RewriteExample(
            "de",
            "Sehr geehrter Herr Weber,\n\ndie Sendung verlässt heute unser Lager.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrter Herr Weber,\n\nes tut uns leid, dass sich Ihre Lieferung verzögert hat. Die Sendung verlässt heute unser Lager.\n\nMit freundlichen Grüßen\nAnke Wolf",
            context=_LATE,
        ),
        RewriteExample(
            "de",
            "Sehr geehrter Herr Weber,\n\nbitte entschuldigen Sie die Verzögerung. Wir haben die Sendung heute verschickt.\n\nMit freundlichen Grüßen\nAnke Wolf",
            "Sehr geehrter Herr Weber,\n\nbitte entschuldigen Sie die Verzögerung. Das hätte nicht passieren dürfen, die Verantwortung dafür liegt bei uns. Wir haben die Sendung heute verschickt.\n\nMit freundlichen Grüßen\nAnke Wolf",
            context=_LATE,
        ),
        RewriteExample(
            "de",
            "Hallo Mia,\n\ntut mir leid, ich habe deine Mail übersehen. Ich rufe dich heute an.\n\nLG Tom",
            "Hallo Mia,\n\ntut mir leid, ich habe deine Mail übersehen. Ich rufe dich heute an. Damit das wieder in Ordnung kommt, mache ich Folgendes: [Lösung].\n\nLG Tom",
            context=_DU,
        ),
        RewriteExample(
            "de",
            "Guten Tag Herr Weber,\n\nes tut uns leid, dass die Lieferung fehlt. Das ist unser Fehler. Wir schicken Ihnen heute kostenlos Ersatz.\n\nBei Fragen melden Sie sich gern.\n\nFreundliche Grüße\nAnke Wolf",
            "Guten Tag Herr Weber,\n\nes tut uns leid, dass die Lieferung fehlt. Das ist unser Fehler. Der Grund dafür war: [Grund]. Wir schicken Ihnen heute kostenlos Ersatz.\n\nBei Fragen melden Sie sich gern.\n\nFreundliche Grüße\nAnke Wolf",
            context=_LATE,
        ),
        RewriteExample(
            "de",
            "Guten Tag Herr Weber,\n\nes tut uns leid, dass die Lieferung fehlt. Das ist unser Fehler, der Grund dafür war eine Störung im Lager. Wir schicken Ihnen heute kostenlos Ersatz und prüfen künftig jede Sendung genauer.\n\nFreundliche Grüße\nAnke Wolf",
            None,
            context=_LATE,
        ),
        RewriteExample("de", "Guten Tag Herr Weber,\n\nanbei das Angebot. Die Stühle sind ab Lager lieferbar.\n\nFreundliche Grüße\nAnke Wolf", None, context=Context("Guten Tag,\n\nkönnen Sie mir ein Angebot für zehn Stühle schicken?\n\nKarl Weber")),
        RewriteExample("de", "Guten Tag Herr Weber,\n\nanbei das Angebot. Die Stühle sind ab Lager lieferbar.\n\nFreundliche Grüße\nAnke Wolf", None),
        RewriteExample("de", "Guten Tag Herr Weber,\n\nbitte halten Sie die Taste fünf Sekunden gedrückt.\n\nFreundliche Grüße\nAnke Wolf", None, context=Context("Guten Tag,\n\nwie setze ich das Gerät zurück? Das Display bleibt dunkel.\n\nKarl Weber")),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nyour order leaves our warehouse today.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nWe are sorry that you have had to wait so long for an answer. Your order leaves our warehouse today.\n\nKind regards\nAnn Bell",
            context=_EN,
        ),
        RewriteExample(
            "en",
            "Dear Mr Reed,\n\nI apologise for the delay. Your order leaves our warehouse today.\n\nKind regards\nAnn Bell",
            "Dear Mr Reed,\n\nI apologise for the delay. This should not have happened, and the responsibility for it lies with us. Your order leaves our warehouse today.\n\nKind regards\nAnn Bell",
            context=_EN,
        ),
        RewriteExample(
            "en",
            "Hi Jo,\n\nI'm so sorry, I forgot to reply. Your order leaves today.\n\nThanks for your patience.\n\nCheers\nSam",
            "Hi Jo,\n\nI'm so sorry, I forgot to reply. Your order leaves today. To put this right, here is what I can do: [solution].\n\nThanks for your patience.\n\nCheers\nSam",
            context=_EN,
        ),
        RewriteExample(
            "en",
            "Hi Jo,\n\nI'm so sorry about the delay, this is our mistake. We have refunded the postage.\n\nCheers\nSam",
            "Hi Jo,\n\nI'm so sorry about the delay, this is our mistake. The reason for this was: [reason]. We have refunded the postage.\n\nCheers\nSam",
            context=_EN,
        ),
        RewriteExample("en", "Hi Jo,\n\nI'm so sorry about the delay, this is our mistake. It was caused by a fault in our shop. We have refunded the postage and will make sure it does not happen again.\n\nCheers\nSam", None, context=_EN),
        RewriteExample("en", "Dear Mr Reed,\n\nplease find the quote attached.\n\nKind regards\nAnn Bell", None, context=Context("Hello,\n\ncould you send me a quote for ten chairs?\n\nJo Reed")),
        RewriteExample("en", "Dear Mr Reed,\n\nplease find the quote attached.\n\nKind regards\nAnn Bell", None),
        RewriteExample("en", "Dear Mr Reed,\n\nplease hold the button for five seconds.\n\nKind regards\nAnn Bell", None, context=Context("Hello,\n\nhow do I reset the device? The display stays dark.\n\nJo Reed")),
    ),
)  # fmt: skip
