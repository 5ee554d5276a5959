"""How each mailbox signs in and which folders of it are read; addresses that belong to one person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mailbox", sa.Column("auth", sa.String(), nullable=False, server_default="password"))
    op.add_column("mailbox", sa.Column("inbox_folder", sa.String(), nullable=True))
    op.add_column("mailbox", sa.Column("other_user", sa.String(), nullable=True))
    op.add_column("mailbox", sa.Column("more_folders", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "alias",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_alias")),
    )
    op.create_index(op.f("ix_alias_person"), "alias", ["person"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_alias_person"), "alias")
    op.drop_table("alias")
    for name in ("more_folders", "other_user", "inbox_folder", "auth"):
        op.drop_column("mailbox", name)
