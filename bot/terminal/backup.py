"""`backup` and `restore`: the whole registry as one file, and back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from bot.clock import system_clock
from bot.faults import UserFault
from bot.opening import open_files, open_store
from bot.remind import desk, plan
from bot.settings import read
from bot.show import dates
from bot.terminal.progress import progress
from bot.terminal.speech import terminal_words
from db.backup import Manifest, backup
from db.restore import restore
from db.store import Store
from db.vocabulary import WORKBOOK


def lay_by(file: Path) -> int:
    """Writes a backup; a bot may go on working meanwhile."""
    settings = read()
    store = open_store(settings, system_clock)
    try:
        with progress() as told:
            manifest = backup(store, file, open_files(settings), system_clock(), told)
    except OSError as fault:
        raise UserFault("file-unreadable", file=str(file), reason=fault.strerror or str(fault)) from None
    finally:
        store.close()
    words = terminal_words()
    print(words.plain("backup-done", file=str(file)))
    print(_holds(manifest))
    return 0


def bring_back(file: Path, *, replace: bool) -> int:
    """Makes the registry what it was; whatever fell due meanwhile counts as told."""
    settings, now = read(), system_clock()
    store = Store(settings.database)

    def catch_up(session: Session) -> None:
        here = desk.at(session, settings, now)
        while plan.unplanned(session, here):
            plan.some(session, here)

    try:
        with progress() as told:
            files = open_files(settings)
            manifest = restore(store, file, files, now, replace=replace, catch_up=catch_up, progress=told)
    finally:
        store.close()
    words = terminal_words()
    print(words.plain("restore-done", moment=dates.moment(manifest.made, settings.zone, words)))
    print(_holds(manifest))
    return 0


def _holds(manifest: Manifest) -> str:
    records = sum(manifest.tables[sheet].size for sheet in WORKBOOK if sheet in manifest.tables)
    return terminal_words().plain("backup-holds", records=records, files=len(manifest.files))
