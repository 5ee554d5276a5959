"""The first tables: mailboxes, messages, samples, profiles, customers and accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name_key", name=op.f("uq_account_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "customer",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named_at", TIME, nullable=True),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("mails_in", sa.Integer(), nullable=False),
        sa.Column("mails_out", sa.Integer(), nullable=False),
        sa.Column("first_mail", TIME, nullable=False),
        sa.Column("last_mail", TIME, nullable=False),
        sa.Column("last_in", TIME, nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_customer")),
    )
    op.create_index(op.f("ix_customer_domain"), "customer", ["domain"], unique=False)
    op.create_index(op.f("ix_customer_last_mail"), "customer", ["last_mail"], unique=False)
    op.create_table(
        "mailbox",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("security", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("ca_file", sa.String(), nullable=True),
        sa.Column("sent_folder", sa.String(), nullable=True),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("last_sync_at", TIME, nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailbox")),
        sa.UniqueConstraint("address", name=op.f("uq_mailbox_address")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "profile",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "language", name=op.f("pk_profile")),
    )
    op.create_table(
        "customer_language",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("mails", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address"], ["customer.address"], name=op.f("fk_customer_language_address"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("address", "language", name=op.f("pk_customer_language")),
    )
    op.create_table(
        "folder",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("mailbox_id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=True),
        sa.Column("next_uid", sa.BigInteger(), nullable=False),
        sa.Column("highest_modseq", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mailbox_id"], ["mailbox.id"], name=op.f("fk_folder_mailbox_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folder")),
        sa.UniqueConstraint("mailbox_id", "name", name=op.f("uq_folder_mailbox_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "message",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("mailbox_id", ID, nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("internaldate", TIME, nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("header_id", sa.Text(), nullable=True),
        sa.Column("in_reply_to", sa.Text(), nullable=True),
        sa.Column("from_address", sa.Text(), nullable=True),
        sa.Column("from_name", sa.Text(), nullable=True),
        sa.Column("correspondent", sa.Text(), nullable=True),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("date", TIME, nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("authored", sa.Text(), nullable=True),
        sa.Column("content_key", sa.String(), nullable=True),
        sa.Column("identity", sa.String(), nullable=True),
        sa.Column("is_copy", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailbox_id"], ["mailbox.id"], name=op.f("fk_message_mailbox_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint(
            "mailbox_id",
            "folder",
            "generation",
            "uid",
            name=op.f("uq_message_mailbox_id_folder_generation_uid"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_message_content_key"), "message", ["content_key"], unique=False)
    op.create_index(op.f("ix_message_correspondent_date"), "message", ["correspondent", "date"], unique=False)
    op.create_index(op.f("ix_message_header_id"), "message", ["header_id"], unique=False)
    op.create_index(op.f("ix_message_identity"), "message", ["identity"], unique=False)
    op.create_index(op.f("ix_message_mailbox_id_stage"), "message", ["mailbox_id", "stage"], unique=False)
    op.create_index(op.f("ix_message_stage_id"), "message", ["stage", "id"], unique=False)
    op.create_table(
        "token",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=True),
        sa.Column("last_used_at", TIME, nullable=True),
        sa.Column("revoked_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_token_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("hash", name=op.f("uq_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_token_account_id"), "token", ["account_id"], unique=False)
    op.create_table(
        "sample",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("correspondent", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("measurement", sa.Text(), nullable=False),
        sa.Column("date", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_sample_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample")),
        sa.UniqueConstraint("content_key", name=op.f("uq_sample_content_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_sample_correspondent_language_date"),
        "sample",
        ["correspondent", "language", "date"],
        unique=False,
    )
    op.create_index(op.f("ix_sample_message_id"), "sample", ["message_id"], unique=False)
