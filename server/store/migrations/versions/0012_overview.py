"""Overview: what is asked about all customers is found without reading each; grades of days before anybody looked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    afterwards: sa.Column[bool] = sa.Column("afterwards", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("relationship_history", afterwards)
    columns = ["segment", "letter", "score"]
    op.create_index(op.f("ix_relationship_segment_letter_score"), "relationship", columns, unique=False)
    op.create_index(op.f("ix_relationship_trend"), "relationship", ["trend"], unique=False)
    op.create_index(op.f("ix_matter_closed_at_at"), "matter", ["closed_at", "at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_matter_closed_at_at"), table_name="matter")
    op.drop_index(op.f("ix_relationship_trend"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_segment_letter_score"), table_name="relationship")
    op.drop_column("relationship_history", "afterwards")
