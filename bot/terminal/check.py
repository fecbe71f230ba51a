"""`check`, the doctor: one line for each thing that must be right, each with what to do where it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import system_clock
from bot.faults import UserFault
from bot.settings import Hook, Settings, read
from bot.terminal.speech import terminal_words
from bot.words import Words, keys
from db import health
from db.health import Work
from db.vocabulary import Language

if TYPE_CHECKING:
    from bot.chat.courier import Met


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
        found = health.examine(settings.database, system_clock())
    except SQLAlchemyError:
        yield Finding(False, words.plain("check-database-unreachable"))
        return
    told = words.plain("check-database", kind=found.kind, revision=found.revision, records=found.records)
    yield Finding(found.current, told)
    yield Finding(found.faults == 0, words.plain("check-integrity", faults=found.faults))
    if found.work is not None:
        yield from _work(found.work, settings, words)


def _work(work: Work, settings: Settings, words: Words) -> Iterator[Finding]:
    """Whether the bot is at work, by the signs it gives, and whether it gets its work done."""
    if work.alive and work.last is not None:
        seconds = max(0, round((system_clock() - work.last).total_seconds()))
        yield Finding(True, words.plain("check-alive", seconds=seconds))
    elif work.ended or work.last is None:
        yield Finding(True, words.plain("check-asleep"))
    else:
        time = f"{work.last.astimezone(settings.zone):%Y-%m-%d %H:%M}"
        yield Finding(False, words.plain("check-stopped", time=time))
    for trouble in work.troubles:
        yield Finding(False, words.plain("check-trouble", what=words(f"watch-{trouble}")))
    yield Finding(True, words.plain("check-queues", inbox=work.to_handle, outbox=work.to_send))
    failures = words.plain("check-failures", never=work.never, uncertain=work.uncertain)
    yield Finding(not work.uncertain, failures)


def _telegram(settings: Settings, words: Words) -> Iterator[Finding]:
    if settings.token is None:
        yield Finding(False, words.plain("refused-token-missing"))
        return
    from bot.chat.courier import meet

    try:
        met = asyncio.run(meet(settings))
    except UserFault as fault:
        yield Finding(False, words.plain(f"refused-{fault.key}", **fault.values))
        return
    yield Finding(True, words.plain("check-token", name=met.name))
    if settings.hook is not None:
        yield from _pushed(settings.hook, met, words)
    elif met.webhook:
        yield Finding(False, words.plain("check-webhook", url=met.webhook))
    else:
        yield Finding(True, words.plain("check-no-webhook"))


def _pushed(hook: Hook, met: Met, words: Words) -> Iterator[Finding]:
    """With a webhook: whether Telegram has the same one, and whether it gets through."""
    if met.webhook != hook.url:
        yield Finding(False, words.plain("check-webhook-missing", url=hook.url))
        return
    yield Finding(True, words.plain("check-webhook-set", url=hook.url, n=met.waiting))
    if met.trouble:
        yield Finding(False, words.plain("check-webhook-trouble", reason=met.trouble))


def _locales(words: Words) -> Finding:
    known = [keys(language) for language in Language]
    every = frozenset[str]().union(*known)
    missing = sum(len(every - worded) for worded in known)
    if missing:
        return Finding(False, words.plain("check-locales-missing", n=missing))
    return Finding(True, words.plain("check-locales", n=len(every), languages=len(known)))
