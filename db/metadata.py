"""The one catalogue of tables. Constraint names follow a rule: a migration can speak of them on any
database.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, MetaData, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LATE: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
"""For foreign keys: rows of one transaction may refer to each other in any order, and the database looks
at its end.
"""


def partial_index(name: str, only: str, *columns: Column[Any]) -> None:
    """An index of some rows: those of which the condition holds. A query has to say it in the same words:
    SQLite uses such an index for nothing else.

    It is partial on PostgreSQL too, by its migration; saying it here would load that dialect everywhere.
    """
    Index(name, *columns, sqlite_where=text(only))
