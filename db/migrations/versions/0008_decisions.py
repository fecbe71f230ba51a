"""A reminder is remembered day by day; decisions, ladders and settings of the office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_decisions"
down_revision = "0007_sources"

_BEFORE = ("sheet", "subject", "step", "recipient")
_NOW = ("sheet", "subject", "step", "day", "recipient")


def upgrade() -> None:
    """Makes a day of a ladder a part of what tells reminders apart, and creates the tables."""
    _unique(_BEFORE, _NOW)
    op.create_table(
        "decisions",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("subject", sa.Integer, nullable=False),
        sa.Column("ladder", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("member", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("given", sa.BigInteger),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_sheet_subject", "decisions", ["sheet", "subject"])
    op.create_table(
        "ladders",
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("subject", sa.Integer, nullable=False),
        sa.Column("ladder", sa.Text, nullable=False),
        sa.Column("days", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("sheet", "subject", "ladder", name=op.f("pk_ladders")),
    )
    op.create_table(
        "office",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_office")),
    )


def downgrade() -> None:
    """Forgets them; of a reminder of several days the newest stays."""
    for table in ("office", "ladders", "decisions"):
        op.drop_table(table)
    op.execute(
        "DELETE FROM notices WHERE no NOT IN"
        " (SELECT max(no) FROM notices GROUP BY sheet, subject, step, recipient)"
    )
    _unique(_NOW, _BEFORE)


def _unique(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    with op.batch_alter_table("notices") as notices:
        notices.drop_constraint(op.f(f"uq_notices_{'_'.join(old)}"), type_="unique")
        notices.create_unique_constraint(op.f(f"uq_notices_{'_'.join(new)}"), list(new))
