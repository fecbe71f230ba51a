"""The workshop's own promises: the network guard, the databases, nothing left out."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session

from db import history
from db.store import Store, normal_url
from tests.conftest import NetworkForbiddenError
from tests.databases import Registry

ROOT = Path(__file__).parents[2]
# Reserved for documentation: never anybody's.
SOMEWHERE_ELSE = "192.0.2.1"
NOW = datetime(2026, 8, 5, 9, tzinfo=UTC)


def test_no_test_reaches_the_network() -> None:
    with socket.socket() as used, pytest.raises(NetworkForbiddenError):
        used.connect((SOMEWHERE_ELSE, 443))
    with socket.socket() as used, pytest.raises(NetworkForbiddenError):
        used.connect_ex(("example.org", 443))


def test_a_test_reaches_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_nobodys_own_settings_are_seen() -> None:
    assert not [name for name in os.environ if name.startswith("HAMKOR_")]
    assert not Path(".env").exists()


def test_an_empty_database_is_empty(database_url: str) -> None:
    engine = create_engine(normal_url(database_url))
    assert inspect(engine).get_table_names() == []
    engine.dispose()


@pytest.mark.parametrize("turn", [1, 2])
def test_a_registry_is_nobody_elses(store: Store, turn: int) -> None:
    with store.write() as session:
        receipt = history.save(session, history.TERMINAL, [{"sheet": "partners", "name_en": "Left"}], now=NOW)
        assert [saved.no for saved in receipt.saved] == [1]


def test_what_a_test_leaves_open_holds_up_nobody(postgresql_registry: Registry) -> None:
    forgotten = Store(postgresql_registry.url)
    with Session(forgotten._engine) as session:
        session.execute(text("LOCK TABLE partners"))
        postgresql_registry.reset()
        session.invalidate()
    forgotten.close()


def test_a_registry_has_the_schema(store_url: str) -> None:
    engine = create_engine(normal_url(store_url))
    assert "alembic_version" in inspect(engine).get_table_names()
    engine.dispose()


LEFT_OUT = """
import pytest

def test_skipped(): pytest.skip("later")
def test_expected_to_fail(): pytest.xfail("not yet")
def test_without_its_library(): pytest.importorskip("no_such_module")
def test_passed(): pass
"""


def test_a_test_left_out_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_sessionfinish\n")
    (tmp_path / "test_left_out.py").write_text(LEFT_OUT)
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        tmp_path,
        tmp_path,
    ]
    run = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1, run.stdout
    assert "3 tests were left out" in run.stdout
