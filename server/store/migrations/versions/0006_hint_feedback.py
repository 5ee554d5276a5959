"""What reps did with the hints of each rule: followed them, or sent them away for a customer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hint_feedback",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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


def downgrade() -> None:
    op.drop_index(op.f("ix_hint_feedback_rule"), "hint_feedback")
    op.drop_index(op.f("ix_hint_feedback_customer"), "hint_feedback")
    op.drop_table("hint_feedback")
