"""Databases for tests: a test that asks for one runs on SQLite and on PostgreSQL, each time on its own.

`database_url` is wholly empty; `store_url` has the schema, and `store` is open on it. Migrating takes longer
than most tests, so it is done once a run and copied.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from db.store import Store
from tests.postgres import running_server

BACKENDS = ("sqlite", "postgresql")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of this run's PostgreSQL server, started when first asked for."""
    with running_server() as url:
        yield url


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hamkor.db'}"
    else:
        with _postgresql_database(request.getfixturevalue("postgresql_server"), "template0") as url:
            yield url


@pytest.fixture(params=BACKENDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty registry: a database with the schema of this program and not a row of a test's."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "hamkor.db")
        yield f"sqlite:///{copy}"
    else:
        template = request.getfixturevalue("postgresql_template")
        with _postgresql_database(request.getfixturevalue("postgresql_server"), template) as url:
            yield url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty registry, open."""
    opened = Store(store_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file, to copy."""
    file = tmp_path_factory.mktemp("template") / "hamkor.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> Iterator[str]:
    """The name of a migrated database, to copy."""
    with _postgresql_database(postgresql_server, "template0") as url:
        _migrate(url)
        yield url.partition("?")[0].rpartition("/")[2]


@contextmanager
def _postgresql_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        # Copying files is the quick way while nothing is made durable.
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy".encode())
    try:
        yield server.replace("/postgres?", f"/{name}?")
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _migrate(url: str) -> None:
    made = Store(url)
    made.migrate()
    made.close()
