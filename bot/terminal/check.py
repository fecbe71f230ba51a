"""`check`, the doctor: one line for each thing that must be right, each with what to do where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import system_clock
from bot.settings import Settings, read
from bot.terminal.speech import terminal_words
from bot.words import Words
from db.migrations import head, revision
from db.records import NOUNS
from db.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's."""

    good: bool
    what: str


def check() -> int:
    """Says what is right and what is not; 1 when anything is not."""
    settings, words = read(), terminal_words()
    good = True
    for finding in _findings(settings, words):
        good &= finding.good
        print(words.plain("check-good" if finding.good else "check-bad", what=finding.what))
    return 0 if good else 1


def _findings(settings: Settings, words: Words) -> Iterator[Finding]:
    at, language = f"{settings.remind_at:%H:%M}", settings.language.value
    yield Finding(True, words.plain("check-settings", zone=settings.timezone, language=language, time=at))
    yield from _database(settings, words)
    yield from _telegram(settings, words)
    yield _locales(words)
    now = system_clock().astimezone(settings.zone)
    yield Finding(True, words.plain("check-clock", time=f"{now:%Y-%m-%d %H:%M}", zone=settings.timezone))


def _database(settings: Settings, words: Words) -> Iterator[Finding]:
    store = Store(settings.database)
    try:
        store.migrate()
        with store.read() as session:
            found = revision(session.connection()) or "–"
            records = sum(
                session.scalar(select(func.count()).select_from(n.table)) or 0 for n in NOUNS.values()
            )
            faults = _faults(session.connection().dialect.name, session.execute)
    except SQLAlchemyError:
        yield Finding(False, words.plain("check-database-unreachable"))
        return
    kind = store.url.get_backend_name()
    yield Finding(found == head(), words.plain("check-database", kind=kind, revision=found, records=records))
    yield Finding(faults == 0, words.plain("check-integrity", faults=faults))
