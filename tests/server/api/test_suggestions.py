"""A suggestion on the wire: the whole change, its pieces, and the words it is about, in the units of a browser."""

from __future__ import annotations

from coach import Span, Suggestion
from coach.model import Edit, Severity
from server.api.schema import SpanOut, SuggestionOut
from server.api.spans import Units
from server.api.suggestions import suggestions

TEXT = "👍 Hi Anna, kannst du 👍 kommen?"
WHO = {"de": "Anna Krause", "en": "Anna Krause"}


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def told(*edits: Edit, span: Span, **more: bool) -> SuggestionOut:
    message = {"de": "{who} schreibt Sie", "en": "{who} writes Sie"}
    found = Suggestion("address-form", span, message, {"de": "", "en": ""}, Severity.ADVICE, edits, 2.0, **more)
    (made,) = suggestions([found], TEXT, WHO, Units(TEXT))
    return made


def in_utf16(span: SpanOut) -> str:
    return TEXT.encode("utf-16-le")[2 * span.start : 2 * span.end].decode("utf-16-le")


def test_a_change_of_several_words_is_told_as_one_stretch_and_piece_by_piece():
    found = told(Edit(span_of("du"), "Sie"), Edit(span_of("kannst"), "können"), span=span_of("du"))
    assert in_utf16(found.span) == found.original == "kannst du"
    assert found.replacement == "können Sie"
    assert [(in_utf16(each.span), each.original, each.text) for each in found.edits] == [
        ("kannst", "kannst", "können"),
        ("du", "du", "Sie"),
    ]


def test_the_words_it_is_about_need_not_be_those_that_change():
    found = told(Edit(span_of("kommen"), "vorbeikommen"), span=span_of("Anna"))
    assert [in_utf16(each) for each in found.marks] == ["Anna"]
    assert in_utf16(found.span) == "kommen"


def test_a_mere_hint_has_no_change_and_a_place_between_words_no_words():
    found = told(span=span_of("Hi"))
    assert (found.replacement, found.edits, found.original) == (None, [], "Hi")
    end = Span(len(TEXT), len(TEXT))
    inserted = told(Edit(end, " [Datum]"), span=end, asks=True, hold=True)
    assert (inserted.marks, inserted.original, inserted.replacement) == ([], "", " [Datum]")
    assert (inserted.asks, inserted.hold) == (True, True)


def test_the_customers_name_is_filled_into_what_is_said():
    assert told(span=span_of("Hi")).message.de == "Anna Krause schreibt Sie"
