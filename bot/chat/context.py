"""What every handler is given: one way to do a thing, `ctx.do(act, use_case, …)`.

It opens one transaction in a worker thread, lets the doors decide, runs the use case, puts its replies into
the outbox and marks the update done: all of it, or nothing of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec

from sqlalchemy.orm import Session
from telegram import Message, Update
from telegram.ext import Application, CallbackContext, JobQueue

from bot.chat import doors
from bot.chat.busy import busy
from bot.chat.courier import Courier
from bot.chat.names import KnownNames
from bot.chat.say import offer, say
from bot.chat.turn import Doorstep, Incoming, Person, Turn
from bot.clock import Clock, local_day
from bot.faults import UserFault
from bot.language.names import Gazetteer
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import front
from bot.show.reply import Offered, Said
from bot.words import Words
from db import inbox, members
from db.files import Files
from db.store import Store

P = ParamSpec("P")
Result = Said | tuple[Said, ...] | None
UseCase = Callable[Concatenate[Turn, P], Result]


@dataclass(frozen=True, slots=True)
class Deps:
    """What the whole bot is made of, composed once. `wake` tells the sender there is something to send,
    `fault` is told what a handler raised, `ticked` that due work was looked for, and `name` is the bot's own
    at Telegram, which is known once Telegram was asked.
    """

    store: Store
    files: Files
    clock: Clock
    settings: Settings
    names: KnownNames
    wake: Callable[[], None]
    fault: Callable[[int, BaseException], None]
    ticked: Callable[[], None]
    name: Callable[[], str]


class House:
    """The application's shared data: a place for `Deps`, filled by the composition root."""

    deps: Deps


