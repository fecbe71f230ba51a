"""Faults that a maintainer might build in, each with the test that must catch it: a test that cannot fail
proves nothing.

A sin is committed before anything runs: its name stands in SIN_COMMITTED, and pytest is given `-p
tests.faults.sinning`.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.chat import context, doors, mail, pace, second_look, verdict, watch
from bot.chat.owning_up import OwningUp
from db import inbox, notices, outbox, restore

NAME = "SIN_COMMITTED"


@dataclass(frozen=True)
class Sin:
    """What is done wrong, and who must notice."""

    commit: Callable[[], None]
    caught_by: str


def _nothing(*_given: Any, **_named: Any) -> None:
    return None


def _set(holder: Any, name: str, value: Any) -> Callable[[], None]:
    return lambda: setattr(holder, name, value)


async def _kept_later(self: mail.Mailbox, updates: list[inbox.Raw]) -> None:
    """Confirmed before it is on the disk."""

    async def keep() -> None:
        await asyncio.sleep(0.3)
        await asyncio.to_thread(self._keep, updates)
        self._bell.set()

    self._late = asyncio.create_task(keep())  # type: ignore[attr-defined]


def _settled_apart() -> None:
    """The mark in the inbox is a transaction of its own, after the act."""
    settle, run, edge = inbox.settle, context._run, vars(context)

    def acted(deps: Any, inc: Any, *given: Any, **named: Any) -> None:
        inbox.settle = lambda session, update_id, state: True
        try:
            run(deps, inc, *given, **named)
        finally:
            inbox.settle = settle
        with deps.store.write() as session:
            settle(session, inc.update_id, inbox.DONE)

    edge["_run"] = acted


def _said_apart() -> None:
    """The answer is decided in a transaction of its own, after the act."""
    edge = vars(context)
    say, run = edge["say"], context._run

    def acted(deps: Any, *given: Any, **named: Any) -> None:
        later: list[Any] = []
        edge["say"] = lambda _session, *what: later.append(what)
        run(deps, *given, **named)
        for what in later:
            with deps.store.write() as session:
                say(session, *what)

    edge["_run"] = acted


def _seen_before_or_not(session: Any, updates: Any, now: Any) -> None:
    for raw in updates:
        session.execute(sa.delete(inbox.table).where(inbox.table.c.update_id == raw["update_id"]))
        row = {"update_id": raw["update_id"], "raw": raw, "lane": inbox.lane_of(raw), "state": inbox.WAITING}
        session.execute(sa.insert(inbox.table).values(**row, received=now))


def _in_any_order(module: Any) -> Callable[[], None]:
    """Nobody waits for whoever stands before him in his lane."""

    return lambda: setattr(module, "sa", _Without(sa))


class _Without:
    """SQLAlchemy, in which nothing stands before anything."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def select(self, *what: Any) -> Any:
        chosen = self._real.select(*what)
        names = {getattr(column.table, "name", "") for column in chosen.selected_columns}
        return chosen.where(self._real.false()) if names == {"earlier"} else chosen


def _begun_as_sent(session: Any, call: outbox.Call, until: Any) -> bool:
    return outbox.settle(session, call, outbox.SENT, until)


def _ours_whoever_we_are(call: outbox.Call, *states: str) -> sa.Update:
    return sa.update(outbox.table).where(outbox.table.c.no == call.no, outbox.table.c.state.in_(states))


def _without_doubt() -> None:
    claimed = outbox._claimed
    outbox._claimed = lambda row: replace(claimed(row), doubts=0)


def _for_ever() -> None:
    claim = outbox.claim
    outbox.claim = lambda session, now, lease=timedelta(), *more: claim(session, now, lease * 10**4, *more)


def _held_for_ever() -> None:
    claim = inbox.claim
    inbox.claim = lambda session, now, lease, limit: claim(session, now, lease * 10**4, limit)


def _at_once(_fault: Any) -> timedelta:
    return timedelta()


def _only_lately() -> None:
    due = notices.due
    notices.due = lambda session, now: tuple(
        row for row in due(session, now) if row.at > now - timedelta(hours=12)
    )


