"""Ourselves are changed as every record is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016_ourselves"
down_revision = "0015_gone_files"


def upgrade() -> None:
    """Adds what every record has: its version in a workbook, although this one never stands in any."""
    with op.batch_alter_table("ourselves") as ourselves:
        ourselves.add_column(sa.Column("synced", sa.Integer))


def downgrade() -> None:
    """Takes it away, and with it the changes that were made."""
    op.execute("DELETE FROM changes WHERE sheet = 'ourselves'")
    with op.batch_alter_table("ourselves") as ourselves:
        ourselves.drop_column("synced")
