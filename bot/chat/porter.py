"""The porter: does what takes a while (fetch a file, read a report, open a workbook) while others are served.

What is to be done stands in `db.chores`. One piece of work is done at a time, in a thread, with no
transaction open; what came of it is decided, said and crossed off in one transaction.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import BadRequest, InvalidToken, TelegramError, TimedOut

from bot.chat import doors
from bot.chat.busy import busy
from bot.chat.context import Deps, Result, known_names, turn_of
from bot.chat.courier import Courier
from bot.chat.say import alert, say
from bot.chat.turn import Incoming, Turn
from bot.faults import UserFault
from bot.html import Html
from bot.rights import Act
from bot.show import front
from bot.words import Words
from db import chores, dialogues, members, outbox
from db.chores import Chore

_log = logging.getLogger(__name__)
LARGEST = 20 * 2**20
"""Bytes that Telegram lets a bot fetch."""
_LEASE = timedelta(minutes=5)
_IDLE_SECONDS = 1.0
_GATHERING_SECONDS = 0.7
_MOST_TRIES = 5
_PATIENCE_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work. `look` may take its time and writes nothing into the registry; `settle` decides, in a
    transaction, from what it found. Work that goes `together` is settled once for all that a person brought.
    """

    act: Act
    look: Callable[[Deps, Chore, bytes], Any]
    settle: Callable[[Turn, Sequence[tuple[Chore, Any]]], Result]
    together: bool = False


