"""The only way a schema comes to be: Alembic's steps in `versions/`, run under a lock, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from db.refused import Refused

WRITERS = 0x48414D4B
"""The key of the advisory lock in which PostgreSQL's writers stand in line."""

_HERE = Path(__file__).parent


def head() -> str:
    """The newest revision. A revision is named as its file, and files are numbered in their order."""
    return max(path.stem for path in (_HERE / "versions").glob("[0-9]*.py"))


def revision(connection: Connection) -> str | None:
    """The revision of the database; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine, target: str | None = None) -> None:
    """Bring the database to `target`, or to the newest revision; all or nothing. Raises Refused
    `database-newer`.

    Alembic takes a third of a second to import: a database that is up to date never loads it.
    """
    wanted = target or head()
    with engine.connect() as connection:
        if revision(connection) == wanted:
            return
    with engine.connect() as plain:
        connection = plain.execution_options(immediate=True)
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            # Rebuilding a table drops the old one; its rows must not take with them those that refer to it.
            # The pragma holds only outside a transaction, so it goes to the driver's own connection.
            _driver(connection).execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                if not on_sqlite:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS})"))
                _run(connection, wanted)
        finally:
            if on_sqlite:
                _driver(connection).execute("PRAGMA foreign_keys = ON")


def _run(connection: Connection, wanted: str) -> None:
    found = revision(connection)
    if found is not None and not (_HERE / "versions" / f"{found}.py").exists():
        raise Refused("database-newer", revision=found)
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, wanted)
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("a migration left references to rows that do not exist")


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
