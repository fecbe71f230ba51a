"""A handler for buttons of one kind: the button's data arrives as the typed action it was packed from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from telegram import Update
from telegram.ext import BaseHandler

from bot.chat.context import Ctx, HamkorApplication
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.rights import Act
from bot.settings import Settings
from bot.show.buttons import Action, unpack
from bot.show.reply import Said

A = TypeVar("A", bound=Action)


class Pressed(BaseHandler[Update, Ctx, None], Generic[A]):
    """Calls `callback(update, ctx, action)` for every pressed button whose action is of the `kinds`."""

    def __init__(self, callback: Callable[[Update, Ctx, A], Awaitable[None]], *kinds: type[A]) -> None:
        super().__init__(self._missing)
        self._call, self._kinds = callback, kinds

    def check_update(self, update: object) -> A | None:
        """The action of the pressed button, or None where it is not for this handler."""
        if not isinstance(update, Update) or update.callback_query is None:
            return None
        try:
            action = unpack(update.callback_query.data or "")
        except UserFault:
            return None
        return action if isinstance(action, self._kinds) else None

    async def handle_update(
        self, update: Update, application: HamkorApplication, check_result: Any, context: Ctx
    ) -> None:
        """Hands the action on."""
        await self._call(update, context, check_result)

    async def _missing(self, update: Update, ctx: Ctx) -> None:
        raise NotImplementedError


def doing(
    act: Act, use_case: Callable[[Turn, Settings, A], Said | tuple[Said, ...] | None], kind: type[A]
) -> Pressed[A]:
    """A handler that runs the use case, with the settings, for whoever presses and may."""

    async def press(update: Update, ctx: Ctx, action: A) -> None:
        await ctx.do(update, act, use_case, ctx.deps.settings, action)

    return Pressed(press, kind)
