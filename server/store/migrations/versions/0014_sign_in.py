"""Sign-in: passwords, second factors, identities of a provider, tries, sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "password",
        sa.Column("account_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("changed_at", TIME, nullable=False),
        _owned_by_account("password"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_password")),
    )
    op.create_table(
        "second_factor",
        sa.Column("account_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("confirmed_at", TIME, nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        _owned_by_account("second_factor"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_second_factor")),
    )
    _numbered(
        "password_link",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.UniqueConstraint("hash", name=op.f("uq_password_link_hash")),
    )
    _numbered("recovery_code", sa.Column("hash", sa.String(), nullable=False))
    _numbered(
        "sign_in_identity",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("last_used_at", TIME, nullable=False),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_sign_in_identity_issuer_subject")),
        sa.UniqueConstraint("account_id", "issuer", name=op.f("uq_sign_in_identity_account_id_issuer")),
    )
    op.create_table(
        "sign_in_try",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", TIME, nullable=False),
        sa.Column("wait_until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sign_in_try")),
    )
    op.create_index(op.f("ix_sign_in_try_last_at"), "sign_in_try", ["last_at"], unique=False)
    _numbered(
        "web_session",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("token_id", NUMBER, nullable=True),
        sa.Column("opened_as", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.Column("ends_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["token_id"], ["token.id"], name=op.f("fk_web_session_token_id"), ondelete="CASCADE"),
        sa.UniqueConstraint("hash", name=op.f("uq_web_session_hash")),
    )
    for column in ("token_id", "ends_at"):
        op.create_index(op.f(f"ix_web_session_{column}"), "web_session", [column], unique=False)


def downgrade() -> None:
    for table in (
        "web_session",
        "sign_in_try",
        "sign_in_identity",
        "recovery_code",
        "password_link",
        "second_factor",
        "password",
    ):
        op.drop_table(table)


def _numbered(table: str, *more: sa.Column[object] | sa.Constraint) -> None:
    """A table with a number of its own for each row of an account."""
    op.create_table(
        table,
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("account_id", NUMBER, nullable=False),
        *more,
        _owned_by_account(table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{table}_account_id"), table, ["account_id"], unique=False)


def _owned_by_account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id"], ["account.id"], name=op.f(f"fk_{table}_account_id"), ondelete="CASCADE"
    )
