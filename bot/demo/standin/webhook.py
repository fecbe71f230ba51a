"""Delivering updates to a webhook: one after another, again until the bot says 2xx."""

from __future__ import annotations

import asyncio
import json

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from .refusal import Json
from .telegram import Telegram

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
REQUEST_SECONDS = 60.0


class Pusher:
    """A task that lives as long as the server; it sleeps while no webhook is set."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        pause = 0.0
        while True:
            webhook, pending = self.telegram.webhook, self.telegram.updates.pending
            if not webhook.url or not pending:
                await asyncio.sleep(0.02)
                continue
            update = pending[0]
            error = await self._deliver(update)
            if error:
                webhook.last_error = error
                webhook.last_error_at = self.telegram.now()
                pause = min(max(pause * 2, FIRST_PAUSE_SECONDS), LONGEST_PAUSE_SECONDS)
                await asyncio.sleep(pause)
            else:
                pause = 0.0
                self.telegram.updates.confirm(update["update_id"] + 1)

    async def _deliver(self, update: Json) -> str:
        """Post one update; returns what went wrong, nothing for a 2xx."""
        webhook = self.telegram.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        body = json.dumps(update, ensure_ascii=False).encode()
        request = HTTPRequest(webhook.url, "POST", headers, body, request_timeout=REQUEST_SECONDS)
        try:
            await AsyncHTTPClient().fetch(request)
        except HTTPClientError as error:
            return f"Wrong response from the webhook: {error.code} {error.message}"
        except (OSError, ValueError) as error:
            return f"Connection failed: {type(error).__name__}"
        return ""
