"""GET /api/v1/mailboxes: which mailboxes are read and how that goes."""

from __future__ import annotations

from typing import Any

from flask_openapi3 import APIBlueprint, Tag

from server.api.auth import SECURITY, services, signed_in
from server.api.schema import MailboxesOut, MailboxOut, ProblemOut

routes = APIBlueprint("mailboxes", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="mailboxes")])


@routes.get("/mailboxes", security=SECURITY, responses={200: MailboxesOut, 401: ProblemOut})
@signed_in
def mailboxes() -> dict[str, Any]:
    """Every connected mailbox: its last look for mail, its last error in words, how much is stored and waits."""
    store = services().store
    counts = store.messages.counts()
    told = [
        MailboxOut(
            address=each.address,
            last_sync=each.last_sync_at,
            error=each.last_error,
            messages=counts[each.id].total if each.id in counts else 0,
            waiting=counts[each.id].stored if each.id in counts else 0,
        )
        for each in store.mailboxes.list()
    ]
    return MailboxesOut(mailboxes=told).model_dump(mode="json")
