"""The only way a schema comes to be: Alembic's steps in `versions/`, run under a lock, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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


def upgrade(engine: Engine) -> None:
    """Bring the database to this program's schema; all or nothing. Raises Refused `database-newer`.

    Alembic takes a third of a second to import: a database that is up to date never loads it.
    """
    with engine.connect() as connection:
        if revision(connection) == head():
            return
    with alone(engine) as connection:
        advance(connection, head())


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that may rebuild tables, one at a time: all of it on a clean exit, nothing on an
    exception.
    """
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
                yield connection
                if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("references to rows that do not exist were left")
        finally:
            if on_sqlite:
                _driver(connection).execute("PRAGMA foreign_keys = ON")


def is_known(name: str) -> bool:
    """Whether this program knows the revision, and so what the tables were like then."""
    return name in {path.stem for path in (_HERE / "versions").glob("[0-9]*.py")}


def advance(connection: Connection, target: str) -> None:
    """Run the steps up to `target` in the transaction of `alone`. Raises Refused `database-newer`."""
    found = revision(connection)
    if found is not None and not is_known(found):
        raise Refused("database-newer", revision=found)
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, target)


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
