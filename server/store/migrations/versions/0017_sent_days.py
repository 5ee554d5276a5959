"""Sent days: how much the team wrote on each day is kept, for counting it each hour takes the longer the more there is.

From here on the counts rise and fall with the mail itself.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sent_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mails", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_sent_day")),
    )
    sent_at = sa.column("date", sa.DateTime())
    is_sqlite = op.get_context().dialect.name == "sqlite"
    day = sa.func.date(sent_at if is_sqlite else sa.func.timezone(sa.literal_column("'UTC'"), sent_at))
    mail = sa.table("message", sa.column("direction", sa.String()), sent_at)
    counted = sa.select(day, sa.func.count()).select_from(mail)
    counted = counted.where(mail.c.direction == "out", mail.c.date.is_not(None)).group_by(day)
    days = sa.table("sent_day", sa.column("day", sa.Date()), sa.column("mails", sa.Integer()))
    op.execute(days.insert().from_select(["day", "mails"], counted))


def downgrade() -> None:
    op.drop_table("sent_day")
