"""Each question of the last half hour by its number, for the buttons below it; what was not understood."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013_questions"
down_revision = "0012_reviews"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the table anew: what stands there is passing."""
    op.drop_table("contexts")
    op.create_table(
        "contexts",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("query", sa.JSON, nullable=False),
        sa.Column("asked", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_contexts")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contexts_chat", "contexts", ["chat"])
    op.create_table(
        "misses",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("key", sa.String(300), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("why", sa.String(24), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_misses")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_misses_key", "misses", ["key"])


def downgrade() -> None:
    """Keeps one question a person and chat, as before."""
    op.drop_table("misses")
    op.drop_table("contexts")
    op.create_table(
        "contexts",
        sa.Column("person", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("query", sa.JSON, nullable=False),
        sa.Column("asked", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", "chat", name=op.f("pk_contexts")),
    )
