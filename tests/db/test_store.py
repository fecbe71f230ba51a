import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from db import exchanges, health, numbers, partners
from db.history import TERMINAL, batches, save
from db.refused import Refused
from db.store import Store, normal_url
from db.types import UtcDateTime
from db.vocabulary import Sheet


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgresql://u:p@h/d", "postgresql+psycopg"),
        ("postgres://u:p@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg"),
        ("sqlite:///x.db", "sqlite"),
    ],
)
def test_plain_urls_find_their_driver(given: str, driver: str) -> None:
    assert normal_url(given).drivername == driver


@pytest.mark.parametrize("given", ["", "mysql://h/d", "x.db", "sqlite"])
def test_other_urls_are_refused(given: str) -> None:
    with pytest.raises(Refused, match="database-url"):
        normal_url(given)


def test_sqlite_is_set_for_durability_and_references(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'deep' / 'er' / 'hamkor.db'}")
    with store.read() as session:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        found = [session.execute(sa.text(f"PRAGMA {name}")).scalar() for name in asked]
    assert found == ["wal", 2, 1, 1]
    folder = tmp_path / "deep" / "er"
    assert [path for path in (folder, *folder.iterdir()) if path.stat().st_mode & 0o077] == []
    store.close()


def test_what_fails_leaves_nothing(store: Store, now: datetime) -> None:
    def fail() -> None:
        with store.write() as session:
            save(session, TERMINAL, [{"sheet": "partners", "name_en": "X"}], now=now)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with store.read() as session:
        assert partners.every(session) == ()
        assert session.scalar(sa.select(sa.func.count()).select_from(batches)) == 0
        assert numbers.last(session, Sheet.PARTNERS) == 0


def test_a_reader_sees_one_unchanging_registry(store: Store, now: datetime) -> None:
    with store.read() as reader:
        assert partners.every(reader) == ()
        with store.write() as writer:
            save(writer, TERMINAL, [{"sheet": "partners", "name_en": "X"}], now=now)
        assert partners.every(reader) == ()
    with store.read() as reader:
        assert len(partners.every(reader)) == 1


def test_torn_references_are_refused_by_the_database_itself(store: Store) -> None:
    row = {"no": 1, "id": "x1", "partner": 99, "direction": "sent", "version": 1}
    with pytest.raises(DBAPIError), store.write() as session:
        session.execute(sa.text("INSERT INTO exchanges (no, id, partner, direction, version) "
                                "VALUES (:no, :id, :partner, :direction, :version)"), row)  # fmt: skip
    with store.read() as session:
        assert exchanges.every(session) == ()


def test_many_writers_at_once_all_succeed_and_share_no_number(store: Store, now: datetime) -> None:
    """Each reads what the others wrote before it writes: no number is given out twice, nothing is lost."""
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "partners", "id": "lnb", "name_en": "L"}], now=now)
    sent = {"sheet": "exchanges", "partner": "lnb", "direction": "sent"}
    start = threading.Barrier(8)

    def write(_: int) -> list[str]:
        start.wait()
        made = []
        for _turn in range(10):
            with store.write() as session:
                made.append(save(session, TERMINAL, [sent], now=now).saved[0].id)
        return made

    with ThreadPoolExecutor(8) as pool:
        made = [id_ for ids in pool.map(write, range(8)) for id_ in ids]
    assert sorted(made) == sorted(f"x{n}" for n in range(1, 81))
    with store.read() as session:
        assert len(exchanges.every(session)) == 80


def test_moments_keep_their_instant(store: Store) -> None:
    table = sa.Table("moments", sa.MetaData(), sa.Column("at", UtcDateTime()), prefixes=["TEMPORARY"])
    instant = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
    with store.write() as session:
        table.create(session.connection())
        session.execute(sa.insert(table), [{"at": instant.astimezone()}, {"at": None}])
        assert session.scalars(sa.select(table.c.at)).all() == [instant, None]
        with pytest.raises(sa.exc.StatementError, match="time zone"):
            session.execute(sa.insert(table), {"at": instant.replace(tzinfo=None)})


WRITER = """
import sys
from datetime import UTC, datetime
from db.history import TERMINAL, save
from db.store import Store
store, turn = Store(sys.argv[1]), 0
while True:
    turn += 1
    name = f"{sys.argv[2]}-{turn}"
    rows = [
        {"sheet": "partners", "id": name, "name_en": name},
        {"sheet": "exchanges", "id": name, "partner": name, "direction": "sent", "quantity": turn},
    ]
    with store.write() as session:
        save(session, TERMINAL, rows, now=datetime(2026, 1, 1, tzinfo=UTC))
    print(name, flush=True)
"""


def killed(url: str, name: str, after: float) -> Iterator[str]:
    """Starts a writer, kills it without warning, and gives what it had acknowledged."""
    command = [sys.executable, "-c", WRITER, url, name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        timer = threading.Timer(after, process.kill)
        timer.start()
        yield from (line.strip() for line in process.stdout)
        timer.join()


def test_nothing_acknowledged_is_lost_or_torn_when_a_writer_is_killed(store: Store, store_url: str) -> None:
    chance = random.Random(2026)
    acknowledged: list[str] = []
    for life in range(6):
        acknowledged += killed(store_url, f"life{life}", chance.uniform(0, 0.25))
        with store.read() as session:
            written = {exchange.id: exchange.partner for exchange in exchanges.every(session)}
            named = {partner.id: partner.no for partner in partners.every(session)}
        assert set(acknowledged) <= set(written)
        assert written == named
        assert len(written) <= len(acknowledged) + life + 1
    # On a busy machine a life is short: a few that were acknowledged are enough for a loss to show.
    assert len(acknowledged) >= 3
    assert health.examine(store_url, datetime(2026, 1, 1, tzinfo=UTC)).faults == 0
