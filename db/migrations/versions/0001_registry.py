"""The registry: ourselves, eight kinds of record, their numbers, and the history of every change."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001_registry"
down_revision = None

# A step is written once and never again changed: it takes nothing from the program, which goes on changing.
_LANGUAGES = ("en", "ru", "uz_latn", "uz_cyrl")


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


def _names(stem: str) -> list[sa.Column[Any]]:
    return _texts(*(f"{stem}_{language}" for language in _LANGUAGES))


def _known(name: str) -> list[sa.Column[Any]]:
    """A date as written, and the first and last day it can mean."""
    return [
        sa.Column(name, sa.Text),
        *(sa.Column(f"{name}_{bound}", sa.Date) for bound in ("earliest", "latest")),
    ]


def _whole(table: str, name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_{table}_{name}")))


def _to(table: str, other: str, name: str, *, needed: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{other}.no", name=op.f(f"fk_{table}_{name}"), deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.Integer, key, nullable=not needed)


def _party(table: str, name: str) -> list[sa.Column[Any]]:
    return [_to(table, "partners", f"{name}_partner"), sa.Column(f"{name}_text", sa.Text)]


def _sheet(table: str, *columns: sa.Column[Any], has_id: bool = True) -> None:
    """The table of one kind of record, with an index for each reference."""
    named = [sa.Column("id", sa.Text, nullable=False), sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id"))]
    op.create_table(
        table,
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        *(named if has_id else ()),
        *columns,
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("synced", sa.Integer),
        sa.PrimaryKeyConstraint("no", name=op.f(f"pk_{table}")),
    )
    for column in columns:
        if column.foreign_keys:
            op.create_index(op.f(f"ix_{table}_{column.name}"), table, [column.name])


def upgrade() -> None:
    """Make the tables of an empty database."""
    _ground()
    _sheets()
    _history()


def _ground() -> None:
    op.create_table(
        "registry",
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_registry")),
    )
    op.execute("INSERT INTO registry (no, version) VALUES (1, 1)")
    op.create_table(
        "ourselves",
        sa.Column("no", sa.Integer, autoincrement=False, nullable=False),
        *_names("name"),
        *_texts("aliases", "city", "country"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_ourselves")),
    )
    op.create_table(
        "numbers",
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("sheet", name=op.f("pk_numbers")),
    )
    op.create_table(
        "replan",
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("record", sa.Integer, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sheet", "record", name=op.f("pk_replan")),
    )


def _sheets() -> None:
    _sheet(
        "partners",
        *_names("name"),
        *_texts("aliases", "country", "city", "kind", "contact", "email", "phone", "website", "note"),
    )
    _sheet(
        "programmes",
        *_names("title"),
        *_texts("kind"),
        _to("programmes", "partners", "partner"),
        *_known("date"),
        *_texts("note"),
    )
    _sheet("series", *_names("title"), *_party("series", "host"), *_texts("recurs", "note"))
    _sheet(
        "events",
        *_names("title"),
        *_texts("kind"),
        _to("events", "series", "series"),
        *_texts("edition"),
        *_known("date"),
        *_texts("city", "country"),
        *_party("events", "host"),
        _to("events", "programmes", "programme"),
        *_texts("topic"),
        *_known("submission_deadline"),
        *_known("registration_deadline"),
        *_texts("note"),
    )
    _sheet(
        "agreements",
        _to("agreements", "partners", "partner", needed=True),
        *_texts("title", "kind", "number"),
        *_known("term"),
        *_known("signed"),
        _whole("agreements", "renews_months"),
        *_texts("renewal"),
        _whole("agreements", "notice_days"),
        *_texts("state"),
        *_known("ended"),
        _to("agreements", "agreements", "replaces"),
        *_texts("responsible", "note"),
    )
    _sheet(
        "approvals",
        _to("approvals", "agreements", "agreement", needed=True),
        sa.Column("stage", sa.Text, nullable=False),
        *_texts("holder"),
        *_known("sent"),
        *_known("due"),
        *_known("decided"),
        *_texts("outcome", "letter_out", "letter_in", "note"),
        has_id=False,
    )
    _sheet(
        "exchanges",
        _to("exchanges", "partners", "partner", needed=True),
        sa.Column("direction", sa.Text, nullable=False),
        _whole("exchanges", "quantity"),
        _whole("exchanges", "titles"),
        *_texts("material", "basis"),
        *_known("date"),
        _to("exchanges", "events", "event"),
        _to("exchanges", "programmes", "programme"),
        *_texts("note"),
    )
    _sheet(
        "participants",
        _to("participants", "events", "event", needed=True),
        *_party("participants", "institution"),
        *_texts("person", "role"),
        _whole("participants", "count"),
        *_texts("note"),
        has_id=False,
    )


def _history() -> None:
    op.create_table(
        "batches",
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("member", sa.BigInteger),
        sa.Column("name", sa.Text, nullable=False),
        _to("batches", "batches", "undoes"),
        _to("batches", "batches", "undone_by"),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_batches")),
    )
    op.create_index(op.f("ix_batches_member_name"), "batches", ["member", "name"])
    op.create_table(
        "changes",
        sa.Column("no", sa.Integer, nullable=False),
        _to("changes", "batches", "batch", needed=True),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_batch"), "changes", ["batch"])
    op.create_index(op.f("ix_changes_sheet_record"), "changes", ["sheet", "record"])
