"""Spreadsheets on their way in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014_imports"
down_revision = "0013_questions"


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "imports",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("file", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("touched", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_imports")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mappings",
        sa.Column("signature", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("signature", name=op.f("pk_mappings")),
    )


def downgrade() -> None:
    """Drops them."""
    op.drop_table("mappings")
    op.drop_table("imports")
