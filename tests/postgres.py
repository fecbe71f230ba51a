"""A PostgreSQL server of the tests' own: a temporary folder, a unix socket, no port and no durability.

The binaries are the system's, or those of the `pgserver` wheel. PostgreSQL refuses to run as root, so root
starts it as `nobody`.
"""

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

ROLE = "hamkor"
# A unix socket's path has about 100 bytes to live in, and macOS's own temporary folder uses most of them.
SHORT_FOLDER = "/tmp"
# What makes a server safe makes it slow, and the data of this one is thrown away.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
# Debian's upper and lower case for Cyrillic, as on a real server; macOS does not know C.UTF-8.
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
SECONDS_TO_START = 30


class NoServerError(Exception):
    """No PostgreSQL on this machine, or a server that did not start (with its last words)."""


class Owner(NamedTuple):
    """Who runs the server: None means whoever runs the tests."""

    user: int | None
    group: int | None


def server_owner() -> Owner:
    """`nobody` for root, else the one who runs the tests."""
    if os.geteuid() != 0:
        return Owner(None, None)
    nobody = pwd.getpwnam("nobody")
    return Owner(nobody.pw_uid, nobody.pw_gid)


def installed() -> Path | None:
    """The folder of `initdb` and `postgres`: the system's newest, else the wheel's, else None."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda commands: float(commands.parent.name)
    )[::-1]
    on_path = shutil.which("initdb")
    folders += [Path(on_path).resolve().parent] if on_path else []
    wheel = importlib.util.find_spec("pgserver")
    folders += [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    both = (folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists())
    return next(both, None)


@contextmanager
def running_server() -> Iterator[str]:
    """A server for as long as the block lasts; gives the URL of its database `postgres`."""
    with _server(CARELESS) as (url, _):
        yield url


Away = Callable[[], AbstractContextManager[None]]


def stopping_server() -> AbstractContextManager[tuple[str, Away]]:
    """A server that can crash and be away for as long as another block lasts; it comes back with all that it
    had promised to keep.
    """
    return _server(["fsync=off"])


@contextmanager
def _server(settings: Sequence[str]) -> Iterator[tuple[str, Away]]:
    owner = server_owner()
    home = Path(tempfile.mkdtemp(prefix="hamkor-pg-", dir=SHORT_FOLDER))
    life = ExitStack()
    try:
        if owner.user is not None and owner.group is not None:
            os.chown(home, owner.user, owner.group)
        commands = _reachable(installed(), home)
        _make_cluster(commands, home, owner)

        @contextmanager
        def away() -> Iterator[None]:
            life.close()
            yield
            life.enter_context(_running(commands, home, owner, settings))

        life.enter_context(_running(commands, home, owner, settings))
        yield f"postgresql://{ROLE}@/postgres?host={home}", away
    finally:
        life.close()
        shutil.rmtree(home, ignore_errors=True)


def _reachable(commands: Path | None, home: Path) -> Path:
    """The commands where the server's owner can read them: root's environment may stand in a closed place."""
    if commands is None:
        raise NoServerError("no PostgreSQL on this machine: run python tests/machine.py")
    if os.geteuid() != 0 or commands.is_relative_to("/usr"):
        return commands
    packages = commands.parents[2]
    for name in ("pgserver", "pgserver.libs"):
        if (packages / name).is_dir():
            shutil.copytree(packages / name, home / name, ignore=shutil.ignore_patterns("include"))
    return home / commands.relative_to(packages)


def _make_cluster(commands: Path, home: Path, owner: Owner) -> None:
    options = ["-U", ROLE, "-A", "trust", "-N", "-E", "UTF8", "--locale", LOCALE]
    made = subprocess.run(
        [commands / "initdb", "-D", home / "data", *options],
        cwd=home,
        user=owner.user,
        group=owner.group,
        extra_groups=None if owner.user is None else [],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise NoServerError(f"initdb: {made.stderr or made.stdout}")


@contextmanager
def _running(commands: Path, home: Path, owner: Owner, settings: Sequence[str]) -> Iterator[None]:
    log = home / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [
                commands / "postgres",
                "-D",
                home / "data",
                "-k",
                home,
                *_options("listen_addresses=", *settings),
            ],
            cwd=home,
            user=owner.user,
            group=owner.group,
            extra_groups=None if owner.user is None else [],
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C ends the tests first, and they end the server
            # Safe here: the server is started before any test could have made a thread.
            preexec_fn=_end_with_the_tests if sys.platform == "linux" else None,  # noqa: PLW1509
        )
    try:
        _wait_until_ready(server, home, log)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: there is nothing to save
        server.wait(SECONDS_TO_START)


def _end_with_the_tests() -> None:
    """In the new process: let the kernel stop it when the tests are killed. Linux alone can."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)


def _options(*settings: str) -> Sequence[str]:
    return [word for setting in settings for word in ("-c", setting)]


def _wait_until_ready(server: subprocess.Popen[bytes], home: Path, log: Path) -> None:
    """The last line of postmaster.pid says `ready` as soon as connections are taken."""
    pid_file = home / "data" / "postmaster.pid"
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        if pid_file.exists() and pid_file.read_text().splitlines()[-1:] == ["ready   "]:
            return
        time.sleep(0.01)
    raise NoServerError(f"PostgreSQL did not start: {log.read_text()[-2000:]}")
