"""Who may do what, and which mailboxes they see: roles, rights, the scopes of tokens, sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Role = Literal["rep", "lead", "admin"]
"""What somebody is here: writes to customers; leads who do; runs the installation."""

Scope = Literal["panel", "read", "write", "outcomes", "admin"]
"""What a token is good for, at most what the role of its user allows."""

ROLES: tuple[Role, ...] = ("rep", "lead", "admin")
SCOPES: tuple[Scope, ...] = ("panel", "read", "write", "outcomes", "admin")


class Right(StrEnum):
    """Something that one does here; each view names the one that it needs."""

    READ = "read customers"
    ASSESS = "assess drafts"
    CORRECT = "correct and tick off"
    OUTCOMES = "note outcomes"
    ACCOUNT = "keep the own account"
    AGGREGATES = "see aggregates"
    EXPORT = "export"
    IMPORT = "import"
    OPERATE = "run the installation"
    USERS = "manage users"
    AUDIT = "read the audit log"


_REP = frozenset({Right.READ, Right.ASSESS, Right.CORRECT, Right.OUTCOMES, Right.ACCOUNT})
_LEAD = _REP | {Right.AGGREGATES, Right.EXPORT, Right.IMPORT}

RIGHTS: Mapping[Role, frozenset[Right]] = {"rep": _REP, "lead": _LEAD, "admin": frozenset(Right)}

# No scope keeps the account: a token that was made for one thing must not set its user's password.
SCOPE_RIGHTS: Mapping[Scope, frozenset[Right]] = {
    "panel": frozenset({Right.READ, Right.ASSESS}),
    "read": frozenset({Right.READ, Right.AGGREGATES, Right.EXPORT}),
    "write": frozenset({Right.ASSESS, Right.CORRECT, Right.IMPORT}),
    "outcomes": frozenset({Right.OUTCOMES}),
    "admin": frozenset({Right.OPERATE, Right.USERS, Right.AUDIT}),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """The mailboxes whose mail one may see, by number, import sources among them; None: all there are."""

    mailboxes: frozenset[int] | None

    @staticmethod
    def everything() -> Sight:
        """That of jobs, of admins and of whoever was granted all mailboxes."""
        return EVERYTHING

    @staticmethod
    def of(mailboxes: Iterable[int]) -> Sight:
        """These mailboxes and no other."""
        return Sight(frozenset(mailboxes))

    @property
    def is_everything(self) -> bool:
        """Whether nothing is out of sight."""
        return self.mailboxes is None

    @property
    def is_nothing(self) -> bool:
        """Whether all is out of sight: nobody has granted a mailbox yet."""
        return self.mailboxes is not None and not self.mailboxes

    def holds(self, mailbox: int) -> bool:
        """Whether the mailbox of this number may be seen."""
        return self.mailboxes is None or mailbox in self.mailboxes


EVERYTHING = Sight(None)


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may do and see; `account_id` is None for the visitor of a demo who has done nothing yet.

    `scopes` None: all that the role allows.
    """

    user: str
    role: Role
    sight: Sight = field(repr=False)
    scopes: frozenset[Scope] | None = None
    account_id: int | None = None

    @property
    def rights(self) -> frozenset[Right]:
        """All that one may do."""
        allowed = RIGHTS[self.role]
        if self.scopes is None:
            return allowed
        return allowed & frozenset().union(*(SCOPE_RIGHTS[each] for each in self.scopes))

    def may(self, right: Right) -> bool:
        """Whether one may do this."""
        return right in self.rights


def cut(scopes: frozenset[Scope] | None, to: Scope) -> frozenset[Scope]:
    """What is left of a token's scopes where it is used for one thing alone."""
    return frozenset({to}) if scopes is None else scopes & {to}
