import importlib
import pkgutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import db
from db import migrations
from db.metadata import metadata
from db.refused import Refused
from db.store import Store


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
