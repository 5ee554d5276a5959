"""`einklang score`: how well a draft fits a customer, without a mail client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json

if TYPE_CHECKING:
    from server.api.schema import AssessmentOut

TELLING = 0.5  # points; what moves the score less is not worth a line


@click.command()
@click.argument("draft", type=click.File(encoding="utf-8"), default="-")
@click.option("--customer", metavar="ADDRESS", required=True, help="Whom the draft goes to.")
@click.option("--subject", default="", help="The subject of the draft.")
@click.option(
    "--reply-to", type=click.File(encoding="utf-8"), metavar="FILE", help="The text of the mail that is answered."
)
@click.option("--lang", type=click.Choice(["de", "en"]), default="en", show_default=True, help="Language of the words.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON, as the API answers.")
@click.pass_obj
def command(
    invocation: Invocation,
    draft: TextIO,
    customer: str,
    subject: str,
    reply_to: TextIO | None,
    lang: str,
    for_programs: bool,
) -> None:
    """Score the text in the file DRAFT, or on standard input, against the habits of a customer."""
    from server.api.present import present
    from server.assess import Draft, assess
    from server.wiring import build

    text, asked = _read(draft), _read(reply_to) if reply_to else ""
    services = build(invocation.settings, invocation.env)
    services.rulebook.refresh()
    try:
        judged = assess(
            Draft(text, subject, customer, (), asked),
            store=services.store,
            shelf=services.shelf,
            coach=services.coach,
            team=services.team(),
            now=services.clock(),
            sight=EVERYTHING,
        )
    finally:
        services.close()
    found = present(judged, text, asked, services.coach)
    if for_programs:
        as_json(found.model_dump(mode="json"))
    else:
        click.echo("\n".join(_lines(found, lang)))


def _read(file: TextIO) -> str:
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file.name} is not text in UTF-8; save it as UTF-8 and try again.") from error


def _lines(found: AssessmentOut, lang: str) -> Iterator[str]:
    about = found.customer
    whom = f"{about.name} <{about.address}>" if about and about.name else about.address if about else "nobody"
    if found.score is None or found.band is None:
        yield f"No score for {whom}."
    else:
        low, high = found.band
        yield f"Score {found.score:.0f} of 100 for {whom}: {low:.0f} to {high:.0f}, confidence {found.confidence}."
    if about and about.mails:
        yield f"Compared with {about.mails} mails ({about.basis})."
    if found.note:
        yield getattr(found.note.text, lang)
    telling = [each for each in found.deviations if abs(each.points) >= TELLING]
    if telling:
        yield "\nWhat moves it, in points:"
        yield from (f"  {each.points:+6.1f}  {getattr(each.text, lang)}" for each in telling)
    if found.suggestions:
        yield "\nWhat to change:"
    for hint in found.suggestions:
        gain = f"{hint.gain:+.1f} points" if hint.gain is not None else hint.severity
        yield f"  {getattr(hint.message, lang)} ({gain})"
        yield f"    {getattr(hint.reason, lang)}"
        if hint.replacement is not None:
            yield f"    {hint.original!r} -> {hint.replacement!r}"
    if found.needs:
        yield "\nWhat the mail that is answered asks for:"
        yield from (f"  {need.kind}: {need.text}" for need in found.needs)
