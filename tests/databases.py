"""Databases for tests: a test that asks for one runs on SQLite and on PostgreSQL, each time on an empty one.

Dialogues take turns (tests/dialogues/conftest.py), unless `--both` is given.

`database_url` is without a table; `store_url` has the schema, and `store` is open on it. Migrating takes
longer than most tests, so it is done once a run: SQLite's file is copied, PostgreSQL's rows are swept out.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL, Engine, create_engine

from db.store import Store
from tests.postgres import running_server

BACKENDS = ("sqlite", "postgresql")
_numbers = count(1)
Furnish = Callable[[str], None]
"""What fills the database of that URL."""


class Registry:
    """A database on PostgreSQL that goes back to how `furnish` left it: a new one costs a thousand files."""

    def __init__(self, url: str, furnish: Furnish) -> None:
        self.url = url
        furnish(url)
        self._connection = psycopg.connect(url, autocommit=True)
        # Rows may go in any order, whatever refers to them.
        self._connection.execute("SET session_replication_role = replica")
        self._sweep = self._written()

    def reset(self) -> None:
        """Ends whatever a test left open, and leaves the rows and numbers that were there at first."""
        self._connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        self._connection.execute(self._sweep)

    def close(self) -> None:
        """Lets the database go."""
        self._connection.close()

    def _written(self) -> bytes:
        """The statements that sweep; the rows that were there at first are kept aside and put back."""
        statements = ["CREATE SCHEMA pristine"]
        sweep = []
        for table in self._names("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"):
            sweep.append(f"DELETE FROM {table}")
            if self._names(f"SELECT '' FROM {table} LIMIT 1"):
                statements.append(f"CREATE TABLE pristine.{table} AS TABLE {table}")
                sweep.append(f"INSERT INTO {table} OVERRIDING SYSTEM VALUE TABLE pristine.{table}")
        sweep += self._names(
            "SELECT format('SELECT setval(%L, %s, %L)', sequencename, coalesce(last_value, 1),"
            " last_value IS NOT NULL) FROM pg_sequences WHERE schemaname = 'public'"
        )
        self._connection.execute("; ".join(statements).encode())
        return "; ".join(sweep).encode()

    def _names(self, query: str) -> list[str]:
        return [str(row[0]) for row in self._connection.execute(query.encode())]


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """Statements are compiled for a database once a run, and not once for each of hundreds of stores."""
    known: dict[str, Engine] = {}

    def sharing(url: URL, **options: Any) -> Engine:
        engine = create_engine(url, **options)
        first = known.setdefault(engine.name, engine)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.store.create_engine", sharing)
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of this run's PostgreSQL server, started when first asked for."""
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgresql_registry(postgresql_server: str) -> Iterator[Registry]:
    """This run's one migrated database on PostgreSQL."""
    with furnished_postgresql(postgresql_server, migrate) as registry:
        yield registry


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file, to copy."""
    file = tmp_path_factory.mktemp("template") / "hamkor.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hamkor.db'}"
    else:
        with _postgresql_database(request.getfixturevalue("postgresql_server")) as url:
            yield url


@pytest.fixture(params=BACKENDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty registry: a database with the schema of this program and what its migrations wrote."""
    return pristine(request.param, request, tmp_path, ("sqlite_template", "postgresql_registry"))


def pristine(backend: str, request: pytest.FixtureRequest, tmp_path: Path, of: Sequence[str]) -> str:
    """The URL of a database of a test's own: `of` names the fixtures it is taken from, on either backend."""
    on_sqlite, on_postgresql = of
    if backend == "sqlite":
        copy = shutil.copy(request.getfixturevalue(on_sqlite), tmp_path / "hamkor.db")
        return f"sqlite:///{copy}"
    registry: Registry = request.getfixturevalue(on_postgresql)
    registry.reset()
    return registry.url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty registry, open."""
    opened = Store(store_url)
    yield opened
    opened.close()


@contextmanager
def _postgresql_database(server: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
    try:
        yield server.replace("/postgres?", f"/{name}?")
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def furnished_postgresql(server: str, furnish: Furnish) -> Iterator[Registry]:
    """A database that every test finds as `furnish` left it."""
    with _postgresql_database(server) as url:
        registry = Registry(url, furnish)
        yield registry
        registry.close()


def migrate(url: str) -> None:
    """Leaves an empty registry."""
    made = Store(url)
    made.migrate()
    made.close()
