"""What an address of this server that is given to a mail client lacks, in a sentence for whoever gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from server.loopback import is_loopback

if TYPE_CHECKING:
    from server.settings import Web

OUTLOOK_SITE = "https://outlook."  # as those of Outlook on the web begin: office.com, office365.com, cloud.microsoft


def only_here(web: Web) -> Iterator[str]:
    """Says that other computers cannot reach the address that the commands print, where that is so."""
    if is_loopback(urlsplit(web.url).hostname or ""):
        yield f"Only this computer reaches {web.url}. For others set web.public_url (https) and start Einklang anew."


def framing(web: Web) -> str:
    """What `web.frame_ancestors` still has to name for a Roundcube, or who is named there."""
    if not web.frame_ancestors:
        return "And the address of that Roundcube into web.frame_ancestors of the settings of Einklang."
    return f"That Roundcube's address must be one of web.frame_ancestors: {', '.join(web.frame_ancestors)}"


def unheard(url: str, web: Web) -> Iterator[str]:
    """Says what the settings lack for Outlook to show pages from `url`."""
    from server.web.known_hosts import known

    host = urlsplit(url).hostname or ""
    if not known(web)(host):
        yield f"This server does not answer to the name {host} yet: set web.public_url to {url} and start it anew."
    if not any(each.startswith(OUTLOOK_SITE) for each in web.frame_ancestors):
        yield "Outlook on the web shows the pane only once web.frame_ancestors names its sites: docs/install-outlook.md"