async def _looks_away(self: watch.Watch) -> None:
    self.troubles = ()


SINS = {
    "confirmed before it is kept": Sin(_set(mail.Mailbox, "keep", _kept_later), "tests/faults/test_kill.py"),
    "settled apart from the act": Sin(_settled_apart, "tests/faults/test_kill.py"),
    "answered apart from the act": Sin(_said_apart, "tests/faults/test_kill.py"),
    "sent before it is sent": Sin(_set(outbox, "begin", _begun_as_sent), "tests/db/test_outbox.py"),
    "an update taken anew whenever it comes": Sin(
        _set(inbox, "keep", _seen_before_or_not), "tests/db/test_inbox.py"
    ),
    "no lanes in the inbox": Sin(_in_any_order(inbox), "tests/db/test_inbox.py"),
    "no lanes in the outbox": Sin(_in_any_order(outbox), "tests/db/test_outbox.py"),
    "an update held for ever": Sin(_held_for_ever, "tests/db/test_inbox.py"),
    "a call held for ever": Sin(_for_ever, "tests/db/test_outbox.py"),
    "no fencing": Sin(_set(outbox, "_ours", _ours_whoever_we_are), "tests/db/test_outbox.py"),
    "doubts not counted": Sin(_without_doubt, "tests/db/test_outbox.py"),
    "nothing recalled": Sin(_set(outbox, "recall", _nothing), "tests/db/test_outbox.py"),
    "a moved group forgotten": Sin(_set(outbox, "readdress", _nothing), "tests/db/test_outbox.py"),
    "a clock set back not minded": Sin(_set(outbox, "shift", _nothing), "tests/db/test_outbox.py"),
    "a wait not kept": Sin(_set(verdict, "_asked", _at_once), "tests/chat/test_verdict.py"),
    "silence taken for a refusal": Sin(
        _set(verdict, "Unsent", type("Never", (Exception,), {})), "tests/chat/test_verdict.py"
    ),
    "doubted for ever": Sin(_set(verdict, "MOST_DOUBTS", 10**6), "tests/chat/test_verdict.py"),
    "markup insisted on": Sin(_set(verdict, "_BAD_MARKUP", ()), "tests/chat/test_verdict.py"),
    "no pace": Sin(_set(pace.Pace, "left", _nothing), "tests/chat/test_pace.py"),
    "no second look": Sin(
        _set(second_look.SecondLook, "forbids", lambda *_: ""), "tests/dialogues/test_delivery.py"
    ),
    "a repeat not marked": Sin(
        _set(second_look.SecondLook, "marked", lambda _self, _session, call, _now: call.payload),
        "tests/dialogues/test_delivery.py",
    ),
    "everybody may do everything": Sin(
        _set(doors, "may", lambda _role, _act: True), "tests/dialogues/test_doors.py"
    ),
    "a deaf bot lives on": Sin(_set(watch.Watch, "_look", _looks_away), "tests/chat/test_watch.py"),
    "a restore sends again": Sin(_set(restore, "_let_go", _nothing), "tests/db/test_backup.py"),
    "nobody told that nothing is saved": Sin(
        _set(OwningUp, "_words_for", _nothing), "tests/faults/test_store_faults.py"
    ),
    "reminders of yesterday dropped": Sin(_only_lately, "tests/dialogues/test_reminding.py"),
    "a reminder not crossed off": Sin(_set(notices, "queue", _nothing), "tests/dialogues/test_reminding.py"),
    "a webhook open to everybody": Sin(
        _set(hmac, "compare_digest", lambda _one, _other: True), "tests/dialogues/test_webhook.py"
    ),
}


def commit() -> None:
    """Commits the sin that the environment names, if it names one."""
    if name := os.environ.get(NAME):
        SINS[name].commit()


def is_caught(name: str) -> bool:
    """Whether its test fails once it is committed."""
    plugins = ("-p", "tests.faults.sinning", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0")
    command = [sys.executable, "-m", "pytest", "-q", "-x", *plugins, SINS[name].caught_by]
    environment = os.environ | {NAME: name, "FAULT_STEP": "1"}
    run = subprocess.run(
        command, cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True, check=False
    )
    return run.returncode == 1
