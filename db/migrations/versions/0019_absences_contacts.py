"""Absences become records like all others; the people at our partners."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019_absences_contacts"
down_revision = "0018_answers"


def upgrade() -> None:
    """Creates the tables; who is noted as away stays so."""
    before = sa.table(
        "absences",
        *(sa.column(name, sa.BigInteger) for name in ("no", "member", "deputy")),
        *(sa.column(name, sa.Date) for name in ("first", "last")),
    )
    rows = [_as_record(row) for row in op.get_bind().execute(sa.select(before).order_by("no")).mappings()]
    op.drop_table("absences")
    absences = op.create_table(
        "absences",
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("date_earliest", sa.Date),
        sa.Column("date_latest", sa.Date),
        sa.Column("deputy", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("synced", sa.Integer),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_absences")),
    )
    if rows:
        op.bulk_insert(absences, rows)
        numbers = sa.table("numbers", sa.column("sheet", sa.Text), sa.column("last", sa.Integer))
        op.bulk_insert(numbers, [{"sheet": "absences", "last": rows[-1]["no"]}])
    op.create_table(
        "contacts",
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("partner", sa.Integer, _to_partners(), nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("role", "email", "phone", "note")),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("synced", sa.Integer),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_contacts")),
        sa.UniqueConstraint("id", name=op.f("uq_contacts_id")),
    )
    op.create_index(op.f("ix_contacts_partner"), "contacts", ["partner"])


def downgrade() -> None:
    """Takes them away. Who is away is forgotten: the table before this knew no names."""
    op.drop_table("contacts")
    op.drop_table("absences")
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


def _as_record(row: sa.RowMapping) -> dict[str, Any]:
    first, last = row["first"], row["last"]
    return {
        "no": row["no"],
        "member": str(row["member"]),
        "date": _told(first, last),
        "date_earliest": first,
        "date_latest": last,
        "deputy": row["deputy"] and str(row["deputy"]),
        "version": 1,
    }


def _told(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first}/{last}"


def _to_partners() -> sa.ForeignKey:
    return sa.ForeignKey(
        "partners.no", name=op.f("fk_contacts_partner"), deferrable=True, initially="DEFERRED"
    )
