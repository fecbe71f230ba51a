import importlib
import pkgutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import db
from db import absences, exchanges, health, migrations, partners
from db.edtf import Edtf
from db.history import TERMINAL, of_record, save
from db.metadata import metadata
from db.refused import Refused
from db.store import Store
from db.vocabulary import Sheet


def test_the_tables_of_the_program_are_those_of_the_migrations(store: Store) -> None:
    for module in pkgutil.iter_modules(db.__path__, "db."):
        importlib.import_module(module.name)
    with store.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrations_stand_in_one_line_named_as_their_files() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrations.head()]
    for script in scripts.walk_revisions():
        assert Path(script.path).stem == script.revision


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    store = Store(database_url)
    store.migrate()
    with store.write() as session:
        session.execute(sa.text("UPDATE registry SET version = 41"))
    store.migrate()
    with store.read() as session:
        assert session.scalar(sa.text("SELECT version FROM registry")) == 41
        assert migrations.revision(session.connection()) == migrations.head()
    store.close()


def test_two_that_start_at_once_migrate_once(database_url: str) -> None:
    stores = [Store(database_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Store.migrate, stores))
    with stores[0].read() as session:
        assert session.scalar(sa.text("SELECT count(*) FROM registry")) == 1
    for store in stores:
        store.close()


def test_a_database_of_a_newer_program_is_left_alone(store: Store) -> None:
    with store.write() as session:
        session.execute(sa.text("UPDATE alembic_version SET version_num = '9999_future'"))
    with pytest.raises(Refused, match="database-newer"):
        store.migrate()
    with store.read() as session:
        assert session.scalar(sa.text("SELECT version_num FROM alembic_version")) == "9999_future"


def test_who_was_noted_as_away_stays_so(database_url: str) -> None:
    store = Store(database_url)
    with store.rebuild() as connection:
        migrations.advance(connection, "0017_briefings")
        connection.execute(
            sa.text(
                "INSERT INTO absences (no, member, first, last, deputy) VALUES"
                " (4, 8000000001, '2026-11-23', '2026-11-25', 502),"
                " (5, 502, '2026-11-24', '2026-11-24', NULL)"
            )
        )
    store.migrate()
    with store.write() as session:
        found = absences.current(session, date(2026, 11, 24))
        assert [(each.member, each.last, each.deputy) for each in found] == [
            ("8000000001", date(2026, 11, 25), "502"),
            ("502", date(2026, 11, 24), None),
        ]
        row = {"sheet": "absences", "member": "503", "date": "2026-12-01"}
        assert save(session, TERMINAL, [row], now=_NOW).saved[0].no == 6
    store.close()


def revisions() -> list[str]:
    return sorted(path.stem for path in Path(migrations.__file__).parent.glob("versions/[0-9]*.py"))


@pytest.mark.parametrize("revision", revisions())
def test_a_registry_of_any_age_is_brought_up_to_date_with_its_rows(database_url: str, revision: str) -> None:
    store = Store(database_url)
    with store.rebuild() as connection:
        migrations.advance(connection, revision)
        for statement in _IN_USE:
            connection.execute(sa.text(statement))
    store.migrate()
    with store.read() as session:
        assert migrations.revision(session.connection()) == migrations.head()
        partner, exchange = partners.get(session, 1), exchanges.get(session, 7)
        assert partner is not None
        assert exchange is not None
        assert (partner.names.ru, partner.aliases) == ("Библиотека", ("Б", "B"))
        assert (exchange.partner, exchange.quantity, exchange.date) == (1, 0, Edtf.parse("2014?"))
        (entry,) = of_record(session, Sheet.EXCHANGES, 7)
        assert (entry.batch.actor, entry.after) == (TERMINAL, {"quantity": 0})
    with store.write() as session:
        again = save(
            session, TERMINAL, [{"sheet": "exchanges", "partner": "lib", "direction": "sent"}], now=_NOW
        )
        assert again.saved[0].id == "x8"
    assert health.examine(database_url, _NOW).faults == 0
    store.close()


_NOW = datetime(2026, 8, 5, tzinfo=UTC)
_IN_USE = (
    "INSERT INTO partners (no, id, name_ru, aliases, version) VALUES (1, 'lib', 'Библиотека', 'Б; B', 1)",
    """
    INSERT INTO exchanges (no, id, partner, direction, quantity, date, date_earliest, date_latest, version)
    VALUES (7, 'x7', 1, 'sent', 0, '2014?', '2014-01-01', '2014-12-31', 1)
    """,
    "INSERT INTO numbers (sheet, last) VALUES ('partners', 1), ('exchanges', 7)",
    "INSERT INTO batches (at, name) VALUES ('2026-01-01 00:00:00.000000', 'terminal')",
    """
    INSERT INTO changes (batch, sheet, record, id, action, before, after)
    VALUES (1, 'exchanges', 7, 'x7', 'added', '{}', '{"quantity" : 0}')
    """,
)
