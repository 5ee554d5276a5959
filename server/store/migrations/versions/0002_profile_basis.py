"""What profiles rest on is remembered, and those to be rebuilt are found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile_basis",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_profile_basis")),
    )
    op.create_index(op.f("ix_profile_stale"), "profile", ["stale"])


def downgrade() -> None:
    op.drop_index(op.f("ix_profile_stale"), "profile")
    op.drop_table("profile_basis")
