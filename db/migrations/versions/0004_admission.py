"""Who gave an invitation, and how often somebody has tried a code that was none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_admission"
down_revision = "0003_notices"


def upgrade() -> None:
    """Adds a column and a table."""
    op.add_column("invitations", sa.Column("invited_by", sa.BigInteger))
    # Of those given before nobody knows the giver: they would count as the first administrator's.
    op.execute("DELETE FROM invitations")
    op.create_table(
        "guesses",
        sa.Column("person", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_guesses")),
    )


def downgrade() -> None:
    """Takes them away."""
    op.drop_table("guesses")
    op.drop_column("invitations", "invited_by")
