"""Which briefings were given to whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017_briefings"
down_revision = "0016_ourselves"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "briefings",
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("member", sa.BigInteger, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "first", "member", name=op.f("pk_briefings")),
    )


def downgrade() -> None:
    """Takes it away."""
    op.drop_table("briefings")
