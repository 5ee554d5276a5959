"""The shapes of requests and answers on the wire. Spans count UTF-16 code units, as browsers do."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from server.api.figures_schema import FiguresOut
from server.store import HintAction

MAX_TEXT = 1_000_000
MAX_RECIPIENTS = 1_000

Address = Annotated[str, Field(max_length=320)]


class Body(BaseModel):
    """A request's body: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid")


class DraftIn(Body):
    text: str = Field(max_length=MAX_TEXT, description="The draft as it stands in the editor, as plain text")
    subject: str = Field("", max_length=2_000)


class AssessmentIn(Body):
    draft: DraftIn
    customer: Address | None = Field(None, description="The customer's address; else the first outside recipient")
    recipients: list[Address] = Field(default_factory=list, max_length=MAX_RECIPIENTS)
    cc: list[Address] = Field(default_factory=list, max_length=MAX_RECIPIENTS)
    attachments: int | None = Field(None, ge=0, le=10_000, description="How many; null where the host does not know")
    mailbox: Address | None = Field(None, description="The team's address that the mail is sent from")
    reply_to: str | None = Field(None, max_length=MAX_TEXT, description="The text of the mail that is answered")


class HintFeedbackIn(Body):
    rule: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=100, description="The hint's rule")
    customer: Address = Field(description="Whom the draft goes to")
    action: HintAction = Field(description="What was done with the hint; restored takes a dismissal back")
    language: Literal["de", "en"] = Field(description="The draft's language")


class SessionIn(Body):
    code: str | None = Field(
        None, max_length=400, description="A token from `einklang token add`; not needed in the demo"
    )


class Words(BaseModel):
    """A text for people in both languages."""

    de: str
    en: str


class SpanOut(BaseModel):
    start: int
    end: int


class NoteOut(BaseModel):
    code: str
    text: Words


class AboutOut(BaseModel):
    address: str
    name: str
    known: bool
    language: str | None
    mails: int
    basis: str | None


class CueOut(BaseModel):
    """One small habit of a family and its share of the family's points."""

    name: Words
    points: float
    spans: list[SpanOut]


class DeviationOut(BaseModel):
    """`amounts` are the draft's and the usual one, where the dimension is an amount from 0 up: two bars can show it."""

    dimension: str
    label: Words
    value: Words
    usual: Words
    text: Words
    points: float
    spans: list[SpanOut]
    cues: list[CueOut] = []
    amounts: tuple[float, float] | None = None


class EditOut(BaseModel):
    span: SpanOut
    original: str
    text: str


class SuggestionOut(BaseModel):
    """`span` is the stretch that `replacement` takes the place of; `edits` are the same change piece by piece.

    `marks` are the words that it is about. `asks`: the replacement has [gaps] for the writer to fill. `hold`: worth
    asking before the mail is sent.
    """

    id: str
    rule: str
    severity: str
    message: Words
    reason: Words
    span: SpanOut
    original: str
    replacement: str | None
    edits: list[EditOut]
    marks: list[SpanOut]
    gain: float | None
    asks: bool
    hold: bool


class NeedOut(BaseModel):
    """`standing` in the draft: open (surely not taken up), promised, or answered (nothing shows that it is open)."""

    kind: str
    text: str
    standing: str | None = None
    span: SpanOut | None = None
    date: datetime | None = None


class AssessmentOut(BaseModel):
    """`dismissed` are the rules that are silent because this rep sent their hints away for this customer.

    `hold_on_send` says whether a hint with `hold` is worth a question before the mail is sent: never or ask.
    """

    score: float | None
    band: tuple[float, float] | None
    confidence: str
    language: str | None
    note: NoteOut | None
    customer: AboutOut | None
    deviations: list[DeviationOut]
    suggestions: list[SuggestionOut]
    needs: list[NeedOut]
    diagnosis: dict[str, float]
    timings: dict[str, float]
    dismissed: list[str]
    hold_on_send: str


class CustomerOut(BaseModel):
    address: str
    name: str
    language: str | None
    mails_in: int
    mails_out: int
    last_mail: datetime


class CustomersOut(BaseModel):
    customers: list[CustomerOut]


class HabitOut(BaseModel):
    dimension: str
    label: Words
    value: Words
    text: Words


class LanguageOut(BaseModel):
    language: str
    mails: int
    habits: list[HabitOut]


class SideFormOut(BaseModel):
    form: str | None
    since: datetime | None
    before: str | None
    mails: int
    mixed: bool


class OfferOut(BaseModel):
    side: str
    date: datetime | None
    answer: str
    answered: datetime | None


class AddressOut(BaseModel):
    """How customer and team address each other in one language; `due` is the form that a draft should use."""

    language: str
    customer: SideFormOut
    team: SideFormOut
    offer: OfferOut | None
    asymmetric: bool
    due: str | None
    text: list[Words]


class LastMessageOut(BaseModel):
    subject: str
    date: datetime
    text: str


class CardOut(BaseModel):
    """`joined` are further addresses of the same person, whose mail is counted here, too."""

    address: str
    joined: list[str] = []
    name: str
    domain: str
    mails_in: int
    mails_out: int
    first_mail: datetime
    last_mail: datetime
    languages: list[LanguageOut]
    address_form: str | None
    address_ledger: list[AddressOut]
    needs: list[NeedOut]
    relationship: FiguresOut | None
    standing: Words | None = Field(description="The relationship in a sentence")
    promises: list[Words] = Field(description="Open promises of the team, each with its day")
    last_message: LastMessageOut | None


class MailboxOut(BaseModel):
    address: str
    last_sync: datetime | None
    error: str | None
    messages: int
    waiting: int


class MailboxesOut(BaseModel):
    mailboxes: list[MailboxOut]


class SessionOut(BaseModel):
    token: str
    expires: datetime
    demo: bool


class HintFeedbackOut(BaseModel):
    """The rules that are now silent for this rep and this customer."""

    dismissed: list[str]


class RuleCountOut(BaseModel):
    """How many coaching rules are in force, and how many mistakes keep a changed file from being so."""

    in_force: int
    mistakes: int


class RulesOut(BaseModel):
    """How many coaching rules are in force, and what is wrong in the files: file, line, key and remedy."""

    in_force: int
    problems: list[str]


class CouncilOut(BaseModel):
    """The works-council mode; `only_set`: the settings say that it is off, which alone does nothing."""

    on: bool
    only_set: bool


class HealthOut(BaseModel):
    status: str
    version: str
    demo: bool
    rules: RuleCountOut
    works_council: CouncilOut


class ProblemOut(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str | None = None
