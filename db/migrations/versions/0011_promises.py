"""Promises; who is away; a decision can be taken back, and names the batch of what it changed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011_promises"
down_revision = "0010_delivery"


def upgrade() -> None:
    """Creates the tables and adds the columns."""
    op.create_table(
        "promises",
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        _to("partners", "partner"),
        *_known("due"),
        sa.Column("responsible", sa.Text),
        *_known("done"),
        _to("events", "event"),
        sa.Column("note", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("synced", sa.Integer),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_promises")),
        sa.UniqueConstraint("id", name=op.f("uq_promises_id")),
    )
    for name in ("partner", "event"):
        op.create_index(op.f(f"ix_promises_{name}"), "promises", [name])
    op.create_table(
        "absences",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("member", sa.BigInteger, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("deputy", sa.BigInteger),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_last", "absences", ["last"])
    op.add_column("decisions", sa.Column("batch", sa.Integer))
    op.add_column("decisions", sa.Column("undone_by", sa.Text))
    op.add_column("decisions", sa.Column("undone_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Takes them away."""
    for column in ("undone_at", "undone_by", "batch"):
        op.drop_column("decisions", column)
    for table in ("absences", "promises"):
        op.drop_table(table)


def _known(name: str) -> list[sa.Column[Any]]:
    days = [sa.Column(f"{name}_{bound}", sa.Date) for bound in ("earliest", "latest")]
    return [sa.Column(name, sa.Text), *days]


def _to(other: str, name: str) -> sa.Column[int]:
    key = sa.ForeignKey(
        f"{other}.no", name=op.f(f"fk_promises_{name}"), deferrable=True, initially="DEFERRED"
    )
    return sa.Column(name, sa.Integer, key)
