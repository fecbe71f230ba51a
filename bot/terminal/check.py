"""`check`, the doctor: one line for each thing that must be right, each with what to do where it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import system_clock
from bot.faults import UserFault
from bot.settings import Settings, read
from bot.terminal.speech import terminal_words
from bot.words import Words, keys
from db import health
from db.vocabulary import Language


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
    try:
        found = health.examine(settings.database)
    except SQLAlchemyError:
        yield Finding(False, words.plain("check-database-unreachable"))
        return
    told = words.plain("check-database", kind=found.kind, revision=found.revision, records=found.records)
    yield Finding(found.current, told)
    yield Finding(found.faults == 0, words.plain("check-integrity", faults=found.faults))


def _telegram(settings: Settings, words: Words) -> Iterator[Finding]:
    if settings.token is None:
        yield Finding(False, words.plain("refused-token-missing"))
        return
    from bot.chat.courier import meet

    try:
        name, webhook = asyncio.run(meet(settings))
    except UserFault as fault:
        yield Finding(False, words.plain(f"refused-{fault.key}", **fault.values))
        return
    yield Finding(True, words.plain("check-token", name=name))
    told = words.plain("check-webhook", url=webhook) if webhook else words.plain("check-no-webhook")
    yield Finding(not webhook, told)


def _locales(words: Words) -> Finding:
    known = [keys(language) for language in Language]
    every = frozenset[str]().union(*known)
    missing = sum(len(every - worded) for worded in known)
    if missing:
        return Finding(False, words.plain("check-locales-missing", n=missing))
    return Finding(True, words.plain("check-locales", n=len(every), languages=len(known)))
