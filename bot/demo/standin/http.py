"""The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`, for this machine only."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from tornado.web import RequestHandler

from .arguments import Arguments, Upload
from .ledger import Call, Fault
from .methods import METHODS
from .methods.files import file_at
from .polling import TAKES, Poller
from .refusal import Refusal, bad_request, beyond_the_standin
from .telegram import Telegram

LOCAL_NAMES = {"127.0.0.1", "localhost", "::1"}
NAMES = {name.lower(): name for name in [*METHODS, "getUpdates"]}


def is_local(host: str, origin: str | None) -> bool:
    """Whether a request came to this machine's own name, and from no other web page.

    The name in `Host` guards against rebound DNS names, `Origin` against forms and scripts of other pages.
    """
    if urlsplit(f"//{host}").hostname not in LOCAL_NAMES:
        return False
    return origin is None or urlsplit(origin).netloc == host


class LocalHandler(RequestHandler):
    """Serves only what this machine asks of itself."""

    def prepare(self) -> None:
        if not is_local(self.request.host, self.request.headers.get("Origin")):
            self.set_status(403)
            self.finish("only for this machine")


class BotApiHandler(LocalHandler):
    """One call of the Bot API."""

    def initialize(self, telegram: Telegram, poller: Poller, token: str) -> None:
        self.telegram = telegram
        self.poller = poller
        self.token = token
        self._running: asyncio.Task[Any] | None = None

    async def get(self, token: str, method: str) -> None:
        await self._call(token, method)

    async def post(self, token: str, method: str) -> None:
        await self._call(token, method)

    def on_connection_close(self) -> None:
        """The bot went away: its poll must not outlive it."""
        if self._running:
            self._running.cancel()

    async def _call(self, token: str, asked: str) -> None:
        if token != self.token:
            self._reply(Refusal(401, "Unauthorized").body(), 401)
            return
        name = NAMES.get(asked.lower(), asked)
        fault = self.telegram.ledger.next_fault(name)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        arguments = Arguments({})
        try:
            arguments = self._arguments()
            if fault and fault.drop == "before":
                self._note(name, arguments, accepted=False, answered=False)
                self._hang_up()
                return
            self._raise(fault)
            result = await self._run(name, arguments)
        except Refusal as refusal:
            self._refuse(name, arguments, refusal, fault)
            return
        except asyncio.CancelledError:
            if self._running is None or not self._running.cancelled():
                raise
            return  # the bot hung up on its poll: nobody is left to answer
        self._note(name, arguments, result=result, answered=not (fault and fault.drop))
        if fault and fault.drop:
            self._hang_up()
        else:
            self._reply({"ok": True, "result": result}, 200)

    def _raise(self, fault: Fault | None) -> None:
        refusal = fault.refusal() if fault else None
        if refusal:
            raise refusal

    async def _run(self, name: str, arguments: Arguments) -> Any:
        if name == "getUpdates":
            if arguments.names() - TAKES:
                raise beyond_the_standin(f'the argument "{min(arguments.names() - TAKES)}" of getUpdates')
            self._running = asyncio.create_task(self.poller.poll(arguments))
            return await self._running
        known = METHODS.get(name)
        if known is None:
            raise Refusal(404, "Not Found: method not found")
        known.check(name, arguments)
        try:
            return known.run(self.telegram, arguments)
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise bad_request(f"can't parse the arguments of {name}: {error!r}") from error

    def _arguments(self) -> Arguments:
        kind = self.request.headers.get("Content-Type", "")
        values: dict[str, Any] = {
            name: given[-1].decode("utf-8", "surrogatepass") for name, given in self.request.arguments.items()
        }
        if kind.startswith("application/json") and self.request.body:
            try:
                decoded = json.loads(self.request.body)
            except ValueError:
                raise bad_request("can't parse JSON object") from None
            if not isinstance(decoded, dict):
                raise bad_request("expected an Object")
            values |= decoded
        uploads = {
            name: Upload(files[0].filename, files[0].content_type, files[0].body)
            for name, files in self.request.files.items()
        }
        return Arguments(values, uploads)

    def _note(
        self,
        name: str,
        arguments: Arguments,
        *,
        accepted: bool = True,
        answered: bool = True,
        code: int = 200,
        description: str = "",
        result: Any = None,
    ) -> None:
        ledger = self.telegram.ledger
        number, at = len(ledger.entries) + 1, self.telegram.now()
        ledger.entries.append(
            Call(number, at, name, arguments.plain(), accepted, answered, code, description, result)
        )

    def _refuse(self, name: str, arguments: Arguments, refusal: Refusal, fault: Fault | None) -> None:
        self._note(name, arguments, accepted=False, code=refusal.code, description=refusal.description)
        if fault and refusal.code >= 500:  # what stands before Telegram's servers answers in HTML
            self.set_status(refusal.code)
            self.finish(f"<html><body><h1>{refusal.code}</h1></body></html>")
        else:
            self._reply(refusal.body(), refusal.code)

    def _reply(self, body: Any, status: int) -> None:
        self.set_status(status, HTTPStatus(status).phrase)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _hang_up(self) -> None:
        connection: Any = self.request.connection
        connection.stream.close()


class FileHandler(LocalHandler):
    """The bytes behind a file_path."""

    def initialize(self, telegram: Telegram, token: str) -> None:
        self.telegram = telegram
        self.token = token

    async def get(self, token: str, path: str) -> None:
        file = file_at(self.telegram, path) if token == self.token else None
        if file is None:
            self.set_status(404 if token == self.token else 401)
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(file.content)
