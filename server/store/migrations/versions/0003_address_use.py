"""Each mail keeps which form of address it uses and what it says about forms; no words of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("message", sa.Column("address", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("message", "address")
