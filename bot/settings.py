"""What an installation may set, from the environment or a `.env` file. One wrong setting, one clear line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.faults import UserFault
from db.vocabulary import Language

PREFIX = "HAMKOR_"
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
"""Plain HTTP is for this machine alone: a local Bot API server, a stand-in."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port to listen at; an empty host is every one that this machine has."""

    host: str
    port: int

    @classmethod
    def read(cls, text: str) -> Address:
        """Raises ValueError for what is not host:port."""
        host, colon, port = text.rpartition(":")
        if not (colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise ValueError("host:port, for example 127.0.0.1:8443")
        return cls(host.strip("[]"), int(port))

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram sends updates, where we take them, and the secret that it proves itself with."""

    url: str
    listen: Address
    secret: str = field(repr=False)


def _pattern(pattern: str, wish: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(wish)
        return text

    return read


def _ids(text: str) -> str:
    if not all(part.strip().isdigit() for part in text.split(",") if part.strip()):
        raise ValueError("whole numbers parted by commas")
    return text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise ValueError("no such time zone") from fault
    return name


def _language(text: str) -> Language:
    if text not in set(Language):
        raise ValueError("one of " + ", ".join(Language))
    return Language(text)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as fault:
        raise ValueError("a time like 09:00") from fault


def _reachable(url: str) -> str:
    parts = urlsplit(url)
    if not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)):
        raise ValueError("an address like https://bot.example.org/updates")
    return url


def _listen(text: str) -> str:
    return str(Address.read(text))


def _setting(
    default: Any, description: str, reader: Callable[[str], Any] = str, *, secret: bool = False
) -> Any:
    """A setting: what it is where nothing is said, what it is for, and how its text is read (ValueError says
    what it should be).
    """
    return field(default=default, repr=not secret, metadata={"description": description, "reader": reader})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, named as in the environment without the prefix `HAMKOR_`."""

    token: str | None = _setting(
        None,
        "the bot's token, from @BotFather",
        _pattern(r"\d{3,}:[A-Za-z0-9_-]{30,}", "a token looks like 123456:AbC…"),
        secret=True,
    )
    data: Path = _setting(Path("data"), "the folder of the database file, attached files and backups", Path)
    database_url: str | None = _setting(
        None, "URL of SQLite or PostgreSQL; else `hamkor.db` in the data folder", secret=True
    )
    admins: str = _setting("", "Telegram user ids that are administrators from the start, by commas", _ids)
    organisation: str = _setting("National Library of Uzbekistan", "ourselves at first start; then the chat")
    city: str = _setting("Tashkent", "our city")
    country: str = _setting(
        "UZ", "our country, ISO 3166 alpha-2", _pattern("[A-Z]{2}", "two letters of ISO 3166, for example UZ")
    )
    timezone: str = _setting("Asia/Tashkent", "for reminders and for words like today", _zone)
    language: Language = _setting(Language.UZ_LATN, "until a person chooses another", _language)
    remind_at: time = _setting(time(9), "when reminders go out on a working day", _time)
    bot_api_url: str = _setting(
        "https://api.telegram.org",
        "the Bot API server",
        _pattern("https?://.+", "an address that begins with https://"),
    )
    proxy: str | None = _setting(None, "for all calls to Telegram", secret=True)
    webhook_url: str | None = _setting(None, "where Telegram sends updates, instead of polling", _reachable)
    listen: str | None = _setting(None, "where we take them: host:port", _listen)
    webhook_secret: str | None = _setting(
        None,
        "what Telegram proves itself with: 32 letters or more",
        _pattern("[A-Za-z0-9_-]{32,256}", "32 to 256 letters, digits, _ and -, known to nobody else"),
        secret=True,
    )
    health: str | None = _setting(None, "where others may ask how the bot is: host:port", _listen)
    ping_url: str | None = _setting(
        None,
        "asked for once a minute while all is well",
        _pattern("https?://.+", "an address that begins with https://"),
        secret=True,
    )
    model_url: str | None = _setting(
        None,
        "an OpenAI-compatible endpoint (https://…/v1) that is asked what a question means which was not "
        "understood; it sees the question and the names of partners",
        _reachable,
    )
    model_name: str = _setting("", "the model that is asked for there")
    model_key: str | None = _setting(None, "the key to it", secret=True)
    log: str = _setting(
        "info",
        "log level: debug, info, warning, error",
        _pattern("(?i:debug|info|warning|error)", "debug, info, warning or error"),
    )

    @property
    def hook(self) -> Hook | None:
        """How updates are pushed to us; None: we poll for them."""
        if not (self.webhook_url and self.listen and self.webhook_secret):
            return None
        return Hook(self.webhook_url, Address.read(self.listen), self.webhook_secret)

    @property
    def health_at(self) -> Address | None:
        """Where others may ask how the bot is; None: nowhere."""
        return Address.read(self.health) if self.health else None

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def admin_ids(self) -> frozenset[int]:
        """Telegram user ids that are administrators from the start."""
        return frozenset(int(part) for part in self.admins.split(",") if part.strip())

    @property
    def database(self) -> str:
        """The URL of the registry's database."""
        return self.database_url or f"sqlite:///{self.data / 'hamkor.db'}"


def read() -> Settings:
    """The settings in force: of the environment, else of a `.env` file. Raises UserFault naming the first
    wrong one, without its value.
    """
    texts = _of_file(Path(".env")) | {name: text for name, text in os.environ.items() if text.strip()}
    given: dict[str, Any] = {}
    for setting in fields(Settings):
        if text := texts.get(PREFIX + setting.name.upper(), "").strip():
            try:
                given[setting.name] = setting.metadata["reader"](text)
            except ValueError as fault:
                raise _wrong(setting.name, str(fault)) from None
    settings = Settings(**given)
    if settings.webhook_url and not settings.listen:
        raise _wrong("listen", "needed with HAMKOR_WEBHOOK_URL, for example 127.0.0.1:8443")
    if settings.webhook_url and not settings.webhook_secret:
        raise _wrong("webhook_secret", "32 to 256 letters, digits, _ and -, known to nobody else")
    return settings


def _wrong(name: str, reason: str) -> UserFault:
    return UserFault("setting-wrong", name=PREFIX + name.upper(), reason=reason)


def _of_file(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    from dotenv import dotenv_values

    return {name: text for name, text in dotenv_values(file, interpolate=False).items() if text}
