"""Who may ask what, written down by hand: each route and each verb of the command line has its row here.

tests/server/test_access_matrix.py tries every row; bench/list_access.py prints them into docs/security.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from server.access import Right

EVERYBODY, SIGNED_IN = "everybody", "whoever signed in"
ALL, LEADS, ADMINS = ("rep", "lead", "admin"), ("lead", "admin"), ("admin",)


@dataclass(frozen=True)
class Row:
    """One route: who may ask it, and which scopes let a token do so (none: only what is good for everything).

    `about` is what its address names, seen by whoever sees the mailbox: "customer", "matter", "alert", "outcome",
    "mailbox", "company" or "segment"; empty for lists and for what is about nobody. `tells`: an admin's answer names
    customers. `ends`: the session is over after it. `ok` are the answers that mean: let in.
    """

    method: str
    rule: str
    does: str
    who: tuple[str, ...] | str
    scopes: tuple[str, ...] = ()
    about: str = ""
    tells: bool = False
    body: dict[str, Any] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    ok: tuple[int, ...] = (200, 201, 204, 303)
    ends: bool = False


API, PAGES = "/api/v1", "/dashboard"
READ, PANEL, WRITE = ("panel", "read"), ("panel", "write"), ("write",)
OUTCOME = {"customer": "{customer}", "kind": "csat", "value": 4, "at": "2026-11-20T12:00:00Z"}
DRAFT = {"draft": {"text": "Guten Tag"}, "customer": "{customer}"}
HINT = {"rule": "no-such", "customer": "{customer}", "action": "restored", "language": "de"}
FORM = (200, 303, 404, 422)  # what a form of the own account answers: done, elsewhere, nothing there, incomplete
STARTING = 503  # let in, and the language models are not loaded

OPEN_ROUTES = (
    ("GET", "/", "to the page to try it on"),
    ("GET", "/try", "the page to try it on"),
    ("GET", "/try/", "the page to try it on"),
    ("GET", "/try/<path:name>", "its files"),
    ("GET", "/panel/", "the panel, without any data"),
    ("GET", "/panel/<path:name>", "its files"),
    ("GET", "/outlook/<path:name>", "the pages of the Outlook add-in, without any data"),
    ("GET", "/health", "whether the server can answer"),
    ("GET", "/health/live", "whether its process answers"),
    ("GET", "/health/ready", "whether drafts can be assessed"),
    ("GET", "/metrics", "figures for Prometheus, without words or people; for whom `metrics.open_to` says"),
    ("GET", "/answer/style.css", "the look of the page on which customers answer"),
    ("GET", "/answer/<token>", "a question to a customer, by its signed link"),
    ("POST", "/answer/<token>", "the customer's answer, by its signed link"),
    ("GET", f"{API}/openapi.json", "the description of the API"),
    ("POST", f"{API}/session", "a session of the panel, for a token"),
    ("POST", f"{API}/pairing", "a token for a mail client, for a code"),
    ("DELETE", f"{API}/pairing", "the end of a mail client's token, for that token"),
    ("GET", f"{PAGES}/static/<name>", "styles and scripts of the dashboard"),
    ("GET", f"{PAGES}/sign-in", "the form to sign in"),
    ("POST", f"{PAGES}/sign-in", "signing in"),
    ("GET", f"{PAGES}/sign-in/provider", "signing in at an identity provider"),
    ("GET", f"{PAGES}/sign-in/provider/back", "back from the identity provider"),
    ("GET", f"{PAGES}/second-step", "the form for the second factor, half-way"),
    ("POST", f"{PAGES}/second-step", "the second factor, half-way"),
    ("GET", f"{PAGES}/password", "the form of a one-time link for a password"),
    ("POST", f"{PAGES}/password", "a password, by its one-time link"),
)

ROUTES = (
    *(Row(method, rule, does, EVERYBODY) for method, rule, does in OPEN_ROUTES),
    # the API
    Row("GET", f"{API}/customers", "search customers", ALL, READ, tells=True),
    Row("GET", f"{API}/customers/<path:address>", "a customer's card", ALL, READ, "customer", tells=True),
    Row("GET", f"{API}/relationships", "how customers stand", ALL, READ, tells=True),
    Row("GET", f"{API}/relationships/<path:address>", "how one stands", ALL, READ, "customer", tells=True),
    Row("GET", f"{API}/matters", "open promises and needs", ALL, READ, tells=True),
    Row("GET", f"{API}/alerts", "customers to look at", ALL, READ, tells=True),
    Row("GET", f"{API}/outcomes", "what came of it", ALL, READ, tells=True),
    Row("GET", f"{API}/mailboxes", "how mailboxes are read", ALL, READ, tells=True),
    Row("GET", f"{API}/rules", "the rules in force", ALL, READ),
    Row("POST", f"{API}/assessments", "assess a draft", ALL, PANEL, body=DRAFT, ok=(200, STARTING)),
    Row("GET", f"{API}/rewrites", "whether drafts can be rewritten", ALL, PANEL),
    Row("POST", f"{API}/rewrites", "rewrite a draft", ALL, PANEL, body=DRAFT, ok=(404,)),  # no model is set
    Row("POST", f"{API}/hints/feedback", "send a hint away", ALL, PANEL, body=HINT),
    Row(
        "PUT",
        f"{API}/grades/<path:address>",
        "correct a grade",
        ALL,
        WRITE,
        "customer",
        body={"grade": "A", "reason": "we met"},
    ),
    Row("DELETE", f"{API}/grades/<path:address>", "take a correction back", ALL, WRITE, "customer"),
    Row("POST", f"{API}/matters/<int:number>", "tick off", ALL, WRITE, "matter", body={"done": True}),
    Row("POST", f"{API}/alerts/<int:number>/seen", "take note of an alert", ALL, WRITE, "alert"),
    Row("POST", f"{API}/outcomes", "note an outcome", ALL, ("outcomes",), "customer", body=OUTCOME),
    Row("DELETE", f"{API}/outcomes/<int:number>", "forget an outcome", ALL, ("outcomes",), "outcome"),
    Row(
        "POST",
        f"{API}/feedback-links",
        "ask a customer",
        ALL,
        ("outcomes",),
        "customer",
        body={"customer": "{customer}", "kind": "csat", "language": "de"},
    ),
    Row("GET", f"{API}/webhooks", "how events are delivered", ADMINS, ("admin",)),
    # the dashboard
    Row("GET", f"{PAGES}/", "the overview", ALL, READ, tells=True),
    Row("GET", f"{PAGES}/customers", "all customers", ALL, READ, tells=True),
    Row("GET", f"{PAGES}/customers/<path:address>", "one customer", ALL, READ, "customer", tells=True),
    Row("GET", f"{PAGES}/companies/<domain>", "the people of a company", ALL, READ, "company", tells=True),
    Row("GET", f"{PAGES}/segments/<name>", "the customers of a segment", ALL, READ, "segment", tells=True),
    Row("GET", f"{PAGES}/open/<any(promise, need):kind>", "what is open", ALL, READ, tells=True),
    Row("GET", f"{PAGES}/mailboxes", "how mailboxes are read", ALL, READ, tells=True),
    Row("GET", f"{PAGES}/rules", "the rules in force", ALL, READ),
    Row("POST", f"{PAGES}/mailboxes/<int:number>/seen", "take note of a server's word", ALL, WRITE, "mailbox"),
    Row("POST", f"{PAGES}/alerts/<int:number>/seen", "take note of an alert", ALL, WRITE, "alert"),
    Row("POST", f"{PAGES}/matters/<int:number>", "tick off", ALL, WRITE, "matter", body={"done": "yes"}),
    Row(
        "POST",
        f"{PAGES}/grades/<path:address>",
        "correct a grade",
        ALL,
        WRITE,
        "customer",
        body={"letter": "A", "reason": "we met"},
    ),
    Row("GET", f"{PAGES}/effect", "what the grades are worth", LEADS, ("read",)),
    Row("GET", f"{PAGES}/export", "the forms of the export", LEADS, ("read",)),
    Row(
        "GET",
        f"{PAGES}/export/<any(customers, matters, outcomes):what>",
        "a file",
        LEADS,
        ("read",),
        tells=True,
        query={"words": "1"},
    ),
    Row("GET", f"{PAGES}/account", "the own account", ALL),
    Row("POST", f"{PAGES}/account/password", "set the own password", ALL, ok=FORM),
    Row("GET", f"{PAGES}/account/second-factor", "the own second factor", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/second-factor", "confirm it", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/second-factor/begin", "begin with it", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/second-factor/off", "switch it off", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/second-factor/recovery", "new recovery codes", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/sessions/<int:number>/end", "end an own session", ALL, ok=FORM),
    Row("POST", f"{PAGES}/account/sessions/end", "sign out everywhere", ALL, ok=FORM, ends=True),
    Row("GET", f"{PAGES}/<path:rest>", "that there is no such page", SIGNED_IN, ok=(404,)),
    Row("POST", f"{PAGES}/sign-out", "signing out", EVERYBODY, ends=True),
)

VERBS: dict[str, Right] = {
    "addin list": Right.OPERATE,
    "addin outlook": Right.OPERATE,
    "addin pair": Right.USERS,
    "addin revoke": Right.USERS,
    "addin roundcube": Right.USERS,
    "addin thunderbird": Right.OPERATE,
    "audit check": Right.AUDIT,
    "audit export": Right.AUDIT,
    "audit list": Right.AUDIT,
    "customer join": Right.CORRECT,
    "customer list": Right.READ,
    "customer show": Right.READ,
    "customer split": Right.CORRECT,
    "doctor": Right.OPERATE,
    "import contacts": Right.IMPORT,
    "import csv": Right.IMPORT,
    "import eml": Right.IMPORT,
    "import jsonl": Right.IMPORT,
    "import list": Right.IMPORT,
    "import mbox": Right.IMPORT,
    "import remove": Right.IMPORT,
    "mailbox add": Right.OPERATE,
    "mailbox check": Right.OPERATE,
    "mailbox folders": Right.OPERATE,
    "mailbox list": Right.OPERATE,
    "mailbox pause": Right.OPERATE,
    "mailbox remove": Right.OPERATE,
    "mailbox resume": Right.OPERATE,
    "mailbox resync": Right.OPERATE,
    "mailbox sign-in": Right.OPERATE,
    "mailbox status": Right.OPERATE,
    "mailbox sync": Right.OPERATE,
    "jobs drop": Right.OPERATE,
    "jobs list": Right.OPERATE,
    "jobs retry": Right.OPERATE,
    "outcome import": Right.IMPORT,
    "outcome link": Right.OUTCOMES,
    "outcome list": Right.READ,
    "outcome remove": Right.OUTCOMES,
    "privacy apply": Right.OPERATE,
    "privacy erase": Right.OPERATE,
    "privacy export": Right.EXPORT,
    "privacy let-return": Right.OPERATE,
    "privacy status": Right.OPERATE,
    "report": Right.AGGREGATES,
    "rules check": Right.OPERATE,
    "rules explain": Right.OPERATE,
    "rules list": Right.OPERATE,
    "rules schema": Right.OPERATE,
    "rules try": Right.OPERATE,
    "run": Right.OPERATE,
    "score": Right.ASSESS,
    "secrets rotate": Right.OPERATE,
    "store backup": Right.OPERATE,
    "store erase-again": Right.OPERATE,
    "store move": Right.OPERATE,
    "store restore": Right.OPERATE,
    "serve": Right.OPERATE,
    "token add": Right.USERS,
    "token list": Right.USERS,
    "token revoke": Right.USERS,
    "user add": Right.USERS,
    "user grant": Right.USERS,
    "user identity": Right.USERS,
    "user list": Right.USERS,
    "user password": Right.USERS,
    "user remove": Right.USERS,
    "user revoke": Right.USERS,
    "user role": Right.USERS,
    "user sign-out": Right.USERS,
    "user totp": Right.USERS,
    "webhook list": Right.OPERATE,
    "webhook retry": Right.OPERATE,
    "worker": Right.OPERATE,
    "works-council off": Right.OPERATE,
    "works-council on": Right.OPERATE,
    "works-council status": Right.OPERATE,
}
"""Verb of the command line -> the right that it uses; all need the account of the server, and so the admin's rights."""
