"""Access: which mailboxes a user may see, which hold mail with whom, what a token is good for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

PLACES = """
INSERT INTO customer_mailbox (person, mailbox_id)
SELECT DISTINCT coalesce(alias.person, message.correspondent), message.mailbox_id
FROM message LEFT JOIN alias ON alias.address = message.correspondent
WHERE message.stage = 'learned' AND message.kind = 'personal' AND message.correspondent IS NOT NULL
  AND message.direction IS NOT NULL
"""


def upgrade() -> None:
    # who is there already keeps all they have; who comes from now on is given what is said then
    for table in ("account", "integration_key"):
        op.add_column(table, sa.Column("all_mailboxes", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("token", sa.Column("scopes", sa.Text(), nullable=True))
    _make_grants("account_mailbox", "account_id", "account")
    _make_grants("integration_key_mailbox", "key_id", "integration_key")
    op.create_table(
        "customer_mailbox",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("mailbox_id", ID, autoincrement=False, nullable=False),
        _of("customer_mailbox", "mailbox_id", "mailbox"),
        sa.PrimaryKeyConstraint("person", "mailbox_id", name=op.f("pk_customer_mailbox")),
    )
    op.create_index(op.f("ix_customer_mailbox_mailbox_id"), "customer_mailbox", ["mailbox_id"], unique=False)
    op.execute(PLACES)


def _make_grants(table: str, owner: str, of: str) -> None:
    op.create_table(
        table,
        sa.Column(owner, ID, autoincrement=False, nullable=False),
        sa.Column("mailbox_id", ID, autoincrement=False, nullable=False),
        _of(table, owner, of),
        _of(table, "mailbox_id", "mailbox"),
        sa.PrimaryKeyConstraint(owner, "mailbox_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_mailbox_id"), table, ["mailbox_id"], unique=False)


def _of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def downgrade() -> None:
    for table in ("customer_mailbox", "integration_key_mailbox", "account_mailbox"):
        op.drop_table(table)
    op.drop_column("token", "scopes")
    for table in ("integration_key", "account"):
        op.drop_column(table, "all_mailboxes")
