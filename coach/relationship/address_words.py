"""The ledger of address in words, German and English; {who} stands for the customer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from coach.relationship.address_ledger import AddressStanding, Answer, Due, Ground, Offer, Side, SideForm

Words = dict[str, str]

FORMS: dict[str, Words] = {
    "du": {"de": "Du", "en": "du"},
    "sie": {"de": "Sie", "en": "Sie"},
    "mixed": {"de": "mal Du, mal Sie", "en": "now du, now Sie"},
    "first_name": {"de": "Vornamen", "en": "first name"},
    "surname": {"de": "Nachnamen", "en": "surname"},
    "full_name": {"de": "vollen Namen", "en": "full name"},
}
FAMILIAR: dict[str, Words] = {
    "de": {"de": "das Du", "en": "the du"},
    "en": {"de": "den Vornamen", "en": "first names"},
}
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SIDES: dict[Side, Words] = {
    Side.CUSTOMER: {"de": "{who}", "en": "{who}"},
    Side.TEAM: {"de": "Das Team", "en": "The team"},
}


def day(date: datetime, code: str) -> str:
    """12. März 2026 or 12 March 2026."""
    return f"{date.day}{'.' if code == 'de' else ''} {MONTHS[code][date.month - 1]} {date.year}"


def reason(standing: AddressStanding, due: Due) -> Words:
    """Why a draft should use the form that is due."""
    offer = standing.offer
    if due.ground in (Ground.AGREED, Ground.OFFERED, Ground.REFUSED) and offer is not None:
        return _offer(offer, standing.language)
    return _side(standing.customer, Side.CUSTOMER)


def lines(standing: AddressStanding) -> Iterator[Words]:
    """The standing of customer and team, sentence by sentence."""
    for side, used in ((Side.CUSTOMER, standing.customer), (Side.TEAM, standing.team)):
        if used.form is not None:
            yield _side(used, side)
    if standing.offer is not None:
        yield _offer(standing.offer, standing.language)
    if standing.asymmetric:
        yield {
            "de": "Beide Seiten reden sich verschieden an.",
            "en": "The two sides address each other differently.",
        }


def _side(used: SideForm, side: Side) -> Words:
    form = FORMS[used.form or "mixed"]
    who = SIDES[side]
    if used.form == "mixed" or used.since is None:
        return {
            "de": f"{who['de']} schreibt {FORMS['mixed']['de']}.",
            "en": f"{who['en']} writes {FORMS['mixed']['en']}.",
        }
    if used.before is not None:
        before, since = FORMS[used.before], used.since
        return {
            "de": f"{who['de']} schreibt seit dem {day(since, 'de')} mit {form['de']}, vorher mit {before['de']}.",
            "en": f"{who['en']} has written with {form['en']} since {day(since, 'en')}, with {before['en']} before.",
        }
    also = {"de": ", zuletzt nicht immer", "en": ", lately not always"} if used.mixed else {"de": "", "en": ""}
    return {
        "de": f"{who['de']} schreibt mit {form['de']}{also['de']} (seit dem {day(used.since, 'de')}).",
        "en": f"{who['en']} writes with {form['en']}{also['en']} (since {day(used.since, 'en')}).",
    }


def _offer(offer: Offer, language: str) -> Words:
    return {code: _offer_in(offer, language, code) for code in ("de", "en")}


def _offer_in(offer: Offer, language: str, code: str) -> str:
    what = FAMILIAR[language][code]
    first = SIDES[offer.side][code]
    second = SIDES[offer.side.other][code]
    second = second if second.startswith("{") else second[0].lower() + second[1:]
    dated = (
        "" if offer.date is None else f" am {day(offer.date, 'de')}" if code == "de" else f" on {day(offer.date, 'en')}"
    )
    said = f"{first} bot{dated} {what} an" if code == "de" else f"{first} offered {what}{dated}"
    if offer.answered is None or offer.answer is Answer.OPEN:
        return f"{said}; es ist noch nicht beantwortet." if code == "de" else f"{said}; nobody has answered yet."
    answered = day(offer.answered, code)
    if offer.answer is Answer.ACCEPTED:
        took = {
            "de": "nahm es" if offer.spoken else "benutzt es",
            "en": "accepted" if offer.spoken else "has used it since",
        }[code]
        if code == "de":
            return (
                f"{said}, {second} {took} am {answered} an."
                if offer.spoken
                else f"{said}, {second} {took} seit dem {answered}."
            )
        return f"{said}, {second} {took} on {answered}." if offer.spoken else f"{said}, {second} {took} {answered}."
    if code == "de":
        return f"{said}, {second} lehnte am {answered} ab."
    return f"{said}, {second} declined on {answered}."
