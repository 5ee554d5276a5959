"""Every greeting and closing that a language knows has words for people."""

from __future__ import annotations

import pytest

from coach.collect import collect
from coach.dimensions import closing, greeting
from coach.language import Form, Language

LANGUAGES = collect("coach.languages", Language).values()


@pytest.mark.parametrize("form", [form for each in LANGUAGES for form in each.greetings], ids=lambda form: form.name)
def test_greeting_has_a_name_in_both_languages(form: Form) -> None:
    assert set(greeting.NAMES[form.name]) == {"de", "en"}


@pytest.mark.parametrize("form", [form for each in LANGUAGES for form in each.closings], ids=lambda form: form.name)
def test_closing_has_a_name_in_both_languages(form: Form) -> None:
    assert set(closing.NAMES[form.name]) == {"de", "en"}


@pytest.mark.parametrize(
    "form",
    [form for each in LANGUAGES for form in (*each.greetings, *each.closings) if form.write],
    ids=lambda form: form.name,
)
def test_what_a_form_writes_is_read_back_as_that_form(form: Form) -> None:
    written = form.write.replace("{r}", "r").replace("{name}", "Herr Wolf").lower()
    assert any(written.startswith(phrase) for phrase in form.phrases)
