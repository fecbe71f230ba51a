"""Updates pushed by Telegram: each is on the disk before it is answered with 200, and so confirmed.

Whoever does not know the secret is turned away before a byte of theirs is looked at.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import BadRequest, InvalidToken, TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.chat.courier import ALLOWED_UPDATES, Courier
from bot.chat.listening import socket_at
from bot.chat.mail import Keeper, Mailbox, pause_after
from bot.faults import UserFault
from bot.settings import Hook
from db.inbox import Raw

_log = logging.getLogger(__name__)
_LARGEST = 1024 * 1024
"""Bytes of one update: far more than Telegram ever sends."""
_GREATEST_ID = 2**63 - 1
PROOF = "X-Telegram-Bot-Api-Secret-Token"
"""The header in which Telegram shows that it knows the secret."""


class Webhook:
    """Listens for updates and tells Telegram where."""

    def __init__(self, hook: Hook, mailbox: Mailbox, courier: Courier) -> None:
        self._hook, self._mailbox, self._courier = hook, mailbox, courier

    async def serve(self) -> None:
        """Receives until cancelled. Raises InvalidToken, and UserFault: "listen-taken", "webhook-refused".

        The webhook stays set when this ends: Telegram keeps what comes in the meantime, and other processes
        may be listening too.
        """
        server = self._listen()
        try:
            await self._tell()
            await asyncio.Event().wait()
        finally:
            server.stop()
            await server.close_all_connections()

    def _listen(self) -> HTTPServer:
        given = {"keep": self._mailbox.keep, "secret": self._hook.secret.encode()}
        path = urlsplit(self._hook.url).path or "/"
        application = Application([(_literally(path), Receiver, given)], log_function=_say_nothing)
        server = HTTPServer(application, max_body_size=_LARGEST, xheaders=False)
        server.add_socket(socket_at(self._hook.listen, "HAMKOR_LISTEN"))
        return server

    async def _tell(self) -> None:
        """Sets the webhook, however long Telegram cannot be reached."""
        wish = {
            "url": self._hook.url,
            "secret_token": self._hook.secret,
            "allowed_updates": list(ALLOWED_UPDATES),
            # One at a time and in their order; a commit for each is quicker than any chat.
            "max_connections": 1,
        }
        pause = 0.0
        while True:
            try:
                await self._courier.call("setWebhook", wish)
            except InvalidToken:
                raise
            except BadRequest as fault:
                raise UserFault("webhook-refused", url=self._hook.url, reason=fault.message) from None
            except TelegramError as fault:
                pause = pause_after(fault, pause, "setting the webhook")
                await asyncio.sleep(pause)
            else:
                _log.info("listening for updates")
                return


class Receiver(RequestHandler):
    """One update a request."""

    def initialize(self, keep: Keeper, secret: bytes) -> None:
        self._keep, self._secret = keep, secret

    async def post(self) -> None:
        """200 once it is kept; 403 without the secret, 400 for what is no update, 503 while nothing can be
        kept: Telegram then tries again.
        """
        given = self.request.headers.get(PROOF, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            self._end(403)
            return
        update = _update(self.request.body)
        if update is None:
            self._end(400)
            return
        try:
            await self._keep([update])
        except SQLAlchemyError:
            _log.exception("an update cannot be kept: it stays with Telegram, which will try again")
            self._end(503)

    def _end(self, status: int) -> None:
        self.set_status(status)
        self.finish()

    def set_default_headers(self) -> None:
        """Nobody needs to know what answers here."""
        self.clear_header("Server")


def _update(body: bytes) -> Raw | None:
    """The update as JSON, not looked into further; None for what is none."""
    try:
        update: Any = json.loads(body)
    except ValueError:
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= _GREATEST_ID:
        return None
    found: Raw = update
    return found


def _literally(path: str) -> str:
    return re.escape(path)


def _say_nothing(handler: RequestHandler) -> None:
    """No access log: it would fill with whoever knocks."""
