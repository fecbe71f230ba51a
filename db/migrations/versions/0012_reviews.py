"""Reviews of what was read from reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012_reviews"
down_revision = "0011_promises"


def upgrade() -> None:
    """Creates the tables."""
    op.create_table(
        "reviews",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("made", sa.JSON, nullable=False),
        sa.Column("touched", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_reviews")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "review_items",
        sa.Column("review", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("batch", sa.Integer),
        sa.PrimaryKeyConstraint("review", "place", name=op.f("pk_review_items")),
        sa.ForeignKeyConstraint(
            ["review"], ["reviews.no"], name=op.f("fk_review_items_review"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["batch"], ["batches.no"], name=op.f("fk_review_items_batch"),
            deferrable=True, initially="DEFERRED",
        ),
    )  # fmt: skip


def downgrade() -> None:
    """Drops them."""
    op.drop_table("review_items")
    op.drop_table("reviews")
