"""Outcomes, links that ask for one, alerts, notices to people, and events for webhooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("seen_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_alert_kind_customer_at"), "alert", ["kind", "customer", "at"], unique=True)
    op.create_table(
        "notice",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", TIME, nullable=False),
        sa.Column("sent_at", TIME, nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "key", "recipient", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_day"), "notice", ["day"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("amount_cents", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("noted_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("identity", name=op.f("uq_outcome_identity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outcome_customer_at"), "outcome", ["customer", "at"], unique=False)
    op.create_index(op.f("ix_outcome_kind_at"), "outcome", ["kind", "at"], unique=False)
    op.create_table(
        "outgoing_event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("spread", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_event")),
    )
    op.create_index(op.f("ix_outgoing_event_spread"), "outgoing_event", ["spread"], unique=False)
    op.create_table(
        "feedback_link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("answered_at", TIME, nullable=True),
        sa.Column("outcome_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name=op.f("fk_feedback_link_outcome_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_link")),
    )
    op.create_index(op.f("ix_feedback_link_customer"), "feedback_link", ["customer"], unique=False)
    op.create_index(op.f("ix_feedback_link_outcome_id"), "feedback_link", ["outcome_id"], unique=False)
    op.create_table(
        "webhook_delivery",
        sa.Column("event_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", TIME, nullable=True),
        sa.Column("delivered_at", TIME, nullable=True),
        sa.Column("dead_at", TIME, nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["outgoing_event.id"], name=op.f("fk_webhook_delivery_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "url", name=op.f("pk_webhook_delivery")),
    )
    op.create_index(op.f("ix_webhook_delivery_next_at"), "webhook_delivery", ["next_at"], unique=False)
    op.create_index(op.f("ix_webhook_delivery_url_dead_at"), "webhook_delivery", ["url", "dead_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_webhook_delivery_url_dead_at"), table_name="webhook_delivery")
    op.drop_index(op.f("ix_webhook_delivery_next_at"), table_name="webhook_delivery")
    op.drop_table("webhook_delivery")
    op.drop_index(op.f("ix_feedback_link_outcome_id"), table_name="feedback_link")
    op.drop_index(op.f("ix_feedback_link_customer"), table_name="feedback_link")
    op.drop_table("feedback_link")
    op.drop_index(op.f("ix_outgoing_event_spread"), table_name="outgoing_event")
    op.drop_table("outgoing_event")
    op.drop_index(op.f("ix_outcome_kind_at"), table_name="outcome")
    op.drop_index(op.f("ix_outcome_customer_at"), table_name="outcome")
    op.drop_table("outcome")
    op.drop_index(op.f("ix_notice_day"), table_name="notice")
    op.drop_table("notice")
    op.drop_index(op.f("ix_alert_kind_customer_at"), table_name="alert")
    op.drop_table("alert")
