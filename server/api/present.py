"""Assessments and profiles -> what the wire carries: spans in UTF-16, sentences with the customer's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coach import Assessment, Coach, Deviation, Need, Profile
from coach.compare import REST
from coach.dimension import Dimension, Scale, quoted
from coach.model import Cue
from server.api.filling import fill, filled
from server.api.schema import (
    AboutOut,
    AssessmentOut,
    CueOut,
    DeviationOut,
    HabitOut,
    LanguageOut,
    NeedOut,
    NoteOut,
    Words,
)
from server.api.spans import Units
from server.api.suggestions import suggestions
from server.assess import Judged
from server.habits import Habit, habits_of

LANGUAGES = ("de", "en")
SOMEBODY = {"de": "Dieser Kunde", "en": "This customer"}
COLLEAGUES = {"de": "Diese Firma", "en": "This company"}
FITS = {"de": "{label}: wie gewohnt ({usual}).", "en": "{label}: as usual ({usual})."}
FITS_SO_FAR = {"de": "{label}: wie gewohnt.", "en": "{label}: as usual."}
MOST_OWN_WORDS = 5  # of a closing line that is shown as it stands
FITS_WITHIN = 0.6  # points below the customer's own mails
NOTES = {
    "too_little_text": {
        "de": "Noch zu wenig Text für eine Bewertung: ab etwa {least} Wörtern.",
        "en": "Too little text for a score yet: it takes about {least} words.",
    },
    "no_profile": {
        "de": "Von diesem Kunden liegt noch keine Mail vor, an der sich der Entwurf messen ließe.",
        "en": "There is no mail by this customer yet to compare the draft with.",
    },
    "thin_profile": {
        "de": "Text und Verlauf geben für eine ehrliche Bewertung noch zu wenig her; die Hinweise gelten trotzdem.",
        "en": "The text and the history are too thin for an honest score yet; the hints still hold.",
    },
    "unclear_style": {
        "de": "Dieser Kunde schreibt mal so, mal so, oder wie alle; ein einzelner Wert wäre geraten.",
        "en": "This customer writes now like this, now like that, or like everybody; a number would be a guess.",
    },
    "language_differs": {
        "de": "In dieser Sprache hat der Kunde noch nie geschrieben.",
        "en": "This customer has never written in this language.",
    },
    "other_language": {
        "de": "Dieser Text ist weder Deutsch noch Englisch; Einklang bewertet ihn nicht.",
        "en": "This text is neither German nor English; Einklang does not judge it.",
    },
    "wider_profile": {
        "de": "Von dieser Person liegt wenig vor: gemessen an allen Mails ihrer Firma.",
        "en": "There is little mail by this person: compared with all mail of their company.",
    },
}  # fmt: skip


OTHERS = {"de": "alle übrigen", "en": "all others"}


def present(judged: Judged, text: str, reply_to: str, coach: Coach) -> AssessmentOut:
    """The answer to an assessment request."""
    found = judged.assessment
    units, asked = Units(text), Units(reply_to)
    who = _who(judged)
    return AssessmentOut(
        score=None if found.score is None else round(found.score, 1),
        band=None if found.band is None else (round(found.band[0], 1), round(found.band[1], 1)),
        confidence=found.confidence,
        language=found.language,
        note=_note(judged, coach),
        customer=_about(judged),
        deviations=_deviations(found, text, who, units, coach),
        suggestions=suggestions(found.suggestions, text, who, units),
        needs=_needs(found, asked),
        diagnosis={name: round(value, 3) for name, value in found.diagnosis.items()},
        timings={name: round(value, 2) for name, value in _timings(found).items()},
        dismissed=sorted(judged.dismissed),
        hold_on_send=coach.rules.hints.hold_on_send,
    )


def languages(profile: Profile, coach: Coach) -> list[LanguageOut]:
    """A customer's habits in words, the language with most mails first."""
    return [
        LanguageOut(language=each.language, mails=each.mails, habits=[_habit(one) for one in each.habits])
        for each in habits_of(profile, coach)
    ]


def address_form(profile: Profile, coach: Coach) -> str | None:
    """Du or Sie, as this customer writes German, and of late if that changed."""
    part, dimension = profile.parts.get("de"), coach.dimensions.get("address_form")
    usual = dimension.usual_form(part) if part and dimension else None
    return usual[0] if usual else None


def need(found: Need) -> NeedOut:
    return NeedOut(kind=found.kind, text=found.text)


def _who(judged: Judged) -> dict[str, str]:
    if judged.basis == "account":
        return COLLEAGUES  # the habits are those of all the people there
    name = judged.customer.name.strip() if judged.customer else ""
    return dict.fromkeys(LANGUAGES, name) if name else SOMEBODY


