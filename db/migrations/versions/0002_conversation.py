"""Who talks to the bot and how: members, groups, what came in, what goes out, dialogues under way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_conversation"
down_revision = "0001_registry"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Creates the tables."""
    _people()
    _mail()
    op.create_table(
        "dialogues",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("card", sa.BigInteger),
        sa.Column("touched", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_dialogues")),
        sa.UniqueConstraint("person", "chat", name=op.f("uq_dialogues_person_chat")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drops them."""
    for table in ("dialogues", "outbox", "inbox", "groups", "invitations", "access_requests", "members"):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    op.create_table(
        "access_requests",
        sa.Column("person", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_access_requests")),
    )
    op.create_table(
        "invitations",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.Column("used_by", sa.BigInteger),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "groups",
        sa.Column("chat", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("enabled_by", sa.BigInteger, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_groups")),
    )


def _mail() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("raw", sa.JSON, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("received", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_inbox_waiting", "inbox", ["update_id"], sqlite_where=waiting, postgresql_where=waiting
    )
    op.create_table(
        "outbox",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("method", sa.String(40), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("dialogue", sa.Integer),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("message", sa.BigInteger),
        sa.Column("reason", sa.Text),
        sa.Column("settled", _MOMENT),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    still_open = sa.text("state IN ('due', 'sending')")
    op.create_index(
        "ix_outbox_open", "outbox", ["due", "no"], sqlite_where=still_open, postgresql_where=still_open
    )
