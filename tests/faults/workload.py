"""Staff who log and fill in forms as fast as the bot answers, and a registry that makes reminders fall due,
while the bot's process is killed under them again and again; and what is found afterwards.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import sqlalchemy as sa

from bot.clock import system_clock
from bot.demo.child import MovedClock, clock_of
from bot.demo.settings import demo_settings
from bot.demo.standin import Actor, Shown, Standin
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from bot.settings import Settings
from db import exchanges, history, inbox, members, notices, outbox
from db.store import Store
from db.vocabulary import Language, Role, Sheet
from tests.faults.processes import Process

FIRST = 5_000
"""Copies of the first entry: more than any exchange of the sample has."""
EACH = 10_000
PATIENCE = 60.0
"""Seconds somebody waits for an answer: far more than a start takes, even where much else goes on."""
_QUIET = 8
"""Looks in a row, a tenth of a second apart, that find nothing to do."""
MANAGER = 3000
PARTNER = "Polsha Milliy kutubxonasi"
MARK = "↻"
_QUESTIONS = {"✅": "card", PARTNER: "partner", "yuborilgan": "direction", "xaritalar": "material",
              "Bugun": "date", "hadya": "basis"}  # fmt: skip
_PRESSES = {"card": "✅", "direction": "olingan", "material": "kitoblar", "date": "Bugun", "basis": "hadya"}


@dataclass
class Log:
    """What was asked of the bot and what it said it had saved: copies, each number used once, → short id; and
    the agreements that a reminder is due for.
    """

    asked: list[int] = field(default_factory=list)
    acknowledged: dict[int, str] = field(default_factory=dict)
    agreements: list[int] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def saved(self, copies: int, receipt: Shown) -> None:
        """The bot said so."""
        self.acknowledged[copies] = next(word for word in receipt.text.split() if word.startswith("/x"))
        self.news.set()


async def liner(actor: Actor, first: int, log: Log, done: asyncio.Event) -> None:
    """Logs exchanges, one line each, with copies from `first` on that nobody else logs, until it is over."""
    for copies in count(first):
        if done.is_set():
            return
        await logs_one(actor, copies, log)


async def logs_one(actor: Actor, copies: int, log: Log) -> None:
    """One line, its card, its receipt."""
    log.asked.append(copies)
    await actor.says(f"Bugun Polsha Milliy kutubxonasidan {copies} nusxa kitob oldik")
    card = await hears(actor, partial(is_card, copies))
    await actor.presses("✅", card)
    log.saved(copies, await hears(actor, partial(is_receipt, copies)))


async def filler(actor: Actor, first: int, log: Log, done: asyncio.Event) -> None:
    """Fills in the form of an exchange, question by question."""
    for copies in count(first):
        if done.is_set():
            return
        log.asked.append(copies)
        await actor.says("/exchange")
        answered = set[str]()
        while not is_receipt(copies, heard := await hears(actor, lambda _: True)):
            question = _question(heard)
            # A question may be heard twice; whoever is asked answers once.
            if question and question not in answered:
                answered.add(question)
                await _answers(actor, question, heard, copies)
        log.saved(copies, heard)


def _question(heard: Shown) -> str:
    labels = " ".join(heard.labels)
    for sign, question in _QUESTIONS.items():
        if sign in labels:
            return question
    return "copies" if "Oʻtkazib yuborish" in labels else ""


async def _answers(actor: Actor, question: str, heard: Shown, copies: int) -> None:
    presses = {
        "card": "✅",
        "direction": "olingan",
        "material": "kitoblar",
        "date": "Bugun",
        "basis": "hadya",
    }
    if question in presses:
        await actor.presses(presses[question], heard)
    else:
        await actor.says(PARTNER if question == "partner" else str(copies))


async def registrar(store: Store, clock: MovedClock, log: Log, done: asyncio.Event) -> None:
    """Enters agreements that end tomorrow, from a process of its own: managers must be told of each."""
    while not done.is_set():
        log.agreements.append(await asyncio.to_thread(enter, store, clock()))
        await asyncio.sleep(0.4)


def enter(store: Store, now: datetime) -> int:
    """An agreement that ends tomorrow."""
    day = now.date()
    term = f"{day - timedelta(days=800)}/{day + timedelta(days=1)}"
    row = {"sheet": "agreements", "partner": "poland", "kind": "memorandum", "term": term}
    with store.write() as session:
        (saved,) = history.save(session, history.TERMINAL, [row], now=now).saved
    return saved.no


async def killer(
    bots: Sequence[Process], times: int, rng: random.Random, log: Log, done: asyncio.Event
) -> None:
    """Kills and restarts a bot so many times, half of them in the midst of its first moments; then it is
    over.
    """
    for shot in range(times):
        log.news.clear()
        if shot % 2:
            await log.news.wait()
        await asyncio.sleep(rng.uniform(0, 0.4))
        bot = rng.choice(bots)
        await bot.kill()
        await bot.start()
    done.set()


@dataclass(frozen=True)
class Verdict:
    """What a scene under fire left behind: the lists must be empty, and the database sound. `repeats` are
    messages that arrived more than once, each marked as perhaps a repeat; `again` are entries whose card was
    decided on more than once: what somebody wrote was acted on twice.
    """

    kills: int
    seconds: float
    logged: int
    reminded: int
    unanswered: list[int]
    lost: list[int]
    doubled: list[int]
    again: list[int]
    untold: list[int]
    unsettled: list[str]
    repeats: int
    unmarked: int
    sound: bool

    @property
    def whole(self) -> bool:
        """Whether nothing was lost, doubled or left open."""
        gone = (self.unanswered, self.lost, self.doubled, self.again, self.untold, self.unsettled)
        return self.sound and not any(gone) and not self.unmarked


async def under_fire(
    bots: Sequence[Process], telegram: Standin, *, people: int, kills: int, seed: int
) -> Verdict:
    """Everybody works without pause until bots, which share a folder and a registry, have been killed so many
    times; then it is looked at.
    """
    began = monotonic()
    clock = working_hours(bots[0].folder)
    actors = prepare(bots[0].settings, telegram, people)
    store = Store(bots[0].settings.database)
    log, done = Log(), asyncio.Event()
    for bot in bots:
        await bot.start()
    try:
        async with asyncio.TaskGroup() as work:
            for n, actor in enumerate(actors):
                role = filler if n % 2 else liner
                work.create_task(role(actor, FIRST + EACH * n, log, done))
            work.create_task(registrar(store, clock, log, done))
            work.create_task(killer(bots, kills, random.Random(seed), log, done))
        await settled(store, telegram, log, clock)
    finally:
        for bot in bots:
            await bot.kill()
    verdict = judge(store, telegram, log, kills, monotonic() - began, clock())
    store.close()
    return verdict


def working_hours(folder: Path) -> MovedClock:
    """The bot's clock, moved on to ten in the morning of a working day."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = clock_of(folder)
    zone = demo_settings(folder, "http://127.0.0.1").zone
    local = system_clock().astimezone(zone)
    while local.weekday() > 2 or not time(9, 30) < local.time() < time(15):
        ten = datetime.combine(local.date() + timedelta(days=local.time() > time(9, 30)), time(10), zone)
        local = ten
        if local.weekday() > 2:
            local += timedelta(days=7 - local.weekday())
    clock.move_to(local)
    return clock


