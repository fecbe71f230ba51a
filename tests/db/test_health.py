from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from db import health, migrations
from db.history import TERMINAL, save
from db.store import Store


def test_a_database_that_is_not_there_yet_is_in_order_and_stays_away(tmp_path: Path) -> None:
    found = health.examine(f"sqlite:///{tmp_path / 'new' / 'hamkor.db'}")
    assert (found.kind, found.current, found.records, found.faults) == ("SQLite", True, 0, 0)
    assert not (tmp_path / "new").exists()


def test_a_database_without_a_schema_is_looked_at_and_not_migrated(database_url: str) -> None:
    found = health.examine(database_url)
    assert (found.revision, found.current, found.records) == ("–", True, 0)
    assert health.examine(database_url).revision == "–"


def test_a_registry_in_use(store: Store, store_url: str, now: datetime) -> None:
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "partners", "name_en": "X"}], now=now)
    found = health.examine(store_url)
    assert found.kind in {"SQLite", "PostgreSQL"}
    assert (found.revision, found.current) == (migrations.head(), True)
    assert (found.records, found.faults) == (1, 0)


def test_an_older_schema_and_torn_references_are_seen(tmp_path: Path, sqlite_template: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hamkor.db'}"
    (tmp_path / "hamkor.db").write_bytes(sqlite_template.read_bytes())
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001_registry'"))
        torn = "INSERT INTO exchanges (no, id, partner, direction, version) VALUES (1, 'x1', 99, 'sent', 1)"
        connection.execute(sa.text(torn))
    engine.dispose()
    found = health.examine(url)
    assert (found.current, found.faults) == (False, 1)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(SQLAlchemyError):
        health.examine("postgresql://nobody@127.0.0.1:1/none")