class Porter:
    """Works on the chores, one after another."""

    def __init__(self, deps: Callable[[], Deps], courier: Courier, works: Mapping[str, Work]) -> None:
        self._deps, self._courier, self._works = deps, courier, works
        self._together = [kind for kind, work in works.items() if work.together]
        self._bell = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """There may be something to do. Callable from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._bell.set)

    async def run(self) -> None:
        """Works until cancelled. Raises InvalidToken."""
        self._loop = asyncio.get_running_loop()
        while True:
            self._bell.clear()
            try:
                while await self.do_next():
                    pass
            except SQLAlchemyError:
                # What was taken up meanwhile is anybody's when its lease is over.
                _log.exception("the chores cannot be read or written; trying again")
            try:
                async with asyncio.timeout(_IDLE_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                continue

    async def do_next(self) -> bool:
        """Does one piece of work, if one is due; False when there is none."""
        kind = await asyncio.to_thread(self._next_kind)
        if kind is None:
            return False
        if kind in self._together:
            # Files sent at once come as messages of their own: the others are about to arrive.
            await asyncio.sleep(_GATHERING_SECONDS)
        taken = await asyncio.to_thread(self._claim)
        if not taken:
            return True
        try:
            async with busy(self._courier, taken[0].chat):
                found = [(chore, await self._looked(chore)) for chore in taken]
                await asyncio.to_thread(self._settle, taken, found)
        except InvalidToken:
            raise
        except TelegramError as fault:
            await asyncio.to_thread(self._unfetched, taken, fault)
        except UserFault as fault:
            await asyncio.to_thread(self._say_refused, taken, fault)
        except Exception:  # noqa: BLE001 -- whatever a file holds, the next one is looked at
            _log.exception("chore %s failed", taken[0].no)
            await asyncio.to_thread(self._own_up, taken)
        self._deps().wake()
        return True

    def _next_kind(self) -> str | None:
        deps = self._deps()
        with deps.store.read() as session:
            return chores.next_kind(session, deps.clock())

    def _claim(self) -> tuple[Chore, ...]:
        deps = self._deps()
        with deps.store.write() as session:
            return chores.claim(session, deps.clock(), _LEASE, self._together)

    async def _looked(self, chore: Chore) -> Any:
        content = await self._fetched(chore.source) if chore.source else b""
        return await asyncio.to_thread(self._works[chore.kind].look, self._deps(), chore, content)

    async def _fetched(self, file_id: str) -> bytes:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                return await self._downloaded(file_id)
        except TimeoutError:
            # A slow line is no fault of the file's: it is fetched again.
            raise TimedOut from None

    async def _downloaded(self, file_id: str) -> bytes:
        file = await self._courier.get_file(file_id)
        content = bytes(await file.download_as_bytearray())
        if len(content) > LARGEST:
            raise UserFault("file-too-large", limit=LARGEST // 2**20)
        return content

    def _settle(self, taken: Sequence[Chore], found: Sequence[tuple[Chore, Any]]) -> None:
        work = self._works[taken[0].kind]
        try:
            self._in_turn(taken, partial(_settled, work=work, found=found, taken=taken))
        except UserFault as fault:
            self._say_refused(taken, fault)
        except Exception:  # noqa: BLE001 -- whatever a file holds, the next one is looked at
            _log.exception("chore %s failed", taken[0].no)
            self._own_up(taken)

    def _in_turn(self, taken: Sequence[Chore], act: Callable[[Turn], Result]) -> None:
        """Does it for the person who wanted it, if they still may. Whoever is no member hears nothing."""
        deps, inc = self._deps(), _incoming(taken[0])
        now, names = deps.clock(), known_names(deps)
        try:
            with deps.store.write() as session:
                person = doors.enter(
                    session, inc, self._works[taken[0].kind].act, deps.settings.language, now
                )
                say(session, inc, act(turn_of(deps, session, inc, person, now, names)), now)
        except (doors.Closed, doors.Stranger):
            with deps.store.write() as session:
                chores.finish(session, taken)

    def _unfetched(self, taken: Sequence[Chore], fault: TelegramError) -> None:
        deps = self._deps()
        if isinstance(fault, BadRequest) or taken[0].tries >= _MOST_TRIES:
            _log.warning("chore %s: the file cannot be fetched: %s", taken[0].no, fault.message)
            self._say_refused(taken, UserFault("file-gone"))
            return
        with deps.store.write() as session:
            chores.postpone(session, taken, deps.clock() + timedelta(seconds=2 ** (taken[0].tries + 1)))

    def _say_refused(self, taken: Sequence[Chore], fault: UserFault) -> None:
        self._end(taken, lambda words: front.refused(fault, words, pressed=False))

    def _own_up(self, taken: Sequence[Chore]) -> None:
        deps, now = self._deps(), self._deps().clock()
        self._end(taken, front.apology)
        with deps.store.write() as session:
            report = partial(front.report, taken[0].no, taken[0].kind)
            alert(session, Act.RECEIVE_FAULTS, deps.settings.language, report, now)

    def _end(self, taken: Sequence[Chore], reply: Callable[[Words], Any]) -> None:
        deps, inc = self._deps(), _incoming(taken[0])
        with deps.store.write() as session:
            member = members.get(session, inc.person)
            if chores.finish(session, taken) and member is not None and member.active:
                say(session, inc, reply(Words(member.language or deps.settings.language)), deps.clock())


def tell_on_card(deps: Deps, chore: Chore, text: Html) -> None:
    """How far the work is, on the card of the dialogue that it names, if that is on the screen."""
    with deps.store.read() as session:
        held = dialogues.by_no(session, int(chore.body["card"]))
    if held is not None and held.card is not None:
        tell_on(deps, chore, held.card, text)


def tell_on(deps: Deps, chore: Chore, message: int, text: Html) -> None:
    """How far the work is, on a message that is on the screen."""
    payload = {"chat_id": chore.chat, "message_id": message, "text": text, "parse_mode": "HTML"}
    with deps.store.write() as session:
        outbox.put(session, chore.chat, "editMessageText", payload, deps.clock())
    deps.wake()


def _settled(turn: Turn, *, work: Work, found: Sequence[tuple[Chore, Any]], taken: Sequence[Chore]) -> Result:
    return work.settle(turn, found) if chores.finish(turn.session, taken) else None


def _incoming(chore: Chore) -> Incoming:
    private = chore.chat == chore.person
    return Incoming(0, chore.person, chore.name, chore.chat, "", private, message=chore.body.get("message"))
