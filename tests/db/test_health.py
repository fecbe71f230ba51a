from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from db import health, migrations, outbox, pulses
from db.history import TERMINAL, save
from db.store import Store

NOW = datetime(2026, 8, 5, 4, 0, tzinfo=UTC)
SOON, LATER = NOW + timedelta(seconds=30), NOW + timedelta(hours=1)


def test_a_database_that_is_not_there_yet_is_in_order_and_stays_away(tmp_path: Path) -> None:
    found = health.examine(f"sqlite:///{tmp_path / 'new' / 'hamkor.db'}", NOW)
    assert (found.kind, found.current, found.records, found.faults) == ("SQLite", True, 0, 0)
    assert not (tmp_path / "new").exists()


def test_a_database_without_a_schema_is_looked_at_and_not_migrated(database_url: str) -> None:
    found = health.examine(database_url, NOW)
    assert (found.revision, found.current, found.records) == ("–", True, 0)
    assert health.examine(database_url, NOW).revision == "–"


def test_a_registry_in_use(store: Store, store_url: str, now: datetime) -> None:
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "partners", "name_en": "X"}], now=now)
    found = health.examine(store_url, NOW)
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
    found = health.examine(url, NOW)
    assert (found.current, found.faults) == (False, 1)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(SQLAlchemyError):
        health.examine("postgresql://nobody@127.0.0.1:1/none", NOW)


def test_whether_the_bot_is_at_work_shows_in_the_signs_it_gives(store: Store, store_url: str) -> None:
    def work(now: datetime) -> tuple[bool, bool, tuple[str, ...]]:
        found = health.examine(store_url, now).work
        assert found is not None
        return found.alive, found.ended, found.troubles

    assert work(NOW) == (False, True, ())
    with store.write() as session:
        pulses.beat(session, "one", NOW, ("tick",))
        pulses.beat(session, pulses.FETCHER, LATER)
    assert work(SOON) == (True, False, ("tick",))
    assert work(LATER) == (False, False, ())
    with store.write() as session:
        pulses.beat(session, "one", LATER, (pulses.STOPPED,))
    assert work(LATER) == (False, True, ())


def test_what_waits_and_what_failed_is_counted(store: Store, store_url: str) -> None:
    with store.write() as session:
        for chat in (1, 2, 3):
            outbox.put(session, chat, "sendMessage", {"chat_id": chat, "text": "x"}, NOW)
        taken = outbox.claim(session, NOW, timedelta(minutes=1), limit=2)
        for call, state in zip(taken, (outbox.NEVER, outbox.UNCERTAIN), strict=True):
            assert outbox.settle(session, call, state, NOW, reason="why")
    found = health.examine(store_url, SOON).work
    assert found is not None
    assert (found.to_send, found.never, found.uncertain) == (1, 1, 1)
