"""GET /api/v1/mailboxes: which mailboxes are read and how that goes."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.access import Right
from server.api.auth import SECURITY, access, needs, services
from server.api.schema import MailboxesOut, MailboxOut, ProblemOut

routes = APIBlueprint("mailboxes", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="mailboxes")])


@routes.get("/mailboxes", security=SECURITY, responses={200: MailboxesOut, 401: ProblemOut})
@needs(Right.READ)
def mailboxes() -> dict[str, Any]:
    """Every connected mailbox: its last look for mail, its last error in words, how much is stored and waits."""
    store = services().store
    counts = store.messages.counts(sight=access().sight)
    told = [
        MailboxOut(
            address=each.address,
            last_sync=each.last_sync_at,
            error=each.last_error,
            messages=counts[each.id].total if each.id in counts else 0,
            waiting=counts[each.id].stored if each.id in counts else 0,
        )
        for each in store.mailboxes.list(sight=access().sight)
    ]
    return MailboxesOut(mailboxes=told).model_dump(mode="json")
