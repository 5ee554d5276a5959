"""One customer: the grade with all that is behind it, how it came about, what is open, what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from coach.relationship.address_words import lines
from coach.relationship.phase import Phase
from server.access import Right
from server.errors import NotFound
from server.habits import habits_of
from server.standing import Standing, standing_of
from server.store import NEEDS, PROMISE, Customer
from server.web.dashboard.course import course_of, drawn
from server.web.dashboard.customer_words import WORDS
from server.web.dashboard.frame import Page, access, formats, needs, own_path, services, shown, speaker, visitor

PAGE = Page("customer", WORDS, needs=Right.READ, under="customers")

GRADES = ("A", "B", "C")
LONGEST_REASON = 2_000  # characters


@PAGE.routes.get("/customers/<path:address>")
def show(address: str, wrong: str = "", status: int = 200) -> Response:
    """The page of a customer; `wrong` is the text that says what a form lacked."""
    found = services()
    customer = found.store.customers.get(address, sight=access().sight)
    if customer is None:
        raise NotFound(f"There is no mail from or to {address}.")
    try:
        standing = standing_of(
            customer.address, found.store, found.shelf, found.signals, found.council(), sight=access().sight
        )
    except NotFound:
        return shown("customer_new.html", customer=customer)
    return _page(customer, standing, wrong, status)


@PAGE.routes.post("/grades/<path:address>")
@needs(Right.CORRECT)
def correct(address: str) -> Response:
    """Sets a grade beside the computed one, or takes that back."""
    found = services()
    letter, reason = request.form.get("letter", ""), request.form.get("reason", "").strip()
    if letter == "back":
        found.store.corrections.end(address, found.clock(), sight=access().sight)
    elif letter not in GRADES or not reason:
        return show(address, wrong="correct_wrong", status=422)
    else:
        found.store.corrections.set(address, letter, reason[:LONGEST_REASON], found.clock(), sight=access().sight)
    return redirect(url_for(".show", address=address), 303)


@PAGE.routes.post("/matters/<int:number>")
@needs(Right.CORRECT)
def tick(number: int) -> Response:
    """Marks a need or promise as done, or as open again, and goes back to where that was asked."""
    found = services()
    done = request.form.get("done") == "yes"
    found.store.matters.tick(number, found.clock() if done else None, sight=access().sight)
    return redirect(own_path(request.form.get("back", "")), 303)


def _page(customer: Customer, standing: Standing, wrong: str, status: int) -> Response:
    found = services()
    now = found.clock()
    course = course_of(customer, standing, found.store, found.coach.rules.grading, now, sight=access().sight)
    matters = standing.matters
    team = found.team()
    return shown(
        "customer.html",
        status=status,
        customer=customer,
        standing=standing,
        figures=standing.relationship.figures,
        grading=found.coach.rules.grading,
        chart=drawn(course, speaker(), formats()),
        course=course,
        habits=habits_of(found.shelf.contact(customer.address, sight=access().sight), found.coach),
        ledger=_ledger(customer),
        promises=[each for each in matters if each.matter.kind == PROMISE],
        needs=sorted((each for each in matters if each.matter.kind in NEEDS), key=lambda each: each.matter.at),
        ticked=[each for each in course.matters if each.ticked_at is not None],
        phases=[str(each) for each in Phase],
        company=customer.domain if not team.is_free_mail(customer.domain) else "",
        grades=GRADES,
        least_people=found.council().min_group,
        keep_days=found.settings.privacy.keep_text_days,
        gone=_gone(standing),
        wrong=wrong,
        now=now,
    )


def _ledger(customer: Customer) -> Mapping[str, list[str]]:
    """How both sides address each other, sentence by sentence, by the language of the mails."""
    code = visitor().language
    who = customer.name.strip() or speaker()("somebody")
    standings = services().shelf.standings.of(customer)
    return {
        language: [each[code].replace("{who}", who) for each in lines(standing)]
        for language, standing in standings.items()
    }


def _gone(standing: Standing) -> int:
    """How many mails behind the grade have no text any more."""
    causes = {cause.mail: cause for share in standing.shares for cause in share.causes}
    return sum(each.quote is None and each.date is None for each in causes.values())
