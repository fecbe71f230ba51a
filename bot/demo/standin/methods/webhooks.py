"""Setting and asking about the webhook."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.refusal import Json, bad_request
from bot.demo.standin.telegram import Telegram, Webhook

from .table import Table, method

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PORTS = {443, 80, 88, 8443}
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def _check_url(url: str) -> None:
    """Plain HTTP and any port only for this machine, as a Bot API server in local mode allows them."""
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if (parts.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def set_webhook(telegram: Telegram, arguments: Arguments) -> bool:
    url, secret = arguments.text("url") or "", arguments.text("secret_token") or ""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url:
        _check_url(url)
    telegram.updates.allow(arguments.structure("allowed_updates"))
    telegram.webhook = Webhook(url, secret, arguments.integer("max_connections", 40) or 40)
    if arguments.flag("drop_pending_updates"):
        telegram.updates.drop()
    telegram.updates.woken()
    return True


def delete_webhook(telegram: Telegram, arguments: Arguments) -> bool:
    telegram.webhook = Webhook()
    if arguments.flag("drop_pending_updates"):
        telegram.updates.drop()
    return True


def get_webhook_info(telegram: Telegram, arguments: Arguments) -> Json:
    webhook = telegram.webhook
    body: Json = {"url": webhook.url, "has_custom_certificate": False}
    body["pending_update_count"] = len(telegram.updates.pending)
    if webhook.url:
        body |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
        body["allowed_updates"] = sorted(telegram.updates.allowed)
    if webhook.last_error and webhook.last_error_at:
        body["last_error_message"] = webhook.last_error
        body["last_error_date"] = int(webhook.last_error_at.timestamp())
    return body


METHODS: Table = {
    "setWebhook": method(
        set_webhook, "url ip_address max_connections allowed_updates drop_pending_updates secret_token"
    ),
    "deleteWebhook": method(delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": method(get_webhook_info),
}