class Ctx(CallbackContext[Courier, dict[Any, Any], dict[Any, Any], House]):
    """The typed context of every handler."""

    @property
    def deps(self) -> Deps:
        """What the bot is made of."""
        return self.bot_data.deps

    @property
    def argument(self) -> str:
        """What was typed behind the command."""
        return " ".join(self.args or ())

    async def do(
        self, update: Update, act: Act, use_case: UseCase[P], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Runs the use case for the person who acts, if they may, in one transaction with its replies."""
        inc = incoming(update)
        if inc is None:
            await self.pass_over(update)
            return
        await asyncio.to_thread(_run, self.deps, inc, act, use_case, *args, **kwargs)
        self.deps.wake()
        # A name that changed is learnt now, while the reply is on its way, and not when the next one asks.
        await asyncio.to_thread(known_names, self.deps)

    async def draw(self, update: Update, act: Act, gather: Callable[[Turn], Callable[[], Result]]) -> None:
        """For what takes a while to make: `gather` reads what it needs, in a transaction that writes nothing;
        what it gives is then called with no transaction open, and its replies are sent.
        """
        inc = incoming(update)
        if inc is None:
            await self.pass_over(update)
            return
        async with busy(self.bot, inc.chat):
            await asyncio.to_thread(_draw, self.deps, inc, act, gather)
        self.deps.wake()

    async def at_the_door(
        self, update: Update, welcome: Callable[[Doorstep], Result], *, private: bool = True
    ) -> None:
        """For those who may not be members yet: to ask for access or bring an invitation, in a private chat;
        or to bring the bot into a group.
        """
        inc = incoming(update)
        if inc is None or inc.private is not private:
            await self.pass_over(update)
            return
        await asyncio.to_thread(_at_the_door, self.deps, inc, welcome)
        self.deps.wake()

    async def offer(self, update: Update, act: Act, find: Callable[[Turn, str], Sequence[Offered]]) -> None:
        """Answers what is typed behind the bot's name in whatever chat: a stranger gets an empty list."""
        query = update.inline_query
        if query is None:
            await self.pass_over(update)
            return
        inc = Incoming(
            update_id=update.update_id,
            person=query.from_user.id,
            name=query.from_user.full_name,
            chat=query.from_user.id,
            title="",
            private=False,
            query=query.id,
        )
        await asyncio.to_thread(_offer, self.deps, inc, query.query, act, find)
        self.deps.wake()

    async def pass_over(self, update: Update) -> None:
        """Nobody's business: settled in silence."""
        await asyncio.to_thread(_pass_over, self.deps, update.update_id)


HamkorApplication = Application[Courier, Ctx, dict[Any, Any], dict[Any, Any], House, JobQueue[Ctx]]


def incoming(update: Update) -> Incoming | None:
    """The update as the doors see it; None where no person stands behind it (a channel, a bot, an anonymous
    sender).

    Authority is that of `from`, never of the chat or of the author of the message a button stands under.
    """
    user, chat, query = update.effective_user, update.effective_chat, update.callback_query
    message = update.effective_message
    hidden = user is None or user.is_bot or (query is None and message is not None and message.sender_chat)
    if hidden or user is None or chat is None:
        return None
    return Incoming(
        update_id=update.update_id,
        person=user.id,
        name=user.full_name,
        chat=chat.id,
        title=chat.title or "",
        private=chat.type == chat.PRIVATE,
        message=message.message_id if message else None,
        replied=_replied(message) if message and not query else None,
        pressed=message.message_id if query and message else None,
        query=query.id if query else None,
        sent=message.date if message and not query else None,
    )


def _replied(message: Message) -> int | None:
    answered = message.reply_to_message
    is_bots = answered is not None and answered.from_user is not None and answered.from_user.is_bot
    return answered.message_id if answered is not None and is_bots else None


def _run(
    deps: Deps, inc: Incoming, act: Act, use_case: UseCase[P], /, *args: P.args, **kwargs: P.kwargs
) -> None:
    now, names = deps.clock(), known_names(deps)
    try:
        with deps.store.write() as session:
            if inbox.settle(session, inc.update_id, inbox.DONE):
                person = doors.enter(session, inc, act, deps.settings.language, now)
                turn = turn_of(deps, session, inc, person, now, names)
                say(session, inc, use_case(turn, *args, **kwargs), now)
    except doors.Closed:
        _settle(deps, inc, lambda _words: None, now)
    except doors.Stranger:
        _settle(deps, inc, partial(front.stranger, inc.person), now)
    except UserFault as fault:
        _settle(deps, inc, partial(front.refused, fault, pressed=inc.query is not None), now)


def _draw(deps: Deps, inc: Incoming, act: Act, gather: Callable[[Turn], Callable[[], Result]]) -> None:
    """Who loses the right to it while it is made gets nothing."""
    try:
        made = _made(deps, inc, act, gather)
    except UserFault as fault:
        _settle(deps, inc, partial(front.refused, fault, pressed=inc.query is not None), deps.clock())
    else:
        _run(deps, inc, act, lambda _turn: made)


def _made(deps: Deps, inc: Incoming, act: Act, gather: Callable[[Turn], Callable[[], Result]]) -> Result:
    now, names, default = deps.clock(), known_names(deps), deps.settings.language
    with deps.store.read() as session:
        person = doors.recognise(session, inc.person, default)
        allowed = person is not None and inc.private and may(person.role, act)
        make = gather(turn_of(deps, session, inc, person, now, names)) if person and allowed else None
    return make() if make else None


def _offer(
    deps: Deps, inc: Incoming, text: str, act: Act, find: Callable[[Turn, str], Sequence[Offered]]
) -> None:
    """Looking takes a while and comes with every letter: nobody who writes stands in line behind it."""
    now, names, default = deps.clock(), known_names(deps), deps.settings.language
    found: Sequence[Offered] = ()
    with deps.store.read() as session:
        person = doors.recognise(session, inc.person, default)
        if person is not None and may(person.role, act):
            found = find(turn_of(deps, session, inc, person, now, names), text)
    with deps.store.write() as session:
        if inc.query is not None and inbox.settle(session, inc.update_id, inbox.DONE):
            still = doors.recognise(session, inc.person, default) == person
            offer(session, inc.person, inc.query, found if still else (), now)


def _at_the_door(deps: Deps, inc: Incoming, welcome: Callable[[Doorstep], Result]) -> None:
    now = deps.clock()
    try:
        with deps.store.write() as session:
            if inbox.settle(session, inc.update_id, inbox.DONE):
                language = members.language_of(session, inc.person) or deps.settings.language
                step = Doorstep(session=session, incoming=inc, now=now, words=Words(language))
                say(session, inc, welcome(step), now)
    except UserFault as fault:
        _settle(deps, inc, partial(front.refused, fault, pressed=inc.query is not None), now)


def _pass_over(deps: Deps, update_id: int) -> None:
    with deps.store.write() as session:
        inbox.settle(session, update_id, inbox.DONE)


def _settle(deps: Deps, inc: Incoming, words_of: Callable[[Words], Said | None], now: datetime) -> None:
    """What was attempted has been rolled back; the update is done with, a line may be said of it."""
    with deps.store.write() as session:
        if inbox.settle(session, inc.update_id, inbox.DONE):
            language = members.language_of(session, inc.person) or deps.settings.language
            say(session, inc, words_of(Words(language)), now)


def known_names(deps: Deps) -> Gazetteer:
    """What the parser knows, read before a transaction begins: nobody is to wait behind the gathering."""
    with deps.store.read() as session:
        return deps.names.current(session)


def turn_of(
    deps: Deps, session: Session, inc: Incoming, person: Person, now: datetime, names: Gazetteer
) -> Turn:
    """What a use case is given."""
    zone = deps.settings.zone
    return Turn(
        session=session,
        person=person,
        incoming=inc,
        now=now,
        zone=zone,
        today=local_day(now, zone),
        names=names,
        default_language=deps.settings.language,
        bot=deps.name(),
        advised=deps.settings.model_url is not None,
    )
