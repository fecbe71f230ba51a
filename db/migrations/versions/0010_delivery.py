"""Lanes and leases for what comes in; doubts, and who waits, for what goes out; signs of life."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_delivery"
down_revision = "0009_files"

_MOMENT = sa.DateTime(timezone=True)
_OPEN = "state IN ('due', 'claimed', 'sending', 'later')"
_WAS_OPEN = "state IN ('due', 'sending')"
_WAITING = "state = 'waiting'"


def upgrade() -> None:
    """Adds the columns and the table, and indexes what is asked for now."""
    op.add_column("outbox", sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("doubts", sa.Integer, nullable=False, server_default=sa.text("0")))
    op.add_column("inbox", sa.Column("lane", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    op.add_column("inbox", sa.Column("held", _MOMENT))
    op.drop_index("ix_outbox_open", "outbox")
    _index("ix_outbox_open", "outbox", _OPEN, "told", "due", "no")
    _index("ix_outbox_line", "outbox", _OPEN, "chat", "no")
    _index("ix_outbox_failed", "outbox", "state IN ('never', 'uncertain')", "settled")
    _index("ix_inbox_lane", "inbox", _WAITING, "lane", "update_id")
    op.create_index("ix_notices_outbox", "notices", ["outbox"])
    op.create_table(
        "pulses",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pulses")),
    )


def downgrade() -> None:
    """Takes them away; what was on its way is due again."""
    op.drop_table("pulses")
    op.drop_index("ix_notices_outbox", "notices")
    op.drop_index("ix_inbox_lane", "inbox")
    for name in ("ix_outbox_failed", "ix_outbox_line", "ix_outbox_open"):
        op.drop_index(name, "outbox")
    op.execute("UPDATE outbox SET state = 'due' WHERE state IN ('claimed', 'later')")
    op.execute("UPDATE outbox SET state = 'never' WHERE state = 'uncertain'")
    _index("ix_outbox_open", "outbox", _WAS_OPEN, "due", "no")
    for table, columns in {"inbox": ("held", "lane"), "outbox": ("doubts", "told")}.items():
        for column in columns:
            op.drop_column(table, column)


def _index(name: str, table: str, condition: str, *columns: str) -> None:
    only = sa.text(condition)
    op.create_index(name, table, list(columns), sqlite_where=only, postgresql_where=only)
