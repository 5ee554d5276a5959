"""What PostgreSQL answers, in words that say what to do; never with a value that was to be stored."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy.exc import DBAPIError

# By SQLSTATE (PostgreSQL's manual, appendix A), whole or its class; `{name}` is the database, `{waited}` seconds.
WORDS: Mapping[str, str] = {
    "55P03": "is busy: another process wrote for over {waited} s. Try again.",
    "57014": "was asked for something that took too long, and stopped. Try again; if it happens again, its tables may "
    "need an ANALYZE.",
    "25P03": "waited too long for this process in the middle of writing; nothing of it was stored. Try again.",
    "40001": "was changed by somebody else at the same moment. Try again.",
    "40P01": "was changed by somebody else at the same moment. Try again.",
    "53100": "cannot be written: its disk is full. Free some space there and try again.",
    "53200": "has no memory left on its server. Try again, or give it more.",
    "53300": "takes no more connections. Raise max_connections of the server, or stop a process that is not needed.",
    "25006": "takes no changes: its server is a read-only copy. Name the one that is copied.",
    "42501": "refuses this user a right that is needed. Make the user its owner: ALTER DATABASE ... OWNER TO ...",
    "28P01": "refuses the password. Check it in the address of the database, in PGPASSWORD or in ~/.pgpass.",
    "28000": "refuses this user. Check the name in the address, and the server's pg_hba.conf.",
    "3D000": "does not exist. Make it: CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
    "57P": "is being stopped or started. Try again in a moment.",
    "08": "cannot be reached: the connection broke. Try again; check the network and that PostgreSQL runs.",
    "58": "has trouble with its files: see the log of its server.",
    "XX": "is damaged or has met a mistake of its own: see the log of its server.",
}

NOTHING_THERE = "cannot be reached: nothing answers there. Check the address, and that PostgreSQL runs."
SILENT = "cannot be reached: its server does not answer. Check the address and the network."

# A connection that never came about has no SQLSTATE; only its text tells why.
TEXTS: Mapping[str, str] = {
    r"terminating connection|closed the connection|has been closed|connection .*(?:lost|closed)|EOF|unexpected eof|"
    r"could not (?:send|receive) data": WORDS["08"],
    r"password authentication failed|no password supplied": WORDS["28P01"],
    r"no pg_hba\.conf entry|role .* does not exist|Peer authentication failed|Ident authentication": WORDS["28000"],
    r"database .* does not exist": WORDS["3D000"],
    r"too many clients|remaining connection slots": WORDS["53300"],
    r"starting up|shutting down|recovery mode": WORDS["57P"],
    r"certificate verify failed|root certificate|SSL": "cannot be reached safely: the TLS of its server was refused. "
    "Check sslmode and sslrootcert in the address, and the server's certificate.",
    r"could not translate host name|Name or service not known": "is on a server whose name is not known. Check the "
    "address.",
    r"Connection refused|No such file or directory": NOTHING_THERE,
    r"timeout expired|timed out|Network is unreachable|No route to host": SILENT,
}

# Nothing is wrong with what was asked or with the settings: it is worth asking again.
PASSING_STATES = ("08", "57P", "53300", "53200", "55P03", "25P03", "40001", "40P01")
PASSING = frozenset((NOTHING_THERE, SILENT, *(WORDS[each] for each in PASSING_STATES)))


def in_words(name: str, error: DBAPIError, *, waited: int) -> str:
    """A sentence on what happened to the database called `name` and what to do about it."""
    said = _known(error)
    if said is not None:
        return f"The database {name} {said.format(waited=waited)}"
    return f"The database {name} answered: {_primary(error)}."


def is_passing(error: DBAPIError) -> bool:
    """Whether the same may go well a moment later."""
    return _known(error) in PASSING


def _known(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    for length in (5, 3, 2):
        if state[:length] in WORDS:
            return WORDS[state[:length]]
    if state:
        return None
    said = str(error.orig)
    return next((words for pattern, words in TEXTS.items() if re.search(pattern, said)), None)


def _primary(error: DBAPIError) -> str:
    """What was said first: what comes after it, the detail, may hold an address or a text."""
    diagnosis = getattr(error.orig, "diag", None)
    primary = getattr(diagnosis, "message_primary", None)
    return str(primary or type(error.orig).__name__).rstrip(".")
