"""Whoever watches over the machine may ask how the bot is: 200 while all is well, else 503 and why."""

from __future__ import annotations

import asyncio
import json

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.chat.listening import socket_at
from bot.chat.watch import Watch
from bot.settings import Address


class HealthHandler(RequestHandler):
    """Nothing of the registry, no names, no numbers: only which parts work."""

    def initialize(self, watch: Watch) -> None:
        self._watch = watch

    def get(self) -> None:
        """The keys of the troubles, if any."""
        troubles = list(self._watch.troubles)
        self.set_status(503 if troubles else 200)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"well": not troubles, "troubles": troubles}))

    def set_default_headers(self) -> None:
        """Nobody needs to know what answers here."""
        self.clear_header("Server")


async def serve(at: Address, watch: Watch) -> None:
    """Answers until cancelled. Raises UserFault("listen-taken")."""
    application = Application(
        [(r"/(?:health)?", HealthHandler, {"watch": watch})], log_function=lambda _: None
    )
    server = HTTPServer(application)
    server.add_socket(socket_at(at, "HAMKOR_HEALTH"))
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        await server.close_all_connections()