def _note(judged: Judged, coach: Coach) -> NoteOut | None:
    code = judged.assessment.note or ("wider_profile" if judged.basis == "account" else None)
    if code is None:
        return None
    return NoteOut(code=code, text=Words(**filled(NOTES[code], least=str(coach.min_words))))


def _about(judged: Judged) -> AboutOut | None:
    if judged.address is None:
        return None
    customer = judged.customer
    return AboutOut(
        address=judged.address,
        name=customer.name if customer else "",
        known=customer is not None,
        language=customer.language if customer else None,
        mails=judged.mails,
        basis=judged.basis,
    )


def _deviations(found: Assessment, text: str, who: Mapping[str, str], units: Units, coach: Coach) -> list[DeviationOut]:
    """What is told of each dimension; without a score there is nothing that points could add up to."""
    told = [_deviation(each, coach.dimensions[each.dimension], text, who, units) for each in found.deviations]
    if found.score is not None:
        return told
    return [each.model_copy(update={"points": 0.0, "cues": []}) for each in told]


def _deviation(found: Deviation, dimension: Dimension, text: str, who: Mapping[str, str], units: Units) -> DeviationOut:
    value = _own_words(found, dimension, text)
    usual = {code: dimension.show(found.usual, code) for code in LANGUAGES}
    said = _said(found, dimension)
    sentence = {
        code: fill(
            said[code],
            who=who[code],
            usual=usual[code],
            value=value[code],
            count=str(len(found.spans)),
            label=dimension.label[code],
        )
        for code in LANGUAGES
    }
    return DeviationOut(
        dimension=found.dimension,
        label=Words(**dimension.label),
        value=Words(**value),
        usual=Words(**usual),
        text=Words(**sentence),
        points=round(found.points, 1),
        spans=[units.span(span) for span in found.spans],
        cues=_cues(found, dimension, units),
        amounts=_amounts(found, dimension),
    )


def _amounts(found: Deviation, dimension: Dimension) -> tuple[float, float] | None:
    """Lengths and rates; an index such as formality has no zero that a bar could start at."""
    value, usual = found.value, found.usual
    if dimension.scale not in (Scale.LOG, Scale.ROOT) or isinstance(value, str) or isinstance(usual, str):
        return None
    return round(max(value, 0.0), 3), round(max(usual, 0.0), 3)


def _said(found: Deviation, dimension: Dimension) -> Mapping[str, str]:
    """The sentence: what is shown in the same words fits, whatever lies between the two."""
    if found.lacking >= FITS_WITHIN and dimension.tells_apart(found.value, found.usual):
        return dimension.sentence(found.value, found.usual)
    named = dimension.scale is not Scale.COUNTS or dimension.names_cues(found.usual)
    return FITS if named else FITS_SO_FAR


def _own_words(found: Deviation, dimension: Dimension, text: str) -> dict[str, str]:
    """The draft's value; where a closing's form stands for several ("Kind regards"), the draft's own words."""
    shown = {code: dimension.show(found.value, code) for code in LANGUAGES}
    if dimension.name != "closing" or not found.spans or found.value == found.usual or shown["en"][0] != "“":
        return shown
    line = found.spans[0].of(text).strip().partition("\n")[0].rstrip(" ,.!\r")
    if not line or len(line.split()) > MOST_OWN_WORDS:
        return shown
    return {code: quoted(line, code) for code in LANGUAGES}


def _cues(found: Deviation, dimension: Dimension, units: Units) -> list[CueOut]:
    """A family's cues with a name; what the others make goes to the rest, so that the points still add up."""
    named = dimension.cue_name
    hidden = [each for each in found.cues if named and each.name != REST and not named(each.name, "en")]
    extra = sum(each.points for each in hidden)
    told = [each for each in found.cues if each not in hidden]
    return [
        _cue(replace(each, points=each.points + extra) if each.name == REST else each, dimension, units)
        for each in told
    ]


def _cue(found: Cue, dimension: Dimension, units: Units) -> CueOut:
    named = dimension.cue_name if found.name != REST else None
    name = {code: named(found.name, code) if named else OTHERS[code] for code in LANGUAGES}
    return CueOut(name=Words(**name), points=round(found.points, 2), spans=[units.span(span) for span in found.spans])


def _needs(found: Assessment, units: Units) -> list[NeedOut]:
    standing = {each.need: each.standing for each in found.answers}
    return [
        NeedOut(kind=each.kind, text=each.text, span=units.span(each.span), standing=standing.get(each))
        for each in found.needs
    ]


def _habit(each: Habit) -> HabitOut:
    return HabitOut(
        dimension=each.dimension, label=Words(**each.label), value=Words(**each.value), text=Words(**each.text)
    )


def _timings(found: Assessment) -> dict[str, float]:
    return {**found.timings, "total": sum(found.timings.values())}
