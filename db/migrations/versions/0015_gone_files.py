"""A file that is taken away from its record leaves a trace."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015_gone_files"
down_revision = "0014_imports"


def upgrade() -> None:
    """Adds who and when."""
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("gone_by", sa.Text))
        attachments.add_column(sa.Column("gone_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Forgets the files that are gone."""
    op.execute("DELETE FROM attachments WHERE gone_at IS NOT NULL")
    with op.batch_alter_table("attachments") as attachments:
        attachments.drop_column("gone_at")
        attachments.drop_column("gone_by")
