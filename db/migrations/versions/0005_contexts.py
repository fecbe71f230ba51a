"""What a person last asked in a chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_contexts"
down_revision = "0004_admission"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "contexts",
        sa.Column("person", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("query", sa.JSON, nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person", "chat", name=op.f("pk_contexts")),
    )


def downgrade() -> None:
    """Drops it."""
    op.drop_table("contexts")
