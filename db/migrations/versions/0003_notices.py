"""Reminders: their rows, what makes a record be looked at again, how far all have been planned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_notices"
down_revision = "0002_conversation"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "notices",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("subject", sa.Integer, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("recipient", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("outbox", sa.Integer),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "sheet", "subject", "step", "recipient", name=op.f("uq_notices_sheet_subject_step_recipient")
        ),
    )
    due = sa.text("state = 'due'")
    op.create_index("ix_notices_due", "notices", ["at"], sqlite_where=due, postgresql_where=due)
    op.create_table(
        "watches",
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("subject", sa.Integer, nullable=False),
        sa.Column("again", _MOMENT),
        sa.Column("successor", sa.Integer),
        sa.PrimaryKeyConstraint("sheet", "subject", name=op.f("pk_watches")),
    )
    op.create_index("ix_watches_again", "watches", ["again"])
    op.create_index("ix_watches_successor", "watches", ["successor"])
    op.create_table(
        "sweeps",
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("upto", sa.Integer),
        sa.PrimaryKeyConstraint("sheet", name=op.f("pk_sweeps")),
    )


def downgrade() -> None:
    """Drops them."""
    for table in ("sweeps", "watches", "notices"):
        op.drop_table(table)
