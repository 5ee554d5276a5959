"""Mail, call notes and contacts from files: sources, positions in files, problems, contacts, channels."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("message", sa.Column("channel", sa.String(), nullable=False, server_default="email"))
    op.add_column("message", sa.Column("import_key", sa.String(), nullable=True))
    op.create_index(op.f("ix_message_mailbox_id_import_key"), "message", ["mailbox_id", "import_key"], unique=True)
    op.create_table(
        "import_source",
        sa.Column("mailbox_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tied_to", sa.Text(), nullable=True),
        sa.Column("imported_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["mailbox_id"], ["mailbox.id"], name=op.f("fk_import_source_mailbox_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mailbox_id", name=op.f("pk_import_source")),
    )
    _make_positions()
    _make_contacts()


def _make_positions() -> None:
    op.create_table(
        "import_position",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("tally", sa.Text(), nullable=False),
        sa.Column("first_id", ID, nullable=False),
        _of_source("import_position"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import_position_source_id_path"), "import_position", ["source_id", "path"], unique=True)
    op.create_table(
        "import_problem",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("position_id", ID, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_mistake", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["position_id"], ["import_position.id"], name=op.f("fk_import_problem_position_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_problem")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import_problem_position_id"), "import_problem", ["position_id"])


def _make_contacts() -> None:
    op.create_table(
        "contact",
        sa.Column("source_id", ID, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("imported_at", TIME, nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        _of_source("contact"),
        sa.PrimaryKeyConstraint("source_id", "address", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_address"), "contact", ["address"])
    op.create_index(op.f("ix_contact_source_id_person"), "contact", ["source_id", "person"])


def _of_source(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_source_id")
    return sa.ForeignKeyConstraint(["source_id"], ["import_source.mailbox_id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    for table in ("contact", "import_problem", "import_position", "import_source"):
        op.drop_table(table)
    op.drop_index(op.f("ix_message_mailbox_id_import_key"), "message")
    for name in ("import_key", "channel"):
        op.drop_column("message", name)
