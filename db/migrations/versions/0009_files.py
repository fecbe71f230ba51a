"""Files kept with records, and work that takes a while."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_files"
down_revision = "0008_decisions"


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "attachments",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("record", sa.Integer),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("file", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_attachments")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachments_sheet_record", "attachments", ["sheet", "record"])
    op.create_table(
        "chores",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_chores")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drops them."""
    op.drop_table("chores")
    op.drop_index("ix_attachments_sheet_record", "attachments")
    op.drop_table("attachments")
