"""Files that the bot made to send."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_enclosures"
down_revision = "0005_contexts"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "enclosures",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("kept", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_enclosures")),
    )


def downgrade() -> None:
    """Drops it."""
    op.drop_table("enclosures")
