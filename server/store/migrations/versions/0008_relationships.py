"""Relationships: what each mail left behind, grades, what is open, what people corrected."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "grade_correction",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("computed", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("ended_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_grade_correction_address"), "grade_correction", ["address"], unique=False)
    op.create_table(
        "relationship",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("trend", sa.Float(), nullable=True),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("danger", sa.Float(), nullable=False),
        sa.Column("ripe", sa.Float(), nullable=False),
        sa.Column("forgotten", sa.Float(), nullable=False),
        sa.Column("mails", sa.Integer(), nullable=False),
        sa.Column("segment", sa.String(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("computed_at", TIME, nullable=True),
        sa.Column("next_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_relationship")),
    )
    op.create_index(op.f("ix_relationship_danger"), "relationship", ["danger"], unique=False)
    op.create_index(op.f("ix_relationship_forgotten"), "relationship", ["forgotten"], unique=False)
    op.create_index(op.f("ix_relationship_letter_score"), "relationship", ["letter", "score"], unique=False)
    op.create_index(op.f("ix_relationship_next_at"), "relationship", ["next_at"], unique=False)
    op.create_index(op.f("ix_relationship_ripe"), "relationship", ["ripe"], unique=False)
    op.create_index(op.f("ix_relationship_score"), "relationship", ["score"], unique=False)
    op.create_table(
        "relationship_history",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("address", "day", name=op.f("pk_relationship_history")),
    )
    op.create_table(
        "matter",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("due", TIME, nullable=True),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("closed_at", TIME, nullable=True),
        sa.Column("closed_by", ID, nullable=True),
        sa.Column("ticked_at", TIME, nullable=True),
        sa.Column("told_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_matter_message_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
        sa.UniqueConstraint("message_id", "kind", "start", name=op.f("uq_matter_message_id_kind_start")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_matter_address_kind"), "matter", ["address", "kind"], unique=False)
    op.create_index(op.f("ix_matter_kind_closed_at_due"), "matter", ["kind", "closed_at", "due"], unique=False)
    op.create_table(
        "trace",
        sa.Column("message_id", ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_trace_message_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_trace")),
    )
    op.create_index(op.f("ix_message_direction_date"), "message", ["direction", "date"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_message_direction_date"), "message")
    op.drop_table("trace")
    op.drop_index(op.f("ix_matter_kind_closed_at_due"), table_name="matter")
    op.drop_index(op.f("ix_matter_address_kind"), table_name="matter")
    op.drop_table("matter")
    op.drop_table("relationship_history")
    op.drop_index(op.f("ix_relationship_score"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_ripe"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_next_at"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_letter_score"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_forgotten"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_danger"), table_name="relationship")
    op.drop_table("relationship")
    op.drop_index(op.f("ix_grade_correction_address"), table_name="grade_correction")
    op.drop_table("grade_correction")
