"""How mail clients sign in: keys of webmail servers, codes for pairing, and which client a token belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("token", sa.Column("client", sa.String(), nullable=True))
    op.create_table(
        "integration_key",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("adds_users", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integration_key")),
        sa.UniqueConstraint("key_id", name=op.f("uq_integration_key_key_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pairing",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("account_id", number, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_pairing_account_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
        sa.UniqueConstraint("hash", name=op.f("uq_pairing_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pairing_account_id"), "pairing", ["account_id"], unique=False)
    op.create_table(
        "pairing_miss",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing_miss")),
    )
    op.create_index(op.f("ix_pairing_miss_at"), "pairing_miss", ["at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_pairing_miss_at"), "pairing_miss")
    op.drop_table("pairing_miss")
    op.drop_index(op.f("ix_pairing_account_id"), "pairing")
    op.drop_table("pairing")
    op.drop_table("integration_key")
    op.drop_column("token", "client")
