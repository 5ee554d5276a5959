"""Too stiff or too loose a word for this customer: offers one of their register that means the same."""

from __future__ import annotations

from collections.abc import Iterator

from coach.changing import reaches
from coach.edges import has_chummy_edge, has_stiff_edge
from coach.habit import Side, side_of
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN, examples
from coach.model import Span
from coach.rewriter import Rewrite, Rewriter
from coach.situation import Situation
from coach.swapping import swapped


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Each word that can go, in order of the text."""
    words = situation.language.registers
    match side_of(situation, "formality", at):
        case Side.ABOVE if not has_stiff_edge(situation):
            swaps = words.looser
        case Side.BELOW if not has_chummy_edge(situation):
            swaps = words.more_formal
        case _:
            return
    yield from (each for each in swapped(situation, swaps) if reaches(each.edits, at))


_EXAMPLES = (
    *examples(
        FORMAL_DE,
        (
            ("klar, wir schicken Ihnen den Plan am Montag und melden uns dann noch mal, das geht echt schnell! Passt das so?", "klar, wir senden Ihnen den Plan am Montag und melden uns dann noch mal, das geht echt schnell! Passt das so?"),
            ("die Heizung im Hof ist leider kaputt. Der Monteur kommt am Mittwoch und prüft sie, das geht ganz schnell.", "die Heizung im Hof ist leider defekt. Der Monteur kommt am Mittwoch und prüft sie, das geht ganz schnell."),
            ("könnten Sie uns die Infos zum Zähler nochmal geben? Wir gucken dann gleich, woran es liegt, versprochen.", "könnten Sie uns die Informationen zum Zähler nochmal geben? Wir gucken dann gleich, woran es liegt, versprochen."),
            ("sorry für die späte Antwort. Wir waren auf der Messe und hatten die ganze Woche kein Netz, das war blöd.", "Entschuldigung für die späte Antwort. Wir waren auf der Messe und hatten die ganze Woche kein Netz, das war blöd."),
            ("Ihre Kollegin schrieb „nochmal danke für die Infos“. Damit ist der Vorgang für uns beendet, alles ist klar.", None),
            ("der Termin am Montag ist fest. Die Halle ist ab neun Uhr offen, der Kran ist bis Mittag gebucht.", None),
            ("wir brauchen dafür nicht lange. Es reicht, wenn Sie am Montag kurz in der Halle sind, mehr ist da nicht.", None),
        ),
    ),
    *examples(
        LOOSE_DE,
        (
            ("wir benötigen den Plan bis Freitag. Die Montage erfolgt im Anschluss an die Prüfung der Unterlagen durch den Statiker.", "wir brauchen den Plan bis Freitag. Die Montage erfolgt im Anschluss an die Prüfung der Unterlagen durch den Statiker."),
            ("die Rechnung wurde umgehend nach Eingang der Ware durch die Buchhaltung beglichen und im System entsprechend vermerkt.", "die Rechnung wurde gleich nach Eingang der Ware durch die Buchhaltung beglichen und im System entsprechend vermerkt."),
            ("im Vertrag steht wörtlich „unverzüglich und lediglich gegen Nachweis“. So lautet die Klausel seit Jahren.", None),
        ),
    ),
    *examples(
        FORMAL_EN,
        (
            ("we got your order and will sort out the missing cable tomorrow. You'll hear from us, no worries at all.", "we received your order and will sort out the missing cable tomorrow. You'll hear from us, no worries at all."),
            ("thanks for the photos of the pump. The guys in the workshop had them on the wall today, really cool shots!", "thank you for the photos of the pump. The guys in the workshop had them on the wall today, really cool shots!"),
            ("please check the invoice asap, it's a mess at our end. Our boss wants it off the table, sorry!", "please check the invoice as soon as possible, it's a mess at our end. Our boss wants it off the table, sorry!"),
            ("the sign on the door says “thanks guys, we got it sorted out”. Our office in hall two is open again, you know.", None),
            ("the date on Friday works. The hall is open from nine, and the crane is booked until noon, that's it.", None),
        ),
    ),
    *examples(
        LOOSE_EN,
        (
            ("we require the drawings prior to Friday in order to commence the installation of the additional equipment.", "we need the drawings prior to Friday in order to commence the installation of the additional equipment."),
            ("regarding the invoice, the department was unable to locate the confirmation of receipt for the purchase order.", "about the invoice, the department was unable to locate the confirmation of receipt for the purchase order."),
            ("should you have any questions concerning the documentation, do not hesitate to contact the technical department.", "if you have any questions concerning the documentation, do not hesitate to contact the technical department."),
            ("The contract reads “prior to delivery and subsequent to payment” and was signed by the supervisory board in March.", None),
            ("The crane arrives on Monday at nine. The hall will be open, and the electrician has confirmed the appointment.", None),
        ),
    ),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
