"""What holds for every test: no network, nobody's own settings, and none left out."""

import gc
import ipaddress
import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import (
    _compiled_once,
    database_url,
    postgresql_registry,
    postgresql_server,
    sqlite_template,
    store,
    store_url,
)

__all__ = [
    "_compiled_once",
    "database_url",
    "postgresql_registry",
    "postgresql_server",
    "sqlite_template",
    "store",
    "store_url",
]

# No deadline and no complaint of slowness: tests share two cores. In CI, the same examples for everyone.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("house")


LONG = ("tests/faults/", "tests/remind/test_year.py", "tests/db/test_store.py", "tests/house/test_package.py")
"""What takes longest begins first: nobody waits for it at the end."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--both", action="store_true", help="every dialogue on both databases")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Dealt out in turns, so that the long ones do not all come to one worker."""
    long = [item for item in items if item.nodeid.startswith(LONG)]
    rest = [item for item in items if not item.nodeid.startswith(LONG)]
    half = len(rest) // 2
    items[:] = [*long[::2], *rest[:half], *long[1::2], *rest[half:]]


def pytest_collection_finish() -> None:
    """What was collected lives as long as the run: nobody need look through it for garbage, nor
    so often.
    """
    gc.freeze()
    gc.set_threshold(20_000)


class NetworkForbiddenError(BaseException):
    """A test tried to leave this machine. No Exception: code that mends network faults must not hide it."""


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    """Connections go to loopback addresses and unix sockets alone."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse_others(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse_others(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        yield


def _refuse_others(used: socket.socket, address: Any) -> None:
    if used.family == socket.AF_UNIX:
        return
    host = str(address[0])
    try:
        loopback = ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        loopback = host == "localhost"
    if not loopback:
        raise NetworkForbiddenError(f"a test may not connect to {address}")


@pytest.fixture(autouse=True, scope="session")
def _nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A developer's own token, database and `.env` never reach a test, nor the folder it was started in."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("HAMKOR_")]:
            patch.delenv(name)
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        yield


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test that was left out proves nothing: it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker: the run is judged where it is reported
        return
    left_out = sum(len(reporter.stats.get(outcome, [])) for outcome in ("skipped", "xfailed", "xpassed"))
    if left_out and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"\n{left_out} tests were left out: skipping is no way to pass.", red=True)