def prepare(settings: Settings, telegram: Standin, people: int) -> list[Actor]:
    """The sample registry, a manager, and so many staff."""
    store = open_store(settings, system_clock)
    with as_file(files("db.sample") / "registry-2016.xlsx") as workbook:
        import_workbook(store, workbook, history.TERMINAL, system_clock(), Wish())
    ids = range(MANAGER + 1, MANAGER + 1 + people)
    with store.write() as session:
        for person in (MANAGER, *ids):
            role = Role.MANAGER if person == MANAGER else Role.STAFF
            members.admit(session, person, f"Staff {person}", role, system_clock())
            members.speak(session, person, Language.UZ_LATN)
    store.close()
    telegram.user(MANAGER, "Manager", "uz").person.opened = True
    return [telegram.user(person, f"Staff {person}", "uz") for person in ids]


async def settled(store: Store, telegram: Standin, log: Log, clock: MovedClock) -> None:
    """Until nothing is left to do, or nobody does it. For longer than a tick: after the reminders of a Monday
    comes the briefing of the week, decided apart.
    """
    quiet = 0
    for _ in range(int(PATIENCE / 0.1)):
        busy = bool(_untold(telegram, log)) or bool(await asyncio.to_thread(_unsettled, store, clock()))
        quiet = 0 if busy else quiet + 1
        if quiet > _QUIET:
            return
        await asyncio.sleep(0.1)


