"""The shape of a rule file and of the admin's overlay, as they are written; pydantic holds them to it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from coach.kind import Code
from coach.model import Severity

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Texts = dict[Code, Annotated[str, StringConstraints(min_length=1)]]

TOPICS = (
    "address form", "apology", "emotion", "eye level", "greeting and closing", "honest promises", "last impression",
    "length", "motives", "needs", "one goal", "phase", "pressure", "privacy", "register", "regulatory focus",
    "structure", "warmth", "wording",
)  # fmt: skip
Topic = Literal[TOPICS]  # type: ignore[valid-type]  # the names are listed once


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleText(Strict):
    """A draft, and what the rule does with it: `flags` are the words it points at; without it the rule is silent."""

    language: Code
    text: str = Field(min_length=1, description="the draft")
    flags: str | None = Field(None, description='the words that the rule points at; "" for a place between words')
    becomes: str | None = Field(None, description="the changed stretch after the first suggestion")
    fine: tuple[str, ...] = Field((), description="drafts in the same situation at which the rule stays silent")
    habit: str = Field("", description="an example customer of customers.toml")
    reply_to: str = Field("", description="the mail that is answered")
    subject: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    attachments: int | None = None
    name: str = Field("", description="the customer's name")
    salutation: str = Field("", description="how the team greeted this customer last")
    due: str = Field("", description="the form that the ledger says is due: du, sie, first_name, surname")
    offered: bool = Field(False, description="true: it was offered by the customer")
    segment: str = ""
    mailbox: str = ""
    grade: str = ""
    phase: str = ""
    days_silent: int | None = None
    own_domains: tuple[str, ...] = ()


class RuleText(Strict):
    """One rule file."""

    id: RuleId = Field(description="the same as the file's name")
    kind: str = Field(description="what kind of rule; it decides which options there are")
    topic: Topic = Field(description="what it is about")
    languages: tuple[Code, ...] = Field(min_length=1, description="the languages of drafts that it reads")
    severity: Severity = Field(Severity.ADVICE, description="warning before advice before info")
    rank: float = Field(2.0, ge=0, le=20, description="what comes first among equals, in points of the score")
    when: str = Field("", description="a condition in CEL over the facts of docs/rules.md")
    rewrite: str = Field("", description="the rewriter that offers the change")
    rewrite_only: tuple[str, ...] = Field((), description="only these of the things that the rewriter offers")
    hold: bool = Field(False, description="worth asking before the mail is sent, where that is switched on")
    on: bool = True
    message: Texts = Field(description="what to do, short; {gaps} are filled in")
    reason: Texts = Field({}, description="why; {gaps} are filled in")
    options: dict[str, Any] = Field({}, description="the options of its kind")
    examples: tuple[ExampleText, ...] = Field((), description="its tests")


class RuleChange(Strict):
    """What an admin changes about a rule; what is left out stays."""

    on: bool | None = None
    severity: Severity | None = None
    rank: float | None = Field(None, ge=0, le=20)
    when: str | None = None
    rewrite: str | None = None
    rewrite_only: tuple[str, ...] | None = None
    hold: bool | None = None
    message: Texts = {}
    reason: Texts = {}
    options: dict[str, Any] = {}


class HintText(Strict):
    """How hints come up."""

    most: int = Field(3, ge=0, le=10, description="hints shown at once")
    hold_on_send: Literal["never", "ask"] = Field("never", description="ask before a mail with a serious hint is sent")


class RelationshipText(Strict):
    """How relationships are graded."""

    a_from: float = Field(65, gt=50, le=100, description="the index from which on a customer is an A")
    c_below: float = Field(43, ge=0, lt=50, description="the index below which a customer is a C")
    least_mails: int = Field(4, ge=1, le=100, description="mails of both sides that a grade needs")
    weights: dict[str, Annotated[float, Field(ge=0, le=30)]] = Field(
        {}, description="how many points of the index a signal may add or take; 0: it does not count"
    )


class SegmentText(Strict):
    """Customers that belong together, and what is different for them."""

    domains: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    contact_days: float | None = Field(
        None, gt=0, le=1000, description="how often these customers want to be heard, for those without a habit yet"
    )
    rules: dict[str, RuleChange] = {}


class MailboxText(Strict):
    """What is different in one mailbox."""

    rules: dict[str, RuleChange] = {}


class CoachingText(Strict):
    """The admin's overlay."""

    hints: HintText = Field(default_factory=lambda: HintText.model_validate({}))
    words: dict[Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")], tuple[str, ...]] = {}
    weights: dict[str, Annotated[float, Field(ge=0, le=3)]] = {}
    relationship: RelationshipText = Field(default_factory=lambda: RelationshipText.model_validate({}))
    rules: dict[str, RuleChange] = {}
    segments: dict[str, SegmentText] = {}
    mailboxes: dict[str, MailboxText] = {}
