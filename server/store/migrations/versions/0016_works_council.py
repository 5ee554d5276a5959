"""Works council: hint feedback that names nobody, and who switched the mode, when and why.

What single reps followed and sent away until now is deleted, not carried over: hints that were sent away for a customer
are shown once more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_index(op.f("ix_hint_feedback_customer"), table_name="hint_feedback")
    op.drop_index(op.f("ix_hint_feedback_rule"), table_name="hint_feedback")
    op.drop_table("hint_feedback")
    op.create_table(
        "hint_feedback",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mark", "rule", "language", name=op.f("pk_hint_feedback")),
    )
    op.create_index(op.f("ix_hint_feedback_customer"), "hint_feedback", ["customer"], unique=False)
    op.create_table(
        "hint_total",
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_hint_total")),
    )
    op.create_table(
        "hint_batch",
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_hint_batch")),
    )
    op.create_table(
        "hint_batch_person",
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "mark", name=op.f("pk_hint_batch_person")),
    )
    op.create_table(
        "works_council_act",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_works_council_act")),
        sqlite_autoincrement=True,
    )
    # by which minute somebody used Einklang last is nobody's business; from now on only the week is noted
    op.execute("UPDATE token SET last_used_at = NULL")


def downgrade() -> None:
    for table in ("works_council_act", "hint_batch_person", "hint_batch", "hint_total"):
        op.drop_table(table)
    op.drop_index(op.f("ix_hint_feedback_customer"), table_name="hint_feedback")
    op.drop_table("hint_feedback")
    op.create_table(
        "hint_feedback",
        sa.Column("account_id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Integer(), nullable=False),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_hint_feedback_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "rule", "customer", "language", name=op.f("pk_hint_feedback")),
    )
    op.create_index(op.f("ix_hint_feedback_customer"), "hint_feedback", ["customer"], unique=False)
    op.create_index(op.f("ix_hint_feedback_rule"), "hint_feedback", ["rule"], unique=False)
