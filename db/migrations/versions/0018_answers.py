"""Which message answers which question."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018_answers"
down_revision = "0017_briefings"

_SHOWN = sa.text("message IS NOT NULL")


def upgrade() -> None:
    """Adds the column, and indexes messages."""
    op.add_column("outbox", sa.Column("answer", sa.Integer))
    op.create_index("ix_outbox_message", "outbox", ["chat", "message"], sqlite_where=_SHOWN,
                    postgresql_where=_SHOWN)  # fmt: skip


def downgrade() -> None:
    """Takes them away."""
    op.drop_index("ix_outbox_message", "outbox")
    op.drop_column("outbox", "answer")
