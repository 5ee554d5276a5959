"""Waiting mail: what is not known of it before it is read takes no room in the indexes, so that it is stored faster."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

INDEXES = (("header_id",), ("identity",), ("content_key",), ("server_id",), ("mailbox_id", "import_key"))


def upgrade() -> None:
    for columns in INDEXES:
        known = sa.text(f"{columns[-1]} IS NOT NULL")
        op.drop_index(_name(columns), table_name="message")
        op.create_index(
            _name(columns),
            "message",
            list(columns),
            unique=len(columns) > 1,
            sqlite_where=known,
            postgresql_where=known,
        )


def downgrade() -> None:
    for columns in INDEXES:
        op.drop_index(_name(columns), table_name="message")
        op.create_index(_name(columns), "message", list(columns), unique=len(columns) > 1)


def _name(columns: tuple[str, ...]) -> str:
    return op.f(f"ix_message_{'_'.join(columns)}")
