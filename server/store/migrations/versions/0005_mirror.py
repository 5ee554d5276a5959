"""The mirror knows flags, what is gone, history, quarantine, leases, and how each mailbox is doing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def _mailbox(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("mailbox_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["mailbox_id"], ["mailbox.id"], name=op.f(f"fk_{table}_mailbox_id"), ondelete="CASCADE"
        ),
    )


def upgrade() -> None:
    op.add_column("message", sa.Column("flags", sa.Text(), nullable=False, server_default=""))
    op.add_column("message", sa.Column("gone_at", TIME, nullable=True))
    op.add_column("message", sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("message", sa.Column("server_id", sa.String(), nullable=True))
    op.add_column("folder", sa.Column("oldest_uid", sa.BigInteger(), nullable=False, server_default="1"))
    op.add_column("folder", sa.Column("renumbered_at", TIME, nullable=True))
    op.add_column("folder", sa.Column("renumberings", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_message_server_id"), "message", ["server_id"])
    op.create_table(
        "quarantine",
        *_mailbox("quarantine"),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("first_at", TIME, nullable=False),
        sa.Column("next_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("mailbox_id", "folder", "generation", "uid", name=op.f("pk_quarantine")),
    )
    op.create_table(
        "mailbox_lease",
        *_mailbox("mailbox_lease"),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("mailbox_id", name=op.f("pk_mailbox_lease")),
    )
    op.create_table(
        "mailbox_state",
        *_mailbox("mailbox_state"),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("looked_at", TIME, nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("remedy", sa.Text(), nullable=True),
        sa.Column("retry_at", TIME, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Float(), nullable=False),
        sa.Column("bytes_day", sa.Date(), nullable=True),
        sa.Column("bytes_today", sa.BigInteger(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=True),
        sa.Column("alert_seen", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("wakes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mailbox_id", name=op.f("pk_mailbox_state")),
    )


def downgrade() -> None:
    for table in ("mailbox_state", "mailbox_lease", "quarantine"):
        op.drop_table(table)
    op.drop_index(op.f("ix_message_server_id"), "message")
    for table, names in (
        ("folder", ("renumberings", "renumbered_at", "oldest_uid")),
        ("message", ("server_id", "whole", "gone_at", "flags")),
    ):
        for name in names:
            op.drop_column(table, name)