def _unsettled(store: Store, now: datetime) -> list[str]:
    """What is not as it should be once all is done. A message that was overtaken was told in another."""
    calls, updates, rows = outbox.table, inbox.table, notices.table
    overtaken = sa.and_(calls.c.state == outbox.NEVER, calls.c.reason == "overtaken")
    left = sa.select(calls).where(calls.c.state != outbox.SENT, ~overtaken)
    due = sa.select(rows).where(rows.c.state == notices.State.DUE, rows.c.at <= now)
    with store.read() as session:
        told = [f"call {row.no} is {row.state}: {row.reason}" for row in session.execute(left)]
        waiting = sa.select(updates).where(updates.c.state != inbox.DONE)
        told += [f"update {row.update_id} is {row.state}" for row in session.execute(waiting)]
        return told + [f"reminder {row.no} is due" for row in session.execute(due)]


def judge(store: Store, telegram: Standin, log: Log, kills: int, seconds: float, now: datetime) -> Verdict:
    """Compares what people were told with what the registry holds and with what Telegram accepted."""
    with store.read() as session:
        by_id = {f"/x{exchange.no}": exchange.quantity for exchange in exchanges.every(session)}
        written = notices.of_records(session, Sheet.AGREEMENTS, log.agreements)
        sent = sa.and_(outbox.table.c.method == "sendMessage", outbox.table.c.state == outbox.SENT)
        payloads = session.execute(sa.select(outbox.table.c.payload).where(sent)).scalars().all()
        sound = _sound(session.connection()) if store.is_sqlite else True
    times = Counter(by_id.values())
    calls = [str(call.arguments["text"]) for call in telegram.calls("sendMessage")]
    rows = [row for each in written.values() for row in each]
    once = Counter((row.subject, row.step, row.day, row.recipient) for row in rows)
    plain = Counter(text for text in calls if "/x" in text and MARK not in text)
    return Verdict(
        kills=kills,
        seconds=seconds,
        logged=len(log.asked),
        reminded=len(log.agreements),
        unanswered=sorted(set(log.asked) - set(log.acknowledged)),
        lost=[copies for copies, short in log.acknowledged.items() if by_id.get(short) != copies],
        doubled=[copies for copies in log.asked if times[copies] != 1]
        + [subject for (subject, *_), rows in once.items() if rows != 1],
        again=[copies for copies in log.asked if sum(_shows(copies, each) for each in payloads) > 1],
        untold=_untold(telegram, log),
        unsettled=_unsettled(store, now),
        repeats=len(calls) - len(payloads),
        unmarked=sum(times - 1 for times in plain.values()),
        sound=sound,
    )


def _untold(telegram: Standin, log: Log) -> list[int]:
    """Agreements that Telegram was given no reminder of."""
    heard = {word for call in telegram.calls("sendMessage") for word in call.arguments["text"].split()}
    return [no for no in log.agreements if f"/a{no}" not in heard]


def _sound(connection: sa.Connection) -> bool:
    whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    return whole and not connection.exec_driver_sql("PRAGMA foreign_key_check").all()


async def hears(actor: Actor, wanted: Callable[[Shown], bool]) -> Shown:
    """The next message like that; what else is said is passed over."""
    while True:
        said = await actor.hears(within=PATIENCE)
        if wanted(said):
            return said


def is_card(copies: int, said: Shown) -> bool:
    """The card of a draft with so many copies."""
    return any(label.startswith("✅") for label in said.labels) and _says(copies, said.text)


def _shows(copies: int, payload: dict[str, Any]) -> bool:
    """Whether the message is that card."""
    rows = payload.get("reply_markup", {}).get("inline_keyboard", ())
    saves = any(button["text"].startswith("✅") for row in rows for button in row)
    return saves and _says(copies, payload["text"])


def is_receipt(copies: int, said: Shown) -> bool:
    """What is said once it is saved."""
    return "/x" in said.text and _says(copies, said.text)


def _says(copies: int, text: str) -> bool:
    return str(copies) in re.findall(r"\d+", re.sub(r"(?<=\d)\u00a0(?=\d{3})", "", text))
