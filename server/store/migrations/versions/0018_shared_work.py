"""Shared work: claims, turns of jobs, workers and dead letters, so that several processes and machines work side by side.

An index of the mail that waits, for the newest is learned first.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "worker",
        sa.Column("holder", sa.String(), nullable=False),
        _moment("since"),
        _moment("until"),
        sa.PrimaryKeyConstraint("holder", name=op.f("pk_worker")),
    )
    op.create_table(
        "message_claim",
        sa.Column("message_id", _number(), autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        _moment("until"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_claim_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_message_claim")),
    )
    op.create_index(op.f("ix_message_claim_holder"), "message_claim", ["holder"])
    op.create_table(
        "relationship_claim",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        _moment("until"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address"], ["relationship.address"], name=op.f("fk_relationship_claim_address"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_relationship_claim")),
    )
    op.create_index(op.f("ix_relationship_claim_holder"), "relationship_claim", ["holder"])
    op.create_table(
        "job_slot",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        _moment("sent_at"),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("begun", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(), nullable=True),
        _moment("until", nullable=True),
        _moment("done_at", nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job_slot")),
    )
    op.create_table(
        "dead_letter",
        sa.Column("id", _number(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("arguments", sa.String(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        _moment("first_at"),
        _moment("last_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letter")),
        sqlite_autoincrement=True,
    )
    waits = sa.text("stage = 'stored'")
    op.create_index("ix_message_waiting", "message", ["internaldate", "id"], sqlite_where=waits, postgresql_where=waits)


def downgrade() -> None:
    op.drop_index("ix_message_waiting", "message")
    for table in ("dead_letter", "job_slot", "relationship_claim", "message_claim", "worker"):
        op.drop_table(table)
