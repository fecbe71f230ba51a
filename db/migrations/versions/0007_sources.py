"""Which message a batch was read from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_sources"
down_revision = "0006_enclosures"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "sources",
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("batch", name=op.f("pk_sources")),
        sa.ForeignKeyConstraint(
            ["batch"], ["batches.no"], name=op.f("fk_sources_batch"), deferrable=True, initially="DEFERRED"
        ),
    )
    op.create_index("ix_sources_chat_message", "sources", ["chat", "message"])


def downgrade() -> None:
    """Drops it."""
    op.drop_index("ix_sources_chat_message", "sources")
    op.drop_table("sources")
