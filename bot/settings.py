"""What an installation may set, from the environment or a `.env` file. One wrong setting, one clear line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.faults import UserFault
from db.vocabulary import Language

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
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


class Settings(BaseSettings):
    """Every setting, named as in the environment without the prefix `HAMKOR_`."""

    model_config = SettingsConfigDict(
        env_prefix="HAMKOR_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: str | None = Field(None, description="the bot's token, from @BotFather", repr=False)
    data: Path = Field(
        Path("data"), description="the folder of the database file, attached files and backups"
    )
    database_url: str | None = Field(None, description="SQLite or PostgreSQL; hamkor.db in the data folder")
    admins: str = Field("", description="Telegram user ids that are administrators from the start, by commas")
    organisation: str = Field("National Library of Uzbekistan", description="ourselves, at first start")
    city: str = Field("Tashkent", description="our city")
    country: str = Field("UZ", description="our country, ISO 3166 alpha-2", pattern="^[A-Z]{2}$")
    timezone: str = Field("Asia/Tashkent", description="for reminders and for words like today")
    language: Language = Field(Language.UZ_LATN, description="until a person chooses another")
    remind_at: time = Field(time(9), description="when reminders go out on a working day")
    bot_api_url: str = Field(
        "https://api.telegram.org", description="the Bot API server", pattern="^https?://"
    )
    proxy: str | None = Field(None, description="for all calls to Telegram", pattern="^https?://", repr=False)
    webhook_url: str | None = Field(None, description="where Telegram sends updates, instead of polling")
    listen: str | None = Field(None, description="where we take them: host:port", validate_default=True)
    webhook_secret: str | None = Field(
        None, description="what Telegram proves itself with", repr=False, validate_default=True
    )
    log: str = Field("info", description="log level", pattern="^(?i:debug|info|warning|error)$")

    @field_validator("token")
    @classmethod
    def _token_shape(cls, token: str | None) -> str | None:
        if token is not None and not _TOKEN.fullmatch(token):
            raise ValueError("a token looks like 123456:AbC…")
        return token

    @field_validator("admins")
    @classmethod
    def _ids(cls, text: str) -> str:
        if not all(part.strip().isdigit() for part in text.split(",") if part.strip()):
            raise ValueError("whole numbers parted by commas")
        return text

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as fault:
            raise ValueError("no such time zone") from fault
        return name

    @field_validator("webhook_url")
    @classmethod
    def _is_reachable(cls, url: str | None) -> str | None:
        parts = urlsplit(url or "")
        if url and not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)):
            raise ValueError("an address like https://bot.example.org/updates")
        return url

    @field_validator("listen")
    @classmethod
    def _is_address(cls, text: str | None, others: ValidationInfo) -> str | None:
        if text is None and others.data.get("webhook_url"):
            raise ValueError("needed with HAMKOR_WEBHOOK_URL, for example 127.0.0.1:8443")
        if text is not None:
            Address.read(text)
        return text

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, text: str | None, others: ValidationInfo) -> str | None:
        if text is None and not others.data.get("webhook_url"):
            return None
        if not _SECRET.fullmatch(text or ""):
            raise ValueError("32 to 256 letters, digits, _ and -, known to nobody else")
        return text

    @property
    def hook(self) -> Hook | None:
        """How updates are pushed to us; None: we poll for them."""
        if not (self.webhook_url and self.listen and self.webhook_secret):
            return None
        return Hook(self.webhook_url, Address.read(self.listen), self.webhook_secret)

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
    """The settings in force. Raises UserFault naming the first wrong one, without its value."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
        name = "HAMKOR_" + str(first["loc"][0]).upper()
        raise UserFault("setting-wrong", name=name, reason=first["msg"]) from None
